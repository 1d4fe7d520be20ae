#include "ui/widgets/states.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace chevet::widgets {

EmptyState::EmptyState(const QString& fact, const QString& detail, const QString& action,
                       QWidget* parent)
    : QWidget(parent)
    , m_fact(new Text(fact, {14, Weight::Medium, Tone::Ink}))
    , m_detail(new Text(detail, {13, Weight::Regular, Tone::Ink2})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(10), px(14), px(10));
    column->setSpacing(px(3));
    m_fact->setWrapped(true);
    m_detail->setWrapped(true);
    column->addWidget(m_fact);
    column->addWidget(m_detail);
    m_detail->setVisible(!detail.isEmpty());
    if (!action.isEmpty()) {
        auto* link = new LinkButton(action, 13);
        connect(link, &QAbstractButton::clicked, this, &EmptyState::acted);
        column->addSpacing(px(4));
        column->addWidget(link);
    }
    column->addStretch(1);
}

void EmptyState::set(const QString& fact, const QString& detail) {
    m_fact->setText(fact);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

UnknownField::UnknownField(const QString& words, const QString& action, QWidget* parent)
    : QWidget(parent)
    , m_words(words) {
    setAccessibleName(words);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(24), px(24), px(10), px(4));
    if (!action.isEmpty()) {
        m_action = new LinkButton(action, 12);
        connect(m_action, &QAbstractButton::clicked, this, &UnknownField::acted);
        row->addWidget(m_action);
    }
    row->addStretch(1);
}

QSize UnknownField::sizeHint() const {
    const int words = QFontMetrics(face(14, Weight::Semi)).horizontalAdvance(m_words);
    return {px(24) + px(22) + words + px(10), px(m_action ? 46 : 32)};
}

void UnknownField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashed(color(Tone::Ctl), 1);
    dashed.setDashPattern({3, 3});
    painter.setPen(dashed);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    paintHatch(&painter, QRectF(1, 2, px(13), height() - 4), color(Tone::Ctl), px(4));
    painter.setPen(dashed);
    painter.drawLine(QPointF(px(14) + 0.5, 1), QPointF(px(14) + 0.5, height() - 1));
    const int line = m_action ? px(26) : height();
    const int top = m_action ? px(2) : 0;
    const int side = px(16);
    paintIcon(&painter, QRectF(px(24), top + (line - side) / 2.0, side, side),
              QStringLiteral("circle-question"), color(Tone::Ink2));
    painter.setFont(face(14, Weight::Semi));
    painter.setPen(color(Tone::Ink));
    painter.drawText(QRect(px(46), top, width() - px(50), line), Qt::AlignVCenter, m_words);
}

ErrorState::ErrorState(const QString& happened, const QString& holds, const QString& todo,
                       QWidget* parent)
    : QWidget(parent)
    , m_actions(new QHBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(22), px(14), px(16), px(14));
    column->setSpacing(px(4));
    auto* title = new QHBoxLayout;
    title->setSpacing(px(8));
    title->addWidget(new Glyph(QStringLiteral("octagon-cross"), Tone::Crit, 18));
    auto* words = new Text(happened, {14, Weight::Bold, Tone::Ink});
    words->setWrapped(true);
    title->addWidget(words, 1);
    column->addLayout(title);
    for (const QString& sentence : {holds, todo}) {
        if (sentence.isEmpty())
            continue;
        auto* line = new Text(sentence, {13, Weight::Regular, Tone::Ink2});
        line->setWrapped(true);
        column->addWidget(line);
    }
    m_actions->setContentsMargins(0, px(8), 0, 0);
    m_actions->setSpacing(px(8));
    m_actions->addStretch(1);
    column->addLayout(m_actions);
    setAccessibleName(happened);
}

void ErrorState::setReport(const QString& report) {
    const bool first = m_report.isEmpty();
    m_report = report;
    if (!first)
        return;
    auto* copy = new LinkButton(tr("Copier le rapport"), 13);
    copy->setToolTip(tr("Sans donnée clinique"));
    m_actions->addWidget(copy);
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_report); });
}

Button* ErrorState::addAction(const QString& words, bool primary) {
    auto* button = new Button(words, primary ? Button::Kind::Primary : Button::Kind::Plain);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void ErrorState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Tone::CritSolid), 1));
    painter.setBrush(color(Tone::CritSoft));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    painter.fillRect(0, px(2), px(6), height() - 2 * px(2), color(Tone::CritSolid));
}

LoadingRows::LoadingRows(int rows, QWidget* parent)
    : QWidget(parent)
    , m_rows(rows) {
    setAccessibleName(tr("Lecture du dossier"));
}

QSize LoadingRows::sizeHint() const {
    return {px(200), m_rows * px(30)};
}

void LoadingRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Tone::Line));
    for (int i = 0; i < m_rows; ++i) {
        const double share = 0.35 + 0.12 * (i % 4);
        painter.drawRoundedRect(QRectF(px(14), i * px(30) + px(9), width() * share, px(12)), px(3),
                                px(3));
    }
}

ProgressBar::ProgressBar(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setFraction(double fraction) {
    m_fraction = fraction;
    setAccessibleDescription(fraction < 0 ? QString()
                                          : tr("%1\u00a0%").arg(int(std::floor(fraction * 100))));
    update();
}

QSize ProgressBar::sizeHint() const {
    return {px(200), px(12)};
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Tone::Line));
    painter.drawRoundedRect(rect(), px(3), px(3));
    if (m_fraction <= 0)
        return;
    painter.setBrush(color(Tone::Accent));
    painter.drawRoundedRect(QRectF(0, 0, width() * std::min(1.0, m_fraction), height()), px(3),
                            px(3));
}

} // namespace chevet::widgets
