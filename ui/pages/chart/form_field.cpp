#include "ui/pages/chart/form_field.h"

#include "ui/widgets/field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_area.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPainter>
#include <QWheelEvent>

namespace chevet::pages {

using viewmodels::FormField;
using widgets::px;
using widgets::Text;
using widgets::Tone;
using widgets::Weight;

namespace {

// A wheel over a form scrolls the form: it never changes a choice one is not looking at.
class Choice : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(widgets::color(isEnabled() ? Tone::Ctl : Tone::Line2), 1));
        painter.setBrush(widgets::color(isEnabled() ? Tone::Surface : Tone::Sunken));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
        const int side = px(16);
        const QRect arrow(width() - side - px(9), (height() - side) / 2, side, side);
        widgets::paintIcon(&painter, arrow, QStringLiteral("chevron-down"),
                           widgets::color(Tone::Ink2));
        painter.setFont(font());
        painter.setPen(widgets::color(isEnabled() ? Tone::Ink : Tone::Ink3));
        const QRect words(px(11), 0, arrow.left() - px(17), height());
        painter.drawText(
            words, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    }
};

// A text area has no frame of its own.
class Frame : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(widgets::color(Tone::Ctl), 1));
        painter.setBrush(widgets::color(Tone::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    }
};

} // namespace

FormEditor::FormEditor(const FormField& field, QWidget* parent)
    : QWidget(parent)
    , m_key(field.key)
    , m_said(new QWidget)
    , m_glyph(new widgets::Glyph(QStringLiteral("info"), Tone::Ink3, 14))
    , m_words(new Text({}, {12, Weight::Regular, Tone::Ink3})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(3));
    m_name = field.unit.isEmpty() ? field.label : QString(field.label + u", " + field.unit);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    switch (field.kind) {
    case FormField::Kind::Line:
        makeLine(field, row);
        break;
    case FormField::Kind::Choice:
        makeChoice(field, row);
        break;
    case FormField::Kind::Area:
        makeArea(field, row);
        break;
    case FormField::Kind::Check:
        makeCheck(field, row);
        break;
    }
    if (field.kind != FormField::Kind::Check) {
        auto* label = widgets::fieldLabel(
            field.required ? tr("%1, requis").arg(field.label) : field.label, control());
        column->addWidget(label);
    }
    column->addLayout(row);
    auto* said = new QHBoxLayout(m_said);
    said->setContentsMargins(0, 0, 0, 0);
    said->setSpacing(px(5));
    said->addWidget(m_glyph, 0, Qt::AlignTop);
    m_words->setWrapped(true);
    said->addWidget(m_words, 1);
    column->addWidget(m_said);
    column->addStretch(1);
    m_said->hide();
    describe({});
}

void FormEditor::makeLine(const FormField& field, QHBoxLayout* row) {
    m_line = new widgets::Field;
    m_line->setHeight(30);
    m_line->setTextLook(14);
    m_line->setPlaceholder(field.hint);
    m_line->setText(field.value);
    m_line->edit()->setMaxLength(500);
    m_line->edit()->setCursorPosition(0); // the beginning is what one reads
    if (!field.unit.isEmpty())
        m_line->addTrailing(new Text(field.unit, {12, Weight::Regular, Tone::Ink3}));
    row->addWidget(m_line);
    connect(m_line->edit(), &QLineEdit::textChanged, this,
            [this](const QString& text) { Q_EMIT edited(m_key, text); });
}

void FormEditor::makeChoice(const FormField& field, QHBoxLayout* row) {
    m_choice = new Choice;
    m_choice->setFont(widgets::face(14));
    m_choice->setFixedHeight(px(30));
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(6);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choice->setMaxVisibleItems(16);
    for (const viewmodels::FormChoice& choice : field.choices)
        m_choice->addItem(choice.words, choice.value);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(field.value)));
    row->addWidget(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT edited(m_key, m_choice->currentData().toString()); });
}

void FormEditor::makeArea(const FormField& field, QHBoxLayout* row) {
    m_area = new widgets::TextArea(m_name);
    m_area->setPlainText(field.value);
    auto* frame = new Frame;
    frame->setMinimumHeight(px(62));
    frame->setFocusProxy(m_area);
    frame->setCursor(Qt::IBeamCursor);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(px(5), px(3), px(5), px(3));
    inside->addWidget(m_area);
    inside->addStretch(1);
    row->addWidget(frame);
    connect(m_area, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT edited(m_key, m_area->toPlainText()); });
}

void FormEditor::makeCheck(const FormField& field, QHBoxLayout* row) {
    m_check = new QCheckBox(field.label);
    m_check->setFont(widgets::face(14));
    m_check->setChecked(field.value == u"1");
    row->addWidget(m_check);
    row->addStretch(1);
    connect(m_check, &QCheckBox::toggled, this,
            [this](bool on) { Q_EMIT edited(m_key, on ? QStringLiteral("1") : QString()); });
}

QWidget* FormEditor::control() const {
    if (m_line != nullptr)
        return m_line->edit();
    if (m_area != nullptr)
        return m_area;
    return m_choice != nullptr ? static_cast<QWidget*>(m_choice) : m_check;
}

void FormEditor::setValue(const QString& value) {
    const QSignalBlocker quiet(control());
    if (m_line != nullptr)
        m_line->setText(value);
    else if (m_area != nullptr)
        m_area->setPlainText(value);
    else if (m_choice != nullptr)
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(value)));
    else
        m_check->setChecked(value == u"1");
}

void FormEditor::describe(const QString& words) {
    control()->setAccessibleName(m_name);
    control()->setAccessibleDescription(words);
}

void FormEditor::say(const FormField& field, bool tried) {
    setVisible(field.shown);
    using State = widgets::Field::State;
    State state = State::Plain;
    Tone tone = Tone::Ink3;
    QString glyph = QStringLiteral("info"), words = field.aside;
    if (!field.error.isEmpty() || (field.missing && tried)) {
        state = State::Wrong;
        tone = Tone::Crit;
        glyph = QStringLiteral("octagon-alert");
        words = field.error.isEmpty() ? tr("À remplir avant de signer.") : field.error;
    } else if (!field.warning.isEmpty()) {
        state = State::Doubtful;
        tone = Tone::Warn;
        glyph = QStringLiteral("triangle-alert");
        words = field.warning;
    }
    if (m_line != nullptr)
        m_line->setState(state);
    m_glyph->setGlyph(glyph, tone);
    m_words->setTone(tone);
    m_words->setText(words);
    m_said->setVisible(!words.isEmpty());
    describe(words);
}

void FormEditor::setReadOnly(bool readOnly) {
    if (m_line != nullptr)
        m_line->edit()->setReadOnly(readOnly);
    else if (m_area != nullptr)
        m_area->setReadOnly(readOnly);
    else
        control()->setEnabled(!readOnly);
}

} // namespace chevet::pages
