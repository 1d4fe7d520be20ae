#include "support/chart_from_fhir.h"

#include "record/chart.h"
#include "ui/viewmodels/chart_build.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace chevet::tests {

viewmodels::ChartData chartFromFhir(const QString& file, bool english) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray entries = QJsonDocument::fromJson(source.readAll())[u"entry"].toArray();
    struct Held {
        QByteArray type, id, json, url;
    };
    std::vector<Held> held;
    for (const QJsonValue& entry : entries) {
        const QJsonObject resource = entry[u"resource"].toObject();
        held.push_back({resource[u"resourceType"].toString().toUtf8(),
                        resource[u"id"].toString().toUtf8(),
                        QJsonDocument(resource).toJson(QJsonDocument::Compact),
                        entry[u"fullUrl"].toString().toUtf8()});
    }
    std::vector<record::StoredResource> stored;
    for (const Held& item : held)
        stored.push_back({item.type, item.id, item.json, item.url, {}});
    const record::Speaking speaking(viewmodels::languageOf(english));
    return viewmodels::buildChartData(record::buildChart(stored), {english, {}});
}

} // namespace chevet::tests
