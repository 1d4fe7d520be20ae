// The slot file as a stranger may hand it over, and the recovery code as a stranger may type it.
// The checksum is repaired first, so that the parser behind it is reached. What is accepted must
// come back bit for bit.
#include "crypto/primitives/hash.h"
#include "keychain/recovery_code.h"
#include "keychain/slot_codec.h"

#include <cstdlib>

using namespace chevet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray raw(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)keychain::decode(raw);
    QByteArray repaired = raw;
    repaired.append(crypto::hash(raw).view());
    if (const auto document = keychain::decode(repaired))
        if (keychain::encode(*document) != repaired)
            std::abort();
    const auto kit = keychain::parseRecoveryCode(crypto::Secret::copyOf({data, size}));
    if (kit) {
        const auto again =
            keychain::parseRecoveryCode(keychain::RecoveryCode::fromKit(*kit)->text());
        if (!again || !again->equals(*kit))
            std::abort();
    }
    return 0;
}
