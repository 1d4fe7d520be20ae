// Every form over a real session on the real demo clinic: what is signed is countersigned, read
// back from the log and shown where one looks for it.

#include "pages/shots/demo_copy.h"
#include "session/demo.h"
#include "ui/pages/chart/chart_page.h"
#include "ui/pages/chart/form_field.h"
#include "ui/pages/chart/form_panel.h"
#include "ui/viewmodels/session_door.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace chevet;
using viewmodels::ChartModel;
using viewmodels::FormKind;

class TestRealForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        widgets::Theme::instance().install();
        QVERIFY(m_demo.make());
        const auto entrance = viewmodels::sessionEntrance(m_demo.environment(), m_demo.fresh());
        auto opened = entrance->open(QStringView(session::demoUserName).toString(),
                                     tests::TestClinic::words(session::demoPassphrase));
        QVERIFY(opened);
        m_vault = *opened;
        const auto found = m_vault->search(QStringLiteral("tremblay emilie"), 1, 0);
        QVERIFY(found && !found->rows.isEmpty());
        m_door = std::make_unique<viewmodels::AsyncDoor>(m_vault);
        m_page = std::make_unique<pages::ChartPage>(*m_door, found->rows.first().key);
        m_page->resize(1440, 860);
        m_page->show();
        QTRY_VERIFY(!m_page->patientName().isEmpty());
    }

    void anOrderIsStartedChangedAndStopped() {
        const int before = chart().activeMedications;
        sign(FormKind::NewMedication, {},
             {{"name", "Bisoprolol"}, {"dose", "2,5 mg"}, {"frequency", "1d"}, {"moment", "MORN"}});
        QTRY_COMPARE(chart().activeMedications, before + 1);
        const auto* added = medication(u"Bisoprolol");
        QVERIFY(added != nullptr);
        QCOMPARE(added->dose, QStringLiteral("2,5\u00A0mg"));
        QCOMPARE(added->posology, QStringLiteral("1 fois par jour, le matin"));
        QCOMPARE(added->prescriber, QStringLiteral("Dre\u00A0M.\u00A0Lachance"));
        const QString reference = added->reference;
        sign(FormKind::ChangeMedication, reference, {{"dose", "5 mg"}, {"why", "TA 138/86"}});
        QTRY_COMPARE(medication(u"Bisoprolol")->change, QStringLiteral("2,5 → 5\u00A0mg"));
        QCOMPARE(medication(u"Bisoprolol")->reference, reference); // a version, no second order
        sign(FormKind::StopMedication, reference, {{"why", "bradycardie"}});
        QTRY_COMPARE(chart().activeMedications, before);
        QVERIFY(!medication(u"Bisoprolol")->active);
    }

    void anImportedOrderIsChangedWithAllItHeld() {
        const auto* warfarin = medication(u"Warfarine");
        QVERIFY(warfarin != nullptr);
        const QString reference = warfarin->reference;
        const QByteArray before = *m_vault->resource(m_page->patient(), reference);
        sign(FormKind::ChangeMedication, reference, {{"dose", "4 mg"}});
        QTRY_COMPARE(medication(u"Warfarine")->change, QStringLiteral("5 → 4\u00A0mg"));
        QCOMPARE(medication(u"Warfarine")->posology, QStringLiteral("1 fois par jour, le soir"));
        const QByteArray after = *m_vault->resource(m_page->patient(), reference);
        for (const char* kept : {"reasonCode", "dosageInstruction", "\"when\":[\"EVE\"]"})
            QCOMPARE(after.contains(kept), before.contains(kept));
    }

    void anAllergyIsAddedAndCorrected() {
        const int before = chart().activeAllergies;
        sign(FormKind::NewAllergy, {},
             {{"substance", "Latex"}, {"kind", "environment"}, {"reaction", "urticaire"}});
        QTRY_COMPARE(chart().activeAllergies, before + 1);
        const QString reference = named(chart().allergies, u"Latex");
        sign(FormKind::CorrectAllergy, reference, {{"verification", "refuted"}});
        QTRY_COMPARE(chart().activeAllergies, before);
    }

    void aProblemIsAddedAndResolved() {
        const int before = chart().activeProblems;
        sign(FormKind::NewProblem, {}, {{"name", "Pharyngite"}, {"onset", "2026-11"}});
        QTRY_COMPARE(chart().activeProblems, before + 1);
        sign(FormKind::ResolveProblem, named(chart().problems, u"Pharyngite"), {});
        QTRY_COMPARE(chart().activeProblems, before);
    }

    void vitalSignsAreMeasuredAndStruckOut() {
        sign(FormKind::NewVitals, {},
             {{"systolic", "138"}, {"diastolic", "86"}, {"weight", "58,10"}});
        const auto* pressure = vital(u"bp");
        QTRY_COMPARE(vital(u"bp")->latest().text, QStringLiteral("138/86"));
        pressure = vital(u"bp");
        QCOMPARE(vital(u"weight")->latest().full, QStringLiteral("58,10\u00A0kg"));
        sign(FormKind::StrikeVital, pressure->latest().reference, {{"why", "autre personne"}});
        QTRY_VERIFY(vital(u"bp")->latest().text != u"138/86");
    }

    void aVaccineIsGiven() {
        const int before = chart().dosesGiven;
        sign(FormKind::NewVaccine, {}, {{"vaccine", "Zona recombinant"}, {"lot", "AB12"}});
        QTRY_COMPARE(chart().dosesGiven, before + 1);
        sign(FormKind::CorrectVaccine, named(chart().immunizations, u"Zona recombinant"),
             {{"lot", "AB13"}});
    }

    void aResultIsSeen() {
        const QString reference =
            chart().results.rows.at(chart().results.abnormalFirst.first()).latest().reference;
        sign(FormKind::SeenResult, reference, {{"next", "Joindre la personne"}});
        QTRY_COMPARE(
            chart().results.rows.at(chart().results.abnormalFirst.first()).latest().seen.size(), 1);
        QVERIFY(chart()
                    .results.rows.at(chart().results.abnormalFirst.first())
                    .latest()
                    .seen.first()
                    .contains(u"Dre\u00A0M.\u00A0Lachance"));
    }

    void theLevelOfCareIsReplaced() {
        sign(FormKind::LevelOfCare, {}, {{"letter", "B"}, {"cpr", "no"}, {"with", "sa mère"}});
        QTRY_COMPARE(chart().levelOfCare.letter, QStringLiteral("B"));
        QCOMPARE(chart().levelOfCare.resuscitation, QStringLiteral("RCR\u00A0: ne pas tenter"));
    }

    void theParticularsAreCorrected() {
        sign(FormKind::Particulars, chart().identity.reference, {{"mobile", "418 555-0199"}});
        QTRY_COMPARE(chart().identity.phone, QStringLiteral("418\u00A0555-0199"));
        QCOMPARE(chart().identity.name, QStringLiteral("TREMBLAY, Émilie"));
        QVERIFY(!chart().identity.nam.isEmpty());
    }

    void everySignatureHolds() {
        QTRY_COMPARE(m_page->model().checked(), m_page->model().toCheck());
        QCOMPARE(m_page->model().refused(), 0);
    }

private:
    [[nodiscard]] const viewmodels::ChartData& chart() const { return m_page->model().data(); }

    [[nodiscard]] const viewmodels::MedicationView* medication(QStringView name) const {
        for (const auto& item : chart().medications)
            if (item.name == name)
                return &item;
        return nullptr;
    }
    [[nodiscard]] const viewmodels::AnalyteView* vital(QStringView key) const {
        for (const auto& row : chart().vitals.rows)
            if (row.key == key)
                return &row;
        return nullptr;
    }
    template <class List>
    [[nodiscard]] static QString named(const List& items, QStringView words) {
        for (const auto& item : items)
            if (item.title.contains(words))
                return item.reference;
        return {};
    }

    // Filled, confirmed if it asks, signed, and the chart read again.
    void sign(FormKind kind, const QString& reference,
              const QList<QPair<const char*, const char*>>& values) {
        m_page->openForm(kind, reference);
        QTRY_VERIFY(m_page->form() != nullptr);
        for (const auto& [key, value] : values)
            fill(key, QString::fromUtf8(value));
        auto& model = m_page->form()->model();
        model.sign();
        if (model.isConfirming())
            model.sign();
        QVERIFY2(model.form().faulty().isEmpty(), qPrintable(model.failure()));
        QTRY_VERIFY(m_page->form() == nullptr);
        QTRY_VERIFY(m_page->model().state() == ChartModel::State::Ready);
    }
    void fill(const char* key, const QString& value) {
        for (pages::FormEditor* editor : m_page->form()->editors()) {
            if (editor->key() != QLatin1String(key))
                continue;
            if (auto* line = qobject_cast<QLineEdit*>(editor->control()))
                line->setText(value);
            else if (auto* choice = qobject_cast<QComboBox*>(editor->control()))
                choice->setCurrentIndex(choice->findData(value));
            return;
        }
        QFAIL(key);
    }

    test::DemoCopy m_demo;
    std::shared_ptr<viewmodels::VaultDoor> m_vault;
    std::unique_ptr<viewmodels::AsyncDoor> m_door;
    std::unique_ptr<pages::ChartPage> m_page;
};

QTEST_MAIN(TestRealForms)
#include "test_real_forms.moc"
