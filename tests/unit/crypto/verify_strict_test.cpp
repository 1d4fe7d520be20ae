// Keys and signatures an honest program never makes (trust.md MS16): small order, another spelling
// of the same number, S not reduced. Lax verifiers accept these, for any message.
#include "crypto/primitives/verify.h"
#include "crypto/signing.h"

#include <QtTest>

using namespace chevet::crypto;

class VerifyStrictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallOrderKeysAreRefused_data();
    void smallOrderKeysAreRefused();
    void aSmallOrderCommitmentIsRefused();
    void sNotReducedIsRefused();
};

namespace {

template <class Fixed>
Fixed fromHex(const char* text) {
    return *Fixed::fromBytes(QByteArray::fromHex(text));
}

// R = the identity, S = 0: S·B = R + h·A holds for every message whenever h·A vanishes.
Signature universal(const char* commitment) {
    return fromHex<Signature>(QByteArray(QByteArray(commitment) + QByteArray(64, '0')).constData());
}
constexpr auto identity = "0100000000000000000000000000000000000000000000000000000000000000";

} // namespace

void VerifyStrictTest::smallOrderKeysAreRefused_data() {
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, const char* key) {
        QTest::newRow(name) << QByteArray(key);
    };
    row("order 1", identity);
    row("order 1, other sign", "0100000000000000000000000000000000000000000000000000000000000080");
    row("order 2", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("order 2, other sign", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
    row("order 4", "0000000000000000000000000000000000000000000000000000000000000000");
    row("order 4, other sign", "0000000000000000000000000000000000000000000000000000000000000080");
    row("order 8, a", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    row("order 8, a, other sign",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
    row("order 8, b", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    row("order 8, b, other sign",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
    row("p, spelling of 0", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("p + 1, spelling of 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("p, other sign", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
    row("p + 1, other sign", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
    row("2^255 - 1", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("not on the curve", "0200000000000000000000000000000000000000000000000000000000000000");
}

void VerifyStrictTest::smallOrderKeysAreRefused() {
    QFETCH(QByteArray, key);
    const auto publicKey = fromHex<SigningPublicKey>(key.constData());
    // Eight messages or more: with a key of order 8 a lax verifier accepts one in eight at least.
    for (int i = 0; i < 64; ++i)
        for (const char* commitment : {identity, key.constData()})
            QVERIFY(!verify(publicKey, "entry/1", QByteArray::number(i), universal(commitment)));
}

void VerifyStrictTest::aSmallOrderCommitmentIsRefused() {
    const SigningKey key = SigningKey::generate();
    for (int i = 0; i < 64; ++i)
        QVERIFY(!verify(key.publicKey(), "entry/1", QByteArray::number(i), universal(identity)));
}

void VerifyStrictTest::sNotReducedIsRefused() {
    // L, the order of the group, little-endian: S + L signs the same where S < L is not checked.
    const QByteArray order =
        QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    for (int i = 0; i < 32; ++i) {
        const SigningKey key = SigningKey::generate();
        Signature signature = key.sign("entry/1", "text");
        QVERIFY(verify(key.publicKey(), "entry/1", "text", signature));
        unsigned carry = 0;
        for (std::size_t at = 0; at < 32; ++at) {
            carry += signature.bytes[32 + at] +
                     static_cast<std::uint8_t>(order[static_cast<qsizetype>(at)]);
            signature.bytes[32 + at] = static_cast<std::uint8_t>(carry);
            carry >>= 8U;
        }
        QCOMPARE(carry, 0U); // S < L, so S + L fits
        QVERIFY(!verify(key.publicKey(), "entry/1", "text", signature));
    }
}

QTEST_GUILESS_MAIN(VerifyStrictTest)
#include "verify_strict_test.moc"
