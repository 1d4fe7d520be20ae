#pragma once
// The system keychain: one secret by name. An interface, so that tests may stand in for a missing,
// emptied or locked keychain; makeSystemKeychain() is the real one (QtKeychain, no insecure
// fallback).

#include "crypto/secret.h"

#include <chrono>
#include <memory>

namespace chevet::keychain {

// Calls block up to the timeout given at creation: never on the GUI thread. Thread-safe.
// A keychain that is absent, locked and not opened by its owner, refusing or silent:
// KeychainUnavailable. One that answers without our entry: KeychainChanged (gnome-keyring also says
// so while it is locked and nobody can be asked).
class SystemKeychain {
public:
    virtual ~SystemKeychain() = default;
    [[nodiscard]] virtual base::Result<> store(const QString& name,
                                               const crypto::Secret& value) = 0;
    [[nodiscard]] virtual base::Result<crypto::Secret> load(const QString& name) = 0;
    [[nodiscard]] virtual base::Result<> remove(const QString& name) = 0; // absent: done
};

// The desktop's keychain, as `service` ("chevet"). Its jobs run on a thread of their own,
// which ends with the QCoreApplication: make that first.
[[nodiscard]] std::unique_ptr<SystemKeychain>
makeSystemKeychain(const QString& service = QStringLiteral("chevet"),
                   std::chrono::milliseconds timeout = std::chrono::seconds(20));

} // namespace chevet::keychain
