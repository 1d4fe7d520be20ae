// The chart on screen, from values made of constants: what a clinician must see, reach and copy.

#include "support/chart_sample.h"
#include "ui/pages/chart/allergy_strip.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/chart/results_rows.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/chart_build.h"
#include "ui/widgets/result_grid.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/trend_scale.h"

#include <QTest>

using namespace chevet;

class TestChartPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::instance().install(); }

    // DESIGN.md §1.5: whatever the width, a medication's name and dose are never shortened.
    void nameAndDoseAreNeverElided() {
        const auto chart = tests::sampleChart();
        viewmodels::ChartModel model(chart);
        for (const auto& item : chart.medications) {
            const auto row = pages::medicationRow(item, model, 45, 14);
            for (const auto& run : row.cells.first().lines.first().runs)
                QVERIFY2(run.keep, qPrintable(run.text));
        }
    }

    // A name too long for its column goes on below; it never runs under the prescriber's.
    void longNamesContinueBelowWithTheirDose() {
        auto item = tests::sampleChart().medications.first();
        item.name = QStringLiteral("Métoprolol (Toprol), succinate à libération prolongée");
        item.dose = QStringLiteral("100\u00A0mg");
        viewmodels::ChartModel model(tests::sampleChart());
        const widgets::Columns columns{{{0, 1}, {104}, {98}}, 10, 14, 14};
        const auto row = widgets::reflowed(pages::medicationRow(item, model, 45, 14), columns, 486);
        const double room = columns.layout(486).first().second;
        const auto& lines = row.cells.first().lines;
        QVERIFY(lines.size() > 2);
        QString all;
        for (const auto& line : lines) {
            QVERIFY(widgets::lineWidth(line) <= room || !line.runs.first().keep);
            for (const auto& run : line.runs)
                all += run.text + QLatin1Char(' ');
        }
        QVERIFY(all.startsWith(item.name + QLatin1Char(' ') + item.dose));
        QVERIFY(widgets::rowHeight(row) > widgets::px(45));
    }

    // « 3 g par jour au plus » at the end of a line must not be what an ellipsis hides.
    void aPosologyIsReadWhole() {
        auto item = tests::sampleChart().medications.first();
        item.posology = QStringLiteral("1 ou 2 comprimés au besoin, 4 fois par jour, 3 g par jour "
                                       "au plus, à distance des repas");
        viewmodels::ChartModel model(tests::sampleChart());
        const widgets::Columns columns{{{0, 1}, {104}, {98}}, 10, 14, 14};
        const auto row = widgets::reflowed(pages::medicationRow(item, model, 45, 14), columns, 486);
        const double room = columns.layout(486).first().second;
        QString all;
        for (const auto& line : row.cells.first().lines.mid(1)) {
            QVERIFY(widgets::lineWidth(line) <= room);
            all += line.runs.first().text + QLatin1Char(' ');
        }
        QCOMPARE(all.trimmed(), item.posology);
    }

    // « protéines/créatinine » was written over the value beside it.
    void aLongWordIsNotWrittenOverTheValue_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("with a stroke") << "Ratio protéines/créatinine";
        QTest::newRow("without") << "Anticorps antithyroperoxydasesériques";
    }
    void aLongWordIsNotWrittenOverTheValue() {
        QFETCH(QString, name);
        viewmodels::AnalyteView analyte;
        analyte.name = name;
        viewmodels::ResultPoint point;
        point.text = QStringLiteral("62");
        point.numeric = true;
        analyte.points = {point};
        const widgets::Columns columns{{{12}, {0, 1}, {38}, {54}, {58}, {46}, {56}}, 6, 12, 12};
        const auto row = widgets::reflowed(pages::resultRow(analyte, 27, 0), columns, 406);
        const double room = columns.layout(406).at(1).second;
        for (const auto& line : row.cells.at(1).lines) {
            const auto& runs = line.runs;
            QVERIFY(
                widgets::lineWidth(line) <= room ||
                std::any_of(runs.begin(), runs.end(), [](const auto& run) { return !run.keep; }));
        }
        if (name.contains(u'/'))
            QCOMPARE(row.cells.at(1).lines.size(), 3); // whole, on three lines
    }

    void aUnitGoesOnAfterItsStroke() {
        viewmodels::AnalyteView analyte;
        analyte.name = QStringLiteral("Débit de filtration glomérulaire estimé");
        viewmodels::ResultPoint point;
        point.text = QStringLiteral("73");
        point.numeric = true;
        point.unit = QStringLiteral("mL/min/1,73\u00A0m²");
        analyte.points = {point};
        const widgets::Columns columns{{{12}, {0, 1}, {38}, {54}, {58}, {46}, {56}}, 6, 12, 12};
        const auto row = widgets::reflowed(pages::resultRow(analyte, 27, 0), columns, 416);
        const auto places = columns.layout(416);
        QString unit, name;
        for (const auto& line : row.cells.at(1).lines) {
            QVERIFY(widgets::lineWidth(line) <= places.at(1).second);
            name += line.runs.first().text + QLatin1Char(' ');
        }
        for (const auto& line : row.cells.at(3).lines) {
            QVERIFY(widgets::lineWidth(line) <= places.at(3).second);
            unit += line.runs.first().text;
        }
        QCOMPARE(name.trimmed(), analyte.name); // no stroke in it
        QCOMPARE(unit.remove(QChar(0x200B)), point.unit);
        QCOMPARE(row.cells.at(3).lines.size(), 2);
    }

    // Files of simulators write the diastolic component first.
    void systolicPressureStandsFirst() {
        const auto part = [](const char* code, const char* text, double number) {
            record::Component component;
            component.code.codings = {
                {QStringLiteral("http://loinc.org"), QString::fromLatin1(code), {}}};
            component.value.kind = record::Value::Kind::Quantity;
            component.value.text = QString::fromLatin1(text);
            component.value.number = number;
            component.value.unit = QStringLiteral("mmHg");
            return component;
        };
        record::Observation pressure;
        pressure.reference = QStringLiteral("Observation/p");
        pressure.components = {part("8462-4", "79", 79), part("8480-6", "128", 128)};
        record::Chart chart;
        chart.vitals.items = {pressure};
        record::AnalyteRow row;
        row.observations = {0};
        row.latest = 0;
        chart.vitals.rows = {row};
        const auto data = viewmodels::buildChartData(chart);
        QCOMPARE(data.vitals.rows.first().latest().text, QStringLiteral("128/79"));
        QCOMPARE(*data.vitals.rows.first().latest().number, 128.0); // and is what is drawn
    }

    // I12: none known and not documented never look or read alike.
    void theTwoEmptiesDiffer() {
        using viewmodels::Lack;
        const auto known =
            pages::lackRow({Lack::NoneKnown, QStringLiteral("Aucune connue"), {}, false});
        const auto unknown =
            pages::lackRow({Lack::Unknown, QStringLiteral("Non documenté"), {}, false});
        QVERIFY(!known.hatched);
        QVERIFY(unknown.hatched);
        QVERIFY(widgets::rowText(known) != widgets::rowText(unknown));
    }

    void aContradictionIsSaidAboveTheRows() {
        using viewmodels::Lack;
        auto data = tests::sampleChart();
        const QString said = QStringLiteral("contredit par 2 éléments inscrits");
        for (viewmodels::Lacking* lack : {&data.problemLack, &data.medicationLack})
            *lack = {Lack::Present, QStringLiteral("Aucun"), said, true};
        data.allergyLack[1] = {Lack::NoneKnown, QStringLiteral("Aucune connue"), said, true};
        pages::ChartPage page(new viewmodels::ChartModel(data));
        for (const auto section :
             {pages::Section::Summary, pages::Section::Problems, pages::Section::Medications}) {
            bool found = false;
            for (const auto* list : page.page(section)->findChildren<widgets::RowList*>())
                for (int row = 0; row < list->rows().rowCount(); ++row)
                    found = found || list->rows()
                                         .index(row, 0)
                                         .data(Qt::AccessibleTextRole)
                                         .toString()
                                         .contains(said);
            QVERIFY2(found, qPrintable(page.sections().at(static_cast<int>(section))));
        }
        bool card = false;
        for (const auto* one :
             page.page(pages::Section::Summary)->findChildren<pages::AllergyCard*>())
            card = card || one->accessibleName().contains(said);
        QVERIFY(card);
    }

    void emptyChartIsNeverBlank() {
        pages::ChartPage page(new viewmodels::ChartModel(tests::emptyChart()));
        for (int i = 0; i < page.sections().size(); ++i) {
            page.openSection(i);
            QCOMPARE(page.currentSection(), i);
            const auto lists =
                page.page(static_cast<pages::Section>(i))->findChildren<widgets::RowList*>();
            bool said = false;
            for (const auto* list : lists)
                said = said || list->rows().rowCount() > 0;
            QVERIFY2(said, qPrintable(page.sections().at(i)));
        }
    }

    // Mixed units are never drawn on one axis: the others are counted in words.
    void onlyTheLatestUnitIsDrawn() {
        auto row = tests::sampleChart().results.rows.at(1);
        const auto all = pages::trendOf(row, 0).points.size();
        row.points.first().unitKey = QStringLiteral("mg/dL");
        const auto trend = pages::trendOf(row, 0);
        QCOMPARE(trend.points.size(), all - 1);
        QVERIFY(!trend.apart.isEmpty());
    }

    void anotherLaboratoryBreaksTheLine() {
        auto row = tests::sampleChart().results.rows.at(0);
        row.points[3].laboratory = QStringLiteral("Ailleurs");
        const auto trend = pages::trendOf(row, 0);
        QVERIFY(!trend.points.at(2).breakBefore);
        QVERIFY(trend.points.at(3).breakBefore);
        QVERIFY(trend.points.at(4).breakBefore);
    }

    void gridRunsLeftToRightAndOpensOnTheNewest() {
        const auto chart = tests::sampleChart();
        const auto days = pages::gridDays(chart.results, false);
        widgets::ResultGrid grid(QStringLiteral("Résultats"));
        grid.resize(1260, 400);
        grid.setGrid(pages::gridOf(chart.results, days, false, {}));
        QVERIFY(grid.selectRow(QStringLiteral("RNI")));
        const int date = grid.grid().dateOf(grid.currentIndex().column());
        QCOMPARE(days.at(date).day, QStringLiteral("2025-10-09"));
        QVERIFY(grid.model()
                    ->data(grid.currentIndex(), Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("3,4")));
    }

    // A date with one analyte is folded, but never the one that holds its newest value.
    void newestValueIsNeverFolded() {
        auto chart = tests::sampleChart();
        auto& row = chart.results.rows.first();
        const auto addLater = [&](int days) {
            auto point = row.points.last();
            point.at = point.at.addDays(days);
            chart.results.days.append(
                {point.at.date().toString(Qt::ISODate), {}, point.at.toSecsSinceEpoch() / 60, 1});
            row.points.append(point);
        };
        addLater(1);
        addLater(1);
        const auto days = pages::gridDays(chart.results, false);
        QCOMPARE(days.size(), chart.results.days.size() - 1);
        QCOMPARE(days.last().key, chart.results.days.last().key);
    }

    void abnormalFilterKeepsOnlyWhatIsOut() {
        const auto chart = tests::sampleChart();
        const auto grid = pages::gridOf(chart.results, chart.results.days, true, {});
        QCOMPARE(grid.rows.size(), chart.results.abnormal);
    }

    void axisHoldsEveryValueOnRoundSteps() {
        const auto axis = widgets::valueAxis({1.7, 5.3, 2.4}, 2.0, 3.0);
        QVERIFY(axis.bottom <= 1.7 && axis.top >= 5.3);
        QCOMPARE(axis.step, 1.0);
        QVERIFY(widgets::valueAxis({5, 5, 5}, {}, {}).step > 0); // a flat line has an axis too
        QCOMPARE(widgets::valueAxis({0.2, 0.9}, 400.0, {}).top,
                 1.0); // a far limit does not flatten
    }

    void ticksNeverDropTheYear() {
        const QDateTime from = QDate(2024, 10, 1).startOfDay();
        const auto ticks = widgets::timeTicks(from, from.addDays(385), 9);
        QVERIFY(!ticks.isEmpty() && ticks.size() <= 10);
        for (const auto& tick : ticks)
            QVERIFY(tick.label.startsWith(QStringLiteral("202")));
    }

    void altDigitsOpenTheSections() {
        pages::ChartPage page(new viewmodels::ChartModel(tests::sampleChart()));
        QTest::keyClick(&page, Qt::Key_5, Qt::AltModifier);
        QCOMPARE(page.currentSection(), static_cast<int>(pages::Section::Results));
        QTest::keyClick(&page, Qt::Key_0, Qt::AltModifier);
        QCOMPARE(page.currentSection(), static_cast<int>(pages::Section::Documents));
        QTest::keyClick(&page, Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(page.currentSection(), static_cast<int>(pages::Section::Timeline));
    }
};

QTEST_MAIN(TestChartPages)
#include "test_chart_pages.moc"
