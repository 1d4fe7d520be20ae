// Shamir's sharing: the field is AES's, the curve is SLIP-39's, and k - 1 points say nothing.
#include "crypto/random.h"
#include "crypto/shamir.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QtTest>

#include <bit>
#include <set>

using namespace chevet;
using namespace chevet::crypto;

class ShamirTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFieldIsTheOneOfAes();
    void theInverseIsTheOneOfTheSBox();
    void everyInverseInverts();
    void slip39();
    void anyKPointsGiveTheSecret();
    void fewerPointsFitEverySecret();
    void theRandomPointsAreAllUsed();
    void nonsenseIsRefused();
};

namespace {

Secret secretOf(const QByteArray& bytes) {
    QByteArray copy = bytes;
    copy.detach();
    return Secret::takeFrom(copy);
}

std::vector<const shamir::Point*> chosen(const std::vector<shamir::Point>& points, unsigned mask) {
    std::vector<const shamir::Point*> some;
    for (std::size_t i = 0; i < points.size(); ++i)
        if ((mask >> i & 1U) != 0)
            some.push_back(&points[i]);
    return some;
}

// FIPS 197 §5.1.1: the S-box is the inverse and an affine map.
std::uint8_t sBox(std::uint8_t a) {
    const std::uint8_t b = shamir::inverse(a);
    return static_cast<std::uint8_t>(b ^ std::rotl(b, 1) ^ std::rotl(b, 2) ^ std::rotl(b, 3) ^
                                     std::rotl(b, 4) ^ 0x63);
}

} // namespace

// FIPS 197 §4.2 and §4.2.1.
void ShamirTest::theFieldIsTheOneOfAes() {
    QCOMPARE(shamir::times(0x57, 0x83), std::uint8_t{0xC1});
    QCOMPARE(shamir::times(0x57, 0x13), std::uint8_t{0xFE});
    QCOMPARE(shamir::times(0x57, 0x02), std::uint8_t{0xAE});
    QCOMPARE(shamir::times(0x57, 0x04), std::uint8_t{0x47});
    QCOMPARE(shamir::times(0x57, 0x08), std::uint8_t{0x8E});
    QCOMPARE(shamir::times(0x57, 0x10), std::uint8_t{0x07});
}

// FIPS 197, figure 7: the first row and the example of §5.1.1.
void ShamirTest::theInverseIsTheOneOfTheSBox() {
    const QByteArray row = QByteArray::fromHex("637c777bf26b6fc53001672bfed7ab76");
    for (int i = 0; i < 16; ++i)
        QCOMPARE(sBox(static_cast<std::uint8_t>(i)), static_cast<std::uint8_t>(row[i]));
    QCOMPARE(sBox(0x53), std::uint8_t{0xED});
}

void ShamirTest::everyInverseInverts() {
    QCOMPARE(shamir::inverse(0), std::uint8_t{0});
    std::set<std::uint8_t> seen;
    for (unsigned a = 1; a < 256; ++a) {
        const auto b = shamir::inverse(static_cast<std::uint8_t>(a));
        QCOMPARE(shamir::times(static_cast<std::uint8_t>(a), b), std::uint8_t{1});
        seen.insert(b);
        for (unsigned c = 0; c < 256; ++c) // commutes, and distributes over exclusive or
            QCOMPARE(shamir::times(static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(c ^ 7U)),
                     static_cast<std::uint8_t>(
                         shamir::times(static_cast<std::uint8_t>(c), static_cast<std::uint8_t>(a)) ^
                         shamir::times(static_cast<std::uint8_t>(a), 7)));
    }
    QCOMPARE(seen.size(), std::size_t{255});
}

void ShamirTest::slip39() {
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/crypto/slip39-points.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int cases = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        QList<QByteArray> words = line.split(' ');
        const QByteArray digest = QByteArray::fromHex(words.takeLast());
        const QByteArray secret = QByteArray::fromHex(words.takeLast());
        std::vector<shamir::Point> points;
        for (const QByteArray& word : words)
            points.push_back({.x = static_cast<std::uint8_t>(word.split(':')[0].toInt()),
                              .y = secretOf(QByteArray::fromHex(word.split(':')[1]))});
        const auto all = chosen(points, ~0U);
        QCOMPARE(shamir::interpolate(all, 255)->view().toByteArray(), secret);
        QCOMPARE(shamir::interpolate(all, 254)->view().toByteArray(), digest);
        ++cases;
    }
    QCOMPARE(cases, 5);
}

void ShamirTest::anyKPointsGiveTheSecret() {
    tests::SeededRandom random("shamir");
    for (int n = 2; n <= 6; ++n)
        for (int k = 2; k <= n; ++k) {
            const Secret secret = Secret::random(32);
            const auto points = shamir::split(secret, k, n, random);
            QVERIFY(points);
            QCOMPARE(points->size(), static_cast<std::size_t>(n));
            for (unsigned mask = 1; mask < 1U << n; ++mask) {
                const auto some = chosen(*points, mask);
                const auto got = shamir::interpolate(some, shamir::secretAt);
                QVERIFY(got);
                QCOMPARE(got->equals(secret), std::popcount(mask) >= k);
            }
        }
    const Secret secret = Secret::random(32);
    const auto most = shamir::split(secret, 16, 16, random);
    QVERIFY(most);
    QVERIFY(shamir::interpolate(chosen(*most, ~0U), shamir::secretAt)->equals(secret));
}

// Perfect secrecy, in the small: with one byte, k - 1 points leave each guess at the secret exactly
// one polynomial.
void ShamirTest::fewerPointsFitEverySecret() {
    for (unsigned guess = 0; guess < 256; guess += 51) {
        std::set<std::uint8_t> third;
        for (unsigned y = 0; y < 256; ++y) {
            std::vector<shamir::Point> points;
            points.push_back({.x = 1, .y = secretOf("\x42")});
            points.push_back({.x = 2, .y = secretOf(QByteArray(1, static_cast<char>(y)))});
            points.push_back({.x = 255, .y = secretOf(QByteArray(1, static_cast<char>(guess)))});
            third.insert(shamir::interpolate(chosen(points, 7), 3)->bytes()[0]);
        }
        QCOMPARE(third.size(), std::size_t{256});
    }
}

void ShamirTest::theRandomPointsAreAllUsed() {
    tests::SeededRandom one("one"), same("one"), other("other");
    const Secret secret = Secret::random(32);
    const auto a = shamir::split(secret, 3, 5, one), b = shamir::split(secret, 3, 5, same),
               c = shamir::split(secret, 3, 5, other);
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE((*a)[i].x, static_cast<std::uint8_t>(i + 1));
        QVERIFY((*a)[i].y.equals((*b)[i].y));
        QVERIFY(!(*a)[i].y.equals((*c)[i].y));
        QVERIFY(!(*a)[i].y.equals(secret));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!(*a)[i].y.equals((*a)[j].y));
    }
}

void ShamirTest::nonsenseIsRefused() {
    const Secret secret = Secret::random(32);
    for (const auto& [k, n] : {std::pair{1, 3}, {0, 3}, {-1, 3}, {4, 3}, {2, 17}, {17, 17}}) {
        const auto refused = shamir::split(secret, k, n, systemRandom());
        QVERIFY(!refused && refused.error().code == base::ErrorCode::InvalidArgument);
    }
    QVERIFY(!shamir::split(Secret(0), 2, 3, systemRandom()));
    std::vector<shamir::Point> points;
    QVERIFY(!shamir::interpolate(chosen(points, 0), 255));
    points.push_back({.x = 1, .y = Secret(32)});
    points.push_back({.x = 1, .y = Secret(32)});
    QVERIFY(!shamir::interpolate(chosen(points, 3), 255));
    points[1].x = 2;
    points[1].y = Secret(31);
    QVERIFY(!shamir::interpolate(chosen(points, 3), 255));
    QVERIFY(shamir::interpolate(chosen(points, 1), 255));
}

QTEST_GUILESS_MAIN(ShamirTest)
#include "shamir_test.moc"
