#pragma once
// A clinic besieged through its exchange folder (trust.md §2): the accueil (founding workstation)
// and the salle, whose entries lie in the folder /x of a disk in memory. An attack changes that
// folder; the accueil, which has nothing of the salle yet, then exchanges. judge() is the pass
// rule: nothing is in the log or the membership chain that was not signed by the clinic, no call
// failed (a hostile folder stops nobody), nothing was written outside the vault and the folder; and
// with the honest folder back everything arrives.

#include "sync/exchange.h"
#include "unit/log/clinic_fixture.h"

#include <QRegularExpression>

#include <random>

namespace chevet::tests {

constexpr int variants = 200;

struct Outcome {
    std::optional<base::Error> error{};
    sync::ExchangeReport report{};
    std::set<log::Hash> entries{}; // that count
    bool damaged = false;          // the log
    std::vector<log::Hash> statements{};
    std::optional<log::Membership> chain{};

    [[nodiscard]] bool says(const char* why) const {
        return std::any_of(report.refused.cbegin(), report.refused.cend(), [&](const auto& one) {
            return QByteArrayView(one.why) == QByteArrayView(why);
        });
    }
    [[nodiscard]] bool alarmed() const {
        return !report.cut.isEmpty() || std::any_of(report.refused.cbegin(), report.refused.cend(),
                                                    [](const auto& one) { return one.isAlarm(); });
    }
};

class Besieged {
public:
    explicit Besieged(int count = 6)
        : salle(log::DeviceKeys::fromSeed(seedFor("salle")))
        , person(*crypto::SigningKey::fromSeed(seedFor("salle-person"))) {
        genesis = clinic.membership;
        const auto admitted = clinic.membership.admit(
            log::makeJoinRequest(uuidFor("salle"), salle, QStringLiteral("Salle 2"),
                                 uuidFor("salle-person"), person, QStringLiteral("Dr B"),
                                 clinic.random),
            log::UserRole::Physician, administrator(), clinic.keys, clinic.random);
        if (!admitted)
            qFatal("%s", qPrintable(admitted.error().toString()));
        (void)disk.makeFolder(QStringLiteral("/x"));
        place.membershipHead = clinic.membership.head();
        for (int i = 0; i < count; ++i)
            write(QByteArray::number(i));
        publish();
    }

    ClinicFixture clinic;
    std::optional<log::Membership> genesis;
    log::DeviceKeys salle;
    crypto::SigningKey person;
    MemoryDisk disk; // the honest folder /x, and nothing else
    log::ChainPlace place{.stream = log::streamOfDevice(salle.sign.publicKey(), 0)};
    std::vector<log::SealedEntry> entries;
    std::set<log::Hash> genuine;

    [[nodiscard]] log::Signers administrator() const {
        return {clinic.physicianId, clinic.physician, clinic.device};
    }
    [[nodiscard]] QString root() const {
        return QStringLiteral("/x/chevet-") + clinic.membership.clinic().toHex().left(16);
    }
    [[nodiscard]] QString streamFolder(const base::Uuid& stream) const {
        return root() + QStringLiteral("/streams/") + stream.toHex();
    }
    [[nodiscard]] QString membershipFolder() const {
        return root() + QStringLiteral("/membership");
    }

    const log::SealedEntry& write(const QByteArray& id) {
        entries.push_back(sealed(id, place, salle.sign));
        genuine.insert(entries.back().hash);
        place.prev = entries.back().hash;
        ++place.seq;
        return entries.back();
    }
    [[nodiscard]] log::SealedEntry sealed(const QByteArray& id, const log::ChainPlace& where,
                                          const crypto::SigningKey& key) {
        const auto prepared = log::prepareEntry(clinic.draft(uuidFor("patient"), id), clinic.keys,
                                                nullptr, clinic.random);
        return *log::sealEntry(*prepared, where, clinic.keys, key);
    }
    // A file of these entries, named as an honest workstation would.
    static QByteArray records(const std::vector<log::SealedEntry>& all) {
        QByteArray bytes;
        for (const log::SealedEntry& one : all) {
            char length[4];
            qToLittleEndian(static_cast<std::uint32_t>(one.bytes.size()), length);
            bytes.append(length, 4);
            bytes += one.bytes;
            bytes += one.hash.view();
        }
        return bytes;
    }
    void put(MemoryDisk& where, const base::Uuid& stream, std::uint64_t first,
             const std::vector<log::SealedEntry>& all) const {
        sync::ExchangeFolder folder(where, QStringLiteral("/x"), clinic.membership.clinic());
        const auto done = folder.writeEntries(stream,
                                              {.first = first,
                                               .last = first + all.size() - 1,
                                               .firstHash = all.front().hash,
                                               .lastHash = all.back().hash},
                                              records(all));
        if (!folder.prepare() || !done)
            qFatal("cannot put");
    }
    static void putFile(MemoryDisk& where, const QString& path, const QByteArray& bytes) {
        if (!where.makeFolder(QFileInfo(path).path()) || !base::replaceFile(where, path, bytes))
            qFatal("cannot write %s", qPrintable(path));
    }
    // The honest folder: every statement, and the salle's entries two a file.
    void publish() {
        sync::ExchangeFolder folder(disk, QStringLiteral("/x"), clinic.membership.clinic());
        (void)folder.prepare();
        for (const auto& one : clinic.membership.numbered())
            (void)folder.writeStatement(one.number, one.hash, one.bytes);
        for (std::size_t at = 0; at < entries.size(); at += 2)
            put(disk, place.stream, at + 1,
                {entries.begin() + static_cast<std::ptrdiff_t>(at),
                 entries.begin() + static_cast<std::ptrdiff_t>(std::min(at + 2, entries.size()))});
    }
    [[nodiscard]] QStringList files(MemoryDisk& where, const QString& under) const {
        return where.paths().filter(
            QRegularExpression(QStringLiteral("^%1.*").arg(QRegularExpression::escape(under))));
    }

    // The accueil exchanges; it knew the chain `from` before.
    Outcome exchange(MemoryDisk& where, const log::Membership& from, bool sends = false) {
        Outcome out;
        out.chain = from;
        const auto run = [&]() -> base::Result<> {
            CHEVET_TRY_ASSIGN(const auto log,
                              log::Log::open(where, {.folder = QStringLiteral("/v/log")},
                                             *out.chain, clinic.keys, clinic.device.sign));
            log::BlobStore blobs(where, QStringLiteral("/v/blobs"));
            sync::ExchangeFolder folder(where, QStringLiteral("/x"), out.chain->clinic());
            CHEVET_TRY(folder.prepare());
            sync::Exchange work({.disk = where,
                                 .log = *log,
                                 .membership = *out.chain,
                                 .blobs = blobs,
                                 .blobFolder = QStringLiteral("/v/blobs"),
                                 .quarantine = QStringLiteral("/v/quarantine")},
                                folder, {});
            CHEVET_TRY(work.takeMembership());
            CHEVET_TRY(work.takeEntries());
            if (sends)
                CHEVET_TRY(work.send());
            out.report = work.report();
            std::vector<log::EntryRef> all;
            CHEVET_TRY(log->scan(
                [&](const log::EntryRef& ref, QByteArrayView) -> base::Result<> {
                    all.push_back(ref);
                    return {};
                },
                [&](const log::LogAlarm&) { out.damaged = true; }));
            for (const log::EntryRef& ref : all) {
                CHEVET_TRY_ASSIGN(const std::uint64_t last, log->countsUpTo(ref.stream));
                if (ref.seq <= last)
                    out.entries.insert(ref.hash);
            }
            return {};
        };
        if (const auto done = run(); !done)
            out.error = done.error();
        for (const auto& one : out.chain->numbered())
            out.statements.push_back(one.hash);
        return out;
    }

    // Empty: the pass rule holds for what the accueil made of `where`.
    QString judge(MemoryDisk& where, const Outcome& out) {
        if (out.error)
            return out.error->toString();
        if (out.damaged)
            return QStringLiteral("the log is damaged");
        for (const log::Hash& hash : out.entries)
            if (!genuine.contains(hash))
                return QStringLiteral("an entry that nobody signed is in the log");
        for (const log::Hash& hash : out.statements)
            if (!clinic.membership.knowsHead(hash))
                return QStringLiteral("a statement that nobody made is in the chain");
        for (const QString& path : where.paths())
            if (!path.startsWith(QLatin1String("/x/")) && !path.startsWith(QLatin1String("/v/")))
                return QStringLiteral("written outside: ") + path;
        for (const QString& path : disk.paths()) // honest again
            putFile(where, path, disk.bytes(path));
        const Outcome after = exchange(where, *out.chain);
        if (after.error)
            return QStringLiteral("does not resume: ") + after.error->toString();
        if (after.entries != genuine)
            return QStringLiteral("does not resume: %1 of %2 entries")
                .arg(after.entries.size())
                .arg(genuine.size());
        for (const auto& one : clinic.membership.numbered())
            if (!after.chain->knowsHead(one.hash))
                return QStringLiteral("does not resume: a statement is missing");
        return {};
    }

    // `spoil` changes the folder of a copy and may say which word must be reported; each variant
    // starts afresh.
    template <class Spoil>
    void siege(const Spoil& spoil, const char* why = nullptr, int times = variants) {
        for (int variant = 0; variant < times; ++variant) {
            std::mt19937 random(static_cast<unsigned>(variant));
            const auto copy = disk.copy();
            spoil(*copy, random);
            const Outcome out = exchange(*copy, *genesis);
            if (why)
                QVERIFY2(out.says(why), qPrintable(QStringLiteral("variant %1 is not told as %2")
                                                       .arg(variant)
                                                       .arg(QLatin1String(why))));
            const QString wrong = judge(*copy, out);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("variant %1: %2").arg(variant).arg(wrong)));
        }
    }
};

inline int below(std::mt19937& random, qsizetype count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
}

inline QByteArray flipped(QByteArray bytes, std::mt19937& random) {
    const int at = below(random, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
    return bytes;
}

} // namespace chevet::tests
