// Reference ranges: which of them is of this patient.

#include "record/quantities.h"
#include "record/search_text.h"
#include "record/values.h"

namespace chevet::record {

namespace {

using Fit = ReferenceRange::Fit;

constexpr qsizetype longestText = 20'000;

bool isOneOf(QStringView word, std::initializer_list<QStringView> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whom an entry of appliesTo names, by code or by a word that says nothing else.
struct Named {
    bool male = false, female = false, other = false;
    bool pregnancy = false;
};

Named namedBy(Node who, const Reader& reader) {
    QStringList words{fold(reader.conceptOf(who).label()), fold(who["text"].text())};
    for (const Node coding : who["coding"].each())
        words << coding["code"].text().toLower() << fold(coding["display"].text());
    Named named;
    for (const QString& word : std::as_const(words)) {
        named.male |= isOneOf(word, {u"male", u"males", u"m", u"248153007", u"homme", u"hommes",
                                     u"man", u"men", u"masculin"});
        named.female |= isOneOf(word, {u"female", u"females", u"f", u"248152002", u"femme",
                                       u"femmes", u"woman", u"women", u"feminin"});
        named.pregnancy |= word == u"77386006" || word.contains(QLatin1String("pregnan")) ||
                           word.contains(QLatin1String("grossesse")) ||
                           word.contains(QLatin1String("enceinte"));
    }
    named.other = !named.male && !named.female;
    return named;
}

Fit fitOfSex(Node appliesTo, const Reader& reader, int& criteria) {
    const QString& sex = reader.subject().sex;
    Named all;
    for (const Node who : appliesTo.each()) {
        const Named named = namedBy(who, reader);
        if (named.pregnancy && sex == u"male")
            return Fit::Unfit;
        all.male |= named.male;
        all.female |= named.female;
        all.other |= named.other;
    }
    if (all.male != all.female) {
        const bool known = sex == u"male" || sex == u"female";
        if (known && (sex == u"male") != all.male)
            return Fit::Unfit;
        if (!all.other) {
            ++criteria;
            return known ? Fit::Fits : Fit::Unsure;
        }
    }
    return all.other ? Fit::Unnamed : Fit::Everyone;
}

struct Days {
    double count = 0, unit = 1; // the length of the unit it was said in
};

std::optional<Days> daysOf(Node quantity) {
    bool ok = false;
    const double value = quantity["value"].text().toDouble(&ok);
    const QString unit = fold(unitOf(quantity));
    const auto begins = [&unit](QStringView start) { return unit.startsWith(start); };
    const double length = unit == u"a" || begins(u"y") || begins(u"an") ? 365.25
                          : begins(u"mo")                               ? 30.44
                          : begins(u"w") || begins(u"sem")              ? 7
                          : begins(u"d") || begins(u"j")                ? 1
                          : begins(u"h")                                ? 1.0 / 24
                                                                        : 0;
    if (!ok || length == 0)
        return std::nullopt;
    return Days{value * length, length};
}

QDate lastDay(const PartialDate& date) {
    const QDate first = QDate::fromJulianDay(date.julianDay);
    return date.precision == PartialDate::Precision::Year    ? first.addYears(1).addDays(-1)
           : date.precision == PartialDate::Precision::Month ? first.addMonths(1).addDays(-1)
                                                             : date.localDate();
}

QDate firstDay(const PartialDate& date) {
    return date.precision < PartialDate::Precision::Day ? QDate::fromJulianDay(date.julianDay)
                                                        : date.localDate();
}

// By the ages that are possible: a date may be known to the year only.
Fit fitOfAge(Node age, const PartialDate& birth, const PartialDate& at, int& criteria) {
    if (!age)
        return Fit::Everyone;
    ++criteria;
    const auto low = daysOf(age["low"]), high = daysOf(age["high"]);
    if (!birth.isKnown() || !at.isKnown() || (age["low"] && !low) || (age["high"] && !high) ||
        (!low && !high))
        return Fit::Unsure;
    const auto youngest = static_cast<double>(lastDay(birth).daysTo(firstDay(at)));
    const auto oldest = static_cast<double>(firstDay(birth).daysTo(lastDay(at)));
    const double from = low ? low->count - 1 : 0;                      // a leap day more or less
    const double until = high ? high->count + high->unit : oldest + 1; // « 17 years »: all of it
    if (oldest < from || youngest >= until)
        return Fit::Unfit;
    return youngest >= from && oldest < until ? Fit::Fits : Fit::Unsure;
}

Fit both(Fit a, Fit b) {
    for (const Fit fit : {Fit::Unfit, Fit::Unsure, Fit::Unnamed, Fit::Fits})
        if (a == fit || b == fit)
            return fit;
    return Fit::Everyone;
}

void readLimits(ReferenceRange& range, Node node) {
    range.low = node["low"]["value"].text();
    range.high = node["high"]["value"].text();
    bool lowOk = false, highOk = false;
    const double low = range.low.toDouble(&lowOk), high = range.high.toDouble(&highOk);
    if (lowOk)
        range.lowNumber = low;
    if (highOk)
        range.highNumber = high;
    range.unit = displayUnit(unitOf(lowOk ? node["low"] : node["high"]));
    if (lowOk && highOk)
        range.text = displayMeasured(range.low) + QChar(0x2013) + displayMeasured(range.high);
    else if (lowOk)
        range.text = QStringLiteral("≥\u00A0") + displayMeasured(range.low);
    else if (highOk)
        range.text = QStringLiteral("≤\u00A0") + displayMeasured(range.high);
}

bool isNormal(const ReferenceRange& range) {
    return range.kind.isEmpty() || range.kind == u"normal" || range.kind == u"recommended";
}

// What comes before the others: the unit of the value, then « normal » before « recommended », then
// the patient's own range before everybody's, the one that names most first.
int rankOf(const ReferenceRange& range) {
    return (range.otherUnit ? 0 : 100) + (range.kind == u"recommended" ? 0 : 10) +
           (range.fit == Fit::Fits ? 1 + range.named : 0);
}

QString inWords(const ReferenceRange& range, bool withWhom) {
    const QString words = range.otherUnit && !range.unit.isEmpty()
                              ? QString(range.text + QChar(0xA0) + range.unit)
                              : range.text;
    return !withWhom || range.appliesTo.isEmpty()
               ? words
               : QString(words + QStringLiteral(" (") + range.appliesTo + u')');
}

} // namespace

QList<ReferenceRange> readRanges(Node list, const Reader& reader, const Value& value,
                                 const PartialDate& at) {
    QList<ReferenceRange> ranges;
    for (const Node node : list.each()) {
        ReferenceRange range;
        readLimits(range, node);
        const QString written = node["text"].text().left(longestText);
        if (range.text.isEmpty())
            range.text = written;
        range.kind = node["type"]["coding"].first()["code"].text();
        range.appliesTo =
            joined(reader.conceptLabels(node["appliesTo"]) << rangeText(node["age"]), u", ");
        if (range.appliesTo.isEmpty() && written != range.text)
            range.appliesTo = written;
        range.otherUnit = !range.unit.isEmpty() && value.kind == Value::Kind::Quantity &&
                          comparableUnit(range.unit) != comparableUnit(value.unit);
        range.fit = both(fitOfSex(node["appliesTo"], reader, range.named),
                         fitOfAge(node["age"], reader.subject().birth, at, range.named));
        if (!range.text.isEmpty())
            ranges += range;
    }
    return ranges;
}

const ReferenceRange* normalRange(const QList<ReferenceRange>& ranges) {
    const ReferenceRange* best = nullptr;
    bool doubt = false;
    for (const ReferenceRange& range : ranges) {
        if (!isNormal(range) || range.fit == Fit::Unfit || range.fit == Fit::Unnamed)
            continue;
        if (range.fit == Fit::Unsure) { // it might be this one
            doubt = doubt || (!range.otherUnit && range.kind != u"recommended");
        } else if (best == nullptr || rankOf(range) > rankOf(*best)) {
            best = &range;
        }
    }
    for (const ReferenceRange& range : ranges)
        doubt = doubt || (best != nullptr && isNormal(range) && range.fit == best->fit &&
                          rankOf(range) == rankOf(*best) && range.text != best->text);
    return doubt ? nullptr : best;
}

QString rangeWords(const QList<ReferenceRange>& ranges) {
    const ReferenceRange* chosen = normalRange(ranges);
    QStringList all;
    if (chosen != nullptr)
        all += inWords(*chosen, false);
    for (const ReferenceRange& range : ranges) {
        const bool may = range.fit == Fit::Unnamed || range.fit == Fit::Unsure;
        if (&range == chosen || !isNormal(range) || range.fit == Fit::Unfit)
            continue;
        if (chosen == nullptr || (may && !range.otherUnit))
            all += inWords(range, true);
    }
    all.removeDuplicates();
    return all.join(QStringLiteral("; "));
}

} // namespace chevet::record
