// Any bytes as an NDJSON file: the pieces it is read in change nothing.

#include "import_fuzz.h"

using namespace chevet::import;
using namespace chevet::import::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (bytes.startsWith("\x1F\x8B") || bytes.startsWith("PK"))
        return 0;
    const QByteArray text = "{}\n" + bytes; // the first line settles what it is
    Limits limits;
    limits.attachmentChars = 40;
    const Totals whole = read(text, QStringLiteral("a.ndjson"), limits);
    limits.wholeFileBytes = 40;
    limits.pieceBytes = 23;
    const Totals pieces = read(text, QStringLiteral("a.ndjson"), limits);
    require(whole.resources == pieces.resources);
    return 0;
}
