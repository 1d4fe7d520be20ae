// Every PDF of the shared corpora gives pages or a reason, in bounded time, and none ends the
// reader.
#include "session/reader_process.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace chevet::session;
using chevet::base::ErrorCode;

class ReaderCorpusTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFileGivesPagesOrAReason() {
        const QString shared =
            qEnvironmentVariable("CHEVET_SHARED", QStringLiteral(CHEVET_SOURCE_DIR "/../shared"));
        const QString folder = shared + QStringLiteral("/corpora/pdf");
        if (!QDir(folder).exists())
            QSKIP("no ../shared/corpora/pdf beside the clone");
        int files = 0, shown = 0;
        QDirIterator found(folder, {QStringLiteral("*.pdf")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            shown += isShown(file.readAll(), file.fileName());
        }
        qInfo("%d files, %d shown", files, shown);
        QVERIFY(files >= 500);
        QVERIFY2(shown * 10 > files * 9, "fewer than nine in ten are shown");
    }

private:
    static bool isShown(const QByteArray& content, const QString& name) {
        ReaderProcess process(QStringLiteral(CHEVET_BIN_DIR "/chevet-reader"), {}, {});
        const auto facts = process.open(content);
        if (!facts) {
            const ErrorCode code = facts.error().code;
            const bool reason = code == ErrorCode::Malformed || code == ErrorCode::DecryptFailed ||
                                code == ErrorCode::Unsupported;
            QTest::qVerify(reason, "reason", qPrintable(name + facts.error().toString()), __FILE__,
                           __LINE__);
            return false;
        }
        if (facts->kind == DocumentKind::Text)
            return process.text(0).has_value();
        const auto page = process.render(0, 0.5);
        const bool alive = page.has_value() || page.error().code == ErrorCode::Malformed;
        QTest::qVerify(alive, "page or reason", qPrintable(name), __FILE__, __LINE__);
        return page.has_value();
    }
};

QTEST_GUILESS_MAIN(ReaderCorpusTest)
#include "reader_corpus_test.moc"
