// Every code has words: none reaches a person as a code.

#include "import/reason.h"
#include "session/messages.h"
#include "session/messages_import.h"

#include <QTest>

using namespace chevet;

class MessagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyImportReasonHasWords();
    void everyErrorSaysWhatHappened();
    void alarmsHaveWords();
};

void MessagesTest::everyImportReasonHasWords() {
    for (int i = 0; i <= static_cast<int>(import::Reason::DeletionIgnored); ++i) {
        const QString code = QLatin1String(import::reasonName(static_cast<import::Reason>(i)));
        QVERIFY(!code.isEmpty());
        QVERIFY2(session::refusalWords(code) != code, qPrintable(code));
    }
    QCOMPARE(session::refusalWords(QStringLiteral("unheard-of")), QStringLiteral("unheard-of"));
}

void MessagesTest::everyErrorSaysWhatHappened() {
    QSet<QString> general;
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Unsupported); ++i) {
        const auto code = static_cast<base::ErrorCode>(i);
        const session::Message message =
            session::describe(base::Error{code, QStringLiteral("lieu"), {}});
        QVERIFY2(!message.what.isEmpty(), base::errorName(code));
        QVERIFY(message.toText().startsWith(message.what));
    }
}

void MessagesTest::alarmsHaveWords() {
    for (const char* code :
         {"torn-tail", "lost-tail", "damaged-record", "chain-gap", "bad-entry", "restored-image",
          "marks-damaged", "slots-damaged", "database-damaged", "database-missing",
          "database-empty", "database-behind", "entry-refused", "log-damaged", "root-mismatch",
          "root-damaged", "view-healed", "blob-damaged", "blob-missing"})
        QVERIFY2(!session::describeAlarm(QLatin1String(code)).what.contains(QLatin1String(code)),
                 code);
}

QTEST_GUILESS_MAIN(MessagesTest)
#include "messages_test.moc"
