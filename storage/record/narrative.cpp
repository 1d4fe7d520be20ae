// A small HTML scanner rather than an XML parser: real narratives have no namespace, unescaped &
// and unclosed tags, and all that is wanted of them is words and a few tags.

#include "record/narrative.h"

#include <QHash>
#include <QStringList>

namespace chevet::record {

namespace {

constexpr qsizetype largest = 2LL * 1024 * 1024;
constexpr int deepest = 64;

struct Tag {
    QString name; // lower case, without prefix
    QStringView attributes;
    bool closing = false;
    bool empty = false; // <br/>
};

// What each tag becomes; "" keeps the content only. Tags not listed: content only too.
QString target(const QString& name) {
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        for (const char* same : {"p", "b", "i", "u", "sub", "sup", "pre", "ul", "ol", "li", "table",
                                 "tr", "th", "td", "h3", "h4", "h5", "blockquote"})
            map.insert(QLatin1String(same), QLatin1String(same));
        for (const auto& [from, to] :
             std::initializer_list<std::pair<const char*, const char*>>{{"strong", "b"},
                                                                        {"em", "i"},
                                                                        {"h1", "h3"},
                                                                        {"h2", "h3"},
                                                                        {"h6", "h5"},
                                                                        {"dt", "b"},
                                                                        {"dd", "p"},
                                                                        {"code", "pre"},
                                                                        {"tt", "pre"},
                                                                        {"caption", "b"},
                                                                        {"paragraph", "p"},
                                                                        {"list", "ul"},
                                                                        {"item", "li"},
                                                                        {"content", "span"},
                                                                        {"span", "span"},
                                                                        {"ins", "u"}})
            map.insert(QLatin1String(from), QLatin1String(to));
        return map;
    }();
    return known.value(name);
}

bool isBlock(const QString& name) {
    return name == u"div" || name == u"section" || name == u"article" || name == u"dl" ||
           name == u"address" || name == u"center";
}
bool hidesContent(const QString& name) {
    return name == u"script" || name == u"style" || name == u"head" || name == u"title" ||
           name == u"object" || name == u"iframe" || name == u"template" || name == u"svg" ||
           name == u"math";
}

// The value of an attribute, quotes removed; "" if absent.
QString attribute(QStringView attributes, QStringView name) {
    for (qsizetype at = attributes.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = attributes.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        if (at > 0 && !attributes[at - 1].isSpace())
            continue;
        const QStringView rest = attributes.sliced(at + name.size()).trimmed();
        if (!rest.startsWith(u'='))
            continue;
        const QStringView value = rest.sliced(1).trimmed();
        if (value.startsWith(u'"') || value.startsWith(u'\'')) {
            const qsizetype end = value.indexOf(value[0], 1);
            return value.sliced(1, (end < 0 ? value.size() : end) - 1).toString();
        }
        return value.toString().section(u' ', 0, 0);
    }
    return {};
}

char32_t entity(QStringView name) {
    static const QHash<QString, char16_t> named{
        {QStringLiteral("amp"), u'&'},    {QStringLiteral("lt"), u'<'},
        {QStringLiteral("gt"), u'>'},     {QStringLiteral("quot"), u'"'},
        {QStringLiteral("apos"), u'\''},  {QStringLiteral("nbsp"), 0xA0},
        {QStringLiteral("eacute"), u'é'}, {QStringLiteral("egrave"), u'è'},
        {QStringLiteral("ecirc"), u'ê'},  {QStringLiteral("agrave"), u'à'},
        {QStringLiteral("acirc"), u'â'},  {QStringLiteral("ccedil"), u'ç'},
        {QStringLiteral("ocirc"), u'ô'},  {QStringLiteral("ucirc"), u'û'},
        {QStringLiteral("ugrave"), u'ù'}, {QStringLiteral("icirc"), u'î'},
        {QStringLiteral("iuml"), u'ï'},   {QStringLiteral("euml"), u'ë'},
        {QStringLiteral("Eacute"), u'É'}, {QStringLiteral("oelig"), u'œ'},
        {QStringLiteral("deg"), u'°'},    {QStringLiteral("micro"), u'µ'},
        {QStringLiteral("ge"), u'≥'},     {QStringLiteral("le"), u'≤'},
        {QStringLiteral("ndash"), u'–'},  {QStringLiteral("mdash"), u'—'},
        {QStringLiteral("rsquo"), u'’'},  {QStringLiteral("lsquo"), u'‘'},
        {QStringLiteral("laquo"), u'«'},  {QStringLiteral("raquo"), u'»'},
        {QStringLiteral("bull"), u'•'},   {QStringLiteral("times"), u'×'},
        {QStringLiteral("reg"), u'®'},    {QStringLiteral("copy"), u'©'},
        {QStringLiteral("trade"), u'™'},  {QStringLiteral("hellip"), u'…'},
        {QStringLiteral("sup2"), u'²'},   {QStringLiteral("plusmn"), u'±'},
        {QStringLiteral("auml"), u'ä'},   {QStringLiteral("ouml"), u'ö'},
        {QStringLiteral("uuml"), u'ü'}};
    if (!name.startsWith(u'#'))
        return named.value(name.toString(), 0);
    bool ok = false;
    const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const uint point = hex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok);
    const bool fine = ok && point >= 32 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    return fine ? char32_t(point) : (ok && (point == 9 || point == 10) ? U' ' : 0);
}

// Reads text and tags; what it makes of them is up to the two users below.
class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_text(text.first(std::min(text.size(), largest))) {}

    // True: a tag was read into `tag`. False: text was read into `words`, or the end is reached.
    bool next(Tag& tag, QString& words) {
        words.clear();
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'<' && startsTag()) {
                if (!words.isEmpty())
                    return false;
                if (readTag(tag))
                    return true;
                continue;
            }
            if (c == u'&')
                readEntity(words);
            else {
                words += c;
                ++m_at;
            }
        }
        return false;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    // Leaves the content of an element that is not for reading.
    void skipElement(const QString& name) {
        const QString close = QStringLiteral("</") + name;
        const qsizetype end = m_text.indexOf(close, m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_text.size() : end;
    }

private:
    [[nodiscard]] bool startsTag() const {
        const QChar after = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
        return after.isLetter() || after == u'/' || after == u'!' || after == u'?';
    }

    bool readTag(Tag& tag) {
        if (m_text.sliced(m_at).startsWith(QLatin1String("<!--"))) {
            const qsizetype end = m_text.indexOf(QLatin1String("-->"), m_at);
            m_at = end < 0 ? m_text.size() : end + 3;
            return false;
        }
        qsizetype end = m_at + 1;
        QChar quote;
        for (; end < m_text.size() && (m_text[end] != u'>' || !quote.isNull()); ++end)
            if (m_text[end] == u'"' || m_text[end] == u'\'')
                quote = quote.isNull() ? m_text[end] : quote == m_text[end] ? QChar() : quote;
        QStringView inside = m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = std::min(end + 1, m_text.size());
        if (inside.startsWith(u'!') || inside.startsWith(u'?'))
            return false;
        tag = {};
        tag.closing = inside.startsWith(u'/');
        tag.empty = inside.endsWith(u'/');
        inside = inside.sliced(tag.closing ? 1 : 0);
        qsizetype length = 0;
        while (length < inside.size() &&
               (inside[length].isLetterOrNumber() || inside[length] == u':'))
            ++length;
        tag.name = inside.first(length).toString().section(u':', -1).toLower();
        tag.attributes = inside.sliced(length);
        return true;
    }

    void readEntity(QString& words) {
        constexpr qsizetype longestEntity = 12;
        const QStringView near = m_text.sliced(m_at, std::min(longestEntity, m_text.size() - m_at));
        if (const qsizetype end = near.indexOf(u';'); end > 0)
            if (const char32_t point = entity(near.sliced(1, end - 1)); point != 0) {
                words += QChar::fromUcs4(point);
                m_at += end + 1;
                return;
            }
        words += u'&';
        ++m_at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

QString cellAttributes(const Tag& tag) {
    QString out;
    for (const QStringView name : {QStringView(u"colspan"), QStringView(u"rowspan")}) {
        const int span = attribute(tag.attributes, name).toInt();
        if (span > 1 && span <= 50)
            out += u' ' + name + QStringLiteral("=\"") + QString::number(span) + u'"';
    }
    return out;
}

struct Writer {
    QString out;
    QStringList open;

    void close(const QString& name) {
        if (!open.contains(name))
            return;
        while (!open.isEmpty()) {
            const QString last = open.takeLast();
            out += QStringLiteral("</") + last + u'>';
            if (last == name)
                return;
        }
    }

    void tag(const Tag& tag) {
        if (tag.name == u"br" || tag.name == u"hr") {
            out += u'<' + tag.name + u'>';
            return;
        }
        if (tag.name == u"img" || tag.name == u"rendermultimedia") {
            const QString words = attribute(tag.attributes, u"alt");
            out += words.isEmpty() ? QStringLiteral("[image]")
                                   : QString(u'[' + words.toHtmlEscaped() + u']');
            return;
        }
        const QString name = isBlock(tag.name) ? QStringLiteral("p") : target(tag.name);
        if (name.isEmpty())
            return;
        if (tag.closing)
            return close(name);
        if (tag.empty || open.size() >= deepest)
            return;
        if (name == u"p" && open.contains(name) && (open.last() == u"p" || isBlock(tag.name)))
            close(name); // nested blocks become paragraphs one after the other
        const bool cell = name == u"td" || name == u"th";
        out += u'<' + name + (cell ? cellAttributes(tag) : QString()) + u'>';
        open += name;
    }
};

} // namespace

QString safeHtml(QStringView narrative) {
    Scanner scanner(narrative);
    Writer writer;
    Tag tag;
    QString words;
    while (!scanner.atEnd()) {
        if (!scanner.next(tag, words)) {
            writer.out += words.toHtmlEscaped();
            continue;
        }
        if (!tag.closing && !tag.empty && hidesContent(tag.name))
            scanner.skipElement(tag.name);
        else
            writer.tag(tag);
    }
    while (!writer.open.isEmpty())
        writer.close(writer.open.last());
    return writer.out.trimmed();
}

QString narrativeText(QStringView narrative) {
    Scanner scanner(narrative);
    QString out;
    Tag tag;
    QString words;
    while (!scanner.atEnd()) {
        if (!scanner.next(tag, words)) {
            out += words;
            continue;
        }
        if (!tag.closing && !tag.empty && hidesContent(tag.name))
            scanner.skipElement(tag.name);
        else if ((tag.name == u"td" || tag.name == u"th") && tag.closing)
            out += u'\t';
        else if (tag.name == u"li" && !tag.closing)
            out += QStringLiteral("\n• ");
        else if (isBlock(tag.name) || tag.name == u"br" || tag.name == u"p" || tag.name == u"tr" ||
                 tag.name == u"table" || tag.name.startsWith(u'h'))
            out += u'\n';
    }
    QStringList lines;
    for (const QString& line : out.split(u'\n'))
        if (const QString trimmed = line.simplified().trimmed(); !trimmed.isEmpty())
            lines +=
                line.contains(u'\t')
                    ? line.split(u'\t', Qt::SkipEmptyParts).join(QStringLiteral(" | ")).simplified()
                    : trimmed;
    return lines.join(u'\n');
}

QString plainToHtml(QStringView text) {
    QString html = text.toString().toHtmlEscaped();
    html.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    html.replace(u'\n', QLatin1String("<br>"));
    return html;
}

} // namespace chevet::record
