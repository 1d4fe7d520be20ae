// Who opened, printed or exported a file is written into the signed log and read back.

#include "support/fhir_samples.h"
#include "support/test_clinic.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using Access = session::Session::Access;

class RegisterStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyAccessIsReadBackWithItsAuthor();
    void theRegisterOutlivesTheView();
    void endlessWordsAreRefused();
    void aLockedSessionShowsNoRegister();
};

namespace {

// Two people on file, two professionals.
struct Clinic : TestClinic {
    std::unique_ptr<session::Session> session;

    Clinic() {
        auto made = create();
        if (!made)
            qFatal("no clinic");
        session = std::move(*made);
        const auto in = session->import(
            {file(QStringLiteral("a.json"),
                  bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "1"),
                              patientJson("p2", "Roy", "Luc", "1975-05-05", "2")}))});
        if (!in || !session->addUser({.name = QStringLiteral("Julie Bergeron"),
                                      .role = session::Role::Nurse,
                                      .administrator = false,
                                      .passphrase = words("encore des mots choisis")}))
            qFatal("no clinic");
    }
    [[nodiscard]] session::PatientKey patient(const char* id) const {
        return session->findPatient(QLatin1String(id))->key;
    }
    void becomeNurse() {
        session.reset();
        session = *session::Session::open(environment, vault(), QStringLiteral("Julie Bergeron"),
                                          words("encore des mots choisis"));
    }
};

} // namespace

void RegisterStory::everyAccessIsReadBackWithItsAuthor() {
    Clinic clinic;
    const auto first = clinic.patient("p1"), second = clinic.patient("p2");
    QVERIFY(clinic.session->accesses(first, 10)->isEmpty()); // an import reads nobody's file
    QVERIFY(clinic.session->noteAccess(first, Access::Opened, QStringLiteral("Consultation")));
    QVERIFY(clinic.session->noteAccess(second, Access::Printed));
    clinic.becomeNurse();
    QVERIFY(clinic.session->noteAccess(first, Access::Exported, QStringLiteral("Demande d’accès"),
                                       QStringLiteral("La patiente")));
    const auto lines = *clinic.session->accesses(first, 10);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].act, QStringLiteral("exported"));
    QCOMPARE(lines[0].reason, QStringLiteral("Demande d’accès"));
    QCOMPARE(lines[0].recipient, QStringLiteral("La patiente"));
    QCOMPARE(lines[0].provenance.author, QStringLiteral("Julie Bergeron"));
    QCOMPARE(lines[0].provenance.role, QStringLiteral("infirmiere"));
    QCOMPARE(lines[1].act, QStringLiteral("opened"));
    QCOMPARE(lines[1].reason, QStringLiteral("Consultation"));
    QCOMPARE(lines[1].provenance.author, QStringLiteral("Dre Maude Lachance"));
    QCOMPARE(lines[1].provenance.device, QStringLiteral("POSTE-1"));
    const auto everyone = *clinic.session->accesses(std::nullopt, 10);
    QCOMPARE(everyone.size(), 3);
    QCOMPARE(everyone[1].act, QStringLiteral("printed"));
    QCOMPARE(everyone[1].patient, second);
    for (const session::AccessLine& line : everyone)
        QVERIFY(line.provenance.signature == session::SignatureState::Verified);
    QCOMPARE(clinic.session->accesses(std::nullopt, 1)->size(), 1);
}

void RegisterStory::theRegisterOutlivesTheView() {
    Clinic clinic;
    QVERIFY(clinic.session->noteAccess(clinic.patient("p1"), Access::Opened));
    clinic.session.reset();
    for (const char* name : {"/view.db", "/view.db-wal", "/view.db-shm", "/root"})
        QFile::remove(clinic.vault() + QLatin1String(name));
    clinic.becomeNurse();
    const auto lines = *clinic.session->accesses(clinic.patient("p1"), 10);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].provenance.author, QStringLiteral("Dre Maude Lachance"));
    QVERIFY(clinic.session->verify(true)->ok);
}

void RegisterStory::endlessWordsAreRefused() {
    Clinic clinic;
    QCOMPARE(
        clinic.session
            ->noteAccess(clinic.patient("p1"), Access::Printed, QString(1001, QLatin1Char('a')))
            .error()
            .code,
        base::ErrorCode::LimitExceeded);
    QVERIFY(clinic.session->accesses(std::nullopt, 10)->isEmpty());
}

void RegisterStory::aLockedSessionShowsNoRegister() {
    Clinic clinic;
    const auto key = clinic.patient("p1");
    clinic.session->lock();
    QCOMPARE(clinic.session->noteAccess(key, Access::Opened).error().code,
             base::ErrorCode::Cancelled);
    QCOMPARE(clinic.session->accesses(key, 1).error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(RegisterStory)
#include "register_story_test.moc"
