// The key keeps what the ear keeps of a French name as Québec says and spells it: consonants, nasal
// vowels (1 an, 2 in, 3 on), a, i, o, u, 4 ou, 0 eu; e in all its accents is dropped, since a
// folded text cannot tell Tremblé from Tremble. Rules are tried longest first at each place.

#include "record/search_text.h"

#include <QVarLengthArray>

#include <string_view>

namespace chevet::record {

namespace {

enum class Where : quint8 { Any, Nasal, Front, Final, Start, BeforeConsonant, BeforeVowel };

struct Rule {
    std::string_view pattern;
    std::string_view key;
    Where where = Where::Any;
};

constexpr bool isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// By first letter; within a letter the longest first.
constexpr Rule rules[] = {
    {"aient", "", Where::Final},
    {"ault", "O"},
    {"auld", "O"},
    {"aulx", "O"},
    {"ain", "2", Where::Nasal},
    {"aim", "2", Where::Nasal},
    {"aill", "AIL"},
    {"eaux", "O", Where::Final},
    {"aud", "O", Where::Final},
    {"au", "O"},
    {"ae", ""},
    {"an", "1", Where::Nasal},
    {"am", "1", Where::Nasal},
    {"ai", ""},
    {"ay", ""},
    {"a", "A"},
    {"bapti", "BATI"},
    {"bv", "V"},
    {"b", "B"},
    {"chr", "KR"},
    {"chl", "KL"},
    {"cqu", "K"},
    {"ch", "X"},
    {"ck", "K"},
    {"cq", "K"},
    {"c", "S", Where::Front},
    {"c", "K"},
    {"des", "D", Where::BeforeConsonant},
    {"d", "D"},
    {"eault", "O"},
    {"eauld", "O"},
    {"eaux", "O"},
    {"eau", "O"},
    {"ean", "1", Where::Nasal},
    {"ein", "2", Where::Nasal},
    {"eim", "2", Where::Nasal},
    {"esn", "N"},
    {"esqu", "K"},
    {"esq", "K"},
    {"eilli", "IL", Where::BeforeVowel},
    {"eill", "IL"},
    {"eu", "0"},
    {"en", "1", Where::Nasal},
    {"em", "1", Where::Nasal},
    {"ei", ""},
    {"ey", ""},
    {"e", ""},
    {"francois", "FR1SWA"},
    {"febr", "FVR"},
    {"f", "F"},
    {"gn", "NI"},
    {"gea", "JA"},
    {"geo", "JO"},
    {"gu", "G", Where::Front},
    {"gh", "G"},
    {"g", "J", Where::Front},
    {"g", "G"},
    {"h", ""},
    {"ienn", "IN"},
    {"ien", "I2", Where::Nasal},
    {"illi", "IL", Where::BeforeVowel},
    {"isl", "IL"},
    {"in", "2", Where::Nasal},
    {"im", "2", Where::Nasal},
    {"i", "I"},
    {"j", "J"},
    {"k", "K"},
    {"l", "L"},
    {"m", "M"},
    {"n", "N"},
    {"ouin", "W2", Where::Nasal},
    {"oin", "W2", Where::Nasal},
    {"oeu", "0"},
    {"ou", "W", Where::BeforeVowel},
    {"ou", "4"},
    {"oi", "WA"},
    {"oy", "WA"},
    {"oe", ""},
    {"on", "3", Where::Nasal},
    {"om", "3", Where::Nasal},
    {"o", "O"},
    {"ph", "F"},
    {"p", "P"},
    {"qu", "K"},
    {"q", "K"},
    {"rh", "R"},
    {"r", "R"},
    {"sch", "X"},
    {"sh", "X"},
    {"sc", "S", Where::Front},
    {"s", "S"},
    {"th", "T"},
    {"t", "T"},
    {"un", "2", Where::Nasal},
    {"um", "2", Where::Nasal},
    {"u", "U"},
    {"v", "V"},
    {"w", "V"},
    {"x", "KS"},
    {"yn", "2", Where::Nasal},
    {"ym", "2", Where::Nasal},
    {"y", "I"},
    {"z", "S"},
};

bool fits(const Rule& rule, std::string_view word, std::size_t at) {
    if (word.compare(at, rule.pattern.size(), rule.pattern) != 0)
        return false;
    const std::size_t next = at + rule.pattern.size();
    const char after = next < word.size() ? word[next] : '\0';
    switch (rule.where) {
    case Where::Any:
        return true;
    case Where::Final:
        return after == '\0';
    case Where::Start:
        return at == 0;
    case Where::Front:
        return after == 'e' || after == 'i' || after == 'y';
    case Where::Nasal:
        return after == '\0' || (!isVowel(after) && after != 'n' && after != 'm' && after != 'h');
    case Where::BeforeConsonant:
        return at == 0 && after != '\0' && !isVowel(after) && after != 's' && after != 'h';
    case Where::BeforeVowel:
        return after != '\0' && isVowel(after);
    }
    return false;
}

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [word](std::string_view e) { return word.ends_with(e); });
}

// Letters written and not said at the end of a name.
std::string_view withoutSilentEnd(std::string_view word) {
    const std::size_t least = 2;
    if (endsWithAny(word, {"ette", "otte"}))
        word.remove_suffix(2);
    else if (endsWithAny(word, {"ettes", "ottes"}))
        word.remove_suffix(3);
    bool r = false;
    while (word.size() > least && endsWithAny(word, {"s", "t", "d", "x", "z"})) {
        if (endsWithAny(word, {"st", "ault", "auld", "aulx"}))
            break;
        r = r || word.ends_with('t') || word.ends_with('d');
        word.remove_suffix(1);
    }
    if (word.size() > least + 1 && endsWithAny(word, {"nc", "erc", "mp", "ng"})) {
        r = r || word.ends_with("erc");
        word.remove_suffix(1);
    }
    if (!r && word.size() > least + 1 && word.ends_with("er"))
        word.remove_suffix(1);
    if (word.size() > least + 1 && word.ends_with("ee"))
        word.remove_suffix(1);
    return word;
}

void appendSound(QString& key, std::string_view sounds) {
    for (const char sound : sounds)
        if (key.isEmpty() || key.back() != QLatin1Char(sound))
            key += QLatin1Char(sound);
}

} // namespace

QString phoneticKey(QStringView token) {
    QVarLengthArray<char, 64> letters;
    for (const QChar c : token)
        if (c >= u'a' && c <= u'z' && letters.size() < 60)
            letters.append(char(c.unicode()));
    if (letters.isEmpty())
        return {};
    const std::string_view whole(letters.data(), std::size_t(letters.size()));
    const std::string_view word = withoutSilentEnd(whole);
    QString key;
    key.reserve(qsizetype(word.size()) + 2);
    for (std::size_t at = 0; at < word.size();) {
        std::size_t step = 1;
        for (const Rule& rule : rules)
            if (rule.pattern[0] == word[at] && fits(rule, word, at)) {
                step = rule.pattern.size();
                appendSound(key, rule.key);
                break;
            }
        if (key.isEmpty() && isVowel(word[at]) && (at == 0 || word[at - 1] == 'h'))
            key += u'E'; // a leading e is heard
        at += step;
    }
    if (key.size() < 2 && isVowel(word.back()) && !key.endsWith(u'E'))
        key += u'E'; // Guay, Roy: too short to lose a vowel
    return key;
}

QStringList phoneticKeys(QStringView family, QStringView given) {
    QStringList keys;
    for (const QString& token : indexTokens(family, given))
        if (const QString key = phoneticKey(token); !key.isEmpty() && !keys.contains(key))
            keys += key;
    return keys;
}

} // namespace chevet::record
