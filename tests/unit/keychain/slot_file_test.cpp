// The life of a vault's slots: made, opened by each key, changed, closed again.
#include "clinic.h"

using namespace chevet;
using namespace chevet::keychain;
using test::Clinic;
using test::louisPassphrase;
using test::maudePassphrase;
using test::secret;
using test::testCost;

class SlotFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aVaultOpensByPassphraseAndByKitToTheSameKeys();
    void factsAreReadableWithoutAnyKey();
    void noVaultIsMadeWithFewerThanTwoSlots();
    void noVaultIsMadeOverAnother();
    void wrongPassphraseUnknownAndDisabledUserAreToldApart();
    void withoutAUserEachIsTriedInTurn();
    void aChangedPassphraseReplacesTheOld();
    void aWeakPassphraseIsRefusedEverywhere();
    void aForgottenPassphraseIsResetByTheKit();
    void anotherClinicsKitIsRefused();
    void disablingDestroysTheSlotButNeverTheLastTwo();
    void anEnabledAgainUserSignsWithANewKey();
    void rewrapChangesTheCostOnly();
    void lockingRecordsWhoWhenAndHowMany();
    void deviceSecretsAreKeptSealed();
    void theSameNameTwiceIsRefused();
    void shippedLimitsRefuseASlotMadeBelowTheFloor();
    void aCostAboveTheCeilingIsRefusedBeforeMemoryIsTaken();
    void measuredCostStaysWithinTheLimits();
};

void SlotFileTest::aVaultOpensByPassphraseAndByKitToTheSameKeys() {
    Clinic clinic;
    const OpenedKeys made = clinic.create();
    QVERIFY(made.user);

    const auto byPassphrase =
        clinic.file.unlockWithPassphrase(made.user->id, secret(maudePassphrase));
    VERIFY_RESULT(byPassphrase);
    QVERIFY(byPassphrase->vault.secret().equals(made.vault.secret()));
    QCOMPARE(byPassphrase->user->signing.publicKey(), made.user->signing.publicKey());
    QVERIFY(byPassphrase->repairs.isEmpty());

    const auto byKit = clinic.file.unlockWithKit(clinic.kit);
    VERIFY_RESULT(byKit);
    QVERIFY(byKit->vault.secret().equals(made.vault.secret()));
    QVERIFY(!byKit->user);
    QCOMPARE(Clinic::read(clinic.path("slots")), Clinic::read(clinic.path("slots.2")));
}

void SlotFileTest::factsAreReadableWithoutAnyKey() {
    Clinic clinic;
    const OpenedKeys made = clinic.create();
    const auto facts = clinic.file.readFacts();
    VERIFY_RESULT(facts);
    QCOMPARE(*facts, made.facts);
    QCOMPARE(facts->clinic, QStringLiteral("GMF du Vieux-Verger"));
    QCOMPARE(facts->users.size(), 1);
    QCOMPARE(facts->users[0].name, QStringLiteral("Dre Maude Lachance"));
    QVERIFY(facts->users[0].administrator);
    QVERIFY(!facts->lastLocked.isValid());
    QCOMPARE(facts->kitCreated, clinic.clock.time);
    QCOMPARE(facts->patients, -1);
    QCOMPARE(fingerprint(facts->clinicIdentity.id()).size(), 9);
}

void SlotFileTest::noVaultIsMadeWithFewerThanTwoSlots() {
    Clinic clinic;
    NewVault vault = clinic.newVault();
    vault.users.clear();
    COMPARE_ERROR(clinic.file.create(std::move(vault)), TooFewSlots);
    QVERIFY(!QFile::exists(clinic.path("slots")));
    COMPARE_ERROR(clinic.file.readFacts(), SlotsMissing);
}

void SlotFileTest::noVaultIsMadeOverAnother() {
    Clinic clinic;
    (void)clinic.create();
    QVERIFY(QFile::remove(clinic.path("slots")));
    COMPARE_ERROR(clinic.file.create(clinic.newVault()), AlreadyExists);
}

void SlotFileTest::wrongPassphraseUnknownAndDisabledUserAreToldApart() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid louis = clinic.addLouis(keys);
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(louis, secret(louisPassphrase)));
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(louis, secret(maudePassphrase)),
                  WrongPassphrase);
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(crypto::randomUuid(), secret(maudePassphrase)),
                  NoSuchUser);
    const auto third = clinic.file.addUser(
        keys, {.name = QStringLiteral("Zoé Roy"), .passphrase = secret("un canot sur la rive")},
        testCost);
    VERIFY_RESULT(third);
    VERIFY_RESULT(clinic.file.disableUser(keys, louis));
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(louis, secret(louisPassphrase)), UserDisabled);
}

void SlotFileTest::withoutAUserEachIsTriedInTurn() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid louis = clinic.addLouis(keys);
    const auto opened = clinic.file.unlockWithPassphrase(std::nullopt, secret(louisPassphrase));
    VERIFY_RESULT(opened);
    QCOMPARE(opened->user->id, louis);
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(std::nullopt, secret("personne ne dit cela")),
                  WrongPassphrase);
}

void SlotFileTest::aChangedPassphraseReplacesTheOld() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    COMPARE_ERROR(clinic.file.changePassphrase(keys, maude, secret(louisPassphrase),
                                               secret("nouvelle lampe bleue"), testCost),
                  WrongPassphrase);
    VERIFY_RESULT(clinic.file.changePassphrase(keys, maude, secret(maudePassphrase),
                                               secret("nouvelle lampe bleue"), testCost));
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)),
                  WrongPassphrase);
    const auto opened = clinic.file.unlockWithPassphrase(maude, secret("nouvelle lampe bleue"));
    VERIFY_RESULT(opened);
    QCOMPARE(opened->user->signing.publicKey(), keys.user->signing.publicKey());
    QCOMPARE(opened->facts, keys.facts);
}

void SlotFileTest::aWeakPassphraseIsRefusedEverywhere() {
    Clinic clinic;
    NewVault vault = clinic.newVault();
    vault.users[0].passphrase = secret("trop court");
    COMPARE_ERROR(clinic.file.create(std::move(vault)), WeakPassphrase);
    QVERIFY(!QFile::exists(clinic.path("slots")));
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    const auto weak = secret("Vieux-Verger 2026");
    COMPARE_ERROR(
        clinic.file.changePassphrase(keys, maude, secret(maudePassphrase), weak, testCost),
        WeakPassphrase);
    COMPARE_ERROR(clinic.file.resetPassphrase(keys, clinic.kit, maude, weak, testCost),
                  WeakPassphrase);
    COMPARE_ERROR(clinic.file.addUser(
                      keys, {.name = QStringLiteral("Zoé"), .passphrase = weak.clone()}, testCost),
                  WeakPassphrase);
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)));
}

void SlotFileTest::aForgottenPassphraseIsResetByTheKit() {
    Clinic clinic;
    OpenedKeys first = clinic.create();
    const base::Uuid louis = clinic.addLouis(first);
    auto keys = clinic.file.unlockWithKit(clinic.kit);
    VERIFY_RESULT(keys);
    VERIFY_RESULT(clinic.file.resetPassphrase(*keys, clinic.kit, louis,
                                              secret("le pont couvert rouge"), testCost));
    QCOMPARE(keys->user->id, louis);
    QCOMPARE(keys->user->signing.publicKey(),
             keys->facts.find(louis)->signingKey); // the same signature as before
    COMPARE_ERROR(clinic.file.unlockWithPassphrase(louis, secret(louisPassphrase)),
                  WrongPassphrase);
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(louis, secret("le pont couvert rouge")));
}

void SlotFileTest::anotherClinicsKitIsRefused() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const auto stranger = crypto::Secret::random(kitSize);
    COMPARE_ERROR(clinic.file.unlockWithKit(stranger), RecoveryCodeWrong);
    COMPARE_ERROR(clinic.file.resetPassphrase(keys, stranger, keys.user->id,
                                              secret("le pont couvert rouge"), testCost),
                  RecoveryCodeWrong);
}

void SlotFileTest::disablingDestroysTheSlotButNeverTheLastTwo() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    COMPARE_ERROR(clinic.file.disableUser(keys, maude), TooFewSlots);
    const base::Uuid louis = clinic.addLouis(keys);
    const qsizetype before = Clinic::read(clinic.path("slots")).size();
    VERIFY_RESULT(clinic.file.disableUser(keys, louis));
    QVERIFY(keys.facts.find(louis)->disabled);
    // passphrase slot 145 bytes, escrow 130: both are gone, not merely marked
    QCOMPARE(Clinic::read(clinic.path("slots")).size(), before - 145 - 130);
    COMPARE_ERROR(clinic.file.changePassphrase(keys, louis, secret(louisPassphrase),
                                               secret("encore une autre phrase"), testCost),
                  UserDisabled);
    COMPARE_ERROR(clinic.file.disableUser(keys, louis), UserDisabled);
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)));
}

void SlotFileTest::anEnabledAgainUserSignsWithANewKey() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid louis = clinic.addLouis(keys);
    const auto formerKey = keys.facts.find(louis)->signingKey;
    VERIFY_RESULT(clinic.file.disableUser(keys, louis));
    VERIFY_RESULT(clinic.file.enableUser(keys, louis, secret("de retour au village"), testCost));
    COMPARE_ERROR(clinic.file.enableUser(keys, louis, secret("de retour au village"), testCost),
                  AlreadyExists);
    const auto opened = clinic.file.unlockWithPassphrase(louis, secret("de retour au village"));
    VERIFY_RESULT(opened);
    QVERIFY(opened->user->signing.publicKey() != formerKey);
    QCOMPARE(opened->facts.find(louis)->formerKeys, {formerKey});
}

void SlotFileTest::rewrapChangesTheCostOnly() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid maude = keys.user->id;
    const crypto::KdfCost dearer{.passes = 2, .memoryKiB = 16};
    COMPARE_ERROR(clinic.file.rewrap(keys, maude, secret(louisPassphrase), dearer),
                  WrongPassphrase);
    VERIFY_RESULT(clinic.file.rewrap(keys, maude, secret(maudePassphrase), dearer));
    VERIFY_RESULT(clinic.file.unlockWithPassphrase(maude, secret(maudePassphrase)));
    const SlotFile strict(
        {clinic.disk, clinic.clock, clinic.random, {.floor = dearer, .ceiling = dearer}},
        clinic.folder.path());
    VERIFY_RESULT(strict.unlockWithPassphrase(maude, secret(maudePassphrase)));
}

void SlotFileTest::lockingRecordsWhoWhenAndHowMany() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const base::Uuid louis = clinic.addLouis(keys);
    auto his = clinic.file.unlockWithPassphrase(louis, secret(louisPassphrase));
    VERIFY_RESULT(his);
    clinic.clock.time = clinic.clock.time.addSecs(3600);
    VERIFY_RESULT(clinic.file.noteLocked(*his, 8412));
    VERIFY_RESULT(clinic.file.noteKitVerified(*his));
    const auto facts = clinic.file.readFacts();
    QCOMPARE(facts->lastUser, std::optional(louis));
    QCOMPARE(facts->lastLocked, clinic.clock.time);
    QCOMPARE(facts->kitVerified, clinic.clock.time);
    QCOMPARE(facts->patients, 8412);
}

void SlotFileTest::deviceSecretsAreKeptSealed() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    keys.device.epochs.push_back({.number = 2, .key = crypto::EpochKey::random()});
    keys.device.keyboxes.push_back({.number = 7, .key = crypto::KeyboxKey::random()});
    VERIFY_RESULT(clinic.file.saveDevice(keys));
    const auto opened = clinic.file.unlockWithPassphrase(std::nullopt, secret(maudePassphrase));
    VERIFY_RESULT(opened);
    QCOMPARE(opened->device.device, keys.device.device);
    QVERIFY(opened->device.sign.seed().equals(keys.device.sign.seed()));
    QVERIFY(opened->device.auth.seed().equals(keys.device.auth.seed()));
    QVERIFY(opened->device.boxSeed.equals(keys.device.boxSeed));
    QCOMPARE(opened->device.epochs.size(), 2U);
    QVERIFY(opened->device.epochs[1].key.secret().equals(keys.device.epochs[1].key.secret()));
    QCOMPARE(opened->device.keyboxes.at(0).number, 7U);
    const QByteArray bytes = Clinic::read(clinic.path("slots"));
    for (const QByteArrayView hidden : {keys.vault.secret().view(), keys.device.sign.seed().view(),
                                        keys.device.epochs[0].key.secret().view(),
                                        keys.user->signing.seed().view(), clinic.kit.view()})
        QCOMPARE(bytes.indexOf(hidden), -1);
}

void SlotFileTest::theSameNameTwiceIsRefused() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    COMPARE_ERROR(clinic.file.addUser(keys,
                                      {.name = QStringLiteral(" dre maude lachance "),
                                       .passphrase = secret(louisPassphrase)},
                                      testCost),
                  AlreadyExists);
    COMPARE_ERROR(
        clinic.file.addUser(
            keys, {.name = QStringLiteral("  "), .passphrase = secret(louisPassphrase)}, testCost),
        InvalidArgument);
    QVERIFY(keys.facts.findByName(u"dre MAUDE lachance") != nullptr);
    QVERIFY(keys.facts.findByName(u"Maude") == nullptr);
}

void SlotFileTest::shippedLimitsRefuseASlotMadeBelowTheFloor() {
    Clinic clinic;
    OpenedKeys keys = clinic.create();
    const SlotFile shipped({clinic.disk, clinic.clock, clinic.random, crypto::shippedKdfLimits()},
                           clinic.folder.path());
    COMPARE_ERROR(shipped.unlockWithPassphrase(keys.user->id, secret(maudePassphrase)),
                  KdfBelowFloor);
    COMPARE_ERROR(shipped.unlockWithPassphrase(std::nullopt, secret(maudePassphrase)),
                  KdfBelowFloor);
    COMPARE_ERROR(
        shipped.addUser(
            keys, {.name = QStringLiteral("Zoé"), .passphrase = secret(louisPassphrase)}, testCost),
        KdfBelowFloor);
}

void SlotFileTest::aCostAboveTheCeilingIsRefusedBeforeMemoryIsTaken() {
    Clinic clinic;
    NewVault vault = clinic.newVault();
    vault.cost = {.passes = 1, .memoryKiB = std::numeric_limits<quint32>::max()};
    COMPARE_ERROR(clinic.file.create(std::move(vault)), KdfAboveCeiling);
}

void SlotFileTest::measuredCostStaysWithinTheLimits() {
    Clinic clinic;
    const SlotEnvironment environment{clinic.disk, clinic.clock, clinic.random, test::testLimits()};
    clinic.clock.nanosecondsPerCall = 300'000'000; // one pass takes 0.3 s
    QCOMPARE(measureKdf(environment, 600)->passes, 2U);
    clinic.clock.nanosecondsPerCall = 5'000'000'000; // a slow machine stays at the floor
    QCOMPARE(*measureKdf(environment, 600), testCost);
    clinic.clock.nanosecondsPerCall = 1; // a quick one at the ceiling
    QCOMPARE(measureKdf(environment, 600)->passes, test::testLimits().ceiling.passes);
}

QTEST_GUILESS_MAIN(SlotFileTest)
#include "slot_file_test.moc"
