// Two copies of the slot file: any damage to one is noticed, named and healed from the other;
// nothing is thrown away, nothing altered by hand is believed.
#include "clinic.h"
#include "crypto/primitives/hash.h"
#include "keychain/slot_codec.h"
#include "keychain/slot_crypto.h"
#include "keychain/slot_store.h"

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;
using test::louisPassphrase;
using test::maudePassphrase;
using test::secret;
using test::testCost;

class SlotHealTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFlippedBitInOneCopyIsHealedFromTheOther();
    void aMissingCopyIsWrittenAgain();
    void aTornCopyIsHealed();
    void bothDamagedIsSaidAndNothingIsTouched();
    void aNewerFileIsNeverWrittenOver();
    void anAlteredPublicPartIsNoticedAtUnlock();
    void anAlteredCopyGivesWayToTheGenuineOne();
    void anOldCopyDoesNotBringAnOldPassphraseBack();
    void revokingForgetsDamagedCopies();
    void aReadOnlyDiskStillOpens();
    void everyFailureOfEveryStepLeavesAVaultThatOpens();
    void aFailedCreationLeavesNothing();
};

namespace {

// A change by hand: with a right checksum, as someone who knows the format would make it.
QByteArray forged(const QByteArray& bytes, const std::function<void(SlotDocument&)>& change) {
    auto document = decode(bytes);
    change(*document);
    return encode(*document);
}

} // namespace

void SlotHealTest::aFlippedBitInOneCopyIsHealedFromTheOther() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    const QByteArray good = Clinic::read(clinic.path("slots"));
    for (const char* name : {"slots", "slots.2"})
        for (qsizetype at = 0; at < good.size(); at += 16) { // slot_codec_test flips every bit
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
            Clinic::write(clinic.path(name), bad);
            const auto opened =
                clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase));
            VERIFY_RESULT(opened);
            QCOMPARE(opened->repairs.size(), 1);
            QCOMPARE(opened->repairs[0].file, QLatin1String(name));
            QVERIFY(opened->repairs[0].healed);
            QCOMPARE(Clinic::read(clinic.path(name)), good);
        }
    const QDir quarantine(clinic.folder.filePath(QStringLiteral("quarantine")));
    QCOMPARE(quarantine.entryList(QDir::Files).size(),
             (good.size() + 15) / 16); // each damage kept once
}

void SlotHealTest::aMissingCopyIsWrittenAgain() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    QVERIFY(QFile::remove(clinic.path("slots")));
    VERIFY_RESULT(clinic.file.readFacts());
    QVERIFY(!QFile::exists(clinic.path("slots"))); // looking changes nothing
    const auto opened = clinic.file.unlockWithKit(clinic.kit);
    VERIFY_RESULT(opened);
    QCOMPARE(test::outcome(base::Result<>(std::unexpected(opened->repairs.at(0).cause))),
             "NotFound");
    QCOMPARE(Clinic::read(clinic.path("slots")), Clinic::read(clinic.path("slots.2")));
    QVERIFY(!QFile::exists(clinic.path("quarantine")));
}

void SlotHealTest::aTornCopyIsHealed() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    const QByteArray good = Clinic::read(clinic.path("slots"));
    for (const QByteArray& bad :
         {QByteArray(), good.first(20), good.chopped(1),
          QByteArray(good + QByteArray(1, char(120))), QByteArray(2'000'000, 'x')}) {
        Clinic::write(clinic.path("slots.2"), bad);
        VERIFY_RESULT(clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase)));
        QCOMPARE(Clinic::read(clinic.path("slots.2")), good);
    }
}

void SlotHealTest::bothDamagedIsSaidAndNothingIsTouched() {
    Clinic clinic;
    (void)clinic.create();
    const QByteArray bad = Clinic::read(clinic.path("slots")).replace(100, 1, "x");
    Clinic::write(clinic.path("slots"), bad);
    Clinic::write(clinic.path("slots.2"), bad);
    COMPARE_ERROR(clinic.file.readFacts(), SlotDamaged);
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(std::nullopt, secret(maudePassphrase)),
                  SlotDamaged);
    COMPARE_ERROR(clinic.file.unlockWithKit(clinic.kit), SlotDamaged);
    COMPARE_ERROR(clinic.file.create(clinic.newVault()), AlreadyExists);
    QCOMPARE(Clinic::read(clinic.path("slots")), bad);
    QCOMPARE(Clinic::read(clinic.path("slots.2")), bad);
    QVERIFY(QFile::remove(clinic.path("slots")));
    COMPARE_ERROR(clinic.file.readFacts(), SlotDamaged);
    QVERIFY(QFile::remove(clinic.path("slots.2")));
    COMPARE_ERROR(clinic.file.readFacts(), SlotsMissing);
}

void SlotHealTest::aNewerFileIsNeverWrittenOver() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    QByteArray newer = Clinic::read(clinic.path("slots")).chopped(crypto::Hash::size);
    newer[8] = 2; // version 2, whose only known parts are the magic and the checksum at the end
    newer += "something of the future";
    newer += crypto::hash(newer).toByteArray();
    Clinic::write(clinic.path("slots.2"), newer);
    COMPARE_ERROR(clinic.file.readFacts(), NewerVersion);
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase)),
                  NewerVersion);
    QCOMPARE(Clinic::read(clinic.path("slots.2")), newer);
}

void SlotHealTest::anAlteredPublicPartIsNoticedAtUnlock() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const QByteArray good = Clinic::read(clinic.path("slots"));
    const QByteArray bad = forged(good, [](SlotDocument& document) {
        document.facts.users[0].name = QStringLiteral("Dr Imposteur");
    });
    Clinic::write(clinic.path("slots"), bad);
    Clinic::write(clinic.path("slots.2"), bad);
    QCOMPARE(clinic.file.readFacts()->users[0].name,
             QStringLiteral("Dr Imposteur")); // not known before V is
    const auto opened = clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase));
    COMPARE_ERROR(opened, SlotDamaged);
    QCOMPARE(opened.error().detail, QStringLiteral("not authentic"));
    COMPARE_ERROR(clinic.file.unlockWithKit(clinic.kit), SlotDamaged);
    COMPARE_ERROR(clinic.file.noteLocked(keys, 1),
                  SlotDamaged); // and an open vault does not vouch for it
    QCOMPARE(Clinic::read(clinic.path("slots")), bad);
}

void SlotHealTest::anAlteredCopyGivesWayToTheGenuineOne() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    const QByteArray good = Clinic::read(clinic.path("slots"));
    const std::function<void(SlotDocument&)> changes[] = {
        [](SlotDocument& document) { document.facts.clinic = QStringLiteral("Autre clinique"); },
        [](SlotDocument& document) { document.facts.generation += 10; },
        [](SlotDocument& document) { document.facts.users[0].disabled = true; },
        [](SlotDocument& document) { document.slots.pop_back(); },
        [](SlotDocument& document) { document.slots[0].sealed[3] = 'x'; },
        [](SlotDocument& document) { document.slots[0].cost.memoryKiB = 9; },
        [](SlotDocument& document) {
            document.device[0] = static_cast<char>(document.device[0] ^ 1);
        },
        [](SlotDocument& document) { document.facts.clinicIdentity.recovery.bytes[0] ^= 1; },
    };
    for (const auto& change : changes) {
        Clinic::write(clinic.path("slots"), forged(good, change));
        const auto opened =
            clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase));
        VERIFY_RESULT(opened);
        QCOMPARE(opened->facts, keys.facts);
        QCOMPARE(opened->repairs.at(0).cause.detail, QStringLiteral("not authentic"));
        QCOMPARE(Clinic::read(clinic.path("slots")), good);
    }
}

void SlotHealTest::anOldCopyDoesNotBringAnOldPassphraseBack() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    const QByteArray old = Clinic::read(clinic.path("slots.2"));
    VERIFY_RESULT(clinic.file.changePassphrase(keys, maude, secret(maudePassphrase),
                                               secret(louisPassphrase), testCost));
    const QByteArray current = Clinic::read(clinic.path("slots"));
    for (const char* stale : {"slots.2", "slots"}) { // power failed between the two renames
        Clinic::write(clinic.path(stale), old);
        COMPARE_ERROR(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)),
                      WrongPassphrase);
        QCOMPARE(Clinic::read(clinic.path(stale)), old);
        const auto opened = clinic.file.unlockWithPassphrase(maude, secret(louisPassphrase));
        VERIFY_RESULT(opened);
        QCOMPARE(opened->repairs.at(0).cause.detail, QStringLiteral("older copy"));
        QCOMPARE(Clinic::read(clinic.path(stale)), current);
    }
    QVERIFY(!QFile::exists(clinic.path("quarantine"))); // an older copy is not evidence
}

void SlotHealTest::revokingForgetsDamagedCopies() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    Clinic::write(clinic.path("slots.2"), Clinic::read(clinic.path("slots")).replace(40, 1, "x"));
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase)));
    const QDir quarantine(clinic.path("quarantine"));
    QCOMPARE(quarantine.entryList(QDir::Files).size(), 1);
    Clinic::write(clinic.path("quarantine/view.db-1"), "another's");
    VERIFY_RESULT(clinic.file.changePassphrase(keys, keys.user->id, secret(maudePassphrase),
                                               secret(louisPassphrase), testCost));
    QCOMPARE(quarantine.entryList(QDir::Files), QStringList{QStringLiteral("view.db-1")});
}

void SlotHealTest::aReadOnlyDiskStillOpens() {
    Clinic clinic;
    const OpenedKeys keys = clinic.create();
    QVERIFY(QFile::remove(clinic.path("slots.2")));
    clinic.disk.failAt = 1;
    clinic.disk.failure = base::ErrorCode::ReadOnlyDisk;
    const auto opened = clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase));
    VERIFY_RESULT(opened);
    QCOMPARE(opened->repairs.size(), 1);
    QVERIFY(!opened->repairs[0].healed);
}

// A change of passphrase interrupted at every step: afterwards one of the two opens, the other does
// not, and it is the new one exactly where the program could be told so or the power failed in
// between.
void SlotHealTest::everyFailureOfEveryStepLeavesAVaultThatOpens() {
    int steps = 0;
    for (int failAt = 1;; ++failAt) {
        Clinic clinic;
        OpenedKeys keys = clinic.create();
        const base::Uuid maude = keys.user->id;
        clinic.disk.steps = 0;
        clinic.disk.failAt = failAt;
        const auto changed = clinic.file.changePassphrase(keys, maude, secret(maudePassphrase),
                                                          secret(louisPassphrase), testCost);
        clinic.disk.failAt = 0;
        const bool oldOpens =
            clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)).has_value();
        const bool newOpens =
            clinic.file.unlockWithPassphrase(maude, secret(louisPassphrase)).has_value();
        QVERIFY2(oldOpens != newOpens, qPrintable(QString::number(failAt)));
        if (changed) {
            QVERIFY(newOpens);
            break;
        }
        QCOMPARE(test::outcome(changed), "DiskFull");
        steps = failAt;
    }
    QCOMPARE(steps, 12); // twice open, truncate, write, sync; twice rename, sync folder
}

void SlotHealTest::aFailedCreationLeavesNothing() {
    for (int failAt = 1; failAt <= 12; ++failAt) {
        Clinic clinic;
        clinic.disk.failAt = failAt;
        COMPARE_ERROR(clinic.file.create(clinic.newVault()), DiskFull);
        QVERIFY2(QDir(clinic.folder.path()).isEmpty(), qPrintable(QString::number(failAt)));
    }
}

QTEST_GUILESS_MAIN(SlotHealTest)
#include "slot_heal_test.moc"
