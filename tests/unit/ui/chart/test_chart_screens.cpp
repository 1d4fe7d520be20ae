// Every section of the design's patient: reachable by keyboard, named for screen readers, whole at
// 200 %.

#include "support/chart_sample.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollArea>
#include <QTest>

using namespace chevet;
using pages::ChartPage;
using pages::Section;
using widgets::Theme;

namespace {

constexpr int sections = static_cast<int>(Section::Note); // those of the navigation

void addSections() {
    QTest::addColumn<int>("section");
    ChartPage page(new viewmodels::ChartModel(tests::emptyChart()));
    const QStringList names = page.sections();
    for (int i = 0; i < sections; ++i)
        QTest::newRow(qPrintable(names.at(i))) << i;
}

std::unique_ptr<ChartPage> opened(int section, const QSize& size) {
    auto page = std::make_unique<ChartPage>(new viewmodels::ChartModel(tests::sampleChart()));
    page->resize(size);
    page->setCompact(size.width() < widgets::px(1400));
    page->show();
    page->openSection(section);
    // Heights follow from widths, and counts of what is hidden from heights: each is posted by the
    // one before it, however slow the machine.
    constexpr int rounds = 12;
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    return page;
}

// What the eye gets of a widget, in its window.
QRect seen(const QWidget& widget, const QWidget& page) {
    return {widget.mapTo(&page, QPoint(0, 0)), widget.size()};
}

} // namespace

class TestChartScreens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup() { Theme::instance().setScalePercent(100); }

    void everythingOperableHasAName_data() { addSections(); }
    void everythingOperableHasAName() {
        QFETCH(int, section);
        const auto page = opened(section, {1440, 828});
        const auto named = [](const QWidget* widget, const QString& text) {
            return !widget->accessibleName().isEmpty() || !text.isEmpty();
        };
        for (const auto* button : page->findChildren<QAbstractButton*>()) {
            // Qt's own in the corner of a grid: off and hidden, it is never met.
            const bool met = button->isEnabled() || !button->isHidden();
            QVERIFY2(!met || named(button, button->text()), button->metaObject()->className());
        }
        for (const auto* edit : page->findChildren<QLineEdit*>())
            QVERIFY2(named(edit, {}), "line edit");
        for (const auto* view : page->findChildren<QAbstractItemView*>()) {
            const auto* header = qobject_cast<const QHeaderView*>(view);
            if (!header) {
                QVERIFY2(named(view, {}), view->metaObject()->className());
                continue;
            }
            // Read as a part of its table, never focused: each of its sections has words.
            QCOMPARE(header->focusPolicy(), Qt::NoFocus);
            for (int i = 0; i < header->count(); ++i) {
                const QVariant words =
                    header->model()->headerData(i, header->orientation(), Qt::AccessibleTextRole);
                QVERIFY2(!words.toString().trimmed().isEmpty(), "header section");
            }
        }
        for (const auto* box : page->findChildren<QComboBox*>())
            QVERIFY2(named(box, {}), "combo box");
    }

    // Each row of each list says in words what it shows, never an empty name.
    void everyRowIsSpoken_data() { addSections(); }
    void everyRowIsSpoken() {
        QFETCH(int, section);
        const auto page = opened(section, {1440, 828});
        for (const auto* list : page->findChildren<widgets::RowList*>()) {
            for (int i = 0; i < list->rows().rowCount(); ++i) {
                const QString words =
                    list->rows().data(list->rows().index(i), Qt::AccessibleTextRole).toString();
                QVERIFY2(!words.trimmed().isEmpty(), qPrintable(list->accessibleName()));
            }
        }
    }

    // F6 goes round all panels and comes back.
    void panelsAreWalked_data() { addSections(); }
    void panelsAreWalked() {
        QFETCH(int, section);
        const auto page = opened(section, {1440, 828});
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QSet<const QWidget*> stops;
        for (int i = 0; i < 14; ++i) {
            QTest::keyClick(page.get(), Qt::Key_F6);
            if (page->focusWidget())
                stops.insert(page->focusWidget());
        }
        QVERIFY2(stops.size() >= 2, qPrintable(QString::number(stops.size())));
    }

    void sectionsFollowEachOther() {
        const auto page = opened(0, {1440, 828});
        QTest::keyClick(page.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(page->currentSection(), 1);
        QTest::keyClick(page.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QTest::keyClick(page.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(page->currentSection(), sections - 1); // round
    }

    // Enter on a row of the summary opens the item in its section.
    void aRowOfTheSummaryOpensItsSection() {
        const auto page = opened(0, {1440, 828});
        widgets::RowList* meds = nullptr;
        for (auto* list : page->page(Section::Summary)->findChildren<widgets::RowList*>())
            if (list->accessibleName() == QStringLiteral("Médicaments actifs"))
                meds = list;
        QVERIFY(meds);
        meds->selectFirst();
        QTest::keyClick(meds, Qt::Key_Return);
        QCOMPARE(page->currentSection(), static_cast<int>(Section::Medications));
    }

    void theFilterIsOneKeyAway_data() { addSections(); }
    void theFilterIsOneKeyAway() {
        QFETCH(int, section);
        const auto page = opened(section, {1440, 828});
        const auto edits = page->page(static_cast<Section>(section))->findChildren<QLineEdit*>();
        if (edits.isEmpty())
            return;
        edits.first()->setText(QStringLiteral("zzzz")); // nothing is left, and that is said
        for (const auto* list :
             page->page(static_cast<Section>(section))->findChildren<widgets::RowList*>())
            if (list->isVisibleTo(page.get()) && list->rows().rowCount() > 0)
                return;
        QFAIL("an empty list that says nothing");
    }

    // Both sizes of the pictures, and twice the type on a full-HD screen: no text is cut that has
    // no ellipsis, and nothing stands outside the window except in a scroll area.
    void nothingIsCut_data() {
        QTest::addColumn<int>("section");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        ChartPage page(new viewmodels::ChartModel(tests::emptyChart()));
        const QStringList names = page.sections();
        for (int i = 0; i < sections; ++i) {
            const auto add = [&](const char* what, QSize size, int scale) {
                QTest::newRow(qPrintable(names.at(i) + QLatin1Char(' ') + QLatin1String(what)))
                    << i << size << scale;
            };
            add("1440", {1440, 828}, 100);
            add("1280", {1280, 648}, 100);
            add("150 %", {1920, 980}, 150);
            add("200 %", {1920, 980}, 200);
        }
    }

    void nothingIsCut() {
        QFETCH(int, section);
        QFETCH(QSize, size);
        QFETCH(int, scale);
        Theme::instance().setScalePercent(scale);
        const auto page = opened(section, size);
        const QWidget* part = page->page(static_cast<Section>(section));
        QVERIFY2(part->width() <= size.width(), "wider than the window");
        for (const auto* text : part->findChildren<widgets::Text*>()) {
            if (!text->isVisibleTo(page.get()) || text->text().isEmpty())
                continue;
            QVERIFY2(text->width() + 1 >= text->minimumSizeHint().width() &&
                         text->height() + 1 >= text->minimumSizeHint().height(),
                     qPrintable(QStringLiteral("cut: ") + text->text()));
        }
        for (const auto* button : part->findChildren<QAbstractButton*>()) {
            if (!button->isVisibleTo(page.get()) || button->sizeHint().isEmpty())
                continue;
            QVERIFY2(button->height() + 2 >= button->fontMetrics().height(),
                     qPrintable(QStringLiteral("low: ") + button->text()));
            const QRect place = seen(*button, *page);
            QVERIFY2(place.right() <= page->width(),
                     qPrintable(QStringLiteral("outside: ") + button->text()));
        }
    }

    // A medication's name and dose are whole in every list that shows them, at every size.
    void dosesAreWholeAtTwiceTheSize() {
        Theme::instance().setScalePercent(200);
        const auto page = opened(static_cast<int>(Section::Medications), {1920, 980});
        const auto* list = page->page(Section::Medications)->findChild<widgets::RowList*>();
        QVERIFY(list->rows().rowCount() > 5);
        for (const widgets::Row& row : list->rows().rows()) {
            if (row.kind != widgets::Row::Kind::Item)
                continue;
            for (const auto& run : row.cells.first().lines.first().runs)
                QVERIFY(run.keep || run.size <= 12);
        }
    }
};

QTEST_MAIN(TestChartScreens)
#include "test_chart_screens.moc"
