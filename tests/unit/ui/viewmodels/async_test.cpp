// Calls through the door off the GUI thread: what is answered, what is dropped, and when the keys
// are gone after locking.

#include "support/fake/fake_door.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/import_run.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using viewmodels::AsyncDoor;
using viewmodels::ImportRun;
using viewmodels::VaultDoor;

namespace {

base::Result<int> seven(VaultDoor&) {
    return 7;
}

} // namespace

class TestAsync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void workIsDoneElsewhereAndAnsweredHere() {
        AsyncDoor door(std::make_shared<test::FakeDoor>());
        QThread* worker = nullptr;
        QThread* answered = nullptr;
        int value = 0;
        door.read(
            this,
            [&worker](VaultDoor&) -> base::Result<int> {
                worker = QThread::currentThread();
                return 7;
            },
            [&](base::Result<int> answer) {
                answered = QThread::currentThread();
                value = *answer;
            });
        QCOMPARE(value, 0); // run() returned before
        QTRY_COMPARE(value, 7);
        QVERIFY(worker != QThread::currentThread());
        QCOMPARE(answered, QThread::currentThread());
    }

    void writesKeepTheirOrder() {
        AsyncDoor door(std::make_shared<test::FakeDoor>());
        QList<int> order; // touched by the one writing thread only
        int done = 0;
        for (int i = 0; i < 20; ++i)
            door.write(
                this,
                [&order, i](VaultDoor&) -> base::Result<int> {
                    order << i;
                    return i;
                },
                [&done](base::Result<int>) { ++done; });
        QTRY_COMPARE(done, 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(order[i], i);
    }

    void nobodyIsAnsweredWhoIsGone() {
        AsyncDoor door(std::make_shared<test::FakeDoor>());
        auto context = std::make_unique<QObject>();
        bool called = false, other = false;
        door.write(context.get(), seven, [&called](base::Result<int>) { called = true; });
        context.reset();
        door.write(this, seven, [&other](base::Result<int>) { other = true; });
        QTRY_VERIFY(other); // asked later, answered
        QVERIFY(!called);
    }

    void nothingIsAnsweredAfterClosing() {
        auto fake = std::make_shared<test::FakeDoor>();
        AsyncDoor door(fake);
        bool called = false, wiped = false;
        door.read(this, seven, [&called](base::Result<int>) { called = true; });
        door.close([&wiped] { wiped = true; });
        QVERIFY(!door.isOpen());
        QVERIFY(*door.closing());
        QTRY_VERIFY(wiped);
        QVERIFY(fake->isLocked());
        door.read(this, seven, [&called](base::Result<int>) { called = true; });
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void theKeysAreGoneBeforeItIsSaidSo() {
        auto fake = std::make_shared<test::FakeDoor>();
        std::weak_ptr<test::FakeDoor> session = fake;
        fake->hold(); // a call inside the session that has not returned
        bool wiped = false;
        {
            AsyncDoor door(std::move(fake));
            door.close([&wiped] { wiped = true; });
        } // the window's own object is gone; the wipe is not
        QTest::qWait(50);
        QVERIFY(!wiped);
        if (const auto still = session.lock())
            still->release();
        QTRY_VERIFY(wiped);
        QVERIFY(session.expired());
    }

    void onlyTheLatestQuestionCounts() {
        viewmodels::Latest latest;
        const quint64 first = latest.next();
        QVERIFY(latest.isCurrent(first));
        const quint64 second = latest.next();
        QVERIFY(!latest.isCurrent(first));
        QVERIFY(latest.isCurrent(second));
        latest.cancel();
        QVERIFY(!latest.isCurrent(second));
    }

    void anImportGoesOnWithoutItsPage() {
        auto fake = std::make_shared<test::FakeDoor>();
        fake->hold();
        AsyncDoor door(fake);
        ImportRun run(door);
        QSignalSpy changed(&run, &ImportRun::changed), progressed(&run, &ImportRun::progressed);
        QSignalSpy patients(&door, &AsyncDoor::patientsChanged);
        QCOMPARE(run.fraction(), -1.0);
        run.start({QStringLiteral("/lot")});
        QVERIFY(run.isRunning());
        QTRY_VERIFY(progressed.count() > 0);
        QVERIFY(run.fraction() > 0.5 && run.fraction() < 0.6);
        run.start({QStringLiteral("/autre")}); // one at a time
        fake->release();
        QTRY_VERIFY(!run.isRunning());
        QVERIFY(run.outcome() && *run.outcome());
        QVERIFY(!(*run.outcome())->cancelled);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(patients.count(), 1);
    }

    void anImportCanBeStopped() {
        auto fake = std::make_shared<test::FakeDoor>();
        fake->hold();
        AsyncDoor door(fake);
        ImportRun run(door);
        run.start({QStringLiteral("/lot")});
        run.cancel();
        QVERIFY(run.isCancelling());
        QTRY_VERIFY(!run.isRunning());
        QVERIFY((*run.outcome())->cancelled);
        fake->release();
    }

    void lockingStopsAnImport() {
        auto fake = std::make_shared<test::FakeDoor>();
        fake->hold();
        AsyncDoor door(fake);
        ImportRun run(door);
        run.start({QStringLiteral("/lot")});
        bool wiped = false;
        QTest::qWait(30); // it is inside
        door.close([&wiped] { wiped = true; });
        QTRY_VERIFY(fake->importWasCancelled());
        QVERIFY(!wiped);
        fake->release();
        QTRY_VERIFY(wiped);
    }

    void everyErrorHasWords() {
        for (const auto code :
             {base::ErrorCode::WrongPassphrase, base::ErrorCode::DiskFull,
              base::ErrorCode::AlreadyOpen, base::ErrorCode::SlotDamaged,
              base::ErrorCode::NewerVersion, base::ErrorCode::RecoveryCodeMistyped}) {
            const viewmodels::Failure failure =
                viewmodels::describeFailure({code, QStringLiteral("2"), {}});
            QVERIFY2(!failure.what.isEmpty(), base::errorName(code));
            QVERIFY(!failure.rest().isEmpty());
            QVERIFY(failure.report.contains(QLatin1String(base::errorName(code))));
        }
        QVERIFY(viewmodels::refusalSentence(QStringLiteral("fhir-xml")).contains(u"JSON"));
        QCOMPARE(viewmodels::refusalSentence(QStringLiteral("never heard of")),
                 QStringLiteral("never heard of"));
    }
};

QTEST_MAIN(TestAsync)
#include "async_test.moc"
