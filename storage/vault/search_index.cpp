#include "vault/search_index.h"

#include "crypto/primitives/hash.h"
#include "record/search_text.h"

#include <QtEndian>

#include <set>

namespace chevet::vault {

using base::Result;

namespace {

// FNV-1a over UTF-16 units, then mixed: of one to three letters FNV alone hardly moves the upper
// bits, and every beginning would share a few of them. One bit of 64; a filter, not a proof.
quint64 bitOf(char kind, QStringView text) {
    quint64 hash = 14695981039346656037ULL ^ static_cast<quint64>(kind);
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL; // MurmurHash3's finaliser (Austin Appleby, public domain)
    hash ^= hash >> 33U;
    return quint64(1) << (hash % 64);
}

qint64 markOf(Likeness likeness, const QString& text) {
    const crypto::Hash hash = crypto::hash(text.toUtf8());
    const auto bits = qFromLittleEndian<quint64>(hash.bytes.data());
    // 62 bits, so that the number stays positive in every reader of the file.
    return static_cast<qint64>((bits >> 2U & ~quint64(3)) | static_cast<quint64>(likeness));
}

} // namespace

quint64 signatureOfWord(QStringView beginning) {
    quint64 bits = 0;
    for (qsizetype size = 1; size <= std::min<qsizetype>(3, beginning.size()); ++size)
        bits |= bitOf('n', beginning.first(size));
    return bits;
}

quint64 signatureOfBirth(QStringView digits) {
    quint64 bits = 0;
    for (const qsizetype size : {4, 6, 8}) {
        if (digits.size() >= size)
            bits |= bitOf('d', digits.first(size));
    }
    return bits;
}

quint64 signatureOf(const IndexedPerson& person) {
    quint64 bits = 0;
    for (const QString& token : person.nameTokens)
        bits |= signatureOfWord(token);
    for (const QString& number : person.numbers) {
        if (number.startsWith(QLatin1Char('d')))
            bits |= signatureOfBirth(QStringView(number).sliced(1));
    }
    return bits;
}

std::vector<qint64> likenessMarks(const IndexedPerson& person) {
    const QString name =
        record::fold(person.family) + QLatin1Char('|') + record::fold(person.given);
    std::vector<qint64> marks;
    if (name.size() <= 1)
        return marks;
    marks.push_back(markOf(Likeness::SameName, name));
    if (person.birth.size() < 10)
        return marks;
    const QString sound = record::phoneticKeys(person.family, {}).join(QLatin1Char(' '));
    marks.push_back(markOf(Likeness::SameBirthCloseName, person.birth + QLatin1Char('|') + sound));
    marks.push_back(markOf(Likeness::SameNameAndBirth, person.birth + QLatin1Char('|') + name));
    return marks;
}

std::vector<std::pair<TermKind, QString>> termsOf(const IndexedPerson& person) {
    std::set<std::pair<TermKind, QString>> terms;
    for (const QString& token : person.nameTokens) {
        terms.emplace(TermKind::Name, token);
        for (qsizetype size = 1; size <= std::min<qsizetype>(3, token.size()); ++size)
            terms.emplace(TermKind::Short, token.first(size));
        const QString sound = token.size() < 3 ? QString() : record::phoneticKey(token);
        if (!sound.isEmpty())
            terms.emplace(TermKind::Phonetic, sound);
    }
    return {terms.begin(), terms.end()};
}

Result<std::optional<SearchIndex::Term>> SearchIndex::find(TermKind kind, const QString& text) {
    auto query = m_database.query("SELECT term, n, newest FROM terms WHERE kind = ?1 AND text = ?2",
                                  int(kind), text);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return std::nullopt;
    return Term{query.integer(0), query.integer(1), query.integer(2)};
}

Result<SearchIndex::Term> SearchIndex::findOrMake(TermKind kind, const QString& text) {
    CHEVET_TRY_ASSIGN(const auto found, find(kind, text));
    if (found)
        return *found;
    CHEVET_TRY(m_database.run("INSERT INTO marks(name, value) VALUES('terms', 1) "
                              "ON CONFLICT(name) DO UPDATE SET value = value + 1"));
    auto query = m_database.query("SELECT value FROM marks WHERE name = 'terms'");
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    return Term{row ? query.integer(0) : 1, 0, 0};
}

Result<> SearchIndex::store(TermKind kind, const QString& text, const Term& term) {
    return m_database.run(
        "INSERT INTO terms(kind, text, term, n, newest) VALUES(?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT(kind, text) DO UPDATE SET n = ?4, newest = ?5",
        int(kind), text, term.number, term.n, term.newest);
}

// Keeps the latest `shortTermKept` patients of a Short term: drops the last once there are more.
Result<> SearchIndex::trim(qint64 term, qint64 n) {
    if (n <= shortTermKept)
        return {};
    return m_database.run("DELETE FROM postings WHERE (term, late, owner) IN (SELECT term, late, "
                          "owner FROM postings WHERE term = ?1 ORDER BY late, owner "
                          "LIMIT -1 OFFSET ?2)",
                          term, shortTermKept);
}

Result<> SearchIndex::post(TermKind kind, const QString& text, qint64 late, qint64 owner,
                           quint64 signature) {
    CHEVET_TRY_ASSIGN(Term term, findOrMake(kind, text));
    ++term.n;
    term.newest = std::max(term.newest, -late);
    CHEVET_TRY(store(kind, text, term));
    if (kind == TermKind::Short && term.n > shortTermKept) {
        // Most patients of a long history are older than all that are kept: nothing to write.
        auto last = m_database.query("SELECT late, owner FROM postings WHERE term = ?1 ORDER BY "
                                     "late DESC, owner DESC LIMIT 1",
                                     term.number);
        CHEVET_TRY_ASSIGN(const bool row, last.next());
        if (row && std::pair(last.integer(0), last.integer(1)) < std::pair(late, owner))
            return {};
    }
    CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO postings(term, late, owner, sig) "
                              "VALUES(?1, ?2, ?3, ?4)",
                              term.number, late, owner, static_cast<qint64>(signature)));
    return kind == TermKind::Short ? trim(term.number, term.n) : Result<>{};
}

Result<> SearchIndex::withdraw(TermKind kind, const QString& text, qint64 late, qint64 owner) {
    CHEVET_TRY_ASSIGN(auto term, find(kind, text));
    if (!term)
        return {};
    term->n = std::max<qint64>(0, term->n - 1);
    CHEVET_TRY(store(kind, text, *term));
    return m_database.run("DELETE FROM postings WHERE term = ?1 AND late = ?2 AND owner = ?3",
                          term->number, late, owner);
}

Result<> SearchIndex::add(const IndexedPerson& person) {
    const quint64 signature = signatureOf(person);
    for (const auto& [kind, text] : termsOf(person))
        CHEVET_TRY(post(kind, text, -person.recent, person.owner, signature));
    for (const QString& number : person.numbers)
        CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO numbers(text, owner, late, sig) "
                                  "VALUES(?1, ?2, ?3, ?4)",
                                  number, person.owner, -person.recent,
                                  static_cast<qint64>(signature)));
    for (const qint64 mark : likenessMarks(person))
        CHEVET_TRY(m_database.run("INSERT OR IGNORE INTO lookalikes(mark, owner) VALUES(?1, ?2)",
                                  mark, person.owner));
    return {};
}

Result<> SearchIndex::remove(const IndexedPerson& person) {
    for (const auto& [kind, text] : termsOf(person))
        CHEVET_TRY(withdraw(kind, text, -person.recent, person.owner));
    for (const QString& number : person.numbers)
        CHEVET_TRY(m_database.run("DELETE FROM numbers WHERE text = ?1 AND owner = ?2", number,
                                  person.owner));
    for (const qint64 mark : likenessMarks(person))
        CHEVET_TRY(m_database.run("DELETE FROM lookalikes WHERE mark = ?1 AND owner = ?2", mark,
                                  person.owner));
    return {};
}

} // namespace chevet::vault
