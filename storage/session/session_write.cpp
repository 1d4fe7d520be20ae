// Session's writing of what a professional does: one resource, one entry, countersigned.

#include "crypto/primitives/hash.h"
#include "crypto/random.h"
#include "import/fhir/reference.h"
#include "import/single_resource.h"
#include "record/note_writer.h"
#include "session/op_content.h"
#include "session/reference_map.h"
#include "session/resource_id.h"
#include "session/session.h"

namespace chevet::session {

using base::ErrorCode;

namespace {

using import::fhir::ReferenceText;

// The patient of a file as references written in it may name them.
struct PatientNames {
    QString id;  // of the Patient resource
    QString key; // the vault's own
    std::string url;

    [[nodiscard]] bool answerTo(const ReferenceText& reference) const {
        const QString named =
            QString::fromUtf8(reference.id.data(), static_cast<qsizetype>(reference.id.size()));
        switch (reference.kind) {
        case ReferenceText::Kind::Relative:
        case ReferenceText::Kind::Absolute:
            return reference.type == "Patient" && (named == id || named == key);
        case ReferenceText::Kind::Urn:
            return named == id || named == key ||
                   (!url.empty() && import::fhir::urlKey(reference.text) == url);
        case ReferenceText::Kind::Contained: // describes the subject within the resource
            return true;
        default:
            return false;
        }
    }
};

bool maySpeakOfPatient(const ReferenceText& reference) {
    return reference.kind != ReferenceText::Kind::Relative || reference.type == "Patient";
}

// WrongPatient unless the resource is, in its own words, this patient's.
base::Result<> checkSubject(const import::SingleResource& single, const PatientNames& patient) {
    if (single.resource.type == "Patient") {
        if (QString::fromUtf8(single.resource.id) == patient.id)
            return {};
        return base::fail(ErrorCode::WrongPatient, QStringLiteral("id"));
    }
    bool named = false;
    for (const QByteArray& text : single.subjects) {
        const ReferenceText reference =
            import::fhir::parseReference({text.constData(), static_cast<std::size_t>(text.size())});
        if (!maySpeakOfPatient(reference))
            continue;
        if (!patient.answerTo(reference))
            return base::fail(ErrorCode::WrongPatient, QString::fromUtf8(text.left(200)));
        named = true;
    }
    if (!named && single.clinical)
        return base::fail(ErrorCode::WrongPatient, QStringLiteral("subject"),
                          QStringLiteral("no subject"));
    return {};
}

base::Error refusalError(const import::SingleRefusal& refusal) {
    return {.code = ErrorCode::Refused,
            .where = QLatin1String(import::reasonName(refusal.reason)),
            .detail = refusal.detail};
}

QByteArray freshId(base::Random& random) {
    return crypto::randomUuid(random).toString().toLatin1();
}

} // namespace

base::Result<Written> Session::State::writeResource(const PatientKey& key,
                                                    import::SingleResource single,
                                                    const QString& reason) {
    if (!signerId())
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("write"),
                          QStringLiteral("no professional is signed in"));
    CHEVET_TRY_ASSIGN(const auto line, vault->patient(key));
    if (!line)
        return base::fail(ErrorCode::NotFound, key.toString());
    KnownReferences references;
    CHEVET_TRY_ASSIGN(const auto rows, vault->chart(key));
    for (const vault::StoredResource& row : rows)
        if (row.type == referenceMapType)
            references.add(row.json);
    const PatientNames names{
        .id = line->id,
        .key = key.toString(),
        .url = import::fhir::urlKey(
            references.fullUrlOf.value("Patient/" + line->id.toUtf8()).toStdString())};
    CHEVET_TRY(checkSubject(single, names));

    if (single.resource.id.isEmpty())
        import::giveId(single.resource, freshId(environment.random));
    else if (!isFhirId(single.resource.id))
        return base::fail(ErrorCode::Refused, QStringLiteral("id"));
    const QList<import::Attachment> attachments = settleAttachments(single.resource);
    log::Op op;
    op.patient = single.shared ? std::nullopt : std::optional(key);
    op.resourceType = single.resource.type;
    op.resourceId = single.resource.id;
    Written written{.resource = QString::fromUtf8(op.resourceType + '/' + op.resourceId)};
    CHEVET_TRY_ASSIGN(const auto current,
                      vault->currentVersion(op.patient, op.resourceType, op.resourceId));
    if (current) {
        op.parents = current->parentsOfNext();
        if (!current->deleted && attachments.isEmpty() && current->blobs.empty() &&
            current->content == crypto::hash(single.resource.json)) {
            written.unchanged = true;
            return reported(std::move(written), op);
        }
    }
    CHEVET_TRY_ASSIGN(op.blobs, storeAttachments(*this, op.patient, attachments));
    CHEVET_TRY(storeBody(*this, op, single.resource.json));
    CHEVET_TRY(blobs->flush());
    log::EntryDraft draft;
    draft.reason = reason.toUtf8();
    draft.ops = {op};
    CHEVET_TRY(write(std::move(draft)));
    return reported(std::move(written), op);
}

// Version and entry of what is current now.
base::Result<Written> Session::State::reported(Written written, const log::Op& op) const {
    CHEVET_TRY_ASSIGN(const vault::StoredResource row,
                      vault->resource(op.patient, op.resourceType, op.resourceId));
    CHEVET_TRY_ASSIGN(const log::EntryRef ref, vault->entryRef(row.stream, row.seq));
    written.version = row.version;
    written.entry = ref.hash.toHex();
    return written;
}

base::Result<Written> Session::write(const PatientKey& key, const QByteArray& json,
                                     const QString& reason) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    auto single = import::readSingle(json, storedLimits());
    if (!single)
        return std::unexpected(refusalError(single.error()));
    return m_state->writeResource(key, std::move(*single), reason);
}

base::Result<Written> Session::remove(const Owner& owner, const QString& typeAndId,
                                      const QString& reason) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    if (!m_state->signerId())
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("remove"),
                          QStringLiteral("no professional is signed in"));
    const qsizetype slash = typeAndId.indexOf(QLatin1Char('/'));
    log::Op op{.kind = log::OpKind::Tombstone,
               .patient = owner,
               .resourceType = typeAndId.left(slash).toUtf8(),
               .resourceId = typeAndId.mid(slash + 1).toUtf8()};
    if (op.resourceType == "Patient")
        return base::fail(ErrorCode::InvalidArgument, typeAndId);
    CHEVET_TRY_ASSIGN(const auto current,
                      m_state->vault->currentVersion(owner, op.resourceType, op.resourceId));
    if (!current || current->deleted)
        return base::fail(ErrorCode::NotFound, typeAndId);
    op.parents = current->parentsOfNext();
    log::EntryDraft draft;
    draft.reason = reason.toUtf8();
    draft.ops = {op};
    CHEVET_TRY(m_state->write(std::move(draft)));
    return Written{.resource = typeAndId};
}

base::Result<> Session::saveDraft(NoteDraft draft) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const auto author = m_state->signerId();
    if (!author)
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("draft"),
                          QStringLiteral("no professional is signed in"));
    draft.author = *author;
    draft.saved = m_state->environment.clock.now();
    const std::scoped_lock drafting(m_state->drafting);
    return m_state->drafts->save(draft);
}

base::Result<> Session::discardDraft(const base::Uuid& id) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock drafting(m_state->drafting);
    return m_state->drafts->discard(id);
}

base::Result<QList<NoteDraft>> Session::drafts(const PatientKey& key) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock drafting(m_state->drafting);
    CHEVET_TRY_ASSIGN(DraftStore::Found found, m_state->drafts->all());
    const auto author = m_state->signerId();
    found.drafts.removeIf([&](const NoteDraft& draft) {
        return draft.patient != key || !author || draft.author != *author;
    });
    return found.drafts;
}

base::Result<Written> Session::writeNote(const PatientKey& key, const NewNote& note) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    CHEVET_TRY_ASSIGN(const auto line, m_state->vault->patient(key));
    if (!line)
        return base::fail(ErrorCode::NotFound, key.toString());
    const auto author = m_state->signerId();
    if (!author)
        return base::fail(ErrorCode::PermissionDenied, QStringLiteral("note"),
                          QStringLiteral("no professional is signed in"));
    record::NewNote composed;
    composed.id = QString::fromLatin1(freshId(m_state->environment.random));
    composed.patientId = line->id;
    composed.authorId = author->toString();
    composed.authorName = m_state->nameOf(*author);
    composed.at = m_state->environment.clock.now().toLocalTime();
    composed.sections = note.sections;
    composed.appendsTo = note.appendsTo;
    if (!record::saysSomething(composed))
        return base::fail(ErrorCode::Refused, QStringLiteral("empty"));
    auto single = import::readSingle(record::composeNote(composed), storedLimits());
    if (!single)
        return std::unexpected(refusalError(single.error()));
    return m_state->writeResource(key, std::move(*single), {});
}

} // namespace chevet::session
