// The slot file's bytes as a stranger may hand them over: every bit flipped, every cut, every lie
// about a length is refused, and what is accepted is written back bit for bit.
#include "clinic.h"
#include "crypto/primitives/hash.h"
#include "keychain/bytes.h"
#include "keychain/slot_codec.h"

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;

class SlotCodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFlippedBitIsNoticed();
    void everyCutIsNoticed();
    void withARightChecksumStillNothingIsTakenOnTrust();
    void limitsAreKept_data();
    void limitsAreKept();
    void slotsHaveOneOrder();
    void theReaderNeverPassesTheEnd();

private:
    [[nodiscard]] static QByteArray checksummed(QByteArray bytes) {
        bytes.chop(crypto::Hash::size);
        bytes.append(crypto::hash(bytes).view());
        return bytes;
    }
    QByteArray m_good;
};

void SlotCodecTest::initTestCase() {
    m_good =
        Clinic::read(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/keychain/slots-v1.bin"));
    VERIFY_RESULT(decode(m_good));
}

void SlotCodecTest::everyFlippedBitIsNoticed() {
    for (qsizetype bit = 0; bit < m_good.size() * 8; ++bit) {
        QByteArray bad = m_good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
        COMPARE_ERROR(decode(bad), SlotDamaged);
    }
}

void SlotCodecTest::everyCutIsNoticed() {
    for (qsizetype length = 0; length < m_good.size(); ++length)
        COMPARE_ERROR(decode(QByteArrayView(m_good).first(length)), SlotDamaged);
    COMPARE_ERROR(decode(QByteArray(m_good + '\0')), SlotDamaged);
}

// Someone who knows the format repairs the checksum: the parser then meets every possible byte.
void SlotCodecTest::withARightChecksumStillNothingIsTakenOnTrust() {
    int accepted = 0, newer = 0;
    for (qsizetype at = 0; at < m_good.size() - 32; ++at)
        for (const char value : {'\0', '\1', '\x7F', '\xFF'}) {
            QByteArray bad = m_good;
            bad[at] = value;
            bad = checksummed(bad);
            const auto document = decode(bad);
            if (document) {
                QCOMPARE(encode(*document), bad);
                ++accepted;
            } else {
                newer += document.error().code == base::ErrorCode::NewerVersion ? 1 : 0;
            }
        }
    QVERIFY(accepted > 1000); // names, keys, ciphertexts: the MAC judges those
    QCOMPARE(newer, 5);       // the version's two bytes, higher
}

void SlotCodecTest::limitsAreKept_data() {
    QTest::addColumn<std::function<void(SlotDocument&)>>("change");
    const auto row = [](const char* name, std::function<void(SlotDocument&)> change) {
        QTest::newRow(name) << std::move(change);
    };
    row("two users of one id", [](SlotDocument& d) { d.facts.users.append(d.facts.users[0]); });
    row("a slot of nobody",
        [](SlotDocument& d) { d.slots[0].user = base::Uuid(std::array<std::uint8_t, 16>{1}); });
    row("slots out of order", [](SlotDocument& d) { std::ranges::reverse(d.slots); });
    row("a slot twice", [](SlotDocument& d) { d.slots.insert(d.slots.begin(), d.slots.front()); });
    row("a role that is none",
        [](SlotDocument& d) { d.facts.users[0].role = static_cast<UserRole>(5); });
    row("fewer patients than none", [](SlotDocument& d) { d.facts.patients = -2; });
    row("a name of 600 bytes",
        [](SlotDocument& d) { d.facts.clinic = QString(600, QLatin1Char('x')); });
    row("half a character", [](SlotDocument& d) { d.facts.clinic = QString(QChar(0xD800)); });
    row("quick unlock without a slot",
        [](SlotDocument& d) { d.facts.users[1].quickUnlock = true; });
    row("too many former keys", [](SlotDocument& d) { d.facts.users[0].formerKeys.resize(17); });
    row("a date of the year 5000", [](SlotDocument& d) {
        d.facts.kitCreated = QDateTime(QDate(5000, 1, 1), QTime(0, 0), Qt::UTC);
    });
    row("too many users", [](SlotDocument& d) {
        for (std::uint8_t i = 0; i < 201; ++i)
            d.facts.users.append({.id = base::Uuid(std::array<std::uint8_t, 16>{0xFF, i}),
                                  .name = QStringLiteral("x")});
    });
    row("a device section of a megabyte",
        [](SlotDocument& d) { d.device.resize(largestDeviceSection + 1); });
}

void SlotCodecTest::limitsAreKept() {
    QFETCH(std::function<void(SlotDocument&)>, change);
    SlotDocument document = *decode(m_good);
    change(document);
    const auto read = decode(encode(document));
    if (qstrcmp(QTest::currentDataTag(), "half a character") == 0) {
        QVERIFY(
            read); // the writer never makes half a character: it wrote the sign that stands for one
        QVERIFY(read->facts.clinic != document.facts.clinic);
        return;
    }
    COMPARE_ERROR(read, SlotDamaged);
}

void SlotCodecTest::slotsHaveOneOrder() {
    SlotDocument document = *decode(m_good);
    const SlotDocument before = document;
    for (const Slot& slot : before.slots)
        document.put(slot);
    QCOMPARE(document, before);
    std::vector<Slot> backwards(before.slots.rbegin(), before.slots.rend());
    document.slots.clear();
    for (const Slot& slot : backwards)
        document.put(slot);
    QCOMPARE(document, before);
    QCOMPARE(document.lastingSlots(), 3); // two passphrases and the kit
}

void SlotCodecTest::theReaderNeverPassesTheEnd() {
    ByteReader reader(QByteArrayView("\x01\x02\x03", 3));
    QCOMPARE(reader.integer<quint16>(), quint16{0x0201});
    QVERIFY(!reader.atEnd());
    QCOMPARE(reader.integer<quint32>(), quint32{0});
    QVERIFY(!reader.ok());
    QCOMPARE(reader.integer<quint8>(), quint8{0}); // once short, always short
    ByteReader text(QByteArrayView("\x02\x00\xC3\x28", 4));
    (void)text.text(10);
    QVERIFY(!text.ok());
    ByteReader negative(QByteArrayView("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8));
    QCOMPARE(negative.integer<qint64>(), qint64{-1});
    QVERIFY(negative.atEnd());
}

QTEST_GUILESS_MAIN(SlotCodecTest)
#include "slot_codec_test.moc"
