// Every reason has words of its own, in French, for the technician who reads them.

#include "import/reason.h"
#include "session/messages_import.h"

#include <QSet>
#include <QtTest>

using namespace chevet;
using import::Reason;

class TestImportMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasWords() {
        QSet<QString> words;
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(Reason::DeletionIgnored); ++i) {
            const auto reason = static_cast<Reason>(i);
            words += session::importReasonText(reason);
            names += QLatin1String(import::reasonName(reason));
            QVERIFY(session::importReasonText(reason).endsWith(QLatin1Char('.')));
        }
        QCOMPARE(words.size(), static_cast<int>(Reason::DeletionIgnored) + 1);
        QCOMPARE(names.size(), words.size());
    }

    void theOrderIsRight() {
        QVERIFY(session::importReasonText(Reason::FhirXml).contains(QStringLiteral("XML")));
        QVERIFY(
            session::importReasonText(Reason::DuplicateKey).contains(QStringLiteral("deux fois")));
        QVERIFY(session::importReasonText(Reason::R5).contains(QStringLiteral("R5")));
        QVERIFY(session::importReasonText(Reason::DeletionIgnored)
                    .contains(QStringLiteral("suppression")));
        QCOMPARE(QLatin1String(import::reasonName(Reason::ArchiveUnsafePath)),
                 QLatin1String("archive-unsafe-path"));
    }

    void codesAreUnderstoodAndUnknownOnesShownAsTheyAre() {
        QCOMPARE(session::refusalWords(QStringLiteral("fhir-xml")),
                 session::importReasonText(Reason::FhirXml));
        QCOMPARE(session::refusalWords(QStringLiteral("no-such")), QStringLiteral("no-such"));
    }

    void remarksAreNoRefusals() {
        QVERIFY(import::isRefusal(Reason::R5) && import::isRefusal(Reason::NotFound));
        QVERIFY(!import::isRefusal(Reason::UnknownType) &&
                !import::isRefusal(Reason::DeletionIgnored));
    }
};

QTEST_GUILESS_MAIN(TestImportMessages)
#include "test_import_messages.moc"
