#pragma once
// Entries in, a proposal out: reads drafts, finds their owners, names what was refused.

#include "import/fhir/owner.h"

namespace chevet::import::fhir {

// Collects the findings of one file, naming at most Limits::lineFindings of them.
class Findings {
public:
    Findings(Proposal& proposal, const Limits& limits)
        : m_proposal(proposal)
        , m_limits(limits) {}
    void add(Reason reason, const QString& where, const QString& detail = {});

private:
    Proposal& m_proposal;
    const Limits& m_limits;
};

// Of one Bundle, or one piece of a large one; or of loose resources of a folder.
class UnitReader {
public:
    UnitReader(Proposal& proposal, const Limits& limits)
        : m_proposal(proposal)
        , m_limits(limits)
        , m_findings(proposal, limits) {}

    [[nodiscard]] Findings& findings() { return m_findings; }
    // A resource that is not a Bundle. Nothing of the tape is kept.
    void addResource(const json::Tape& tape, const json::Value& resource, const QByteArray& fullUrl,
                     const QString& place);
    // One element of Bundle.entry; a Bundle inside is read at once, as a unit of its own.
    void addEntry(const json::Tape& tape, const json::Value& entry, const QString& place,
                  int depth);
    // A Bundle among loose resources, read at once as a unit of its own.
    void addBundle(const json::Tape& tape, const json::Value& bundle, const QString& prefix,
                   int depth = 0);
    // A whole Bundle: its entries, owners resolved within it. `prefix`: of places, "entry 3, ".
    void readBundle(const json::Tape& tape, const json::Value& bundle, const QString& prefix,
                    int depth);

    void clear() { m_drafts.clear(); }
    // Every Patient read so far and not yet resolved, for a scope.
    void announce(BundleScope& scope) const;
    // Gives the drafts their owners and moves them into the proposal.
    void resolve(const PatientScope& scope, const BundleScope* references);
    // The number of the next entry, where not all are given to this reader.
    void setNumber(qint64 number) { m_number = number - 1; }
    // Patients of a folder get their key from elsewhere.
    void setPatientKey(const std::function<QByteArray(const ProposedPatient&)>& key) {
        m_patientKey = key;
    }
    // Which drafts to keep: in a first pass over a bulk file only the Patients, in a second the
    // rest.
    enum class Keep : unsigned char { All, Patients, Others };
    void keep(Keep which) { m_keep = which; }
    [[nodiscard]] Keep keeping() const { return m_keep; }

private:
    [[nodiscard]] Ownership ownerOfPatient(Draft& draft, const BundleScope* references);
    void resolveLinked(std::vector<Ownership>& owners);
    void deliver(Draft& draft, Ownership& owner, const BundleScope* references);
    void addStub(const ProposedPatient& stub);

    Proposal& m_proposal;
    const Limits& m_limits;
    Findings m_findings;
    std::vector<Draft> m_drafts;
    std::function<QByteArray(const ProposedPatient&)> m_patientKey;
    Keep m_keep = Keep::All;
    qint64 m_number = 0;
};

// The Bundle without its entries: {"resourceType":"Bundle",…,"entry":[]}.
[[nodiscard]] QByteArray shellOf(const json::Value& bundle);

} // namespace chevet::import::fhir
