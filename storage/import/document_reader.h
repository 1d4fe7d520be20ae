#pragma once
// One document (a file, or a member of an archive) read into proposals.

#include "import/fhir/bundle_reader.h"
#include "import/json/scanner.h"
#include "import/json/splitter.h"
#include "import/patient_index.h"
#include "import/source/byte_stream.h"

#include <functional>
#include <memory>

namespace chevet::import {

struct Document {
    QString file;  // as findings name it
    QString scope; // whose Patients its loose resources share
    // Opens it again from the start: large Bundles are read twice.
    std::function<std::expected<std::unique_ptr<ByteStream>, Reason>()> reopen;
};

class DocumentReader {
public:
    using Keep = fhir::UnitReader::Keep;
    // Takes a finished piece; the bytes of the document it accounts for are in Proposal::bytes.
    using Emit = std::function<bool(Proposal&&)>;

    DocumentReader(const Limits& limits, const PatientIndex& patients, Emit emit)
        : m_limits(limits)
        , m_patients(patients)
        , m_emit(std::move(emit))
        , m_scanner(limits.depth + bundleLevels) {}

    // Keep::Patients: only loose Patients, no findings; Keep::Others: all but loose Patients.
    // False when `emit` said so.
    [[nodiscard]] bool read(const Document& document, ByteStream& stream, Keep keep);

private:
    static constexpr int bundleLevels = 8; // a resource in a Bundle lies this much deeper at most

    [[nodiscard]] bool refuse(Reason reason, const QString& detail = {});
    [[nodiscard]] bool finish(Proposal&& proposal);
    [[nodiscard]] Proposal begin() const;
    void keepShell(Proposal& proposal,
                   const json::Value& bundle) const; // the resources go in anyway
    void prepare(fhir::UnitReader& unit) const;
    // Whole documents in memory
    [[nodiscard]] bool readWhole(QByteArrayView text);
    [[nodiscard]] bool readTree(const json::Value& root);
    // Documents too large, or broken inside some entry
    using Feed = std::function<std::expected<bool, Reason>(json::Splitter&)>;
    [[nodiscard]] bool readSplit(const Feed& feed, const std::optional<json::ScanError>& known,
                                 bool fits);
    [[nodiscard]] std::optional<json::ScanError>
    readShell(const QByteArray& skeleton, Proposal& proposal, fhir::BundleScope& scope);
    [[nodiscard]] bool readPass(const Feed& feed, const fhir::BundleScope& scope, Keep keep);
    [[nodiscard]] bool readLarge();
    [[nodiscard]] static bool mayHoldPatient(QByteArrayView text);
    void addEntry(fhir::UnitReader& unit, QByteArrayView entry, qint64 number, bool tooLarge);
    [[nodiscard]] std::optional<json::ScanError> scan(QByteArrayView text);
    // NDJSON
    [[nodiscard]] bool readLines(QByteArray head, ByteStream& stream);
    void addLine(fhir::UnitReader& unit, QByteArrayView line, qint64 number);

    const Limits& m_limits;
    const PatientIndex& m_patients;
    Emit m_emit;
    json::Scanner m_scanner;
    json::Tape m_tape;
    const Document* m_document = nullptr;
    Keep m_keep = Keep::All;
};

} // namespace chevet::import
