// A chart on screen behind its door: what is verified, what is refused, what happens when reading
// fails.

#include "ui/pages/chart/analyte_dialog.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/chart/detail_panel.h"
#include "ui/viewmodels/chart_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/states.h"
#include "ui/widgets/theme.h"
#include "unit/ui/chart/chart_door.h"

#include <QComboBox>
#include <QTest>

using namespace chevet;
using session::SignatureState;
using tests::ChartDoor;
using viewmodels::ChartModel;
using viewmodels::Sign;

namespace {

const QString med = QStringLiteral("MedicationRequest/m");

struct Opened {
    explicit Opened(std::shared_ptr<ChartDoor> given)
        : door(std::move(given))
        , async(door) {}
    std::shared_ptr<ChartDoor> door;
    viewmodels::AsyncDoor async;
};

std::shared_ptr<ChartDoor> withWarfarin() {
    auto door = std::make_shared<ChartDoor>();
    door->maker.add(ChartDoor::medication("5"));
    return door;
}

QStringList allWords(const QWidget& widget) {
    QStringList words;
    for (const auto* list : widget.findChildren<widgets::RowList*>()) {
        for (int i = 0; i < list->rows().rowCount(); ++i)
            words << list->rows().data(list->rows().index(i), Qt::AccessibleTextRole).toString();
    }
    return words;
}

widgets::Card* alarmOf(QWidget& panel) {
    for (auto* card : panel.findChildren<widgets::Card*>())
        if (!card->isHidden())
            return card;
    return nullptr;
}

} // namespace

class TestChartModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    void nothingIsVerifiedBeforeItsAnswerCame() {
        Opened opened(withWarfarin());
        ChartModel model(opened.async, ChartDoor::key());
        QCOMPARE(model.sign(med), Sign::Unchecked);
        model.load();
        QTRY_COMPARE(model.state(), ChartModel::State::Ready);
        QTRY_COMPARE(model.sign(med), Sign::Verified);
        QCOMPARE(model.checked(), model.toCheck());
        QCOMPARE(model.signer(med), QStringLiteral("Dre\u00A0M.\u00A0Lachance"));
    }

    void aBadSignatureIsCountedAsRefused() {
        auto door = withWarfarin();
        door->signatures.insert(med, SignatureState::Invalid);
        Opened opened(door);
        ChartModel model(opened.async, ChartDoor::key());
        model.load();
        QTRY_COMPARE(model.sign(med), Sign::Invalid);
        QCOMPARE(model.refused(), 1);
        QCOMPARE(model.checked(), 0);
    }

    void provenanceIsInWords() {
        Opened opened(withWarfarin());
        ChartModel model(opened.async, ChartDoor::key());
        model.load();
        QTRY_COMPARE(model.state(), ChartModel::State::Ready);
        model.askProvenance(med);
        QTRY_VERIFY(model.provenance(med));
        QStringList values;
        for (const auto& field : model.provenance(med)->fields)
            values << field.value;
        for (const QString& expected :
             {QStringLiteral("Dre Maude Lachance"), QStringLiteral("CONSULT-3"),
              QStringLiteral("2025-09-02, 16\u00A0h\u00A048"), QStringLiteral("lot.json")})
            QVERIFY2(values.contains(expected), qPrintable(expected));
    }

    void versionsSayWhatChanged() {
        const auto versions =
            viewmodels::versionsOf(med,
                                   {ChartDoor::version(2, "5", true, SignatureState::Verified),
                                    ChartDoor::version(1, "6", false, SignatureState::Verified)},
                                   false);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.first().number, 2); // newest first, whatever order they came in
        QVERIFY(versions.first().summary.contains(QStringLiteral("→")));
        QCOMPARE(versions.last().summary, QStringLiteral("début"));
    }

    // Screen 05: a refused version is named first, struck through, and never current.
    void aRefusedVersionIsAnAlarm() {
        auto door = withWarfarin();
        door->versions.insert(med, {ChartDoor::version(1, "5", true, SignatureState::Verified),
                                    ChartDoor::version(2, "1", false, SignatureState::Invalid)});
        Opened opened(door);
        ChartModel model(opened.async, ChartDoor::key());
        model.load();
        QTRY_COMPARE(model.state(), ChartModel::State::Ready);
        pages::DetailPanel panel(model);
        panel.resize(700, 700);
        panel.show(model.data().medications.first());
        QVERIFY(!alarmOf(panel));
        QTRY_VERIFY(alarmOf(panel));
        const auto* facts = panel.findChild<widgets::RowList*>();
        bool struck = false;
        for (const widgets::Row& row : facts->rows().rows()) {
            for (const auto& cell : row.cells)
                for (const auto& line : cell.lines)
                    for (const auto& run : line.runs)
                        struck = struck || (run.strike && row.alarm);
        }
        QVERIFY(struck);
        const QString all = allWords(panel).join(u'\n');
        QVERIFY(all.contains(QStringLiteral("non valide")));
        QVERIFY(all.contains(QStringLiteral("en vigueur")));
    }

    void theStripTurnsToAlarm() {
        auto door = withWarfarin();
        door->signatures.insert(med, SignatureState::Invalid);
        Opened opened(door);
        pages::ChartPage page(opened.async, ChartDoor::key());
        page.resize(1440, 828);
        page.show();
        QTRY_COMPARE(page.model().refused(), 1);
        bool said = false;
        for (const auto* fact : page.findChildren<QLabel*>())
            said = said || fact->text().contains(QStringLiteral("refusée"));
        QVERIFY(said);
    }

    void aChartThatCannotBeReadSaysSo_data() {
        QTest::addColumn<int>("code");
        QTest::newRow("root") << static_cast<int>(base::ErrorCode::RootMismatch);
        QTest::newRow("gone") << static_cast<int>(base::ErrorCode::NotFound);
    }

    void aChartThatCannotBeReadSaysSo() {
        QFETCH(int, code);
        auto door = withWarfarin();
        door->broken = static_cast<base::ErrorCode>(code);
        Opened opened(door);
        pages::ChartPage page(opened.async, ChartDoor::key());
        page.show();
        QTRY_VERIFY(page.findChild<widgets::ErrorState*>());
        QVERIFY(page.patientName().isEmpty());
    }

    // The clinic's table: a row is joined to another, and the chart is read again.
    void twoRowsAreJoined() {
        auto door = std::make_shared<ChartDoor>();
        const auto result = [](const char* id, const char* code) -> QByteArray {
            return "{'resourceType':'Observation','id':'" + QByteArray(id) +
                   "','status':'final','category':[{'coding':[{'code':'laboratory'}]}],"
                   "'effectiveDateTime':'2025-10-01','code':{'coding':[{'system':'urn:oid:1.2',"
                   "'code':'" +
                   code + "','display':'" + code + "'}]},'valueQuantity':{'value':3,'unit':'g/L'}}";
        };
        door->maker.add(result("a", "ALB")).add(result("b", "ALBU"));
        Opened opened(door);
        ChartModel model(opened.async, ChartDoor::key());
        model.load();
        QTRY_COMPARE(model.data().results.rows.size(), 2);
        auto* dialog = new pages::AnalyteDialog(model, model.data().results.rows.at(0),
                                                model.data().results.rows);
        QCOMPARE(dialog->findChild<QComboBox*>()->count(), 1); // never itself
        for (auto* button : dialog->findChildren<widgets::Button*>()) {
            QVERIFY(!button->text().isEmpty());
            if (button->text() == QStringLiteral("Réunir"))
                button->click();
        }
        QTRY_COMPARE(model.data().results.rows.size(), 1);
        QCOMPARE(model.data().results.rows.first().codes.size(), 2);
        delete dialog;
    }

    void aTableThatCannotBeWrittenChangesNothing() {
        auto door = withWarfarin();
        door->readOnly = true;
        Opened opened(door);
        ChartModel model(opened.async, ChartDoor::key());
        model.load();
        QTRY_COMPARE(model.state(), ChartModel::State::Ready);
        bool failed = false;
        connect(&model, &ChartModel::mapFailed, this, [&failed] { failed = true; });
        model.mapAnalyte({QStringLiteral("urn:oid:1.2|ALB")}, QStringLiteral("albumin"));
        QTRY_VERIFY(failed);
        QCOMPARE(model.state(), ChartModel::State::Ready);
    }
};

QTEST_MAIN(TestChartModel)
#include "test_chart_model.moc"
