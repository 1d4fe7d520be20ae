// A document through the real chevet-reader, and what becomes of readers that hang, crash or lie.
#include "session/reader_client.h"
#include "session/reader_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace chevet::session;
using chevet::base::ErrorCode;

Q_DECLARE_METATYPE(chevet::base::Error)
Q_DECLARE_METATYPE(chevet::session::DocumentFacts)
Q_DECLARE_METATYPE(chevet::session::DocumentPage)

namespace {

QByteArray fixture(const char* name) {
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/documents/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", name);
    return file.readAll();
}

QString realReader() {
    return QStringLiteral(CHEVET_BIN_DIR "/chevet-reader");
}
QString fake(const char* mode) {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/reader_") +
           QLatin1String(mode);
}

ReaderLimits impatient() {
    ReaderLimits limits;
    limits.pageMilliseconds = 300;
    return limits;
}

// What a client said, in the order it said it.
struct Listener {
    explicit Listener(ReaderClient& client)
        : opened(&client, &ReaderClient::opened)
        , rendered(&client, &ReaderClient::rendered)
        , text(&client, &ReaderClient::text)
        , failed(&client, &ReaderClient::failed) {}

    QSignalSpy opened, rendered, text, failed;
};

ErrorCode codeOf(const QSignalSpy& failed) {
    return failed.last().at(1).value<chevet::base::Error>().code;
}

} // namespace

class ReaderClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLetterIsShown() {
        ReaderClient client(realReader());
        Listener heard(client);
        client.open(fixture("letter.pdf"));
        client.render(0, 1.0);
        client.requestText(0);
        QTRY_COMPARE_WITH_TIMEOUT(heard.text.size(), 1, 30'000);
        QCOMPARE(heard.opened.size(), 1);
        QCOMPARE(heard.opened.at(0).at(0).value<DocumentFacts>().pages.size(), 2);
        const auto page = heard.rendered.at(0).at(0).value<DocumentPage>();
        QCOMPARE(QSize(page.width, page.height), QSize(612, 792));
        QVERIFY(heard.text.at(0).at(1).toString().contains(QStringLiteral("rhumatologie")));
        QCOMPARE(heard.failed.size(), 0);
    }

    void aSecondDocumentGetsAFreshReader() {
        ReaderClient client(realReader());
        Listener heard(client);
        client.open(fixture("encrypted.pdf"));
        QTRY_COMPARE_WITH_TIMEOUT(heard.failed.size(), 1, 30'000);
        QCOMPARE(heard.failed.at(0).at(0).toInt(), -1);
        QCOMPARE(codeOf(heard.failed), ErrorCode::DecryptFailed);
        client.open(fixture("letter.pdf"));
        QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, 30'000);
    }

    void onlyTheLastOfSeveralDocumentsIsAnswered() {
        ReaderClient client(realReader());
        Listener heard(client);
        for (int i = 0; i < 5; ++i)
            client.open(fixture("no-pages.pdf"));
        client.open("Une note");
        QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, 30'000);
        QCOMPARE(heard.opened.at(0).at(0).value<DocumentFacts>().kind, DocumentKind::Text);
        QCOMPARE(heard.failed.size(), 0);
    }

    void aPageThatIsNotThereIsSaidToBeMissing() {
        ReaderClient client(realReader());
        Listener heard(client);
        client.open(fixture("letter.pdf"));
        client.render(2, 1.0);
        QTRY_COMPARE_WITH_TIMEOUT(heard.failed.size(), 1, 30'000);
        QCOMPARE(heard.failed.at(0).at(0).toInt(), 2);
        QCOMPARE(codeOf(heard.failed), ErrorCode::NotFound);
    }

    void aMissingProgramIsAnErrorNotAWait() {
        ReaderClient client(QStringLiteral("/nonexistent/chevet-reader"));
        Listener heard(client);
        client.open("texte");
        QTRY_COMPARE_WITH_TIMEOUT(heard.failed.size(), 1, 30'000);
        QCOMPARE(codeOf(heard.failed), ErrorCode::ReaderFailed);
    }

    void readersThatMisbehaveAreKilled_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("code");
        QTest::newRow("hangs") << fake("silent") << int(ErrorCode::ReaderTimeout);
        QTest::newRow("crashes") << fake("crashing") << int(ErrorCode::ReaderFailed);
        QTest::newRow("hands back another picture")
            << fake("lying") << int(ErrorCode::ReaderFailed);
        QTest::newRow("promises four gigabytes") << fake("chatty") << int(ErrorCode::ReaderFailed);
    }
    void readersThatMisbehaveAreKilled() {
        QFETCH(QString, program);
        QFETCH(int, code);
        ReaderProcess process(program, impatient(), {});
        QVERIFY(process.open("x"));
        const auto page = process.render(0, 1.0);
        QVERIFY(!page);
        QCOMPARE(int(page.error().code), code);
        QVERIFY(!process.isAlive());
    }

    // A form that draws itself twice over keeps PDFium busy for hours.
    void aDocumentThatNeverEndsDrawingIsStopped() {
        ReaderProcess process(realReader(), impatient(), {});
        QVERIFY(process.open(fixture("looping-form.pdf")));
        const auto page = process.render(0, 1.0);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::ReaderTimeout);
        QVERIFY(!process.isAlive());
    }

    // A tree of pages that holds itself keeps PDFium from ever opening it.
    void aDocumentThatNeverOpensIsStopped() {
        ReaderLimits limits;
        limits.openMilliseconds = 1000;
        ReaderProcess process(realReader(), limits, {});
        const auto facts = process.open(fixture("looping-pages.pdf"));
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::ReaderTimeout);
        QVERIFY(!process.isAlive());
    }

    void oneBadPageDoesNotTakeTheOthersAway() {
        ReaderClient client(fake("crashing"), impatient());
        Listener heard(client);
        client.open("x");
        client.render(0, 1.0);
        client.render(
            1, 1.0); // a new process is started for it; it fails too, and says so for its page
        QTRY_COMPARE_WITH_TIMEOUT(heard.failed.size(), 2, 30'000);
        QCOMPARE(heard.failed.at(0).at(0).toInt(), 0);
        QCOMPARE(heard.failed.at(1).at(0).toInt(), 1);
    }

    void closingDoesNotWaitForAHangingReader() {
        ReaderLimits patient;
        patient.pageMilliseconds = 600'000;
        QElapsedTimer clock;
        {
            ReaderClient client(fake("silent"), patient);
            Listener heard(client);
            client.open("x");
            client.render(0, 1.0);
            QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, 30'000);
            clock.start();
        }
        QVERIFY2(clock.elapsed() < 60'000, "the client waited for the page limit");
    }

    void nothingIsLeftOnDisk() {
        const QString folder = QDir::tempPath();
        const auto before =
            QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        ReaderProcess process(realReader(), {}, {});
        QVERIFY(process.open(fixture("letter.pdf")));
        QVERIFY(process.render(0, 1.0));
        for (const QString& name :
             QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            QFile file(folder + u'/' + name);
            if (!before.contains(name) && file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("%PDF"), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(ReaderClientTest)
#include "reader_client_test.moc"
