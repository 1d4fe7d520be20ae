#pragma once
// NAM: Québec's health insurance number. Twelve characters: three letters of the surname at birth,
// the first letter of the given name, YY, MM (+50 for women), DD, a serial, a check digit.
// Algorithm, mod-10 values and weights are those of the INSPQ's public utility. A mismatch is a
// warning, never a refusal: newborns, changed names, gender X and people of other provinces exist.

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace chevet::record {

// Upper case letters and digits only, without accents. "tree 0462-1918" → "TREE04621918".
[[nodiscard]] QString normaliseNam(QStringView text);
// Twelve characters of the right kinds (letters, digits, serial 1–9 or a letter, digit)?
[[nodiscard]] bool hasNamForm(QStringView normalised);
// "TREE 0462 1918"; anything without the form comes back as it is.
[[nodiscard]] QString formatNam(QStringView nam);

struct NamParts {
    QString letters;                           // "TREE"
    int yearOfCentury = 0, month = 0, day = 0; // month without the 50
    bool female = false;
    QChar serial;
    int checkDigit = 0;
};
[[nodiscard]] std::optional<NamParts> parseNam(QStringView text);

// The digit for these 11 characters and that century (1900, 2000); nullopt without the form.
[[nodiscard]] std::optional<int> namCheckDigit(QStringView firstEleven, int fourDigitYear);

// What is known of the person, for the comparison; leave out what is not.
struct NamOwner {
    QString family, given; // family: at birth where known
    QDate birth;
    QString sex; // FHIR code
};

enum class NamWarning : quint8 {
    Form = 1, // not twelve characters of the right kinds, or an impossible date
    CheckDigit = 2,
    BirthDate = 4,
    Sex = 8,
    Name = 16,
};

struct NamCheck {
    bool present = false;
    bool valid = false;  // form, date and check digit hold (says nothing of the owner)
    quint8 warnings = 0; // NamWarning bits
    QDate birth;         // the date it encodes, when valid; the century is the one that checks, the
                         // owner's where both do, else the one that makes them under 100
    [[nodiscard]] bool warns(NamWarning warning) const { return (warnings & quint8(warning)) != 0; }
};

[[nodiscard]] NamCheck checkNam(QStringView nam, const NamOwner& owner, QDate today);
[[nodiscard]] inline NamCheck checkNam(QStringView nam) {
    return checkNam(nam, {}, {});
}

// The reasons in French, one sentence each; empty when there is nothing to warn of.
[[nodiscard]] QStringList namWarnings(const NamCheck& check);

// First four letters as the RAMQ makes them: accents, hyphens and blanks dropped, SAINT/SAINTE →
// ST, short surnames padded with X.
[[nodiscard]] QString namLetters(QStringView family, QStringView given);
// A well-formed number. `serial` 1–9.
[[nodiscard]] QString composeNam(QStringView family, QStringView given, QDate birth, bool female,
                                 int serial);

// What kind of number an identifier is, by its system (URI or OID) and v2-0203 type code.
enum class HealthNumber : quint8 { None, Nam, Niu, Province };
[[nodiscard]] HealthNumber healthNumberKind(QStringView system, QStringView typeCode,
                                            QStringView value);
// "ON" for Ontario's, "" when the system is not a province's.
[[nodiscard]] QString provinceOf(QStringView system);

} // namespace chevet::record
