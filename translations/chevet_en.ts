<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>Alarms</name>
    <message>
        <source>Un ajout a été coupé avant d’être confirmé; ses octets sont mis de côté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal contient moins d’ajouts que ce qui avait été confirmé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une partie du journal est endommagée; le reste est lisible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un ajout manque dans la suite du journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un ajout du journal porte une signature qui ne se vérifie pas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce coffre est une copie plus ancienne de lui-même.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La marque d’envoi du journal était illisible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une des deux copies du fichier des clés était endommagée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de données des dossiers était endommagée; elle est mise de côté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de données des dossiers manquait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de données des dossiers était vide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Des ajouts confirmés manquaient dans la base de données.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un ajout du journal ne se vérifie pas et n’est pas montré.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vue des dossiers ne correspondait pas à sa racine authentifiée : page ancienne ou altérée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier de la racine authentifiée était endommagé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une donnée de la vue ne correspondait pas au journal signé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un document joint est endommagé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un document joint manque.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppBar</name>
    <message>
        <source>Patient, NAM, section ou commande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechercher&#xa0;: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verrouiller (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier de %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartSections</name>
    <message>
        <source>Chronologie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Indiquez le coffre : --vault DOSSIER</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Rôle inconnu : %1. Rôles : medecin, infirmiere, pharmacien, secretaire, administration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe du nouveau coffre : </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coffre créé. Notez le code de la trousse de récupération et gardez-le sous clé : il ne sera plus affiché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section inconnue : %1. Sections : %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 patients, %2 ressources, %3 versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 importés, %2 sur le disque, %3 entrées signées, %4 documents joints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La phrase de passe est dans %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Copier le rapport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans donnée clinique</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Créer une clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un coffre chiffré pour tous ses dossiers, sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chaque poste signe ce qu’il écrit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premier professionnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La personne responsable&#x202f;: elle ajoute les autres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer la trousse de récupération</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans elle, des phrases de passe perdues rendent les dossiers illisibles pour toujours. Personne d’autre n’a de copie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifier et ouvrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le coffre est en place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom de la clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMF du Vieux-Verger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il paraît sur l’écran de déverrouillage, sur la trousse de récupération et sur ce que vous imprimez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom de ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chiffrement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom, avec son titre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dre Maude Lachance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Précédent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Créer le coffre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir la clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les dossiers s’ajoutent ensuite avec Ctrl+I.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le coffre n’est pas encore créé&#xa0;: quitter maintenant ne laisse rien sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nommer la clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nommer ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La mesure du chiffrement n’est pas finie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donner un nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Au moins %1&#xa0;signes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les deux phrases de passe diffèrent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Au moins %1&#xa0;signes&#x202f;; quatre mots sans lien tiennent mieux qu’un mot compliqué. Elle n’est gardée nulle part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesure en cours&#xa0;: le coût d’une phrase de passe s’adapte à ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argon2id, %1&#xa0;Mio de mémoire, %2&#xa0;passes&#xa0;: chaque essai d’un voleur lui coûtera autant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, chiffrement mesuré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, responsable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, poste %2. La trousse a été imprimée et relue.
Empreinte de la clinique&#xa0;: %3
D’autres professionnels s’ajoutent dans les préférences (Ctrl+,), des dossiers avec Ctrl+I.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejoindre une clinique vient avec la synchronisation&#xa0;: cette version garde les dossiers d’un seul poste.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityBanner</name>
    <message>
        <source>Imprimer le sommaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Homonyme&#xa0;: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Importer des dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR R4 en JSON ou NDJSON, seuls, en dossier, .gz ou .zip. Le même fichier deux fois ne change rien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisir des fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisir un dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les fichiers déjà entrés restent&#x202f;; aucun n’entre à moitié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusés et remarques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doublons probables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endroit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premier dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui se ressemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été refusé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun doublon probable. Deux dossiers ne sont jamais réunis par leur seul nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR (*.json *.ndjson *.jsonl *.gz *.zip);;Tous (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une importation est en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fichiers lus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 patients, %2 ressources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temps restant&#xa0;: calcul en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ressources nouvelles ou changées, %1 patients, %2 identiques, %3 fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrêtée&#xa0;: les fichiers déjà entrés restent, aucun n’est à moitié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est entré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le reste est entré&#x202f;; 1 élément à voir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le reste est entré&#x202f;; %1 éléments à voir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitSheet</name>
    <message>
        <source>Trousse de récupération, telle qu’elle s’imprime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Préparation de la trousse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64&#xa0;signes, 4&#xa0;lignes de 4&#xa0;groupes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 est le chiffre zéro&#x202f;; les lettres I, L, O et U ne servent pas. Le contrôle en fin de ligne révèle une erreur de copie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousse n°ਁ, créée le %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinique %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvre tous les dossiers. À ranger sous clé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR sur la feuille
imprimée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitStep</name>
    <message>
        <source>Elle remplace toutes les phrases de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur ce poste ou sur un poste neuf, elle rouvre le coffre de la clinique, même si chacun a oublié la sienne.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deux exemplaires, deux endroits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un coffre à la clinique, un autre ailleurs. Ni photo, ni courriel, ni nuage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une vérification par an</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elle n’est montrée qu’une fois&#x202f;; une nouvelle trousse remplace l’ancienne, jamais une copie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF sur une clé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus faible qu’une feuille&#xa0;: un fichier se copie sans laisser de trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recopier deux groupes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lus sur la feuille imprimée, pas à l’écran&#xa0;: ils y sont masqués.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ligne %1, groupe %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 signe de plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signes de plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à revoir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le groupe %1 de la ligne %2 ne correspond pas à la feuille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La trousse se prépare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer d’abord la trousse, ou l’enregistrer en PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recopier les deux groupes masqués</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer de nouveau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imprimée à %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer la trousse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trousse-de-recuperation.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enregistrée en PDF à %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadingRows</name>
    <message>
        <source>Lecture du dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hors ligne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choisir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>déverrouiller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trousseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans réseau&#xa0;: rien n’en dépend ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>champ suivant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Échap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechercher un patient, une section, une commande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer des fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Préférences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Déverrouiller avec le trousseau du système</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous les raccourcis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier précédent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section suivante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section précédente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section %1 du dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chronologie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thème clair ou sombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrandir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réduire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taille normale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rester ouvert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verrouillage dans %1&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>au-dessus de la référence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sous la référence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critique, au-dessus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critique, sous la limite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non mesuré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unité ou référence absente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature vérifiée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signée ici, non envoyée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clé inconnue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature non valide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Patient, NAM, section ou commande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Afficher la phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masquer la phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientDelegate</name>
    <message>
        <source>Homonyme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendez-vous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accès restreint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À jour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientHeader</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naissance, âge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernier contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraîcheur</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientListModel</name>
    <message>
        <source>%1 résultat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 résultats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prononciation proche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>homonyme au registre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>né ou née le %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Liste montrée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom, NAM, date de naissance, téléphone ou numéro de dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechercher un patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendez-vous du jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverts récemment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choisir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ouvrir le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Échap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effacer la recherche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tous les raccourcis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun dossier dans ce coffre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun patient pour «&#xa0;%1&#xa0;»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer des fichiers FHIR pour commencer (Ctrl+I).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essayer le début d’un nom, une date de naissance ou le NAM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 en %2&#xa0;ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun rendez-vous aujourd’hui dans les dossiers importés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les rendez-vous viennent des ressources Appointment importées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun dossier ouvert récemment sur ce poste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Préférences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affichage et verrouillage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thème</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Système</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verrouiller après</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ma phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe actuelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actuelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouvelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changer la phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousseau du système</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvre le coffre avec la session du poste, sans taper la phrase de passe (Ctrl+T). À réserver à un poste que personne d’autre n’ouvre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirer le trousseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activer le trousseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Professionnels de ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chacun a sa phrase de passe et sa propre clé de signature. Une personne désactivée ne peut plus ouvrir&#x202f;; ce qu’elle a signé reste vérifiable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Désactivé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réactiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Désactiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter un professionnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom, avec son titre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seule une personne responsable peut ajouter un professionnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe changée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousseau activé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousseau retiré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistré&#x202f;; rouvrir les préférences pour changer encore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouté</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Copie complète</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aperçu du dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisir d’abord un patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun patient choisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accès restreint à la demande du patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’ouverture demande une raison, et la signe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sans NAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latex et environnement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;: aucune connue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;: non documenté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Médicaments actifs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun, affirmé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problèmes de santé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernier contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prochain rendez-vous</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfessionalList</name>
    <message>
        <source>Professionnels de ce poste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Fichier introuvable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture refusée ou disque en défaut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N’est pas un fichier ordinaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liens de dossiers en boucle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fichier vide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fichier coupé&#xa0;: en redemander une copie entière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codage UTF-16&#xa0;: FHIR s’écrit en UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF seul&#xa0;: demander l’exportation FHIR qui le contient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image seule&#xa0;: demander l’exportation FHIR qui la contient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR en XML&#xa0;: demander la version JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document CDA&#xa0;: demander une exportation FHIR R4 en JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message HL7 v2&#xa0;: demander une exportation FHIR R4 en JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML qui n’est pas FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON sans ressource FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format non reconnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDJSON dont une ressource occupe plusieurs lignes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive endommagée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive protégée par un mot de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive démesurée une fois ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive dans une archive&#xa0;: l’extraire d’abord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom de fichier dangereux dans l’archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON mal formé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Octets qui ne sont pas de l’UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caractère nul dans un texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caractère de contrôle dans un texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moitié de caractère Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbrication trop profonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource trop grande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Même clé écrite deux fois&#xa0;: le sens dépendrait du lecteur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre hors de toute mesure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans « resourceType »</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR DSTU2&#xa0;: demander R4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR STU3&#xa0;: demander R4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR R5&#xa0;: demander R4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type inconnu de R4, gardé tel quel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomme un patient absent de l’importation, gardé à part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pourrait être de deux patients, gardé à part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Référence irrésolue, attribué au seul patient du document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plusieurs patients dans un document, chacun le sien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date invraisemblable, montrée telle quelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrée sans ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demande de suppression ignorée&#xa0;: une importation n’efface rien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Même nom et même naissance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Même NAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noms proches, même naissance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Même nom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Effacer la recherche</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Raccourcis clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Hors ligne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste n’a pas encore de relais&#xa0;; tout est lu et écrit ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est gardé sur ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans verrouillage automatique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verrouillage dans %1&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 alarme d’intégrité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alarmes d’intégrité</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Créer une clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Son nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Son nom, le chiffrement mesuré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premier professionnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsable du coffre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer, ranger, vérifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifier et ouvrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter des dossiers ou un autre poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ou plutôt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejoindre une clinique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avec le code d’un poste déjà inscrit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinique de démonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Douze patients fictifs, effaçable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>étape en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à venir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fichiers, %2 ressources, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · reste %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Choisir un professionnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Après 5਎ssais, un délai de 30&#xa0;s s’applique. Aucun échec n’efface de dossier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou</source>
        <comment>between two ways to unlock</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verr. Maj. est activé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Déverrouiller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Déverrouiller avec le trousseau du système</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase de passe oubliée&#xa0;: récupérer l’accès</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Récupérer l’accès</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avec la trousse de récupération imprimée à la création du coffre. Elle ouvre tous les dossiers de ce poste&#xa0;; chacun choisira ensuite une nouvelle phrase de passe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code de la trousse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code de la trousse, quatre lignes de suite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>72&#xa0;signes avec les contrôles&#xa0;; espaces et casse n’importent pas, O est lu 0, I et L sont lus 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir avec la trousse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenir à la phrase de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun trousseau n’est associé à ce poste&#xa0;; il s’active dans les préférences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Délai après plusieurs essais</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouvel essai dans %1&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VaultSide</name>
    <message>
        <source>Poste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coffre verrouillé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers chiffrés sur ce poste, copie complète</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dossiers chiffrés sur ce poste, copie complète</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernier verrouillage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hors ligne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est sur ce poste&#xa0;: lire et importer n’attendent aucun réseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Récupération prête</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousse vérifiée le %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousse de récupération</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À vérifier une fois par an avec la feuille imprimée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aujourd’hui, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environ %1ਊns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1ਊns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;mois</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Féminin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masculin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non documenté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Médecin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infirmière ou infirmier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pharmacienne ou pharmacien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soutien administratif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chevet::cli</name>
    <message>
        <source> Réparé depuis le journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ressources de %2 patients, %3 fichiers, en %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 étaient déjà au dossier, identiques.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import suspendu : les fichiers terminés sont entrés au complet, les autres n’ont rien laissé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entrées, %2 signatures et %3 ressources vérifiées : tout est intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entrées vérifiées : %2 alarmes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chevet::cli::Body</name>
    <message>
        <source>Phrase de passe : </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chevet::session</name>
    <message>
        <source>Une vérification a échoué (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque est plein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien de ce qui était enregistré n’est perdu; la dernière action n’a pas été faite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libérez de l’espace sur le disque, puis recommencez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque est en lecture seule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les dossiers restent lisibles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendez le disque inscriptible, puis rouvrez le coffre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’accès à « %1 » est refusé par le système.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier n’a pas été touché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez les permissions du fichier ou du dossier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« %1 » est introuvable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le nom et l’emplacement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« %1 » existe déjà.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été remplacé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, vide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce coffre est déjà ouvert par un autre programme sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermez l’autre fenêtre de Chevet, puis recommencez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque a signalé une erreur sur « %1 ».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui était enregistré n’a pas été touché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le disque; faites une copie du dossier du coffre avant toute réparation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette phrase de passe n’ouvre pas le coffre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’est effacé, quel que soit le nombre d’essais.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez la touche Verr. Maj et la langue du clavier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier des clés (« slots ») est endommagé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les dossiers sont intacts; les deux copies sont conservées telles quelles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remettez une copie de sauvegarde de « slots » ou utilisez la trousse de récupération.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce dossier ne contient pas de coffre : les fichiers « slots » et « slots.2 » manquent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été créé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez le dossier du coffre, ou remettez ces fichiers depuis une sauvegarde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La protection de cette phrase de passe est plus faible que le minimum accepté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le coffre n’a pas été ouvert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier des clés a pu être remplacé : ouvrez avec la trousse de récupération et prévenez la personne responsable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier des clés demande un calcul démesuré.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier des clés a pu être altéré : remettez une copie de sauvegarde de « slots ».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce coffre a été écrit par une version plus récente de Chevet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mettez Chevet à jour sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun professionnel de ce nom sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’accès de cette personne est désactivé sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adressez-vous à la personne responsable de la clinique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette phrase de passe est trop facile à deviner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’ancienne reste en vigueur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prenez au moins quatre mots sans lien entre eux, ou seize signes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le trousseau du système ne répond pas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La phrase de passe fonctionne toujours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrez avec la phrase de passe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le trousseau du système ne contient plus la clé de ce coffre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrez avec la phrase de passe; l’ouverture par trousseau pourra être réactivée dans les préférences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le contrôle de la ligne %1 ne correspond pas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relisez cette ligne sur la feuille.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette trousse n’ouvre pas ce coffre : elle appartient à une autre clinique ou a été remplacée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cherchez la trousse qui porte le numéro de la clinique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il faut au moins deux façons d’ouvrir le coffre en plus du trousseau du système.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été retiré.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajoutez un professionnel ou imprimez une nouvelle trousse avant de retirer celle-ci.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de données du coffre n’est pas chiffrée : Chevet refuse de l’ouvrir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier est conservé tel quel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prévenez la personne responsable : ce fichier a été remplacé ou écrit par un autre programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce programme n’a pas été construit avec SQLCipher 4 : Chevet refuse de démarrer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun fichier n’a été touché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réinstallez Chevet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vue des dossiers est endommagée ou a été altérée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal signé fait foi; la copie endommagée est mise de côté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruisez la vue depuis le journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une partie du journal signé ne se vérifie pas (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui se vérifie reste lisible; rien n’est supprimé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lancez la vérification complète et conservez une copie du dossier du coffre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un document joint est endommagé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le reste du dossier est intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réimportez le fichier d’origine de ce document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ces données appartiennent à une autre clinique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été ajouté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une donnée ne se déchiffre pas avec les clés de ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elle est conservée telle quelle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lancez la vérification complète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action annulée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les fichiers déjà terminés sont entrés au complet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce document demande trop de temps à afficher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier est intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exportez-le pour l’ouvrir ailleurs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce document ne peut pas être affiché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chevet ne sait pas afficher ce type de document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ces données n’ont pas la forme attendue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de données a refusé l’opération.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal signé n’est pas touché.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommencez; si l’erreur persiste, reconstruisez la vue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chevet a rencontré une situation imprévue (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien de ce qui était enregistré n’est perdu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rouvrez le coffre; si cela se répète, copiez ce message pour le soutien.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
