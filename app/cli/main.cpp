// chevet-cli: the core without a window. Parses the command line, nothing else.

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "base/platform/process.h"
#include "crypto/random.h"
#include "session/self_check.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

using namespace chevet;

namespace {

struct Arguments {
    std::string vault, user, passphraseFile, clinic,
        role = "medecin", newUser, text, patient, section, resource, folder, file, exchange, code,
        label;
    std::vector<std::string> paths;
    std::string to, kitFile;
    int limit = 50, patients = 0, keep = 0, needed = 0, total = 0;
    bool json = false, full = false;
};

// Usage::tr(): one context of the translations.
struct Usage {
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

QString text(const std::string& value) {
    return QString::fromLocal8Bit(value.c_str());
}

// What CLI11 says of itself.
void nameParts(CLI::App& app) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    const std::pair<const char*, QString> labels[] = {{"Usage", Usage::tr("Emploi")},
                                                      {"SUBCOMMAND", Usage::tr("COMMANDE")},
                                                      {"Positionals", Usage::tr("Arguments")},
                                                      {"REQUIRED", Usage::tr("OBLIGATOIRE")},
                                                      {"TEXT", Usage::tr("TEXTE")},
                                                      {"INT", Usage::tr("NOMBRE")}};
    for (const auto& [key, words] : labels)
        formatter->label(key, words.toStdString());
    app.formatter(formatter);
    app.set_help_flag("-h,--help", Usage::tr("Montre cette aide").toStdString());
}

CLI::App* withPatientArgument(CLI::App& app, Arguments& a, const char* name, const QString& words) {
    auto* command = app.add_subcommand(name, words.toStdString());
    command->add_option("patient", a.patient, Usage::tr("Identifiant ou NAM").toStdString())
        ->required();
    return command;
}

// What a professional does and who looked.
void describeRecord(CLI::App& app, Arguments& a) {
    withPatientArgument(app, a, "write", Usage::tr("Signe une ressource FHIR R4 au dossier"))
        ->add_option("file", a.file, Usage::tr("Fichier JSON d’une ressource").toStdString())
        ->required();
    withPatientArgument(app, a, "note", Usage::tr("Signe une note de consultation"))
        ->add_option("--text", a.file, Usage::tr("Fichier texte, UTF-8").toStdString())
        ->required();
    withPatientArgument(app, a, "history",
                        Usage::tr("Chaque version d’une ressource, qui et quand"))
        ->add_option("resource", a.resource, "Type/id")
        ->required();
    app.add_subcommand("access", Usage::tr("Registre des accès").toStdString())
        ->add_option("patient", a.patient,
                     Usage::tr("Identifiant ou NAM; sinon toute la clinique").toStdString());
}

CLI::Option* withExchange(CLI::App* command, Arguments& a) {
    return command
        ->add_option("--exchange", a.exchange, Usage::tr("Dossier d’échange").toStdString())
        ->required();
}

// A clinic with several workstations.
void describeClinic(CLI::App& app, Arguments& a) {
    auto* request = app.add_subcommand(
        "join-request",
        Usage::tr("Sur un nouveau poste : demande à joindre une clinique").toStdString());
    withExchange(request, a);
    request->add_option("--user", a.newUser, Usage::tr("Nom du professionnel").toStdString())
        ->required();
    request->add_option("--label", a.label, Usage::tr("Nom du poste").toStdString());
    auto* join = app.add_subcommand(
        "join",
        Usage::tr("Sur le nouveau poste : joint la clinique dont voici le code").toStdString());
    join->add_option("code", a.code, Usage::tr("Code de la clinique").toStdString())->required();
    withExchange(join, a);
    auto* device = app.add_subcommand("device", Usage::tr("Postes de la clinique").toStdString());
    device->require_subcommand(1);
    auto* accept = device->add_subcommand(
        "accept", Usage::tr("Admet le poste dont voici le code").toStdString());
    accept->add_option("code", a.code, Usage::tr("Code de la demande").toStdString())->required();
    withExchange(accept, a);
    accept->add_option("--role", a.role,
                       "medecin, infirmiere, pharmacien, secretaire, administration");
    device->add_subcommand("list",
                           Usage::tr("Les postes, et jusqu’où chacun est connu").toStdString());
    device
        ->add_subcommand(
            "revoke", Usage::tr("Évince un poste; ce qu’il a remis compte toujours").toStdString())
        ->add_option("id", a.code, Usage::tr("Identifiant du poste").toStdString())
        ->required();
    device->add_subcommand(
        "resolve", Usage::tr("Met fin à deux suites de décisions d’administrateurs").toStdString());
    app.add_subcommand(
           "exchange",
           Usage::tr("Remet et reçoit les ajouts par un dossier ou une clé USB").toStdString())
        ->add_option("folder", a.folder, Usage::tr("Dossier d’échange").toStdString())
        ->required();
    app.add_subcommand(
        "state", Usage::tr("Empreinte de l’état : égale sur tous les postes à jour").toStdString());
    app.add_subcommand("conflicts",
                       Usage::tr("Ce qui a été modifié à deux endroits").toStdString());
    auto* resolve =
        withPatientArgument(app, a, "resolve", Usage::tr("Signe la décision sur un conflit"));
    resolve->add_option("resource", a.resource, "Type/id")->required();
    resolve->add_option("--keep", a.keep, Usage::tr("Version à garder").toStdString())->required();
}

// What keeps a clinic from losing everything.
void describeSafekeeping(CLI::App& app, Arguments& a) {
    auto* shares = app.add_subcommand(
        "shares", Usage::tr("Trousse de récupération en plusieurs parties").toStdString());
    shares->require_subcommand(1);
    auto* make = shares->add_subcommand(
        "make", Usage::tr("Fait les parties, en texte et en PDF").toStdString());
    make->add_option("-k", a.needed, Usage::tr("Nombre de parties qui suffisent").toStdString())
        ->required();
    make->add_option("-n", a.total, Usage::tr("Nombre de parties").toStdString())->required();
    make->add_option("--to", a.to, Usage::tr("Dossier où les écrire").toStdString())->required();
    make->add_option("--kit-file", a.kitFile,
                     Usage::tr("Fichier de la trousse; sinon l’entrée standard").toStdString());
    shares->add_subcommand("open", Usage::tr("Rend la trousse à partir de parties").toStdString())
        ->add_option("files", a.paths, Usage::tr("Fichiers des parties").toStdString())
        ->required();
    app.add_subcommand("backup",
                       Usage::tr("Sauvegarde le coffre, chiffré, dans un dossier").toStdString())
        ->add_option("folder", a.folder, Usage::tr("Dossier de la sauvegarde").toStdString())
        ->required();
    auto* restore = app.add_subcommand(
        "restore",
        Usage::tr("Refait un coffre d’une sauvegarde, dans un dossier vide").toStdString());
    restore->add_option("folder", a.folder, Usage::tr("Dossier de la sauvegarde").toStdString())
        ->required();
    restore->add_option(
        "--kit-file", a.kitFile,
        Usage::tr("Ouvre avec la trousse de ce fichier, sans phrase de passe").toStdString());
}

void describe(CLI::App& app, Arguments& a) {
    nameParts(app); // commands take them over
    app.add_option("--vault", a.vault, Usage::tr("Dossier du coffre").toStdString());
    app.add_option("--user", a.user,
                   Usage::tr("Professionnel; sinon chacun est essayé").toStdString());
    app.add_option(
        "--passphrase-file", a.passphraseFile,
        Usage::tr("Fichier dont la première ligne est la phrase de passe").toStdString());
    app.add_flag("--json", a.json,
                 Usage::tr("Un objet JSON sur la sortie standard, rien d’autre").toStdString());
    app.require_subcommand(1);
    app.fallthrough();
    auto* init = app.add_subcommand("init", Usage::tr("Crée un coffre").toStdString());
    init->add_option("--clinic", a.clinic, Usage::tr("Nom de la clinique").toStdString())
        ->required();
    init->add_option("--user", a.newUser, Usage::tr("Nom du premier professionnel").toStdString())
        ->required();
    init->add_option("--role", a.role,
                     "medecin, infirmiere, pharmacien, secretaire, administration");
    auto* import = app.add_subcommand(
        "import", Usage::tr("Importe des fichiers ou dossiers FHIR R4").toStdString());
    import->add_option("paths", a.paths, Usage::tr("Fichiers ou dossiers").toStdString())
        ->required();
    auto* patients =
        app.add_subcommand("patients", Usage::tr("Cherche ou liste les patients").toStdString());
    patients->add_option("text", a.text,
                         Usage::tr("Nom, NAM, date de naissance ou téléphone").toStdString());
    patients->add_option("--limit", a.limit, Usage::tr("Nombre de lignes").toStdString())
        ->check(CLI::Range(1, 1'000'000));
    auto* show = app.add_subcommand("show", Usage::tr("Montre un dossier").toStdString());
    show->add_option(
            "patient", a.patient,
            Usage::tr("Identifiant ou NAM; - : ce qui n’est à aucun patient").toStdString())
        ->required();
    show->add_option("--section", a.section,
                     Usage::tr("Une seule section (avec - : un type FHIR)").toStdString());
    auto* get = app.add_subcommand(
        "get", Usage::tr("Rend une ressource FHIR telle que reçue").toStdString());
    get->add_option("patient", a.patient,
                    Usage::tr("Identifiant ou NAM; - : ce qui n’est à aucun patient").toStdString())
        ->required();
    get->add_option("resource", a.resource, "Type/id")->required();
    describeRecord(app, a);
    describeClinic(app, a);
    describeSafekeeping(app, a);
    auto* verify =
        app.add_subcommand("verify", Usage::tr("Vérifie le journal et la vue").toStdString());
    verify->add_flag("--full", a.full,
                     Usage::tr("Jusqu’à chaque ressource et document joint").toStdString());
    app.add_subcommand("rebuild", Usage::tr("Refait la vue depuis le journal signé").toStdString());
    app.add_subcommand("stats", Usage::tr("Compte ce que le coffre contient").toStdString());
    auto* clinic =
        app.add_subcommand("clinic", Usage::tr("Crée un coffre de patients fictifs").toStdString());
    clinic->add_option("patients", a.patients, Usage::tr("Nombre de patients").toStdString())
        ->required()
        ->check(CLI::Range(1, 1'000'000));
    clinic->add_option("folder", a.folder, Usage::tr("Dossier du coffre").toStdString())
        ->required();
    for (CLI::App* command : app.get_subcommands({}))
        command->group(Usage::tr("Commandes").toStdString());
}

QStringList texts(const std::vector<std::string>& values) {
    QStringList list;
    for (const std::string& value : values)
        list += text(value);
    return list;
}

// Of a clinic with several workstations; nullopt if the command is none of these.
std::optional<int> runClinic(const CLI::App& chosen, const cli::Commands& commands,
                             const Arguments& a) {
    const std::string& name = chosen.get_name();
    if (name == "join-request")
        return commands.joinRequest(text(a.exchange), text(a.newUser), text(a.label));
    if (name == "join")
        return commands.join(text(a.exchange), text(a.code));
    if (name == "exchange")
        return commands.exchange(text(a.folder));
    if (name == "state")
        return commands.state();
    if (name == "conflicts")
        return commands.conflicts();
    if (name == "resolve")
        return commands.resolve(text(a.patient), text(a.resource), a.keep);
    if (name != "device")
        return std::nullopt;
    const std::string& what = chosen.get_subcommands().front()->get_name();
    if (what == "accept")
        return commands.acceptDevice(text(a.exchange), text(a.code), text(a.role));
    if (what == "revoke")
        return commands.revokeDevice(text(a.code));
    return what == "list" ? commands.devices() : commands.resolveDevices();
}

int run(CLI::App& app, const Arguments& a) {
    const CLI::App* chosen = app.get_subcommands().front();
    const std::string& name = chosen->get_name();
    const session::Environment environment{.disk = base::realFileSystem(),
                                           .clock = base::systemClock(),
                                           .random = crypto::systemRandom(),
                                           .kdfLimits = crypto::shippedKdfLimits()};
    cli::Commands commands{environment,
                           {.vault = text(a.vault),
                            .user = text(a.user),
                            .passphraseFile = text(a.passphraseFile),
                            .json = a.json}};
    if (name == "clinic") {
        commands.options.vault = text(a.folder);
        return commands.clinic(a.patients);
    }
    const bool joins = name == "shares" && chosen->got_subcommand("open"); // needs no vault
    if (joins)
        return commands.openShares(texts(a.paths));
    if (a.vault.empty()) {
        cli::tell(Usage::tr("Indiquez le coffre : --vault DOSSIER"));
        return cli::WrongUsage;
    }
    if (name == "init")
        return commands.init(text(a.clinic), text(a.newUser), text(a.role));
    if (name == "import")
        return commands.import(texts(a.paths));
    if (name == "patients")
        return commands.patients(text(a.text), a.limit);
    if (name == "show")
        return commands.show(text(a.patient), text(a.section));
    if (name == "get")
        return commands.get(text(a.patient), text(a.resource));
    if (name == "write")
        return commands.write(text(a.patient), text(a.file));
    if (name == "note")
        return commands.note(text(a.patient), text(a.file));
    if (name == "history")
        return commands.history(text(a.patient), text(a.resource));
    if (name == "access")
        return commands.access(text(a.patient));
    if (const auto exit = runClinic(*chosen, commands, a))
        return *exit;
    if (name == "shares")
        return commands.makeShares(a.needed, a.total, text(a.to), text(a.kitFile));
    if (name == "backup")
        return commands.backup(text(a.folder));
    if (name == "restore")
        return commands.restore(text(a.folder), text(a.kitFile));
    if (name == "verify")
        return commands.verify(a.full);
    if (name == "rebuild")
        return commands.rebuild();
    return commands.stats();
}

// French is the source language; C and POSIX count as French. Numbers follow the words.
void speak(QTranslator& translator) {
    const QLocale::Language language = QLocale().language();
    const bool french = language == QLocale::French || language == QLocale::C;
    QLocale::setDefault(QLocale(french ? QLocale::French : QLocale::English, QLocale::Canada));
    if (!french && translator.load(QStringLiteral(":/i18n/chevet_en.qm")))
        QCoreApplication::installTranslator(&translator);
}

// CLI11 explains a mistake in English only: the command is named, and where to read more.
int wrongUsage(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App* command = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
    cli::tell(Usage::tr("Commande incomplète ou mal écrite : %1").arg(text(error.what())));
    cli::tell(text(command->help()));
    return cli::WrongUsage;
}

int start(int argc, char** argv) {
    const auto hardened = base::hardenProcess();
    QCoreApplication application(argc, argv);
    if (!hardened)
        return cli::tellError(hardened.error());
    QTranslator translator;
    speak(translator);
    if (const auto sound = session::selfCheck(); !sound)
        return cli::tellError(sound.error());

    CLI::App app(Usage::tr("Chevet, dossiers patients chiffrés").toStdString());
    Arguments arguments;
    describe(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help
        app.exit(asked);
        return cli::Done;
    } catch (const CLI::ParseError& error) {
        return wrongUsage(app, error);
    }
    return run(app, arguments);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return start(argc, argv);
    } catch (const std::exception& thrown) { // none of ours: no memory, a library
        std::fprintf(stderr, "%s\n", thrown.what());
        return cli::CannotOpen;
    }
}
