#include "session/known_documents.h"

#include "crypto/primitives/hash.h"
#include "import/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::session {

namespace {

// The file's name counts where its people are all that it holds: two clinics may well write the
// same two words about two persons.
QByteArray idOf(const import::Proposal& file) {
    crypto::Hasher hasher;
    hasher.update("document/1");
    bool more = false;
    for (const import::ProposedResource& resource : file.resources) {
        more = more || resource.type != "Patient";
        hasher.update(crypto::hash(resource.json).view());
        for (const import::Attachment& attachment : resource.attachments)
            hasher.update(crypto::hash(attachment.bytes).view());
    }
    if (!more)
        hasher.update(file.file.section(QLatin1Char('/'), -1).toUtf8());
    return "x" + hasher.finish().toByteArray().left(24).toHex();
}

} // namespace

std::optional<KnownDocuments::Document> KnownDocuments::find(const import::Proposal& whole) const {
    Document document;
    for (const import::ProposedPatient& person : whole.patients)
        if (person.seen && !import::isRecognisable(person))
            document.people += person.sourceKey;
    if (document.people.isEmpty())
        return std::nullopt;
    document.id = idOf(whole);
    if (const auto known = m_pending.constFind(document.id); known != m_pending.cend()) {
        document.keys = *known;
        return document;
    }
    const auto row = m_vault.resource(std::nullopt, documentType, document.id);
    if (!row)
        return document;
    const QJsonArray keys =
        QJsonDocument::fromJson(row->json).object().value(QLatin1String("patients")).toArray();
    for (const QJsonValue& text : keys)
        if (const auto key = base::Uuid::fromString(text.toString());
            key && m_vault.wrappedKey(*key))
            document.keys += *key;
    if (document.keys.size() != document.people.size())
        document.keys.clear(); // somebody's file is gone
    return document;
}

QByteArray KnownDocuments::remember(const Document& document, const QList<base::Uuid>& keys) {
    m_pending.insert(document.id, keys);
    QJsonArray list;
    for (const base::Uuid& key : keys)
        list.append(key.toString());
    return QJsonDocument(QJsonObject{{QStringLiteral("patients"), list}})
        .toJson(QJsonDocument::Compact);
}

} // namespace chevet::session
