<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="fr_CA">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n médicament(s)</source>
        <translation>
            <numerusform>%n medication</numerusform>
            <numerusform>%n medications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résultat(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n allergie(s)</source>
        <translation>
            <numerusform>%n allergy</numerusform>
            <numerusform>%n allergies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problème(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vaccin(s)</source>
        <translation>
            <numerusform>%n vaccine</numerusform>
            <numerusform>%n vaccines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visite(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendez-vous</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message>
        <source>identité</source>
        <translation>identity</translation>
    </message>
    <message numerus="yes">
        <source>%n demande(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examen(s) d’imagerie</source>
        <translation>
            <numerusform>%n imaging study</numerusform>
            <numerusform>%n imaging studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consentement(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Remise</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Importation</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Modification</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Acte inconnu de cette version</source>
        <translation>Act unknown to this version</translation>
    </message>
    <message>
        <source>poste de travail</source>
        <translation>workstation</translation>
    </message>
    <message>
        <source>À %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>chart</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Portée</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Destinataire</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>N° de chaîne</source>
        <translation>No. in the chain</translation>
    </message>
    <message>
        <source>Empreinte</source>
        <translation>Fingerprint</translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s) élément(s)</source>
        <translation>
            <numerusform>%n other item</numerusform>
            <numerusform>%n other items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Un ajout a été coupé avant d’être confirmé; ses octets sont mis de côté.</source>
        <translation>An addition was cut off before it was confirmed; its bytes are set aside.</translation>
    </message>
    <message>
        <source>Le journal contient moins d’ajouts que ce qui avait été confirmé.</source>
        <translation>The log holds fewer additions than had been confirmed.</translation>
    </message>
    <message>
        <source>Une partie du journal est endommagée; le reste est lisible.</source>
        <translation>Part of the log is damaged; the rest can be read.</translation>
    </message>
    <message>
        <source>Un ajout manque dans la suite du journal.</source>
        <translation>An addition is missing from the sequence of the log.</translation>
    </message>
    <message>
        <source>Un ajout du journal porte une signature qui ne se vérifie pas.</source>
        <translation>An addition in the log has a signature that does not verify.</translation>
    </message>
    <message>
        <source>Ce coffre est une copie plus ancienne de lui-même.</source>
        <translation>This vault is an older copy of itself.</translation>
    </message>
    <message>
        <source>La marque d’envoi du journal était illisible.</source>
        <translation>The sending mark of the log could not be read.</translation>
    </message>
    <message>
        <source>Une des deux copies du fichier des clés était endommagée.</source>
        <translation>One of the two copies of the key file was damaged.</translation>
    </message>
    <message>
        <source>La base de données des dossiers était endommagée; elle est mise de côté.</source>
        <translation>The database of the charts was damaged; it is set aside.</translation>
    </message>
    <message>
        <source>La base de données des dossiers manquait.</source>
        <translation>The database of the charts was missing.</translation>
    </message>
    <message>
        <source>La base de données des dossiers était vide.</source>
        <translation>The database of the charts was empty.</translation>
    </message>
    <message>
        <source>Des ajouts confirmés manquaient dans la base de données.</source>
        <translation>Confirmed additions were missing from the database.</translation>
    </message>
    <message>
        <source>Un ajout du journal ne se vérifie pas et n’est pas montré.</source>
        <translation>An addition in the log does not verify and is not shown.</translation>
    </message>
    <message>
        <source>La vue des dossiers ne correspondait pas à sa racine authentifiée : page ancienne ou altérée.</source>
        <translation>The view of the charts did not match its authenticated root: an older or altered page.</translation>
    </message>
    <message>
        <source>Le fichier de la racine authentifiée était endommagé.</source>
        <translation>The file of the authenticated root was damaged.</translation>
    </message>
    <message>
        <source>Une donnée de la vue ne correspondait pas au journal signé.</source>
        <translation>A value in the view did not match the signed log.</translation>
    </message>
    <message>
        <source>Un document joint est endommagé.</source>
        <translation>An attached document is damaged.</translation>
    </message>
    <message>
        <source>Un document joint manque.</source>
        <translation>An attached document is missing.</translation>
    </message>
    <message>
        <source>Une vérification a échoué (%1).</source>
        <translation>A check failed (%1).</translation>
    </message>
    <message>
        <source>Le journal a perdu des ajouts que les dossiers contiennent encore. Les dossiers sont gardés tels quels : restaurer le journal depuis une copie.</source>
        <translation>The log has lost entries that the charts still hold. The charts are kept as they are: restore the log from a copy.</translation>
    </message>
</context>
<context>
    <name>AppBar</name>
    <message>
        <source>Patient, NAM, section ou commande</source>
        <translation>Patient, NAM, section or command</translation>
    </message>
    <message>
        <source>Rechercher&#xa0;: %1</source>
        <translation>Search: %1</translation>
    </message>
</context>
<context>
    <name>ChartRows</name>
    <message>
        <source>sans date</source>
        <translation>undated</translation>
    </message>
    <message>
        <source>Rien à montrer</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>%1, %2, prescrit par %3, %4, %5, signature %6</source>
        <translation>%1, %2, prescribed by %3, %4, %5, signature %6</translation>
    </message>
    <message>
        <source>unités diff.</source>
        <translation>units differ</translation>
    </message>
    <message>
        <source>écart %1 depuis le %2</source>
        <translation>change %1 since %2</translation>
    </message>
    <message>
        <source>sans valeur de référence</source>
        <translation>no reference value</translation>
    </message>
    <message>
        <source>référence %1</source>
        <translation>reference %1</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>Nom non documenté</source>
        <translation>Name not documented</translation>
    </message>
    <message>
        <source>Décès le %1</source>
        <translation>Died on %1</translation>
    </message>
    <message>
        <source>Décès, date non documentée</source>
        <translation>Deceased, date not documented</translation>
    </message>
    <message>
        <source>Joindre</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Autre nom</source>
        <translation>Other name</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>État civil</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>Identité de genre</source>
        <translation>Gender identity</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Aucune allergie connue</source>
        <translation>No known allergies</translation>
    </message>
    <message>
        <source>Aucune connue</source>
        <translation>None known</translation>
    </message>
    <message>
        <source>Actives</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Inactives ou réfutées</source>
        <translation>Inactive or refuted</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>intolérance</source>
        <translation>intolerance</translation>
    </message>
    <message>
        <source>allergie</source>
        <translation>allergy</translation>
    </message>
    <message>
        <source>Criticité</source>
        <translation>Criticality</translation>
    </message>
    <message>
        <source>Certitude</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Réaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>Dernière fois</source>
        <translation>Last occurrence</translation>
    </message>
    <message>
        <source>Aucun résultat, affirmé</source>
        <translation>No results, stated</translation>
    </message>
    <message>
        <source>Aucune mesure, affirmé</source>
        <translation>No measurements, stated</translation>
    </message>
    <message>
        <source>Aucune demande</source>
        <translation>No orders</translation>
    </message>
    <message>
        <source>prévu %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>Attendus</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Terminés</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Priorité</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Pour le</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Confié à</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <source>Personne non nommée</source>
        <translation>Person not named</translation>
    </message>
    <message>
        <source>Aucun niveau de soins</source>
        <translation>No level of care</translation>
    </message>
    <message>
        <source>Discuté le %1</source>
        <translation>Discussed on %1</translation>
    </message>
    <message>
        <source>Discuté le %1 avec %2</source>
        <translation>Discussed on %1 with %2</translation>
    </message>
    <message>
        <source>contenu illisible, gardé tel quel</source>
        <translation>unreadable content, kept as it is</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Body site</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Complications</source>
        <translation>Complications</translation>
    </message>
    <message>
        <source>Suivi</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Non fait</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Activités</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>Vise</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>Cible</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Problèmes</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Demande de paiement</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Relevé de prestations</source>
        <translation>Explanation of benefits</translation>
    </message>
    <message>
        <source>Couverture d’assurance</source>
        <translation>Insurance coverage</translation>
    </message>
    <message>
        <source>Provenance déclarée</source>
        <translation>Stated provenance</translation>
    </message>
    <message>
        <source>Organisme</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>Professionnel</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Prélèvement</source>
        <translation>Specimen</translation>
    </message>
    <message>
        <source>Image ou son</source>
        <translation>Picture or sound</translation>
    </message>
    <message>
        <source>Consentement</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Réponses à un questionnaire</source>
        <translation>Questionnaire responses</translation>
    </message>
    <message>
        <source>Document structuré</source>
        <translation>Structured document</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communication</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Plans de soins</source>
        <translation>Care plans</translation>
    </message>
    <message>
        <source>Objectifs</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>Antécédents familiaux</source>
        <translation>Family history</translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Habitudes et questionnaires</source>
        <translation>Habits and questionnaires</translation>
    </message>
    <message>
        <source>Rendez-vous</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Autres éléments</source>
        <translation>Other items</translation>
    </message>
    <message>
        <source>Administratif, compté seulement</source>
        <translation>Administrative, counted only</translation>
    </message>
    <message numerus="yes">
        <source>%n élément(s) gardé(s) tels quels, sans contenu clinique.</source>
        <translation>
            <numerusform>%n item kept as it is, without clinical content.</numerusform>
            <numerusform>%n items kept as they are, without clinical content.</numerusform>
        </translation>
    </message>
    <message>
        <source>Section sans texte</source>
        <translation>Section without text</translation>
    </message>
    <message>
        <source>remplacé</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Remplace</source>
        <translation>Replaces</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Visite</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Aucune consultation</source>
        <translation>No visits</translation>
    </message>
    <message>
        <source>Aucun document</source>
        <translation>No documents</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Confidentialité</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>Aucune imagerie</source>
        <translation>No imaging</translation>
    </message>
    <message>
        <source>Modalité</source>
        <translation>Modality</translation>
    </message>
    <message>
        <source>Séries</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>ajouté</source>
        <translation>added</translation>
    </message>
    <message>
        <source>inchangé</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>ordonnance</source>
        <translation>prescription</translation>
    </message>
    <message>
        <source>déclaration</source>
        <translation>statement</translation>
    </message>
    <message>
        <source>remise en pharmacie</source>
        <translation>pharmacy dispense</translation>
    </message>
    <message>
        <source>administration</source>
        <translation>administration</translation>
    </message>
    <message>
        <source>Posologie</source>
        <translation>Directions</translation>
    </message>
    <message>
        <source>En détail</source>
        <translation>In detail</translation>
    </message>
    <message>
        <source>Forme</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Voie</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Prescrit par</source>
        <translation>Prescribed by</translation>
    </message>
    <message>
        <source>Quantité</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Renouvellements</source>
        <translation>Refills</translation>
    </message>
    <message>
        <source>Arrêt</source>
        <translation>Reason stopped</translation>
    </message>
    <message>
        <source>Selon</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Substitution</source>
        <translation>Substitution</translation>
    </message>
    <message>
        <source>refusée</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>posologie non précisée</source>
        <translation>directions not specified</translation>
    </message>
    <message>
        <source>non précisé</source>
        <translation>not specified</translation>
    </message>
    <message>
        <source>cessé</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>Aucun médicament</source>
        <translation>No medications</translation>
    </message>
    <message>
        <source>Aucun problème connu</source>
        <translation>No known problems</translation>
    </message>
    <message>
        <source>Actifs</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Résolus ou inactifs</source>
        <translation>Resolved or inactive</translation>
    </message>
    <message>
        <source>résolu le %1</source>
        <translation>resolved %1</translation>
    </message>
    <message>
        <source>Gravité</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Stade</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Preuves</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>diagnostic de consultation</source>
        <translation>visit diagnosis</translation>
    </message>
    <message>
        <source>%1, dose %2</source>
        <translation>%1, dose %2</translation>
    </message>
    <message>
        <source>due depuis %1</source>
        <translation>due since %1</translation>
    </message>
    <message>
        <source>à offrir</source>
        <translation>to be offered</translation>
    </message>
    <message>
        <source>reçu</source>
        <translation>given</translation>
    </message>
    <message>
        <source>non reçu</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>Recommandés</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <source>Au carnet</source>
        <translation>On record</translation>
    </message>
    <message>
        <source>lot %1</source>
        <translation>lot %1</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Série</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Fabricant</source>
        <translation>Manufacturer</translation>
    </message>
    <message>
        <source>Péremption</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>Non reçu</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>la personne elle-même</source>
        <translation>the patient</translation>
    </message>
    <message>
        <source>Aucun vaccin</source>
        <translation>No immunizations</translation>
    </message>
    <message>
        <source>sans valeur</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>sans date</source>
        <translation>undated</translation>
    </message>
    <message>
        <source>inscrit par erreur selon la source</source>
        <translation>entered in error according to the source</translation>
    </message>
    <message>
        <source>Analyse sans nom</source>
        <translation>Unnamed test</translation>
    </message>
    <message>
        <source>%1, %2&#xa0;h&#xa0;%3</source>
        <translation>%1, %2:%3</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Signé par</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Endroit</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Empreinte</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>renouvelée</source>
        <translation>renewed</translation>
    </message>
    <message>
        <source>en vérification</source>
        <translation>being verified</translation>
    </message>
    <message>
        <source>vérifiée</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>signée ici, non envoyée</source>
        <translation>signed here, not sent</translation>
    </message>
    <message>
        <source>clé inconnue</source>
        <translation>unknown key</translation>
    </message>
    <message>
        <source>non valide</source>
        <translation>invalid</translation>
    </message>
    <message>
        <source>La provenance n’a pas pu être lue dans le journal.</source>
        <translation>The provenance could not be read from the log.</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Note sans texte</source>
        <translation>Note without text</translation>
    </message>
    <message>
        <source>Évaluation et plan</source>
        <translation>Assessment and plan</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Médicament</source>
        <translation>Medication</translation>
    </message>
    <message>
        <source>Problème</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Vaccin</source>
        <translation>Vaccine</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Imagerie</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Auteur</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Inscrit</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Caution</translation>
    </message>
    <message>
        <source>Sans intitulé</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>affirmé le %1, %2</source>
        <translation>stated on %1, %2</translation>
    </message>
    <message>
        <source>affirmé le %1</source>
        <translation>stated on %1</translation>
    </message>
    <message>
        <source>affirmé, sans date</source>
        <translation>stated, undated</translation>
    </message>
    <message>
        <source>affirmé, %1</source>
        <translation>stated, %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Format non précisé</source>
        <translation>Format not specified</translation>
    </message>
    <message>
        <source>o</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Ko</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Le fichier demande un mot de passe.</source>
        <translation>The file asks for a password.</translation>
    </message>
    <message>
        <source>La page dépasse le temps permis au lecteur isolé. Rien d’autre n’est touché.</source>
        <translation>The page exceeds the time allowed to the isolated reader. Nothing else is affected.</translation>
    </message>
    <message>
        <source>Le fichier reçu est endommagé : le lecteur isolé ne peut pas le peindre.</source>
        <translation>The file received is damaged: the isolated reader cannot draw it.</translation>
    </message>
    <message>
        <source>Le fichier dépasse les limites du lecteur isolé.</source>
        <translation>The file exceeds the limits of the isolated reader.</translation>
    </message>
    <message>
        <source>Ce format ne se peint pas dans Chevet.</source>
        <translation>This format cannot be drawn in Chevet.</translation>
    </message>
    <message>
        <source>Le lecteur isolé s’est arrêté. Rien d’autre n’est touché.</source>
        <translation>The isolated reader stopped. Nothing else is affected.</translation>
    </message>
    <message>
        <source> ; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Identité et coordonnées</source>
        <translation>Identity and contact details</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Équipe et proches</source>
        <translation>Care team and related persons</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Rapport de laboratoire</source>
        <translation>Lab report</translation>
    </message>
    <message>
        <source>Conclusion codée</source>
        <translation>Coded conclusion</translation>
    </message>
    <message>
        <source>Laboratoire</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>entrée %1</source>
        <translation>entry %1</translation>
    </message>
    <message>
        <source>ligne %1</source>
        <translation>line %1</translation>
    </message>
    <message>
        <source>N° de chaîne</source>
        <translation>No. in the chain</translation>
    </message>
    <message>
        <source>début</source>
        <translation>start</translation>
    </message>
    <message>
        <source>Renouvelable jusqu’au</source>
        <translation>Renewable until</translation>
    </message>
    <message numerus="yes">
        <source>contredit par %n allergie(s) inscrite(s)</source>
        <translation>
            <numerusform>contradicted by %n listed allergy</numerusform>
            <numerusform>contradicted by %n listed allergies</numerusform>
        </translation>
    </message>
    <message>
        <source>Interdits et proposés</source>
        <translation>Prohibited and proposed</translation>
    </message>
    <message>
        <source>Décès</source>
        <translation>Died</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Renouvellement expiré le</source>
        <translation>Renewal expired on</translation>
    </message>
    <message>
        <source>Cessés</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message numerus="yes">
        <source>contredit par %n élément(s) inscrit(s)</source>
        <translation>
            <numerusform>contradicted by %n listed item</numerusform>
            <numerusform>contradicted by %n listed items</numerusform>
        </translation>
    </message>
    <message>
        <source>Le registre n’a pas pu être lu dans le journal.</source>
        <translation>The register could not be read from the log.</translation>
    </message>
    <message>
        <source>posologie modifiée</source>
        <translation>dosage changed</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>%1 ressources de %2 patients, %3 fichiers, en %4.</source>
        <translation>%1 resources of %2 patients, %3 files, in %4.</translation>
    </message>
    <message>
        <source>%1 étaient déjà au dossier, identiques.</source>
        <translation>%1 were already in the chart, identical.</translation>
    </message>
    <message>
        <source>Import suspendu : les fichiers terminés sont entrés au complet, les autres n’ont rien laissé.</source>
        <translation>Import stopped: finished files went in whole, the others left nothing.</translation>
    </message>
    <message>
        <source>%1%2 : %3</source>
        <translation>%1%2: %3</translation>
    </message>
    <message>
        <source>Rôle inconnu : %1. Rôles : medecin, infirmiere, pharmacien, secretaire, administration.</source>
        <translation>Unknown role: %1. Roles: medecin, infirmiere, pharmacien, secretaire, administration.</translation>
    </message>
    <message>
        <source>Phrase de passe du nouveau coffre : </source>
        <translation>Passphrase of the new vault: </translation>
    </message>
    <message>
        <source>Coffre créé. Notez le code de la trousse de récupération et gardez-le sous clé : il ne sera plus affiché.</source>
        <translation>Vault created. Write down the code of the recovery kit and keep it locked away: it will not be shown again.</translation>
    </message>
    <message>
        <source>%1 patients.</source>
        <translation>%1 patients.</translation>
    </message>
    <message>
        <source>Section inconnue : %1. Sections : %2.</source>
        <translation>Unknown section: %1. Sections: %2.</translation>
    </message>
    <message>
        <source>%1 entrées, %2 signatures et %3 ressources vérifiées : tout est intact.</source>
        <translation>%1 entries, %2 signatures and %3 resources verified: everything is intact.</translation>
    </message>
    <message>
        <source>%1 entrées vérifiées : %2 alarmes.</source>
        <translation>%1 entries verified: %2 alarms.</translation>
    </message>
    <message>
        <source>%1 patients, %2 ressources, %3 versions</source>
        <translation>%1 patients, %2 resources, %3 versions</translation>
    </message>
    <message>
        <source>%1 importés, %2 sur le disque, %3 entrées signées, %4 documents joints</source>
        <translation>%1 imported, %2 on disk, %3 signed entries, %4 attached documents</translation>
    </message>
    <message>
        <source>La phrase de passe est dans %1.</source>
        <translation>The passphrase is in %1.</translation>
    </message>
    <message>
        <source>Entrés, mais à savoir (%1) :</source>
        <translation>Taken in, but worth knowing (%1):</translation>
    </message>
</context>
<context>
    <name>ClinicCommands</name>
    <message>
        <source>Phrase de passe pour ce poste : </source>
        <translation>Passphrase for this workstation: </translation>
    </message>
    <message>
        <source>signé par un poste évincé, après la limite : gardé à part</source>
        <translation>signed by a revoked workstation, after the limit: kept aside</translation>
    </message>
    <message>
        <source>ce qui le précède n’y est pas : recopiez la clé au complet</source>
        <translation>what comes before it is not there: copy the stick again in full</translation>
    </message>
    <message>
        <source>d’une autre clinique</source>
        <translation>from another clinic</translation>
    </message>
    <message>
        <source>signé par un poste que la clinique ne connaît pas</source>
        <translation>signed by a workstation the clinic does not know</translation>
    </message>
    <message>
        <source>signature fausse</source>
        <translation>false signature</translation>
    </message>
    <message>
        <source>endommagé</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>Remis : %1 ajouts, %2 pièces jointes. Reçus : %3 ajouts, %4 pièces jointes.</source>
        <translation>Sent: %1 entries, %2 attachments. Received: %3 entries, %4 attachments.</translation>
    </message>
    <message>
        <source>Mis à part, rien n’est effacé : %1, n° %2 (%3) : %4</source>
        <translation>Set aside, nothing is deleted: %1, no. %2 (%3): %4</translation>
    </message>
    <message>
        <source>Fichier coupé pendant sa copie, à recopier : %1</source>
        <translation>File cut while it was copied, to be copied again: %1</translation>
    </message>
    <message>
        <source>Le poste %1 attend des ajouts qui ne sont pas encore arrivés.</source>
        <translation>Workstation %1 waits for entries that have not arrived yet.</translation>
    </message>
    <message>
        <source>Le dossier contient aussi ce qui n’est pas à cette clinique, laissé tel quel : %1</source>
        <translation>The folder also holds what is not this clinic’s, left as it is: %1</translation>
    </message>
    <message>
        <source>Ce coffre était une copie plus ancienne de lui-même : ses ajouts lui ont été rendus.</source>
        <translation>This vault was an older copy of itself: its entries were given back to it.</translation>
    </message>
    <message>
        <source>Deux copies d’un même poste ont travaillé : les deux suites sont gardées. Gardez un seul de ces postes et inscrivez l’autre à nouveau.</source>
        <translation>Two copies of one workstation have been at work: both lines are kept. Keep one of these workstations and enrol the other again.</translation>
    </message>
    <message>
        <source>Deux administrateurs ont modifié la clinique sans se voir : les inscriptions sont suspendues jusqu’à « device resolve ».</source>
        <translation>Two administrators changed the clinic without seeing each other: enrolment is suspended until “device resolve”.</translation>
    </message>
    <message>
        <source>CE POSTE A ÉTÉ ÉVINCÉ : ce qu’il écrit n’entre plus dans les dossiers de la clinique.</source>
        <translation>THIS WORKSTATION WAS REVOKED: what it writes no longer enters the clinic’s files.</translation>
    </message>
    <message>
        <source>Demande déposée. Dictez ce code à qui administre la clinique; il vous donnera le sien.</source>
        <translation>Request left. Read this code to whoever administers the clinic; they will give you theirs.</translation>
    </message>
    <message>
        <source>Ce poste est inscrit à « %1 ». Prenez ses dossiers : exchange %2</source>
        <translation>This workstation is enrolled at “%1”. Fetch its files: exchange %2</translation>
    </message>
    <message>
        <source>Admis : le poste « %1 » et %2. Dictez-leur le code de la clinique.</source>
        <translation>Admitted: workstation “%1” and %2. Read them the clinic’s code.</translation>
    </message>
    <message>
        <source>« %1 » n’est pas l’identifiant d’un poste : voyez device list</source>
        <translation>“%1” is not the id of a workstation: see device list</translation>
    </message>
    <message>
        <source>Poste évincé. Ce qu’il avait remis compte toujours; une nouvelle clé lui est inconnue. Faites circuler la nouvelle : exchange</source>
        <translation>Workstation revoked. What it had handed in still counts; it does not know the new key. Pass the news on: exchange</translation>
    </message>
    <message>
        <source>Remise : %1 ajouts, %2</source>
        <translation>Sending: %1 entries, %2</translation>
    </message>
    <message>
        <source>Réception : %1 ajouts, %2</source>
        <translation>Receiving: %1 entries, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conflit(s).</source>
        <translation>
            <numerusform>%n conflict.</numerusform>
            <numerusform>%n conflicts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Décision signée; toutes les valeurs restent à l’historique.</source>
        <translation>Decision signed; every value stays in the history.</translation>
    </message>
</context>
<context>
    <name>DemoClinic</name>
    <message>
        <source>Préparation de la clinique de démonstration</source>
        <translation>Preparing the demonstration clinic</translation>
    </message>
    <message>
        <source>Clinique de démonstration, patients fictifs. La phrase de passe de chacun est «&#xa0;%1&#xa0;».</source>
        <translation>Demonstration clinic, fictional patients. Everyone’s passphrase is “%1”.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Dossier du coffre</source>
        <translation>Folder of the vault</translation>
    </message>
    <message>
        <source>DOSSIER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Clinique de démonstration</source>
        <translation>Demonstration clinic</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>Écrire une date comme 2025, 2025-10 ou 2025-10-09.</source>
        <translation>Write a date like 2025, 2025-10 or 2025-10-09.</translation>
    </message>
    <message>
        <source>Écrire une date comme 2025-10-09.</source>
        <translation>Write a date like 2025-10-09.</translation>
    </message>
    <message>
        <source>Réservé aux cliniciens</source>
        <translation>For clinicians only</translation>
    </message>
    <message>
        <source>Réservé aux médecins et aux infirmières</source>
        <translation>For physicians and nurses only</translation>
    </message>
    <message>
        <source>AAAA-MM-JJ</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>AAAA, AAAA-MM ou AAAA-MM-JJ</source>
        <translation>YYYY, YYYY-MM or YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Cette date est à venir.</source>
        <translation>This date is in the future.</translation>
    </message>
    <message>
        <source>médicament</source>
        <translation>medication</translation>
    </message>
    <message>
        <source>aliment</source>
        <translation>food</translation>
    </message>
    <message>
        <source>environnement</source>
        <translation>environment</translation>
    </message>
    <message>
        <source>Manifestation</source>
        <translation>Manifestation</translation>
    </message>
    <message>
        <source>Réaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>urticaire, anaphylaxie</source>
        <translation>hives, anaphylaxis</translation>
    </message>
    <message>
        <source>Gravité de la réaction</source>
        <translation>Severity of the reaction</translation>
    </message>
    <message>
        <source>non précisée</source>
        <translation>not specified</translation>
    </message>
    <message>
        <source>Première manifestation</source>
        <translation>First manifestation</translation>
    </message>
    <message>
        <source>Certitude</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Évolution</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>Substance</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>other</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>allergie</source>
        <translation>allergy</translation>
    </message>
    <message>
        <source>intolérance</source>
        <translation>intolerance</translation>
    </message>
    <message>
        <source>Criticité</source>
        <translation>Criticality</translation>
    </message>
    <message>
        <source>faible</source>
        <translation>low</translation>
    </message>
    <message>
        <source>élevée</source>
        <translation>high</translation>
    </message>
    <message>
        <source>non évaluable</source>
        <translation>unable to assess</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Nouvelle allergie</source>
        <translation>New allergy</translation>
    </message>
    <message>
        <source>Signer la correction</source>
        <translation>Sign the correction</translation>
    </message>
    <message>
        <source>Signer l’ajout</source>
        <translation>Sign the addition</translation>
    </message>
    <message>
        <source>Déjà au dossier : %1, %2.</source>
        <translation>Already in the chart: %1, %2.</translation>
    </message>
    <message>
        <source>Cette allergie ne sera plus parmi les allergies actives.</source>
        <translation>This allergy will no longer be among the active ones.</translation>
    </message>
    <message>
        <source>Aucune allergie connue</source>
        <translation>No known allergies</translation>
    </message>
    <message>
        <source>Signer l’affirmation</source>
        <translation>Sign the statement</translation>
    </message>
    <message>
        <source>Ce qui a été demandé</source>
        <translation>What was asked about</translation>
    </message>
    <message>
        <source>toute allergie</source>
        <translation>any allergy</translation>
    </message>
    <message numerus="yes">
        <source>Contredit par %n allergie(s) active(s) au dossier, à corriger d’abord.</source>
        <translation>
            <numerusform>Contradicted by %n active allergy in the chart, to be corrected first.</numerusform>
            <numerusform>Contradicted by %n active allergies in the chart, to be corrected first.</numerusform>
        </translation>
    </message>
    <message>
        <source>Affirmé aujourd’hui en votre nom ; « non documenté » veut dire que personne n’a demandé.</source>
        <translation>Stated today in your name; “not documented” means that nobody asked.</translation>
    </message>
    <message>
        <source>Vaccin</source>
        <translation>Vaccine</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Numéro de la dose</source>
        <translation>Dose number</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Produit</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Péremption</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>Fabricant</source>
        <translation>Manufacturer</translation>
    </message>
    <message>
        <source>Quantité</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>0,5 mL</source>
        <translation>0.5 mL</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>deltoïde gauche</source>
        <translation>left deltoid</translation>
    </message>
    <message>
        <source>Voie</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Donné ailleurs, selon la personne ou un carnet</source>
        <translation>Given elsewhere, according to the person or a booklet</translation>
    </message>
    <message>
        <source>Inscrit par erreur</source>
        <translation>Entered in error</translation>
    </message>
    <message>
        <source>Le produit était périmé à cette date.</source>
        <translation>The product had expired by that date.</translation>
    </message>
    <message>
        <source>Le numéro de lot manque.</source>
        <translation>The lot number is missing.</translation>
    </message>
    <message>
        <source>Nouveau vaccin</source>
        <translation>New vaccine</translation>
    </message>
    <message>
        <source>Résultat vu</source>
        <translation>Result seen</translation>
    </message>
    <message>
        <source>Signer « vu »</source>
        <translation>Sign “seen”</translation>
    </message>
    <message>
        <source>Suite à donner</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Joindre la personne</source>
        <translation>Contact the person</translation>
    </message>
    <message>
        <source>Répéter l’analyse</source>
        <translation>Repeat the test</translation>
    </message>
    <message>
        <source>Confier à un collègue</source>
        <translation>Hand over to a colleague</translation>
    </message>
    <message>
        <source>Lu, aucune suite</source>
        <translation>Read, no follow-up</translation>
    </message>
    <message>
        <source>Ce résultat est critique et n’aurait aucune suite.</source>
        <translation>This result is critical and would have no follow-up.</translation>
    </message>
    <message>
        <source>Le résultat lui-même n’est pas modifié.</source>
        <translation>The result itself is not changed.</translation>
    </message>
    <message>
        <source>Niveau de soins</source>
        <translation>Level of care</translation>
    </message>
    <message>
        <source>en vigueur : %1</source>
        <translation>in force: %1</translation>
    </message>
    <message>
        <source>Signer le niveau</source>
        <translation>Sign the level</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Choisir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Réanimation cardiorespiratoire</source>
        <translation>Cardiopulmonary resuscitation</translation>
    </message>
    <message>
        <source>non discutée</source>
        <translation>not discussed</translation>
    </message>
    <message>
        <source>tenter</source>
        <translation>attempt</translation>
    </message>
    <message>
        <source>ne pas tenter</source>
        <translation>do not attempt</translation>
    </message>
    <message>
        <source>Discuté avec</source>
        <translation>Discussed with</translation>
    </message>
    <message>
        <source>la patiente et sa fille</source>
        <translation>the patient and her daughter</translation>
    </message>
    <message>
        <source>Date de la discussion</source>
        <translation>Date of the discussion</translation>
    </message>
    <message>
        <source>Tenter la réanimation s’accorde rarement avec le niveau %1.</source>
        <translation>Attempting resuscitation rarely goes with level %1.</translation>
    </message>
    <message>
        <source>La réanimation ne serait pas précisée.</source>
        <translation>Resuscitation would not be specified.</translation>
    </message>
    <message>
        <source>Niveau %1</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>1 fois par jour</source>
        <translation>once a day</translation>
    </message>
    <message>
        <source>2 fois par jour</source>
        <translation>twice a day</translation>
    </message>
    <message>
        <source>3 fois par jour</source>
        <translation>3 times a day</translation>
    </message>
    <message>
        <source>4 fois par jour</source>
        <translation>4 times a day</translation>
    </message>
    <message>
        <source>toutes les 4 heures</source>
        <translation>every 4 hours</translation>
    </message>
    <message>
        <source>toutes les 6 heures</source>
        <translation>every 6 hours</translation>
    </message>
    <message>
        <source>toutes les 8 heures</source>
        <translation>every 8 hours</translation>
    </message>
    <message>
        <source>toutes les 12 heures</source>
        <translation>every 12 hours</translation>
    </message>
    <message>
        <source>tous les 2 jours</source>
        <translation>every 2 days</translation>
    </message>
    <message>
        <source>1 fois par semaine</source>
        <translation>once a week</translation>
    </message>
    <message>
        <source>2 fois par semaine</source>
        <translation>twice a week</translation>
    </message>
    <message>
        <source>3 fois par semaine</source>
        <translation>3 times a week</translation>
    </message>
    <message>
        <source>toutes les 2 semaines</source>
        <translation>every 2 weeks</translation>
    </message>
    <message>
        <source>1 fois par mois</source>
        <translation>once a month</translation>
    </message>
    <message>
        <source>tous les 3 mois</source>
        <translation>every 3 months</translation>
    </message>
    <message>
        <source>sans moment précis</source>
        <translation>at no set time</translation>
    </message>
    <message>
        <source>Allergie au dossier : %1, %2.</source>
        <translation>Allergy in the chart: %1, %2.</translation>
    </message>
    <message>
        <source>Déjà parmi les médicaments actifs : %1, %2.</source>
        <translation>Already among the active medications: %1, %2.</translation>
    </message>
    <message>
        <source>Un nombre et son unité étaient attendus, comme 5 mg.</source>
        <translation>A number and its unit were expected, like 5 mg.</translation>
    </message>
    <message>
        <source>%1 → %2, %3 %</source>
        <translation>%1 → %2, %3%</translation>
    </message>
    <message>
        <source>La dose passe de %1 à %2.</source>
        <translation>The dose goes from %1 to %2.</translation>
    </message>
    <message>
        <source>Quantité par prise</source>
        <translation>Amount per dose</translation>
    </message>
    <message>
        <source>Posologie</source>
        <translation>Dosage</translation>
    </message>
    <message>
        <source>1 comprimé</source>
        <translation>1 tablet</translation>
    </message>
    <message>
        <source>Fréquence</source>
        <translation>Frequency</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Au besoin</source>
        <translation>As needed</translation>
    </message>
    <message>
        <source>Précisions</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>max. 3 g par jour</source>
        <translation>max. 3 g a day</translation>
    </message>
    <message>
        <source>au besoin</source>
        <translation>as needed</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Nouveau médicament</source>
        <translation>New medication</translation>
    </message>
    <message>
        <source>Signer le changement</source>
        <translation>Sign the change</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Déclaré par la personne</source>
        <translation>Stated by the person</translation>
    </message>
    <message>
        <source>Médicament</source>
        <translation>Medication</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>5 mg</source>
        <translation>5 mg</translation>
    </message>
    <message>
        <source>Forme</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>comprimé</source>
        <translation>tablet</translation>
    </message>
    <message>
        <source>Raison du traitement</source>
        <translation>Reason for the treatment</translation>
    </message>
    <message>
        <source>Contexte</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Motif du changement</source>
        <translation>Reason for the change</translation>
    </message>
    <message>
        <source>inscrit au journal avec la signature</source>
        <translation>kept in the log with the signature</translation>
    </message>
    <message>
        <source>Aucune posologie n’est écrite.</source>
        <translation>No dosage is written.</translation>
    </message>
    <message>
        <source>Cesser</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Signer l’arrêt</source>
        <translation>Sign the stop</translation>
    </message>
    <message>
        <source>Raison de l’arrêt</source>
        <translation>Reason for stopping</translation>
    </message>
    <message>
        <source>Date de l’arrêt</source>
        <translation>Date stopped</translation>
    </message>
    <message>
        <source>Cette date est à venir : le médicament est inscrit cessé dès la signature.</source>
        <translation>This date is in the future: the medication is recorded as stopped as soon as you sign.</translation>
    </message>
    <message>
        <source>%1 cessé le %2</source>
        <translation>%1 stopped on %2</translation>
    </message>
    <message>
        <source>Cellulaire</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Joindre</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Travail</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Rue et numéro</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Prénoms</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Naissance</source>
        <translation>Birth</translation>
    </message>
    <message>
        <source>NAM</source>
        <translation>NAM</translation>
    </message>
    <message>
        <source>Langue parlée</source>
        <translation>Language spoken</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>non documentée</source>
        <translation>not documented</translation>
    </message>
    <message>
        <source>français</source>
        <translation>French</translation>
    </message>
    <message>
        <source>anglais</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>non documenté</source>
        <translation>not documented</translation>
    </message>
    <message>
        <source>Identité modifiée : vérifiez avec une pièce.</source>
        <translation>Identity changed: check with a document.</translation>
    </message>
    <message>
        <source>Dix chiffres étaient attendus.</source>
        <translation>Ten digits were expected.</translation>
    </message>
    <message>
        <source>Cette adresse de courriel semble incomplète.</source>
        <translation>This email address looks incomplete.</translation>
    </message>
    <message>
        <source>Un code postal s’écrit comme G1R 1A1.</source>
        <translation>A postal code is written like G1R 1A1.</translation>
    </message>
    <message>
        <source>Coordonnées et identité</source>
        <translation>Contact details and identity</translation>
    </message>
    <message>
        <source>Signer la mise à jour</source>
        <translation>Sign the update</translation>
    </message>
    <message>
        <source>La fin précède le début, %1.</source>
        <translation>The end is before the start, %1.</translation>
    </message>
    <message>
        <source>Nouveau problème de santé</source>
        <translation>New health problem</translation>
    </message>
    <message>
        <source>Problème de santé</source>
        <translation>Health problem</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Déjà parmi les problèmes actifs.</source>
        <translation>Already among the active problems.</translation>
    </message>
    <message>
        <source>Résoudre</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Signer la résolution</source>
        <translation>Sign the resolution</translation>
    </message>
    <message>
        <source>Tension systolique</source>
        <translation>Systolic pressure</translation>
    </message>
    <message>
        <source>Tension diastolique</source>
        <translation>Diastolic pressure</translation>
    </message>
    <message>
        <source>Pouls</source>
        <translation>Pulse</translation>
    </message>
    <message>
        <source>Respiration</source>
        <translation>Breathing</translation>
    </message>
    <message>
        <source>Température</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Saturation (SpO₂)</source>
        <translation>Saturation (SpO₂)</translation>
    </message>
    <message>
        <source>Poids</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Taille</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Périmètre crânien</source>
        <translation>Head circumference</translation>
    </message>
    <message>
        <source>Douleur</source>
        <translation>Pain</translation>
    </message>
    <message>
        <source>dernier : %1, %2</source>
        <translation>last: %1, %2</translation>
    </message>
    <message>
        <source>%1 depuis le %2 (%3)</source>
        <translation>%1 since %2 (%3)</translation>
    </message>
    <message>
        <source>Écart de %1 kg depuis le %2 : à confirmer.</source>
        <translation>%1 kg since %2: to be confirmed.</translation>
    </message>
    <message>
        <source>Écart de %1 cm depuis le %2 : à confirmer.</source>
        <translation>%1 cm since %2: to be confirmed.</translation>
    </message>
    <message>
        <source>Écrire un nombre, comme 37,2.</source>
        <translation>Write a number, like 37.2.</translation>
    </message>
    <message>
        <source>Valeur peu plausible : attendue entre %1 et %2 %3.</source>
        <translation>Unlikely value: expected between %1 and %2 %3.</translation>
    </message>
    <message>
        <source>Une tension a deux valeurs.</source>
        <translation>A pressure has two values.</translation>
    </message>
    <message>
        <source>La diastolique n’est pas au-dessous de la systolique.</source>
        <translation>The diastolic is not below the systolic.</translation>
    </message>
    <message>
        <source>IMC %1</source>
        <translation>BMI %1</translation>
    </message>
    <message>
        <source>%1, IMC %2</source>
        <translation>%1, BMI %2</translation>
    </message>
    <message>
        <source>Écrire une heure comme 14:05.</source>
        <translation>Write a time like 14:05.</translation>
    </message>
    <message>
        <source>Cette mesure serait prise dans l’avenir.</source>
        <translation>This measure would be taken in the future.</translation>
    </message>
    <message>
        <source>Nouveaux signes vitaux</source>
        <translation>New vital signs</translation>
    </message>
    <message>
        <source>Signer les mesures</source>
        <translation>Sign the measures</translation>
    </message>
    <message>
        <source>Date de la mesure</source>
        <translation>Date of the measure</translation>
    </message>
    <message>
        <source>Circonstances</source>
        <translation>Circumstances</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>bras gauche, assise</source>
        <translation>left arm, sitting</translation>
    </message>
    <message numerus="yes">
        <source>%n valeur(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message>
        <source>Retirer une mesure</source>
        <translation>Strike out a measure</translation>
    </message>
    <message>
        <source>Signer le retrait</source>
        <translation>Sign the removal</translation>
    </message>
    <message>
        <source>Raison du retrait</source>
        <translation>Reason for the removal</translation>
    </message>
    <message>
        <source>erreur de saisie, autre personne</source>
        <translation>typing error, another person</translation>
    </message>
    <message>
        <source>La mesure reste à l’historique, marquée comme erreur.</source>
        <translation>The measure stays in the history, marked as an error.</translation>
    </message>
    <message>
        <source>%1, inscrit par erreur</source>
        <translation>%1, entered in error</translation>
    </message>
</context>
<context>
    <name>ImportReason</name>
    <message>
        <source>Fichier introuvable.</source>
        <translation>File not found.</translation>
    </message>
    <message>
        <source>Fichier illisible&#xa0;: vérifiez les droits d’accès et le disque.</source>
        <translation>Unreadable file: check the permissions and the disk.</translation>
    </message>
    <message>
        <source>Ce n’est pas un fichier ordinaire&#xa0;: il n’a pas été ouvert.</source>
        <translation>Not an ordinary file: it was not opened.</translation>
    </message>
    <message>
        <source>Lien qui revient sur lui-même ou ne mène nulle part.</source>
        <translation>A link that returns to itself or leads nowhere.</translation>
    </message>
    <message>
        <source>Fichier vide.</source>
        <translation>Empty file.</translation>
    </message>
    <message>
        <source>Incomplet&#xa0;: la fin manque. Demandez un nouvel export.</source>
        <translation>Incomplete: the end is missing. Ask for a new export.</translation>
    </message>
    <message>
        <source>Encodage UTF-16&#xa0;: enregistrez le fichier en UTF-8.</source>
        <translation>UTF-16 encoding: save the file as UTF-8.</translation>
    </message>
    <message>
        <source>Document PDF&#xa0;: pas encore pris en charge par l’importation.</source>
        <translation>PDF document: not yet supported by the import.</translation>
    </message>
    <message>
        <source>Image&#xa0;: pas encore prise en charge par l’importation.</source>
        <translation>Picture: not yet supported by the import.</translation>
    </message>
    <message>
        <source>FHIR en XML&#xa0;: demandez l’export en JSON.</source>
        <translation>FHIR as XML: ask for the export as JSON.</translation>
    </message>
    <message>
        <source>Document CDA&#xa0;: pas encore pris en charge par l’importation.</source>
        <translation>CDA document: not yet supported by the import.</translation>
    </message>
    <message>
        <source>Message HL7 v2&#xa0;: pas encore pris en charge par l’importation.</source>
        <translation>HL7 v2 message: not yet supported by the import.</translation>
    </message>
    <message>
        <source>XML qui n’est pas un document clinique connu.</source>
        <translation>XML that is no known clinical document.</translation>
    </message>
    <message>
        <source>JSON qui n’est pas une ressource FHIR.</source>
        <translation>JSON that is not a FHIR resource.</translation>
    </message>
    <message>
        <source>Format non reconnu.</source>
        <translation>Format not recognized.</translation>
    </message>
    <message>
        <source>NDJSON mal présenté&#xa0;: il faut une ressource par ligne. Redemandez l’export sans mise en forme.</source>
        <translation>Badly laid out NDJSON: one resource per line is needed. Ask for the export without formatting.</translation>
    </message>
    <message>
        <source>Archive endommagée&#xa0;: copiez-la ou exportez-la de nouveau.</source>
        <translation>Damaged archive: copy or export it again.</translation>
    </message>
    <message>
        <source>Archive protégée par un mot de passe&#xa0;: décompressez-la d’abord.</source>
        <translation>Archive protected by a password: unpack it first.</translation>
    </message>
    <message>
        <source>Archive démesurée une fois décompressée&#xa0;: refusée par prudence.</source>
        <translation>Archive far too large once unpacked: refused to be safe.</translation>
    </message>
    <message>
        <source>Archive dans une archive&#xa0;: décompressez-la d’abord.</source>
        <translation>Archive inside an archive: unpack it first.</translation>
    </message>
    <message>
        <source>Nom de fichier dangereux ou lien dans l’archive&#xa0;: refusé par prudence.</source>
        <translation>Dangerous file name or link in the archive: refused to be safe.</translation>
    </message>
    <message>
        <source>JSON invalide&#xa0;: signalez-le au fournisseur de l’export.</source>
        <translation>Invalid JSON: report it to whoever made the export.</translation>
    </message>
    <message>
        <source>Caractères qui ne sont pas en UTF-8&#xa0;: enregistrez le fichier en UTF-8.</source>
        <translation>Characters that are not UTF-8: save the file as UTF-8.</translation>
    </message>
    <message>
        <source>Caractère nul dans un texte&#xa0;: signalez-le au fournisseur de l’export.</source>
        <translation>Null character in a text: report it to whoever made the export.</translation>
    </message>
    <message>
        <source>Saut de ligne ou caractère de commande dans un texte&#xa0;: JSON invalide.</source>
        <translation>Line break or control character in a text: invalid JSON.</translation>
    </message>
    <message>
        <source>Moitié de caractère Unicode dans un texte&#xa0;: signalez-le au fournisseur de l’export.</source>
        <translation>Half of a Unicode character in a text: report it to whoever made the export.</translation>
    </message>
    <message>
        <source>Trop de niveaux imbriqués.</source>
        <translation>Too many nested levels.</translation>
    </message>
    <message>
        <source>Trop volumineux.</source>
        <translation>Too large.</translation>
    </message>
    <message>
        <source>Le même champ figure deux fois&#xa0;: le sens est ambigu.</source>
        <translation>The same field appears twice: its meaning is ambiguous.</translation>
    </message>
    <message>
        <source>Nombre démesuré.</source>
        <translation>Number beyond any measure.</translation>
    </message>
    <message>
        <source>Le type de ressource (resourceType) manque.</source>
        <translation>The resource type (resourceType) is missing.</translation>
    </message>
    <message>
        <source>FHIR DSTU2&#xa0;: demandez l’export en FHIR R4.</source>
        <translation>FHIR DSTU2: ask for the export as FHIR R4.</translation>
    </message>
    <message>
        <source>FHIR STU3&#xa0;: demandez l’export en FHIR R4.</source>
        <translation>FHIR STU3: ask for the export as FHIR R4.</translation>
    </message>
    <message>
        <source>FHIR R5&#xa0;: demandez l’export en FHIR R4.</source>
        <translation>FHIR R5: ask for the export as FHIR R4.</translation>
    </message>
    <message>
        <source>Type inconnu de FHIR R4&#xa0;: conservé tel quel.</source>
        <translation>Type unknown to FHIR R4: kept as it is.</translation>
    </message>
    <message>
        <source>Le patient nommé est absent de l’importation&#xa0;: conservé à part, sans dossier.</source>
        <translation>The patient it names is not in the import: kept apart, without a chart.</translation>
    </message>
    <message>
        <source>Le patient nommé pourrait être l’un ou l’autre&#xa0;: conservé à part, sans dossier.</source>
        <translation>The patient it names could be one or another: kept apart, without a chart.</translation>
    </message>
    <message>
        <source>La référence au patient ne mène à rien&#xa0;: rattaché au seul patient du document.</source>
        <translation>The reference to the patient leads nowhere: attached to the document’s only patient.</translation>
    </message>
    <message>
        <source>Plusieurs patients dans un même document&#xa0;: chaque élément est allé au patient qu’il nomme.</source>
        <translation>Several patients in one document: each item went to the patient it names.</translation>
    </message>
    <message>
        <source>Date invraisemblable&#xa0;: conservée telle quelle, à vérifier.</source>
        <translation>Implausible date: kept as it is, to be checked.</translation>
    </message>
    <message>
        <source>Entrée sans ressource&#xa0;: rien à conserver.</source>
        <translation>Entry without a resource: nothing to keep.</translation>
    </message>
    <message>
        <source>Demande de suppression&#xa0;: une importation ne supprime jamais rien.</source>
        <translation>Request to delete: an import never deletes anything.</translation>
    </message>
    <message>
        <source>Nom de fichier illisible&#xa0;: renommez le fichier.</source>
        <translation>Unreadable file name: rename the file.</translation>
    </message>
    <message>
        <source>Le type de ressource (resourceType) n’est pas un nom de type FHIR.</source>
        <translation>The resource type (resourceType) is not the name of a FHIR type.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>au-dessus de la référence</source>
        <translation>above the reference</translation>
    </message>
    <message>
        <source>sous la référence</source>
        <translation>below the reference</translation>
    </message>
    <message>
        <source>critique, au-dessus</source>
        <translation>critical, above</translation>
    </message>
    <message>
        <source>critique, sous la limite</source>
        <translation>critical, below the limit</translation>
    </message>
    <message>
        <source>non mesuré</source>
        <translation>not measured</translation>
    </message>
    <message>
        <source>unité ou référence absente</source>
        <translation>unit or reference missing</translation>
    </message>
    <message>
        <source>signature vérifiée</source>
        <translation>signature verified</translation>
    </message>
    <message>
        <source>signée ici, non envoyée</source>
        <translation>signed here, not sent</translation>
    </message>
    <message>
        <source>clé inconnue</source>
        <translation>unknown key</translation>
    </message>
    <message>
        <source>signature non valide</source>
        <translation>invalid signature</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Le disque est plein.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>Rien de ce qui était enregistré n’est perdu; la dernière action n’a pas été faite.</source>
        <translation>Nothing that was saved is lost; the last action was not carried out.</translation>
    </message>
    <message>
        <source>Libérez de l’espace sur le disque, puis recommencez.</source>
        <translation>Free some space on the disk, then try again.</translation>
    </message>
    <message>
        <source>Le disque est en lecture seule.</source>
        <translation>The disk is read-only.</translation>
    </message>
    <message>
        <source>Les dossiers restent lisibles.</source>
        <translation>The charts can still be read.</translation>
    </message>
    <message>
        <source>Rendez le disque inscriptible, puis rouvrez le coffre.</source>
        <translation>Make the disk writable, then reopen the vault.</translation>
    </message>
    <message>
        <source>L’accès à « %1 » est refusé par le système.</source>
        <translation>The system refuses access to “%1”.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas été touché.</source>
        <translation>The file was not touched.</translation>
    </message>
    <message>
        <source>Vérifiez les permissions du fichier ou du dossier.</source>
        <translation>Check the permissions of the file or folder.</translation>
    </message>
    <message>
        <source>« %1 » est introuvable.</source>
        <translation>“%1” cannot be found.</translation>
    </message>
    <message>
        <source>Vérifiez le nom et l’emplacement.</source>
        <translation>Check the name and the place.</translation>
    </message>
    <message>
        <source>« %1 » existe déjà.</source>
        <translation>“%1” already exists.</translation>
    </message>
    <message>
        <source>Rien n’a été remplacé.</source>
        <translation>Nothing was replaced.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, vide.</source>
        <translation>Choose another folder, an empty one.</translation>
    </message>
    <message>
        <source>Ce coffre est déjà ouvert par un autre programme sur ce poste.</source>
        <translation>This vault is already open in another program on this workstation.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Fermez l’autre fenêtre de Chevet, puis recommencez.</source>
        <translation>Close the other Chevet window, then try again.</translation>
    </message>
    <message>
        <source>Le disque a signalé une erreur sur « %1 ».</source>
        <translation>The disk reported an error on “%1”.</translation>
    </message>
    <message>
        <source>Ce qui était enregistré n’a pas été touché.</source>
        <translation>What was saved was not touched.</translation>
    </message>
    <message>
        <source>Vérifiez le disque; faites une copie du dossier du coffre avant toute réparation.</source>
        <translation>Check the disk; copy the vault’s folder before any repair.</translation>
    </message>
    <message>
        <source>Cette phrase de passe n’ouvre pas le coffre.</source>
        <translation>This passphrase does not open the vault.</translation>
    </message>
    <message>
        <source>Rien n’est effacé, quel que soit le nombre d’essais.</source>
        <translation>Nothing is erased, however many attempts.</translation>
    </message>
    <message>
        <source>Vérifiez la touche Verr. Maj et la langue du clavier.</source>
        <translation>Check Caps Lock and the keyboard language.</translation>
    </message>
    <message>
        <source>Le fichier des clés (« slots ») est endommagé.</source>
        <translation>The key file (“slots”) is damaged.</translation>
    </message>
    <message>
        <source>Les dossiers sont intacts; les deux copies sont conservées telles quelles.</source>
        <translation>The charts are intact; both copies are kept as they are.</translation>
    </message>
    <message>
        <source>Remettez une copie de sauvegarde de « slots » ou utilisez la trousse de récupération.</source>
        <translation>Put back a backup of “slots” or use the recovery kit.</translation>
    </message>
    <message>
        <source>Ce dossier ne contient pas de coffre : les fichiers « slots » et « slots.2 » manquent.</source>
        <translation>This folder holds no vault: the files “slots” and “slots.2” are missing.</translation>
    </message>
    <message>
        <source>Rien n’a été créé.</source>
        <translation>Nothing was created.</translation>
    </message>
    <message>
        <source>Choisissez le dossier du coffre, ou remettez ces fichiers depuis une sauvegarde.</source>
        <translation>Choose the vault’s folder, or put these files back from a backup.</translation>
    </message>
    <message>
        <source>La protection de cette phrase de passe est plus faible que le minimum accepté.</source>
        <translation>The protection of this passphrase is weaker than the accepted minimum.</translation>
    </message>
    <message>
        <source>Le coffre n’a pas été ouvert.</source>
        <translation>The vault was not opened.</translation>
    </message>
    <message>
        <source>Le fichier des clés a pu être remplacé : ouvrez avec la trousse de récupération et prévenez la personne responsable.</source>
        <translation>The key file may have been replaced: open with the recovery kit and tell the person in charge.</translation>
    </message>
    <message>
        <source>Le fichier des clés demande un calcul démesuré.</source>
        <translation>The key file asks for an excessive computation.</translation>
    </message>
    <message>
        <source>Le fichier des clés a pu être altéré : remettez une copie de sauvegarde de « slots ».</source>
        <translation>The key file may have been altered: put back a backup of “slots”.</translation>
    </message>
    <message>
        <source>Ce coffre a été écrit par une version plus récente de Chevet.</source>
        <translation>This vault was written by a newer version of Chevet.</translation>
    </message>
    <message>
        <source>Mettez Chevet à jour sur ce poste.</source>
        <translation>Update Chevet on this workstation.</translation>
    </message>
    <message>
        <source>Aucun professionnel de ce nom sur ce poste.</source>
        <translation>No professional of that name on this workstation.</translation>
    </message>
    <message>
        <source>Vérifiez le nom.</source>
        <translation>Check the name.</translation>
    </message>
    <message>
        <source>L’accès de cette personne est désactivé sur ce poste.</source>
        <translation>This person’s access is disabled on this workstation.</translation>
    </message>
    <message>
        <source>Adressez-vous à la personne responsable de la clinique.</source>
        <translation>Ask the person in charge of the clinic.</translation>
    </message>
    <message>
        <source>Cette phrase de passe est trop facile à deviner.</source>
        <translation>This passphrase is too easy to guess.</translation>
    </message>
    <message>
        <source>L’ancienne reste en vigueur.</source>
        <translation>The old one remains in force.</translation>
    </message>
    <message>
        <source>Prenez au moins quatre mots sans lien entre eux, ou seize signes.</source>
        <translation>Take at least four unrelated words, or sixteen characters.</translation>
    </message>
    <message>
        <source>Le trousseau du système ne répond pas.</source>
        <translation>The system keychain does not answer.</translation>
    </message>
    <message>
        <source>La phrase de passe fonctionne toujours.</source>
        <translation>The passphrase still works.</translation>
    </message>
    <message>
        <source>Ouvrez avec la phrase de passe.</source>
        <translation>Open with the passphrase.</translation>
    </message>
    <message>
        <source>Le trousseau du système ne contient plus la clé de ce coffre.</source>
        <translation>The system keychain no longer holds this vault’s key.</translation>
    </message>
    <message>
        <source>Ouvrez avec la phrase de passe; l’ouverture par trousseau pourra être réactivée dans les préférences.</source>
        <translation>Open with the passphrase; opening by keychain can be enabled again in the preferences.</translation>
    </message>
    <message>
        <source>Le contrôle de la ligne %1 ne correspond pas.</source>
        <translation>The check of line %1 does not match.</translation>
    </message>
    <message>
        <source>Relisez cette ligne sur la feuille.</source>
        <translation>Read that line on the sheet again.</translation>
    </message>
    <message>
        <source>Cette trousse n’ouvre pas ce coffre : elle appartient à une autre clinique ou a été remplacée.</source>
        <translation>This kit does not open this vault: it belongs to another clinic or was replaced.</translation>
    </message>
    <message>
        <source>Cherchez la trousse qui porte le numéro de la clinique.</source>
        <translation>Find the kit that bears the clinic’s number.</translation>
    </message>
    <message>
        <source>Il faut au moins deux façons d’ouvrir le coffre en plus du trousseau du système.</source>
        <translation>There must be at least two ways to open the vault besides the system keychain.</translation>
    </message>
    <message>
        <source>Rien n’a été retiré.</source>
        <translation>Nothing was removed.</translation>
    </message>
    <message>
        <source>Ajoutez un professionnel ou imprimez une nouvelle trousse avant de retirer celle-ci.</source>
        <translation>Add a professional or print a new kit before removing this one.</translation>
    </message>
    <message>
        <source>La base de données du coffre n’est pas chiffrée : Chevet refuse de l’ouvrir.</source>
        <translation>The vault’s database is not encrypted: Chevet refuses to open it.</translation>
    </message>
    <message>
        <source>Le fichier est conservé tel quel.</source>
        <translation>The file is kept as it is.</translation>
    </message>
    <message>
        <source>Prévenez la personne responsable : ce fichier a été remplacé ou écrit par un autre programme.</source>
        <translation>Tell the person in charge: this file was replaced or written by another program.</translation>
    </message>
    <message>
        <source>Ce programme n’a pas été construit avec SQLCipher 4 : Chevet refuse de démarrer.</source>
        <translation>This program was not built with SQLCipher 4: Chevet refuses to start.</translation>
    </message>
    <message>
        <source>Aucun fichier n’a été touché.</source>
        <translation>No file was touched.</translation>
    </message>
    <message>
        <source>Réinstallez Chevet.</source>
        <translation>Reinstall Chevet.</translation>
    </message>
    <message>
        <source>La vue des dossiers est endommagée ou a été altérée.</source>
        <translation>The view of the charts is damaged or was altered.</translation>
    </message>
    <message>
        <source>Le journal signé fait foi; la copie endommagée est mise de côté.</source>
        <translation>The signed log is what counts; the damaged copy is set aside.</translation>
    </message>
    <message>
        <source>Reconstruisez la vue depuis le journal.</source>
        <translation>Rebuild the view from the log.</translation>
    </message>
    <message>
        <source>Une partie du journal signé ne se vérifie pas (%1).</source>
        <translation>Part of the signed log does not verify (%1).</translation>
    </message>
    <message>
        <source>Ce qui se vérifie reste lisible; rien n’est supprimé.</source>
        <translation>What verifies can still be read; nothing is deleted.</translation>
    </message>
    <message>
        <source>Lancez la vérification complète et conservez une copie du dossier du coffre.</source>
        <translation>Run the full verification and keep a copy of the vault’s folder.</translation>
    </message>
    <message>
        <source>Un document joint est endommagé.</source>
        <translation>An attached document is damaged.</translation>
    </message>
    <message>
        <source>Le reste du dossier est intact.</source>
        <translation>The rest of the chart is intact.</translation>
    </message>
    <message>
        <source>Réimportez le fichier d’origine de ce document.</source>
        <translation>Import this document’s original file again.</translation>
    </message>
    <message>
        <source>Ces données appartiennent à une autre clinique.</source>
        <translation>These data belong to another clinic.</translation>
    </message>
    <message>
        <source>Rien n’a été ajouté.</source>
        <translation>Nothing was added.</translation>
    </message>
    <message>
        <source>Une donnée ne se déchiffre pas avec les clés de ce poste.</source>
        <translation>A value cannot be decrypted with this workstation’s keys.</translation>
    </message>
    <message>
        <source>Elle est conservée telle quelle.</source>
        <translation>It is kept as it is.</translation>
    </message>
    <message>
        <source>Lancez la vérification complète.</source>
        <translation>Run the full verification.</translation>
    </message>
    <message>
        <source>Action annulée.</source>
        <translation>Action cancelled.</translation>
    </message>
    <message>
        <source>Les fichiers déjà terminés sont entrés au complet.</source>
        <translation>Files already finished went in whole.</translation>
    </message>
    <message>
        <source>Ce document demande trop de temps à afficher.</source>
        <translation>This document takes too long to show.</translation>
    </message>
    <message>
        <source>Le fichier est intact.</source>
        <translation>The file is intact.</translation>
    </message>
    <message>
        <source>Exportez-le pour l’ouvrir ailleurs.</source>
        <translation>Export it to open it elsewhere.</translation>
    </message>
    <message>
        <source>Ce document ne peut pas être affiché.</source>
        <translation>This document cannot be shown.</translation>
    </message>
    <message>
        <source>Chevet ne sait pas afficher ce type de document.</source>
        <translation>Chevet cannot show this kind of document.</translation>
    </message>
    <message>
        <source>Ces données n’ont pas la forme attendue.</source>
        <translation>These data do not have the expected form.</translation>
    </message>
    <message>
        <source>La base de données a refusé l’opération.</source>
        <translation>The database refused the operation.</translation>
    </message>
    <message>
        <source>Le journal signé n’est pas touché.</source>
        <translation>The signed log is not touched.</translation>
    </message>
    <message>
        <source>Recommencez; si l’erreur persiste, reconstruisez la vue.</source>
        <translation>Try again; if the error persists, rebuild the view.</translation>
    </message>
    <message>
        <source>Chevet a rencontré une situation imprévue (%1).</source>
        <translation>Chevet met an unforeseen situation (%1).</translation>
    </message>
    <message>
        <source>Rien de ce qui était enregistré n’est perdu.</source>
        <translation>Nothing that was saved is lost.</translation>
    </message>
    <message>
        <source>Rouvrez le coffre; si cela se répète, copiez ce message pour le soutien.</source>
        <translation>Reopen the vault; if it happens again, copy this message for support.</translation>
    </message>
    <message>
        <source>Cette ressource nomme un autre patient (%1).</source>
        <translation>This resource names another patient (%1).</translation>
    </message>
    <message>
        <source>Cette ressource ne dit pas de quel patient elle parle.</source>
        <translation>This resource does not say which patient it is about.</translation>
    </message>
    <message>
        <source>Corrigez l’élément subject ou patient, puis recommencez.</source>
        <translation>Correct the subject or patient element, then try again.</translation>
    </message>
    <message>
        <source>L’identifiant de cette ressource n’a pas la forme que FHIR exige.</source>
        <translation>This resource’s id does not have the form FHIR requires.</translation>
    </message>
    <message>
        <source>Lettres, chiffres, tirets et points, 64 au plus; ou aucun : Chevet en donne un.</source>
        <translation>Letters, digits, hyphens and dots, at most 64; or none: Chevet gives one.</translation>
    </message>
    <message>
        <source>Deux administrateurs ont modifié la clinique sans se voir.</source>
        <translation>Two administrators changed the clinic without seeing each other.</translation>
    </message>
    <message>
        <source>Les deux suites comptent; seules les inscriptions sont suspendues.</source>
        <translation>Both lines count; only enrolment is suspended.</translation>
    </message>
    <message>
        <source>Un administrateur signe la fin de la séparation, puis recommencez.</source>
        <translation>An administrator signs the end of the split; then try again.</translation>
    </message>
    <message>
        <source>Cet ajout vient d’un poste évincé, après la limite.</source>
        <translation>This entry comes from a revoked workstation, after the limit.</translation>
    </message>
    <message>
        <source>Il est gardé à part et n’entre dans aucun dossier.</source>
        <translation>It is kept aside and enters no file.</translation>
    </message>
    <message>
        <source>Ce code n’a pas la forme attendue : 26 signes, sans I, L, O ni U.</source>
        <translation>This code does not have the expected form: 26 signs, without I, L, O or U.</translation>
    </message>
    <message>
        <source>Ce code est celui d’une autre clinique que celle qui a admis ce poste.</source>
        <translation>This code is that of another clinic than the one that admitted this workstation.</translation>
    </message>
    <message>
        <source>Rien n’a été changé.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Faites-vous le dicter à nouveau, groupe par groupe.</source>
        <translation>Have it read to you again, group by group.</translation>
    </message>
    <message>
        <source>Aucune demande ne porte ce code dans ce dossier.</source>
        <translation>No request in this folder bears this code.</translation>
    </message>
    <message>
        <source>Vérifiez le code et le dossier; la clé USB est-elle celle du nouveau poste?</source>
        <translation>Check the code and the folder; is it the new workstation’s USB stick?</translation>
    </message>
    <message>
        <source>Aucune demande n’a été faite depuis ce dossier de coffre.</source>
        <translation>No request was made from this vault folder.</translation>
    </message>
    <message>
        <source>Commencez par la demande : join-request</source>
        <translation>Begin with the request: join-request</translation>
    </message>
    <message>
        <source>La clinique n’a pas encore admis ce poste.</source>
        <translation>The clinic has not admitted this workstation yet.</translation>
    </message>
    <message>
        <source>La demande reste valable.</source>
        <translation>The request remains valid.</translation>
    </message>
    <message>
        <source>Faites taper le code de ce poste à qui administre la clinique, puis rapportez le dossier d’échange.</source>
        <translation>Have whoever administers the clinic type this workstation’s code, then bring the exchange folder back.</translation>
    </message>
    <message>
        <source>%1 : chaque ligne se tient, mais pas l’ensemble.</source>
        <translation>%1: every line holds, but not the whole.</translation>
    </message>
    <message>
        <source>%1 : le contrôle de la ligne %2 ne correspond pas.</source>
        <translation>%1: the check of line %2 does not match.</translation>
    </message>
    <message>
        <source>Des lignes de deux parties ont pu être mêlées : recopiez la feuille.</source>
        <translation>Lines of two parts may have been mixed: copy the sheet again.</translation>
    </message>
    <message>
        <source>%1 est la trousse entière, pas une de ses parties.</source>
        <translation>%1 is the whole kit, not one of its parts.</translation>
    </message>
    <message>
        <source>Elle suffit à elle seule.</source>
        <translation>It is enough by itself.</translation>
    </message>
    <message>
        <source>%1 n’est pas une partie de la trousse.</source>
        <translation>%1 is not a part of the kit.</translation>
    </message>
    <message>
        <source>Donnez les fichiers part-1.txt, part-2.txt… ou un fichier avec les sept lignes d’une feuille.</source>
        <translation>Give the files part-1.txt, part-2.txt… or a file with the seven lines of a sheet.</translation>
    </message>
    <message>
        <source>Parties d’un autre ensemble : %1 (%2).</source>
        <translation>Parts of another set: %1 (%2).</translation>
    </message>
    <message>
        <source>L’ensemble est imprimé sur chaque feuille : il doit être le même sur toutes.</source>
        <translation>The set is printed on every sheet: it must be the same on all.</translation>
    </message>
    <message>
        <source>%1 : cette partie est déjà donnée (%2).</source>
        <translation>%1: this part was given already (%2).</translation>
    </message>
    <message>
        <source>Donnez chaque partie une seule fois.</source>
        <translation>Give each part once only.</translation>
    </message>
    <message>
        <source>Il manque des parties : encore %1 (%2).</source>
        <translation>Parts are missing: %1 more (%2).</translation>
    </message>
    <message>
        <source>Moins de parties n’apprennent rien de la trousse.</source>
        <translation>Fewer parts tell nothing of the kit.</translation>
    </message>
    <message>
        <source>Réunissez d’autres parties du même ensemble.</source>
        <translation>Bring more parts of the same set together.</translation>
    </message>
    <message>
        <source>Ces parties ne donnent pas la trousse</source>
        <translation>These parts do not give the kit</translation>
    </message>
    <message>
        <source> : à écarter, %1</source>
        <translation>: leave out %1</translation>
    </message>
    <message>
        <source>Aucune trousse n’est rendue plutôt qu’une fausse.</source>
        <translation>No kit is given rather than a wrong one.</translation>
    </message>
    <message>
        <source>Au moins une partie a été modifiée, contrôles compris : ajoutez-en une autre pour savoir laquelle.</source>
        <translation>At least one part was altered, checks included: add another one to learn which.</translation>
    </message>
    <message>
        <source>Cette partie a été modifiée, contrôles compris : demandez à qui la gardait.</source>
        <translation>This part was altered, checks included: ask whoever kept it.</translation>
    </message>
    <message>
        <source>Ce dossier ne contient pas de sauvegarde terminée.</source>
        <translation>This folder does not hold a finished backup.</translation>
    </message>
    <message>
        <source>Rien n’a été restauré.</source>
        <translation>Nothing was restored.</translation>
    </message>
    <message>
        <source>Choisissez le dossier qui contient le fichier « manifest », ou refaites la sauvegarde.</source>
        <translation>Choose the folder that holds the file “manifest”, or make the backup again.</translation>
    </message>
    <message>
        <source>La sauvegarde est endommagée : %1.</source>
        <translation>The backup is damaged: %1.</translation>
    </message>
    <message>
        <source>Rien n’a été restauré; la sauvegarde est laissée telle quelle.</source>
        <translation>Nothing was restored; the backup is left as it is.</translation>
    </message>
    <message>
        <source>Prenez une autre sauvegarde, ou refaites celle-ci depuis un poste.</source>
        <translation>Take another backup, or make this one again from a workstation.</translation>
    </message>
    <message>
        <source>Cette sauvegarde contient plus que ce coffre : le coffre est le plus ancien des deux.</source>
        <translation>This backup holds more than this vault: the vault is the older of the two.</translation>
    </message>
    <message>
        <source>La sauvegarde n’a pas été touchée.</source>
        <translation>The backup was not touched.</translation>
    </message>
    <message>
        <source>Sauvegardez dans un autre dossier, et gardez celui-ci.</source>
        <translation>Back up into another folder, and keep this one.</translation>
    </message>
    <message>
        <source>Ce dossier contient la sauvegarde d’un autre poste de la clinique.</source>
        <translation>This folder holds the backup of another workstation of the clinic.</translation>
    </message>
    <message>
        <source>Choisissez un dossier par poste.</source>
        <translation>Choose one folder for each workstation.</translation>
    </message>
</context>
<context>
    <name>OpenedVault</name>
    <message>
        <source> Réparé depuis le journal.</source>
        <translation> Repaired from the log.</translation>
    </message>
    <message>
        <source>Phrase de passe : </source>
        <translation>Passphrase: </translation>
    </message>
</context>
<context>
    <name>RecordCommands</name>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Déjà au dossier, identique : rien n’a été écrit.</source>
        <translation>Already in the chart, identical: nothing was written.</translation>
    </message>
    <message>
        <source>Signé et enregistré, version %1.</source>
        <translation>Signed and saved, version %1.</translation>
    </message>
    <message>
        <source>%1 accès; la chaîne est intacte.</source>
        <translation>%1 accesses; the chain is intact.</translation>
    </message>
    <message>
        <source>%1 accès; LA CHAÎNE EST ROMPUE : voyez verify.</source>
        <translation>%1 accesses; THE CHAIN IS BROKEN: see verify.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Même nom et même naissance</source>
        <translation>Same name and same birth</translation>
    </message>
    <message>
        <source>Même NAM</source>
        <translation>Same NAM</translation>
    </message>
    <message>
        <source>Noms proches, même naissance</source>
        <translation>Similar names, same birth</translation>
    </message>
    <message>
        <source>Même nom</source>
        <translation>Same name</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>Aucune valeur à tracer : voir le tableau.</source>
        <translation>No value to plot: see the table.</translation>
    </message>
    <message>
        <source>référence %1</source>
        <translation>reference %1</translation>
    </message>
    <message numerus="yes">
        <source>%n valeur(s) dans une autre unité, au tableau</source>
        <translation>
            <numerusform>%n value in another unit, in the table</numerusform>
            <numerusform>%n values in another unit, in the table</numerusform>
        </translation>
    </message>
    <message>
        <source>Tendance de %1, %2</source>
        <translation>Trend of %1, %2</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Écart depuis le %1</source>
        <translation>Change since %1</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>non fournie</source>
        <translation>not provided</translation>
    </message>
    <message>
        <source>Prélèvement</source>
        <translation>Specimen</translation>
    </message>
    <message>
        <source>Laboratoire</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>non précisé</source>
        <translation>not specified</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message numerus="yes">
        <source>%n valeur(s) sans jour précis, au tableau</source>
        <translation>
            <numerusform>%n value without an exact day, in the table</numerusform>
            <numerusform>%n values without an exact day, in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) dans cette ligne</source>
        <translation>
            <numerusform>%n code in this row</numerusform>
            <numerusform>%n codes in this row</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Marquer vu</source>
        <translation>Mark as seen</translation>
    </message>
    <message>
        <source>Retirer cette mesure</source>
        <translation>Strike out this measure</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>Trousse de récupération, quatre lignes :</source>
        <translation>Recovery kit, four lines:</translation>
    </message>
    <message>
        <source>Vue refaite depuis le journal : %1 entrées</source>
        <translation>View made again from the log: %1 entries</translation>
    </message>
    <message>
        <source>Vérification : %1</source>
        <translation>Verifying: %1</translation>
    </message>
    <message>
        <source>%1 fichiers sur %2, %3</source>
        <translation>%1 of %2 files, %3</translation>
    </message>
    <message>
        <source>De 2 à 16 parties, dont 2 au moins doivent suffire : -k 3 -n 5.</source>
        <translation>From 2 to 16 parts, of which at least 2 must be enough: -k 3 -n 5.</translation>
    </message>
    <message>
        <source>Ensemble %1 : %2 parties, %3 suffisent. Imprimez les feuilles, remettez une partie par personne, puis effacez ces fichiers.</source>
        <translation>Set %1: %2 parts, %3 are enough. Print the sheets, give one part to each person, then delete these files.</translation>
    </message>
    <message>
        <source>Trousse de la clinique %1, retrouvée de l’ensemble %2.</source>
        <translation>Kit of clinic %1, put together from set %2.</translation>
    </message>
    <message>
        <source>La sauvegarde et le coffre ne peuvent pas être l’un dans l’autre.</source>
        <translation>The backup and the vault cannot lie inside one another.</translation>
    </message>
    <message>
        <source>Sauvegarde interrompue : celle d’avant, s’il y en a une, reste valable. Relancez pour terminer.</source>
        <translation>Backup interrupted: the one before, if there is one, still holds. Run it again to finish.</translation>
    </message>
    <message>
        <source>%1 fichiers (%2) sauvegardés et relus, dont %3 nouveaux (%4), en %5.</source>
        <translation>%1 files (%2) backed up and read back, %3 of them new (%4), in %5.</translation>
    </message>
    <message>
        <source>%1 fichiers de la sauvegarde étaient endommagés; ils sont recopiés. Ce disque est peut-être à remplacer.</source>
        <translation>%1 files of the backup were damaged; they are copied again. This disk may have to be replaced.</translation>
    </message>
    <message>
        <source>Phrase de passe : </source>
        <translation>Passphrase: </translation>
    </message>
    <message>
        <source>Restauration interrompue : rien n’est resté.</source>
        <translation>Restore interrupted: nothing was left.</translation>
    </message>
    <message>
        <source>Coffre de %1 restauré : %2 entrées, %3 signatures et %4 ressources vérifiées, en %5.</source>
        <translation>Vault of %1 restored: %2 entries, %3 signatures and %4 resources verified, in %5.</translation>
    </message>
    <message>
        <source>Le dossier de sauvegarde n’est pas inscriptible : ne restaurez pas cette sauvegarde une seconde fois tant que ce coffre sert.</source>
        <translation>The backup’s folder cannot be written to: do not restore this backup a second time while this vault is in use.</translation>
    </message>
</context>
<context>
    <name>SystemEvents</name>
    <message>
        <source>Verrouillage du coffre</source>
        <translation>Locking the vault</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 fichiers, %2 ressources, %3</source>
        <translation>%1 files, %2 resources, %3</translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation> · %1/s</translation>
    </message>
    <message>
        <source> · reste %1</source>
        <translation> · %1 left</translation>
    </message>
    <message>
        <source>o</source>
        <translation>B</translation>
    </message>
    <message>
        <source>ko</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>To</source>
        <translation>TB</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Emploi</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>COMMANDE</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>OBLIGATOIRE</source>
        <translation>REQUIRED</translation>
    </message>
    <message>
        <source>TEXTE</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>NOMBRE</source>
        <translation>NUMBER</translation>
    </message>
    <message>
        <source>Montre cette aide</source>
        <translation>Shows this help</translation>
    </message>
    <message>
        <source>Dossier du coffre</source>
        <translation>Folder of the vault</translation>
    </message>
    <message>
        <source>Professionnel; sinon chacun est essayé</source>
        <translation>Professional; otherwise each is tried</translation>
    </message>
    <message>
        <source>Fichier dont la première ligne est la phrase de passe</source>
        <translation>File whose first line is the passphrase</translation>
    </message>
    <message>
        <source>Un objet JSON sur la sortie standard, rien d’autre</source>
        <translation>One JSON object on standard output, nothing else</translation>
    </message>
    <message>
        <source>Crée un coffre</source>
        <translation>Creates a vault</translation>
    </message>
    <message>
        <source>Nom de la clinique</source>
        <translation>Name of the clinic</translation>
    </message>
    <message>
        <source>Nom du premier professionnel</source>
        <translation>Name of the first professional</translation>
    </message>
    <message>
        <source>Importe des fichiers ou dossiers FHIR R4</source>
        <translation>Imports FHIR R4 files or folders</translation>
    </message>
    <message>
        <source>Fichiers ou dossiers</source>
        <translation>Files or folders</translation>
    </message>
    <message>
        <source>Cherche ou liste les patients</source>
        <translation>Searches or lists the patients</translation>
    </message>
    <message>
        <source>Nom, NAM, date de naissance ou téléphone</source>
        <translation>Name, NAM, date of birth or phone</translation>
    </message>
    <message>
        <source>Nombre de lignes</source>
        <translation>Number of lines</translation>
    </message>
    <message>
        <source>Montre un dossier</source>
        <translation>Shows a chart</translation>
    </message>
    <message>
        <source>Rend une ressource FHIR telle que reçue</source>
        <translation>Returns a FHIR resource as received</translation>
    </message>
    <message>
        <source>Vérifie le journal et la vue</source>
        <translation>Checks the log and the view</translation>
    </message>
    <message>
        <source>Jusqu’à chaque ressource et document joint</source>
        <translation>Down to every resource and attached document</translation>
    </message>
    <message>
        <source>Refait la vue depuis le journal signé</source>
        <translation>Rebuilds the view from the signed log</translation>
    </message>
    <message>
        <source>Compte ce que le coffre contient</source>
        <translation>Counts what the vault holds</translation>
    </message>
    <message>
        <source>Crée un coffre de patients fictifs</source>
        <translation>Creates a vault of fictional patients</translation>
    </message>
    <message>
        <source>Nombre de patients</source>
        <translation>Number of patients</translation>
    </message>
    <message>
        <source>Commandes</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Indiquez le coffre : --vault DOSSIER</source>
        <translation>Name the vault: --vault FOLDER</translation>
    </message>
    <message>
        <source>Commande incomplète ou mal écrite : %1</source>
        <translation>Incomplete or mistyped command: %1</translation>
    </message>
    <message>
        <source>Chevet, dossiers patients chiffrés</source>
        <translation>Chevet, encrypted patient charts</translation>
    </message>
    <message>
        <source>Identifiant ou NAM; - : ce qui n’est à aucun patient</source>
        <translation>Identifier or NAM; - for what belongs to no patient</translation>
    </message>
    <message>
        <source>Une seule section (avec - : un type FHIR)</source>
        <translation>One section only (with -, a FHIR type)</translation>
    </message>
    <message>
        <source>Identifiant ou NAM</source>
        <translation>Identifier or NAM</translation>
    </message>
    <message>
        <source>Signe une ressource FHIR R4 au dossier</source>
        <translation>Signs a FHIR R4 resource into the chart</translation>
    </message>
    <message>
        <source>Fichier JSON d’une ressource</source>
        <translation>JSON file of one resource</translation>
    </message>
    <message>
        <source>Signe une note de consultation</source>
        <translation>Signs a consultation note</translation>
    </message>
    <message>
        <source>Fichier texte, UTF-8</source>
        <translation>Text file, UTF-8</translation>
    </message>
    <message>
        <source>Chaque version d’une ressource, qui et quand</source>
        <translation>Every version of a resource, who and when</translation>
    </message>
    <message>
        <source>Registre des accès</source>
        <translation>Register of accesses</translation>
    </message>
    <message>
        <source>Identifiant ou NAM; sinon toute la clinique</source>
        <translation>Identifier or NAM; otherwise the whole clinic</translation>
    </message>
    <message>
        <source>Dossier d’échange</source>
        <translation>Exchange folder</translation>
    </message>
    <message>
        <source>Sur un nouveau poste : demande à joindre une clinique</source>
        <translation>On a new workstation: asks to join a clinic</translation>
    </message>
    <message>
        <source>Nom du professionnel</source>
        <translation>Name of the professional</translation>
    </message>
    <message>
        <source>Nom du poste</source>
        <translation>Name of the workstation</translation>
    </message>
    <message>
        <source>Sur le nouveau poste : joint la clinique dont voici le code</source>
        <translation>On the new workstation: joins the clinic with this code</translation>
    </message>
    <message>
        <source>Code de la clinique</source>
        <translation>Code of the clinic</translation>
    </message>
    <message>
        <source>Postes de la clinique</source>
        <translation>The clinic’s workstations</translation>
    </message>
    <message>
        <source>Admet le poste dont voici le code</source>
        <translation>Admits the workstation with this code</translation>
    </message>
    <message>
        <source>Code de la demande</source>
        <translation>Code of the request</translation>
    </message>
    <message>
        <source>Les postes, et jusqu’où chacun est connu</source>
        <translation>The workstations, and how far each is known</translation>
    </message>
    <message>
        <source>Évince un poste; ce qu’il a remis compte toujours</source>
        <translation>Revokes a workstation; what it handed in still counts</translation>
    </message>
    <message>
        <source>Identifiant du poste</source>
        <translation>Id of the workstation</translation>
    </message>
    <message>
        <source>Met fin à deux suites de décisions d’administrateurs</source>
        <translation>Ends two lines of administrators’ decisions</translation>
    </message>
    <message>
        <source>Remet et reçoit les ajouts par un dossier ou une clé USB</source>
        <translation>Sends and receives entries by a folder or USB stick</translation>
    </message>
    <message>
        <source>Empreinte de l’état : égale sur tous les postes à jour</source>
        <translation>Fingerprint of the state: equal on all workstations that are up to date</translation>
    </message>
    <message>
        <source>Ce qui a été modifié à deux endroits</source>
        <translation>What was changed in two places</translation>
    </message>
    <message>
        <source>Signe la décision sur un conflit</source>
        <translation>Signs the decision on a conflict</translation>
    </message>
    <message>
        <source>Version à garder</source>
        <translation>Version to keep</translation>
    </message>
    <message>
        <source>Trousse de récupération en plusieurs parties</source>
        <translation>The recovery kit in several parts</translation>
    </message>
    <message>
        <source>Fait les parties, en texte et en PDF</source>
        <translation>Makes the parts, as text and PDF</translation>
    </message>
    <message>
        <source>Nombre de parties qui suffisent</source>
        <translation>How many parts are enough</translation>
    </message>
    <message>
        <source>Nombre de parties</source>
        <translation>How many parts</translation>
    </message>
    <message>
        <source>Dossier où les écrire</source>
        <translation>Folder to write them to</translation>
    </message>
    <message>
        <source>Fichier de la trousse; sinon l’entrée standard</source>
        <translation>File of the kit; otherwise standard input</translation>
    </message>
    <message>
        <source>Rend la trousse à partir de parties</source>
        <translation>Gives the kit back from parts</translation>
    </message>
    <message>
        <source>Fichiers des parties</source>
        <translation>Files of the parts</translation>
    </message>
    <message>
        <source>Sauvegarde le coffre, chiffré, dans un dossier</source>
        <translation>Backs the vault up, encrypted, into a folder</translation>
    </message>
    <message>
        <source>Dossier de la sauvegarde</source>
        <translation>Folder of the backup</translation>
    </message>
    <message>
        <source>Refait un coffre d’une sauvegarde, dans un dossier vide</source>
        <translation>Makes a vault of a backup again, in an empty folder</translation>
    </message>
    <message>
        <source>Ouvre avec la trousse de ce fichier, sans phrase de passe</source>
        <translation>Opens with the kit of this file, without a passphrase</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>aujourd’hui, %1</source>
        <translation>today, %1</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Ko</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>environ %1&#xa0;ans</source>
        <translation>about %1 y</translation>
    </message>
    <message>
        <source>%1&#xa0;ans</source>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>%1&#xa0;mois</source>
        <translation>%1 mo</translation>
    </message>
    <message>
        <source>%1&#xa0;j</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Féminin</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Masculin</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>Médecin</source>
        <translation>Physician</translation>
    </message>
    <message>
        <source>Infirmière ou infirmier</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>Pharmacienne ou pharmacien</source>
        <translation>Pharmacist</translation>
    </message>
    <message>
        <source>Soutien administratif</source>
        <translation>Administrative support</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <comment>a duration, not a time of day</comment>
        <translation>%1&#xa0;h&#xa0;%2&#xa0;min</translation>
    </message>
</context>
<context>
    <name>chevet::dialogs::PaletteDialog</name>
    <message>
        <source>Patient, NAM, section ou commande</source>
        <translation>Patient, NAM, section or command</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
</context>
<context>
    <name>chevet::dialogs::ShortcutsDialog</name>
    <message>
        <source>Raccourcis clavier</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>chevet::pages::AccessPage</name>
    <message>
        <source>Actes montrés</source>
        <translation>Acts shown</translation>
    </message>
    <message>
        <source>Accès au dossier</source>
        <translation>Chart access</translation>
    </message>
    <message>
        <source>État de la chaîne et acte choisi</source>
        <translation>State of the chain and chosen act</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Lectures</source>
        <translation>Reads</translation>
    </message>
    <message>
        <source>Modifications</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Remises</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Personne, motif, date</source>
        <translation>Person, reason, date</translation>
    </message>
    <message>
        <source>Chercher dans le registre</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>chercher dans le registre</source>
        <translation>search the register</translation>
    </message>
    <message>
        <source>signature %1</source>
        <translation>signature %1</translation>
    </message>
    <message>
        <source>Date et heure</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Portée ou motif</source>
        <translation>Scope or reason</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Chaîne</source>
        <translation>Chain</translation>
    </message>
    <message>
        <source>Lecture du registre</source>
        <translation>Reading the register</translation>
    </message>
    <message>
        <source>Aucune inscription avec ce filtre</source>
        <translation>No entry with this filter</translation>
    </message>
    <message>
        <source>personne n’a encore ouvert ce dossier</source>
        <translation>nobody has opened this chart yet</translation>
    </message>
    <message>
        <source>%1 inscriptions affichées sur %2</source>
        <translation>%1 of %2 entries shown</translation>
    </message>
    <message>
        <source>Chaîne vérifiée</source>
        <translation>Chain verified</translation>
    </message>
    <message>
        <source>Chaîne rompue</source>
        <translation>Chain broken</translation>
    </message>
    <message>
        <source>%1 inscriptions, toutes intactes</source>
        <translation>%1 entries, all intact</translation>
    </message>
    <message>
        <source>%1 inscriptions ne sont pas ce qui fut signé</source>
        <translation>%1 entries are not what was signed</translation>
    </message>
    <message>
        <source>Vérifiée à %1 sur ce poste</source>
        <translation>Verified at %1 on this workstation</translation>
    </message>
    <message>
        <source>12 derniers mois</source>
        <translation>Last 12 months</translation>
    </message>
    <message>
        <source>%1 inscriptions, %2 personnes</source>
        <translation>%1 entries, %2 people</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Inscription %1</source>
        <translation>Entry %1</translation>
    </message>
</context>
<context>
    <name>chevet::pages::AllergyStrip</name>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>relues %1</source>
        <translation>reviewed %1</translation>
    </message>
    <message>
        <source>revue sans date</source>
        <translation>review undated</translation>
    </message>
    <message numerus="yes">
        <source>%n de plus</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucune connue</source>
        <translation>None known</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Aliments</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>Latex, environnement et autres</source>
        <translation>Latex, environment and other</translation>
    </message>
    <message>
        <source>%1 · « aucune connue », %2</source>
        <translation>%1 · “none known”, %2</translation>
    </message>
</context>
<context>
    <name>chevet::pages::AnalyteDialog</name>
    <message>
        <source>Codes de la ligne %1</source>
        <translation>Codes of the row %1</translation>
    </message>
    <message>
        <source>Ce choix vaut pour tous les dossiers de la clinique. Il est signé et inscrit au journal ; aucun résultat n’est modifié.</source>
        <translation>This choice applies to every chart of the clinic. It is signed and recorded in the log; no result is changed.</translation>
    </message>
    <message>
        <source>Le choix n’a pas pu être inscrit. Rien n’a changé.</source>
        <translation>The choice could not be recorded. Nothing changed.</translation>
    </message>
    <message numerus="yes">
        <source>%n résultat(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>Séparer</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>Séparer %1 de la ligne</source>
        <translation>Separate %1 from the row</translation>
    </message>
    <message>
        <source>Ligne à laquelle réunir ces codes</source>
        <translation>Row to combine these codes with</translation>
    </message>
    <message>
        <source>Réunir</source>
        <translation>Combine</translation>
    </message>
    <message>
        <source>Il n’y a pas d’autre ligne dans ce dossier</source>
        <translation>There is no other row in this chart</translation>
    </message>
    <message>
        <source>Réunir avec</source>
        <translation>Combine with</translation>
    </message>
    <message>
        <source>Revenir à la table de Chevet</source>
        <translation>Back to Chevet’s table</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>chevet::pages::BottomPanels</name>
    <message>
        <source>Vaccins</source>
        <translation>Vaccines</translation>
    </message>
    <message>
        <source>Résultats attendus</source>
        <translation>Pending results</translation>
    </message>
    <message>
        <source>Documents et imagerie</source>
        <translation>Documents and imaging</translation>
    </message>
    <message>
        <source>Équipe et pharmacie</source>
        <translation>Team and pharmacy</translation>
    </message>
    <message numerus="yes">
        <source>%n au carnet</source>
        <translation>
            <numerusform>%n on record</numerusform>
            <numerusform>%n on record</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 due</translation>
    </message>
    <message>
        <source>prévu %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>Aucun résultat attendu</source>
        <translation>No pending results</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>non documenté</source>
        <translation>not documented</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ChartPage</name>
    <message>
        <source>Sections du dossier</source>
        <translation>Chart sections</translation>
    </message>
    <message>
        <source>Lecture du dossier</source>
        <translation>Reading the chart</translation>
    </message>
    <message>
        <source>Sommaire</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>Problèmes</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Laboratoires</source>
        <translation>Lab results</translation>
    </message>
    <message>
        <source>Signes vitaux</source>
        <translation>Vital signs</translation>
    </message>
    <message>
        <source>Vaccins</source>
        <translation>Vaccines</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Imagerie</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Chronologie</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Demandes</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Autres éléments</source>
        <translation>Other items</translation>
    </message>
    <message>
        <source>Actifs</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Résolus</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Demandes et résultats attendus</source>
        <translation>Orders and pending results</translation>
    </message>
    <message>
        <source>Attendus</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Aucun autre élément</source>
        <translation>No other items</translation>
    </message>
    <message>
        <source>tout ce qui est au dossier a sa propre section</source>
        <translation>everything in the chart has a section of its own</translation>
    </message>
    <message>
        <source>non documenté</source>
        <translation>not documented</translation>
    </message>
    <message>
        <source>Décès</source>
        <translation>Died</translation>
    </message>
    <message>
        <source>Âge</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Naissance</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>NAM</source>
        <translation>NAM</translation>
    </message>
    <message>
        <source>NAM, à vérifier</source>
        <translation>NAM, to be checked</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message numerus="yes">
        <source>%n allergie(s)</source>
        <translation>
            <numerusform>%n allergy</numerusform>
            <numerusform>%n allergies</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucune allergie connue</source>
        <translation>No known allergies</translation>
    </message>
    <message>
        <source>Allergies : non documenté</source>
        <translation>Allergies: not documented</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) refusée(s) : signature non valide</source>
        <translation>
            <numerusform>%n version refused: invalid signature</numerusform>
            <numerusform>%n versions refused: invalid signature</numerusform>
        </translation>
    </message>
    <message>
        <source>À jour au %1</source>
        <translation>Current as of %1</translation>
    </message>
    <message>
        <source>dernier élément %1</source>
        <translation>latest item %1</translation>
    </message>
    <message>
        <source>%1/%2 signatures vérifiées</source>
        <translation>%1/%2 signatures verified</translation>
    </message>
    <message numerus="yes">
        <source>%n élément(s) au dossier</source>
        <translation>
            <numerusform>%n item in the chart</numerusform>
            <numerusform>%n items in the chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dû(s)</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce dossier ne correspond pas à son empreinte signée.</source>
        <translation>This chart does not match its signed fingerprint.</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas pu être lu.</source>
        <translation>This chart could not be read.</translation>
    </message>
    <message>
        <source>Le journal signé est intact ; rien n’a été effacé ni remplacé.</source>
        <translation>The signed log is intact; nothing was erased or replaced.</translation>
    </message>
    <message>
        <source>Lancer la vérification complète du coffre avant de s’y fier.</source>
        <translation>Run the full verification of the vault before relying on it.</translation>
    </message>
    <message>
        <source>Fermer le dossier et l’ouvrir de nouveau.</source>
        <translation>Close the chart and open it again.</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Accès au dossier</source>
        <translation>Chart access</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nouvelle allergie</source>
        <translation>New allergy</translation>
    </message>
    <message>
        <source>Aucune connue</source>
        <translation>None known</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Nouveau</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nouveau problème de santé</source>
        <translation>New health problem</translation>
    </message>
    <message>
        <source>Résoudre</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Nouveau vaccin</source>
        <translation>New vaccine</translation>
    </message>
</context>
<context>
    <name>chevet::pages::DetailPanel</name>
    <message>
        <source>Provenance et signatures</source>
        <translation>Provenance and signatures</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Détails</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Le texte n’a pas pu être lu. Le document est intact.</source>
        <translation>The text could not be read. The document is intact.</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Version %1 refusée : signature non valide</source>
        <translation>Version %1 refused: invalid signature</translation>
    </message>
    <message>
        <source>Le contenu ne correspond pas à la clé de %1. La version en vigueur reste « %2 » (%3).</source>
        <translation>The content does not match the key of %1. The current version remains “%2” (%3).</translation>
    </message>
    <message>
        <source>Le contenu ne correspond pas à la clé de %1. Rien n’a été remplacé.</source>
        <translation>The content does not match the key of %1. Nothing was replaced.</translation>
    </message>
    <message>
        <source>non précisé</source>
        <translation>not specified</translation>
    </message>
    <message>
        <source>%1 : %2, version précédente : %3</source>
        <translation>%1: %2, previous version: %3</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Intitulé</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Signé par</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Empreinte</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>en vigueur</source>
        <translation>current</translation>
    </message>
    <message>
        <source>%1, déclaré</source>
        <translation>%1, claimed</translation>
    </message>
    <message>
        <source>Différence</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>versions %1 et %2</source>
        <translation>versions %1 and %2</translation>
    </message>
    <message>
        <source>Version %1, en vigueur</source>
        <translation>Version %1, current</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message numerus="yes">
        <source>%n, chaîne complète</source>
        <translation>
            <numerusform>%n, complete chain</numerusform>
            <numerusform>%n, complete chain</numerusform>
        </translation>
    </message>
    <message>
        <source>Masquer la source telle que reçue</source>
        <translation>Hide the source as received</translation>
    </message>
    <message>
        <source>Voir la source telle que reçue</source>
        <translation>Show the source as received</translation>
    </message>
    <message>
        <source>La source n’a pas pu être lue.</source>
        <translation>The source could not be read.</translation>
    </message>
</context>
<context>
    <name>chevet::pages::DocumentViewer</name>
    <message>
        <source>Texte du document</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>Ce fichier ne contient pas de texte.</source>
        <translation>This file contains no text.</translation>
    </message>
    <message>
        <source>Forme du document</source>
        <translation>Document view</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Pages du document</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Aperçu impossible, fichier intact</source>
        <translation>No preview possible, file intact</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Fichiers du document</source>
        <translation>Files of the document</translation>
    </message>
    <message>
        <source>Le document reçu ne contient aucun fichier.</source>
        <translation>The document received contains no file.</translation>
    </message>
    <message>
        <source>Le document reçu renvoie à une adresse extérieure, qui n’est jamais suivie&#xa0;: %1</source>
        <translation>The document received points to an outside address, which is never followed: %1</translation>
    </message>
    <message>
        <source>Le contenu n’a pas pu être lu dans le coffre.</source>
        <translation>The content could not be read from the vault.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Page %1 de %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Pages en petit</source>
        <translation>Small pages</translation>
    </message>
    <message>
        <source>Aller à la page %1</source>
        <translation>Go to page %1</translation>
    </message>
</context>
<context>
    <name>chevet::pages::DocumentsPage</name>
    <message>
        <source>Documents, le plus récent en haut</source>
        <translation>Documents, newest first</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Titre, auteur ou texte</source>
        <translation>Title, author or text</translation>
    </message>
    <message>
        <source>Chercher dans les documents</source>
        <translation>Search the documents</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>passage suivant</source>
        <translation>next match</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Pages peintes par le lecteur isolé, sans réseau, scripts refusés</source>
        <translation>Pages drawn by the isolated reader: no network, scripts refused</translation>
    </message>
    <message>
        <source>Aucun document avec « %1 »</source>
        <translation>No document with “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n au dossier</source>
        <translation>
            <numerusform>%n in the chart</numerusform>
            <numerusform>%n in the chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Passage %1 de %2</source>
        <translation>Match %1 of %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>chevet::pages::FirstRunPage</name>
    <message>
        <source>Créer une clinique</source>
        <translation>Create a clinic</translation>
    </message>
    <message>
        <source>Un coffre chiffré pour tous ses dossiers, sur ce poste.</source>
        <translation>One encrypted vault for all its charts, on this workstation.</translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>Chaque poste signe ce qu’il écrit.</source>
        <translation>Each workstation signs what it writes.</translation>
    </message>
    <message>
        <source>Premier professionnel</source>
        <translation>First professional</translation>
    </message>
    <message>
        <source>La personne responsable&#xa0;: elle ajoute les autres.</source>
        <translation>The person in charge: adds the others.</translation>
    </message>
    <message>
        <source>Imprimer la trousse de récupération</source>
        <translation>Print the recovery kit</translation>
    </message>
    <message>
        <source>Sans elle, des phrases de passe perdues rendent les dossiers illisibles pour toujours. Personne d’autre n’a de copie.</source>
        <translation>Without it, lost passphrases make the charts unreadable forever. Nobody else has a copy.</translation>
    </message>
    <message>
        <source>Vérifier et ouvrir</source>
        <translation>Check and open</translation>
    </message>
    <message>
        <source>Le coffre est en place.</source>
        <translation>The vault is in place.</translation>
    </message>
    <message>
        <source>Nom de la clinique</source>
        <translation>Name of the clinic</translation>
    </message>
    <message>
        <source>GMF du Vieux-Verger</source>
        <translation>GMF du Vieux-Verger</translation>
    </message>
    <message>
        <source>Il paraît sur l’écran de déverrouillage, sur la trousse de récupération et sur ce que vous imprimez.</source>
        <translation>It appears on the unlock screen, on the recovery kit and on what you print.</translation>
    </message>
    <message>
        <source>Nom de ce poste</source>
        <translation>Name of this workstation</translation>
    </message>
    <message>
        <source>Chiffrement</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>Nom, avec son titre</source>
        <translation>Name, with title</translation>
    </message>
    <message>
        <source>Dre Maude Lachance</source>
        <translation>Dre Maude Lachance</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Précédent</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Créer le coffre</source>
        <translation>Create the vault</translation>
    </message>
    <message>
        <source>Ouvrir la clinique</source>
        <translation>Open the clinic</translation>
    </message>
    <message>
        <source>Les dossiers s’ajoutent ensuite avec Ctrl+I.</source>
        <translation>Charts are added afterwards with Ctrl+I.</translation>
    </message>
    <message>
        <source>Le coffre n’est pas encore créé&#xa0;: quitter maintenant ne laisse rien sur ce poste.</source>
        <translation>The vault is not created yet: quitting now leaves nothing on this workstation.</translation>
    </message>
    <message>
        <source>Un instant</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>Nommer la clinique</source>
        <translation>Name the clinic</translation>
    </message>
    <message>
        <source>Nommer ce poste</source>
        <translation>Name this workstation</translation>
    </message>
    <message>
        <source>La mesure du chiffrement n’est pas finie</source>
        <translation>The encryption is still being measured</translation>
    </message>
    <message>
        <source>Donner un nom</source>
        <translation>Give a name</translation>
    </message>
    <message>
        <source>Au moins %1&#xa0;signes</source>
        <translation>At least %1 characters</translation>
    </message>
    <message>
        <source>Les deux phrases de passe diffèrent</source>
        <translation>The two passphrases differ</translation>
    </message>
    <message>
        <source>Au moins %1&#xa0;signes&#x202f;; quatre mots sans lien tiennent mieux qu’un mot compliqué. Elle n’est gardée nulle part.</source>
        <translation>At least %1 characters; four unrelated words hold better than one complicated word. It is kept nowhere.</translation>
    </message>
    <message>
        <source>Mesure en cours&#xa0;: le coût d’une phrase de passe s’adapte à ce poste.</source>
        <translation>Measuring: the cost of a passphrase adapts to this workstation.</translation>
    </message>
    <message>
        <source>Argon2id, %1&#xa0;Mio de mémoire, %2&#xa0;passes&#xa0;: chaque essai d’un voleur lui coûtera autant.</source>
        <translation>Argon2id, %1 MiB of memory, %2 passes: each guess will cost a thief as much.</translation>
    </message>
    <message>
        <source>%1, chiffrement mesuré</source>
        <translation>%1, encryption measured</translation>
    </message>
    <message>
        <source>%1, responsable</source>
        <translation>%1, in charge</translation>
    </message>
    <message>
        <source>Rejoindre une clinique vient avec la synchronisation&#xa0;: cette version garde les dossiers d’un seul poste.</source>
        <translation>Joining a clinic comes with synchronization: this version keeps the charts of a single workstation.</translation>
    </message>
    <message>
        <source>Imprimée et relue</source>
        <translation>Printed and read back</translation>
    </message>
    <message>
        <source>%1, poste %2. La trousse a été imprimée, et relue le %3.
Empreinte de la clinique&#xa0;: %4
D’autres professionnels s’ajoutent dans les préférences (Ctrl+,), des dossiers avec Ctrl+I.</source>
        <translation>%1, workstation %2. The kit was printed, and read back on %3.
Fingerprint of the clinic: %4
Other professionals are added in the preferences (Ctrl+,), charts with Ctrl+I.</translation>
    </message>
</context>
<context>
    <name>chevet::pages::FormEditor</name>
    <message>
        <source>%1, requis</source>
        <translation>%1, required</translation>
    </message>
    <message>
        <source>À remplir avant de signer.</source>
        <translation>To be filled in before signing.</translation>
    </message>
</context>
<context>
    <name>chevet::pages::FormPanel</name>
    <message>
        <source>Fermer le formulaire</source>
        <translation>Close the form</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>annuler</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>fermer</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>sign</translation>
    </message>
    <message>
        <source>Ce formulaire n’est pas signé. L’abandonner efface ce que vous y avez écrit.</source>
        <translation>This form is not signed. Discarding it erases what you wrote in it.</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Abandonner le formulaire</source>
        <translation>Discard the form</translation>
    </message>
    <message>
        <source>Relisez les avis en orangé, puis confirmez.</source>
        <translation>Read the amber warnings again, then confirm.</translation>
    </message>
    <message>
        <source>Rien n’est encore écrit</source>
        <translation>Nothing is written yet</translation>
    </message>
    <message>
        <source>La signature couvrira : %1</source>
        <translation>The signature will cover: %1</translation>
    </message>
    <message>
        <source>Confirmer et signer</source>
        <translation>Confirm and sign</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ImportPage</name>
    <message>
        <source>Importer des dossiers</source>
        <translation>Import charts</translation>
    </message>
    <message>
        <source>FHIR R4 en JSON ou NDJSON, seuls, en dossier, .gz ou .zip. Le même fichier deux fois ne change rien.</source>
        <translation>FHIR R4 as JSON or NDJSON, alone, in a folder, .gz or .zip. The same file twice changes nothing.</translation>
    </message>
    <message>
        <source>Choisir des fichiers</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>Choisir un dossier</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Les fichiers déjà entrés restent&#x202f;; aucun n’entre à moitié</source>
        <translation>Files already in stay; none goes in by half</translation>
    </message>
    <message>
        <source>Importation</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Listes</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Refusés et remarques</source>
        <translation>Refused and remarks</translation>
    </message>
    <message>
        <source>Doublons probables</source>
        <translation>Likely duplicates</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Endroit</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Premier dossier</source>
        <translation>First chart</translation>
    </message>
    <message>
        <source>Second dossier</source>
        <translation>Second chart</translation>
    </message>
    <message>
        <source>Ce qui se ressemble</source>
        <translation>What is alike</translation>
    </message>
    <message>
        <source>Rien n’a été refusé.</source>
        <translation>Nothing was refused.</translation>
    </message>
    <message>
        <source>Aucun doublon probable. Deux dossiers ne sont jamais réunis par leur seul nom.</source>
        <translation>No likely duplicate. Two charts are never joined by name alone.</translation>
    </message>
    <message>
        <source>FHIR (*.json *.ndjson *.jsonl *.gz *.zip);;Tous (*)</source>
        <translation>FHIR (*.json *.ndjson *.jsonl *.gz *.zip);;All (*)</translation>
    </message>
    <message>
        <source>Une importation est en cours</source>
        <translation>An import is running</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>fichiers lus</source>
        <translation>files read</translation>
    </message>
    <message>
        <source>%1 patients, %2 ressources</source>
        <translation>%1 patients, %2 resources</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>temps restant&#xa0;: calcul en cours</source>
        <translation>time left: being worked out</translation>
    </message>
    <message>
        <source>encore %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>ressources nouvelles ou changées, %1 patients, %2 identiques, %3 fichiers</source>
        <translation>resources new or changed, %1 patients, %2 identical, %3 files</translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Arrêtée&#xa0;: les fichiers déjà entrés restent, aucun n’est à moitié</source>
        <translation>Stopped: files already in stay, none is half in</translation>
    </message>
    <message>
        <source>Tout est entré</source>
        <translation>Everything went in</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Le fichier en cours s’achève</source>
        <translation>The current file is finishing</translation>
    </message>
    <message>
        <source>Le reste est entré&#x202f;; 1 élément refusé</source>
        <translation>The rest went in; 1 item refused</translation>
    </message>
    <message>
        <source>Le reste est entré&#x202f;; %1 éléments refusés</source>
        <translation>The rest went in; %1 items refused</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>entré, à voir</source>
        <translation>went in, to look at</translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation>no NAM</translation>
    </message>
</context>
<context>
    <name>chevet::pages::KitSheet</name>
    <message>
        <source>Trousse de récupération, telle qu’elle s’imprime</source>
        <translation>Recovery kit, as it prints</translation>
    </message>
    <message>
        <source>Préparation de la trousse</source>
        <translation>Preparing the kit</translation>
    </message>
    <message>
        <source>64&#xa0;signes, 4&#xa0;lignes de 4&#xa0;groupes</source>
        <translation>64 characters, 4 lines of 4 groups</translation>
    </message>
    <message>
        <source>contrôle</source>
        <translation>check</translation>
    </message>
    <message>
        <source>0 est le chiffre zéro&#x202f;; les lettres I, L, O et U ne servent pas. Le contrôle en fin de ligne révèle une erreur de copie.</source>
        <translation>0 is the digit zero; the letters I, L, O and U are not used. The check at the end of a line reveals a copying error.</translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation>Recovery kit</translation>
    </message>
    <message>
        <source>Trousse n°&#xa0;1, créée le %1</source>
        <translation>Kit no. 1, created on %1</translation>
    </message>
    <message>
        <source>Clinique %1</source>
        <translation>Clinic %1</translation>
    </message>
    <message>
        <source>Ouvre tous les dossiers. À ranger sous clé.</source>
        <translation>Opens every chart. Keep locked away.</translation>
    </message>
    <message>
        <source>QR sur la feuille
imprimée</source>
        <translation>QR on the
printed sheet</translation>
    </message>
</context>
<context>
    <name>chevet::pages::KitStep</name>
    <message>
        <source>Elle remplace toutes les phrases de passe</source>
        <translation>It stands in for every passphrase</translation>
    </message>
    <message>
        <source>Sur ce poste ou sur un poste neuf, elle rouvre le coffre de la clinique, même si chacun a oublié la sienne.</source>
        <translation>On this workstation or a new one, it reopens the clinic’s vault even if everyone has forgotten theirs.</translation>
    </message>
    <message>
        <source>Deux exemplaires, deux endroits</source>
        <translation>Two copies, two places</translation>
    </message>
    <message>
        <source>Un coffre à la clinique, un autre ailleurs. Ni photo, ni courriel, ni nuage.</source>
        <translation>One safe at the clinic, one elsewhere. No photo, no email, no cloud.</translation>
    </message>
    <message>
        <source>Une vérification par an</source>
        <translation>Checked once a year</translation>
    </message>
    <message>
        <source>Elle n’est montrée qu’une fois&#x202f;; une nouvelle trousse remplace l’ancienne, jamais une copie.</source>
        <translation>It is shown only once; a new kit replaces the old one, never a copy.</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>PDF sur une clé</source>
        <translation>PDF to a USB key</translation>
    </message>
    <message>
        <source>Plus faible qu’une feuille&#xa0;: un fichier se copie sans laisser de trace</source>
        <translation>Weaker than paper: a file is copied without leaving a trace</translation>
    </message>
    <message>
        <source>Recopier deux groupes</source>
        <translation>Copy two groups</translation>
    </message>
    <message>
        <source>Lus sur la feuille imprimée, pas à l’écran&#xa0;: ils y sont masqués.</source>
        <translation>Read from the printed sheet, not the screen: they are masked there.</translation>
    </message>
    <message>
        <source>Ligne %1, groupe %2</source>
        <translation>Line %1, group %2</translation>
    </message>
    <message>
        <source>1 signe de plus</source>
        <translation>1 more character</translation>
    </message>
    <message>
        <source>%1 signes de plus</source>
        <translation>%1 more characters</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>à revoir</source>
        <translation>check again</translation>
    </message>
    <message>
        <source>Le groupe %1 de la ligne %2 ne correspond pas à la feuille</source>
        <translation>Group %1 of line %2 does not match the sheet</translation>
    </message>
    <message>
        <source>La trousse se prépare</source>
        <translation>The kit is being prepared</translation>
    </message>
    <message>
        <source>Imprimer d’abord la trousse, ou l’enregistrer en PDF</source>
        <translation>First print the kit, or save it as PDF</translation>
    </message>
    <message>
        <source>Recopier les deux groupes masqués</source>
        <translation>Copy the two masked groups</translation>
    </message>
    <message>
        <source>Imprimer de nouveau</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>imprimée à %1</source>
        <translation>printed at %1</translation>
    </message>
    <message>
        <source>Enregistrer la trousse</source>
        <translation>Save the kit</translation>
    </message>
    <message>
        <source>trousse-de-recuperation.pdf</source>
        <translation>recovery-kit.pdf</translation>
    </message>
    <message>
        <source>enregistrée en PDF à %1</source>
        <translation>saved as PDF at %1</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit</source>
        <translation>The file could not be written</translation>
    </message>
</context>
<context>
    <name>chevet::pages::LevelPanel</name>
    <message>
        <source>Niveau de soins %1</source>
        <translation>Level of care %1</translation>
    </message>
    <message>
        <source>Niveau de soins : %1</source>
        <translation>Level of care: %1</translation>
    </message>
    <message>
        <source>Niveau de soins</source>
        <translation>Level of care</translation>
    </message>
    <message>
        <source>Inscrire</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Réviser</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Réviser le niveau de soins</source>
        <translation>Review the level of care</translation>
    </message>
    <message>
        <source>Inscrire le niveau de soins</source>
        <translation>Record the level of care</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ListPage</name>
    <message>
        <source>Filtrer</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filtrer : %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>versions</translation>
    </message>
    <message>
        <source>différence</source>
        <translation>difference</translation>
    </message>
    <message>
        <source>copier</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>Intitulé</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Qui, où · signé</source>
        <translation>Who, where · signed</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Aucun élément avec ce filtre</source>
        <translation>No item matches this filter</translation>
    </message>
    <message numerus="yes">
        <source>%n au dossier</source>
        <translation>
            <numerusform>%n in the chart</numerusform>
            <numerusform>%n in the chart</numerusform>
        </translation>
    </message>
    <message>
        <source> (N, Ctrl+Maj+N)</source>
        <translation> (N, Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>chevet::pages::MedicationsPage</name>
    <message>
        <source>Médicaments</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Actifs</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Cessés</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Médicament, dose, posologie</source>
        <translation>Medication, dose, directions</translation>
    </message>
    <message>
        <source>Prescrit · signé</source>
        <translation>By · signed</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Nouveau</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nouveau médicament</source>
        <translation>New medication</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cesser</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>chevet::pages::NotePage</name>
    <message>
        <source>Faits du dossier, lecture seule</source>
        <translation>Chart facts, read only</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Reprendre plus tard</source>
        <translation>Resume later</translation>
    </message>
    <message>
        <source>Signer la consultation</source>
        <translation>Sign the visit</translation>
    </message>
    <message>
        <source>section suivante</source>
        <translation>next section</translation>
    </message>
    <message>
        <source>faits du dossier</source>
        <translation>chart facts</translation>
    </message>
    <message>
        <source>annuler</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>sign</translation>
    </message>
    <message>
        <source>Addenda</source>
        <translation>Addendum</translation>
    </message>
    <message>
        <source>Addenda à : %1</source>
        <translation>Addendum to: %1</translation>
    </message>
    <message>
        <source>Rien d’écrit encore</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>Brouillon scellé à %1, suite en cours</source>
        <translation>Draft sealed at %1, more in progress</translation>
    </message>
    <message>
        <source>Brouillon en cours</source>
        <translation>Draft in progress</translation>
    </message>
    <message>
        <source>Brouillon scellé sur ce poste à %1</source>
        <translation>Draft sealed on this workstation at %1</translation>
    </message>
    <message>
        <source>Brouillon non enregistré</source>
        <translation>Draft not saved</translation>
    </message>
    <message>
        <source>Signature en cours</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Signée</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Ce que vous avez écrit est encore à l’écran.</source>
        <translation>What you wrote is still on screen.</translation>
    </message>
    <message>
        <source>Aucune section remplie</source>
        <translation>No section filled</translation>
    </message>
    <message numerus="yes">
        <source>La signature couvrira %n section(s)</source>
        <translation>
            <numerusform>The signature will cover %n section</numerusform>
            <numerusform>The signature will cover %n sections</numerusform>
        </translation>
    </message>
    <message>
        <source>Écrivez au moins une section</source>
        <translation>Write at least one section</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>Médicaments actifs</source>
        <translation>Active medications</translation>
    </message>
    <message>
        <source>Laboratoires</source>
        <translation>Lab results</translation>
    </message>
    <message>
        <source>Signer l’addenda</source>
        <translation>Sign the addendum</translation>
    </message>
</context>
<context>
    <name>chevet::pages::NotePanel</name>
    <message>
        <source>Dernière consultation</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>Dernière consultation, texte</source>
        <translation>Last visit, text</translation>
    </message>
    <message>
        <source>Aucune note dans ce dossier</source>
        <translation>No notes in this chart</translation>
    </message>
    <message>
        <source>Le texte de cette note n’a pas pu être lu. La note elle-même est intacte.</source>
        <translation>The text of this note could not be read. The note itself is intact.</translation>
    </message>
    <message>
        <source>Parties de la note</source>
        <translation>Parts of the note</translation>
    </message>
</context>
<context>
    <name>chevet::pages::PatientDelegate</name>
    <message>
        <source>Homonyme</source>
        <translation>Namesake</translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation>no NAM</translation>
    </message>
    <message>
        <source>Accès restreint</source>
        <translation>Restricted access</translation>
    </message>
    <message>
        <source>À jour</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Rendez-vous à %1</source>
        <translation>Appointment at %1</translation>
    </message>
</context>
<context>
    <name>chevet::pages::PatientHeader</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>NAM</source>
        <translation>NAM</translation>
    </message>
    <message>
        <source>Naissance, âge</source>
        <translation>Birth, age</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Dernier contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Fraîcheur</source>
        <translation>Freshness</translation>
    </message>
</context>
<context>
    <name>chevet::pages::PatientsPage</name>
    <message>
        <source>Liste montrée</source>
        <translation>List shown</translation>
    </message>
    <message>
        <source>Nom, NAM, date de naissance, téléphone ou numéro de dossier</source>
        <translation>Name, NAM, date of birth, phone or chart number</translation>
    </message>
    <message>
        <source>Rechercher un patient</source>
        <translation>Search for a patient</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Rendez-vous du jour</source>
        <translation>Today’s appointments</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>ouvrir le dossier</source>
        <translation>open the chart</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>effacer la recherche</source>
        <translation>clear the search</translation>
    </message>
    <message>
        <source>tous les raccourcis</source>
        <translation>all shortcuts</translation>
    </message>
    <message>
        <source>Aucun dossier dans ce coffre</source>
        <translation>No chart in this vault</translation>
    </message>
    <message>
        <source>Aucun patient pour «&#xa0;%1&#xa0;»</source>
        <translation>No patient for “%1”</translation>
    </message>
    <message>
        <source>Essayer le début d’un nom, une date de naissance ou le NAM.</source>
        <translation>Try the beginning of a name, a date of birth or the NAM.</translation>
    </message>
    <message>
        <source>%1 en %2&#xa0;ms</source>
        <translation>%1 in %2 ms</translation>
    </message>
    <message>
        <source>Aucun rendez-vous aujourd’hui dans les dossiers importés</source>
        <translation>No appointment today in the imported charts</translation>
    </message>
    <message>
        <source>Les rendez-vous viennent des ressources Appointment importées.</source>
        <translation>Appointments come from imported Appointment resources.</translation>
    </message>
    <message>
        <source>Les dossiers entrent par fichiers FHIR R4 (Ctrl+I).</source>
        <translation>Charts come in as FHIR R4 files (Ctrl+I).</translation>
    </message>
    <message>
        <source>Importer des fichiers</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>Contacts récents</source>
        <translation>Recent contacts</translation>
    </message>
    <message>
        <source>Aucun contact daté dans ces dossiers</source>
        <translation>No dated contact in these charts</translation>
    </message>
</context>
<context>
    <name>chevet::pages::PreferencesPage</name>
    <message>
        <source>Préférences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Affichage et verrouillage</source>
        <translation>Display and locking</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Système</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Taille</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Verrouiller après</source>
        <translation>Lock after</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Ma phrase de passe</source>
        <translation>My passphrase</translation>
    </message>
    <message>
        <source>Phrase de passe actuelle</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Actuelle</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Changer la phrase de passe</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Trousseau du système</source>
        <translation>System keychain</translation>
    </message>
    <message>
        <source>Ouvre le coffre avec la session du poste, sans taper la phrase de passe (Ctrl+T). À réserver à un poste que personne d’autre n’ouvre.</source>
        <translation>Opens the vault with the workstation’s session, without typing the passphrase (Ctrl+T). Only for a workstation nobody else opens.</translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Retirer le trousseau</source>
        <translation>Remove the keychain</translation>
    </message>
    <message>
        <source>Activer le trousseau</source>
        <translation>Enable the keychain</translation>
    </message>
    <message>
        <source>Professionnels de ce poste</source>
        <translation>Professionals on this workstation</translation>
    </message>
    <message>
        <source>Chacun a sa phrase de passe et sa propre clé de signature. Une personne désactivée ne peut plus ouvrir&#x202f;; ce qu’elle a signé reste vérifiable.</source>
        <translation>Each has a passphrase and a signing key of their own. A disabled person can no longer open; what they signed remains verifiable.</translation>
    </message>
    <message>
        <source>Enregistré</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Ajouter un professionnel</source>
        <translation>Add a professional</translation>
    </message>
    <message>
        <source>Nom, avec son titre</source>
        <translation>Name, with title</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Sa phrase de passe</source>
        <translation>Their passphrase</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Seule une personne responsable peut ajouter un professionnel</source>
        <translation>Only a person in charge can add a professional</translation>
    </message>
    <message>
        <source>Phrase de passe changée</source>
        <translation>Passphrase changed</translation>
    </message>
    <message>
        <source>Trousseau activé</source>
        <translation>Keychain enabled</translation>
    </message>
    <message>
        <source>Trousseau retiré</source>
        <translation>Keychain removed</translation>
    </message>
    <message>
        <source>Ajouté</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe, encore une fois</source>
        <translation>New passphrase, once more</translation>
    </message>
    <message>
        <source>Encore une fois</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Phrase de passe, pour activer le trousseau</source>
        <translation>Passphrase, to enable the keychain</translation>
    </message>
    <message>
        <source>Taper d’abord la phrase de passe</source>
        <translation>Type the passphrase first</translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation>Recovery kit</translation>
    </message>
    <message>
        <source>La feuille imprimée à la création du coffre. Elle remplace une phrase de passe oubliée, à l’écran de déverrouillage. Elle n’est plus jamais montrée.</source>
        <translation>The sheet printed when the vault was created. It replaces a forgotten passphrase, on the unlock screen. It is never shown again.</translation>
    </message>
    <message>
        <source>Relue le %1</source>
        <translation>Read back on %1</translation>
    </message>
    <message>
        <source>Jamais relue sur ce poste</source>
        <translation>Never read back on this workstation</translation>
    </message>
    <message>
        <source>Taper la phrase de passe actuelle</source>
        <translation>Type the current passphrase</translation>
    </message>
    <message>
        <source>Taper la nouvelle phrase de passe</source>
        <translation>Type the new passphrase</translation>
    </message>
    <message>
        <source>Les deux nouvelles phrases de passe diffèrent</source>
        <translation>The two new passphrases differ</translation>
    </message>
    <message>
        <source>Un instant</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>Donner un nom</source>
        <translation>Give a name</translation>
    </message>
    <message>
        <source>Donner une phrase de passe</source>
        <translation>Give a passphrase</translation>
    </message>
</context>
<context>
    <name>chevet::pages::PreviewPane</name>
    <message>
        <source>Copie complète</source>
        <translation>Complete copy</translation>
    </message>
    <message>
        <source>Dossier vérifié</source>
        <translation>Chart verified</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the chart</translation>
    </message>
    <message>
        <source>Aperçu du dossier</source>
        <translation>Chart preview</translation>
    </message>
    <message>
        <source>Choisir d’abord un patient</source>
        <translation>First choose a patient</translation>
    </message>
    <message>
        <source>Aucun patient choisi</source>
        <translation>No patient chosen</translation>
    </message>
    <message>
        <source>Accès restreint à la demande du patient</source>
        <translation>Access restricted at the patient’s request</translation>
    </message>
    <message>
        <source>L’ouverture demande une raison, et la signe.</source>
        <translation>Opening asks for a reason, and signs it.</translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation>no NAM</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergies</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Aliments</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>Latex et environnement</source>
        <translation>Latex and environment</translation>
    </message>
    <message>
        <source>%1&#xa0;: aucune connue</source>
        <translation>%1: none known</translation>
    </message>
    <message>
        <source>%1&#xa0;: non documenté</source>
        <translation>%1: not documented</translation>
    </message>
    <message>
        <source>Médicaments actifs</source>
        <translation>Active medications</translation>
    </message>
    <message>
        <source>Aucun, affirmé</source>
        <translation>None, stated</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>Problèmes de santé</source>
        <translation>Health problems</translation>
    </message>
    <message>
        <source>Dernier contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Prochain rendez-vous</source>
        <translation>Next appointment</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ProfessionalLine</name>
    <message>
        <source>%1, responsable</source>
        <translation>%1, in charge</translation>
    </message>
    <message>
        <source>Accès retiré</source>
        <translation>Access removed</translation>
    </message>
    <message>
        <source>Réactiver</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>Désactiver</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>Réactiver %1</source>
        <translation>Enable %1</translation>
    </message>
    <message>
        <source>Désactiver %1</source>
        <translation>Disable %1</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe de %1</source>
        <translation>New passphrase of %1</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Taper d’abord sa nouvelle phrase de passe</source>
        <translation>Type their new passphrase first</translation>
    </message>
    <message>
        <source>Ne pourra plus ouvrir ce coffre.</source>
        <translation>Will no longer be able to open this vault.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ProfessionalList</name>
    <message>
        <source>Professionnels de ce poste</source>
        <translation>Professionals on this workstation</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ReadingPage</name>
    <message>
        <source>Consultations</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Visites</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Imagerie et rapports</source>
        <translation>Imaging and reports</translation>
    </message>
    <message>
        <source>Nouvelle consultation</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message numerus="yes">
        <source>%n brouillon(s) non signé(s)</source>
        <translation>
            <numerusform>%n unsigned draft</numerusform>
            <numerusform>%n unsigned drafts</numerusform>
        </translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Addenda</source>
        <translation>Addendum</translation>
    </message>
</context>
<context>
    <name>chevet::pages::ResultsPage</name>
    <message>
        <source>Filtre</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Signes vitaux par date</source>
        <translation>Vital signs by date</translation>
    </message>
    <message>
        <source>Résultats de laboratoire par date</source>
        <translation>Lab results by date</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Hors référence</source>
        <translation>Out of range</translation>
    </message>
    <message>
        <source>Filtrer les mesures</source>
        <translation>Filter the measurements</translation>
    </message>
    <message>
        <source>Filtrer les analyses</source>
        <translation>Filter the tests</translation>
    </message>
    <message>
        <source>au-dessus</source>
        <translation>above</translation>
    </message>
    <message>
        <source>au-dessous</source>
        <translation>below</translation>
    </message>
    <message>
        <source>critique</source>
        <translation>critical</translation>
    </message>
    <message>
        <source>non mesuré</source>
        <translation>not measured</translation>
    </message>
    <message>
        <source>Médication</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Bande de référence</source>
        <translation>Reference band</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>3 mois</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>6 mois</source>
        <translation>6 months</translation>
    </message>
    <message>
        <source>12 mois</source>
        <translation>12 months</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Forme</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Courbe</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Valeurs, la plus récente en haut</source>
        <translation>Values, newest first</translation>
    </message>
    <message>
        <source>Résultat choisi</source>
        <translation>Chosen result</translation>
    </message>
    <message>
        <source>Groupe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Mesure</source>
        <translation>Measurement</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Unité</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Tendance</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Aucune analyse avec ce filtre</source>
        <translation>No test matches this filter</translation>
    </message>
    <message numerus="yes">
        <source>%n au dossier</source>
        <translation>
            <numerusform>%n in the chart</numerusform>
            <numerusform>%n in the chart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dates sur %2</source>
        <translation>%1 of %2 dates</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) à une seule analyse repliée(s) ; cliquer pour les montrer</source>
        <translation>
            <numerusform>%n date with a single test is folded; click to show it</numerusform>
            <numerusform>%n dates with a single test are folded; click to show them</numerusform>
        </translation>
    </message>
    <message>
        <source>Flèches gauche et droite pour les autres dates</source>
        <translation>Left and right arrows for the other dates</translation>
    </message>
    <message numerus="yes">
        <source>%n résultat(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Laboratoire</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>du %1 au %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>Nouvelle mesure</source>
        <translation>New measure</translation>
    </message>
    <message>
        <source>Marquer vu</source>
        <translation>Mark as seen</translation>
    </message>
    <message>
        <source>Nouveaux signes vitaux</source>
        <translation>New vital signs</translation>
    </message>
    <message>
        <source>Marquer vu le résultat choisi</source>
        <translation>Mark the chosen result as seen</translation>
    </message>
    <message>
        <source> (N, Ctrl+Maj+N)</source>
        <translation> (N, Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>chevet::pages::StepList</name>
    <message>
        <source>Créer une clinique</source>
        <translation>Create a clinic</translation>
    </message>
    <message>
        <source>Son nom</source>
        <translation>Its name</translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>Son nom, le chiffrement mesuré</source>
        <translation>Its name, the encryption measured</translation>
    </message>
    <message>
        <source>Premier professionnel</source>
        <translation>First professional</translation>
    </message>
    <message>
        <source>Responsable du coffre</source>
        <translation>In charge of the vault</translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation>Recovery kit</translation>
    </message>
    <message>
        <source>Imprimer, ranger, vérifier</source>
        <translation>Print, put away, check</translation>
    </message>
    <message>
        <source>Vérifier et ouvrir</source>
        <translation>Check and open</translation>
    </message>
    <message>
        <source>Ajouter des dossiers ou un autre poste</source>
        <translation>Add charts or another workstation</translation>
    </message>
    <message>
        <source>Ou plutôt</source>
        <translation>Or instead</translation>
    </message>
    <message>
        <source>Rejoindre une clinique</source>
        <translation>Join a clinic</translation>
    </message>
    <message>
        <source>Avec le code d’un poste déjà inscrit</source>
        <translation>With the code of an enrolled workstation</translation>
    </message>
    <message>
        <source>Clinique de démonstration</source>
        <translation>Demonstration clinic</translation>
    </message>
    <message>
        <source>Douze patients fictifs, effaçable</source>
        <translation>Twelve fictional patients, can be erased</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>étape en cours</source>
        <translation>current step</translation>
    </message>
    <message>
        <source>à venir</source>
        <translation>to come</translation>
    </message>
</context>
<context>
    <name>chevet::pages::SummaryPage</name>
    <message>
        <source>Médicaments actifs</source>
        <translation>Active medications</translation>
    </message>
    <message numerus="yes">
        <source>%n de plus</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Problèmes de santé</source>
        <translation>Health problems</translation>
    </message>
    <message>
        <source>Problèmes de santé actifs</source>
        <translation>Active health problems</translation>
    </message>
    <message>
        <source>Laboratoires</source>
        <translation>Lab results</translation>
    </message>
    <message>
        <source>Derniers résultats, hors référence d’abord</source>
        <translation>Latest results, out of range first</translation>
    </message>
    <message>
        <source>Médicament, dose, posologie</source>
        <translation>Medication, dose, directions</translation>
    </message>
    <message>
        <source>Prescrit · signé</source>
        <translation>By · signed</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Aucun médicament actif</source>
        <translation>No active medications</translation>
    </message>
    <message numerus="yes">
        <source>%n cessé(s) au dossier</source>
        <translation>
            <numerusform>%n stopped in the chart</numerusform>
            <numerusform>%n stopped in the chart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · ordonnances et déclarations</source>
        <translation>%1 · prescriptions and statements</translation>
    </message>
    <message>
        <source>Cessé récemment :</source>
        <translation>Recently stopped:</translation>
    </message>
    <message numerus="yes">
        <source>%n cessé(s)</source>
        <translation>
            <numerusform>%n stopped</numerusform>
            <numerusform>%n stopped</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucun problème actif</source>
        <translation>No active problems</translation>
    </message>
    <message numerus="yes">
        <source>%n résolu(s) au dossier</source>
        <translation>
            <numerusform>%n resolved in the chart</numerusform>
            <numerusform>%n resolved in the chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actif(s)</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résolu(s)</source>
        <translation>
            <numerusform>%n resolved</numerusform>
            <numerusform>%n resolved</numerusform>
        </translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>Tendance</source>
        <translation>Trend</translation>
    </message>
    <message numerus="yes">
        <source>%n hors référence</source>
        <translation>
            <numerusform>%n out of range</numerusform>
            <numerusform>%n out of range</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s) analyse(s)</source>
        <translation>
            <numerusform>%n other test</numerusform>
            <numerusform>%n other tests</numerusform>
        </translation>
    </message>
    <message>
        <source>Toutes les analyses</source>
        <translation>All tests</translation>
    </message>
</context>
<context>
    <name>chevet::pages::TimelinePage</name>
    <message>
        <source>Échelle</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Événements, le plus récent en haut</source>
        <translation>Events, newest first</translation>
    </message>
    <message>
        <source>Chronologie</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Medications</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Imagerie</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>Problèmes</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Vaccins</source>
        <translation>Vaccines</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Années</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>13 mois</source>
        <translation>13 months</translation>
    </message>
    <message>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>événement</source>
        <translation>event</translation>
    </message>
    <message>
        <source>rangée</source>
        <translation>row</translation>
    </message>
    <message>
        <source>échelle</source>
        <translation>scale</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>ouvrir</source>
        <translation>open</translation>
    </message>
    <message>
        <source>%1 à %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message numerus="yes">
        <source>%n événement(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 inchangés sur la période : %2</source>
        <translation>%1 unchanged over the period: %2</translation>
    </message>
    <message numerus="yes">
        <source>Sans date : %n, au bas de la liste</source>
        <translation>
            <numerusform>Undated: %n, at the bottom of the list</numerusform>
            <numerusform>Undated: %n, at the bottom of the list</numerusform>
        </translation>
    </message>
    <message>
        <source>Sans date</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation>Not documented</translation>
    </message>
    <message>
        <source>Aucun événement de ce type</source>
        <translation>No events of this type</translation>
    </message>
    <message>
        <source>dans cette période, avec ces filtres</source>
        <translation>in this period, with these filters</translation>
    </message>
    <message>
        <source>%1 événements sur %2, le plus récent en haut</source>
        <translation>%1 of %2 events, newest first</translation>
    </message>
</context>
<context>
    <name>chevet::pages::UnlockPage</name>
    <message>
        <source>Choisir un professionnel</source>
        <translation>Choose a professional</translation>
    </message>
    <message>
        <source>Après 5&#xa0;essais, un délai de 30&#xa0;s s’applique. Aucun échec n’efface de dossier.</source>
        <translation>After 5 attempts, a delay of 30 s applies. No failure erases a chart.</translation>
    </message>
    <message>
        <source>ou</source>
        <comment>between two ways to unlock</comment>
        <translation>or</translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Verr. Maj. est activé</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Déverrouiller avec le trousseau du système</source>
        <translation>Unlock with the system keychain</translation>
    </message>
    <message>
        <source>Phrase de passe oubliée&#xa0;: récupérer l’accès</source>
        <translation>Passphrase forgotten: recover access</translation>
    </message>
    <message>
        <source>Code de la trousse</source>
        <translation>Code of the kit</translation>
    </message>
    <message>
        <source>Code de la trousse, quatre lignes de suite</source>
        <translation>Code of the kit, the four lines in a row</translation>
    </message>
    <message>
        <source>72&#xa0;signes avec les contrôles&#xa0;; espaces et casse n’importent pas, O est lu 0, I et L sont lus 1.</source>
        <translation>72 characters with the checks; blanks and case do not matter, O is read as 0, I and L as 1.</translation>
    </message>
    <message>
        <source>Revenir à la phrase de passe</source>
        <translation>Back to the passphrase</translation>
    </message>
    <message>
        <source>Aucun trousseau n’est associé à ce poste&#xa0;; il s’active dans les préférences</source>
        <translation>No keychain is set up on this workstation; it is enabled in the preferences</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Délai après plusieurs essais</source>
        <translation>Delay after several attempts</translation>
    </message>
    <message>
        <source>Nouvel essai dans %1&#xa0;s</source>
        <translation>Try again in %1 s</translation>
    </message>
    <message>
        <source>Avec la trousse de récupération imprimée à la création du coffre. La phrase de passe oubliée est remplacée par une nouvelle&#xa0;; aucun dossier ne change.</source>
        <translation>With the recovery kit printed when the vault was created. The forgotten passphrase is replaced by a new one; no chart changes.</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Remplacer et ouvrir</source>
        <translation>Replace and open</translation>
    </message>
    <message>
        <source>Recopier le code de la trousse</source>
        <translation>Type in the code of the kit</translation>
    </message>
    <message>
        <source>Choisir une nouvelle phrase de passe</source>
        <translation>Choose a new passphrase</translation>
    </message>
    <message>
        <source>Les deux phrases de passe diffèrent</source>
        <translation>The two passphrases differ</translation>
    </message>
    <message>
        <source>Récupérer l’accès de %1</source>
        <translation>Recover access for %1</translation>
    </message>
</context>
<context>
    <name>chevet::pages::VaultSide</name>
    <message>
        <source>Poste %1</source>
        <translation>Workstation %1</translation>
    </message>
    <message>
        <source>Coffre verrouillé</source>
        <translation>Vault locked</translation>
    </message>
    <message>
        <source>Dossiers chiffrés sur ce poste, copie complète</source>
        <translation>Charts encrypted on this workstation, complete copy</translation>
    </message>
    <message>
        <source>%1 dossiers chiffrés sur ce poste, copie complète</source>
        <translation>%1 charts encrypted on this workstation, complete copy</translation>
    </message>
    <message>
        <source>Dernier verrouillage</source>
        <translation>Last locked</translation>
    </message>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Tout est sur ce poste&#xa0;: lire et importer n’attendent aucun réseau</source>
        <translation>Everything is on this workstation: reading and importing wait for no network</translation>
    </message>
    <message>
        <source>Récupération prête</source>
        <translation>Recovery ready</translation>
    </message>
    <message>
        <source>Trousse vérifiée le %1</source>
        <translation>Kit checked on %1</translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation>Recovery kit</translation>
    </message>
    <message>
        <source>À vérifier une fois par an avec la feuille imprimée</source>
        <translation>To be checked once a year with the printed sheet</translation>
    </message>
</context>
<context>
    <name>chevet::shell::AppBar</name>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Verrouiller (Ctrl+L)</source>
        <translation>Lock (Ctrl+L)</translation>
    </message>
    <message>
        <source>Dossier de %1</source>
        <translation>Chart of %1</translation>
    </message>
</context>
<context>
    <name>chevet::shell::Commands</name>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Page suiv.</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Page préc.</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>chevet::shell::MainWindow</name>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>phrase de passe</source>
        <translation>passphrase</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>déverrouiller</source>
        <translation>unlock</translation>
    </message>
    <message>
        <source>trousseau</source>
        <translation>keychain</translation>
    </message>
    <message>
        <source>Sans réseau&#xa0;: rien n’en dépend ici</source>
        <translation>No network: nothing here depends on it</translation>
    </message>
    <message>
        <source>champ suivant</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>continuer</source>
        <translation>continue</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>quitter</source>
        <translation>quit</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Rechercher un patient, une section, une commande</source>
        <translation>Search for a patient, a section, a command</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Importer des fichiers</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>Préférences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Déverrouiller avec le trousseau du système</source>
        <translation>Unlock with the system keychain</translation>
    </message>
    <message>
        <source>Tous les raccourcis</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>Fermer le dossier</source>
        <translation>Close the chart</translation>
    </message>
    <message>
        <source>Dossier précédent</source>
        <translation>Previous chart</translation>
    </message>
    <message>
        <source>Section suivante</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>Section précédente</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <source>Section %1 du dossier</source>
        <translation>Section %1 of the chart</translation>
    </message>
    <message>
        <source>Chronologie</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Thème clair ou sombre</source>
        <translation>Light or dark theme</translation>
    </message>
    <message>
        <source>Agrandir</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Réduire</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Taille normale</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Rester ouvert</source>
        <translation>Stay open</translation>
    </message>
    <message>
        <source>Verrouillage dans %1&#xa0;s</source>
        <translation>Locking in %1 s</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>imprimer</source>
        <translation>print</translation>
    </message>
    <message>
        <source>créer le coffre</source>
        <translation>create the vault</translation>
    </message>
    <message>
        <source>Importation en cours</source>
        <translation>Import running</translation>
    </message>
    <message>
        <source>Importation&#xa0;: %1&#xa0;%</source>
        <translation>Import: %1%</translation>
    </message>
    <message>
        <source>Alt+1 à Alt+0</source>
        <translation>Alt+1 to Alt+0</translation>
    </message>
    <message>
        <source>Sections, du sommaire aux documents</source>
        <translation>Sections, from summary to documents</translation>
    </message>
    <message>
        <source>Panneau suivant (Maj&#xa0;: précédent)</source>
        <translation>Next panel (Shift: previous)</translation>
    </message>
    <message>
        <source>Filtrer dans la section</source>
        <translation>Filter within the section</translation>
    </message>
    <message>
        <source>Copier la ligne avec unité, date et source</source>
        <translation>Copy the row with unit, date and source</translation>
    </message>
    <message>
        <source>Effacer, fermer, revenir à la liste</source>
        <translation>Clear, close, back to the list</translation>
    </message>
    <message>
        <source>Passage suivant d’un document</source>
        <translation>Next match in a document</translation>
    </message>
    <message>
        <source>Chronologie&#xa0;: échelle, aller à une date</source>
        <translation>Timeline: scale, go to a date</translation>
    </message>
    <message>
        <source>Accès au dossier</source>
        <translation>Chart access</translation>
    </message>
    <message>
        <source>Nouvelle consultation</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>Nouvel élément de la section</source>
        <translation>New item in the section</translation>
    </message>
    <message>
        <source>Coordonnées et identité</source>
        <translation>Contact details and identity</translation>
    </message>
</context>
<context>
    <name>chevet::shell::PreparingPage</name>
    <message>
        <source>Préparation</source>
        <translation>Preparation</translation>
    </message>
</context>
<context>
    <name>chevet::shell::StatusBar</name>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Ce poste n’a pas encore de relais&#xa0;; tout est lu et écrit ici</source>
        <translation>This workstation has no relay yet; everything is read and written here</translation>
    </message>
    <message>
        <source>Tout est gardé sur ce poste</source>
        <translation>Everything is kept on this workstation</translation>
    </message>
    <message>
        <source>Poste %1</source>
        <translation>Workstation %1</translation>
    </message>
    <message>
        <source>Sans verrouillage automatique</source>
        <translation>No automatic locking</translation>
    </message>
    <message>
        <source>Verrouillage dans %1&#xa0;min</source>
        <translation>Locking in %1 min</translation>
    </message>
    <message>
        <source>1 alarme d’intégrité</source>
        <translation>1 integrity alarm</translation>
    </message>
    <message>
        <source>%1 alarmes d’intégrité</source>
        <translation>%1 integrity alarms</translation>
    </message>
</context>
<context>
    <name>chevet::viewmodels::FormModel</name>
    <message>
        <source>Signature en cours</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Rien n’est encore écrit</source>
        <translation>Nothing is written yet</translation>
    </message>
    <message>
        <source>Rien n’a été modifié</source>
        <translation>Nothing was changed</translation>
    </message>
    <message>
        <source>Cet élément a changé depuis l’ouverture du formulaire. Rien n’a été signé : fermez, relisez l’élément, puis recommencez.</source>
        <translation>This item has changed since the form was opened. Nothing was signed: close, read the item again, then start over.</translation>
    </message>
    <message>
        <source>Ce que vous avez écrit est encore à l’écran.</source>
        <translation>What you wrote is still on the screen.</translation>
    </message>
</context>
<context>
    <name>chevet::viewmodels::NoteDraftModel</name>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Subjectif</source>
        <translation>Subjective</translation>
    </message>
    <message>
        <source>Objectif</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Évaluation</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>chevet::viewmodels::PatientListModel</name>
    <message>
        <source>%1 résultat</source>
        <translation>%1 result</translation>
    </message>
    <message>
        <source>%1 résultats</source>
        <translation>%1 results</translation>
    </message>
    <message>
        <source>Prononciation proche</source>
        <translation>Sounds alike</translation>
    </message>
    <message>
        <source>homonyme au registre</source>
        <translation>has a namesake</translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation>no NAM</translation>
    </message>
    <message>
        <source>NAM %1</source>
        <translation>NAM %1</translation>
    </message>
    <message>
        <source>né ou née le %1</source>
        <translation>born %1</translation>
    </message>
    <message>
        <source>Contacts récents</source>
        <translation>Recent contacts</translation>
    </message>
    <message>
        <source>rendez-vous à %1</source>
        <translation>appointment at %1</translation>
    </message>
    <message>
        <source>Noms les plus proches</source>
        <translation>Closest names</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::ErrorState</name>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Sans donnée clinique</source>
        <translation>Without clinical data</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::GridModel</name>
    <message>
        <source>sans unité</source>
        <translation>no unit</translation>
    </message>
    <message>
        <source>sans référence</source>
        <translation>no reference</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::IdentityBanner</name>
    <message>
        <source>Homonyme possible</source>
        <translation>Possible namesake</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Modifier les coordonnées et l’identité</source>
        <translation>Change the contact details and identity</translation>
    </message>
    <message>
        <source> (Ctrl+Maj+I)</source>
        <translation> (Ctrl+Shift+I)</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::LoadingRows</name>
    <message>
        <source>Lecture du dossier</source>
        <translation>Reading the chart</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::PassphraseField</name>
    <message>
        <source>Afficher la phrase de passe</source>
        <translation>Show the passphrase</translation>
    </message>
    <message>
        <source>Masquer la phrase de passe</source>
        <translation>Hide the passphrase</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::ProgressBar</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>chevet::widgets::SearchField</name>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
</context>
</TS>
