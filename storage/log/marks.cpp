#include "log/marks.h"

#include "crypto/kdf.h"

#include <QtEndian>

namespace chevet::log {

namespace {

constexpr QByteArrayView magic("QSO1", 4);
constexpr qint64 slotDistance = 4096; // different sectors, and different pages
constexpr qsizetype slotSize = 4 + 8 + 16 + 8 + 32 + 32 + 4 + 8 + 32;

template <class Integer>
void append(QByteArray& out, Integer value) {
    const Integer little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), sizeof little);
}

struct Slot {
    std::uint64_t generation = 0;
    Marks marks;
};

QByteArray encode(const Marks& marks, std::uint64_t generation, const crypto::EpochKey& key) {
    QByteArray out = magic.toByteArray();
    append(out, generation);
    out += marks.stream.toByteArray();
    append(out, marks.head.seq);
    out += marks.head.hash.view();
    out += marks.membershipHead.view();
    append(out, marks.epoch);
    append(out, marks.uploaded);
    out += crypto::keyedHash(key.secret(), "marks/1", out).view();
    Q_ASSERT(out.size() == slotSize);
    return out;
}

std::optional<Slot> decode(QByteArrayView bytes, const KeyRing& keys) {
    if (bytes.size() != slotSize || bytes.first(4) != magic)
        return std::nullopt;
    const char* at = bytes.data();
    Slot slot{.generation = qFromLittleEndian<std::uint64_t>(at + 4),
              .marks = {.stream = *base::Uuid::fromBytes(bytes.sliced(12, 16))}};
    slot.marks.head.seq = qFromLittleEndian<std::uint64_t>(at + 28);
    slot.marks.head.hash = *Hash::fromBytes(bytes.sliced(36, 32));
    slot.marks.membershipHead = *Hash::fromBytes(bytes.sliced(68, 32));
    slot.marks.epoch = qFromLittleEndian<std::uint32_t>(at + 100);
    slot.marks.uploaded = qFromLittleEndian<std::uint64_t>(at + 104);
    const crypto::EpochKey* key = keys.epoch(slot.marks.epoch);
    if (!key || crypto::keyedHash(key->secret(), "marks/1", bytes.chopped(Hash::size)).view() !=
                    bytes.last(Hash::size))
        return std::nullopt;
    return slot;
}

} // namespace

base::Result<MarksFile::Opened> MarksFile::open(base::FileSystem& disk, const QString& path,
                                                const KeyRing& keys) {
    CHEVET_TRY_ASSIGN(auto file, disk.open(path, base::OpenMode::OpenOrCreate));
    CHEVET_TRY_ASSIGN(const qint64 size, file->size());
    Opened opened{.file = std::unique_ptr<MarksFile>(new MarksFile(std::move(file), keys)),
                  .marks = {},
                  .damaged = size > 0};
    for (const qint64 offset : {qint64{0}, slotDistance}) {
        CHEVET_TRY_ASSIGN(const QByteArray bytes, opened.file->m_file->readAt(offset, slotSize));
        const std::optional<Slot> slot = decode(bytes, keys);
        if (!slot || slot->generation < opened.file->m_generation)
            continue;
        opened.file->m_generation = slot->generation;
        opened.marks = slot->marks;
        opened.damaged = false;
    }
    return opened;
}

base::Result<> MarksFile::write(const Marks& marks, bool sync) {
    const crypto::EpochKey* key = m_keys.epoch(marks.epoch);
    if (!key)
        return base::fail(base::ErrorCode::UnknownKey, QStringLiteral("marks"));
    ++m_generation;
    const qint64 offset = m_generation % 2 == 0 ? 0 : slotDistance;
    CHEVET_TRY(m_file->writeAt(offset, encode(marks, m_generation, *key)));
    return sync ? m_file->sync() : base::Result<>{};
}

} // namespace chevet::log
