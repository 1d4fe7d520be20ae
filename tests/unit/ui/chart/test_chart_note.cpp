// A note typed without a mouse: kept two seconds after the last key and when the vault closes,
// signed once, and never lost when either fails. The register in words.

#include "support/fake/fake_door.h"
#include "ui/pages/chart/note_page.h"
#include "ui/viewmodels/chart_acts.h"
#include "ui/viewmodels/note_draft.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_area.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using viewmodels::NoteDraftModel;
using State = NoteDraftModel::State;

namespace {

struct Desk {
    std::shared_ptr<test::FakeDoor> fake = std::make_shared<test::FakeDoor>();
    viewmodels::AsyncDoor door{fake};
    session::PatientKey patient = fake->patients().first().key;
    viewmodels::ChartModel model{door, patient};
    pages::NotePage page{model};

    Desk() {
        page.resize(1200, 800);
        page.show();
        page.begin();
    }
    [[nodiscard]] QList<widgets::TextArea*> areas() const {
        return page.findChildren<widgets::TextArea*>();
    }
};

} // namespace

class TestChartNote : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedIsKeptAfterAPause() {
        const Desk desk;
        QCOMPARE(desk.areas().size(), 5);
        QTest::keyClicks(desk.areas().first(), QStringLiteral("toux"));
        QVERIFY(desk.page.draft()->state() == State::Typing);
        QVERIFY(desk.fake->savedDrafts().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(desk.page.draft()->state() == State::Kept, 10'000);
        QCOMPARE(desk.fake->savedDrafts().size(), 1);
        QCOMPARE(desk.fake->savedDrafts().first().sections.first().text, QStringLiteral("toux"));
        QCOMPARE(desk.fake->savedDrafts().first().sections.first().kind, QStringLiteral("reason"));
    }

    void closingTheVaultKeepsTheLastKeys() {
        Desk desk;
        QTest::keyClicks(desk.areas().at(4), QStringLiteral("repos"));
        bool wiped = false;
        desk.door.close([&] { wiped = true; });
        QTRY_VERIFY_WITH_TIMEOUT(wiped, 10'000);
        QCOMPARE(desk.fake->savedDrafts().size(), 1);
        QCOMPARE(desk.fake->savedDrafts().first().sections.first().text, QStringLiteral("repos"));
    }

    void keysAloneWriteAndSign() {
        Desk desk;
        QSignalSpy finished(&desk.page, &pages::NotePage::finished);
        const auto areas = desk.areas();
        areas.first()->setFocus();
        QTest::keyClicks(areas.first(), QStringLiteral("toux"));
        QTest::keyClick(areas.first(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(desk.page.focusWidget(), areas.at(1));
        QTest::keyClicks(areas.at(1), QStringLiteral("depuis 3 jours"));
        QTest::keyClick(areas.at(1), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toString(), QStringLiteral("Composition/n1"));
        QCOMPARE(desk.fake->notes().size(), 1);
        QCOMPARE(desk.fake->notes().first().sections.size(), 2); // empty ones are absent
        QVERIFY(!desk.page.isWriting());
        QTRY_VERIFY(desk.fake->savedDrafts().isEmpty());
    }

    void aFailedSignatureLosesNothing() {
        Desk desk;
        desk.fake->failWriting(base::ErrorCode::DiskFull);
        QTest::keyClicks(desk.areas().first(), QStringLiteral("toux"));
        desk.page.draft()->sign();
        QTRY_VERIFY(desk.page.draft()->state() == State::NotKept);
        QVERIFY(!desk.page.draft()->failure().what.isEmpty());
        QCOMPARE(desk.areas().first()->toPlainText(), QStringLiteral("toux"));
        QTRY_VERIFY(!desk.areas().first()->isReadOnly());
        desk.fake->failWriting(std::nullopt);
        desk.page.draft()->sign();
        QTRY_VERIFY(desk.page.draft()->state() == State::Signed);
        QCOMPARE(desk.fake->notes().size(), 1);
    }

    void nothingIsSignedOfNothing() {
        const Desk desk;
        desk.areas().first()->setPlainText(QStringLiteral("  \n"));
        desk.page.draft()->sign();
        QTest::qWait(50);
        QVERIFY(desk.fake->notes().isEmpty());
        QVERIFY(desk.page.draft()->state() != State::Signing);
    }

    void aDraftIsResumedWhereItWasLeft() {
        Desk desk;
        session::NoteDraft draft{
            .id = desk.patient, .patient = desk.patient, .author = desk.patient};
        draft.sections = {{QStringLiteral("plan"), {}, QStringLiteral("repos")},
                          {{}, QStringLiteral("Autre"), QStringLiteral("texte libre")}};
        desk.page.resume(draft);
        const auto& parts = desk.page.draft()->parts();
        QCOMPARE(parts.size(), 6);
        QCOMPARE(parts.at(4).text, QStringLiteral("repos"));
        QCOMPARE(parts.at(5).text, QStringLiteral("texte libre"));
    }

    void theRegisterSpeaksInWords() {
        session::ActLine line{
            .act = QStringLiteral("written"),
            .resources = {QStringLiteral("Observation/a"), QStringLiteral("Observation/b"),
                          QStringLiteral("MedicationRequest/c"), QStringLiteral("Slot/d")},
            .provenance = {}};
        line.provenance.author = QStringLiteral("Dre Maude Lachance");
        line.provenance.role = QStringLiteral("medecin");
        line.provenance.signature = session::SignatureState::Verified;
        line.provenance.at = QDateTime({2026, 11, 20}, {14, 0}, Qt::UTC);
        session::ActLine forged = line;
        forged.act = QStringLiteral("something-newer");
        forged.resources.clear();
        forged.provenance.signature = session::SignatureState::Invalid;
        forged.provenance.at = QDateTime({2020, 1, 1}, {8, 0}, Qt::UTC);
        const auto view =
            viewmodels::actsOf({line, forged}, QDateTime({2026, 11, 26}, {9, 0}, Qt::UTC));
        QCOMPARE(view.lines.size(), 2);
        QCOMPARE(view.lines[0].scope, QStringLiteral("2 résultats, 1 médicament, 1 autre élément"));
        QVERIFY(view.lines[0].kind == viewmodels::ActView::Kind::Change);
        QCOMPARE(view.verified, 1);
        QCOMPARE(view.refused, 1);
        QCOMPARE(view.recent, 1); // the other is older than a year
        QCOMPARE(view.persons.size(), 1);
        QVERIFY(!view.lines[1].what.isEmpty()); // not understood is not left out
    }
};

QTEST_MAIN(TestChartNote)
#include "test_chart_note.moc"
