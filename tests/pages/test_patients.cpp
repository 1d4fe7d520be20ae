// The patients page: the day first, then what one types; keys move the list while the field keeps
// the keyboard; the preview is a reading only after it stood for a moment.

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/pages/patients/patient_delegate.h"
#include "ui/pages/patients/patients_page.h"
#include "ui/pages/patients/preview_pane.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/theme.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using test::button;
using test::says;

namespace {

struct Page {
    explicit Page(bool empty = false)
        : fake(std::make_shared<test::FakeDoor>())
        , door((empty ? fake->setPatients({}) : void(), fake))
        , page(door)
        , list(page.findChild<QListView*>())
        , search(page.findChild<widgets::SearchField*>()->edit()) {
        page.resize(1440, 828);
        page.show();
    }
    [[nodiscard]] QString row(int index) const {
        return list->model()->index(index, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] int rows() const { return list->model()->rowCount(); }
    [[nodiscard]] QString chosen() const {
        return list->currentIndex().data(Qt::AccessibleTextRole).toString();
    }

    std::shared_ptr<test::FakeDoor> fake;
    viewmodels::AsyncDoor door;
    pages::PatientsPage page;
    QListView* list;
    QLineEdit* search;
};

} // namespace

class TestPatients : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    void theDayIsShownBeforeOneTypes() {
        Page patients;
        QTRY_COMPARE(patients.rows(), 4 + 1 + 1); // visits, a heading, recent contacts
        QVERIFY2(patients.row(0).contains(u"rendez-vous à 09\u00a0h\u00a030"),
                 qPrintable(patients.row(0)));
        QVERIFY(patients.row(0).contains(u"Suivi"));
        QCOMPARE(patients.row(4), QStringLiteral("Contacts récents, 1"));
        QVERIFY(!(patients.list->model()->index(4, 0).flags() & Qt::ItemIsSelectable));
        QVERIFY(patients.chosen().startsWith(u"TREMBLAY, Émilie"));
    }

    void typingFindsAndClearingComesBack() {
        Page patients;
        QTRY_COMPARE(patients.rows(), 6);
        auto* segments = patients.page.findChild<widgets::Segmented*>();
        QCOMPARE(segments->current(), 1);
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 11); // eight found, a heading, two that sound alike
        QVERIFY(patients.row(8).startsWith(u"Prononciation proche"));
        QCOMPARE(segments->current(), 0);
        QVERIFY(says(patients.page, QStringLiteral("8 résultats en 9")));
        QTest::keyClick(patients.search, Qt::Key_Escape);
        QTRY_COMPARE(patients.rows(), 6);
        QCOMPARE(segments->current(), 1);
    }

    void anotherListTakesThePlaceOfTheSearch() {
        Page patients;
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 11);
        button(patients.page, QStringLiteral("Contacts récents"))->click();
        QTRY_COMPARE(patients.rows(), 3);
        QVERIFY(patients.search->text().isEmpty());
        button(patients.page, QStringLiteral("Tous 4\u202f812"))->click();
        QTRY_COMPARE(patients.rows(), 10);
    }

    void theKeysMoveTheListPastHeadings() {
        Page patients;
        QList<session::PatientKey> opened;
        QObject::connect(&patients.page, &pages::PatientsPage::openRequested, &patients.page,
                         [&](const session::PatientKey& key) { opened += key; });
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 11);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(patients.search, Qt::Key_Down);
        QVERIFY2(patients.chosen().startsWith(u"TRAMBLAY"), qPrintable(patients.chosen()));
        QTest::keyClick(patients.search, Qt::Key_Up);
        QVERIFY(patients.chosen().startsWith(u"TREMBLAY, Marie-Élaine"));
        QTest::keyClick(patients.search, Qt::Key_PageUp);
        QVERIFY(patients.chosen().startsWith(u"TREMBLAY, Émilie"));
        QTest::keyClick(patients.search, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0], patients.fake->patients().first().key);
    }

    void nobodyFoundSaysSo() {
        Page patients;
        patients.page.setSearch(QStringLiteral("zzz"));
        QTRY_VERIFY(says(patients.page, QStringLiteral("Aucun patient pour «\u00a0zzz\u00a0»")));
        QVERIFY(!patients.list->isVisible());
        QVERIFY(says(patients.page, QStringLiteral("Aucun patient choisi")));
        QVERIFY(!button(patients.page, QStringLiteral("Ouvrir le dossier"))->isEnabled());
    }

    void aNamesakeIsSaidInTheList() {
        Page patients;
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 11);
        QVERIFY(patients.row(0).contains(u"homonyme"));
        QVERIFY(!patients.row(2).contains(u"homonyme"));
        QVERIFY(patients.row(0).contains(u"NAM TREE"));
    }

    void thePreviewFollowsAndIsAReadingAfterAMoment() {
        Page patients;
        QTRY_VERIFY(says(patients.page, QStringLiteral("Warfarine")));
        QVERIFY(says(patients.page, QStringLiteral("Pénicillines")));
        QVERIFY(says(patients.page, QStringLiteral("Aliments\u00a0: aucune connue")));
        QVERIFY(says(patients.page, QStringLiteral("non documenté")));
        QTRY_COMPARE_WITH_TIMEOUT(patients.fake->readings(), 1, 10'000);
        QTest::qWait(50);
        QCOMPARE(patients.fake->readings(), 1); // once
    }

    void passingOverSomebodyIsNoReading() {
        Page patients;
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 11);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(patients.search, Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(patients.fake->readings(), 1, 10'000); // the one it rests on
    }

    void aRestrictedChartIsNotPreviewed() {
        Page patients;
        auto rows = patients.fake->patients();
        rows[0].restricted = true;
        patients.fake->setPatients({rows[0]});
        patients.page.setSearch(QStringLiteral("tremb"));
        QTRY_COMPARE(patients.rows(), 1);
        QTRY_VERIFY(says(patients.page, QStringLiteral("Accès restreint à la demande du patient")));
        QTest::qWait(200);
        QVERIFY(!says(patients.page, QStringLiteral("Warfarine")));
    }

    void columnsGiveWayFromTheRight() {
        const auto wide = pages::PatientColumns::of(1008, 0, 52);
        QVERIFY(!wide.fresh.isNull() && !wide.contact.isNull());
        QVERIFY(wide.name.right() < wide.nam.left() && wide.nam.right() < wide.birth.left());
        const auto narrow = pages::PatientColumns::of(600, 0, 52);
        QVERIFY(narrow.fresh.isNull() && narrow.contact.isNull());
        QVERIFY(narrow.name.width() >= 60 && !narrow.nam.isNull());
    }

    void aNarrowPageIsTheListAlone() {
        Page patients;
        auto* preview = patients.page.findChild<pages::PreviewPane*>();
        QVERIFY(preview->isVisible());
        patients.page.setMinimumSize(1, 1); // as inside the window, whose least size is its own
        patients.page.resize(960, 700);
        QTRY_VERIFY(!preview->isVisible());
    }

    void everyStateIsPainted() {
        Page patients;
        patients.page.setSearch(QStringLiteral("tremb é"));
        QTRY_COMPARE(patients.rows(), 11);
        bool marked = false;
        const QImage image = patients.list->grab().toImage();
        for (int y = 0; y < image.height() && !marked; ++y) {
            for (int x = 0; x < image.width() && !marked; ++x)
                marked = image.pixelColor(x, y) == widgets::color(widgets::Tone::Mark);
        }
        QVERIFY(marked);
    }
};

QTEST_MAIN(TestPatients)
#include "test_patients.moc"
