#include "bench_support.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <chrono>
#include <cmath>
#include <cstdio>

namespace chevet::bench {

QString sharedFolder() {
    const QString given = qEnvironmentVariable("CHEVET_SHARED");
    const QString folder = given.isEmpty() ? QStringLiteral(CHEVET_SOURCE_DIR "/../shared") : given;
    return QFileInfo::exists(folder) ? folder : QString();
}

QStringList syntheaFiles() {
    const QDir folder(sharedFolder() + QLatin1String("/corpora/synthea-r4"));
    QStringList files;
    for (const QString& name :
         folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        files += folder.filePath(name);
    return files;
}

double seconds(const std::function<void()>& work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    const auto rank =
        static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

namespace {
int print(const QJsonObject& object) {
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    return 0;
}
} // namespace

int report(const QString& bench, const QList<Row>& rows, const QString& note) {
    QJsonArray list;
    for (const Row& row : rows) {
        QJsonObject object{{QStringLiteral("name"), row.name},
                           {QStringLiteral("value"), row.value},
                           {QStringLiteral("unit"), row.unit}};
        if (!row.goal.isEmpty())
            object.insert(QStringLiteral("goal"), row.goal);
        if (row.limit)
            object.insert(QStringLiteral("limit"), *row.limit);
        if (!row.limitName.isEmpty())
            object.insert(QStringLiteral("limitName"), row.limitName);
        if (!row.goalRatio.isEmpty())
            object.insert(QStringLiteral("goalRatio"), row.goalRatio);
        list.append(object);
    }
    return print({{QStringLiteral("bench"), bench},
                  {QStringLiteral("rows"), list},
                  {QStringLiteral("note"), note}});
}

int skipped(const QString& bench, const QString& why) {
    return print({{QStringLiteral("bench"), bench}, {QStringLiteral("skipped"), why}});
}

Filled importSynthea(const vault::DatabaseOptions* options) {
    Filled filled;
    filled.clinic = std::make_unique<tests::TestClinic>();
    filled.clinic->environment.database = options;
    auto made = filled.clinic->create();
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    filled.session = std::move(*made);
    const auto summary = filled.session->import(syntheaFiles());
    if (!summary)
        qFatal("%s", qPrintable(summary.error().toString()));
    filled.summary = *summary;
    return filled;
}

} // namespace chevet::bench
