// The view over the log: what goes in comes out, versions stay, sets are shown whole or not at all.

#include "unit/vault/view_fixture.h"
#include "vault/slots.h"

using namespace chevet;
using namespace chevet::tests;

class TestView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShardOfSharedResourcesReads();
    void aChartHoldsWhatWasWritten();
    void theVerySameOperationChangesNothing();
    void aNewerVersionKeepsTheOlder();
    void aVersionThatDidNotSeeTheCurrentOneIsMarked();
    void aTombstoneHidesAndKeeps();
    void oneIdInTwoFilesIsTwoResources();
    void sharedResourcesAreFoundByIdAndByIdentifier();
    void aSetIsShownOnlyWhenWhole();
    void applyingTwiceIsApplyingOnce();
    void whatTheViewMissedComesFromTheLog();
    void aRebuiltViewIsEqualRowForRow();
    void aBlobIsFoundByItsPatientOnly();
    void appointmentsOfADay();
    void accessesAreARegister();
    void countsAreOfCurrentResources();
    void afterCloseNothingAnswers();
    void aDestroyedPatientLeavesNoRow();
};

void TestView::aChartHoldsWhatWasWritten() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Tremblay", "Émilie"), clinic.observation(1, "a", "un"),
                          clinic.observation(1, "b", "deux")}));
    QCOMPARE(clinic.chartOf(1),
             (QByteArrayList{"Observation/a v1", "Observation/b v1", "Patient/p1 v1"}));
    const auto chart = *clinic.view->chart(clinic.patient(1));
    for (const auto& row : chart) {
        QVERIFY(row.json.startsWith(QByteArray(R"({"resourceType":")" + row.type)));
        QCOMPARE(row.stream, clinic.log->stream());
        QCOMPARE(row.seq, 1u);
    }
    const auto ref = clinic.view->entryRef(clinic.log->stream(), 1);
    QVERIFY(ref);
    QVERIFY(clinic.log->read(*ref));
    QCOMPARE(clinic.view->chart(clinic.patient(2)).error().code, ErrorCode::NotFound);
    QCOMPARE(clinic.alarms(), QStringList());
}

void TestView::theVerySameOperationChangesNothing() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.write({clinic.observation(1, "a", "un")})); // as another workstation may say it
    QCOMPARE(clinic.chartOf(1), (QByteArrayList{"Observation/a v1"}));
    QCOMPARE(clinic.view->history(clinic.patient(1), "Observation", "a")->size(), 1u);
    QVERIFY(clinic.view->verify(true)->alarms.isEmpty());
}

void TestView::aNewerVersionKeepsTheOlder() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.observation(1, "a", "warfarine 5 mg")}));
    QVERIFY(clinic.write({clinic.newer(clinic.observation(1, "a", "warfarine 1 mg"))}));
    const auto history = *clinic.view->history(clinic.patient(1), "Observation", "a");
    QCOMPARE(history.size(), 2u);
    QVERIFY(history[0].current && !history[1].current);
    QVERIFY(history[0].json.contains("1 mg") && history[1].json.contains("5 mg"));
    QCOMPARE(history[0].seq, 2u);
    QCOMPARE(history[1].seq, 1u);
    QCOMPARE(history[0].flags, 0u);
}

void TestView::aVersionThatDidNotSeeTheCurrentOneIsMarked() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.write({clinic.observation(1, "a", "deux")})); // names no parent
    const auto row = *clinic.view->resource(clinic.patient(1), "Observation", "a");
    QVERIFY((row.flags & vault::StoredResource::Concurrent) != 0);
}

void TestView::aTombstoneHidesAndKeeps() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.observation(1, "a", "un"), clinic.observation(1, "b", "deux")}));
    log::Op gone = clinic.newer(clinic.observation(1, "a", "saisi par erreur"));
    gone.kind = log::OpKind::Tombstone;
    QVERIFY(clinic.write({gone}));
    QCOMPARE(clinic.chartOf(1), (QByteArrayList{"Observation/b v1"}));
    QCOMPARE(clinic.view->resource(clinic.patient(1), "Observation", "a").error().code,
             ErrorCode::NotFound);
    const auto current = *clinic.view->currentVersion(clinic.patient(1), "Observation", "a");
    QVERIFY(current && current->deleted);
    QCOMPARE(clinic.view->counts()->versions, 2);
}

void TestView::oneIdInTwoFilesIsTwoResources() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write(
        {clinic.observation(1, "00001", "un"), clinic.observation(2, "00001", "deux")}));
    QVERIFY(clinic.view->resource(clinic.patient(1), "Observation", "00001")->json.contains("un"));
    QVERIFY(
        clinic.view->resource(clinic.patient(2), "Observation", "00001")->json.contains("deux"));
}

void TestView::sharedResourcesAreFoundByIdAndByIdentifier() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    const QByteArray json = R"({"resourceType":"Practitioner","id":"dr1","identifier":[{"system":)"
                            R"("urn:x","value":"42"}],"name":[{"family":"Lachance"}]})";
    QVERIFY(clinic.write({clinic.put(std::nullopt, "Practitioner", "dr1", json)}));
    QCOMPARE(clinic.view->resource(std::nullopt, "Practitioner", "dr1")->json, json);
    const auto byIdentifier = [&](const char* type, const char* token, int patient) {
        const auto found =
            clinic.view->byIdentifier(type, QString::fromLatin1(token), clinic.patient(patient));
        return found ? found->id : QByteArray();
    };
    QCOMPARE(byIdentifier("Practitioner", "urn:x|42", 1), QByteArray("dr1"));
    QCOMPARE(byIdentifier("Organization", "urn:x|42", 1), QByteArray());
    QCOMPARE(clinic.view->resource(std::nullopt, "Practitioner", "dr2").error().code,
             ErrorCode::NotFound);
    QCOMPARE(clinic.view->counts()->patients, 0);
    // One kept in a patient's file is found from there, and from nowhere else.
    const QByteArray own = QByteArray(json).replace("dr1", "dr3").replace("42", "43");
    QVERIFY(clinic.write({clinic.put(clinic.patient(1), "Practitioner", "dr3", own)}));
    QCOMPARE(byIdentifier("Practitioner", "urn:x|43", 1), QByteArray("dr3"));
    QCOMPARE(byIdentifier("Practitioner", "urn:x|43", 2), QByteArray());
}

void TestView::aSetIsShownOnlyWhenWhole() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    const base::Uuid set = uuidFor("set");
    const vault::Incoming parts[] = {
        clinic.append(clinic.entry({clinic.person(1, "Tremblay", "Émilie")}, log::Part{set, 1, 0})),
        clinic.append(clinic.entry({clinic.observation(1, "a", "un")}, log::Part{set, 2, 0})),
        clinic.append(clinic.entry({clinic.observation(1, "b", "deux")}, log::Part{set, 3, 3})),
    };
    QVERIFY(clinic.view->apply(std::span(parts, 1)));
    QVERIFY(clinic.view->apply(std::span(parts + 1, 1)));
    QCOMPARE(clinic.found("tremblay"), QStringList());
    QVERIFY(!*clinic.view->patient(clinic.patient(1)));
    QVERIFY(clinic.reopen()); // the first parts now only exist in the log
    QVERIFY(clinic.view->apply(std::span(parts + 2, 1)));
    QCOMPARE(clinic.found("tremblay"), QStringList(QStringLiteral("Tremblay Émilie")));
    QCOMPARE(clinic.chartOf(1).size(), 3);
}

void TestView::applyingTwiceIsApplyingOnce() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    const vault::Incoming one = clinic.append(clinic.entry({clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.view->apply(std::span(&one, 1)));
    const QByteArray before = clinic.dump();
    QVERIFY(clinic.view->apply(std::span(&one, 1)));
    QCOMPARE(clinic.dump(), before);
}

void TestView::whatTheViewMissedComesFromTheLog() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    clinic.append(clinic.entry({clinic.person(1, "Roy", "Luc")})); // and the process died here
    QVERIFY(clinic.reopen());
    QCOMPARE(clinic.found("roy"), QStringList(QStringLiteral("Roy Luc")));
    // The same while running: a full disk refused one transaction, the next brings both.
    clinic.append(clinic.entry({clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.write({clinic.observation(1, "b", "deux")}));
    QCOMPARE(clinic.chartOf(1).size(), 3);
    QCOMPARE(clinic.alarms(), QStringList());
}

void TestView::aRebuiltViewIsEqualRowForRow() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    for (int i = 1; i <= 40; ++i) {
        const QByteArray name = "Nom" + QByteArray::number(i);
        QVERIFY(clinic.write({clinic.person(i, name, i % 2 == 0 ? "Marie-Ève" : "Jean"),
                              clinic.observation(i, "a", "un"),
                              clinic.put(std::nullopt, "Organization", name.toLower(),
                                         R"({"resourceType":"Organization"})")}));
    }
    QVERIFY(clinic.write({clinic.newer(clinic.observation(3, "a", "deux"))}));
    QVERIFY(clinic.write({clinic.newer(clinic.person(4, "Côté", "Marie-Ève"))}));
    const QByteArray before = clinic.dump();
    QVERIFY(before.contains("Côté"));
    QVERIFY(clinic.view->rebuild());
    QCOMPARE(clinic.dump(), before);
    QCOMPARE(clinic.chartOf(3).size(), 2);
    QVERIFY(clinic.reopen());
    QCOMPARE(clinic.alarms(), QStringList());
    QVERIFY(clinic.view->verify(true)->alarms.isEmpty());
}

void TestView::aBlobIsFoundByItsPatientOnly() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    log::Op op = clinic.observation(1, "a", "");
    op.blobs.push_back({.id = uuidFor("blob"),
                        .size = 5000,
                        .hash = crypto::hash("pdf"),
                        .pointer = "/valueString",
                        .epoch = 0});
    QVERIFY(clinic.write({op, clinic.observation(2, "b", "x")}));
    const auto blob = clinic.view->blob(clinic.patient(1), uuidFor("blob"));
    QVERIFY(blob);
    QCOMPARE(*blob, op.blobs.front());
    QCOMPARE(clinic.view->blob(clinic.patient(2), uuidFor("blob")).error().code,
             ErrorCode::NotFound);
    QCOMPARE(clinic.view->chart(clinic.patient(1))->front().blobs, op.blobs);
    // The same bytes again under another random id say the same.
    op.blobs.front().id = uuidFor("blob again");
    QVERIFY(clinic.write({op}));
    QCOMPARE(clinic.chartOf(1), (QByteArrayList{"Observation/a v1"}));
}

void TestView::appointmentsOfADay() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    const auto visit = [&](const char* id, const char* start) {
        return clinic.put(
            clinic.patient(1), "Appointment", id,
            QByteArray(R"({"resourceType":"Appointment","status":"booked","start":")") + start +
                R"(","minutesDuration":20,"reasonCode":[{"text":"Suivi"}]})");
    };
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc"), visit("x", "2025-10-14T10:00:00-04:00"),
                          visit("y", "2025-10-14T09:00:00-04:00"),
                          visit("z", "2025-10-15T09:00:00-04:00"), visit("w", "n'importe quoi")}));
    const qint64 from =
        QDateTime::fromString(QStringLiteral("2025-10-14T00:00:00-04:00"), Qt::ISODate)
            .toMSecsSinceEpoch();
    const auto lines = *clinic.view->appointments(from, from + 86'400'000);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].start, QStringLiteral("2025-10-14T09:00:00-04:00"));
    QCOMPARE(lines[0].minutes, 20);
    QCOMPARE(lines[0].words, QStringLiteral("Suivi"));
    QCOMPARE(lines[0].patient, clinic.patient(1));
}

void TestView::accessesAreARegister() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc")}));
    log::Op access =
        clinic.put(clinic.patient(1), "chevet-access", "opened", R"({"reason":"visite"})");
    access.kind = log::OpKind::Access;
    QVERIFY(clinic.write({access}));
    QCOMPARE(clinic.chartOf(1), (QByteArrayList{"Patient/p1 v1"})); // it is no part of the chart
    const auto rows = *clinic.view->accesses(clinic.patient(1), 10);
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows[0].body, QByteArray(R"({"reason":"visite"})"));
    QCOMPARE(rows[0].seq, 2u);
    QVERIFY(clinic.view->accesses(clinic.patient(2), 10)->empty());
    QCOMPARE(clinic.view->accesses(std::nullopt, 10)->size(), 1u);
}

void TestView::countsAreOfCurrentResources() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc"), clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.write({clinic.newer(clinic.observation(1, "a", "deux"))}));
    log::Op note = clinic.put(std::nullopt, "chevet-source", "s1", "{}");
    note.kind = log::OpKind::Note;
    QVERIFY(clinic.write({note}));
    const auto counts = *clinic.view->counts();
    QCOMPARE(counts.patients, 1);
    QCOMPARE(counts.resources, 2);
    QCOMPARE(counts.versions, 3);
    QCOMPARE(counts.entries, 3);
    QCOMPARE(counts.perType.size(), 2);
    QCOMPARE(counts.perType[0], qMakePair(QStringLiteral("Observation"), qint64(1)));
}

void TestView::afterCloseNothingAnswers() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc")}));
    clinic.view->close();
    QCOMPARE(clinic.view->chart(clinic.patient(1)).error().code, ErrorCode::Cancelled);
    QCOMPARE(clinic.view->search(QStringLiteral("roy"), 5).error().code, ErrorCode::Cancelled);
    QCOMPARE(clinic.view->rebuild().error().code, ErrorCode::Cancelled);
    QCOMPARE(clinic.view->verify(false).error().code, ErrorCode::Cancelled);
    QVERIFY(!clinic.view->wrappedKey(clinic.patient(1)));
}

void TestView::aDestroyedPatientLeavesNoRow() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc"), clinic.observation(1, "a", "un")}));
    QVERIFY(clinic.write({clinic.person(2, "Roy", "Anne")}));
    log::Op shred{.kind = log::OpKind::Shred, .patient = clinic.patient(1)};
    shred.resourceType = "Patient";
    shred.resourceId = "p1";
    QVERIFY(clinic.write({shred}));
    QCOMPARE(clinic.found("roy"), QStringList(QStringLiteral("Roy Anne")));
    QCOMPARE(clinic.view->chart(clinic.patient(1)).error().code, ErrorCode::NotFound);
    QVERIFY(!clinic.view->wrappedKey(clinic.patient(1)));
    QVERIFY(!clinic.dump().contains("Luc"));
    QVERIFY(clinic.view->verify(true)->alarms.isEmpty());
}

// Most shards of a small clinic are empty, and the tree proves that too.
void TestView::everyShardOfSharedResourcesReads() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    const auto count = [&] {
        qsizetype rows = 0;
        for (int shard = 0; shard < vault::sharedShards; ++shard) {
            const auto found = clinic.view->shared(shard);
            if (!found)
                qFatal("shard %d: %s", shard, qPrintable(found.error().toString()));
            rows += std::ssize(*found);
        }
        return rows;
    };
    QCOMPARE(count(), 0);
    for (int i = 0; i < 5; ++i) {
        const QByteArray id = "o" + QByteArray::number(i);
        QVERIFY(
            clinic.write({ViewFixture::put({}, "Organization", id, "{\"id\":\"" + id + "\"}")}));
        QCOMPARE(count(), i + 1);
    }
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc")})); // the tree grows by a level
    QCOMPARE(count(), 5);
    QCOMPARE(clinic.alarms(), QStringList());
}

QTEST_GUILESS_MAIN(TestView)
#include "test_view.moc"
