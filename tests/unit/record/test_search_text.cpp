// One field finds a patient however the name is spelled, and whatever else one remembers of them.

#include "record/search_text.h"

#include <QtTest>

using namespace chevet::record;

class TestSearchText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void saintsAreAlike();
    void indexesCompoundNames();
    void soundsAlike_data();
    void soundsAlike();
    void soundsDifferent_data();
    void soundsDifferent();
    void readsQueries_data();
    void readsQueries();
    void hostileTextIsHarmless();
    void namesakes();
};

void TestSearchText::folds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("accents") << "Émilie ÇÀÉÈÊËÎÏÔÙÛÜŸ"
                             << "emilie caeeeeiiouuuy";
    QTest::newRow("hyphen, apostrophe") << "L’Heureux-Côté d'Amours"
                                        << "l heureux cote d amours";
    QTest::newRow("ligatures") << "Lœuillet Æbi Straße"
                               << "loeuillet aebi strasse";
    QTest::newRow("decomposed") << "E\u0301milie"
                                << "emilie";
    QTest::newRow("other scripts") << "Łukasz Ņina 李 Γιώργος"
                                   << "lukasz nina 李 γιωργος";
    QTest::newRow("blanks") << "  --Anne   Marie!! "
                            << "anne marie";
    QTest::newRow("empty") << ""
                           << "";
}

void TestSearchText::folds() {
    QFETCH(QString, text);
    QTEST(fold(text), "folded");
}

void TestSearchText::saintsAreAlike() {
    const QStringList expected{QStringLiteral("st"), QStringLiteral("pierre")};
    for (const QString& name :
         {QStringLiteral("Saint-Pierre"), QStringLiteral("St-Pierre"), QStringLiteral("Ste Pierre"),
          QStringLiteral("SAINTE PIERRE"), QStringLiteral("St. Pierre")})
        QCOMPARE(nameTokens(name), expected);
    QCOMPARE(nameTokens(u"Saintonge"), QStringList{QStringLiteral("saintonge")});
}

void TestSearchText::indexesCompoundNames() {
    const QStringList tokens = indexTokens(u"L'Heureux", u"Jean-Marc");
    for (const QString& token :
         {QStringLiteral("l"), QStringLiteral("heureux"), QStringLiteral("lheureux"),
          QStringLiteral("jean"), QStringLiteral("marc"), QStringLiteral("jeanmarc")})
        QVERIFY2(tokens.contains(token), qPrintable(token));
}

void TestSearchText::soundsAlike_data() {
    QTest::addColumn<QString>("names");
    for (const char* names : {"Tremblay Tremblé Tramblay Tremblais",
                              "Gauthier Gautier Gauthié Gotier",
                              "Lévesque Levesque Lévêque",
                              "Thibault Thibeault Thibeau Thibaut Thibaud Tibo",
                              "Perreault Perrault Perreau Perrot Pérot",
                              "Archambault Archambeault Archambeau",
                              "Arsenault Arseneau Arseneault Arceneaux",
                              "Beaudoin Baudoin Beaudouin",
                              "Beauchemin Bauchemin",
                              "Boulet Boulé Boulay Bouley",
                              "Ouellet Ouellette Ouelet Ouellett",
                              "Paquet Paquette Paquett",
                              "Turcotte Turcot",
                              "Marcotte Marcot",
                              "Audet Audette",
                              "Bissonnette Bissonnet Bissonet",
                              "Hébert Ébert",
                              "Desjardins Dejardins Desjardin",
                              "Desrosiers Derosier Desrosier",
                              "Deschênes Dechene",
                              "Duchesne Duchêne",
                              "Dumesnil Duménil",
                              "Quesnel Quenel",
                              "Delisle Delile",
                              "Gagné Gagner Gagnier",
                              "Gagnon Ganion",
                              "Pelletier Peltier Pelletié",
                              "Leclerc Leclair Leclere",
                              "Cloutier Clouthier",
                              "Lefebvre Lefèvre Lefebre",
                              "Giroux Girou",
                              "Roy Roi",
                              "Simard Simart",
                              "Cyr Sir",
                              "Girard Jirard Girart",
                              "Bergeron Berjeron",
                              "Caron Carron",
                              "Gosselin Goslin Gosselain",
                              "Langlois Langloi",
                              "Benoît Benoit Benoy",
                              "Rhéaume Réaume Rheaume",
                              "Thibodeau Thibaudeau Thibodeault",
                              "Lemieux Lemieu",
                              "Veilleux Veillieux",
                              "Fortin Fortain",
                              "Gendron Jandron",
                              "Boucher Bouchez Bouché",
                              "Leblanc Leblan",
                              "Beauchamp Bauchamp",
                              "Morin Maurin",
                              "Côté Coté Cotey",
                              "Philippe Philip Filip",
                              "Frédéric Frederick Frédérick",
                              "Nathalie Natalie",
                              "Mathieu Matthieu Mathieux",
                              "Josée José",
                              "Michelle Michèle Michel",
                              "Catherine Katherine Katerine",
                              "Éric Erik",
                              "Geneviève Genevieve",
                              "Chantal Chantale",
                              "Guillemette Guilmette",
                              "Vaillancourt Vaillancour",
                              "Normandeau Normandault",
                              "Émond Hémond Emon"})
        QTest::newRow(names) << QString::fromUtf8(names);
}

void TestSearchText::soundsAlike() {
    QFETCH(QString, names);
    const QStringList list = names.split(u' ');
    const QString key = phoneticKey(fold(list.first()));
    QVERIFY(!key.isEmpty());
    for (const QString& name : list)
        QCOMPARE(qMakePair(name, phoneticKey(fold(name))), qMakePair(name, key));
}

void TestSearchText::soundsDifferent_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("Lalonde") << "Lalonde"
                             << "Lalande";
    QTest::newRow("Gagnon") << "Gagnon"
                            << "Gagné";
    QTest::newRow("Bouchard") << "Bouchard"
                              << "Boucher";
    QTest::newRow("Roy") << "Roy"
                         << "Ray";
    QTest::newRow("Côté") << "Côté"
                          << "Caty";
    QTest::newRow("Morin") << "Morin"
                           << "Moreau";
    QTest::newRow("Fortin") << "Fortin"
                            << "Fortier";
    QTest::newRow("Poulin") << "Poulin"
                            << "Poulain-Roy";
    QTest::newRow("Martin") << "Martin"
                            << "Martel";
    QTest::newRow("Dubé") << "Dubé"
                          << "Dubois";
}

void TestSearchText::soundsDifferent() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(phoneticKey(fold(one)) != phoneticKey(fold(other)));
}

void TestSearchText::readsQueries_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("nam");
    QTest::addColumn<QString>("dates");
    QTest::addColumn<QString>("digits");
    QTest::newRow("name") << "Tremblay Émilie"
                          << "tremblay emilie"
                          << ""
                          << ""
                          << "";
    QTest::newRow("four letters") << "Marc"
                                  << "marc"
                                  << "MARC"
                                  << ""
                                  << "";
    QTest::newRow("nam") << "TREE 0462 1918"
                         << ""
                         << "TREE04621918"
                         << ""
                         << "";
    QTest::newRow("nam, small, hyphens") << "tree-0462-1918"
                                         << ""
                                         << "TREE04621918"
                                         << ""
                                         << "";
    QTest::newRow("nam, beginning") << "tree0462"
                                    << ""
                                    << "TREE0462"
                                    << ""
                                    << "";
    QTest::newRow("nam, beginning with a blank") << "tree 0462"
                                                 << "tree"
                                                 << "TREE0462"
                                                 << ""
                                                 << "0462";
    QTest::newRow("iso date") << "1987-06-03"
                              << ""
                              << ""
                              << "1987-06-03"
                              << "";
    QTest::newRow("written") << "3 juin 1987"
                             << ""
                             << ""
                             << "1987-06-03"
                             << "";
    QTest::newRow("first") << "1er août 1987 roy"
                           << "roy"
                           << ""
                           << "1987-08-01"
                           << "";
    QTest::newRow("month, year") << "juin 1987"
                                 << ""
                                 << ""
                                 << "1987-06"
                                 << "";
    QTest::newRow("english") << "June 3 1987"
                             << ""
                             << ""
                             << "1987-06-03"
                             << "";
    QTest::newRow("either way round") << "03-06-1987"
                                      << ""
                                      << ""
                                      << "1987-06-03 1987-03-06"
                                      << "";
    QTest::newRow("one way only") << "23/06/1987"
                                  << ""
                                  << ""
                                  << "1987-06-23"
                                  << "";
    QTest::newRow("compact") << "19870603"
                             << ""
                             << ""
                             << "1987-06-03"
                             << "19870603";
    QTest::newRow("year") << "gagnon 1987"
                          << "gagnon"
                          << ""
                          << "1987"
                          << "1987";
    QTest::newRow("phone") << "(418) 555-0163"
                           << ""
                           << ""
                           << ""
                           << "4185550163";
    QTest::newRow("phone, 1") << "+1 418 555.0163"
                              << ""
                              << ""
                              << ""
                              << "4185550163";
    QTest::newRow("phone, end") << "0163"
                                << ""
                                << ""
                                << ""
                                << "0163";
    QTest::newRow("Mars is a name") << "Mars Luc"
                                    << "mars luc"
                                    << ""
                                    << ""
                                    << "";
    QTest::newRow("no such day") << "1987-02-31"
                                 << ""
                                 << ""
                                 << ""
                                 << "19870231";
    QTest::newRow("saint") << "Saint-Onge"
                           << "st onge"
                           << ""
                           << ""
                           << "";
}

void TestSearchText::readsQueries() {
    QFETCH(QString, typed);
    const SearchQuery query = parseQuery(typed);
    QTEST(query.names.join(u' '), "names");
    QTEST(query.nam, "nam");
    QTEST(query.dates.join(u' '), "dates");
    QTEST(query.digits, "digits");
}

void TestSearchText::hostileTextIsHarmless() {
    const QString longText(100000, u'é');
    QVERIFY(parseQuery(longText).names.value(0).size() <= 200);
    for (int c = 0; c < 0x10000; c += 7) {
        const QString text = QString(QChar(char16_t(c))) + QLatin1String("a1") + QChar(char16_t(c));
        QCOMPARE(fold(fold(text)), fold(text));
        (void)parseQuery(text);
        (void)phoneticKey(text);
    }
    QCOMPARE(phoneticKey(u"李"), QString());
    QCOMPARE(phoneticKey(u""), QString());
}

void TestSearchText::namesakes() {
    QVERIFY(couldBeConfused(u"Tremblay", u"Émilie", u"2004-12-19", u"TREMBLAY", u"Emilie",
                            u"1990-01-01"));
    QVERIFY(couldBeConfused(u"Tremblay", u"Émilie", u"2004-12-19", u"Tremblé", u"Émylie",
                            u"2004-12-19"));
    QVERIFY(!couldBeConfused(u"Tremblay", u"Émilie", u"2004-12-19", u"Tremblé", u"Émylie",
                             u"2004-12-20"));
    QVERIFY(!couldBeConfused(u"Tremblay", u"Émilie", u"2004-12-19", u"Gagnon", u"Émilie",
                             u"2004-12-19"));
    QVERIFY(!couldBeConfused(u"", u"", u"2004-12-19", u"", u"", u"2004-12-19"));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "test_search_text.moc"
