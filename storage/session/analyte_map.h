#pragma once
// How the vault keeps the clinic's table of analytes: one shared resource of its own type, so that
// no imported file can stand in its place; its JSON is a FHIR ConceptMap.

#include "record/analyte_map.h"

#include <QByteArray>

namespace chevet::session {

inline constexpr char analyteMapType[] = "chevet-analytes";
inline constexpr char analyteMapId[] = "rows";

[[nodiscard]] QByteArray toConceptMap(const record::AnalyteMap& map);
[[nodiscard]] record::AnalyteMap fromConceptMap(QByteArrayView json); // empty if it is not one

} // namespace chevet::session
