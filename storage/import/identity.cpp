#include "import/identity.h"

#include <algorithm>
#include <iterator>

namespace chevet::import {

namespace {

// Every way public programs and guides write the NAM's system (design notes: formats, §2).
constexpr QLatin1String namSystems[] = {
    QLatin1String("https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id"),
    QLatin1String("https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-hcn"),
    QLatin1String("http://documentation.clicsante.ca/fhir/base/nam"),
    QLatin1String("http://docs.clicsante.ca/fhir/base/nam"),
    QLatin1String("urn:oid:2.16.124.10.101.1.60.100"),
};
constexpr QLatin1String niuSystem("urn:oid:2.16.840.1.113883.4.56");
constexpr QLatin1String canada("https://fhir.infoway-inforoute.ca/NamingSystem/ca-");

// Letters and digits only, upper case.
QString compact(const QString& value) {
    QString out;
    for (const QChar c : value)
        if (c.isLetterOrNumber())
            out += c.toUpper();
    return out;
}

bool looksLikeNam(const QString& value) {
    if (value.size() != 12)
        return false;
    for (int i = 0; i < 12; ++i) {
        const char16_t c = value[i].unicode();
        const bool letter = c >= u'A' && c <= u'Z';
        const bool digit = c >= u'0' && c <= u'9';
        if (i < 4 ? !letter : !(digit || (letter && i >= 10)))
            return false;
    }
    return true;
}

QString bare(const QString& system) {
    QString out = system.trimmed();
    if (out.startsWith(QLatin1String("http://fhir.infoway-inforoute.ca/")))
        out.insert(4, QLatin1Char('s'));
    if (out.startsWith(QLatin1String("2.16."))) // an OID without its prefix
        out.prepend(QLatin1String("urn:oid:"));
    while (out.endsWith(QLatin1Char('/')))
        out.chop(1);
    return out;
}

// Without accents, case, blanks and hyphens: sources of Québec write LEVESQUE and Lévesque.
QString folded(const QString& name) {
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD))
        if (c.isLetter())
            out += c.toCaseFolded();
    return out;
}

enum class Agreement { Agrees, Unsure, Differs };

Agreement compareDates(const QString& a, const QString& b) {
    if (a.size() < 4 || b.size() < 4)
        return Agreement::Unsure;
    const qsizetype common = std::min({a.size(), b.size(), qsizetype(10)});
    if (QStringView(a).left(common) != QStringView(b).left(common))
        return Agreement::Differs;
    return common == 10 ? Agreement::Agrees : Agreement::Unsure;
}

bool sameName(const ProposedPatient& a, const Candidate& b) {
    const QString family = folded(a.family);
    if (family.isEmpty() || b.family.isEmpty())
        return true; // nothing said against it
    const QString given = folded(a.given);
    const QString other = folded(b.given);
    return family == folded(b.family) && (given.startsWith(other) || other.startsWith(given));
}

QStringList foldedWords(const QString& name) {
    QStringList words;
    QString word;
    for (const QChar c :
         QString(name + QLatin1Char(' ')).normalized(QString::NormalizationForm_KD)) {
        if (c.isLetter() || c.isMark()) {
            word += c;
        } else if (!word.isEmpty()) {
            words += folded(word);
            word.clear();
        }
    }
    return words;
}

// The same given name, shortened or spelt a little otherwise: Emilie and Emily, not Marie and
// Marianne.
bool closeGivenNames(const QString& a, const QString& b) {
    if (a == b)
        return true;
    if (a.size() == 1 || b.size() == 1) // an initial
        return a.front() == b.front();
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return end - a.begin() >= 4 && std::abs(a.size() - b.size()) <= 2;
}

// Twins may share a parent's card and a birth date: given names with nothing in common are of two
// people.
bool givenNamesMeet(const QString& a, const QString& b) {
    const QStringList first = foldedWords(a), second = foldedWords(b);
    if (first.isEmpty() || second.isEmpty())
        return true; // nothing said against it
    return std::any_of(first.begin(), first.end(), [&](const QString& name) {
        return std::any_of(second.begin(), second.end(),
                           [&](const QString& known) { return closeGivenNames(name, known); });
    });
}

bool isSame(const ProposedPatient& proposed, const Candidate& candidate) {
    switch (compareDates(proposed.birthDate, candidate.birthDate)) {
    case Agreement::Agrees:
        return givenNamesMeet(proposed.given, candidate.given);
    case Agreement::Differs:
        return false;
    case Agreement::Unsure:
        break;
    }
    return sameName(proposed, candidate);
}

// Enough to tell a person: an empty Patient says nothing, however often it comes.
bool tellsAPerson(const ProposedPatient& patient) {
    return !patient.family.isEmpty() && !patient.birthDate.isEmpty();
}

} // namespace

QString Identifier::key() const {
    QString text = system + QLatin1Char('|') + value;
    return text;
}

Identifier normaliseIdentifier(const QString& system, const QString& value,
                               const QString& typeCode) {
    Identifier out;
    out.system = bare(system);
    out.value = value.trimmed();
    const QString packed = compact(out.value);
    const bool isNamSystem =
        std::find(std::begin(namSystems), std::end(namSystems), out.system) != std::end(namSystems);
    const bool untold =
        out.system.isEmpty() && (typeCode == QLatin1String("JHN") || typeCode.isEmpty());
    if (isNamSystem || (untold && looksLikeNam(packed))) {
        out.kind = Identifier::Kind::Nam;
        out.system = QLatin1String(namSystem);
        out.value = packed;
    } else if (out.system == niuSystem) {
        out.kind = Identifier::Kind::Niu;
    } else if (out.system.startsWith(canada)) {
        out.kind = Identifier::Kind::Province;
    }
    return out;
}

bool isRecognisable(const ProposedPatient& patient) {
    return tellsAPerson(patient) ||
           std::any_of(patient.identifiers.cbegin(), patient.identifiers.cend(),
                       [](const Identifier& identifier) { return identifier.identifies(); });
}

MatchDecision decideMatch(const ProposedPatient& proposed, const QList<Candidate>& byIdentifier,
                          const QList<Candidate>& byContent) {
    QList<Candidate> same;
    for (const Candidate& candidate : byIdentifier)
        if (isSame(proposed, candidate))
            same += candidate;
    if (same.size() == 1)
        return {Match::Same, same.front().key};
    if (!byIdentifier.isEmpty())
        return {Match::Conflict, (same.isEmpty() ? byIdentifier : same).front().key};
    if (byContent.size() == 1 && tellsAPerson(proposed))
        return {Match::Same, byContent.front().key};
    return {};
}

MatchDecision PatientMatcher::match(const ProposedPatient& proposed) {
    QList<Identifier> strong;
    for (const Identifier& identifier : proposed.identifiers)
        if (identifier.identifies())
            strong += identifier;
    return decideMatch(proposed, strong.isEmpty() ? QList<Candidate>() : findByIdentifier(strong),
                       proposed.contentKey.isEmpty() ? QList<Candidate>()
                                                     : findByContent(proposed.contentKey));
}

} // namespace chevet::import
