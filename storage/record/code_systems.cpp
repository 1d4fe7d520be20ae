// What systems of codes are called, for a code that came without words.

#include "record/coded.h"

namespace chevet::record {

namespace {

struct System {
    QStringView uri, name;
};

constexpr System systems[] = {
    {u"http://loinc.org", u"LOINC"},
    {u"2.16.840.1.113883.6.1", u"LOINC"},
    {u"http://snomed.info/sct", u"SNOMED CT"},
    {u"2.16.840.1.113883.6.96", u"SNOMED CT"},
    {u"http://www.nlm.nih.gov/research/umls/rxnorm", u"RxNorm"},
    {u"2.16.840.1.113883.6.88", u"RxNorm"},
    {u"http://hl7.org/fhir/sid/cvx", u"CVX"},
    {u"http://hl7.org/fhir/sid/icd-10", u"CIM-10"},
    {u"http://hl7.org/fhir/sid/icd-10-ca", u"CIM-10-CA"},
    {u"http://hl7.org/fhir/sid/icd-10-cm", u"CIM-10-CM"},
    {u"http://hl7.org/fhir/sid/icd-9-cm", u"CIM-9-CM"},
    {u"http://id.who.int/icd/release/11/mms", u"CIM-11"},
    {u"http://www.whocc.no/atc", u"ATC"},
    {u"http://terminology.hl7.org/CodeSystem/ca-hc-din", u"DIN"},
    {u"http://hl7.org/fhir/NamingSystem/ca-hc-din", u"DIN"},
    {u"http://hl7.org/fhir/sid/ndc", u"NDC"},
    {u"http://www.ama-assn.org/go/cpt", u"CPT"},
    {u"http://unitsofmeasure.org", u"UCUM"},
};

} // namespace

QString systemName(QStringView system) {
    while (system.endsWith(u'/'))
        system.chop(1);
    if (system.startsWith(u"urn:oid:"))
        system = system.sliced(8);
    for (const System& known : systems)
        if (system.compare(known.uri, Qt::CaseInsensitive) == 0)
            return spoken() == Language::English
                       ? known.name.toString().replace(QLatin1String("CIM"), QLatin1String("ICD"))
                       : known.name.toString();
    if (system.contains(u"canadianclinicaldrugdataset", Qt::CaseInsensitive))
        return QStringLiteral("CCDD");
    // The address itself says nothing to a reader; its last word sometimes does.
    return system.startsWith(u"http") ? system.sliced(system.lastIndexOf(u'/') + 1).toString()
                                      : system.toString();
}

QString codeInWords(const Coding& coding) {
    const QString system = systemName(coding.system);
    return coding.code.isEmpty() || coding.code.contains(u' ') ? coding.code
           : system.isEmpty() ? QString(QStringLiteral("code ") + coding.code)
                              : QString(QStringLiteral("code ") + coding.code +
                                        QStringLiteral(" (") + system + u')');
}

} // namespace chevet::record
