// The same file in either language: the source's words stay, ours follow who reads.

#include "record/labels.h"
#include "record/language.h"
#include "unit/record/chart_maker.h"

#include <QRegularExpression>
#include <QtTest>

#include <thread>

using namespace chevet::record;

namespace {

// No-break spaces as plain ones, for legible expectations.
QString plain(QString words) {
    return words.replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
}

Chart fileWithADose(const char* repeat) {
    return ChartMaker()
        .add(QByteArray(
                 R"({'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order',
        'medicationCodeableConcept':{'text':'Metformin 500 MG Oral Tablet'},
        'dosageInstruction':[{'asNeededBoolean':true,'timing':{'repeat':)") +
             repeat + R"(},'doseAndRate':[{'doseQuantity':{'value':1.5,'unit':'tablet'}}]}]})")
        .chart();
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isFrenchUntilToldOtherwise() {
        QCOMPARE(spoken(), Language::French);
        {
            const Speaking outer(Language::English);
            {
                const Speaking inner(Language::French);
                QCOMPARE(enumWords(u"status", u"active"), QStringLiteral("actif"));
            }
            QCOMPARE(enumWords(u"status", u"active"), QStringLiteral("active"));
            Language elsewhere = Language::English;
            std::thread([&] { elsewhere = spoken(); }).join();
            QCOMPARE(elsewhere, Language::French); // of this thread alone
        }
        QCOMPARE(spoken(), Language::French);
    }

    void saysADosage_data() {
        QTest::addColumn<QByteArray>("repeat");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::newRow("once") << QByteArray(
                                     "{'frequency':1,'period':1,'periodUnit':'d','when':['HS']}")
                              << "1 fois par jour, au coucher, au besoin"
                              << "once a day, at bedtime, as needed";
        QTest::newRow("often")
            << QByteArray("{'frequency':2,'frequencyMax':3,'period':1,'periodUnit':'d'}")
            << "2 à 3 fois par jour, au besoin"
            << "2 to 3 times a day, as needed";
        QTest::newRow("hours") << QByteArray("{'frequency':1,'period':8,'periodUnit':'h'}")
                               << "toutes les 8 heures, au besoin"
                               << "every 8 hours, as needed";
        QTest::newRow("an hour") << QByteArray("{'frequency':1,'period':1,'periodUnit':'h'}")
                                 << "1 fois par heure, au besoin"
                                 << "once an hour, as needed";
        QTest::newRow("twice") << QByteArray("{'frequency':2,'period':3,'periodUnit':'d'}")
                               << "2 fois tous les 3 jours, au besoin"
                               << "twice every 3 days, as needed";
    }
    void saysADosage() {
        QFETCH(QByteArray, repeat);
        QFETCH(QString, french);
        QFETCH(QString, english);
        const Chart inFrench = fileWithADose(repeat.constData());
        QCOMPARE(plain(inFrench.medications.items[0].posology),
                 QString(QStringLiteral("1,5 comprimé, ") + french));
        const Speaking speaking(Language::English);
        const Chart inEnglish = fileWithADose(repeat.constData());
        QCOMPARE(plain(inEnglish.medications.items[0].posology),
                 QString(QStringLiteral("1.5 tablets, ") + english));
        QCOMPARE(inEnglish.medications.items[0].activityWords, QStringLiteral("active"));
    }

    void keepsTheSourceAndStandsInForABareCode() {
        const auto make = [] {
            return ChartMaker()
                .add(
                    R"({'resourceType':'Observation','id':'a','status':'final','effectiveDateTime':'2025-01-02T14:05:00-05:00',
        'category':[{'coding':[{'code':'laboratory'}]}],'code':{'coding':[{'system':'http://loinc.org','code':'2823-3','display':'Potassium [Moles/volume] in Serum or Plasma'}]},
        'valueQuantity':{'value':1284.5,'unit':'mmol/L','code':'mmol/L'}})")
                .add(
                    R"({'resourceType':'Observation','id':'b','status':'final','category':[{'coding':[{'code':'laboratory'}]}],
        'code':{'text':'Culture d’urine'},'valueCodeableConcept':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'NEG'}]}})")
                .chart();
        };
        const Speaking speaking(Language::English);
        const Chart chart = make();
        QCOMPARE(chart.results.rows.size(), 2);
        QCOMPARE(chart.results.rows[0].code.label(), QStringLiteral("Potassium"));
        QCOMPARE(chart.results.rows[0].group, QStringLiteral("Chemistry"));
        const auto item = [&](const char* id) {
            for (const Observation& o : chart.results.items)
                if (o.reference == QLatin1String("Observation/") + QLatin1String(id))
                    return o;
            return Observation();
        };
        QCOMPARE(item("a").code.label(),
                 QStringLiteral("Potassium [Moles/volume] in Serum or Plasma"));
        QCOMPARE(item("a").value.text, QStringLiteral("1,284.5"));
        QCOMPARE(item("b").code.label(), QStringLiteral("Culture d’urine")); // as written
        QCOMPARE(item("b").value.text, QStringLiteral("negative"));
        QVERIFY(QRegularExpression(QStringLiteral("^\\d\\d:05$"))
                    .match(item("a").date.timeOfDay())
                    .hasMatch());
    }

    void everyWordOfOursHasBothLanguages() {
        for (const char* const name : {"enums", "hl7"}) {
            QFile file(QStringLiteral(":/labels/%1.tsv").arg(QLatin1String(name)));
            QVERIFY(findLabel(u"http://loinc.org", u"2823-3") != nullptr); // the tables are in
            QVERIFY(file.open(QIODevice::ReadOnly));
            const int french = file.fileName().contains(u"enums") ? 2 : 1;
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
                if (!line.isEmpty() && !line.startsWith(u'#'))
                    QVERIFY2(!line.section(u'\t', french + 1, french + 1).isEmpty(),
                             qPrintable(line));
        }
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "test_language.moc"
