#pragma once
// The NIU, number of the register of users: P-9.0001 s. 76 forbids showing it, wherever a file has
// it. It is taken out of the text of a resource before anything is read of it.

#include "record/json_view.h"

#include <QByteArray>
#include <QStringList>

namespace chevet::record {

// The numbers a resource says to be a NIU: identifiers at any depth, extensions, conditional
// references. Those too short to be told from other figures are left out.
[[nodiscard]] QStringList niuOf(Node root);
// False where there is surely none: spares the walk through most resources.
[[nodiscard]] bool mayHoldNiu(QByteArrayView json);

// JSON with « ••• » for these numbers, in strings only and never within a longer number; null when
// there was nothing to hide.
[[nodiscard]] QByteArray maskedJson(QByteArrayView json, const QStringList& numbers);
[[nodiscard]] QString maskedText(QString text, const QStringList& numbers);

// For showing a resource as it came: without the numbers known of the chart and those it has
// itself.
[[nodiscard]] QByteArray withoutNiu(const QByteArray& json, const QStringList& known);

} // namespace chevet::record
