// The kit as people copy it: forgiving of the hand, unforgiving of mistakes, naming the line that
// fails.
#include "clinic.h"
#include "keychain/clinic_root.h"
#include "keychain/recovery_code.h"

using namespace chevet;
using namespace chevet::keychain;
using test::secret;

class RecoveryCodeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKnownKitHasTheKnownCode();
    void everyKitComesBack();
    void theHandIsForgiven_data();
    void theHandIsForgiven();
    void anyOneWrongSignNamesItsLine();
    void anyTwoWrongSignsOfALineAreNoticed();
    void exchangedSignsAndLinesAreNoticed();
    void missingSignsNameTheLine();
    void aForeignSignNamesItsLine();
    void aLaterVersionIsSaid();
    void aWrongWholeIsNotALine();
    void groupsAreComparedAsTyped();
    void onlyThirtyTwoBytesAreAKit();
    void theRootComesFromTheKitAlone();
};

namespace {

crypto::Secret knownKit() {
    crypto::Secret kit(kitSize);
    for (std::size_t i = 0; i < kit.size(); ++i)
        kit.bytes()[i] = static_cast<std::uint8_t>(i);
    return kit;
}

// The 72 signs in one line.
std::string signs(const RecoveryCode& code) {
    const crypto::Secret payload = code.qrPayload();
    return std::string(payload.view().begin(), payload.view().end()).substr(11);
}

base::Result<crypto::Secret> parse(const std::string& text) {
    return parseRecoveryCode(secret(text.c_str()));
}

QString failingLine(const base::Result<crypto::Secret>& result) {
    return !result && result.error().code == base::ErrorCode::RecoveryCodeMistyped
               ? result.error().where
               : QStringLiteral("accepted");
}

} // namespace

// SLOTS.md §6 has this vector.
void RecoveryCodeTest::theKnownKitHasTheKnownCode() {
    const auto code = RecoveryCode::fromKit(knownKit());
    VERIFY_RESULT(code);
    const crypto::Secret text = code->text();
    QFile expected(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/keychain/recovery-code.txt"));
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(text.view().toByteArray(), expected.readAll().trimmed());
    QCOMPARE(code->qrPayload().view().toByteArray(),
             QByteArray("CHEVET:KIT:") +
                 text.view().toByteArray().replace(' ', "").replace('\n', ""));
}

void RecoveryCodeTest::everyKitComesBack() {
    test::RepeatableRandom random;
    for (int i = 0; i < 200; ++i) {
        const auto kit = newKit(random);
        const auto code = RecoveryCode::fromKit(kit);
        for (const auto& written : {code->text(), code->qrPayload()}) {
            const auto read = parseRecoveryCode(written);
            VERIFY_RESULT(read);
            QVERIFY(read->equals(kit));
        }
    }
}

void RecoveryCodeTest::theHandIsForgiven_data() {
    QTest::addColumn<QByteArray>("typed");
    const auto code = RecoveryCode::fromKit(knownKit());
    const QByteArray text = code->text().view().toByteArray();
    const auto row = [](const char* name, QByteArray typed, const char* from, const char* to) {
        QTest::newRow(name) << typed.replace(from, to);
    };
    QTest::newRow("as printed") << text;
    QTest::newRow("small letters") << text.toLower();
    row("O for zero", text, "0", "O");
    row("o for zero", text, "0", "o");
    row("I for one", text, "1", "I");
    row("l for one", text, "1", "l");
    row("hyphens", text, " ", "-");
    row("no blanks", text, " ", "");
    row("one line", text, "\n", " ");
    row("Windows lines", text, "\n", "\r\n");
    row("empty lines", text, "\n", "\n\n");
    row("no-break blanks", text, " ", "\xC2\xA0");
    row("the dot of the screen", text, " ", " \xC2\xB7 ");
    QTest::newRow("QR, small letters") << code->qrPayload().view().toByteArray().toLower();
}

void RecoveryCodeTest::theHandIsForgiven() {
    QFETCH(QByteArray, typed);
    const auto kit = parseRecoveryCode(secret(typed.constData()));
    VERIFY_RESULT(kit);
    QVERIFY(kit->equals(knownKit()));
}

void RecoveryCodeTest::anyOneWrongSignNamesItsLine() {
    const std::string good = signs(*RecoveryCode::fromKit(knownKit()));
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char wrong : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            if (wrong == good[at])
                continue;
            std::string bad = good;
            bad[at] = wrong;
            QCOMPARE(failingLine(parse(bad)), QString::number(at / 18 + 1));
        }
}

void RecoveryCodeTest::anyTwoWrongSignsOfALineAreNoticed() {
    const std::string good = signs(*RecoveryCode::fromKit(knownKit()));
    const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    int tried = 0;
    for (std::size_t first = 18; first < 36; ++first)
        for (std::size_t second = first + 1; second < 36; ++second)
            for (std::size_t step = 1; step < 32; ++step) {
                std::string bad = good;
                bad[first] = alphabet[(alphabet.find(bad[first]) + step) % 32];
                bad[second] = alphabet[(alphabet.find(bad[second]) + 7 * step) % 32];
                if (bad[second] == good[second])
                    continue;
                QCOMPARE(failingLine(parse(bad)), QStringLiteral("2"));
                ++tried;
            }
    QVERIFY(tried > 4000);
}

void RecoveryCodeTest::exchangedSignsAndLinesAreNoticed() {
    const std::string good = signs(*RecoveryCode::fromKit(knownKit()));
    for (std::size_t at = 0; at + 1 < good.size(); ++at) {
        std::string bad = good;
        std::swap(bad[at], bad[at + 1]);
        if (bad != good)
            QVERIFY(failingLine(parse(bad)) != QStringLiteral("accepted"));
    }
    const std::string swapped = good.substr(18, 18) + good.substr(0, 18) + good.substr(36);
    QCOMPARE(failingLine(parse(swapped)), QStringLiteral("1"));
}

void RecoveryCodeTest::missingSignsNameTheLine() {
    const std::string good = signs(*RecoveryCode::fromKit(knownKit()));
    QCOMPARE(failingLine(parse("")), QStringLiteral("1"));
    QCOMPARE(failingLine(parse(good.substr(0, 36))), QStringLiteral("3"));
    QCOMPARE(failingLine(parse(good + "0")), QString());
    const std::string lines = good.substr(0, 18) + "\n" + good.substr(18, 17) + "\n" +
                              good.substr(36, 18) + "\n" + good.substr(54);
    QCOMPARE(failingLine(parse(lines)), QStringLiteral("2"));
    QCOMPARE(failingLine(parse(std::string(100'000, '0'))), QStringLiteral("1"));
}

void RecoveryCodeTest::aForeignSignNamesItsLine() {
    std::string bad = signs(*RecoveryCode::fromKit(knownKit()));
    bad[60] = 'U'; // not in Crockford's alphabet
    QCOMPARE(failingLine(parse(bad)), QStringLiteral("4"));
    bad[60] = '\xFF';
    QCOMPARE(failingLine(parse(bad)), QStringLiteral("4"));
}

namespace {

// A code with right lines around any 64 signs, by trying check signs: 1024 pairs a line.
std::string withChecks(const std::string& sixtyFour) {
    const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string code;
    for (std::size_t line = 0; line < 4; ++line)
        for (int pair = 0; pair < 1024; ++pair) {
            const std::string tried = code + sixtyFour.substr(line * 16, 16) +
                                      alphabet[static_cast<std::size_t>(pair / 32)] +
                                      alphabet[static_cast<std::size_t>(pair % 32)];
            if (failingLine(parse(tried)) != QString::number(line + 1)) {
                code = tried;
                break;
            }
        }
    return code;
}

} // namespace

void RecoveryCodeTest::aLaterVersionIsSaid() {
    std::string later =
        withChecks("0G" + std::string(62, '7')); // first byte 00000 100|00…: version 2
    QCOMPARE(later.size(), std::size_t{72});
    const auto read = parse(later);
    COMPARE_ERROR(read, NewerVersion);
}

void RecoveryCodeTest::aWrongWholeIsNotALine() {
    const std::string wrong =
        withChecks("04" + std::string(62, '7')); // version 1, every line right, checksum not
    QCOMPARE(wrong.size(), std::size_t{72});
    QCOMPARE(failingLine(parse(wrong)), QString());
}

void RecoveryCodeTest::groupsAreComparedAsTyped() {
    const auto code = RecoveryCode::fromKit(knownKit());
    for (int line = 0; line < RecoveryCode::lineCount; ++line)
        for (int group = 0; group < RecoveryCode::groupsPerLine; ++group) {
            const QString right = code->group(line, group);
            QCOMPARE(right.size(), RecoveryCode::groupSize);
            QVERIFY(code->groupIs(line, group, right));
            QVERIFY(code->groupIs(
                line, group, QString(right).toLower().replace(QLatin1Char('0'), QLatin1Char('o'))));
            QVERIFY(code->groupIs(line, group,
                                  QStringLiteral(" %1-%2 ").arg(right.first(2), right.last(2))));
            QVERIFY(!code->groupIs(line, group, right.first(3)));
            QVERIFY(!code->groupIs(line, group, QString(right + QLatin1Char('0'))));
            QVERIFY(!code->groupIs(
                line, group,
                QString(right).replace(
                    0, 1, right[0] == QLatin1Char('Z') ? QLatin1Char('Y') : QLatin1Char('Z'))));
        }
    QVERIFY(!code->groupIs(0, 0, {}));
}

void RecoveryCodeTest::onlyThirtyTwoBytesAreAKit() {
    COMPARE_ERROR(RecoveryCode::fromKit(crypto::Secret(31)), InvalidArgument);
    COMPARE_ERROR(ClinicRoot::fromKit(crypto::Secret(33)), InvalidArgument);
}

void RecoveryCodeTest::theRootComesFromTheKitAlone() {
    const auto root = ClinicRoot::fromKit(knownKit());
    const auto again = ClinicRoot::fromKit(knownKit());
    QCOMPARE(root->signing.publicKey(), again->signing.publicKey());
    QCOMPARE(root->box.publicKey, again->box.publicKey);
    QVERIFY(root->signing.publicKey().view() != root->box.publicKey.view());
    test::RepeatableRandom random;
    const ClinicIdentity one = ClinicIdentity::make(*root, random),
                         two = ClinicIdentity::make(*root, random);
    QVERIFY(one.id() != two.id()); // one kit, two clinics: the nonce tells them apart
    QVERIFY(one.belongsTo(*again));
    QVERIFY(!one.belongsTo(*ClinicRoot::fromKit(crypto::Secret::random(kitSize))));
    QCOMPARE(one.id(),
             crypto::hash(QByteArray("clinic/1" + one.root.toByteArray() +
                                     one.recovery.toByteArray() + one.nonce.toByteArray())));
}

QTEST_GUILESS_MAIN(RecoveryCodeTest)
#include "recovery_code_test.moc"
