#pragma once
// What cairo 1.16 leaves out of a tagged PDF, added with libqpdf.

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace chevet::exporting {

// Adds /Lang, DisplayDocTitle, /Alt to the figures in their order, and the column scope to every
// TH. Internal if the bytes are no tagged PDF, or if there are more or fewer figures than
// alternatives.
[[nodiscard]] base::Result<QByteArray>
completeStructure(const QByteArray& pdf, const QString& language, const QStringList& alternatives);

} // namespace chevet::exporting
