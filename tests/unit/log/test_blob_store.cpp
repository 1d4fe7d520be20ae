// Attachments: durable before they are named, and every damage found, with its place.

#include "clinic_fixture.h"
#include "log/blob_store.h"
#include "support/faulty_file_system.h"

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

class TestBlobStore : public QObject {
    Q_OBJECT

    crypto::Secret m_key = seedFor("patient key");
    MemoryDisk m_disk;
    BlobStore m_store{m_disk, QStringLiteral("/v/blobs")};

    static QByteArray content(qsizetype size) {
        QByteArray bytes(size, Qt::Uninitialized);
        SeededRandom random("content");
        random.fill(
            {reinterpret_cast<std::uint8_t*>(bytes.data()), static_cast<std::size_t>(size)});
        return bytes;
    }
    QString path(const BlobRef& ref) const {
        const QString hex = ref.id.toHex();
        return QStringLiteral("/v/blobs/") + hex.first(2) + QLatin1Char('/') + hex;
    }
    ErrorCode refusal(const BlobRef& ref) const {
        const auto read = m_store.read(ref, m_key, 100 << 20);
        return read ? ErrorCode::Internal : read.error().code;
    }

private Q_SLOTS:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void aFlippedBitInAnySectorIsNamed();
    void chunksCannotBeMovedDroppedOrExchanged();
    void anotherKeyOrIdOpensNothing();
    void theSameContentHasAnotherIdAndOtherBytes();
    void aLimitIsKept();
    void itIsDurableOnReturn();
    void manyAreDurableAfterOneFlush();
    void aFaultAtAnyPointIsReported();
    void aFailedWriteLeavesNothing();
    void removingAndListing();
};

void TestBlobStore::whatIsWrittenIsRead_data() {
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 4096, 1048575, 1048576, 1048577, 3 * 1048576})
        QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
}

void TestBlobStore::whatIsWrittenIsRead() {
    QFETCH(const qsizetype, size);
    const QByteArray plain = content(size);
    const auto ref = m_store.write(plain, m_key);
    QVERIFY(ref.has_value());
    QCOMPARE(ref->size, static_cast<std::uint64_t>(size));
    QCOMPARE(*m_store.read(*ref, m_key, size), plain);
    QVERIFY(m_store.verify(*ref, m_key).has_value());
    QVERIFY(size < 64 || !m_disk.bytes(path(*ref)).contains(plain.first(64)));
}

void TestBlobStore::aFlippedBitInAnySectorIsNamed() {
    const auto ref = m_store.write(content(1'200'000), m_key);
    const qsizetype size = m_disk.bytes(path(*ref)).size();
    for (qsizetype at = 0; at < size; at += 512 * 61 + 1) {
        m_disk.bytes(path(*ref))[at] = static_cast<char>(m_disk.bytes(path(*ref))[at] ^ 2);
        const auto read = m_store.read(*ref, m_key, size);
        QCOMPARE(read.error().code, ErrorCode::BlobDamaged);
        QVERIFY(read.error().where.contains(ref->id.toHex()));
        m_disk.bytes(path(*ref))[at] = static_cast<char>(m_disk.bytes(path(*ref))[at] ^ 2);
    }
    QVERIFY(m_store.verify(*ref, m_key).has_value());
}

void TestBlobStore::chunksCannotBeMovedDroppedOrExchanged() {
    const QByteArray plain = content(2 * BlobStore::chunkSize);
    const auto ref = m_store.write(plain, m_key);
    const QByteArray good = m_disk.bytes(path(*ref));
    const qsizetype chunk = BlobStore::chunkSize + 16;
    m_disk.bytes(path(*ref)) =
        QByteArray(good.first(32) + good.sliced(32 + chunk) + good.sliced(32, chunk));
    QCOMPARE(refusal(*ref), ErrorCode::BlobDamaged);
    m_disk.bytes(path(*ref)) = good.first(32 + chunk);
    QCOMPARE(refusal(*ref), ErrorCode::BlobDamaged);
    // Not even where the op that names it were changed along with it.
    BlobRef shorter = *ref;
    shorter.size = BlobStore::chunkSize;
    shorter.hash = crypto::hash(QByteArrayView(plain).first(BlobStore::chunkSize));
    QCOMPARE(refusal(shorter), ErrorCode::BlobDamaged);
    const auto other = m_store.write(plain, m_key);
    m_disk.bytes(path(*ref)) = m_disk.bytes(path(*other));
    QCOMPARE(refusal(*ref), ErrorCode::BlobDamaged);
    m_disk.bytes(path(*ref)) = good;
    QCOMPARE(*m_store.read(*ref, m_key, plain.size()), plain);
}

void TestBlobStore::anotherKeyOrIdOpensNothing() {
    const auto ref = m_store.write("radiographie", m_key);
    QCOMPARE(m_store.read(*ref, seedFor("another patient"), 100).error().code,
             ErrorCode::BlobDamaged);
    BlobRef missing = *ref;
    missing.id = uuidFor("missing");
    QCOMPARE(refusal(missing), ErrorCode::NotFound);
}

void TestBlobStore::theSameContentHasAnotherIdAndOtherBytes() {
    const auto first = m_store.write("même document", m_key);
    const auto second = m_store.write("même document", m_key);
    QVERIFY(first->id != second->id);
    QVERIFY(first->hash == second->hash);
    QVERIFY(m_disk.bytes(path(*first)).sliced(32) != m_disk.bytes(path(*second)).sliced(32));
}

void TestBlobStore::aLimitIsKept() {
    const auto ref = m_store.write(content(5000), m_key);
    QCOMPARE(m_store.read(*ref, m_key, 4999).error().code, ErrorCode::LimitExceeded);
    QCOMPARE(m_store.read(*ref, m_key, -1).error().code, ErrorCode::LimitExceeded);
}

void TestBlobStore::itIsDurableOnReturn() {
    MemoryDisk disk;
    BlobStore store(disk, QStringLiteral("/v/blobs"));
    const auto ref = store.write(content(70000), m_key);
    disk.losePower(MemoryDisk::Unsynced::Lost);
    QVERIFY(store.verify(*ref, m_key).has_value());
}

void TestBlobStore::manyAreDurableAfterOneFlush() {
    MemoryDisk disk;
    BlobStore store(disk, QStringLiteral("/v/blobs"));
    std::vector<BlobRef> refs;
    for (int i = 0; i < 300; ++i)
        refs.push_back(*store.writeLater(QByteArray::number(i), m_key));
    QVERIFY(store.flush().has_value());
    QVERIFY(store.flush().has_value()); // nothing left to do
    disk.losePower(MemoryDisk::Unsynced::Lost);
    for (std::size_t i = 0; i < refs.size(); ++i)
        QCOMPARE(*store.read(refs[i], m_key, 10), QByteArray::number(static_cast<int>(i)));
}

// Whatever write or sync fails, the store says so, or the blob is there after a power cut.
void TestBlobStore::aFaultAtAnyPointIsReported() {
    const QByteArray plain = content(1'100'000);
    MemoryDisk dry;
    FaultyFileSystem counter(dry);
    QVERIFY(BlobStore(counter, QStringLiteral("/v/blobs")).write(plain, m_key).has_value());
    QVERIFY(counter.points() >= 7);
    for (const auto fault : {FaultyFileSystem::Fault::Fail, FaultyFileSystem::Fault::Tear}) {
        for (qint64 point = 1; point <= counter.points(); ++point) {
            MemoryDisk memory;
            FaultyFileSystem disk(memory);
            BlobStore store(disk, QStringLiteral("/v/blobs"));
            disk.failAt(point, fault);
            const auto ref = store.writeLater(plain, m_key);
            const bool durable = ref && store.flush();
            QVERIFY2(!durable, qPrintable(QString::number(point)));
        }
    }
}

void TestBlobStore::aFailedWriteLeavesNothing() {
    MemoryDisk memory;
    FaultyFileSystem disk(memory);
    BlobStore store(disk, QStringLiteral("/v/blobs"));
    disk.fillDisk();
    QCOMPARE(store.write(content(70000), m_key).error().code, ErrorCode::DiskFull);
    QVERIFY(store.list()->empty());
    disk.heal();
    QVERIFY(store.write(content(70000), m_key).has_value());
}

void TestBlobStore::removingAndListing() {
    MemoryDisk disk;
    BlobStore store(disk, QStringLiteral("/v/blobs"));
    QVERIFY(store.list()->empty());
    const auto first = store.write("a", m_key);
    const auto second = store.write("b", m_key);
    QCOMPARE(store.list()->size(), 2U);
    QVERIFY(store.remove(first->id).has_value());
    QVERIFY(!store.exists(first->id) && store.exists(second->id));
    QVERIFY(*store.list() == std::vector{second->id});
}

QTEST_APPLESS_MAIN(TestBlobStore)
#include "test_blob_store.moc"
