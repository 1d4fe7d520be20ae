#pragma once
// The real demo clinic in a temporary folder, made once, and a fresh copy of its vault for each
// walk: what one walk imports is not in the pictures of the next. Key derivation is the tests' own.

#include "support/test_clinic.h"

namespace chevet::test {

class DemoCopy {
public:
    DemoCopy();
    // Empty, with the reason on stderr, when the demo clinic cannot be made.
    [[nodiscard]] bool make();
    [[nodiscard]] const session::Environment& environment() const { return m_environment; }
    // A copy that nobody has opened yet; its folder.
    [[nodiscard]] QString fresh();
    [[nodiscard]] QString emptyFolder(); // for a first run
    // Files to import: good ones, a likely duplicate, and five that are refused.
    [[nodiscard]] QStringList mixedLot();
    // Many files: long enough to be seen half-way.
    [[nodiscard]] QString largeFolder();

private:
    QTemporaryDir m_folder;
    session::Environment m_environment;
    QString m_original;
    int m_number = 0;
};

} // namespace chevet::test
