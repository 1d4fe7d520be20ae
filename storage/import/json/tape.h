#pragma once
// A JSON text read once: checked, minified, and laid out as a flat list of values in the order they
// stand, each knowing where its text is. Nothing is converted: numbers and strings keep their
// digits and escapes, because what goes into the vault must be what the source wrote.

#include "import/reason.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <string_view>
#include <vector>

namespace chevet::import::json {

enum class Type : quint8 { Null, False, True, Number, String, Array, Object };

struct Node {
    quint32 key = 0;     // offset in Tape::text of the member name, without quotes
    quint32 keySize = 0; // 0: element of an array, root, or the name ""
    quint32 begin = 0;   // offset of the value, quotes and brackets included
    quint32 end = 0;
    quint32 next = 0; // index of the node after this one and all it holds
    Type type = Type::Null;
};

// What is grammatical and yet unfit to keep; the first one found.
struct Flaw {
    Reason reason = Reason::Malformed;
    quint32 offset = 0; // in the source
};

struct Tape {
    std::string text;        // minified
    std::vector<Node> nodes; // preorder; the root is 0
    bool flawed = false;
    Flaw flaw;

    [[nodiscard]] std::string_view key(const Node& node) const {
        return {text.data() + node.key, node.keySize};
    }
    [[nodiscard]] std::string_view raw(const Node& node) const {
        return {text.data() + node.begin, node.end - node.begin};
    }
    // Of a String: the text between the quotes, escapes as written.
    [[nodiscard]] std::string_view inner(const Node& node) const {
        return {text.data() + node.begin + 1, node.end - node.begin - 2};
    }
};

// A value of a tape, or nothing. Cheap to copy; the tape must outlive it. Lookups on nothing, or on
// a value of another type, give nothing: hostile shapes need no checks of their own.
class Value {
public:
    Value() = default;
    Value(const Tape& tape, quint32 index)
        : m_tape(&tape)
        , m_index(index) {}

    explicit operator bool() const { return m_tape != nullptr; }
    [[nodiscard]] quint32 index() const { return m_index; }
    [[nodiscard]] const Node& node() const { return m_tape->nodes[m_index]; }
    [[nodiscard]] bool is(Type type) const { return m_tape != nullptr && node().type == type; }
    [[nodiscard]] bool isObject() const { return is(Type::Object); }
    [[nodiscard]] bool isArray() const { return is(Type::Array); }
    [[nodiscard]] bool isString() const { return is(Type::String); }

    [[nodiscard]] Value operator[](std::string_view key) const; // of an object
    [[nodiscard]] Value first() const;                          // of an array or object
    [[nodiscard]] Value sibling(const Value& parent) const;     // the one after, within `parent`
    [[nodiscard]] std::string_view key() const { return m_tape->key(node()); }
    [[nodiscard]] std::string_view raw() const { return m_tape->raw(node()); }
    // Of a string, escapes as written; empty for anything else.
    [[nodiscard]] std::string_view inner() const;
    [[nodiscard]] QByteArray bytes() const; // of a string, escapes resolved, UTF-8
    [[nodiscard]] QString string() const;

private:
    const Tape* m_tape = nullptr;
    quint32 m_index = 0;
};

// Resolves the escapes of a string that the scanner accepted.
[[nodiscard]] QByteArray unescape(std::string_view inner);

// Calls `visit` for the value itself, or for each element when it is an array: sources write an
// object where a list belongs, and the other way round.
template <class Visit>
void eachOf(const Value& value, const Visit& visit) {
    if (!value.isArray()) {
        if (value)
            visit(value);
        return;
    }
    for (Value item = value.first(); item; item = item.sibling(value))
        visit(item);
}

} // namespace chevet::import::json
