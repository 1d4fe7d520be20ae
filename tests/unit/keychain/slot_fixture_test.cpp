// The frozen slot file of version 1: what was written once stays readable for ever, and is not
// written differently by accident. CHEVET_WRITE_FIXTURES=1 makes a new one, for a new version only.
#include "clinic.h"
#include "crypto/primitives/hash.h"
#include "keychain/recovery_code.h"
#include "keychain/slot_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;
using test::secret;

class SlotFixtureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everySlotStillOpens();
    void theBytesAreTheSameWhenWrittenAgain();
    void theMacIsTheOneOfTheSpecification();

private:
    void makeFixture() const;
    [[nodiscard]] QString string(const char* key) const {
        return m_vectors.value(QLatin1String(key)).toString();
    }
    [[nodiscard]] static QString fixture(const char* name) {
        QString path =
            QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/keychain/") + QLatin1String(name);
        return path;
    }
    QByteArray m_bytes;
    QJsonObject m_vectors;
};

namespace {

QString hex(const crypto::Secret& bytes) {
    return QString::fromLatin1(bytes.view().toByteArray().toHex());
}

crypto::Secret fromHex(const QString& text) {
    QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    return crypto::Secret::takeFrom(bytes);
}

template <class Keys>
QJsonArray numbered(const Keys& keys) {
    QJsonArray list;
    for (const auto& item : keys)
        list.append(QJsonArray{static_cast<int>(item.number), hex(item.key.secret())});
    return list;
}

} // namespace

void SlotFixtureTest::makeFixture() const {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    keys.device.epochs.push_back({.number = 2, .key = crypto::EpochKey::random()});
    keys.device.keyboxes.push_back({.number = 1, .key = crypto::KeyboxKey::random()});
    const base::Uuid louis = clinic.addLouis(keys);
    VERIFY_RESULT(clinic.file.addUser(keys,
                                      {.name = QStringLiteral("Zoé Roy"),
                                       .role = UserRole::Clerk,
                                       .passphrase = secret("un canot sur la rive")},
                                      test::testCost));
    VERIFY_RESULT(clinic.file.disableUser(keys, louis));
    VERIFY_RESULT(clinic.file.enableUser(keys, louis, secret("de retour au village"),
                                         {.passes = 2, .memoryKiB = 64}));
    VERIFY_RESULT(clinic.file.disableUser(keys, keys.facts.users[2].id));
    VERIFY_RESULT(clinic.file.saveDevice(keys));
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    VERIFY_RESULT(clinic.file.noteKitVerified(keys));
    VERIFY_RESULT(clinic.file.noteLocked(keys, 8412));
    const QByteArray kek = clinic.keychain.entries.begin().value();
    const QString maude = keys.facts.users[0].name, his = keys.facts.users[1].name;
    const QJsonObject vectors{
        {QStringLiteral("kit"), hex(clinic.kit)},
        {QStringLiteral("recoveryCode"),
         QString::fromLatin1(RecoveryCode::fromKit(clinic.kit)->text().view().toByteArray())},
        {QStringLiteral("clinicId"), keys.facts.clinicIdentity.id().toHex()},
        {QStringLiteral("vaultKey"), hex(keys.vault.secret())},
        {QStringLiteral("passphrases"), QJsonObject{{maude, QLatin1String(test::maudePassphrase)},
                                                    {his, QStringLiteral("de retour au village")}}},
        {QStringLiteral("keks"), QJsonObject{{maude, QString::fromLatin1(kek.toHex())}}},
        {QStringLiteral("device"), keys.device.device.toHex()},
        {QStringLiteral("epochs"), numbered(keys.device.epochs)},
        {QStringLiteral("keyboxes"), numbered(keys.device.keyboxes)}};
    Clinic::write(fixture("slots-v1.bin"), Clinic::read(clinic.path("slots")));
    Clinic::write(fixture("slots-v1.json"), QJsonDocument(vectors).toJson());
}

void SlotFixtureTest::initTestCase() {
    if (qEnvironmentVariableIsSet("CHEVET_WRITE_FIXTURES"))
        makeFixture();
    m_bytes = Clinic::read(fixture("slots-v1.bin"));
    m_vectors = QJsonDocument::fromJson(Clinic::read(fixture("slots-v1.json"))).object();
    QVERIFY(!m_bytes.isEmpty() && !m_vectors.isEmpty());
}

void SlotFixtureTest::everySlotStillOpens() {
    Clinic clinic;
    Clinic::write(clinic.path("slots"), m_bytes);
    Clinic::write(clinic.path("slots.2"), m_bytes);
    const auto facts = clinic.file.readFacts();
    VERIFY_RESULT(facts);
    QCOMPARE(facts->clinicIdentity.id().toHex(), string("clinicId"));
    QCOMPARE(facts->users.size(), 3);
    QCOMPARE(facts->users[1].formerKeys.size(), 1);
    QVERIFY(facts->users[2].disabled);
    QCOMPARE(facts->patients, 8412);
    const QJsonObject passphrases = m_vectors.value(QLatin1String("passphrases")).toObject();
    for (const SlotUser& user : facts->users) {
        if (user.disabled)
            continue;
        const auto opened = clinic.file.unlockWithPassphrase(
            user.id, secret(passphrases.value(user.name).toString().toUtf8().constData()));
        VERIFY_RESULT(opened);
        QCOMPARE(hex(opened->vault.secret()), string("vaultKey"));
        QCOMPARE(opened->device.device.toHex(), string("device"));
        QCOMPARE(numbered(opened->device.epochs),
                 m_vectors.value(QLatin1String("epochs")).toArray());
    }
    const QByteArray kek = QByteArray::fromHex(m_vectors.value(QLatin1String("keks"))
                                                   .toObject()
                                                   .value(facts->users[0].name)
                                                   .toString()
                                                   .toLatin1());
    const QString entry =
        QStringLiteral("quick-unlock/%1/%2").arg(facts->vault.toHex(), facts->users[0].id.toHex());
    clinic.keychain.entries.insert(entry, kek);
    VERIFY_RESULT(clinic.file.unlockWithKeychain(facts->users[0].id, clinic.keychain));
    const auto byKit = clinic.file.unlockWithKit(fromHex(string("kit")));
    VERIFY_RESULT(byKit);
    QCOMPARE(hex(byKit->vault.secret()), string("vaultKey"));
}

void SlotFixtureTest::theBytesAreTheSameWhenWrittenAgain() {
    const auto document = decode(m_bytes);
    VERIFY_RESULT(document);
    QCOMPARE(encode(*document), m_bytes);
}

void SlotFixtureTest::theMacIsTheOneOfTheSpecification() {
    const auto document = decode(m_bytes);
    const crypto::SealKey key = crypto::deriveKey(fromHex(string("vaultKey")), "slots/mac/1");
    QCOMPARE(document->mac,
             crypto::keyedHash(key.secret(), "slots/1", QByteArrayView(m_bytes).chopped(64)));
    QCOMPARE(m_bytes.last(32), crypto::hash(QByteArrayView(m_bytes).chopped(32)).toByteArray());
}

QTEST_GUILESS_MAIN(SlotFixtureTest)
#include "slot_fixture_test.moc"
