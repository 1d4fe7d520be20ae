#include "vault/patients.h"

#include "vault/slots.h"

namespace chevet::vault {

using base::Result;

namespace {

constexpr QLatin1Char separator(' ');

PatientRow readRow(const Statement& query, const base::Uuid& key) {
    PatientRow row{.line = {.key = key}};
    PatientLine& line = row.line;
    line.owner = query.integer(0);
    line.id = query.text(2);
    line.family = query.text(3);
    line.given = query.text(4);
    line.nam = query.text(5);
    line.namValid = query.integer(6) != 0;
    line.birth = query.text(7);
    line.sex = query.text(8);
    line.phone = query.text(9);
    line.contact = query.text(10);
    line.contactWords = query.text(11);
    row.recent = query.integer(12);
    line.restricted = query.integer(13) != 0;
    row.nameTokens = query.text(14).split(separator, Qt::SkipEmptyParts);
    row.numbers = query.text(15).split(separator, Qt::SkipEmptyParts);
    return row;
}

QString orEmpty(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text; // the columns are NOT NULL
}

Result<std::vector<qint64>> ownersOf(Statement query) {
    std::vector<qint64> owners;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return owners;
        owners.push_back(query.integer(0));
    }
}

} // namespace

IndexedPerson PatientRow::indexed() const {
    return {line.owner, recent, nameTokens, numbers, line.family, line.given, line.birth};
}

Result<std::optional<qint64>> Patients::ownerOfKey(const base::Uuid& key) {
    auto query = m_database.query("SELECT owner FROM patients WHERE key = ?1", key);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    return row ? std::optional(query.integer(0)) : std::nullopt;
}

Result<qint64> Patients::create(const base::Uuid& key) {
    auto last = m_database.query("SELECT value FROM marks WHERE name = 'owners'");
    CHEVET_TRY_ASSIGN(const bool row, last.next());
    const qint64 owner = row ? last.integer(0) + 1 : firstPatient;
    if (owner > maxOwner)
        return base::fail(base::ErrorCode::LimitExceeded, QStringLiteral("patients"));
    CHEVET_TRY(m_database.run("INSERT OR REPLACE INTO marks(name, value) VALUES('owners', ?1)",
                              owner)); // never given twice, even after a destruction
    PatientRow fresh{.line = {.key = key, .owner = owner}};
    fresh.line.id = key.toString();
    CHEVET_TRY(store(fresh));
    return owner;
}

Result<std::optional<PatientRow>> Patients::row(qint64 owner) {
    auto query = m_database.query(
        "SELECT owner, key, id, family, given, nam, nam_valid, birth, sex, phone, contact, "
        "contact_words, recent, restricted, names, numbers FROM patients WHERE owner = ?1",
        owner);
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    if (!row)
        return std::nullopt;
    CHEVET_TRY_ASSIGN(const base::Uuid key, query.uuid(1));
    return readRow(query, key);
}

Result<> Patients::store(const PatientRow& row) {
    const PatientLine& line = row.line;
    return m_database.run(
        "INSERT OR REPLACE INTO patients(owner, key, id, family, given, nam, nam_valid, birth, "
        "sex, "
        "phone, contact, contact_words, recent, restricted, names, numbers) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        line.owner, line.key, orEmpty(line.id), orEmpty(line.family), orEmpty(line.given),
        orEmpty(line.nam), line.namValid, orEmpty(line.birth), orEmpty(line.sex),
        orEmpty(line.phone), orEmpty(line.contact), orEmpty(line.contactWords), row.recent,
        line.restricted, orEmpty(row.nameTokens.join(separator)),
        orEmpty(row.numbers.join(separator)));
}

Result<> Patients::remove(qint64 owner) {
    return m_database.run("DELETE FROM patients WHERE owner = ?1", owner);
}

Result<std::vector<qint64>> Patients::ownersWithId(const QString& id) {
    return ownersOf(m_database.query("SELECT owner FROM patients WHERE id = ?1 LIMIT 100", id));
}

Result<std::vector<qint64>> Patients::recent(int limit) {
    return ownersOf(
        m_database.query("SELECT owner FROM patients ORDER BY recent DESC, owner LIMIT ?1", limit));
}

Result<qint64> Patients::count() {
    auto query = m_database.query("SELECT count(*) FROM patients");
    CHEVET_TRY_ASSIGN(const bool row, query.next());
    return row ? query.integer(0) : 0;
}

} // namespace chevet::vault
