// Choosing a language: the English is found by the classes that ask for it, and goes again.

#include "support/fake/fake_door.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/viewmodels/chart_words.h"
#include "ui/viewmodels/words.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace chevet;

namespace {

QString said(const QString& words) {
    return QString(words).replace(QChar(0xA0), u' ');
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("chevet-tests"));
        QSettings().clear();
        widgets::Theme::instance().install();
    }

    void englishIsFoundByWhoAsks() {
        shell::Language language;
        language.use(QStringLiteral("en"));
        QCOMPARE(shell::MainWindow::tr("Préférences"), QStringLiteral("Preferences"));
        QCOMPARE(pages::PatientsPage::tr("Tous"), QStringLiteral("All"));
        QCOMPARE(pages::ChartPage::tr("Sommaire"), QStringLiteral("Summary"));
        QCOMPARE(pages::ChartPage::tr("%n allergie(s)", nullptr, 1), QStringLiteral("1 allergy"));
        QCOMPARE(pages::ChartPage::tr("%n allergie(s)", nullptr, 2), QStringLiteral("2 allergies"));
        QCOMPARE(viewmodels::words::ChartWords::tr("Posologie"), QStringLiteral("Directions"));
        QCOMPARE(viewmodels::pageLanguage(), record::Language::English);
        QCOMPARE(viewmodels::count(1284), QStringLiteral("1,284"));
        QCOMPARE(said(viewmodels::bytesWords(2'400'000)), QStringLiteral("2.4 MB"));
    }

    void frenchComesBack() {
        shell::Language language;
        language.use(QStringLiteral("en"));
        language.use(QStringLiteral("fr"));
        QCOMPARE(shell::MainWindow::tr("Préférences"), QStringLiteral("Préférences"));
        QCOMPARE(viewmodels::pageLanguage(), record::Language::French);
        QCOMPARE(said(viewmodels::bytesWords(2'400'000)), QStringLiteral("2,4 Mo"));
    }

    void anOpenWindowFollows() {
        shell::Language language;
        language.use(QStringLiteral("fr"));
        shell::MainWindow window({.entrance = std::make_shared<test::FakeEntrance>(),
                                  .vaultExists = true,
                                  .makeChart = {},
                                  .openDemo = {},
                                  .hint = {}});
        window.show();
        window.open(std::make_shared<test::FakeDoor>());
        const auto says = [&](const QString& name) {
            for (const QWidget* child : window.findChildren<QWidget*>())
                if (child->isVisible() && child->accessibleName().contains(name))
                    return true;
            return false;
        };
        QTRY_VERIFY(says(QStringLiteral("Verrouiller")));
        language.use(QStringLiteral("en"));
        QTRY_VERIFY(says(QStringLiteral("Lock")));
        QVERIFY(!says(QStringLiteral("Verrouiller")));
    }
};

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
