#include "app/cli/commands.h"

#include "app/cli/chart_json.h"
#include "app/cli/opened.h"
#include "app/cli/roles.h"
#include "app/cli/terminal.h"
#include "crypto/random.h"
#include "session/messages.h"
#include "session/messages_import.h"
#include "session/recovery_code.h"
#include "session/session.h"
#include "session/synthetic_clinic.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QSysInfo>

namespace chevet::cli {

using session::Session;

namespace {

// Cli::tr(): one context of the translations.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

struct RoleName {
    const char* code;
    session::Role role;
};
constexpr RoleName roles[] = {{"medecin", session::Role::Physician},
                              {"infirmiere", session::Role::Nurse},
                              {"pharmacien", session::Role::Pharmacist},
                              {"secretaire", session::Role::Clerk},
                              {"administration", session::Role::Administrator}};

QJsonObject patientJson(const session::PatientRow& row) {
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("family"), row.family},
            {QStringLiteral("given"), row.given},
            {QStringLiteral("nam"), row.nam},
            {QStringLiteral("namValid"), row.namValid},
            {QStringLiteral("birthDate"), row.birthDate},
            {QStringLiteral("sex"), row.sex}};
}

QJsonArray refusedJson(const QList<session::Refusal>& refused) {
    QJsonArray list;
    for (const session::Refusal& refusal : refused)
        list.append(QJsonObject{{QStringLiteral("file"), refusal.file},
                                {QStringLiteral("where"), refusal.where},
                                {QStringLiteral("reason"), session::refusalWords(refusal.reason)},
                                {QStringLiteral("code"), refusal.reason}});
    return list;
}

QJsonObject importJson(const session::ImportSummary& summary) {
    return {{QStringLiteral("files"), summary.files},
            {QStringLiteral("bytes"), summary.bytes},
            {QStringLiteral("seconds"), summary.seconds},
            {QStringLiteral("patients"), summary.patients},
            {QStringLiteral("resources"), summary.resources},
            {QStringLiteral("unchanged"), summary.unchanged},
            {QStringLiteral("cancelled"), summary.cancelled},
            {QStringLiteral("refused"), refusedJson(summary.refused)},
            {QStringLiteral("remarks"), refusedJson(summary.remarks)}};
}

QString findingWords(const session::Refusal& finding) {
    return Cli::tr("%1%2 : %3")
        .arg(finding.file,
             finding.where.isEmpty() ? QString() : QString(QLatin1String(", ") + finding.where),
             session::refusalWords(finding.reason));
}

void showImport(const session::ImportSummary& summary) {
    tell(Cli::tr("%1 ressources de %2 patients, %3 fichiers, en %4.")
             .arg(summary.resources)
             .arg(summary.patients)
             .arg(summary.files)
             .arg(humanSeconds(summary.seconds)));
    if (summary.unchanged > 0)
        tell(Cli::tr("%1 étaient déjà au dossier, identiques.").arg(summary.unchanged));
    if (summary.cancelled)
        tell(Cli::tr(
            "Import suspendu : les fichiers terminés sont entrés au complet, les autres n’ont "
            "rien laissé."));
    for (const session::Refusal& refusal : summary.refused)
        tell(findingWords(refusal));
    if (!summary.remarks.isEmpty())
        tell(Cli::tr("Entrés, mais à savoir (%1) :").arg(summary.remarks.size()));
    for (const session::Refusal& remark : summary.remarks)
        tell(findingWords(remark));
}

int finishImport(const Options& options, const session::ImportSummary& summary) {
    showImport(summary);
    if (options.json)
        printJson(importJson(summary));
    return summary.refused.isEmpty() ? Done : SomeRefused;
}

} // namespace

std::optional<session::Role> roleOf(const QString& code) {
    for (const RoleName& name : roles)
        if (code == QLatin1String(name.code))
            return name.role;
    return std::nullopt;
}

QString unknownRoleWords(const QString& code) {
    return Cli::tr("Rôle inconnu : %1. Rôles : medecin, infirmiere, pharmacien, secretaire, "
                   "administration.")
        .arg(code);
}

int Commands::init(const QString& clinic, const QString& user, const QString& role) const {
    const auto known = roleOf(role);
    if (!known) {
        tell(unknownRoleWords(role));
        return WrongUsage;
    }
    auto passphrase =
        readPassphrase(options.passphraseFile, Cli::tr("Phrase de passe du nouveau coffre : "));
    if (!passphrase)
        return tellError(passphrase.error());
    const auto cost = session::measureKdf(environment);
    if (!cost)
        return tellError(cost.error());
    session::NewClinic fresh{.clinic = clinic,
                             .workstation = QSysInfo::machineHostName(),
                             .firstUser = {.name = user,
                                           .role = *known,
                                           .administrator = true,
                                           .passphrase = std::move(*passphrase)},
                             .cost = *cost};
    auto created = Session::create(environment, options.vault, std::move(fresh));
    if (!created)
        return tellError(created.error());
    const auto sheet = session::RecoveryCode::fromKit(created->recoveryKit);
    if (!sheet)
        return tellError(sheet.error());
    const QString code = QString::fromLatin1(sheet->text().view().toByteArray());
    const session::VaultFacts facts = created->session->facts();
    tell(Cli::tr(
        "Coffre créé. Notez le code de la trousse de récupération et gardez-le sous clé : il "
        "ne sera plus affiché."));
    if (options.json)
        printJson({{QStringLiteral("vault"), facts.folder},
                   {QStringLiteral("clinic"), facts.clinicFingerprint},
                   {QStringLiteral("device"), facts.workstation},
                   {QStringLiteral("recoveryKit"), code}});
    else
        printLine(code);
    return Done;
}

int Commands::import(const QStringList& paths) const {
    return withSession(*this, [&](Session& session) {
        watchInterrupt();
        ProgressLine line;
        const auto summary = session.import(paths, [&](const session::ImportProgress& progress) {
            line.show(importProgressText(progress));
            return !interrupted();
        });
        if (!summary)
            return tellError(summary.error());
        return finishImport(options, *summary);
    });
}

int Commands::patients(const QString& text, int limit) const {
    return withSession(*this, [&](Session& session) {
        const auto page = session.search(text, limit);
        if (!page)
            return tellError(page.error());
        if (options.json) {
            QJsonArray rows;
            for (const session::PatientRow& row : page->rows)
                rows.append(patientJson(row));
            printJson({{QStringLiteral("total"), page->total},
                       {QStringLiteral("patients"), rows},
                       {QStringLiteral("milliseconds"), page->milliseconds}});
            return int{Done};
        }
        for (const session::PatientRow& row : page->rows)
            printLine(QStringList{row.id,
                                  QString(row.family.toUpper() + QLatin1String(", ") + row.given),
                                  row.nam, row.birthDate, row.sex}
                          .join(QLatin1Char('\t')));
        tell(Cli::tr("%1 patients.").arg(page->total));
        return int{Done};
    });
}

namespace {
int showShared(const Commands& commands, const QString& type) {
    const Options& options = commands.options;
    return withSession(commands, [&](Session& session) {
        const auto page = session.shared(type, std::numeric_limits<int>::max());
        if (!page)
            return tellError(page.error());
        QJsonArray rows;
        bool alarm = false;
        for (const session::SharedRow& row : page->rows) {
            const QJsonObject signature = signatureJson(row.provenance);
            alarm = alarm || !signature.value(QLatin1String("ok")).toBool();
            const QString source = sourceText(row.provenance);
            rows.append(QJsonObject{{QStringLiteral("id"), row.reference},
                                    {QStringLiteral("source"), source},
                                    {QStringLiteral("signature"), signature}});
            if (!options.json)
                printLine(row.reference + QLatin1Char('\t') + source);
        }
        if (options.json)
            printJson({{QStringLiteral("patient"), QJsonValue::Null},
                       {QStringLiteral("total"), page->total},
                       {QStringLiteral("resources"), rows}});
        return alarm ? int{IntegrityAlarm} : int{Done};
    });
}

} // namespace

int Commands::show(const QString& patient, const QString& section) const {
    if (patient == QLatin1String(nobody))
        return showShared(*this, section);
    return withSession(*this, [&](Session& session) {
        const auto row = session.findPatient(patient);
        if (!row)
            return tellError(row.error());
        // JSON is French whatever the locale; a person reads their own language.
        const bool english = !options.json && QLocale().language() == QLocale::English;
        const record::Speaking speaking(english ? record::Language::English
                                                : record::Language::French);
        const qint64 before = environment.clock.monotonicNanoseconds();
        const auto chart = session.chart(row->key);
        const double milliseconds =
            static_cast<double>(environment.clock.monotonicNanoseconds() - before) / 1e6;
        if (!chart)
            return tellError(chart.error());
        if (const auto noted = session.noteAccess(row->key, Session::Access::Opened); !noted)
            tell(session::describe(noted.error()).toText());
        ChartJson writer(session, *row, *chart, section);
        const QJsonObject sections = writer.sections();
        if (!section.isEmpty() && sections.isEmpty()) {
            tell(Cli::tr("Section inconnue : %1. Sections : %2.")
                     .arg(section, ChartJson::names().join(QLatin1String(", "))));
            return int{WrongUsage};
        }
        if (options.json)
            printJson({{QStringLiteral("patient"), patientJson(*row)},
                       {QStringLiteral("sections"), sections},
                       {QStringLiteral("milliseconds"), milliseconds}});
        else
            writer.print();
        return writer.alarm() ? int{IntegrityAlarm} : int{Done};
    });
}

int Commands::get(const QString& patient, const QString& resource) const {
    return withOwner(*this, patient, [&](Session& session, const Session::Owner& owner) {
        const auto json = session.resource(owner, resource);
        if (!json)
            return tellError(json.error());
        printLine(QString::fromUtf8(*json));
        return int{Done};
    });
}

namespace {
int finishVerify(const Options& options, const session::VerifyReport& report) {
    if (options.json)
        printJson({{QStringLiteral("entries"), report.entries},
                   {QStringLiteral("signatures"), report.signatures},
                   {QStringLiteral("resources"), report.resources},
                   {QStringLiteral("ok"), report.ok},
                   {QStringLiteral("alarms"), alarmsJson(report.alarms)}});
    tellAlarms(report.alarms);
    tell(report.ok
             ? Cli::tr("%1 entrées, %2 signatures et %3 ressources vérifiées : tout est intact.")
                   .arg(report.entries)
                   .arg(report.signatures)
                   .arg(report.resources)
             : Cli::tr("%1 entrées vérifiées : %2 alarmes.")
                   .arg(report.entries)
                   .arg(report.alarms.size()));
    return report.ok ? Done : IntegrityAlarm;
}
} // namespace

int Commands::verify(bool full) const {
    return withSession(*this, [&](Session& session) {
        const auto report = session.verify(full);
        return report ? finishVerify(options, *report) : tellError(report.error());
    });
}

int Commands::rebuild() const {
    return withSession(*this, [&](Session& session) {
        const auto report = session.rebuild();
        return report ? finishVerify(options, *report) : tellError(report.error());
    });
}

int Commands::stats() const {
    return withSession(*this, [&](Session& session) {
        const auto stats = session.stats();
        if (!stats)
            return tellError(stats.error());
        QJsonObject types;
        for (const auto& [type, count] : stats->perType)
            types.insert(type, count);
        const QJsonObject object{{QStringLiteral("patients"), stats->patients},
                                 {QStringLiteral("resources"), stats->resources},
                                 {QStringLiteral("versions"), stats->versions},
                                 {QStringLiteral("rawBytes"), stats->rawBytes},
                                 {QStringLiteral("vaultBytes"), stats->vaultBytes},
                                 {QStringLiteral("entries"), stats->entries},
                                 {QStringLiteral("blobs"), stats->blobs},
                                 {QStringLiteral("byType"), types}};
        if (options.json) {
            printJson(object);
            return int{Done};
        }
        printLine(Cli::tr("%1 patients, %2 ressources, %3 versions")
                      .arg(stats->patients)
                      .arg(stats->resources)
                      .arg(stats->versions));
        printLine(Cli::tr("%1 importés, %2 sur le disque, %3 entrées signées, %4 documents joints")
                      .arg(humanBytes(static_cast<double>(stats->rawBytes)),
                           humanBytes(static_cast<double>(stats->vaultBytes)))
                      .arg(stats->entries)
                      .arg(stats->blobs));
        for (const auto& [type, count] : stats->perType)
            printLine(QStringLiteral("%1\t%2").arg(count).arg(type));
        return int{Done};
    });
}

int Commands::clinic(int patients) const {
    ProgressLine line;
    const auto summary = session::makeSyntheticClinic(environment, options.vault, patients,
                                                      [&](const session::ImportProgress& progress) {
                                                          line.show(importProgressText(progress));
                                                          return true;
                                                      });
    if (!summary)
        return tellError(summary.error());
    tell(Cli::tr("La phrase de passe est dans %1.")
             .arg(options.vault + QLatin1String(".passphrase")));
    return finishImport(options, *summary);
}

} // namespace chevet::cli
