// Attacks on history and freshness, trust.md §2 C, by who holds the exchange folder.

#include "besieged.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

namespace {

// The folders of streams of one disk as the other one sees them too.
void meet(const MemoryDisk& from, MemoryDisk& to, MemoryDisk& source) {
    for (const QString& path : from.paths())
        if (path.startsWith(QLatin1String("/x/")))
            Besieged::putFile(to, path, source.bytes(path));
}

} // namespace

class HistoryAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void MS28_oneEntryDropped();
    void MS30_everythingRolledBack();
    void MS31_reorderedAcrossStreams();
    void MS32_twoGroupsKeptApart();
    void MS33_aForkInAnyOrder();
    void MS38_anotherClinicsLog();
};

void HistoryAttacks::MS28_oneEntryDropped() {
    Besieged clinic(8);
    clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const QStringList files = clinic.files(disk, clinic.streamFolder(clinic.place.stream));
            if (random() % 2 == 0) { // a whole file, not the last: what follows is a gap
                (void)disk.remove(files.at(below(random, files.size() - 1)));
                return;
            }
            const auto gone = 1 + static_cast<std::size_t>(below(random, 5));
            for (const QString& path : files)
                (void)disk.remove(path);
            std::vector<log::SealedEntry> rest = clinic.entries;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(gone));
            clinic.put(disk, clinic.place.stream, 1, rest);
        },
        "gap");
}

// Yesterday's folder for somebody who has today's: nothing is taken back, and it is full again.
void HistoryAttacks::MS30_everythingRolledBack() {
    Besieged clinic(8);
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto disk = clinic.disk.copy();
        const Outcome today = clinic.exchange(*disk, *clinic.genesis, true);
        QVERIFY(!today.error && today.entries == clinic.genuine);
        for (const QString& path : clinic.files(*disk, QStringLiteral("/x/")))
            if (variant % 8 == 0 || random() % 2 == 0)
                (void)disk->remove(path);
        const Outcome after = clinic.exchange(*disk, *today.chain, true);
        QVERIFY(!after.error && after.entries == clinic.genuine);
        QVERIFY(after.chain->head() == clinic.clinic.membership.head());
        // Whoever comes next finds everything there.
        const auto fresh = disk->copy();
        for (const QString& path : clinic.files(*fresh, QStringLiteral("/v/")))
            (void)fresh->remove(path);
        QVERIFY(clinic.exchange(*fresh, *clinic.genesis).entries == clinic.genuine);
    }
}

// Files come in any order over many exchanges; in the end it is the same log.
void HistoryAttacks::MS31_reorderedAcrossStreams() {
    Besieged clinic(12);
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        QStringList files = clinic.files(clinic.disk, QStringLiteral("/x/"));
        std::shuffle(files.begin(), files.end(), random);
        MemoryDisk disk;
        (void)disk.makeFolder(QStringLiteral("/x"));
        log::Membership chain = *clinic.genesis;
        Outcome last;
        for (const QString& path : files) {
            Besieged::putFile(disk, path, clinic.disk.bytes(path));
            last = clinic.exchange(disk, chain);
            QVERIFY2(!last.error, qPrintable(last.error ? last.error->toString() : QString()));
            for (const log::Hash& hash : last.entries)
                QVERIFY(clinic.genuine.contains(hash));
            chain = *last.chain;
        }
        QVERIFY(last.entries == clinic.genuine);
    }
}

// Two groups, each with its own folder; one contact is enough for both to know everything.
void HistoryAttacks::MS32_twoGroupsKeptApart() {
    Besieged clinic(8);
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto here = clinic.disk.copy();
        const auto there = clinic.disk.copy();
        for (const QString& path : clinic.files(*here, clinic.streamFolder(clinic.place.stream)))
            (void)(random() % 2 == 0 ? *here : *there).remove(path);
        const Outcome apart = clinic.exchange(*here, *clinic.genesis, true);
        QVERIFY(!apart.error && apart.entries.size() <= clinic.genuine.size());
        meet(*there, *here, *there);
        const Outcome met = clinic.exchange(*here, *apart.chain, true);
        QVERIFY(!met.error && met.entries == clinic.genuine);
    }
}

// A copied machine's two branches, served in any order: both are kept, and told.
void HistoryAttacks::MS33_aForkInAnyOrder() {
    Besieged clinic(4);
    log::ChainPlace copy = clinic.place; // the machine was copied here
    clinic.write("a");
    clinic.write("b");
    std::vector<log::SealedEntry> branch;
    for (int i = 0; i < 3; ++i) {
        branch.push_back(clinic.sealed(QByteArray::number(100 + i), copy, clinic.salle.sign));
        clinic.genuine.insert(branch.back().hash);
        copy.prev = branch.back().hash;
        ++copy.seq;
    }
    const auto all = clinic.genuine;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto disk = clinic.disk.copy();
        std::vector<std::vector<log::SealedEntry>> sides{{clinic.entries[4], clinic.entries[5]},
                                                         branch};
        std::shuffle(sides.begin(), sides.end(), random);
        log::Membership chain = *clinic.genesis;
        bool doubled = false;
        Outcome out;
        std::uint64_t at = 5;
        for (const auto& side : sides) {
            const auto part = static_cast<std::ptrdiff_t>(
                variant % 2 == 0 ? side.size() : 1 + static_cast<std::size_t>(below(random, 2)));
            clinic.put(*disk, clinic.place.stream, at, {side.begin(), side.begin() + part});
            if (random() % 2 == 0) {
                out = clinic.exchange(*disk, chain);
                QVERIFY(!out.error);
                doubled = doubled || !out.report.doubled.empty();
                chain = *out.chain;
            }
            clinic.put(*disk, clinic.place.stream, at, side);
        }
        out = clinic.exchange(*disk, chain);
        doubled = doubled || !out.report.doubled.empty();
        QVERIFY2(!out.error, qPrintable(out.error ? out.error->toString() : QString()));
        QVERIFY(out.entries == all);
        QVERIFY(doubled);
    }
}

void HistoryAttacks::MS38_anotherClinicsLog() {
    Besieged clinic;
    // Another clinic altogether, and one that differs only in its name on the outside.
    ClinicFixture other;
    const log::ClinicRoot root = log::ClinicRoot::fromSeed(seedFor("another root"));
    log::Founding founding{.clinicName = QStringLiteral("Ailleurs"),
                           .deviceLabel = QStringLiteral("Accueil"),
                           .professionals = {}};
    founding.professionals.push_back({.id = clinic.clinic.physicianId,
                                      .name = QStringLiteral("Dre Maude Lachance"),
                                      .role = log::UserRole::Physician,
                                      .administrator = true,
                                      .key = &clinic.clinic.physician});
    // The very same workstation signs in both: only the clinic's id tells them apart.
    auto chain = *log::Membership::found(founding, root, clinic.salle, other.random);
    const auto keys = *chain.openKeys(clinic.salle);
    std::vector<log::SealedEntry> theirs;
    log::ChainPlace place{.stream = clinic.place.stream, .membershipHead = chain.head()};
    for (int i = 0; i < 6; ++i) {
        const auto prepared = log::prepareEntry({.type = log::EntryType::Heartbeat}, keys);
        theirs.push_back(*log::sealEntry(*prepared, place, keys, clinic.salle.sign));
        place.prev = theirs.back().hash;
        ++place.seq;
    }
    clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const auto first = static_cast<std::size_t>(below(random, 6));
            const auto count =
                1 + static_cast<std::ptrdiff_t>(below(random, 6 - static_cast<int>(first)));
            const auto from = theirs.begin() + static_cast<std::ptrdiff_t>(first);
            clinic.put(disk, clinic.place.stream, 1 + first, {from, from + count});
            for (const auto& one : chain.numbered())
                Besieged::putFile(disk,
                                  clinic.membershipFolder() +
                                      QStringLiteral("/%1-%2.stm")
                                          .arg(one.number, 8, 10, QLatin1Char('0'))
                                          .arg(one.hash.toHex()),
                                  one.bytes);
        },
        "wrong-clinic");
}

QTEST_GUILESS_MAIN(HistoryAttacks)
#include "history_attacks_test.moc"
