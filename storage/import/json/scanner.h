#pragma once
// Scanner: one pass over a JSON text that checks it as RFC 8259 has it, minifies it and fills a
// tape.
//
// simdjson's parsers are not used for this: they refuse a whole document for one number of 25
// digits, do not report a member written twice, and give no lexical slices; they serve as the check
// of this one in tests and fuzzing, and its UTF-8 validation is used here.

#include "import/json/tape.h"

#include <optional>

namespace chevet::import::json {

// Readable bytes that must follow every text given to the scanner; their content does not matter.
inline constexpr qsizetype padding = 32;

// `bytes` with room for `padding` behind; copies only when there is none.
[[nodiscard]] QByteArray padded(QByteArray bytes);

struct ScanError {
    Reason reason =
        Reason::Malformed; // Malformed, Truncated, TooDeep, ControlCharacter, LoneSurrogate
    qsizetype offset = 0;
};

class Scanner {
public:
    explicit Scanner(int maxDepth)
        : m_maxDepth(static_cast<std::size_t>(maxDepth)) {}

    // `text` must be valid UTF-8 (isUtf8) of less than 2 GiB with `padding` behind it, and hold
    // exactly one value, blanks around it allowed. On success `tape` holds it; on failure nothing
    // in it may be used. Grammatical flaws (duplicate member, NUL, absurd number) do not stop it.
    [[nodiscard]] std::optional<ScanError> scan(QByteArrayView text, Tape& tape);

private:
    struct Frame {
        quint32 node;
        quint32 firstHash; // index in m_hashes of this object's first member name
    };
    [[nodiscard]] bool run();
    [[nodiscard]] bool value();
    [[nodiscard]] bool member();
    [[nodiscard]] bool open(Type type);
    void close();
    [[nodiscard]] bool afterValue(bool& done);
    [[nodiscard]] bool string();
    [[nodiscard]] bool escape();
    [[nodiscard]] bool unicodeEscape();
    [[nodiscard]] bool number();
    [[nodiscard]] bool literal(std::string_view word, Type type);
    [[nodiscard]] bool fail(Reason reason);
    [[nodiscard]] bool unexpected(); // Truncated at the end, Malformed before it
    void flaw(Reason reason);
    void skipBlanks();
    void pushHash(std::string_view key);
    void checkKeys(const Frame& frame);
    void checkKeysSlowly(const Frame& frame);
    Node& addNode(Type type);
    [[nodiscard]] quint32 outOffset() const { return static_cast<quint32>(m_out - m_outBegin); }

    std::size_t m_maxDepth;
    const char* m_begin = nullptr;
    const char* m_in = nullptr;
    const char* m_end = nullptr;
    char* m_outBegin = nullptr;
    char* m_out = nullptr;
    Tape* m_tape = nullptr;
    quint32 m_key = 0, m_keySize = 0; // of the value about to be read
    bool m_escapedKeys = false;
    std::vector<Frame> m_stack;
    std::vector<quint64> m_hashes;
    ScanError m_error;
};

// True if `text` is UTF-8 without overlong forms or surrogates.
[[nodiscard]] bool isUtf8(QByteArrayView text);

} // namespace chevet::import::json
