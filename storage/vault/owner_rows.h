#pragma once
// OwnerRows: the current rows of one owner, in one range read, and the leaf they make (I7). What is
// shown and what is hashed are the same bytes read once.

#include "vault/dictionary.h"
#include "vault/extra.h"
#include "vault/patients.h"
#include "vault/rows.h"

#include <functional>

namespace chevet::vault {

// Views into the statement: valid during the callback only.
struct CurrentRow {
    qint64 slot = 0;
    QByteArray type, id;
    int version = 1;
    base::Uuid stream;
    quint64 seq = 0;
    int op = 0;
    quint32 flags = 0;
    QString date;
    QByteArrayView extra, body;
};
using OnCurrentRow = std::function<base::Result<>(const CurrentRow&)>;

// BLAKE2b-256 over every column of every current row, in the order of the slots, with the names of
// type and stream in place of their numbers. Zero if there are no rows.
[[nodiscard]] base::Result<crypto::Hash> walkOwner(Database& database, Dictionary& names,
                                                   qint64 owner, const OnCurrentRow& each);

// The leaf: the patient's line and the hash of the rows.
[[nodiscard]] crypto::Hash leafOf(const std::optional<PatientRow>& patient,
                                  const crypto::Hash& rows);

// Everything but json, which the caller decompresses.
[[nodiscard]] base::Result<StoredResource> toResource(const CurrentRow& row);

} // namespace chevet::vault
