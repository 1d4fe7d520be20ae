// The recovery kit's sheet: what the paper says is what the vault needs, to the eye, to a reader's
// ear and to a camera.
#include "export/recovery_kit_pdf.h"
#include "export/recovery_kit_words.h"
#include "keychain/recovery_code.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace chevet;
using namespace chevet::exporting;

class RecoveryKitPdfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thePaperCarriesTheCode_data();
    void thePaperCarriesTheCode();
    void aScreenReaderFindsItsWay();
    void everyFontIsEmbedded();
    void theSameKitIsTheSameFile();
    void aCodeOfAnotherShapeIsRefused();
    void itIsWrittenWhereAskedAndNowhereElse();
    void aFailedWriteLeavesNothing();
    void bothLanguagesSayEverything();
    void theSharedJudgeAgrees();

private:
    [[nodiscard]] RecoveryKitSheet
    sheet(DocumentLanguage language = DocumentLanguage::French) const;
    QByteArray tool(const QString& program, const QStringList& arguments) const;
    QTemporaryDir m_folder;
    crypto::Secret m_kit = crypto::Secret(32);
};

void RecoveryKitPdfTest::initTestCase() {
    for (std::size_t i = 0; i < m_kit.size(); ++i)
        m_kit.bytes()[i] = static_cast<std::uint8_t>(7 * i + 1);
}

RecoveryKitSheet RecoveryKitPdfTest::sheet(DocumentLanguage language) const {
    const auto code = keychain::RecoveryCode::fromKit(m_kit);
    return {.clinic = QStringLiteral("GMF du Vieux-Verger"),
            .fingerprint = QStringLiteral("5C20 A9F4"),
            .kitNumber = 1,
            .created = QDateTime(QDate(2022, 3, 18), QTime(14, 0), Qt::UTC),
            .code = code->text(),
            .qrPayload = code->qrPayload(),
            .language = language};
}

QByteArray RecoveryKitPdfTest::tool(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

void RecoveryKitPdfTest::thePaperCarriesTheCode_data() {
    QTest::addColumn<DocumentLanguage>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("français") << DocumentLanguage::French
                              << QStringList{QStringLiteral("Trousse de récupération"),
                                             QStringLiteral("GMF du Vieux-Verger"),
                                             QStringLiteral("créée le 2022-03-18"),
                                             QStringLiteral("Clinique 5C20 A9F4"),
                                             QStringLiteral("À ranger sous clé.")};
    QTest::newRow("English") << DocumentLanguage::English
                             << QStringList{QStringLiteral("Recovery kit"),
                                            QStringLiteral("made on 2022-03-18"),
                                            QStringLiteral("Clinic 5C20 A9F4"),
                                            QStringLiteral("Keep under lock and key.")};
}

void RecoveryKitPdfTest::thePaperCarriesTheCode() {
    QFETCH(DocumentLanguage, language);
    QFETCH(QStringList, words);
    const QString path = m_folder.filePath(QStringLiteral("kit.pdf"));
    QVERIFY(writeRecoveryKit(base::realFileSystem(), path, sheet(language)));
    const QByteArray utf8 =
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    const QString text = QString::fromUtf8(utf8).simplified();
    for (const QString& word : words)
        QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral("\n") + text));
    // Typed from the text of the sheet alone, the kit comes back.
    QString typed;
    const auto code = keychain::RecoveryCode::fromKit(m_kit);
    for (int line = 0; line < 4; ++line) {
        QString row = QString::number(line + 1);
        for (int group = 0; group < 4; ++group)
            row += QLatin1Char(' ') + code->group(line, group);
        row += QLatin1Char(' ') + code->check(line);
        QVERIFY2(text.contains(row), qPrintable(row + QStringLiteral("\n") + text));
        typed += row.sliced(2) + QLatin1Char('\n');
    }
    QByteArray bytes = typed.toLatin1();
    const auto kit = keychain::parseRecoveryCode(crypto::Secret::takeFrom(bytes));
    QVERIFY(kit && kit->equals(m_kit));
}

void RecoveryKitPdfTest::aScreenReaderFindsItsWay() {
    const QString path = m_folder.filePath(QStringLiteral("kit.pdf"));
    QVERIFY(writeRecoveryKit(base::realFileSystem(), path, sheet()));
    const QByteArray info = tool(QStringLiteral("pdfinfo"), {path});
    QVERIFY(info.contains("Trousse de récupération"));
    QVERIFY(QString::fromUtf8(info).contains(QRegularExpression(QStringLiteral("Tagged: +yes"))));
    QVERIFY(QString::fromUtf8(info).contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    const QByteArray structure = tool(QStringLiteral("pdfinfo"), {QStringLiteral("-struct"), path});
    QCOMPARE(structure.count("H1"), 1);
    QCOMPARE(structure.count("Figure"), 1);
    QCOMPARE(structure.count("TR\n"), 5);
    QCOMPARE(structure.count("TH"), 3);
    QCOMPARE(structure.count("TD"), 4 * 3);
    const QByteArray json = tool(QStringLiteral("qpdf"), {QStringLiteral("--json=2"),
                                                          QStringLiteral("--json-key=qpdf"), path});
    QVERIFY(json.contains("\"/Lang\": \"u:fr-CA\""));
    QVERIFY(json.contains("\"/DisplayDocTitle\": true"));
    QVERIFY(json.contains("Code QR"));
    QVERIFY(json.contains("\"/Scope\": \"/Column\""));
}

void RecoveryKitPdfTest::everyFontIsEmbedded() {
    const QString path = m_folder.filePath(QStringLiteral("kit.pdf"));
    QVERIFY(writeRecoveryKit(base::realFileSystem(), path, sheet()));
    const QList<QByteArray> rows =
        tool(QStringLiteral("pdffonts"), {path}).trimmed().split('\n').sliced(2);
    QVERIFY(!rows.isEmpty());
    for (const QByteArray& row : rows) { // name … emb sub uni object generation
        const QList<QByteArray> columns = row.simplified().split(' ');
        QCOMPARE(columns.at(columns.size() - 5), "yes");
        QCOMPARE(columns.at(columns.size() - 3), "yes");
    }
}

void RecoveryKitPdfTest::theSameKitIsTheSameFile() {
    QCOMPARE(renderRecoveryKit(sheet()).value(), renderRecoveryKit(sheet()).value());
}

void RecoveryKitPdfTest::aCodeOfAnotherShapeIsRefused() {
    RecoveryKitSheet bad = sheet();
    bad.code = crypto::Secret::copyOf(bad.code.bytes().first(40));
    QCOMPARE(renderRecoveryKit(bad).error().code, base::ErrorCode::InvalidArgument);
    bad = sheet();
    bad.qrPayload = crypto::Secret::copyOf(bad.code.bytes()); // line ends are no QR letters
    QCOMPARE(renderRecoveryKit(bad).error().code, base::ErrorCode::InvalidArgument);
}

void RecoveryKitPdfTest::itIsWrittenWhereAskedAndNowhereElse() {
    QTemporaryDir folder;
    QVERIFY(writeRecoveryKit(base::realFileSystem(), folder.filePath(QStringLiteral("trousse.pdf")),
                             sheet()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             QStringList{QStringLiteral("trousse.pdf")});
    const QFile written(folder.filePath(QStringLiteral("trousse.pdf")));
    QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void RecoveryKitPdfTest::aFailedWriteLeavesNothing() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("trousse.pdf"));
    QVERIFY(QDir().mkdir(path)); // a folder stands where the file should go
    QVERIFY(!writeRecoveryKit(base::realFileSystem(), path, sheet()));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

void RecoveryKitPdfTest::bothLanguagesSayEverything() {
    for (const auto language : {DocumentLanguage::French, DocumentLanguage::English}) {
        const RecoveryKitWords& words = recoveryKitWords(language);
        for (const QString& text :
             {words.title, words.numbered, words.clinic, words.warning, words.qrAlternative,
              words.tableHead, words.checkHead, words.lineHead, words.reading, words.useTitle,
              words.use, words.kept, words.verified})
            QVERIFY(!text.isEmpty());
        for (const auto& reason : words.reasons)
            QVERIFY(!reason[0].isEmpty() && !reason[1].isEmpty());
        QVERIFY(words.numbered.contains(QLatin1String("%1")) &&
                words.numbered.contains(QLatin1String("%2")));
    }
}

void RecoveryKitPdfTest::theSharedJudgeAgrees() {
    const QString shared =
        qEnvironmentVariable("CHEVET_SHARED", QStringLiteral(CHEVET_SOURCE_DIR "/../shared"));
    const QString judge = shared + QStringLiteral("/validators/judge-pdf.sh");
    if (!QFile::exists(judge))
        QSKIP("skipped: no shared validators here (CHEVET_SHARED)");
    const QString path = m_folder.filePath(QStringLiteral("kit.pdf"));
    QVERIFY(writeRecoveryKit(base::realFileSystem(), path, sheet()));
    const QByteArray verdict =
        tool(QStringLiteral("bash"), {judge, path, QStringLiteral("Trousse de récupération")});
    QVERIFY2(verdict.trimmed().endsWith("OK"), verdict.constData());
}

QTEST_GUILESS_MAIN(RecoveryKitPdfTest)
#include "recovery_kit_pdf_test.moc"
