#include "session/messages.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chevet::session {

using base::ErrorCode;

namespace {

// Messages::tr(): one context of the translations.
struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

Message diskMessage(const base::Error& error) {
    const QString name = QFileInfo(error.where).fileName();
    switch (error.code) {
    case ErrorCode::DiskFull:
        return {Messages::tr("Le disque est plein."),
                Messages::tr(
                    "Rien de ce qui était enregistré n’est perdu; la dernière action n’a pas été "
                    "faite."),
                Messages::tr("Libérez de l’espace sur le disque, puis recommencez.")};
    case ErrorCode::ReadOnlyDisk:
        return {Messages::tr("Le disque est en lecture seule."),
                Messages::tr("Les dossiers restent lisibles."),
                Messages::tr("Rendez le disque inscriptible, puis rouvrez le coffre.")};
    case ErrorCode::PermissionDenied:
        return {Messages::tr("L’accès à « %1 » est refusé par le système.").arg(name),
                Messages::tr("Le fichier n’a pas été touché."),
                Messages::tr("Vérifiez les permissions du fichier ou du dossier.")};
    case ErrorCode::NotFound:
        return {Messages::tr("« %1 » est introuvable.").arg(name),
                {},
                Messages::tr("Vérifiez le nom et l’emplacement.")};
    case ErrorCode::AlreadyExists:
        return {Messages::tr("« %1 » existe déjà.").arg(name),
                Messages::tr("Rien n’a été remplacé."),
                Messages::tr("Choisissez un autre dossier, vide.")};
    case ErrorCode::AlreadyOpen:
        return {Messages::tr("Ce coffre est déjà ouvert par un autre programme sur ce poste."),
                Messages::tr("Rien n’a été modifié."),
                Messages::tr("Fermez l’autre fenêtre de Chevet, puis recommencez.")};
    default:
        return {
            Messages::tr("Le disque a signalé une erreur sur « %1 ».").arg(name),
            Messages::tr("Ce qui était enregistré n’a pas été touché."),
            Messages::tr("Vérifiez le disque; faites une copie du dossier du coffre avant toute "
                         "réparation.")};
    }
}

Message keyMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::WrongPassphrase:
        return {Messages::tr("Cette phrase de passe n’ouvre pas le coffre."),
                Messages::tr("Rien n’est effacé, quel que soit le nombre d’essais."),
                Messages::tr("Vérifiez la touche Verr. Maj et la langue du clavier.")};
    case ErrorCode::SlotDamaged:
        return {
            Messages::tr("Le fichier des clés (« slots ») est endommagé."),
            Messages::tr(
                "Les dossiers sont intacts; les deux copies sont conservées telles quelles."),
            Messages::tr("Remettez une copie de sauvegarde de « slots » ou utilisez la trousse de "
                         "récupération.")};
    case ErrorCode::SlotsMissing:
        return {Messages::tr(
                    "Ce dossier ne contient pas de coffre : les fichiers « slots » et « slots.2 » "
                    "manquent."),
                Messages::tr("Rien n’a été créé."),
                Messages::tr("Choisissez le dossier du coffre, ou remettez ces fichiers depuis une "
                             "sauvegarde.")};
    case ErrorCode::KdfBelowFloor:
        return {
            Messages::tr(
                "La protection de cette phrase de passe est plus faible que le minimum accepté."),
            Messages::tr("Le coffre n’a pas été ouvert."),
            Messages::tr("Le fichier des clés a pu être remplacé : ouvrez avec la trousse de "
                         "récupération et "
                         "prévenez la personne responsable.")};
    case ErrorCode::KdfAboveCeiling:
        return {Messages::tr("Le fichier des clés demande un calcul démesuré."),
                Messages::tr("Le coffre n’a pas été ouvert."),
                Messages::tr(
                    "Le fichier des clés a pu être altéré : remettez une copie de sauvegarde de « "
                    "slots ».")};
    case ErrorCode::NewerVersion:
        return {Messages::tr("Ce coffre a été écrit par une version plus récente de Chevet."),
                Messages::tr("Rien n’a été modifié."),
                Messages::tr("Mettez Chevet à jour sur ce poste.")};
    case ErrorCode::NoSuchUser:
        return {Messages::tr("Aucun professionnel de ce nom sur ce poste."),
                {},
                Messages::tr("Vérifiez le nom.")};
    case ErrorCode::UserDisabled:
        return {Messages::tr("L’accès de cette personne est désactivé sur ce poste."),
                {},
                Messages::tr("Adressez-vous à la personne responsable de la clinique.")};
    case ErrorCode::WeakPassphrase:
        return {Messages::tr("Cette phrase de passe est trop facile à deviner."),
                Messages::tr("L’ancienne reste en vigueur."),
                Messages::tr("Prenez au moins quatre mots sans lien entre eux, ou seize signes.")};
    case ErrorCode::KeychainUnavailable:
        return {Messages::tr("Le trousseau du système ne répond pas."),
                Messages::tr("La phrase de passe fonctionne toujours."),
                Messages::tr("Ouvrez avec la phrase de passe.")};
    case ErrorCode::KeychainChanged:
        return {
            Messages::tr("Le trousseau du système ne contient plus la clé de ce coffre."),
            Messages::tr("La phrase de passe fonctionne toujours."),
            Messages::tr("Ouvrez avec la phrase de passe; l’ouverture par trousseau pourra être "
                         "réactivée dans les préférences.")};
    case ErrorCode::RecoveryCodeMistyped:
        return {Messages::tr("Le contrôle de la ligne %1 ne correspond pas.").arg(error.where),
                {},
                Messages::tr("Relisez cette ligne sur la feuille.")};
    case ErrorCode::RecoveryCodeWrong:
        return {Messages::tr(
                    "Cette trousse n’ouvre pas ce coffre : elle appartient à une autre clinique ou "
                    "a été remplacée."),
                Messages::tr("Rien n’a été modifié."),
                Messages::tr("Cherchez la trousse qui porte le numéro de la clinique.")};
    case ErrorCode::TooFewSlots:
        return {
            Messages::tr(
                "Il faut au moins deux façons d’ouvrir le coffre en plus du trousseau du système."),
            Messages::tr("Rien n’a été retiré."),
            Messages::tr(
                "Ajoutez un professionnel ou imprimez une nouvelle trousse avant de retirer "
                "celle-ci.")};
    default:
        return {};
    }
}

QString after(const QString& names, const QString& words) {
    return names.isEmpty() ? QString() : words.arg(names);
}

Message mistypedShare(const base::Error& error) {
    return {
        error.detail.isEmpty()
            ? Messages::tr("%1 : chaque ligne se tient, mais pas l’ensemble.").arg(error.where)
            : Messages::tr("%1 : le contrôle de la ligne %2 ne correspond pas.")
                  .arg(error.where, error.detail),
        {},
        error.detail.isEmpty()
            ? Messages::tr("Des lignes de deux parties ont pu être mêlées : recopiez la feuille.")
            : Messages::tr("Relisez cette ligne sur la feuille.")};
}

Message shareMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::NotAShare:
        if (error.detail == u"kit")
            return {
                Messages::tr("%1 est la trousse entière, pas une de ses parties.").arg(error.where),
                {},
                Messages::tr("Elle suffit à elle seule.")};
        return {Messages::tr("%1 n’est pas une partie de la trousse.").arg(error.where),
                {},
                Messages::tr("Donnez les fichiers part-1.txt, part-2.txt… ou un fichier avec les "
                             "sept lignes d’une feuille.")};
    case ErrorCode::ShareMistyped:
        return mistypedShare(error);
    case ErrorCode::ShareOfOtherSet:
        return {
            Messages::tr("Parties d’un autre ensemble : %1 (%2).").arg(error.where, error.detail),
            {},
            Messages::tr("L’ensemble est imprimé sur chaque feuille : il doit être le même "
                         "sur toutes.")};
    case ErrorCode::ShareRepeated:
        return {
            Messages::tr("%1 : cette partie est déjà donnée (%2).").arg(error.where, error.detail),
            {},
            Messages::tr("Donnez chaque partie une seule fois.")};
    case ErrorCode::TooFewShares:
        return {
            Messages::tr("Il manque des parties : encore %1 (%2).").arg(error.where, error.detail),
            Messages::tr("Moins de parties n’apprennent rien de la trousse."),
            Messages::tr("Réunissez d’autres parties du même ensemble.")};
    case ErrorCode::SharesDisagree:
        return {
            Messages::tr("Ces parties ne donnent pas la trousse") +
                after(error.where, Messages::tr(" : à écarter, %1")) + QLatin1Char('.'),
            Messages::tr("Aucune trousse n’est rendue plutôt qu’une fausse."),
            error.where.isEmpty()
                ? Messages::tr("Au moins une partie a été modifiée, contrôles compris : "
                               "ajoutez-en une autre pour savoir laquelle.")
                : Messages::tr("Cette partie a été modifiée, contrôles compris : demandez à qui "
                               "la gardait.")};
    default:
        return {};
    }
}

Message backupMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::BackupIncomplete:
        return {Messages::tr("Ce dossier ne contient pas de sauvegarde terminée."),
                Messages::tr("Rien n’a été restauré."),
                Messages::tr("Choisissez le dossier qui contient le fichier « manifest », ou "
                             "refaites la sauvegarde.")};
    case ErrorCode::BackupDamaged:
        return {Messages::tr("La sauvegarde est endommagée : %1.").arg(error.where),
                Messages::tr("Rien n’a été restauré; la sauvegarde est laissée telle quelle."),
                Messages::tr("Prenez une autre sauvegarde, ou refaites celle-ci depuis un poste.")};
    case ErrorCode::BackupAhead:
        return {Messages::tr("Cette sauvegarde contient plus que ce coffre : le coffre est le plus "
                             "ancien des deux."),
                Messages::tr("La sauvegarde n’a pas été touchée."),
                Messages::tr("Sauvegardez dans un autre dossier, et gardez celui-ci.")};
    case ErrorCode::BackupOfOther:
        return {Messages::tr("Ce dossier contient la sauvegarde d’un autre poste de la clinique."),
                Messages::tr("Rien n’a été ajouté."),
                Messages::tr("Choisissez un dossier par poste.")};
    default:
        return {};
    }
}

Message integrityMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::NotEncrypted:
        return {Messages::tr(
                    "La base de données du coffre n’est pas chiffrée : Chevet refuse de l’ouvrir."),
                Messages::tr("Le fichier est conservé tel quel."),
                Messages::tr(
                    "Prévenez la personne responsable : ce fichier a été remplacé ou écrit par un "
                    "autre programme.")};
    case ErrorCode::CipherMissing:
        return {
            Messages::tr(
                "Ce programme n’a pas été construit avec SQLCipher 4 : Chevet refuse de démarrer."),
            Messages::tr("Aucun fichier n’a été touché."), Messages::tr("Réinstallez Chevet.")};
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::RootMismatch:
        return {Messages::tr("La vue des dossiers est endommagée ou a été altérée."),
                Messages::tr("Le journal signé fait foi; la copie endommagée est mise de côté."),
                Messages::tr("Reconstruisez la vue depuis le journal.")};
    case ErrorCode::LogDamaged:
    case ErrorCode::LogGap:
    case ErrorCode::BadHash:
    case ErrorCode::BadSignature:
        return {
            Messages::tr("Une partie du journal signé ne se vérifie pas (%1).").arg(error.where),
            Messages::tr("Ce qui se vérifie reste lisible; rien n’est supprimé."),
            Messages::tr(
                "Lancez la vérification complète et conservez une copie du dossier du coffre.")};
    case ErrorCode::BlobDamaged:
        return {Messages::tr("Un document joint est endommagé."),
                Messages::tr("Le reste du dossier est intact."),
                Messages::tr("Réimportez le fichier d’origine de ce document.")};
    case ErrorCode::WrongClinic:
        return {Messages::tr("Ces données appartiennent à une autre clinique."),
                Messages::tr("Rien n’a été ajouté."),
                {}};
    case ErrorCode::MembershipForked:
        return {Messages::tr("Deux administrateurs ont modifié la clinique sans se voir."),
                Messages::tr("Les deux suites comptent; seules les inscriptions sont suspendues."),
                Messages::tr("Un administrateur signe la fin de la séparation, puis recommencez.")};
    case ErrorCode::Revoked:
        return {Messages::tr("Cet ajout vient d’un poste évincé, après la limite."),
                Messages::tr("Il est gardé à part et n’entre dans aucun dossier."),
                {}};
    case ErrorCode::UnknownKey:
    case ErrorCode::DecryptFailed:
        return {Messages::tr("Une donnée ne se déchiffre pas avec les clés de ce poste."),
                Messages::tr("Elle est conservée telle quelle."),
                Messages::tr("Lancez la vérification complète.")};
    default:
        return {};
    }
}

Message otherMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::Cancelled:
        return {Messages::tr("Action annulée."),
                Messages::tr("Les fichiers déjà terminés sont entrés au complet."),
                {}};
    case ErrorCode::ReaderTimeout:
        return {Messages::tr("Ce document demande trop de temps à afficher."),
                Messages::tr("Le fichier est intact."),
                Messages::tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::ReaderFailed:
        return {Messages::tr("Ce document ne peut pas être affiché."),
                Messages::tr("Le fichier est intact."),
                Messages::tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::Unsupported:
        return {Messages::tr("Chevet ne sait pas afficher ce type de document."),
                Messages::tr("Le fichier est intact."),
                Messages::tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::JoinCodeMistyped:
        return {
            error.detail.isEmpty()
                ? Messages::tr("Ce code n’a pas la forme attendue : 26 signes, sans I, L, O ni U.")
                : Messages::tr("Ce code est celui d’une autre clinique que celle qui a admis ce "
                               "poste."),
            Messages::tr("Rien n’a été changé."),
            Messages::tr("Faites-vous le dicter à nouveau, groupe par groupe.")};
    case ErrorCode::WrongPatient:
        return {error.detail.isEmpty()
                    ? Messages::tr("Cette ressource nomme un autre patient (%1).").arg(error.where)
                    : Messages::tr("Cette ressource ne dit pas de quel patient elle parle."),
                Messages::tr("Rien n’a été ajouté."),
                Messages::tr("Corrigez l’élément subject ou patient, puis recommencez.")};
    case ErrorCode::Refused:
        if (error.where == u"id")
            return {
                Messages::tr("L’identifiant de cette ressource n’a pas la forme que FHIR exige."),
                Messages::tr("Rien n’a été ajouté."),
                Messages::tr("Lettres, chiffres, tirets et points, 64 au plus; ou aucun : "
                             "Chevet en donne un.")};
        [[fallthrough]];
    case ErrorCode::Malformed:
    case ErrorCode::LimitExceeded:
        return {Messages::tr("Ces données n’ont pas la forme attendue."),
                Messages::tr("Rien n’a été ajouté."),
                {}};
    case ErrorCode::DatabaseError:
        return {Messages::tr("La base de données a refusé l’opération."),
                Messages::tr("Le journal signé n’est pas touché."),
                Messages::tr("Recommencez; si l’erreur persiste, reconstruisez la vue.")};
    default:
        return {
            Messages::tr("Chevet a rencontré une situation imprévue (%1).").arg(error.toString()),
            Messages::tr("Rien de ce qui était enregistré n’est perdu."),
            Messages::tr(
                "Rouvrez le coffre; si cela se répète, copiez ce message pour le soutien.")};
    }
}

} // namespace

QString Message::toText() const {
    QStringList lines;
    for (const QString& line : {what, kept, todo})
        if (!line.isEmpty())
            lines += line;
    return lines.join(QLatin1Char('\n'));
}

// What is not there is seldom a file only.
static Message joinMessage(const base::Error& error) {
    if (error.code != ErrorCode::NotFound)
        return {};
    if (error.where == u"join request")
        return {Messages::tr("Aucune demande ne porte ce code dans ce dossier."),
                Messages::tr("Rien n’a été changé."),
                Messages::tr("Vérifiez le code et le dossier; la clé USB est-elle celle du nouveau "
                             "poste?")};
    if (error.where == u"joining")
        return {Messages::tr("Aucune demande n’a été faite depuis ce dossier de coffre."),
                Messages::tr("Rien n’a été changé."),
                Messages::tr("Commencez par la demande : join-request")};
    if (error.where == u"admission")
        return {Messages::tr("La clinique n’a pas encore admis ce poste."),
                Messages::tr("La demande reste valable."),
                Messages::tr("Faites taper le code de ce poste à qui administre la clinique, puis "
                             "rapportez le dossier d’échange.")};
    return {};
}

Message describe(const base::Error& error) {
    if (const Message words = joinMessage(error); !words.what.isEmpty())
        return words;
    switch (error.code) {
    case ErrorCode::IoError:
    case ErrorCode::PermissionDenied:
    case ErrorCode::ReadOnlyDisk:
    case ErrorCode::DiskFull:
    case ErrorCode::AlreadyExists:
    case ErrorCode::AlreadyOpen:
    case ErrorCode::NotFound:
        return diskMessage(error);
    default:
        break;
    }
    for (const auto& words :
         {keyMessage(error), shareMessage(error), backupMessage(error), integrityMessage(error)})
        if (!words.what.isEmpty())
            return words;
    return otherMessage(error);
}

} // namespace chevet::session
