#pragma once
// Numbers and units for reading. A laboratory value keeps the digits it came with: these functions
// work on the text of the number, never through a double.

#include "record/language.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace chevet::record {

// "1284.50" → "1 284,50" (narrow no-break space, decimal comma, true minus) in French,
// "1,284.50" in English. What is not
// a JSON number is returned unchanged. `significant` > 0 rounds half up to that many significant
// digits, for numbers nobody typed (72.49182739…); 0 keeps every digit.
[[nodiscard]] QString displayNumber(QStringView lexical, Language language = spoken(),
                                    int significant = 0);

// Digits a person is shown: everything up to 6 significant digits, else rounded to 4 (values of
// simulators and of unit conversions).
[[nodiscard]] QString displayMeasured(QStringView lexical, Language language = spoken());

// A dose: no trailing zeros, a leading zero ("5.0" → "5", ".5" → "0,5").
[[nodiscard]] QString displayDose(QStringView lexical, Language language = spoken());

// Signed difference, exact in decimal: difference("98", "91") = "+7"; "0" when equal. In the
// precision of the more precise of the two. Empty when either is not a number.
[[nodiscard]] QString difference(QStringView now, QStringView before, Language language = spoken());

// UCUM code to what is read in Québec: "umol/L" → "µmol/L", "10*9/L" → "×10⁹/L", "[IU]/mL" →
// "UI/mL",
// "{score}" → "score". Unknown codes come back unchanged.
[[nodiscard]] QString displayUnit(QStringView ucum, Language language = spoken());

// The unit under which two results may be compared and drawn together: case and spelling variants
// of the same UCUM unit give the same text ("mmol/l", "mmol/L"). No conversion is ever made.
[[nodiscard]] QString comparableUnit(QStringView codeOrUnit);

// Exact comparison of two decimal numbers: -1, 0, 1; nullopt when either is not a number.
[[nodiscard]] std::optional<int> compareNumbers(QStringView left, QStringView right);

} // namespace chevet::record
