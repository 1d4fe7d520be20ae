// The forms: what is checked, what is signed, and that nothing typed is lost on the way.

#include "ui/pages/chart/chart_page.h"
#include "ui/pages/chart/form_field.h"
#include "ui/pages/chart/form_panel.h"
#include "ui/viewmodels/chart_build.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/row_list.h"
#include "unit/ui/chart/chart_door.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using viewmodels::ChartData;
using viewmodels::Form;
using viewmodels::FormField;
using viewmodels::FormKind;
using viewmodels::FormModel;
using viewmodels::FormSpec;
using State = FormModel::State;

namespace {

const QByteArray warfarin = tests::ChartDoor::medication("5");
const QDateTime now({2025, 10, 9}, {14, 2});

// A chart with an allergy, a medication, a problem, a weight and a critical potassium.
std::shared_ptr<tests::ChartDoor> door() {
    auto fake = std::make_shared<tests::ChartDoor>();
    fake->maker
        .add("{'resourceType':'Patient','id':'p','birthDate':'1950-01-02','gender':'female',"
             "'name':[{'family':'Tremblay','given':['Émilie']}]}")
        .add(QByteArray(warfarin))
        .add("{'resourceType':'AllergyIntolerance','id':'a','code':{'text':'Pénicillines'},"
             "'category':['medication'],'criticality':'high'}")
        .add("{'resourceType':'Condition','id':'c','code':{'text':'Migraine'},"
             "'clinicalStatus':{'coding':[{'code':'active'}]},'onsetDateTime':'2019'}")
        .add("{'resourceType':'Observation','id':'w','status':'final','code':{'coding':[{'system':"
             "'http://"
             "loinc.org','code':'29463-7'}]},'effectiveDateTime':'2025-10-04','valueQuantity'"
             ":{'value':58.4,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}}")
        .add("{'resourceType':'Observation','id':'k','status':'final','code':{'text':'Potassium'},"
             "'effectiveDateTime':'2025-10-09','interpretation':[{'coding':[{'code':'HH'}]}],"
             "'valueQuantity':{'value':6.4,'unit':'mmol/L','code':'mmol/L'}}");
    fake->stored.insert(QStringLiteral("MedicationRequest/m"), warfarin);
    fake->stored.insert(QStringLiteral("Condition/c"),
                        R"({"resourceType":"Condition","id":"c","code":{"text":"Migraine"},)"
                        R"("onsetDateTime":"2019"})");
    fake->stored.insert(QStringLiteral("Patient/p"),
                        R"({"resourceType":"Patient","id":"p","birthDate":"1950-01-02",)"
                        R"("gender":"female","name":[{"family":"Tremblay","given":["Émilie"]}]})");
    return fake;
}

ChartData chartOf(const tests::ChartDoor& fake) {
    return viewmodels::buildChartData(*fake.chart(tests::ChartDoor::key()), {false, now.date()});
}

FormSpec specOf(FormKind kind, const QString& reference = {}, const QByteArray& stored = {}) {
    const auto fake = door();
    const ChartData chart = chartOf(*fake);
    return viewmodels::formOf(kind, {chart, reference, stored, now});
}

// As typed: the field, then the check of the whole form.
void type(FormSpec& spec, const QString& key, const QString& value) {
    FormField* field = spec.form.find(key);
    QVERIFY2(field != nullptr, qPrintable(key));
    field->value = value;
    spec.form.clearWords();
    spec.check(spec.form);
}

QString warningOf(const FormSpec& spec, const QString& key) {
    return spec.form.find(key)->warning;
}

QString errorOf(const FormSpec& spec, const QString& key) {
    return spec.form.find(key)->error;
}

struct Desk {
    std::shared_ptr<tests::ChartDoor> fake = door();
    viewmodels::AsyncDoor async{fake};
    pages::ChartPage page{async, tests::ChartDoor::key()};

    Desk() {
        page.resize(1440, 800);
        page.show();
        (void)QTest::qWaitFor([this] { return !page.patientName().isEmpty(); }, 10'000);
    }
    pages::FormPanel* open(FormKind kind, const QString& reference = {}) {
        page.openForm(kind, reference);
        (void)QTest::qWaitFor([this] { return page.form() != nullptr; }, 10'000);
        return page.form();
    }
    [[nodiscard]] pages::FormEditor* editor(const char* key) const {
        for (pages::FormEditor* each : page.form()->editors())
            if (each->key() == QLatin1String(key))
                return each;
        return nullptr;
    }
    [[nodiscard]] QLineEdit* line(const char* key) const {
        return qobject_cast<QLineEdit*>(editor(key)->control());
    }
};

} // namespace

class TestChartForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFormComposesWhatItSays_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reference");
        const auto row = [](const char* name, FormKind kind, const char* reference = "") {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(reference);
        };
        row("new medication", FormKind::NewMedication);
        row("change", FormKind::ChangeMedication, "MedicationRequest/m");
        row("stop", FormKind::StopMedication, "MedicationRequest/m");
        row("new allergy", FormKind::NewAllergy);
        row("none known", FormKind::NoAllergy);
        row("new problem", FormKind::NewProblem);
        row("resolve", FormKind::ResolveProblem, "Condition/c");
        row("vitals", FormKind::NewVitals);
        row("vaccine", FormKind::NewVaccine);
        row("seen", FormKind::SeenResult, "Observation/k");
        row("level", FormKind::LevelOfCare);
        row("particulars", FormKind::Particulars, "Patient/p");
    }
    // Each has a title, a verb, a name for every field, and JSON of a type with an id.
    void everyFormComposesWhatItSays() {
        QFETCH(int, kind);
        QFETCH(QString, reference);
        const auto fake = door();
        FormSpec spec = specOf(FormKind(kind), reference, fake->stored.value(reference));
        QVERIFY(!spec.title.isEmpty() && !spec.sign.isEmpty());
        QCOMPARE(spec.edits, viewmodels::startsFromStored(FormKind(kind)) ? reference : QString());
        QSet<QString> keys;
        for (FormField& field : spec.form.fields) {
            QVERIFY(!field.label.isEmpty());
            QVERIFY(!keys.contains(field.key));
            keys.insert(field.key);
            if (field.value.isEmpty() && field.kind == FormField::Kind::Line)
                field.value = field.key == u"systolic"    ? QStringLiteral("120")
                              : field.key == u"diastolic" ? QStringLiteral("80")
                              : field.key == u"birth"     ? QStringLiteral("1950-01-02")
                                                          : QString();
        }
        record::Writing writing;
        writing.id = QStringLiteral("w");
        writing.patientId = QStringLiteral("p");
        writing.at = now;
        const QList<QByteArray> made = spec.compose(spec.form, writing);
        QVERIFY(!made.isEmpty());
        for (const QByteArray& json : made) {
            const QJsonObject resource = QJsonDocument::fromJson(json).object();
            QVERIFY2(!resource[u"resourceType"].toString().isEmpty(), json.constData());
            QVERIFY(!resource[u"id"].toString().isEmpty());
        }
    }

    void anAllergyInTheChartIsSaidOfAMedication() {
        FormSpec spec = specOf(FormKind::NewMedication);
        type(spec, QStringLiteral("name"), QStringLiteral("pénicilline V"));
        QVERIFY(warningOf(spec, QStringLiteral("name")).contains(QStringLiteral("Pénicillines")));
        type(spec, QStringLiteral("name"), QStringLiteral("Warfarine"));
        QVERIFY(warningOf(spec, QStringLiteral("name")).contains(QStringLiteral("Déjà")));
        type(spec, QStringLiteral("name"), QStringLiteral("Ramipril"));
        QVERIFY(warningOf(spec, QStringLiteral("name")).isEmpty());
    }

    void aDoseFarFromTheFormerAsks_data() {
        QTest::addColumn<QString>("dose");
        QTest::addColumn<bool>("warns");
        QTest::newRow("a step") << "4 mg" << false;
        QTest::newRow("twice") << "10 mg" << false;
        QTest::newRow("a slipped decimal") << "50 mg" << true;
        QTest::newRow("a tenth") << "0,5 mg" << true;
        QTest::newRow("another unit") << "5 mL" << false; // cannot be held against the former
        QTest::newRow("no unit") << "5" << true;
        QTest::newRow("words") << "un peu" << true;
    }
    void aDoseFarFromTheFormerAsks() {
        QFETCH(QString, dose);
        QFETCH(bool, warns);
        FormSpec spec =
            specOf(FormKind::ChangeMedication, QStringLiteral("MedicationRequest/m"), warfarin);
        for (FormField& field : spec.form.fields)
            field.original = field.value;
        type(spec, QStringLiteral("dose"), dose);
        QCOMPARE(!warningOf(spec, QStringLiteral("dose")).isEmpty(), warns);
    }

    void vitalSignsWarnAndNeverBlock_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("warns");
        QTest::addColumn<bool>("fails");
        const auto row = [](const char* key, const char* value, bool warns, bool fails) {
            QTest::addRow("%s %s", key, value)
                << QString::fromLatin1(key) << QString::fromUtf8(value) << warns << fails;
        };
        row("temperature", "37,2", false, false);
        row("temperature", "376", true, false);
        row("temperature", "chaud", false, true);
        row("saturation", "98", false, false);
        row("saturation", "101", true, false);
        row("pulse", "10", true, false);
        row("weight", "58", false, false);
        row("weight", "54,1", true, false); // 4,3 kg in 5 days
        row("height", "1,64", true, false); // in metres
        row("pain", "11", true, false);
    }
    void vitalSignsWarnAndNeverBlock() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, warns);
        QFETCH(bool, fails);
        FormSpec spec = specOf(FormKind::NewVitals);
        type(spec, key, value);
        QCOMPARE(!warningOf(spec, key).isEmpty(), warns);
        QCOMPARE(!errorOf(spec, key).isEmpty(), fails);
    }

    void aPressureHasTwoValues() {
        FormSpec spec = specOf(FormKind::NewVitals);
        type(spec, QStringLiteral("pulse"), QStringLiteral("72"));
        QVERIFY(spec.form.find(u"systolic")->aside.isEmpty());
        QVERIFY(spec.form.find(u"weight")->aside.contains(QStringLiteral("58,4")));
        type(spec, QStringLiteral("systolic"), QStringLiteral("120"));
        QVERIFY(!errorOf(spec, QStringLiteral("diastolic")).isEmpty());
        type(spec, QStringLiteral("diastolic"), QStringLiteral("130"));
        QVERIFY(errorOf(spec, QStringLiteral("diastolic")).isEmpty());
        QVERIFY(!warningOf(spec, QStringLiteral("diastolic")).isEmpty());
    }

    void noneKnownIsRefusedBesideAnAllergy() {
        FormSpec spec = specOf(FormKind::NoAllergy);
        spec.check(spec.form);
        QVERIFY(!errorOf(spec, QStringLiteral("kind")).isEmpty());
        type(spec, QStringLiteral("kind"), QStringLiteral("food"));
        QVERIFY(errorOf(spec, QStringLiteral("kind")).isEmpty());
    }

    void whoMayWriteWhat() {
        using session::Role;
        QVERIFY(viewmodels::whyNot(FormKind::NewMedication, Role::Physician).isEmpty());
        QVERIFY(viewmodels::whyNot(FormKind::NewVitals, Role::Nurse).isEmpty());
        QVERIFY(!viewmodels::whyNot(FormKind::NewVitals, Role::Clerk).isEmpty());
        QVERIFY(!viewmodels::whyNot(FormKind::SeenResult, Role::Pharmacist).isEmpty());
        QVERIFY(viewmodels::whyNot(FormKind::Particulars, Role::Clerk).isEmpty());
    }

    void identityAsksWhatAPhoneDoesNot() {
        const auto fake = door();
        FormSpec spec = specOf(FormKind::Particulars, QStringLiteral("Patient/p"),
                               fake->stored.value(QStringLiteral("Patient/p")));
        for (FormField& field : spec.form.fields)
            field.original = field.value;
        type(spec, QStringLiteral("mobile"), QStringLiteral("418 555-0199"));
        QVERIFY(spec.form.warnings().isEmpty());
        type(spec, QStringLiteral("mobile"), QStringLiteral("555-0199"));
        QVERIFY(!warningOf(spec, QStringLiteral("mobile")).isEmpty());
        type(spec, QStringLiteral("family"), QStringLiteral("Gagné"));
        QVERIFY(!warningOf(spec, QStringLiteral("family")).isEmpty());
        type(spec, QStringLiteral("nam"), QStringLiteral("ABCD"));
        QVERIFY(!warningOf(spec, QStringLiteral("nam")).isEmpty());
        QVERIFY(spec.form.faulty().isEmpty()); // never blocked
    }

    void keysAloneWriteAndSign() {
        Desk desk;
        desk.page.open(pages::Section::Problems);
        auto* list = desk.page.page(pages::Section::Problems)->findChild<widgets::RowList*>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_N);
        QTRY_VERIFY(desk.page.form() != nullptr);
        QCOMPARE(desk.page.focusWidget(), desk.line("name"));
        QTest::keyClicks(desk.line("name"), QStringLiteral("Lupus"));
        QTest::keyClick(desk.line("name"), Qt::Key_Tab);
        QCOMPARE(desk.page.focusWidget(), desk.line("onset"));
        QTest::keyClicks(desk.line("onset"), QStringLiteral("2022"));
        QTest::keyClick(desk.line("onset"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.fake->writes().size(), 1);
        QTRY_VERIFY(desk.page.form() == nullptr);
        // Read back in its list, and chosen there.
        QTRY_VERIFY(list->currentKey().toString().startsWith(QLatin1String("Condition/")));
        QTRY_COMPARE(desk.page.model().data().activeProblems, 2);
        QVERIFY(list->currentKey().toString() != u"Condition/c");
    }

    void whatIsNeededIsSaidWhenOneSigns() {
        Desk desk;
        auto* panel = desk.open(FormKind::NewAllergy);
        QVERIFY(panel != nullptr);
        QTest::keyClicks(desk.line("reaction"), QStringLiteral("urticaire"));
        QVERIFY(desk.line("substance")->accessibleDescription().isEmpty());
        QTest::keyClick(desk.line("reaction"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.page.focusWidget(), desk.line("substance"));
        QVERIFY(!desk.line("substance")->accessibleDescription().isEmpty());
        QVERIFY(desk.fake->writes().isEmpty());
    }

    void aWarningIsConfirmedOnce() {
        Desk desk;
        auto* panel = desk.open(FormKind::NewVitals);
        QVERIFY(panel != nullptr);
        QTest::keyClicks(desk.line("temperature"), QStringLiteral("376"));
        QTest::keyClick(desk.line("temperature"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel->model().isConfirming());
        QVERIFY(desk.fake->writes().isEmpty());
        // Another doubt asks again.
        QTest::keyClicks(desk.line("pulse"), QStringLiteral("5"));
        QVERIFY(!panel->model().isConfirming());
        panel->model().sign();
        QVERIFY(panel->model().isConfirming());
        panel->model().sign();
        QTRY_COMPARE(desk.fake->writes().size(), 2);
    }

    void aFailureKeepsTheFormAndASecondTrySaysTheSame() {
        Desk desk;
        auto* panel = desk.open(FormKind::NewProblem);
        QVERIFY(panel != nullptr);
        desk.fake->failWriting(base::ErrorCode::DiskFull);
        QTest::keyClicks(desk.line("name"), QStringLiteral("Lupus"));
        panel->model().sign();
        QTRY_VERIFY(panel->model().state() == State::Failed);
        QVERIFY(!panel->model().failure().isEmpty());
        QCOMPARE(desk.line("name")->text(), QStringLiteral("Lupus"));
        QVERIFY(!desk.line("name")->isReadOnly());
        desk.fake->failWriting(std::nullopt);
        panel->model().sign();
        QTRY_COMPARE(desk.fake->writes().size(), 1);
        QTRY_VERIFY(desk.page.form() == nullptr);
    }

    void whatChangedMeanwhileIsNotWrittenOver() {
        Desk desk;
        auto* panel = desk.open(FormKind::ChangeMedication, QStringLiteral("MedicationRequest/m"));
        QVERIFY(panel != nullptr);
        desk.line("dose")->setText(QStringLiteral("4 mg"));
        desk.fake->stored[QStringLiteral("MedicationRequest/m")] =
            tests::ChartDoor::medication("6");
        panel->model().sign();
        QTRY_VERIFY(panel->model().state() == State::Failed);
        QVERIFY(desk.fake->writes().isEmpty());
        QCOMPARE(desk.line("dose")->text(), QStringLiteral("4 mg"));
    }

    void aReasonGoesWithTheSignature() {
        Desk desk;
        auto* panel = desk.open(FormKind::StopMedication, QStringLiteral("MedicationRequest/m"));
        QVERIFY(panel != nullptr);
        QCOMPARE(desk.page.focusWidget(), desk.line("why"));
        QTest::keyClicks(desk.line("why"), QStringLiteral("saignement"));
        panel->model().sign();
        QTRY_COMPARE(desk.fake->writes().size(), 1);
        QCOMPARE(desk.fake->writes().first().reason, QStringLiteral("saignement"));
        QVERIFY(desk.fake->writes().first().json.contains("\"stopped\""));
    }

    void undoGoesBackFieldByField() {
        Desk desk;
        auto* panel = desk.open(FormKind::NewAllergy);
        QVERIFY(panel != nullptr);
        QTest::keyClicks(desk.line("substance"), QStringLiteral("Latex"));
        auto* kind = qobject_cast<QComboBox*>(desk.editor("kind")->control());
        kind->setCurrentIndex(2);
        QVERIFY(panel->model().isDirty());
        QTest::keyClick(kind, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(kind->currentIndex(), 0);
        QTest::keyClick(desk.line("substance"), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.line("substance")->text().isEmpty());
        QVERIFY(!panel->model().isDirty() && !panel->model().canUndo());
    }

    void escapeAsksOnlyForWhatWasTyped() {
        Desk desk;
        auto* panel = desk.open(FormKind::NewProblem);
        QVERIFY(panel != nullptr);
        QTest::keyClick(desk.line("name"), Qt::Key_Escape);
        QVERIFY(desk.page.form() == nullptr); // nothing was typed
        panel = desk.open(FormKind::NewProblem);
        QTest::keyClicks(desk.line("name"), QStringLiteral("Lupus"));
        QTest::keyClick(desk.line("name"), Qt::Key_Escape);
        QVERIFY(panel->isAsking());
        QVERIFY(!desk.page.mayClose());
        QTest::keyClick(panel, Qt::Key_Escape); // goes on
        QVERIFY(!panel->isAsking());
        QCOMPARE(desk.line("name")->text(), QStringLiteral("Lupus"));
        // Another form does not take its place either.
        desk.page.openForm(FormKind::NewAllergy, {});
        QCOMPARE(desk.page.form(), panel);
        QVERIFY(panel->isAsking());
    }

    void aNewAllergyTakesTheStatementBack() {
        Desk desk;
        FormSpec spec = specOf(FormKind::NewAllergy);
        QVERIFY(spec.also.isEmpty());
        auto fake = std::make_shared<tests::ChartDoor>();
        fake->maker.add("{'resourceType':'Patient','id':'p'}")
            .add("{'resourceType':'AllergyIntolerance','id':'none','code':{'coding':[{'code':"
                 "'no-known-allergies'}]}}");
        const ChartData chart = chartOf(*fake);
        spec = viewmodels::formOf(FormKind::NewAllergy, {chart, {}, {}, now});
        QCOMPARE(spec.also.size(), 1);
        QCOMPARE(spec.also.first().reference, QStringLiteral("AllergyIntolerance/none"));
        QVERIFY(spec.also.first().applies(spec.form));
        // One to latex leaves « aucune allergie alimentaire » standing.
        auto partly = std::make_shared<tests::ChartDoor>();
        partly->maker.add("{'resourceType':'Patient','id':'p'}")
            .add("{'resourceType':'AllergyIntolerance','id':'food','code':{'coding':[{'code':"
                 "'no-known-food-allergies'}]}}");
        const ChartData part = chartOf(*partly);
        spec = viewmodels::formOf(FormKind::NewAllergy, {part, {}, {}, now});
        QCOMPARE(spec.also.size(), 1);
        type(spec, QStringLiteral("kind"), QStringLiteral("environment"));
        QVERIFY(!spec.also.first().applies(spec.form));
        type(spec, QStringLiteral("kind"), QStringLiteral("food"));
        QVERIFY(spec.also.first().applies(spec.form));
    }

    void everyControlHasAName() {
        Desk desk;
        for (const FormKind kind :
             {FormKind::NewMedication, FormKind::NewAllergy, FormKind::NewProblem,
              FormKind::NewVitals, FormKind::NewVaccine, FormKind::LevelOfCare}) {
            auto* panel = desk.open(kind);
            QVERIFY(panel != nullptr);
            for (const pages::FormEditor* editor : panel->editors()) {
                QVERIFY2(!editor->control()->accessibleName().isEmpty(), qPrintable(editor->key()));
                QVERIFY(editor->control()->focusPolicy() & Qt::TabFocus);
            }
            QVERIFY(panel->leave());
        }
    }

    void aDoseChangedHereIsMarkedInTheList() {
        using session::SignatureState;
        const auto version = [](int number, const char* dose, bool current) {
            auto out = tests::ChartDoor::version(number, dose, current, SignatureState::Verified);
            out.provenance.at = now.addDays(number - 3);
            return out;
        };
        const auto change = viewmodels::doseChangeOf(
            {version(1, "6", false), version(2, "5", false), version(3, "5", true)}, false);
        QCOMPARE(change.words, QStringLiteral("6 → 5\u00A0mg"));
        QCOMPARE(change.at, now.addDays(-1));
        // A refused version changed nothing.
        auto forged = version(3, "1", false);
        forged.provenance.signature = SignatureState::Invalid;
        QCOMPARE(
            viewmodels::doseChangeOf({version(1, "6", false), version(2, "5", true), forged}, false)
                .words,
            QStringLiteral("6 → 5\u00A0mg"));
        QVERIFY(viewmodels::doseChangeOf({version(1, "5", true)}, false).words.isEmpty());
    }
};

QTEST_MAIN(TestChartForms)
#include "test_chart_forms.moc"
