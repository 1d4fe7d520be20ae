#include "import/importer.h"

#include "import/document_reader.h"
#include "import/source/archive.h"
#include "import/source/sniff.h"
#include "import/source/walk.h"

#include <algorithm>
#include <unordered_set>

namespace chevet::import {

using Keep = DocumentReader::Keep;

namespace {

constexpr qint64 headBytes = 64 << 10;

bool isArchive(Content content) {
    return content == Content::Gzip || content == Content::Zip;
}

// Reads the documents of one source, one after the other.
class SourceReader {
public:
    SourceReader(base::FileSystem& disk, const Limits& limits, const PatientIndex& patients,
                 const Source& source, DocumentReader::Emit emit)
        : m_disk(disk)
        , m_limits(limits)
        , m_source(source)
        , m_emit(std::move(emit))
        , m_reader(m_limits, patients, m_emit) {}

    [[nodiscard]] bool read(Content content, Keep keep) {
        return isArchive(content) ? readArchive(keep) : readFile(keep);
    }

private:
    [[nodiscard]] bool refuse(const QString& file, Reason reason) {
        Proposal proposal;
        proposal.file = file;
        proposal.refused += Finding{file, {}, reason, {}};
        return m_emit(std::move(proposal));
    }

    [[nodiscard]] bool readFile(Keep keep) {
        const Document document{m_source.path, m_source.scope,
                                [this] { return openFile(m_disk, m_source.path); }};
        const auto stream = document.reopen();
        return stream ? m_reader.read(document, **stream, keep)
                      : keep == Keep::Patients || refuse(m_source.path, stream.error());
    }

    [[nodiscard]] bool readArchive(Keep keep) {
        auto archive = Archive::open(m_disk, m_source.path, m_limits);
        if (!archive)
            return keep == Keep::Patients || refuse(m_source.path, archive.error());
        for (;;) {
            const auto member = (*archive)->next();
            if (!member)
                return keep == Keep::Patients || refuse(m_source.path, member.error());
            if (!*member)
                return true;
            if (!readMember(**archive, **member, keep))
                return false;
        }
    }

    [[nodiscard]] bool readMember(Archive& archive, const Archive::Member& member, Keep keep) {
        // A lone .gz is one file of its folder; the members of a .zip are a folder of their own.
        const bool lone = member.name.isEmpty();
        const QString file =
            lone ? m_source.path : QString(m_source.path + QLatin1Char('/') + member.name);
        if (member.refused)
            return keep == Keep::Patients || refuse(file, *member.refused);
        const Document document{file, lone ? m_source.scope : m_source.path,
                                [this, &member] { return reopenMember(member.index); }};
        return m_reader.read(document, archive.stream(), keep);
    }

    // A member too large for memory is read twice; the archive is opened again for it.
    [[nodiscard]] std::expected<std::unique_ptr<ByteStream>, Reason> reopenMember(qint64 index) {
        struct Reopened final : ByteStream {
            explicit Reopened(std::unique_ptr<Archive> opened)
                : archive(std::move(opened)) {}
            [[nodiscard]] std::expected<qsizetype, Reason> read(char* to, qsizetype size) override {
                return archive->stream().read(to, size);
            }
            std::unique_ptr<Archive> archive;
        };
        auto archive = Archive::open(m_disk, m_source.path, m_limits);
        if (!archive)
            return std::unexpected(archive.error());
        for (;;) {
            const auto member = (*archive)->next();
            if (!member || !*member)
                return std::unexpected(member ? Reason::ArchiveDamaged : member.error());
            if ((*member)->index == index)
                return std::make_unique<Reopened>(std::move(*archive));
        }
    }

    base::FileSystem& m_disk;
    const Limits& m_limits;
    const Source& m_source;
    DocumentReader::Emit m_emit;
    DocumentReader m_reader;
};

std::expected<QByteArray, Reason> headOf(base::FileSystem& disk, const QString& path) {
    const auto stream = openFile(disk, path);
    if (!stream)
        return std::unexpected(stream.error());
    return readUpTo(**stream, headBytes);
}

// A Bundle speaks for itself and needs no index. Its type mostly stands in the first line.
bool beginsAsBundle(const QByteArray& head) {
    const qsizetype key = head.indexOf("\"resourceType\"");
    if (key < 0)
        return false;
    const qsizetype from = head.indexOf('"', key + 14);
    return from > 0 && QByteArrayView(head).sliced(from).startsWith("\"Bundle\"");
}

} // namespace

Importer::Importer(base::FileSystem& disk, Limits limits)
    : m_disk(disk)
    , m_limits(limits) {}

base::Result<Plan> Importer::plan(const QStringList& paths,
                                  const std::function<bool(qint64)>& progress) const {
    CHEVET_TRY_ASSIGN(Walked walked, walk(paths, progress));
    auto patients = std::make_shared<PatientIndex>();
    const PatientIndex none; // keys do not matter while the index is being made
    std::vector<char> holdsPatients(static_cast<std::size_t>(walked.sources.size()), 0);
    for (qsizetype i = 0; i < walked.sources.size(); ++i) {
        if (progress && !progress(walked.sources.size()))
            return base::fail(base::ErrorCode::Cancelled);
        const Source& source = walked.sources[i];
        const auto head = headOf(m_disk, source.path);
        if (!head || beginsAsBundle(*head))
            continue;
        const Content content = sniff(*head, head->size() < headBytes, source.path).content;
        if (content == Content::Other)
            continue;
        bool found = false;
        SourceReader reader(m_disk, m_limits, none, source, [&](Proposal&& proposal) {
            for (const ProposedPatient& patient : std::as_const(proposal.patients))
                patients->add(proposal.file == source.path ? source.scope : source.path, patient);
            found = found || !proposal.patients.isEmpty();
            return true;
        });
        if (!reader.read(content, Keep::Patients))
            return base::fail(base::ErrorCode::Cancelled);
        holdsPatients[static_cast<std::size_t>(i)] = found ? 1 : 0;
        if (found && (isArchive(content) || source.bytes >= m_limits.wholeFileBytes))
            patients->markMixed(source.path);
    }
    Plan plan;
    plan.refused = std::move(walked.refused);
    for (const char wanted : {char(1), char(0)})
        for (qsizetype i = 0; i < walked.sources.size(); ++i)
            if (holdsPatients[static_cast<std::size_t>(i)] == wanted)
                plan.sources += walked.sources[i];
    for (const Source& source : std::as_const(plan.sources))
        plan.bytes += source.bytes;
    plan.patients = std::move(patients);
    return plan;
}

base::Result<> Importer::read(const Plan& plan, qsizetype index, const Sink& sink) const {
    const Source& source = plan.sources[index];
    std::optional<Proposal> waiting; // handed on when the next one comes, so that the last is known
    qint64 accounted = 0;
    const auto hand = [&](Proposal&& proposal, bool last) {
        proposal.source = index;
        proposal.last = last;
        proposal.bytes =
            last ? source.bytes - accounted : qMin(proposal.bytes, source.bytes - accounted);
        accounted += proposal.bytes;
        return sink(std::move(proposal));
    };
    const auto emit = [&](Proposal&& proposal) {
        const bool go = !waiting || hand(std::move(*waiting), false);
        waiting = std::move(proposal);
        return go;
    };
    SourceReader reader(m_disk, m_limits, *plan.patients, source, emit);
    const auto head = headOf(m_disk, source.path);
    const Content content =
        head ? sniff(*head, head->size() < headBytes, source.path).content : Content::Other;
    bool go = true;
    if (plan.patients->isMixed(source.path))
        go = reader.read(content, Keep::Patients) && reader.read(content, Keep::Others);
    else
        go = reader.read(content, Keep::All);
    if (!waiting) {
        waiting.emplace();
        waiting->file = source.path;
    }
    if (!go || !hand(std::move(*waiting), true))
        return base::fail(base::ErrorCode::Cancelled);
    return {};
}

} // namespace chevet::import
