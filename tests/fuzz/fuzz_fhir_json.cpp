// Any bytes as a FHIR JSON file: whole and in pieces the same resources come out, and simdjson,
// written by others, agrees on what JSON is.

#include "import_fuzz.h"

#include <simdjson.h>

using namespace chevet::import;
using namespace chevet::import::fuzz;

namespace {

// simdjson refuses numbers it cannot represent, which the scanner keeps as text, and takes a lone
// low surrogate; deeper nesting than 1024 is its own limit.
void compareWithSimdjson(const QByteArray& bytes) {
    if (!json::isUtf8(bytes))
        return;
    const QByteArray text = json::padded(bytes);
    json::Tape tape;
    const auto ours = json::Scanner(1000).scan(text, tape);
    static simdjson::dom::parser parser;
    const auto theirs =
        parser
            .parse(simdjson::padded_string(text.constData(), static_cast<std::size_t>(text.size())))
            .error();
    if (theirs == simdjson::NUMBER_ERROR || theirs == simdjson::DEPTH_ERROR)
        return;
    if (ours && (ours->reason == Reason::LoneSurrogate || ours->reason == Reason::TooDeep))
        return;
    require(ours.has_value() == (theirs != simdjson::SUCCESS));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    compareWithSimdjson(bytes);
    Limits limits;
    limits.attachmentChars = 40;
    const Totals whole = read(bytes, QStringLiteral("a.json"), limits);
    require(whole.proposals > 0);
    limits.wholeFileBytes = 64;
    limits.pieceBytes = 17;
    static_cast<void>(read(bytes, QStringLiteral("a.json"), limits));
    return 0;
}
