#include "record/dosage.h"

#include "record/labels.h"
#include "record/posology_facts.h"
#include "record/quantities.h"

#include <QHash>
#include <QRegularExpression>

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
    QString comparator = comparatorSign(quantity["comparator"].text());
    if (!comparator.isEmpty()) // never a limit shown as a dose
        comparator += QChar(0xA0);
    const QString received =
        quantity["unit"].text().isEmpty() ? unitOf(quantity) : quantity["unit"].text();
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

// The source's words first, then of the structure what they do not say.
QString DosageWords::shown(const QStringList& structured) const {
    if (!textSaysMore)
        return joined(structured, u", ");
    QStringList more;
    for (const QString& part : structured)
        if (addsTo(part, text))
            more += part;
    const QString rest = joined(more, u", ");
    return rest.isEmpty() ? text : QString(text + QStringLiteral(" (") + rest + u')');
}

QString DosageWords::posology() const {
    return shown(QStringList{schedule, asNeeded ? say(u"au besoin", u"as needed") : QString()} +
                 extras);
}

QString DosageWords::full() const {
    return shown(
        QStringList{dose, schedule, asNeeded ? say(u"au besoin", u"as needed") : QString()} +
        extras);
}

namespace {

// A dose may be given as ordered and as calculated: what was ordered leads. Without a list of them
// the dosage itself holds the dose (an administration, older FHIR).
std::vector<Node> ratesOf(Node dosage) {
    std::vector<Node> rates;
    for (const Node rate : dosage["doseAndRate"].each())
        rates.push_back(rate);
    std::stable_partition(rates.begin(), rates.end(), [](const Node& rate) {
        return rate["type"]["coding"].first()["code"] == "ordered";
    });
    if (rates.empty())
        rates.push_back(dosage);
    return rates;
}

QString typeWords(Node rate, const Reader& reader) {
    const QString code = rate["type"]["coding"].first()["code"].text();
    return code == u"calculated" ? say(u"dose calculée", u"calculated dose")
           : code == u"ordered"  ? say(u"dose prescrite", u"ordered dose")
                                 : reader.conceptOf(rate["type"]).label();
}

QString amountWords(Node rate) {
    const Node quantity = rate["doseQuantity"] ? rate["doseQuantity"] : rate["dose"];
    return quantity.isObject() ? doseText(quantity) : rangeText(rate["doseRange"], true);
}

// "1 000 unités/h"
QString flowWords(Node rate) {
    const Node ratio = rate["rateRatio"];
    if (!ratio)
        return rate["rateQuantity"] ? quantityText(rate["rateQuantity"], true)
                                    : rangeText(rate["rateRange"], true);
    const Node per = ratio["denominator"];
    const QString number = per["value"].text();
    const QString unit =
        number == u"1" || number.isEmpty()
            ? (per["unit"].text().isEmpty() ? per["code"].text() : per["unit"].text())
            : quantityText(per, true);
    return quantityText(ratio["numerator"], true) + u'/' + unit;
}

// Every other dose and rate, each under what it is.
QStringList otherRates(const std::vector<Node>& rates, const Reader& reader) {
    QStringList others;
    for (std::size_t i = 1; i < rates.size(); ++i)
        if (const QString words = joined({amountWords(rates[i]), flowWords(rates[i])}, u", ");
            !words.isEmpty())
            others += joined({typeWords(rates[i], reader), words}, say(u"\u00A0: ", u": "));
    return others;
}

// What is not simply what was ordered is said to be so.
QString leadType(const std::vector<Node>& rates, const Reader& reader) {
    const Node lead = rates.front();
    return lead["type"]["coding"].first()["code"] == "ordered" ? QString()
                                                               : typeWords(lead, reader);
}

// A text that begins with the product's name may repeat its strength beside a number of tablets.
bool namesProduct(const QString& text, const ProductWords& product) {
    return !product.name.isEmpty() && text.contains(product.name, Qt::CaseInsensitive);
}

// Of what the source wrote for the pharmacist and for the patient, what the structure does not say.
QString wordsBeyond(const QStringList& written, const QString& structured,
                    const ProductWords& product) {
    QStringList kept;
    QString known = structured;
    for (const QString& text : written) {
        const QString strength = namesProduct(text, product) ? product.dose : QString();
        if (!addsTo(text, joined({known, strength}, u", ")))
            continue;
        kept += text;
        known = joined({known, text}, u", ");
    }
    return kept.join(QStringLiteral("; "));
}

} // namespace

DosageWords readDosage(Node dosage, const Reader& reader, const ProductWords& product) {
    DosageWords out;
    if (dosage.isString()) {
        out.text = dosage.text();
        out.textSaysMore = !out.text.isEmpty();
        return out;
    }
    const std::vector<Node> rates = ratesOf(dosage);
    out.dose = amountWords(rates.front());
    out.schedule = scheduleOf(dosage["timing"], reader);
    out.asNeeded = dosage["asNeededBoolean"].isTrue() || dosage["asNeededCodeableConcept"].exists();
    const QString need = reader.conceptOf(dosage["asNeededCodeableConcept"]).label();
    if (!need.isEmpty())
        out.extras += say(u"si ", u"for ") + need;
    out.extras += reader.conceptLabels(dosage["additionalInstruction"]);
    out.extras << reader.conceptOf(dosage["site"]).label() << flowWords(rates.front())
               << limitWords(dosage) << leadType(rates, reader);
    out.extras += otherRates(rates, reader);
    out.route = reader.conceptOf(dosage["route"]).label();
    const QString dose = out.dose.isEmpty() ? product.dose : out.dose;
    const QString structured = joined(QStringList{dose, out.schedule} + out.extras, u", ");
    const QString around = joined({out.route, product.name, product.form,
                                   out.asNeeded ? QStringLiteral("au besoin") : QString()},
                                  u", ");
    out.text = wordsBeyond({dosage["text"].text(), dosage["patientInstruction"].text()},
                           joined({structured, around}, u", "), product);
    out.textSaysMore = !out.text.isEmpty();
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
