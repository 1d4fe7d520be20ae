// The window over a real session on the real demo clinic: unlock, today, search, every section of a
// chart by key, lock. Nothing of a patient is on the screen afterwards, and never in the title.

#include "pages/find.h"
#include "pages/shots/demo_copy.h"
#include "session/demo.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/shell/main_window.h"
#include "ui/viewmodels/session_door.h"
#include "ui/widgets/field.h"

#include <QListView>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace chevet;

class TestRealWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("chevet-tests-real"));
        QSettings().clear();
        widgets::Theme::instance().install();
        QVERIFY(m_demo.make());
    }

    void aDayWithoutAMouse() {
        auto window = openWindow();
        auto* page = window->patientsPage();
        auto* list = page->findChild<QListView*>();
        QTRY_VERIFY(list->model()->rowCount() > 2); // the day's appointments
        QVERIFY(list->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"rendez-vous à"));
        auto* search = page->findChild<widgets::SearchField*>()->edit();
        QTest::keyClicks(search, QStringLiteral("tremblay e"));
        QTRY_VERIFY(list->model()->rowCount() > 0 &&
                    list->model()->index(0, 0).data().toString().startsWith(u"TREMBLAY, Émilie"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(window->currentChart() && !window->currentChart()->patientName().isEmpty());
        auto* chart = qobject_cast<pages::ChartPage*>(window->currentChart());
        QCOMPARE(chart->patientName(), QStringLiteral("TREMBLAY, Émilie"));
        QTRY_VERIFY(chart->page(pages::Section(0))->isVisible());
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
        const Qt::Key digits[] = {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5,
                                  Qt::Key_6, Qt::Key_7, Qt::Key_8, Qt::Key_9, Qt::Key_0};
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(window.get(), digits[i], Qt::AltModifier);
            QTRY_COMPARE(chart->currentSection(), i);
            QVERIFY(chart->page(pages::Section(i))->isVisible());
            QCOMPARE(window->windowTitle(), QStringLiteral("Chevet"));
        }
        QTest::keyClick(window.get(), Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(chart->currentSection(), int(pages::Section::Timeline));
        QTRY_VERIFY(chart->model().toCheck() > 0 &&
                    chart->model().checked() == chart->model().toCheck());
        QCOMPARE(chart->model().refused(), 0);
        QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!window->isOpen());
        QVERIFY(!test::says(*window, QStringLiteral("TREMBLAY")));
        QVERIFY(window->findChildren<pages::ChartPage*>().isEmpty());
    }

    void aChartOpensOnWhatWasImportedAMomentAgo() {
        auto window = openWindow();
        window->showImport(m_demo.mixedLot());
        auto* page = window->findChild<pages::ImportPage*>();
        QTreeWidget *refused = nullptr, *pairs = nullptr;
        const auto trees = page->findChildren<QTreeWidget*>();
        for (QTreeWidget* tree : trees)
            (tree->accessibleName() == QStringLiteral("Doublons probables") ? pairs : refused) =
                tree;
        QTRY_VERIFY_WITH_TIMEOUT(refused->topLevelItemCount() >= 4, 30'000);
        QStringList files;
        for (int i = 0; i < refused->topLevelItemCount(); ++i) {
            files << refused->topLevelItem(i)->text(0);
            QVERIFY(!refused->topLevelItem(i)->text(3).isEmpty());
        }
        for (const char* file : {"sommaire-2019.xml", "bilan-octobre.json", "envoi.zip"})
            QVERIFY2(files.contains(QLatin1String(file)), qPrintable(files.join(u' ')));
        QTRY_COMPARE_WITH_TIMEOUT(pairs->topLevelItemCount(), 1, 10'000); // the two Étienne
        pairs->setCurrentItem(pairs->topLevelItem(0));
        Q_EMIT pairs->itemActivated(pairs->topLevelItem(0), 0);
        QTRY_VERIFY(window->currentChart() &&
                    window->currentChart()->patientName() == QStringLiteral("TREMBLAY, Étienne"));
        QCOMPARE(window->findChildren<pages::ChartPage*>().size(), 2);
    }

    void wrongThenRightPassphrase() {
        shell::MainWindow window(parts(m_demo.fresh()));
        window.show();
        auto* field = window.findChild<widgets::PassphraseField*>();
        QTRY_COMPARE(window.findChild<QListView*>()->model()->rowCount(), 3);
        field->setText(QStringLiteral("pas la bonne du tout"));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        QTRY_VERIFY(field->edit()->isEnabled() && !window.isOpen());
        field->setText(QLatin1String(session::demoPassphrase));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        QTRY_VERIFY(window.isOpen());
    }

    void sleepWaitsForTheRealWipe() {
        auto window = openWindow();
        bool ready = false;
        window->lockThen([&ready] { ready = true; });
        QTRY_VERIFY(ready);
        // Nobody holds the vault any more: its lock is free for the next opening.
        const auto entrance = viewmodels::sessionEntrance(m_demo.environment(), m_vault);
        QVERIFY(entrance->open(QStringView(session::demoUserName).toString(),
                               tests::TestClinic::words(session::demoPassphrase)));
    }

private:
    shell::MainWindow::Parts parts(const QString& vault) {
        m_vault = vault;
        return {.entrance = viewmodels::sessionEntrance(m_demo.environment(), vault),
                .vaultExists = true,
                .makeChart = [](viewmodels::AsyncDoor& door, const session::PatientKey& key)
                    -> pages::ChartView* { return new pages::ChartPage(door, key); },
                .openDemo = {},
                .hint = {}};
    }
    std::unique_ptr<shell::MainWindow> openWindow() {
        auto window = std::make_unique<shell::MainWindow>(parts(m_demo.fresh()));
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
        auto* field = window->findChild<widgets::PassphraseField*>();
        (void)QTest::qWaitFor(
            [&] { return window->findChild<QListView*>()->model()->rowCount() == 3; }, 10'000);
        field->setText(QLatin1String(session::demoPassphrase));
        QTest::keyClick(field->edit(), Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return window->isOpen(); }, 30'000))
            qFatal("the demo clinic does not open");
        return window;
    }

    test::DemoCopy m_demo;
    QString m_vault;
};

QTEST_MAIN(TestRealWindow)
#include "test_real_window.moc"
