// The palette (Ctrl+K) and the list of shortcuts (F1).

#include "pages/find.h"
#include "support/fake/fake_door.h"
#include "ui/dialogs/palette_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using dialogs::PaletteDialog;

namespace {

struct Palette {
    Palette()
        : door(std::make_shared<test::FakeDoor>())
        , dialog(
              door,
              {{QStringLiteral("Médicaments"), QStringLiteral("Section"), [this] { ++sections; }},
               {QStringLiteral("Verrouiller"), QStringLiteral("Ctrl+L"), [this] { ++locks; }}},
              nullptr)
        , list(dialog.findChild<QListWidget*>())
        , search(dialog.findChild<QLineEdit*>()) {
        dialog.show();
    }
    [[nodiscard]] QString row(int index) const {
        return list->item(index)->data(Qt::AccessibleTextRole).toString();
    }
    int sections = 0, locks = 0;
    viewmodels::AsyncDoor door;
    PaletteDialog dialog;
    QListWidget* list;
    QLineEdit* search;
};

} // namespace

class TestDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    void everythingIsListedBeforeOneTypes() {
        Palette palette;
        QCOMPARE(palette.list->count(), 2);
        QCOMPARE(palette.row(0), QStringLiteral("Médicaments, Section"));
        QCOMPARE(palette.dialog.windowTitle(), QStringLiteral("Chevet"));
    }

    void patientsComeFirstThenSectionsWithoutAccents() {
        Palette palette;
        palette.search->setText(QStringLiteral("medic"));
        QTRY_COMPARE(palette.list->count(), 1);
        QCOMPARE(palette.row(0), QStringLiteral("Médicaments, Section"));
        palette.search->setText(QStringLiteral("tremb"));
        QTRY_COMPARE(palette.list->count(), 8);
        QVERIFY(palette.row(0).startsWith(u"TREMBLAY, Émilie"));
        QVERIFY(palette.row(0).contains(u"2004-12-19"));
        palette.search->clear();
        QCOMPARE(palette.list->count(), 2); // at once, and no late answer brings names back
        QTest::qWait(50);
        QCOMPARE(palette.list->count(), 2);
    }

    void enterActsAndCloses() {
        Palette palette;
        QTest::keyClick(palette.search, Qt::Key_Down);
        QTest::keyClick(palette.search, Qt::Key_Down); // stays at the end
        QTest::keyClick(palette.search, Qt::Key_Return);
        QCOMPARE(palette.locks, 1);
        QCOMPARE(palette.sections, 0);
        QVERIFY(!palette.dialog.isVisible());
    }

    void aPatientIsChosenByKey() {
        Palette palette;
        QSignalSpy chosen(&palette.dialog, &PaletteDialog::patientChosen);
        palette.search->setText(QStringLiteral("tremb"));
        QTRY_COMPARE(palette.list->count(), 8);
        QTest::keyClick(palette.search, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
    }

    void nothingFoundDoesNothing() {
        Palette palette;
        palette.search->setText(QStringLiteral("zzz"));
        QTRY_COMPARE(palette.list->count(), 0);
        QTest::keyClick(palette.search, Qt::Key_Return);
        QTest::keyClick(palette.search, Qt::Key_Up);
        QVERIFY(palette.dialog.isVisible());
        QTest::keyClick(palette.search, Qt::Key_Escape); // clears
        QTest::keyClick(palette.search, Qt::Key_Escape); // closes
        QVERIFY(!palette.dialog.isVisible());
    }

    void everyShortcutIsListedWithItsWords() {
        dialogs::ShortcutsDialog dialog(
            {{QStringLiteral("Ctrl+L"), QStringLiteral("Verrouiller")},
             {QStringLiteral("F1"), QStringLiteral("Tous les raccourcis")},
             {QStringLiteral("Ctrl+H"), QStringLiteral("Chronologie")}},
            nullptr);
        dialog.show();
        const auto caps = dialog.findChildren<widgets::KeyCap*>();
        QCOMPARE(caps.size(), 3);
        for (const char* words : {"Verrouiller", "Tous les raccourcis", "Chronologie"})
            QVERIFY(test::says(dialog, QString::fromUtf8(words)));
        test::button(dialog, QStringLiteral("Fermer"))->click();
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestDialogs)
#include "test_dialogs.moc"
