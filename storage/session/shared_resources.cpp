#include "session/shared_resources.h"

namespace chevet::session {

namespace {
QByteArray jsonOf(const base::Result<vault::StoredResource>& row) {
    return row ? row->json : QByteArray();
}
} // namespace

QByteArray SharedResources::byName(const QString& typeAndId) const {
    const QStringList parts = typeAndId.split(QLatin1Char('/'));
    if (parts.size() != 2)
        return {};
    return jsonOf(m_vault.resource(std::nullopt, parts[0].toUtf8(), parts[1].toUtf8()));
}

QByteArray SharedResources::byIdentifier(const QString& condition) const {
    static const QString marker = QStringLiteral("?identifier=");
    const qsizetype at = condition.indexOf(marker);
    const QByteArray type = condition.left(at).toUtf8();
    return jsonOf(m_vault.byIdentifier(type, condition.mid(at + marker.size()), m_patient));
}

QByteArray SharedResources::byUuid(const QString& uuid) const {
    // The text names no type; these are what charts refer to, the frequent ones first.
    for (const char* type : {"Practitioner", "Organization", "Location", "PractitionerRole",
                             "Medication", "Device", "HealthcareService", "Substance"})
        if (const QByteArray json = jsonOf(m_vault.resource(std::nullopt, type, uuid.toUtf8()));
            !json.isEmpty())
            return json;
    return {};
}

QByteArray SharedResources::find(const QString& reference) const {
    if (const auto known = m_references.targetOf.constFind(reference);
        known != m_references.targetOf.cend())
        if (const QByteArray json = byName(*known); !json.isEmpty())
            return json;
    if (reference.contains(QLatin1String("?identifier=")))
        return byIdentifier(reference);
    if (reference.startsWith(QLatin1String("urn:uuid:")))
        return byUuid(reference.mid(9));
    QStringList parts = reference.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (const qsizetype history = parts.indexOf(QLatin1String("_history")); history >= 0)
        parts = parts.mid(0, history);
    return parts.size() < 2 ? QByteArray()
                            : byName(parts[parts.size() - 2] + QLatin1Char('/') + parts.last());
}

} // namespace chevet::session
