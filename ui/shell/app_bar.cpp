#include "ui/shell/app_bar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace chevet::shell {

using namespace widgets;

namespace {

// Looks like a field, is a button: the palette it opens has the field.
class SearchButton : public QAbstractButton {
public:
    SearchButton() {
        setText(QCoreApplication::translate("AppBar", "Patient, NAM, section ou commande"));
        setAccessibleName(
            QCoreApplication::translate("AppBar", "Rechercher\u00a0: %1").arg(text()));
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::IBeamCursor);
        setMaximumWidth(px(440));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {px(440), px(30)}; }
    QSize minimumSizeHint() const override { return {px(120), px(30)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Tone::Ctl), 1));
        painter.setBrush(color(Tone::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
        paintIcon(&painter, QRectF(px(10), (height() - px(16)) / 2.0, px(16), px(16)),
                  QStringLiteral("search"), color(Tone::Ink3));
        const QString keys = QStringLiteral("Ctrl+K");
        painter.setFont(face(12, Weight::Medium));
        const int capWidth = painter.fontMetrics().horizontalAdvance(keys) + px(12);
        const QRectF cap(width() - capWidth - px(6), (height() - px(18)) / 2.0, capWidth, px(18));
        painter.setPen(QPen(color(Tone::Line2), 1));
        painter.setBrush(color(Tone::Sunken));
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
        painter.setPen(color(Tone::Ink2));
        painter.drawText(cap, Qt::AlignCenter, keys);
        painter.setFont(face(13));
        painter.setPen(color(Tone::Ink3));
        const QRect room(px(34), 0, int(cap.left()) - px(40), height());
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
};

} // namespace

AppTab::AppTab(const QString& glyph, const QString& words, QWidget* parent)
    : QAbstractButton(parent)
    , m_glyph(glyph) {
    setText(words);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void AppTab::setClosable(bool closable) {
    m_closable = closable;
    updateGeometry();
}

QSize AppTab::sizeHint() const {
    int width = 2 * px(12) + QFontMetrics(face(13, Weight::Semi)).horizontalAdvance(text());
    if (!m_glyph.isEmpty())
        width += px(16 + 7);
    if (m_closable)
        width += px(22);
    return {width, px(44)};
}

QRect AppTab::crossRect() const {
    return {width() - px(28), (height() - px(20)) / 2, px(20), px(20)};
}

void AppTab::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool on = isChecked();
    const QColor ink = color(on ? Tone::Ink : Tone::Ink2);
    int x = px(12);
    if (!m_glyph.isEmpty()) {
        paintIcon(&painter, QRectF(x, (height() - px(16)) / 2.0, px(16), px(16)), m_glyph, ink);
        x += px(16 + 7);
    }
    painter.setFont(face(13, on ? Weight::Semi : Weight::Medium));
    painter.setPen(ink);
    const int room = width() - x - px(m_closable ? 30 : 10);
    painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    if (m_closable)
        paintIcon(&painter, QRectF(crossRect()).adjusted(3, 3, -3, -3), QStringLiteral("close"),
                  color(Tone::Ink3));
    if (on)
        painter.fillRect(0, height() - px(2), width(), px(2), color(Tone::Accent));
    else if (underMouse())
        painter.fillRect(0, height() - px(2), width(), px(2), color(Tone::Line2));
}

void AppTab::mousePressEvent(QMouseEvent* event) {
    const bool middle = event->button() == Qt::MiddleButton;
    if (m_closable && (middle || crossRect().contains(event->position().toPoint())))
        Q_EMIT closeClicked();
    else
        QAbstractButton::mousePressEvent(event);
}

AppBar::AppBar(QWidget* parent)
    : Ground(Tone::Bg, parent)
    , m_brand(new Text(QStringLiteral("Chevet"), {15, Weight::Bold, Tone::Ink}))
    , m_brandBox(new QWidget)
    , m_patients(new AppTab(QStringLiteral("users"), tr("Patients")))
    , m_charts(new QWidget)
    , m_chartRow(new QHBoxLayout(m_charts))
    , m_search(new SearchButton)
    , m_avatar(new Avatar({}, 26, false))
    , m_name(new Text({}, {13, Weight::Medium, Tone::Ink}))
    , m_menu(new IconButton(QStringLiteral("menu"), tr("Menu"))) {
    setRules(Qt::BottomEdge);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(14), 0, px(12), 1);
    row->setSpacing(0);
    auto* brandRow = new QHBoxLayout(m_brandBox);
    brandRow->setContentsMargins(0, 0, 0, 0);
    brandRow->setSpacing(px(8));
    brandRow->addWidget(new Glyph(QStringLiteral("logo"), Tone::Accent, 21));
    brandRow->addWidget(m_brand);
    brandRow->addStretch(1);
    m_brandBox->setFixedWidth(px(152));
    row->addWidget(m_brandBox);
    row->addSpacing(px(18));
    row->addWidget(m_patients);
    m_chartRow->setContentsMargins(0, 0, 0, 0);
    m_chartRow->setSpacing(px(2));
    row->addWidget(m_charts);
    row->addSpacing(px(18));
    row->addStretch(1);
    row->addWidget(m_search, 4);
    row->addStretch(1);
    row->addSpacing(px(18));
    row->addWidget(m_avatar);
    row->addSpacing(px(9));
    row->addWidget(m_name);
    row->addSpacing(px(9));
    auto* lock = new IconButton(QStringLiteral("lock"), tr("Verrouiller (Ctrl+L)"));
    row->addWidget(m_menu);
    row->addWidget(lock);
    connect(m_patients, &QAbstractButton::clicked, this, [this] { Q_EMIT tabChosen(Patients); });
    connect(m_search, &QAbstractButton::clicked, this, &AppBar::searchRequested);
    connect(lock, &QAbstractButton::clicked, this, &AppBar::lockRequested);
    connect(m_menu, &QAbstractButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
}

void AppBar::setUser(const QString& name) {
    m_avatar->setName(name);
    m_name->setText(name);
}

void AppBar::setTab(Tab tab) {
    m_patients->setChecked(tab == Patients);
}

void AppBar::setSearchShown(bool shown) {
    m_search->setVisible(shown);
}

void AppBar::setCompact(bool compact) {
    m_compact = compact;
    m_brand->setVisible(!compact);
    m_brandBox->setFixedWidth(px(compact ? 24 : 152));
    m_search->setMaximumWidth(px(compact ? 330 : 440));
    updateGeometry();
}

void AppBar::setNarrow(bool narrow) {
    m_name->setVisible(!narrow);
}

void AppBar::setCharts(const QStringList& names, int current) {
    while (QLayoutItem* item = m_chartRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < names.size(); ++i) {
        auto* tab = new AppTab({}, names[i]);
        tab->setClosable(true);
        tab->setChecked(i == current);
        tab->setMaximumWidth(px(190));
        tab->setAccessibleName(tr("Dossier de %1").arg(names[i]));
        connect(tab, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chartChosen(i); });
        connect(tab, &AppTab::closeClicked, this, [this, i] { Q_EMIT chartClosed(i); });
        m_chartRow->addWidget(tab);
    }
    // One chart needs no tab: its banner names it, and « Patients » stays lit as in screen 03.
    m_charts->setVisible(names.size() > 1);
    m_patients->setChecked(current < 0 || names.size() <= 1);
}

QSize AppBar::sizeHint() const {
    return {px(800), px(m_compact ? 40 : 44)};
}

} // namespace chevet::shell
