// What pages show of a FHIR resource: the words, dates and marks a clinician may rely on.

#include "record/language.h"
#include "ui/viewmodels/chart_build.h"
#include "unit/record/chart_maker.h"

#include <QTest>

using namespace chevet;
using viewmodels::ChartData;
using viewmodels::Lack;
using viewmodels::Mark;

namespace {

ChartData built(const QByteArray& json, bool english = false) {
    const record::Speaking words(english ? record::Language::English : record::Language::French);
    return viewmodels::buildChartData(ChartMaker().add(json).chart(),
                                      {english, QDate(2025, 10, 9)});
}

ChartData builtOf(const QList<QByteArray>& resources) {
    ChartMaker maker;
    for (const QByteArray& json : resources)
        maker.add(json);
    return viewmodels::buildChartData(maker.chart(), {false, QDate(2025, 10, 9)});
}

// A result of creatinine unless `more` says otherwise.
QByteArray result(const QByteArray& more, const char* id = "o",
                  const char* code = "{'system':'http://loinc.org','code':'14682-9'}") {
    return "{'resourceType':'Observation','id':'" + QByteArray(id) +
           "','status':'final','category':[{'coding':[{'code':'laboratory'}]}],"
           "'effectiveDateTime':'2025-10-0" +
           QByteArray(id).right(1).replace("o", "1") + "','code':{'coding':[" + code + "]}," +
           more + "}";
}

QStringList textsOf(const viewmodels::ItemView& item) {
    QStringList texts{item.title, item.subtitle, item.status, item.place};
    for (const viewmodels::Field& field : item.fields)
        texts << field.label << field.value;
    return texts;
}

} // namespace

class TestChartBuild : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aResultIsShownAsItCame_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Mark>("mark");
        const QByteArray range = ",'referenceRange':[{'low':{'value':50,'unit':'umol/L'},'high':"
                                 "{'value':90,'unit':'umol/L'}}]";
        const auto value = [](const char* number, const char* more = "") -> QByteArray {
            return "'valueQuantity':{'value':" + QByteArray(number) + ",'unit':'umol/L'" + more +
                   "}";
        };
        QTest::newRow("within") << value("76") + range << "76" << Mark::None;
        QTest::newRow("above") << value("98") + range << "98" << Mark::High;
        QTest::newRow("below") << value("12.50") + range << "12,50" << Mark::Low;
        QTest::newRow("no range, no flag") << value("980") << "980" << Mark::None;
        QTest::newRow("comparator kept")
            << value("150", ",'comparator':'<'") << "<\u00A0150" << Mark::None;
        QTest::newRow("thousands") << value("1284") << "1\u202F284" << Mark::None;
        QTest::newRow("critical, as the laboratory says")
            << value("98") + ",'interpretation':[{'coding':[{'code':'HH'}]}]"
            << "98" << Mark::CriticalHigh;
        QTest::newRow("no unit at all")
            << QByteArray("'valueQuantity':{'value':7}") << "7" << Mark::Missing;
        QTest::newRow("absent, with its reason")
            << QByteArray("'dataAbsentReason':{'coding':[{'code':'not-performed'}]}")
            << "non effectué" << Mark::None;
        QTest::newRow("words") << QByteArray("'valueString':'Traces'") << "Traces" << Mark::None;
    }

    void aResultIsShownAsItCame() {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        QFETCH(Mark, mark);
        const ChartData chart = built(result(json));
        QCOMPARE(chart.results.rows.size(), 1);
        const auto& point = chart.results.rows.first().latest();
        QCOMPARE(point.text, text);
        QCOMPARE(point.mark, mark);
    }

    // clinical.md: the same analyte under several local codes is one row, and lists its codes.
    void severalCodesAreOneRow() {
        const ChartData chart =
            builtOf({result("'valueQuantity':{'value':76,'unit':'umol/L'}", "o1"),
                     result("'valueQuantity':{'value':80,'unit':'umol/L'}", "o2",
                            "{'system':'http://loinc.org','code':'2160-0'}")});
        QCOMPARE(chart.results.rows.size(), 1);
        const auto& row = chart.results.rows.first();
        QCOMPARE(row.name, QStringLiteral("Créatinine"));
        QCOMPARE(row.points.size(), 2);
        QCOMPARE(row.codes.size(), 2);
        QCOMPARE(row.codes.first().system, QStringLiteral("LOINC"));
        QVERIFY(!row.mixedUnits);
    }

    void otherUnitsAreSaidNotConverted() {
        const ChartData chart =
            builtOf({result("'valueQuantity':{'value':76,'unit':'umol/L'}", "o1"),
                     result("'valueQuantity':{'value':0.9,'unit':'mg/dL'}", "o2")});
        QCOMPARE(chart.results.rows.size(), 1);
        QVERIFY(chart.results.rows.first().mixedUnits);
        QVERIFY(chart.results.rows.first().delta.isEmpty());
    }

    void enteredInErrorIsNoResult() {
        QByteArray wrong = result("'valueQuantity':{'value':980,'unit':'umol/L'}", "o2");
        wrong.replace("'final'", "'entered-in-error'");
        const ChartData chart =
            builtOf({result("'valueQuantity':{'value':76,'unit':'umol/L'}", "o1"), wrong});
        QCOMPARE(chart.results.rows.size(), 1);
        QCOMPARE(chart.results.rows.first().points.size(), 1);
        QCOMPARE(chart.results.rows.first().latest().text, QStringLiteral("76"));
    }

    void aDateIsAsPreciseAsItCame_data() {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("shown");
        QTest::newRow("year") << "2011"
                              << "2011";
        QTest::newRow("month") << "2011-06"
                               << "2011-06";
        QTest::newRow("day") << "2011-06-03"
                             << "2011-06-03";
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void aDateIsAsPreciseAsItCame() {
        QFETCH(QString, received);
        QFETCH(QString, shown);
        const QByteArray onset =
            received.isEmpty() ? QByteArray() : ",'onsetDateTime':'" + received.toUtf8() + "'";
        const ChartData chart = built("{'resourceType':'Condition','id':'c','clinicalStatus':"
                                      "{'coding':[{'code':'active'}]},'code':{'text':'Asthme'}" +
                                      onset + "}");
        QCOMPARE(chart.problems.first().date, shown);
        const auto& timeline = chart.timeline;
        if (received.isEmpty()) {
            QCOMPARE(timeline.undated.size(), 1);
        } else if (received.size() < 10) { // a bar across the year or month, never its first day
            QVERIFY(timeline.marks.first().partial);
            QVERIFY(timeline.marks.first().to > timeline.marks.first().from);
        }
    }

    // I12: stated absence, silence, and « I do not know » are three things.
    void whichKindOfEmpty_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<Lack>("lack");
        QTest::newRow("no known allergies") << QByteArray("no-known-allergies") << Lack::NoneKnown;
        QTest::newRow("no information") << QByteArray("no-allergy-info") << Lack::Unknown;
        QTest::newRow("silence") << QByteArray() << Lack::Unknown;
    }

    void whichKindOfEmpty() {
        QFETCH(QByteArray, code);
        QFETCH(Lack, lack);
        const ChartData chart =
            code.isEmpty()
                ? built("{'resourceType':'Patient','id':'p'}")
                : built("{'resourceType':'AllergyIntolerance','id':'a','code':{'coding':[{'system':"
                        "'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips','code':'" +
                        code + "'}]}}");
        QVERIFY(chart.allergies.isEmpty()); // a statement is no allergy
        QCOMPARE(chart.allergyWhole.lack, lack);
        QVERIFY(!chart.allergyWhole.title.isEmpty());
        QCOMPARE(chart.allergyWhole.title == QStringLiteral("Aucune allergie connue"),
                 lack == Lack::NoneKnown);
    }

    void theNiuIsNeverShown() {
        const ChartData chart =
            built("{'resourceType':'Patient','id':'p','name':[{'family':'Roy','given':['Anne']}],"
                  "'identifier':[{'system':'urn:oid:2.16.840.1.113883.4.56','value':'9900001234'},"
                  "{'type':{'coding':[{'code':'NIU'}]},'value':'9900001235'},"
                  "{'system':'http://hopital.example/dossiers','value':'D-17'}]}");
        QStringList texts{chart.identity.number, chart.identity.nam};
        for (const auto& item : chart.others)
            texts << textsOf(item);
        for (const auto& field : chart.identity.fields)
            texts << field.label << field.value;
        const QString all = texts.join(u'\n');
        QVERIFY(!all.contains(QStringLiteral("990000123")));
        QVERIFY(all.contains(QStringLiteral("D-17"))); // any number of others is shown
        QVERIFY(!all.contains(QStringLiteral("http")));
    }

    void aCodeWithoutWordsNamesItsSystem() {
        const ChartData chart =
            built("{'resourceType':'Condition','id':'c','code':{'coding':[{'system':"
                  "'http://hl7.org/fhir/sid/icd-10-ca','code':'Z99.9'}]}}");
        QCOMPARE(chart.problems.first().title, QStringLiteral("code Z99.9 (CIM-10-CA)"));
    }

    void supersededNotesAreQuiet() {
        const ChartData chart =
            built("{'resourceType':'DocumentReference','id':'d','status':'superseded','type':"
                  "{'coding':[{'system':'http://loinc.org','code':'11506-3'}]},'content':"
                  "[{'attachment':{'contentType':'text/plain','data':'SnVzdGUgdW4gbW90'}}]}");
        const bool note = !chart.consultations.isEmpty();
        const auto& item = note ? chart.consultations.first() : chart.documents.first();
        QVERIFY(item.quiet);
        QCOMPARE(item.status, QStringLiteral("remplacé"));
        QCOMPARE(chart.lastNote, -1); // and never the last note
    }

    void aVisitAndItsNoteCountOnce() {
        const QByteArray visit =
            "{'resourceType':'Encounter','id':'v','status':'finished','class':{'code':'VR'},"
            "'period':{'start':'2025-10-01T10:00:00-04:00'}}";
        const QByteArray note =
            "{'resourceType':'DocumentReference','id':'n','status':'current','date':"
            "'2025-10-01T10:30:00-04:00','description':'Suivi','context':{'encounter':"
            "[{'reference':'Encounter/v'}]},'content':[{'attachment':{'contentType':'text/plain',"
            "'data':'U3VpdmkgZHUgbHVwdXM='}}],'category':[{'coding':[{'system':"
            "'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',"
            "'code':'clinical-note'}]}]}";
        const ChartData both = builtOf({visit, note});
        QCOMPARE(both.consultations.size(), 2); // nothing is dropped
        QCOMPARE(both.visits, 1);
        QCOMPARE(std::count_if(both.consultations.cbegin(), both.consultations.cend(),
                               [](const auto& item) { return item.folded; }),
                 1);
        QCOMPARE(both.timeline.marks.size(), 1);
        QCOMPARE(both.timeline.marks.first().reference, QStringLiteral("DocumentReference/n"));
        QCOMPARE(both.timeline.marks.first().shape, viewmodels::TimelineMark::Shape::Ring);
        const ChartData alone = builtOf({visit});
        QCOMPARE(alone.visits, 1);
        QVERIFY(!alone.consultations.first().folded);
        QCOMPARE(alone.timeline.marks.size(), 1);
    }

    void bothPressuresAreDrawn() {
        const QByteArray pressure =
            "{'resourceType':'Observation','id':'o','status':'final','category':[{'coding':["
            "{'code':'vital-signs'}]}],'effectiveDateTime':'2025-10-01','code':{'coding':[{"
            "'system':'http://loinc.org','code':'85354-9'}]},'component':["
            "{'code':{'coding':[{'system':'http://loinc.org','code':'8462-4'}]},'valueQuantity':"
            "{'value':78,'unit':'mmHg','code':'mm[Hg]'}},"
            "{'code':{'coding':[{'system':'http://loinc.org','code':'8480-6'}]},'valueQuantity':"
            "{'value':124,'unit':'mmHg','code':'mm[Hg]'}}]}";
        const ChartData chart = built(pressure);
        QCOMPARE(chart.vitals.rows.size(), 1);
        const viewmodels::ResultPoint& point = chart.vitals.rows.first().points.first();
        QCOMPARE(point.text, QStringLiteral("124/78"));
        QCOMPARE(point.number.value_or(0), 124);
        QCOMPARE(point.second.value_or(0), 78);
    }

    void aDoseIsSaidOnceButNeverHidden_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("dose");
        QTest::addColumn<QString>("posology");
        QTest::newRow("same, decimal comma and point")
            << QByteArray("Prednisone 7,5 mg") << QByteArray("7.5") << QStringLiteral("once a day");
        QTest::newRow("another dose") << QByteArray("Prednisone 7,5 mg") << QByteArray("15")
                                      << QStringLiteral("15\u00A0mg, once a day");
        QTest::newRow("a comma that may part thousands")
            << QByteArray("Produit 1,125 mg") << QByteArray("1.125")
            << QStringLiteral("1.125\u00A0mg, once a day");
    }

    void aDoseIsSaidOnceButNeverHidden() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, dose);
        const ChartData chart =
            built("{'resourceType':'MedicationStatement','id':'m','status':'active',"
                  "'medicationCodeableConcept':{'text':'" +
                      name +
                      "'},'dosage':[{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':"
                      "'d'}},'doseAndRate':[{'doseQuantity':{'value':" +
                      dose + ",'unit':'mg'}}]}]}",
                  true);
        QCOMPARE(chart.medications.size(), 1);
        QTEST(chart.medications.first().posology, "posology");
    }

    void thePrescribersWordsAreNeverDropped_data() {
        QTest::addColumn<QByteArray>("dosage");
        QTest::addColumn<QString>("posology");
        const char* daily = "'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d'}}";
        const auto with = [&](const char* text) -> QByteArray {
            return QByteArray("{'text':'") + text + "'," + daily +
                   ",'doseAndRate':[{'doseQuantity':{'value':1,'unit':'comprimé'}}]}";
        };
        QTest::newRow("the same thing said twice")
            << with("Prendre 1 comprimé 1 fois par jour")
            << QStringLiteral("1\u00A0comprimé, 1 fois par jour");
        QTest::newRow("shorthand")
            << with("1 co die") << QStringLiteral("1\u00A0comprimé, 1 fois par jour");
        QTest::newRow("another dose some days")
            << with("5 mg lun-mer-ven, 2,5 mg les autres jours")
            << QStringLiteral("5 mg lun-mer-ven, 2,5 mg les autres jours "
                              "(1\u00A0comprimé, 1 fois par jour)");
        QTest::newRow("a limit beside as needed")
            << QByteArray("{'text':'1 à 2 co. aux 4 h, max 8/24 h','asNeededBoolean':true}")
            << QStringLiteral("1 à 2 co. aux 4 h, max 8/24 h (au besoin)");
        QTest::newRow("a taper in its order")
            << QByteArray("{'sequence':2,'text':'20 mg x 5 j'},{'sequence':1,'text':'40 mg x 5 j'}")
            << QStringLiteral("40 mg x 5 j; 20 mg x 5 j");
        QTest::newRow("ordered before calculated")
            << QByteArray("{'doseAndRate':[{'type':{'coding':[{'code':'calculated'}]},"
                          "'doseQuantity':{'value':10,'unit':'mg/kg'}},{'type':{'coding':[{'code':"
                          "'ordered'}]},'doseQuantity':{'value':700,'unit':'mg'}}]}")
            << QStringLiteral("dose calculée\u00A0: 10\u00A0mg/kg");
        QTest::newRow("a rate")
            << QByteArray("{'doseAndRate':[{'rateRatio':{'numerator':{'value':1000,'unit':'U'},"
                          "'denominator':{'value':1,'unit':'h'}}}]}")
            << QStringLiteral("1\u202F000\u00A0unités/h");
    }

    void thePrescribersWordsAreNeverDropped() {
        QFETCH(QByteArray, dosage);
        const ChartData chart =
            built("{'resourceType':'MedicationRequest','id':'m','status':'active',"
                  "'medicationCodeableConcept':{'text':'Produit'},'dosageInstruction':[" +
                  dosage + "]}");
        QCOMPARE(chart.medications.size(), 1);
        QTEST(chart.medications.first().posology, "posology");
    }

    void anOrderWithAnotherPosologyIsAnotherRow() {
        const auto order = [](const char* id, const char* more) -> QByteArray {
            return QByteArray("{'resourceType':'") +
                   (id[0] == 'd' ? "MedicationDispense" : "MedicationRequest") + "','id':'" + id +
                   "','status':'active','medicationCodeableConcept':{'text':"
                   "'Lévothyroxine 100 mcg'}" +
                   more + "}";
        };
        const QByteArray week = ",'dosageInstruction':[{'text':'1 co. lundi au vendredi'}]";
        const ChartData chart =
            builtOf({order("a", week.constData()),
                     order("b", ",'dosageInstruction':[{'text':'2 co. samedi et dimanche'}]"),
                     order("c", week.constData()), order("d", "")});
        QCOMPARE(chart.activeMedications, 2);
        QStringList seen;
        for (const auto& item : chart.medications)
            seen << item.posology;
        seen.sort();
        QCOMPARE(seen, QStringList({QStringLiteral("1 co. lundi au vendredi"),
                                    QStringLiteral("2 co. samedi et dimanche")}));
    }

    void whatMustNotBeGivenIsNoActiveMedication() {
        const QByteArray rest =
            "'status':'active','medicationCodeableConcept':{'text':'Warfarine'}}";
        const ChartData chart = builtOf(
            {"{'resourceType':'MedicationRequest','id':'a','doNotPerform':true,'intent':'order'," +
                 rest,
             "{'resourceType':'MedicationRequest','id':'b','intent':'proposal'," + rest});
        QCOMPARE(chart.activeMedications, 0);
        QCOMPARE(chart.ceasedMedications, 0);
        QCOMPARE(chart.medications.size(), 2); // said, apart
        QStringList words;
        for (const auto& item : chart.medications) {
            QVERIFY(item.quiet && item.pending && item.warns);
            QCOMPARE(item.group, QStringLiteral("Interdits et proposés"));
            words << item.change;
        }
        QVERIFY(chart.timeline.treatments.isEmpty()); // nor is it drawn as taken
        words.sort();
        QCOMPARE(words,
                 QStringList({QStringLiteral("ne pas donner"), QStringLiteral("proposition")}));
    }

    void aRangeIsOfThePatient_data() {
        QTest::addColumn<QByteArray>("ranges");
        QTest::addColumn<Mark>("mark");
        QTest::addColumn<QString>("words");
        const QByteArray bySex =
            "{'low':{'value':140},'high':{'value':180},'appliesTo':[{'coding':[{'code':'male'}],"
            "'text':'hommes'}]},{'low':{'value':120},'high':{'value':160},'appliesTo':[{'coding':[{"
            "'code':'female'}],'text':'femmes'}]}";
        QTest::newRow("of her sex") << bySex << Mark::None << QStringLiteral("120–160");
        QTest::newRow("an infant's is not hers")
            << QByteArray("{'low':{'value':140},'high':{'value':220},'age':{'low':{'value':0,"
                          "'code':'mo'},'high':{'value':12,'code':'mo'}}}")
            << Mark::None << QString();
        QTest::newRow("of her age")
            << QByteArray("{'low':{'value':140},'age':{'low':{'value':18,'code':'a'}}}")
            << Mark::Low << QStringLiteral("≥\u00A0140");
        QTest::newRow("nobody says whether it applies: no flag, all of it in words")
            << QByteArray("{'low':{'value':140},'appliesTo':[{'text':'grossesse'}]}") << Mark::None
            << QStringLiteral("≥\u00A0140 (grossesse)");
    }

    void aRangeIsOfThePatient() {
        QFETCH(QByteArray, ranges);
        const ChartData chart = builtOf(
            {"{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1980-02-03'}",
             result("'valueQuantity':{'value':130,'unit':'g/L'},'referenceRange':[" + ranges +
                    "]")});
        const viewmodels::ResultPoint& point = chart.results.rows.first().points.first();
        QTEST(point.mark == Mark::Missing ? Mark::None : point.mark, "mark");
        QTEST(point.range, "words");
    }

    void aCodeOfAListIsNoUnit() {
        const ChartData chart = built(result(
            "'valueQuantity':{'value':5,'unit':'mmol/L','system':'urn:local','code':'U17'}"));
        QCOMPARE(chart.results.rows.first().points.first().unit, QStringLiteral("mmol/L"));
    }

    void twoEyesAreNoBloodPressure() {
        const ChartData chart = built(result(
            "'component':[{'code':{'text':'Œil droit'},'valueQuantity':{'value':12,'unit':'mmHg'}},"
            "{'code':{'text':'Œil gauche'},'valueQuantity':{'value':18,'unit':'mmHg'}}]"));
        const viewmodels::ResultPoint& point = chart.results.rows.first().points.first();
        QCOMPARE(point.text,
                 QStringLiteral("Œil droit\u00A0: 12\u00A0mmHg; Œil gauche\u00A0: 18\u00A0mmHg"));
        QVERIFY(!point.number && !point.second);
    }

    // A statement of absence speaks of what its code names, wherever a file puts it.
    void aStatementOfNoneSpeaksOfItsOwnSection_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("none"); // the one section of which it is said
        const auto row = [](const char* type, const char* code, const char* none) {
            QTest::addRow("%s %s", type, code)
                << QByteArray(type) << QByteArray(code) << QString::fromLatin1(none);
        };
        row("Condition", "716186003", "allergies");
        row("Condition", "no-known-medications", "medications");
        row("Condition", "160245001", "problems");
        row("AllergyIntolerance", "no-known-problems", "problems");
        row("AllergyIntolerance", "716186003", "allergies");
        row("MedicationStatement", "no-known-allergies", "allergies");
        row("MedicationStatement", "787481004", "medications");
        row("Immunization", "no-known-immunizations", "immunizations");
        row("Condition", "1287211007", ""); // nobody knows
        row("AllergyIntolerance", "1003774007", "");
    }

    void aStatementOfNoneSpeaksOfItsOwnSection() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, code);
        const QByteArray field = type == "MedicationStatement" ? "medicationCodeableConcept"
                                 : type == "Immunization"      ? "vaccineCode"
                                                               : "code";
        const ChartData chart = built("{'resourceType':'" + type + "','id':'c','" + field +
                                      "':{'coding':[{'code':'" + code + "'}]}}");
        QStringList none;
        if (chart.allergyWhole.lack == Lack::NoneKnown)
            none << QStringLiteral("allergies");
        if (chart.medicationLack.lack == Lack::NoneKnown)
            none << QStringLiteral("medications");
        if (chart.problemLack.lack == Lack::NoneKnown)
            none << QStringLiteral("problems");
        if (chart.immunizationLack.lack == Lack::NoneKnown)
            none << QStringLiteral("immunizations");
        QTEST(none.join(u' '), "none");
        QVERIFY(chart.problems.isEmpty() && chart.allergies.isEmpty() &&
                chart.medications.isEmpty() && chart.immunizations.isEmpty());
    }

    void latexAloneIsNotEveryEnvironmentalAllergy() {
        const ChartData chart =
            built("{'resourceType':'AllergyIntolerance','id':'a','code':{'coding':[{'code':"
                  "'1003774007','display':'No known latex allergy'}]}}");
        QCOMPARE(chart.allergyLack[2].lack, Lack::Unknown);
        QCOMPARE(chart.allergyLack[2].words, QStringLiteral("No known latex allergy"));
    }

    void aLevelOfCareIsNotGuessedFromASentence_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("letter");
        QTest::newRow("letter") << QByteArray("B") << QStringLiteral("B");
        QTest::newRow("doubted") << QByteArray("B?") << QString();
        QTest::newRow("refused") << QByteArray("Niveau B : refusé") << QString();
        QTest::newRow("a name") << QByteArray("A. Tremblay absent, à revoir") << QString();
        QTest::newRow("a germ") << QByteArray("C. difficile traité") << QString();
        QTest::newRow("the meaning of another")
            << QByteArray("Niveau A : assurer le confort") << QString();
        QTest::newRow("with its name") << QByteArray("Niveau de soins C") << QStringLiteral("C");
        QTest::newRow("in full") << QByteArray("Niveau A : prolonger la vie")
                                 << QStringLiteral("A");
        QTest::newRow("denied") << QByteArray("Pas de niveau A; voir notaire") << QString();
        QTest::newRow("a verb") << QByteArray("a refusé d en parler") << QString();
    }

    void aLevelOfCareIsNotGuessedFromASentence() {
        QFETCH(QByteArray, words);
        const ChartData chart =
            built("{'resourceType':'Observation','id':'o','status':'final','code':{'text':"
                  "'Niveau de soins'},'valueString':'" +
                  words + "'}");
        QVERIFY(chart.levelOfCare.present);
        QTEST(chart.levelOfCare.letter, "letter");
        if (chart.levelOfCare.letter.isEmpty()) // shown as it is, to the end
            QVERIFY(chart.levelOfCare.words.endsWith(QString::fromUtf8(words.mid(1))));
    }

    void anAttemptIsNotGuessedFromASentence_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("attempt");
        const QString yes = QStringLiteral("RCR\u00A0: tenter");
        const QString no = QStringLiteral("RCR\u00A0: ne pas tenter");
        const auto note = [](const char* words) -> QByteArray {
            return QByteArray("'valueString':'B','note':[{'text':'") + words + "'}]";
        };
        QTest::newRow("form") << note("RCR : tenter la RCR.") << yes;
        QTest::newRow("form, not") << note("RCR : ne pas tenter la RCR.") << no;
        QTest::newRow("a wish") << note("Ne souhaite pas tenter la RCR") << QString();
        QTest::newRow("no longer") << note("N’est plus « ne pas tenter la RCR »") << QString();
        QTest::newRow("a condition") << note("Si coma, ne pas tenter la RCR") << QString();
        QTest::newRow("a question") << note("Tenter la RCR ?") << QString();
        QTest::newRow("two that differ")
            << QByteArray("'valueString':'B','note':[{'text':'tenter la RCR'},{'text':'ne pas "
                          "tenter la RCR'}]")
            << QString();
        QTest::newRow("coded") << QByteArray("'valueCodeableConcept':{'coding':[{'system':"
                                             "'http://snomed.info/sct','code':'450476008'}]}")
                               << no;
    }

    void anAttemptIsNotGuessedFromASentence() {
        QFETCH(QByteArray, more);
        const ChartData chart = built("{'resourceType':'Observation','id':'o','status':'final',"
                                      "'code':{'text':'Niveau de soins'}," +
                                      more + "}");
        QTEST(chart.levelOfCare.resuscitation, "attempt");
        if (chart.levelOfCare.resuscitation.isEmpty()) // then a person reads the note
            QVERIFY(chart.levelOfCare.words.contains(QStringLiteral("RCR")));
    }

    void aLevelThatWasWithdrawnIsNotInForce() {
        const auto level = [](const char* id, const char* status, const char* day) -> QByteArray {
            return QByteArray("{'resourceType':'Observation','id':'") + id + "','status':'" +
                   status + "','effectiveDateTime':'" + day +
                   "','code':{'text':'Niveau de soins'},'valueString':'" + id + "'}";
        };
        const QByteArray wrong = level("D", "entered-in-error", "2025-06-01");
        const ChartData chart = builtOf({wrong, level("B", "final", "2024-06-01")});
        QCOMPARE(chart.levelOfCare.letter, QStringLiteral("B"));
        const ChartData none = builtOf({wrong});
        QVERIFY(!none.levelOfCare.present);
        QCOMPARE(none.levelLack.lack, Lack::Unknown);
        QVERIFY(!none.levelLack.title.isEmpty());
    }

    void aStatementOfNoneBesideAllergiesIsSaidToBeContradicted() {
        const ChartData chart = builtOf(
            {"{'resourceType':'AllergyIntolerance','id':'n','clinicalStatus':{'coding':[{'code':"
             "'active'}]},'code':{'coding':[{'system':'http://snomed.info/sct','code':'716186003'}"
             "]}}",
             "{'resourceType':'AllergyIntolerance','id':'a','category':['medication'],"
             "'clinicalStatus':{'coding':[{'code':'active'}]},'verificationStatus':{'coding':[{"
             "'code':'unconfirmed'}]},'code':{'text':'Pénicilline'}}"});
        QCOMPARE(chart.activeAllergies, 1);
        QVERIFY(chart.allergyLack[1].contradicted);
        QCOMPARE(chart.allergyLack[1].words, QStringLiteral("contredit par 1 allergie inscrite"));
        QVERIFY(chart.allergies.first().reaction.contains(QStringLiteral("non confirmé")));
    }

    void noneOfOneKindIsContradictedByThatKind() {
        const ChartData chart = builtOf(
            {"{'resourceType':'AllergyIntolerance','id':'n','code':{'coding':[{'code':"
             "'409137002'}]}}",
             "{'resourceType':'AllergyIntolerance','id':'a','category':['medication'],'code':"
             "{'text':'Pénicilline'}}"});
        QVERIFY(chart.allergyLack[0].contradicted);
        QCOMPARE(chart.allergyLack[0].words, QStringLiteral("contredit par 1 allergie inscrite"));
        QVERIFY(!chart.allergyLack[1].contradicted);
        QVERIFY(!chart.allergyWhole.contradicted);
    }

    void whatWasRefutedContradictsNobody() {
        const ChartData chart = builtOf(
            {"{'resourceType':'AllergyIntolerance','id':'n','code':{'coding':[{'code':"
             "'716186003'}]}}",
             "{'resourceType':'AllergyIntolerance','id':'a','verificationStatus':{'coding':[{"
             "'code':'refuted'}]},'code':{'text':'Pénicilline'}}"});
        QCOMPARE(chart.allergyWhole.lack, Lack::NoneKnown);
        QVERIFY(!chart.allergyWhole.contradicted);
    }

    void noneIsContradictedByWhatIsActive_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("contradicted");
        QTest::newRow("active") << QByteArray("active") << true;
        QTest::newRow("resolved") << QByteArray("resolved") << false;
    }

    void noneIsContradictedByWhatIsActive() {
        QFETCH(QByteArray, status);
        const ChartData chart = builtOf(
            {"{'resourceType':'Condition','id':'n','code':{'coding':[{'code':'no-known-problems'}"
             "]}}",
             "{'resourceType':'Condition','id':'c','clinicalStatus':{'coding':[{'code':'" + status +
                 "'}]},'code':{'text':'Asthme'}}"});
        QTEST(chart.problemLack.contradicted, "contradicted");
        if (chart.problemLack.contradicted) {
            QCOMPARE(chart.problemLack.title, QStringLiteral("Aucun problème connu"));
            QCOMPARE(chart.problemLack.words, QStringLiteral("contredit par 1 élément inscrit"));
        }
    }

    void anEndInWordsEndsAProblem_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("active");
        QTest::addColumn<QString>("words");
        QTest::newRow("words") << QByteArray("'abatementString':'dans l’enfance'") << false
                               << QStringLiteral("dans l’enfance");
        QTest::newRow("an age") << QByteArray("'abatementAge':{'value':12,'unit':'a'}") << false
                                << QStringLiteral("à 12\u00A0ans");
        QTest::newRow("yet active, it says")
            << QByteArray("'abatementString':'dans l’enfance','clinicalStatus':{'coding':[{'code':"
                          "'active'}]}")
            << true << QStringLiteral("dans l’enfance");
    }

    void anEndInWordsEndsAProblem() {
        QFETCH(QByteArray, more);
        QFETCH(QString, words);
        const ChartData chart =
            built("{'resourceType':'Condition','id':'c','code':{'text':'Asthme'}," + more + "}");
        QTEST(chart.activeProblems == 1, "active");
        QVERIFY2(chart.problems.first().subtitle.contains(words),
                 qPrintable(chart.problems.first().subtitle));
    }

    void whatIsOnlySaidInWordsIsShown() {
        const ChartData chart = builtOf(
            {"{'resourceType':'Immunization','id':'i','status':'completed','vaccineCode':{'text':"
             "'Grippe'},'occurrenceString':'printemps 2019'}",
             "{'resourceType':'FamilyMemberHistory','id':'f','status':'completed','relationship':"
             "{'text':'père'},'deceasedAge':{'value':70,'unit':'a'},'condition':[{'code':{'text':"
             "'Infarctus'},'onsetAge':{'value':52,'unit':'a'},'contributedToDeath':true},{'code':"
             "{'text':'Diabète'},'onsetString':'jeune'}]}"});
        QCOMPARE(chart.immunizations.first().date, QStringLiteral("printemps 2019"));
        const auto father =
            std::find_if(chart.others.begin(), chart.others.end(),
                         [](const auto& item) { return item.title == QStringLiteral("père"); });
        QVERIFY(father != chart.others.end());
        const QString all = textsOf(*father).join(u'\n');
        for (const char* said :
             {"Infarctus, à 52\u00A0ans, a contribué au décès", "Diabète, jeune", "à 70\u00A0ans"})
            QVERIFY2(all.contains(QString::fromUtf8(said)), qPrintable(all));
    }

    void anExpiredRenewalIsSaidAsSuch_data() {
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<QString>("label");
        QTest::newRow("past") << QByteArray("2025-01-01")
                              << QStringLiteral("Renouvellement expiré le");
        QTest::newRow("to come") << QByteArray("2026-01-01")
                                 << QStringLiteral("Renouvelable jusqu’au");
    }

    void anExpiredRenewalIsSaidAsSuch() {
        QFETCH(QByteArray, until);
        QFETCH(QString, label);
        const ChartData chart = built(
            "{'resourceType':'MedicationRequest','id':'m','status':'active',"
            "'medicationCodeableConcept':{'text':'Ramipril'},'dispenseRequest':{'validityPeriod':{"
            "'end':'" +
            until + "'}}}");
        QCOMPARE(chart.activeMedications, 1);
        QCOMPARE(chart.ceasedMedications, 0);
        QVERIFY(textsOf(chart.medications.first()).contains(label));
    }

    void whatMustNotBeDoneIsNoPendingOrder_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("pending");
        QTest::addColumn<QString>("group");
        QTest::newRow("order") << QByteArray("'intent':'order'") << 1 << QStringLiteral("Attendus");
        QTest::newRow("prohibited") << QByteArray("'intent':'order','doNotPerform':true") << 0
                                    << QStringLiteral("Interdits et proposés");
        QTest::newRow("proposed") << QByteArray("'intent':'proposal'") << 0
                                  << QStringLiteral("Interdits et proposés");
    }

    void whatMustNotBeDoneIsNoPendingOrder() {
        QFETCH(QByteArray, more);
        const ChartData chart = built("{'resourceType':'ServiceRequest','id':'s','status':"
                                      "'active','code':{'text':'Scan'}," +
                                      more + "}");
        QTEST(chart.pendingOrders, "pending");
        QCOMPARE(chart.orders.size(), 1); // said all the same
        QTEST(chart.orders.first().group, "group");
    }

    void aSuspicionIsSaidInItsTitle() {
        const ChartData chart =
            built("{'resourceType':'Condition','id':'c','verificationStatus':{'coding':[{'code':"
                  "'differential'}]},'code':{'text':'Pneumonie'}}");
        QCOMPARE(chart.problems.first().title,
                 QStringLiteral("Pneumonie (diagnostic différentiel)"));
    }

    void theCardInForceIsTheOneShown() {
        const char* system = "'system':'https://fhir.infoway-inforoute.ca/NamingSystem/"
                             "ca-qc-patient-healthcare-id','value':";
        const ChartData chart = built(QByteArray("{'resourceType':'Patient','id':'p','identifier':["
                                                 "{'use':'old',") +
                                      system + "'TREE87560312'},{" + system + "'TREE87560315'}]}");
        QCOMPARE(chart.identity.nam, QStringLiteral("TREE 8756 0315"));
    }

    void theNiuIsMaskedWhereAFileRepeatsIt() {
        const ChartData chart = builtOf(
            {"{'resourceType':'Patient','id':'p','identifier':[{'system':"
             "'urn:oid:2.16.840.1.113883.4.56','value':'8812345678'}]}",
             "{'resourceType':'Basic','id':'b','extension':[{'url':'http://x','valueString':"
             "'8812345678'}]}"});
        for (const auto& item : chart.others) {
            QVERIFY2(!textsOf(item).join(u' ').contains(QStringLiteral("8812345678")),
                     qPrintable(item.title));
            QVERIFY(!item.text.contains(QStringLiteral("8812345678")));
        }
    }

    void onePersonStandsOnceWithEveryRole() {
        const ChartData chart = built(
            "{'resourceType':'CareTeam','id':'t','status':'active','participant':["
            "{'role':[{'text':'médecin de famille'}],'member':{'display':'Dre Maude Lachance'}},"
            "{'role':[{'text':'coordonnatrice'}],'member':{'display':'Dre Maude Lachance'}}]}");
        QCOMPARE(chart.team.size(), 1);
        QCOMPARE(chart.team.first().subtitle, QStringLiteral("médecin de famille, coordonnatrice"));
    }

    void aReportWithAConclusionIsReadable() {
        const ChartData chart =
            built("{'resourceType':'DiagnosticReport','id':'r','status':'final','code':{'text':"
                  "'Culture'},'conclusion':'Aucune croissance'}");
        QCOMPARE(chart.imaging.size(), 1);
        QCOMPARE(chart.imaging.first().text, QStringLiteral("Aucune croissance"));
    }

    void theChartSpeaksTheLanguageOfTheWindow() {
        const QByteArray med =
            "{'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order',"
            "'medicationCodeableConcept':{'text':'Warfarin 5 mg'},'dosageInstruction':[{'timing':"
            "{'repeat':{'frequency':2,'period':1,'periodUnit':'d'}},'asNeededBoolean':true}]}";
        QCOMPARE(built(med).medications.first().posology,
                 QStringLiteral("2 fois par jour, au besoin"));
        QCOMPARE(built(med, true).medications.first().posology,
                 QStringLiteral("twice a day, as needed"));
        const QByteArray value =
            result("'valueQuantity':{'value':1284.5,'unit':'umol/L'},'referenceRange':[{'high':"
                   "{'value':90,'unit':'umol/L'}}]");
        const auto french = built(value).results.rows.first();
        const auto english = built(value, true).results.rows.first();
        QCOMPARE(french.latest().text, QStringLiteral("1\u202F284,5"));
        QCOMPARE(english.latest().text, QStringLiteral("1,284.5"));
        QCOMPARE(french.latest().markWords, QStringLiteral("au-dessus"));
        QCOMPARE(english.latest().markWords, QStringLiteral("above"));
        QCOMPARE(english.name, QStringLiteral("Creatinine"));
        QCOMPARE(english.group, QStringLiteral("Chemistry"));
    }

    void theClinicsTableGoesBeforeOurs() {
        const QList<QByteArray> two{
            result("'valueQuantity':{'value':76,'unit':'umol/L'}", "o1"),
            result("'valueQuantity':{'value':80,'unit':'umol/L'}", "o2",
                   "{'system':'urn:oid:1.2.3','code':'CREA','display':'Creat'}")};
        ChartMaker maker;
        for (const QByteArray& json : two)
            maker.add(json);
        QCOMPARE(builtOf(two).results.rows.size(), 2);
        record::Chart chart = maker.chart();
        const QString local = record::analyteCode(chart.results.items.first().code);
        QCOMPARE(local, QStringLiteral("urn:oid:1.2.3|CREA"));
        record::ChartOptions options;
        options.today = QDate(2025, 10, 9);
        options.analytes.rowOf.insert(local, QStringLiteral("creatinine"));
        chart = record::buildChart(maker.resources(), {}, options);
        QCOMPARE(chart.results.rows.size(), 1);
        // A code that names itself stands alone, whatever our table says.
        const QString ours = QStringLiteral("http://loinc.org|14682-9");
        options.analytes.rowOf.insert(ours, ours);
        chart = record::buildChart(maker.resources(), {}, options);
        QCOMPARE(chart.results.rows.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestChartBuild)
#include "test_chart_build.moc"
