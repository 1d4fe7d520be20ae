// The kit in shares: any k give it back, and whatever is wrong with them is named. Never a wrong
// kit.
#include "clinic.h"
#include "crypto/primitives/hash.h"
#include "keychain/recovery_code.h"
#include "keychain/shares.h"
#include "keychain/sign_lines.h"
#include "support/seeded_random.h"

#include <bit>

using namespace chevet;
using namespace chevet::keychain;
using base::ErrorCode;
using test::secret;

class SharesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKnownSetIsFrozen();
    void everyKSubsetOpensAndNoSmallerOne();
    void theHandIsForgiven_data();
    void theHandIsForgiven();
    void anyWrongSignNamesFileAndLine();
    void missingAndAddedSignsAreNamed();
    void tooFewSaysHowMany();
    void twiceTheSameIsNamed();
    void anotherSetIsNamed();
    void anotherClinicIsNamed();
    void whatIsNoShareIsSaid_data();
    void whatIsNoShareIsSaid();
    void aForgedShareIsFoundOut();
    void aForgedHeadIsFoundOut();
    void aLaterVersionIsSaid();
    void neverAWrongKit();
    void nonsenseIsNotSplit();
};

namespace {

crypto::Hash clinic(const char* name = "clinic") {
    return crypto::hash(name);
}

crypto::Secret knownKit() {
    crypto::Secret kit(32);
    for (std::size_t i = 0; i < kit.size(); ++i)
        kit.bytes()[i] = static_cast<std::uint8_t>(i);
    return kit;
}

std::vector<KitShare> known(int needed = 3, int total = 5, const char* seed = "shares") {
    tests::SeededRandom random(seed);
    auto shares = splitKit(knownKit(), clinic(), needed, total, random);
    if (!shares)
        qFatal("no shares");
    return std::move(*shares);
}

QByteArray textOf(const KitShare& share) {
    return share.text().view().toByteArray();
}

base::Result<KitShare> parse(QByteArray text, const QString& name = QStringLiteral("a.txt")) {
    text.detach();
    return parseShare(crypto::Secret::takeFrom(text), name);
}

// Shares read from texts, named part-1.txt and so on.
base::Result<crypto::Secret> join(const QList<QByteArray>& texts,
                                  const std::optional<crypto::Hash>& of = {}) {
    std::vector<NamedShare> shares;
    for (const QByteArray& text : texts) {
        const QString name = QStringLiteral("part-%1.txt").arg(shares.size() + 1);
        CHEVET_TRY_ASSIGN(KitShare share, parse(text, name));
        shares.push_back({.name = name, .share = std::move(share)});
    }
    return joinShares(shares, of);
}

QString outcome(const base::Result<crypto::Secret>& result) {
    if (result)
        return QStringLiteral("kit");
    return QStringLiteral("%1|%2|%3")
        .arg(QLatin1String(base::errorName(result.error().code)), result.error().where,
             result.error().detail);
}

QString outcome(const base::Result<KitShare>& result) {
    return result ? QStringLiteral("share")
                  : outcome(base::Result<crypto::Secret>(std::unexpected(result.error())));
}

// The share with bytes of its payload changed and every checksum made right again.
template <class Change>
QByteArray forged(const KitShare& share, Change&& change) {
    const crypto::Secret text = share.text();
    crypto::Secret payload =
        TypedLines({text.view().data(), text.size()}, KitShare::lineCount).payload();
    change(payload.bytes());
    const crypto::Hash sum =
        crypto::Hasher().update("share/1").update(payload.view().first(64)).finish();
    std::copy_n(sum.bytes.begin(), 6, payload.bytes().begin() + 64);
    return printedLines(signLines(payload)).view().toByteArray();
}

} // namespace

// SHARES.md has this vector; tests/tools/read_shares.py reads it on its own.
void SharesTest::theKnownSetIsFrozen() {
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/keychain/shares-v1.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray all;
    for (const KitShare& share : known())
        all += textOf(share) + "\n\n";
    QCOMPARE(all.trimmed(), file.readAll().trimmed());
    const auto shares = known();
    QCOMPARE(shares[1].number(), 2);
    QCOMPARE(shares[1].needed(), 3);
    QCOMPARE(shares[1].total(), 5);
    QCOMPARE(shares[1].clinic(), fingerprint(clinic()));
    QCOMPARE(shares[1].set(), shares[4].set());
    QCOMPARE(shares[1].qrPayload().view().toByteArray(),
             QByteArray("CHEVET:PART:" + textOf(shares[1]).replace(' ', "").replace('\n', "")));
}

void SharesTest::everyKSubsetOpensAndNoSmallerOne() {
    for (const auto& [needed, total] : {std::pair{2, 2}, {2, 3}, {3, 5}, {5, 5}, {4, 7}}) {
        const auto shares = known(needed, total);
        for (unsigned mask = 1; mask < 1U << total; ++mask) {
            QList<QByteArray> texts;
            for (int i = 0; i < total; ++i)
                if ((mask >> i & 1U) != 0)
                    texts += textOf(shares[static_cast<std::size_t>(i)]);
            const auto kit = join(texts, clinic());
            const int missing = needed - std::popcount(mask);
            if (missing <= 0)
                QVERIFY(kit && kit->equals(knownKit()));
            else
                QCOMPARE(outcome(kit), QStringLiteral("TooFewShares|%1|%2/%3")
                                           .arg(missing)
                                           .arg(std::popcount(mask))
                                           .arg(needed));
        }
    }
}

void SharesTest::theHandIsForgiven_data() {
    QTest::addColumn<QByteArray>("typed");
    const KitShare share = std::move(known()[1]);
    const QByteArray text = textOf(share);
    const auto row = [&](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QByteArray(text).replace(from, to);
    };
    QTest::newRow("as printed") << text;
    QTest::newRow("small letters") << text.toLower();
    row("O for zero", "0", "O");
    row("l for one", "1", "l");
    row("hyphens", " ", "-");
    row("no blanks", " ", "");
    row("one line", "\n", " ");
    row("Windows lines", "\n", "\r\n");
    row("empty lines", "\n", "\n\n");
    QTest::newRow("with remarks") << QByteArray("\xEF\xBB\xBF# Partie 2 de 5\n\n  # encore\n" +
                                                text + "\n# fin");
    QTest::newRow("QR") << share.qrPayload().view().toByteArray();
    QTest::newRow("QR after a remark")
        << QByteArray("# lu\n \n" + share.qrPayload().view().toByteArray().toLower());
}

void SharesTest::theHandIsForgiven() {
    QFETCH(QByteArray, typed);
    const auto share = parse(typed);
    QCOMPARE(outcome(share), QStringLiteral("share"));
    QCOMPARE(textOf(*share), textOf(known()[1]));
}

void SharesTest::anyWrongSignNamesFileAndLine() {
    const QByteArray good = textOf(known()[0]);
    int line = 1;
    for (qsizetype at = 0; at < good.size(); ++at) {
        if (good[at] == '\n')
            ++line;
        if (good[at] == '\n' || good[at] == ' ')
            continue;
        for (const char wrong : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZU*\xFF")) {
            if (wrong == good[at])
                continue;
            QByteArray bad = good;
            bad[at] = wrong;
            QCOMPARE(outcome(parse(bad)), QStringLiteral("ShareMistyped|a.txt|%1").arg(line));
        }
    }
    QCOMPARE(line, KitShare::lineCount);
}

void SharesTest::missingAndAddedSignsAreNamed() {
    const QByteArray good = textOf(known()[0]);
    const QList<QByteArray> lines = good.split('\n');
    QCOMPARE(outcome(parse(lines.first(6).join('\n'))), QStringLiteral("ShareMistyped|a.txt|7"));
    QCOMPARE(outcome(parse(lines.sliced(1).join('\n'))), QStringLiteral("NotAShare|a.txt|"));
    QCOMPARE(outcome(parse(QByteArray(good + "7"))), QStringLiteral("ShareMistyped|a.txt|7"));
    QCOMPARE(outcome(parse(QByteArray(good + "\n7"))), QStringLiteral("ShareMistyped|a.txt|"));
    QList<QByteArray> shorter = lines;
    shorter[2].chop(1);
    QCOMPARE(outcome(parse(shorter.join('\n'))), QStringLiteral("ShareMistyped|a.txt|3"));
    QList<QByteArray> swapped = lines;
    swapped.swapItemsAt(3, 5);
    QCOMPARE(outcome(parse(swapped.join('\n'))), QStringLiteral("ShareMistyped|a.txt|4"));
    // Lines of two shares, each with its check: the checksum of the whole tells.
    QList<QByteArray> mixed = lines;
    mixed[2] = textOf(known()[1]).split('\n')[2];
    QCOMPARE(outcome(parse(mixed.join('\n'))), QStringLiteral("ShareMistyped|a.txt|"));
}

void SharesTest::tooFewSaysHowMany() {
    const auto shares = known();
    QCOMPARE(outcome(join({textOf(shares[4])})), QStringLiteral("TooFewShares|2|1/3"));
    QVERIFY(!joinShares({}));
}

void SharesTest::twiceTheSameIsNamed() {
    const auto shares = known();
    QCOMPARE(outcome(join({textOf(shares[0]), textOf(shares[2]), textOf(shares[0])})),
             QStringLiteral("ShareRepeated|part-3.txt|1 part-1.txt"));
}

void SharesTest::anotherSetIsNamed() {
    const auto one = known(), other = known(3, 5, "another");
    QCOMPARE(
        outcome(join({textOf(one[0]), textOf(other[1]), textOf(one[2])})),
        QStringLiteral("ShareOfOtherSet|part-2.txt|%1 / %2").arg(other[0].set(), one[0].set()));
    QCOMPARE(
        outcome(join({textOf(one[0]), textOf(other[1])})),
        QStringLiteral("ShareOfOtherSet|part-2.txt|%1 / %2").arg(other[0].set(), one[0].set()));
    // Even where enough of one set are there: which set is meant is not for the program to guess.
    QVERIFY(!join({textOf(one[0]), textOf(one[1]), textOf(one[2]), textOf(other[3])}));
}

void SharesTest::anotherClinicIsNamed() {
    tests::SeededRandom random("foreign");
    const auto foreign = splitKit(knownKit(), clinic("elsewhere"), 3, 5, random);
    const auto own = known();
    QCOMPARE(outcome(join({textOf((*foreign)[0]), textOf(own[1]), textOf(own[2])})),
             QStringLiteral("WrongClinic|part-1.txt|"));
    QCOMPARE(outcome(join({textOf(own[0]), textOf(own[1]), textOf(own[2])}, clinic("elsewhere"))),
             QStringLiteral("WrongClinic|part-1.txt, part-2.txt, part-3.txt|"));
}

void SharesTest::whatIsNoShareIsSaid_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("remarks only") << QByteArray("# Partie 1\n#\n") << QString();
    QTest::newRow("a letter") << QByteArray("Chère Madame,\nvoici les parties.\n") << QString();
    QTest::newRow("binary") << QByteArray(5000, '\xFE') << QString();
    QTest::newRow("zeros") << QByteArray(20'000, '0') << QString();
    const auto code = RecoveryCode::fromKit(knownKit());
    QTest::newRow("the whole kit") << code->text().view().toByteArray() << QStringLiteral("kit");
    QTest::newRow("its QR code") << code->qrPayload().view().toByteArray() << QStringLiteral("kit");
}

void SharesTest::whatIsNoShareIsSaid() {
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    QCOMPARE(outcome(parse(text)), QStringLiteral("NotAShare|a.txt|") + detail);
}

// Somebody who knows the format alters a share and makes its checksums right.
void SharesTest::aForgedShareIsFoundOut() {
    const auto shares = known();
    const auto spoil = [](auto bytes) { bytes[20] ^= 1; };
    const QByteArray bad = forged(shares[1], spoil);
    QVERIFY(parse(bad));
    QCOMPARE(outcome(join({textOf(shares[0]), bad, textOf(shares[2])})),
             QStringLiteral("SharesDisagree||")); // with no share to spare nobody can tell which
    QCOMPARE(outcome(join({textOf(shares[0]), bad, textOf(shares[2]), textOf(shares[3])})),
             QStringLiteral("SharesDisagree|part-2.txt|"));
    QCOMPARE(outcome(join({textOf(shares[0]), bad, textOf(shares[2]), textOf(shares[3]),
                           forged(shares[4], spoil)})),
             QStringLiteral("SharesDisagree|part-2.txt, part-5.txt|"));
    // Renumbered.
    const QByteArray moved = forged(shares[1], [](auto bytes) { bytes[3] = 5; });
    QCOMPARE(outcome(join({textOf(shares[0]), moved, textOf(shares[2])})),
             QStringLiteral("SharesDisagree||"));
}

void SharesTest::aForgedHeadIsFoundOut() {
    const auto shares = known();
    const auto fewer = [](auto bytes) { bytes[1] = 2; }; // "two are enough"
    QCOMPARE(outcome(join({forged(shares[0], fewer), forged(shares[1], fewer)})),
             QStringLiteral("SharesDisagree||"));
    QCOMPARE(outcome(join({textOf(shares[0]), forged(shares[1], fewer), textOf(shares[2])})),
             QStringLiteral("SharesDisagree|part-2.txt|"));
    for (const auto& [at, value] :
         {std::pair{1, 1}, {1, 6}, {2, 17}, {2, 2}, {3, 0}, {3, 6}, {0, 0}})
        QCOMPARE(outcome(parse(forged(shares[0],
                                      [&, at = at, value = value](auto bytes) {
                                          bytes[static_cast<std::size_t>(at)] =
                                              static_cast<std::uint8_t>(value);
                                      }))),
                 QStringLiteral("NotAShare|a.txt|"));
}

void SharesTest::aLaterVersionIsSaid() {
    const QByteArray later = forged(known()[0], [](auto bytes) { bytes[0] = 2; });
    QCOMPARE(outcome(parse(later)), QStringLiteral("NewerVersion|a.txt|share"));
}

// Thousands of corruptions, below the checksums too: the kit or an error, nothing else.
void SharesTest::neverAWrongKit() {
    const auto shares = known();
    tests::SeededRandom random("corruption");
    const auto number = [&] {
        std::array<std::uint8_t, 4> bytes{};
        random.fill(bytes);
        return static_cast<std::size_t>(bytes[0] | bytes[1] << 8 | bytes[2] << 16);
    };
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto which = number() % 3;
        QByteArray text;
        if (i % 2 == 0) {
            text = textOf(shares[which]);
            text[static_cast<qsizetype>(number() % 150)] = static_cast<char>(number());
        } else {
            text = forged(shares[which], [&](auto bytes) {
                for (std::size_t change = 0; change <= number() % 3; ++change)
                    bytes[number() % 64] ^= static_cast<std::uint8_t>(number());
            });
        }
        auto read = parse(text);
        if (!read) {
            ++refused;
            continue;
        }
        std::vector<NamedShare> given;
        for (KitShare& share : known())
            if (given.size() < (i % 3 == 0 ? 4U : 3U))
                given.push_back({.name = {}, .share = std::move(share)});
        given[which].share = std::move(*read);
        const auto kit = joinShares(given, clinic());
        QVERIFY(!kit || kit->equals(knownKit()));
        refused += kit ? 0 : 1;
    }
    QVERIFY2(refused > 2700, qPrintable(QString::number(refused)));
}

void SharesTest::nonsenseIsNotSplit() {
    test::RepeatableRandom random;
    COMPARE_ERROR(splitKit(crypto::Secret(31), clinic(), 2, 3, random), InvalidArgument);
    COMPARE_ERROR(splitKit(knownKit(), clinic(), 1, 3, random), InvalidArgument);
    COMPARE_ERROR(splitKit(knownKit(), clinic(), 4, 3, random), InvalidArgument);
    COMPARE_ERROR(splitKit(knownKit(), clinic(), 3, 17, random), InvalidArgument);
}

QTEST_GUILESS_MAIN(SharesTest)
#include "shares_test.moc"
