#include "session/analyte_map.h"

#include "log/body_codec.h"
#include "session/state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::session {

namespace {

const QString rowSystem = QStringLiteral("urn:chevet:analyte-rows");

QJsonObject elementOf(const QString& code, const QString& row) {
    const QJsonObject target{{QStringLiteral("code"), row},
                             {QStringLiteral("equivalence"), QStringLiteral("equivalent")}};
    return {{QStringLiteral("code"), code}, {QStringLiteral("target"), QJsonArray{target}}};
}

} // namespace

QByteArray toConceptMap(const record::AnalyteMap& map) {
    QMap<QString, QJsonArray> elements; // by system, sorted: the same table, the same bytes
    const QMap<QString, QString> sorted = [&map] {
        QMap<QString, QString> all;
        for (auto it = map.rowOf.cbegin(); it != map.rowOf.cend(); ++it)
            all.insert(it.key(), it.value());
        return all;
    }();
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it)
        elements[it.key().section(u'|', 0, -2)].append(
            elementOf(it.key().section(u'|', -1), it.value()));
    QJsonArray groups;
    for (auto it = elements.cbegin(); it != elements.cend(); ++it)
        groups.append(QJsonObject{{QStringLiteral("source"), it.key()},
                                  {QStringLiteral("target"), rowSystem},
                                  {QStringLiteral("element"), it.value()}});
    const QJsonObject root{{QStringLiteral("resourceType"), QStringLiteral("ConceptMap")},
                           {QStringLiteral("status"), QStringLiteral("active")},
                           {QStringLiteral("group"), groups}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

record::AnalyteMap fromConceptMap(QByteArrayView json) {
    record::AnalyteMap map;
    const QJsonObject root = QJsonDocument::fromJson(json.toByteArray()).object();
    for (const QJsonValue group : root[u"group"].toArray())
        for (const QJsonValue element : group[u"element"].toArray()) {
            const QString row = element[u"target"][0][u"code"].toString();
            if (!row.isEmpty())
                map.rowOf.insert(group[u"source"].toString() + u'|' + element[u"code"].toString(),
                                 row);
        }
    return map;
}

record::AnalyteMap Session::State::analyteMap() const {
    const auto stored = vault->resource(std::nullopt, analyteMapType, analyteMapId);
    return stored ? fromConceptMap(stored->json) : record::AnalyteMap();
}

base::Result<> Session::mapAnalyte(const QString& code, const QString& row) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    if (!code.contains(u'|') || code.size() > 1000 || row.size() > 1000)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("code"));
    record::AnalyteMap map = m_state->analyteMap();
    if (row.isEmpty())
        map.rowOf.remove(code);
    else
        map.rowOf.insert(code, row);
    log::Op op;
    op.resourceType = analyteMapType;
    op.resourceId = analyteMapId;
    CHEVET_TRY_ASSIGN(const auto current,
                      m_state->vault->currentVersion(std::nullopt, analyteMapType, analyteMapId));
    if (current)
        op.parents = {current->digest};
    CHEVET_TRY_ASSIGN(op.body, log::BodyCodec::instance().encode(toConceptMap(map)));
    log::EntryDraft draft;
    draft.ops.push_back(std::move(op));
    return m_state->write(std::move(draft));
}

} // namespace chevet::session
