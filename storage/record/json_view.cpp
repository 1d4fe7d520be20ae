#include "record/json_view.h"

#include <cstring>

namespace chevet::record {

struct JsonArena::Parser {
    std::vector<Cell>& cells;
    const char* at;
    const char* end;

    void skipBlanks() {
        while (at != end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
            ++at;
    }

    // After the opening quote; leaves `at` after the closing one.
    bool string() {
        const char* const begin = at;
        bool escaped = false;
        while (at != end) {
            const auto* const quote =
                static_cast<const char*>(std::memchr(at, '"', std::size_t(end - at)));
            if (quote == nullptr)
                return false;
            const auto* const slash =
                static_cast<const char*>(std::memchr(at, '\\', std::size_t(quote - at)));
            if (slash == nullptr) {
                cells.push_back({begin, std::uint32_t(quote - begin),
                                 std::uint32_t(cells.size() + 1), Node::Kind::String, escaped});
                at = quote + 1;
                return true;
            }
            escaped = true;
            at = slash + 2 <= end ? slash + 2 : end;
        }
        return false;
    }

    bool word(std::string_view text, Node::Kind kind) {
        if (std::string_view(at, std::size_t(end - at)).substr(0, text.size()) != text)
            return false;
        cells.push_back(
            {at, std::uint32_t(text.size()), std::uint32_t(cells.size() + 1), kind, false});
        at += text.size();
        return true;
    }

    bool number() {
        const char* const begin = at;
        while (at != end && ((*at >= '0' && *at <= '9') || *at == '-' || *at == '+' || *at == '.' ||
                             *at == 'e' || *at == 'E'))
            ++at;
        cells.push_back({begin, std::uint32_t(at - begin), std::uint32_t(cells.size() + 1),
                         Node::Kind::Number, false});
        return at != begin;
    }

    bool member(int depth) {
        if (at == end || *at++ != '"' || !string())
            return false;
        skipBlanks();
        if (at == end || *at++ != ':')
            return false;
        return value(depth);
    }

    bool container(int depth, char close, Node::Kind kind) {
        const std::size_t mine = cells.size();
        const char* const begin = at++;
        cells.push_back({begin, 0, 0, kind, false});
        skipBlanks();
        bool more = at == end || *at != close;
        if (!more)
            ++at;
        while (more) {
            skipBlanks();
            if (!(kind == Node::Kind::Object ? member(depth + 1) : value(depth + 1)))
                return false;
            skipBlanks();
            if (at == end || (*at != ',' && *at != close))
                return false;
            more = *at++ == ',';
        }
        cells[mine].next = std::uint32_t(cells.size());
        cells[mine].length = std::uint32_t(at - begin);
        return true;
    }

    bool value(int depth) {
        skipBlanks();
        if (at == end || depth > deepest)
            return false;
        switch (*at) {
        case '"':
            ++at;
            return string();
        case '{':
            return container(depth, '}', Node::Kind::Object);
        case '[':
            return container(depth, ']', Node::Kind::Array);
        case 't':
            return word("true", Node::Kind::True);
        case 'f':
            return word("false", Node::Kind::False);
        case 'n':
            return word("null", Node::Kind::Null);
        default:
            return number();
        }
    }
};

void JsonArena::reserve(std::size_t bytes) {
    constexpr std::size_t bytesPerCell = 12; // measured on minified FHIR
    constexpr std::size_t most = 1 << 22;
    m_cells.reserve(m_cells.size() + std::min(bytes / bytesPerCell, most));
}

Node JsonArena::parse(QByteArrayView text) {
    constexpr qsizetype largest = 1 << 30;
    if (text.isEmpty() || text.size() > largest)
        return {};
    const std::size_t before = m_cells.size();
    Parser parser{m_cells, text.data(), text.data() + text.size()};
    const bool read = parser.value(0);
    parser.skipBlanks();
    if (!read || parser.at != parser.end) {
        m_cells.resize(before);
        return {};
    }
    return {this, std::uint32_t(before)};
}

Node::Kind Node::kind() const {
    return m_arena == nullptr ? Kind::Absent : m_arena->m_cells[m_cell].kind;
}

Node Node::operator[](std::string_view key) const {
    if (m_arena == nullptr)
        return {};
    const auto& cells = m_arena->m_cells;
    const JsonArena::Cell& mine = cells[m_cell];
    if (mine.kind == Kind::Array && mine.next > m_cell + 1)
        return cells[m_cell + 1].next == mine.next && cells[m_cell + 1].kind == Kind::Object
                   ? Node(m_arena, m_cell + 1)[key]
                   : Node();
    if (mine.kind != Kind::Object)
        return {};
    for (std::uint32_t at = m_cell + 1; at < mine.next; at = cells[at + 1].next)
        if (std::string_view(cells[at].begin, cells[at].length) == key)
            return {m_arena, at + 1};
    return {};
}

Node Node::first() const {
    for (const Node element : each())
        return element;
    return {};
}

namespace {

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

// Four hexadecimal digits, or U+FFFD.
char16_t codeUnit(std::string_view text) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int digit = i < text.size() ? hexDigit(text[i]) : -1;
        if (digit < 0)
            return 0xFFFD;
        value = value * 16 + digit;
    }
    return char16_t(value);
}

QString unescape(std::string_view raw) {
    QString out;
    out.reserve(qsizetype(raw.size()));
    while (!raw.empty()) {
        const std::size_t slash = std::min(raw.find('\\'), raw.size());
        out += QString::fromUtf8(raw.data(), qsizetype(slash));
        raw.remove_prefix(slash);
        if (raw.size() < 2)
            break;
        const char c = raw[1];
        raw.remove_prefix(2);
        switch (c) {
        case 'n':
            out += u'\n';
            break;
        case 't':
            out += u'\t';
            break;
        case 'r':
            out += u'\r';
            break;
        case 'b':
        case 'f':
            out += u' ';
            break;
        case 'u':
            out += QChar(codeUnit(raw));
            raw.remove_prefix(std::min<std::size_t>(4, raw.size()));
            break;
        default:
            out += QLatin1Char(c);
        }
    }
    return out;
}

} // namespace

QString Node::text() const {
    if (m_arena == nullptr)
        return {};
    const JsonArena::Cell& cell = m_arena->m_cells[m_cell];
    switch (cell.kind) {
    case Kind::String:
        if (cell.escaped)
            return unescape({cell.begin, cell.length});
        [[fallthrough]];
    case Kind::Number:
    case Kind::True:
    case Kind::False:
        return QString::fromUtf8(cell.begin, qsizetype(cell.length));
    default:
        return {};
    }
}

std::string_view Node::raw() const {
    if (m_arena == nullptr)
        return {};
    const JsonArena::Cell& cell = m_arena->m_cells[m_cell];
    const bool plain = cell.kind >= Kind::False && cell.kind <= Kind::String;
    return plain ? std::string_view(cell.begin, cell.length) : std::string_view();
}

std::string_view Node::source() const {
    if (m_arena == nullptr)
        return {};
    const JsonArena::Cell& cell = m_arena->m_cells[m_cell];
    if (cell.kind == Kind::String)
        return {cell.begin - 1, cell.length + 2};
    return {cell.begin, cell.length};
}

Node::Range Node::each() const {
    if (!exists())
        return {m_arena, 0, 0};
    const JsonArena::Cell& cell = m_arena->m_cells[m_cell];
    if (cell.kind == Kind::Array)
        return {m_arena, m_cell + 1, cell.next};
    return {m_arena, m_cell, cell.next};
}

Node::Members Node::members() const {
    if (!isObject())
        return {m_arena, 0, 0};
    return {m_arena, m_cell + 1, m_arena->m_cells[m_cell].next};
}

Node::Range::Iterator& Node::Range::Iterator::operator++() {
    m_cell = m_arena->m_cells[m_cell].next;
    return *this;
}

Node::Members::Member Node::Members::Iterator::operator*() const {
    return {Node(m_arena, m_cell).raw(), Node(m_arena, m_cell + 1)};
}

Node::Members::Iterator& Node::Members::Iterator::operator++() {
    m_cell = m_arena->m_cells[m_cell + 1].next;
    return *this;
}

} // namespace chevet::record
