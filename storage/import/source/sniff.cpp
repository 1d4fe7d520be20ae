#include "import/source/sniff.h"

#include "import/json/fast_text.h"
#include "import/json/scanner.h"

namespace chevet::import {

namespace {

Sniffed other(Reason reason) {
    return {Content::Other, reason, 0};
}

bool namedAsLines(const QString& name) {
    QString plain = name;
    if (plain.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        plain.chop(3);
    return plain.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive) ||
           plain.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive);
}

std::optional<Reason> binaryKind(QByteArrayView head) {
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return Reason::Utf16;
    if (head.size() >= 4 && (head[0] == '\0' || head[1] == '\0') &&
        (head[0] != '\0' || head[1] != '\0'))
        return Reason::Utf16;
    if (head.startsWith("%PDF-"))
        return Reason::Pdf;
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") || head.startsWith("GIF8") ||
        head.startsWith("II*") || head.startsWith("MM\0*"))
        return Reason::Picture;
    return std::nullopt;
}

Reason xmlKind(QByteArrayView head) {
    const QByteArray start = head.first(qMin<qsizetype>(head.size(), 16384)).toByteArray();
    if (start.contains("http://hl7.org/fhir\"") || start.contains("http://hl7.org/fhir'"))
        return Reason::FhirXml;
    return start.contains("ClinicalDocument") ? Reason::Cda : Reason::OtherXml;
}

bool isHl7v2(QByteArrayView text) {
    if (text.startsWith('\x0B'))
        text = text.sliced(1);
    for (const char* segment : {"MSH|", "FHS|", "BHS|"})
        if (text.startsWith(segment))
            return true;
    return text.size() > 8 && text.startsWith("MSH") && text.indexOf('\r') > 0;
}

// True if the first value ends on its line and another object begins on a later one. In JSON a line
// end never stands inside a string, so the first one decides.
bool firstLineIsWhole(QByteArrayView text) {
    int depth = 0;
    const char* const end = text.end();
    for (const char* at = text.begin(); at < end; ++at) {
        if (*at == '\n') {
            const char* const next = json::skipJsonBlanks(at, end);
            return depth == 0 && next < end && *next == '{';
        }
        if (*at == '{' || *at == '[')
            ++depth;
        else if (*at == '}' || *at == ']')
            --depth;
        if (*at != '"')
            continue;
        for (at = json::findQuoteOrSlash(at + 1, end); at < end && *at == '\\';
             at = json::findQuoteOrSlash(at + 2, end))
            if (end - at < 3)
                return false;
    }
    return false;
}

// An NDJSON file whose values are spread over lines: the first is cut and the next does not begin
// one.
bool isSpread(QByteArrayView text) {
    const qsizetype lineEnd = text.indexOf('\n');
    if (lineEnd < 0 || !json::isUtf8(text.first(lineEnd)))
        return false;
    json::Tape tape;
    json::Scanner scanner(128);
    const auto error = scanner.scan(text.first(lineEnd), tape);
    const char* const next = json::skipJsonBlanks(text.data() + lineEnd, text.end());
    return error && error->reason == Reason::Truncated && next < text.end() && *next != '{';
}

} // namespace

Sniffed sniff(QByteArrayView head, bool complete, const QString& name) {
    if (head.startsWith("\x1F\x8B"))
        return {Content::Gzip, {}, 0};
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return {Content::Zip, {}, 0};
    if (const auto kind = binaryKind(head))
        return other(*kind);
    const qsizetype skip = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const char* const first = json::skipJsonBlanks(head.data() + skip, head.end());
    if (first >= head.end())
        return other(complete ? Reason::Empty : Reason::NotJson);
    const QByteArrayView text(first, head.end());
    if (*first == '<')
        return other(xmlKind(text));
    if (isHl7v2(text))
        return other(Reason::Hl7v2);
    if (namedAsLines(name))
        return isSpread(text) ? other(Reason::NotOnePerLine) : Sniffed{Content::Lines, {}, skip};
    if (std::string_view("{[\"-0123456789tfn").find(*first) == std::string_view::npos)
        return other(Reason::NotJson);
    if (*first == '{' && firstLineIsWhole(text))
        return {Content::Lines, {}, skip};
    return {Content::Json, {}, skip};
}

} // namespace chevet::import
