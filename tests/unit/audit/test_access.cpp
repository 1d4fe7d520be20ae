// The register of accesses says what the log says.

#include "audit/access.h"
#include "unit/vault/view_fixture.h"

using namespace chevet;
using namespace chevet::tests;

class TestAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotedIsReadBack();
    void aRebuiltViewHasTheSameRegister();
    void whatIsNotUnderstoodIsShown();
    void aLineAlteredInTheViewStaysWithoutWords();
    void endlessWordsAreRefused();
};

void TestAccess::whatWasNotedIsReadBack() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Luc"), clinic.person(2, "Roy", "Anne")}));
    const auto note = [&](int patient, audit::Act act, const char* reason, const char* recipient) {
        auto draft =
            clinic.entry({*audit::accessOp({clinic.patient(patient), act, QString::fromUtf8(reason),
                                            QString::fromUtf8(recipient)})});
        draft.author = clinic.physicianId;
        const auto ref = clinic.log->append(draft, &clinic.physician);
        const vault::Incoming one{*ref, draft};
        return clinic.view->apply(std::span(&one, 1));
    };
    QVERIFY(note(1, audit::Act::Opened, "Consultation", ""));
    QVERIFY(note(2, audit::Act::Opened, "", ""));
    QVERIFY(note(1, audit::Act::Exported, "Demande d'accès", "Le patient"));

    const auto lines = *audit::accesses(*clinic.view, clinic.patient(1), 10);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].act, std::optional(audit::Act::Exported));
    QCOMPARE(lines[0].recipient, QStringLiteral("Le patient"));
    QCOMPARE(lines[1].reason, QStringLiteral("Consultation"));
    QCOMPARE(lines[1].author, std::optional(clinic.physicianId));
    QVERIFY(lines[0].timeMs > lines[1].timeMs);
    QCOMPARE(lines[0].seq, 4u);
    QCOMPARE(audit::accesses(*clinic.view, std::nullopt, 10)->size(), 3);
    QCOMPARE(audit::accesses(*clinic.view, std::nullopt, 1)->size(), 1);
}

void TestAccess::aRebuiltViewHasTheSameRegister() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({*audit::accessOp({clinic.patient(1), audit::Act::Printed, {}, {}})}));
    QVERIFY(clinic.view->rebuild());
    const auto lines = *audit::accesses(*clinic.view, clinic.patient(1), 10);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].act, std::optional(audit::Act::Printed));
}

void TestAccess::whatIsNotUnderstoodIsShown() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    log::Op op = *audit::accessOp({clinic.patient(1), audit::Act::Opened, {}, {}});
    op.body = *log::BodyCodec::instance().encode(R"({"act":"faxed"})");
    QVERIFY(clinic.write({op}));
    const auto lines = *audit::accesses(*clinic.view, clinic.patient(1), 10);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines[0].act);
    QVERIFY(lines[0].reason.contains(QLatin1String("faxed")));
}

void TestAccess::aLineAlteredInTheViewStaysWithoutWords() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({*audit::accessOp({clinic.patient(1), audit::Act::Printed, {}, {}})}));
    {
        const auto database = vault::Database::open(clinic.file("view.db"), clinic.key(),
                                                    vault::Database::Mode::ReadWrite);
        QVERIFY((*database)->script("UPDATE accesses SET body = x'ff112233'"));
    }
    const auto lines = *audit::accesses(*clinic.view, clinic.patient(1), 10);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines[0].act && lines[0].body.isEmpty());
    QVERIFY(!clinic.view->verify(true)->alarms.isEmpty()); // and the log brings them back
    QCOMPARE(audit::accesses(*clinic.view, clinic.patient(1), 10)->first().act,
             std::optional(audit::Act::Printed));
}

void TestAccess::endlessWordsAreRefused() {
    const auto op = audit::accessOp(
        {uuidFor("x"), audit::Act::Opened, QString(1001, QLatin1Char('a')), QString()});
    QCOMPARE(op.error().code, ErrorCode::LimitExceeded);
}

QTEST_GUILESS_MAIN(TestAccess)
#include "test_access.moc"
