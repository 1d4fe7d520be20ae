#include "ui/widgets/field.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace chevet::widgets {

Field::Field(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_edit(new QLineEdit) {
    m_edit->setFrame(false);
    m_edit->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_row->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &Field::refresh);
    refresh();
}

void Field::refresh() {
    m_row->setContentsMargins(px(10), 1, px(10), 1);
    m_row->setSpacing(px(8));
    QFont typed = face(m_textSize, m_weight);
    if (m_spacing > 0)
        typed.setLetterSpacing(QFont::AbsoluteSpacing, m_textSize * m_spacing);
    m_edit->setFont(typed);
    QPalette plain = Theme::instance().palette();
    plain.setColor(QPalette::Base, Qt::transparent);
    plain.setColor(QPalette::Highlight, color(Tone::Sel));
    m_edit->setPalette(plain);
    updateGeometry();
    update();
}

void Field::setName(const QString& name) {
    m_edit->setAccessibleName(name);
}

void Field::setState(State state) {
    m_state = state;
    update();
}

void Field::setHeight(double height) {
    m_height = height;
    updateGeometry();
}

void Field::setTextLook(double size, Weight weight, double letterSpacing) {
    m_textSize = size;
    m_weight = weight;
    m_spacing = letterSpacing;
    refresh();
}

void Field::setLeading(const QString& glyph, double size) {
    m_row->insertWidget(0, new Glyph(glyph, Tone::Ink2, size));
}

void Field::addTrailing(QWidget* widget) {
    m_row->addWidget(widget);
}

QSize Field::sizeHint() const {
    return {px(220), px(m_height)};
}

QSize Field::minimumSizeHint() const {
    return {px(80), px(m_height)};
}

void Field::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tone edge = m_state == State::Good       ? Tone::Ok
                      : m_state == State::Wrong    ? Tone::Crit
                      : m_state == State::Doubtful ? Tone::WarnLine
                      : isEnabled()                ? Tone::Ctl
                                                   : Tone::Line2;
    painter.setPen(QPen(color(edge), 1));
    painter.setBrush(color(isEnabled() ? Tone::Surface : Tone::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
}

SearchField::SearchField(bool large, QWidget* parent)
    : Field(parent)
    , m_note(new Text({}, {13, Weight::Regular, Tone::Ink2}))
    , m_clear(new IconButton(QStringLiteral("close"), tr("Effacer la recherche"))) {
    setHeight(large ? 48 : 30);
    setTextLook(large ? 18 : 13);
    setLeading(QStringLiteral("search"), large ? 20 : 16);
    addTrailing(m_note);
    addTrailing(m_clear);
    m_clear->setGlyphSize(large ? 18 : 14);
    m_note->hide();
    m_clear->hide();
    m_edit->installEventFilter(this);
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        m_edit->clear();
        m_edit->setFocus();
        Q_EMIT cleared();
    });
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
}

void SearchField::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool SearchField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
        m_edit->clear();
        Q_EMIT cleared();
        return true;
    }
    return Field::eventFilter(watched, event);
}

PassphraseField::PassphraseField(QWidget* parent)
    : Field(parent)
    , m_eye(new IconButton(QStringLiteral("eye"), tr("Afficher la phrase de passe"))) {
    setHeight(42);
    m_eye->setGlyphSize(18);
    m_eye->setCheckable(true);
    m_eye->setFocusPolicy(Qt::TabFocus);
    addTrailing(m_eye);
    m_edit->setMaxLength(1024);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_edit->installEventFilter(this);
    setShown(false);
    connect(m_eye, &QAbstractButton::toggled, this, &PassphraseField::setShown);
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::submitted);
}

void PassphraseField::setShown(bool shown) {
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    setTextLook(shown ? 15 : 17, Weight::Regular, shown ? 0 : 0.18);
    m_eye->setGlyph(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"),
                    shown ? tr("Masquer la phrase de passe") : tr("Afficher la phrase de passe"));
}

void PassphraseField::hideAgain() {
    m_eye->setChecked(false);
}

QByteArray PassphraseField::takeUtf8() {
    QString typed = m_edit->text().normalized(QString::NormalizationForm_C);
    QByteArray bytes = typed.toUtf8();
    typed.fill(u'\0');
    wipe();
    return bytes;
}

void PassphraseField::wipe() {
    // The line edit shares its buffer with the string it returns: overwriting through it reaches
    // the line edit's own copy, which clear() alone would only release.
    QString shared = m_edit->text();
    if (shared.data_ptr().d_ptr() != nullptr) // null: a literal of the program, in read-only memory
        std::fill_n(const_cast<QChar*>(shared.constData()), shared.size(), QChar(u'\u2022'));
    m_edit->clear();
    hideAgain();
}

bool PassphraseField::eventFilter(QObject* watched, QEvent* event) {
    // Qt offers no caps-lock state; it shows in a letter that comes in the case Shift did not ask
    // for.
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        bool caps = m_caps;
        if (key->key() == Qt::Key_CapsLock)
            caps = false;
        else if (text.size() == 1 && text.at(0).isLetter())
            caps = text.at(0).isUpper() != key->modifiers().testFlag(Qt::ShiftModifier);
        if (caps != m_caps) {
            m_caps = caps;
            Q_EMIT capsLockChanged(caps);
        }
    }
    return Field::eventFilter(watched, event);
}

Text* fieldLabel(const QString& text, QWidget* buddy) {
    auto* label = new Text(text, {12, Weight::Medium, Tone::Ink2});
    label->setBuddy(buddy);
    return label;
}

} // namespace chevet::widgets
