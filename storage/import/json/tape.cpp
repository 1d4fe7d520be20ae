#include "import/json/tape.h"

namespace chevet::import::json {

Value Value::operator[](std::string_view key) const {
    if (!isObject())
        return {};
    const quint32 end = node().next;
    for (quint32 i = m_index + 1; i < end; i = m_tape->nodes[i].next)
        if (m_tape->key(m_tape->nodes[i]) == key)
            return {*m_tape, i};
    return {};
}

Value Value::first() const {
    if (!isObject() && !isArray())
        return {};
    return node().next > m_index + 1 ? Value(*m_tape, m_index + 1) : Value();
}

Value Value::sibling(const Value& parent) const {
    const quint32 next = node().next;
    return next < parent.node().next ? Value(*m_tape, next) : Value();
}

std::string_view Value::inner() const {
    return isString() ? m_tape->inner(node()) : std::string_view();
}

QByteArray Value::bytes() const {
    return unescape(inner());
}

QString Value::string() const {
    return QString::fromUtf8(bytes());
}

namespace {

char16_t hex4(std::string_view digits) {
    char16_t unit = 0;
    for (const char c : digits.substr(0, 4)) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        unit = static_cast<char16_t>(unit << 4 | digit);
    }
    return unit;
}

// Appends the character written by the escape at `at` (just after the backslash); returns the
// position after it. The scanner has checked digits and pairs.
std::size_t appendEscape(QByteArray& out, std::string_view inner, std::size_t at) {
    switch (inner[at]) {
    case 'b':
        out += '\b';
        return at + 1;
    case 'f':
        out += '\f';
        return at + 1;
    case 'n':
        out += '\n';
        return at + 1;
    case 'r':
        out += '\r';
        return at + 1;
    case 't':
        out += '\t';
        return at + 1;
    case 'u':
        break;
    default:
        out += inner[at];
        return at + 1;
    }
    char16_t units[2] = {hex4(inner.substr(at + 1)), 0};
    qsizetype count = 1;
    at += 5;
    if (QChar::isHighSurrogate(units[0]) && at + 6 <= inner.size()) {
        units[count++] = hex4(inner.substr(at + 2));
        at += 6;
    }
    out += QStringView(units, count).toUtf8();
    return at;
}

} // namespace

QByteArray unescape(std::string_view inner) {
    std::size_t slash = inner.find('\\');
    if (slash == std::string_view::npos)
        return {inner.data(), static_cast<qsizetype>(inner.size())};
    QByteArray out;
    out.reserve(static_cast<qsizetype>(inner.size()));
    std::size_t from = 0;
    while (slash != std::string_view::npos) {
        out.append(inner.data() + from, static_cast<qsizetype>(slash - from));
        from = appendEscape(out, inner, slash + 1);
        slash = inner.find('\\', from);
    }
    return out.append(inner.data() + from, static_cast<qsizetype>(inner.size() - from));
}

} // namespace chevet::import::json
