#include "import/fhir/owner.h"

#include "base/uuid.h"

namespace chevet::import::fhir {

namespace {

// What the references of a resource say together.
struct Evidence {
    QByteArray key;
    std::optional<ProposedPatient> stub;
    bool several = false;
    bool other = false;     // about a group, a device, a place
    std::string unresolved; // a patient reference that leads nowhere
};

std::optional<ProposedPatient> stubOf(const OwnerReference& reference) {
    QList<Identifier> strong;
    for (const Identifier& identifier : reference.identifiers)
        if (identifier.identifies())
            strong += identifier;
    const ReferenceText text = parseReference(reference.text);
    if (text.kind == ReferenceText::Kind::Conditional && text.type == "Patient") {
        const QString token = QString::fromStdString(identifierOfQuery(text.query));
        const qsizetype bar = token.indexOf(QLatin1Char('|'));
        if (bar > 0)
            strong += normaliseIdentifier(token.left(bar), token.mid(bar + 1), {});
    }
    if (strong.isEmpty())
        return std::nullopt;
    ProposedPatient stub;
    stub.seen = false;
    stub.sourceKey = "identifier\n" + strong.front().key().toUtf8();
    stub.identifiers = std::move(strong);
    return stub;
}

Found findAny(const OwnerReference& reference, const PatientScope& scope,
              std::string_view entryUrl) {
    Found found = scope.find(parseReference(reference.text), entryUrl);
    for (const Identifier& identifier : reference.identifiers)
        if (found.kind == Found::Kind::Nothing)
            found = scope.findIdentifier(identifier);
    return found;
}

void weigh(const OwnerReference& reference, const PatientScope& scope, std::string_view entryUrl,
           Evidence& evidence) {
    if (reference.otherType) {
        evidence.other = true;
        return;
    }
    const Found found = findAny(reference, scope, entryUrl);
    QByteArray key = found.key;
    if (found.kind == Found::Kind::OtherResource)
        evidence.other = true;
    evidence.several = evidence.several || found.kind == Found::Kind::Several;
    if (found.kind == Found::Kind::Nothing) {
        if (auto stub = stubOf(reference)) {
            key = stub->sourceKey;
            evidence.stub = std::move(stub);
        } else if (evidence.unresolved.empty()) {
            evidence.unresolved = reference.text.empty() ? "?" : reference.text;
        }
    }
    if (key.isEmpty())
        return;
    evidence.several = evidence.several || (!evidence.key.isEmpty() && evidence.key != key);
    evidence.key = key;
}

Evidence weighAll(const Draft& draft, const PatientScope& scope) {
    Evidence evidence;
    const QByteArray& url = draft.resource.fullUrl;
    for (std::size_t path = 0; path < 3 && evidence.key.isEmpty() && !evidence.several; ++path)
        for (const OwnerReference& reference : draft.owners)
            if (reference.path == path)
                weigh(reference, scope, {url.constData(), static_cast<std::size_t>(url.size())},
                      evidence);
    return evidence;
}

Ownership ofPatient(const QByteArray& key) {
    Ownership owner;
    owner.kind = OwnerKind::Patient;
    owner.patientKey = key;
    return owner;
}

Ownership unattached(const std::string& subject, Reason remark) {
    Ownership owner;
    owner.kind = OwnerKind::Unattached;
    owner.subject = QByteArray::fromStdString(subject);
    owner.remark = remark;
    return owner;
}

bool isUuid(QByteArrayView text) {
    return base::Uuid::fromString(QString::fromUtf8(text.sliced(text.lastIndexOf(':') + 1)))
        .has_value();
}

// People and places are shared, but "Practitioner/1" of one file is not "Practitioner/1" of
// another: unless its id is unique in the world it stays with the patient whose file it came in.
Ownership ofRegistry(const Draft& draft, const PatientScope& scope) {
    const bool unique = isUuid(draft.resource.id) || isUuid(draft.resource.fullUrl);
    return unique || scope.patients() != 1 ? Ownership() : ofPatient(scope.only());
}

Ownership withoutReference(const Draft& draft, const PatientScope& scope) {
    if (scope.patients() == 1)
        return ofPatient(scope.only());
    if (draft.category == Category::Clinical)
        return unattached({}, scope.patients() == 0 ? Reason::PatientUnknown
                                                    : Reason::PatientAmbiguous);
    Ownership owner;
    owner.open = scope.patients() > 1;
    return owner;
}

Ownership unresolved(const Draft& draft, const PatientScope& scope, const std::string& text) {
    if (scope.isDocument() && scope.patients() == 1) {
        Ownership owner = ofPatient(scope.only());
        owner.remark = Reason::PatientAssumed;
        return owner;
    }
    return draft.category == Category::Dependent ? withoutReference(draft, scope)
                                                 : unattached(text, Reason::PatientUnknown);
}

} // namespace

Ownership ownerOf(const Draft& draft, const PatientScope& scope) {
    if (draft.category == Category::Definition)
        return {};
    if (draft.category == Category::Registry)
        return ofRegistry(draft, scope);
    Evidence evidence = weighAll(draft, scope);
    if (evidence.several)
        return draft.category == Category::Dependent
                   ? Ownership()
                   : unattached(evidence.unresolved, Reason::PatientAmbiguous);
    if (!evidence.key.isEmpty()) {
        Ownership owner = ofPatient(evidence.key);
        owner.stub = std::move(evidence.stub);
        return owner;
    }
    if (!evidence.unresolved.empty())
        return unresolved(draft, scope, evidence.unresolved);
    if (evidence.other && !(scope.isDocument() && scope.patients() == 1) &&
        draft.category != Category::Dependent)
        return {};
    return withoutReference(draft, scope);
}

} // namespace chevet::import::fhir
