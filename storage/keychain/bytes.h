#pragma once
// Little-endian bytes, read with bounds: the reader never throws and never reads past the end;
// after the first short read everything reads as zero and ok() is false.

#include "base/uuid.h"
#include "crypto/primitives/fixed_bytes.h"
#include "crypto/secret.h"

#include <QByteArray>
#include <QStringDecoder>

#include <type_traits>

namespace chevet::keychain {

class ByteReader {
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes) {}

    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    [[nodiscard]] bool atEnd() const noexcept { return m_ok && m_at == m_bytes.size(); }
    [[nodiscard]] qsizetype left() const noexcept { return m_bytes.size() - m_at; }
    void refuse() noexcept { m_ok = false; }

    QByteArrayView take(qsizetype length) {
        if (!m_ok || length < 0 || length > left()) {
            m_ok = false;
            return {};
        }
        m_at += length;
        return m_bytes.sliced(m_at - length, length);
    }
    template <class Int>
    Int integer() {
        const QByteArrayView view = take(sizeof(Int));
        std::make_unsigned_t<Int> value = 0;
        for (qsizetype i = view.size(); i-- > 0;)
            value = static_cast<decltype(value)>(static_cast<quint64>(value) << 8U |
                                                 static_cast<quint8>(view[i]));
        return static_cast<Int>(value);
    }
    template <class Fixed>
    Fixed fixed() {
        return Fixed::fromBytes(take(Fixed::size)).value_or(Fixed{});
    }
    base::Uuid uuid() {
        const auto id = base::Uuid::fromBytes(take(16));
        return id.value_or(base::Uuid(std::array<std::uint8_t, 16>{}));
    }
    // u16 length and UTF-8, at most `longest` bytes; anything but valid UTF-8 is refused.
    QString text(qsizetype longest) {
        const qsizetype length = integer<quint16>();
        const QByteArrayView view = take(length);
        if (length > longest)
            refuse();
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        QString text = decoder(view);
        if (decoder.hasError() || text.toUtf8() != view)
            refuse();
        return text;
    }
    crypto::Secret secret(qsizetype length) {
        const QByteArrayView view = take(length);
        crypto::Secret secret(static_cast<std::size_t>(length));
        std::copy(view.begin(), view.end(), secret.bytes().begin());
        return secret;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

class ByteWriter {
public:
    template <class Int>
    ByteWriter& integer(Int value) {
        auto rest = static_cast<quint64>(value);
        for (std::size_t i = 0; i < sizeof(Int); ++i, rest >>= 8U)
            m_bytes.append(static_cast<char>(rest & 0xFFU));
        return *this;
    }
    ByteWriter& raw(QByteArrayView bytes) {
        m_bytes.append(bytes);
        return *this;
    }
    ByteWriter& text(const QString& text) {
        const QByteArray utf8 = text.toUtf8();
        return integer(static_cast<quint16>(utf8.size())).raw(utf8);
    }
    [[nodiscard]] const QByteArray& bytes() const noexcept { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace chevet::keychain
