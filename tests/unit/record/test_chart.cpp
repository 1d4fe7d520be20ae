// A patient's resources become a chart: what is stated, what is unknown, and nothing dropped.

#include "record/labels.h"
#include "unit/record/chart_maker.h"

#include <QDirIterator>
#include <QtTest>

using namespace chevet::record;

class TestChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesThePerson();
    void neverShowsTheNiu();
    void readsAllergies();
    void tellsNoneFromUnknown();
    void readsMedications();
    void tellsActiveFromCeased();
    void followsReferencesOfEveryKind();
    void readsProblems();
    void readsNotesAndDocuments();
    void readsLevelOfCare();
    void dropsNothing();
    void survivesWrongShapes();
    void labelsAreWellFormed();
    void everyCorpusResourceEndsUpSomewhere();
};

void TestChart::namesThePerson() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'Patient','id':'p','name':[{'use':'maiden','family':'Roy'},{'use':'official','family':'Tremblay','given':['Mélodie','Anne']}],
        'gender':'female','birthDate':'2004-12-19','telecom':[{'system':'phone','value':'418-555-0163','use':'home'},{'system':'email','value':'a@b'}],
        'identifier':[{'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203','code':'JHN'}]},'value':'trem 0462 1918'}],
        'contact':[{'relationship':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0131','code':'C'}]}],'name':{'family':'Tremblay','given':['Luc']},'telecom':[{'value':'4185550177'}]}]})")
            .chart();
    QCOMPARE(chart.patient.name.shown(), QStringLiteral("TREMBLAY, Mélodie Anne"));
    QCOMPARE(chart.patient.nam, QStringLiteral("TREM04621918"));
    QVERIFY(chart.patient.namCheck.valid);
    QVERIFY(chart.patient.namCheck.warns(NamWarning::Name)); // her name at birth was Roy
    QCOMPARE(chart.patient.sexWords, QStringLiteral("Féminin"));
    QCOMPARE(chart.patient.phone, QStringLiteral("418\u00A0555-0163"));
    QCOMPARE(chart.careTeam.items.size(), 1);
    QVERIFY(chart.careTeam.items[0].emergency);
}

void TestChart::neverShowsTheNiu() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'Patient','id':'p','identifier':[{'system':'urn:oid:2.16.840.1.113883.4.56','value':'1234567890'},{'system':'urn:x','value':'7'}]})")
            .chart();
    QCOMPARE(chart.patient.identifiers.size(), 1);
    QCOMPARE(chart.patient.identifiers[0].value, QStringLiteral("7"));
    QVERIFY(chart.others.items.isEmpty());
}

void TestChart::readsAllergies() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'AllergyIntolerance','id':'low','criticality':'low','category':['food'],'code':{'text':'Crevettes'}})")
            .add(
                R"({'resourceType':'AllergyIntolerance','id':'a','clinicalStatus':{'coding':[{'code':'active'}]},'category':['medication'],'criticality':'high','recordedDate':'2025-10-09',
        'recorder':{'display':'Dre M. Lachance'},'code':{'coding':[{'system':'http://snomed.info/sct','code':'373270004','display':'Penicillin'}]},'onsetDateTime':'2011',
        'reaction':[{'severity':'severe','manifestation':[{'coding':[{'system':'http://snomed.info/sct','code':'39579001'}]}]}]})")
            .add(
                R"({'resourceType':'AllergyIntolerance','id':'w','verificationStatus':{'coding':[{'code':'entered-in-error'}]},'code':{'text':'Erreur'}})")
            .chart();
    QCOMPARE(chart.allergies.items.size(), 3);
    QCOMPARE(chart.allergies.activeCount, 2);
    const Allergy& first = chart.allergies.items[0]; // the most critical
    QCOMPARE(first.code.label(), QStringLiteral("Pénicillines"));
    QCOMPARE(first.code.label(Language::English), QStringLiteral("Penicillin"));
    QCOMPARE(first.reactionLine(), QStringLiteral("Anaphylaxie, 2011"));
    QCOMPARE(first.criticalityWords, QStringLiteral("criticité élevée"));
    QVERIFY(chart.allergies.items[2].enteredInError);
    QVERIFY(!chart.allergies.items[2].active);
    QCOMPARE(chart.allergies.byKind[0].state, SectionState::Present);
    QCOMPARE(chart.allergies.byKind[1].state, SectionState::Present);
    QCOMPARE(chart.allergies.byKind[2].state, SectionState::Unknown);
    QCOMPARE(chart.allergies.reviewedBy, QStringLiteral("Dre M. Lachance"));
}

void TestChart::tellsNoneFromUnknown() {
    const auto allergy = [](const char* code) -> Chart {
        return ChartMaker()
            .add((
                QByteArray(
                    R"({'resourceType':'AllergyIntolerance','id':'a','recordedDate':'2025-01-02','code':{'coding':[{'code':')") +
                code + R"('}]}})"))
            .chart();
    };
    QCOMPARE(Chart().allergies.state(), SectionState::Unknown);
    const Chart none = allergy("716186003");
    QCOMPARE(none.allergies.state(), SectionState::NoneKnown);
    QCOMPARE(none.allergies.byKind[1].state, SectionState::NoneKnown);
    QCOMPARE(none.allergies.facts.statedAt.day(), QStringLiteral("2025-01-02"));
    QVERIFY(none.allergies.items.isEmpty());
    QCOMPARE(none.absences.size(), 1);
    const Chart unknown = allergy("no-allergy-info");
    QCOMPARE(unknown.allergies.state(), SectionState::Unknown);
    QCOMPARE(unknown.allergies.facts.reason, QStringLiteral("no-allergy-info"));
    const Chart drugs = allergy("409137002");
    QCOMPARE(drugs.allergies.state(), SectionState::Unknown); // says nothing of foods
    QCOMPARE(drugs.allergies.byKind[0].state, SectionState::NoneKnown);
    QCOMPARE(drugs.allergies.byKind[1].state, SectionState::Unknown);

    const Chart document =
        ChartMaker()
            .add(
                R"({'resourceType':'Composition','id':'c','date':'2025-03-04','title':'Sommaire','author':[{'display':'Dr P. Ouellet'}],'section':[
        {'code':{'coding':[{'system':'http://loinc.org','code':'11450-4'}]},'emptyReason':{'coding':[{'code':'nilknown'}]}},
        {'code':{'coding':[{'system':'http://loinc.org','code':'10160-0'}]},'emptyReason':{'coding':[{'code':'unavailable'}]}}]})")
            .chart();
    QCOMPARE(document.problems.state(), SectionState::NoneKnown);
    QCOMPARE(document.problems.facts.statedBy, QStringLiteral("Dr P. Ouellet"));
    QCOMPARE(document.medications.state(), SectionState::Unknown);
    QCOMPARE(document.medications.facts.words, QStringLiteral("information non disponible"));
    const Chart both =
        ChartMaker()
            .add(
                R"({'resourceType':'AllergyIntolerance','id':'a','code':{'coding':[{'code':'716186003'}]}})")
            .add(R"({'resourceType':'AllergyIntolerance','id':'b','code':{'text':'Latex'}})")
            .chart();
    QCOMPARE(both.allergies.state(), SectionState::Present);
    QVERIFY(both.allergies.facts.contradicted);
}

void TestChart::readsMedications() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order','authoredOn':'2025-09-02','requester':{'display':'Dre M. Lachance'},
        'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'855332','display':'Warfarin Sodium 5 MG Oral Tablet'}]},
        'reasonCode':[{'text':'Syndrome des antiphospholipides'}],
        'dosageInstruction':[{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d','when':['EVE']}},'doseAndRate':[{'doseQuantity':{'value':5.0,'unit':'mg'}}],'additionalInstruction':[{'text':'à jeun'}]}]})")
            .add(
                R"({'resourceType':'MedicationStatement','id':'s','status':'active','medicationCodeableConcept':{'text':'Acétaminophène 500 mg comprimé'},
        'dosage':[{'text':'1 ou 2 au besoin'}]})")
            .add(
                R"({'resourceType':'MedicationRequest','id':'i','status':'active','medicationCodeableConcept':{'text':'Insuline'},'dosageInstruction':[{'asNeededBoolean':true,
        'timing':{'repeat':{'frequency':1,'period':8,'periodUnit':'h'}},'doseAndRate':[{'doseQuantity':{'value':10,'unit':'U'}}],'maxDosePerPeriod':{'numerator':{'value':30,'unit':'U'},'denominator':{'value':1,'unit':'d'}}}]})")
            .chart();
    QCOMPARE(chart.medications.items.size(), 3);
    const auto named = [&chart](QStringView name) -> Medication {
        return *std::find_if(chart.medications.items.begin(), chart.medications.items.end(),
                             [name](const Medication& m) { return m.name == name; });
    };
    const Medication warfarin = named(u"Warfarine");
    QCOMPARE(warfarin.title(), QStringLiteral("Warfarine\u00A05 mg"));
    QCOMPARE(warfarin.form, QStringLiteral("comprimé"));
    QVERIFY2(warfarin.posology.endsWith(QStringLiteral("1 fois par jour, le soir, à jeun")),
             qPrintable(warfarin.posology));
    QCOMPARE(warfarin.prescriber, QStringLiteral("Dre M. Lachance"));
    QCOMPARE(warfarin.reasons, QStringList{QStringLiteral("Syndrome des antiphospholipides")});
    const Medication tylenol = named(u"Acétaminophène");
    QCOMPARE(tylenol.dose, QStringLiteral("500\u00A0mg"));
    QCOMPARE(tylenol.posology, QStringLiteral("1 ou 2 au besoin"));
    QVERIFY(!tylenol.posologyStructured);
    const Medication insulin = named(u"Insuline");
    QCOMPARE(insulin.dose, QStringLiteral("10\u00A0unités"));
    QCOMPARE(insulin.posology,
             QStringLiteral("toutes les 8\u00A0heures, au besoin, max.\u00A030\u00A0unités/jour"));
    QCOMPARE(chart.medications.active.size(), 3);
    const Chart pen =
        ChartMaker()
            .add("{'resourceType':'MedicationRequest','id':'v','status':'active','"
                 "medicationCodeableConcept':{'text':'SEMGLEE INJ 100E/ML FPEN 3ML'}}")
            .chart();
    QCOMPARE(pen.medications.items[0].title(), QStringLiteral("SEMGLEE INJ 100E/ML FPEN 3ML"));
}

void TestChart::tellsActiveFromCeased() {
    const auto request = [](const char* id, const char* status, const char* more) -> QByteArray {
        return QByteArray("{'resourceType':'MedicationRequest','id':'") + id + "','status':'" +
               status + "','medicationCodeableConcept':{'text':'" + id + " 1 mg'}" + more + "}";
    };
    ChartMaker maker;
    for (const QByteArray& json :
         {request("a", "active", ""), request("b", "stopped", ""), request("c", "on-hold", ""),
          request("d", "unknown", ""),
          request("e", "active", ",'dispenseRequest':{'validityPeriod':{'end':'2025-01-01'}}"),
          request("f", "entered-in-error", "")})
        maker.add(json);
    // The same product ordered again after it was stopped is active, once.
    maker.add("{'resourceType':'MedicationRequest','id':'b2','status':'active','authoredOn':'2020-"
              "01-01','medicationCodeableConcept':{'text':'b 1 mg'}}");
    const Chart chart = maker.chart();
    QStringList active, ceased;
    for (const int i : chart.medications.active)
        active += chart.medications.items[i].name;
    for (const int i : chart.medications.ceased)
        ceased += chart.medications.items[i].name;
    active.sort();
    // What may no longer be dispensed may still be taken: `e` is active.
    QCOMPARE(active.join(u' '), QStringLiteral("a b c d e"));
    QVERIFY(ceased.isEmpty());
    QCOMPARE(chart.medications.items.size(), 7); // the erroneous one is still there to be seen
    QCOMPARE(chart.enteredInError, 1);
}

void TestChart::followsReferencesOfEveryKind() {
    const QByteArray bundle = QByteArray(R"({'resourceType':'Bundle','entry':[
        {'fullUrl':'urn:uuid:AAAA','resource':{'resourceType':'Practitioner','id':'x','name':[{'prefix':['Dr'],'given':['Paul'],'family':'Ouellet'}]}},
        {'resource':{'resourceType':'MedicationRequest','id':'1','status':'active','requester':{'reference':'urn:uuid:aaaa'},'medicationReference':{'reference':'#m'},'contained':[{'resourceType':'Medication','id':'m','code':{'text':'Ramipril'}}]}},
        {'resource':{'resourceType':'MedicationRequest','id':'2','status':'active','requester':{'reference':'https://serveur/fhir/Practitioner/x/_history/3'},'medicationReference':{'reference':'Medication/9'}}},
        {'resource':{'resourceType':'MedicationRequest','id':'3','status':'active','requester':{'reference':'Practitioner/nobody','display':'Dre Perdue'},'medicationReference':{'display':'Fer'}}},
        {'resource':{'resourceType':'Medication','id':'9','code':{'text':'Prednisone'}}}]})")
                                  .replace('\'', '"');
    BundleFile file;
    QVERIFY(file.add(bundle));
    const Chart chart = file.chart();
    QStringList lines;
    for (const Medication& m : chart.medications.items)
        lines += m.name + QStringLiteral(" / ") + m.prescriber;
    lines.sort();
    QCOMPARE(lines, (QStringList{QStringLiteral("Fer / Dre Perdue"),
                                 QStringLiteral("Prednisone / Dr Paul Ouellet"),
                                 QStringLiteral("Ramipril / Dr Paul Ouellet")}));
    QCOMPARE(chart.unresolved, QStringList{QStringLiteral("Practitioner/nobody")});

    int asked = 0;
    const Chart outside = buildChart(
        file.resources(),
        [&asked](const QString& reference) -> QByteArray {
            ++asked;
            return reference == u"Practitioner/nobody"
                       ? QByteArray(
                             R"({"resourceType":"Practitioner","name":[{"text":"Dre Trouvée"}]})")
                       : QByteArray();
        },
        {QDate(2025, 10, 9)});
    QCOMPARE(asked, 1);
    QVERIFY(std::any_of(outside.medications.items.begin(), outside.medications.items.end(),
                        [](const Medication& m) { return m.prescriber == u"Dre Trouvée"; }));
}

void TestChart::readsProblems() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'Condition','id':'r','clinicalStatus':{'coding':[{'code':'resolved'}]},'code':{'text':'Sinusite'},'onsetDateTime':'2024-05'})")
            .add(
                R"({'resourceType':'Condition','id':'a','clinicalStatus':{'coding':[{'code':'active'}]},'code':{'text':'Lupus érythémateux','coding':[{'system':'http://snomed.info/sct','code':'55464009'}]},'onsetDateTime':'2022'})")
            .add(
                R"({'resourceType':'Condition','id':'n','code':{'text':'Sans statut'},'onsetAge':{'value':12,'unit':'a'}})")
            .chart();
    QCOMPARE(chart.problems.activeCount, 2);
    QCOMPARE(chart.problems.resolvedCount, 1);
    QCOMPARE(chart.problems.items[0].code.label(),
             QStringLiteral("Lupus érythémateux")); // the clinician's French before our label
    QCOMPARE(chart.problems.items[0].date.day(), QStringLiteral("2022"));
    QCOMPARE(chart.problems.items[1].onsetText, QStringLiteral("à 12\u00A0ans"));
    QVERIFY(chart.problems.items[2].resolved);
}

void TestChart::readsNotesAndDocuments() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'DocumentReference','id':'n','status':'current','date':'2025-10-09T12:00:00Z','type':{'coding':[{'system':'http://loinc.org','code':'51847-2'}]},
        'author':[{'display':'Dre M. Lachance'}],'content':[{'attachment':{'contentType':'text/plain; charset=utf-8','data':'UGxhbiA6CnJlcG9z'}}]})")
            .add(
                R"({'resourceType':'DocumentReference','id':'d','status':'superseded','description':'Lettre','content':[{'attachment':{'contentType':'application/pdf','title':'Lettre, néphrologie','data':''}}]})")
            .add(
                R"({'resourceType':'DiagnosticReport','id':'i','status':'final','category':[{'coding':[{'code':'RAD'}]}],'code':{'text':'Échographie rénale'},'effectiveDateTime':'2025-02-18','conclusion':'Normale.'})")
            .add(
                R"({'resourceType':'ClinicalImpression','id':'c','status':'completed','date':'2024-01-01','summary':'Stable'})")
            .chart();
    QCOMPARE(chart.notes.items.size(), 2);
    QCOMPARE(chart.notes.items[0].title, QStringLiteral("Évaluation et plan"));
    QCOMPARE(chart.notes.items[0].sections.value(chart.notes.items[0].planSection).text,
             QStringLiteral("repos"));
    QCOMPARE(chart.documents.items.size(), 1);
    QVERIFY(chart.documents.items[0].superseded);
    QCOMPARE(chart.documents.items[0].attachments[0].pointer,
             QStringLiteral("/content/0/attachment/data"));
    QCOMPARE(chart.imaging.items.size(), 1);
    QCOMPARE(chart.imaging.items[0].conclusion, QStringLiteral("Normale."));

    const QByteArray json =
        R"({"resourceType":"Binary","id":"b","contentType":"application/pdf","data":""})";
    const StoredAttachment stored{"/data", "blob-7", 1234};
    const StoredResource resource{"Binary", "b", json, {}, {&stored, 1}};
    const Chart binary = buildChart({&resource, 1});
    QCOMPARE(binary.documents.items[0].attachments[0].blobId, QStringLiteral("blob-7"));
    QCOMPARE(binary.documents.items[0].attachments[0].size, 1234);
}

void TestChart::readsLevelOfCare() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'Observation','id':'n','status':'final','effectiveDateTime':'2024-02-20','code':{'text':'Niveau de soins'},'valueString':'A','performer':[{'display':'Dre M. Lachance'}],'note':[{'text':'RCR : tenter'}]})")
            .chart();
    QCOMPARE(chart.levelOfCare.items.size(), 1);
    QCOMPARE(chart.levelOfCare.items[0].letter, QStringLiteral("A"));
    QCOMPARE(chart.levelOfCare.items[0].words,
             QStringLiteral("Prolonger la vie par tous les soins nécessaires"));
    QCOMPARE(chart.levelOfCare.items[0].resuscitation, QStringLiteral("RCR\u00A0: tenter"));
}

void TestChart::dropsNothing() {
    const Chart chart =
        ChartMaker()
            .add(
                R"({'resourceType':'NutritionOrder','id':'n','text':{'div':'<div>Diète <b>sans sel</b></div>'}})")
            .add(R"({'resourceType':'Inconnue','id':'u','mystère':{'valeur':42}})")
            .add(R"({'resourceType':'Patient','id':'1'})")
            .add(R"({'resourceType':'Patient','id':'2','name':[{'family':'Autre'}]})")
            .add(R"({'resourceType':'Claim','id':'c'})")
            .chart();
    QCOMPARE(chart.others.items.size(), 3);
    const QByteArray bad = "{broken";
    const StoredResource broken{"Observation", "x", bad, {}, {}};
    const Chart unreadable = buildChart({&broken, 1});
    QCOMPARE(unreadable.others.items.size(), 1);
    QVERIFY(unreadable.others.items[0].unreadable);
    QVERIFY(std::any_of(chart.others.items.begin(), chart.others.items.end(),
                        [](const Other& o) { return o.text == u"Diète sans sel"; }));
    QVERIFY(std::any_of(chart.others.items.begin(), chart.others.items.end(),
                        [](const Other& o) { return o.text.contains(QLatin1String("42")); }));
    QCOMPARE(chart.administrative, (QList<QPair<QString, int>>{{QStringLiteral("Claim"), 1}}));
}

void TestChart::survivesWrongShapes() {
    const char* shapes[] = {"null",
                            "1",
                            "'x'",
                            "[]",
                            "{}",
                            "[[]]",
                            "[null]",
                            "[{}]",
                            "{'coding':{}}",
                            "{'coding':'x'}",
                            "{'reference':'#'}",
                            "{'reference':'PractitionerRole/z'}",
                            "true",
                            "'2025-99-99'",
                            "{'value':'x'}"};
    const char* types[] = {"Patient",
                           "AllergyIntolerance",
                           "MedicationRequest",
                           "MedicationStatement",
                           "Observation",
                           "DiagnosticReport",
                           "Composition",
                           "DocumentReference",
                           "Media",
                           "Binary",
                           "ImagingStudy",
                           "Condition",
                           "Procedure",
                           "Immunization",
                           "ImmunizationRecommendation",
                           "Encounter",
                           "Appointment",
                           "ServiceRequest",
                           "CareTeam",
                           "RelatedPerson",
                           "Goal",
                           "CarePlan",
                           "Consent",
                           "FamilyMemberHistory",
                           "Device",
                           "PractitionerRole",
                           "Basic"};
    const char* fields[] = {"code",
                            "status",
                            "name",
                            "identifier",
                            "category",
                            "medicationReference",
                            "medicationCodeableConcept",
                            "dosageInstruction",
                            "reaction",
                            "section",
                            "content",
                            "valueQuantity",
                            "component",
                            "referenceRange",
                            "interpretation",
                            "performer",
                            "participant",
                            "result",
                            "text",
                            "series",
                            "recommendation",
                            "note",
                            "contained",
                            "telecom",
                            "requester",
                            "practitioner"};
    ChartMaker maker;
    int made = 0;
    for (const char* type : types)
        for (const char* field : fields)
            for (const char* shape : shapes)
                maker.add((QByteArray("{'resourceType':'") + type + "','id':'i" +
                           QByteArray::number(made++) + "','" + field + "':" + shape + "}"));
    maker.add("{'resourceType':'PractitionerRole','id':'z','practitioner':{'reference':'"
              "PractitionerRole/z'}}"); // refers to itself
    const Chart chart = maker.chart();
    QCOMPARE(chart.resources, made + 1);
}

void TestChart::labelsAreWellFormed() {
    QCOMPARE(findLabel(u"http://loinc.org", u"718-7")->french, QStringLiteral("Hémoglobine"));
    QCOMPARE(findLabel(u"urn:oid:2.16.840.1.113883.6.1", u"718-7")->french,
             QStringLiteral("Hémoglobine"));
    QCOMPARE(findLabel(u"http://snomed.info/sct/", u"38341003")->french,
             QStringLiteral("Hypertension"));
    QVERIFY(findLabel(u"http://loinc.org", u"0-0") == nullptr);
    QVERIFY(findLabel(u"", u"718-7") == nullptr);
    QCOMPARE(findAnalyte(u"http://loinc.org", u"14682-9")->key,
             findAnalyte(u"http://loinc.org", u"2160-0")->key);
    QCOMPARE(enumWords(u"sex", u"x"), QStringLiteral("x"));
    for (QDirIterator it(QStringLiteral(CHEVET_SOURCE_DIR "/resources/labels"),
                         {QStringLiteral("*.tsv")});
         it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> seen;
        for (const QString& line :
             QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'#')) {
                seen.clear();
                continue;
            }
            const QStringList fields = line.split(u'\t');
            const bool kinds = file.fileName().endsWith(QLatin1String("enums.tsv"));
            const QString key =
                kinds ? QString(fields.value(0) + u'|' + fields.value(1)) : fields.value(0);
            QVERIFY2(fields.size() >= 2 && !fields[1].trimmed().isEmpty(), qPrintable(line));
            QVERIFY2(!seen.contains(key), qPrintable(file.fileName() + u' ' + line));
            QVERIFY2(line == line.trimmed() || line.endsWith(u'\t'), qPrintable(line));
            seen.insert(key);
        }
    }
}

namespace {

// Resources of the chart's sections, by reference; several items may come of one resource.
QSet<QString> referencesOf(const Chart& chart) {
    QSet<QString> all{chart.patient.reference};
    const auto add = [&all](const auto& items) {
        for (const auto& item : items)
            all.insert(item.reference);
    };
    add(chart.allergies.items), add(chart.medications.items), add(chart.problems.items),
        add(chart.results.items), add(chart.results.panels);
    add(chart.vitals.items), add(chart.social.items), add(chart.immunizations.items),
        add(chart.recommendations.items), add(chart.encounters.items);
    add(chart.notes.items), add(chart.documents.items), add(chart.procedures.items),
        add(chart.imaging.items), add(chart.appointments.items);
    add(chart.orders.items), add(chart.careTeam.items), add(chart.goals.items),
        add(chart.carePlans.items), add(chart.levelOfCare.items);
    add(chart.familyHistory.items), add(chart.devices.items), add(chart.others.items),
        add(chart.absences);
    for (const CarePerson& person : chart.careTeam.items)
        for (const QString& reference : person.alsoSaidBy)
            all.insert(reference);
    return all;
}

} // namespace

void TestChart::everyCorpusResourceEndsUpSomewhere() {
    const QString corpora = BundleFile::sharedCorpora();
    if (corpora.isEmpty())
        QSKIP("No shared corpora: set CHEVET_SHARED or put the clone beside ../shared.");
    int files = 0, resources = 0;
    for (const char* folder : {"/synthea-r4", "/synthea-r4-2022", "/ndjson", "/fhir-r4-examples",
                               "/ips", "/psca-2.1.1/examples"})
        for (QDirIterator it(corpora + QLatin1String(folder),
                             {QStringLiteral("*.json"), QStringLiteral("*.ndjson")}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            BundleFile file;
            const QString path = it.next();
            if (!file.load(path))
                continue;
            const Chart chart = file.chart();
            const QSet<QString> shown = referencesOf(chart);
            QSet<QString> counted;
            for (const auto& [type, count] : chart.administrative)
                counted.insert(type);
            for (const StoredResource& resource : file.resources()) {
                const QString type = QString::fromUtf8(resource.type);
                const QString reference = type + u'/' + QString::fromUtf8(resource.id);
                QVERIFY2(counted.contains(type) || shown.contains(reference),
                         qPrintable(path + u' ' + reference));
            }
            QCOMPARE(chart.resources, int(file.resources().size()));
            ++files;
            resources += chart.resources;
        }
    qInfo("%d files, %d resources", files, resources);
    QVERIFY(resources > 20000);
}

QTEST_GUILESS_MAIN(TestChart)
#include "test_chart.moc"
