// Session's reading: patients, charts, resources.

#include "record/nam.h"
#include "session/provenance.h"
#include "session/reference_map.h"
#include "session/resource_id.h"
#include "session/session.h"
#include "session/shared_resources.h"
#include "session/state.h"
#include "session/stored_attachment.h"
#include "vault/slots.h"

namespace chevet::session {

using base::ErrorCode;

namespace {

PatientRow::Match matchOf(vault::PatientLine::Match match) {
    switch (match) {
    case vault::PatientLine::Match::Listed:
        return PatientRow::Match::Listed;
    case vault::PatientLine::Match::Exact:
        return PatientRow::Match::Exact;
    case vault::PatientLine::Match::Prefix:
        return PatientRow::Match::Prefix;
    case vault::PatientLine::Match::Phonetic:
        return PatientRow::Match::Phonetic;
    case vault::PatientLine::Match::Close:
        return PatientRow::Match::Close;
    }
    return PatientRow::Match::Listed;
}

// "Type/id" in two; nullopt otherwise.
std::optional<std::pair<QByteArray, QByteArray>> splitName(const QString& typeAndId) {
    const QByteArray text = typeAndId.toUtf8();
    const qsizetype slash = text.indexOf('/');
    if (slash <= 0 || slash + 1 >= text.size())
        return std::nullopt;
    return std::pair(text.left(slash), text.mid(slash + 1));
}

} // namespace

// A row as pages and the command line know it: an id shared with another file gives way to the key.
base::Result<PatientRow> Session::State::rowOf(const vault::PatientLine& line) const {
    CHEVET_TRY_ASSIGN(const auto same, vault->withId(line.id));
    PatientRow row(line.key);
    row.id = same.size() > 1 ? line.key.toString() : line.id;
    row.family = line.family;
    row.given = line.given;
    row.nam = line.nam;
    row.namValid = line.namValid;
    row.birthDate = line.birth;
    row.sex = line.sex;
    row.phone = line.phone;
    row.lastContact = line.contact;
    row.lastContactWords = line.contactWords;
    row.namesake = line.namesake;
    row.restricted = line.restricted;
    row.match = matchOf(line.match);
    return row;
}

base::Result<QList<PatientRow>>
Session::State::rowsOf(const QList<vault::PatientLine>& lines) const {
    QList<PatientRow> rows;
    for (const vault::PatientLine& line : lines) {
        CHEVET_TRY_ASSIGN(PatientRow row, rowOf(line));
        rows += std::move(row);
    }
    return rows;
}

base::Result<PatientPage> Session::search(const QString& text, int limit, int offset) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const qint64 before = m_state->environment.clock.monotonicNanoseconds();
    CHEVET_TRY_ASSIGN(const vault::PatientLines lines, m_state->vault->search(text, limit, offset));
    PatientPage page;
    page.total = lines.total;
    CHEVET_TRY_ASSIGN(page.rows, m_state->rowsOf(lines.lines));
    page.milliseconds =
        static_cast<double>(m_state->environment.clock.monotonicNanoseconds() - before) / 1e6;
    return page;
}

base::Result<PatientRow> Session::patient(const PatientKey& key) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto line, m_state->vault->patient(key));
    if (!line)
        return base::fail(ErrorCode::NotFound, key.toString());
    return m_state->rowOf(*line);
}

base::Result<PatientRow> Session::findPatient(const QString& idOrNam) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    if (const auto key = base::Uuid::fromString(idOrNam)) {
        CHEVET_TRY_ASSIGN(const auto line, m_state->vault->patient(*key));
        if (line)
            return m_state->rowOf(*line);
    }
    CHEVET_TRY_ASSIGN(QList<vault::PatientLine> lines, m_state->vault->withId(idOrNam));
    if (lines.isEmpty()) {
        CHEVET_TRY_ASSIGN(lines, m_state->vault->withNam(record::normaliseNam(idOrNam)));
    }
    if (lines.size() != 1)
        return base::fail(ErrorCode::NotFound, idOrNam,
                          lines.isEmpty() ? QString() : QStringLiteral("several patients"));
    return m_state->rowOf(lines.first());
}

base::Result<QList<Appointment>> Session::appointments(const QDate& localDay) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const qint64 from = localDay.startOfDay().toMSecsSinceEpoch();
    const qint64 to = localDay.addDays(1).startOfDay().toMSecsSinceEpoch();
    CHEVET_TRY_ASSIGN(const auto lines, m_state->vault->appointments(from, to));
    QList<Appointment> list;
    for (const vault::AppointmentLine& line : lines)
        list += Appointment{.patient = line.patient,
                            .start = record::PartialDate::parse(line.start).localDateTime(),
                            .minutes = line.minutes,
                            .words = line.words,
                            .with = line.with,
                            .status = line.status};
    return list;
}

base::Result<QList<PatientRow>> Session::recent(int limit) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto lines, m_state->vault->recent(limit));
    return m_state->rowsOf(lines);
}

base::Result<QList<LikelyDuplicate>> Session::likelyDuplicates() const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const auto pairs, m_state->vault->likelyDuplicates());
    QList<LikelyDuplicate> list;
    for (const vault::LookalikePair& pair : pairs) {
        CHEVET_TRY_ASSIGN(PatientRow first, m_state->rowOf(pair.first));
        CHEVET_TRY_ASSIGN(PatientRow second, m_state->rowOf(pair.second));
        list += LikelyDuplicate{.first = std::move(first),
                                .second = std::move(second),
                                .reason = QLatin1String(pair.reason)};
    }
    return list;
}

namespace {

// Rows of the vault as the chart reader takes them; owns what the views point into.
class ChartInput {
public:
    explicit ChartInput(std::vector<vault::StoredResource> rows)
        : m_rows(std::move(rows)) {
        for (const vault::StoredResource& row : m_rows)
            if (row.type == referenceMapType)
                m_references.add(row.json);
        m_attachments.reserve(m_rows.size());
        m_blobIds.reserve(m_rows.size());
        for (const vault::StoredResource& row : m_rows)
            if (!isOwnType(row.type))
                add(row);
    }
    [[nodiscard]] std::span<const record::StoredResource> resources() const { return m_resources; }
    [[nodiscard]] const KnownReferences& references() const { return m_references; }

private:
    void add(const vault::StoredResource& row) {
        std::vector<record::StoredAttachment> attachments;
        for (const log::BlobRef& blob : row.blobs) {
            if (blob.pointer.isEmpty())
                continue;
            m_blobIds.push_back(std::make_unique<QByteArray>(blob.id.toHex().toLatin1()));
            attachments.push_back({.pointer = blob.pointer,
                                   .blobId = *m_blobIds.back(),
                                   .size = static_cast<qint64>(blob.size) - attachmentHeadSize});
        }
        m_attachments.push_back(std::move(attachments));
        m_urls.push_back(
            std::make_unique<QByteArray>(m_references.fullUrlOf.value(row.type + '/' + row.id)));
        m_resources.push_back({.type = row.type,
                               .id = row.id,
                               .json = row.json,
                               .fullUrl = *m_urls.back(),
                               .attachments = m_attachments.back()});
    }

    std::vector<vault::StoredResource> m_rows;
    KnownReferences m_references;
    std::vector<record::StoredResource> m_resources;
    std::vector<std::vector<record::StoredAttachment>> m_attachments;
    std::vector<std::unique_ptr<QByteArray>> m_blobIds, m_urls;
};

} // namespace

base::Result<record::Chart> Session::chart(const PatientKey& key) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(auto rows, m_state->vault->chart(key));
    m_state->provenance->forget();
    const ChartInput input(std::move(rows));
    SharedResources shared(*m_state->vault, key, input.references());
    record::ChartOptions options;
    options.today = m_state->environment.clock.now().toLocalTime().date();
    options.analytes = m_state->analyteMap();
    return record::buildChart(
        input.resources(), [&](const QString& reference) { return shared.find(reference); },
        options);
}

base::Result<vault::StoredResource> Session::State::rowNamed(const Owner& owner,
                                                             const QString& typeAndId) const {
    const auto name = splitName(typeAndId);
    if (!name)
        return base::fail(ErrorCode::InvalidArgument, typeAndId, QStringLiteral("Type/id"));
    auto row = vault->resource(owner, name->first, name->second);
    if (!row && row.error().code == ErrorCode::NotFound)
        return base::fail(ErrorCode::NotFound, typeAndId); // the name as it was asked for
    return row;
}

base::Result<QByteArray> Session::State::wholeJson(const Owner& owner,
                                                   const vault::StoredResource& row) const {
    if (!ring)
        return base::fail(ErrorCode::Cancelled, QStringLiteral("session"),
                          QStringLiteral("locked"));
    QList<import::Attachment> attachments;
    for (const log::BlobRef& ref : row.blobs) {
        if (ref.pointer.isEmpty())
            continue;
        CHEVET_TRY_ASSIGN(const crypto::Secret parent, ring->blobParent(owner, ref.epoch));
        CHEVET_TRY_ASSIGN(const QByteArray blob,
                          blobs->read(ref, parent, static_cast<qint64>(log::BlobStore::maxSize)));
        CHEVET_TRY_ASSIGN(import::Attachment attachment, unpackAttachment(blob));
        attachments += std::move(attachment);
    }
    if (attachments.isEmpty())
        return row.json;
    std::sort(attachments.begin(), attachments.end(),
              [](const auto& a, const auto& b) { return a.offset < b.offset; });
    return import::withAttachments(row.json, attachments);
}

base::Result<QByteArray> Session::resource(const Owner& owner, const QString& typeAndId) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const vault::StoredResource row, m_state->rowNamed(owner, typeAndId));
    return m_state->wholeJson(owner, row);
}

base::Result<QList<ResourceVersion>> Session::history(const Owner& owner,
                                                      const QString& typeAndId) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const auto name = splitName(typeAndId);
    if (!name)
        return base::fail(ErrorCode::InvalidArgument, typeAndId, QStringLiteral("Type/id"));
    CHEVET_TRY_ASSIGN(const auto rows, m_state->vault->history(owner, name->first, name->second));
    CHEVET_TRY_ASSIGN(const auto known,
                      m_state->vault->knownVersions(owner, name->first, name->second));
    QHash<QByteArray, int> numbers; // by digest
    for (const vault::CurrentVersion& version : known)
        numbers.insert(version.digest.toByteArray(), version.version);
    QList<ResourceVersion> versions;
    for (const vault::StoredResource& row : rows) {
        CHEVET_TRY_ASSIGN(Provenance provenance, m_state->provenance->of(row, owner));
        CHEVET_TRY_ASSIGN(QByteArray json, m_state->wholeJson(owner, row));
        QList<int> parents;
        for (const log::Hash& parent : row.parents)
            parents += numbers.value(parent.toByteArray(), 0);
        versions += ResourceVersion{.version = row.version,
                                    .current = row.current,
                                    .json = std::move(json),
                                    .parents = std::move(parents),
                                    .deleted = (row.flags & vault::StoredResource::Deleted) != 0,
                                    .provenance = std::move(provenance)};
    }
    return versions;
}

base::Result<Provenance> Session::provenance(const Owner& owner, const QString& typeAndId) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const vault::StoredResource row, m_state->rowNamed(owner, typeAndId));
    return m_state->provenance->of(row, owner);
}

base::Result<SharedPage> Session::shared(const QString& type, int limit) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const QByteArray only = type.toUtf8();
    std::map<std::pair<QByteArray, QByteArray>, vault::StoredResource> first; // the `limit` first
    SharedPage page;
    for (int shard = 0; shard < vault::sharedShards; ++shard) {
        CHEVET_TRY_ASSIGN(auto rows, m_state->vault->shared(shard));
        for (vault::StoredResource& row : rows) {
            if (isOwnType(row.type) || (!only.isEmpty() && row.type != only))
                continue;
            ++page.total;
            std::pair name(row.type, row.id);
            first.insert_or_assign(std::move(name), std::move(row));
            if (first.size() > static_cast<std::size_t>(limit))
                first.erase(std::prev(first.end()));
        }
    }
    for (const auto& [name, row] : first) {
        CHEVET_TRY_ASSIGN(Provenance provenance, m_state->provenance->of(row, std::nullopt));
        page.rows += SharedRow{.reference = QString::fromUtf8(name.first + '/' + name.second),
                               .provenance = std::move(provenance)};
    }
    return page;
}

base::Result<QByteArray> Session::blob(const PatientKey& key, const QString& blobId) const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const auto id = base::Uuid::fromString(blobId);
    if (!id)
        return base::fail(ErrorCode::InvalidArgument, blobId);
    CHEVET_TRY_ASSIGN(const log::BlobRef ref, m_state->vault->blob(key, *id));
    CHEVET_TRY_ASSIGN(const crypto::Secret parent, m_state->ring->blobParent(key, ref.epoch));
    CHEVET_TRY_ASSIGN(
        const QByteArray bytes,
        m_state->blobs->read(ref, parent, static_cast<qint64>(log::BlobStore::maxSize)));
    CHEVET_TRY_ASSIGN(import::Attachment attachment, unpackAttachment(bytes));
    return attachment.bytes;
}

} // namespace chevet::session
