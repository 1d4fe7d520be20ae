#include "session/reference_map.h"

#include <QJsonDocument>

namespace chevet::session {

namespace {

constexpr qsizetype maxText = 16LL * 1024;
constexpr qsizetype maxRecord = 1024LL * 1024; // escaped six times as long at most: below a frame's

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
    if (!plain)
        insert(owner, &Maps::fullUrls, resource.type + '/' + id, resource.fullUrl);
    for (const import::ResolvedReference& reference : resource.references)
        insert(owner, &Maps::references, reference.text, reference.target);
}

void ReferenceMap::insert(const Owner& owner, QJsonObject Maps::*map, const QByteArray& from,
                          const QByteArray& to) {
    if (from.size() + to.size() > maxText)
        return; // no address that anything could follow
    Maps& maps = m_maps[owner];
    (maps.*map).insert(QString::fromUtf8(from), QString::fromUtf8(to));
    maps.chars += from.size() + to.size();
    if (maps.chars < maxRecord)
        return;
    finish(owner, maps);
    maps = {};
}

void ReferenceMap::finish(const Owner& owner, const Maps& maps) {
    QJsonObject object;
    if (!maps.fullUrls.isEmpty())
        object.insert(QStringLiteral("fullUrls"), maps.fullUrls);
    if (!maps.references.isEmpty())
        object.insert(QStringLiteral("references"), maps.references);
    if (!object.isEmpty())
        m_full.push_back({owner, QJsonDocument(object).toJson(QJsonDocument::Compact)});
}

std::vector<ReferenceMap::Record> ReferenceMap::take() {
    for (const auto& [owner, maps] : m_maps)
        finish(owner, maps);
    m_maps.clear();
    return std::exchange(m_full, {});
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
