#include "session/drafts.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr QByteArrayView magic("CHVDRAF1");
constexpr qsizetype block = 1024;
constexpr qint64 largest = 4LL << 20;

// What the seal is bound to: a draft under another name does not open.
QByteArray named(const base::Uuid& id) {
    return magic.toByteArray() + id.toByteArray();
}

QByteArray padded(const QByteArray& json) {
    QByteArray plain(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(json.size()), plain.data());
    plain += json;
    plain.append((block - plain.size() % block) % block, '\0');
    return plain;
}

std::optional<QByteArray> unpadded(const QByteArray& plain) {
    if (plain.size() < 4)
        return std::nullopt;
    const auto size = qFromLittleEndian<quint32>(plain.constData());
    if (size > plain.size() - 4)
        return std::nullopt;
    return plain.mid(4, static_cast<qsizetype>(size));
}

QJsonObject toJson(const NoteDraft& draft) {
    QJsonArray sections;
    for (const record::WrittenSection& section : draft.sections)
        sections.append(QJsonObject{{QStringLiteral("kind"), section.kind},
                                    {QStringLiteral("title"), section.title},
                                    {QStringLiteral("text"), section.text}});
    return {{QStringLiteral("patient"), draft.patient.toString()},
            {QStringLiteral("author"), draft.author.toString()},
            {QStringLiteral("started"), draft.started.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("saved"), draft.saved.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("appendsTo"), draft.appendsTo},
            {QStringLiteral("sections"), sections}};
}

std::optional<NoteDraft> fromJson(const base::Uuid& id, const QJsonObject& json) {
    const auto patient = base::Uuid::fromString(json[u"patient"].toString());
    const auto author = base::Uuid::fromString(json[u"author"].toString());
    if (!patient || !author)
        return std::nullopt;
    NoteDraft draft{.id = id, .patient = *patient, .author = *author};
    draft.started = QDateTime::fromString(json[u"started"].toString(), Qt::ISODateWithMs);
    draft.saved = QDateTime::fromString(json[u"saved"].toString(), Qt::ISODateWithMs);
    draft.appendsTo = json[u"appendsTo"].toString();
    for (const QJsonValue section : json[u"sections"].toArray())
        draft.sections += {section[u"kind"].toString(), section[u"title"].toString(),
                           section[u"text"].toString()};
    return draft;
}

} // namespace

DraftStore::DraftStore(base::FileSystem& disk, QString folder, const crypto::Secret& vaultKey,
                       base::Random& random)
    : m_disk(disk)
    , m_folder(std::move(folder))
    , m_key(vaultKey.clone())
    , m_random(random) {}

QString DraftStore::path(const base::Uuid& id) const {
    return m_folder + QLatin1Char('/') + id.toHex();
}

base::Result<> DraftStore::save(const NoteDraft& draft) {
    const QByteArray json = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    if (json.size() > largest - block)
        return base::fail(ErrorCode::LimitExceeded, QStringLiteral("draft"));
    CHEVET_TRY(m_disk.makeFolder(m_folder));
    const crypto::SealKey key = crypto::deriveKey(m_key, "draft/1", draft.id.toByteArray());
    const crypto::Nonce nonce = crypto::randomNonce(m_random);
    const QByteArray file = magic.toByteArray() + nonce.toByteArray() +
                            crypto::seal(key.secret(), nonce, padded(json), named(draft.id));
    return base::replaceFile(m_disk, path(draft.id), file);
}

base::Result<NoteDraft> DraftStore::read(const base::Uuid& id) const {
    CHEVET_TRY_ASSIGN(const QByteArray bytes,
                      base::readWhole(m_disk, path(id), largest + 2 * block));
    const QByteArrayView view(bytes);
    if (view.size() < magic.size() + crypto::Nonce::size || !view.startsWith(magic))
        return base::fail(ErrorCode::Malformed, id.toHex());
    const auto nonce = crypto::Nonce::fromBytes(view.sliced(magic.size(), crypto::Nonce::size));
    if (!nonce)
        return base::fail(ErrorCode::Malformed, id.toHex());
    const crypto::SealKey key = crypto::deriveKey(m_key, "draft/1", id.toByteArray());
    CHEVET_TRY_ASSIGN(const QByteArray plain,
                      crypto::open(key.secret(), *nonce,
                                   view.sliced(magic.size() + crypto::Nonce::size), named(id)));
    const auto json = unpadded(plain);
    const auto draft = json ? fromJson(id, QJsonDocument::fromJson(*json).object()) : std::nullopt;
    if (!draft)
        return base::fail(ErrorCode::Malformed, id.toHex());
    return *draft;
}

base::Result<DraftStore::Found> DraftStore::all() const {
    Found found;
    if (!m_disk.exists(m_folder))
        return found;
    CHEVET_TRY_ASSIGN(const QStringList names, m_disk.list(m_folder));
    for (const QString& name : names) {
        const auto id = base::Uuid::fromString(name);
        if (!id || id->toHex() != name)
            continue; // what replaceFile() left when the power went
        auto draft = read(*id);
        if (draft)
            found.drafts += std::move(*draft);
        else
            found.damaged += name;
    }
    std::sort(found.drafts.begin(), found.drafts.end(),
              [](const NoteDraft& a, const NoteDraft& b) { return a.saved > b.saved; });
    return found;
}

base::Result<> DraftStore::discard(const base::Uuid& id) {
    if (!m_disk.exists(path(id)))
        return {};
    CHEVET_TRY(m_disk.remove(path(id)));
    return m_disk.syncFolder(m_folder);
}

} // namespace chevet::session
