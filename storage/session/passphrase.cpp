#include "session/passphrase.h"

#include "keychain/passphrase.h"

namespace chevet::session {

crypto::Secret takePassphrase(QString& typed) {
    return keychain::takePassphrase(typed);
}

crypto::Secret takePassphrase(QByteArray& utf8) {
    if (utf8.endsWith('\n'))
        utf8.chop(1);
    if (utf8.endsWith('\r'))
        utf8.chop(1);
    QString text = QString::fromUtf8(utf8);
    std::fill(utf8.begin(), utf8.end(), '\0');
    utf8.clear();
    return takePassphrase(text);
}

} // namespace chevet::session
