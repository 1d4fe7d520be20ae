// All of the corpora's FHIR goes in, and nothing is lost on the way: what Python's JSON reader
// counts is what the importer proposes or refuses.

#include "import/attachment.h"
#include "import_helper.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <ctime>

using namespace chevet::import;
using namespace chevet::import::test;

namespace {

QMap<QString, int> countedByPython(const QString& path) {
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral(CHEVET_SOURCE_DIR "/tests/tools/count_resources.py"), path});
    python.waitForFinished(120'000);
    const QJsonObject counts = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    QMap<QString, int> out;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out[it.key()] = it.value().toInt();
    return out;
}

QString describe(const QMap<QString, int>& counts) {
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        parts += it.key() + QLatin1Char(' ') + QString::number(it.value());
    return parts.join(QLatin1String(", "));
}

} // namespace

class TestImportCorpora : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (corpora().isEmpty())
            QSKIP("../shared/corpora is absent: set CHEVET_SHARED to run these");
    }

    void everyResourceIsProposed_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("unattached"); // at most
        QTest::newRow("synthea") << QStringLiteral("synthea-r4") << 0;
        QTest::newRow("synthea 2022") << QStringLiteral("synthea-r4-2022/json") << 0;
        QTest::newRow("ips") << QStringLiteral("ips") << 40;
        QTest::newRow("psca") << QStringLiteral("psca-2.1.1") << 20;
        QTest::newRow("ca baseline") << QStringLiteral("ca-baseline-1.x") << 0;
        QTest::newRow("hl7 examples") << QStringLiteral("fhir-r4-examples")
                                      << 700; // most of their patients are not among them
        QTest::newRow("bulk") << QStringLiteral("ndjson/smart-bulk-10-patients") << 0;
        QTest::newRow("bulk, all types") << QStringLiteral("ndjson/derived-3-patients-full") << 0;
    }

    void everyResourceIsProposed() {
        QFETCH(QString, folder);
        QFETCH(int, unattached);
        const QString path = corpora() + QLatin1Char('/') + folder;
        const std::clock_t before = std::clock();
        const Outcome outcome = import({path});
        const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo(
            "%s: %.1f MB per CPU second, %lld resources, %lld patients, %lld refused, %lld remarks",
            qPrintable(folder), static_cast<double>(outcome.bytes) / 1e6 / seconds,
            static_cast<long long>(outcome.resources.size()),
            static_cast<long long>(outcome.patients.size()),
            static_cast<long long>(outcome.refused.size()),
            static_cast<long long>(outcome.remarks.size()));
        QCOMPARE(describe(outcome.perType()), describe(countedByPython(path)));
        int loose = 0;
        QMap<QString, int> why;
        for (const ProposedResource& resource : outcome.resources)
            loose += resource.owner == OwnerKind::Unattached ? 1 : 0;
        for (const Finding& finding : outcome.refused)
            ++why[QLatin1String(reasonName(finding.reason))];
        for (const Finding& finding : outcome.remarks)
            ++why[QLatin1String(reasonName(finding.reason))];
        qInfo("%d unattached; %s", loose, qPrintable(describe(why)));
        if (qEnvironmentVariableIsSet("VERBOSE"))
            for (const Finding& finding : outcome.refused + outcome.remarks)
                qInfo("  %s %s %s %s", reasonName(finding.reason),
                      qPrintable(QFileInfo(finding.file).fileName()), qPrintable(finding.where),
                      qPrintable(finding.detail));
        QVERIFY2(loose <= unattached, qPrintable(QString::number(loose)));
    }
};

QTEST_GUILESS_MAIN(TestImportCorpora)
#include "test_import_corpora.moc"
