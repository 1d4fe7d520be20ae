// The production side of the door on a real vault: first run with nothing left behind, the printed
// kit that opens again, and facts the GUI thread may ask for at any time.

#include "support/test_clinic.h"
#include "ui/viewmodels/session_door.h"

#include <QTest>

#include <future>

using namespace chevet;
using tests::TestClinic;

namespace {

crypto::Secret codeOf(const viewmodels::RecoverySheet& sheet) {
    QByteArray text;
    for (int line = 0; line < 4; ++line) {
        for (int group = 0; group < 4; ++group)
            text += sheet.group(line, group).toLatin1() + ' ';
        text += sheet.check(line).toLatin1() + '\n';
    }
    return crypto::Secret::takeFrom(text);
}

QStringList below(const QString& folder) {
    QStringList found;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        found << all.next();
    return found;
}

} // namespace

class TestSessionDoor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavingTheFirstRunLeavesNothing() {
        const TestClinic clinic;
        {
            const auto entrance = viewmodels::sessionEntrance(clinic.environment, clinic.vault());
            QVERIFY(entrance->prepare(TestClinic::newClinic()));
            QVERIFY(!below(clinic.folder.path()).isEmpty());
            QVERIFY(!entrance->facts()); // not where a vault is looked for
            entrance->abandon();
            QCOMPARE(below(clinic.folder.path()), QStringList());
            QVERIFY(!entrance->commit());
            QVERIFY(entrance->prepare(TestClinic::newClinic()));
        } // closing the program does the same
        QCOMPARE(below(clinic.folder.path()), QStringList());
    }

    void theFirstRunEndsInAVaultWhoseKitWasRead() {
        const TestClinic clinic;
        const auto entrance = viewmodels::sessionEntrance(clinic.environment, clinic.vault());
        const auto sheet = entrance->prepare(TestClinic::newClinic());
        QVERIFY(sheet);
        QVERIFY((*sheet)->groupIs(0, 0, (*sheet)->group(0, 0).toLower()));
        QVERIFY(!(*sheet)->groupIs(0, 0, QStringLiteral("????")));
        QVERIFY((*sheet)->qrPayload().startsWith("CHEVET:KIT:"));
        const auto door = entrance->commit();
        QVERIFY(door);
        QCOMPARE((*door)->facts().clinic, QStringLiteral("GMF des Essais"));
        QVERIFY((*door)->facts().kitVerified.isValid());
        QVERIFY((*door)->currentUser().administrator);
        (*door)->lock();
        const auto facts = entrance->facts(); // and said so to whoever stands before it
        QVERIFY(facts);
        QVERIFY(facts->kitVerified.isValid());
        QCOMPARE(facts->patients, 0);
    }

    void noClinicIsFoundedOverSomething() {
        const TestClinic clinic;
        QDir().mkpath(clinic.vault());
        clinic.file(QStringLiteral("vault/ancien"), "x");
        const auto entrance = viewmodels::sessionEntrance(clinic.environment, clinic.vault());
        QVERIFY(entrance->prepare(TestClinic::newClinic()));
        const auto door = entrance->commit();
        QVERIFY(!door);
        QCOMPARE(door.error().code, base::ErrorCode::AlreadyExists);
        QVERIFY(QFile::exists(clinic.vault() + QStringLiteral("/ancien")));
    }

    void thePrintedKitReplacesAForgottenPassphrase() {
        const TestClinic clinic;
        const auto entrance = viewmodels::sessionEntrance(clinic.environment, clinic.vault());
        const auto sheet = entrance->prepare(TestClinic::newClinic());
        QVERIFY(sheet);
        const base::Uuid user = [&] {
            const auto door = entrance->commit();
            return (*door)->currentUser().id;
        }();
        const auto mistyped = entrance->openWithRecoveryCode(
            user, TestClinic::words("0000 0000"), TestClinic::words("trois autres mots"));
        QVERIFY(!mistyped);
        {
            const auto door = entrance->openWithRecoveryCode(
                user, codeOf(**sheet), TestClinic::words("quatre autres mots choisis"));
            QVERIFY(door);
            QCOMPARE((*door)->currentUser().id, user);
        }
        QVERIFY(!entrance->open(QStringLiteral("Dre Maude Lachance"), TestClinic::words()));
        QVERIFY(entrance->open(QStringLiteral("Dre Maude Lachance"),
                               TestClinic::words("quatre autres mots choisis")));
    }

    void professionalsComeAndGo() {
        const TestClinic clinic;
        auto session = clinic.create();
        QVERIFY(session);
        const auto door = viewmodels::sessionDoor(std::move(*session));
        QVERIFY(door->addUser({QStringLiteral("Sophie Roy"), session::Role::Nurse, false,
                               TestClinic::words("cinq mots pour la nuit")}));
        QCOMPARE(door->facts().users.size(), 2);
        const base::Uuid nurse = door->facts().users.last().id;
        QVERIFY(door->disableUser(nurse));
        QVERIFY(door->facts().users.last().disabled);
        QVERIFY(door->enableUser(nurse, TestClinic::words("encore cinq mots choisis")));
        QVERIFY(!door->facts().users.last().disabled);
        door->lock();
        const auto entrance = viewmodels::sessionEntrance(clinic.environment, clinic.vault());
        QVERIFY(!entrance->open(QStringLiteral("Sophie Roy"),
                                TestClinic::words("cinq mots pour la nuit")));
        QVERIFY(entrance->open(QStringLiteral("Sophie Roy"),
                               TestClinic::words("encore cinq mots choisis")));
    }

    // An import holds the session; the status bar and the preferences still get their facts.
    void factsAnswerWhileTheSessionIsBusy() {
        const TestClinic clinic;
        auto session = clinic.create();
        QVERIFY(session);
        const auto door = viewmodels::sessionDoor(std::move(*session));
        const QString file =
            clinic.file(QStringLiteral("p.json"),
                        R"({"resourceType":"Patient","id":"p","name":[{"family":"Roy"}]})");
        std::promise<void> inside, go;
        std::atomic_bool entered = false;
        auto import = std::async(std::launch::async, [&] {
            return door->import({file}, [&](const session::ImportProgress&) {
                if (!entered.exchange(true)) {
                    inside.set_value();
                    go.get_future().wait();
                }
                return true;
            });
        });
        inside.get_future().wait();
        std::thread locking([&] { door->lock(); }); // waits for the import, exclusively
        QCOMPARE(door->facts().workstation, QStringLiteral("POSTE-1"));
        QCOMPARE(door->currentUser().name, QStringLiteral("Dre Maude Lachance"));
        QVERIFY(door->openingAlarms().isEmpty());
        go.set_value();
        (void)import.get();
        locking.join();
        QVERIFY(door->isLocked());
        QVERIFY(!door->stats());
    }
};

QTEST_MAIN(TestSessionDoor)
#include "session_door_test.moc"
