// Opening, locking, professionals; every way of failing to open has its own answer.

#include "session/messages.h"
#include "support/fhir_samples.h"
#include "support/test_clinic.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

class UnlockStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRightWordsOpen();
    void eachFailureHasItsOwnAnswer();
    void shippedLimitsRefuseACheapSlot();
    void aLockedSessionAnswersNothing();
    void professionalsComeAndGo();
    void theKitOpensAndAPassphraseIsReplaced();
    void actsOfALaterProfessionalCarryTheirName();
    void anOlderLogUnderANewerViewIsRecognised();
    void aLogThatLostItsEndReplacesNothing();
    void aDamagedCopyOfTheSlotsIsHealed();
    void aMissingDatabaseIsMadeAgain();
};

namespace {
ErrorCode failure(const base::Result<std::unique_ptr<session::Session>>& opened) {
    return opened ? ErrorCode::Internal : opened.error().code;
}
} // namespace

void UnlockStory::theRightWordsOpen() {
    TestClinic clinic;
    QVERIFY(clinic.create());
    const auto facts = session::Session::facts(clinic.environment, clinic.vault());
    QVERIFY(facts);
    QCOMPARE(facts->clinic, QStringLiteral("GMF des Essais"));
    QCOMPARE(facts->users.size(), 1);
    const auto session = clinic.open();
    QVERIFY(session);
    QVERIFY((*session)->openingAlarms().isEmpty());
    QCOMPARE((*session)->currentUser().name, QStringLiteral("Dre Maude Lachance"));
}

void UnlockStory::eachFailureHasItsOwnAnswer() {
    TestClinic clinic;
    {
        const auto open = clinic.create();
        QVERIFY(open);
        QCOMPARE(failure(clinic.open()), ErrorCode::AlreadyOpen);
    }
    const auto with = [&](const QString& user, const char* words) {
        return session::Session::open(clinic.environment, clinic.vault(), user,
                                      TestClinic::words(words));
    };
    QCOMPARE(failure(with({}, "pas les bons mots")), ErrorCode::WrongPassphrase);
    QCOMPARE(failure(with(QStringLiteral("Dr Personne"), "quatre mots sans lien")),
             ErrorCode::NoSuchUser);
    QCOMPARE(failure(session::Session::open(clinic.environment,
                                            clinic.folder.filePath(QStringLiteral("ailleurs")), {},
                                            TestClinic::words())),
             ErrorCode::SlotsMissing);
    // A failed opening changes nothing.
    QVERIFY(clinic.open());
    for (const ErrorCode code :
         {ErrorCode::AlreadyOpen, ErrorCode::WrongPassphrase, ErrorCode::NoSuchUser,
          ErrorCode::SlotsMissing, ErrorCode::DiskFull, ErrorCode::ReadOnlyDisk,
          ErrorCode::NewerVersion, ErrorCode::SlotDamaged})
        QVERIFY2(!session::describe(base::Error{code, {}, {}}).todo.isEmpty(),
                 base::errorName(code));
}

void UnlockStory::shippedLimitsRefuseACheapSlot() {
    TestClinic clinic;
    QVERIFY(clinic.create());
    session::Environment shipped = clinic.environment;
    shipped.kdfLimits = crypto::shippedKdfLimits();
    QCOMPARE(failure(session::Session::open(shipped, clinic.vault(), {}, TestClinic::words())),
             ErrorCode::KdfBelowFloor);
}

void UnlockStory::aLockedSessionAnswersNothing() {
    TestClinic clinic;
    const auto session = clinic.create();
    QVERIFY((*session)->search({}, 1));
    (*session)->lock();
    QVERIFY((*session)->isLocked());
    QCOMPARE((*session)->search({}, 1).error().code, ErrorCode::Cancelled);
    QCOMPARE((*session)->import({QStringLiteral("/nulle-part")}).error().code,
             ErrorCode::Cancelled);
    QVERIFY(clinic.open()); // the lock file is free
}

void UnlockStory::professionalsComeAndGo() {
    TestClinic clinic;
    base::Uuid second(std::array<std::uint8_t, 16>{});
    {
        const auto session = clinic.create();
        QVERIFY((*session)->addUser({.name = QStringLiteral("Julie Bergeron"),
                                     .role = session::Role::Nurse,
                                     .administrator = false,
                                     .passphrase = TestClinic::words("encore des mots choisis")}));
        second = (*session)->facts().users.last().id;
    }
    {
        const auto nurse = session::Session::open(clinic.environment, clinic.vault(),
                                                  QStringLiteral("julie bergeron"),
                                                  TestClinic::words("encore des mots choisis"));
        QVERIFY(nurse);
        QCOMPARE((*nurse)->currentUser().role, session::Role::Nurse);
        QCOMPARE((*nurse)->disableUser((*nurse)->facts().users.first().id).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY((*nurse)->changePassphrase(second, TestClinic::words("encore des mots choisis"),
                                           TestClinic::words("tout autres mots retenus")));
    }
    QCOMPARE(failure(session::Session::open(clinic.environment, clinic.vault(),
                                            QStringLiteral("Julie Bergeron"),
                                            TestClinic::words("encore des mots choisis"))),
             ErrorCode::WrongPassphrase);
    {
        const auto session =
            session::Session::open(clinic.environment, clinic.vault(),
                                   QStringLiteral("Dre Maude Lachance"), TestClinic::words());
        QVERIFY((*session)->disableUser(second));
    }
    QCOMPARE(failure(session::Session::open(clinic.environment, clinic.vault(),
                                            QStringLiteral("Julie Bergeron"),
                                            TestClinic::words("tout autres mots retenus"))),
             ErrorCode::UserDisabled);
}

void UnlockStory::theKitOpensAndAPassphraseIsReplaced() {
    TestClinic clinic;
    auto made =
        session::Session::create(clinic.environment, clinic.vault(), TestClinic::newClinic());
    QVERIFY(made);
    const crypto::Secret kit = made->recoveryKit.clone();
    const base::Uuid user = made->session->facts().users.first().id;
    made->session.reset();
    QCOMPARE(failure(session::Session::openWithRecoveryKit(clinic.environment, clinic.vault(),
                                                           crypto::Secret::random(32))),
             ErrorCode::RecoveryCodeWrong);
    {
        const auto rescued =
            session::Session::openWithRecoveryKit(clinic.environment, clinic.vault(), kit);
        QVERIFY(rescued);
        QVERIFY(
            (*rescued)->resetPassphrase(user, kit, TestClinic::words("mots neufs pour demain")));
    }
    QCOMPARE(failure(clinic.open()), ErrorCode::WrongPassphrase);
    QVERIFY(session::Session::open(clinic.environment, clinic.vault(), {},
                                   TestClinic::words("mots neufs pour demain")));
}

void UnlockStory::actsOfALaterProfessionalCarryTheirName() {
    TestClinic clinic;
    {
        const auto session = clinic.create();
        QVERIFY((*session)->addUser({.name = QStringLiteral("Julie Bergeron"),
                                     .role = session::Role::Nurse,
                                     .administrator = false,
                                     .passphrase = TestClinic::words("encore des mots choisis")}));
    }
    const auto nurse =
        session::Session::open(clinic.environment, clinic.vault(), QStringLiteral("Julie Bergeron"),
                               TestClinic::words("encore des mots choisis"));
    QVERIFY(nurse);
    QVERIFY((*nurse)->import(
        {clinic.file(QStringLiteral("a.json"),
                     bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7")}))}));
    QVERIFY((*nurse)->noteAccess((*nurse)->findPatient(QStringLiteral("p1"))->key,
                                 session::Session::Access::Opened));
    const auto report =
        (*nurse)->verify(true); // a countersignature by an unknown key would not hold
    QVERIFY(report && report->ok);
}

void UnlockStory::anOlderLogUnderANewerViewIsRecognised() {
    TestClinic clinic;
    const QString older = clinic.folder.filePath(QStringLiteral("older-log"));
    const auto copy = [](const QString& from, const QString& to) {
        QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}), 0);
    };
    {
        const auto session = clinic.create();
        QVERIFY((*session)->import(
            {clinic.file(QStringLiteral("a.json"),
                         bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7")}))}));
    }
    copy(clinic.vault() + QStringLiteral("/log"), older);
    {
        const auto session = clinic.open();
        QVERIFY((*session)->import(
            {clinic.file(QStringLiteral("b.json"),
                         bundleJson({patientJson("p2", "Côté", "Luc", "1955-05-05", "8")}))}));
    }
    QVERIFY(QDir(clinic.vault() + QStringLiteral("/log")).removeRecursively());
    copy(older, clinic.vault() + QStringLiteral("/log"));
    const auto session = clinic.open();
    QVERIFY2(session, qPrintable(session ? QString() : session.error().toString()));
    QVERIFY(!(*session)->openingAlarms().isEmpty());
    QVERIFY((*session)->import(
        {clinic.file(QStringLiteral("c.json"),
                     bundleJson({patientJson("p3", "Roy", "Paul", "1990-01-01", "9")}))}));
    QVERIFY((*session)->findPatient(QStringLiteral("p3")));
}

// The files are still there, and what is left of the log must not replace them.
void UnlockStory::aLogThatLostItsEndReplacesNothing() {
    TestClinic clinic;
    {
        const auto session = clinic.create();
        QVERIFY((*session)->import(
            {clinic.file(QStringLiteral("a.json"),
                         bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7")}))}));
    }
    QDirIterator segments(clinic.vault() + QStringLiteral("/log"), {QStringLiteral("*.seg")},
                          QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(segments.hasNext());
    QVERIFY(QFile::remove(segments.next()));
    for (int opening = 0; opening < 3; ++opening) { // the alarm outlives what is written after
        const auto opened = clinic.open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().toString()));
        session::Session& session = **opened;
        const auto alarms = session.openingAlarms();
        QVERIFY(std::any_of(alarms.cbegin(), alarms.cend(), [](const session::Alarm& alarm) {
            return alarm.code == QLatin1String("log-shortened") && !alarm.healed;
        }));
        for (const bool full : {false, true}) {
            const auto report = session.verify(full);
            QVERIFY2(report, qPrintable(report ? QString() : report.error().toString()));
            QVERIFY(!report->ok);
        }
        const auto rebuilt = session.rebuild();
        QVERIFY(!rebuilt);
        QCOMPARE(rebuilt.error().code, ErrorCode::LogDamaged);
        QVERIFY(session.findPatient(QStringLiteral("p1")));
        QVERIFY(session.import({clinic.file(
            QStringLiteral("c%1.json").arg(opening),
            bundleJson({patientJson("q" + QByteArray::number(opening), "Roy", "Paul", "1990-01-01",
                                    "9" + QByteArray::number(opening))}))}));
    }
}

void UnlockStory::aDamagedCopyOfTheSlotsIsHealed() {
    TestClinic clinic;
    QVERIFY(clinic.create());
    QFile slots_(clinic.vault() + QStringLiteral("/slots"));
    QVERIFY(slots_.open(QIODevice::ReadWrite));
    QVERIFY(slots_.seek(slots_.size() / 2));
    QVERIFY(slots_.write("\xff\x00\xff\x00", 4) == 4);
    slots_.close();
    const auto session = clinic.open();
    QVERIFY(session);
    QCOMPARE((*session)->openingAlarms().size(), 1);
    QCOMPARE((*session)->openingAlarms()[0].code, QStringLiteral("slots-damaged"));
    QVERIFY((*session)->openingAlarms()[0].healed);
}

void UnlockStory::aMissingDatabaseIsMadeAgain() {
    TestClinic clinic;
    {
        const auto session = clinic.create();
        QVERIFY((*session)->import(
            {clinic.file(QStringLiteral("a.json"),
                         bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "7")}))}));
    }
    for (const char* name : {"/view.db", "/view.db-wal", "/view.db-shm"})
        QFile::remove(clinic.vault() + QLatin1String(name));
    const auto session = clinic.open();
    QVERIFY(session);
    QCOMPARE((*session)->search(QStringLiteral("roy"), 5)->rows.size(), 1);
    QVERIFY(!(*session)->openingAlarms().isEmpty());
}

QTEST_GUILESS_MAIN(UnlockStory)
#include "unlock_story_test.moc"
