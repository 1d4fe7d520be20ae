#include "log/join_request.h"

#include "base/crockford.h"
#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "log/cbor.h"

namespace chevet::log {

using base::ErrorCode;
using base::fail;
using crypto::Hash;

namespace {

constexpr const char* domain = "qs/join-request/1";
constexpr std::uint64_t version = 1;
constexpr qsizetype maxName = 512;
constexpr qsizetype maxRequest = 4096; // what a relay's mailbox takes
constexpr qsizetype longestName = 100, saltSize = 32;

std::unexpected<base::Error> malformed() {
    return fail(ErrorCode::Malformed, QStringLiteral("join request"));
}

QByteArray randomBytes(base::Random& random) {
    std::array<std::uint8_t, saltSize> bytes{};
    random.fill(bytes);
    return {reinterpret_cast<const char*>(bytes.data()), saltSize};
}

// The chain is public: it binds the names without telling them, hence the salt.
Hash namesHash(QByteArrayView salt, const JoinRequest& request) {
    const QByteArray label = request.deviceLabel.toUtf8();
    return crypto::Hasher()
        .update("qs/join-names/1")
        .update(salt)
        .update(QByteArray::number(label.size()))
        .update(":")
        .update(label)
        .update(request.professionalName.toUtf8())
        .finish();
}

base::Result<JoinRequest> readCore(QByteArrayView core, Hash& names) {
    CborReader in(core);
    in.exactly(3);
    const QByteArrayView body = in.bytes(maxRequest);
    const auto bySign = in.fixed<crypto::Signature>();
    const auto byProfessional = in.fixed<crypto::Signature>();
    if (!in.finish())
        return malformed();
    CborReader fields(body);
    fields.exactly(9);
    if (fields.number() != version && !fields.failed())
        return fail(ErrorCode::NewerVersion, QStringLiteral("join request"));
    fields.bytes(saltSize); // makes the code unpredictable
    JoinRequest request{.device = fields.uuid(),
                        .sign = {},
                        .auth = {},
                        .box = {},
                        .deviceLabel = {},
                        .professional = base::Uuid(std::array<std::uint8_t, 16>{}),
                        .professionalKey = {},
                        .professionalName = {}};
    request.sign = fields.fixed<crypto::SigningPublicKey>();
    request.auth = fields.fixed<crypto::SigningPublicKey>();
    request.box = fields.fixed<crypto::BoxPublicKey>();
    request.professional = fields.uuid();
    request.professionalKey = fields.fixed<crypto::SigningPublicKey>();
    names = fields.fixed<Hash>();
    if (!fields.finish())
        return malformed();
    const Hash message = crypto::hash(body);
    if (!crypto::verify(request.sign, domain, message.view(), bySign) ||
        !crypto::verify(request.professionalKey, domain, message.view(), byProfessional))
        return fail(ErrorCode::BadSignature, QStringLiteral("join request"));
    request.core = core.toByteArray();
    return request;
}

QString codeOf(const Hash& hash) {
    return base::crockford(hash.view(), joinCodeSigns);
}

// The code's signs as a key. 130 bits that only who was told them knows.
base::Result<crypto::Secret> codeSecret(const QString& code) {
    const auto signs = base::typedCrockford(code, joinCodeSigns);
    if (!signs)
        return fail(ErrorCode::JoinCodeMistyped);
    const Hash stretched = crypto::hash(QByteArray("qs/join-code-key/1" + signs->toLatin1()));
    return crypto::Secret::copyOf(std::span(stretched.bytes));
}

} // namespace

JoinRequest makeJoinRequest(const base::Uuid& device, const DeviceKeys& keys,
                            const QString& deviceLabel, const base::Uuid& professional,
                            const crypto::SigningKey& professionalKey,
                            const QString& professionalName, base::Random& random) {
    JoinRequest request{.device = device,
                        .sign = keys.sign.publicKey(),
                        .auth = keys.auth.publicKey(),
                        .box = keys.box.publicKey,
                        .deviceLabel = deviceLabel.left(longestName),
                        .professional = professional,
                        .professionalKey = professionalKey.publicKey(),
                        .professionalName = professionalName.left(longestName)};
    const QByteArray salt = randomBytes(random);
    CborWriter body;
    body.array(9).number(version).bytes(randomBytes(random)).bytes(device.toByteArray());
    body.bytes(request.sign.view()).bytes(request.auth.view()).bytes(request.box.view());
    body.bytes(professional.toByteArray()).bytes(request.professionalKey.view());
    body.bytes(namesHash(salt, request).view());
    const Hash message = crypto::hash(body.result());
    request.core = CborWriter()
                       .array(3)
                       .bytes(body.result())
                       .bytes(keys.sign.sign(domain, message.view()).view())
                       .bytes(professionalKey.sign(domain, message.view()).view())
                       .result();
    request.bytes = CborWriter()
                        .array(4)
                        .bytes(request.core)
                        .bytes(salt)
                        .text(request.deviceLabel.toUtf8())
                        .text(request.professionalName.toUtf8())
                        .result();
    return request;
}

base::Result<JoinRequest> parseJoinRequest(QByteArrayView bytes) {
    CborReader in(bytes);
    in.exactly(4);
    const QByteArrayView core = in.bytes(maxRequest);
    const QByteArray salt = in.bytes(saltSize).toByteArray();
    const QByteArrayView label = in.text(maxName);
    const QByteArrayView name = in.text(maxName);
    if (!in.finish())
        return malformed();
    Hash names;
    CHEVET_TRY_ASSIGN(JoinRequest request, readCore(core, names));
    request.deviceLabel = QString::fromUtf8(label);
    request.professionalName = QString::fromUtf8(name);
    request.bytes = bytes.toByteArray();
    if (namesHash(salt, request) != names)
        return fail(ErrorCode::BadHash, QStringLiteral("join request"));
    return request;
}

base::Result<JoinRequest> parseJoinCore(QByteArrayView core) {
    Hash names;
    return readCore(core, names);
}

QString joinCode(QByteArrayView request) {
    return codeOf(crypto::Hasher().update("qs/join-code/1").update(request).finish());
}

QString clinicCode(const ClinicId& clinic, const Hash& admission) {
    return codeOf(crypto::Hasher()
                      .update("qs/clinic-code/1")
                      .update(clinic.view())
                      .update(admission.view())
                      .finish());
}

base::Result<QString> requestName(const QString& code) {
    CHEVET_TRY_ASSIGN(const crypto::Secret secret, codeSecret(code));
    return crypto::keyedHash(secret, "join-name/1", {}).toHex().left(32);
}

PostedRequest postRequest(const JoinRequest& request) {
    const QString code = joinCode(request.bytes);
    const auto secret = codeSecret(code);
    const crypto::SealKey key = crypto::deriveKey(*secret, "join-seal/1");
    // The code, and so the key, is that of these very bytes: no other message has this nonce.
    return {.name = *requestName(code),
            .sealed = crypto::seal(key.secret(), crypto::Nonce{}, request.bytes, {})};
}

base::Result<JoinRequest> openPosted(const QString& code, QByteArrayView sealed) {
    CHEVET_TRY_ASSIGN(const crypto::Secret secret, codeSecret(code));
    if (sealed.size() > maxRequest)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("join request"));
    const crypto::SealKey key = crypto::deriveKey(secret, "join-seal/1");
    CHEVET_TRY_ASSIGN(const QByteArray bytes,
                      crypto::open(key.secret(), crypto::Nonce{}, sealed, {}));
    if (base::typedCrockford(joinCode(bytes), joinCodeSigns) !=
        base::typedCrockford(code, joinCodeSigns))
        return fail(ErrorCode::BadHash, QStringLiteral("join request"));
    return parseJoinRequest(bytes);
}

} // namespace chevet::log
