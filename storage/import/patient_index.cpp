#include "import/patient_index.h"

#include <QCryptographicHash>

namespace chevet::import {

namespace {

constexpr quint64 ambiguous = 0;

quint64 hashOf(const QString& scope, QByteArrayView id) {
    static const std::size_t seed = static_cast<std::size_t>(QHashSeed::globalSeed());
    return static_cast<quint64>(qHashMulti(seed, scope, id));
}

// Who it is: the identifiers if there are any (they outlive a change of address), else the content.
QByteArray identityOf(const ProposedPatient& patient) {
    QStringList keys;
    for (const Identifier& identifier : patient.identifiers)
        if (identifier.identifies())
            keys += identifier.key();
    if (keys.isEmpty())
        return patient.contentKey;
    keys.sort();
    return QCryptographicHash::hash(keys.join(QLatin1Char('\n')).toUtf8(),
                                    QCryptographicHash::Sha256);
}

quint64 fingerprint(const ProposedPatient& patient) {
    quint64 value = 0;
    std::memcpy(&value, identityOf(patient).constData(), sizeof value);
    return value == ambiguous ? 1 : value;
}

} // namespace

void PatientIndex::add(const QString& scope, const ProposedPatient& patient) {
    if (patient.id.isEmpty())
        return;
    const quint64 who = fingerprint(patient);
    const auto [place, fresh] = m_patients.try_emplace(hashOf(scope, patient.id), who);
    if (!fresh && place->second != who)
        place->second = ambiguous;
}

PatientIndex::Known PatientIndex::find(const QString& scope, QByteArrayView id) const {
    const auto found = m_patients.find(hashOf(scope, id));
    if (found == m_patients.end())
        return Known::No;
    return found->second == ambiguous ? Known::Several : Known::Once;
}

QByteArray PatientIndex::keyOf(const QString& scope, QByteArrayView id) const {
    QByteArray key = scope.toUtf8();
    key += "\nPatient/";
    key += id;
    return key;
}

QByteArray PatientIndex::keyOf(const QString& scope, const ProposedPatient& patient) const {
    QByteArray key = keyOf(scope, patient.id);
    if (patient.id.isEmpty() || find(scope, patient.id) == Known::Several)
        key += '\n' + identityOf(patient).toHex();
    return key;
}

fhir::Found FolderScope::find(const fhir::ReferenceText& reference, std::string_view) const {
    using Kind = fhir::ReferenceText::Kind;
    using Result = fhir::Found::Kind;
    if (!reference.type.empty() && reference.type != "Patient")
        return {Result::OtherResource, {}};
    if (reference.kind != Kind::Relative && reference.kind != Kind::Absolute &&
        reference.kind != Kind::Urn)
        return {};
    const QByteArrayView id(reference.id.data(), static_cast<qsizetype>(reference.id.size()));
    switch (m_index.find(m_scope, id)) {
    case PatientIndex::Known::No:
        return {};
    case PatientIndex::Known::Several:
        return {Result::Several, {}};
    case PatientIndex::Known::Once:
        break;
    }
    return {Result::Patient, m_index.keyOf(m_scope, id)};
}

} // namespace chevet::import
