#include "support/fake/fake_door.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace chevet::test {

using session::PatientRow;

namespace {

base::Uuid numbered(quint8 number) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    return base::Uuid(bytes);
}

struct Line {
    const char *family, *given, *nam, *birth, *sex, *contact, *words;
    bool namesake = false;
    PatientRow::Match match = PatientRow::Match::Prefix;
};

constexpr Line people[] = {
    {"Tremblay", "Émilie", "TREE04621918", "2004-12-19", "female", "2025-10-09",
     "Consultation, Dre M. Lachance", true},
    {"Tremblay", "Émilie", "TREE87560312", "1987-06-03", "female", "2025-08-21",
     "Téléconsultation, Dr K. Benali", true},
    {"Tremblay", "Étienne", "TREE58031114", "1958-03-11", "male", "2025-10-14",
     "Rendez-vous à 15 h 30"},
    {"Tremblay", "Élise", "TREE49582716", "1949-08-27", "female", "2025-09-30",
     "Visite à domicile, S. Roy"},
    {"Tremblay", "Éloi", "TREE19070511", "2019-07-05", "male", "2025-07-15", "Vaccination, S. Roy"},
    {"Tremblay", "Évelyne", "TREE91520812", "1991-02-08", "female", "2024-12-03",
     "Consultation, Dre H. Thibodeau"},
    {"Tremblay-Gagné", "Édouard", "TREE76092217", "1976-09-22", "male", "2025-05-12",
     "Consultation, J. Bergeron"},
    {"Tremblay", "Marie-Élaine", "TREM68603017", "1968-10-30", "female", "2025-10-02",
     "Résultat de laboratoire"},
    {"Tramblay", "Éric", "TRAE82041719", "1982-04-17", "male", "2025-03-27",
     "Consultation, Dr K. Benali", false, PatientRow::Match::Phonetic},
    {"Tremblé", "Émile", "TREE35010915", "1935-01-09", "male", "2025-09-18",
     "Consultation, Dre M. Lachance", false, PatientRow::Match::Phonetic},
};

record::Medication drug(const char* name, const char* dose, const char* posology) {
    record::Medication item;
    item.name = QString::fromUtf8(name);
    item.dose = QString::fromUtf8(dose);
    item.posology = QString::fromUtf8(posology);
    item.activity = record::MedicationActivity::Active;
    return item;
}

record::Concept named(const char* words) {
    record::Concept concept_;
    concept_.original = QString::fromUtf8(words);
    return concept_;
}

void addAllergies(record::Chart& chart) {
    record::Allergy penicillin;
    penicillin.code = named("Pénicillines");
    penicillin.criticality = QStringLiteral("high");
    penicillin.reactions = {{.manifestations = {QStringLiteral("anaphylaxie, 2011")}}};
    record::Allergy sulfa;
    sulfa.code = named("Sulfaméthoxazole-triméthoprime");
    sulfa.reactions = {{.manifestations = {QStringLiteral("éruption, 2022")}}};
    chart.allergies.items = {penicillin, sulfa};
    chart.allergies.activeCount = 2;
    chart.allergies.facts.state = record::SectionState::Present;
    chart.allergies.byKind[0].state = record::SectionState::Present;
    chart.allergies.byKind[1].state = record::SectionState::NoneKnown;
}

void addMedications(record::Chart& chart) {
    chart.medications.items = {drug("Warfarine", "5 mg", "1 fois par jour, le soir"),
                               drug("Prednisone", "7,5 mg", "1 fois par jour, le matin"),
                               drug("Mycophénolate mofétil", "1 000 mg", "2 fois par jour"),
                               drug("Ramipril", "5 mg", "1 fois par jour"),
                               drug("Fumarate ferreux", "300 mg", "1 fois par jour, à jeun"),
                               drug("Hydroxychloroquine", "200 mg", "1 fois par jour"),
                               drug("Lévothyroxine", "75 mcg", "1 fois par jour, à jeun"),
                               drug("Vitamine D3", "10 000 UI", "1 fois par semaine"),
                               drug("Acétaminophène", "500 mg", "1 ou 2 au besoin, max. 3 g/jour")};
    for (int i = 0; i < chart.medications.items.size(); ++i)
        chart.medications.active << i;
    chart.medications.facts.state = record::SectionState::Present;
}

void addProblems(record::Chart& chart) {
    const std::pair<const char*, const char*> problems[] = {
        {"Lupus érythémateux disséminé", "2022"},
        {"Néphropathie lupique, classe III", "2023"},
        {"Syndrome des antiphospholipides, TVP", "2024"},
        {"Hypothyroïdie auto-immune", "2021"},
        {"Anémie ferriprive", "2025"},
        {"Migraine avec aura", "2019"}};
    for (const auto& [words, year] : problems) {
        record::Problem problem;
        problem.code = named(words);
        problem.date = record::PartialDate::parse(QString::fromLatin1(year));
        chart.problems.items << problem;
    }
    chart.problems.activeCount = int(chart.problems.items.size());
    chart.problems.facts.state = record::SectionState::Present;
}

class FakeSheet : public viewmodels::RecoverySheet {
public:
    QString group(int line, int group) const override {
        return QString::fromLatin1(groups[line][group]);
    }
    QString check(int line) const override { return QString::fromLatin1(groups[line][4]); }
    bool groupIs(int line, int group, const QString& typed) const override {
        return typed.toUpper() == this->group(line, group);
    }
    QByteArray qrPayload() const override { return "CHEVET:KIT:EXEMPLE SANS VALEUR"; }

private:
    static constexpr const char* groups[4][5] = {{"7R4K", "09MD", "WXTE", "5P2H", "Q6"},
                                                 {"B3ZN", "V81C", "40GS", "JY7A", "9T"},
                                                 {"E5WQ", "2KDP", "X96M", "0HVB", "3N"},
                                                 {"NTC8", "61RJ", "4ZGA", "7Y5K", "W2"}};
};

} // namespace

session::VaultFacts fakeFacts() {
    using session::Role;
    session::VaultFacts facts;
    facts.clinic = QStringLiteral("GMF du Vieux-Verger");
    facts.workstation = QStringLiteral("CONSULT-3");
    facts.clinicFingerprint = QStringLiteral("5C20 A9F4");
    const std::pair<const char*, Role> users[] = {{"Dre Maude Lachance", Role::Physician},
                                                  {"Dr Karim Benali", Role::Physician},
                                                  {"Dre Hélène Thibodeau", Role::Physician},
                                                  {"Julie Bergeron", Role::Nurse},
                                                  {"Samuel Roy", Role::Nurse},
                                                  {"Nadia Fortin", Role::Clerk}};
    quint8 number = 100;
    for (const auto& [name, role] : users)
        facts.users << session::UserFacts{numbered(number++), QString::fromUtf8(name), role, false,
                                          facts.users.isEmpty()};
    facts.lastUser = facts.users.first().id;
    facts.patients = 4812;
    facts.kitVerified = QDateTime(QDate(2025, 9, 18), QTime(9, 0));
    facts.keychainSlot = true;
    return facts;
}

FakeDoor::FakeDoor()
    : m_facts(fakeFacts()) {
    quint8 number = 1;
    for (const Line& line : people) {
        PatientRow row(numbered(number++));
        row.family = QString::fromUtf8(line.family);
        row.given = QString::fromUtf8(line.given);
        row.nam = QString::fromLatin1(line.nam);
        row.birthDate = QString::fromLatin1(line.birth);
        row.sex = QString::fromLatin1(line.sex);
        row.phone = QStringLiteral("418 555-0163");
        row.lastContact = QString::fromLatin1(line.contact);
        row.lastContactWords = QString::fromUtf8(line.words);
        row.namesake = line.namesake;
        row.match = line.match;
        m_rows << row;
    }
}

void FakeDoor::waitWhileHeld() const {
    while (m_held)
        QThread::msleep(1);
}

void FakeDoor::lock() {
    waitWhileHeld();
    m_locked = true;
}

session::VaultFacts FakeDoor::facts() const {
    const std::scoped_lock reading(m_guard);
    return m_facts;
}

session::UserFacts FakeDoor::currentUser() const {
    const std::scoped_lock reading(m_guard);
    return m_facts.users.first();
}

session::UserFacts* FakeDoor::find(const base::Uuid& user) {
    for (session::UserFacts& known : m_facts.users) {
        if (known.id == user)
            return &known;
    }
    return nullptr;
}

QByteArray FakeDoor::passphraseOf(const base::Uuid& user) const {
    const std::scoped_lock reading(m_guard);
    return m_passphrases.value(user.toString());
}

base::Result<> FakeDoor::addUser(session::NewUser user) {
    const std::scoped_lock writing(m_guard);
    const base::Uuid id = numbered(quint8(200 + m_facts.users.size()));
    m_facts.users << session::UserFacts{id, user.name, user.role, false, user.administrator};
    m_passphrases[id.toString()] = user.passphrase.view().toByteArray();
    return {};
}

base::Result<> FakeDoor::changePassphrase(const base::Uuid& user, const crypto::Secret& old,
                                          const crypto::Secret& fresh) {
    if (old.view() != QByteArrayView(FakeEntrance::passphrase))
        return base::fail(base::ErrorCode::WrongPassphrase);
    const std::scoped_lock writing(m_guard);
    m_passphrases[user.toString()] = fresh.view().toByteArray();
    return {};
}

base::Result<> FakeDoor::disableUser(const base::Uuid& user) {
    const std::scoped_lock writing(m_guard);
    find(user)->disabled = true;
    return {};
}

base::Result<> FakeDoor::enableUser(const base::Uuid& user, const crypto::Secret& passphrase) {
    const std::scoped_lock writing(m_guard);
    find(user)->disabled = false;
    m_passphrases[user.toString()] = passphrase.view().toByteArray();
    return {};
}

base::Result<> FakeDoor::enableKeychain(const crypto::Secret& passphrase) {
    if (passphrase.view() != QByteArrayView(FakeEntrance::passphrase))
        return base::fail(base::ErrorCode::WrongPassphrase);
    const std::scoped_lock writing(m_guard);
    m_facts.keychainSlot = true;
    return {};
}

base::Result<> FakeDoor::disableKeychain() {
    const std::scoped_lock writing(m_guard);
    m_facts.keychainSlot = false;
    return {};
}

base::Result<QList<session::NoteDraft>> FakeDoor::drafts(const session::PatientKey& key) const {
    const std::scoped_lock reading(m_guard);
    QList<session::NoteDraft> found;
    for (const session::NoteDraft& draft : m_drafts)
        if (draft.patient == key)
            found << draft;
    return found;
}

base::Result<session::Written> FakeDoor::write(const session::PatientKey&, const QByteArray& json,
                                               const QString& reason) {
    waitWhileHeld();
    const std::scoped_lock writing(m_guard);
    if (m_writingFailure)
        return base::fail(*m_writingFailure);
    m_writes.append({json, reason});
    const QJsonObject resource = QJsonDocument::fromJson(json).object();
    return session::Written{.resource = resource[u"resourceType"].toString() + u'/' +
                                        resource[u"id"].toString()};
}

QList<FakeDoor::Write> FakeDoor::writes() const {
    const std::scoped_lock reading(m_guard);
    return m_writes;
}

base::Result<session::Written> FakeDoor::writeNote(const session::PatientKey&,
                                                   const session::Session::NewNote& note) {
    const std::scoped_lock writing(m_guard);
    if (m_writingFailure)
        return base::fail(*m_writingFailure);
    m_notes << note;
    return session::Written{.resource = QStringLiteral("Composition/n%1").arg(m_notes.size())};
}

base::Result<> FakeDoor::saveDraft(const session::NoteDraft& draft) {
    const std::scoped_lock writing(m_guard);
    if (m_writingFailure)
        return base::fail(*m_writingFailure);
    m_drafts.removeIf([&](const session::NoteDraft& old) { return old.id == draft.id; });
    m_drafts.prepend(draft);
    return {};
}

base::Result<> FakeDoor::discardDraft(const base::Uuid& id) {
    const std::scoped_lock writing(m_guard);
    m_drafts.removeIf([&](const session::NoteDraft& old) { return old.id == id; });
    return {};
}

QList<session::Session::NewNote> FakeDoor::notes() const {
    const std::scoped_lock reading(m_guard);
    return m_notes;
}

QList<session::NoteDraft> FakeDoor::savedDrafts() const {
    const std::scoped_lock reading(m_guard);
    return m_drafts;
}

base::Result<session::PatientPage> FakeDoor::search(const QString& text, int limit,
                                                    int offset) const {
    session::PatientPage page;
    page.total = text.isEmpty() ? 4812 : 8;
    page.milliseconds = 9;
    if (text.isEmpty() || text.startsWith(QLatin1String("tr"), Qt::CaseInsensitive))
        page.rows = m_rows.mid(offset, limit);
    else
        page.total = 0;
    if (text.isEmpty()) {
        for (PatientRow& row : page.rows)
            row.match = PatientRow::Match::Listed;
    }
    return page;
}

base::Result<PatientRow> FakeDoor::patient(const session::PatientKey& key) const {
    for (const PatientRow& row : m_rows) {
        if (row.key == key)
            return row;
    }
    return base::fail(base::ErrorCode::NotFound);
}

base::Result<QList<session::Appointment>> FakeDoor::appointments(const QDate& day) const {
    QList<session::Appointment> list;
    for (int i = 0; i < 4; ++i) {
        session::Appointment visit{.patient = m_rows[i * 2].key};
        visit.start = QDateTime(day, QTime(9 + i, 30));
        visit.words = QStringLiteral("Suivi");
        list << visit;
    }
    return list;
}

base::Result<QList<PatientRow>> FakeDoor::recent(int limit) const {
    return m_rows.mid(0, std::min(limit, 3));
}

base::Result<QList<session::LikelyDuplicate>> FakeDoor::likelyDuplicates() const {
    return QList<session::LikelyDuplicate>{
        {m_rows[0], m_rows[1], QStringLiteral("same-name-and-birth-date")}};
}

base::Result<record::Chart> FakeDoor::chart(const session::PatientKey&) const {
    record::Chart chart;
    addAllergies(chart);
    addMedications(chart);
    addProblems(chart);
    return chart;
}

base::Result<QByteArray> FakeDoor::resource(const session::PatientKey&, const QString&) const {
    return base::fail(base::ErrorCode::NotFound);
}

base::Result<QList<session::ResourceVersion>> FakeDoor::history(const session::PatientKey&,
                                                                const QString&) const {
    return QList<session::ResourceVersion>{};
}

base::Result<session::Provenance> FakeDoor::provenance(const session::PatientKey&,
                                                       const QString&) const {
    return base::fail(base::ErrorCode::NotFound);
}

base::Result<QByteArray> FakeDoor::blob(const session::PatientKey&, const QString&) const {
    return base::fail(base::ErrorCode::NotFound);
}

base::Result<session::ImportSummary>
FakeDoor::import(const QStringList& paths,
                 const session::Progress<session::ImportProgress>& progress) {
    session::ImportProgress report;
    report.file = paths.value(0);
    report.filesDone = 118;
    report.filesTotal = 206;
    report.bytesDone = 58'000'000;
    report.bytesTotal = 102'000'000;
    report.patients = 61;
    report.resources = 21'480;
    report.bytesPerSecond = 14'200'000;
    report.secondsLeft = 3;
    session::ImportSummary summary;
    summary.cancelled = progress && !progress(report);
    while (m_held && !summary.cancelled) {
        QThread::msleep(1);
        summary.cancelled = progress && !progress(report);
    }
    m_importCancelled = summary.cancelled;
    summary.files = 206;
    summary.bytes = report.bytesTotal;
    summary.patients = 104;
    summary.resources = 38'112;
    summary.unchanged = 12;
    summary.seconds = 7.2;
    summary.refused = {{QStringLiteral("sommaire-2019.xml"), {}, QStringLiteral("fhir-xml"), {}},
                       {QStringLiteral("lot-04.ndjson"),
                        QStringLiteral("ligne 12"),
                        QStringLiteral("duplicate-key"),
                        {}},
                       {QStringLiteral("envoi.zip"),
                        QStringLiteral("b/patient.json"),
                        QStringLiteral("truncated"),
                        {}}};
    return summary;
}

base::Result<> FakeDoor::noteAccess(const session::PatientKey&, session::Session::Access) {
    if (m_readingFailure)
        return base::fail(*m_readingFailure);
    ++m_readings;
    return {};
}

base::Result<session::VaultFacts> FakeEntrance::facts() const {
    if (m_factsFailure)
        return base::fail(*m_factsFailure);
    return fakeFacts();
}

viewmodels::VaultEntrance::Opened FakeEntrance::opened() {
    while (m_held)
        QThread::msleep(1);
    auto door = std::make_shared<FakeDoor>();
    const std::scoped_lock writing(m_guard);
    m_last = door;
    return door;
}

std::shared_ptr<FakeDoor> FakeEntrance::lastOpened() const {
    const std::scoped_lock reading(m_guard);
    return m_last.lock();
}

viewmodels::VaultEntrance::Opened FakeEntrance::open(const QString&, const crypto::Secret& typed) {
    ++m_attempts;
    if (typed.view() != QByteArrayView(passphrase))
        return base::fail(base::ErrorCode::WrongPassphrase);
    return opened();
}

viewmodels::VaultEntrance::Opened FakeEntrance::openWithKeychain(const base::Uuid&) {
    return opened();
}

viewmodels::VaultEntrance::Opened FakeEntrance::openWithRecoveryCode(const base::Uuid&,
                                                                     const crypto::Secret& code,
                                                                     const crypto::Secret&) {
    if (code.view() != QByteArrayView(recoveryCode))
        return base::fail(base::ErrorCode::RecoveryCodeMistyped, QStringLiteral("2"));
    return opened();
}

base::Result<std::shared_ptr<viewmodels::RecoverySheet>> FakeEntrance::prepare(session::NewClinic) {
    m_prepared = true;
    return std::make_shared<FakeSheet>();
}

viewmodels::VaultEntrance::Opened FakeEntrance::commit() {
    return opened();
}

} // namespace chevet::test
