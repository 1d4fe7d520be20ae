// The trend and the timeline: keys walk the points, what is walked is read out, the band and the
// events are painted where they belong, and overlapping marks become one with a count.

#include "ui/widgets/timeline_chart.h"
#include "ui/widgets/timeline_painter.h"
#include "ui/widgets/trend_chart.h"
#include "ui/widgets/trend_painter.h"
#include "ui/widgets/trend_scale.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet::widgets;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;

QDateTime at(int year, int month, int dayOfMonth) {
    return QDate(year, month, dayOfMonth).startOfDay();
}

TrendData creatinine() {
    TrendData data;
    data.name = QStringLiteral("Créatinine, 3 résultats, dernier 98");
    data.unit = QStringLiteral("µmol/L");
    const double values[] = {84, 91, 98};
    for (int i = 0; i < 3; ++i) {
        TrendPoint point;
        point.at = at(2025, 3 + 3 * i, 1);
        point.value = values[i];
        point.label = QString::number(values[i]);
        point.flag = values[i] > 90 ? Flag::High : Flag::None;
        point.words = QStringLiteral("%1 micromoles par litre").arg(values[i]);
        data.points << point;
    }
    data.low = 50;
    data.high = 90;
    data.from = at(2025, 1, 1);
    data.to = at(2025, 12, 31);
    data.emptyWords = QStringLiteral("Aucun résultat");
    return data;
}

LaneMark markAt(qint64 when, int key, const QString& words) {
    LaneMark mark;
    mark.from = when;
    mark.key = key;
    mark.words = words;
    return mark;
}

TimelineData story() {
    TimelineData data;
    const qint64 today = at(2025, 10, 14).toMSecsSinceEpoch();
    Lane results, visits, empty;
    results.title = QStringLiteral("Résultats");
    results.marks = {markAt(today - 300 * day, 1, QStringLiteral("RNI 2,4")),
                     markAt(today - 100 * day, 2, QStringLiteral("RNI 3,0")),
                     markAt(today - 5 * day, 3, QStringLiteral("RNI 3,4"))};
    empty.title = QStringLiteral("Vaccins");
    visits.title = QStringLiteral("Consultations");
    visits.marks = {markAt(today - 2000 * day, 4, QStringLiteral("première visite")),
                    markAt(today - 96 * day, 5, QStringLiteral("contrôle"))};
    data.lanes = {results, empty, visits};
    data.first = today - 2000 * day;
    data.last = data.today = today;
    for (int year = 2020; year <= 2025; ++year)
        data.years << qMakePair(year, 2);
    data.spanWords = QStringLiteral("2020 à 2025");
    return data;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void axesHoldEveryValueWithRoundSteps() {
        const ValueAxis axis = valueAxis({84, 91, 98}, 50, 90);
        QVERIFY(axis.bottom <= 84 && axis.top >= 98);
        QVERIFY((axis.top - axis.bottom) / axis.step <= 8);
        const ValueAxis flat = valueAxis({5.2}, std::nullopt, std::nullopt);
        QVERIFY(flat.bottom < 5.2 && flat.top > 5.2);
        const auto ticks = timeTicks(at(2024, 1, 1), at(2025, 12, 31), 6);
        QVERIFY(!ticks.isEmpty() && ticks.size() <= 6);
        for (const TimeTick& tick : ticks)
            QVERIFY2(tick.label.startsWith(u"202"),
                     qPrintable(tick.label)); // never without its year
    }

    void theArrowsWalkThePoints() {
        TrendChart chart;
        chart.setData(creatinine());
        QCOMPARE(chart.accessibleName(), QStringLiteral("Créatinine, 3 résultats, dernier 98"));
        QSignalSpy walked(&chart, &TrendChart::walked);
        QTest::keyClick(&chart, Qt::Key_Left); // the newest first
        QCOMPARE(chart.currentPoint(), 2);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.currentPoint(), 1);
        QCOMPARE(chart.spoken(), QStringLiteral("91 micromoles par litre"));
        QCOMPARE(chart.accessibleDescription(), chart.spoken());
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.currentPoint(), 0);
        QCOMPARE(walked.count(), 7);
        chart.setData({});
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.currentPoint(), -1);
    }

    void theBandAndThePointsArePainted() {
        TrendChart chart;
        chart.resize(640, 224);
        chart.setData(creatinine());
        const QImage with = chart.grab().toImage();
        chart.setBandShown(false);
        const QImage without = chart.grab().toImage();
        const auto pixelsOf = [](const QImage& image, const QColor& colour) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == colour ? 1 : 0;
            }
            return count;
        };
        QVERIFY(pixelsOf(with, color(Tone::Band)) > 2000);
        QCOMPARE(pixelsOf(without, color(Tone::Band)), 0);
        QVERIFY(pixelsOf(without, color(Tone::Crit)) > 10); // two values above the reference
    }

    void aPointIsFoundUnderThePointer() {
        const TrendData data = creatinine();
        const QRect room(0, 0, 640, 224);
        TrendPainter painter(data, room, true, true);
        QSet<int> found;
        for (int x = 0; x < room.width(); x += 2) {
            for (int y = 0; y < room.height(); y += 2) {
                if (const int point = painter.pointAt(QPointF(x, y)); point >= 0)
                    found << point;
            }
        }
        QCOMPARE(found, QSet<int>({0, 1, 2}));
    }

    void medicationChangesCanBeHidden() {
        TrendData data = creatinine();
        data.events = {{TrendEvent::Kind::Change,
                        at(2025, 5, 1),
                        {},
                        QStringLiteral("Ramipril 2,5 → 5 mg"),
                        QStringLiteral("2025-05-01")},
                       {TrendEvent::Kind::Interval,
                        at(2025, 4, 1),
                        at(2025, 7, 1),
                        QStringLiteral("Prednisone"),
                        {}}};
        TrendChart chart;
        chart.resize(640, 224);
        chart.setData(data);
        const QImage with = chart.grab().toImage();
        chart.setEventsShown(false);
        QVERIFY(chart.grab().toImage() != with);
    }

    void theTimelineIsWalkedByLaneAndByEvent() {
        TimelineChart chart;
        chart.resize(900, 300);
        chart.setData(story());
        QCOMPARE(chart.spoken(), QStringLiteral("2020 à 2025"));
        QSignalSpy selected(&chart, &TimelineChart::markSelected),
            opened(&chart, &TimelineChart::opened);
        QTest::keyClick(&chart, Qt::Key_Right); // the newest of the first lane
        QCOMPARE(chart.selected(), 3);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.selected(), 2);
        QTest::keyClick(&chart, Qt::Key_Down); // nearest in time; the empty lane is passed over
        QCOMPARE(chart.selected(), 5);
        QCOMPARE(chart.spoken(), QStringLiteral("contrôle"));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.selected(), 2);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(selected.count(), 4);
    }

    void theScaleKeepsTheChosenEventInView() {
        TimelineChart chart;
        chart.resize(900, 300);
        chart.setData(story());
        chart.select(2);
        const qint64 when = story().lanes[0].marks[1].from;
        const qint64 span = chart.to() - chart.from();
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.to() - chart.from() < span);
        QVERIFY(chart.from() <= when && when <= chart.to());
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&chart, Qt::Key_Plus);
        QCOMPARE(chart.to() - chart.from(), 14 * day); // days, not hours
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&chart, Qt::Key_Minus);
        QVERIFY(chart.to() - chart.from() >= 2000 * day);
    }

    void choosingAnOldEventMovesTheWindow() {
        TimelineChart chart;
        chart.resize(900, 300);
        chart.setData(story());
        QSignalSpy moved(&chart, &TimelineChart::windowChanged);
        const qint64 old = story().lanes[2].marks[0].from;
        QVERIFY(old < chart.from());
        chart.select(4);
        QVERIFY(moved.count() > 0);
        QVERIFY(chart.from() <= old && old <= chart.to());
        QSignalSpy asked(&chart, &TimelineChart::dateAsked);
        QTest::keyClick(&chart, Qt::Key_A);
        QCOMPARE(asked.count(), 1);
    }

    void overlappingMarksBecomeOneWithACount() {
        TimelineChart chart;
        chart.resize(900, 300);
        TimelineData data = story();
        Lane& lane = data.lanes[0];
        lane.marks.clear();
        for (int i = 0; i < 10; ++i)
            lane.marks << markAt(data.today - 20 * day + i * 1000, i, QStringLiteral("résultat"));
        chart.setData(data);
        const auto shown = TimelinePainter(chart).merged(data.lanes[0]);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.first().mark.count, 10);
        const auto apart = TimelinePainter(chart).merged(story().lanes[0]);
        QCOMPARE(apart.size(), 3);
    }

    void aHiddenLaneTakesNoRoom() {
        TimelineChart chart;
        chart.setData(story());
        const int before = chart.sizeHint().height();
        chart.setLaneShown(1, false);
        QVERIFY(chart.sizeHint().height() < before);
        chart.resize(900, chart.sizeHint().height());
        QVERIFY(!chart.grab().isNull());
    }
};

QTEST_MAIN(TestCharts)
#include "charts_test.moc"
