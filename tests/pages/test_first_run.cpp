// The first run: one decision a step, each with its reason to wait; the kit printed and read back;
// what is prepared is erased by leaving and kept through a change of scale.

#include "pages/find.h"
#include "pages/shots/kit_watch.h"
#include "support/fake/fake_door.h"
#include "ui/pages/firstrun/first_run_page.h"
#include "ui/pages/firstrun/kit_sheet.h"
#include "ui/pages/firstrun/kit_step.h"
#include "ui/pages/firstrun/step_list.h"
#include "ui/widgets/theme.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace chevet;
using pages::FirstRunPage;
using test::button;
using test::field;
using test::says;

namespace {

struct Wizard {
    Wizard() {
        auto behind = std::make_unique<test::FakeEntrance>();
        fake = behind.get();
        watch = std::make_shared<test::KitWatch>(std::move(behind));
        page = std::make_unique<FirstRunPage>(watch, true);
        page->resize(1440, 860);
        page->show();
    }
    void put(const QString& name, const QString& words) { field(*page, name)->setText(words); }
    void toProfessional() {
        put(QStringLiteral("Nom de la clinique"), QStringLiteral("GMF des Essais"));
        page->next();
        put(QStringLiteral("Nom de ce poste"), QStringLiteral("CONSULT-1"));
        QTRY_VERIFY(forward()->isEnabled());
        page->next();
        QCOMPARE(page->step(), FirstRunPage::Professional);
    }
    void toKit() {
        toProfessional();
        put(QStringLiteral("Nom, avec son titre"), QStringLiteral("Dre Maude Lachance"));
        put(QStringLiteral("Phrase de passe"), QStringLiteral("quatre mots sans lien"));
        put(QStringLiteral("La même, encore une fois"), QStringLiteral("quatre mots sans lien"));
        page->next();
        QCOMPARE(page->step(), FirstRunPage::Kit);
        QTRY_VERIFY(kit()->isReady());
    }
    [[nodiscard]] pages::KitStep* kit() const { return page->findChild<pages::KitStep*>(); }
    [[nodiscard]] QAbstractButton* forward() const {
        for (const char* words : {"Continuer", "Créer le coffre", "Ouvrir la clinique"}) {
            if (auto* found = button(*page, QString::fromUtf8(words)))
                return found;
        }
        return nullptr;
    }
    void retype() {
        QVERIFY(kit()->saveTo(drive.filePath(QStringLiteral("trousse.pdf"))));
        const auto asked = watch->retype(*kit());
        QCOMPARE(asked.size(), 2);
        for (int i = 0; i < 2; ++i)
            asked[i]->setText(watch->answers()[i].toLower());
    }

    QTemporaryDir drive;
    test::FakeEntrance* fake = nullptr;
    std::shared_ptr<test::KitWatch> watch;
    std::unique_ptr<FirstRunPage> page;
};

} // namespace

class TestFirstRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        qRegisterMetaType<std::shared_ptr<viewmodels::VaultDoor>>();
        widgets::Theme::instance().install();
    }

    void eachStepSaysWhatItWaitsFor() {
        Wizard wizard;
        QVERIFY(!wizard.forward()->isEnabled());
        QCOMPARE(wizard.forward()->toolTip(), QStringLiteral("Nommer la clinique"));
        wizard.page->next(); // not by key either
        QCOMPARE(wizard.page->step(), FirstRunPage::Clinic);
        wizard.toProfessional();
        wizard.put(QStringLiteral("Nom, avec son titre"), QStringLiteral("Dre Lachance"));
        wizard.put(QStringLiteral("Phrase de passe"), QStringLiteral("courte"));
        QVERIFY(wizard.forward()->toolTip().contains(u"12"));
        wizard.put(QStringLiteral("Phrase de passe"), QStringLiteral("quatre mots sans lien"));
        wizard.put(QStringLiteral("La même, encore une fois"), QStringLiteral("quatre mots sans"));
        QVERIFY(!wizard.forward()->isEnabled());
        wizard.put(QStringLiteral("La même, encore une fois"),
                   QStringLiteral("quatre mots sans lien"));
        QVERIFY(wizard.forward()->isEnabled());
    }

    void theStepsTellWhatWasChosen() {
        Wizard wizard;
        wizard.toKit();
        const auto* steps = wizard.page->findChild<pages::StepList*>();
        QVERIFY(says(*steps, QStringLiteral("GMF des Essais")));
        QVERIFY(says(*steps, QStringLiteral("CONSULT-1, chiffrement mesuré")));
        QVERIFY(says(*steps, QStringLiteral("Dre Maude Lachance, responsable")));
    }

    void thePassphraseIsNotKeptInItsFields() {
        Wizard wizard;
        wizard.toKit();
        QVERIFY(field(*wizard.page, QStringLiteral("Phrase de passe"))->text().isEmpty());
        QVERIFY(field(*wizard.page, QStringLiteral("La même, encore une fois"))->text().isEmpty());
    }

    void theKitIsPrintedAndReadBack() {
        Wizard wizard;
        wizard.toKit();
        QSignalSpy opened(wizard.page.get(), &FirstRunPage::opened);
        QVERIFY(wizard.kit()->reasonToWait().contains(u"Imprimer"));
        const auto asked = wizard.watch->retype(*wizard.kit());
        asked[0]->setText(wizard.watch->answers()[0]);
        asked[1]->setText(wizard.watch->answers()[1]);
        QVERIFY(!wizard.forward()->isEnabled()); // read where? nothing was printed
        QVERIFY(!wizard.kit()->saveTo(QStringLiteral("/nowhere/at/all.pdf")));
        QVERIFY(!wizard.forward()->isEnabled());
        wizard.retype();
        QVERIFY(wizard.kit()->reasonToWait().isEmpty());
        QVERIFY(says(*wizard.kit(), QStringLiteral("enregistrée en PDF")));
        wizard.page->next();
        QTRY_COMPARE(wizard.page->step(), FirstRunPage::Ready);
        QVERIFY(says(*wizard.page, QStringLiteral("relue le")));
        QVERIFY(!wizard.kit()->isReady()); // shown once
        wizard.page->next();
        QCOMPARE(opened.count(), 1);
        QVERIFY(!wizard.page->takeDoor());
    }

    void aWrongGroupIsNamedWithoutTheRightOne() {
        Wizard wizard;
        wizard.toKit();
        const auto asked = wizard.watch->retype(*wizard.kit());
        asked[0]->setText(QStringLiteral("ZZ"));
        QVERIFY(says(*wizard.kit(), QStringLiteral("2 signes de plus")));
        asked[0]->setText(QStringLiteral("ZZZZ"));
        QVERIFY(says(*wizard.kit(), QStringLiteral("ne correspond pas à la feuille")));
        QVERIFY(!says(*wizard.kit(), wizard.watch->answers()[0]));
        asked[0]->setText(wizard.watch->answers()[0]);
        QVERIFY(says(*wizard.kit(), QStringLiteral("exact")));
        QVERIFY(!says(*wizard.kit(), QStringLiteral("ne correspond pas à la feuille")));
    }

    void theSheetOnPaperHasEveryGroup() {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed");
        Wizard wizard;
        wizard.toKit();
        const QString file = wizard.drive.filePath(QStringLiteral("trousse.pdf"));
        QVERIFY(wizard.kit()->saveTo(file));
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"),
                     {QStringLiteral("-raw"), file, QStringLiteral("-")});
        QVERIFY(reader.waitForFinished());
        QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY(text.contains(u"GMF des Essais"));
        text.remove(QRegularExpression(QStringLiteral("\\s"))); // the signs are set wide apart
        for (int line = 0; line < 4; ++line) {
            for (int group = 0; group < 4; ++group)
                QVERIFY2(text.contains(wizard.watch->sheet()->group(line, group)),
                         qPrintable(text));
            QVERIFY(text.contains(wizard.watch->sheet()->check(line)));
        }
    }

    void theMaskedGroupsAreNotOnTheScreen() {
        Wizard wizard;
        wizard.toKit();
        auto* sheet = wizard.kit()->findChild<pages::KitSheet*>();
        const QImage masked = sheet->grab().toImage();
        sheet->setMasked({});
        const QImage other = sheet->grab().toImage();
        QVERIFY(masked != other);
    }

    void leavingErasesWhatWasPrepared() {
        Wizard wizard;
        wizard.toKit();
        QVERIFY(wizard.fake->isPrepared());
        wizard.page->previous();
        QTRY_VERIFY(!wizard.fake->isPrepared());
        QCOMPARE(wizard.page->step(), FirstRunPage::Professional);
        QVERIFY(!wizard.kit()->isReady());
        Wizard other;
        other.toKit();
        other.page.reset(); // the window closes
        QTRY_VERIFY(!other.fake->isPrepared());
    }

    void anotherScaleKeepsThePlace() {
        Wizard wizard;
        wizard.toKit();
        const QString asked = wizard.watch->retype(*wizard.kit())[0]->accessibleName();
        wizard.watch->retype(*wizard.kit())[0]->setText(QStringLiteral("AB"));
        FirstRunPage fresh(wizard.watch, true);
        fresh.takeOver(*wizard.page);
        wizard.page.reset();
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(wizard.fake->isPrepared());
        QCOMPARE(fresh.step(), FirstRunPage::Kit);
        auto* kit = fresh.findChild<pages::KitStep*>();
        QVERIFY(kit->isReady());
        const auto fields = wizard.watch->retype(*kit);
        QCOMPARE(fields[0]->accessibleName(), asked); // the same groups, or the paper is wrong
        QCOMPARE(fields[0]->text(), QStringLiteral("AB"));
    }

    void anotherWayInIsAlwaysThere() {
        Wizard wizard;
        QSignalSpy demo(wizard.page.get(), &FirstRunPage::demoRequested);
        button(*wizard.page, QStringLiteral("Clinique de démonstration"))->click();
        QCOMPARE(demo.count(), 1);
        button(*wizard.page, QStringLiteral("Rejoindre une clinique"))->click();
        QVERIFY(says(*wizard.page, QStringLiteral("vient avec la synchronisation")));
        QCOMPARE(wizard.page->step(), FirstRunPage::Clinic);
    }

    void escapeQuits() {
        Wizard wizard;
        QSignalSpy quit(wizard.page.get(), &FirstRunPage::quitRequested);
        QTest::keyClick(wizard.page.get(), Qt::Key_Escape);
        QCOMPARE(quit.count(), 1);
    }

    void aNarrowWindowGivesTheStepsAway() {
        Wizard wizard;
        wizard.toKit();
        auto* steps = wizard.page->findChild<pages::StepList*>();
        auto* sheet = wizard.kit()->findChild<pages::KitSheet*>();
        auto* print = button(*wizard.page, QStringLiteral("Imprimer"));
        const auto beside = [&] {
            return print->mapTo(wizard.page.get(), QPoint()).x() >
                   sheet->mapTo(wizard.page.get(), QPoint(sheet->width(), 0)).x();
        };
        QVERIFY(steps->isVisible() && beside());
        wizard.page->resize(1000, 700);
        QTRY_VERIFY(!beside());
        QVERIFY(steps->isVisible());
        wizard.page->resize(800, 700);
        QTRY_VERIFY(!steps->isVisible());
    }
};

QTEST_MAIN(TestFirstRun)
#include "test_first_run.moc"
