#include "record/search_text.h"

#include <array>

namespace chevet::record {

namespace {

constexpr char16_t blank = u' ';

// U+00C0 … U+017F to ASCII; a digit stands for a pair: 1 ae, 2 oe, 3 ss, 4 th, 5 ij; a blank for
// none.
constexpr char latin[] = "aaaaaa1ceeeeiiiidnooooo ouuuuy43"
                         "aaaaaa1ceeeeiiiidnooooo ouuuuy4y"
                         "aaaaaaccccccccddddeeeeeeeeeegggg"
                         "gggghhhhiiiiiiiiii55jjkkklllllll"
                         "lllnnnnnnnnnoooooo22rrrrrrssssss"
                         "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof latin == 0x180 - 0xC0 + 1);

void append(QString& out, char letter) {
    switch (letter) {
    case '1':
        out += u"ae";
        break;
    case '2':
        out += u"oe";
        break;
    case '3':
        out += u"ss";
        break;
    case '4':
        out += u"th";
        break;
    case '5':
        out += u"ij";
        break;
    case ' ':
        break;
    default:
        out += QLatin1Char(letter);
    }
}

void appendOther(QString& out, QStringView text, qsizetype& i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
        const char32_t point = QChar::surrogateToUcs4(c, text[++i]);
        if (QChar::isLetterOrNumber(point))
            out += QChar::fromUcs4(QChar::toLower(point));
        return;
    }
    if (c.isMark())
        return;
    QChar base = c;
    for (QString parts = base.decomposition(); !parts.isEmpty(); parts = base.decomposition())
        base = parts.at(0); // towards the letter without its marks; ends, as decompositions do
    if (base.unicode() >= 0xC0 && base.unicode() < 0x180)
        append(out, latin[base.unicode() - 0xC0]);
    else if (base.isMark())
        return;
    else if (base.isLetterOrNumber())
        out += base.toLower();
    else if (!out.isEmpty() && out.back() != blank)
        out += blank;
}

} // namespace

QString fold(QStringView text) {
    QString out;
    out.reserve(text.size() + 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            out += QChar(c);
        else if (c >= u'A' && c <= u'Z')
            out += QChar(char16_t(c + 32));
        else if (c >= 0xC0 && c < 0x180)
            append(out, latin[c - 0xC0]);
        else if (c < 0x80) {
            if (!out.isEmpty() && out.back() != blank)
                out += blank;
        } else
            appendOther(out, text, i);
    }
    while (!out.isEmpty() && out.back() == blank)
        out.chop(1);
    return out;
}

QStringList nameTokens(QStringView text) {
    QStringList tokens = fold(text).split(QChar(blank), Qt::SkipEmptyParts);
    for (QString& token : tokens)
        if (token == u"saint" || token == u"sainte" || token == u"ste")
            token = QStringLiteral("st");
    return tokens;
}

namespace {

void addUnique(QStringList& list, const QString& token) {
    if (!token.isEmpty() && !list.contains(token))
        list += token;
}

// Every token, and compound names written as one word: all of it, and each pair of neighbours.
void addTokens(QStringList& list, QStringView name) {
    const QStringList tokens = nameTokens(name);
    for (const QString& token : tokens)
        addUnique(list, token);
    for (qsizetype i = 0; i + 1 < tokens.size() && i < 6; ++i)
        addUnique(list, QString(tokens[i] + tokens[i + 1]));
    if (tokens.size() > 2 && tokens.size() < 6)
        addUnique(list, tokens.join(QString()));
}

} // namespace

QStringList indexTokens(QStringView family, QStringView given) {
    QStringList list;
    addTokens(list, family);
    addTokens(list, given);
    return list;
}

QString phoneDigits(QStringView text) {
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    if (digits.size() == 11 && digits.startsWith(u'1'))
        digits.remove(0, 1);
    return digits;
}

} // namespace chevet::record
