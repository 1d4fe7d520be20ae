// Who may write: the founding of a clinic, and what a forged chain runs into.

#include "clinic_fixture.h"
#include "log/membership.h"
#include "log/membership_reader.h"

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;

class TestMembership : public QObject {
    Q_OBJECT

    ClinicFixture m_clinic;

    Founding::Professional nurse(const crypto::SigningKey& key, bool administrator = false) const {
        return {.id = uuidFor("nurse"),
                .name = QStringLiteral("Inf. Émile Côté"),
                .role = UserRole::Nurse,
                .administrator = administrator,
                .key = &key};
    }

private Q_SLOTS:
    void aFoundedClinicReadsBackFromItsFile();
    void namesAreNotReadableWithoutTheEpochKey();
    void theRecoveryKitOpensTheSameKeys();
    void anotherWorkstationOpensNothing();
    void foundingNeedsAnAdministrator();
    void everyFlippedByteOfTheChainIsRefused();
    void aTruncatedChainIsRefusedOrAnOlderHead();
    void theWrongClinicIsRefused();
    void anAdministratorAddsAndDisables();
    void aDisabledOneComesBackWithANewKey();
    void nobodyElseAddsOrDisables();
    void theLastAdministratorStays();
    void statementsOfANewerVersionSaySo();
    void aGenesisWithoutTheRootsSignatureIsRefused();
    void reorderedStatementsAreAGap();
};

void TestMembership::aFoundedClinicReadsBackFromItsFile() {
    MemoryDisk disk;
    QVERIFY(m_clinic.membership.store(disk, QStringLiteral("/v/log/membership")).has_value());
    auto read =
        Membership::load(disk, QStringLiteral("/v/log/membership"), m_clinic.membership.clinic());
    QVERIFY(read.has_value());
    QVERIFY(read->head() == m_clinic.membership.head());
    read->readLabels(m_clinic.keys);
    QCOMPARE(read->clinicName(), QStringLiteral("Clinique des Érables"));
    QCOMPARE(read->devices().front().label, QStringLiteral("Accueil"));
    const Member* physician = read->member(m_clinic.physicianId);
    QCOMPARE(physician->name, QStringLiteral("Dre Maude Lachance"));
    QVERIFY(physician->role == UserRole::Physician && physician->administrator &&
            !physician->disabled);
    QVERIFY(physician->key == m_clinic.physician.publicKey());
}

void TestMembership::namesAreNotReadableWithoutTheEpochKey() {
    const QByteArray bytes = m_clinic.membership.toBytes();
    QVERIFY(!bytes.contains("Lachance") && !bytes.contains("Accueil") &&
            !bytes.contains("Clinique"));
    const auto read = Membership::parse(bytes);
    QVERIFY(read->clinicName().isEmpty());
    QVERIFY(read->members().front().name.isEmpty());
}

void TestMembership::theRecoveryKitOpensTheSameKeys() {
    const auto fromKit = m_clinic.membership.openKeys(m_clinic.root);
    QVERIFY(fromKit.has_value());
    QCOMPARE(fromKit->currentEpoch(), 1U);
    QVERIFY(fromKit->epoch(1)->secret().equals(m_clinic.keys.epoch(1)->secret()));
    const auto wrapped = m_clinic.admit(uuidFor("p"));
    QVERIFY(fromKit->unwrap(wrapped)->secret().equals(m_clinic.keys.unwrap(wrapped)->secret()));
}

void TestMembership::anotherWorkstationOpensNothing() {
    const auto stranger = DeviceKeys::fromSeed(seedFor("stranger"));
    QCOMPARE(m_clinic.membership.openKeys(stranger).error().code, ErrorCode::UnknownKey);
    MemoryDisk disk;
    const auto log = Log::open(disk, {.folder = QStringLiteral("/v/log")}, m_clinic.membership,
                               m_clinic.keys, stranger.sign);
    QCOMPARE(log.error().code, ErrorCode::UnknownKey);
}

void TestMembership::foundingNeedsAnAdministrator() {
    Founding founding{
        .clinicName = QStringLiteral("C"), .deviceLabel = QStringLiteral("D"), .professionals = {}};
    QCOMPARE(Membership::found(founding, m_clinic.root, m_clinic.device).error().code,
             ErrorCode::InvalidArgument);
    founding.professionals.push_back(nurse(m_clinic.physician, false));
    QCOMPARE(Membership::found(founding, m_clinic.root, m_clinic.device).error().code,
             ErrorCode::InvalidArgument);
}

void TestMembership::everyFlippedByteOfTheChainIsRefused() {
    const QByteArray good = m_clinic.membership.toBytes();
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x04);
        QVERIFY2(!Membership::parse(bad), qPrintable(QString::number(at)));
    }
}

void TestMembership::aTruncatedChainIsRefusedOrAnOlderHead() {
    Membership longer = m_clinic.membership;
    const auto key = crypto::SigningKey::generate();
    QVERIFY(longer
                .addProfessional(nurse(key), m_clinic.physicianId, m_clinic.physician,
                                 m_clinic.device, m_clinic.keys)
                .has_value());
    const QByteArray bytes = longer.toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const auto read = Membership::parse(bytes.first(size));
        QVERIFY2(!read || read->head() == m_clinic.membership.head(),
                 qPrintable(QString::number(size)));
    }
}

void TestMembership::theWrongClinicIsRefused() {
    ClinicFixture other;
    const Membership stranger = ClinicFixture::make(other);
    QCOMPARE(Membership::parse(stranger.toBytes(), m_clinic.membership.clinic()).error().code,
             ErrorCode::WrongClinic);
}

void TestMembership::anAdministratorAddsAndDisables() {
    Membership chain = m_clinic.membership;
    const auto key = crypto::SigningKey::generate();
    QVERIFY(chain
                .addProfessional(nurse(key), m_clinic.physicianId, m_clinic.physician,
                                 m_clinic.device, m_clinic.keys)
                .has_value());
    QCOMPARE(chain.members().size(), 2U);
    QCOMPARE(chain.members().back().name, QStringLiteral("Inf. Émile Côté"));
    QVERIFY(chain.knowsHead(m_clinic.membership.head())); // older entries stay valid
    QVERIFY(chain
                .disableProfessional(uuidFor("nurse"), m_clinic.physicianId, m_clinic.physician,
                                     m_clinic.device)
                .has_value());
    QVERIFY(chain.member(uuidFor("nurse"))->disabled);
    const auto read = Membership::parse(chain.toBytes());
    QVERIFY(read->head() == chain.head());
    QVERIFY(read->member(uuidFor("nurse"))->disabled);
}

void TestMembership::aDisabledOneComesBackWithANewKey() {
    Membership chain = m_clinic.membership;
    const auto old = crypto::SigningKey::generate();
    const auto fresh = crypto::SigningKey::generate();
    const auto enable = [&](const crypto::SigningKey& key) {
        return chain.enableProfessional(nurse(key), m_clinic.physicianId, m_clinic.physician,
                                        m_clinic.device, m_clinic.keys);
    };
    QVERIFY(!enable(fresh)); // not there yet
    QVERIFY(chain
                .addProfessional(nurse(old), m_clinic.physicianId, m_clinic.physician,
                                 m_clinic.device, m_clinic.keys)
                .has_value());
    QVERIFY(!enable(fresh)); // not disabled
    EntryDraft act = m_clinic.draft(uuidFor("patient"), "1");
    act.author = uuidFor("nurse");
    const ChainPlace place{.stream = chain.devices().front().streams.front(),
                           .seq = 1,
                           .prev = {},
                           .membershipHead = chain.head()};
    const auto before = sealEntry(*prepareEntry(act, m_clinic.keys, &old), place, m_clinic.keys,
                                  m_clinic.device.sign);
    QVERIFY(chain
                .disableProfessional(uuidFor("nurse"), m_clinic.physicianId, m_clinic.physician,
                                     m_clinic.device)
                .has_value());
    QVERIFY(!chain.addProfessional(nurse(fresh), m_clinic.physicianId, m_clinic.physician,
                                   m_clinic.device, m_clinic.keys));
    QVERIFY(enable(fresh).has_value());
    QVERIFY(!chain.member(uuidFor("nurse"))->disabled);
    QCOMPARE(chain.members().size(), 2U);
    QVERIFY(openEntry(before->bytes, chain, m_clinic.keys)->author == AuthorProof::Verified);
    const auto after = sealEntry(*prepareEntry(act, m_clinic.keys, &fresh), place, m_clinic.keys,
                                 m_clinic.device.sign);
    QVERIFY(openEntry(after->bytes, chain, m_clinic.keys)->author == AuthorProof::Verified);
    const auto stranger = sealEntry(*prepareEntry(act, m_clinic.keys, &m_clinic.physician), place,
                                    m_clinic.keys, m_clinic.device.sign);
    QVERIFY(!openEntry(stranger->bytes, chain, m_clinic.keys));
    QVERIFY(Membership::parse(chain.toBytes()).has_value());
}

void TestMembership::nobodyElseAddsOrDisables() {
    Membership chain = m_clinic.membership;
    const auto key = crypto::SigningKey::generate();
    const auto other = crypto::SigningKey::generate();
    const auto impostor = chain.addProfessional(nurse(key), m_clinic.physicianId, other,
                                                m_clinic.device, m_clinic.keys);
    QCOMPARE(impostor.error().code, ErrorCode::BadSignature);
    QVERIFY(chain
                .addProfessional(nurse(key), m_clinic.physicianId, m_clinic.physician,
                                 m_clinic.device, m_clinic.keys)
                .has_value());
    const Hash head = chain.head();
    QCOMPARE(chain.disableProfessional(m_clinic.physicianId, uuidFor("nurse"), key, m_clinic.device)
                 .error()
                 .code,
             ErrorCode::BadSignature);
    const auto stranger = DeviceKeys::fromSeed(seedFor("stranger"));
    QCOMPARE(chain
                 .disableProfessional(uuidFor("nurse"), m_clinic.physicianId, m_clinic.physician,
                                      stranger)
                 .error()
                 .code,
             ErrorCode::BadSignature);
    QVERIFY(chain.head() == head);
    QCOMPARE(chain.members().size(), 2U);
    QVERIFY(!chain.member(m_clinic.physicianId)->disabled);
}

void TestMembership::theLastAdministratorStays() {
    Membership chain = m_clinic.membership;
    QCOMPARE(chain
                 .disableProfessional(m_clinic.physicianId, m_clinic.physicianId,
                                      m_clinic.physician, m_clinic.device)
                 .error()
                 .code,
             ErrorCode::InvalidArgument);
    const auto key = crypto::SigningKey::generate();
    QCOMPARE(chain
                 .addProfessional(nurse(key, true), m_clinic.physicianId, m_clinic.physician,
                                  m_clinic.device, m_clinic.keys)
                 .error()
                 .code,
             ErrorCode::BadSignature); // nobody makes another administrator alone
    QVERIFY(chain
                .addProfessional(nurse(key), m_clinic.physicianId, m_clinic.physician,
                                 m_clinic.device, m_clinic.keys)
                .has_value());
    QVERIFY(chain
                .setAdministrator(uuidFor("nurse"), true,
                                  {m_clinic.physicianId, m_clinic.physician, m_clinic.device},
                                  {.root = &m_clinic.root.sign})
                .has_value());
    QVERIFY(chain.disableProfessional(m_clinic.physicianId, uuidFor("nurse"), key, m_clinic.device)
                .has_value());
    // A disabled administrator signs nothing any more.
    QCOMPARE(chain
                 .disableProfessional(uuidFor("nurse"), m_clinic.physicianId, m_clinic.physician,
                                      m_clinic.device)
                 .error()
                 .code,
             ErrorCode::BadSignature);
}

// The chain file with one statement more, whatever it says.
static QByteArray with(const Membership& chain, QByteArrayView statement) {
    QByteArray bytes = chain.toBytes();
    const auto length = qToLittleEndian(static_cast<std::uint32_t>(statement.size()));
    bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes.append(statement);
    return bytes;
}

void TestMembership::statementsOfANewerVersionSaySo() {
    const Membership& chain = m_clinic.membership;
    const QByteArray body = statement::encodeBody(statement::Kind(9), chain.clinic(), 2,
                                                  chain.head(), QByteArray("\x80", 1));
    const QByteArray bytes = with(chain, statement::encodeSigned(body, {&m_clinic.device.sign}));
    QCOMPARE(Membership::parse(bytes).error().code, ErrorCode::NewerVersion);
}

void TestMembership::aGenesisWithoutTheRootsSignatureIsRefused() {
    const QByteArray file = m_clinic.membership.toBytes();
    const auto read = statement::decode(QByteArrayView(file).sliced(8));
    const QByteArray resigned =
        statement::encodeSigned(read->body, {&m_clinic.device.sign, &m_clinic.physician});
    QByteArray bytes = file.first(4);
    const auto length = qToLittleEndian(static_cast<std::uint32_t>(resigned.size()));
    bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes.append(resigned);
    QCOMPARE(Membership::parse(bytes).error().code, ErrorCode::BadSignature);
}

void TestMembership::reorderedStatementsAreAGap() {
    const Membership& chain = m_clinic.membership;
    const QByteArray fields("\x80", 1);
    const QByteArray skipping = statement::encodeBody(statement::Kind::AddProfessional,
                                                      chain.clinic(), 3, chain.head(), fields);
    QCOMPARE(
        Membership::parse(with(chain, statement::encodeSigned(skipping, {&m_clinic.device.sign})))
            .error()
            .code,
        ErrorCode::LogGap);
    const QByteArray forked = statement::encodeBody(statement::Kind::AddProfessional,
                                                    chain.clinic(), 2, crypto::hash("x"), fields);
    QCOMPARE(
        Membership::parse(with(chain, statement::encodeSigned(forked, {&m_clinic.device.sign})))
            .error()
            .code,
        ErrorCode::LogGap);
}

QTEST_APPLESS_MAIN(TestMembership)
#include "test_membership.moc"
