#include "session/reference_map.h"

#include <QJsonDocument>

namespace chevet::session {

namespace {

bool leadsTo(QByteArrayView fullUrl, const QByteArray& type, const QByteArray& id) {
    static constexpr QByteArrayView uuid("urn:uuid:");
    if (fullUrl.startsWith(uuid))
        return fullUrl.sliced(uuid.size()) == QByteArrayView(id);
    const QByteArray place = type + '/' + id;
    return fullUrl.endsWith(place) &&
           (fullUrl.size() == place.size() || fullUrl[fullUrl.size() - place.size() - 1] == '/');
}

} // namespace

void ReferenceMap::note(const std::optional<base::Uuid>& owner,
                        const import::ProposedResource& resource, const QByteArray& id) {
    const bool plain = resource.fullUrl.isEmpty() || leadsTo(resource.fullUrl, resource.type, id);
    if (plain && resource.references.isEmpty())
        return;
    Maps& maps = m_maps[owner];
    if (!plain)
        maps.fullUrls.insert(QString::fromUtf8(resource.type + '/' + id),
                             QString::fromUtf8(resource.fullUrl));
    for (const import::ResolvedReference& reference : resource.references)
        maps.references.insert(QString::fromUtf8(reference.text),
                               QString::fromUtf8(reference.target));
}

std::vector<ReferenceMap::Record> ReferenceMap::take() {
    std::vector<Record> records;
    for (const auto& [owner, maps] : m_maps) {
        QJsonObject object;
        if (!maps.fullUrls.isEmpty())
            object.insert(QStringLiteral("fullUrls"), maps.fullUrls);
        if (!maps.references.isEmpty())
            object.insert(QStringLiteral("references"), maps.references);
        records.push_back({owner, QJsonDocument(object).toJson(QJsonDocument::Compact)});
    }
    m_maps.clear();
    return records;
}

void KnownReferences::add(QByteArrayView json) {
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    const QJsonObject urls = object.value(QLatin1String("fullUrls")).toObject();
    for (auto it = urls.begin(); it != urls.end(); ++it)
        fullUrlOf.insert(it.key().toUtf8(), it.value().toString().toUtf8());
    const QJsonObject references = object.value(QLatin1String("references")).toObject();
    for (auto it = references.begin(); it != references.end(); ++it)
        targetOf.insert(it.key(), it.value().toString());
}

} // namespace chevet::session
