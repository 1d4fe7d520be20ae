#include "record/masking.h"

#include "record/nam.h"
#include "record/search_text.h"

namespace chevet::record {

namespace {

constexpr qsizetype shortest = 6;
constexpr int deepest = 60;
constexpr QLatin1String oid("2.16.840.1.113883.4.56");
constexpr char dots[] = "\u2022\u2022\u2022";

void take(QStringList& numbers, const QString& value) {
    const QString number = value.trimmed();
    if (number.size() >= shortest && !numbers.contains(number))
        numbers += number;
}

bool isNiu(Node identifier) {
    const QString system = identifier["system"].text(), value = identifier["value"].text();
    const Node type = identifier["type"];
    const QString words = fold(type["text"].text());
    if (words == u"niu" || words.contains(QLatin1String("numero d identification unique")) ||
        healthNumberKind(system, {}, value) == HealthNumber::Niu)
        return true;
    for (const Node coding : type["coding"].each())
        if (healthNumberKind({}, coding["code"].text(), value) == HealthNumber::Niu)
            return true;
    return false;
}

// « Patient?identifier=urn:oid:…4.56|8812345678 »
void takeFromReference(QStringList& numbers, const QString& text) {
    for (qsizetype at = text.indexOf(oid); at >= 0; at = text.indexOf(oid, at + 1)) {
        qsizetype from = at + oid.size();
        from += QStringView(text).sliced(from).startsWith(u"%7C") ? 3 : 1;
        qsizetype end = from;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
        if (end > from)
            take(numbers, text.sliced(from, end - from));
    }
}

void collect(QStringList& numbers, Node node, int depth) {
    if (depth > deepest)
        return;
    if (node.isArray())
        for (const Node element : node.each())
            collect(numbers, element, depth + 1);
    if (node.isString() && node.raw().find("113883.4.56") != std::string_view::npos)
        takeFromReference(numbers, node.text());
    if (!node.isObject())
        return;
    if (node["value"] && isNiu(node))
        take(numbers, node["value"].text());
    const bool extension =
        healthNumberKind(node["url"].text(), {}, {}) == HealthNumber::Niu && node["url"];
    for (const auto& [key, value] : node.members()) {
        if (extension && key.starts_with("value"))
            take(numbers, value.text());
        collect(numbers, value, depth + 1);
    }
}

// Longer figures and codes that only contain the number are others.
bool standsAlone(QByteArrayView text, qsizetype from, qsizetype end) {
    const auto digit = [&](qsizetype at) { return text[at] >= '0' && text[at] <= '9'; };
    const auto letter = [&](qsizetype at) {
        const char c = char(text[at] | 0x20);
        return c >= 'a' && c <= 'z';
    };
    return (from == 0 || !digit(from - 1)) && (end >= text.size() || !(digit(end) || letter(end)));
}

qsizetype hiddenAt(QByteArrayView text, qsizetype from, const QList<QByteArray>& numbers) {
    for (const QByteArray& number : numbers)
        if (text.sliced(from).startsWith(number) && standsAlone(text, from, from + number.size()))
            return number.size();
    return 0;
}

QList<QByteArray> heldBy(QByteArrayView text, const QStringList& numbers) {
    QList<QByteArray> held;
    for (const QString& number : numbers)
        if (const QByteArray bytes = number.toUtf8(); text.indexOf(bytes) >= 0)
            held += bytes;
    return held;
}

} // namespace

QStringList niuOf(Node root) {
    QStringList numbers;
    collect(numbers, root, 0);
    return numbers;
}

bool mayHoldNiu(QByteArrayView json) {
    for (const char* sign : {"113883.4.56", "NIU", "niu", "Niu", "dentification unique"})
        if (json.indexOf(sign) >= 0)
            return true;
    return false;
}

QByteArray maskedJson(QByteArrayView json, const QStringList& numbers) {
    const QList<QByteArray> held = heldBy(json, numbers);
    if (held.isEmpty())
        return {};
    QByteArray out;
    out.reserve(json.size());
    bool text = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const qsizetype hidden = text ? hiddenAt(json, i, held) : 0;
        if (hidden > 0) {
            out += dots;
            i += hidden - 1;
            continue;
        }
        const char c = json[i];
        out += c;
        if (text && c == '\\' && i + 1 < json.size())
            out += json[++i];
        else if (c == '"')
            text = !text;
    }
    return out;
}

QString maskedText(QString text, const QStringList& numbers) {
    for (const QString& number : numbers)
        for (qsizetype at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
            const qsizetype end = at + number.size();
            if ((at == 0 || !text[at - 1].isDigit()) &&
                (end == text.size() || !text[end].isLetterOrNumber()))
                text.replace(at, number.size(), QString::fromUtf8(dots));
        }
    return text;
}

QByteArray withoutNiu(const QByteArray& json, const QStringList& known) {
    QStringList numbers = known;
    if (mayHoldNiu(json)) {
        JsonArena arena;
        numbers += niuOf(arena.parse(json));
    }
    const QByteArray masked = maskedJson(json, numbers);
    return masked.isNull() ? json : masked;
}

} // namespace chevet::record
