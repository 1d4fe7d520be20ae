<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
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
    </context>
    <context>
        <name>AppBar</name>
        <message>
            <source>Patient, NAM, section ou commande</source>
            <translation>Patient, NAM, section or command</translation>
        </message>
        <message>
            <source>Rechercher : %1</source>
            <translation>Search: %1</translation>
        </message>
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
        <name>ChartSections</name>
        <message>
            <source>Chronologie</source>
            <translation>Timeline</translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message>
            <source>Indiquez le coffre : --vault DOSSIER</source>
            <translation>Name the vault: --vault FOLDER</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
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
    </context>
    <context>
        <name>ErrorState</name>
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
        <name>FirstRunPage</name>
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
            <source>Le coffre n’est pas encore créé : quitter maintenant ne laisse rien sur ce poste.</source>
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
            <source>Au moins %1 signes</source>
            <translation>At least %1 characters</translation>
        </message>
        <message>
            <source>Les deux phrases de passe diffèrent</source>
            <translation>The two passphrases differ</translation>
        </message>
        <message>
            <source>Au moins %1 signes ; quatre mots sans lien tiennent mieux qu’un mot compliqué. Elle n’est gardée nulle part.</source>
            <translation>At least %1 characters; four unrelated words hold better than one complicated word. It is kept nowhere.</translation>
        </message>
        <message>
            <source>Mesure en cours : le coût d’une phrase de passe s’adapte à ce poste.</source>
            <translation>Measuring: the cost of a passphrase adapts to this workstation.</translation>
        </message>
        <message>
            <source>Argon2id, %1 Mio de mémoire, %2 passes : chaque essai d’un voleur lui coûtera autant.</source>
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
            <source>%1, poste %2. La trousse a été imprimée et relue.
Empreinte de la clinique : %3
D’autres professionnels s’ajoutent dans les préférences (Ctrl+,), des dossiers avec Ctrl+I.</source>
            <translation>%1, workstation %2. The kit was printed and read back.
Fingerprint of the clinic: %3
Other professionals are added in the preferences (Ctrl+,), charts with Ctrl+I.</translation>
        </message>
        <message>
            <source>Rejoindre une clinique vient avec la synchronisation : cette version garde les dossiers d’un seul poste.</source>
            <translation>Joining a clinic comes with synchronisation: this version keeps the charts of a single workstation.</translation>
        </message>
        <message>
            <source>La personne responsable : elle ajoute les autres.</source>
            <translation>The person in charge: adds the others.</translation>
        </message>
    </context>
    <context>
        <name>IdentityBanner</name>
        <message>
            <source>Imprimer le sommaire</source>
            <translation>Print the summary</translation>
        </message>
        <message>
            <source>Homonyme : %1</source>
            <translation>Namesakes: %1</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
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
            <source>Les fichiers déjà entrés restent ; aucun n’entre à moitié</source>
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
            <translation>Place</translation>
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
            <source>%1 %</source>
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
            <source>temps restant : calcul en cours</source>
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
            <source>Arrêtée : les fichiers déjà entrés restent, aucun n’est à moitié</source>
            <translation>Stopped: files already in stay, none is half in</translation>
        </message>
        <message>
            <source>Tout est entré</source>
            <translation>Everything went in</translation>
        </message>
        <message>
            <source>Le reste est entré ; 1 élément à voir</source>
            <translation>The rest went in; 1 item to look at</translation>
        </message>
        <message>
            <source>Le reste est entré ; %1 éléments à voir</source>
            <translation>The rest went in; %1 items to look at</translation>
        </message>
    </context>
    <context>
        <name>ImportReason</name>
        <message>
            <source>Fichier introuvable.</source>
            <translation>File not found.</translation>
        </message>
        <message>
            <source>Fichier illisible : vérifiez les droits d’accès et le disque.</source>
            <translation>Unreadable file: check the permissions and the disk.</translation>
        </message>
        <message>
            <source>Ce n’est pas un fichier ordinaire : il n’a pas été ouvert.</source>
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
            <source>Incomplet : la fin manque. Demandez un nouvel export.</source>
            <translation>Incomplete: the end is missing. Ask for a new export.</translation>
        </message>
        <message>
            <source>Encodage UTF-16 : enregistrez le fichier en UTF-8.</source>
            <translation>UTF-16 encoding: save the file as UTF-8.</translation>
        </message>
        <message>
            <source>Document PDF : pas encore pris en charge par l’importation.</source>
            <translation>PDF document: not yet supported by the import.</translation>
        </message>
        <message>
            <source>Image : pas encore prise en charge par l’importation.</source>
            <translation>Picture: not yet supported by the import.</translation>
        </message>
        <message>
            <source>FHIR en XML : demandez l’export en JSON.</source>
            <translation>FHIR as XML: ask for the export as JSON.</translation>
        </message>
        <message>
            <source>Document CDA : pas encore pris en charge par l’importation.</source>
            <translation>CDA document: not yet supported by the import.</translation>
        </message>
        <message>
            <source>Message HL7 v2 : pas encore pris en charge par l’importation.</source>
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
            <translation>Format not recognised.</translation>
        </message>
        <message>
            <source>NDJSON mal présenté : il faut une ressource par ligne. Redemandez l’export sans mise en forme.</source>
            <translation>Badly laid out NDJSON: one resource a line is needed. Ask for the export without formatting.</translation>
        </message>
        <message>
            <source>Archive endommagée : copiez-la ou exportez-la de nouveau.</source>
            <translation>Damaged archive: copy or export it again.</translation>
        </message>
        <message>
            <source>Archive protégée par un mot de passe : décompressez-la d’abord.</source>
            <translation>Archive protected by a password: unpack it first.</translation>
        </message>
        <message>
            <source>Archive démesurée une fois décompressée : refusée par prudence.</source>
            <translation>Archive far too large once unpacked: refused to be safe.</translation>
        </message>
        <message>
            <source>Archive dans une archive : décompressez-la d’abord.</source>
            <translation>Archive inside an archive: unpack it first.</translation>
        </message>
        <message>
            <source>Nom de fichier dangereux ou lien dans l’archive : refusé par prudence.</source>
            <translation>Dangerous file name or link in the archive: refused to be safe.</translation>
        </message>
        <message>
            <source>JSON invalide : signalez-le au fournisseur de l’export.</source>
            <translation>Invalid JSON: report it to whoever made the export.</translation>
        </message>
        <message>
            <source>Caractères qui ne sont pas en UTF-8 : enregistrez le fichier en UTF-8.</source>
            <translation>Characters that are not UTF-8: save the file as UTF-8.</translation>
        </message>
        <message>
            <source>Caractère nul dans un texte : signalez-le au fournisseur de l’export.</source>
            <translation>Null character in a text: report it to whoever made the export.</translation>
        </message>
        <message>
            <source>Saut de ligne ou caractère de commande dans un texte : JSON invalide.</source>
            <translation>Line break or control character in a text: invalid JSON.</translation>
        </message>
        <message>
            <source>Moitié de caractère Unicode dans un texte : signalez-le au fournisseur de l’export.</source>
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
            <source>Le même champ figure deux fois : le sens est ambigu.</source>
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
            <source>FHIR DSTU2 : demandez l’export en FHIR R4.</source>
            <translation>FHIR DSTU2: ask for the export as FHIR R4.</translation>
        </message>
        <message>
            <source>FHIR STU3 : demandez l’export en FHIR R4.</source>
            <translation>FHIR STU3: ask for the export as FHIR R4.</translation>
        </message>
        <message>
            <source>FHIR R5 : demandez l’export en FHIR R4.</source>
            <translation>FHIR R5: ask for the export as FHIR R4.</translation>
        </message>
        <message>
            <source>Type inconnu de FHIR R4 : conservé tel quel.</source>
            <translation>Type unknown to FHIR R4: kept as it is.</translation>
        </message>
        <message>
            <source>Le patient nommé est absent de l’importation : conservé à part, sans dossier.</source>
            <translation>The patient it names is not in the import: kept apart, without a chart.</translation>
        </message>
        <message>
            <source>Le patient nommé pourrait être l’un ou l’autre : conservé à part, sans dossier.</source>
            <translation>The patient it names could be one or another: kept apart, without a chart.</translation>
        </message>
        <message>
            <source>La référence au patient ne mène à rien : rattaché au seul patient du document.</source>
            <translation>The reference to the patient leads nowhere: attached to the document’s only patient.</translation>
        </message>
        <message>
            <source>Plusieurs patients dans un même document : chaque élément est allé au patient qu’il nomme.</source>
            <translation>Several patients in one document: each item went to the patient it names.</translation>
        </message>
        <message>
            <source>Date invraisemblable : conservée telle quelle, à vérifier.</source>
            <translation>Implausible date: kept as it is, to be checked.</translation>
        </message>
        <message>
            <source>Entrée sans ressource : rien à conserver.</source>
            <translation>Entry without a resource: nothing to keep.</translation>
        </message>
        <message>
            <source>Demande de suppression : une importation ne supprime jamais rien.</source>
            <translation>Request to delete: an import never deletes anything.</translation>
        </message>
    </context>
    <context>
        <name>KitSheet</name>
        <message>
            <source>Trousse de récupération, telle qu’elle s’imprime</source>
            <translation>Recovery kit, as it prints</translation>
        </message>
        <message>
            <source>Préparation de la trousse</source>
            <translation>Preparing the kit</translation>
        </message>
        <message>
            <source>64 signes, 4 lignes de 4 groupes</source>
            <translation>64 characters, 4 lines of 4 groups</translation>
        </message>
        <message>
            <source>contrôle</source>
            <translation>check</translation>
        </message>
        <message>
            <source>0 est le chiffre zéro ; les lettres I, L, O et U ne servent pas. Le contrôle en fin de ligne révèle une erreur de copie.</source>
            <translation>0 is the digit zero; the letters I, L, O and U are not used. The check at the end of a line reveals a copying error.</translation>
        </message>
        <message>
            <source>Trousse de récupération</source>
            <translation>Recovery kit</translation>
        </message>
        <message>
            <source>Trousse n° 1, créée le %1</source>
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
        <name>KitStep</name>
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
            <translation>One safe at the clinic, one elsewhere. No photo, no e-mail, no cloud.</translation>
        </message>
        <message>
            <source>Une vérification par an</source>
            <translation>Checked once a year</translation>
        </message>
        <message>
            <source>Elle n’est montrée qu’une fois ; une nouvelle trousse remplace l’ancienne, jamais une copie.</source>
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
            <source>Plus faible qu’une feuille : un fichier se copie sans laisser de trace</source>
            <translation>Weaker than paper: a file is copied without leaving a trace</translation>
        </message>
        <message>
            <source>Recopier deux groupes</source>
            <translation>Copy two groups</translation>
        </message>
        <message>
            <source>Lus sur la feuille imprimée, pas à l’écran : ils y sont masqués.</source>
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
        <name>LoadingRows</name>
        <message>
            <source>Lecture du dossier</source>
            <translation>Reading the chart</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
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
            <source>Sans réseau : rien n’en dépend ici</source>
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
            <source>Verrouillage dans %1 s</source>
            <translation>Locking in %1 s</translation>
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
        <name>PaletteDialog</name>
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
        <name>PassphraseField</name>
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
        <name>PatientDelegate</name>
        <message>
            <source>Homonyme</source>
            <translation>Namesake</translation>
        </message>
        <message>
            <source>sans NAM</source>
            <translation>no NAM</translation>
        </message>
        <message>
            <source>Rendez-vous</source>
            <translation>Appointment</translation>
        </message>
        <message>
            <source>Accès restreint</source>
            <translation>Restricted access</translation>
        </message>
        <message>
            <source>À jour</source>
            <translation>Up to date</translation>
        </message>
    </context>
    <context>
        <name>PatientHeader</name>
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
        <name>PatientListModel</name>
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
    </context>
    <context>
        <name>PatientsPage</name>
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
            <source>Ouverts récemment</source>
            <translation>Recently opened</translation>
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
            <source>Aucun patient pour « %1 »</source>
            <translation>No patient for “%1”</translation>
        </message>
        <message>
            <source>Importer des fichiers FHIR pour commencer (Ctrl+I).</source>
            <translation>Import FHIR files to begin (Ctrl+I).</translation>
        </message>
        <message>
            <source>Essayer le début d’un nom, une date de naissance ou le NAM.</source>
            <translation>Try the beginning of a name, a date of birth or the NAM.</translation>
        </message>
        <message>
            <source>%1 en %2 ms</source>
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
            <source>Aucun dossier ouvert récemment sur ce poste</source>
            <translation>No chart opened recently on this workstation</translation>
        </message>
    </context>
    <context>
        <name>PreferencesPage</name>
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
            <source>%1 %</source>
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
            <source>%1 min</source>
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
            <translation>Professionals of this workstation</translation>
        </message>
        <message>
            <source>Chacun a sa phrase de passe et sa propre clé de signature. Une personne désactivée ne peut plus ouvrir ; ce qu’elle a signé reste vérifiable.</source>
            <translation>Each has a passphrase and a signing key of their own. A disabled person can no longer open; what they signed remains verifiable.</translation>
        </message>
        <message>
            <source>Désactivé</source>
            <translation>Disabled</translation>
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
            <source>Enregistré ; rouvrir les préférences pour changer encore</source>
            <translation>Saved; reopen the preferences to change again</translation>
        </message>
        <message>
            <source>Ajouté</source>
            <translation>Added</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
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
            <translation>Preview of the chart</translation>
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
            <source>%1 : aucune connue</source>
            <translation>%1: none known</translation>
        </message>
        <message>
            <source>%1 : non documenté</source>
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
        <name>ProfessionalList</name>
        <message>
            <source>Professionnels de ce poste</source>
            <translation>Professionals of this workstation</translation>
        </message>
    </context>
    <context>
        <name>ProgressBar</name>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
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
        <name>SearchField</name>
        <message>
            <source>Effacer la recherche</source>
            <translation>Clear the search</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
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
        <name>StatusBar</name>
        <message>
            <source>Hors ligne</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Ce poste n’a pas encore de relais ; tout est lu et écrit ici</source>
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
            <source>Verrouillage dans %1 min</source>
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
        <name>StepList</name>
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
            <translation>Or rather</translation>
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
            <translation>Twelve fictional patients, erasable</translation>
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
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Choisir un professionnel</source>
            <translation>Choose a professional</translation>
        </message>
        <message>
            <source>Après 5 essais, un délai de 30 s s’applique. Aucun échec n’efface de dossier.</source>
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
            <source>Phrase de passe oubliée : récupérer l’accès</source>
            <translation>Passphrase forgotten: recover access</translation>
        </message>
        <message>
            <source>Récupérer l’accès</source>
            <translation>Recover access</translation>
        </message>
        <message>
            <source>Avec la trousse de récupération imprimée à la création du coffre. Elle ouvre tous les dossiers de ce poste ; chacun choisira ensuite une nouvelle phrase de passe.</source>
            <translation>With the recovery kit printed when the vault was created. It opens every chart on this workstation; everyone then chooses a new passphrase.</translation>
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
            <source>72 signes avec les contrôles ; espaces et casse n’importent pas, O est lu 0, I et L sont lus 1.</source>
            <translation>72 characters with the checks; blanks and case do not matter, O is read as 0, I and L as 1.</translation>
        </message>
        <message>
            <source>Ouvrir avec la trousse</source>
            <translation>Open with the kit</translation>
        </message>
        <message>
            <source>Revenir à la phrase de passe</source>
            <translation>Back to the passphrase</translation>
        </message>
        <message>
            <source>Aucun trousseau n’est associé à ce poste ; il s’active dans les préférences</source>
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
            <source>Nouvel essai dans %1 s</source>
            <translation>Try again in %1 s</translation>
        </message>
    </context>
    <context>
        <name>VaultSide</name>
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
            <source>Tout est sur ce poste : lire et importer n’attendent aucun réseau</source>
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
        <name>Words</name>
        <message>
            <source>%1 h %2</source>
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
            <source>environ %1 ans</source>
            <translation>about %1 y</translation>
        </message>
        <message>
            <source>%1 ans</source>
            <translation>%1 y</translation>
        </message>
        <message>
            <source>%1 mois</source>
            <translation>%1 mo</translation>
        </message>
        <message>
            <source>%1 j</source>
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
    </context>
    <context>
        <name>chevet::cli</name>
        <message>
            <source> Réparé depuis le journal.</source>
            <translation> Repaired from the log.</translation>
        </message>
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
            <source>%1 entrées, %2 signatures et %3 ressources vérifiées : tout est intact.</source>
            <translation>%1 entries, %2 signatures and %3 resources verified: everything is intact.</translation>
        </message>
        <message>
            <source>%1 entrées vérifiées : %2 alarmes.</source>
            <translation>%1 entries verified: %2 alarms.</translation>
        </message>
    </context>
    <context>
        <name>chevet::cli::Body</name>
        <message>
            <source>Phrase de passe : </source>
            <translation>Passphrase: </translation>
        </message>
    </context>
    <context>
        <name>chevet::session</name>
        <message>
            <source>Une vérification a échoué (%1).</source>
            <translation>A check failed (%1).</translation>
        </message>
        <message>
            <source>Le disque est plein.</source>
            <translation>The disk is full.</translation>
        </message>
        <message>
            <source>Rien de ce qui était enregistré n’est perdu; la dernière action n’a pas été faite.</source>
            <translation>Nothing that was saved is lost; the last action was not done.</translation>
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
    </context>
</TS>
