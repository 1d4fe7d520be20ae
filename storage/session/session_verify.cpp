// Session's checks and upkeep: verify, rebuild, stats.

#include "log/body_codec.h"
#include "session/alarms.h"
#include "session/session.h"
#include "session/state.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::session {

namespace {

constexpr char importType[] = "chevet-import";

Alarm blobAlarm(const log::BlobRef& ref, const base::Error& error) {
    return {.code = error.code == base::ErrorCode::NotFound ? QStringLiteral("blob-missing")
                                                            : QStringLiteral("blob-damaged"),
            .where = QStringLiteral("blobs/") + ref.id.toHex(),
            .detail = error.toString(),
            .healed = false};
}

std::uint64_t hybridNow(const base::Clock& clock) {
    return static_cast<std::uint64_t>(clock.now().toMSecsSinceEpoch()) << 16U;
}

} // namespace

std::optional<base::Uuid> Session::State::signerId() const {
    if (!keys || !keys->user || !membership || membership->member(keys->user->id) == nullptr)
        return std::nullopt;
    return keys->user->id;
}

QString Session::State::nameOf(const base::Uuid& professional) const {
    const log::Member* member = membership ? membership->member(professional) : nullptr;
    return member != nullptr ? member->name : QString();
}

// One entry, made durable and applied.
base::Result<> Session::State::writeAsWorkstation(log::EntryDraft draft) {
    return append(std::move(draft), nullptr);
}

base::Result<> Session::State::write(log::EntryDraft draft) {
    draft.author = signerId();
    const crypto::SigningKey* key =
        draft.author && keys && keys->user ? &keys->user->signing : nullptr;
    return append(std::move(draft), key);
}

base::Result<> Session::State::append(log::EntryDraft draft, const crypto::SigningKey* authorKey) {
    draft.time = hybridNow(environment.clock);
    CHEVET_TRY_ASSIGN(const log::EntryRef ref, log->append(draft, authorKey));
    const vault::Incoming incoming{.ref = ref, .content = std::move(draft)};
    return vault->apply({&incoming, 1});
}

namespace {
// One shared resource of the vault's own, a version an import: what was read in all.
constexpr char importId[] = "total";

QJsonObject importTotals(vault::Vault& vault) {
    const auto known = vault.resource(std::nullopt, importType, importId);
    return known ? QJsonDocument::fromJson(known->json).object() : QJsonObject();
}
} // namespace

base::Result<> Session::State::noteImport(const ImportSummary& summary) {
    QJsonObject totals = importTotals(*vault);
    const auto add = [&](const QString& name, qint64 more) {
        totals.insert(name, totals.value(name).toInteger() + more);
    };
    add(QStringLiteral("imports"), 1);
    add(QStringLiteral("files"), summary.files);
    add(QStringLiteral("bytes"), summary.bytes);
    add(QStringLiteral("refused"), summary.refused.size());
    log::Op op;
    op.resourceType = importType;
    op.resourceId = importId;
    CHEVET_TRY_ASSIGN(const auto current,
                      vault->currentVersion(std::nullopt, importType, importId));
    if (current)
        op.parents = {current->digest};
    CHEVET_TRY_ASSIGN(op.body, log::BodyCodec::instance().encode(
                                   QJsonDocument(totals).toJson(QJsonDocument::Compact)));
    log::EntryDraft draft;
    draft.ops.push_back(std::move(op));
    return write(std::move(draft));
}

base::Result<VerifyReport> Session::verify(bool full, const Progress<qint64>& progress) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    const auto proceed = [&](std::uint64_t done) {
        return !m_state->closing && (!progress || progress(static_cast<qint64>(done)));
    };
    VerifyReport report;
    CHEVET_TRY_ASSIGN(const log::Log::Verification entries, m_state->log->verify(full, proceed));
    report.entries = static_cast<qint64>(entries.entries);
    report.signatures = static_cast<qint64>(entries.signatures);
    for (const log::LogAlarm& alarm : entries.alarms)
        report.alarms += alarmOf(alarm);
    CHEVET_TRY_ASSIGN(const vault::Vault::Checked view,
                      m_state->vault->verify(full, [&](qint64 done) {
                          return proceed(static_cast<std::uint64_t>(done));
                      }));
    report.resources = view.resources;
    for (const vault::ViewAlarm& alarm : view.alarms)
        report.alarms += alarmOf(alarm);
    if (full)
        CHEVET_TRY(m_state->verifyBlobs(report.alarms));
    report.ok = std::all_of(report.alarms.cbegin(), report.alarms.cend(),
                            [](const Alarm& alarm) { return alarm.healed; });
    return report;
}

base::Result<> Session::State::verifyBlobs(QList<Alarm>& found) const {
    return log->scan(
        [&](const log::EntryRef& /*ref*/, QByteArrayView bytes) -> base::Result<> {
            const auto opened = log::openEntry(bytes, *membership, *ring);
            if (!opened) // told by the log's own verification
                return {};
            for (const log::Op& op : opened->content.ops)
                for (const log::BlobRef& ref : op.blobs) {
                    const auto parent = ring->blobParent(op.patient, ref.epoch);
                    const auto good =
                        parent ? blobs->verify(ref, *parent) : std::unexpected(parent.error());
                    if (!good)
                        found += blobAlarm(ref, good.error());
                }
            return {};
        },
        [](const log::LogAlarm&) {});
}

base::Result<VerifyReport> Session::rebuild(const Progress<qint64>& progress) {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    const std::scoped_lock writing(m_state->writing);
    const auto proceed = [&](qint64 done) {
        return !m_state->closing && (!progress || progress(done));
    };
    CHEVET_TRY(m_state->vault->rebuild(proceed));
    VerifyReport report;
    CHEVET_TRY_ASSIGN(const vault::Vault::Checked view, m_state->vault->verify(false, proceed));
    CHEVET_TRY_ASSIGN(const vault::ViewCounts counts, m_state->vault->counts());
    report.entries = counts.entries;
    report.resources = view.resources;
    for (const vault::ViewAlarm& alarm : m_state->vault->takeAlarms())
        report.alarms += alarmOf(alarm);
    for (const vault::ViewAlarm& alarm : view.alarms)
        report.alarms += alarmOf(alarm);
    report.ok = std::all_of(report.alarms.cbegin(), report.alarms.cend(),
                            [](const Alarm& alarm) { return alarm.healed; });
    return report;
}

base::Result<Stats> Session::stats() const {
    const std::shared_lock alive(m_state->life);
    CHEVET_TRY(m_state->checkOpen());
    CHEVET_TRY_ASSIGN(const vault::ViewCounts counts, m_state->vault->counts());
    Stats stats;
    stats.patients = counts.patients;
    stats.versions = counts.versions;
    stats.entries = counts.entries;
    stats.blobs = counts.blobs;
    for (const auto& [type, count] : counts.perType)
        if (type != QLatin1String("Bundle")) {
            stats.perType += {type, count};
            stats.resources += count;
        }
    stats.rawBytes = importTotals(*m_state->vault).value(QLatin1String("bytes")).toInteger();
    QDirIterator files(m_state->paths.folder, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        stats.vaultBytes += files.fileInfo().size();
    }
    return stats;
}

} // namespace chevet::session
