// The import page: progress with rate and time left, stopping, what was refused and why, pairs that
// look like one person.

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/pages/import/import_page.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/states.h"
#include "ui/widgets/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace chevet;
using test::button;
using test::says;

namespace {

struct Page {
    Page()
        : fake(std::make_shared<test::FakeDoor>())
        , door(fake)
        , run(door)
        , page(door, run) {
        page.resize(1440, 828);
        page.show();
    }
    ~Page() { fake->release(); }
    [[nodiscard]] QTreeWidget* list(const QString& name) const {
        const auto trees = page.findChildren<QTreeWidget*>();
        for (QTreeWidget* tree : trees) {
            if (tree->accessibleName() == name)
                return tree;
        }
        return nullptr;
    }
    [[nodiscard]] QTreeWidget* refused() const {
        return list(QStringLiteral("Refusés et remarques"));
    }
    [[nodiscard]] QTreeWidget* pairs() const { return list(QStringLiteral("Doublons probables")); }

    std::shared_ptr<test::FakeDoor> fake;
    viewmodels::AsyncDoor door;
    viewmodels::ImportRun run;
    pages::ImportPage page;
};

} // namespace

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    void progressSaysHowFastAndHowLong() {
        Page import;
        import.fake->hold();
        QVERIFY(!import.page.findChild<widgets::ProgressBar*>()->isVisible());
        import.page.start({QStringLiteral("/lot")});
        QTRY_VERIFY(says(import.page, QStringLiteral("56\u00a0%")));
        for (const char* words :
             {"58\u00a0Mo sur 102\u00a0Mo", "61 patients", "14\u00a0Mo/s", "encore 3\u00a0s"})
            QVERIFY2(says(import.page, QString::fromUtf8(words)), words);
        const auto* bar = import.page.findChild<widgets::ProgressBar*>();
        QVERIFY(bar->isVisible() && bar->fraction() > 0.5);
        QVERIFY(!button(import.page, QStringLiteral("Choisir des fichiers"))->isEnabled());
    }

    void whatWasRefusedSaysWhereAndWhy() {
        Page import;
        import.page.start({QStringLiteral("/lot")});
        QTRY_VERIFY(says(import.page, QStringLiteral("3 éléments refusés")));
        QTreeWidget* list = import.refused();
        QCOMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("sommaire-2019.xml"));
        QVERIFY(list->topLevelItem(0)->text(3).contains(u"JSON"));
        QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("ligne 12"));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(list->topLevelItem(i)->text(2), QStringLiteral("refusé"));
            QVERIFY(!list->topLevelItem(i)->text(3).isEmpty());
        }
        QVERIFY(list->isVisible());
        QVERIFY(button(import.page, QStringLiteral("Choisir des fichiers"))->isEnabled());
    }

    void stoppingLeavesWholeFiles() {
        Page import;
        import.fake->hold();
        import.page.start({QStringLiteral("/lot")});
        auto* stop = button(import.page, QStringLiteral("Arrêter"));
        QVERIFY(stop->isVisible());
        QTRY_VERIFY(says(import.page, QStringLiteral("56\u00a0%")));
        stop->click();
        QTRY_VERIFY(says(import.page, QStringLiteral("aucun n’est à moitié")));
        QVERIFY(import.fake->importWasCancelled());
        QVERIFY(!stop->isVisible());
    }

    void anotherPageShowsTheSameImport() {
        Page import;
        import.fake->hold();
        import.page.start({QStringLiteral("/lot")});
        QTRY_VERIFY(says(import.page, QStringLiteral("56\u00a0%")));
        pages::ImportPage second(import.door, import.run); // after a change of scale
        second.show();
        QVERIFY(says(second, QStringLiteral("56\u00a0%")));
        import.fake->release();
        QTRY_VERIFY(says(second, QStringLiteral("3 éléments refusés")));
        QVERIFY(!import.fake->importWasCancelled());
    }

    void pairsAreShownAndBothOpened() {
        Page import;
        QList<session::PatientKey> opened;
        QObject::connect(&import.page, &pages::ImportPage::openRequested, &import.page,
                         [&](const session::PatientKey& key) { opened += key; });
        QTRY_COMPARE(import.pairs()->topLevelItemCount(), 1);
        QVERIFY(!import.pairs()->isVisible());
        import.page.findChild<widgets::TabStrip*>()->setCurrent(1);
        QVERIFY(import.pairs()->isVisible());
        QCOMPARE(import.pairs()->topLevelItem(0)->text(2),
                 QStringLiteral("Même nom et même naissance"));
        import.pairs()->setCurrentItem(import.pairs()->topLevelItem(0));
        QTest::keyClick(import.pairs(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[1], import.fake->patients().first().key); // on screen at the end
    }

    void unknownReasonsAreShownAsTheyCame() {
        QCOMPARE(pages::duplicateWords(QStringLiteral("same-nam")), QStringLiteral("Même NAM"));
        QCOMPARE(pages::duplicateWords(QStringLiteral("something-new")),
                 QStringLiteral("something-new"));
    }

    void escapeLeaves() {
        Page import;
        QSignalSpy closed(&import.page, &pages::ImportPage::closeRequested);
        QTest::keyClick(&import.page, Qt::Key_Escape);
        button(import.page, QStringLiteral("Fermer"))->click();
        QCOMPARE(closed.count(), 2);
    }

    void droppedFilesAreImported() {
        Page import;
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/lot/a.json"))});
        // As the system sends them: Qt hands a drop only to the widget that took the entering.
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&import.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&import.page, &drop);
        QVERIFY(import.run.isRunning() || import.run.outcome());
        QTRY_VERIFY(import.run.outcome());
    }
};

QTEST_MAIN(TestImport)
#include "test_import.moc"
