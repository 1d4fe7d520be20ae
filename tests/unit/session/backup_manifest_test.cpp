// The manifest: whatever is changed in it is refused, and no name in it leads out of the folder.
#include "crypto/random.h"
#include "session/backup_copy.h"
#include "session/backup_folder.h"
#include "session/backup_manifest.h"
#include "support/memory_disk.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace chevet;
using namespace chevet::session;
using base::ErrorCode;

class BackupManifestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheVaultsOwnNames_data();
    void onlyTheVaultsOwnNames();
    void itComesBack();
    void anyChangedByteIsRefused();
    void anyCutIsRefused();
    void wrongNamesAndOrderAreRefused();
    void aLaterVersionIsSaid();
    void stateLiesInTwoFoldersByTurns();
    void anUnreadablePlaceIsWrittenAnew();
};

namespace {

base::Uuid uuid(char byte) {
    return *base::Uuid::fromBytes(QByteArray(16, byte));
}

BackupManifest sample() {
    BackupManifest manifest{.device = uuid('d'), .stream = uuid('s')};
    manifest.clinic.bytes.fill(7);
    manifest.generation = 3;
    manifest.made = QDateTime(QDate(2026, 3, 18), QTime(14, 2), Qt::UTC);
    manifest.heads = {{.stream = uuid('s'), .head = {.seq = 5, .hash = crypto::hash("head")}}};
    manifest.files = {{.path = QStringLiteral("blobs/00/00112233445566778899aabbccddeeff"),
                       .size = 1,
                       .hash = crypto::hash("blob")},
                      {.path = QStringLiteral("log/membership"), .size = 2, .hash = {}},
                      {.path = QStringLiteral("slots"), .size = 3, .hash = {}}};
    return manifest;
}

const crypto::SigningKey& device() {
    static const crypto::SigningKey key = crypto::SigningKey::generate();
    return key;
}

} // namespace

void BackupManifestTest::onlyTheVaultsOwnNames_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<BackupPathKind>("kind");
    const QString id = QStringLiteral("00112233445566778899aabbccddeeff");
    const auto row = [](const QString& path, BackupPathKind kind) {
        QTest::newRow(qPrintable(path)) << path << kind;
    };
    row(QStringLiteral("log/%1/00000001.seg").arg(id), BackupPathKind::Segment);
    row(QStringLiteral("blobs/00/%1").arg(id), BackupPathKind::Blob);
    for (const char* state : {"slots", "slots.2", "log/membership", "log/outbox"})
        row(QLatin1String(state), BackupPathKind::State);
    row(QStringLiteral("drafts/") + id, BackupPathKind::State);
    for (const char* other : {"",
                              "/",
                              "..",
                              "../slots",
                              "/etc/passwd",
                              "slots/..",
                              "log/../slots",
                              "slots\n",
                              "slots.3",
                              "view.db",
                              "root",
                              "restored",
                              "drafts/../slots",
                              "drafts/x",
                              "log/membership/",
                              "Slots",
                              "manifest",
                              "blobs/01/00112233445566778899aabbccddeeff",
                              "blobs/00/00112233445566778899aabbccddeef",
                              "log/x/00000001.seg"})
        row(QLatin1String(other), BackupPathKind::None);
    row(QStringLiteral("log/%1/00000001.seg.torn-64").arg(id), BackupPathKind::None);
    row(QStringLiteral("log/%1/../%1/00000001.seg").arg(id), BackupPathKind::None);
    row(QStringLiteral("slots") + QChar(0), BackupPathKind::None);
}

void BackupManifestTest::onlyTheVaultsOwnNames() {
    QFETCH(QString, path);
    QFETCH(BackupPathKind, kind);
    QCOMPARE(backupPathKind(path), kind);
}

void BackupManifestTest::itComesBack() {
    BackupManifest manifest = sample();
    const auto read = BackupManifest::parse(manifest.seal(device()));
    QVERIFY(read);
    QVERIFY(read->signedBy(device().publicKey()));
    QVERIFY(!read->signedBy(crypto::SigningKey::generate().publicKey()));
    QCOMPARE(read->clinic, manifest.clinic);
    QCOMPARE(read->device, manifest.device);
    QCOMPARE(read->stream, manifest.stream);
    QCOMPARE(read->generation, quint32{3});
    QCOMPARE(read->made, manifest.made);
    QCOMPARE(read->heads.size(), std::size_t{1});
    QCOMPARE(read->heads[0].head, manifest.heads[0].head);
    QVERIFY(read->files == manifest.files);
    QCOMPARE(read->bytes(), 6);
    QVERIFY(read->find(QStringLiteral("slots")) != nullptr);
    QVERIFY(read->find(QStringLiteral("slots.2")) == nullptr);
}

void BackupManifestTest::anyChangedByteIsRefused() {
    BackupManifest manifest = sample();
    const QByteArray good = manifest.seal(device());
    for (qsizetype at = 0; at < good.size(); ++at)
        for (const int bit : {0, 3, 7}) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
            const auto read = BackupManifest::parse(bad);
            QVERIFY(!read || !read->signedBy(device().publicKey()));
        }
}

void BackupManifestTest::anyCutIsRefused() {
    BackupManifest manifest = sample();
    const QByteArray good = manifest.seal(device());
    for (qsizetype size = 0; size < good.size(); ++size)
        QCOMPARE(BackupManifest::parse(good.first(size)).error().code, ErrorCode::BackupDamaged);
    QVERIFY(!BackupManifest::parse(QByteArray(good + 'x')));
    // Sizes that would exhaust memory are not believed.
    tests::SeededRandom random("manifest");
    for (int i = 0; i < 500; ++i) {
        QByteArray noise(200, Qt::Uninitialized);
        random.fill({reinterpret_cast<std::uint8_t*>(noise.data()), 200});
        QVERIFY(!BackupManifest::parse(QByteArray("CHVBACK1" + noise)));
    }
}

// Signed by the workstation itself, and still refused.
void BackupManifestTest::wrongNamesAndOrderAreRefused() {
    const auto refused = [](auto&& change) {
        BackupManifest manifest = sample();
        change(manifest);
        const auto read = BackupManifest::parse(manifest.seal(device()));
        return !read && read.error().code == ErrorCode::BackupDamaged;
    };
    QVERIFY(!refused([](BackupManifest&) {}));
    QVERIFY(refused([](BackupManifest& m) { m.files[2].path = QStringLiteral("slots/../../x"); }));
    QVERIFY(refused([](BackupManifest& m) { m.files[2].path = QStringLiteral("zzz"); }));
    QVERIFY(refused([](BackupManifest& m) { std::swap(m.files[1], m.files[2]); }));
    QVERIFY(refused([](BackupManifest& m) { m.files.push_back(m.files[2]); }));
    QVERIFY(refused([](BackupManifest& m) { m.files[0].size = -1; }));
    QVERIFY(refused([](BackupManifest& m) { m.generation = 0; }));
}

void BackupManifestTest::aLaterVersionIsSaid() {
    BackupManifest manifest = sample();
    QByteArray later = manifest.seal(device());
    later[7] = '2';
    QCOMPARE(BackupManifest::parse(later).error().code, ErrorCode::NewerVersion);
}

void BackupManifestTest::stateLiesInTwoFoldersByTurns() {
    BackupManifest manifest = sample();
    QCOMPARE(manifest.place(QStringLiteral("slots")), QStringLiteral("state-1/slots"));
    QCOMPARE(manifest.place(manifest.files[0].path), manifest.files[0].path);
    manifest.generation = 4;
    QCOMPARE(manifest.place(QStringLiteral("slots")), QStringLiteral("state-0/slots"));
}

// What differs is written from there on, and the source must still begin with what was backed up.
void BackupManifestTest::anUnreadablePlaceIsWrittenAnew() {
    tests::MemoryDisk disk;
    QVERIFY(disk.makeFolder(QStringLiteral("/vault/log")));
    const QString path = QStringLiteral("log/00112233445566778899aabbccddeeff/00000001.seg");
    QVERIFY(disk.makeFolder(QStringLiteral("/vault/log/00112233445566778899aabbccddeeff")));
    const QByteArray bytes = QByteArray(1'500'000, 'a') + QByteArray(1'500'000, 'b');
    QVERIFY(base::replaceFile(disk, QStringLiteral("/vault/") + path, bytes));
    BackupMeter meter(base::systemClock(), {});
    const auto put = [&](qint64 size, const BackupFile* before) {
        BackupWriter writer(disk, QStringLiteral("/vault"), meter);
        const auto done = writer.put(
            {.path = path, .target = QStringLiteral("/to/") + path, .size = size}, before);
        const auto finished = done ? writer.finish() : done;
        return std::tuple(finished, writer.counts(), writer.takeFiles());
    };
    const auto [first, copied, files] = put(2'000'000, nullptr);
    QVERIFY(first);
    QCOMPARE(copied.copiedBytes, 2'000'000);
    QCOMPARE(files[0].hash, crypto::hash(bytes.first(2'000'000)));
    const auto [grown, more, all] = put(3'000'000, &files[0]);
    QVERIFY(grown);
    QCOMPARE(more.copiedBytes, 1'000'000);
    QCOMPARE(more.repairedFiles, 0);
    disk.bytes(QStringLiteral("/to/") + path)[1'200'000] = 'x';
    const auto [mended, repaired, same] = put(3'000'000, &all[0]);
    QVERIFY(mended);
    QCOMPARE(repaired.repairedFiles, 1);
    QCOMPARE(repaired.copiedBytes, 1'800'000);
    QCOMPARE(disk.bytes(QStringLiteral("/to/") + path), bytes);
    QCOMPARE(std::get<0>(put(2'999'999, &all[0])).error().code, ErrorCode::BackupAhead);
    disk.bytes(QStringLiteral("/vault/") + path)[10] = 'x';
    QCOMPARE(std::get<0>(put(3'000'000, &all[0])).error().code, ErrorCode::LogDamaged);
    QCOMPARE(disk.bytes(QStringLiteral("/to/") + path), bytes);
}

QTEST_GUILESS_MAIN(BackupManifestTest)
#include "backup_manifest_test.moc"
