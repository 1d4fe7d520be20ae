#include "session/messages.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chevet::session {

using base::ErrorCode;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Messages", text);
}

Message diskMessage(const base::Error& error) {
    const QString name = QFileInfo(error.where).fileName();
    switch (error.code) {
    case ErrorCode::DiskFull:
        return {tr("Le disque est plein."),
                tr("Rien de ce qui était enregistré n’est perdu; la dernière action n’a pas été "
                   "faite."),
                tr("Libérez de l’espace sur le disque, puis recommencez.")};
    case ErrorCode::ReadOnlyDisk:
        return {tr("Le disque est en lecture seule."), tr("Les dossiers restent lisibles."),
                tr("Rendez le disque inscriptible, puis rouvrez le coffre.")};
    case ErrorCode::PermissionDenied:
        return {tr("L’accès à « %1 » est refusé par le système.").arg(name),
                tr("Le fichier n’a pas été touché."),
                tr("Vérifiez les permissions du fichier ou du dossier.")};
    case ErrorCode::NotFound:
        return {
            tr("« %1 » est introuvable.").arg(name), {}, tr("Vérifiez le nom et l’emplacement.")};
    case ErrorCode::AlreadyExists:
        return {tr("« %1 » existe déjà.").arg(name), tr("Rien n’a été remplacé."),
                tr("Choisissez un autre dossier, vide.")};
    case ErrorCode::AlreadyOpen:
        return {tr("Ce coffre est déjà ouvert par un autre programme sur ce poste."),
                tr("Rien n’a été modifié."),
                tr("Fermez l’autre fenêtre de Chevet, puis recommencez.")};
    default:
        return {tr("Le disque a signalé une erreur sur « %1 ».").arg(name),
                tr("Ce qui était enregistré n’a pas été touché."),
                tr("Vérifiez le disque; faites une copie du dossier du coffre avant toute "
                   "réparation.")};
    }
}

Message keyMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::WrongPassphrase:
        return {tr("Cette phrase de passe n’ouvre pas le coffre."),
                tr("Rien n’est effacé, quel que soit le nombre d’essais."),
                tr("Vérifiez la touche Verr. Maj et la langue du clavier.")};
    case ErrorCode::SlotDamaged:
        return {tr("Le fichier des clés (« slots ») est endommagé."),
                tr("Les dossiers sont intacts; les deux copies sont conservées telles quelles."),
                tr("Remettez une copie de sauvegarde de « slots » ou utilisez la trousse de "
                   "récupération.")};
    case ErrorCode::SlotsMissing:
        return {
            tr("Ce dossier ne contient pas de coffre : les fichiers « slots » et « slots.2 » "
               "manquent."),
            tr("Rien n’a été créé."),
            tr("Choisissez le dossier du coffre, ou remettez ces fichiers depuis une sauvegarde.")};
    case ErrorCode::KdfBelowFloor:
        return {
            tr("La protection de cette phrase de passe est plus faible que le minimum accepté."),
            tr("Le coffre n’a pas été ouvert."),
            tr("Le fichier des clés a pu être remplacé : ouvrez avec la trousse de récupération et "
               "prévenez la personne responsable.")};
    case ErrorCode::KdfAboveCeiling:
        return {tr("Le fichier des clés demande un calcul démesuré."),
                tr("Le coffre n’a pas été ouvert."),
                tr("Le fichier des clés a pu être altéré : remettez une copie de sauvegarde de « "
                   "slots ».")};
    case ErrorCode::NewerVersion:
        return {tr("Ce coffre a été écrit par une version plus récente de Chevet."),
                tr("Rien n’a été modifié."), tr("Mettez Chevet à jour sur ce poste.")};
    case ErrorCode::NoSuchUser:
        return {tr("Aucun professionnel de ce nom sur ce poste."), {}, tr("Vérifiez le nom.")};
    case ErrorCode::UserDisabled:
        return {tr("L’accès de cette personne est désactivé sur ce poste."),
                {},
                tr("Adressez-vous à la personne responsable de la clinique.")};
    case ErrorCode::WeakPassphrase:
        return {tr("Cette phrase de passe est trop facile à deviner."),
                tr("L’ancienne reste en vigueur."),
                tr("Prenez au moins quatre mots sans lien entre eux, ou seize signes.")};
    case ErrorCode::KeychainUnavailable:
        return {tr("Le trousseau du système ne répond pas."),
                tr("La phrase de passe fonctionne toujours."),
                tr("Ouvrez avec la phrase de passe.")};
    case ErrorCode::KeychainChanged:
        return {tr("Le trousseau du système ne contient plus la clé de ce coffre."),
                tr("La phrase de passe fonctionne toujours."),
                tr("Ouvrez avec la phrase de passe; l’ouverture par trousseau pourra être "
                   "réactivée dans les préférences.")};
    case ErrorCode::RecoveryCodeMistyped:
        return {tr("Le contrôle de la ligne %1 ne correspond pas.").arg(error.where),
                {},
                tr("Relisez cette ligne sur la feuille.")};
    case ErrorCode::RecoveryCodeWrong:
        return {tr("Cette trousse n’ouvre pas ce coffre : elle appartient à une autre clinique ou "
                   "a été remplacée."),
                tr("Rien n’a été modifié."),
                tr("Cherchez la trousse qui porte le numéro de la clinique.")};
    case ErrorCode::TooFewSlots:
        return {
            tr("Il faut au moins deux façons d’ouvrir le coffre en plus du trousseau du système."),
            tr("Rien n’a été retiré."),
            tr("Ajoutez un professionnel ou imprimez une nouvelle trousse avant de retirer "
               "celle-ci.")};
    default:
        return {};
    }
}

Message integrityMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::NotEncrypted:
        return {tr("La base de données du coffre n’est pas chiffrée : Chevet refuse de l’ouvrir."),
                tr("Le fichier est conservé tel quel."),
                tr("Prévenez la personne responsable : ce fichier a été remplacé ou écrit par un "
                   "autre programme.")};
    case ErrorCode::CipherMissing:
        return {
            tr("Ce programme n’a pas été construit avec SQLCipher 4 : Chevet refuse de démarrer."),
            tr("Aucun fichier n’a été touché."), tr("Réinstallez Chevet.")};
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::RootMismatch:
        return {tr("La vue des dossiers est endommagée ou a été altérée."),
                tr("Le journal signé fait foi; la copie endommagée est mise de côté."),
                tr("Reconstruisez la vue depuis le journal.")};
    case ErrorCode::LogDamaged:
    case ErrorCode::LogGap:
    case ErrorCode::BadHash:
    case ErrorCode::BadSignature:
        return {tr("Une partie du journal signé ne se vérifie pas (%1).").arg(error.where),
                tr("Ce qui se vérifie reste lisible; rien n’est supprimé."),
                tr("Lancez la vérification complète et conservez une copie du dossier du coffre.")};
    case ErrorCode::BlobDamaged:
        return {tr("Un document joint est endommagé."), tr("Le reste du dossier est intact."),
                tr("Réimportez le fichier d’origine de ce document.")};
    case ErrorCode::WrongClinic:
        return {
            tr("Ces données appartiennent à une autre clinique."), tr("Rien n’a été ajouté."), {}};
    case ErrorCode::UnknownKey:
    case ErrorCode::DecryptFailed:
        return {tr("Une donnée ne se déchiffre pas avec les clés de ce poste."),
                tr("Elle est conservée telle quelle."), tr("Lancez la vérification complète.")};
    default:
        return {};
    }
}

Message otherMessage(const base::Error& error) {
    switch (error.code) {
    case ErrorCode::Cancelled:
        return {
            tr("Action annulée."), tr("Les fichiers déjà terminés sont entrés au complet."), {}};
    case ErrorCode::ReaderTimeout:
        return {tr("Ce document demande trop de temps à afficher."), tr("Le fichier est intact."),
                tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::ReaderFailed:
        return {tr("Ce document ne peut pas être affiché."), tr("Le fichier est intact."),
                tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::Unsupported:
        return {tr("Chevet ne sait pas afficher ce type de document."),
                tr("Le fichier est intact."), tr("Exportez-le pour l’ouvrir ailleurs.")};
    case ErrorCode::Malformed:
    case ErrorCode::LimitExceeded:
    case ErrorCode::Refused:
        return {tr("Ces données n’ont pas la forme attendue."), tr("Rien n’a été ajouté."), {}};
    case ErrorCode::DatabaseError:
        return {tr("La base de données a refusé l’opération."),
                tr("Le journal signé n’est pas touché."),
                tr("Recommencez; si l’erreur persiste, reconstruisez la vue.")};
    default:
        return {tr("Chevet a rencontré une situation imprévue (%1).").arg(error.toString()),
                tr("Rien de ce qui était enregistré n’est perdu."),
                tr("Rouvrez le coffre; si cela se répète, copiez ce message pour le soutien.")};
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

Message describe(const base::Error& error) {
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
    for (const auto& words : {keyMessage(error), integrityMessage(error)})
        if (!words.what.isEmpty())
            return words;
    return otherMessage(error);
}

} // namespace chevet::session
