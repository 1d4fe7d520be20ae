#pragma once
// The Patients a reference may mean: those of a Bundle, or those of an export folder.

#include "import/fhir/reference.h"
#include "import/proposal.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chevet::import::fhir {

struct Found {
    enum class Kind : unsigned char {
        Patient,
        OtherResource,
        Nothing,
        Several
    } kind = Kind::Nothing;
    QByteArray key; // sourceKey; Patient only
};

class PatientScope {
public:
    virtual ~PatientScope() = default;
    // `entryUrl`: the fullUrl of the entry that holds the reference, may be empty.
    [[nodiscard]] virtual Found find(const ReferenceText& reference,
                                     std::string_view entryUrl) const = 0;
    [[nodiscard]] virtual Found findIdentifier(const Identifier& identifier) const = 0;
    // How many Patients a resource without any reference could belong to; the only one's key.
    [[nodiscard]] virtual std::size_t patients() const = 0;
    [[nodiscard]] virtual QByteArray only() const = 0;
    [[nodiscard]] virtual bool isDocument() const = 0;
};

// A Bundle speaks for itself.
class BundleScope final : public PatientScope {
public:
    BundleScope(std::string prefix, bool document)
        : m_prefix(std::move(prefix))
        , m_document(document) {}

    void setDocument(bool document) { m_document = document; }
    // The same Bundle, nothing added yet.
    [[nodiscard]] BundleScope empty() const { return {m_prefix, m_document}; }
    // The same Patient may come again (a history): it keeps its key.
    void addPatient(const ProposedPatient& patient, std::string_view fullUrl, qint64 entry);
    // The sourceKey of such a Patient; `entry` counts where it has neither fullUrl nor id.
    [[nodiscard]] QByteArray keyOf(const ProposedPatient& patient, std::string_view fullUrl,
                                   qint64 entry) const;
    void addOther(std::string_view fullUrl, std::string_view type, std::string_view id);

    [[nodiscard]] Found find(const ReferenceText& reference,
                             std::string_view entryUrl) const override;
    [[nodiscard]] Found findIdentifier(const Identifier& identifier) const override;
    [[nodiscard]] std::size_t patients() const override { return m_keys.size(); }
    [[nodiscard]] QByteArray only() const override;
    [[nodiscard]] bool isDocument() const override { return m_document; }
    // "Type/id" of what this reference means, if its text does not say so itself; empty if it does,
    // or if nothing is known. What it names need not have come.
    [[nodiscard]] std::string targetOf(std::string_view text) const;

private:
    struct Target {
        std::string typeAndId;
        std::ptrdiff_t patient = -1; // index in m_keys
        std::string url;             // fullUrl as written
    };
    [[nodiscard]] Found patientAt(std::ptrdiff_t index) const;
    [[nodiscard]] Found byUrl(std::string_view url) const;
    [[nodiscard]] Found byId(const ReferenceText& reference, std::string_view entryUrl) const;

    std::string m_prefix;
    bool m_document;
    std::vector<QByteArray> m_keys;
    std::vector<std::string> m_urls;        // fullUrl of each patient
    std::unordered_set<QByteArray> m_known; // the keys again
    std::unordered_map<std::string, Target> m_byUrl;
    std::unordered_map<std::string, std::vector<std::ptrdiff_t>> m_byId; // Patient.id
    std::unordered_map<std::string, std::ptrdiff_t> m_byIdentifier;      // -2: several
};

} // namespace chevet::import::fhir
