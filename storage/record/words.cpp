// Small phrases made of FHIR data types.

#include "record/labels.h"
#include "record/quantities.h"
#include "record/reader.h"

namespace chevet::record {

QString joined(const QStringList& parts, QStringView separator) {
    QStringList kept;
    for (const QString& part : parts)
        if (!part.isEmpty())
            kept += part;
    return kept.join(separator.toString());
}

QString personNameOf(Node name) {
    QStringList given;
    for (const Node part : name["given"].each())
        given += part.text();
    const QString full = joined(
        {joined({name["prefix"].first().text(), given.join(u' ')}, u" "), name["family"].text()},
        u" ");
    return full.isEmpty() ? name["text"].text() : full;
}

QString shownPhone(QStringView value) {
    QString digits;
    for (const QChar c : value)
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c.isLetter())
            return value.toString(); // an extension, a remark
    if (digits.size() == 11 && digits.startsWith(u'1'))
        digits.remove(0, 1);
    if (digits.size() != 10)
        return value.toString();
    return digits.left(3) + QChar(0xA0) + digits.mid(3, 3) + u'-' + digits.right(4);
}

QString doseUnit(QStringView unit) {
    const QString key = comparableUnit(unit);
    if (key == u"ug")
        return QStringLiteral("mcg");
    if (unit == u"U" || key == u"[iu]" || key == u"units" || key == u"unit")
        return key == u"[iu]" ? say(u"UI", u"IU") : say(u"unités", u"units");
    if (key == u"tab" || key == u"tablet" || key == u"tablets")
        return say(u"comprimé", u"tablet");
    return displayUnit(unit);
}

QString comparatorSign(QStringView code) {
    if (code == u"<=")
        return QStringLiteral("≤");
    if (code == u">=")
        return QStringLiteral("≥");
    return code == u"ad" ? QString() : code.toString();
}

namespace {

bool isUcum(const QString& system) {
    return system.contains(QLatin1String("unitsofmeasure.org")) ||
           system.endsWith(QLatin1String("2.16.840.1.113883.6.8"));
}

// A code of another list where there is no word for the unit: said to be a code.
QString unitOfList(const QString& system, const QString& code) {
    const Label* label = findLabel(system, code);
    return label != nullptr ? say(label->french, label->english) : codeInWords({system, code, {}});
}

bool isNumeral(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QString unitOf(Node quantity) {
    const QString code = quantity["code"].text(), unit = quantity["unit"].text();
    const QString system = quantity["system"].text();
    if (code.isEmpty() || isUcum(system))
        return code.isEmpty() ? unit : code;
    const bool asUnit = system.isEmpty() && (code == u"1" || !isNumeral(code));
    if (unit.isEmpty())
        return asUnit ? code : unitOfList(system, code);
    return asUnit && comparableUnit(code) == comparableUnit(unit) ? code : unit;
}

QString quantityText(Node quantity, bool dose) {
    const QString number = quantity["value"].text();
    const QString unit = quantity["unit"].text();
    const QString received = dose && !unit.isEmpty() ? unit : unitOf(quantity);
    const QString comparator = comparatorSign(quantity["comparator"].text());
    const QString shown = dose ? displayDose(number) : displayMeasured(number);
    const QString unitWords = dose ? doseUnit(received) : displayUnit(received);
    return joined({comparator, shown, unitWords}, u"\u00A0");
}

QString rangeText(Node range, bool dose) {
    const QString low = quantityText(range["low"], dose), high = quantityText(range["high"], dose);
    if (low.isEmpty() || high.isEmpty())
        return low.isEmpty()
                   ? (high.isEmpty() ? QString() : QString(QStringLiteral("≤\u00A0") + high))
                   : QString(QStringLiteral("≥\u00A0") + low);
    const QString unit = low.section(QChar(0xA0), 1);
    const bool sameUnit = !unit.isEmpty() && unit == high.section(QChar(0xA0), 1);
    return (sameUnit ? low.section(QChar(0xA0), 0, 0) : low) + say(u" à ", u" to ") + high;
}

QString timeWords(Node root, std::string_view prefix) {
    const std::string name(prefix);
    for (const char* form : {"Age", "Quantity"})
        if (const Node age = root[name + form])
            return say(u"à ", u"at ") + quantityText(age);
    if (const Node range = root[name + "Range"])
        return rangeText(range);
    return root[name + "String"].text();
}

QString ratioText(Node ratio) {
    return joined({quantityText(ratio["numerator"]), quantityText(ratio["denominator"])},
                  say(u"\u00A0: ", u": "));
}

namespace {

int countWords(QStringView text, std::initializer_list<QStringView> words) {
    int count = 0;
    for (const QStringView part : text.split(u' ', Qt::SkipEmptyParts))
        count +=
            std::any_of(words.begin(), words.end(),
                        [part](QStringView w) { return part.compare(w, Qt::CaseInsensitive) == 0; })
                ? 1
                : 0;
    return count;
}

} // namespace

QString guessLanguage(QStringView text) {
    const QStringView start = text.first(std::min<qsizetype>(text.size(), 400));
    const int french =
        countWords(start, {u"de", u"du", u"des", u"la", u"le", u"les", u"et", u"avec", u"sans",
                           u"par", u"pour", u"à", u"au", u"chez", u"une"}) +
        int(start.count(u'é') + start.count(u'è') + start.count(u'ê'));
    const int english =
        countWords(start, {u"of",    u"the",   u"and",      u"with",      u"in",        u"by",
                           u"for",   u"to",    u"disorder", u"finding",   u"procedure", u"disease",
                           u"blood", u"oral",  u"tablet",   u"situation", u"or",        u"is",
                           u"no",    u"known", u"pressure", u"rate",      u"level"});
    if (french == english)
        return {};
    return french > english ? QStringLiteral("fr") : QStringLiteral("en");
}

} // namespace chevet::record
