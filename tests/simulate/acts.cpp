// What happens to the clinic, one function each.

#include "simulate/world.h"
#include "support/fhir_samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::simulate {

using session::Session;

void World::act() {
    Station& who = anybody();
    const auto pick = [&](std::initializer_list<std::pair<int, std::function<void()>>> all) {
        int total = 0;
        for (const auto& [weight, one] : all)
            total += weight;
        int at = m_dice.below(total);
        for (const auto& [weight, one] : all) {
            at -= weight;
            if (at < 0)
                return one();
        }
    };
    if (!who.session && !open(who))
        return;
    pick({{20, [&] { write(who); }},
          {30, [&] { edit(who); }},
          {6, [&] { removeOne(who); }},
          {3, [&] { note(who); }},
          {2, [&] { newPatient(who); }},
          {5, [&] { decide(who); }},
          {26, [&] { exchangeHonestly(who); }},
          {8, [&] { exchangeHostilely(who); }},
          {4, [&] { regroup(); }},
          {8, [&] { crash(who); }},
          {3, [&] { killAndReopen(who); }},
          {4, [&] { takeImage(who); }},
          {3, [&] { restoreImage(who); }},
          {1, [&] { cloneMachine(who); }},
          {1, [&] { newcomer(); }},
          {1, [&] { revokeOne(); }},
          {3, [&] { wrongClock(who); }}});
}

namespace {

QByteArray observation(const QString& id, const QString& patient, const QByteArray& token) {
    return QByteArray(R"({"resourceType":"Observation","id":")") + id.toUtf8() +
           R"(","status":"final","code":{"text":"TSH"},"subject":{"reference":"Patient/)" +
           patient.toUtf8() + R"("},"valueString":")" + token + R"("})";
}

} // namespace

void World::write(Station& who) {
    const auto patient = somePatient(who);
    if (!patient)
        return;
    const QString id = QStringLiteral("o%1").arg(m_dice.below(5));
    const QString resource = QStringLiteral("Observation/") + id;
    const QByteArray token = freshToken();
    const auto written =
        who.session->write(patient->key, observation(id, patient->id, token), QString());
    say(&who, QStringLiteral("writes %1 of %2 %3%4")
                  .arg(resource, patient->key.toString().left(8), QString::fromLatin1(token),
                       written ? QString() : QStringLiteral(": ") + written.error().toString()));
    if (written)
        acknowledge(who, token, patient->key, resource);
    else if (!who.disk.fired())
        fail(QStringLiteral("write: ") + written.error().toString());
}

// Changes one element of what is current there; different elements may be merged.
void World::edit(Station& who) {
    const auto patient = somePatient(who);
    if (!patient)
        return;
    const QString resource = QStringLiteral("Observation/o%1").arg(m_dice.below(5));
    const auto now = who.session->resource(patient->key, resource);
    if (!now || now->isEmpty()) // not there, or deleted
        return write(who);
    QJsonObject json = QJsonDocument::fromJson(*now).object();
    const QByteArray token = freshToken();
    const QString text = QString::fromLatin1(token);
    switch (m_dice.below(4)) {
    case 0:
        json[QLatin1String("valueString")] = text;
        break;
    case 1:
        json[QLatin1String("note")] = QJsonArray{QJsonObject{{QStringLiteral("text"), text}}};
        break;
    case 2:
        json[QLatin1String("device")] = QJsonObject{{QStringLiteral("display"), text}};
        break;
    default:
        json[QLatin1String("method")] = QJsonObject{{QStringLiteral("text"), text}};
        break;
    }
    const auto written = who.session->write(
        patient->key, QJsonDocument(json).toJson(QJsonDocument::Compact), QString());
    say(&who, QStringLiteral("edits %1 of %2 %3%4")
                  .arg(resource, patient->key.toString().left(8), text,
                       written ? QString() : QStringLiteral(": ") + written.error().toString()));
    if (written)
        acknowledge(who, token, patient->key, resource);
    else if (!who.disk.fired())
        fail(QStringLiteral("edit: ") + written.error().toString());
}

void World::removeOne(Station& who) {
    const auto patient = somePatient(who);
    if (!patient)
        return;
    const QString resource = QStringLiteral("Observation/o%1").arg(m_dice.below(5));
    const auto removed = who.session->remove(patient->key, resource);
    if (!removed && removed.error().code == base::ErrorCode::NotFound)
        return;
    say(&who, QStringLiteral("removes %1 of %2%3")
                  .arg(resource, patient->key.toString().left(8),
                       removed ? QString() : QStringLiteral(": ") + removed.error().toString()));
    if (removed)
        acknowledge(who, {}, patient->key, resource);
    else if (!who.disk.fired())
        fail(QStringLiteral("remove: ") + removed.error().toString());
}

void World::note(Station& who) {
    const auto patient = somePatient(who);
    if (!patient)
        return;
    const QByteArray token = freshToken();
    Session::NewNote fresh;
    fresh.sections += record::WrittenSection{
        .kind = QStringLiteral("plan"), .title = {}, .text = QString::fromLatin1(token)};
    const auto written = who.session->writeNote(patient->key, fresh);
    say(&who, QStringLiteral("notes %1").arg(QString::fromLatin1(token)));
    if (written)
        acknowledge(who, token, patient->key, written->resource);
    else if (!who.disk.fired())
        fail(QStringLiteral("note: ") + written.error().toString());
}

void World::newPatient(Station& who) {
    if (m_people >= 4)
        return;
    const QByteArray id = "p" + QByteArray::number(++m_people);
    const QString path = m_folder + QStringLiteral("/import-%1.json").arg(m_people);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(tests::bundleJson({tests::patientJson(
            id, "Roy", "Personne" + id, "19" + QByteArray::number(50 + m_people) + "-01-01",
            "dossier-" + id)})) < 0)
        qFatal("cannot write");
    file.close();
    const auto imported = who.session->import({path});
    say(&who, QStringLiteral("imports patient %1").arg(QString::fromLatin1(id)));
    if ((!imported || !imported->refused.isEmpty()) && !who.disk.fired())
        fail(QStringLiteral("import: ") +
             (imported ? imported->refused.first().reason : imported.error().toString()));
}

void World::decide(Station& who) {
    const auto conflicts = who.session->conflicts();
    if (!conflicts)
        return fail(QStringLiteral("conflicts: ") + conflicts.error().toString());
    if (conflicts->isEmpty())
        return;
    const session::Conflict& one = m_dice.oneOf(*conflicts);
    const session::ConflictLeaf& leaf = m_dice.oneOf(one.leaves);
    const auto resolved = who.session->resolve(one.patient, one.resource, leaf.version);
    say(&who, QStringLiteral("decides %1 for version %2%3%4")
                  .arg(one.resource)
                  .arg(leaf.version)
                  .arg(leaf.deleted ? QStringLiteral(" (deleted)") : QString(),
                       resolved ? QString() : QStringLiteral(": ") + resolved.error().toString()));
    if (!resolved && !who.disk.fired())
        fail(QStringLiteral("resolve: ") + resolved.error().toString());
}

void World::exchangeHonestly(Station& who) {
    const int upTo = m_act;
    const auto outcome = who.session->exchange(honestFolder(who.group));
    if (!outcome) {
        say(&who, QStringLiteral("exchange fails: ") + outcome.error().toString());
        if (!who.disk.fired())
            fail(QStringLiteral("exchange: ") + outcome.error().toString());
        return;
    }
    say(&who, QStringLiteral("exchanges in %1: %2 in, %3 out%4%5%6%7%8")
                  .arg(who.group)
                  .arg(outcome->received)
                  .arg(outcome->sent)
                  .arg(outcome->copied ? QStringLiteral(" copied") : QString(),
                       outcome->restored ? QStringLiteral(" restored") : QString(),
                       outcome->forked ? QStringLiteral(" forked") : QString(),
                       outcome->evicted ? QStringLiteral(" evicted") : QString(),
                       outcome->waiting.isEmpty() ? QString() : QStringLiteral(" waiting")));
    for (const auto& one : outcome->quarantined)
        if (one.alarm)
            fail(QStringLiteral("poste %1: alarm in an honest folder: %2 %3 %4")
                     .arg(who.number)
                     .arg(one.why, one.stream, one.file));
    for (Acknowledged& one : m_said)
        if (one.author == who.number && one.act <= upTo && !one.excused)
            one.sent = true;
}

void World::exchangeHostilely(Station& who) {
    const QString folder = m_folder + QStringLiteral("/hostile");
    const auto first = who.session->exchange(folder);
    QStringList did;
    for (int times = 1 + m_dice.below(4); times > 0; --times)
        did += spoil(m_dice, folder, m_folder + QStringLiteral("/../foreign"));
    const auto outcome = first ? who.session->exchange(folder) : first;
    say(&who, QStringLiteral("exchanges in the hostile folder (%1): %2")
                  .arg(did.join(QStringLiteral(", ")),
                       outcome ? QStringLiteral("%1 in, %2 out, %3 refused")
                                     .arg(outcome->received)
                                     .arg(outcome->sent)
                                     .arg(outcome->quarantined.size())
                               : outcome.error().toString()));
    if (!outcome && !who.disk.fired())
        fail(QStringLiteral("a hostile folder stopped an exchange: ") + outcome.error().toString());
}

void World::regroup() {
    const bool together = m_dice.oneIn(3);
    for (const auto& one : m_stations)
        one->group = together ? 0 : m_dice.below(groups);
    say(nullptr, together ? QStringLiteral("everybody meets") : QStringLiteral("partition"));
}

// The process dies at some write or sync of what it does next.
void World::crash(Station& who) {
    using Fault = tests::FaultyFileSystem::Fault;
    const Fault fault = std::array{Fault::Fail, Fault::Tear,
                                   Fault::Late}[static_cast<std::size_t>(m_dice.below(3))];
    const int point = 1 + m_dice.below(m_dice.oneIn(2) ? 6 : 60);
    say(&who, QStringLiteral("will die at point %1").arg(point));
    who.disk.failAt(point, fault, base::ErrorCode::IoError, true);
    if (m_dice.oneIn(2))
        exchangeHonestly(who);
    else
        edit(who);
    killAndReopen(who);
}

// As kill -9 leaves the folder: nothing is closed in order.
void World::killAndReopen(Station& who) {
    say(&who, QStringLiteral("dies"));
    const QString dead = who.folder + QStringLiteral("-dead");
    copyFolder(who.folder, dead);
    close(who);
    copyFolder(dead, who.folder);
    QDir(dead).removeRecursively();
    if (!m_dice.oneIn(4)) // else it stays off until it is needed
        (void)open(who);
}

void World::takeImage(Station& who) {
    say(&who, QStringLiteral("image of the disk"));
    copyFolder(who.folder, who.image(m_act));
    who.images.push_back(m_act);
}

void World::restoreImage(Station& who) {
    if (who.images.empty())
        return;
    const int image = m_dice.oneOf(who.images);
    say(&who, QStringLiteral("disk put back to %1").arg(image));
    close(who);
    copyFolder(who.image(image), who.folder);
    for (Acknowledged& one : m_said) // gone with the disk, unless it was handed over before
        if (one.author == who.number && one.act >= image && !one.sent)
            one.excused = true;
    (void)open(who);
}

void World::cloneMachine(Station& who) {
    if (m_stations.size() >= maxStations)
        return;
    Station& copy = add();
    copyFolder(who.folder, copy.folder);
    copy.device = who.device;
    copy.revoked = who.revoked;
    copy.admin = who.admin;
    say(&who, QStringLiteral("is copied to poste %1").arg(copy.number));
    (void)open(copy);
}

void World::newcomer() {
    Station& admin = *m_stations.front();
    if (m_stations.size() >= maxStations || (!admin.session && !open(admin)))
        return;
    const QString exchange = honestFolder(admin.group);
    Station& fresh = add();
    const auto wish = [&] {
        return session::JoinWish{.workstation = QStringLiteral("POSTE-%1").arg(fresh.number),
                                 .name = QStringLiteral("Dr Poste %1").arg(fresh.number),
                                 .passphrase = tests::TestClinic::words(),
                                 .cost = {.passes = 1, .memoryKiB = 8}};
    };
    const auto code = Session::requestToJoin(fresh.environment, fresh.folder, exchange, wish());
    const auto admitted = code ? admin.session->admit(exchange, *code, session::Role::Physician)
                               : std::unexpected(code.error());
    if (!admitted) {
        say(&admin, QStringLiteral("does not admit: ") + admitted.error().toString());
        if (admitted.error().code != base::ErrorCode::MembershipForked)
            fail(QStringLiteral("admit: ") + admitted.error().toString());
        m_stations.pop_back();
        QDir(m_folder + QStringLiteral("/poste-%1").arg(m_stations.size())).removeRecursively();
        return;
    }
    fresh.device = admitted->device;
    fresh.group = admin.group;
    const auto joined =
        Session::join(fresh.environment, fresh.folder, exchange, admitted->clinicCode, wish());
    say(&admin, QStringLiteral("admits poste %1").arg(fresh.number));
    if (!joined)
        return fail(QStringLiteral("join: ") + joined.error().toString());
    if (open(fresh))
        exchangeHonestly(fresh);
}

void World::revokeOne() {
    std::vector<Station*> admins;
    for (const auto& one : m_stations)
        if (one->admin && !one->revoked && one->session)
            admins.push_back(one.get());
    Station& victim = anybody();
    if (admins.empty() || victim.revoked)
        return;
    Station& by = *m_dice.oneOf(admins);
    if (victim.device == by.device)
        return;
    const auto revoked = by.session->revokeWorkstation(victim.device);
    say(&by, QStringLiteral("revokes poste %1%2")
                 .arg(victim.number)
                 .arg(revoked ? QString() : QStringLiteral(": ") + revoked.error().toString()));
    if (!revoked)
        return;
    for (const auto& one : m_stations)
        one->revoked = one->revoked || one->device == victim.device;
    for (Acknowledged& one : m_said) {
        if (m_stations.at(static_cast<std::size_t>(one.author))->device != victim.device)
            continue;
        const auto history = by.session->history(one.patient, one.resource);
        bool seen = false;
        if (history)
            for (const auto& version : *history)
                seen = seen || (!one.token.isEmpty() && version.json.contains(one.token));
        one.excused = one.excused || !seen;
    }
}

void World::wrongClock(Station& who) {
    constexpr qint64 year = 365LL * 24 * 3600 * 1000;
    const int years = m_dice.below(21) - 10;
    say(&who, QStringLiteral("clock wrong by %1 years").arg(years));
    who.clock.setWrongBy(years * year);
}

} // namespace chevet::simulate
