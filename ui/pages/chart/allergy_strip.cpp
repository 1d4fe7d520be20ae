#include "ui/pages/chart/allergy_strip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace chevet::pages {

using viewmodels::AllergyView;
using viewmodels::Lack;
using widgets::color;
using widgets::px;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

AllergyCard::AllergyCard(Look look, const QString& title, const QString& detail,
                         const QString& strong, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(title)
    , m_detail(detail)
    , m_strong(strong) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(QStringList{title, detail, strong}.join(QStringLiteral(", ")));
    setToolTip(accessibleName());
    setCursor(Qt::PointingHandCursor);
}

QSize AllergyCard::sizeHint() const {
    const widgets::Line title{
        {Run::icon({}, 16), Run::words(m_title, 14, Tone::Ink, Weight::Semi)}};
    const int width = qRound(widgets::lineWidth(title)) + px(34);
    return {std::max(px(m_look == Look::More ? 70 : 190), width), px(46)};
}

QSize AllergyCard::minimumSizeHint() const {
    return {px(m_look == Look::More ? 60 : 128), px(46)};
}

void AllergyCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool unknown = m_look == Look::Unknown;
    const bool contradicted = m_look == Look::Contradicted;
    const bool allergy = m_look == Look::High || m_look == Look::Some || m_look == Look::More;
    QPen edge(color(m_look == Look::High ? Tone::CritSolid
                    : allergy            ? Tone::CritLine
                    : unknown            ? Tone::Ctl
                    : contradicted       ? Tone::WarnLine
                                         : Tone::OkLine),
              1);
    if (unknown)
        edge.setDashPattern({3, 3});
    painter.setPen(edge);
    painter.setBrush(color(allergy        ? Tone::CritSoft
                           : contradicted ? Tone::WarnSoft
                                          : Tone::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    double left = px(10);
    if (m_look == Look::High) {
        painter.fillRect(QRectF(1, 1, px(4), height() - 2), color(Tone::CritSolid));
        left = px(13);
    }
    if (unknown) {
        const QRectF hatch(1, 1, px(14), height() - 2);
        widgets::paintHatch(&painter, hatch, color(Tone::Ctl), px(5));
        painter.setPen(edge);
        painter.drawLine(QPointF(px(15), 1), QPointF(px(15), height() - 1));
        left = px(24);
    }
    const QString glyph = m_look == Look::High      ? QStringLiteral("octagon-alert")
                          : allergy || contradicted ? QStringLiteral("triangle-alert")
                          : unknown                 ? QStringLiteral("circle-question")
                                                    : QStringLiteral("circle-check");
    widgets::Line first;
    if (m_look != Look::More)
        first.runs << Run::icon(glyph, 16,
                                allergy        ? Tone::Crit
                                : unknown      ? Tone::Ink2
                                : contradicted ? Tone::Warn
                                               : Tone::Ok);
    first.runs << Run::words(m_title, 14, Tone::Ink, Weight::Semi);
    widgets::Line second;
    second.gap = 4;
    if (!m_detail.isEmpty())
        second.runs << Run::words(m_detail, 12, contradicted ? Tone::Warn : Tone::Ink2);
    if (!m_strong.isEmpty()) {
        if (!m_detail.isEmpty())
            second.runs << Run::words(QStringLiteral("·"), 12, Tone::Ink2);
        second.runs << Run::kept(m_strong, 12, Weight::Semi);
    }
    const QRectF inner = QRectF(rect()).adjusted(left, px(3), -px(8), -px(3));
    widgets::paintCell(&painter, inner, widgets::Cell{{first, second}});
}

void AllergyCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        QWidget::keyPressEvent(event);
}

void AllergyCard::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT pressed();
}

AllergyStrip::AllergyStrip(QWidget* parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    m_row->setContentsMargins(0, 0, 0, 1);
    m_row->setSpacing(0);
    setAccessibleName(tr("Allergies"));
    setCompact(false);
}

void AllergyStrip::setCompact(bool compact) {
    m_compact = compact;
    if (!m_narrow)
        setFixedHeight(px(compact ? 78 : 84));
}

void AllergyStrip::setNarrow(bool narrow) {
    m_narrow = narrow;
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    setSizePolicy(QSizePolicy::Preferred, narrow ? QSizePolicy::Maximum : QSizePolicy::Fixed);
    setCompact(m_compact);
}

void AllergyStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Tone::Surface));
    painter.fillRect(QRectF(0, height() - 1, width(), 1), color(Tone::Line2));
    if (m_allergic)
        painter.fillRect(QRectF(0, 0, px(4), height() - 1), color(Tone::CritSolid));
}

void AllergyStrip::addHead(const viewmodels::ChartData& chart) {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(px(18), px(m_compact ? 7 : 10), px(14), 0);
    column->setSpacing(0);
    column->addWidget(new widgets::Text(tr("Allergies"), {14, Weight::Bold, Tone::Ink}));
    if (!chart.allergiesReviewed.isEmpty())
        column->addWidget(new widgets::Text(tr("relues %1").arg(chart.allergiesReviewed),
                                            {12, Weight::Regular, Tone::Ink3}));
    else
        column->addWidget(
            new widgets::Text(tr("revue sans date"), {12, Weight::Regular, Tone::Ink3}));
    if (!chart.allergiesReviewedBy.isEmpty()) {
        auto* who = new widgets::Text(chart.allergiesReviewedBy, {12, Weight::Regular, Tone::Ink3});
        who->setElided(true);
        column->addWidget(who);
    }
    column->addStretch();
    if (!m_narrow)
        head->setFixedWidth(px(160));
    m_row->addWidget(head);
}

void AllergyStrip::addKind(const QString& title, const QList<const AllergyView*>& items,
                           const viewmodels::Lacking& lack) {
    if (!m_narrow)
        m_row->addWidget(new widgets::Rule(Qt::Vertical, Tone::Line));
    auto* kind = new QWidget(this);
    auto* column = new QVBoxLayout(kind);
    column->setContentsMargins(px(12), px(m_compact ? 5 : 7), px(12), px(8));
    column->setSpacing(px(m_compact ? 2 : 4));
    const bool denied = lack.contradicted && !items.isEmpty();
    auto* heading =
        new widgets::Text(denied ? tr("%1 · « aucune connue », %2").arg(title, lack.words) : title,
                          {12, Weight::Medium, denied ? Tone::Warn : Tone::Ink3});
    heading->setElided(true);
    column->addWidget(heading);
    auto* cards = new QBoxLayout(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    cards->setSpacing(px(8));
    const qsizetype most = items.size() > 3 ? 2 : 3;
    for (qsizetype i = 0; i < std::min(items.size(), most); ++i) {
        const AllergyView& item = *items.at(i);
        auto* card = new AllergyCard(item.high ? AllergyCard::Look::High : AllergyCard::Look::Some,
                                     item.title, item.reaction, item.criticality);
        connect(card, &AllergyCard::pressed, this,
                [this, reference = item.reference] { Q_EMIT opened(reference); });
        cards->addWidget(card, 1);
    }
    if (items.size() > most) {
        QStringList names;
        for (qsizetype i = most; i < items.size(); ++i)
            names << items.at(i)->title;
        const int rest = static_cast<int>(items.size() - most);
        auto* more = new AllergyCard(AllergyCard::Look::More, tr("%n de plus", nullptr, rest),
                                     names.join(QStringLiteral(", ")), {});
        connect(more, &AllergyCard::pressed, this, [this] { Q_EMIT opened({}); });
        cards->addWidget(more);
    }
    if (items.isEmpty()) {
        const bool stated = lack.lack == Lack::NoneKnown;
        auto* card =
            new AllergyCard(lack.contradicted ? AllergyCard::Look::Contradicted
                            : stated          ? AllergyCard::Look::NoneKnown
                                              : AllergyCard::Look::Unknown,
                            stated ? tr("Aucune connue") : tr("Non documenté"), lack.words, {});
        connect(card, &AllergyCard::pressed, this, [this] { Q_EMIT opened({}); });
        cards->addWidget(card, 1);
    }
    column->addLayout(cards);
    column->addStretch();
    const int shown = static_cast<int>(std::clamp<qsizetype>(items.size(), 1, 3));
    m_row->addWidget(kind, items.isEmpty() ? 8 : 4 + 9 * shown);
}

void AllergyStrip::setChart(const viewmodels::ChartData& chart) {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<const AllergyView*> byKind[3];
    for (const AllergyView& item : chart.allergies) {
        // Environment and other share a column; what is refuted stays in the section.
        if (!item.quiet && !item.refuted)
            byKind[std::min(item.kind, 2)].append(&item);
    }
    m_allergic = chart.activeAllergies > 0;
    addHead(chart);
    addKind(tr("Médicaments"), byKind[0], chart.allergyLack[0]);
    addKind(tr("Aliments"), byKind[1], chart.allergyLack[1]);
    addKind(tr("Latex, environnement et autres"), byKind[2], chart.allergyLack[2]);
    update();
}

} // namespace chevet::pages
