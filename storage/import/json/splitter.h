#pragma once
// Splitter: finds the entries of a Bundle in a text that comes piece by piece and may be larger
// than memory, or whose entries may be broken inside. It looks at brackets and strings only; the
// scanner judges what it cuts out.

#include "import/json/scanner.h"
#include "import/limits.h"

#include <functional>
#include <optional>

namespace chevet::import::json {

class Splitter {
public:
    // `entry` has the scanner's padding behind it and lives only during the call; `number` counts
    // from 1; `tooLarge`: the entry exceeded Limits::resourceBytes and is empty. False stops.
    using OnEntry = std::function<bool(QByteArrayView entry, qint64 number, bool tooLarge)>;

    Splitter(const Limits& limits, OnEntry onEntry)
        : m_limits(limits)
        , m_onEntry(std::move(onEntry)) {}

    // `piece` must have the scanner's padding behind it. False: stopped, or broken (see error()).
    [[nodiscard]] bool feed(QByteArrayView piece);
    // After the last piece: false if the text ended too early.
    [[nodiscard]] bool finish();
    [[nodiscard]] const std::optional<ScanError>& error() const { return m_error; }
    [[nodiscard]] qint64 entries() const { return m_count; }
    // The text without what stands inside the top-level "entry" array.
    [[nodiscard]] const QByteArray& skeleton() const { return m_skeleton; }

private:
    [[nodiscard]] bool plain(const char*& at, const char* end);
    [[nodiscard]] bool inString(const char*& at, const char* end);
    [[nodiscard]] bool openBracket(const char* at);
    [[nodiscard]] bool closeBracket(const char* at);
    [[nodiscard]] bool comma(const char* at);
    [[nodiscard]] bool beginElement(const char* at);
    [[nodiscard]] bool endElement(const char* end);
    [[nodiscard]] bool flush(const char* end);
    [[nodiscard]] bool fail(Reason reason, const char* at);
    [[nodiscard]] bool listing() const { return m_inEntries && m_nesting.size() == 2; }

    const Limits& m_limits;
    OnEntry m_onEntry;
    std::optional<ScanError> m_error;
    std::vector<bool> m_nesting; // true: object
    QByteArray m_skeleton;
    QByteArray m_carried;    // the beginning of an element that started in an earlier piece
    QByteArray m_lastString; // latest top-level string, for the name before a bracket
    const char* m_pieceBegin = nullptr;
    const char* m_from = nullptr; // what of the piece is not yet in m_skeleton or m_carried
    qint64 m_before = 0;          // bytes of earlier pieces
    qint64 m_count = 0;
    bool m_string = false, m_escape = false;
    bool m_started = false, m_ended = false;
    bool m_inEntries = false, m_inElement = false, m_oversize = false;
    bool m_needComma = false, m_afterComma = false;
};

} // namespace chevet::import::json
