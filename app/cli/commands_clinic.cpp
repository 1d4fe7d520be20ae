// Commands of a clinic with several workstations: joining, leaving, exchanging, deciding.

#include "app/cli/chart_json.h"
#include "app/cli/opened.h"
#include "app/cli/roles.h"
#include "session/messages.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chevet::cli {

using session::Session;

namespace {

// ClinicCommands::tr(): one context of the translations.
struct ClinicCommands {
    Q_DECLARE_TR_FUNCTIONS(ClinicCommands)
};

base::Result<session::JoinWish> wishOf(const Commands& commands, const QString& name,
                                       const QString& label) {
    CHEVET_TRY_ASSIGN(crypto::Secret passphrase,
                      readPassphrase(commands.options.passphraseFile,
                                     ClinicCommands::tr("Phrase de passe pour ce poste : ")));
    CHEVET_TRY_ASSIGN(const crypto::KdfCost cost, session::measureKdf(commands.environment));
    return session::JoinWish{.workstation = label.isEmpty() ? QSysInfo::machineHostName() : label,
                             .name = name,
                             .passphrase = std::move(passphrase),
                             .cost = cost};
}

QJsonObject workstationJson(const session::Workstation& one) {
    return {{QStringLiteral("id"), one.id.toString()},
            {QStringLiteral("label"), one.label},
            {QStringLiteral("state"),
             one.revoked ? QStringLiteral("revoked") : QStringLiteral("active")},
            {QStringLiteral("here"), one.here},
            {QStringLiteral("head"), static_cast<qint64>(one.head)},
            {QStringLiteral("lastSeen"), one.lastSeen.toString(Qt::ISODateWithMs)}};
}

QJsonObject quarantinedJson(const session::ExchangeOutcome::Quarantined& one) {
    return {{QStringLiteral("stream"), one.stream},
            {QStringLiteral("why"), one.why},
            {QStringLiteral("file"), one.file},
            {QStringLiteral("seq"), static_cast<qint64>(one.seq)}};
}

QString whyWords(const QString& why) {
    if (why == u"revoked")
        return ClinicCommands::tr("signé par un poste évincé, après la limite : gardé à part");
    if (why == u"gap")
        return ClinicCommands::tr("ce qui le précède n’y est pas : recopiez la clé au complet");
    if (why == u"wrong-clinic")
        return ClinicCommands::tr("d’une autre clinique");
    if (why == u"unknown-workstation")
        return ClinicCommands::tr("signé par un poste que la clinique ne connaît pas");
    if (why == u"forged")
        return ClinicCommands::tr("signature fausse");
    return ClinicCommands::tr("endommagé");
}

void tellExchange(const session::ExchangeOutcome& outcome) {
    tell(ClinicCommands::tr("Remis : %1 ajouts, %2 pièces jointes. Reçus : %3 ajouts, %4 pièces "
                            "jointes.")
             .arg(outcome.sent)
             .arg(outcome.attachmentsSent)
             .arg(outcome.received)
             .arg(outcome.attachmentsReceived));
    for (const auto& one : outcome.quarantined)
        tell(ClinicCommands::tr("Mis à part, rien n’est effacé : %1, n° %2 (%3) : %4")
                 .arg(one.stream.left(8))
                 .arg(one.seq)
                 .arg(one.file, whyWords(one.why)));
    for (const QString& file : outcome.incomplete)
        tell(ClinicCommands::tr("Fichier coupé pendant sa copie, à recopier : %1").arg(file));
    for (const QString& stream : outcome.waiting)
        tell(ClinicCommands::tr("Le poste %1 attend des ajouts qui ne sont pas encore arrivés.")
                 .arg(stream.left(8)));
    if (!outcome.foreign.isEmpty())
        tell(ClinicCommands::tr("Le dossier contient aussi ce qui n’est pas à cette clinique, "
                                "laissé tel quel : %1")
                 .arg(outcome.foreign.mid(0, 5).join(QStringLiteral(", "))));
    if (outcome.restored)
        tell(ClinicCommands::tr("Ce coffre était une copie plus ancienne de lui-même : ses ajouts "
                                "lui ont été rendus."));
    if (outcome.copied)
        tell(ClinicCommands::tr("Deux copies d’un même poste ont travaillé : les deux suites sont "
                                "gardées. Gardez un seul de ces postes et inscrivez l’autre à "
                                "nouveau."));
    if (outcome.forked)
        tell(ClinicCommands::tr("Deux administrateurs ont modifié la clinique sans se voir : les "
                                "inscriptions sont suspendues jusqu’à « device resolve »."));
    if (outcome.evicted)
        tell(ClinicCommands::tr("CE POSTE A ÉTÉ ÉVINCÉ : ce qu’il écrit n’entre plus dans les "
                                "dossiers de la clinique."));
}

int exitOf(const session::ExchangeOutcome& outcome) {
    const auto alarm = std::any_of(outcome.quarantined.begin(), outcome.quarantined.end(),
                                   [](const auto& one) { return one.alarm; });
    if (alarm)
        return IntegrityAlarm;
    return outcome.quarantined.isEmpty() && outcome.incomplete.isEmpty() ? Done : SomeRefused;
}

QJsonArray strings(const QStringList& list) {
    return QJsonArray::fromStringList(list);
}

QByteArray leafJson(const session::ConflictLeaf& leaf) {
    const session::Provenance& from = leaf.provenance;
    return withRaw({{QStringLiteral("version"), leaf.version},
                    {QStringLiteral("current"), leaf.current},
                    {QStringLiteral("deleted"), leaf.deleted},
                    {QStringLiteral("author"), from.author},
                    {QStringLiteral("role"), from.role},
                    {QStringLiteral("device"), from.device},
                    {QStringLiteral("at"), from.at.toString(Qt::ISODateWithMs)},
                    {QStringLiteral("signature"), signatureJson(from)}},
                   "resource", leaf.json);
}

QString ownerName(const Session& session, const std::optional<session::PatientKey>& patient) {
    if (!patient)
        return QLatin1String(nobody);
    const auto row = session.patient(*patient);
    return row ? row->id : patient->toString();
}

} // namespace

int Commands::joinRequest(const QString& exchange, const QString& name,
                          const QString& label) const {
    const auto wish = wishOf(*this, name, label);
    if (!wish)
        return tellError(wish.error());
    const auto code = Session::requestToJoin(environment, options.vault, exchange, *wish);
    if (!code)
        return tellError(code.error());
    tell(ClinicCommands::tr("Demande déposée. Dictez ce code à qui administre la clinique; il vous "
                            "donnera le sien."));
    if (options.json)
        printJson({{QStringLiteral("code"), *code}});
    else
        printLine(*code);
    return Done;
}

int Commands::join(const QString& exchange, const QString& clinicCode) const {
    const auto wish = wishOf(*this, {}, {});
    if (!wish)
        return tellError(wish.error());
    const auto facts = Session::join(environment, options.vault, exchange, clinicCode, *wish);
    if (!facts)
        return tellError(facts.error());
    tell(ClinicCommands::tr("Ce poste est inscrit à « %1 ». Prenez ses dossiers : exchange %2")
             .arg(facts->clinic, exchange));
    if (options.json)
        printJson({{QStringLiteral("clinic"), facts->clinicFingerprint},
                   {QStringLiteral("clinicName"), facts->clinic},
                   {QStringLiteral("device"), facts->workstation}});
    else
        printLine(facts->clinic);
    return Done;
}

int Commands::acceptDevice(const QString& exchange, const QString& code,
                           const QString& role) const {
    const auto known = roleOf(role);
    if (!known) {
        tell(unknownRoleWords(role));
        return WrongUsage;
    }
    return withSession(*this, [&](Session& session) {
        const auto admitted = session.admit(exchange, code, *known);
        if (!admitted)
            return tellError(admitted.error());
        tell(
            ClinicCommands::tr("Admis : le poste « %1 » et %2. Dictez-leur le code de la clinique.")
                .arg(admitted->label, admitted->professional));
        if (options.json)
            printJson({{QStringLiteral("device"), admitted->device.toString()},
                       {QStringLiteral("label"), admitted->label},
                       {QStringLiteral("professional"), admitted->professional},
                       {QStringLiteral("clinicCode"), admitted->clinicCode}});
        else
            printLine(admitted->clinicCode);
        return int{Done};
    });
}

int Commands::devices() const {
    return withSession(*this, [&](Session& session) {
        const auto all = session.workstations();
        if (!all)
            return tellError(all.error());
        QJsonArray list;
        for (const session::Workstation& one : *all) {
            const QJsonObject json = workstationJson(one);
            list.append(json);
            if (!options.json)
                printLine(QStringList{one.id.toString(), one.label, json[u"state"].toString(),
                                      QString::number(one.head), json[u"lastSeen"].toString()}
                              .join(QLatin1Char('\t')));
        }
        if (options.json)
            printJson({{QStringLiteral("devices"), list}});
        return int{Done};
    });
}

int Commands::revokeDevice(const QString& device) const {
    const auto id = base::Uuid::fromString(device);
    if (!id) {
        tell(ClinicCommands::tr("« %1 » n’est pas l’identifiant d’un poste : voyez device list")
                 .arg(device));
        return WrongUsage;
    }
    return withSession(*this, [&](Session& session) {
        const auto revoked = session.revokeWorkstation(*id);
        if (!revoked)
            return tellError(revoked.error());
        tell(ClinicCommands::tr("Poste évincé. Ce qu’il avait remis compte toujours; une nouvelle "
                                "clé lui est inconnue. Faites circuler la nouvelle : exchange"));
        if (options.json)
            printJson({{QStringLiteral("device"), id->toString()},
                       {QStringLiteral("state"), QStringLiteral("revoked")}});
        return int{Done};
    });
}

int Commands::resolveDevices() const {
    return withSession(*this, [&](Session& session) {
        const auto resolved = session.resolveMembershipFork();
        return resolved ? int{Done} : tellError(resolved.error());
    });
}

int Commands::exchange(const QString& folder) const {
    return withSession(*this, [&](Session& session) {
        ProgressLine line;
        const auto outcome = session.exchange(folder, [&](const session::ExchangeSteps& steps) {
            line.show((steps.sending ? ClinicCommands::tr("Remise : %1 ajouts, %2")
                                     : ClinicCommands::tr("Réception : %1 ajouts, %2"))
                          .arg(steps.entries)
                          .arg(humanBytes(static_cast<double>(steps.bytes))));
            return true;
        });
        if (!outcome)
            return tellError(outcome.error());
        tellExchange(*outcome);
        QJsonArray quarantined;
        for (const auto& one : outcome->quarantined)
            quarantined.append(quarantinedJson(one));
        if (options.json)
            printJson({{QStringLiteral("sent"), outcome->sent},
                       {QStringLiteral("received"), outcome->received},
                       {QStringLiteral("quarantined"), quarantined},
                       {QStringLiteral("attachmentsSent"), outcome->attachmentsSent},
                       {QStringLiteral("attachmentsReceived"), outcome->attachmentsReceived},
                       {QStringLiteral("merged"), outcome->merged},
                       {QStringLiteral("waiting"), strings(outcome->waiting)},
                       {QStringLiteral("incomplete"), strings(outcome->incomplete)},
                       {QStringLiteral("foreign"), strings(outcome->foreign)},
                       {QStringLiteral("copied"), outcome->copied},
                       {QStringLiteral("restored"), outcome->restored},
                       {QStringLiteral("forked"), outcome->forked},
                       {QStringLiteral("evicted"), outcome->evicted}});
        return exitOf(*outcome);
    });
}

int Commands::state() const {
    return withSession(*this, [&](Session& session) {
        const auto state = session.clinicState();
        if (!state)
            return tellError(state.error());
        QJsonObject heads;
        for (const auto& [stream, seq] : state->heads)
            heads.insert(stream, static_cast<qint64>(seq));
        if (options.json)
            printJson({{QStringLiteral("stateRoot"), state->root.toHex()},
                       {QStringLiteral("heads"), heads},
                       {QStringLiteral("patients"), state->patients},
                       {QStringLiteral("resources"), state->resources}});
        else
            printLine(state->root.toHex());
        return int{Done};
    });
}

int Commands::conflicts() const {
    return withSession(*this, [&](Session& session) {
        const auto all = session.conflicts();
        if (!all)
            return tellError(all.error());
        QByteArrayList list;
        for (const session::Conflict& conflict : *all) {
            QByteArrayList leaves;
            for (const session::ConflictLeaf& leaf : conflict.leaves) {
                leaves += leafJson(leaf);
                if (!options.json)
                    printLine(QStringList{ownerName(session, conflict.patient), conflict.resource,
                                          QString::number(leaf.version), leaf.provenance.author,
                                          leaf.provenance.at.toString(Qt::ISODate)}
                                  .join(QLatin1Char('\t')));
            }
            list += withRaw({{QStringLiteral("patient"), ownerName(session, conflict.patient)},
                             {QStringLiteral("resource"), conflict.resource}},
                            "leaves", "[" + leaves.join(',') + "]");
        }
        if (options.json)
            printLine(QString::fromUtf8("{\"conflicts\":[" + list.join(',') + "]}"));
        tell(ClinicCommands::tr("%n conflit(s).", nullptr, static_cast<int>(all->size())));
        return int{Done};
    });
}

int Commands::resolve(const QString& patient, const QString& resource, int keep) const {
    return withOwner(*this, patient, [&](Session& session, const Session::Owner& owner) {
        const auto written = session.resolve(owner, resource, keep);
        if (!written)
            return tellError(written.error());
        if (options.json)
            printJson({{QStringLiteral("resource"), written->resource},
                       {QStringLiteral("version"), written->version},
                       {QStringLiteral("entry"), written->entry}});
        tell(ClinicCommands::tr("Décision signée; toutes les valeurs restent à l’historique."));
        return int{Done};
    });
}

} // namespace chevet::cli
