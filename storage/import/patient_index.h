#pragma once
// Which Patients each export folder (or archive) has: a set of ids, small enough for a million.

#include "import/fhir/patient_scope.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <unordered_map>

namespace chevet::import {

class PatientIndex {
public:
    enum class Known : unsigned char { No, Once, Several };

    void add(const QString& scope, const ProposedPatient& patient);
    [[nodiscard]] Known find(const QString& scope, QByteArrayView id) const;
    // Two different people under one id of a scope get different keys.
    [[nodiscard]] QByteArray keyOf(const QString& scope, const ProposedPatient& patient) const;
    [[nodiscard]] QByteArray keyOf(const QString& scope, QByteArrayView id) const;

    // Sources holding Patients for their scope together with other resources: read in two passes.
    void markMixed(const QString& path) { m_mixed.insert(path); }
    [[nodiscard]] bool isMixed(const QString& path) const { return m_mixed.contains(path); }

private:
    // Seeded hash of scope and id → hash of who it is. Two ids meeting by chance would make both
    // ambiguous, which keeps records apart; never the other way round.
    std::unordered_map<quint64, quint64> m_patients;
    QSet<QString> m_mixed;
};

// Loose resources and NDJSON of one folder. Only references decide: patients() is 0.
class FolderScope final : public fhir::PatientScope {
public:
    FolderScope(const PatientIndex& index, QString scope)
        : m_index(index)
        , m_scope(std::move(scope)) {}

    [[nodiscard]] fhir::Found find(const fhir::ReferenceText& reference,
                                   std::string_view entryUrl) const override;
    [[nodiscard]] fhir::Found findIdentifier(const Identifier&) const override { return {}; }
    [[nodiscard]] std::size_t patients() const override { return 0; }
    [[nodiscard]] QByteArray only() const override { return {}; }
    [[nodiscard]] bool isDocument() const override { return false; }

private:
    const PatientIndex& m_index;
    QString m_scope;
};

} // namespace chevet::import
