#pragma once
// Text for finding a patient: the same folding when indexing and when asking. Pure, no allocation
// beyond the results, any thread. Fast enough for a million patients.

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace chevet::record {

// Lower case without accents; œ → oe, æ → ae, ß → ss; hyphens, apostrophes and anything neither
// letter nor digit become one blank; trimmed. "L'Heureux-Côté" → "l heureux cote". Letters of other
// scripts stay.
[[nodiscard]] QString fold(QStringView text);

// Folded words, "saint", "sainte" and "ste" as "st". "Sainte-Marie" → {"st", "marie"}.
[[nodiscard]] QStringList nameTokens(QStringView text);

// What to index of a name, so that any part in any order, joined or not, is found by prefix: every
// token, and the joined form of compound names ("l heureux" → "l", "heureux", "lheureux";
// "st pierre" → "st", "pierre", "stpierre").
[[nodiscard]] QStringList indexTokens(QStringView family, QStringView given);

// French phonetic key of one folded token: upper-case ASCII, equal for names that sound alike
// (Tremblé and Tremblay, Gauthier and Gautier, Lévesque and Levesque, Thibault, Thibeault and
// Thibeau). Empty for tokens without letters.
[[nodiscard]] QString phoneticKey(QStringView token);
[[nodiscard]] QStringList phoneticKeys(QStringView family, QStringView given); // of indexTokens()

// Digits of a phone number for the index: "+1 (418) 555-0163" → "4185550163".
[[nodiscard]] QString phoneDigits(QStringView text);

struct SearchQuery {
    QStringList names; // nameTokens() of what is neither number nor date, in the order typed
    QString nam;       // normalised NAM or the start of one, at least 4 characters: "TREE0462"
    QStringList
        dates; // possible birth dates or beginnings of one, ISO: "1987-06-03", "1987-06", "1987"
    QString digits; // digits that may be a phone number, a file number or part of a NAM
    [[nodiscard]] bool isEmpty() const {
        return names.isEmpty() && nam.isEmpty() && dates.isEmpty() && digits.isEmpty();
    }
};

// At most 200 characters are read. Ambiguities are all kept: "03-06-1987" is 3 June and 6 March,
// "1987" a date and digits, "tree" a name and the start of a NAM. A patient answers when
//   (every name, and, if any were typed, one of the dates or the digits) or the start of the NAM.
[[nodiscard]] SearchQuery parseQuery(QStringView text);

// At most one letter added, dropped or replaced, or two neighbours swapped.
[[nodiscard]] bool oneEditApart(QStringView a, QStringView b);

// True when two people could be confused: same folded name, or same birth date and names that sound
// alike or are one edit apart.
[[nodiscard]] bool couldBeConfused(QStringView familyA, QStringView givenA, QStringView birthA,
                                   QStringView familyB, QStringView givenB, QStringView birthB);

} // namespace chevet::record
