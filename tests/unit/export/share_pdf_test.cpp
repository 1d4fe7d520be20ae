// The sheet of a share: what the paper says is enough to type the share from, and says which it is.
#include "crypto/primitives/hash.h"
#include "export/share_pdf.h"
#include "export/share_text.h"
#include "export/share_words.h"
#include "export/sheet_painter.h"
#include "keychain/shares.h"
#include "support/faulty_file_system.h"
#include "support/seeded_random.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace chevet;
using namespace chevet::exporting;

class SharePdfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thePaperCarriesTheShare_data();
    void thePaperCarriesTheShare();
    void aScreenReaderFindsItsWay();
    void theTextIsTheShareToo();
    void aCodeOfAnotherShapeIsRefused();
    void noFileIsEverReplaced();
    void aFailedWriteLeavesNothing();
    void bothLanguagesSayEverything();
    void theSharedJudgeAgrees();

private:
    [[nodiscard]] ShareSheet sheet(DocumentLanguage language = DocumentLanguage::French) const;
    QByteArray tool(const QString& program, const QStringList& arguments) const;
    QTemporaryDir m_folder;
    std::vector<keychain::KitShare> m_shares;
};

void SharePdfTest::initTestCase() {
    tests::SeededRandom random("sheet");
    auto shares = keychain::splitKit(crypto::Secret(32), crypto::hash("clinic"), 3, 5, random);
    QVERIFY(shares);
    m_shares = std::move(*shares);
}

ShareSheet SharePdfTest::sheet(DocumentLanguage language) const {
    const keychain::KitShare& share = m_shares[1];
    return {.clinic = QStringLiteral("GMF du Vieux-Verger"),
            .fingerprint = share.clinic(),
            .set = share.set(),
            .number = share.number(),
            .needed = share.needed(),
            .total = share.total(),
            .created = QDateTime(QDate(2026, 3, 18), QTime(14, 0), Qt::UTC),
            .code = share.text(),
            .qrPayload = share.qrPayload(),
            .language = language};
}

QByteArray SharePdfTest::tool(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

void SharePdfTest::thePaperCarriesTheShare_data() {
    QTest::addColumn<DocumentLanguage>("language");
    QTest::addColumn<QStringList>("words");
    const QString set = m_shares[1].set(), clinic = m_shares[1].clinic();
    QTest::newRow("français") << DocumentLanguage::French
                              << QStringList{
                                     QStringLiteral("Trousse, partie 2 de 5"),
                                     QStringLiteral("GMF du Vieux-Verger"),
                                     QStringLiteral("3 parties sur 5 suffisent"),
                                     QStringLiteral("Ensemble %1, fait le 2026-03-18").arg(set),
                                     QStringLiteral("Clinique ") + clinic,
                                     QStringLiteral("Tant qu’il en reste 3")};
    QTest::newRow("English") << DocumentLanguage::English
                             << QStringList{QStringLiteral("Recovery kit, part 2 of 5"),
                                            QStringLiteral("3 parts of 5 are enough"),
                                            QStringLiteral("Set %1, made on 2026-03-18").arg(set)};
}

void SharePdfTest::thePaperCarriesTheShare() {
    QFETCH(DocumentLanguage, language);
    QFETCH(QStringList, words);
    const QString path = m_folder.filePath(QString::number(static_cast<int>(language)));
    QVERIFY(writeShare(base::realFileSystem(), path, sheet(language)));
    const QString text =
        QString::fromUtf8(tool(QStringLiteral("pdftotext"),
                               {QStringLiteral("-layout"), path, QStringLiteral("-")}))
            .simplified();
    for (const QString& word : words)
        QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral("\n") + text));
    QVERIFY(!text.contains(QLatin1Char('%')));
    // Typed from the text of the sheet alone, the share comes back.
    QByteArray typed;
    int number = 0;
    const QByteArray code = m_shares[1].text().view().toByteArray();
    for (const QByteArray& line : code.split('\n')) {
        const QString row =
            QString::number(++number) + QLatin1Char(' ') + QString::fromLatin1(line);
        QVERIFY2(text.contains(row), qPrintable(row + QStringLiteral("\n") + text));
        typed += row.sliced(2).toLatin1() + '\n';
    }
    QCOMPARE(number, keychain::KitShare::lineCount);
    const auto share = keychain::parseShare(crypto::Secret::takeFrom(typed), path);
    QVERIFY(share && share->text().equals(m_shares[1].text()));
    QVERIFY(tool(QStringLiteral("pdfinfo"), {path}).simplified().contains("Pages: 1 "));
    // Nothing falls off the paper, down to the lines to fill in.
    const QString boxes = QString::fromUtf8(
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path, QStringLiteral("-")}));
    static const QRegularExpression bottom(QStringLiteral("yMax=\"([0-9.]+)\">([^<]*)<"));
    auto matches = bottom.globalMatch(boxes);
    bool filled = false;
    while (matches.hasNext()) {
        const auto word = matches.next();
        QVERIFY2(word.captured(1).toDouble() < 792 - 28, qPrintable(word.captured(2)));
        filled = filled || word.captured(2) == QLatin1String("Remise") ||
                 word.captured(2) == QLatin1String("Given");
    }
    QVERIFY(filled);
}

void SharePdfTest::aScreenReaderFindsItsWay() {
    const QString path = m_folder.filePath(QStringLiteral("tagged.pdf"));
    QVERIFY(writeShare(base::realFileSystem(), path, sheet()));
    const QByteArray info = tool(QStringLiteral("pdfinfo"), {path});
    QVERIFY(info.contains("Trousse, partie 2 de 5"));
    QVERIFY(info.simplified().contains("Tagged: yes"));
    const QByteArray structure =
        tool(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path});
    for (const char* element : {"H1", "H2", "Table", "TH", "TD", "Figure"})
        QVERIFY2(structure.contains(element), element);
}

// The text file is the share as it is, whatever the clinic calls itself.
void SharePdfTest::theTextIsTheShareToo() {
    for (const auto language : {DocumentLanguage::French, DocumentLanguage::English}) {
        ShareSheet odd = sheet(language);
        odd.clinic = QStringLiteral("Chez\nCHEVET:PART:041G\r\n# %1");
        const crypto::Secret text = shareText(odd);
        const QByteArray bytes = text.view().toByteArray();
        QVERIFY(bytes.startsWith(language == DocumentLanguage::French ? "# Trousse, partie 2 de 5"
                                                                      : "# Recovery kit, part 2"));
        QVERIFY(bytes.contains(m_shares[1].set().toLatin1()));
        const auto share = keychain::parseShare(text, QStringLiteral("text"));
        QVERIFY(share && share->text().equals(m_shares[1].text()));
    }
    const QString path = m_folder.filePath(QStringLiteral("part.txt"));
    QVERIFY(writeShareText(base::realFileSystem(), path, sheet()));
    QCOMPARE(writeShareText(base::realFileSystem(), path, sheet()).error().code,
             base::ErrorCode::AlreadyExists);
}

void SharePdfTest::aCodeOfAnotherShapeIsRefused() {
    ShareSheet bad = sheet();
    bad.code = crypto::Secret::copyOf(bad.code.bytes().first(91)); // the four lines of a kit
    QCOMPARE(renderShare(bad).error().code, base::ErrorCode::InvalidArgument);
    bad = sheet();
    bad.qrPayload = crypto::Secret::copyOf(bad.code.bytes()); // line ends are no QR letters
    QCOMPARE(renderShare(bad).error().code, base::ErrorCode::InvalidArgument);
}

void SharePdfTest::noFileIsEverReplaced() {
    const QString path = m_folder.filePath(QStringLiteral("once.pdf"));
    QVERIFY(writeShare(base::realFileSystem(), path, sheet()));
    QFile file(path);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    ShareSheet other = sheet(DocumentLanguage::English);
    QCOMPARE(writeShare(base::realFileSystem(), path, other).error().code,
             base::ErrorCode::AlreadyExists);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void SharePdfTest::aFailedWriteLeavesNothing() {
    QTemporaryDir folder;
    tests::FaultyFileSystem disk(base::realFileSystem());
    const QString path = folder.filePath(QStringLiteral("part.pdf"));
    disk.failAt(1'000'000);
    QVERIFY(writeShare(disk, path, sheet()));
    const qint64 points = disk.points();
    QVERIFY(points >= 5);
    QVERIFY(QFile::remove(path));
    for (qint64 point = 1; point < points; ++point) { // the last, the folder's sync, comes after
        disk.failAt(point, tests::FaultyFileSystem::Fault::Tear);
        QVERIFY(!writeShare(disk, path, sheet()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }
}

void SharePdfTest::bothLanguagesSayEverything() {
    for (const auto language : {DocumentLanguage::French, DocumentLanguage::English}) {
        const ShareWords& words = shareWords(language);
        for (const QString& text :
             {words.title, words.enough, words.set, words.clinic, words.warning,
              words.qrAlternative, words.tableHead, words.checkHead, words.lineHead, words.reading,
              words.useTitle, words.use, words.keeper, words.given})
            QVERIFY(!text.isEmpty());
        for (const auto& reason : words.reasons)
            QVERIFY(!reason[0].isEmpty() && !reason[1].isEmpty());
        for (const QString& text : {words.title, words.enough, words.set})
            QVERIFY(text.contains(QLatin1String("%1")) && text.contains(QLatin1String("%2")));
    }
}

void SharePdfTest::theSharedJudgeAgrees() {
    const QString shared =
        qEnvironmentVariable("CHEVET_SHARED", QStringLiteral(CHEVET_SOURCE_DIR "/../shared"));
    const QString judge = shared + QStringLiteral("/validators/judge-pdf.sh");
    if (!QFile::exists(judge))
        QSKIP("skipped: no shared validators here (CHEVET_SHARED)");
    const QString path = m_folder.filePath(QStringLiteral("judged.pdf"));
    QVERIFY(writeShare(base::realFileSystem(), path, sheet()));
    const QByteArray verdict =
        tool(QStringLiteral("bash"), {judge, path, QStringLiteral("Trousse, partie 2 de 5")});
    QVERIFY2(verdict.trimmed().endsWith("OK"), verdict.constData());
}

QTEST_GUILESS_MAIN(SharePdfTest)
#include "share_pdf_test.moc"
