// The unlock page: who, passphrase, keychain, the printed kit; waiting after wrong attempts; a
// vault that cannot be read. Nothing is ever erased.

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/pages/unlock/professional_list.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/unlock/vault_side.h"
#include "ui/viewmodels/unlock_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using test::button;
using test::field;
using test::says;

namespace {

struct Page {
    explicit Page(const QString& hint = {})
        : entrance(std::make_shared<test::FakeEntrance>())
        , page(entrance, hint)
        , list(page.findChild<pages::ProfessionalList*>())
        , passphrase(field(page, QStringLiteral("Phrase de passe"))) {
        page.resize(1440, 860);
        page.show();
    }
    void type(const QString& words) {
        passphrase->setText(words);
        QTest::keyClick(passphrase, Qt::Key_Return);
    }
    std::shared_ptr<test::FakeEntrance> entrance;
    pages::UnlockPage page;
    pages::ProfessionalList* list;
    QLineEdit* passphrase;
};

} // namespace

class TestUnlock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        qRegisterMetaType<std::shared_ptr<viewmodels::VaultDoor>>();
        widgets::Theme::instance().install();
    }
    void cleanup() { widgets::Theme::instance().setScalePercent(100); }

    void theLastProfessionalIsChosen() {
        Page unlock;
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        QCOMPARE(unlock.list->current()->name, QStringLiteral("Dre Maude Lachance"));
        QVERIFY(says(unlock.page, QStringLiteral("GMF du Vieux-Verger")));
        QTRY_VERIFY(says(unlock.page, QStringLiteral("4\u202f812 dossiers")));
        QVERIFY(says(unlock.page, QStringLiteral("Trousse vérifiée le 2025-09-18")));
        QVERIFY(!says(unlock.page, QStringLiteral("TREMBLAY"))); // counts and times only
        const auto first = unlock.list->model()->index(0, 0);
        QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Dre Maude Lachance, Médecin"));
    }

    void anotherProfessionalMeansAnotherPassphrase() {
        Page unlock;
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        unlock.passphrase->setText(QStringLiteral("à moitié tap"));
        QTest::keyClick(unlock.list, Qt::Key_Down);
        QCOMPARE(unlock.list->current()->name, QStringLiteral("Dr Karim Benali"));
        QVERIFY(unlock.passphrase->text().isEmpty());
        QVERIFY(says(unlock.page, QStringLiteral("Dr Karim Benali")));
        QTest::keyClick(unlock.list, Qt::Key_Return);
        QVERIFY(unlock.passphrase->hasFocus() || unlock.page.focusWidget() == unlock.passphrase);
    }

    void theRightPassphraseOpens() {
        Page unlock;
        QSignalSpy opened(&unlock.page, &pages::UnlockPage::opened);
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        unlock.type(QLatin1String(test::FakeEntrance::passphrase));
        QVERIFY(unlock.passphrase->text().isEmpty()); // handed over, not kept
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(unlock.entrance->attempts(), 1);
    }

    void aWrongOneSaysSoAndMayBeTriedAgain() {
        Page unlock;
        QSignalSpy opened(&unlock.page, &pages::UnlockPage::opened);
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        unlock.type(QStringLiteral("pas la bonne"));
        QTRY_VERIFY(says(unlock.page, viewmodelsWords(base::ErrorCode::WrongPassphrase)));
        QVERIFY(unlock.passphrase->isEnabled());
        unlock.type(QLatin1String(test::FakeEntrance::passphrase));
        QTRY_COMPARE(opened.count(), 1);
    }

    void afterFiveWrongOnesOneWaits() {
        Page unlock;
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        for (int i = 1; i <= viewmodels::UnlockState::freeAttempts; ++i) {
            unlock.type(QStringLiteral("pas la bonne"));
            QTRY_COMPARE(unlock.entrance->attempts(), i);
            QTRY_VERIFY(unlock.passphrase->isEnabled());
        }
        QTRY_VERIFY(button(unlock.page, QStringLiteral("Déverrouiller")) == nullptr);
        unlock.type(QLatin1String(test::FakeEntrance::passphrase));
        QTest::qWait(50);
        QCOMPARE(unlock.entrance->attempts(), viewmodels::UnlockState::freeAttempts);
    }

    void theKeychainOpensWhereItIsSetUp() {
        Page unlock;
        QSignalSpy opened(&unlock.page, &pages::UnlockPage::opened);
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        auto* keychain =
            button(unlock.page, QStringLiteral("Déverrouiller avec le trousseau du système"));
        QVERIFY(keychain->isEnabled());
        keychain->click();
        QTRY_COMPARE(opened.count(), 1);
    }

    void thePrintedKitReplacesThePassphrase() {
        Page unlock;
        QSignalSpy opened(&unlock.page, &pages::UnlockPage::opened);
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        button(unlock.page, QStringLiteral("Phrase de passe oubliée\u00a0: récupérer l’accès"))
            ->click();
        QVERIFY(says(unlock.page, QStringLiteral("Récupérer l’accès de Dre Maude Lachance")));
        auto* code = field(unlock.page, QStringLiteral("Code de la trousse"));
        auto* fresh = field(unlock.page, QStringLiteral("Nouvelle phrase de passe"));
        auto* again = field(unlock.page, QStringLiteral("La même, encore une fois"));
        auto* go = button(unlock.page, QStringLiteral("Remplacer et ouvrir"));
        QVERIFY(!go->isEnabled() && !go->toolTip().isEmpty());
        code->setText(QStringLiteral("recopié de travers"));
        fresh->setText(QStringLiteral("quatre autres mots"));
        again->setText(QStringLiteral("quatre autres mot"));
        QVERIFY(!go->isEnabled()); // not the same twice
        again->setText(QStringLiteral("quatre autres mots"));
        go->click();
        QTRY_VERIFY(says(unlock.page, viewmodelsWords(base::ErrorCode::RecoveryCodeMistyped)));
        QCOMPARE(opened.count(), 0);
        code->setText(QLatin1String(test::FakeEntrance::recoveryCode));
        fresh->setText(QStringLiteral("quatre autres mots"));
        again->setText(QStringLiteral("quatre autres mots"));
        go->click();
        QTRY_COMPARE(opened.count(), 1);
        for (const QLineEdit* edit : {code, fresh, again})
            QVERIFY(edit->text().isEmpty());
    }

    void leavingTheKitForgetsWhatWasTyped() {
        Page unlock;
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        unlock.page.showRecovery(true);
        auto* code = field(unlock.page, QStringLiteral("Code de la trousse"));
        code->setText(QStringLiteral("7R4K"));
        button(unlock.page, QStringLiteral("Revenir à la phrase de passe"))->click();
        QVERIFY(code->text().isEmpty());
        QVERIFY(unlock.passphrase->isVisible());
    }

    void anOpeningThatIsCancelledIsLockedAgain() {
        Page unlock;
        QSignalSpy opened(&unlock.page, &pages::UnlockPage::opened);
        QSignalSpy cancelled(&unlock.page, &pages::UnlockPage::cancelled);
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        QVERIFY(!unlock.page.cancel()); // nothing under way
        unlock.entrance->hold();
        unlock.type(QLatin1String(test::FakeEntrance::passphrase));
        QTRY_COMPARE(unlock.entrance->attempts(), 1);
        QVERIFY(unlock.page.cancel());
        unlock.entrance->release();
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(opened.count(), 0);
        QTRY_VERIFY(!unlock.entrance->lastOpened()); // gone, with its keys
    }

    void aDamagedVaultIsNamedAndKept() {
        auto entrance = std::make_shared<test::FakeEntrance>();
        entrance->failFacts(base::ErrorCode::SlotDamaged);
        pages::UnlockPage page(entrance);
        page.resize(1440, 860);
        page.show();
        QTRY_VERIFY(says(page, viewmodelsWords(base::ErrorCode::SlotDamaged)));
        auto* open = button(page, QStringLiteral("Déverrouiller"));
        QVERIFY(!open->isEnabled());
        QVERIFY(!open->toolTip().isEmpty());
    }

    void theDemoClinicSaysHowItIsOpened() {
        Page unlock(QStringLiteral("La phrase de passe est « la lampe »."));
        QVERIFY(says(unlock.page, QStringLiteral("La phrase de passe est « la lampe ».")));
    }

    void aNarrowWindowHasOneColumn() {
        Page unlock;
        QTRY_COMPARE(unlock.list->model()->rowCount(), 6);
        auto* side = unlock.page.findChild<pages::VaultSide*>();
        QVERIFY(side->isVisible());
        const auto below = [&] {
            return unlock.passphrase->mapTo(&unlock.page, QPoint()).y() >
                   unlock.list->mapTo(&unlock.page, QPoint(0, unlock.list->height())).y();
        };
        QTRY_VERIFY(!below());
        unlock.page.resize(1000, 700);
        QTRY_VERIFY(below());
        QVERIFY(side->isVisible());
        unlock.page.resize(820, 700);
        QTRY_VERIFY(!side->isVisible());
    }

private:
    static QString viewmodelsWords(base::ErrorCode code);
};

#include "ui/viewmodels/failure.h"

QString TestUnlock::viewmodelsWords(base::ErrorCode code) {
    return viewmodels::describeFailure({code, QStringLiteral("2"), {}}).what;
}

QTEST_MAIN(TestUnlock)
#include "test_unlock.moc"
