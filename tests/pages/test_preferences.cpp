// The preferences: looks told to the window, passphrases changed, professionals disabled and let
// back in, the keychain set up; each button that waits says for what.

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/pages/preferences/preferences_page.h"
#include "ui/pages/preferences/professional_line.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using test::button;
using test::field;
using test::says;

namespace {

struct Page {
    Page()
        : fake(std::make_shared<test::FakeDoor>())
        , door(fake)
        , page(door, {}) {
        page.resize(1440, 828);
        page.show();
    }
    void put(const QString& name, const QString& words) { field(page, name)->setText(words); }

    std::shared_ptr<test::FakeDoor> fake;
    viewmodels::AsyncDoor door;
    pages::PreferencesPage page;
};

// A text of its own each time: the field overwrites in place what it was given (I9).
QString right() {
    return QString::fromLatin1(test::FakeEntrance::passphrase);
}

} // namespace

class TestPreferences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        qRegisterMetaType<pages::Preferences>();
        widgets::Theme::instance().install();
    }

    void looksAreToldToTheWindow() {
        Page preferences;
        QList<pages::Preferences> told;
        connect(&preferences.page, &pages::PreferencesPage::changed, this,
                [&](const pages::Preferences& values) { told << values; });
        button(preferences.page, QStringLiteral("Sombre"))->click();
        button(preferences.page, QStringLiteral("150\u00a0%"))->click();
        button(preferences.page, QStringLiteral("English"))->click();
        button(preferences.page, QStringLiteral("5\u00a0min"))->click();
        QCOMPARE(told.size(), 4);
        QCOMPARE(told.last().theme, widgets::Theme::Mode::Dark);
        QCOMPARE(told.last().scalePercent, 150);
        QCOMPARE(told.last().language, QStringLiteral("en"));
        QCOMPARE(told.last().lockMinutes, 5);
    }

    void aPassphraseIsChangedWhenItIsTypedTwice() {
        Page preferences;
        auto* change = button(preferences.page, QStringLiteral("Changer la phrase de passe"));
        QVERIFY(!change->isEnabled() && !change->toolTip().isEmpty());
        preferences.put(QStringLiteral("Phrase de passe actuelle"), right());
        preferences.put(QStringLiteral("Nouvelle phrase de passe"), QStringLiteral("cinq mots"));
        preferences.put(QStringLiteral("Nouvelle phrase de passe, encore une fois"),
                        QStringLiteral("cinq mot"));
        QVERIFY(!change->isEnabled());
        preferences.put(QStringLiteral("Nouvelle phrase de passe, encore une fois"),
                        QStringLiteral("cinq mots"));
        QVERIFY(change->isEnabled());
        change->click();
        QTRY_VERIFY(says(preferences.page, QStringLiteral("Phrase de passe changée")));
        QCOMPARE(preferences.fake->passphraseOf(preferences.fake->currentUser().id),
                 QByteArray("cinq mots"));
        QVERIFY(
            field(preferences.page, QStringLiteral("Phrase de passe actuelle"))->text().isEmpty());
        QVERIFY(!change->isEnabled());
    }

    void aWrongOldOneChangesNothing() {
        Page preferences;
        preferences.put(QStringLiteral("Phrase de passe actuelle"), QStringLiteral("pas elle"));
        for (const char* name :
             {"Nouvelle phrase de passe", "Nouvelle phrase de passe, encore une fois"})
            preferences.put(QString::fromUtf8(name), QStringLiteral("cinq mots"));
        button(preferences.page, QStringLiteral("Changer la phrase de passe"))->click();
        QTest::qWait(100);
        QVERIFY(!says(preferences.page, QStringLiteral("Phrase de passe changée")));
        QVERIFY(preferences.fake->passphraseOf(preferences.fake->currentUser().id).isEmpty());
    }

    void aProfessionalIsAdded() {
        Page preferences;
        auto* add = button(preferences.page, QStringLiteral("Ajouter"));
        QVERIFY(!add->isEnabled());
        preferences.put(QStringLiteral("Nom, avec son titre"), QStringLiteral("Sophie Roy"));
        preferences.put(QStringLiteral("Sa phrase de passe"),
                        QStringLiteral("six mots pour Sophie"));
        add->click();
        QTRY_VERIFY(says(preferences.page, QStringLiteral("Sophie Roy")));
        QCOMPARE(preferences.fake->facts().users.size(), 7);
        QVERIFY(field(preferences.page, QStringLiteral("Sa phrase de passe"))->text().isEmpty());
    }

    void disablingAsksOnceMore() {
        Page preferences;
        auto* disable = button(preferences.page, QStringLiteral("Désactiver Samuel Roy"));
        disable->click();
        QVERIFY(!preferences.fake->facts().users[4].disabled); // only asked
        QVERIFY(says(preferences.page, QStringLiteral("Ne pourra plus ouvrir")));
        button(preferences.page, QStringLiteral("Annuler"))->click();
        QVERIFY(disable->isVisible());
        disable->click();
        const auto all = preferences.page.findChildren<QAbstractButton*>();
        for (QAbstractButton* candidate : all) {
            if (candidate->text() == QStringLiteral("Désactiver Samuel Roy"))
                candidate->click();
        }
        QTRY_VERIFY(preferences.fake->facts().users[4].disabled);
        QTRY_VERIFY(says(preferences.page, QStringLiteral("Accès retiré")));
    }

    void comingBackTakesANewPassphrase() {
        Page preferences;
        const base::Uuid id = preferences.fake->facts().users[4].id;
        QVERIFY(preferences.fake->disableUser(id));
        pages::PreferencesPage page(preferences.door, {});
        page.resize(1440, 828);
        page.show();
        button(page, QStringLiteral("Réactiver Samuel Roy"))->click();
        auto* go = [&]() -> QAbstractButton* {
            const auto all = page.findChildren<QAbstractButton*>();
            for (QAbstractButton* candidate : all) {
                if (candidate->text() == QStringLiteral("Réactiver Samuel Roy"))
                    return candidate;
            }
            return nullptr;
        }();
        QVERIFY(go && !go->isEnabled());
        field(page, QStringLiteral("Nouvelle phrase de passe de Samuel Roy"))
            ->setText(QStringLiteral("sept mots pour lui"));
        go->click();
        QTRY_VERIFY(!preferences.fake->facts().users[4].disabled);
        QCOMPARE(preferences.fake->passphraseOf(id), QByteArray("sept mots pour lui"));
    }

    void onlyAResponsiblePersonManages() {
        session::UserFacts user{base::Uuid(std::array<std::uint8_t, 16>{1}),
                                QStringLiteral("Sophie Roy"), session::Role::Nurse, false, false};
        pages::ProfessionalLine look(user, pages::ProfessionalLine::Rights::Look, false);
        QVERIFY(look.findChildren<QAbstractButton*>().isEmpty());
        pages::ProfessionalLine self(user, pages::ProfessionalLine::Rights::Manage, true);
        QVERIFY(self.findChildren<QAbstractButton*>().isEmpty()); // nobody locks themselves out
        QVERIFY(self.takePassphrase().isEmpty());
    }

    void theKeychainIsSetUpAndTakenAway() {
        Page preferences;
        auto* remove = button(preferences.page, QStringLiteral("Retirer le trousseau"));
        QVERIFY(remove && remove->isEnabled());
        remove->click();
        QTRY_VERIFY(says(preferences.page, QStringLiteral("Trousseau retiré")));
        auto* enable = button(preferences.page, QStringLiteral("Activer le trousseau"));
        QVERIFY(enable && !enable->isEnabled());
        preferences.put(QStringLiteral("Phrase de passe, pour activer le trousseau"), right());
        enable->click();
        QTRY_VERIFY(says(preferences.page, QStringLiteral("Trousseau activé")));
        QVERIFY(preferences.fake->facts().keychainSlot);
        QVERIFY(button(preferences.page, QStringLiteral("Retirer le trousseau"))->isEnabled());
    }

    void theKitSaysWhenItWasReadBack() {
        Page preferences;
        QVERIFY(says(preferences.page, QStringLiteral("Relue le 2025-09-18")));
    }

    void escapeLeaves() {
        Page preferences;
        QSignalSpy closed(&preferences.page, &pages::PreferencesPage::closeRequested);
        QTest::keyClick(&preferences.page, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }
};

QTEST_MAIN(TestPreferences)
#include "test_preferences.moc"
