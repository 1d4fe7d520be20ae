#include "export/recovery_kit_words.h"

namespace chevet::exporting {

namespace {

const RecoveryKitWords& french() {
    static const RecoveryKitWords words{
        .language = "fr-CA",
        .title = QStringLiteral("Trousse de récupération"),
        .numbered = QStringLiteral("Trousse nᵒ %1, créée le %2"),
        .clinic = QStringLiteral("Clinique %1"),
        .warning = QStringLiteral("Ouvre tous les dossiers. À ranger sous clé."),
        .qrAlternative =
            QStringLiteral("Code QR : la même trousse, à lire par une caméra plutôt qu’à recopier"),
        .tableHead = QStringLiteral("64 signes, 4 lignes de 4 groupes"),
        .checkHead = QStringLiteral("contrôle"),
        .lineHead = QStringLiteral("Ligne"),
        .reading =
            QStringLiteral("0 est le chiffre zéro ; les lettres I, L, O et U ne servent pas. "
                           "Le contrôle en fin de ligne révèle une erreur de copie."),
        .reasons =
            {{QStringLiteral("Elle remplace toutes les phrases de passe"),
              QStringLiteral("Sur un poste neuf, elle rouvre le coffre de la clinique, même si "
                             "chacun a oublié la sienne. "
                             "Personne d’autre n’a de copie.")},
             {QStringLiteral("Deux exemplaires, deux endroits"),
              QStringLiteral(
                  "Un coffre à la clinique, un autre ailleurs. Ni photo, ni courriel, ni nuage.")},
             {QStringLiteral("Une vérification par an"),
              QStringLiteral("Chevet la propose ; sa date s’affiche à l’écran de déverrouillage.")},
             {QStringLiteral("Elle tient lieu de deuxième signature"),
              QStringLiteral("Tant que la clinique n’a qu’une personne responsable.")}},
        .useTitle = QStringLiteral("Pour s’en servir"),
        .use = QStringLiteral(
            "À l’écran de déverrouillage de Chevet, choisir la trousse de récupération, puis "
            "recopier "
            "les quatre lignes ou lire le code QR avec un lecteur branché au poste."),
        .kept = QStringLiteral("Rangée à"),
        .verified = QStringLiteral("Vérifiée le"),
    };
    return words;
}

const RecoveryKitWords& english() {
    static const RecoveryKitWords words{
        .language = "en-CA",
        .title = QStringLiteral("Recovery kit"),
        .numbered = QStringLiteral("Kit no. %1, made on %2"),
        .clinic = QStringLiteral("Clinic %1"),
        .warning = QStringLiteral("Opens every chart. Keep under lock and key."),
        .qrAlternative =
            QStringLiteral("QR code: the same kit, to be read by a camera rather than typed"),
        .tableHead = QStringLiteral("64 characters, 4 lines of 4 groups"),
        .checkHead = QStringLiteral("check"),
        .lineHead = QStringLiteral("Line"),
        .reading = QStringLiteral("0 is the digit zero; the letters I, L, O and U are not used. "
                                  "The check at the end of a line reveals a copying mistake."),
        .reasons = {{QStringLiteral("It replaces every passphrase"),
                     QStringLiteral("On a new workstation it opens the clinic’s vault again, even "
                                    "if everyone has forgotten "
                                    "theirs. Nobody else has a copy.")},
                    {QStringLiteral("Two copies, two places"),
                     QStringLiteral(
                         "One safe at the clinic, one elsewhere. No photo, no e-mail, no cloud.")},
                    {QStringLiteral("Verified once a year"),
                     QStringLiteral("Chevet asks for it; the date is shown on the unlock screen.")},
                    {QStringLiteral("It stands for the second signature"),
                     QStringLiteral("As long as the clinic has one person in charge only.")}},
        .useTitle = QStringLiteral("How to use it"),
        .use = QStringLiteral("On the unlock screen of Chevet choose the recovery kit, then type "
                              "the four lines or read "
                              "the QR code with a reader plugged into the workstation."),
        .kept = QStringLiteral("Kept at"),
        .verified = QStringLiteral("Verified on"),
    };
    return words;
}

} // namespace

const RecoveryKitWords& recoveryKitWords(DocumentLanguage language) {
    return language == DocumentLanguage::English ? english() : french();
}

} // namespace chevet::exporting
