#include "record/posology_facts.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <functional>
#include <span>

namespace chevet::record {

namespace {

// Lower case, without accents, the comma of decimals as a point. Fractions (½) stay as they are:
// not understood, they are never taken for a whole.
QString plain(const QString& text) {
    QString out;
    const QString apart = text.normalized(QString::NormalizationForm_D);
    out.reserve(apart.size());
    for (const QChar c : apart)
        if (c == QChar(0x202F)) // « 1 000 »
            continue;
        else if (c == QChar(0xB5) || c == QChar(0x3BC))
            out += u'u';
        else if (!c.isMark())
            out += c.isSpace() ? QChar(u' ') : c.toLower();
    static const QRegularExpression comma(QStringLiteral("(\\d),(?=\\d)"));
    static const QRegularExpression zeros(QStringLiteral("(\\d)\\.0{1,2}(?!\\d)"));
    static const QRegularExpression zero(QStringLiteral("(\\.\\d)0(?!\\d)"));
    return out.replace(comma, QStringLiteral("\\1."))
        .replace(zeros, QStringLiteral("\\1"))
        .replace(zero, QStringLiteral("\\1"));
}

// One name for each way of writing a unit, of time or of a product.
QString unitName(const QString& written) {
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> all;
        const auto add = [&all](const char* name, std::initializer_list<const char*> forms) {
            for (const char* form : forms)
                all.insert(QLatin1String(form), QLatin1String(name));
        };
        add("h", {"hr", "hrs", "heure", "heures", "hour", "hours"});
        add("d", {"jour", "jours", "jr", "jrs", "j", "day", "days"});
        add("wk", {"semaine", "semaines", "sem", "week", "weeks", "wks"});
        add("mo", {"mois", "month", "months"});
        add("min", {"minute", "minutes"});
        add("tablet",
            {"comprime", "comprimes", "comp", "co", "cos", "cp", "cps", "tablets", "tab", "tabs"});
        add("capsule", {"capsules", "cap", "caps", "gelule", "gelules"});
        add("drop", {"drops", "goutte", "gouttes", "gtte", "gttes"});
        add("puff", {"puffs", "inhalation", "inhalations", "inh", "bouffee", "bouffees"});
        add("dose", {"doses", "par prise", "per dose", "prise", "prises"});
        add("patch", {"patchs", "patches", "timbre", "timbres"});
        add("unit", {"u", "units", "unite", "unites"});
        add("iu", {"ui"});
        add("mcg", {"ug"});
        return all;
    }();
    return names.value(written, written);
}

bool isCounted(QStringView unit) {
    return unit == u"tablet" || unit == u"capsule" || unit == u"drop" || unit == u"puff" ||
           unit == u"patch";
}

// In the patterns: N a number, R a number or two, T a unit of time, U any other unit.
QRegularExpression pattern(const char* written) {
    QString text = QString::fromLatin1(written);
    text.replace(QLatin1String("{R}"), QLatin1String("({N}(?: ?(?:-|\\x{2013}|a|to|ou|or) ?{N})?)"))
        .replace(QLatin1String("{N}"), QLatin1String("\\d+(?:\\.\\d+)?"))
        .replace(QLatin1String("{T}"),
                 QLatin1String("(heures?|hours?|hrs?|h|jours?|jrs?|j|days?|d|semaines?|sem|"
                               "weeks?|wks?|mois|months?|mo|minutes?|min)\\b"))
        .replace(QLatin1String("{U}"),
                 QLatin1String(
                     "(mg|mcg|ug|kg|g|ml|l|ui|iu|unites?|units?|u|mmol|meq|comprimes?|comp|cos?|"
                     "cps?|tablets?|tabs?|capsules?|caps?|gelules?|gouttes?|gttes?|drops?|"
                     "inhalations?|inh|puffs?|bouffees?|timbres?|patchs?|patches|par prise|per "
                     "dose|doses?|prises?)(?![a-z])"));
    return QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption);
}

QString ranged(QString numbers) {
    static const QRegularExpression between(QStringLiteral(" ?(?:-|\\x{2013}|a|to|ou|or) ?"));
    return numbers.replace(between, QStringLiteral("-"));
}

using Match = QRegularExpressionMatch;
struct Rule {
    QRegularExpression written;
    std::function<QString(const Match&)> fact;
};

Rule always(const char* written, const char* fact) {
    return {pattern(written), [name = QString(QLatin1String(fact))](const Match&) { return name; }};
}

// Of captures 1 (how many) and 2 (of what).
Rule counted(const char* written, const char* kind) {
    return {pattern(written), [name = QString(QLatin1String(kind))](const Match& m) {
                return QString(name + u':' + ranged(m.captured(1)) + u':' +
                               unitName(m.captured(2)) + m.captured(3));
            }};
}

// Limits before the doses they are made of, frequencies before the intervals: the longest first.
std::span<const Rule> rules() {
    static const Rule all[] = {
        always("\\b(?:au besoin|si besoin|si necessaire|prn|as needed|when needed|if needed)\\b",
               "needed"),
        {pattern("\\bmax(?:imum)?\\.? ?(?:de )?{R}(?: ?{U})?(?: ?(?:/|par|per|en|in|dans) "
                 "?({N})? ?{T})?"),
         [](const Match& m) {
             return QString(u"max:" + ranged(m.captured(1)) + u':' + unitName(m.captured(2)) +
                            u':' + (m.captured(3) == u"1" ? QString() : m.captured(3)) +
                            unitName(m.captured(4)));
         }},
        counted("\\b(?:pendant|durant|pour|for|x) ?{R} ?{T}", "during"),
        {pattern("\\b{R} ?(?:fois|x|times?) (?:tous les|toutes les|every|aux|chaque) ({N}) ?{T}"),
         [](const Match& m) {
             return QString(u"times:" + ranged(m.captured(1)) + u'/' + m.captured(2) +
                            unitName(m.captured(3)));
         }},
        counted("\\b{R} ?(?:fois|x|times?) ?(?:par|/|an?|per|chaque|every) ?{T}", "times"),
        counted("\\b(once) (?:an?|per|every) {T}", "times"),
        counted("\\b(twice) (?:an?|per|every) {T}", "times"),
        always("\\bonce daily\\b", "times:1:d"),
        always("\\b(?:twice daily|bid|b\\.i\\.d\\.)(?![a-z])", "times:2:d"),
        always("\\b(?:tid|t\\.i\\.d\\.)(?![a-z])", "times:3:d"),
        always("\\b(?:qid|q\\.i\\.d\\.)(?![a-z])", "times:4:d"),
        counted("\\b(?:tous les|toutes les|aux|every|q) ?{R} ?{T}", "every"),
        always("\\b(?:die|qd|daily|quotidien|quotidiennement|tous les jours|chaque jour|every "
               "day|par jour|per day|a day)\\b",
               "times:1:d"),
        always("\\b(?:weekly|chaque semaine|every week|par semaine|per week|a week)\\b",
               "times:1:wk"),
        counted("(?<![\\d.]){R} ?{U}((?:/[a-z0-9]+)*)", "dose"),
        always("\\b(?:po|per os|par la bouche|(?:par )?voie orale|by mouth|orally|orale?)\\b",
               "oral"),
        always("\\b(?:sc|s/c|sous-cutanee?|subcut|subcutaneous(?:ly)?)\\b", "under the skin"),
    };
    return all;
}

// What says nothing by itself. « Ou », « si », « avec » and every negation do.
bool isFiller(QStringView word) {
    static constexpr QStringView fillers[] = {
        u"prendre", u"prenez", u"take", u"administrer", u"administer", u"donner", u"give",
        u"de",      u"du",     u"d",    u"des",         u"la",         u"le",     u"les",
        u"l",       u"of",     u"the",  u"et",          u"and",        u"en",     u"in",
        u"on",      u"at",     u"a",    u"au"};
    return std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

QStringList factsOf(const QString& text) {
    QString rest = plain(text);
    static const QRegularExpression one(
        pattern("\\b(?:une?|one|1) (?=(?:comprime|tablet|capsule|gelule|inhalation|bouffee|puff|"
                "timbre|patch|goutte|drop|dose|fois|time)s?\\b)"));
    rest.replace(one, QStringLiteral("1 "));
    QStringList facts;
    for (const Rule& rule : rules()) {
        QString left;
        qsizetype from = 0;
        for (auto at = rule.written.globalMatch(rest); at.hasNext();) {
            const Match match = at.next();
            QString fact = rule.fact(match);
            fact.replace(QLatin1String(":once:"), QLatin1String(":1:"))
                .replace(QLatin1String(":twice:"), QLatin1String(":2:"));
            facts += fact;
            left += QStringView(rest).sliced(from, match.capturedStart() - from) + u" ; ";
            from = match.capturedEnd();
        }
        rest = left + QStringView(rest).sliced(from);
    }
    static const QRegularExpression between(QStringLiteral("[\\s,;.:()'\\x{2019}\\x{2013}]+"));
    for (const QString& word : rest.split(between, Qt::SkipEmptyParts))
        if (!isFiller(word))
            facts += word;
    return facts;
}

// « 1 par prise » is said by « 1 comprimé »; the reverse leaves out what is taken.
bool isSaid(const QString& fact, const QStringList& known) {
    if (known.contains(fact))
        return true;
    if (!fact.startsWith(QLatin1String("dose:")) || !fact.endsWith(QLatin1String(":dose")))
        return false;
    const QString number = fact.chopped(4);
    return std::any_of(known.begin(), known.end(), [&number](const QString& other) {
        return other.startsWith(number) && isCounted(QStringView(other).sliced(number.size()));
    });
}

} // namespace

bool addsTo(const QString& text, const QString& said) {
    const QStringList known = factsOf(said), facts = factsOf(text);
    return !std::all_of(facts.begin(), facts.end(),
                        [&known](const QString& fact) { return isSaid(fact, known); });
}

} // namespace chevet::record
