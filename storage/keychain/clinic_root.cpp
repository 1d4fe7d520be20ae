#include "keychain/clinic_root.h"

#include "crypto/kdf.h"

namespace chevet::keychain {

crypto::Secret newKit(base::Random& random) {
    crypto::Secret kit(kitSize);
    random.fill(kit.bytes());
    return kit;
}

base::Result<ClinicRoot> ClinicRoot::fromKit(const crypto::Secret& kit) {
    if (kit.size() != kitSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("ClinicRoot"));
    const crypto::SealKey signingSeed = crypto::deriveKey(kit, "kit/root-signing/1");
    const crypto::SealKey boxSeed = crypto::deriveKey(kit, "kit/root-box/1");
    CHEVET_TRY_ASSIGN(auto signing, crypto::SigningKey::fromSeed(signingSeed.secret()));
    return ClinicRoot{.signing = std::move(signing),
                      .box = crypto::BoxKeyPair::fromSeed(boxSeed.secret())};
}

ClinicIdentity ClinicIdentity::make(const ClinicRoot& root, base::Random& random) {
    ClinicIdentity identity{
        .root = root.signing.publicKey(), .recovery = root.box.publicKey, .nonce = {}};
    random.fill(identity.nonce.bytes);
    return identity;
}

crypto::Hash ClinicIdentity::id() const {
    return crypto::Hasher()
        .update(QByteArrayView("clinic/1"))
        .update(root.view())
        .update(recovery.view())
        .update(nonce.view())
        .finish();
}

bool ClinicIdentity::belongsTo(const ClinicRoot& candidate) const {
    return candidate.signing.publicKey() == root && candidate.box.publicKey == recovery;
}

QString fingerprint(const crypto::Hash& clinicId) {
    const QString digits = clinicId.toHex().left(8).toUpper();
    QString text = digits.left(4) + QLatin1Char(' ') + digits.mid(4);
    return text;
}

} // namespace chevet::keychain
