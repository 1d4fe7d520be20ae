#include "session/joining.h"

#include "crypto/aead.h"
#include "crypto/random.h"
#include "keychain/passphrase.h"

#include <QtEndian>

namespace chevet::session {

using base::ErrorCode;
using base::fail;

namespace {

constexpr QByteArrayView magic("CHVJOIN1", 8);
constexpr qsizetype seedSize = 32, uuidSize = 16;
constexpr qsizetype headSize = 8 + 4 + 4 + crypto::Salt::size;
constexpr qsizetype keysSize = 2 * uuidSize + 4 * seedSize;
constexpr qint64 maxFile = 16 * 1024;

QString pathIn(const QString& folder) {
    return folder + QLatin1String("/joining");
}

QByteArray headOf(const crypto::KdfCost& cost, const crypto::Salt& salt) {
    QByteArray head = magic.toByteArray();
    for (const std::uint32_t number : {cost.passes, cost.memoryKiB}) {
        const std::uint32_t little = qToLittleEndian(number);
        head.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    return head + salt.toByteArray();
}

crypto::Secret packKeys(const Joining& joining) {
    crypto::Secret packed(keysSize);
    std::size_t at = 0;
    const auto put = [&](std::span<const std::uint8_t> bytes) {
        std::copy(bytes.begin(), bytes.end(), packed.bytes().begin() + at);
        at += bytes.size();
    };
    put(joining.device.device.bytes());
    put(joining.device.sign.seed().bytes());
    put(joining.device.auth.seed().bytes());
    put(joining.device.boxSeed.bytes());
    put(joining.user.id.bytes());
    put(joining.user.signing.seed().bytes());
    return packed;
}

base::Result<Joining> unpackKeys(const crypto::Secret& packed, log::JoinRequest request) {
    std::size_t at = 0;
    const auto take = [&](qsizetype size) {
        const auto part = packed.bytes().subspan(at, static_cast<std::size_t>(size));
        at += static_cast<std::size_t>(size);
        return part;
    };
    const auto uuid = [&] {
        std::array<std::uint8_t, uuidSize> bytes{};
        std::ranges::copy(take(uuidSize), bytes.begin());
        return base::Uuid(bytes);
    };
    const auto seed = [&] { return crypto::Secret::copyOf(take(seedSize)); };
    const base::Uuid device = uuid();
    CHEVET_TRY_ASSIGN(crypto::SigningKey sign, crypto::SigningKey::fromSeed(seed()));
    CHEVET_TRY_ASSIGN(crypto::SigningKey auth, crypto::SigningKey::fromSeed(seed()));
    crypto::Secret boxSeed = seed();
    const base::Uuid user = uuid();
    CHEVET_TRY_ASSIGN(crypto::SigningKey signing, crypto::SigningKey::fromSeed(seed()));
    return Joining{.device = {.device = device,
                              .sign = std::move(sign),
                              .auth = std::move(auth),
                              .boxSeed = std::move(boxSeed)},
                   .user = {.id = user, .signing = std::move(signing)},
                   .request = std::move(request)};
}

} // namespace

base::Result<Joining> beginJoining(const Environment& environment, const QString& folder,
                                   const QString& label, const QString& userName,
                                   const crypto::Secret& passphrase, const crypto::KdfCost& cost) {
    if (environment.disk.exists(folder)) {
        CHEVET_TRY_ASSIGN(const QStringList names, environment.disk.list(folder));
        if (!names.isEmpty())
            return fail(ErrorCode::AlreadyExists, folder);
    }
    CHEVET_TRY(keychain::checkPassphrase(passphrase, {label, userName}));
    CHEVET_TRY_ASSIGN(auto signing, crypto::SigningKey::fromSeed([&] {
                          crypto::Secret seed(seedSize);
                          environment.random.fill(seed.bytes());
                          return seed;
                      }()));
    keychain::DeviceSecrets device = keychain::newDeviceSecrets(environment.random);
    const base::Uuid user = crypto::randomUuid(environment.random);
    const log::DeviceKeys keys{.sign = device.sign.clone(),
                               .auth = device.auth.clone(),
                               .box = crypto::BoxKeyPair::fromSeed(device.boxSeed)};
    log::JoinRequest request = log::makeJoinRequest(device.device, keys, label, user, signing,
                                                    userName, environment.random);
    Joining joining{.device = std::move(device),
                    .user = {.id = user, .signing = std::move(signing)},
                    .request = std::move(request)};
    crypto::Salt salt;
    environment.random.fill(salt.bytes);
    const QByteArray head = headOf(cost, salt);
    CHEVET_TRY_ASSIGN(const crypto::SealKey key,
                      crypto::deriveFromPassphrase(passphrase, salt, cost, environment.kdfLimits));
    QByteArray file = head;
    const crypto::Nonce first = crypto::randomNonce(environment.random);
    file += first.view();
    file += crypto::sealSecret(key.secret(), first, packKeys(joining), head);
    const crypto::Nonce second = crypto::randomNonce(environment.random);
    file += second.view();
    file += crypto::seal(key.secret(), second, joining.request.bytes, head);
    CHEVET_TRY(environment.disk.makeFolder(folder));
    CHEVET_TRY(base::replaceFile(environment.disk, pathIn(folder), file));
    return joining;
}

base::Result<Joining> readJoining(const Environment& environment, const QString& folder,
                                  const crypto::Secret& passphrase) {
    if (!environment.disk.exists(pathIn(folder)))
        return fail(ErrorCode::NotFound, QStringLiteral("joining"));
    CHEVET_TRY_ASSIGN(const QByteArray file,
                      base::readWhole(environment.disk, pathIn(folder), maxFile));
    constexpr qsizetype keysEnd = headSize + crypto::Nonce::size + keysSize + crypto::sealOverhead;
    if (!file.startsWith(magic) || file.size() <= keysEnd + crypto::Nonce::size)
        return fail(ErrorCode::Malformed, QStringLiteral("joining"));
    const QByteArrayView bytes(file);
    const QByteArrayView head = bytes.first(headSize);
    const crypto::KdfCost cost{
        .passes = qFromLittleEndian<std::uint32_t>(bytes.data() + magic.size()),
        .memoryKiB = qFromLittleEndian<std::uint32_t>(bytes.data() + magic.size() + 4)};
    const auto salt = crypto::Salt::fromBytes(head.last(crypto::Salt::size));
    CHEVET_TRY_ASSIGN(const crypto::SealKey key,
                      crypto::deriveFromPassphrase(passphrase, *salt, cost, environment.kdfLimits));
    const auto first = crypto::Nonce::fromBytes(bytes.sliced(headSize, crypto::Nonce::size));
    const auto packed = crypto::openSecret(
        key.secret(), *first,
        bytes.sliced(headSize + crypto::Nonce::size, keysSize + crypto::sealOverhead), head);
    if (!packed)
        return fail(ErrorCode::WrongPassphrase, QStringLiteral("joining"));
    const auto second = crypto::Nonce::fromBytes(bytes.sliced(keysEnd, crypto::Nonce::size));
    CHEVET_TRY_ASSIGN(
        const QByteArray request,
        crypto::open(key.secret(), *second, bytes.sliced(keysEnd + crypto::Nonce::size), head));
    CHEVET_TRY_ASSIGN(log::JoinRequest parsed, log::parseJoinRequest(request));
    return unpackKeys(*packed, std::move(parsed));
}

base::Result<> endJoining(const Environment& environment, const QString& folder) {
    if (!environment.disk.exists(pathIn(folder)))
        return {};
    CHEVET_TRY(environment.disk.remove(pathIn(folder)));
    return environment.disk.syncFolder(folder);
}

} // namespace chevet::session
