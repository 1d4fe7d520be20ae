#include "merge/canonical.h"

#include <algorithm>

namespace chevet::merge {

using record::Node;

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool isNumber(std::string_view text) {
    const auto digits = [&text] {
        const std::size_t before = text.size();
        while (!text.empty() && digit(text.front()))
            text.remove_prefix(1);
        return before - text.size();
    };
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const bool zero = text.starts_with('0');
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-'))
            text.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    return text.empty();
}

int hexValue(char c) {
    return digit(c)               ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

// Four hexadecimal digits at the start; -1 when they are not there.
int unitAt(std::string_view text) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int next = i < text.size() ? hexValue(text[i]) : -1;
        if (next < 0)
            return -1;
        value = value * 16 + next;
    }
    return value;
}

bool isString(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (static_cast<unsigned char>(raw[i]) < 0x20)
            return false;
        if (raw[i] != '\\')
            continue;
        ++i;
        if (i == raw.size() ||
            std::string_view("\"\\/bfnrtu").find(raw[i]) == std::string_view::npos)
            return false;
        if (raw[i] == 'u') {
            if (unitAt(raw.substr(i + 1)) < 0)
                return false;
            i += 4;
        }
    }
    return true;
}

void appendEscape(QByteArray& out, int unit) {
    constexpr char hex[] = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += hex[(unit >> shift) & 15];
}

void appendUnit(QByteArray& out, int unit) {
    switch (unit) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    // Half of a pair has no UTF-8; it stays an escape.
    if (unit < 0x20 || (unit >= 0xD800 && unit < 0xE000))
        appendEscape(out, unit);
    else
        out += QString(QChar(char16_t(unit))).toUtf8();
}

// The text after "\u"; removes what it used.
void appendUnicode(QByteArray& out, std::string_view& raw) {
    const int unit = unitAt(raw);
    raw.remove_prefix(4);
    if (unit >= 0xD800 && unit < 0xDC00 && raw.starts_with("\\u")) {
        const int low = unitAt(raw.substr(2));
        if (low >= 0xDC00 && low < 0xE000) {
            const char16_t pair[] = {char16_t(unit), char16_t(low)};
            out += QString::fromUtf16(pair, 2).toUtf8();
            raw.remove_prefix(6);
            return;
        }
    }
    appendUnit(out, unit);
}

void append(QByteArray& out, std::string_view text) {
    out.append(text.data(), qsizetype(text.size()));
}

void write(QByteArray& out, Node value, Node guide);

void writeObject(QByteArray& out, Node value, Node guide) {
    const Members mine = sortedMembers(value);
    std::vector<bool> written(mine.size());
    char separator = '{';
    const auto one = [&](std::size_t i, Node before) {
        out += separator;
        out += '"' + mine[i].first + QByteArrayLiteral("\":");
        write(out, mine[i].second, before);
        written[i] = true;
        separator = ',';
    };
    for (const auto& [key, before] : guide.members()) {
        const QByteArray name = canonicalString(key);
        const auto at = std::ranges::lower_bound(mine, name, {}, &Members::value_type::first);
        if (at != mine.end() && at->first == name)
            one(std::size_t(at - mine.begin()), before);
    }
    for (std::size_t i = 0; i < mine.size(); ++i)
        if (!written[i])
            one(i, {});
    if (separator == '{')
        out += '{';
    out += '}';
}

// By position: the guide decides the order of members only, never what is written.
void writeArray(QByteArray& out, Node value, Node guide) {
    std::vector<Node> before;
    if (guide.isArray())
        for (const Node item : guide.each())
            before.push_back(item);
    out += '[';
    std::size_t at = 0;
    for (const Node item : value.each()) {
        if (at > 0)
            out += ',';
        write(out, item, at < before.size() ? before[at] : Node());
        ++at;
    }
    out += ']';
}

void write(QByteArray& out, Node value, Node guide) {
    switch (value.kind()) {
    case Node::Kind::Object:
        writeObject(out, value, guide);
        break;
    case Node::Kind::Array:
        writeArray(out, value, guide);
        break;
    case Node::Kind::String:
        out += '"' + canonicalString(value.raw()) + '"';
        break;
    default:
        append(out, value.source());
    }
}

} // namespace

bool wellFormed(Node value) {
    switch (value.kind()) {
    case Node::Kind::Absent:
        return false;
    case Node::Kind::Number:
        return isNumber(value.raw());
    case Node::Kind::String:
        return isString(value.raw());
    case Node::Kind::Array:
        for (const Node item : value.each())
            if (!wellFormed(item))
                return false;
        return true;
    case Node::Kind::Object: {
        for (const auto& [key, member] : value.members())
            if (!isString(key) || !wellFormed(member))
                return false;
        const Members members = sortedMembers(value);
        return std::ranges::adjacent_find(members, {}, &Members::value_type::first) ==
               members.end();
    }
    default:
        return true;
    }
}

QByteArray canonicalString(std::string_view raw) {
    QByteArray out;
    out.reserve(qsizetype(raw.size()));
    while (!raw.empty()) {
        const std::size_t slash = std::min(raw.find('\\'), raw.size());
        append(out, raw.substr(0, slash));
        raw.remove_prefix(slash);
        if (raw.size() < 2)
            break;
        const char escaped = raw[1];
        raw.remove_prefix(2);
        if (escaped == 'u') {
            appendUnicode(out, raw);
        } else if (escaped == '/') {
            out += '/';
        } else {
            out += '\\';
            out += escaped;
        }
    }
    return out;
}

Members sortedMembers(Node object) {
    Members members;
    for (const auto& [key, value] : object.members())
        members.emplace_back(canonicalString(key), value);
    std::ranges::stable_sort(members, {}, &Members::value_type::first);
    return members;
}

QByteArray canonical(Node value, Node guide) {
    QByteArray out;
    write(out, value, guide);
    return out;
}

} // namespace chevet::merge
