#pragma once
// A small clinic with its view on the real disk (SQLite writes it) and its log in memory.

#include "crypto/random.h"
#include "unit/log/clinic_fixture.h"
#include "vault/vault.h"

#include <QTemporaryDir>

namespace chevet::tests {

struct ViewFixture : ClinicFixture {
    QTemporaryDir folder;
    MemoryDisk logDisk;
    std::unique_ptr<log::Log> log;
    std::unique_ptr<vault::Vault> view;
    vault::DatabaseOptions database;
    base::FileSystem* disk = &base::realFileSystem();
    std::uint64_t time = std::uint64_t(1'760'000'000'000) << 16U; // October 2025

    ViewFixture() {
        log = openLog(logDisk);
        keys.setLookup([this](const base::Uuid& patient) {
            return view ? view->wrappedKey(patient) : std::nullopt;
        });
    }

    static crypto::VaultKey key() { return *crypto::VaultKey::from(seedFor("vault")); }
    [[nodiscard]] QString file(const char* name) const {
        return folder.filePath(QLatin1String(name));
    }

    base::Result<> open() {
        view = std::make_unique<vault::Vault>(vault::VaultConfig{.disk = *disk,
                                                                 .folder = folder.path(),
                                                                 .key = key(),
                                                                 .log = *log,
                                                                 .membership = membership,
                                                                 .keys = keys,
                                                                 .blobs = nullptr,
                                                                 .database = database});
        return view->open();
    }
    void close() { view.reset(); }
    base::Result<> reopen() {
        close();
        return open();
    }

    // A put of any resource; `type` and `id` are read from nowhere else.
    using Ops = std::vector<log::Op>;
    log::EntryDraft entry(Ops ops, std::optional<log::Part> part = {}) {
        log::EntryDraft draft{.time = time, .part = part};
        time += std::uint64_t(1) << 32U; // a little more than a minute
        for (const log::Op& op : ops) {
            if (op.patient && !known.contains(*op.patient)) {
                known.insert(*op.patient);
                draft.newKeys.push_back(*keys.newPatientKey(*op.patient, random));
                view->announceKey(draft.newKeys.back());
            }
        }
        draft.ops = std::move(ops);
        return draft;
    }
    // Into the log, and only there: as a process leaves it that died before the view knew.
    vault::Incoming append(const log::EntryDraft& draft) {
        const auto ref = log->append(draft);
        if (!ref)
            qFatal("%s", qPrintable(ref.error().toString()));
        return vault::Incoming{*ref, draft};
    }
    base::Result<> write(Ops ops) {
        const vault::Incoming one = append(entry(std::move(ops)));
        return view->apply(std::span(&one, 1));
    }

    static base::Uuid patient(int number) {
        return uuidFor(qPrintable(QStringLiteral("patient %1").arg(number)));
    }
    static log::Op person(int number, const QByteArray& family, const QByteArray& given,
                          const QByteArray& birth = "1987-06-03", const QByteArray& more = {}) {
        const QByteArray id = "p" + QByteArray::number(number);
        return put(patient(number), "Patient", id,
                   R"({"resourceType":"Patient","id":")" + id + R"(","name":[{"family":")" +
                       family + R"(","given":[")" + given + R"("]}],"birthDate":")" + birth + "\"" +
                       more + "}");
    }
    static log::Op observation(int number, const QByteArray& id, const QByteArray& value,
                               const QByteArray& date = "2025-03-01") {
        return put(patient(number), "Observation", id,
                   R"({"resourceType":"Observation","id":")" + id + R"(","effectiveDateTime":")" +
                       date + R"(","valueString":")" + value + "\"}");
    }
    log::Op newer(log::Op op) { // names the version it replaces
        const auto current = view->currentVersion(op.patient, op.resourceType, op.resourceId);
        op.parents = {(*current)->digest};
        return op;
    }
    [[nodiscard]] QStringList found(const char* text, int limit = 50) const {
        QStringList names;
        const auto lines = view->search(QString::fromUtf8(text), limit);
        if (!lines)
            return {lines.error().toString()};
        for (const auto& line : lines->lines)
            names += QString(line.family + QLatin1Char(' ') + line.given);
        return names;
    }
    [[nodiscard]] QByteArrayList chartOf(int number) const {
        const auto rows = view->chart(patient(number));
        if (!rows)
            return {rows.error().toString().toUtf8()};
        QByteArrayList ids;
        for (const auto& row : *rows)
            ids += QByteArray(row.type + "/" + row.id + " v" + QByteArray::number(row.version));
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    [[nodiscard]] QStringList alarms() const {
        QStringList codes;
        for (const auto& alarm : view->takeAlarms()) {
            codes += QString(QLatin1String(alarm.code) +
                             (alarm.healed ? QLatin1String("") : QLatin1String(" NOT HEALED")));
        }
        return codes;
    }
    // Every row of every table, in order: two views are equal when this is.
    [[nodiscard]] QByteArray dump() const;

    std::set<base::Uuid> known;
};

inline QByteArray ViewFixture::dump() const {
    auto opened =
        vault::Database::open(file("view.db"), key(), vault::Database::Mode::ReadOnly, database);
    if (!opened)
        return opened.error().toString().toUtf8();
    vault::Database& db = **opened;
    QByteArray out;
    QStringList tables;
    {
        auto query = db.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        while (*query.next())
            tables += query.text(0);
    }
    for (const QString& table : tables) {
        const QByteArray sql = "SELECT * FROM " + table.toUtf8();
        QByteArrayList rows;
        auto query = db.query(qstrdup(sql.constData())); // few, and the cache wants them for ever
        while (*query.next()) {
            QByteArray row;
            for (int column = 0; column < query.columns(); ++column)
                row += (query.isBlob(column) ? query.blob(column).toHex()
                                             : query.text(column).toUtf8()) +
                       "|";
            rows += row;
        }
        std::sort(rows.begin(), rows.end());
        out += table.toUtf8() + "\n" + rows.join('\n') + "\n";
    }
    return out;
}

} // namespace chevet::tests
