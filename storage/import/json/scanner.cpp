#include "import/json/scanner.h"

#include "import/json/fast_text.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <simdjson.h>

namespace chevet::import::json {

// capacity() counts free room before the text too (remove() from the front leaves some), so it does
// not say what is needed here.
QByteArray padded(QByteArray bytes) {
    if (bytes.isDetached() && bytes.data_ptr().freeSpaceAtEnd() >= padding)
        return bytes;
    QByteArray copy(bytes.size() + padding, Qt::Uninitialized);
    std::memcpy(copy.data(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    copy.truncate(bytes.size());
    return copy;
}

bool isUtf8(QByteArrayView text) {
    return simdjson::validate_utf8(text.data(), static_cast<std::size_t>(text.size()));
}

inline void Scanner::skipBlanks() {
    m_in = skipJsonBlanks(m_in, m_end);
}

std::optional<ScanError> Scanner::scan(QByteArrayView text, Tape& tape) {
    m_begin = m_in = text.data();
    m_end = m_begin + text.size();
    tape.nodes.clear();
    tape.flawed = false;
    const auto room = static_cast<std::size_t>(text.size() + padding);
    if (tape.text.size() < room)
        tape.text.resize(room);
    m_outBegin = m_out = tape.text.data();
    m_tape = &tape;
    m_stack.clear();
    m_hashes.clear();
    m_key = m_keySize = 0;
    if (!run())
        return m_error;
    return std::nullopt;
}

bool Scanner::run() {
    bool done = false;
    if (!value())
        return false;
    while (!done) {
        if (!afterValue(done))
            return false;
    }
    skipBlanks();
    return m_in == m_end || fail(Reason::Malformed);
}

// After a value: the bracket that ends its container, or a comma and the next value.
bool Scanner::afterValue(bool& done) {
    if (m_stack.empty()) {
        done = true;
        return true;
    }
    skipBlanks();
    if (m_in == m_end)
        return fail(Reason::Truncated);
    const bool object = m_tape->nodes[m_stack.back().node].type == Type::Object;
    const char c = *m_in;
    if (c == ',') {
        *m_out++ = ',';
        ++m_in;
        return object ? member() : value();
    }
    if (c != (object ? '}' : ']'))
        return fail(Reason::Malformed);
    ++m_in;
    close();
    return true;
}

bool Scanner::value() {
    skipBlanks();
    if (m_in == m_end)
        return fail(Reason::Truncated);
    switch (*m_in) {
    case '{':
        return open(Type::Object);
    case '[':
        return open(Type::Array);
    case '"': {
        Node& node = addNode(Type::String);
        if (!string())
            return false;
        node.end = outOffset();
        return true;
    }
    case 't':
        return literal("true", Type::True);
    case 'f':
        return literal("false", Type::False);
    case 'n':
        return literal("null", Type::Null);
    default:
        return number();
    }
}

// A member's name and value. The name's place is kept for the node the value makes.
bool Scanner::member() {
    skipBlanks();
    if (m_in == m_end || *m_in != '"')
        return unexpected();
    const quint32 key = outOffset() + 1;
    if (!string())
        return false;
    const quint32 size = outOffset() - 1 - key;
    pushHash({m_outBegin + key, size});
    skipBlanks();
    if (m_in == m_end || *m_in != ':')
        return unexpected();
    ++m_in;
    *m_out++ = ':';
    m_key = key;
    m_keySize = size;
    return value();
}

bool Scanner::open(Type type) {
    if (m_stack.size() >= m_maxDepth)
        return fail(Reason::TooDeep);
    const auto index = static_cast<quint32>(m_tape->nodes.size());
    addNode(type);
    *m_out++ = *m_in++;
    m_stack.push_back({index, static_cast<quint32>(m_hashes.size())});
    skipBlanks();
    if (m_in == m_end)
        return fail(Reason::Truncated);
    if (*m_in == (type == Type::Object ? '}' : ']')) {
        ++m_in;
        close();
        return true;
    }
    return type == Type::Object ? member() : value();
}

void Scanner::close() {
    const Frame frame = m_stack.back();
    m_stack.pop_back();
    Node& node = m_tape->nodes[frame.node];
    if (node.type == Type::Object)
        checkKeys(frame);
    *m_out++ = node.type == Type::Object ? '}' : ']';
    node.end = outOffset();
    node.next = static_cast<quint32>(m_tape->nodes.size());
}

// Copies a string with its quotes. m_in stands on the opening one.
bool Scanner::string() {
    *m_out++ = *m_in++;
    for (;;) {
        const std::size_t plain = copyPlain(m_in, m_end, m_out);
        m_in += plain;
        m_out += plain;
        if (m_in >= m_end)
            return fail(Reason::Truncated);
        if (*m_in == '"') {
            *m_out++ = *m_in++;
            return true;
        }
        if (*m_in != '\\')
            return fail(*m_in == '\0' ? Reason::NulCharacter : Reason::ControlCharacter);
        if (!escape())
            return false;
    }
}

bool Scanner::escape() {
    if (m_end - m_in < 2)
        return fail(Reason::Truncated);
    switch (m_in[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        *m_out++ = *m_in++;
        *m_out++ = *m_in++;
        return true;
    case 'u':
        return unicodeEscape();
    default:
        ++m_in;
        return fail(Reason::Malformed);
    }
}

bool Scanner::unicodeEscape() {
    const auto unitAt = [this](const char* at, int& unit) {
        unit = 0;
        if (m_end - at < 6 || at[0] != '\\' || at[1] != 'u')
            return false;
        for (int i = 2; i < 6; ++i) {
            const int digit = hexDigit(at[i]);
            if (digit < 0)
                return false;
            unit = unit * 16 + digit;
        }
        return true;
    };
    int unit = 0;
    if (!unitAt(m_in, unit))
        return m_end - m_in < 6 ? fail(Reason::Truncated) : fail(Reason::Malformed);
    std::size_t length = 6;
    if (unit >= 0xD800 && unit < 0xE000) {
        int low = 0;
        if (unit >= 0xDC00 || !unitAt(m_in + 6, low) || low < 0xDC00 || low > 0xDFFF)
            return fail(Reason::LoneSurrogate);
        length = 12;
    }
    if (unit == 0)
        flaw(Reason::NulCharacter);
    std::memcpy(m_out, m_in, length);
    m_in += length;
    m_out += length;
    return true;
}

bool Scanner::number() {
    NumberText shape;
    const char* const from = m_in;
    const char* const to = numberEnd(from, m_end, shape);
    if (to == nullptr)
        return unexpected();
    if (shape.absurd())
        flaw(Reason::NumberOutOfRange);
    Node& node = addNode(Type::Number);
    const auto length = static_cast<std::size_t>(to - from);
    std::memcpy(m_out, from, length);
    m_in = to;
    m_out += length;
    node.end = outOffset();
    return true;
}

bool Scanner::literal(std::string_view word, Type type) {
    const auto left = static_cast<std::size_t>(m_end - m_in);
    if (std::string_view(m_in, std::min(left, word.size())) != word) {
        const bool cut = left < word.size() && word.starts_with(std::string_view(m_in, left));
        return fail(cut ? Reason::Truncated : Reason::Malformed);
    }
    Node& node = addNode(type);
    std::memcpy(m_out, word.data(), word.size());
    m_in += word.size();
    m_out += word.size();
    node.end = outOffset();
    return true;
}

Node& Scanner::addNode(Type type) {
    auto& nodes = m_tape->nodes;
    const auto index = static_cast<quint32>(nodes.size());
    nodes.push_back({m_key, m_keySize, outOffset(), 0, index + 1, type});
    m_key = m_keySize = 0;
    return nodes.back();
}

bool Scanner::fail(Reason reason) {
    m_error = {reason, m_in - m_begin};
    return false;
}

bool Scanner::unexpected() {
    return fail(m_in >= m_end ? Reason::Truncated : Reason::Malformed);
}

void Scanner::flaw(Reason reason) {
    if (m_tape->flawed)
        return;
    m_tape->flawed = true;
    m_tape->flaw = {reason, static_cast<quint32>(m_in - m_begin)};
}

void Scanner::pushHash(std::string_view key) {
    // A name with escapes could equal one written plainly: hashed by what it means.
    if (key.find('\\') == std::string_view::npos) {
        m_hashes.push_back(hashKey(key));
        return;
    }
    const QByteArray plain = padded(unescape(key));
    m_hashes.push_back(hashKey({plain.constData(), static_cast<std::size_t>(plain.size())}));
}

// Members are few, so pairs are compared; a crafted object with many is sorted instead.
void Scanner::checkKeys(const Frame& frame) {
    const auto first = m_hashes.begin() + frame.firstHash;
    const auto count = m_hashes.end() - first;
    bool equal = false;
    if (count <= 24) {
        for (auto a = first; a != m_hashes.end() && !equal; ++a)
            equal = std::find(first, a, *a) != a;
    } else {
        std::sort(first, m_hashes.end());
        equal = std::adjacent_find(first, m_hashes.end()) != m_hashes.end();
    }
    m_hashes.resize(frame.firstHash);
    if (equal)
        checkKeysSlowly(frame);
}

void Scanner::checkKeysSlowly(const Frame& frame) {
    std::set<QByteArray> seen;
    const auto end = static_cast<quint32>(m_tape->nodes.size());
    for (quint32 i = frame.node + 1; i < end; i = m_tape->nodes[i].next)
        if (!seen.insert(unescape(m_tape->key(m_tape->nodes[i]))).second)
            return flaw(Reason::DuplicateKey);
}

} // namespace chevet::import::json
