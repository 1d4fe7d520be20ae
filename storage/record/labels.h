#pragma once
// Words for codes, compiled in from resources/labels (README there). Read on first use,
// then immutable; any thread.

#include "record/language.h"

#include <QString>
#include <QStringView>

namespace chevet::record {

struct Label {
    QString french;
    QString english;
    QString group; // loinc: group of analytes; rxnorm: dose form; else ""
    QString extra; // rxnorm: dose, "5 mg"; loinc: key of the analyte; else ""
};

// nullptr when there is none. `system` is a URI or an OID as files write it.
[[nodiscard]] const Label* findLabel(QStringView system, QStringView code);

// Codes of FHIR's own enumerations, which carry no system: kind is "status", "sex", "intent",
// "priority", "severity", "criticality" … In the language spoken. The code itself when there is no
// word for it.
[[nodiscard]] QString enumWords(QStringView kind, QStringView code);

// The analyte under which results are one row: local and standard codes of the mapping table
// (resources/labels/analytes.json); "" when the table does not know the code.
struct Analyte {
    QString key, french, english, group, englishGroup;
    int groupOrder = 99;
    int order = 9999;
};
[[nodiscard]] const Analyte* findAnalyte(QStringView system, QStringView code);
[[nodiscard]] const Analyte* analyteNamed(const QString& key);

} // namespace chevet::record
