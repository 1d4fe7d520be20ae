#include "session/ingest.h"

#include "crypto/primitives/hash.h"
#include "record/dates.h"
#include "session/op_content.h"
#include "session/parallel.h"
#include "session/reference_map.h"
#include "session/stored_attachment.h"

namespace chevet::session {

namespace {

constexpr qint64 batchBytes = 12LL << 20; // of raw input: about one fsync per 150 ms of work
constexpr std::size_t batchOps = 20'000;

// A resource's place in the view: owner, type and id.
log::Source sourceOf(const QByteArray& file, const QString& place) {
    using Place = log::Source::Place;
    const std::uint32_t number = place.section(QLatin1Char(' '), 1, 1).toUInt();
    if (place.startsWith(QLatin1String("entry ")))
        return {.file = file, .place = Place::Entry, .number = number};
    if (place.startsWith(QLatin1String("line ")))
        return {.file = file, .place = Place::Line, .number = number};
    return {.file = file, .place = Place::Whole, .number = 0};
}

// UTC milliseconds, 16 bits of counter left at zero: within one workstation seq gives the order.
std::uint64_t hybridTime(const QDateTime& now) {
    return static_cast<std::uint64_t>(now.toMSecsSinceEpoch()) << 16U;
}

// Whether its source wrote the one version before the other: both must say when, to the second.
bool isEarlier(const QString& incoming, const QString& current) {
    using record::PartialDate;
    const PartialDate in = PartialDate::parse(incoming), known = PartialDate::parse(current);
    return in.precision == PartialDate::Precision::Time && in.hasZone && known.hasZone &&
           known.precision == PartialDate::Precision::Time && in.sortKey() < known.sortKey();
}

// Name without folder, as a source holds it: at most 1,024 bytes, no character cut in two.
QByteArray nameOf(const QString& file) {
    const QByteArray name = file.section(QLatin1Char('/'), -1).toUtf8();
    qsizetype size = std::min<qsizetype>(name.size(), 1024);
    while (size > 0 && size < name.size() && (name[size] & 0xc0) == 0x80)
        --size;
    return name.left(size);
}

QByteArray placeKey(const std::optional<base::Uuid>& patient, const QByteArray& type,
                    const QByteArray& id) {
    return (patient ? patient->toByteArray() : QByteArray()) + type + '/' + id;
}

} // namespace

struct Ingest::Unit {
    log::Op op;
    QByteArray json;                       // as it will be stored
    QList<import::Attachment> attachments; // those that become blobs
    std::size_t proposal = 0;
    log::Hash content;
    QString lastUpdated; // meta, as its source wrote it
    bool unchanged = false;
};

struct Ingest::Batch {
    QList<import::Proposal> proposals;
    qint64 bytes = 0;
    std::size_t resources = 0;
    std::vector<Unit> units;
};

Ingest::Ingest(Session::State& state)
    : m_state(state)
    , m_matching(*state.vault, state.environment.random)
    , m_documents(*state.vault)
    , m_newKeys(*state.vault)
    , m_gathering(std::make_unique<Batch>()) {}

Ingest::~Ingest() {
    if (m_commit.valid())
        m_commit.wait();
}

base::Result<> Ingest::add(import::Proposal&& proposal) {
    m_gathering->bytes += proposal.bytes;
    m_gathering->resources += static_cast<std::size_t>(proposal.resources.size());
    m_gathering->proposals += std::move(proposal);
    if (m_gathering->bytes < batchBytes && m_gathering->resources < batchOps)
        return {};
    return commitLater();
}

base::Result<> Ingest::finish() {
    CHEVET_TRY(commitLater());
    return waitForCommit();
}

base::Result<> Ingest::commitLater() {
    CHEVET_TRY(waitForCommit());
    m_committing = std::exchange(m_gathering, std::make_unique<Batch>());
    m_commit = std::async(std::launch::async, [this] { return commit(*m_committing); });
    return {};
}

base::Result<> Ingest::waitForCommit() {
    if (!m_commit.valid())
        return {};
    return m_commit.get();
}

base::Result<> Ingest::commit(Batch& batch) {
    if (batch.proposals.isEmpty())
        return {};
    CHEVET_TRY(matchPatients(batch));
    CHEVET_TRY(compare(batch));
    CHEVET_TRY(encode(batch));
    std::vector<log::EntryDraft> drafts;
    CHEVET_TRY_ASSIGN(const std::vector<log::PreparedEntry> prepared, pack(batch, drafts));
    CHEVET_TRY(write(prepared, std::move(drafts)));
    count(batch);
    if (!m_open) { // every file is complete, so the view shows all of it
        m_pendingVersions.clear();
        m_matching.forgetPending();
        m_documents.forgetPending();
    }
    return {};
}

base::Result<> Ingest::write(std::span<const log::PreparedEntry> prepared,
                             std::vector<log::EntryDraft> drafts) {
    if (prepared.empty())
        return {};
    CHEVET_TRY(m_state.blobs->flush()); // before any op that names one is acknowledged
    CHEVET_TRY_ASSIGN(const std::vector<log::EntryRef> refs, m_state.log->append(prepared));
    std::vector<vault::Incoming> incoming;
    incoming.reserve(refs.size());
    for (std::size_t i = 0; i < refs.size(); ++i)
        incoming.push_back({.ref = refs[i], .content = std::move(drafts[i])});
    return m_state.vault->apply(incoming);
}

void Ingest::count(const Batch& batch) {
    for (const Unit& unit : batch.units) {
        if (unit.op.resourceType.startsWith("chevet-") || unit.op.resourceType == "Bundle")
            continue;
        ++(unit.unchanged ? m_counts.unchanged : m_counts.resources);
        if (unit.op.patient)
            m_patients.insert(*unit.op.patient);
    }
    m_counts.patients = static_cast<qint64>(m_patients.size());
}

namespace {
// The view knows a Patient's JSON by its hash: what tells that somebody without any identifier came
// again.
void recogniseByContent(import::Proposal& proposal) {
    QHash<QByteArray, QByteArray> contents;
    for (const import::ProposedResource& resource : std::as_const(proposal.resources))
        if (resource.type == "Patient" && !contents.contains(resource.patientKey))
            contents.insert(resource.patientKey, crypto::hash(resource.json).toByteArray());
    for (import::ProposedPatient& person : proposal.patients)
        person.contentKey = contents.value(person.sourceKey);
}
} // namespace

base::Result<> Ingest::matchPatients(Batch& batch) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(batch.proposals.size()); ++i)
        CHEVET_TRY(matchPatients(batch, i));
    return {};
}

base::Result<> Ingest::matchPatients(Batch& batch, std::size_t index) {
    import::Proposal& proposal = batch.proposals[static_cast<qsizetype>(index)];
    const bool whole = std::exchange(m_fileEnded, proposal.last) && proposal.last;
    const auto document = whole ? m_documents.find(proposal) : std::nullopt;
    if (document && !document->keys.isEmpty())
        for (qsizetype i = 0; i < document->people.size(); ++i)
            m_matching.assume(document->people[i], document->keys[i]);
    recogniseByContent(proposal);
    for (const import::ProposedPatient& person : std::as_const(proposal.patients)) {
        CHEVET_TRY_ASSIGN(const auto matched, m_matching.match(person));
        if (!matched || !matched->fresh || m_state.vault->wrappedKey(matched->key))
            continue;
        CHEVET_TRY_ASSIGN(log::WrappedPatientKey key,
                          m_state.ring->newPatientKey(matched->key, m_state.environment.random));
        m_newKeys.add(std::move(key));
    }
    const QByteArray file = nameOf(proposal.file);
    makeUnits(batch, index);
    if (!document || !document->keys.isEmpty())
        return {};
    QList<base::Uuid> keys;
    for (const QByteArray& person : document->people)
        if (const auto key = m_matching.keyOf(person))
            keys += *key;
    if (keys.size() == document->people.size()) {
        Unit unit =
            ownUnit(index, std::nullopt, documentType, m_documents.remember(*document, keys), file);
        unit.op.resourceId = document->id;
        batch.units.push_back(std::move(unit));
    }
    return {};
}

void Ingest::makeUnits(Batch& batch, std::size_t index) {
    import::Proposal& proposal = batch.proposals[static_cast<qsizetype>(index)];
    const QByteArray file = nameOf(proposal.file);
    const std::size_t first = batch.units.size();
    ReferenceMap references;
    m_ids.start();
    for (import::ProposedResource& resource : proposal.resources) {
        Unit unit;
        unit.proposal = index;
        if (resource.owner == import::OwnerKind::Patient)
            unit.op.patient = m_matching.keyOf(resource.patientKey);
        unit.op.resourceType = resource.type;
        unit.op.resourceId = m_ids.idOf(resource);
        unit.op.source = sourceOf(file, resource.place);
        unit.lastUpdated = QString::fromUtf8(resource.lastUpdated);
        references.note(unit.op.patient, resource, unit.op.resourceId);
        unit.attachments = settleAttachments(resource);
        unit.json = std::move(resource.json);
        batch.units.push_back(std::move(unit));
    }
    proposal.resources.clear();
    for (const ReferenceMap::Record& record : references.take())
        batch.units.push_back(ownUnit(index, record.owner, referenceMapType, record.json, file));
    if (!proposal.bundle.isEmpty())
        batch.units.push_back(ownUnit(index, m_matching.onlyOneOf(proposal.patients), "Bundle",
                                      proposal.bundle, file));
    for (const QByteArray& shell : std::as_const(proposal.innerBundles))
        batch.units.push_back(
            ownUnit(index, m_matching.onlyOneOf(proposal.patients), "Bundle", shell, file));
    // An entry seals the consecutive ops of one patient together.
    std::stable_sort(batch.units.begin() + static_cast<std::ptrdiff_t>(first), batch.units.end(),
                     [](const Unit& a, const Unit& b) { return a.op.patient < b.op.patient; });
}

Ingest::Unit Ingest::ownUnit(std::size_t proposal, const std::optional<base::Uuid>& owner,
                             const char* type, const QByteArray& json, const QByteArray& file) {
    Unit unit;
    unit.proposal = proposal;
    unit.op.patient = owner;
    unit.op.resourceType = type;
    unit.op.resourceId = "x" + crypto::hash(json).toByteArray().left(12).toHex();
    unit.op.source = log::Source{.file = file, .place = log::Source::Place::Whole, .number = 0};
    unit.json = json;
    return unit;
}

base::Result<> Ingest::compare(Batch& batch) {
    CHEVET_TRY(parallelFor(batch.units.size(), [&](std::size_t i) -> base::Result<> {
        batch.units[i].content = crypto::hash(batch.units[i].json);
        return {};
    }));
    for (Unit& unit : batch.units)
        CHEVET_TRY(place(unit));
    return {};
}

base::Result<> Ingest::place(Unit& unit) {
    const QByteArray key = placeKey(unit.op.patient, unit.op.resourceType, unit.op.resourceId);
    std::optional<vault::CurrentVersion> current;
    const auto pending = m_pendingVersions.constFind(key);
    if (pending != m_pendingVersions.cend()) {
        current = pending->front();
    } else {
        CHEVET_TRY_ASSIGN(current, m_state.vault->currentVersion(
                                       unit.op.patient, unit.op.resourceType, unit.op.resourceId));
    }
    unit.unchanged = current && !current->deleted && saysTheSame(unit, *current);
    if (unit.unchanged)
        return {};
    std::vector<vault::CurrentVersion> known;
    if (current) {
        // A file that comes again must not undo what came, or was written, after it.
        CHEVET_TRY_ASSIGN(known, knownVersions(unit, key));
        unit.unchanged =
            std::any_of(known.begin(), known.end(), [&](const vault::CurrentVersion& version) {
                return !version.deleted && saysTheSame(unit, version);
            });
        if (unit.unchanged)
            return {};
        if (isEarlier(unit.lastUpdated, current->lastUpdated))
            unit.op.kind = log::OpKind::Earlier;
        else
            unit.op.parents = current->parentsOfNext();
    }
    vault::CurrentVersion next;
    next.content = unit.content;
    CHEVET_TRY_ASSIGN(unit.op.blobs, storeAttachments(m_state, unit.op.patient, unit.attachments));
    next.digest = log::opDigest(unit.op, unit.content);
    next.blobs = unit.op.blobs;
    next.lastUpdated = unit.lastUpdated;
    const bool behind = unit.op.kind == log::OpKind::Earlier;
    known.insert(known.begin() + (behind ? 1 : 0), std::move(next));
    m_pendingVersions.insert(key, std::move(known));
    return {};
}

base::Result<std::vector<vault::CurrentVersion>> Ingest::knownVersions(const Unit& unit,
                                                                       const QByteArray& key) {
    const auto pending = m_pendingVersions.constFind(key);
    if (pending != m_pendingVersions.cend())
        return *pending; // begins as what the view knows
    return m_state.vault->knownVersions(unit.op.patient, unit.op.resourceType, unit.op.resourceId);
}

bool Ingest::saysTheSame(const Unit& unit, const vault::CurrentVersion& version) {
    return version.content == unit.content && sameAttachments(unit, version);
}

bool Ingest::sameAttachments(const Unit& unit, const vault::CurrentVersion& current) {
    // A blob without a pointer is a long body, which `content` already compares.
    std::vector<log::Hash> known, given;
    for (const log::BlobRef& blob : current.blobs)
        if (!blob.pointer.isEmpty())
            known.push_back(blob.hash);
    for (const import::Attachment& attachment : unit.attachments)
        given.push_back(crypto::hash(packAttachment(attachment)));
    return known == given;
}

base::Result<> Ingest::encode(Batch& batch) const {
    return parallelFor(batch.units.size(), [&](std::size_t i) -> base::Result<> {
        Unit& unit = batch.units[i];
        if (unit.unchanged)
            return {};
        CHEVET_TRY(storeBody(m_state, unit.op, unit.json));
        unit.json.clear();
        return {};
    });
}

base::Result<std::vector<log::PreparedEntry>> Ingest::pack(Batch& batch,
                                                           std::vector<log::EntryDraft>& drafts) {
    std::size_t at = 0;
    for (qsizetype i = 0; i < batch.proposals.size(); ++i) {
        if (!m_open) {
            log::EntryDraft prototype;
            prototype.time = hybridTime(m_state.environment.clock.now());
            m_open.emplace(std::move(prototype), m_state.environment.random);
        }
        for (; at < batch.units.size() && batch.units[at].proposal == static_cast<std::size_t>(i);
             ++at) {
            Unit& unit = batch.units[at];
            if (unit.unchanged)
                continue;
            if (unit.op.patient)
                if (auto key = m_newKeys.take(*unit.op.patient))
                    m_open->addKey(std::move(*key));
            CHEVET_TRY_ASSIGN(std::optional<log::EntryDraft> full, m_open->add(log::Op(unit.op)));
            unit.op.body.clear();
            if (full)
                drafts.push_back(std::move(*full));
        }
        if (!batch.proposals[i].last)
            continue;
        if (auto rest = m_open->finish())
            drafts.push_back(std::move(*rest));
        m_open.reset();
    }
    std::vector<std::optional<log::PreparedEntry>> made(drafts.size());
    CHEVET_TRY(parallelFor(drafts.size(), [&](std::size_t i) -> base::Result<> {
        CHEVET_TRY_ASSIGN(made[i], log::prepareEntry(drafts[i], *m_state.ring, nullptr,
                                                     m_state.environment.random));
        return {};
    }));
    std::vector<log::PreparedEntry> prepared;
    prepared.reserve(made.size());
    for (auto& entry : made)
        prepared.push_back(std::move(*entry));
    return prepared;
}

} // namespace chevet::session
