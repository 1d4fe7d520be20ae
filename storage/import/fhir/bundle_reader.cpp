#include "import/fhir/bundle_reader.h"

#include <algorithm>
#include <unordered_map>

namespace chevet::import::fhir {

namespace {

using json::Tape;
using json::Value;

QString placeOf(const QString& place, const ProposedResource& resource) {
    QString text = place;
    if (resource.id.isEmpty() || resource.id.size() > 64)
        return text;
    const QString name = QString::fromUtf8(resource.type.left(64)) + QLatin1Char('/') +
                         QString::fromUtf8(resource.id);
    text += text.isEmpty() ? name : QString(QStringLiteral(" (") + name + QLatin1Char(')'));
    return text;
}

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

template <class Visit>
void eachReference(const Draft& draft, const Visit& visit) {
    std::string_view rest = draft.referenceTexts;
    while (!rest.empty()) {
        const auto end = rest.find('\0');
        visit(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
}

} // namespace

void Findings::add(Reason reason, const QString& where, const QString& detail) {
    QList<Finding>& list = isRefusal(reason) ? m_proposal.refused : m_proposal.remarks;
    if (list.size() > m_limits.lineFindings)
        return;
    if (list.size() < m_limits.lineFindings)
        list += Finding{m_proposal.file, where, reason, detail};
    else
        list += Finding{m_proposal.file, QStringLiteral("…"), reason, QStringLiteral("and more")};
}

void UnitReader::addResource(const Tape& tape, const Value& resource, const QByteArray& fullUrl,
                             const QString& place) {
    ++m_number;
    const bool patient = resource["resourceType"].inner() == "Patient";
    if ((m_keep == Keep::Patients && !patient) || (m_keep == Keep::Others && patient))
        return;
    auto draft = readResource(tape, resource, m_limits);
    if (!draft) {
        ProposedResource named;
        named.type = resource["resourceType"].bytes();
        named.id = named.type.isEmpty() ? QByteArray() : resource["id"].bytes();
        m_findings.add(draft.error().reason, placeOf(place, named), draft.error().detail);
        return;
    }
    draft->resource.fullUrl = fullUrl;
    draft->resource.place = place;
    draft->number = m_number;
    m_drafts.push_back(std::move(*draft));
}

void UnitReader::addEntry(const Tape& tape, const Value& entry, const QString& place, int depth) {
    const bool patient = entry["resource"]["resourceType"].inner() == "Patient";
    if (m_keep == Keep::Patients && !patient)
        return; // the pass for the others reads it, and reports
    if (!entry.isObject())
        return m_findings.add(Reason::Malformed, place,
                              QStringLiteral("an entry that is not an object"));
    const Value resource = entry["resource"];
    if (!resource) {
        const bool deletion = entry["request"]["method"].inner() == "DELETE";
        return m_findings.add(deletion ? Reason::DeletionIgnored : Reason::EntryWithoutResource,
                              place);
    }
    if (resource["resourceType"].inner() != "Bundle")
        return addResource(tape, resource, entry["fullUrl"].bytes(), place);
    if (depth >= m_limits.bundleDepth)
        return m_findings.add(Reason::TooDeep, place, QStringLiteral("a Bundle in a Bundle"));
    addBundle(tape, resource, place + QStringLiteral(", "), depth + 1);
}

void UnitReader::addBundle(const Tape& tape, const Value& bundle, const QString& prefix,
                           int depth) {
    if (QByteArray shell = shellOf(bundle); shell.size() <= m_limits.jsonBytes)
        m_proposal.innerBundles += std::move(shell);
    UnitReader inner(m_proposal, m_limits);
    inner.readBundle(tape, bundle, prefix, depth);
}

void UnitReader::readBundle(const Tape& tape, const Value& bundle, const QString& prefix,
                            int depth) {
    for (Value member = bundle.first(); member; member = member.sibling(bundle))
        if (member.key().find('\\') != std::string_view::npos)
            return m_findings.add(Reason::Malformed, prefix,
                                  QStringLiteral("an escaped member name"));
    std::vector<Value> entries;
    json::eachOf(bundle["entry"], [&](const Value& entry) { entries.push_back(entry); });
    // A history is written newest first; versions are taken in as they were made.
    const bool history = bundle["type"].inner() == "history";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t at = history ? entries.size() - 1 - i : i;
        setNumber(static_cast<qint64>(at) + 1);
        addEntry(tape, entries[at], prefix + QStringLiteral("entry ") + QString::number(at + 1),
                 depth);
    }
    const bool document = bundle["type"].inner() == "document";
    BundleScope scope(m_proposal.file.toStdString() + '\n' + prefix.toStdString(), document);
    announce(scope);
    if (document && scope.patients() > 1)
        m_findings.add(Reason::SeveralPatients, prefix);
    setPatientKey({});
    resolve(scope, &scope);
}

void UnitReader::announce(BundleScope& scope) const {
    for (const Draft& draft : m_drafts) {
        const ProposedResource& resource = draft.resource;
        const std::string_view url = viewOf(resource.fullUrl);
        if (draft.patient)
            scope.addPatient(*draft.patient, url, draft.number);
        else
            scope.addOther(url, resource.type.toStdString(), resource.id.toStdString());
    }
}

void UnitReader::resolve(const PatientScope& scope, const BundleScope* references) {
    std::vector<Ownership> owners;
    owners.reserve(m_drafts.size());
    bool open = false;
    for (Draft& draft : m_drafts) {
        owners.push_back(draft.patient ? ownerOfPatient(draft, references) : ownerOf(draft, scope));
        open = open || owners.back().open;
    }
    if (open)
        resolveLinked(owners);
    for (std::size_t i = 0; i < m_drafts.size(); ++i)
        deliver(m_drafts[i], owners[i], references);
    m_drafts.clear();
}

Ownership UnitReader::ownerOfPatient(Draft& draft, const BundleScope* references) {
    ProposedPatient& patient = *draft.patient;
    Ownership owner;
    owner.kind = OwnerKind::Patient;
    owner.patientKey =
        m_patientKey || references == nullptr
            ? m_patientKey(patient)
            : references->keyOf(patient, viewOf(draft.resource.fullUrl), draft.number);
    patient.sourceKey = owner.patientKey;
    m_proposal.patients += std::move(patient);
    return owner;
}

// In a Bundle of several patients a Medication, a Binary or a Provenance goes with the one patient
// whose resources it is linked to, in either direction.
void UnitReader::resolveLinked(std::vector<Ownership>& owners) {
    std::unordered_map<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < m_drafts.size(); ++i) {
        const ProposedResource& resource = m_drafts[i].resource;
        byName.try_emplace(urlKey(resource.fullUrl.toStdString()), i);
        byName.try_emplace(resource.type.toStdString() + '/' + resource.id.toStdString(), i);
    }
    std::vector<std::vector<QByteArray>> linked(m_drafts.size());
    for (std::size_t i = 0; i < m_drafts.size(); ++i)
        eachReference(m_drafts[i], [&](std::string_view text) {
            const auto found = byName.find(urlKey(text));
            if (found == byName.end())
                return;
            if (owners[found->second].open && !owners[i].open)
                linked[found->second].push_back(owners[i].patientKey);
            else if (owners[i].open && !owners[found->second].open)
                linked[i].push_back(owners[found->second].patientKey);
        });
    for (std::size_t i = 0; i < owners.size(); ++i) {
        std::erase(linked[i], QByteArray());
        const auto same = [&](const QByteArray& key) { return key == linked[i].front(); };
        if (owners[i].open && !linked[i].empty() &&
            std::all_of(linked[i].begin(), linked[i].end(), same)) {
            owners[i].kind = OwnerKind::Patient;
            owners[i].patientKey = linked[i].front();
        }
    }
}

void UnitReader::deliver(Draft& draft, Ownership& owner, const BundleScope* references) {
    ProposedResource& resource = draft.resource;
    resource.owner = owner.kind;
    resource.patientKey = owner.patientKey;
    resource.subject = owner.subject;
    if (owner.stub)
        addStub(*owner.stub);
    const auto addRemark = [&](Reason reason, const QString& detail) {
        m_findings.add(reason, placeOf(resource.place, resource), detail);
    };
    if (owner.remark)
        addRemark(*owner.remark, QString::fromUtf8(owner.subject.left(200)));
    for (const Draft::Remark& remark : draft.remarks)
        addRemark(remark.reason, remark.detail);
    if (references != nullptr)
        eachReference(draft, [&](std::string_view text) {
            if (const std::string target = references->targetOf(text); !target.empty())
                resource.references +=
                    {QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                     QByteArray::fromStdString(target)};
        });
    m_proposal.resources += std::move(resource);
}

void UnitReader::addStub(const ProposedPatient& stub) {
    for (const ProposedPatient& there : std::as_const(m_proposal.patients))
        if (there.sourceKey == stub.sourceKey)
            return;
    m_proposal.patients += stub;
}

QByteArray shellOf(const Value& bundle) {
    const Value entries = bundle["entry"];
    const std::string_view whole = bundle.raw();
    QByteArray shell(whole.data(), static_cast<qsizetype>(whole.size()));
    if (entries.isArray()) {
        const auto from = static_cast<qsizetype>(entries.node().begin - bundle.node().begin);
        const auto size = static_cast<qsizetype>(entries.node().end - entries.node().begin);
        shell.replace(from, size, "[]");
    }
    return shell;
}

} // namespace chevet::import::fhir
