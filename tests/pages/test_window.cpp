// The window on a clinic of constants: unlocking, locking, first run, the keyboard, and the promise
// that no name ever reaches the title.

#include "support/fake/fake_door.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/field.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTest>

using namespace chevet;

namespace {

shell::MainWindow::Parts parts(bool vault) {
    return {.entrance = std::make_shared<test::FakeEntrance>(),
            .vaultExists = vault,
            .makeChart = {},
            .openDemo = {}};
}

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
        window.lock();
        QVERIFY(!page);
        QVERIFY(!window.isOpen());
        QTRY_VERIFY(door->isLocked());
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
