#include "ui/widgets/panel.h"

#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace chevet::widgets {

PanelHeader::PanelHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new Text(title, {14, Weight::Bold, Tone::Ink}))
    , m_meta(new Text({}, {12, Weight::Regular, Tone::Ink3}))
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(px(14), 0, px(14), 0);
    m_row->setSpacing(px(8));
    m_row->addWidget(m_title);
    m_row->addWidget(m_meta);
    m_row->addStretch(1);
    m_meta->setElided(true);
    m_meta->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void PanelHeader::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void PanelHeader::setMeta(const QString& meta) {
    m_meta->setText(meta);
    m_meta->setVisible(!meta.isEmpty());
}

void PanelHeader::addTrailing(QWidget* widget) {
    m_row->addWidget(widget);
}

void PanelHeader::setPressable(bool pressable) {
    m_pressable = pressable;
    setFocusPolicy(pressable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize PanelHeader::sizeHint() const {
    return {QWidget::sizeHint().width(), px(34)};
}

void PanelHeader::keyPressEvent(QKeyEvent* event) {
    if (m_pressable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT pressed();
    else
        QWidget::keyPressEvent(event);
}

void PanelHeader::mouseReleaseEvent(QMouseEvent* event) {
    if (m_pressable && event->button() == Qt::LeftButton)
        Q_EMIT pressed();
    else
        QWidget::mouseReleaseEvent(event);
}

Card::Card(Look look, QWidget* parent)
    : QWidget(parent)
    , m_look(look) {
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setLook(Look look) {
    m_look = look;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = m_look == Look::Selected ? 2 : 1;
    const Tone edge = m_look == Look::Selected ? Tone::Accent
                      : m_look == Look::Alarm  ? Tone::CritSolid
                                               : Tone::Line2;
    const Tone ground = m_look == Look::Alarm    ? Tone::CritSoft
                        : m_look == Look::Sunken ? Tone::Sunken
                                                 : Tone::Surface;
    const QRectF box = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    QPainterPath outline;
    outline.addRoundedRect(box, px(4), px(4));
    painter.fillPath(outline, color(ground));
    if (m_look == Look::Alarm) {
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(QRectF(0, 0, px(6), height()), color(Tone::CritSolid));
        painter.restore();
    }
    painter.strokePath(outline, QPen(color(edge), line));
}

namespace {

enum class PartLook { Segment, Tab };

// One button of a Segmented or a TabStrip: a radio button to screen readers.
class Part : public QAbstractButton {
public:
    Part(const QString& text, PartLook look)
        : m_look(look) {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }

    void setCount(const QString& count) {
        m_count = count;
        setAccessibleName(count.isEmpty() ? text() : QString(text() + u' ' + count));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        // As wide as its boldest state, so that nothing moves when it is chosen.
        int width = QFontMetrics(face(13, Weight::Semi)).horizontalAdvance(text());
        if (!m_count.isEmpty())
            width += px(6) + QFontMetrics(face(13)).horizontalAdvance(m_count);
        return {width + 2 * px(m_look == PartLook::Tab ? 8 : 11),
                px(m_look == PartLook::Tab ? 28 : 30)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool on = isChecked();
        if (m_look == PartLook::Segment && (on || underMouse()))
            painter.fillRect(rect().adjusted(0, 1, 0, -1), color(on ? Tone::Sel : Tone::Hover));
        if (m_look == PartLook::Tab && on)
            painter.fillRect(0, height() - px(2), width(), px(2), color(Tone::Accent));
        painter.setFont(face(13, on                        ? Weight::Semi
                                 : m_look == PartLook::Tab ? Weight::Regular
                                                           : Weight::Medium));
        painter.setPen(color(on ? Tone::Ink : Tone::Ink2));
        const int left = px(m_look == PartLook::Tab ? 8 : 11);
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, text());
        if (m_count.isEmpty())
            return;
        const int shift = left + painter.fontMetrics().horizontalAdvance(text()) + px(6);
        painter.setFont(face(13));
        painter.setPen(color(Tone::Ink3));
        painter.drawText(QRect(shift, 0, width() - shift, height()), Qt::AlignVCenter, m_count);
    }

private:
    PartLook m_look;
    QString m_count;
};

} // namespace

Segmented::Segmented(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this)) {
    m_row->setContentsMargins(1, 0, 1, 0);
    m_row->setSpacing(1);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        update();
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int Segmented::addSegment(const QString& text) {
    auto* part = new Part(text, PartLook::Segment);
    const int index = int(m_group->buttons().size());
    m_group->addButton(part, index);
    m_row->addWidget(part);
    if (index == 0) {
        const QSignalBlocker quiet(m_group);
        part->setChecked(true);
    }
    return index;
}

void Segmented::setCount(int index, const QString& count) {
    static_cast<Part*>(m_group->button(index))->setCount(count);
}

void Segmented::setCurrent(int index) {
    m_group->button(index)->setChecked(true);
}

int Segmented::current() const {
    return m_group->checkedId();
}

void Segmented::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Tone::Ctl), 1));
    painter.setBrush(color(Tone::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    const auto parts = m_group->buttons();
    for (qsizetype i = 1; i < parts.size(); ++i)
        painter.fillRect(parts[i]->x() - 1, 1, 1, height() - 2, color(Tone::Line2));
}

TabStrip::TabStrip(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this)) {
    m_row->setContentsMargins(px(12), 0, px(12), 0);
    m_row->setSpacing(px(2));
    m_row->addStretch(1);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int TabStrip::addTab(const QString& text) {
    auto* part = new Part(text, PartLook::Tab);
    const int index = int(m_group->buttons().size());
    m_group->addButton(part, index);
    m_row->insertWidget(index, part);
    if (index == 0) {
        const QSignalBlocker quiet(m_group);
        part->setChecked(true);
    }
    return index;
}

void TabStrip::setCurrent(int index) {
    m_group->button(index)->setChecked(true);
}

int TabStrip::current() const {
    return m_group->checkedId();
}

void TabStrip::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(0, height() - 1, width(), 1, color(Tone::Line));
}

} // namespace chevet::widgets
