// Which identifier is a health insurance number: systems seen in Canadian files.

#include "record/nam.h"

namespace chevet::record {

namespace {

constexpr QStringView naming = u"https://fhir.infoway-inforoute.ca/NamingSystem/";

// Systems that carry a NAM. The second is wrong but found in three public programs.
constexpr QStringView namSystems[] = {
    u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id",
    u"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-hcn",
    u"http://documentation.clicsante.ca/fhir/base/nam",
    u"http://docs.clicsante.ca/fhir/base/nam",
    u"urn:oid:2.16.124.10.101.1.60.100",
    u"2.16.124.10.101.1.60.100",
};

// NIU: number of the register of users (RAMQ); P-9.0001 s. 76 forbids showing it.
constexpr QStringView niuSystems[] = {
    u"urn:oid:2.16.840.1.113883.4.56",
    u"2.16.840.1.113883.4.56",
};

} // namespace

QString provinceOf(QStringView system) {
    if (!system.startsWith(naming, Qt::CaseInsensitive))
        return {};
    const QStringView name = system.sliced(naming.size());
    const bool health = name.endsWith(u"-patient-healthcare-id") || name.endsWith(u"-patient-hcn");
    return health && name.size() > 5 && name.startsWith(u"ca-")
               ? name.sliced(3, 2).toString().toUpper()
               : QString();
}

HealthNumber healthNumberKind(QStringView system, QStringView typeCode, QStringView value) {
    while (system.endsWith(u'/'))
        system.chop(1);
    for (const QStringView known : niuSystems)
        if (system.compare(known, Qt::CaseInsensitive) == 0)
            return HealthNumber::Niu;
    if (typeCode.compare(u"NIU", Qt::CaseInsensitive) == 0 ||
        system.endsWith(u"/niu", Qt::CaseInsensitive) ||
        system.endsWith(u"ca-qc-niu", Qt::CaseInsensitive))
        return HealthNumber::Niu;
    for (const QStringView known : namSystems)
        if (system.compare(known, Qt::CaseInsensitive) == 0)
            return HealthNumber::Nam;
    const bool form = hasNamForm(normaliseNam(value));
    if (form &&
        (typeCode == u"JHN" || typeCode == u"NAM" || system.endsWith(u"/nam", Qt::CaseInsensitive)))
        return HealthNumber::Nam;
    if (!provinceOf(system).isEmpty() || typeCode == u"JHN")
        return HealthNumber::Province;
    return HealthNumber::None;
}

} // namespace chevet::record
