#include "simulate/world.h"

#include <filesystem>

namespace chevet::simulate {

namespace fs = std::filesystem;

void copyFolder(const QString& from, const QString& to) {
    std::error_code error;
    fs::remove_all(to.toStdString(), error);
    fs::copy(from.toStdString(), to.toStdString(), fs::copy_options::recursive, error);
    if (error)
        qFatal("copy %s: %s", qPrintable(from), error.message().c_str());
}

World::World(std::uint64_t seed, const QString& folder, int acts)
    : m_seed(seed)
    , m_dice(seed)
    , m_folder(folder)
    , m_acts(acts) {
    Dice::seedSodium(seed ^ 0x5DEECE66DULL);
}

bool World::run() {
    found();
    for (m_act = 1; m_act <= m_acts && m_failures.isEmpty(); ++m_act) {
        m_ticks += 1 + m_dice.below(120'000);
        act();
    }
    if (m_failures.isEmpty())
        heal();
    if (m_failures.isEmpty())
        check();
    m_stations.clear();
    return m_failures.isEmpty();
}

void World::say(const Station* who, const QString& what) {
    m_schedule += QStringLiteral("%1 %2 %3")
                      .arg(m_act, 4)
                      .arg(who ? QStringLiteral("poste %1:").arg(who->number) : QString(), what);
}

void World::fail(const QString& what) {
    m_failures += what;
    m_schedule += QString(QStringLiteral("FAILED: ") + what);
}

QString World::honestFolder(int group) const {
    return m_folder + QStringLiteral("/exchange-%1").arg(group);
}

Station& World::add() {
    const int number = static_cast<int>(m_stations.size());
    m_stations.push_back(std::make_unique<Station>(
        number, m_folder + QStringLiteral("/poste-%1").arg(number), m_ticks, m_dice));
    return *m_stations.back();
}

void World::found() {
    for (int group = 0; group < groups; ++group)
        QDir().mkpath(honestFolder(group));
    QDir().mkpath(m_folder + QStringLiteral("/hostile"));
    Station& first = add();
    first.admin = true;
    auto made =
        session::Session::create(first.environment, first.folder, tests::TestClinic::newClinic());
    if (!made)
        return fail(QStringLiteral("create: ") + made.error().toString());
    first.session = std::move(made->session);
    const auto workstations = *first.session->workstations();
    for (const session::Workstation& one : workstations)
        if (one.here)
            first.device = one.id;
    newPatient(first);
    const int stations = 1 + (m_dice.oneIn(6) ? m_dice.below(11) : m_dice.below(4));
    for (int more = 0; more < stations; ++more)
        newcomer();
}

bool World::open(Station& who) {
    who.disk.heal();
    auto opened =
        session::Session::open(who.environment, who.folder, {}, tests::TestClinic::words());
    if (!opened) {
        fail(QStringLiteral("poste %1 does not open: ").arg(who.number) +
             opened.error().toString());
        return false;
    }
    who.session = std::move(*opened);
    for (const session::Alarm& alarm : who.session->openingAlarms())
        say(&who, QStringLiteral("  on opening: %1 %2 %3%4")
                      .arg(alarm.code, alarm.where, alarm.detail,
                           alarm.healed ? QString() : QStringLiteral(" NOT HEALED")));
    return true;
}

void World::close(Station& who) {
    who.session.reset();
    who.disk.heal();
}

Station& World::anybody() {
    return *m_dice.oneOf(m_stations);
}

std::optional<session::PatientRow> World::somePatient(const Station& who) {
    auto page = who.session->search({}, 20);
    if (!page) {
        fail(QStringLiteral("poste %1 search: ").arg(who.number) + page.error().toString());
        return std::nullopt;
    }
    if (page->rows.isEmpty())
        return std::nullopt;
    std::sort(page->rows.begin(), page->rows.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    return m_dice.oneOf(page->rows);
}

QByteArray World::freshToken() {
    return "valeur-" + QByteArray::number(static_cast<qulonglong>(m_seed)) + '-' +
           QByteArray::number(++m_tokens) + '.';
}

void World::acknowledge(const Station& who, const QByteArray& token,
                        const session::PatientKey& patient, const QString& resource) {
    m_said.push_back({.token = token,
                      .patient = patient,
                      .resource = resource,
                      .author = who.number,
                      .act = m_act,
                      .excused = who.revoked}); // beyond the cut, whether it knows or not
}

} // namespace chevet::simulate
