#include "session/messages_import.h"

#include <QCoreApplication>

#include <iterator>

namespace chevet::session {

namespace {

// In the order of import::Reason.
constexpr const char* texts[] = {
    QT_TRANSLATE_NOOP("ImportReason", "Fichier introuvable."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Fichier illisible : vérifiez les droits d’accès et le disque."),
    QT_TRANSLATE_NOOP("ImportReason", "Ce n’est pas un fichier ordinaire : il n’a pas été ouvert."),
    QT_TRANSLATE_NOOP("ImportReason", "Lien qui revient sur lui-même ou ne mène nulle part."),
    QT_TRANSLATE_NOOP("ImportReason", "Nom de fichier illisible : renommez le fichier."),
    QT_TRANSLATE_NOOP("ImportReason", "Fichier vide."),
    QT_TRANSLATE_NOOP("ImportReason", "Incomplet : la fin manque. Demandez un nouvel export."),
    QT_TRANSLATE_NOOP("ImportReason", "Encodage UTF-16 : enregistrez le fichier en UTF-8."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Document PDF : pas encore pris en charge par l’importation."),
    QT_TRANSLATE_NOOP("ImportReason", "Image : pas encore prise en charge par l’importation."),
    QT_TRANSLATE_NOOP("ImportReason", "FHIR en XML : demandez l’export en JSON."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Document CDA : pas encore pris en charge par l’importation."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Message HL7 v2 : pas encore pris en charge par l’importation."),
    QT_TRANSLATE_NOOP("ImportReason", "XML qui n’est pas un document clinique connu."),
    QT_TRANSLATE_NOOP("ImportReason", "JSON qui n’est pas une ressource FHIR."),
    QT_TRANSLATE_NOOP("ImportReason", "Format non reconnu."),
    QT_TRANSLATE_NOOP("ImportReason", "NDJSON mal présenté : il faut une ressource par ligne. "
                                      "Redemandez l’export sans mise en forme."),
    QT_TRANSLATE_NOOP("ImportReason", "Archive endommagée : copiez-la ou exportez-la de nouveau."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Archive protégée par un mot de passe : décompressez-la d’abord."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Archive démesurée une fois décompressée : refusée par prudence."),
    QT_TRANSLATE_NOOP("ImportReason", "Archive dans une archive : décompressez-la d’abord."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Nom de fichier dangereux ou lien dans l’archive : refusé par prudence."),
    QT_TRANSLATE_NOOP("ImportReason", "JSON invalide : signalez-le au fournisseur de l’export."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Caractères qui ne sont pas en UTF-8 : enregistrez le fichier en UTF-8."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Caractère nul dans un texte : signalez-le au fournisseur de l’export."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Saut de ligne ou caractère de commande dans un texte : JSON invalide."),
    QT_TRANSLATE_NOOP(
        "ImportReason",
        "Moitié de caractère Unicode dans un texte : signalez-le au fournisseur de l’export."),
    QT_TRANSLATE_NOOP("ImportReason", "Trop de niveaux imbriqués."),
    QT_TRANSLATE_NOOP("ImportReason", "Trop volumineux."),
    QT_TRANSLATE_NOOP("ImportReason", "Le même champ figure deux fois : le sens est ambigu."),
    QT_TRANSLATE_NOOP("ImportReason", "Nombre démesuré."),
    QT_TRANSLATE_NOOP("ImportReason", "Le type de ressource (resourceType) manque."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Le type de ressource (resourceType) n’est pas un nom de type FHIR."),
    QT_TRANSLATE_NOOP("ImportReason", "FHIR DSTU2 : demandez l’export en FHIR R4."),
    QT_TRANSLATE_NOOP("ImportReason", "FHIR STU3 : demandez l’export en FHIR R4."),
    QT_TRANSLATE_NOOP("ImportReason", "FHIR R5 : demandez l’export en FHIR R4."),
    QT_TRANSLATE_NOOP("ImportReason", "Type inconnu de FHIR R4 : conservé tel quel."),
    QT_TRANSLATE_NOOP(
        "ImportReason",
        "Le patient nommé est absent de l’importation : conservé à part, sans dossier."),
    QT_TRANSLATE_NOOP(
        "ImportReason",
        "Le patient nommé pourrait être l’un ou l’autre : conservé à part, sans dossier."),
    QT_TRANSLATE_NOOP(
        "ImportReason",
        "La référence au patient ne mène à rien : rattaché au seul patient du document."),
    QT_TRANSLATE_NOOP("ImportReason", "Plusieurs patients dans un même document : chaque élément "
                                      "est allé au patient qu’il nomme."),
    QT_TRANSLATE_NOOP("ImportReason", "Date invraisemblable : conservée telle quelle, à vérifier."),
    QT_TRANSLATE_NOOP("ImportReason", "Entrée sans ressource : rien à conserver."),
    QT_TRANSLATE_NOOP("ImportReason",
                      "Demande de suppression : une importation ne supprime jamais rien."),
};
static_assert(std::size(texts) == static_cast<std::size_t>(import::Reason::DeletionIgnored) + 1);

} // namespace

QString refusalWords(const QString& reason) {
    for (std::size_t i = 0; i < std::size(texts); ++i)
        if (reason == QLatin1String(import::reasonName(static_cast<import::Reason>(i))))
            return importReasonText(static_cast<import::Reason>(i));
    return reason;
}

QString importReasonText(import::Reason reason) {
    return QCoreApplication::translate("ImportReason", texts[static_cast<std::size_t>(reason)]);
}

} // namespace chevet::session
