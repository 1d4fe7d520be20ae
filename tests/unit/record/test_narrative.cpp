// Narrative from anywhere becomes a small safe subset, and words.

#include "record/document.h"
#include "record/narrative.h"

#include <QtTest>

using namespace chevet::record;

class TestNarrative : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesSafeHtml_data();
    void makesSafeHtml();
    void outputHoldsOnlyAllowedTags();
    void readsWords();
    void boundsItsWork();
    void splitsNotesAtTheirHeadings();
    void opensANoteAtThePlan();
    void decodesText();
};

void TestNarrative::makesSafeHtml_data() {
    QTest::addColumn<QString>("narrative");
    QTest::addColumn<QString>("html");
    QTest::newRow("plain") << "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Bonjour</p></div>"
                           << "<p></p><p>Bonjour</p>";
    QTest::newRow("script") << "<p>a<script>alert(1)</script>b</p>"
                            << "<p>ab</p>";
    QTest::newRow("style") << "<style>p{}</style><b style=\"color:red\" onclick=\"x()\">a</b>"
                           << "<b>a</b>";
    QTest::newRow("link") << "<a href=\"http://x\">texte</a>"
                          << "texte";
    QTest::newRow("image") << "<img src=\"http://x\" alt=\"Courbe\"/>"
                           << "[Courbe]";
    QTest::newRow("entities") << "<p>A &amp; B &lt;c&gt; &eacute; &nope; &#233; & seul</p>"
                              << "<p>A &amp; B &lt;c&gt; é &amp;nope; é &amp; seul</p>";
    QTest::newRow("stray <") << "<p>3 < 5</p>"
                             << "<p>3 &lt; 5</p>";
    QTest::newRow("unclosed") << "<table><tr><td colspan=\"2\" idref=\"x\">a"
                              << "<table><tr><td colspan=\"2\">a</td></tr></table>";
    QTest::newRow("strong") << "<strong>a</strong><em>b</em><h1>c</h1>"
                            << "<b>a</b><i>b</i><h3>c</h3>";
    QTest::newRow("prefix") << "<xhtml:b>a</xhtml:b>"
                            << "<b>a</b>";
    QTest::newRow("comment") << "a<!-- <script> -->b"
                             << "ab";
    QTest::newRow("iframe") << "<iframe src=\"x\">y</iframe>z"
                            << "z";
    QTest::newRow("no tag") << "texte seul"
                            << "texte seul";
}

void TestNarrative::makesSafeHtml() {
    QFETCH(QString, narrative);
    QTEST(safeHtml(narrative), "html");
}

void TestNarrative::outputHoldsOnlyAllowedTags() {
    const QStringList hostile{
        QStringLiteral("<scr<script>ipt>alert(1)</scr</script>ipt>"),
        QStringLiteral("<p/onload=x>a"),
        QStringLiteral("<b \n\"'>x"),
        QStringLiteral("</p></p><td>"),
        QStringLiteral("<SCRIPT>x</script >y"),
        QStringLiteral("&lt;script&gt;"),
        QStringLiteral("<td colspan=\"99999999\" rowspan='-1'>x"),
        QStringLiteral("<svg><script>x</script></svg><img alt='\"><script>'>")};
    static const QRegularExpression allowed(QStringLiteral(
        "^</?(p|b|i|u|sub|sup|pre|ul|ol|li|table|tr|th|td|h3|h4|h5|blockquote|span|br|hr)( "
        "(colspan|rowspan)=\"\\d{1,2}\")*>$"));
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    for (const QString& text : hostile) {
        const QString html = safeHtml(text);
        for (auto it = tag.globalMatch(html); it.hasNext();) {
            const QString found = it.next().captured();
            QVERIFY2(allowed.match(found).hasMatch(),
                     qPrintable(text + QStringLiteral(" gives ") + html));
        }
    }
}

void TestNarrative::readsWords() {
    QCOMPARE(narrativeText(u"<div><p>Un</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</"
                           u"td><td>2</td></tr></table><ul><li>x</li></ul></div>"),
             QStringLiteral("Un\nA | B\n1 | 2\n• x"));
    QCOMPARE(narrativeText(u"a<script>b</script>"), QStringLiteral("a"));
    QCOMPARE(plainToHtml(u"a<b\nc"), QStringLiteral("a&lt;b<br>c"));
}

void TestNarrative::boundsItsWork() {
    QVERIFY(safeHtml(QString(500000, u'&')).size() <= 500000 * 5);
    QVERIFY(safeHtml(QString(300000, u'<')).size() <= 300000 * 4);
    const QString nested = QStringLiteral("<b>").repeated(100000);
    QVERIFY(safeHtml(nested).count(QLatin1String("<b>")) <= 64);
}

void TestNarrative::splitsNotesAtTheirHeadings() {
    const QString note = QStringLiteral(
        "Émilie, 20 ans\n\nSUBJECTIF\nFatigue depuis 2 mois.\nObjectif : TA 120/80\n# Évaluation "
        "et plan\n1. Néphropathie : stable.\nPlan de la semaine");
    const QList<NoteSection> sections = splitNote(note);
    QCOMPARE(sections.size(), 4);
    QCOMPARE(sections[0].title, QString());
    QCOMPARE(sections[1].kind, QStringLiteral("subjective"));
    QCOMPARE(sections[1].text, QStringLiteral("Fatigue depuis 2 mois."));
    QCOMPARE(sections[2].text, QStringLiteral("TA 120/80"));
    QCOMPARE(sections[3].kind, QStringLiteral("assessment-plan"));
    QVERIFY(sections[3].text.endsWith(
        QStringLiteral("Plan de la semaine"))); // a sentence, not a heading
    QCOMPARE(splitNote(QStringLiteral("Une seule ligne")).size(), 1);
    QVERIFY(splitNote(QString()).isEmpty());
}

void TestNarrative::opensANoteAtThePlan() {
    QCOMPARE(findPlan(splitNote(QStringLiteral("# Chief Complaint\nx\n# Assessment and Plan\ny"))),
             1);
    QCOMPARE(findPlan(splitNote(QStringLiteral("Plan :\nx\nImpression :\ny"))),
             1); // what is thought before what is done
    QCOMPARE(findPlan(splitNote(QStringLiteral("Rien de particulier"))), -1);
}

void TestNarrative::decodesText() {
    QCOMPARE(decodeNoteText("\xC3\xA9t\xC3\xA9", QStringLiteral("utf-8")), QStringLiteral("été"));
    QCOMPARE(decodeNoteText("\xE9t\xE9", QStringLiteral("iso-8859-1")), QStringLiteral("été"));
    QCOMPARE(decodeNoteText("\xE9t\xE9", QString()), QStringLiteral("été")); // not UTF-8: Latin-1
    QCOMPARE(decodeNoteText("x", QStringLiteral("no-such-charset")), QStringLiteral("x"));
}

QTEST_GUILESS_MAIN(TestNarrative)
#include "test_narrative.moc"
