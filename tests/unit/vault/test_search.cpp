// Finding a patient as one types.

#include "unit/vault/view_fixture.h"

using namespace chevet;
using namespace chevet::tests;

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsAsPeopleType_data();
    void findsAsPeopleType();
    void exactBeforePrefixBeforePhonetic();
    void latestContactFirst();
    void anEmptyFieldListsTheLatestContacts();
    void namesakesCarryAMark();
    void likelyDuplicatesAreListed();
    void aChangedNameIsFoundUnderTheNewOne();
    void aBeginningSharedByThousands();

private:
    ViewFixture m_clinic;
};

void TestSearch::initTestCase() {
    QVERIFY(m_clinic.open());
    const QByteArray nam =
        R"(,"identifier":[{"type":{"coding":[{"code":"JHN"}]},"system":)"
        R"("https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id",)"
        R"("value":"TREE87560312"}],"telecom":[{"system":"phone","value":)"
        R"("418 555-0163"}])";
    QVERIFY(m_clinic.write({m_clinic.person(1, "Tremblay", "Émilie", "1987-06-03", nam)}));
    QVERIFY(m_clinic.write({m_clinic.person(2, "Saint-Pierre", "Marie-Ève", "1950-01-02")}));
    QVERIFY(m_clinic.write({m_clinic.person(3, "L'Heureux-Côté", "François", "2001-12-24")}));
    QVERIFY(m_clinic.write({m_clinic.person(4, "Trembley", "Jean", "1987-06-30")}));
}

void TestSearch::findsAsPeopleType_data() {
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QStringList>("expected");
    const QString tremblay = QStringLiteral("Tremblay Émilie");
    const QString trembley = QStringLiteral("Trembley Jean");
    const QString pierre = QStringLiteral("Saint-Pierre Marie-Ève");
    const QString heureux = QStringLiteral("L'Heureux-Côté François");
    QTest::newRow("whole name") << QByteArray("Tremblay Émilie") << QStringList{tremblay};
    QTest::newRow("other order, no accent")
        << QByteArray("emilie tremblay") << QStringList{tremblay};
    QTest::newRow("beginnings") << QByteArray("trem em") << QStringList{tremblay};
    QTest::newRow("one letter each") << QByteArray("t e") << QStringList{tremblay};
    QTest::newRow("sounds alike") << QByteArray("Tremblé émilie") << QStringList{tremblay};
    QTest::newRow("Ste for Saint") << QByteArray("ste pierre") << QStringList{pierre};
    QTest::newRow("hyphens") << QByteArray("marie-eve") << QStringList{pierre};
    QTest::newRow("joined") << QByteArray("lheureux") << QStringList{heureux};
    QTest::newRow("apostrophe") << QByteArray("l'heureux") << QStringList{heureux};
    QTest::newRow("NAM with blanks") << QByteArray("TREE 8756 0312") << QStringList{tremblay};
    QTest::newRow("NAM beginning") << QByteArray("tree8756") << QStringList{tremblay};
    QTest::newRow("NAM digits") << QByteArray("87560312") << QStringList{tremblay};
    QTest::newRow("ISO date") << QByteArray("1987-06-03") << QStringList{tremblay};
    QTest::newRow("day first") << QByteArray("03/06/1987") << QStringList{tremblay};
    QTest::newRow("in words") << QByteArray("3 juin 1987") << QStringList{tremblay};
    QTest::newRow("year and name") << QByteArray("1987 jean") << QStringList{trembley};
    QTest::newRow("phone") << QByteArray("418 555-0163") << QStringList{tremblay};
    QTest::newRow("phone without area") << QByteArray("555-0163") << QStringList{tremblay};
    QTest::newRow("a letter too few") << QByteArray("tembley") << QStringList{trembley};
    QTest::newRow("neighbours swapped") << QByteArray("jaen trembley") << QStringList{trembley};
    QTest::newRow("two slips are too many") << QByteArray("tembly") << QStringList{};
    QTest::newRow("nobody") << QByteArray("Bouchard") << QStringList{};
    QTest::newRow("name and wrong year") << QByteArray("tremblay 1999") << QStringList{};
}

void TestSearch::findsAsPeopleType() {
    QFETCH(QByteArray, typed); // UTF-8
    QFETCH(QStringList, expected);
    QCOMPARE(m_clinic.found(typed.constData()), expected);
}

void TestSearch::exactBeforePrefixBeforePhonetic() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Gautier", "C")}));
    QVERIFY(clinic.write({clinic.person(2, "Gauthiers", "B")}));
    QVERIFY(clinic.write({clinic.person(3, "Gauthier", "A")}));
    const auto lines = *clinic.view->search(QStringLiteral("gauthier"), 10);
    using Match = vault::PatientLine::Match;
    QCOMPARE(lines.total, 3);
    QVERIFY(lines.totalExact);
    QCOMPARE(lines.lines[0].match, Match::Exact);
    QCOMPARE(lines.lines[0].family, QStringLiteral("Gauthier"));
    QCOMPARE(lines.lines[1].match, Match::Prefix);
    QCOMPARE(lines.lines[2].match, Match::Phonetic);
    QCOMPARE(lines.lines[2].family, QStringLiteral("Gautier"));
}

void TestSearch::latestContactFirst() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    for (int i = 1; i <= 5; ++i) {
        const QByteArray date = "202" + QByteArray::number(i % 5) + "-05-01";
        QVERIFY(clinic.write({clinic.person(i, "Roy", QByteArray::number(i)),
                              clinic.put(clinic.patient(i), "Encounter", "e",
                                         R"({"resourceType":"Encounter","type":[{"text":"Suivi"}],)"
                                         R"("period":{"start":")" +
                                             date + "\"}}")}));
    }
    QCOMPARE(clinic.found("roy"),
             (QStringList{QStringLiteral("Roy 4"), QStringLiteral("Roy 3"), QStringLiteral("Roy 2"),
                          QStringLiteral("Roy 1"), QStringLiteral("Roy 5")}));
    const auto line = (*clinic.view->recent(1)).first();
    QCOMPARE(line.contact, QStringLiteral("2024-05-01"));
    QCOMPARE(line.contactWords, QStringLiteral("Suivi"));
    // A date that is still to come is no contact.
    QVERIFY(clinic.write(
        {clinic.put(clinic.patient(5), "Encounter", "f",
                    R"({"resourceType":"Encounter","period":{"start":"2099-01-01"}})")}));
    QCOMPARE(clinic.found("roy").last(), QStringLiteral("Roy 5"));
}

void TestSearch::anEmptyFieldListsTheLatestContacts() {
    const auto lines = *m_clinic.view->search({}, 2, 1);
    QCOMPARE(lines.total, 4);
    QCOMPARE(lines.lines.size(), 2);
}

void TestSearch::namesakesCarryAMark() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Gagné", "Luc", "1950-01-01")}));
    QVERIFY(clinic.write({clinic.person(2, "Gagne", "Luc", "1980-01-01")}));
    QVERIFY(clinic.write({clinic.person(3, "Bouchard", "Anne", "1980-01-01")}));
    const auto lines = *clinic.view->search({}, 10);
    for (const auto& line : lines.lines)
        QCOMPARE(line.namesake, line.family != QLatin1String("Bouchard"));
}

void TestSearch::likelyDuplicatesAreListed() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Gagné", "Luc", "1950-01-01")}));
    QVERIFY(clinic.write({clinic.person(2, "Gagne", "Luc", "1950-01-01")}));
    QVERIFY(clinic.write({clinic.person(3, "Gauthier", "Anne", "1980-01-01")}));
    QVERIFY(clinic.write({clinic.person(4, "Gautier", "Anna", "1980-01-01")}));
    QVERIFY(clinic.write({clinic.person(5, "Gagné", "Luc", "1999-01-01")}));
    const auto pairs = *clinic.view->likelyDuplicates();
    QCOMPARE(pairs.size(), 2);
    QCOMPARE(pairs[0].reason, "same-name-and-birth-date");
    QCOMPARE(pairs[1].reason, "same-birth-date-and-close-name");
    QCOMPARE(pairs[1].second.family, QStringLiteral("Gautier"));
}

void TestSearch::aChangedNameIsFoundUnderTheNewOne() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    QVERIFY(clinic.write({clinic.person(1, "Roy", "Anne")}));
    QVERIFY(clinic.write({clinic.newer(clinic.person(1, "Bouchard", "Anne"))}));
    QCOMPARE(clinic.found("roy"), QStringList());
    QCOMPARE(clinic.found("bouch"), QStringList(QStringLiteral("Bouchard Anne")));
    QCOMPARE(clinic.found("anne").size(), 1);
    QCOMPARE(clinic.found("an").size(), 1);
}

void TestSearch::aBeginningSharedByThousands() {
    ViewFixture clinic;
    QVERIFY(clinic.open());
    ViewFixture::Ops ops;
    for (int i = 1; i <= 600; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        const QByteArray day = QByteArray::number(1 + i % 28).rightJustified(2, '0');
        ops.push_back(clinic.person(i, "Martin" + number, "Luc"));
        ops.push_back(clinic.observation(i, "o", "x", "2020-01-" + day));
    }
    QVERIFY(clinic.write(ops));
    const auto lines = *clinic.view->search(QStringLiteral("ma"), 50);
    QCOMPARE(lines.lines.size(), 50);
    QCOMPARE(lines.total, 600);
    for (qsizetype i = 1; i < lines.lines.size(); ++i)
        QVERIFY(lines.lines[i - 1].contact >= lines.lines[i].contact);
    QCOMPARE(lines.lines[0].contact, QStringLiteral("2020-01-28"));
    QCOMPARE(clinic.view->search(QStringLiteral("martin lu"), 50)->lines.size(), 50);
    QCOMPARE(clinic.found("martin0599 luc").first(), QStringLiteral("Martin0599 Luc"));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
