// The widgets a chart is made of: what they say to eye and ear, and what they refuse.

#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/side_nav.h"
#include "ui/widgets/states.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timeline_chart.h"
#include "ui/widgets/timeline_painter.h"
#include "ui/widgets/trend_chart.h"
#include "ui/widgets/trend_painter.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace chevet::widgets;

namespace {

QImage painted(QWidget& widget) {
    QImage image(widget.size(), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    widget.render(&image);
    return image;
}

IdentityBanner::Identity person() {
    IdentityBanner::Identity identity;
    identity.name = QStringLiteral("TREMBLAY, Émilie");
    identity.cells = {{QStringLiteral("Âge"), QStringLiteral("20 ans")},
                      {QStringLiteral("NAM"), QStringLiteral("TREE 0462 1918")}};
    identity.allergies = QStringLiteral("2 allergies");
    return identity;
}

qint64 at(int year, int month, int day) {
    return QDate(year, month, day).startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

TimelineData story() {
    TimelineData data;
    Lane lane;
    lane.title = QStringLiteral("Consultations");
    for (int i = 0; i < 3; ++i) {
        LaneMark mark;
        mark.from = at(2025, 1 + i, 10);
        mark.key = i;
        mark.words = QStringLiteral("visite %1").arg(i);
        lane.marks.append(mark);
    }
    data.lanes = {lane};
    data.first = at(2024, 1, 1);
    data.last = at(2025, 3, 10);
    data.today = at(2025, 10, 9);
    data.years = {{2024, 0}, {2025, 3}};
    return data;
}

TrendData trend() {
    TrendData data;
    for (int i = 0; i < 4; ++i) {
        TrendPoint point;
        point.at = QDateTime::fromMSecsSinceEpoch(at(2025, 1 + i, 1));
        point.value = 2.0 + i;
        point.label = QString::number(2 + i);
        point.words = QStringLiteral("valeur %1").arg(2 + i);
        data.points.append(point);
    }
    data.low = 2.0;
    data.high = 3.0;
    data.from = data.points.first().at;
    data.to = data.points.last().at;
    return data;
}

} // namespace

class TestChartWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup() { Theme::instance().setScalePercent(100); }

    // The patient on screen is never ambiguous, also for who does not see it.
    void theBannerReadsTheWholeIdentity() {
        IdentityBanner banner;
        banner.resize(1440, 64);
        auto identity = person();
        banner.setIdentity(identity);
        QCOMPARE(banner.sizeHint().height(), 64);
        QVERIFY(banner.accessibleName().contains(identity.name));
        QVERIFY(banner.accessibleName().contains(QStringLiteral("2 allergies")));
        QVERIFY(!banner.accessibleName().contains(QStringLiteral("Homonyme")));
        identity.namesake = true;
        banner.setIdentity(identity);
        QVERIFY(banner.accessibleName().contains(QStringLiteral("Homonyme")));
        banner.setCompact(true);
        QCOMPARE(banner.sizeHint().height(), 54);
    }

    void aVeryLongNameStaysWhole() {
        IdentityBanner banner;
        banner.resize(900, 64);
        auto identity = person();
        identity.name = QStringLiteral("DE LA CHEVROTIÈRE-VILLENEUVE, Marie-Antoinette Joséphine");
        banner.setIdentity(identity);
        const QImage image = painted(banner);
        const int chip = banner.findChildren<Chip*>().last()->x();
        QVERIFY(chip > 0);
        // Nothing of the name is painted under the chips: the ground before them is plain.
        for (int y = 20; y < 44; ++y)
            QCOMPARE(image.pixelColor(chip - 3, y), color(Tone::Banner));
    }

    void theStripSaysItsAlarmFirst() {
        FreshnessStrip strip;
        strip.setSegments(
            {{QStringLiteral("octagon-cross"),
              QStringLiteral("1 version refusée"),
              {},
              Tone::Crit,
              true},
             {QStringLiteral("clock"), QStringLiteral("À jour"), {}, Tone::Ink, false}},
            true);
        const auto facts = strip.findChildren<Fact*>();
        QCOMPARE(facts.size(), 2);
        QVERIFY(facts.first()->text().contains(QStringLiteral("refusée")));
        QCOMPARE(strip.sizeHint().height(), 34);
    }

    void theNavigationIsAListOfButtons() {
        SideNav nav(QStringLiteral("Sections"));
        nav.addItem(QStringLiteral("pill"), QStringLiteral("Médicaments"));
        nav.addItem(QStringLiteral("flask"), QStringLiteral("Laboratoires"));
        nav.setCount(1, QStringLiteral("10"), Tone::Crit, Flag::High);
        const auto items = nav.findChildren<QAbstractButton*>();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(1)->accessibleName(), QStringLiteral("Laboratoires, 10"));
        QSignalSpy chosen(&nav, &SideNav::chosen);
        items.at(1)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(nav.current(), 1);
        nav.setRail(true);
        QCOMPARE(nav.sizeHint().width(), 48);
        QCOMPARE(items.at(0)->toolTip(), QStringLiteral("Médicaments")); // the words are not lost
    }

    void arrowsWalkTheNavigation() {
        SideNav nav(QStringLiteral("Sections"));
        nav.addItem(QStringLiteral("pill"), QStringLiteral("Médicaments"));
        nav.addItem(QStringLiteral("flask"), QStringLiteral("Laboratoires"));
        nav.show();
        nav.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&nav)); // nobody types into another window
        const auto items = nav.findChildren<QAbstractButton*>();
        items.first()->setFocus();
        QTest::keyClick(items.first(), Qt::Key_Down);
        QTRY_VERIFY(items.last()->hasFocus());
        QTest::keyClick(items.last(), Qt::Key_Down); // stays
        QVERIFY(items.last()->hasFocus());
    }

    // Narrative of a stranger: no script, no picture, no address is ever followed.
    void theReaderFetchesNothing() {
        SafeReader reader(QStringLiteral("Texte"));
        reader.showHtml(QStringLiteral("<p>Avant</p><img src='http://exemple.invalid/a.png'><p><a "
                                       "href='http://exemple.invalid'>lien</a></p>"));
        QVERIFY(reader.toPlainText().contains(QStringLiteral("Avant")));
        QVERIFY(!reader.loadResource(0, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
        QVERIFY(!reader.openLinks());
        QVERIFY(!reader.openExternalLinks());
        reader.showPlain(QStringLiteral("<script>alert(1)</script>"));
        QCOMPARE(reader.toPlainText(), QStringLiteral("<script>alert(1)</script>"));
    }

    void passagesAreCounted() {
        SafeReader reader(QStringLiteral("Texte"));
        reader.showPlain(QStringLiteral("Biopsie rénale. La biopsie montre. BIOPSIE."));
        QCOMPARE(reader.markAll(QStringLiteral("biopsie")), 3);
        reader.goToMark(2);
        QVERIFY(reader.textCursor().position() > 20);
        QCOMPARE(reader.markAll({}), 0);
    }

    void aPanelTitleOpensItsSection() {
        PanelHeader header(QStringLiteral("Médicaments actifs"));
        QSignalSpy pressed(&header, &PanelHeader::pressed);
        QTest::keyClick(&header, Qt::Key_Return);
        QCOMPARE(pressed.size(), 0); // not before it can be pressed
        header.setPressable(true);
        QTest::keyClick(&header, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(header.sizeHint().height(), 34);
    }

    void segmentsAreOneChoice() {
        Segmented segments(QStringLiteral("Filtre"));
        segments.addSegment(QStringLiteral("Actifs"));
        segments.addSegment(QStringLiteral("Cessés"));
        segments.setCurrent(0);
        QSignalSpy changed(&segments, &Segmented::currentChanged);
        const auto buttons = segments.findChildren<QAbstractButton*>();
        buttons.at(1)->click();
        QCOMPARE(segments.current(), 1);
        QVERIFY(!buttons.at(0)->isChecked());
        QVERIFY(changed.size() >= 1);
        for (const auto* button : buttons)
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
    }

    void anErrorCopiesCodesOnly() {
        ErrorState error(QStringLiteral("Ce dossier n’a pas pu être lu."),
                         QStringLiteral("Le journal est intact."), QStringLiteral("Rouvrir."));
        error.setReport(QStringLiteral("RootMismatch"));
        for (auto* button : error.findChildren<QAbstractButton*>()) {
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
            button->click();
        }
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("RootMismatch")));
    }

    void anUnknownFieldIsHatched() {
        UnknownField field(QStringLiteral("Non documenté"));
        field.resize(field.sizeHint());
        QVERIFY(painted(field).pixelColor(2, field.height() / 2) != QColor(Qt::transparent));
        EmptyState empty(QStringLiteral("Aucun document reçu"), QStringLiteral("2025-10-09"));
        empty.set(QStringLiteral("Aucun"), {});
        LoadingRows loading(3);
        QVERIFY(loading.sizeHint().height() > 0);
    }

    void theTimelineIsWalkedByKeys() {
        TimelineChart chart;
        chart.resize(1200, 300);
        chart.setData(story());
        chart.setWindow(at(2025, 1, 1), at(2025, 4, 1));
        QSignalSpy selected(&chart, &TimelineChart::markSelected);
        QSignalSpy opened(&chart, &TimelineChart::opened);
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.selected() >= 0);
        const int first = chart.selected();
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.selected() != first);
        QVERIFY(chart.spoken().contains(QStringLiteral("visite")));
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        const qint64 wide = chart.to() - chart.from();
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.to() - chart.from() < wide);
    }

    void overlappingMarksBecomeOneWithACount() {
        TimelineChart chart;
        chart.resize(1200, 300);
        TimelineData data = story();
        data.lanes[0].marks[1].from = data.lanes[0].marks[0].from + 1000; // the same minute
        chart.setData(data);
        chart.setWindow(at(2020, 1, 1), at(2025, 12, 1));
        TimelinePainter painter(chart);
        const auto shown = painter.merged(data.lanes.first());
        QVERIFY(shown.size() < 3);
        int all = 0;
        for (const auto& one : shown)
            all += one.mark.count;
        QCOMPARE(all, 3);
        QVERIFY(!painted(chart).isNull());
    }

    void theTrendIsWalkedByKeys() {
        TrendChart chart;
        chart.resize(900, 220);
        chart.setData(trend());
        QSignalSpy walked(&chart, &TrendChart::walked);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(walked.size(), 1);
        QVERIFY(chart.spoken().contains(QStringLiteral("valeur")));
    }

    // The reference band is drawn where a range is known, and nowhere else.
    void noRangeNoBand() {
        const auto bandPixels = [](TrendData data) {
            QImage image(900, 220, QImage::Format_ARGB32);
            image.fill(color(Tone::Surface));
            QPainter painter(&image);
            TrendPainter(data, QRectF(0, 0, 900, 220), true, true).paint(&painter, -1);
            painter.end();
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == color(Tone::Band) ? 1 : 0;
            return count;
        };
        TrendData data = trend();
        QVERIFY(bandPixels(data) > 1000);
        data.low.reset();
        data.high.reset();
        QCOMPARE(bandPixels(data), 0);
    }

    void thePointUnderTheMouseIsFound() {
        const TrendData data = trend();
        const TrendPainter painter(data, QRectF(0, 0, 900, 220), true, true);
        int found = 0;
        for (int x = 0; x < 900; x += 4)
            for (int y = 0; y < 220; y += 4)
                found = std::max(found, painter.pointAt({double(x), double(y)}) + 1);
        QCOMPARE(found, 4);
        QCOMPARE(painter.pointAt({-500, -500}), -1);
    }

    // 200 %: sizes are made of the type, so nothing is cut.
    void everythingGrowsWithTheType() {
        PanelHeader header(QStringLiteral("Médicaments actifs"));
        IdentityBanner banner;
        SideNav nav(QStringLiteral("Sections"));
        nav.addItem(QStringLiteral("pill"), QStringLiteral("Médicaments"));
        FreshnessStrip strip;
        const QList<QWidget*> widgets{&header, &banner, &nav, &strip};
        QList<QSize> before;
        for (const QWidget* widget : widgets)
            before << widget->sizeHint();
        Theme::instance().setScalePercent(200);
        for (qsizetype i = 0; i < widgets.size(); ++i)
            QVERIFY2(widgets.at(i)->sizeHint().height() >= before.at(i).height() * 3 / 2,
                     widgets.at(i)->metaObject()->className());
    }

    void theFocusRingFollowsTheFocus() {
        QWidget window;
        auto* first = new Segmented(QStringLiteral("Filtre"), &window);
        first->addSegment(QStringLiteral("Un"));
        auto* ring = new FocusRing(&window);
        window.resize(300, 120);
        window.show();
        window.activateWindow();
        auto* button = first->findChildren<QAbstractButton*>().first();
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(ring->isVisible());
        QVERIFY(ring->testAttribute(Qt::WA_TransparentForMouseEvents));
    }
};

QTEST_MAIN(TestChartWidgets)
#include "test_chart_widgets.moc"
