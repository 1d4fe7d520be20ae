// The end of a schedule: everybody meets in honest folders until nothing moves; then what must
// hold.

#include "simulate/world.h"

#include <set>

namespace chevet::simulate {

void World::healRound(bool& moved) {
    for (int group = 0; group < groups; ++group)
        for (const auto& one : m_stations) {
            if (one->revoked)
                continue;
            const auto outcome = one->session->exchange(honestFolder(group));
            if (!outcome)
                return fail(QStringLiteral("poste %1 does not heal: ").arg(one->number) +
                            outcome.error().toString());
            for (const auto& refused : outcome->quarantined)
                if (refused.alarm)
                    fail(QStringLiteral("poste %1: alarm while healing: %2 %3 %4")
                             .arg(one->number)
                             .arg(refused.why, refused.stream, refused.file));
            if (outcome->sent != 0 || outcome->received != 0 || outcome->merged != 0 ||
                outcome->copied || outcome->restored)
                moved = true;
            if (outcome->sent != 0 || outcome->received != 0)
                say(one.get(), QStringLiteral("heals in %1: %2 in, %3 out, %4 waiting")
                                   .arg(group)
                                   .arg(outcome->received)
                                   .arg(outcome->sent)
                                   .arg(outcome->waiting.size()));
        }
}

void World::heal() {
    say(nullptr, QStringLiteral("everything heals"));
    for (const auto& one : m_stations) {
        one->disk.heal();
        if (!one->session && !one->revoked && !open(*one))
            return;
    }
    constexpr int rounds = 12;
    bool moved = true;
    for (int round = 0; round < rounds && moved && m_failures.isEmpty(); ++round) {
        moved = false;
        healRound(moved);
    }
    if (moved && m_failures.isEmpty())
        fail(QStringLiteral("still moving after %1 rounds").arg(rounds));
    // A forked chain is one again when an administrator says so.
    const auto& admin = m_stations.front();
    if (!m_failures.isEmpty() || admin->revoked)
        return;
    const auto forked = admin->session->exchange(honestFolder(0));
    if (!forked || !forked->forked)
        return;
    if (const auto resolved = admin->session->resolveMembershipFork(); !resolved)
        return fail(QStringLiteral("the fork stays: ") + resolved.error().toString());
    say(admin.get(), QStringLiteral("resolves the membership fork"));
    for (int round = 0; round < 3 && m_failures.isEmpty(); ++round)
        healRound(moved);
}

void World::check() {
    std::map<QString, QStringList> roots;
    for (const auto& one : m_stations) {
        if (one->revoked)
            continue;
        const auto state = one->session->clinicState();
        if (!state)
            return fail(QStringLiteral("poste %1 state: ").arg(one->number) +
                        state.error().toString());
        roots[state->root.toHex().left(16)] += QString::number(one->number);
        m_root = state->root.toHex().left(16);
    }
    if (roots.size() > 1) {
        QStringList told;
        for (const auto& [root, stations] : roots)
            told += QString(root + QStringLiteral(" (postes ") + stations.join(QLatin1Char(' ')) +
                            QLatin1Char(')'));
        fail(QStringLiteral("divergence: ") + told.join(QStringLiteral(", ")));
    }
    for (const auto& one : m_stations)
        if (!one->revoked)
            checkStation(*one);
}

void World::checkStation(Station& who) {
    std::set<std::pair<session::PatientKey, QString>> resources;
    for (const Acknowledged& one : m_said)
        resources.insert({one.patient, one.resource});
    for (const auto& [patient, resource] : resources)
        checkResource(who, patient, resource);
    const auto verified = who.session->verify(true);
    if (!verified)
        return fail(QStringLiteral("poste %1 verify: ").arg(who.number) +
                    verified.error().toString());
    for (const session::Alarm& alarm : verified->alarms)
        if (!alarm.healed)
            fail(QStringLiteral("poste %1 verify: %2 %3 %4")
                     .arg(who.number)
                     .arg(alarm.code, alarm.where, alarm.detail));
}

namespace {

using Versions = QList<session::ResourceVersion>;

// Versions that come before `number`, as it says itself.
std::set<int> before(const Versions& all, int number) {
    std::set<int> known, open{number};
    while (!open.empty()) {
        const int at = *open.begin();
        open.erase(open.begin());
        for (const auto& version : all)
            if (version.version == at)
                for (const int parent : version.parents)
                    if (known.insert(parent).second)
                        open.insert(parent);
    }
    return known;
}

std::set<int> replacedIn(const Versions& all) {
    std::set<int> replaced;
    for (const auto& version : all)
        for (const int parent : version.parents)
            replaced.insert(parent);
    return replaced;
}

bool contradicts(const Versions& all) {
    const std::set<int> replaced = replacedIn(all);
    std::set<QByteArray> said;
    for (const auto& version : all)
        if (!replaced.contains(version.version))
            said.insert(version.deleted ? QByteArray("deleted") : version.json);
    return said.size() > 1;
}

} // namespace

void World::checkResource(Station& who, const session::PatientKey& patient,
                          const QString& resource) {
    const QString where = QStringLiteral("poste %1, %2 of %3: ")
                              .arg(who.number)
                              .arg(resource, patient.toString().left(8));
    const auto history = who.session->history(patient, resource);
    Versions all;
    if (history)
        all = *history;
    else if (history.error().code != base::ErrorCode::NotFound)
        return fail(where + history.error().toString());
    for (const Acknowledged& one : m_said) {
        if (one.patient != patient || one.resource != resource || one.excused)
            continue;
        const bool there = std::any_of(all.cbegin(), all.cend(), [&](const auto& version) {
            return one.token.isEmpty() ? version.deleted : version.json.contains(one.token);
        });
        if (!there)
            fail(where + QStringLiteral("lost %1 of poste %2, act %3")
                             .arg(one.token.isEmpty() ? QStringLiteral("a deletion")
                                                      : QString::fromLatin1(one.token))
                             .arg(one.author)
                             .arg(one.act));
    }
    const auto conflicts = who.session->conflicts(patient);
    if (!conflicts)
        return fail(where + conflicts.error().toString());
    const bool named = std::any_of(conflicts->cbegin(), conflicts->cend(),
                                   [&](const auto& one) { return one.resource == resource; });
    if (contradicts(all) != named)
        fail(where + (named ? QStringLiteral("a conflict is named that is none")
                            : QStringLiteral("a contradiction is not named")));
    for (const auto& current : all)
        if (current.current && !current.deleted && !named) {
            const std::set<int> known = before(all, current.version);
            for (const auto& gone : all)
                if (gone.deleted && !known.contains(gone.version) &&
                    !replacedIn(all).contains(gone.version))
                    fail(where + QStringLiteral("a deletion came to nothing without a word"));
        }
    for (const auto& version : all)
        if (version.provenance.signature != session::SignatureState::Verified)
            fail(where + QStringLiteral("version %1 is not verified").arg(version.version));
}

} // namespace chevet::simulate
