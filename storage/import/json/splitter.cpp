#include "import/json/splitter.h"

#include "import/json/fast_text.h"

namespace chevet::import::json {

namespace {
constexpr std::size_t maxNesting = 100'000; // the scanner has its own, smaller limit
constexpr qsizetype maxName = 64;
} // namespace

bool Splitter::feed(QByteArrayView piece) {
    m_pieceBegin = m_from = piece.data();
    const char* at = piece.data();
    const char* const end = at + piece.size();
    while (at < end) {
        if (!(m_string ? inString(at, end) : plain(at, end)))
            return false;
    }
    if (!flush(end))
        return false;
    m_before += piece.size();
    return true;
}

bool Splitter::finish() {
    if (!m_ended && !m_error)
        m_error = ScanError{m_started ? Reason::Truncated : Reason::Empty, m_before};
    return !m_error;
}

bool Splitter::inString(const char*& at, const char* end) {
    if (m_escape) {
        m_escape = false;
        ++at;
        return true;
    }
    const char* const stop = findQuoteOrSlash(at, end);
    if (m_nesting.size() == 1 && m_lastString.size() < maxName)
        m_lastString.append(at, qMin<qsizetype>(stop - at, maxName));
    at = stop;
    if (at == end)
        return true;
    m_escape = *at == '\\';
    m_string = m_escape;
    ++at;
    return true;
}

bool Splitter::plain(const char*& at, const char* end) {
    at = skipJsonBlanks(at, end);
    if (at == end)
        return true;
    const char* const here = at++;
    if (m_ended)
        return fail(Reason::Malformed, here);
    switch (*here) {
    case '{':
    case '[':
        return openBracket(here);
    case '}':
    case ']':
        return closeBracket(here);
    case ',':
        return comma(here);
    case '"':
        m_string = true;
        if (m_nesting.size() == 1)
            m_lastString.clear();
        [[fallthrough]];
    default:
        if (!m_started)
            return fail(Reason::OtherJson, here);
        return !listing() || m_inElement || beginElement(here);
    }
}

bool Splitter::openBracket(const char* at) {
    const bool object = *at == '{';
    if (!m_started && !object)
        return fail(Reason::OtherJson, at);
    m_started = true;
    if (m_nesting.size() >= maxNesting)
        return fail(Reason::TooDeep, at);
    if (listing() && !beginElement(at))
        return false;
    m_nesting.push_back(object);
    if (m_nesting.size() != 2 || object || m_lastString != "entry")
        return true;
    const bool ok = flush(at + 1);
    m_inEntries = true;
    m_needComma = m_afterComma = false;
    return ok;
}

bool Splitter::closeBracket(const char* at) {
    const bool object = *at == '}';
    if (m_nesting.empty() || m_nesting.back() != object)
        return fail(Reason::Malformed, at);
    if (listing()) { // the end of the list itself
        if (m_inElement && !endElement(at))
            return false;
        if (m_afterComma)
            return fail(Reason::Malformed, at);
        m_inEntries = false;
        m_lastString.clear();
        m_from = at;
    }
    m_nesting.pop_back();
    m_ended = m_nesting.empty();
    return listing() && m_inElement ? endElement(at + 1) : true;
}

bool Splitter::comma(const char* at) {
    if (!m_started)
        return fail(Reason::OtherJson, at);
    if (!listing())
        return true;
    if (m_inElement && !endElement(at)) // a number, a string or a word
        return false;
    if (!m_needComma)
        return fail(Reason::Malformed, at);
    m_needComma = false;
    m_afterComma = true;
    return true;
}

bool Splitter::beginElement(const char* at) {
    if (m_needComma || m_inElement)
        return fail(Reason::Malformed, at);
    m_inElement = true;
    m_afterComma = m_oversize = false;
    m_carried.clear();
    m_from = at;
    ++m_count;
    return true;
}

bool Splitter::endElement(const char* end) {
    QByteArrayView entry(m_from, end);
    if (!m_carried.isEmpty() || m_oversize) {
        if (!flush(end))
            return false;
        m_carried = padded(std::move(m_carried));
        entry = m_carried;
    }
    m_inElement = false;
    m_needComma = true;
    const bool tooLarge = m_oversize || entry.size() > m_limits.resourceBytes;
    const bool ok = m_onEntry(tooLarge ? QByteArrayView() : entry, m_count, tooLarge);
    m_carried.clear();
    m_from = end;
    return ok;
}

// Puts away what of this piece belongs to the open element or to the skeleton.
bool Splitter::flush(const char* end) {
    const qsizetype size = end - m_from;
    if (m_inElement) {
        m_oversize = m_oversize || m_carried.size() + size > m_limits.resourceBytes;
        m_oversize ? m_carried.clear() : void(m_carried.append(m_from, size));
    } else if (!m_inEntries) {
        m_skeleton.append(m_from, size);
    }
    m_from = end;
    return m_skeleton.size() <= m_limits.resourceBytes || fail(Reason::TooLarge, end);
}

bool Splitter::fail(Reason reason, const char* at) {
    m_error = ScanError{reason, m_before + (at - m_pieceBegin)};
    return false;
}

} // namespace chevet::import::json
