// Files of other people's programs, as pages would show them: no address, no empty line, no number
// that must not be shown, and every page opens on them. Skipped where ../shared is not there.

#include "record/language.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/viewmodels/chart_build.h"
#include "ui/widgets/theme.h"
#include "unit/record/bundle_file.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace chevet;
using viewmodels::ChartData;
using viewmodels::ItemView;

namespace {

ChartData chartOf(const QString& path, bool english) {
    BundleFile file;
    (void)file.load(path);
    const record::Speaking words(english ? record::Language::English : record::Language::French);
    return viewmodels::buildChartData(file.chart(), {english, QDate(2025, 10, 9)});
}

struct Said {
    QString text, where;
};

void addItem(QList<Said>& said, const ItemView& item) {
    said << Said{item.title, item.reference + QStringLiteral(" title")}
         << Said{item.subtitle, item.reference + QStringLiteral(" subtitle")}
         << Said{item.status, item.reference + QStringLiteral(" status")}
         << Said{item.place, item.reference + QStringLiteral(" place")}
         << Said{item.date, item.reference + QStringLiteral(" date")};
}

// Every line of every list.
QList<Said> linesOf(const ChartData& chart) {
    QList<Said> said;
    const auto addAll = [&said](const auto& items) {
        for (const auto& item : items)
            addItem(said, item);
    };
    addAll(chart.medications);
    addAll(chart.allergies);
    addAll(chart.problems);
    addAll(chart.immunizations);
    addAll(chart.consultations);
    addAll(chart.imaging);
    addAll(chart.documents);
    addAll(chart.orders);
    addAll(chart.team);
    for (const auto& medication : chart.medications)
        said << Said{medication.posology, medication.reference + QStringLiteral(" posology")}
             << Said{medication.change, medication.reference + QStringLiteral(" change")};
    for (const auto* results : {&chart.results, &chart.vitals}) {
        for (const auto& row : results->rows)
            said << Said{row.name, row.key} << Said{row.unit, row.key + QStringLiteral(" unit")}
                 << Said{row.latest().text, row.key + QStringLiteral(" value")};
    }
    return said;
}

QList<const ItemView*> itemsOf(const ChartData& chart) {
    QList<const ItemView*> items;
    const auto addAll = [&items](const auto& list) {
        for (const auto& item : list)
            items << &item;
    };
    addAll(chart.medications);
    addAll(chart.allergies);
    addAll(chart.problems);
    addAll(chart.immunizations);
    addAll(chart.consultations);
    addAll(chart.imaging);
    addAll(chart.documents);
    addAll(chart.orders);
    addAll(chart.others);
    return items;
}

} // namespace

class TestChartCorpora : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_corpora = BundleFile::sharedCorpora();
        if (m_corpora.isEmpty())
            QSKIP("no ../shared/corpora beside the clone");
        widgets::Theme::instance().install();
    }

    void linesAreForReading_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"ips/connectathon", "ips/examples", "psca-2.1.1",
                                   "fhir-r4-examples", "synthea-r4-2022/json"})
            addFiles(QString::fromLatin1(folder), 400);
        addFiles(QStringLiteral("synthea-r4"), 12);
    }

    void linesAreForReading() {
        QFETCH(QString, path);
        static const QRegularExpression address(
            QStringLiteral("https?://|urn:(uuid|oid):|\\b[A-Z][A-Za-z]+/[0-9a-f]{8}-[0-9a-f]{4}|"
                           "data-absent|\\{\\d|<div|&amp;"));
        for (const bool english : {false, true}) {
            const ChartData chart = chartOf(path, english);
            for (const Said& line : linesOf(chart))
                QVERIFY2(!address.match(line.text).hasMatch(),
                         qPrintable(line.where + QStringLiteral(": ") + line.text.left(200)));
            for (const ItemView* item : itemsOf(chart)) {
                QVERIFY2(!item->title.trimmed().isEmpty(), qPrintable(item->reference));
                QVERIFY2(!item->date.contains(u'T'), qPrintable(item->reference));
            }
            for (const auto& row : chart.results.rows)
                QVERIFY(!row.points.isEmpty());
        }
    }

    // Every page of the files with the most in them, at both sizes.
    void everyPageOpens_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"ips/connectathon", "psca-2.1.1", "fhir-r4-examples"})
            addFiles(QString::fromLatin1(folder), 3);
        addFiles(QStringLiteral("synthea-r4"), 2);
    }

    void everyPageOpens() {
        QFETCH(QString, path);
        pages::ChartPage page(new viewmodels::ChartModel(chartOf(path, false)));
        for (const QSize size : {QSize(1440, 828), QSize(1280, 648)}) {
            page.resize(size);
            page.setCompact(size.width() < 1400);
            page.show();
            for (int i = 0; i < page.sections().size(); ++i) {
                page.openSection(i);
                QVERIFY(!page.grab().isNull());
            }
        }
    }

private:
    // The largest first: they have the most in them.
    void addFiles(const QString& folder, qsizetype most) const {
        QList<QPair<qint64, QString>> files;
        for (QDirIterator it(m_corpora + u'/' + folder, {QStringLiteral("*.json")}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString path = it.next();
            if (it.fileInfo().size() < 6'000'000)
                files.append({-it.fileInfo().size(), path});
        }
        std::sort(files.begin(), files.end());
        for (const auto& [size, path] : files.mid(0, most))
            QTest::newRow(qPrintable(path.mid(m_corpora.size() + 1))) << path;
    }

    QString m_corpora;
};

QTEST_MAIN(TestChartCorpora)
#include "test_chart_corpora.moc"
