// Published vectors, so that what Chevet calls BLAKE2b, Argon2id, XChaCha20-Poly1305 and Ed25519 is
// that.
#include "crypto/aead.h"
#include "crypto/box.h"
#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "crypto/signing.h"

#include <QtTest>

using namespace chevet;
using namespace chevet::crypto;

class VectorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blake2b();
    void keyedBlake2b();
    void argon2id();
    void xchacha20poly1305();
    void anyChangeOfASealedTextIsRefused();
    void ed25519();
    void aSignatureHoldsForItsDomainOnly();
    void sealedBoxes();
    void aBoxIsForItsRecipientOnly();
};

namespace {

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

Secret secretHex(const char* text) {
    QByteArray bytes = hex(text);
    return Secret::takeFrom(bytes);
}

} // namespace

// RFC 7693's function, 32 bytes out; values as Python's hashlib has them.
void VectorsTest::blake2b() {
    QCOMPARE(hash("").toByteArray(),
             hex("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    QCOMPARE(hash("abc").toByteArray(),
             hex("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    QCOMPARE(Hasher().update("a").update("").update("bc").finish(), hash("abc"));
}

void VectorsTest::keyedBlake2b() {
    const Secret key =
        secretHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    const QByteArray expected =
        hex("1537dfaeff8b4016ed80c92532288cfa6ddc1a92837a250932d8dd09311db5ba");
    QCOMPARE(deriveKey(key, "entry/1", "context").secret().view().toByteArray(), expected);
    QCOMPARE(keyedHash(key, "entry/1", "context").toByteArray(), expected);
    QVERIFY(deriveKey(key, "entry/1", "other").secret().view() != expected);
    QVERIFY(deriveKey(key, "entry/2", "context").secret().view() != expected);
}

// libsodium's test/default/pwhash_argon2id.c, third string: m=4882, t=2, p=1, empty password.
void VectorsTest::argon2id() {
    const auto salt = Salt::fromBytes(QByteArray::fromBase64("bA81arsiXysd3WbTRzmEOw=="));
    QVERIFY(salt);
    const KdfCost cost{.passes = 2, .memoryKiB = 4882};
    const auto key = deriveFromPassphrase(Secret(0), *salt, cost, {.floor = cost, .ceiling = cost});
    QVERIFY(key);
    QCOMPARE(key->secret().view().toByteArray(),
             QByteArray::fromBase64("Nm8QBM+7RH1DXo9rvp5cwKEOOOfD2g6JuxlXihoNcpE="));
}

// draft-irtf-cfrg-xchacha-03, A.3.1
void VectorsTest::xchacha20poly1305() {
    const QByteArray plain = "Ladies and Gentlemen of the class of '99: If I could offer you only "
                             "one tip for the future, sunscreen would be it.";
    const QByteArray associated = hex("50515253c0c1c2c3c4c5c6c7");
    const Secret key =
        secretHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const auto nonce = Nonce::fromBytes(hex("404142434445464748494a4b4c4d4e4f5051525354555657"));
    const QByteArray sealed =
        hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a8"
            "2f4eda7e39"
            "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b238"
            "3565d3fff9"
            "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
    QCOMPARE(seal(key, *nonce, plain, associated), sealed);
    QCOMPARE(open(key, *nonce, sealed, associated).value(), plain);
    const auto secret = openSecret(key, *nonce, sealed, associated);
    QVERIFY(secret && secret->view() == plain);
    QCOMPARE(sealSecret(key, *nonce, *secret, associated), sealed);
}

void VectorsTest::anyChangeOfASealedTextIsRefused() {
    const Secret key = Secret::random(32);
    const Nonce nonce{};
    const QByteArray sealed = seal(key, nonce, "dose", "patient");
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray bad = sealed;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
        QVERIFY(!open(key, nonce, bad, "patient"));
    }
    for (qsizetype length = 0; length < sealed.size(); ++length) {
        QVERIFY(!open(key, nonce, sealed.first(length), "patient"));
        QVERIFY(!openSecret(key, nonce, sealed.first(length), "patient"));
    }
    QVERIFY(!open(key, nonce, sealed, "another"));
    QVERIFY(!open(key, Nonce{.bytes = {1}}, sealed, "patient"));
    QVERIFY(!open(Secret::random(32), nonce, sealed, "patient"));
    QVERIFY(!open(Secret::random(16), nonce, sealed, "patient")); // a key of another size is no key
    QCOMPARE(open(key, nonce, seal(key, nonce, {}, {}), {}).value(), QByteArray());
}

// Key pair of RFC 8032 §7.1 TEST 1; the signature over "domain/1" ‖ 0 ‖ "message" was made by
// OpenSSL 3.
void VectorsTest::ed25519() {
    const auto key = SigningKey::fromSeed(
        secretHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    QVERIFY(key);
    QCOMPARE(key->publicKey().toByteArray(),
             hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    const Signature signature = key->sign("domain/1", "message");
    QCOMPARE(signature.toByteArray(),
             hex("da821637b0d7c2e34c001d097103881664a0e8353540873a12c6d6e8e590a95d"
                 "79ae8bc3e524908e61ca2c2efd731f6d5dabafb9e7c7e488cb4cf6eab53ed800"));
    QVERIFY(verify(key->publicKey(), "domain/1", "message", signature));
    QVERIFY(!SigningKey::fromSeed(Secret(31)));
    const SigningKey twin = key->clone();
    QCOMPARE(twin.sign("domain/1", "message"), signature);
}

void VectorsTest::aSignatureHoldsForItsDomainOnly() {
    const SigningKey key = SigningKey::generate();
    const Signature signature = key.sign("entry/1", "text");
    QVERIFY(verify(key.publicKey(), "entry/1", "text", signature));
    QVERIFY(!verify(key.publicKey(), "entry/2", "text", signature));
    QVERIFY(
        !verify(key.publicKey(), "entry", "/1text", signature)); // the zero byte keeps them apart
    QVERIFY(!verify(key.publicKey(), "entry/1", "texT", signature));
    QVERIFY(!verify(SigningKey::generate().publicKey(), "entry/1", "text", signature));
    for (std::size_t bit = 0; bit < 512; ++bit) {
        Signature bad = signature;
        bad.bytes[bit / 8] = static_cast<std::uint8_t>(bad.bytes[bit / 8] ^ 1U << bit % 8);
        QVERIFY(!verify(key.publicKey(), "entry/1", "text", bad));
    }
}

void VectorsTest::sealedBoxes() {
    // RFC 7748 §5.2's key agreement is inside; here: what is sealed to a key comes back.
    const BoxKeyPair pair = BoxKeyPair::fromSeed(
        secretHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    QCOMPARE(pair.publicKey,
             BoxKeyPair::fromSeed(
                 secretHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"))
                 .publicKey);
    const Secret content = Secret::random(32);
    const QByteArray sealed = sealTo(pair.publicKey, content);
    QCOMPARE(sealed.size(), 32 + 48);
    QVERIFY(openSealed(pair, sealed)->equals(content));
    QVERIFY(sealTo(pair.publicKey, content) != sealed); // a new ephemeral key each time
}

void VectorsTest::aBoxIsForItsRecipientOnly() {
    const BoxKeyPair pair = BoxKeyPair::generate();
    const QByteArray sealed = sealTo(pair.publicKey, Secret::random(8));
    QVERIFY(!openSealed(BoxKeyPair::generate(), sealed));
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray bad = sealed;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        QVERIFY(!openSealed(pair, bad));
        QVERIFY(!openSealed(pair, sealed.first(at)));
    }
}

QTEST_GUILESS_MAIN(VectorsTest)
#include "vectors_test.moc"
