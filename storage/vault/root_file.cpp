#include "vault/root_file.h"

#include "crypto/kdf.h"

#include <QtEndian>

namespace chevet::vault {

using base::Result;

namespace {

constexpr char slotMagic[] = "CHVROOT1";
constexpr char confirmMagic[] = "CHVDONE1";
constexpr qint64 slotStride = 4096; // a slot per physical sector: a torn write hurts one only
constexpr qsizetype tagSize = crypto::Hash::size;
constexpr qsizetype slotSize = 8 + 8 + 32 + 32 + tagSize;
constexpr qsizetype confirmSize = 8 + 8 + tagSize;

QByteArray number(quint64 value) {
    QByteArray bytes(8, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

Result<RootFile> RootFile::open(base::FileSystem& disk, const QString& path,
                                const crypto::VaultKey& key) {
    const bool fresh = !disk.exists(path);
    CHEVET_TRY_ASSIGN(auto file, disk.open(path, base::OpenMode::OpenOrCreate));
    if (fresh)
        CHEVET_TRY(disk.syncFolder(path.section(QLatin1Char('/'), 0, -2)));
    RootFile root(std::move(file), crypto::deriveKey(key.secret(), "view-root/1"));
    CHEVET_TRY(root.load());
    return root;
}

QByteArray RootFile::encode(const RootState& state) const {
    QByteArray body = QByteArray(slotMagic, 8) + number(state.generation) +
                      state.root.toByteArray() + state.position.toByteArray();
    body += crypto::keyedHash(m_key.secret(), "slot/1", body).toByteArray();
    return body;
}

std::optional<RootState> RootFile::decode(const QByteArray& bytes) const {
    if (bytes.size() != slotSize || !bytes.startsWith(slotMagic))
        return std::nullopt;
    const QByteArrayView body = QByteArrayView(bytes).first(slotSize - tagSize);
    const auto tag = crypto::Hash::fromBytes(QByteArrayView(bytes).last(tagSize));
    if (tag != crypto::keyedHash(m_key.secret(), "slot/1", body))
        return std::nullopt;
    return RootState{qFromLittleEndian<quint64>(bytes.constData() + 8),
                     *crypto::Hash::fromBytes(body.sliced(16, 32)),
                     *crypto::Hash::fromBytes(body.sliced(48, 32))};
}

Result<> RootFile::load() {
    std::optional<RootState> found[2];
    for (int i = 0; i < 2; ++i) {
        CHEVET_TRY_ASSIGN(const QByteArray bytes, m_file->readAt(i * slotStride, slotSize));
        found[i] = decode(bytes);
        const bool blank = bytes.count('\0') == bytes.size();
        if (!found[i] && !blank)
            ++m_damaged;
    }
    const bool secondIsNewer =
        found[1] && (!found[0] || found[1]->generation > found[0]->generation);
    m_newest = found[secondIsNewer ? 1 : 0];
    m_previous = found[secondIsNewer ? 0 : 1];

    CHEVET_TRY_ASSIGN(const QByteArray bytes, m_file->readAt(2 * slotStride, confirmSize));
    if (bytes.size() == confirmSize && bytes.startsWith(confirmMagic)) {
        const auto tag = crypto::Hash::fromBytes(QByteArrayView(bytes).last(tagSize));
        if (tag == crypto::keyedHash(m_key.secret(), "done/1", QByteArrayView(bytes).first(16)))
            m_confirmed = qFromLittleEndian<quint64>(bytes.constData() + 8);
    }
    return {};
}

Result<> RootFile::prepare(const RootState& state) {
    const qint64 slot = static_cast<qint64>(state.generation % 2);
    CHEVET_TRY(m_file->writeAt(slot * slotStride, encode(state)));
    CHEVET_TRY(m_file->sync());
    // The same generation again: the transaction before did not commit, its slot is written over.
    if (!m_newest || m_newest->generation != state.generation)
        m_previous = m_newest;
    m_newest = state;
    return {};
}

void RootFile::confirm(quint64 generation) noexcept {
    QByteArray body = QByteArray(confirmMagic, 8) + number(generation);
    body += crypto::keyedHash(m_key.secret(), "done/1", body).toByteArray();
    if (m_file->writeAt(2 * slotStride, body))
        m_confirmed = generation;
}

Result<> RootFile::clear() {
    CHEVET_TRY(m_file->truncate(0));
    CHEVET_TRY(m_file->sync());
    m_newest.reset();
    m_previous.reset();
    m_confirmed = 0;
    m_damaged = 0;
    return {};
}

} // namespace chevet::vault
