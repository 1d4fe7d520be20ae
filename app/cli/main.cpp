// chevet-cli: the core without a window. Parses the command line, nothing else.

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "base/platform/process.h"
#include "crypto/random.h"
#include "session/self_check.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <CLI/CLI.hpp>

using namespace chevet;

namespace {

struct Arguments {
    std::string vault, user, passphraseFile, clinic, role = "medecin", newUser, text, patient,
                                                     section, resource, folder;
    std::vector<std::string> paths;
    int limit = 50, patients = 0;
    bool json = false, full = false;
};

QString text(const std::string& value) {
    return QString::fromLocal8Bit(value.c_str());
}

void describe(CLI::App& app, Arguments& a) {
    app.add_option("--vault", a.vault, "Dossier du coffre");
    app.add_option("--user", a.user, "Professionnel; sinon chacun est essayé");
    app.add_option("--passphrase-file", a.passphraseFile,
                   "Fichier dont la première ligne est la phrase de passe");
    app.add_flag("--json", a.json, "Un objet JSON sur la sortie standard, rien d’autre");
    app.require_subcommand(1);
    app.fallthrough();
    auto* init = app.add_subcommand("init", "Crée un coffre");
    init->add_option("--clinic", a.clinic, "Nom de la clinique")->required();
    init->add_option("--user", a.newUser, "Nom du premier professionnel")->required();
    init->add_option("--role", a.role,
                     "medecin, infirmiere, pharmacien, secretaire, administration");
    auto* import = app.add_subcommand("import", "Importe des fichiers ou dossiers FHIR R4");
    import->add_option("paths", a.paths, "Fichiers ou dossiers")->required();
    auto* patients = app.add_subcommand("patients", "Cherche ou liste les patients");
    patients->add_option("text", a.text, "Nom, NAM, date de naissance ou téléphone");
    patients->add_option("--limit", a.limit, "Nombre de lignes")->check(CLI::Range(1, 1'000'000));
    auto* show = app.add_subcommand("show", "Montre un dossier");
    show->add_option("patient", a.patient, "Identifiant ou NAM")->required();
    show->add_option("--section", a.section, "Une seule section");
    auto* get = app.add_subcommand("get", "Rend une ressource FHIR telle que reçue");
    get->add_option("patient", a.patient, "Identifiant ou NAM")->required();
    get->add_option("resource", a.resource, "Type/id")->required();
    auto* verify = app.add_subcommand("verify", "Vérifie le journal et la vue");
    verify->add_flag("--full", a.full, "Jusqu’à chaque ressource et document joint");
    app.add_subcommand("rebuild", "Refait la vue depuis le journal signé");
    app.add_subcommand("stats", "Compte ce que le coffre contient");
    auto* clinic = app.add_subcommand("clinic", "Crée un coffre de patients fictifs");
    clinic->add_option("patients", a.patients, "Nombre de patients")
        ->required()
        ->check(CLI::Range(1, 1'000'000));
    clinic->add_option("folder", a.folder, "Dossier du coffre")->required();
}

QStringList texts(const std::vector<std::string>& values) {
    QStringList list;
    for (const std::string& value : values)
        list += text(value);
    return list;
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
    if (a.vault.empty()) {
        cli::tell(QCoreApplication::translate("Cli", "Indiquez le coffre : --vault DOSSIER"));
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
    if (name == "verify")
        return commands.verify(a.full);
    if (name == "rebuild")
        return commands.rebuild();
    return commands.stats();
}

} // namespace

int main(int argc, char** argv) {
    const auto hardened = base::hardenProcess();
    QCoreApplication application(argc, argv);
    if (!hardened)
        return cli::tellError(hardened.error());
    QTranslator translator;
    const QLocale locale;
    // French is the source language; C and POSIX count as French.
    if (locale.language() != QLocale::French && locale.language() != QLocale::C &&
        translator.load(QStringLiteral("chevet_en"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
    if (const auto sound = session::selfCheck(); !sound)
        return cli::tellError(sound.error());

    CLI::App app("Chevet, dossiers patients chiffrés");
    Arguments arguments;
    describe(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::Done : cli::WrongUsage;
    }
    return run(app, arguments);
}
