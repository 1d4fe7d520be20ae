#pragma once
// What a file is, from its first bytes; names are not believed.

#include "import/reason.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace chevet::import {

enum class Content : unsigned char { Json, Lines, Gzip, Zip, Other };

struct Sniffed {
    Content content = Content::Other;
    Reason reason = Reason::NotJson; // Other only
    qsizetype skip = 0;              // a byte order mark of UTF-8
};

// `head`: the first bytes, with the scanner's padding behind; `complete`: the whole file. `name`:
// only to recognise an NDJSON file whose first line is broken.
[[nodiscard]] Sniffed sniff(QByteArrayView head, bool complete, const QString& name);

} // namespace chevet::import
