#include "ui/widgets/side_nav.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace chevet::widgets {

class NavItem : public QAbstractButton {
public:
    NavItem(const QString& glyph, const QString& words, int index)
        : m_glyph(glyph)
        , m_index(index) {
        setText(words);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setCount(const QString& count, Tone tone, Flag flag) {
        m_count = count;
        m_tone = tone;
        m_flag = flag;
        setAccessibleName(count.isEmpty() ? text() : QString(text() + QLatin1String(", ") + count));
        update();
    }
    void setRail(bool rail) {
        m_rail = rail;
        setToolTip(rail ? text() : QString());
        updateGeometry();
    }
    void setDigit(bool shown) {
        m_digit = shown;
        update();
    }
    QSize sizeHint() const override { return {px(m_rail ? 36 : 164), px(m_rail ? 34 : 33)}; }

protected:
    // A button would walk on to whatever follows the navigation: arrows are the list's.
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else
            QAbstractButton::keyPressEvent(event);
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool on = isChecked();
        if (on || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(on ? Tone::Sel : Tone::Line));
            painter.drawRoundedRect(rect(), px(4), px(4));
        }
        if (on) {
            painter.setBrush(color(Tone::Accent));
            painter.drawRoundedRect(QRectF(0, px(7), px(3), height() - 2 * px(7)), px(1.5),
                                    px(1.5));
        }
        const int side = px(16);
        const int left = m_rail ? (width() - side) / 2 : px(9);
        paintIcon(&painter, QRectF(left, (height() - side) / 2.0, side, side), m_glyph,
                  color(on ? Tone::Accent : Tone::Ink2));
        if (m_rail)
            paintRailFlag(painter);
        else
            paintWords(painter, left + side + px(10), on);
        if (m_digit)
            paintDigit(painter);
    }

private:
    void paintRailFlag(QPainter& painter) const {
        if (m_flag != Flag::None)
            paintFlag(&painter, QRectF(width() - px(12), px(5), px(9), px(9)), m_flag);
    }

    void paintWords(QPainter& painter, int left, bool on) const {
        int right = width() - px(8);
        if (!m_count.isEmpty()) {
            painter.setFont(face(12, m_tone == Tone::Ink3 ? Weight::Medium : Weight::Semi));
            painter.setPen(color(m_tone));
            right -= painter.fontMetrics().horizontalAdvance(m_count);
            painter.drawText(QRect(right, 0, width() - right, height()), Qt::AlignVCenter, m_count);
            if (m_flag != Flag::None) {
                right -= px(12);
                paintFlag(&painter, QRectF(right, (height() - px(9)) / 2.0, px(9), px(9)), m_flag);
            }
            right -= px(6);
        }
        painter.setFont(face(13, on ? Weight::Semi : Weight::Medium));
        painter.setPen(color(on ? Tone::Ink : Tone::Ink2));
        painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - left));
    }

    void paintDigit(QPainter& painter) const {
        if (m_index > 9)
            return;
        const QRectF cap(px(2), px(2), px(14), px(14));
        painter.setPen(QPen(color(Tone::Line2), 1));
        painter.setBrush(color(Tone::Surface));
        painter.drawRoundedRect(cap, px(3), px(3));
        painter.setFont(face(12, Weight::Semi));
        painter.setPen(color(Tone::Ink));
        painter.drawText(cap, Qt::AlignCenter, QString::number((m_index + 1) % 10));
    }

    QString m_glyph, m_count;
    int m_index;
    Tone m_tone = Tone::Ink3;
    Flag m_flag = Flag::None;
    bool m_rail = false, m_digit = false;
};

SideNav::SideNav(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(px(8), px(8), px(9), px(8));
    m_column->setSpacing(1);
    m_column->addStretch(1);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setRail(m_rail); // sizes are made of the type
        update();
    });
}

int SideNav::addItem(const QString& glyph, const QString& words) {
    const int index = int(m_items.size());
    auto* item = new NavItem(glyph, words, index);
    m_items << item;
    m_column->insertWidget(m_column->count() - 1, item);
    connect(item, &QAbstractButton::clicked, this, [this, index] {
        setCurrent(index);
        Q_EMIT chosen(index);
    });
    return index;
}

void SideNav::setCount(int index, const QString& count, Tone tone, Flag flag) {
    m_items[index]->setCount(count, tone, flag);
}

void SideNav::addSeparator() {
    auto* rule = new Rule(Qt::Horizontal, Tone::Line2);
    m_column->insertSpacing(m_column->count() - 1, px(7));
    m_column->insertWidget(m_column->count() - 1, rule);
    m_column->insertSpacing(m_column->count() - 1, px(7));
}

void SideNav::setCurrent(int index) {
    m_current = index;
    for (int i = 0; i < m_items.size(); ++i)
        m_items[i]->setChecked(i == index);
}

void SideNav::setRail(bool rail) {
    m_rail = rail;
    m_column->setContentsMargins(px(rail ? 5 : 8), px(rail ? 6 : 8), px(rail ? 6 : 9), px(8));
    for (NavItem* item : m_items)
        item->setRail(rail);
    updateGeometry();
}

void SideNav::setDigitsShown(bool shown) {
    for (NavItem* item : m_items)
        item->setDigit(shown);
}

QSize SideNav::sizeHint() const {
    return {px(m_rail ? 48 : 180), QWidget::sizeHint().height()};
}

QSize SideNav::minimumSizeHint() const {
    return {px(m_rail ? 48 : 180), 0};
}

void SideNav::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Tone::Bg));
    painter.fillRect(width() - 1, 0, 1, height(), color(Tone::Line2));
}

void SideNav::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (int i = 0; step != 0 && i < m_items.size(); ++i) {
        if (m_items[i]->hasFocus()) {
            m_items[std::clamp(i + step, 0, count() - 1)]->setFocus();
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace chevet::widgets
