#pragma once
// The files below the paths a person named.

#include "import/importer.h"

#include <QList>

namespace chevet::import {

struct Walked {
    QList<Source> sources; // sorted by path; scope is the folder
    QList<Finding> refused;
};

// Follows links to files and folders, each folder once; opens nothing. `progress` as in plan().
[[nodiscard]] base::Result<Walked> walk(const QStringList& paths,
                                        const std::function<bool(qint64)>& progress);

} // namespace chevet::import
