#pragma once
// Reading stored JSON without copying it. A parser of its own because a laboratory's number must
// keep every digit it came with, which DOM parsers do not; and because a chart reads a thousand
// small documents whose cells can share one vector. Never throws on content; anything malformed
// gives an invalid document, and every accessor of an absent or wrong-shaped node answers
// "nothing".

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace chevet::record {

class JsonArena;

// A value inside an arena; cheap to copy, valid while arena and source text live.
class Node {
public:
    enum class Kind : std::uint8_t { Absent, Null, False, True, Number, String, Array, Object };

    Node() = default;
    Node(const JsonArena* arena, std::uint32_t cell)
        : m_arena(arena)
        , m_cell(cell) {}

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool exists() const { return kind() > Kind::Null; }
    explicit operator bool() const { return exists(); }
    [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }
    [[nodiscard]] bool isString() const { return kind() == Kind::String; }
    [[nodiscard]] bool isTrue() const { return kind() == Kind::True; }
    [[nodiscard]] bool isFalse() const { return kind() == Kind::False; }

    // Member of an object; of an array with one object, that object's (wrong shape, plain meaning).
    [[nodiscard]] Node operator[](std::string_view key) const;
    // First element of an array; a value that should have been one is its own first element.
    [[nodiscard]] Node first() const;

    // Text of a string, lexical form of a number, "true"/"false"; "" for anything else.
    [[nodiscard]] QString text() const;
    // The same without decoding: for comparing codes. Escapes are left as they are.
    [[nodiscard]] std::string_view raw() const;
    // The value's whole source text: {"a":1}
    [[nodiscard]] std::string_view source() const;
    bool operator==(std::string_view code) const { return isString() && raw() == code; }

    // for (Node element : node.each()): elements of an array, or the value itself when it is no
    // array.
    class Range;
    [[nodiscard]] Range each() const;
    // for (auto [key, value] : node.members())
    class Members;
    [[nodiscard]] Members members() const;

private:
    friend class Range;
    const JsonArena* m_arena = nullptr;
    std::uint32_t m_cell = 0;
};

class Node::Range {
public:
    class Iterator {
    public:
        Iterator(const JsonArena* arena, std::uint32_t cell)
            : m_arena(arena)
            , m_cell(cell) {}
        Node operator*() const { return {m_arena, m_cell}; }
        Iterator& operator++();
        bool operator==(const Iterator& other) const { return m_cell == other.m_cell; }

    private:
        const JsonArena* m_arena;
        std::uint32_t m_cell;
    };
    Range(const JsonArena* arena, std::uint32_t from, std::uint32_t to)
        : m_arena(arena)
        , m_from(from)
        , m_to(to) {}
    [[nodiscard]] Iterator begin() const { return {m_arena, m_from}; }
    [[nodiscard]] Iterator end() const { return {m_arena, m_to}; }
    [[nodiscard]] bool empty() const { return m_from == m_to; }

private:
    const JsonArena* m_arena;
    std::uint32_t m_from, m_to;
};

class Node::Members {
public:
    struct Member {
        std::string_view key; // escapes as they are
        Node value;
    };
    class Iterator {
    public:
        Iterator(const JsonArena* arena, std::uint32_t cell)
            : m_arena(arena)
            , m_cell(cell) {}
        Member operator*() const;
        Iterator& operator++();
        bool operator==(const Iterator& other) const { return m_cell == other.m_cell; }

    private:
        const JsonArena* m_arena;
        std::uint32_t m_cell;
    };
    Members(const JsonArena* arena, std::uint32_t from, std::uint32_t to)
        : m_arena(arena)
        , m_from(from)
        , m_to(to) {}
    [[nodiscard]] Iterator begin() const { return {m_arena, m_from}; }
    [[nodiscard]] Iterator end() const { return {m_arena, m_to}; }

private:
    const JsonArena* m_arena;
    std::uint32_t m_from, m_to;
};

class JsonArena {
public:
    static constexpr int deepest = 200;

    // Makes room for about that much JSON text.
    void reserve(std::size_t bytes);
    // Parses one document; its text must outlive the arena. An absent node when it is not JSON.
    [[nodiscard]] Node parse(QByteArrayView text);

private:
    friend class Node;
    friend class Node::Range;
    friend class Node::Members;
    struct Cell {
        const char* begin = nullptr; // string: after the quote
        std::uint32_t length = 0;    // string: without quotes
        std::uint32_t next = 0;      // cell after this value
        Node::Kind kind = Node::Kind::Absent;
        bool escaped = false;
    };
    struct Parser;
    std::vector<Cell> m_cells{Cell{}}; // cell 0 is the absent value
};

} // namespace chevet::record
