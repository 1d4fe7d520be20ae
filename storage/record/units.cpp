// UCUM units as they are read in Québec, and the key under which two units are the same.

#include "record/quantities.h"

#include <QHash>
#include <QStringList>

namespace chevet::record {

namespace {

struct Unit {
    QStringView code, french, english;
};

// What the parts of a UCUM expression are called. Case matters in UCUM.
constexpr Unit units[] = {
    {u"mm[Hg]", u"mmHg", u"mmHg"},
    {u"Cel", u"°C", u"°C"},
    {u"[degF]", u"°F", u"°F"},
    {u"[IU]", u"UI", u"IU"},
    {u"[iU]", u"UI", u"IU"},
    {u"k[IU]", u"kUI", u"kIU"},
    {u"m[IU]", u"mUI", u"mIU"},
    {u"u[IU]", u"µUI", u"µIU"},
    {u"a", u"ans", u"y"},
    {u"mo", u"mois", u"mo"},
    {u"wk", u"sem.", u"wk"},
    {u"d", u"j", u"d"},
    {u"m2", u"m²", u"m²"},
    {u"m3", u"m³", u"m³"},
    {u"cm2", u"cm²", u"cm²"},
    {u"mm3", u"mm³", u"mm³"},
    {u"ug", u"µg", u"µg"},
    {u"uL", u"µL", u"µL"},
    {u"ul", u"µL", u"µL"},
    {u"um", u"µm", u"µm"},
    {u"umol", u"µmol", u"µmol"},
    {u"ukat", u"µkat", u"µkat"},
    {u"ml", u"mL", u"mL"},
    {u"dl", u"dL", u"dL"},
    {u"l", u"L", u"L"},
    {u"[lb_av]", u"lb", u"lb"},
    {u"[oz_av]", u"oz", u"oz"},
    {u"[in_i]", u"po", u"in"},
    {u"[ft_i]", u"pi", u"ft"},
    {u"[drp]", u"gouttes", u"drops"},
    {u"[pH]", u"", u""},
    {u"1", u"", u""},
    {u"[HPF]", u"champ", u"HPF"},
    {u"[LPF]", u"champ (faible)", u"LPF"},
    {u"[ppm]", u"ppm", u"ppm"},
    {u"[diop]", u"dioptrie", u"D"},
    {u"deg", u"°", u"°"},
    {u"meq", u"mEq", u"mEq"},
    {u"{score}", u"points", u"points"},
    {u"(score)", u"points", u"points"},
    {u"{beats}", u"batt.", u"beats"},
    {u"{#}", u"", u""},
    {u"{tablet}", u"comprimé", u"tablet"},
    {u"{tbl}", u"comprimé", u"tablet"},
    {u"{capsule}", u"capsule", u"capsule"},
    {u"{puff}", u"inhalation", u"puff"},
    {u"{ratio}", u"", u""},
    {u"{INR}", u"", u""},
    {u"{nominal}", u"", u""},
    {u"{1.73_m2}", u"1,73\u00A0m²", u"1.73\u00A0m²"},
    {u"{T-score}", u"score T", u"T-score"},
    {u"{breaths}", u"resp.", u"breaths"},
    {u"{cells}", u"cellules", u"cells"},
    {u"{copies}", u"copies", u"copies"},
};

QString superscript(QStringView exponent) {
    static constexpr QStringView high = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString out;
    for (const QChar c : exponent)
        if (c == u'-')
            out += QChar(0x207B);
        else if (c.isDigit())
            out += high[c.digitValue()];
    return out;
}

QString displayPart(QStringView part, Language language) {
    for (const Unit& unit : units)
        if (unit.code == part)
            return (language == Language::French ? unit.french : unit.english).toString();
    for (const QStringView ten : {QStringView(u"x10*"), QStringView(u"10*"), QStringView(u"x10^"),
                                  QStringView(u"10^"), QStringView(u"x10E"), QStringView(u"10E")})
        if (part.startsWith(ten) && part.size() > ten.size())
            return QStringLiteral("×10") + superscript(part.sliced(ten.size()));
    if (part.startsWith(u'{') && part.endsWith(u'}')) {
        QString note = part.sliced(1, part.size() - 2).toString();
        return note.replace(u'_', u' ');
    }
    return part.toString();
}

} // namespace

QString displayUnit(QStringView ucum, Language language) {
    const QStringView code = ucum.trimmed();
    if (code.size() > 60)
        return code.toString();
    QStringList out;
    for (const QStringView part : code.split(u'/')) {
        QStringList factors;
        // A point between factors; inside braces it is part of the note.
        if (part.contains(u'{'))
            factors += displayPart(part, language);
        else
            for (const QStringView factor : part.split(u'.'))
                factors += displayPart(factor, language);
        out += factors.join(QChar(0x00B7));
    }
    while (out.size() > 1 && out.last().isEmpty())
        out.removeLast();
    return out.join(u'/');
}

namespace {

QString madeComparable(QString key) {
    for (const auto& [from, to] :
         std::initializer_list<std::pair<QStringView, QStringView>>{{u"µ", u"u"},
                                                                    {u"μ", u"u"},
                                                                    {u"mcg", u"ug"},
                                                                    {u"×", u""},
                                                                    {u"x10", u"10"},
                                                                    {u"^", u"*"},
                                                                    {u"10E", u"10*"},
                                                                    {u"1,73", u"1.73"},
                                                                    {u"²", u"2"},
                                                                    {u"[Hg]", u"Hg"},
                                                                    {u"°", u""},
                                                                    {u"UI", u"[IU]"},
                                                                    {u"Cel", u"C"},
                                                                    {u"beats/minute", u"/min"},
                                                                    {u"bpm", u"/min"}})
        key.replace(from.toString(), to.toString());
    QString out;
    bool note = false;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const QChar c = key[i];
        if (c == u'{' || c == u'}')
            note = c == u'{' && !(i + 1 < key.size() && key[i + 1].isDigit());
        else if (!note && !c.isSpace() && c != u'_')
            out += c.toLower();
    }
    return out == u"1" || out == u"score" || out == u"(score)" ? QString() : out;
}

} // namespace

// A chart asks this twice for every result, always of the same few units.
QString comparableUnit(QStringView unit) {
    constexpr qsizetype kept = 256;
    thread_local QHash<QString, QString> known;
    const QString key = unit.trimmed().toString();
    if (key.size() > 60)
        return key;
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    if (known.size() >= kept)
        known.clear();
    return *known.insert(key, madeComparable(key));
}

} // namespace chevet::record
