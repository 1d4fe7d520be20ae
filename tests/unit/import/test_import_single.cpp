// One resource that somebody writes: what it says of itself, and where an id is put.

#include "import/attachment.h"
#include "import/single_resource.h"

#include <QTest>

using namespace chevet::import;

class TestImportSingle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aResourceSaysWhoseItIs() {
        const auto read = readSingle(
            R"({ "resourceType" : "Appointment", "participant" : [ {"actor":{"reference":"Patient/a"}},
                 {"actor":{"reference":"Patient\/b"}}, {"actor":{"display":"?"}} ] })");
        QVERIFY(read);
        QCOMPARE(read->subjects, (QList<QByteArray>{"Patient/a", "Patient/b"}));
        QVERIFY(read->clinical && !read->shared);
        QVERIFY(!read->resource.json.contains(' '));
    }

    void whatIsNobodysIsShared_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("clinical");
        QTest::addColumn<bool>("shared");
        QTest::newRow("clinical") << QByteArray("Observation") << true << false;
        QTest::newRow("the person") << QByteArray("Patient") << false << false;
        QTest::newRow("registry") << QByteArray("Practitioner") << false << true;
        QTest::newRow("definition") << QByteArray("ValueSet") << false << true;
        QTest::newRow("belongs with another") << QByteArray("Medication") << false << false;
    }
    void whatIsNobodysIsShared() {
        QFETCH(QByteArray, type);
        const auto read = readSingle(R"({"resourceType":")" + type + R"("})");
        QVERIFY(read);
        QTEST(read->clinical, "clinical");
        QTEST(read->shared, "shared");
    }

    void anIdMovesTheAttachmentsPlace() {
        Limits limits;
        limits.attachmentChars = 16;
        const QByteArray data = QByteArray("les octets d’une lettre").toBase64();
        auto read =
            readSingle(R"({"resourceType":"DocumentReference","content":[{"attachment":{"data":")" +
                           data + R"("}}]})",
                       limits);
        QVERIFY(read);
        QCOMPARE(read->resource.attachments.size(), 1);
        giveId(read->resource, "d1");
        QCOMPARE(read->resource.id, QByteArray("d1"));
        QCOMPARE(
            withAttachments(read->resource.json, read->resource.attachments),
            R"({"id":"d1","resourceType":"DocumentReference","content":[{"attachment":{"data":")" +
                data + R"("}}]})");
    }

    void limitsHold() {
        Limits limits;
        limits.depth = 3;
        const auto deep = readSingle(R"({"resourceType":"Basic","a":{"b":{"c":{}}}})", limits);
        QVERIFY(!deep && deep.error().reason == Reason::TooDeep);
        limits.resourceBytes = 10;
        const auto large = readSingle(R"({"resourceType":"Basic"})", limits);
        QVERIFY(!large && large.error().reason == Reason::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestImportSingle)
#include "test_import_single.moc"
