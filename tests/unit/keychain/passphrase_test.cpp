// What is accepted as a passphrase, what is not and why, and that typing leaves no trace.
#include "clinic.h"
#include "keychain/passphrase.h"

using namespace chevet;
using namespace chevet::keychain;
using test::secret;

class PassphraseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRule_data();
    void theRule();
    void charactersAreCountedNotBytes();
    void whatIsNotUtf8IsRefused();
    void typedTextIsNormalisedAndOverwritten();
};

void PassphraseTest::theRule_data() {
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("reason"); // empty: accepted
    const auto row = [](const char* text, const char* reason) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(reason);
    };
    for (const char* fine :
         {"le verger sous la neige", "quatre chaises vertes", "Xk4!vbQ9-zPwt",
          "l’érable a perdu ses feuilles", "Lachance aime les canots rouges",
          "mot de passe du canot vert", "ночь улица фонарь", "verger7maison4tuile"})
        row(fine, "");
    row("", "too-short");
    row("onze signes", "too-short");
    row("aaaaaaaaaaaaaaaa", "repetitive");
    row("abababababab", "repetitive");
    row("abcdeabcdeabcde", "repetitive");
    row("1234567890123", "repetitive");
    row("abcdefghijklmnop", "repetitive");
    row("Maude Lachance 1974", "names");
    row("vieux verger 2026!", "names");
    row("GMFVIEUXVERGER", "names");
    row("emilie-LACHANCE-42", "names");
    row("Mot de passe 2026", "common");
    row("motdepasse1234", "common");
    row("Qwertyuiop1!", "common");
    row("password2026!!", "common");
    row("Clinique2026!!!", "common");
}

void PassphraseTest::theRule() {
    QFETCH(QString, passphrase);
    QFETCH(QString, reason);
    const auto checked = checkPassphrase(
        secret(passphrase.toUtf8().constData()),
        {QStringLiteral("GMF du Vieux-Verger"), QStringLiteral("Dre Maude-Émilie Lachance")});
    if (reason.isEmpty()) {
        VERIFY_RESULT(checked);
        return;
    }
    COMPARE_ERROR(checked, WeakPassphrase);
    QCOMPARE(checked.error().detail, reason);
}

void PassphraseTest::charactersAreCountedNotBytes() {
    VERIFY_RESULT(checkPassphrase(secret("éàüîçôêèùâïë"), {}));
    COMPARE_ERROR(checkPassphrase(secret("éàüîçôêèùâï"), {}),
                  WeakPassphrase); // eleven, of 22 bytes
    const QByteArray longest = QStringLiteral("sept mots ").repeated(200).toUtf8();
    COMPARE_ERROR(checkPassphrase(secret(longest.constData()), {}), WeakPassphrase);
}

void PassphraseTest::whatIsNotUtf8IsRefused() {
    for (const char* bytes : {"le verger sous \xFF la neige", "le verger sous la neig\xC3",
                              "\xC0\x80 le verger sous", "le verger \xED sous"})
        COMPARE_ERROR(checkPassphrase(secret(bytes), {}), InvalidArgument);
}

void PassphraseTest::typedTextIsNormalisedAndOverwritten() {
    QString typed = QString::fromUtf8("e\xCC\x81rable sous la neige"); // e and a combining accent
    const QString shared = typed;
    const crypto::Secret taken = takePassphrase(typed);
    QCOMPARE(taken.view().toByteArray(), QByteArray("\xC3\xA9rable sous la neige"));
    QVERIFY(typed.isEmpty());
    QCOMPARE(shared, QString(21, QChar(0))); // whoever shared the buffer sees it gone
    QString plain = QStringLiteral("deja normal, en ASCII");
    plain.detach();
    QCOMPARE(takePassphrase(plain).view().toByteArray(), QByteArray("deja normal, en ASCII"));
    QString nothing;
    QCOMPARE(takePassphrase(nothing).size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(PassphraseTest)
#include "passphrase_test.moc"
