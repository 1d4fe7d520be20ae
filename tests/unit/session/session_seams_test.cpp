// The small seams of session: typed passphrases, the check before anything else, the generated
// clinic.

#include "record/nam.h"
#include "session/passphrase.h"
#include "session/self_check.h"
#include "session/synthetic_clinic.h"
#include "support/seeded_random.h"
#include "support/test_clinic.h"
#include "vault/cipher_check.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

class SessionSeamsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineOfAFileIsAPassphrase_data();
    void aLineOfAFileIsAPassphrase();
    void whatWasTypedIsOverwritten();
    void theProgramIsLinkedToTheCipher();
    void aGeneratedClinicOpensWithItsFile();
    void theSameSeedMakesTheSamePeople();
    void anAbsurdClinicIsRefused();
    void aFullFolderIsLeftAlone();
    void cancellingLeavesAClinicThatOpens();
};

void SessionSeamsTest::aLineOfAFileIsAPassphrase_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const char* line, const char* words) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(words);
    };
    row("no line end", "quatre mots", "quatre mots");
    row("line end", "quatre mots\n", "quatre mots");
    row("Windows", "quatre mots\r\n", "quatre mots");
    row("one line end only", "quatre mots\n\n", "quatre mots\n");
    row("blanks are part of it", " quatre mots \n", " quatre mots ");
    row("composed", "e\u0301rable\n", "\u00e9rable"); // NFC: both keyboards open the vault
    row("already composed", "\u00e9rable", "\u00e9rable");
    row("nothing", "", "");
}

void SessionSeamsTest::aLineOfAFileIsAPassphrase() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, words);
    const crypto::Secret secret = session::takePassphrase(line);
    QCOMPARE(secret.view().toByteArray(), words);
    QVERIFY(line.isEmpty());
}

void SessionSeamsTest::whatWasTypedIsOverwritten() {
    QString typed = QString::fromUtf8("quatre mots sans lien"); // a literal is read-only
    const QChar* const before = typed.constData();
    const crypto::Secret secret = session::takePassphrase(typed);
    QCOMPARE(secret.size(), 21u);
    QVERIFY(typed.isEmpty());
    QVERIFY(typed.constData() != before || *before != QLatin1Char('q'));
}

void SessionSeamsTest::theProgramIsLinkedToTheCipher() {
    QVERIFY(session::selfCheck());
    QVERIFY(vault::checkLinkedCipher());
}

void SessionSeamsTest::aGeneratedClinicOpensWithItsFile() {
    TestClinic clinic;
    const QString folder = clinic.folder.filePath(QStringLiteral("fictive"));
    QList<qint64> told;
    const auto made = session::makeSyntheticClinic(clinic.environment, folder, 30,
                                                   [&](const session::ImportProgress& progress) {
                                                       told += progress.filesDone;
                                                       return true;
                                                   });
    QVERIFY2(made, qPrintable(made ? QString() : made.error().toString()));
    QCOMPARE(made->patients, 30);
    QCOMPARE(told, QList<qint64>{1});
    QFile file(folder + QStringLiteral(".passphrase"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray line = file.readLine();
    static const QRegularExpression shape(QStringLiteral("^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-"
                                                         "tv-z]{4}\n$"));
    QVERIFY2(shape.match(QString::fromLatin1(line)).hasMatch(), line.constData());
    const auto session =
        session::Session::open(clinic.environment, folder, {}, session::takePassphrase(line));
    QVERIFY(session);
    const auto page = *(*session)->search({}, 100);
    QCOMPARE(page.total, 30);
    for (const session::PatientRow& row : page.rows) {
        QVERIFY2(row.namValid && record::checkNam(row.nam).valid, qPrintable(row.nam));
        QVERIFY(!row.family.isEmpty() && !row.given.isEmpty() && !row.birthDate.isEmpty());
    }
    QVERIFY((*session)->verify(true)->ok);
}

void SessionSeamsTest::theSameSeedMakesTheSamePeople() {
    const auto people = [] {
        TestClinic clinic;
        const QString folder = clinic.folder.filePath(QStringLiteral("fictive"));
        if (!session::makeSyntheticClinic(clinic.environment, folder, 12))
            qFatal("no clinic");
        QFile file(folder + QStringLiteral(".passphrase"));
        (void)file.open(QIODevice::ReadOnly);
        QByteArray line = file.readAll();
        const auto session =
            *session::Session::open(clinic.environment, folder, {}, session::takePassphrase(line));
        QStringList names;
        const auto page = session->search({}, 100);
        for (const session::PatientRow& row : page->rows)
            names += QString(row.nam + QLatin1Char(' ') + row.family + row.given + row.birthDate);
        names.sort();
        return names;
    };
    const QStringList first = people();
    QCOMPARE(first.size(), 12);
    QCOMPARE(people(), first);
}

void SessionSeamsTest::anAbsurdClinicIsRefused() {
    TestClinic clinic;
    for (const int patients : {-1, 0, 1'000'001}) {
        const QString folder = clinic.folder.filePath(QString::number(patients));
        QCOMPARE(session::makeSyntheticClinic(clinic.environment, folder, patients).error().code,
                 ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(folder) && !QFile::exists(folder + QStringLiteral(".passphrase")));
    }
}

void SessionSeamsTest::aFullFolderIsLeftAlone() {
    TestClinic clinic;
    clinic.file(QStringLiteral("taken/note.txt"), "à garder");
    const QString folder = clinic.folder.filePath(QStringLiteral("taken"));
    QCOMPARE(session::makeSyntheticClinic(clinic.environment, folder, 3).error().code,
             ErrorCode::AlreadyExists);
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList(QStringLiteral("note.txt")));
}

void SessionSeamsTest::cancellingLeavesAClinicThatOpens() {
    TestClinic clinic;
    const auto session = *clinic.create();
    const auto summary = session->importGenerated(
        5000, [](const session::ImportProgress& progress) { return progress.filesDone < 1; });
    QVERIFY(summary);
    QVERIFY(summary->cancelled);
    QCOMPARE(summary->files, 1);
    QCOMPARE(session->stats()->patients, 2000);
    session->lock();
    QCOMPARE(session->importGenerated(1).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(SessionSeamsTest)
#include "session_seams_test.moc"
