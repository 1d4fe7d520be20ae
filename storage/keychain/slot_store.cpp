#include "keychain/slot_store.h"

#include "crypto/primitives/hash.h"

namespace chevet::keychain {

using base::ErrorCode;

namespace {

const std::array<QString, 2>& copyNames() {
    static const std::array<QString, 2> names{QStringLiteral("slots"), QStringLiteral("slots.2")};
    return names;
}

SlotCopy readCopy(base::FileSystem& disk, const QString& path, const QString& name) {
    auto bytes = base::readWhole(disk, path, largestSlotFile);
    if (!bytes && bytes.error().code == ErrorCode::LimitExceeded)
        return {.name = name,
                .bytes = {},
                .document = base::fail(ErrorCode::SlotDamaged, name, QStringLiteral("size"))};
    if (!bytes)
        return {.name = name, .bytes = {}, .document = std::unexpected(bytes.error())};
    auto document = decode(*bytes);
    if (!document)
        document.error().where = name;
    return {.name = name, .bytes = std::move(*bytes), .document = std::move(document)};
}

bool failedWith(const SlotCopy& copy, ErrorCode code) {
    return !copy.document && copy.document.error().code == code;
}

} // namespace

SlotStore::SlotStore(base::FileSystem& disk, QString folder)
    : m_disk(disk)
    , m_folder(std::move(folder)) {}

QString SlotStore::path(const QString& name) const {
    return m_folder + QLatin1Char('/') + name;
}

bool SlotStore::exists() const {
    return std::ranges::any_of(copyNames(),
                               [this](const QString& name) { return m_disk.exists(path(name)); });
}

base::Result<std::array<SlotCopy, 2>> SlotStore::read() const {
    std::array<SlotCopy, 2> copies{readCopy(m_disk, path(copyNames()[0]), copyNames()[0]),
                                   readCopy(m_disk, path(copyNames()[1]), copyNames()[1])};
    for (const SlotCopy& copy : copies)
        if (failedWith(copy, ErrorCode::NewerVersion))
            return std::unexpected(copy.document.error());
    if (copies[0].document || copies[1].document)
        return copies;
    const bool firstMissing = failedWith(copies[0], ErrorCode::NotFound);
    if (firstMissing && failedWith(copies[1], ErrorCode::NotFound))
        return base::fail(ErrorCode::SlotsMissing, m_folder);
    // A disk that refuses to be read is said before damage: it may be curable.
    for (const SlotCopy& copy : copies)
        if (!failedWith(copy, ErrorCode::NotFound) && !failedWith(copy, ErrorCode::SlotDamaged))
            return std::unexpected(copy.document.error());
    return std::unexpected(copies[firstMissing ? 1 : 0].document.error());
}

base::Result<> SlotStore::writeBeside(const QString& name, const QByteArray& bytes) const {
    CHEVET_TRY_ASSIGN(const auto file, m_disk.open(path(name) + QLatin1String(".new"),
                                                   base::OpenMode::OpenOrCreate));
    CHEVET_TRY(file->truncate(0));
    CHEVET_TRY(file->writeAt(0, bytes));
    return file->sync();
}

base::Result<> SlotStore::putInPlace(const QString& name) const {
    CHEVET_TRY(m_disk.rename(path(name) + QLatin1String(".new"), path(name)));
    return m_disk.syncFolder(m_folder);
}

base::Result<> SlotStore::write(const SlotDocument& document) const {
    const QByteArray bytes = encode(document);
    if (bytes.size() > largestSlotFile)
        return base::fail(ErrorCode::LimitExceeded, copyNames()[0], QString::number(bytes.size()));
    for (const QString& name : copyNames()) {
        const auto written = writeBeside(name, bytes);
        if (written)
            continue;
        for (const QString& beside : copyNames()) // ours, new, and of no use to anyone
            (void)m_disk.remove(path(beside) + QLatin1String(".new"));
        return written;
    }
    for (const QString& name : copyNames())
        CHEVET_TRY(putInPlace(name));
    return {};
}

base::Result<> SlotStore::heal(const SlotCopy& copy, const QByteArray& good, bool setAside) const {
    if (setAside) {
        const QString quarantine = path(QStringLiteral("quarantine"));
        CHEVET_TRY(m_disk.makeFolder(quarantine));
        const QString stamp = crypto::hash(copy.bytes).toHex().left(16); // the same damage once
        CHEVET_TRY(m_disk.rename(path(copy.name), quarantine + QLatin1String("/slots-") + stamp));
        CHEVET_TRY(m_disk.syncFolder(quarantine));
    }
    CHEVET_TRY(writeBeside(copy.name, good));
    return putInPlace(copy.name);
}

base::Result<> SlotStore::forgetSetAside() const {
    const QString quarantine = path(QStringLiteral("quarantine"));
    if (!m_disk.exists(quarantine))
        return {};
    CHEVET_TRY_ASSIGN(const QStringList names, m_disk.list(quarantine));
    for (const QString& name : names)
        if (name.startsWith(QLatin1String("slots-")))
            CHEVET_TRY(m_disk.remove(quarantine + QLatin1Char('/') + name));
    return m_disk.syncFolder(quarantine);
}

void SlotStore::removeBoth() const {
    for (const QString& name : copyNames()) {
        (void)m_disk.remove(path(name));
        (void)m_disk.remove(path(name) + QLatin1String(".new"));
    }
    (void)m_disk.syncFolder(m_folder);
}

std::vector<const SlotCopy*> usableCopies(const std::array<SlotCopy, 2>& copies) {
    std::vector<const SlotCopy*> usable;
    for (const SlotCopy& copy : copies)
        if (copy.document)
            usable.push_back(&copy);
    std::ranges::stable_sort(usable, std::greater{},
                             [](const SlotCopy* copy) { return copy->document->facts.generation; });
    return usable;
}

} // namespace chevet::keychain
