#include "record/dosage.h"

#include "record/labels.h"
#include "record/quantities.h"
#include "record/search_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace chevet::record {

namespace {

QString plural(const QString& unit, const QString& number) {
    const bool word =
        unit.size() > 3 && unit.back().isLetter() && unit.back() != u's' && !unit.contains(u'/');
    // « 1,5 comprimé », "1.5 tablets"
    const bool french = spoken() == Language::French;
    const std::optional<int> many = compareNumbers(number, french ? u"2" : u"1");
    return word && many && *many >= (french ? 0 : 1) ? QString(unit + u's') : unit;
}

QString doseText(Node quantity) {
    const QString number = quantity["value"].text();
    if (number.isEmpty())
        return {};
    QString comparator = quantity["comparator"].text();
    if (!comparator.isEmpty()) // never a limit shown as a dose
        comparator += QChar(0xA0);
    const QString received =
        quantity["unit"].text().isEmpty() ? quantity["code"].text() : quantity["unit"].text();
    const QString unit = doseUnit(received);
    if (unit.isEmpty() || unit == u"1" || unit == u"{dose}" || unit == u"dose")
        return comparator + displayDose(number) + say(u"\u00A0par prise", u"\u00A0per dose");
    return comparator + displayDose(number) + QChar(0xA0) + plural(unit, number);
}

QString periodWords(QStringView unit, const QString& period, const QString& most) {
    const QString number =
        displayDose(period) +
        (most.isEmpty() ? QString() : QString(say(u" à ", u" to ") + displayDose(most)));
    const bool feminine = unit == u"h" || unit == u"min" || unit == u"wk" || unit == u"s";
    return say(feminine ? u"toutes les " : u"tous les ", u"every ") + number + QChar(0xA0) +
           enumWords(u"periods", unit);
}

QString timesWords(const QString& frequency, const QString& most) {
    const QString times = frequency.isEmpty() ? QStringLiteral("1") : frequency;
    if (!most.isEmpty())
        return times + say(u" à ", u" to ") + most + say(u" fois", u" times");
    if (spoken() == Language::English && (times == u"1" || times == u"2"))
        return times == u"1" ? QStringLiteral("once") : QStringLiteral("twice");
    return times + say(u" fois", u" times");
}

// "1 fois par jour", "2 à 3 fois par jour", "toutes les 8 heures", "3 fois tous les 2 jours";
// "once a day", "2 to 3 times a day", "every 8 hours", "3 times every 2 days"
QString frequencyWords(Node repeat) {
    const QString frequency = repeat["frequency"].text(), most = repeat["frequencyMax"].text();
    const QString unit = repeat["periodUnit"].text(), period = repeat["period"].text();
    if (unit.isEmpty())
        return frequency.isEmpty() ? QString() : timesWords(frequency, most);
    const QString times = timesWords(frequency, most);
    if (period.isEmpty() || period == u"1")
        return times + say(u" par ", unit == u"h" ? u" an " : u" a ") + enumWords(u"period", unit);
    const QString every = periodWords(unit, period, repeat["periodMax"].text());
    const bool once = (frequency.isEmpty() || frequency == u"1") && most.isEmpty();
    return once ? every : QString(times + u' ' + every);
}

QString momentWords(Node repeat) {
    QStringList moments;
    for (const Node when : repeat["when"].each())
        moments += enumWords(u"when", when.text());
    if (const QString offset = repeat["offset"].text();
        !offset.isEmpty() && offset != u"0" && !moments.isEmpty())
        moments.first().prepend(offset + QStringLiteral(" min "));
    for (const Node time : repeat["timeOfDay"].each())
        moments += say(u"à\u00A0", u"at\u00A0") +
                   time.text().left(5).replace(u':', say(u"\u00A0h\u00A0", u":"));
    QStringList days;
    for (const Node day : repeat["dayOfWeek"].each())
        days += enumWords(u"day", day.text());
    if (!days.isEmpty())
        moments += say(u"le ", u"on ") + days.join(QStringLiteral(", "));
    return moments.join(QStringLiteral(", "));
}

QString boundsWords(Node repeat) {
    const Node duration = repeat["boundsDuration"];
    if (duration["value"])
        return say(u"pendant ", u"for ") + displayDose(duration["value"].text()) + QChar(0xA0) +
               enumWords(u"periods", duration["code"].text().isEmpty() ? duration["unit"].text()
                                                                       : duration["code"].text());
    if (repeat["boundsRange"])
        return say(u"pendant ", u"for ") + rangeText(repeat["boundsRange"]);
    if (const QString count = repeat["count"].text(); !count.isEmpty())
        return count + say(u" doses en tout", u" doses in all");
    return {};
}

QString scheduleOf(Node timing, const Reader& reader) {
    const Node repeat = timing["repeat"];
    QString frequency = frequencyWords(repeat);
    if (frequency.isEmpty()) {
        const Concept code = reader.conceptOf(timing["code"]);
        for (const Coding& coding : code.codings)
            if (const QString words = enumWords(u"timing", coding.code);
                words != coding.code && frequency.isEmpty())
                frequency = words;
        if (frequency.isEmpty())
            frequency = code.label();
    }
    return joined({frequency, momentWords(repeat), boundsWords(repeat)}, u", ");
}

QString limitWords(Node dosage) {
    QStringList limits;
    for (const Node ratio : dosage["maxDosePerPeriod"].each()) {
        const Node per = ratio["denominator"];
        const QString period =
            per["value"].text() == u"1" || per["value"].text().isEmpty()
                ? enumWords(u"period",
                            per["code"].text().isEmpty() ? per["unit"].text() : per["code"].text())
                : quantityText(per, true);
        limits +=
            QStringLiteral("max.\u00A0") + quantityText(ratio["numerator"], true) + u'/' + period;
    }
    if (dosage["maxDosePerAdministration"])
        limits += QStringLiteral("max.\u00A0") +
                  quantityText(dosage["maxDosePerAdministration"], true) +
                  say(u" par prise", u" per dose");
    return limits.join(QStringLiteral(", "));
}

} // namespace

namespace {

// Figures and words of a text, folded; the decimal comma as a point, so that 7,5 and 7.5 are one.
QSet<QString> tokensOf(const QString& text) {
    static const QRegularExpression token(QStringLiteral("\\d+(?:[.,]\\d+)?|[\\p{L}]+"));
    QSet<QString> tokens;
    for (auto at = token.globalMatch(text); at.hasNext();) {
        const QString word = at.next().captured();
        tokens.insert(word.front().isDigit() ? QString(word).replace(u',', u'.') : fold(word));
    }
    return tokens;
}

// What prescribers write around a dose, and the usual shorthand for figures.
const QHash<QString, QString>& usualWords() {
    static const QHash<QString, QString> words = [] {
        QHash<QString, QString> out;
        for (const char* filler :
             {"prendre",  "take",      "de",       "du",        "la",
              "le",       "les",       "l",        "un",        "une",
              "a",        "an",        "the",      "en",        "in",
              "par",      "per",       "po",       "voie",      "orale",
              "oral",     "orally",    "by",       "mouth",     "bouche",
              "chaque",   "each",      "every",    "tous",      "toutes",
              "jour",     "jours",     "jr",       "j",         "day",
              "days",     "fois",      "time",     "times",     "x",
              "daily",    "die",       "qd",       "od",        "co",
              "comprime", "comprimes", "tablet",   "tablets",   "tab",
              "caps",     "capsule",   "capsules", "cap",       "dose",
              "doses",    "mg",        "mcg",      "ug",        "g",
              "ml",       "ui",        "iu",       "unite",     "unites",
              "unit",     "units",     "pour",     "for",       "of",
              "et",       "and",       "once",     "quotidien", "quotidiennement"})
            out.insert(QLatin1String(filler), QString());
        out.insert(QStringLiteral("twice"), QStringLiteral("2"));
        out.insert(QStringLiteral("bid"), QStringLiteral("2"));
        out.insert(QStringLiteral("tid"), QStringLiteral("3"));
        out.insert(QStringLiteral("qid"), QStringLiteral("4"));
        return out;
    }();
    return words;
}

// Whether every word of the text is in what is said already, or says nothing by itself. In doubt it
// says more: a figure or a word that is not known is never left out.
bool addsTo(const QString& text, const QString& said) {
    const QSet<QString> known = tokensOf(said);
    for (const QString& token : tokensOf(text)) {
        if (known.contains(token))
            continue;
        const auto usual = usualWords().constFind(token);
        if (usual == usualWords().cend() || !(usual->isEmpty() || known.contains(*usual)))
            return true;
    }
    return false;
}

} // namespace

QString DosageWords::posology() const {
    const QString built =
        joined({schedule, asNeeded ? say(u"au besoin", u"as needed") : QString(), extra}, u", ");
    if (built.isEmpty())
        return text;
    if (!textSaysMore)
        return built;
    return addsTo(built, text) ? QString(text + QStringLiteral(" (") + built + u')') : text;
}

QString DosageWords::full() const {
    const QString rest = posology();
    const bool said =
        !text.isEmpty() && (schedule.isEmpty() || (textSaysMore && !addsTo(dose, text)));
    return said ? rest : joined({dose, rest}, u", ");
}

namespace {

QString typeOfRate(Node rate) {
    return rate["type"]["coding"].first()["code"].text();
}

// A dose may be given as ordered and as calculated: what was ordered leads.
std::vector<Node> ratesOf(Node dosage) {
    std::vector<Node> rates;
    for (const Node rate : dosage["doseAndRate"].each())
        rates.push_back(rate);
    std::stable_partition(rates.begin(), rates.end(),
                          [](const Node& rate) { return typeOfRate(rate) == u"ordered"; });
    return rates;
}

// "1 000 unités/h"
QString rateWords(Node ratio) {
    const Node per = ratio["denominator"];
    const QString number = per["value"].text();
    const QString unit =
        number == u"1" || number.isEmpty()
            ? (per["unit"].text().isEmpty() ? per["code"].text() : per["unit"].text())
            : quantityText(per, true);
    return quantityText(ratio["numerator"], true) + u'/' + unit;
}

QString otherRates(const std::vector<Node>& rates, const Reader& reader) {
    QStringList others;
    for (std::size_t i = 1; i < rates.size(); ++i) {
        const Node rate = rates[i];
        const QString words = rate["doseQuantity"] ? doseText(rate["doseQuantity"])
                              : rate["doseRange"]  ? rangeText(rate["doseRange"], true)
                                                   : QString();
        if (words.isEmpty())
            continue;
        const QString type = typeOfRate(rate) == u"calculated"
                                 ? say(u"dose calculée", u"calculated dose")
                                 : reader.conceptOf(rate["type"]).label();
        others += type.isEmpty() ? words : QString(type + QStringLiteral("\u00A0: ") + words);
    }
    return others.join(QStringLiteral(", "));
}

} // namespace

DosageWords readDosage(Node dosage, const Reader& reader) {
    DosageWords out;
    if (dosage.isString()) {
        out.text = dosage.text();
        return out;
    }
    out.text = dosage["text"].text().isEmpty() ? dosage["patientInstruction"].text()
                                               : dosage["text"].text();
    const std::vector<Node> rates = ratesOf(dosage);
    const Node rate = rates.empty() ? Node() : rates.front();
    const Node quantity = rate["doseQuantity"]     ? rate["doseQuantity"]
                          : dosage["doseQuantity"] ? dosage["doseQuantity"]
                                                   : dosage["dose"];
    out.dose = quantity ? doseText(quantity) : rangeText(rate["doseRange"], true);
    const QString flow = rate["rateQuantity"] ? quantityText(rate["rateQuantity"], true)
                         : rate["rateRatio"]  ? rateWords(rate["rateRatio"])
                                              : QString();
    out.schedule = scheduleOf(dosage["timing"], reader);
    out.asNeeded = dosage["asNeededBoolean"].isTrue() || dosage["asNeededCodeableConcept"].exists();
    const QString need = reader.conceptOf(dosage["asNeededCodeableConcept"]).label();
    const QString additional = joined(reader.conceptLabels(dosage["additionalInstruction"]), u", ");
    out.extra = joined({need.isEmpty() ? QString() : QString(say(u"si ", u"for ") + need),
                        additional, flow, limitWords(dosage), otherRates(rates, reader)},
                       u", ");
    out.route = reader.conceptOf(dosage["route"]).label();
    const QString wanted = out.asNeeded ? QStringLiteral("au besoin as needed prn") : QString();
    const QString structured = joined({out.dose, out.schedule, out.extra, out.route, wanted}, u" ");
    out.textSaysMore = !out.text.isEmpty() && addsTo(out.text, structured);
    return out;
}

ProductWords splitProduct(const QString& text) {
    static const QRegularExpression strength(QStringLiteral(
        "^(.*?)[\\s\\x{A0}]+(\\d[\\d.,\\s\\x{A0}\\x{202F}]*?)[\\s\\x{A0}]?(mg|mcg|µg|g|UI|unités|"
        "IU|UNT|MEQ|mEq|mL|mmol|%|MG|ML|ACTUAT)"
        "((?:/(?:[\\d.,]*[\\s\\x{A0}]?)?(?:mL|ML|ACTUAT|HR|h|mg|MG|dose|inhalation))?)(?![\\p{L}/"
        "])(.*)$"));
    const QRegularExpressionMatch match =
        text.size() < 300 ? strength.match(text) : QRegularExpressionMatch();
    if (!match.hasMatch() || match.captured(1).trimmed().isEmpty())
        return {text.trimmed(), {}, {}};
    QString number = match.captured(2).simplified();
    if (!number.contains(u','))
        number = displayDose(number);
    QString unit = match.captured(3);
    static const QHash<QString, QString> units{{QStringLiteral("MG"), QStringLiteral("mg")},
                                               {QStringLiteral("ML"), QStringLiteral("mL")},
                                               {QStringLiteral("µg"), QStringLiteral("mcg")},
                                               {QStringLiteral("MEQ"), QStringLiteral("mEq")},
                                               {QStringLiteral("ACTUAT"), QStringLiteral("doses")}};
    unit = unit == u"UNT"  ? say(u"unités", u"units")
           : unit == u"IU" ? say(u"UI", u"IU")
                           : units.value(unit, unit);
    if (unit == u"mL" && match.captured(4).isEmpty())
        return {text.trimmed(), {}, {}}; // the volume of a package is not a dose
    QString per = match.captured(4);
    per.replace(QLatin1String("ML"), QLatin1String("mL"))
        .replace(QLatin1String("ACTUAT"), QStringLiteral("dose"))
        .replace(QLatin1String("HR"), QLatin1String("h"));
    QString form = match.captured(5).trimmed();
    while (form.startsWith(u',') || form.startsWith(u';'))
        form = form.sliced(1).trimmed();
    return {match.captured(1).trimmed(), number + QChar(0xA0) + unit + per, form};
}

} // namespace chevet::record
