#include "vault/extra.h"

#include <QtEndian>

namespace chevet::vault {

using base::Result;

namespace {

class Writer {
public:
    template <class T>
    void number(T value) {
        char bytes[sizeof(T)];
        qToLittleEndian(value, bytes);
        m_bytes.append(bytes, sizeof(T));
    }
    void raw(QByteArrayView bytes) { m_bytes.append(bytes.data(), bytes.size()); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

// Reads past the end give zero and turn ok() off.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes) {}
    template <class T>
    T number() {
        const QByteArrayView part = raw(sizeof(T));
        return m_ok ? qFromLittleEndian<T>(part.data()) : T{};
    }
    QByteArrayView raw(qsizetype size) {
        m_ok = m_ok && size <= m_bytes.size();
        if (!m_ok)
            return {};
        const QByteArrayView part = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return part;
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_bytes.isEmpty(); }

private:
    QByteArrayView m_bytes;
    bool m_ok = true;
};

} // namespace

QByteArray encodeExtra(const Extra& extra) {
    if (extra.kind == log::OpKind::Put && extra.parents.empty() && extra.blobs.empty())
        return {};
    Writer out;
    out.number(static_cast<quint8>(extra.kind));
    out.number(static_cast<quint16>(extra.parents.size()));
    for (const auto& parent : extra.parents)
        out.raw(parent.view());
    out.number(static_cast<quint16>(extra.blobs.size()));
    for (const auto& blob : extra.blobs) {
        out.raw(blob.id.toByteArray());
        out.number(static_cast<quint64>(blob.size));
        out.raw(blob.hash.view());
        out.number(static_cast<quint32>(blob.epoch));
        out.number(static_cast<quint16>(blob.pointer.size()));
        out.raw(blob.pointer);
    }
    return out.take();
}

Result<Extra> decodeExtra(QByteArrayView bytes) {
    Extra extra;
    if (bytes.isEmpty())
        return extra;
    Reader in(bytes);
    extra.kind = static_cast<log::OpKind>(in.number<quint8>());
    for (int left = in.number<quint16>(); left > 0 && in.ok(); --left) {
        if (const auto parent = log::Hash::fromBytes(in.raw(log::Hash::size)))
            extra.parents.push_back(*parent);
    }
    for (int left = in.number<quint16>(); left > 0 && in.ok(); --left) {
        const auto id = base::Uuid::fromBytes(in.raw(16));
        const auto size = in.number<quint64>();
        const auto hash = log::Hash::fromBytes(in.raw(log::Hash::size));
        const auto epoch = in.number<quint32>();
        const QByteArrayView pointer = in.raw(in.number<quint16>());
        if (id && hash && in.ok())
            extra.blobs.push_back({*id, size, *hash, pointer.toByteArray(), epoch});
    }
    if (!in.atEnd())
        return base::fail(base::ErrorCode::DatabaseDamaged, QStringLiteral("current.extra"));
    return extra;
}

} // namespace chevet::vault
