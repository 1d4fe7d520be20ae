#include "ui/viewmodels/chart_parts.h"

#include <QHash>
#include <QMap>

#include <limits>

namespace chevet::viewmodels::parts {

using words::ChartWords;

namespace {

// A date known to the year or month spans it; an instant is a point.
void place(TimelineMark& mark, const record::PartialDate& date) {
    mark.day = date.day();
    mark.time = date.timeOfDay();
    if (!date.isKnown())
        return;
    mark.from = mark.to = date.sortKey();
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(mark.from);
    mark.partial = words::isPartial(date);
    if (mark.partial) {
        const bool year = date.precision == record::PartialDate::Precision::Year;
        mark.to = (year ? start.addYears(1) : start.addMonths(1)).toMSecsSinceEpoch() - 1;
    }
}

class Collector {
public:
    Collector(ChartData& view, const Context& context)
        : m_view(view)
        , m_context(context) {}

    void encounters(const record::Chart& chart);
    void results(const record::Chart& chart);
    void medications(const record::Chart& chart);
    void problems(const record::Chart& chart);
    void lists();
    void finish();

private:
    void take(const TimelineMark& mark);
    TimelineMark markOf(TimelineMark::Lane lane, const record::Item& item, const QString& kind,
                        const QString& icon) const;

    ChartData& m_view;
    const Context& m_context;
};

void Collector::take(const TimelineMark& mark) {
    if (mark.from == 0 && mark.to == 0)
        m_view.timeline.undated.append(mark);
    else
        m_view.timeline.marks.append(mark);
}

TimelineMark Collector::markOf(TimelineMark::Lane lane, const record::Item& item,
                               const QString& kind, const QString& icon) const {
    TimelineMark mark;
    mark.lane = lane;
    mark.reference = item.reference;
    mark.kind = kind;
    mark.icon = icon;
    mark.title = m_context.label(item.code);
    if (mark.title.isEmpty())
        mark.title = kind;
    if (!item.authors.isEmpty())
        mark.who = words::shortName(item.authors.first());
    place(mark, item.date);
    return mark;
}

void Collector::encounters(const record::Chart& chart) {
    const QSet<QString> noted = words::visitsWithNotes(chart);
    QHash<QString, TimelineMark> visits; // a note stands for the visit it was written at
    for (const record::Encounter& visit : chart.encounters.items) {
        if (visit.enteredInError)
            continue;
        TimelineMark mark = markOf(TimelineMark::Lane::Encounters, visit,
                                   ChartWords::tr("Consultation"), QStringLiteral("users"));
        if (!visit.title.isEmpty())
            mark.title = visit.title;
        const QStringList why = visit.reasons + visit.diagnoses;
        mark.detail = why.join(QStringLiteral(", "));
        if (mark.who.isEmpty())
            mark.who = visit.serviceProvider;
        mark.shape = visit.status == QLatin1String("planned") ? TimelineMark::Shape::Planned
                     : visit.remote                           ? TimelineMark::Shape::Ring
                                                              : TimelineMark::Shape::Dot;
        if (noted.contains(visit.reference))
            visits.insert(visit.reference, mark);
        else
            take(mark);
    }
    for (const record::Note& note : chart.notes.items) {
        if (note.enteredInError)
            continue;
        TimelineMark mark = markOf(TimelineMark::Lane::Encounters, note, ChartWords::tr("Note"),
                                   QStringLiteral("note"));
        if (!note.title.isEmpty())
            mark.title = note.title;
        if (const auto visit = visits.constFind(note.encounter); visit != visits.constEnd()) {
            mark.kind = visit->kind;
            mark.shape = visit->shape;
            if (mark.who.isEmpty())
                mark.who = visit->who;
        }
        take(mark);
    }
}

Mark worse(Mark a, Mark b) {
    const auto rank = [](Mark m) {
        switch (m) {
        case Mark::CriticalHigh:
        case Mark::CriticalLow:
            return 3;
        case Mark::High:
        case Mark::Low:
        case Mark::Abnormal:
            return 2;
        default:
            return 0;
        }
    };
    return rank(b) > rank(a) ? b : a;
}

// Results of one moment are one mark with a count and the worst flag.
void Collector::results(const record::Chart& chart) {
    QMap<qint64, TimelineMark> moments;
    QHash<qint64, QStringList> flagged, plain;
    for (const AnalyteView& row : m_view.results.rows) {
        for (const ResultPoint& point : row.points) {
            const qint64 at = point.at.isValid() ? point.at.toMSecsSinceEpoch() : 0;
            TimelineMark& mark = moments[at];
            mark.count = mark.reference.isEmpty() ? 1 : mark.count + 1;
            mark.reference = point.reference;
            mark.from = mark.to = at;
            mark.day = point.day;
            mark.time = point.time;
            if (point.partial)
                place(mark, record::PartialDate::parse(point.day));
            mark.mark = worse(mark.mark, point.mark);
            if (mark.who.isEmpty())
                mark.who = point.laboratory;
            QStringList& list =
                point.mark == Mark::None || point.mark == Mark::Missing ? plain[at] : flagged[at];
            list << QString(row.name + QChar(0xA0) + point.text);
        }
    }
    for (auto it = moments.begin(); it != moments.end(); ++it) {
        TimelineMark mark = it.value();
        mark.lane = TimelineMark::Lane::Results;
        mark.shape = mark.mark == Mark::None || mark.mark == Mark::Missing
                         ? TimelineMark::Shape::Circle
                         : TimelineMark::Shape::Flagged;
        mark.kind = ChartWords::tr("Résultats");
        mark.icon = QStringLiteral("flask");
        const QStringList& abnormal = flagged[it.key()];
        const QStringList& normal = plain[it.key()];
        mark.title = (abnormal.isEmpty() ? normal : abnormal).mid(0, 3).join(ChartWords::tr(" ; "));
        const int rest =
            static_cast<int>(abnormal.size() + normal.size()) -
            std::min(3, static_cast<int>((abnormal.isEmpty() ? normal : abnormal).size()));
        if (rest > 0)
            mark.detail = plural(ChartWords::tr("%n autre(s)", nullptr, rest), rest);
        take(mark);
    }
    Q_UNUSED(chart);
}

// One row a substance, one bar a dose. A bar ends where the next begins, or where the order stops.
void Collector::medications(const record::Chart& chart) {
    const record::Medications& meds = chart.medications;
    QMap<QString, QList<const record::Medication*>> byName;
    for (const record::Medication& med : meds.items) {
        const bool spoken = med.source == record::Medication::Source::Request ||
                            med.source == record::Medication::Source::Statement;
        const bool given = !med.prohibited && !med.proposed;
        if (spoken && given && med.date.isKnown() && !med.enteredInError)
            byName[med.name].prepend(&med); // items are newest first
    }
    for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
        TimelineTreatment treatment;
        treatment.name = it.key();
        for (const record::Medication* med : it.value()) {
            const qint64 from = med->start.isKnown() ? med->start.sortKey() : med->date.sortKey();
            const bool ceased = med->activity == record::MedicationActivity::Ceased;
            const qint64 to = med->stop.isKnown() ? med->stop.sortKey() : 0;
            if (!treatment.bars.isEmpty() && treatment.bars.last().words == med->dose) {
                treatment.bars.last().to = to;
                treatment.bars.last().ended = ceased;
                continue;
            }
            if (!treatment.bars.isEmpty() && treatment.bars.last().to == 0)
                treatment.bars.last().to = from;
            const QString change = treatment.bars.isEmpty()
                                       ? QString()
                                       : words::doseStep(treatment.bars.last().words, med->dose);
            treatment.bars.append({from, to, med->dose, ceased, change});
            TimelineMark mark = markOf(TimelineMark::Lane::Medications, *med,
                                       ChartWords::tr("Médicament"), QStringLiteral("pill"));
            mark.title = med->title();
            mark.detail = med->posology;
            mark.who = words::shortName(med->prescriber);
            take(mark);
        }
        for (qsizetype i = 0; i + 1 < treatment.bars.size(); ++i)
            treatment.bars[i].ended = false; // it gave way to the next dose
        // An order that stopped without saying when is not drawn to today.
        TimelineBar& last = treatment.bars.last();
        if (last.ended && last.to == 0)
            last.to = last.from;
        m_view.timeline.treatments.append(treatment);
    }
}

void Collector::problems(const record::Chart& chart) {
    for (const record::Problem& problem : chart.problems.items) {
        if (problem.enteredInError)
            continue;
        TimelineMark mark = markOf(TimelineMark::Lane::Problems, problem,
                                   ChartWords::tr("Problème"), QStringLiteral("list"));
        if (problem.isUnsure())
            mark.detail = problem.verificationWords;
        if (problem.abatement.isKnown() && mark.from != 0)
            mark.to = std::max(mark.to, problem.abatement.sortKey());
        take(mark);
    }
    for (const record::Immunization& dose : chart.immunizations.items) {
        if (!dose.enteredInError)
            take(markOf(TimelineMark::Lane::Vaccines, dose, ChartWords::tr("Vaccin"),
                        QStringLiteral("syringe")));
    }
}

void Collector::lists() {
    const auto add = [&](const QList<DocumentView>& items, TimelineMark::Lane lane,
                         TimelineMark::Shape shape, const QString& kind) {
        for (const DocumentView& item : items) {
            TimelineMark mark;
            mark.lane = lane;
            mark.shape = shape;
            mark.kind = kind;
            mark.icon = item.icon;
            mark.reference = item.reference;
            mark.title = item.title;
            mark.who = item.place;
            mark.day = item.date;
            const bool known = item.sortKey > std::numeric_limits<qint64>::min() / 2;
            mark.from = mark.to = known ? item.sortKey : 0;
            const record::PartialDate date = record::PartialDate::parse(item.date);
            if (words::isPartial(date))
                place(mark, date);
            if (!item.refuted)
                take(mark);
        }
    };
    add(m_view.documents, TimelineMark::Lane::Documents, TimelineMark::Shape::Sheet,
        ChartWords::tr("Document"));
    add(m_view.imaging, TimelineMark::Lane::Imaging, TimelineMark::Shape::Picture,
        ChartWords::tr("Imagerie"));
}

void Collector::finish() {
    TimelineView& timeline = m_view.timeline;
    std::stable_sort(timeline.marks.begin(), timeline.marks.end(),
                     [](const TimelineMark& a, const TimelineMark& b) { return a.from < b.from; });
    timeline.today = m_context.today.endOfDay().toMSecsSinceEpoch();
    timeline.first = timeline.last = timeline.today;
    if (!timeline.marks.isEmpty()) {
        timeline.first = std::min(timeline.today, timeline.marks.first().from);
        for (const TimelineMark& mark : timeline.marks)
            timeline.last = std::max(timeline.last, mark.from);
    }
    if (!timeline.marks.isEmpty())
        m_view.latest = timeline.marks.last().day;
}

} // namespace

void buildTimeline(ChartData& view, const record::Chart& chart, const Context& context) {
    Collector collector(view, context);
    collector.encounters(chart);
    collector.results(chart);
    collector.medications(chart);
    collector.problems(chart);
    collector.lists();
    collector.finish();
}

} // namespace chevet::viewmodels::parts
