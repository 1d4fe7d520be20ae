// The forms of a chart, each typed into with keys alone, in the real window over a real session.

#include "pages/shots/walk.h"
#include "ui/pages/chart/form_field.h"
#include "ui/pages/chart/form_panel.h"
#include "ui/pages/chart/note_page.h"
#include "ui/viewmodels/note_draft.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace chevet::test {

namespace {

using viewmodels::FormKind;

void typeInto(pages::FormPanel* panel, const char* key, const char* words) {
    const auto editors = panel->editors();
    for (pages::FormEditor* editor : editors) {
        if (editor->key() != QLatin1String(key))
            continue;
        editor->control()->setFocus();
        if (auto* edit = qobject_cast<QLineEdit*>(editor->control())) {
            edit->selectAll();
            edit->insert(QString::fromUtf8(words));
        } else if (auto* choice = qobject_cast<QComboBox*>(editor->control())) {
            choice->setCurrentIndex(choice->findData(QString::fromUtf8(words)));
        } else if (auto* area = qobject_cast<QPlainTextEdit*>(editor->control())) {
            area->insertPlainText(QString::fromUtf8(words));
        }
    }
}

template <class List>
QString named(const List& items, const char* words) {
    for (const auto& item : items)
        if (item.title.contains(QString::fromUtf8(words), Qt::CaseInsensitive))
            return item.reference;
    return items.isEmpty() ? QString() : items.first().reference;
}

} // namespace

QList<const char*> Walk::formScenes() {
    return {"24-medication-new",   "24b-medication-change", "24c-medication-changed",
            "24d-medication-stop", "24e-allergy-new",       "24f-allergy-none",
            "24g-problem-new",     "24h-problem-resolve",   "24i-vitals",
            "24j-vaccine",         "24k-result-seen",       "24l-result-seen-signed",
            "24m-particulars",     "24n-level-of-care",     "24o-addendum",
            "24p-leaving"};
}

void Walk::form(const char* scene, FormKind kind, const QString& reference,
                const std::function<void()>& fill) {
    chartPage()->openForm(kind, reference);
    until([this] { return chartPage()->form() != nullptr; }, "the form");
    if (chartPage()->form() == nullptr)
        return;
    if (fill)
        fill();
    shoot(*m_window, scene);
}

void Walk::signForm(const char* scene) {
    auto& model = chartPage()->form()->model();
    model.sign();
    if (model.isConfirming())
        model.sign();
    until(
        [this] {
            const auto& chart = chartPage()->model();
            return chartPage()->form() == nullptr &&
                   chart.state() == viewmodels::ChartModel::State::Ready &&
                   chart.checked() == chart.toCheck();
        },
        "the signature");
    QTest::qWait(300);
    shoot(*m_window, scene);
}

// One scene a form; those that sign show what the chart makes of it.
void Walk::forms() {
    const auto scenes = formScenes();
    if (std::none_of(scenes.begin(), scenes.end(), [this](const char* s) { return wants(s); }))
        return;
    const auto type = [this](const char* key, const char* words) {
        typeInto(chartPage()->form(), key, words);
    };
    const auto drop = [this] {
        if (auto* panel = chartPage()->form())
            Q_EMIT panel->left();
    };
    const auto& chart = chartPage()->model().data();
    chartPage()->open(pages::Section::Medications);
    if (wants("24-medication-new")) {
        form("24-medication-new", FormKind::NewMedication, {}, [&] {
            type("name", "Amoxicilline-pénicilline V");
            type("dose", "500 mg");
            type("form", "capsule");
            type("frequency", "3d");
            type("route", "26643006");
            type("words", "pendant 7 jours");
            type("indication", "pharyngite à streptocoque");
        });
        drop();
    }
    if (wants("24b-medication-change") || wants("24c-medication-changed")) {
        form("24b-medication-change", FormKind::ChangeMedication,
             named(chart.medications, "warfarin"), [&] {
                 type("dose", "4 mg");
                 type("why", "RNI 3,6, cible 2,0 à 3,0");
             });
        signForm("24c-medication-changed");
    }
    if (wants("24d-medication-stop")) {
        form("24d-medication-stop", FormKind::StopMedication, named(chart.medications, "ramipril"),
             [&] { type("why", "toux persistante"); });
        drop();
    }
    chartPage()->open(pages::Section::Allergies);
    if (wants("24e-allergy-new")) {
        form("24e-allergy-new", FormKind::NewAllergy, {}, [&] {
            type("substance", "Latex");
            type("kind", "environment");
            type("criticality", "high");
            type("reaction", "urticaire de contact");
            type("severity", "moderate");
            type("onset", "2025-10");
        });
        drop();
    }
    if (wants("24f-allergy-none")) {
        form("24f-allergy-none", FormKind::NoAllergy, {});
        drop();
    }
    chartPage()->open(pages::Section::Problems);
    if (wants("24g-problem-new")) {
        form("24g-problem-new", FormKind::NewProblem, {}, [&] {
            type("name", "Pharyngite à streptocoque");
            type("onset", "2025-13");
        });
        drop();
    }
    if (wants("24h-problem-resolve")) {
        form("24h-problem-resolve", FormKind::ResolveProblem, named(chart.problems, "anémie"));
        drop();
    }
    chartPage()->open(pages::Section::Vitals);
    if (wants("24i-vitals")) {
        form("24i-vitals", FormKind::NewVitals, {}, [&] {
            type("systolic", "138");
            type("diastolic", "86");
            type("pulse", "88");
            type("temperature", "376");
            type("weight", "54,1");
            type("note", "bras gauche, assise");
            chartPage()->form()->model().sign();
        });
        drop();
    }
    chartPage()->open(pages::Section::Immunizations);
    if (wants("24j-vaccine")) {
        form("24j-vaccine", FormKind::NewVaccine, {}, [&] {
            type("vaccine", "Influenza saisonnier, injectable");
            type("amount", "0,5 mL");
            type("site", "deltoïde gauche");
        });
        drop();
    }
    chartPage()->open(pages::Section::Results);
    if (wants("24k-result-seen") || wants("24l-result-seen-signed")) {
        const auto& results = chart.results;
        const int worst = results.abnormalFirst.value(0);
        form("24k-result-seen", FormKind::SeenResult, results.rows.at(worst).latest().reference,
             [&] {
                 type("next", "Joindre la personne");
                 type("note", "Jointe à 14 h 18.");
             });
        signForm("24l-result-seen-signed");
    }
    chartPage()->open(pages::Section::Summary);
    if (wants("24m-particulars")) {
        form("24m-particulars", FormKind::Particulars, chart.identity.reference, [&] {
            type("mobile", "418 555-0199");
            type("family", "Tremblay-Gagné");
        });
        drop();
    }
    if (wants("24n-level-of-care")) {
        form("24n-level-of-care", FormKind::LevelOfCare, {}, [&] {
            type("letter", "B");
            type("cpr", "no");
            type("with", "la patiente et sa mère");
        });
        drop();
    }
    if (wants("24p-leaving")) {
        chartPage()->open(pages::Section::Problems);
        form("24p-leaving", FormKind::NewProblem, {}, [&] {
            type("name", "Migraine");
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        });
        drop();
    }
    if (!wants("24o-addendum"))
        return;
    const auto& notes = chart.consultations;
    const auto note = std::find_if(notes.begin(), notes.end(), [](const auto& item) {
        return item.reference.startsWith(QLatin1String("Composition/"));
    });
    if (note == notes.end())
        return;
    chartPage()->open(pages::Section::Consultations, note->reference);
    chartPage()->open(pages::Section::Note, note->reference);
    until([this] { return qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()) != nullptr; },
          "the addendum");
    shoot(*m_window, "24o-addendum");
    auto* page = qobject_cast<pages::NotePage*>(chartPage()->page(pages::Section::Note));
    page->draft()->discard();
    Q_EMIT page->finished({});
}

} // namespace chevet::test
