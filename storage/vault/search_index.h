#pragma once
// SearchIndex: the writing side of the patient search. FORMAT.md §5 says how the tables are laid
// out and why a keystroke never walks more than a bounded number of rows.

#include "vault/database.h"
#include "vault/facts.h"

namespace chevet::vault {

// Kinds of terms; part of the format.
enum class TermKind : int {
    Name = 0,     // a folded name token
    Phonetic = 1, // its French phonetic key
    Short = 2,    // the first one to three letters of a token: only its latest patients are kept
};

// Patients kept for a Short term. A page of answers is 50; the rest is for the second word.
constexpr qint64 shortTermKept = 256;

// What one patient is found by.
struct IndexedPerson {
    qint64 owner = 0;
    qint64 recent = 0; // day number of the last contact
    QStringList nameTokens, numbers;
    QString family, given, birth;
    bool operator==(const IndexedPerson&) const = default;
};

// 64 bits that say which beginnings of words and birth dates a patient may have: a filter that
// spares reading the patient's row when a second word cannot match.
[[nodiscard]] quint64 signatureOf(const IndexedPerson& person);
[[nodiscard]] quint64 signatureOfWord(QStringView foldedBeginning); // bits it needs
[[nodiscard]] quint64 signatureOfBirth(QStringView digits);         // "1987", "198706", "19870603"

// Marks shared by people who could be taken for one another.
enum class Likeness : unsigned { SameName = 0, SameBirthCloseName = 1, SameNameAndBirth = 2 };
[[nodiscard]] std::vector<qint64> likenessMarks(const IndexedPerson& person);
[[nodiscard]] inline Likeness likenessOf(qint64 mark) noexcept {
    return static_cast<Likeness>(mark & 3);
}

class SearchIndex {
public:
    explicit SearchIndex(Database& database)
        : m_database(database) {}
    [[nodiscard]] base::Result<> add(const IndexedPerson& person);
    [[nodiscard]] base::Result<> remove(const IndexedPerson& person);

private:
    struct Term {
        qint64 number = 0, n = 0, newest = 0;
    };
    [[nodiscard]] base::Result<std::optional<Term>> find(TermKind kind, const QString& text);
    [[nodiscard]] base::Result<Term> findOrMake(TermKind kind, const QString& text);
    [[nodiscard]] base::Result<> store(TermKind kind, const QString& text, const Term& term);
    [[nodiscard]] base::Result<> post(TermKind kind, const QString& text, qint64 late, qint64 owner,
                                      quint64 signature);
    [[nodiscard]] base::Result<> trim(qint64 term, qint64 n);
    [[nodiscard]] base::Result<> withdraw(TermKind kind, const QString& text, qint64 late,
                                          qint64 owner);

    Database& m_database;
};

// Distinct (kind, text) pairs of a person's name.
[[nodiscard]] std::vector<std::pair<TermKind, QString>> termsOf(const IndexedPerson& person);

} // namespace chevet::vault
