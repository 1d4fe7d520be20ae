#pragma once
// FHIR narrative (XHTML from anywhere) to a safe subset of rich text for QTextDocument. What comes
// out holds only: p, br, b, i, u, sub, sup, pre, ul, ol, li, table, tr, th, td (colspan, rowspan),
// h3 … h5, hr, blockquote, span. No attribute but those two, no script, style, image, link or
// address: a link becomes its text, an image its alternative text. Undeclared entities, a missing
// namespace, unclosed tags and stray & and < are tolerated; depth and size are bounded.

#include <QString>
#include <QStringView>

namespace chevet::record {

[[nodiscard]] QString safeHtml(QStringView narrative);
// The words of a narrative, lines and cells kept apart.
[[nodiscard]] QString narrativeText(QStringView narrative);
// Plain text as safe HTML: escaped, lines kept.
[[nodiscard]] QString plainToHtml(QStringView text);

} // namespace chevet::record
