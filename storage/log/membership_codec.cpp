#include "log/membership_codec.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"

#include <QtEndian>

namespace chevet::log::statement {

using base::ErrorCode;
using base::fail;

namespace {

enum Key { Version, KindKey, Clinic, Seq, Prev, Fields };
constexpr std::uint64_t version = 1;
constexpr qsizetype labelBlock = 64;
constexpr qsizetype maxLabel = 1024;
constexpr qsizetype maxStatement = 1024LL * 1024;

std::unexpected<base::Error> malformed(const char* what) {
    return fail(ErrorCode::Malformed, QLatin1String(what));
}

QByteArray labelContext(LabelOf of, const base::Uuid& id) {
    QByteArray context("qs/label/1");
    context += static_cast<char>(of);
    context += id.toByteArray();
    return context;
}

// length u16 ‖ UTF-8 ‖ zeros up to a multiple of 64: a name's length is hidden too.
QByteArray padLabel(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    utf8.truncate(maxLabel);
    const std::uint16_t length = qToLittleEndian(static_cast<std::uint16_t>(utf8.size()));
    QByteArray plain(reinterpret_cast<const char*>(&length), sizeof length);
    plain += utf8;
    plain.append((labelBlock - plain.size() % labelBlock) % labelBlock, '\0');
    return plain;
}

base::Result<> readBody(CborReader& in, Statement& out) {
    if (in.map(6) != 6 || in.key(-1) != Version)
        in.fail();
    const std::uint64_t number = in.number();
    if (!in.failed() && number != version)
        return fail(ErrorCode::NewerVersion, QStringLiteral("membership"));
    const auto expect = [&in](int key) {
        if (in.key(key - 1) != key)
            in.fail();
    };
    expect(KindKey);
    const std::uint64_t kind = in.number();
    if (!in.failed() && (kind < 1 || kind > 8))
        return fail(ErrorCode::NewerVersion, QStringLiteral("membership"),
                    QStringLiteral("kind %1").arg(kind));
    out.kind = static_cast<Kind>(kind);
    expect(Clinic);
    out.clinic = in.fixed<ClinicId>();
    expect(Seq);
    out.seq = in.number(1, 0xFFFFFFFF);
    expect(Prev);
    out.prev = in.fixed<Hash>();
    expect(Fields);
    out.fields = in.bytes(maxStatement);
    return in.finish() ? base::Result<>{} : malformed("membership");
}

} // namespace

QByteArray encodeBody(Kind kind, const ClinicId& clinic, std::uint64_t seq, const Hash& prev,
                      QByteArrayView fields) {
    CborWriter out;
    out.map(6).number(Version).number(version).number(KindKey).number(
        static_cast<std::uint64_t>(kind));
    out.number(Clinic).bytes(clinic.view()).number(Seq).number(seq).number(Prev).bytes(prev.view());
    return out.number(Fields).bytes(fields).result();
}

QByteArray encodeSigned(QByteArrayView body,
                        const std::vector<const crypto::SigningKey*>& signers) {
    const Hash message = crypto::hash(body);
    CborWriter out;
    out.array(2).bytes(body).array(signers.size());
    for (const crypto::SigningKey* signer : signers)
        out.array(2)
            .bytes(signer->publicKey().view())
            .bytes(signer->sign(domain, message.view()).view());
    return out.result();
}

base::Result<Statement> decode(QByteArrayView bytes) {
    CborReader in(bytes);
    in.exactly(2);
    Statement out;
    out.body = in.bytes(maxStatement);
    for (std::uint64_t left = in.array(64); left > 0 && !in.failed(); --left) {
        in.exactly(2);
        const auto key = in.fixed<crypto::SigningPublicKey>();
        out.signatures.push_back({.key = key, .signature = in.fixed<crypto::Signature>()});
    }
    if (!in.finish() || out.signatures.empty())
        return malformed("membership");
    const Hash message = crypto::hash(out.body);
    for (const SignedBy& by : out.signatures)
        if (!crypto::verify(by.key, domain, message.view(), by.signature))
            return fail(ErrorCode::BadSignature, QStringLiteral("membership"));
    CborReader body(out.body);
    CHEVET_TRY(readBody(body, out));
    return out;
}

std::optional<base::Uuid> admittedDevice(const Statement& statement) {
    CborReader in(statement.fields);
    in.exactly(6);
    in.uuid();
    const auto request = parseJoinCore(in.bytes(4096));
    return request && !in.failed() ? std::optional(request->device) : std::nullopt;
}

bool isSignedBy(const Statement& statement, const crypto::SigningPublicKey& key) noexcept {
    return std::any_of(statement.signatures.begin(), statement.signatures.end(),
                       [&](const SignedBy& by) { return by.key == key; });
}

void writeLabel(CborWriter& out, LabelOf of, const base::Uuid& id, const QString& text,
                std::uint32_t epoch, const crypto::EpochKey& key, base::Random& random) {
    const crypto::Nonce nonce = crypto::randomNonce(random);
    const crypto::SealKey labelKey = crypto::deriveKey(key.secret(), "label/1");
    QByteArray sealed = nonce.toByteArray();
    sealed += crypto::seal(labelKey.secret(), nonce, padLabel(text), labelContext(of, id));
    out.array(2).number(epoch).bytes(sealed);
}

base::Result<QString> openLabel(LabelOf of, const base::Uuid& id, QByteArrayView sealed,
                                const crypto::EpochKey& key) {
    if (sealed.size() < crypto::Nonce::size)
        return fail(ErrorCode::DecryptFailed, QStringLiteral("label"));
    const auto nonce = crypto::Nonce::fromBytes(sealed.first(crypto::Nonce::size));
    const crypto::SealKey labelKey = crypto::deriveKey(key.secret(), "label/1");
    CHEVET_TRY_ASSIGN(const QByteArray plain,
                      crypto::open(labelKey.secret(), *nonce, sealed.sliced(crypto::Nonce::size),
                                   labelContext(of, id)));
    if (plain.size() < 2)
        return malformed("label");
    const auto length = qsizetype{qFromLittleEndian<std::uint16_t>(plain.constData())};
    if (length > plain.size() - 2)
        return malformed("label");
    return QString::fromUtf8(QByteArrayView(plain).sliced(2, length));
}

ClinicId clinicIdOf(const crypto::SigningPublicKey& root, const crypto::BoxPublicKey& rootBox,
                    QByteArrayView nonce) {
    const Hash hash = crypto::Hasher()
                          .update("clinic/1")
                          .update(root.view())
                          .update(rootBox.view())
                          .update(nonce)
                          .finish();
    return *ClinicId::fromBytes(hash.view());
}

} // namespace chevet::log::statement
