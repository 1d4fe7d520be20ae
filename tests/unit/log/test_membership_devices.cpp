// Workstations in the membership chain: admitted, revoked, and what a forked chain says.

#include "log/entry.h"
#include "newcomer.h"

#include <QTest>

using namespace chevet;
using namespace chevet::log;
using namespace chevet::tests;
using base::ErrorCode;

class TestMembershipDevices : public QObject {
    Q_OBJECT

    ClinicFixture m_clinic;
    [[nodiscard]] Signers administrator() {
        return {m_clinic.physicianId, m_clinic.physician, m_clinic.device};
    }

private Q_SLOTS:
    void aRequestIsReadWithItsCodeOnly();
    void everyFlippedBitOfARequestIsRefused();
    void anAdmittedWorkstationReadsEverything();
    void theChainTellsNoNames();
    void nobodyIsAdmittedTwice();
    void aRevokedWorkstationGetsNoNewKey();
    void entriesBeyondTheCutDoNotCount();
    void aRevokedWorkstationSignsNoStatement();
    void anEpochForAStrangerIsRefused();
    void anotherAdministratorTakesTwoSignatures();
    void aForkFreezesAdmissionsAndNothingElse();
    void theRootGivesTheOfficeAgainWhenTwoBranchesTookItFromAll();
    void whoIsSentAwayDoesNotEndAFork();
    void everyOrderOfStatementsSaysTheSame();
};

void TestMembershipDevices::aRequestIsReadWithItsCodeOnly() {
    const Newcomer salle("Salle 2");
    const QString code = joinCode(salle.request.bytes);
    QCOMPARE(code.size(), joinCodeSigns + 6); // groups of four
    const PostedRequest posted = postRequest(salle.request);
    QVERIFY(!posted.sealed.contains("Salle"));
    QCOMPARE(*requestName(code.toLower().remove(QLatin1Char('-'))), posted.name);
    const auto opened = openPosted(code, posted.sealed);
    QVERIFY(opened.has_value());
    QCOMPARE(opened->deviceLabel, QStringLiteral("Salle 2"));
    QVERIFY(opened->sign == salle.keys.sign.publicKey());
    QCOMPARE(openPosted(joinCode(Newcomer("Salle 3").request.bytes), posted.sealed).error().code,
             ErrorCode::DecryptFailed);
    QCOMPARE(openPosted(QStringLiteral("KAJS"), posted.sealed).error().code,
             ErrorCode::JoinCodeMistyped);
}

void TestMembershipDevices::everyFlippedBitOfARequestIsRefused() {
    const Newcomer salle("Salle 2");
    const QByteArray& good = salle.request.bytes;
    QVERIFY(parseJoinRequest(good).has_value());
    for (qsizetype at = 0; at < good.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
            QVERIFY2(!parseJoinRequest(bad), qPrintable(QString::number(at)));
        }
}

void TestMembershipDevices::anAdmittedWorkstationReadsEverything() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QCOMPARE(chain.devices().size(), 2U);
    QCOMPARE(chain.device(salle.request.device)->label, QStringLiteral("Salle 2"));
    const Member* person = chain.member(salle.request.professional);
    QVERIFY(person && person->role == UserRole::Nurse && !person->administrator);
    auto there = Membership::parse(chain.toBytes(), m_clinic.membership.clinic());
    QVERIFY(there.has_value());
    const auto ring = there->openKeys(salle.keys);
    QVERIFY(ring.has_value());
    QVERIFY(ring->commitment(1) == m_clinic.keys.commitment(1));
    there->readLabels(*ring);
    QCOMPARE(there->clinicName(), QStringLiteral("Clinique des Érables"));
    const auto admission = there->admission(salle.request.device);
    QVERIFY(admission.has_value());
    if (admission)
        QVERIFY(clinicCode(there->clinic(), *admission) ==
                clinicCode(chain.clinic(), chain.head()));
}

void TestMembershipDevices::theChainTellsNoNames() {
    Membership chain = m_clinic.membership;
    QVERIFY(
        chain.admit(Newcomer("Salle 2").request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(!chain.toBytes().contains("Salle"));
}

void TestMembershipDevices::nobodyIsAdmittedTwice() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    const Hash head = chain.head();
    QCOMPARE(
        chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys).error().code,
        ErrorCode::AlreadyExists);
    // Nor by somebody who is no administrator.
    QCOMPARE(chain
                 .admit(Newcomer("Salle 3").request, UserRole::Nurse,
                        {salle.request.professional, salle.person, salle.keys}, m_clinic.keys)
                 .error()
                 .code,
             ErrorCode::BadSignature);
    QVERIFY(chain.head() == head);
}

void TestMembershipDevices::aRevokedWorkstationGetsNoNewKey() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(chain.revoke(salle.request.device, {}, administrator()));
    QVERIFY(chain.device(salle.request.device)->revoked);
    QCOMPARE(chain.openKeys(m_clinic.device)->currentEpoch(), 2U);
    QCOMPARE(chain.openKeys(salle.keys)->currentEpoch(), 1U); // what it had
    QCOMPARE(chain.openKeys(m_clinic.root)->currentEpoch(), 2U);
    QCOMPARE(chain.revoke(salle.request.device, {}, administrator()).error().code,
             ErrorCode::Malformed); // once is enough
}

void TestMembershipDevices::entriesBeyondTheCutDoNotCount() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    std::vector<SealedEntry> entries;
    ChainPlace place{.stream = streamOfDevice(salle.keys.sign.publicKey(), 0),
                     .membershipHead = chain.head()};
    for (int i = 0; i < 3; ++i) {
        const auto prepared = prepareEntry({.type = EntryType::Heartbeat}, m_clinic.keys);
        entries.push_back(*sealEntry(*prepared, place, m_clinic.keys, salle.keys.sign));
        place.prev = entries.back().hash;
        ++place.seq;
    }
    QVERIFY(
        chain.revoke(salle.request.device, {{place.stream, 2, entries[1].hash}}, administrator()));
    QVERIFY(verifyEntry(entries[0].bytes, chain).has_value());
    QVERIFY(verifyEntry(entries[1].bytes, chain).has_value());
    QCOMPARE(verifyEntry(entries[2].bytes, chain).error().code, ErrorCode::Revoked);
    // Another entry with the number of the last one is not the last one.
    const auto again = prepareEntry({.type = EntryType::Heartbeat}, m_clinic.keys);
    const auto forged = *sealEntry(*again, {place.stream, 2, entries[0].hash, place.membershipHead},
                                   m_clinic.keys, salle.keys.sign);
    QCOMPARE(verifyEntry(forged.bytes, chain).error().code, ErrorCode::Revoked);
    // Nor does any other stream of that workstation count.
    const auto elsewhere = *sealEntry(
        *again, {streamOfDevice(salle.keys.sign.publicKey(), 1), 1, {}, place.membershipHead},
        m_clinic.keys, salle.keys.sign);
    QCOMPARE(verifyEntry(elsewhere.bytes, chain).error().code, ErrorCode::Revoked);
}

void TestMembershipDevices::aRevokedWorkstationSignsNoStatement() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(chain.revoke(salle.request.device, {}, administrator()));
    const Signers from{m_clinic.physicianId, m_clinic.physician, salle.keys};
    const auto ring = *chain.openKeys(m_clinic.device);
    QCOMPARE(chain.admit(Newcomer("Salle 3").request, UserRole::Nurse, from, ring).error().code,
             ErrorCode::BadSignature);
    // A workstation does not revoke itself, nor the only one there is.
    QCOMPARE(chain.revoke(chain.devices().front().id, {}, administrator()).error().code,
             ErrorCode::BadSignature);
}

void TestMembershipDevices::anEpochForAStrangerIsRefused() {
    Membership honest = m_clinic.membership;
    const Newcomer salle("Salle 2"), third("Salle 3");
    QVERIFY(honest.admit(salle.request, UserRole::Nurse, administrator(), m_clinic.keys));
    // A branch where the third was admitted: a revocation made there seals the epoch to it too.
    Membership other = honest;
    QVERIFY(other.admit(third.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(other.revoke(salle.request.device, {}, administrator()));
    QCOMPARE(honest.accept(other.statements().back()).error().code, ErrorCode::LogGap);
    QVERIFY(*honest.accept(other.statements().at(2)));
    QVERIFY(*honest.accept(other.statements().back()));
    QVERIFY(!*honest.accept(other.statements().back())); // known
    QVERIFY(honest.head() == other.head());
}

void TestMembershipDevices::anotherAdministratorTakesTwoSignatures() {
    Membership chain = m_clinic.membership;
    const Newcomer salle("Salle 2");
    QVERIFY(chain.admit(salle.request, UserRole::Physician, administrator(), m_clinic.keys));
    const base::Uuid who = salle.request.professional;
    const auto stranger = crypto::SigningKey::generate();
    QCOMPARE(chain.setAdministrator(who, true, administrator(), {.root = &stranger}).error().code,
             ErrorCode::BadSignature);
    QCOMPARE(chain
                 .setAdministrator(who, true, administrator(),
                                   {.admin = m_clinic.physicianId, .adminKey = &m_clinic.physician})
                 .error()
                 .code,
             ErrorCode::Malformed); // twice the same person is one signature
    QVERIFY(!chain.member(who)->administrator);
    QVERIFY(chain.setAdministrator(who, true, administrator(), {.root = &m_clinic.root.sign}));
    QVERIFY(chain.member(who)->administrator);
    // The two together may take the office from one of them.
    QVERIFY(
        chain.setAdministrator(m_clinic.physicianId, false, {who, salle.person, salle.keys},
                               {.admin = m_clinic.physicianId, .adminKey = &m_clinic.physician}));
    QVERIFY(!chain.member(m_clinic.physicianId)->administrator);
}

void TestMembershipDevices::aForkFreezesAdmissionsAndNothingElse() {
    Membership here = m_clinic.membership;
    const Newcomer salle("Salle 2"), third("Salle 3"), fourth("Salle 4");
    QVERIFY(here.admit(salle.request, UserRole::Physician, administrator(), m_clinic.keys));
    Membership there = here;
    QVERIFY(here.admit(third.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(there.revoke(salle.request.device, {}, administrator()));
    for (const QByteArray& statement : there.statements())
        QVERIFY(here.accept(statement).has_value());
    QVERIFY(here.forked());
    QVERIFY(here.knowsHead(there.head()));
    QVERIFY(here.device(salle.request.device)->revoked); // the revocation of either counts
    QVERIFY(here.device(third.request.device));          // and so does who was admitted
    const auto ring = *here.openKeys(m_clinic.device);
    QCOMPARE(here.admit(fourth.request, UserRole::Nurse, administrator(), ring).error().code,
             ErrorCode::MembershipForked);
    QVERIFY(!here.openKeys(third.keys)->epoch(2)); // the other branch began it without them
    QVERIFY(here.resolveFork(administrator(), ring));
    QVERIFY(!here.forked());
    QVERIFY(here.openKeys(third.keys)->epoch(2));
    QVERIFY(here.device(salle.request.device)->revoked);
    QVERIFY(here.admit(fourth.request, UserRole::Nurse, administrator(), ring));
    const auto read = Membership::parse(here.toBytes());
    QVERIFY(read.has_value());
    QVERIFY(read->head() == here.head());
}

// One branch takes the office from the second administrator, who then ends the fork: it is not
// ended by somebody whom either branch sent away.
void TestMembershipDevices::whoIsSentAwayDoesNotEndAFork() {
    Membership here = m_clinic.membership;
    const Newcomer salle("Salle 2"), third("Salle 3");
    QVERIFY(here.admit(salle.request, UserRole::Physician, administrator(), m_clinic.keys));
    QVERIFY(here.setAdministrator(salle.request.professional, true, administrator(),
                                  {.root = &m_clinic.root.sign}));
    Membership there = here;
    QVERIFY(here.disableProfessional(salle.request.professional, m_clinic.physicianId,
                                     m_clinic.physician, m_clinic.device));
    const Signers second{salle.request.professional, salle.person, salle.keys};
    QVERIFY(there.admit(third.request, UserRole::Nurse, second, m_clinic.keys));
    QVERIFY(*there.accept(here.statements().back()));
    QVERIFY(there.forked());
    QCOMPARE(there.resolveFork(second, m_clinic.keys).error().code, ErrorCode::BadSignature);
    QVERIFY(there.forked());
    QVERIFY(there.resolveFork(administrator(), m_clinic.keys));
    QVERIFY(!there.forked());
}

void TestMembershipDevices::theRootGivesTheOfficeAgainWhenTwoBranchesTookItFromAll() {
    Membership here = m_clinic.membership;
    const Newcomer salle("Salle 2");
    const base::Uuid other = salle.request.professional;
    QVERIFY(here.admit(salle.request, UserRole::Physician, administrator(), m_clinic.keys));
    QVERIFY(here.setAdministrator(other, true, administrator(), {.root = &m_clinic.root.sign}));
    QCOMPARE(here.setAdministrator(other, false, {other, salle.person, m_clinic.device},
                                   {.root = &salle.person})
                 .error()
                 .code,
             ErrorCode::BadSignature);
    Membership there = here;
    QVERIFY(
        here.disableProfessional(other, m_clinic.physicianId, m_clinic.physician, m_clinic.device));
    QVERIFY(there.disableProfessional(m_clinic.physicianId, other, salle.person, salle.keys));
    QVERIFY(*here.accept(there.statements().back()));
    QVERIFY(here.forked());
    QCOMPARE(here.resolveFork(administrator(), m_clinic.keys).error().code,
             ErrorCode::BadSignature);
    const Signers nobody{m_clinic.physicianId, m_clinic.physician, m_clinic.device};
    QVERIFY(here.resolveFork(nobody, m_clinic.keys, &m_clinic.root.sign));
    QCOMPARE(here.setAdministrator(m_clinic.physicianId, true, nobody,
                                   {.admin = other, .adminKey = &salle.person})
                 .error()
                 .code,
             ErrorCode::BadSignature);
    QVERIFY(
        here.setAdministrator(m_clinic.physicianId, true, nobody, {.root = &m_clinic.root.sign}));
    const Member* again = here.member(m_clinic.physicianId);
    QVERIFY(again->administrator && !again->disabled);
    const auto read = Membership::parse(here.toBytes());
    QVERIFY(read && read->member(other)->disabled);
}

void TestMembershipDevices::everyOrderOfStatementsSaysTheSame() {
    Membership here = m_clinic.membership;
    const Newcomer salle("Salle 2"), third("Salle 3");
    QVERIFY(here.admit(salle.request, UserRole::Physician, administrator(), m_clinic.keys));
    Membership there = here;
    QVERIFY(here.admit(third.request, UserRole::Nurse, administrator(), m_clinic.keys));
    QVERIFY(there.revoke(salle.request.device, {}, administrator()));
    Membership a = here, b = there;
    QVERIFY(*a.accept(there.statements().back()));
    QVERIFY(*b.accept(here.statements().back()));
    QVERIFY(a.heads() == b.heads());
    QVERIFY(a.head() == b.head());
    QCOMPARE(a.devices().size(), b.devices().size());
    for (const Device& device : a.devices()) {
        QVERIFY(b.device(device.id));
        QCOMPARE(b.device(device.id)->revoked, device.revoked);
    }
    QCOMPARE(a.openKeys(m_clinic.device)->currentEpoch(),
             b.openKeys(m_clinic.device)->currentEpoch());
}

QTEST_GUILESS_MAIN(TestMembershipDevices)
#include "test_membership_devices.moc"
