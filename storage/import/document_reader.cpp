#include "import/document_reader.h"

#include "import/json/fast_text.h"
#include "import/source/sniff.h"

namespace chevet::import {

using fhir::UnitReader;
using json::ScanError;
using json::Value;

namespace {

QString byteAt(qsizetype offset) {
    QString text = QStringLiteral("byte ") + QString::number(offset);
    return text;
}

} // namespace

// Capital P is rare in JSON, a quote is not: the search starts from the letter.
bool DocumentReader::mayHoldPatient(QByteArrayView text) {
    constexpr std::string_view word = "Patient\"";
    const std::string_view whole(text.data(), static_cast<std::size_t>(text.size()));
    for (auto at = whole.find(word); at != std::string_view::npos; at = whole.find(word, at + 1))
        if (at > 0 && whole[at - 1] == '"')
            return true;
    return false;
}

Proposal DocumentReader::begin() const {
    Proposal proposal;
    proposal.file = m_document->file;
    return proposal;
}

bool DocumentReader::finish(Proposal&& proposal) {
    if (m_keep == Keep::Patients)
        proposal.bytes = 0;
    const bool empty = proposal.patients.isEmpty() && proposal.resources.isEmpty() &&
                       proposal.refused.isEmpty() && proposal.remarks.isEmpty() &&
                       proposal.bundle.isEmpty() && proposal.innerBundles.isEmpty() &&
                       proposal.bytes == 0;
    return empty || m_emit(std::move(proposal));
}

void DocumentReader::keepShell(Proposal& proposal, const Value& bundle) const {
    proposal.bundle = fhir::shellOf(bundle);
    if (proposal.bundle.size() <= m_limits.jsonBytes)
        return;
    proposal.bundle.clear();
    proposal.refused += Finding{proposal.file, QStringLiteral("Bundle"), Reason::TooLarge, {}};
}

bool DocumentReader::refuse(Reason reason, const QString& detail) {
    if (m_keep == Keep::Patients)
        return true; // the pass for the others reports it
    Proposal proposal = begin();
    proposal.refused += Finding{m_document->file, {}, reason, detail};
    return finish(std::move(proposal));
}

void DocumentReader::prepare(UnitReader& unit) const {
    unit.keep(m_keep);
    unit.setPatientKey([this](const ProposedPatient& patient) {
        return m_patients.keyOf(m_document->scope, patient);
    });
}

bool DocumentReader::read(const Document& document, ByteStream& stream, Keep keep) {
    m_document = &document;
    m_keep = keep;
    auto head = readUpTo(stream, m_limits.wholeFileBytes);
    if (!head)
        return refuse(head.error());
    const bool complete = head->size() < m_limits.wholeFileBytes;
    const Sniffed kind = sniff(*head, complete, document.file);
    switch (kind.content) {
    case Content::Other:
        return refuse(kind.reason);
    case Content::Gzip:
    case Content::Zip:
        return refuse(Reason::ArchiveNested);
    case Content::Lines:
        if (kind.skip > 0)
            head = json::padded(head->sliced(kind.skip));
        return readLines(std::move(*head), stream);
    case Content::Json:
        break;
    }
    return complete ? readWhole(QByteArrayView(*head).sliced(kind.skip)) : readLarge();
}

std::optional<ScanError> DocumentReader::scan(QByteArrayView text) {
    if (!json::isUtf8(text))
        return ScanError{Reason::NotUtf8, 0};
    if (auto error = m_scanner.scan(text, m_tape))
        return error;
    if (m_tape.flawed)
        return ScanError{m_tape.flaw.reason, m_tape.flaw.offset};
    return std::nullopt;
}

bool DocumentReader::readWhole(QByteArrayView text) {
    if (m_keep == Keep::Patients && !mayHoldPatient(text))
        return true;
    if (const auto error = scan(text)) {
        const auto feed = [text](json::Splitter& splitter) -> std::expected<bool, Reason> {
            return splitter.feed(text);
        };
        return readSplit(feed, error, true);
    }
    return readTree({m_tape, 0});
}

bool DocumentReader::readTree(const Value& root) {
    const std::string_view type = root["resourceType"].inner();
    if (type.empty())
        return refuse(Reason::OtherJson);
    Proposal proposal = begin();
    UnitReader unit(proposal, m_limits);
    if (type == "Bundle") {
        if (m_keep == Keep::Patients)
            return true;
        unit.readBundle(m_tape, root, {}, 0);
        keepShell(proposal, root);
        return finish(std::move(proposal));
    }
    prepare(unit);
    unit.addResource(m_tape, root, {}, {});
    unit.resolve(FolderScope(m_patients, m_document->scope), nullptr);
    return finish(std::move(proposal));
}

void DocumentReader::addEntry(UnitReader& unit, QByteArrayView entry, qint64 number,
                              bool tooLarge) {
    const QString place = QStringLiteral("entry ") + QString::number(number);
    unit.setNumber(number);
    if (tooLarge)
        return unit.findings().add(Reason::TooLarge, place);
    if (const auto error = scan(entry)) {
        if (unit.keeping() != Keep::Patients) // else the pass for the others reports it
            unit.findings().add(error->reason, place, byteAt(error->offset));
        return;
    }
    unit.addEntry(m_tape, {m_tape, 0}, place, 0);
}

bool DocumentReader::readSplit(const Feed& feed, const std::optional<ScanError>& known, bool fits) {
    if (m_keep == Keep::Patients && !fits)
        return true;
    Proposal patients = begin();
    UnitReader unit(patients, m_limits);
    unit.keep(Keep::Patients);
    fhir::BundleScope scope(m_document->file.toStdString() + '\n', false);
    bool held = true; // every Patient is in `unit`
    qint64 bytes = 0;
    json::Splitter splitter(m_limits, [&](QByteArrayView entry, qint64 number, bool tooLarge) {
        if (tooLarge || !mayHoldPatient(entry))
            return true;
        addEntry(unit, entry, number, false);
        bytes += entry.size();
        if (bytes > m_limits.wholeFileBytes) { // too many to keep: they are read once more
            unit.announce(scope);
            unit.clear();
            held = false;
            bytes = 0;
        }
        return true;
    });
    const auto fed = feed(splitter);
    if (!fed)
        return refuse(fed.error());
    if (!*fed || !splitter.finish()) {
        const ScanError error = known.value_or(splitter.error().value_or(ScanError{}));
        return refuse(error.reason, byteAt(error.offset));
    }
    Proposal first = begin();
    if (const auto why = readShell(splitter.skeleton(), first, scope)) {
        const ScanError error = known.value_or(*why);
        return refuse(error.reason, byteAt(error.offset));
    }
    if (m_keep == Keep::Patients)
        return true;
    unit.announce(scope);
    if (scope.isDocument() && scope.patients() > 1)
        first.remarks += Finding{m_document->file, {}, Reason::SeveralPatients, {}};
    if (held) {
        unit.resolve(scope, &scope);
        first.patients = std::move(patients.patients);
        first.resources = std::move(patients.resources);
        first.remarks += patients.remarks;
        first.refused += patients.refused;
    }
    // Patients first, whatever their place: what follows may name any of them.
    return finish(std::move(first)) && (held || readPass(feed, scope, Keep::Patients)) &&
           readPass(feed, scope, Keep::Others);
}

// What a Bundle says outside its entries; or why it is none.
std::optional<ScanError> DocumentReader::readShell(const QByteArray& skeleton, Proposal& proposal,
                                                   fhir::BundleScope& scope) {
    if (const auto error = scan(json::padded(skeleton)))
        return error;
    const Value root(m_tape, 0);
    if (root["resourceType"].inner() != "Bundle")
        return ScanError{Reason::TooLarge, 0};
    keepShell(proposal, root);
    scope.setDocument(root["type"].inner() == "document");
    return std::nullopt;
}

bool DocumentReader::readPass(const Feed& feed, const fhir::BundleScope& scope, Keep keep) {
    Proposal proposal = begin();
    UnitReader unit(proposal, m_limits);
    unit.keep(keep);
    bool go = true;
    const auto flush = [&] {
        fhir::BundleScope here = scope.empty();
        unit.announce(here);
        unit.resolve(scope, &here);
        go = finish(std::exchange(proposal, begin()));
    };
    qint64 held = 0;
    json::Splitter splitter(m_limits, [&](QByteArrayView entry, qint64 number, bool tooLarge) {
        if (keep == Keep::Patients && (tooLarge || !mayHoldPatient(entry)))
            return true;
        addEntry(unit, entry, number, tooLarge);
        held += entry.size();
        proposal.bytes += keep == Keep::Others ? entry.size() : 0;
        if (held < m_limits.pieceBytes)
            return true;
        held = 0;
        flush();
        return go;
    });
    const auto fed = feed(splitter);
    if (!fed)
        return refuse(fed.error());
    if (go)
        flush();
    return go;
}

bool DocumentReader::readLarge() {
    const auto feed = [this](json::Splitter& splitter) -> std::expected<bool, Reason> {
        auto stream = m_document->reopen();
        if (!stream)
            return std::unexpected(stream.error());
        for (bool first = true;; first = false) {
            const auto piece = readUpTo(**stream, m_limits.pieceBytes);
            if (!piece)
                return std::unexpected(piece.error());
            if (piece->isEmpty())
                return true;
            const qsizetype skip = first && piece->startsWith("\xEF\xBB\xBF") ? 3 : 0;
            if (!splitter.feed(QByteArrayView(*piece).sliced(skip)))
                return false;
        }
    };
    return readSplit(feed, std::nullopt, false);
}

} // namespace chevet::import
