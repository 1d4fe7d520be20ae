// Quick unlock by the system keychain: convenient for half a day, never the only way in.
#include "clinic.h"

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;
using test::louisPassphrase;
using test::maudePassphrase;
using test::secret;
using test::testCost;

class QuickUnlockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itOpensForTwelveHours();
    void aClockSetBackDoesNotProlongIt();
    void renewingUsesANewKey();
    void withoutKeychainThePassphraseStillWorks();
    void aForeignKeyInTheKeychainIsSaid();
    void nobodyHasItUnasked();
    void changingThePassphraseEndsIt();
    void theKitAloneCannotEnableIt();
};

void QuickUnlockTest::itOpensForTwelveHours() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    QVERIFY(clinic.file.readFacts()->hasKeychainSlot());
    clinic.clock.time = clinic.clock.time.addSecs(12 * 3600);
    const auto opened = clinic.file.unlockWithKeychain(maude, clinic.keychain);
    VERIFY_RESULT(opened);
    QVERIFY(opened->vault.secret().equals(keys.vault.secret()));
    QCOMPARE(opened->user->signing.publicKey(), keys.user->signing.publicKey());
    clinic.clock.time = clinic.clock.time.addMSecs(1);
    COMPARE_ERROR(clinic.file.unlockWithKeychain(maude, clinic.keychain), QuickUnlockExpired);
    QVERIFY(clinic.keychain.entries.isEmpty());
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)));
}

void QuickUnlockTest::aClockSetBackDoesNotProlongIt() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    clinic.clock.time = clinic.clock.time.addDays(1);
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain),
                  QuickUnlockExpired);
    clinic.clock.time = clinic.clock.time.addDays(-1); // seen expired once: the key is gone
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain), KeychainChanged);
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    clinic.clock.time = clinic.clock.time.addSecs(-1); // before it was issued
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain),
                  QuickUnlockExpired);
}

void QuickUnlockTest::renewingUsesANewKey() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    const auto before = clinic.keychain.entries;
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    QCOMPARE(clinic.keychain.entries.keys(), before.keys());
    QVERIFY(clinic.keychain.entries != before);
    VERIFY_RESULT(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain));
    clinic.keychain.entries = before;
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain), KeychainChanged);
}

void QuickUnlockTest::withoutKeychainThePassphraseStillWorks() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const QByteArray before = Clinic::read(clinic.path("slots"));
    clinic.keychain.absent = true;
    COMPARE_ERROR(clinic.file.enableKeychain(keys, clinic.keychain), KeychainUnavailable);
    QCOMPARE(Clinic::read(clinic.path("slots")), before);
    clinic.keychain.absent = false;
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    clinic.keychain.absent = true;
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain),
                  KeychainUnavailable);
    VERIFY_RESULT(clinic.file.disableKeychain(keys, keys.user->id, clinic.keychain));
    QVERIFY(!clinic.file.readFacts()->hasKeychainSlot());
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(keys.user->id, secret(maudePassphrase)));
}

void QuickUnlockTest::aForeignKeyInTheKeychainIsSaid() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    for (const QByteArray& foreign : {QByteArray(32, 'x'), QByteArray("short"), QByteArray()}) {
        clinic.keychain.entries.begin().value() = foreign;
        COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain),
                      KeychainChanged);
    }
}

void QuickUnlockTest::nobodyHasItUnasked() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid louis = clinic.addLouis(keys);
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    COMPARE_ERROR(clinic.file.unlockWithKeychain(louis, clinic.keychain), NotFound);
    COMPARE_ERROR(clinic.file.unlockWithKeychain(crypto::randomUuid(), clinic.keychain),
                  NoSuchUser);
    QVERIFY(keys.facts.find(keys.user->id)->quickUnlock);
    QVERIFY(!keys.facts.find(louis)->quickUnlock);
}

void QuickUnlockTest::changingThePassphraseEndsIt() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    VERIFY_RESULT(clinic.file.enableKeychain(keys, clinic.keychain));
    VERIFY_RESULT(clinic.file.changePassphrase(keys, keys.user->id, secret(maudePassphrase),
                                               secret(louisPassphrase), testCost));
    COMPARE_ERROR(clinic.file.unlockWithKeychain(keys.user->id, clinic.keychain), NotFound);
    QVERIFY(!keys.facts.hasKeychainSlot());
}

void QuickUnlockTest::theKitAloneCannotEnableIt() {
    Clinic clinic;
    (void)clinic.create();
    auto keys = clinic.file.unlockWithKit(clinic.kit);
    VERIFY_RESULT(keys);
    COMPARE_ERROR(clinic.file.enableKeychain(*keys, clinic.keychain), NotFound);
    QVERIFY(clinic.keychain.entries.isEmpty());
}

QTEST_GUILESS_MAIN(QuickUnlockTest)
#include "quick_unlock_test.moc"
