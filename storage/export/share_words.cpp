#include "export/share_words.h"

namespace chevet::exporting {

namespace {

const ShareWords& french() {
    static const ShareWords words{
        .language = "fr-CA",
        .title = QStringLiteral("Trousse, partie %1 de %2"),
        .enough = QStringLiteral("%1 parties sur %2 suffisent"),
        .set = QStringLiteral("Ensemble %1, fait le %2"),
        .clinic = QStringLiteral("Clinique %1"),
        .warning = QStringLiteral("À garder loin des autres parties, sous clé."),
        .qrAlternative =
            QStringLiteral("Code QR : la même partie, à lire par une caméra plutôt qu’à recopier"),
        .tableHead = QStringLiteral("112 signes, 7 lignes de 4 groupes"),
        .checkHead = QStringLiteral("contrôle"),
        .lineHead = QStringLiteral("Ligne"),
        .reading = QStringLiteral(
            "0 est zéro ; I, L, O et U ne servent pas. Le contrôle révèle une erreur de copie."),
        .reasons =
            {{QStringLiteral("%1 parties remplacent la trousse"),
              QStringLiteral("Réunies, elles rouvrent le coffre de la clinique, même si chacun a "
                             "oublié sa phrase de passe. Moins de %1 n’apprennent rien.")},
             {QStringLiteral("Une personne, une partie"),
              QStringLiteral("Jamais deux au même endroit. Ni photo, ni courriel, ni nuage.")},
             {QStringLiteral("Une partie perdue"),
              QStringLiteral("Tant qu’il en reste %1, rien n’est perdu : réunissez-les, faites un "
                             "nouvel ensemble et détruisez toutes les anciennes parties.")},
             {QStringLiteral("Une vérification par an"),
              QStringLiteral(
                  "Réunir %1 parties, lire la trousse, puis rendre à chacun la sienne.")}},
        .useTitle = QStringLiteral("Pour s’en servir"),
        .use = QStringLiteral(
            "Recopier les sept lignes, ou lire le code QR, dans un fichier texte par partie, puis "
            ": "
            "chevet-cli shares open FICHIERS. Le code de la trousse s’affiche ; il ouvre le coffre "
            "ou une sauvegarde."),
        .keeper = QStringLiteral("Gardée par"),
        .given = QStringLiteral("Remise le"),
    };
    return words;
}

const ShareWords& english() {
    static const ShareWords words{
        .language = "en-CA",
        .title = QStringLiteral("Recovery kit, part %1 of %2"),
        .enough = QStringLiteral("%1 parts of %2 are enough"),
        .set = QStringLiteral("Set %1, made on %2"),
        .clinic = QStringLiteral("Clinic %1"),
        .warning = QStringLiteral("Keep apart from the others, locked away."),
        .qrAlternative =
            QStringLiteral("QR code: the same part, to be read by a camera rather than typed"),
        .tableHead = QStringLiteral("112 characters, 7 lines of 4 groups"),
        .checkHead = QStringLiteral("check"),
        .lineHead = QStringLiteral("Line"),
        .reading = QStringLiteral(
            "0 is zero; I, L, O and U are not used. The check reveals a copying mistake."),
        .reasons =
            {{QStringLiteral("%1 parts replace the kit"),
              QStringLiteral(
                  "Together they open the clinic’s vault again, even if all passphrases are "
                  "forgotten. Fewer than %1 tell nothing.")},
             {QStringLiteral("One person, one part"),
              QStringLiteral("Never two in one place. No photo, no e-mail, no cloud.")},
             {QStringLiteral("A part is lost"),
              QStringLiteral("As long as %1 are left, nothing is lost: bring them together, make a "
                             "new set and destroy all the old parts.")},
             {QStringLiteral("Verified once a year"),
              QStringLiteral(
                  "Bring %1 parts together, read the kit, then give everyone theirs back.")}},
        .useTitle = QStringLiteral("How to use it"),
        .use = QStringLiteral(
            "Copy the seven lines, or the QR code, into one text file per part, then: chevet-cli "
            "shares open FILES. The code of the kit is shown; it opens the vault or a backup."),
        .keeper = QStringLiteral("Kept by"),
        .given = QStringLiteral("Given on"),
    };
    return words;
}

} // namespace

const ShareWords& shareWords(DocumentLanguage language) {
    return language == DocumentLanguage::English ? english() : french();
}

} // namespace chevet::exporting
