#pragma once
// References that following the text does not resolve: fullUrls that are neither Type/id nor the id
// as urn:uuid, and conditional references the import resolved. Kept per file and owner as a
// resource of the vault's own (type "chevet-references"), so that the source's JSON stays as it
// came.
//
// JSON: {"fullUrls": {"Type/id": "url" …}, "references": {"text": "Type/id" …}}

#include "base/uuid.h"
#include "import/proposal.h"

#include <QHash>
#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace chevet::session {

inline constexpr char referenceMapType[] = "chevet-references";

class ReferenceMap {
public:
    void note(const std::optional<base::Uuid>& owner, const import::ProposedResource& resource,
              const QByteArray& id);

    struct Record {
        std::optional<base::Uuid> owner;
        QByteArray json;
    };
    [[nodiscard]] std::vector<Record> take(); // and forgets

private:
    struct Maps {
        QJsonObject fullUrls, references;
        qsizetype chars = 0; // of the texts in them
    };
    using Owner = std::optional<base::Uuid>;
    void insert(const Owner& owner, QJsonObject Maps::*map, const QByteArray& from,
                const QByteArray& to);
    void finish(const Owner& owner, const Maps& maps);

    std::map<Owner, Maps> m_maps;
    std::vector<Record> m_full; // records that are long enough: one is one operation of the log
};

// What the records of one owner say together; for building a chart.
struct KnownReferences {
    QHash<QByteArray, QByteArray> fullUrlOf; // by Type/id
    QHash<QString, QString> targetOf;        // Type/id, by reference text
    void add(QByteArrayView json);
};

} // namespace chevet::session
