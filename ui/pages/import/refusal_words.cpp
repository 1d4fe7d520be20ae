// Words for import's stable codes (import/reason names), for a clinic's technician.

#include "ui/pages/import/import_page.h"

#include <QCoreApplication>

namespace chevet::pages {

namespace {

struct Row {
    const char* code;
    const char* words;
};

constexpr Row reasons[] = {
    {"not-found", QT_TRANSLATE_NOOP("Refusal", "Fichier introuvable")},
    {"unreadable", QT_TRANSLATE_NOOP("Refusal", "Lecture refusée ou disque en défaut")},
    {"not-a-file", QT_TRANSLATE_NOOP("Refusal", "N’est pas un fichier ordinaire")},
    {"symlink-loop", QT_TRANSLATE_NOOP("Refusal", "Liens de dossiers en boucle")},
    {"empty", QT_TRANSLATE_NOOP("Refusal", "Fichier vide")},
    {"truncated",
     QT_TRANSLATE_NOOP("Refusal", "Fichier coupé\u00a0: en redemander une copie entière")},
    {"utf16", QT_TRANSLATE_NOOP("Refusal", "Codage UTF-16\u00a0: FHIR s’écrit en UTF-8")},
    {"pdf",
     QT_TRANSLATE_NOOP("Refusal", "PDF seul\u00a0: demander l’exportation FHIR qui le contient")},
    {"picture", QT_TRANSLATE_NOOP(
                    "Refusal", "Image seule\u00a0: demander l’exportation FHIR qui la contient")},
    {"fhir-xml", QT_TRANSLATE_NOOP("Refusal", "FHIR en XML\u00a0: demander la version JSON")},
    {"cda",
     QT_TRANSLATE_NOOP("Refusal", "Document CDA\u00a0: demander une exportation FHIR R4 en JSON")},
    {"hl7v2", QT_TRANSLATE_NOOP("Refusal",
                                "Message HL7 v2\u00a0: demander une exportation FHIR R4 en JSON")},
    {"other-xml", QT_TRANSLATE_NOOP("Refusal", "XML qui n’est pas FHIR")},
    {"other-json", QT_TRANSLATE_NOOP("Refusal", "JSON sans ressource FHIR")},
    {"not-json", QT_TRANSLATE_NOOP("Refusal", "Format non reconnu")},
    {"not-one-per-line",
     QT_TRANSLATE_NOOP("Refusal", "NDJSON dont une ressource occupe plusieurs lignes")},
    {"archive-damaged", QT_TRANSLATE_NOOP("Refusal", "Archive endommagée")},
    {"archive-encrypted", QT_TRANSLATE_NOOP("Refusal", "Archive protégée par un mot de passe")},
    {"archive-bomb", QT_TRANSLATE_NOOP("Refusal", "Archive démesurée une fois ouverte")},
    {"archive-nested",
     QT_TRANSLATE_NOOP("Refusal", "Archive dans une archive\u00a0: l’extraire d’abord")},
    {"archive-unsafe-path",
     QT_TRANSLATE_NOOP("Refusal", "Nom de fichier dangereux dans l’archive")},
    {"malformed", QT_TRANSLATE_NOOP("Refusal", "JSON mal formé")},
    {"not-utf8", QT_TRANSLATE_NOOP("Refusal", "Octets qui ne sont pas de l’UTF-8")},
    {"nul-character", QT_TRANSLATE_NOOP("Refusal", "Caractère nul dans un texte")},
    {"control-character", QT_TRANSLATE_NOOP("Refusal", "Caractère de contrôle dans un texte")},
    {"lone-surrogate", QT_TRANSLATE_NOOP("Refusal", "Moitié de caractère Unicode")},
    {"too-deep", QT_TRANSLATE_NOOP("Refusal", "Imbrication trop profonde")},
    {"too-large", QT_TRANSLATE_NOOP("Refusal", "Ressource trop grande")},
    {"duplicate-key",
     QT_TRANSLATE_NOOP("Refusal",
                       "Même clé écrite deux fois\u00a0: le sens dépendrait du lecteur")},
    {"number-out-of-range", QT_TRANSLATE_NOOP("Refusal", "Nombre hors de toute mesure")},
    {"no-resource-type", QT_TRANSLATE_NOOP("Refusal", "Sans « resourceType »")},
    {"dstu2", QT_TRANSLATE_NOOP("Refusal", "FHIR DSTU2\u00a0: demander R4")},
    {"stu3", QT_TRANSLATE_NOOP("Refusal", "FHIR STU3\u00a0: demander R4")},
    {"r5", QT_TRANSLATE_NOOP("Refusal", "FHIR R5\u00a0: demander R4")},
    {"unknown-type", QT_TRANSLATE_NOOP("Refusal", "Type inconnu de R4, gardé tel quel")},
    {"patient-unknown",
     QT_TRANSLATE_NOOP("Refusal", "Nomme un patient absent de l’importation, gardé à part")},
    {"patient-ambiguous",
     QT_TRANSLATE_NOOP("Refusal", "Pourrait être de deux patients, gardé à part")},
    {"patient-assumed",
     QT_TRANSLATE_NOOP("Refusal", "Référence irrésolue, attribué au seul patient du document")},
    {"several-patients",
     QT_TRANSLATE_NOOP("Refusal", "Plusieurs patients dans un document, chacun le sien")},
    {"absurd-date", QT_TRANSLATE_NOOP("Refusal", "Date invraisemblable, montrée telle quelle")},
    {"entry-without-resource", QT_TRANSLATE_NOOP("Refusal", "Entrée sans ressource")},
    {"deletion-ignored",
     QT_TRANSLATE_NOOP("Refusal",
                       "Demande de suppression ignorée\u00a0: une importation n’efface rien")},
};

constexpr Row duplicates[] = {
    {"same-name-and-birth-date", QT_TRANSLATE_NOOP("Refusal", "Même nom et même naissance")},
    {"same-nam", QT_TRANSLATE_NOOP("Refusal", "Même NAM")},
    {"similar-name-and-birth-date", QT_TRANSLATE_NOOP("Refusal", "Noms proches, même naissance")},
    {"same-name", QT_TRANSLATE_NOOP("Refusal", "Même nom")},
};

template <std::size_t N>
QString find(const Row (&rows)[N], const QString& code) {
    for (const Row& row : rows) {
        if (code == QLatin1String(row.code))
            return QCoreApplication::translate("Refusal", row.words);
    }
    return code;
}

} // namespace

QString refusalWords(const QString& reason) {
    return find(reasons, reason);
}

QString duplicateWords(const QString& reason) {
    return find(duplicates, reason);
}

} // namespace chevet::pages
