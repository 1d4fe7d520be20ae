// The window on a clinic of constants: unlocking, locking, first run, the keyboard, and the promise
// that no name ever reaches the title.

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/preferences/preferences_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preparing_page.h"
#include "ui/viewmodels/failure.h"
#include "ui/widgets/field.h"
#include "ui/widgets/states.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QListView>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;

namespace {

shell::MainWindow::Parts parts(bool vault) {
    return {.entrance = std::make_shared<test::FakeEntrance>(),
            .vaultExists = vault,
            .makeChart = {},
            .openDemo = {},
            .hint = {}};
}

// A chart without content: what the shell needs of one.
class StubChart : public pages::ChartView {
public:
    explicit StubChart(const session::PatientKey& key)
        : m_key(key) {
        setFocusPolicy(Qt::StrongFocus);
    }
    [[nodiscard]] session::PatientKey patient() const override { return m_key; }
    [[nodiscard]] QString patientName() const override { return QStringLiteral("ROY, Paul"); }
    [[nodiscard]] QStringList sections() const override {
        return {QStringLiteral("Sommaire"), QStringLiteral("Médicaments"),
                QStringLiteral("Allergies"), QStringLiteral("Problèmes")};
    }
    [[nodiscard]] int currentSection() const override { return m_section; }
    void openSection(int index) override { m_section = index; }
    void setCompact(bool) override {}

private:
    session::PatientKey m_key;
    int m_section = 0;
};

} // namespace

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("chevet-tests"));
        QSettings().clear();
        widgets::Theme::instance().install();
    }

    void aPassphraseOpensThePatientsPage() {
        shell::MainWindow window(parts(true));
        window.show();
        auto* field = window.findChild<widgets::PassphraseField*>();
        QVERIFY(field);
        QTRY_VERIFY(window.findChild<pages::UnlockPage*>()->isVisible());
        QTest::qWait(50); // the facts are read
        QTest::keyClicks(field->edit(), QLatin1String(test::FakeEntrance::passphrase));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        QTRY_VERIFY(window.isOpen());
        QCOMPARE(window.windowTitle(), QStringLiteral("Chevet"));
    }

    void aWrongPassphraseOpensNothing() {
        shell::MainWindow window(parts(true));
        window.show();
        QTest::qWait(50);
        auto* field = window.findChild<widgets::PassphraseField*>();
        QTest::keyClicks(field->edit(), QStringLiteral("pas la bonne du tout"));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        QTRY_VERIFY(field->edit()->text().isEmpty());
        QTest::qWait(50);
        QVERIFY(!window.isOpen());
    }

    void lockingDestroysThePages() {
        shell::MainWindow window(parts(true));
        window.show();
        auto door = std::make_shared<test::FakeDoor>();
        window.open(door);
        QPointer<pages::PatientsPage> page(window.patientsPage());
        QVERIFY(page);
        window.showPreferences();
        window.lock();
        QVERIFY(!page);
        QVERIFY(!window.isOpen());
        QVERIFY(window.findChild<pages::UnlockPage*>());
        QVERIFY(!window.findChild<pages::PreferencesPage*>());
        QTRY_VERIFY(door->isLocked());
    }

    void sleepWaitsUntilTheKeysAreGone() {
        shell::MainWindow window(parts(true));
        window.show();
        auto door = std::make_shared<test::FakeDoor>();
        door->hold(); // a call inside that has not returned yet
        const auto released = qScopeGuard([&door] { door->release(); });
        window.open(door);
        int ready = 0;
        window.lockThen([&ready] { ++ready; });
        QVERIFY(!window.isOpen()); // nothing on screen, at once
        QTest::qWait(50);
        QCOMPARE(ready, 0);
        QVERIFY(!door->isLocked());
        window.lockThen([&ready] { ++ready; }); // asked again meanwhile
        QTest::qWait(20);
        QCOMPARE(ready, 0);
        door->release();
        QTRY_COMPARE(ready, 2);
        QVERIFY(door->isLocked());
        window.lockThen([&ready] { ++ready; }); // nothing was open
        QCOMPARE(ready, 3);
    }

    void lockingWhileOpeningOpensNothing() {
        auto entrance = std::make_shared<test::FakeEntrance>();
        auto made = parts(true);
        made.entrance = entrance;
        shell::MainWindow window(made);
        window.show();
        auto* field = window.findChild<widgets::PassphraseField*>();
        QTRY_COMPARE(window.findChild<QListView*>()->model()->rowCount(), 6);
        entrance->hold();
        const auto released = qScopeGuard([&entrance] { entrance->release(); });
        field->setText(QLatin1String(test::FakeEntrance::passphrase));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        QTRY_COMPARE(entrance->attempts(), 1);
        bool ready = false;
        window.lockThen([&ready] { ready = true; });
        QTest::qWait(30);
        QVERIFY(!ready); // its keys are still to come
        entrance->release();
        QTRY_VERIFY(ready);
        QVERIFY(!window.isOpen());
        QVERIFY(!entrance->lastOpened());
    }

    void lockingClearsWhatTheWindowCopied() {
        shell::MainWindow window(parts(true));
        window.show();
        QClipboard* clipboard = QGuiApplication::clipboard();
        clipboard->setText(QStringLiteral("d’avant"));
        window.open(std::make_shared<test::FakeDoor>());
        window.lock();
        QCOMPARE(clipboard->text(), QStringLiteral("d’avant"));
        window.open(std::make_shared<test::FakeDoor>());
        clipboard->setText(QStringLiteral("Créatinine 98 µmol/L"));
        if (!clipboard->ownsClipboard())
            QSKIP("This platform never says whose the clipboard is (offscreen); run under X11");
        window.lock();
        QVERIFY(clipboard->text().isEmpty());
    }

    void lockingClosesDialogs() {
        shell::MainWindow window(parts(true));
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        window.showPalette();
        QPointer<QDialog> palette(window.findChild<QDialog*>());
        QVERIFY(palette && palette->isVisible());
        window.lock();
        QTRY_VERIFY(!palette);
    }

    void theIdleTimeLocks() {
        shell::IdleWatch watch;
        QSignalSpy expired(&watch, &shell::IdleWatch::expired),
            warned(&watch, &shell::IdleWatch::warned);
        watch.start(1);
        QCOMPARE(watch.minutesLeft(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(warned.count() > 0, 10'000); // one minute ahead
        watch.touch();
        QCOMPARE(warned.last().value(0).toInt(), 0); // lifted
        watch.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(expired.count(), 1, 10'000);
    }

    void theKeyLocks() {
        shell::MainWindow window(parts(true));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.open(std::make_shared<test::FakeDoor>());
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!window.isOpen());
    }

    void anImportGoesOnWhileOneLooksElsewhere() {
        shell::MainWindow window(parts(true));
        window.show();
        auto door = std::make_shared<test::FakeDoor>();
        door->hold();
        // A check that fails returns early: nobody may then wait for the held door for ever.
        const auto released = qScopeGuard([&door] {
            door->release();
            widgets::Theme::instance().setScalePercent(100);
        });
        window.open(door);
        window.showImport({QStringLiteral("/lot")});
        QTRY_VERIFY(test::says(window, QStringLiteral("Importation\u00a0: 56\u00a0%")));
        window.showPreferences();
        window.showPatients();
        widgets::Theme::instance().setScalePercent(125); // builds every page anew
        // The new bars are shown by their layout, one turn of the loop later.
        QTRY_VERIFY(test::says(window, QStringLiteral("Importation\u00a0: 56\u00a0%")));
        QVERIFY(!door->importWasCancelled());
        door->release();
        QTRY_VERIFY(!test::says(window, QStringLiteral("Importation\u00a0: 56\u00a0%")));
        QVERIFY(!door->importWasCancelled());
    }

    void aReadingThatCannotBeWrittenDownIsSaid() {
        auto made = parts(true);
        made.makeChart = [](viewmodels::AsyncDoor&, const session::PatientKey& key) {
            return new StubChart(key);
        };
        shell::MainWindow window(made);
        window.show();
        auto door = std::make_shared<test::FakeDoor>();
        door->failReadings(base::ErrorCode::DiskFull);
        window.open(door);
        window.openChart(door->patients().first().key);
        const QString words = viewmodels::describeFailure({base::ErrorCode::DiskFull, {}, {}}).what;
        QTRY_VERIFY(test::says(window, words));
    }

    void chartsAreOpenedOnceAndClosed() {
        auto made = parts(true);
        made.makeChart = [](viewmodels::AsyncDoor&, const session::PatientKey& key) {
            return new StubChart(key);
        };
        shell::MainWindow window(made);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto door = std::make_shared<test::FakeDoor>();
        window.open(door);
        const auto first = door->patients()[0].key, second = door->patients()[1].key;
        window.openChart(first);
        window.openChart(second);
        window.openChart(first); // the one that is open comes forward
        QCOMPARE(window.findChildren<pages::ChartView*>().size(), 2);
        QCOMPARE(window.currentChart()->patient(), first);
        QTest::keyClick(&window, Qt::Key_Tab, Qt::ControlModifier);
        QTRY_COMPARE(window.currentChart()->patient(), second);
        QTest::keyClick(&window, Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(window.currentChart()->currentSection(), 2);
        QTest::keyClick(&window, Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE(window.currentChart()->currentSection(), 3);
        QTest::keyClick(&window, Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(window.currentChart()->currentSection(), 2);
        widgets::Theme::instance().setScalePercent(150);
        QCOMPARE(window.currentChart()->patient(), second); // the same place at another size
        QCOMPARE(window.currentChart()->currentSection(), 2);
        widgets::Theme::instance().setScalePercent(100);
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        QTRY_COMPARE(window.currentChart()->patient(), first);
        QTest::keyClick(window.currentChart(), Qt::Key_Escape); // back to the list, still open
        QTRY_COMPARE(window.currentPage(), window.patientsPage());
        // The closed one is deleted on the next turn of the loop.
        QTRY_COMPARE(window.findChildren<pages::ChartView*>().size(), 1);
        QCOMPARE(window.windowTitle(), QStringLiteral("Chevet"));
    }

    void shortcutsSleepWhileLocked() {
        shell::MainWindow window(parts(true));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QTest::qWait(30);
        QVERIFY(!window.findChild<QDialog*>());
        QTest::keyClick(&window, Qt::Key_F1); // the list of keys helps there too
        QTRY_VERIFY(window.findChild<QDialog*>());
        const auto before = widgets::Theme::instance().isDark();
        window.findChild<QDialog*>()->close();
        QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(widgets::Theme::instance().isDark(), !before);
        QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(widgets::Theme::instance().isDark(), before);
    }

    void theFirstRunSurvivesAChangeOfScale() {
        shell::MainWindow window(parts(false));
        window.show();
        auto* clinic = test::field(window, QStringLiteral("Nom de la clinique"));
        clinic->setText(QStringLiteral("GMF des Essais"));
        widgets::Theme::instance().setScalePercent(150);
        QCOMPARE(test::field(window, QStringLiteral("Nom de la clinique"))->text(),
                 QStringLiteral("GMF des Essais"));
        widgets::Theme::instance().setScalePercent(100);
    }

    void whileTheDemoIsMadeTheWindowSaysSo() {
        shell::MainWindow window(parts(true));
        window.show();
        window.showPreparing(QStringLiteral("Préparation"), -1);
        QVERIFY(test::says(window, QStringLiteral("Préparation")));
        QVERIFY(!window.findChild<pages::UnlockPage*>());
        window.showPreparing(QStringLiteral("Préparation"), 0.4);
        QCOMPARE(window.findChild<widgets::ProgressBar*>()->fraction(), 0.4);
        window.open(std::make_shared<test::FakeDoor>());
        QVERIFY(window.patientsPage());
        window.showPreparing(QStringLiteral("Préparation"), 0.5); // late news change nothing
        QCOMPARE(window.currentPage(), window.patientsPage());
    }

    void theLanguageChangesWithoutLosingThePlace() {
        shell::Language language;
        language.use(QStringLiteral("fr"));
        shell::MainWindow window(parts(true));
        connect(&window, &shell::MainWindow::languageChanged, this,
                [&language](const QString& name) { language.use(name); });
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        window.showPreferences();
        test::button(window, QStringLiteral("English"))->click();
        QTRY_COMPARE(shell::Settings::load().language, QStringLiteral("en"));
        QTRY_VERIFY(window.findChild<pages::PreferencesPage*>());
        QVERIFY(window.isOpen());
        language.use(QStringLiteral("fr"));
        QSettings().clear();
    }

    void nothingIsCutAtTwiceTheSize() {
        shell::MainWindow window(parts(true));
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        widgets::Theme::instance().setScalePercent(200);
        window.resize(1440, 900);
        QTest::qWait(100);
        for (const bool preferences : {false, true}) {
            if (preferences)
                window.showPreferences();
            QTest::qWait(50);
            const auto buttons = window.currentPage()->findChildren<QAbstractButton*>();
            for (const QAbstractButton* button : buttons) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->sizeHint().width(),
                             qPrintable(button->text() + button->accessibleName()));
            }
        }
        widgets::Theme::instance().setScalePercent(100);
    }

    void aPreviewCountsAsAReadingAfterASecond() {
        shell::MainWindow window(parts(true));
        window.show();
        auto door = std::make_shared<test::FakeDoor>();
        window.open(door);
        QTRY_COMPARE_WITH_TIMEOUT(door->readings(), 1, 5000);
    }

    void everyControlHasAName() {
        shell::MainWindow window(parts(true));
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        window.showPreferences();
        QTest::qWait(100);
        const auto buttons = window.findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons)
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     button->metaObject()->className());
        const auto edits = window.findChildren<QLineEdit*>();
        for (const QLineEdit* edit : edits)
            QVERIFY(!edit->accessibleName().isEmpty());
    }

    void atTwiceTheSizeThePagesComeBack() {
        shell::MainWindow window(parts(true));
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        widgets::Theme::instance().setScalePercent(200);
        QVERIFY(window.isOpen());
        QVERIFY(window.patientsPage());
        widgets::Theme::instance().setScalePercent(100);
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
