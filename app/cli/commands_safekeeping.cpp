// Commands that keep a clinic from losing everything: shares of the kit, backup, restore.

#include "app/cli/opened.h"
#include "session/messages.h"
#include "session/recovery_code.h"
#include "session/share_files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace chevet::cli {

using session::Session;

namespace {

// Safekeeping::tr(): one context of the translations.
struct Safekeeping {
    Q_DECLARE_TR_FUNCTIONS(Safekeeping)
};

base::Result<crypto::Secret> readKit(const QString& file) {
    CHEVET_TRY_ASSIGN(const crypto::Secret typed,
                      readLines(file, Safekeeping::tr("Trousse de récupération, quatre lignes :"),
                                session::RecoveryCode::lineCount));
    return session::parseRecoveryCode(typed);
}

QString progressText(const session::BackupProgress& progress) {
    using Phase = session::BackupProgress::Phase;
    if (progress.phase == Phase::Rebuilding)
        return Safekeeping::tr("Vue refaite depuis le journal : %1 entrées").arg(progress.entries);
    if (progress.phase == Phase::Verifying)
        return Safekeeping::tr("Vérification : %1").arg(progress.entries);
    QString text = Safekeeping::tr("%1 fichiers sur %2, %3")
                       .arg(progress.filesDone)
                       .arg(progress.filesTotal)
                       .arg(humanBytes(static_cast<double>(progress.bytesDone)));
    return text + rateText(progress.bytesPerSecond, progress.secondsLeft);
}

session::Progress<session::BackupProgress> shownOn(ProgressLine& line) {
    watchInterrupt();
    return [&line](const session::BackupProgress& progress) {
        line.show(progressText(progress));
        return !interrupted();
    };
}

int tellCancelled(const base::Error& error, const QString& left) {
    if (error.code != base::ErrorCode::Cancelled)
        return tellError(error);
    tell(left);
    return CannotOpen;
}

} // namespace

int Commands::makeShares(int needed, int total, const QString& folder,
                         const QString& kitFile) const {
    if (needed < 2 || needed > total || total > 16) {
        tell(Safekeeping::tr("De 2 à 16 parties, dont 2 au moins doivent suffire : -k 3 -n 5."));
        return WrongUsage;
    }
    const auto kit = readKit(kitFile);
    if (!kit)
        return tellError(kit.error());
    const auto made = session::makeShares(environment, options.vault, *kit,
                                          {.needed = needed,
                                           .total = total,
                                           .folder = folder,
                                           .english = QLocale().language() == QLocale::English});
    if (!made)
        return tellError(made.error());
    tell(Safekeeping::tr("Ensemble %1 : %2 parties, %3 suffisent. Imprimez les feuilles, remettez "
                         "une partie par personne, puis effacez ces fichiers.")
             .arg(made->set)
             .arg(total)
             .arg(needed));
    if (options.json)
        printJson({{QStringLiteral("set"), made->set},
                   {QStringLiteral("clinic"), made->clinic},
                   {QStringLiteral("needed"), needed},
                   {QStringLiteral("total"), total},
                   {QStringLiteral("files"), QJsonArray::fromStringList(made->files)}});
    else
        for (const QString& file : made->files)
            printLine(file);
    return Done;
}

int Commands::openShares(const QStringList& files) const {
    const auto joined = session::openShares(environment, files, options.vault);
    if (!joined)
        return tellError(joined.error());
    const auto sheet = session::RecoveryCode::fromKit(joined->kit);
    if (!sheet)
        return tellError(sheet.error());
    const QString code = QString::fromLatin1(sheet->text().view().toByteArray());
    tell(Safekeeping::tr("Trousse de la clinique %1, retrouvée de l’ensemble %2.")
             .arg(joined->clinic, joined->set));
    if (options.json)
        printJson({{QStringLiteral("recoveryKit"), code},
                   {QStringLiteral("clinic"), joined->clinic},
                   {QStringLiteral("set"), joined->set},
                   {QStringLiteral("needed"), joined->needed},
                   {QStringLiteral("total"), joined->total},
                   {QStringLiteral("given"), files.size()}});
    else
        printLine(code);
    return Done;
}

int Commands::backup(const QString& folder) const {
    return withSession(*this, [&](Session& session) {
        ProgressLine line;
        const auto summary = session.backup(folder, shownOn(line));
        if (!summary && summary.error().code == base::ErrorCode::InvalidArgument) {
            tell(Safekeeping::tr(
                "La sauvegarde et le coffre ne peuvent pas être l’un dans l’autre."));
            return int{WrongUsage};
        }
        if (!summary)
            return tellCancelled(
                summary.error(),
                Safekeeping::tr("Sauvegarde interrompue : celle d’avant, s’il y en "
                                "a une, reste valable. Relancez pour terminer."));
        tell(Safekeeping::tr("%1 fichiers (%2) sauvegardés et relus, dont %3 nouveaux (%4), en %5.")
                 .arg(summary->files)
                 .arg(humanBytes(static_cast<double>(summary->bytes)))
                 .arg(summary->copiedFiles)
                 .arg(humanBytes(static_cast<double>(summary->copiedBytes)),
                      humanSeconds(summary->seconds)));
        if (summary->repairedFiles > 0)
            tell(Safekeeping::tr(
                     "%1 fichiers de la sauvegarde étaient endommagés; ils sont recopiés. "
                     "Ce disque est peut-être à remplacer.")
                     .arg(summary->repairedFiles));
        if (options.json)
            printJson({{QStringLiteral("clinic"), summary->clinic},
                       {QStringLiteral("files"), summary->files},
                       {QStringLiteral("bytes"), summary->bytes},
                       {QStringLiteral("copiedFiles"), summary->copiedFiles},
                       {QStringLiteral("copiedBytes"), summary->copiedBytes},
                       {QStringLiteral("repairedFiles"), summary->repairedFiles},
                       {QStringLiteral("entries"), summary->entries},
                       {QStringLiteral("seconds"), summary->seconds}});
        return int{Done};
    });
}

int Commands::restore(const QString& folder, const QString& kitFile) const {
    const auto secret = kitFile.isEmpty() ? readPassphrase(options.passphraseFile,
                                                           Safekeeping::tr("Phrase de passe : "))
                                          : readKit(kitFile);
    if (!secret)
        return tellError(secret.error());
    ProgressLine line;
    const auto done = Session::restore(
        environment, folder, options.vault,
        {.secret = *secret, .isKit = !kitFile.isEmpty(), .user = options.user}, shownOn(line));
    if (!done)
        return tellCancelled(done.error(),
                             Safekeeping::tr("Restauration interrompue : rien n’est resté."));
    tellAlarms(done->report.alarms);
    tell(Safekeeping::tr("Coffre de %1 restauré : %2 entrées, %3 signatures et %4 ressources "
                         "vérifiées, en %5.")
             .arg(done->facts.clinic)
             .arg(done->report.entries)
             .arg(done->report.signatures)
             .arg(done->report.resources)
             .arg(humanSeconds(done->seconds)));
    if (done->unrecorded)
        tell(Safekeeping::tr("Le dossier de sauvegarde n’est pas inscriptible : ne restaurez pas "
                             "cette sauvegarde une seconde fois tant que ce coffre sert."));
    if (options.json)
        printJson({{QStringLiteral("vault"), options.vault},
                   {QStringLiteral("clinic"), done->facts.clinicFingerprint},
                   {QStringLiteral("files"), done->files},
                   {QStringLiteral("bytes"), done->bytes},
                   {QStringLiteral("entries"), done->report.entries},
                   {QStringLiteral("signatures"), done->report.signatures},
                   {QStringLiteral("resources"), done->report.resources},
                   {QStringLiteral("ok"), done->report.ok},
                   {QStringLiteral("alarms"), alarmsJson(done->report.alarms)},
                   {QStringLiteral("recorded"), !done->unrecorded},
                   {QStringLiteral("seconds"), done->seconds}});
    return done->report.ok ? Done : IntegrityAlarm;
}

} // namespace chevet::cli
