#include "support/chart_sample.h"

#include <QTimeZone>

namespace chevet::tests {

using namespace viewmodels;

namespace {

QString u(const char* text) {
    return QString::fromUtf8(text);
}

qint64 ms(const QString& day) {
    return QDate::fromString(day, Qt::ISODate).startOfDay().toMSecsSinceEpoch();
}

MedicationView med(const char* name, const char* dose, const char* how, const char* who,
                   const char* when, const char* change, bool changed) {
    MedicationView item;
    item.reference = QStringLiteral("MedicationRequest/") + u(name).toLower();
    item.name = u(name);
    item.dose = u(dose);
    item.title = item.name + QChar(0xA0) + item.dose;
    item.posology = item.subtitle = u(how);
    item.prescriber = u(who);
    item.date = u(when);
    item.change = u(change);
    item.changed = changed;
    item.fields = {{u("Posologie"), item.posology, {}}, {u("Prescrit par"), item.prescriber, {}}};
    item.copyText = item.title + u(", ") + item.posology;
    return item;
}

AllergyView allergy(const char* name, const char* reaction, const char* criticality, bool high) {
    AllergyView item;
    item.reference = QStringLiteral("AllergyIntolerance/") + u(name);
    item.title = u(name);
    item.reaction = item.subtitle = u(reaction);
    item.criticality = u(criticality);
    item.high = high;
    item.warns = true;
    item.kind = 0;
    item.icon = high ? u("octagon-alert") : u("triangle-alert");
    item.group = u("Actives");
    return item;
}

ItemView item(const char* icon, const char* title, const char* date, const char* status = "") {
    ItemView view;
    view.reference = QStringLiteral("X/") + u(title);
    view.icon = u(icon);
    view.title = u(title);
    view.date = u(date);
    view.status = u(status);
    view.sortKey = view.date.size() == 10 ? ms(view.date) : 0;
    return view;
}

struct Series {
    const char *group, *name, *unit, *range;
    std::optional<double> low, high;
    QList<double> values;
    int decimals;
    const char* delta;
};

AnalyteView analyte(const Series& series, const QStringList& days) {
    AnalyteView row;
    row.key = row.name = u(series.name);
    row.group = u(series.group);
    row.unit = u(series.unit);
    row.range = u(series.range);
    row.delta = u(series.delta);
    row.deltaSince = days.value(days.size() - 2);
    for (qsizetype i = 0; i < series.values.size(); ++i) {
        if (series.values.at(i) < 0)
            continue;
        ResultPoint point;
        const QString day = days.at(i + days.size() - series.values.size());
        point.reference = QStringLiteral("Observation/") + row.key + day;
        point.at = QDateTime(QDate::fromString(day, Qt::ISODate), QTime(8, 12));
        point.day = day;
        point.time = u("08\u00A0h\u00A012");
        point.number = series.values.at(i);
        point.numeric = true;
        point.text = QString::number(*point.number, 'f', series.decimals).replace(u'.', u',');
        point.unit = point.unitKey = row.unit;
        point.full = point.text + QChar(0xA0) + row.unit;
        point.range = row.range;
        point.low = series.low;
        point.high = series.high;
        point.laboratory = u("Hôpital du Littoral");
        if (series.high && *point.number > *series.high)
            point.mark = Mark::High;
        if (series.low && *point.number < *series.low)
            point.mark = Mark::Low;
        if (row.key == u("RNI") && *point.number > 5)
            point.mark = Mark::CriticalHigh;
        point.markWords = point.mark == Mark::None  ? QString()
                          : point.mark == Mark::Low ? u("au-dessous")
                                                    : u("au-dessus");
        row.points.append(point);
    }
    return row;
}

void addResults(ChartData& data) {
    const QStringList days{u("2025-02-06"), u("2025-04-10"), u("2025-06-05"), u("2025-07-17"),
                           u("2025-08-28"), u("2025-09-11"), u("2025-09-25"), u("2025-10-09")};
    const QList<Series> all{
        {"Coagulation",
         "RNI",
         "",
         "2,0–3,0",
         2,
         3,
         {2.3, 2.8, 2.6, 2.5, 5.3, 2.9, 2.5, 3.4},
         1,
         "+0,9"},
        {"Biochimie",
         "Créatinine",
         "µmol/L",
         "50–90",
         50,
         90,
         {76, 80, 78, 84, -1, -1, 91, 98},
         0,
         "+7"},
        {"Biochimie", "DFGe", "mL/min", "≥ 90", 90, {}, {99, 93, 96, 88, -1, -1, 80, 73}, 0, "−7"},
        {"Biochimie",
         "Potassium",
         "mmol/L",
         "3,5–5,0",
         3.5,
         5,
         {4.4, 4.5, 4.3, 4.6, -1, -1, 4.8, 5.2},
         1,
         "+0,4"},
        {"Biochimie",
         "Sodium",
         "mmol/L",
         "135–145",
         135,
         145,
         {140, 139, 141, 140, -1, -1, 138, 139},
         0,
         "+1"},
        {"Biochimie",
         "P/C urinaire",
         "mg/mmol",
         "< 15",
         {},
         15,
         {28, 33, 31, 40, -1, -1, 48, 62},
         0,
         "+14"},
        {"Hématologie",
         "Hémoglobine",
         "g/L",
         "120–155",
         120,
         155,
         {126, 122, 118, 113, 110, 109, 110, 104},
         0,
         "−6"},
        {"Hématologie",
         "Leucocytes",
         "×10⁹/L",
         "4,0–11,0",
         4,
         11,
         {4.6, 4.4, 4.1, 4.2, 4.3, 4.2, 4.0, 4.1},
         1,
         "+0,1"},
        {"Hématologie",
         "Plaquettes",
         "×10⁹/L",
         "150–400",
         150,
         400,
         {201, 196, 188, 190, 184, 182, 180, 162},
         0,
         "−18"},
        {"Immunologie",
         "C3",
         "g/L",
         "0,90–1,80",
         0.9,
         1.8,
         {.98, .95, .90, .84, -1, -1, .76, .71},
         2,
         "−0,05"},
        {"Immunologie",
         "Anti-ADN double brin",
         "UI/mL",
         "< 10",
         {},
         10,
         {9, 12, 14, 22, -1, -1, 37, 48},
         0,
         "+11"},
        {"Autres",
         "Ferritine",
         "µg/L",
         "15–150",
         15,
         150,
         {24, 20, -1, 14, 9, -1, -1, -1},
         0,
         "−5"}};
    QList<int> rest;
    for (const Series& series : all) {
        data.results.rows.append(analyte(series, days));
        const int index = static_cast<int>(data.results.rows.size()) - 1;
        if (data.results.rows.last().latest().mark == Mark::None)
            rest << index;
        else
            data.results.abnormalFirst << index;
    }
    data.results.abnormal = static_cast<int>(data.results.abnormalFirst.size());
    data.results.abnormalFirst += rest;
    for (const QString& day : days) {
        const QDateTime at(QDate::fromString(day, Qt::ISODate), QTime(8, 12));
        data.results.days.append({day, u("08\u00A0h\u00A012"), at.toSecsSinceEpoch() / 60, 8});
    }
    data.results.latestDay = days.last();
    data.vitals.rows.append(analyte({"Signes vitaux",
                                     "Pouls",
                                     "/min",
                                     "60–100",
                                     60,
                                     100,
                                     {72, 75, 71, 80, 104, 88, 76, 74},
                                     0,
                                     "−2"},
                                    days));
    data.vitals.rows.append(analyte({"Mesures",
                                     "Poids",
                                     "kg",
                                     "",
                                     {},
                                     {},
                                     {58.1, 58.0, 57.4, 57.0, -1, -1, 56.8, 56.2},
                                     1,
                                     "−0,6"},
                                    days));
    data.vitals.days = data.results.days;
}

void addNotes(ChartData& data) {
    DocumentView note;
    static_cast<ItemView&>(note) = item("note", "Consultation, médecine familiale", "2025-10-09");
    note.place = u("Dre Maude Lachance");
    note.sections = {
        {u("Subjectif"),
         {},
         u("Fatigue depuis trois semaines. Pas de saignement. Observance bonne.")},
        {u("Objectif"),
         {},
         u("TA 128/78, pouls 74, poids 56,2 kg. Pas d’œdème. Auscultation normale.")},
        {u("Évaluation et plan"),
         u("<ol><li><b>Néphropathie.</b> Créatinine 98 (91 en septembre), ratio P/C 62. Demande en "
           "néphrologie, priorité C. Contrôle dans 2 semaines.</li><li><b>Anticoagulation.</b> RNI "
           "3,4, cible de 2,0 à 3,0. Dose du 9 octobre omise, puis 5 mg. Contrôle le "
           "16.</li><li><b>"
           "Potassium 5,2.</b> Répéter avec la fonction rénale.</li><li><b>Anémie ferriprive.</b> "
           "Ferritine 9. Fer, 3 mois.</li><li><b>Prednisone.</b> Viser 5 mg si C3 "
           "stable.</li></ol>"),
         {}}};
    note.opensAt = 2;
    data.consultations.append(note);
    DocumentView visit;
    static_cast<ItemView&>(visit) = item("users", "Suivi au téléphone", "2025-09-02");
    visit.subtitle = u("Retour sur le RNI du 28 août, aucun saignement");
    data.consultations.append(visit);
    data.lastNote = 0;
    const char* documents[][3] = {
        {"Lettre, néphrologie", "2025-06-20", "Dre S. Arsenault, PDF, 210 Ko"},
        {"Sommaire d’hospitalisation", "2024-02-22", "PDF, 1,2 Mo"},
        {"Biopsie rénale, pathologie", "2023-06-14", "Dr A. Lemieux, Texte"}};
    for (const auto& row : documents) {
        DocumentView document;
        static_cast<ItemView&>(document) = item("note", row[0], row[1]);
        document.subtitle = u(row[2]);
        document.place = u("Hôpital du Littoral");
        document.group = document.date.left(4);
        document.html =
            u("<h3>Rapport de biopsie rénale</h3><p>Deux carottes de 14 et 12 mm, fixées "
              "dans le formol. Biopsie jugée adéquate.</p>");
        data.documents.append(document);
    }
    DocumentView doppler;
    static_cast<ItemView&>(doppler) =
        item("image", "Doppler veineux, membre inférieur gauche", "2024-02-18");
    doppler.text = u("Thrombose de la veine poplitée gauche.");
    data.imaging.append(doppler);
}

void addTimeline(ChartData& data) {
    TimelineView& line = data.timeline;
    const auto mark = [&](TimelineMark::Lane lane, TimelineMark::Shape shape, const char* day,
                          const char* kind, const char* title, const char* icon) {
        TimelineMark m;
        m.lane = lane;
        m.shape = shape;
        m.day = u(day);
        m.from = m.to = ms(m.day);
        m.kind = u(kind);
        m.title = u(title);
        m.icon = u(icon);
        m.who = u("Dre M. Lachance");
        line.marks.append(m);
    };
    using L = TimelineMark::Lane;
    using S = TimelineMark::Shape;
    for (const char* day : {"2024-11-14", "2025-01-17", "2025-03-20", "2025-08-19", "2025-08-28",
                            "2025-09-30", "2025-10-09"})
        mark(L::Encounters, S::Dot, day, "Consultation", "Suivi", "note");
    mark(L::Encounters, S::Ring, "2025-09-02", "Téléphone", "Retour sur le RNI", "phone");
    for (const auto& day : data.results.days) {
        mark(L::Results, S::Flagged, day.day.toLatin1().constData(), "Résultats", "RNI", "flask");
        line.marks.last().mark = day.day == u("2025-08-28") ? Mark::CriticalHigh : Mark::High;
        line.marks.last().count = day.analytes;
    }
    for (const auto& document : data.documents)
        mark(L::Documents, S::Sheet, document.date.toLatin1().constData(), "Document",
             document.title.toUtf8().constData(), "folder");
    mark(L::Problems, S::Dot, "2025-08-28", "Problème", "Anémie ferriprive", "list");
    mark(L::Medications, S::Dot, "2025-09-02", "Médicament", "Warfarine 5 mg", "pill");
    std::sort(line.marks.begin(), line.marks.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    line.treatments = {
        {u("Warfarine"),
         {{ms(u("2024-02-19")), ms(u("2025-01-17")), u("5 mg"), false},
          {ms(u("2025-01-17")), ms(u("2025-09-02")), u("6 mg"), false},
          {ms(u("2025-09-02")), 0, u("5 mg"), false}}},
        {u("Doxycycline"), {{ms(u("2025-08-19")), ms(u("2025-08-28")), u("100 mg"), true}}},
        {u("Lévothyroxine"), {{ms(u("2021-05-01")), 0, u("75 mcg"), false}}}};
    line.today = ms(u("2025-10-14"));
    line.first = line.marks.first().from;
    line.last = line.marks.last().from;
    data.latest = u("2025-10-09");
}

} // namespace

ChartData emptyChart() {
    ChartData data;
    data.identity.name = u("GAGNON, Rosalie");
    for (Lacking* lack :
         {&data.allergyWhole, &data.medicationLack, &data.problemLack, &data.results.lacking,
          &data.vitals.lacking, &data.immunizationLack, &data.consultationLack, &data.imagingLack,
          &data.documentLack, &data.orderLack, &data.levelLack})
        lack->title = u("Non documenté");
    data.timeline.today = ms(u("2025-10-14"));
    data.timeline.first = data.timeline.last = data.timeline.today;
    return data;
}

ChartData sampleChart() {
    ChartData data = emptyChart();
    data.identity = {u("TREMBLAY"),
                     u("Émilie"),
                     u("TREMBLAY, Émilie"),
                     u("20 ans"),
                     u("2004-12-19"),
                     u("Féminin"),
                     u("418 555-0163"),
                     u("TREE 0462 1918"),
                     {},
                     {},
                     {},
                     false,
                     {},
                     {},
                     {}};
    data.allergies = {allergy("Pénicillines", "anaphylaxie, 2011", "criticité élevée", true),
                      allergy("Sulfaméthoxazole-triméthoprime", "éruption étendue, 2022",
                              "criticité modérée", false)};
    data.activeAllergies = 2;
    data.allergiesReviewed = u("2025-10-09");
    data.allergiesReviewedBy = u("Dre M. Lachance");
    data.allergyLack[1] = {Lack::NoneKnown, u("Aucune connue"), u("affirmé le 2025-10-09"), false};
    data.medications = {med("Warfarine", "5 mg", "1 fois par jour, le soir", "Dre M. Lachance",
                            "2025-09-02", "6 → 5 mg", true),
                        med("Prednisone", "7,5 mg", "1 fois par jour, le matin", "Dr P. Ouellet",
                            "2025-09-30", "10 → 7,5 mg", true),
                        med("Mycophénolate mofétil", "1 000 mg", "2 fois par jour",
                            "Dre S. Arsenault", "2025-03-20", "750 → 1 000 mg", true),
                        med("Ramipril", "5 mg", "1 fois par jour", "Dre S. Arsenault", "2025-06-05",
                            "2,5 → 5 mg", true),
                        med("Fumarate ferreux", "300 mg", "1 fois par jour, à jeun",
                            "Dre M. Lachance", "2025-08-28", "ajouté", true),
                        med("Hydroxychloroquine", "200 mg", "1 fois par jour", "Dr P. Ouellet",
                            "2023-07-11", "inchangé", false),
                        med("Lévothyroxine", "75 mcg", "1 fois par jour, à jeun", "Dre M. Lachance",
                            "2024-11-14", "inchangé", false),
                        med("Vitamine D3", "10 000 UI", "1 fois par semaine", "Dre M. Lachance",
                            "2022-10-04", "inchangé", false),
                        med("Acétaminophène", "500 mg", "1 ou 2 au besoin, max. 3 g/jour",
                            "Dre M. Lachance", "2024-02-19", "inchangé", false),
                        med("Doxycycline", "100 mg", "2 fois par jour, 10 jours", "Dr K. Benali",
                            "2025-08-28", "fin prévue", false)};
    data.medications.last().active = false;
    data.medications.last().quiet = true;
    data.activeMedications = 9;
    data.ceasedMedications = 1;
    data.problems = {item("list", "Lupus érythémateux disséminé", "2022"),
                     item("list", "Néphropathie lupique, classe III", "2023"),
                     item("list", "Syndrome des antiphospholipides, TVP", "2024"),
                     item("list", "Hypothyroïdie auto-immune", "2021"),
                     item("list", "Anémie ferriprive", "2025"),
                     item("list", "Migraine avec aura", "2019")};
    data.activeProblems = 6;
    data.resolvedProblems = 3;
    addResults(data);
    data.immunizations = {item("triangle-alert", "Zona, dose 2", "2025-09", "due depuis 2025-09"),
                          item("circle-check", "Pneumocoque conjugué", "2023-05-12", "reçu"),
                          item("circle-check", "dcaT", "2019-11-06", "reçu")};
    data.immunizations.first().pending = data.immunizations.first().warns = true;
    data.dosesGiven = 2;
    data.dosesDue = 1;
    addNotes(data);
    data.orders = {item("hourglass", "RNI", "2025-10-09", "prévu 2025-10-16"),
                   item("hourglass", "Échographie rénale", "2025-10-09")};
    for (ItemView& order : data.orders)
        order.pending = true;
    data.pendingOrders = 2;
    data.team = {item("user", "Dre Maude Lachance", "", ""),
                 item("pharmacy", "Pharmacie Desrosiers", "", "418 555-0142")};
    data.team.first().subtitle = u("médecin de famille");
    data.levelOfCare = {true,
                        u("A"),
                        u("Prolonger la vie par tous les soins nécessaires"),
                        u("RCR : tenter"),
                        u("Discuté le 2024-02-20 avec Dre M. Lachance"),
                        {}};
    addTimeline(data);
    data.resources = 214;
    return data;
}

} // namespace chevet::tests
