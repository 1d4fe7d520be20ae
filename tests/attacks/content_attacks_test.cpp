// Attacks on the integrity of contents, trust.md §2 B, by who holds the exchange folder.

#include "besieged.h"
#include "crypto/random.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

class ContentAttacks : public QObject {
    Q_OBJECT

    Besieged m_clinic;
    [[nodiscard]] QString file(std::mt19937& random) {
        const QStringList all =
            m_clinic.files(m_clinic.disk, m_clinic.root() + QLatin1String("/streams/"));
        return all.at(below(random, all.size()));
    }

private Q_SLOTS:
    void MS17_anyBitFlipped();
    void MS17_everyByteOfAnEntry();
    void MS18_sealedPartsSwapped();
    void MS19_onlyTheHeaderChanged();
    void MS19_namesOfFilesChanged();
    void MS20_theSameEntryElsewhere();
    void MS21_oneWorkstationsEntryAsAnothers();
    void MS22_signedAfterTheRevocation();
    void MS22_backDatedBesideWhatCounts();
    void MS23_chunksOfAnAttachmentMoved();
    void MS25_namesThatLeadElsewhere();
    void MS26_lengthsAndNesting();
};

void ContentAttacks::MS17_anyBitFlipped() {
    m_clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const QString path = file(random);
            disk.bytes(path) = flipped(disk.bytes(path), random);
        },
        "damaged");
    // And with the record's hash made good again, so that only the signature stands in the way.
    m_clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        const auto at = static_cast<std::size_t>(below(random, 6));
        log::SealedEntry bad{.bytes = flipped(m_clinic.entries[at].bytes, random), .hash = {}};
        bad.hash = log::entryHash(bad.bytes);
        m_clinic.put(disk, m_clinic.place.stream, at + 1, {bad});
    });
}

void ContentAttacks::MS17_everyByteOfAnEntry() {
    std::mt19937 random(17);
    for (int entry = 0; entry < 10; ++entry) {
        const QByteArray good = m_clinic.entries.at(static_cast<std::size_t>(entry % 6)).bytes;
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << below(random, 8)));
            QVERIFY2(!log::verifyEntry(bad, m_clinic.clinic.membership),
                     qPrintable(QString::number(at)));
        }
    }
}

void ContentAttacks::MS18_sealedPartsSwapped() {
    m_clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const auto a = static_cast<std::size_t>(below(random, 6)),
                       b = (a + 1 + static_cast<std::size_t>(below(random, 5))) % 6;
            const QByteArray &one = m_clinic.entries[a].bytes, &other = m_clinic.entries[b].bytes;
            const int kind = below(random, 3);
            log::SealedEntry mixed;
            if (kind == 0) // the header of one, the words of the other
                mixed.bytes = one.first(log::headerSize) + other.sliced(log::headerSize);
            else if (kind == 1) // the other's words under one's header and signature
                mixed.bytes = one.first(log::headerSize) +
                              other.sliced(log::headerSize, other.size() - log::headerSize - 64) +
                              one.last(64);
            else
                mixed.bytes = one.chopped(64) + other.last(64);
            mixed.hash = log::entryHash(mixed.bytes);
            m_clinic.put(disk, m_clinic.place.stream, a + 1, {mixed});
        },
        "forged");
}

void ContentAttacks::MS19_onlyTheHeaderChanged() {
    m_clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        const auto at = static_cast<std::size_t>(below(random, 6));
        log::SealedEntry bad = m_clinic.entries[at];
        // type, flags, seq, prev, membership head, epoch, commitment, nonce: never clinic or stream
        const int where = std::array{6, 7, 56, 64, 96, 128, 132, 164}[random() % 8];
        bad.bytes[where] = static_cast<char>(bad.bytes[where] ^ (1 + below(random, 255)));
        bad.hash = log::entryHash(bad.bytes);
        m_clinic.put(disk, m_clinic.place.stream, at + 1, {bad});
    });
}

void ContentAttacks::MS19_namesOfFilesChanged() {
    m_clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        const QString path = file(random);
        QString name = QFileInfo(path).fileName();
        for (int times = 1 + below(random, 4); times > 0; --times)
            name[below(random, name.size())] = QLatin1Char("0123456789abcdef-."[random() % 18]);
        (void)disk.rename(path, QFileInfo(path).path() + QLatin1Char('/') + name);
    });
}

void ContentAttacks::MS20_theSameEntryElsewhere() {
    m_clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        for (int times = 1 + below(random, 4); times > 0; --times) {
            const log::SealedEntry& one =
                m_clinic.entries[static_cast<std::size_t>(below(random, 6))];
            std::vector<log::SealedEntry> again(static_cast<std::size_t>(1 + below(random, 5)),
                                                one);
            again.push_back(m_clinic.entries[static_cast<std::size_t>(below(random, 6))]);
            m_clinic.put(disk, m_clinic.place.stream,
                         static_cast<std::uint64_t>(1 + below(random, 40)), again);
        }
    });
}

void ContentAttacks::MS21_oneWorkstationsEntryAsAnothers() {
    const base::Uuid accueil = log::streamOfDevice(m_clinic.clinic.device.sign.publicKey(), 0);
    m_clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const auto at = static_cast<std::size_t>(below(random, 6));
            log::SealedEntry one = m_clinic.entries[at];
            if (random() % 2 == 0) { // with the other's name written over its own
                one.bytes.replace(40, 16, accueil.toByteArray());
                one.hash = log::entryHash(one.bytes);
            }
            m_clinic.put(disk, accueil, 1 + static_cast<std::uint64_t>(below(random, 9)), {one});
        },
        "forged");
}

void ContentAttacks::MS22_signedAfterTheRevocation() {
    Besieged clinic;
    const std::uint64_t cut = 4;
    const log::Hash before = clinic.place.membershipHead;
    QVERIFY(clinic.clinic.membership.revoke(
        uuidFor("salle"), {{clinic.place.stream, cut, clinic.entries[cut - 1].hash}},
        clinic.administrator(), clinic.clinic.random));
    clinic.genuine.erase(clinic.entries[4].hash);
    clinic.genuine.erase(clinic.entries[5].hash);
    clinic.publish();
    clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            // It still has its key, and says that it wrote this long before.
            const int kind = below(random, 3);
            log::ChainPlace place{.stream = clinic.place.stream,
                                  .seq = cut + 1,
                                  .prev = clinic.entries[cut - 1].hash,
                                  .membershipHead = before};
            if (kind == 1)
                place = {.stream = clinic.place.stream,
                         .seq = cut,
                         .prev = clinic.entries[cut - 2].hash,
                         .membershipHead = before};
            if (kind == 2)
                place = {.stream =
                             log::streamOfDevice(clinic.salle.sign.publicKey(),
                                                 1 + static_cast<std::uint32_t>(below(random, 60))),
                         .seq = 1,
                         .prev = {},
                         .membershipHead = before};
            clinic.put(
                disk, place.stream, place.seq,
                {clinic.sealed(QByteArray::number(below(random, 1000)), place, clinic.salle.sign)});
        },
        "revoked");
}

void ContentAttacks::MS22_backDatedBesideWhatCounts() {
    Besieged clinic;
    const std::uint64_t cut = 6;
    const log::Hash before = clinic.place.membershipHead;
    QVERIFY(clinic.clinic.membership.revoke(
        uuidFor("salle"), {{clinic.place.stream, cut, clinic.entries[cut - 1].hash}},
        clinic.administrator(), clinic.clinic.random));
    clinic.publish();
    clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        // In the place of an entry that counts: as if its machine had been copied back then.
        const auto seq = static_cast<std::size_t>(1 + below(random, 5));
        const log::ChainPlace place{.stream = clinic.place.stream,
                                    .seq = seq,
                                    .prev = seq == 1 ? log::Hash{} : clinic.entries[seq - 2].hash,
                                    .membershipHead = before};
        clinic.put(disk, place.stream, place.seq,
                   {clinic.sealed("forged", place, clinic.salle.sign)});
    });
}

void ContentAttacks::MS23_chunksOfAnAttachmentMoved() {
    MemoryDisk disk;
    log::BlobStore blobs(disk, QStringLiteral("/v/blobs"));
    const crypto::Secret parent = seedFor("patient key");
    constexpr qsizetype chunk = log::BlobStore::chunkSize, sealedChunk = chunk + 16, head = 32;
    const auto one = blobs.write(QByteArray(2 * chunk + 1000, 'a'), parent);
    const auto other = blobs.write(QByteArray(2 * chunk + 1000, 'b'), parent);
    QVERIFY(one && other && blobs.verify(*one, parent));
    const auto pathOf = [](const log::BlobRef& ref) {
        const QString name = ref.id.toHex();
        return QString(QStringLiteral("/v/blobs/") + name.left(2) + QLatin1Char('/') + name);
    };
    const QByteArray good = disk.bytes(pathOf(*one)), foreign = disk.bytes(pathOf(*other));
    QVERIFY(good.size() > head + 2 * sealedChunk);
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        QByteArray bad = good;
        switch (variant % 6) {
        case 0: // the last chunk dropped
            bad.truncate(head + 2 * sealedChunk);
            break;
        case 1: // two exchanged
            bad = QByteArray(good.first(head) + good.sliced(head + sealedChunk, sealedChunk) +
                             good.sliced(head, sealedChunk) + good.sliced(head + 2 * sealedChunk));
            break;
        case 2: // another attachment's chunk
            bad.replace(head + (variant / 6 % 2) * sealedChunk, sealedChunk,
                        foreign.sliced(head + (variant / 6 % 2) * sealedChunk, sealedChunk));
            break;
        case 3: // another attachment
            bad = foreign;
            break;
        case 4:
            bad.truncate(below(random, good.size()));
            break;
        default:
            bad = flipped(bad, random);
            break;
        }
        disk.bytes(pathOf(*one)) = bad;
        QVERIFY2(!blobs.verify(*one, parent), qPrintable(QString::number(variant)));
    }
}

void ContentAttacks::MS25_namesThatLeadElsewhere() {
    m_clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        static const char* const names[] = {"..%2f..%2fv", "\\..\\..\\v", "view.db",  "slots",
                                            "CON",         "-rf",         "<script>", "....",
                                            "~",           "$(reboot)"};
        const QString name =
            QLatin1String(names[random() % std::size(names)]) + QString::number(random() % 100);
        const QString folder =
            std::array{QStringLiteral("/x"),
                       m_clinic.root(),
                       QString(m_clinic.root() + QLatin1String("/streams")),
                       QString(m_clinic.root() + QLatin1String("/blobs/ab")),
                       m_clinic.membershipFolder(),
                       m_clinic.streamFolder(m_clinic.place.stream)}[random() % 6];
        Besieged::putFile(disk, folder + QLatin1Char('/') + name,
                          "<html><script>alert(1)</script>" +
                              QByteArray::number(below(random, 99)));
    });
}

void ContentAttacks::MS26_lengthsAndNesting() {
    m_clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const QString path = file(random);
            QByteArray& bytes = disk.bytes(path);
            const std::uint32_t length = std::array{
                0U, 3U, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU, 0x00100001U, 192U}[random() % 7];
            qToLittleEndian(length, bytes.data());
            // A statement that promises everything: nesting, counts, lengths.
            static const char* const bombs[] = {"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
                                                "\x82\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
                                                "\x82\x5a\x80\x00\x00\x00\x81\x82", "\xbf\x9f\x5f"};
            QByteArray bomb(bombs[random() % std::size(bombs)]);
            if (random() % 2 == 0)
                bomb = QByteArray(1 + below(random, 100'000), '\x81');
            Besieged::putFile(
                disk,
                m_clinic.membershipFolder() +
                    QStringLiteral("/00000002-%1.stm").arg(crypto::hash(bomb).toHex()),
                bomb);
        },
        "damaged");
}

QTEST_GUILESS_MAIN(ContentAttacks)
#include "content_attacks_test.moc"
