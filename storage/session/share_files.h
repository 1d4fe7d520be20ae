#pragma once
// Shares of the recovery kit as files: part-1.txt and part-1.pdf for each, and back. A library of
// its own: only who makes shares needs what draws their sheets.

#include "crypto/secret.h"
#include "session/environment.h"

#include <QStringList>

namespace chevet::session {

struct NewShares {
    int needed = 2, total = 3;
    QString folder; // made if absent; no file in it is ever replaced
    bool english = false;
};

struct SharesMade {
    QString set, clinic; // as printed
    QStringList files;   // with their folder
};

// Needs no passphrase: the vault's public facts say whose kit it must be. RecoveryCodeWrong if it
// is another clinic's; AlreadyExists; InvalidArgument as keychain::splitKit(). On failure none of
// the files is left.
[[nodiscard]] base::Result<SharesMade> makeShares(const Environment& environment,
                                                  const QString& vault, const crypto::Secret& kit,
                                                  const NewShares& wanted);

struct JoinedShares {
    crypto::Secret kit;
    QString set, clinic;
    int needed = 0, total = 0;
};

// Errors as keychain::parseShare() and joinShares(), the file in `where`. `vault`: compared with
// its clinic; empty: none.
[[nodiscard]] base::Result<JoinedShares>
openShares(const Environment& environment, const QStringList& files, const QString& vault = {});

} // namespace chevet::session
