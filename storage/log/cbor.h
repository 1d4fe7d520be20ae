#pragma once
// The subset of CBOR (RFC 8949) that ENTRY.md uses, in its one deterministic form: unsigned
// integers, byte and text strings, arrays, maps with ascending unsigned keys, false, true, null;
// definite lengths, shortest heads. Anything else is malformed, so one value has exactly one
// encoding.

#include "base/result.h"
#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"

#include <QByteArray>

#include <cstdint>

namespace chevet::log {

class CborWriter {
public:
    CborWriter& number(std::uint64_t value) { return head(0, value); }
    CborWriter& bytes(QByteArrayView value) { return string(2, value); }
    CborWriter& text(QByteArrayView utf8) { return string(3, utf8); }
    CborWriter& array(std::uint64_t count) { return head(4, count); }
    CborWriter& map(std::uint64_t count) { return head(5, count); }
    CborWriter& boolean(bool value);
    CborWriter& null();
    // A complete item made by another writer.
    CborWriter& item(QByteArrayView encoded);
    [[nodiscard]] const QByteArray& result() const noexcept { return m_out; }

private:
    CborWriter& head(std::uint8_t major, std::uint64_t value);
    CborWriter& string(std::uint8_t major, QByteArrayView value);
    QByteArray m_out;
};

// Reads with a sticky failure: after the first thing wrong every call returns zero, so a schema
// reads as a list of fields and is checked once, with finish(). Views point into the input.
class CborReader {
public:
    static constexpr int maxDepth = 16;
    explicit CborReader(QByteArrayView bytes)
        : m_bytes(bytes) {}

    std::uint64_t number();
    std::uint64_t number(std::uint64_t low, std::uint64_t high); // both allowed
    QByteArrayView bytes(qsizetype limit);
    QByteArrayView text(qsizetype limit); // valid UTF-8
    template <class Fixed>
    Fixed fixed() {
        const auto value = Fixed::fromBytes(bytes(Fixed::size));
        if (!value)
            fail();
        return value.value_or(Fixed{});
    }
    base::Uuid uuid();                        // a byte string of 16
    void exactly(std::uint64_t count);        // an array of that many
    std::uint64_t array(std::uint64_t limit); // its count
    std::uint64_t map(std::uint64_t limit);   // its count; read keys with key()
    bool boolean();
    bool isNull(); // consumes it if so
    // Next key of a map whose keys so far ended at `previous` (-1 at first); must ascend.
    int key(int previous);
    // Passes over one item of any kind of the subset, at most maxDepth deep.
    void skip();

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    void fail() noexcept { m_failed = true; }
    // True when nothing failed and nothing is left.
    [[nodiscard]] bool finish() const noexcept { return !m_failed && m_at == m_bytes.size(); }
    [[nodiscard]] int peekMajor() const noexcept; // -1 at the end

private:
    std::uint64_t head(std::uint8_t major);
    QByteArrayView string(std::uint8_t major, qsizetype limit);
    void skip(int depth);
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

// Keys from here on may be skipped by a reader that does not know them; a lower unknown key makes
// the whole thing NewerVersion.
constexpr int firstOptionalKey = 128;

} // namespace chevet::log
