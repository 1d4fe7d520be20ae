#include "log/cbor.h"

#include <QStringDecoder>

namespace chevet::log {

namespace {
constexpr std::uint8_t simpleFalse = 0xF4;
constexpr std::uint8_t simpleTrue = 0xF5;
constexpr std::uint8_t simpleNull = 0xF6;

int extraBytes(std::uint8_t additional) noexcept {
    return additional < 24 ? 0 : additional <= 27 ? 1 << (additional - 24) : -1;
}

bool isUtf8(QByteArrayView bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString ignored = decoder(bytes);
    return !decoder.hasError();
}
} // namespace

CborWriter& CborWriter::head(std::uint8_t major, std::uint64_t value) {
    const auto type = static_cast<std::uint8_t>(major << 5U);
    if (value < 24) {
        m_out.append(static_cast<char>(type | value));
        return *this;
    }
    const int power = value <= 0xFF ? 0 : value <= 0xFFFF ? 1 : value <= 0xFFFFFFFF ? 2 : 3;
    m_out.append(static_cast<char>(type | static_cast<std::uint8_t>(24 + power)));
    for (int shift = (1 << power) - 1; shift >= 0; --shift)
        m_out.append(static_cast<char>(value >> (8U * static_cast<unsigned>(shift)) & 0xFFU));
    return *this;
}

CborWriter& CborWriter::string(std::uint8_t major, QByteArrayView value) {
    head(major, static_cast<std::uint64_t>(value.size()));
    m_out.append(value);
    return *this;
}

CborWriter& CborWriter::boolean(bool value) {
    m_out.append(static_cast<char>(value ? simpleTrue : simpleFalse));
    return *this;
}

CborWriter& CborWriter::null() {
    m_out.append(static_cast<char>(simpleNull));
    return *this;
}

CborWriter& CborWriter::item(QByteArrayView encoded) {
    m_out.append(encoded);
    return *this;
}

int CborReader::peekMajor() const noexcept {
    return m_at < m_bytes.size() ? static_cast<std::uint8_t>(m_bytes[m_at]) >> 5U : -1;
}

std::uint64_t CborReader::head(std::uint8_t major) {
    if (m_failed || peekMajor() != major) {
        m_failed = true;
        return 0;
    }
    const auto additional = static_cast<std::uint8_t>(m_bytes[m_at] & 0x1F);
    const int extra = extraBytes(additional);
    if (extra < 0 || m_bytes.size() - m_at - 1 < extra) {
        m_failed = true;
        return 0;
    }
    ++m_at;
    if (extra == 0)
        return additional;
    std::uint64_t value = 0;
    for (int i = 0; i < extra; ++i)
        value = value << 8U | static_cast<std::uint8_t>(m_bytes[m_at++]);
    // The shortest head is the only one allowed.
    const std::uint64_t least =
        extra == 1 ? 24 : std::uint64_t{1} << (4U * static_cast<unsigned>(extra));
    if (value < least)
        m_failed = true;
    return m_failed ? 0 : value;
}

QByteArrayView CborReader::string(std::uint8_t major, qsizetype limit) {
    const std::uint64_t length = head(major);
    if (m_failed || length > static_cast<std::uint64_t>(limit) ||
        length > static_cast<std::uint64_t>(m_bytes.size() - m_at)) {
        m_failed = true;
        return {};
    }
    const QByteArrayView view = m_bytes.sliced(m_at, static_cast<qsizetype>(length));
    m_at += view.size();
    return view;
}

std::uint64_t CborReader::number() {
    return head(0);
}

std::uint64_t CborReader::number(std::uint64_t low, std::uint64_t high) {
    const std::uint64_t value = head(0);
    if (value < low || value > high)
        m_failed = true;
    return m_failed ? 0 : value;
}

QByteArrayView CborReader::bytes(qsizetype limit) {
    return string(2, limit);
}

QByteArrayView CborReader::text(qsizetype limit) {
    const QByteArrayView view = string(3, limit);
    if (!isUtf8(view))
        m_failed = true;
    return m_failed ? QByteArrayView() : view;
}

base::Uuid CborReader::uuid() {
    const auto value = base::Uuid::fromBytes(bytes(16));
    if (!value)
        fail();
    return value.value_or(base::Uuid(std::array<std::uint8_t, 16>{}));
}

void CborReader::exactly(std::uint64_t count) {
    if (array(count) != count)
        fail();
}

std::uint64_t CborReader::array(std::uint64_t limit) {
    const std::uint64_t count = head(4);
    if (count > limit)
        m_failed = true;
    return m_failed ? 0 : count;
}

std::uint64_t CborReader::map(std::uint64_t limit) {
    const std::uint64_t count = head(5);
    if (count > limit)
        m_failed = true;
    return m_failed ? 0 : count;
}

bool CborReader::boolean() {
    const auto byte =
        m_at < m_bytes.size() ? static_cast<std::uint8_t>(m_bytes[m_at]) : std::uint8_t{0};
    if (m_failed || (byte != simpleFalse && byte != simpleTrue)) {
        m_failed = true;
        return false;
    }
    ++m_at;
    return byte == simpleTrue;
}

bool CborReader::isNull() {
    if (m_failed || m_at >= m_bytes.size() ||
        static_cast<std::uint8_t>(m_bytes[m_at]) != simpleNull)
        return false;
    ++m_at;
    return true;
}

int CborReader::key(int previous) {
    const std::uint64_t value = head(0);
    if (m_failed || value > 0xFFFF || static_cast<int>(value) <= previous) {
        m_failed = true;
        return -1;
    }
    return static_cast<int>(value);
}

void CborReader::skip() {
    skip(0);
}

void CborReader::skip(int depth) {
    if (depth >= maxDepth || m_failed) {
        m_failed = true;
        return;
    }
    switch (peekMajor()) {
    case 0:
        number();
        break;
    case 2:
        bytes(m_bytes.size());
        break;
    case 3:
        text(m_bytes.size());
        break;
    case 4:
        for (std::uint64_t left = head(4); left > 0 && !m_failed; --left)
            skip(depth + 1);
        break;
    case 5: {
        int last = -1;
        for (std::uint64_t left = head(5); left > 0 && !m_failed; --left) {
            last = key(last);
            skip(depth + 1);
        }
        break;
    }
    default:
        if (!isNull())
            boolean();
    }
}

} // namespace chevet::log
