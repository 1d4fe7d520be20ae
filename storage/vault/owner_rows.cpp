#include "vault/owner_rows.h"

#include "crypto/primitives/hash.h"
#include "vault/slots.h"

#include <QtEndian>

namespace chevet::vault {

using base::Result;
using crypto::Hash;
using crypto::Hasher;

namespace {

template <class T>
void addNumber(Hasher& hasher, T value) {
    char bytes[sizeof(T)];
    qToLittleEndian(value, bytes);
    hasher.update(QByteArrayView(bytes, sizeof(T)));
}

void addBytes(Hasher& hasher, QByteArrayView bytes) {
    addNumber(hasher, static_cast<quint32>(bytes.size()));
    hasher.update(bytes);
}

void addText(Hasher& hasher, const QString& text) {
    addBytes(hasher, text.toUtf8());
}

void addRow(Hasher& hasher, const CurrentRow& row) {
    addNumber(hasher, row.slot);
    addBytes(hasher, row.type);
    addBytes(hasher, row.id);
    addNumber(hasher, static_cast<quint32>(row.version));
    hasher.update(row.stream.toByteArray());
    addNumber(hasher, row.seq);
    addNumber(hasher, static_cast<quint32>(row.op));
    addNumber(hasher, row.flags);
    addText(hasher, row.date);
    addBytes(hasher, row.extra);
    addBytes(hasher, row.body);
}

Result<CurrentRow> readRow(const Statement& query, Dictionary& names) {
    CHEVET_TRY_ASSIGN(const base::Uuid stream, names.streamId(query.small(4)));
    CHEVET_TRY_ASSIGN(QByteArray type, names.typeName(query.small(1)));
    return CurrentRow{.slot = query.integer(0),
                      .type = std::move(type),
                      .id = readId(query, 2),
                      .version = query.small(3),
                      .stream = stream,
                      .seq = static_cast<quint64>(query.integer(5)),
                      .op = query.small(6),
                      .flags = static_cast<quint32>(query.integer(7)),
                      .date = query.text(8),
                      .extra = query.view(9),
                      .body = query.view(10)};
}

} // namespace

Result<Hash> walkOwner(Database& database, Dictionary& names, qint64 owner,
                       const OnCurrentRow& each) {
    auto query = database.query("SELECT slot, type, id, version, stream, seq, op, flags, date, "
                                "extra, body FROM current WHERE slot BETWEEN ?1 AND ?2 "
                                "ORDER BY slot",
                                firstSlot(owner), lastSlot(owner));
    Hasher hasher;
    hasher.update("rows/1");
    bool any = false;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool more, query.next());
        if (!more)
            return any ? hasher.finish() : Hash{};
        any = true;
        CHEVET_TRY_ASSIGN(const CurrentRow row, readRow(query, names));
        addRow(hasher, row);
        if (each)
            CHEVET_TRY(each(row));
    }
}

Hash leafOf(const std::optional<PatientRow>& patient, const Hash& rows) {
    if (!patient && rows == Hash{})
        return Hash{};
    Hasher hasher;
    hasher.update("leaf/1").update(rows.view());
    if (patient) {
        const PatientLine& line = patient->line;
        hasher.update(line.key.toByteArray());
        for (const QString& text :
             {line.id, line.family, line.given, line.nam, line.birth, line.sex, line.phone,
              line.contact, line.contactWords, patient->nameTokens.join(QLatin1Char(' ')),
              patient->numbers.join(QLatin1Char(' '))})
            addText(hasher, text);
        addNumber(hasher, patient->recent);
        addNumber(hasher, static_cast<quint8>(line.namValid));
        addNumber(hasher, static_cast<quint8>(line.restricted));
    }
    return hasher.finish();
}

Result<StoredResource> toResource(const CurrentRow& row) {
    CHEVET_TRY_ASSIGN(Extra extra, decodeExtra(row.extra));
    return StoredResource{.type = row.type,
                          .id = row.id,
                          .version = row.version,
                          .current = true,
                          .stream = row.stream,
                          .seq = row.seq,
                          .op = row.op,
                          .kind = extra.kind,
                          .flags = row.flags,
                          .date = row.date,
                          .parents = std::move(extra.parents),
                          .blobs = std::move(extra.blobs),
                          .json = {}};
}

} // namespace chevet::vault
