"""The oldest and the youngest: Alzheimer's disease, heart failure, a stroke averted, a child with asthma, a teenager."""
from chart import Chart

DAY, WEEK = (1, "d"), (1, "wk")


def marguerite():
    c = Chart("marguerite-ouellet-gagnon", "Ouellet-Gagnon", "Marguerite", "1941-02-08", "F", "418 555-0181", "Port-aux-Saules", "Résidence des Saules, app. 214", "lachance", "desrosiers",
              ("Denise Gagnon", "fille et mandataire", "418 555-0182"))
    c.followed_by("bolduc", "roy", "fortin")
    c.allergy("Codéine", "294930009", "medication", "low", "Confusion et vomissements", "moderate", "2017-11-21", kind="intolerance")
    c.no_allergy("2025-07-22", "429625007", "Aucune allergie alimentaire connue")
    for key, onset in (("alz", "2021-05-18"), ("fa", "2016-03-01"), ("osteoporose", "2013-09-24"), ("hta", "1998-05-12"), ("arthrose", "2007-10-02")):
        c.problem(key, onset)
    c.drug_steps("apix", "mg", DAY, "lachance", "2 fois par jour", [("2016-03-15", 5), ("2024-03-19", 2.5, "Âge, poids et créatinine")], times=2)
    c.drug_steps("biso", "mg", DAY, "lachance", "1 fois par jour", [("2016-03-15", 5), ("2025-07-22", 2.5, "Bradycardie")])
    c.drug("donepezil", 10, "mg", DAY, "2021-09-14", "bolduc", "1 fois par jour, le matin", status="stopped", until="2025-07-22", stopped="Bradycardie et syncope")
    c.drug("vitd", 10000, "UI", WEEK, "2013-09-24", "lachance", "1 fois par semaine")
    c.drug("acet", 650, "mg", DAY, "2017-12-05", "lachance", "3 fois par jour", times=3)
    c.drug("alendro", 70, "mg", WEEK, "2013-09-24", "lachance", "1 fois par semaine", status="completed", until="2021-09-28")
    c.series(["2016-03-01", "2018-03-13", "2020-03-10", "2022-03-15", "2024-03-12", "2025-01-21", "2025-07-22", "2025-09-16"], creat=[78, 84, 90, 97, 112, 116, 128, 119], dfg=[66, 60, 55, 49, 41, 39, 34, 37], k=[4.3, 4.4, 4.5, 4.6, 4.7, 4.9, 5.1, 4.8],
             hb=[128, 126, 124, 121, 118, 117, 115, 116], tsh=[2.1, 2.4, None, 2.8, 3.0, None, 3.1, None], b12=[310, None, 244, 212, 188, None, 171, None], na=[139, 138, 138, 136, 135, 134, 133, 135])
    c.note("2025-09-16 10:30", "roy", "Visite à domicile", "Selon la fille : mange la moitié des repas, deux chutes sans blessure en un mois. Dort le jour.", "TA 118/64 couchée, 102/58 debout. Pouls 58. Poids 49,8 kg.",
           "1. Chutes. Ergothérapeute demandée, marchette ajustée.\n2. Poids. Suppléments entre les repas.\n3. Hypotension orthostatique. Dre Lachance avisée.", kind="Visite à domicile", klass="HH")
    c.note("2025-07-22 14:20", "lachance", "Syncope", "Perte de connaissance brève au lever. La fille présente.", "Pouls 44 régulier, TA 112/60. Examen neurologique inchangé.",
           "1. Bradycardie sous donépézil et bisoprolol. Donépézil cessé, bisoprolol à 2,5 mg.\n2. Créatinine 128. Hydratation.\n3. Niveau de soins relu avec la mandataire : C.")
    c.note("2024-03-19 11:10", "lachance", "Révision des médicaments", "Oublie ses prises ; pilulier par la pharmacie.", "TA 124/70, poids 53,6 kg.", "1. Apixaban à 2,5 mg : âge et poids.\n2. Pilulier hebdomadaire.")
    c.old_note("2021-05-18", "bolduc", "Évaluation gériatrique du 2021-05-18", "SUBJECTIF\nPertes de mémoire depuis 2 ans, répète ses questions. Ne conduit plus.\n\nOBJECTIF\nMMSE 21 sur 30, horloge anormale.\n\nÉVALUATION ET PLAN\n1. Maladie d'Alzheimer, stade léger. Donépézil.\n2. Mandat de protection à faire.")
    for when, s, d, fc, w in (("2025-09-16", 118, 64, 58, 49.8), ("2025-07-22", 112, 60, 44, 50.6), ("2025-01-21", 126, 70, 62, 52.1), ("2024-03-19", 124, 70, 64, 53.6)):
        c.vitals(when, s, d, fc=fc, poids=w)
    c.letter("2025-08-05", "bolduc", "Lettre, gériatrie", ["Chère collègue,", "Maladie d'Alzheimer, maintenant de stade modéré : MMSE 14 sur 30, contre 18 il y a un an.", "D'accord avec l'arrêt du donépézil. Pas d'antipsychotique pour l'instant ; approche non pharmacologique de l'apathie.",
             "La fille est épuisée : répit demandé au soutien à domicile."])
    c.imaging("2021-04-27", "Tomodensitométrie cérébrale", "Atrophie corticale modérée, prédominant aux hippocampes. Leucoaraïose légère. Pas d'hématome.", "Atrophie compatible avec une maladie neurodégénérative.")
    for key, when, dose in (("pneu20", "2024-10-08", 1), ("grippe", "2024-10-08", 1), ("covid", "2025-04-15", 7), ("zona", "2021-10-05", 2)):
        c.vaccine(key, when, dose)
    c.level("C", "2025-07-22", "lachance", "assurer le confort prioritairement à prolonger la vie", "ne pas tenter la RCR")
    c.level("B", "2022-03-15", "lachance", "prolonger la vie par des soins limités", "ne pas tenter la RCR")
    c.order("Ergothérapie à domicile", "2025-09-16", "roy", priority="urgent")
    c.appointment("16:10", 30, "roy", "Visite à domicile, tension debout")
    return c


def real():
    c = Chart("real-cote", "Côté", "Réal", "1949-07-22", "M", "418 555-0191", "Sainte-Anne-du-Bras", "77, route du Fleuve", "lachance", "rive", ("Ginette Côté", "conjointe", "418 555-0192"), postal="G0X 2B0")
    c.followed_by("pelchat", "morin", "bergeron")
    c.allergy("Iode, produit de contraste", "293637006", "medication", "low", "Urticaire", "mild", "2018-06-19")
    for key, onset in (("ic", "2018-06-20"), ("mpoc", "2012-11-06"), ("hta", "1999-03-09"), ("hbp", "2015-02-03"), ("dlp", "2003-10-14")):
        c.problem(key, onset)
    c.drug("sacval", 200, "mg", DAY, "2021-03-23", "pelchat", "2 fois par jour", times=2)
    c.drug_steps("biso", "mg", DAY, "pelchat", "1 fois par jour", [("2018-06-26", 2.5), ("2018-10-02", 5), ("2019-04-16", 10)])
    c.drug_steps("furo", "mg", DAY, "bergeron", "1 fois par jour, le matin", [("2018-06-26", 40), ("2024-01-30", 20, "Euvolémique"), ("2025-09-23", 60, "Prise de 3 kg")])
    c.drug("spiro", 25, "mg", DAY, "2018-10-02", "pelchat", "1 fois par jour")
    c.drug("empa", 10, "mg", DAY, "2022-05-10", "pelchat", "1 fois par jour")
    c.drug("tio", 2.5, "mcg", DAY, "2013-01-15", "morin", "2 inhalations 1 fois par jour", form="aérosol")
    c.drug("bufo", 2, "bouffée", DAY, "2019-11-12", "morin", "2 fois par jour", form="aérosol", times=2)
    c.drug("salbu", 2, "bouffée", DAY, "2012-11-06", "lachance", "au besoin", form="aérosol", asneeded=True, times=4)
    c.drug("tamsu", 0.4, "mg", DAY, "2015-02-03", "lachance", "1 fois par jour", form="capsule")
    c.drug("atorva", 40, "mg", DAY, "2018-06-26", "pelchat", "1 fois par jour")
    c.drug("azithro", 250, "mg", DAY, "2025-02-11", "benali", "500 mg le premier jour, puis 250 mg, 5 jours", status="completed", until="2025-02-16")
    c.series(["2018-06-20", "2018-10-02", "2019-04-16", "2020-06-09", "2021-06-15", "2022-05-10", "2023-05-16", "2024-01-30", "2025-02-11", "2025-06-17", "2025-09-23", "2025-10-07"],
             bnp=[6120, 2480, 1310, 980, 760, 640, 590, 610, 1180, 720, 2340, 1410], creat=[118, 112, 108, 110, 113, 116, 118, 117, 124, 119, 131, 127], dfg=[54, 57, 59, 57, 55, 53, 52, 52, 48, 50, 45, 47],
             k=[4.1, 4.6, 4.7, 4.6, 4.8, 4.7, 4.9, 4.8, 5.0, 4.9, 5.2, 4.8], na=[134, 136, 138, 138, 139, 138, 138, 139, 136, 138, 134, 136], hbm=[128, 131, 134, 136, 137, 138, 137, 136, 134, 135, 131, 132], aps=[None, None, 2.1, None, 2.4, None, 2.9, None, None, 3.4, None, None])
    c.note("2025-10-07 09:20", "bergeron", "Contrôle de l'insuffisance cardiaque", "Monte un étage sans arrêt. Deux oreillers. Poids stable à la maison depuis 5 jours.", "TA 112/66, pouls 64, saturation 94 %, poids 81,2 kg. Œdème 1+, pas de crépitant.",
           "1. Insuffisance cardiaque. Poids en baisse de 2,6 kg. Furosémide 60 mg encore 1 semaine, puis 40.\n2. NT-proBNP 1410. Potassium 4,8.\n3. Vaccin contre l'influenza à offrir aujourd'hui.")
    c.note("2025-09-23 15:40", "bergeron", "Prise de poids", "Prise de 3 kg en 6 jours, dyspnée à l'effort, a mangé salé aux noces de sa petite-fille.", "TA 118/70, pouls 72, saturation 92 %, poids 83,8 kg. Œdème 2+, crépitants aux bases.",
           "1. Décompensation légère. Furosémide à 60 mg. Poids chaque matin, appel si plus de 1,5 kg.\n2. Bilan aujourd'hui, contrôle dans 2 semaines.\n3. Niveau de soins B reconfirmé.", kind="Sans rendez-vous")
    c.note("2025-02-11 13:00", "benali", "Exacerbation de MPOC", "Expectorations vertes depuis 4 jours, dyspnée accrue.", "Saturation 91 %, sibilances diffuses, température 37,4 °C.", "1. Exacerbation. Azithromycine 5 jours et prednisone 40 mg 5 jours.\n2. Radiographie des poumons.", kind="Sans rendez-vous")
    c.note("2024-01-30 10:10", "pelchat", "Clinique d'insuffisance cardiaque", "Classe II.", "TA 116/68. Euvolémique.", "1. FEVG 38 %. Même traitement.\n2. Défibrillateur refusé après discussion.")
    c.imaging("2024-01-16", "Échocardiographie", "Ventricule gauche dilaté, FEVG 38 % (28 % en 2018). Insuffisance mitrale légère. PAPS 38 mm Hg.", "Dysfonction systolique modérée, améliorée.", by="pelchat")
    c.imaging("2025-02-11", "Radiographie des poumons", "Emphysème. Pas de foyer de consolidation. Cardiomégalie stable.", "Pas de pneumonie.")
    c.letter("2024-02-06", "pelchat", "Lettre, cardiologie", ["Chère collègue,", "Cardiopathie ischémique avec fraction d'éjection de 38 %, en amélioration sous quadruple thérapie.", "Monsieur Côté refuse le défibrillateur en toute connaissance de cause. Poursuivre le même traitement.",
             "Ajuster le furosémide selon le poids, entre 20 et 60 mg."])
    c.letter("2018-06-27", "pelchat", "Sommaire d'hospitalisation", ["#Diagnostic", "Insuffisance cardiaque de novo, fraction d'éjection de 28 %.", "#Évolution", "Diurèse de 7 kg. Coronarographie : sténose chronique de la circonflexe, traitement médical. Urticaire au produit de contraste."], loinc="18842-5", category="Sommaires")
    for when, s, d, fc, w, o in (("2025-10-07", 112, 66, 64, 81.2, 94), ("2025-09-23", 118, 70, 72, 83.8, 92), ("2025-06-17", 114, 68, 62, 80.6, 95), ("2025-02-11", 124, 72, 84, 80.9, 91), ("2024-01-30", 116, 68, 60, 80.2, 95), ("2018-06-20", 138, 84, 104, 88.9, 89)):
        c.vitals(when, s, d, fc=fc, poids=w, spo2=o)
    for key, when, dose in (("pneu20", "2024-10-15", 1), ("grippe", "2024-10-15", 1), ("covid", "2025-04-22", 8), ("zona", "2022-05-10", 2)):
        c.vaccine(key, when, dose)
    c.vaccine_due("grippe", "2025-10-15", "Influenza 2025-2026")
    c.level("B", "2025-09-23", "bergeron", "prolonger la vie par des soins limités", "ne pas tenter la RCR")
    c.social("72166-2", "Tabagisme", "Ancien fumeur, 45 paquets-années, cessé en 2012", "2024-01-30")
    c.procedure("2018-06-22", "Coronarographie", "pelchat", "33367005")
    c.order("Échocardiographie de contrôle", "2025-10-07", "bergeron", "2026-01-20")
    c.appointment("09:00", 30, "bergeron", "Poids et œdèmes, ajustement du furosémide")
    return c


def rosa():
    """Allergies: nothing is said, neither an allergy nor the absence of one."""
    c = Chart("rosa-fernandez", "Fernández", "Rosa", "1955-12-01", "F", "418 555-0171", "Port-aux-Saules", "33, rue de la Gare", "thibodeau", "desrosiers", ("Pablo Rivas", "fils", "514 555-0172"), language="es")
    for key, onset in (("ait", "2024-06-18"), ("hta", "2010-09-21"), ("rgo", "2014-01-28"), ("arthrose", "2016-05-10")):
        c.problem(key, onset)
    c.drug("aas", 80, "mg", DAY, "2024-06-19", "thibodeau", "1 fois par jour")
    c.drug_steps("rosu", "mg", DAY, "thibodeau", "1 fois par jour", [("2017-03-07", 10), ("2024-06-19", 40, "Accident ischémique transitoire")])
    c.drug_steps("ramipril", "mg", DAY, "thibodeau", "1 fois par jour", [("2010-09-21", 5), ("2024-06-19", 10)], form="capsule")
    c.drug_steps("panto", "mg", DAY, "thibodeau", "1 fois par jour", [("2014-01-28", 40), ("2023-02-14", 20, "Réduction à l'essai")])
    c.series(["2017-02-28", "2020-02-18", "2023-02-14", "2024-06-18", "2024-09-24", "2025-09-09"], ldl=[3.62, 2.41, 2.36, 2.44, 1.52, 1.47], a1c=[5.7, 5.8, 5.9, 5.9, 5.8, 5.8], creat=[62, 64, 66, 67, 68, 68], plaq=[231, 228, 222, 226, 219, 224], k=[4.1, 4.2, 4.2, 4.0, 4.6, 4.5])
    c.note("2025-09-09 10:40", "thibodeau", "Suivi à un an de l'AIT", "Aucun nouvel épisode. Marche 30 minutes par jour. Genoux douloureux dans les escaliers. La conversation se fait avec son fils au téléphone.",
           "TA 126/74, pouls 68, poids 68,9 kg. Genoux : crépitations, pas d'épanchement.", "1. AIT. LDL 1,47, aspirine et rosuvastatine poursuivies.\n2. Arthrose. Physiothérapie, acétaminophène au besoin.\n3. Interprète à prévoir.")
    c.note("2024-06-19 08:50", "thibodeau", "Retour de l'urgence", "Faiblesse du bras droit et parole pâteuse 20 minutes hier.", "Examen neurologique normal aujourd'hui. TA 152/88.", "1. AIT, score ABCD2 de 4. Aspirine, rosuvastatine 40 mg, ramipril 10 mg.\n2. Holter 14 jours. Doppler carotidien.", klass="AMB")
    c.imaging("2024-06-18", "Angio-tomodensitométrie cérébrale et cervicale", "Pas d'hémorragie ni d'occlusion. Plaque calcifiée du bulbe carotidien gauche, sténose de 30 %.", "Pas de sténose chirurgicale.")
    c.imaging("2024-07-09", "Échographie Doppler des carotides", "Sténose inférieure à 50 % des deux côtés.", "Athérosclérose légère.")
    c.letter("2024-08-02", "pelchat", "Rapport de Holter", ["Enregistrement de 14 jours. Rythme sinusal, 412 extrasystoles auriculaires, aucune fibrillation auriculaire."], category="Rapports")
    for when, s, d, w in (("2025-09-09", 126, 74, 68.9), ("2024-09-24", 132, 78, 70.4), ("2024-06-19", 152, 88, 71.0)):
        c.vitals(when, s, d, fc=68, poids=w)
    for key, when, dose in (("pneu20", "2024-10-22", 1), ("grippe", "2024-10-22", 1), ("dcat", "2015-04-14", 1)):
        c.vaccine(key, when, dose)
    c.vaccine_due("zona", "2025-09-09", "Zona, dose 1")
    c.appointment("08:30", 20, "thibodeau", "Genoux, lecture de la radiographie")
    return c


def liam():
    c = Chart("liam-belanger", "Bélanger", "Liam", "2019-07-05", "M", "418 555-0115", "Port-aux-Saules", "12, rue des Goélands", "lachance", "desrosiers", ("Annie Bélanger", "mère", "418 555-0115"))
    c.followed_by("cormier", "roy")
    c.allergy("Arachides", "91935009", "food", "high", "Anaphylaxie", "severe", "2021-02-14", by="cormier")
    c.allergy("Œufs", "91930004", "food", "low", "Urticaire", "mild", "2020-05", by="cormier")
    c.no_allergy("2025-07-15", "409137002", "Aucune allergie médicamenteuse connue")
    c.problem("asthme", "2022-10-11", by="cormier")
    c.problem("eczema", "2019-12-10", by="cormier")
    c.problem("otite", "2021-11-02", resolved="2021-11-16")
    c.drug_steps("fluti", "mcg", DAY, "cormier", "2 inhalations 2 fois par jour avec chambre d'espacement", [("2022-10-11", 50), ("2024-11-19", 125, "Trois exacerbations en un an")], form="aérosol", times=2)
    c.drug("salbu", 2, "bouffée", DAY, "2022-10-11", "cormier", "au besoin avec chambre d'espacement", form="aérosol", asneeded=True, times=4)
    c.drug("epi", 0.15, "mg", DAY, "2021-02-16", "cormier", "auto-injecteur, en cas d'anaphylaxie", form="injection", asneeded=True)
    c.drug("amox", 400, "mg", DAY, "2021-11-02", "cormier", "2 fois par jour, 10 jours", form="suspension", times=2, status="completed", until="2021-11-12")
    c.note("2025-07-15 09:10", "lachance", "Examen périodique, 6 ans", "Commence l'école. Tousse la nuit 1 fois par semaine. A son auto-injecteur au sac.", "Poids 21,6 kg (50e percentile), taille 116 cm, TA 98/60. Auscultation claire. Plis : eczéma léger.",
           "1. Asthme partiellement maîtrisé. Technique revue. Plan d'action remis à l'école.\n2. Arachides. Auto-injecteur renouvelé, école avisée.\n3. Développement normal.")
    c.note("2024-11-19 16:30", "cormier", "Suivi de l'asthme", "Trois épisodes de sifflements en un an, une visite à l'urgence.", "Poids 20,1 kg. Saturation 98 %.", "1. Asthme. Fluticasone à 125 mcg.\n2. Vaccin contre l'influenza fait aujourd'hui.")
    c.note("2024-10-26 20:15", "benali", "Crise d'asthme", "Rhume depuis 2 jours, tirage ce soir.", "Fréquence respiratoire 34, saturation 93 %, tirage sous-costal. Après salbutamol : 97 %.", "1. Exacerbation modérée. Dexaméthasone, salbutamol aux 4 heures.\n2. Retour si aggravation.", kind="Urgence", klass="EMER")
    c.old_note("2021-02-16", "cormier", "Note du 2021-02-16", "SUBJECTIF\nAvait mangé du beurre d'arachide : urticaire, vomissements et toux en 10 minutes, épinéphrine à l'urgence.\n\nOBJECTIF\nExamen normal aujourd'hui.\n\nÉVALUATION ET PLAN\nAnaphylaxie aux arachides. Éviction, auto-injecteur, allergologie.")
    for when, w, t in (("2025-07-15", 21.6, 116), ("2024-11-19", 20.1, 112), ("2023-07-11", 17.0, 103), ("2022-10-11", 15.2, 97), ("2021-07-06", 12.6, 86), ("2020-07-07", 9.8, 75)):
        c.vitals(when, poids=w, taille=t)
    c.vitals("2024-10-26", fc=138, fr=34, spo2=93, t=37.6)
    for key, when, dose in (("hexa", "2019-09-05", 1), ("rota", "2019-09-05", 1), ("pneu13", "2019-09-05", 1), ("hexa", "2019-11-07", 2), ("rota", "2019-11-07", 2), ("pneu13", "2019-11-07", 2), ("rro", "2020-07-07", 1),
                            ("pneu13", "2020-07-07", 3), ("menc", "2020-07-07", 1), ("dcatvpihib", "2021-01-12", 3), ("rrovar", "2021-01-12", 2), ("dcatvpi", "2023-08-22", 4), ("grippe", "2024-11-19", 1)):
        c.vaccine(key, when, dose)
    c.letter("2021-04-20", "cormier", "Lettre, allergie pédiatrique", ["Chère collègue,", "Tests cutanés : arachide 12 mm, œuf 4 mm, noix négatives.", "Éviction stricte des arachides. L'œuf cuit est toléré ; provocation prévue vers 5 ans."])
    c.family("mère", "MTH", ["Asthme"])
    c.order("Provocation orale à l'œuf", "2025-07-15", "lachance", "2025-12-02")
    c.appointment("10:00", 20, "lachance", "Toux nocturne, technique d'inhalation")
    return c


def chloe():
    c = Chart("chloe-lavoie-dube", "Lavoie-Dubé", "Chloé", "2010-03-14", "F", "581 555-0107", "Sainte-Anne-du-Bras", "9, rue de l'École", "thibodeau", "rive", ("Martin Dubé", "père", "581 555-0108"), postal="G0X 2B0")
    c.no_allergy("2025-08-26")
    c.problem("tdah", "2018-11-20", by="cormier")
    c.problem("migraine", "2023-04-04", text="Migraine sans aura")
    c.drug("mph", 18, "mg", DAY, "2019-09-03", "cormier", "1 fois par jour, le matin", status="stopped", until="2022-09-13", stopped="Perte d'appétit")
    c.drug_steps("lisdex", "mg", DAY, "thibodeau", "1 fois par jour, le matin", [("2022-09-13", 20), ("2024-02-06", 30), ("2025-08-26", 40, "Effet insuffisant en après-midi")], form="capsule", moments=("MORN",))
    c.drug("naprox", 375, "mg", DAY, "2023-04-04", "thibodeau", "1 comprimé au début de la crise, maximum 2 par semaine", asneeded=True)
    c.note("2025-08-26 13:50", "thibodeau", "TDAH, rentrée scolaire", "L'effet s'estompe vers 14 h. Appétit correct. Deux migraines par mois, liées au manque de sommeil.", "Poids 52,3 kg, taille 161 cm, TA 106/64, pouls 76.",
           "1. TDAH. Lisdexamfétamine à 40 mg. Tension et poids dans 2 mois.\n2. Migraine. Calendrier, hygiène du sommeil.\n3. Rencontre seule à seule offerte ; confidentialité à partir de 14 ans expliquée.")
    c.note("2024-02-06 15:10", "thibodeau", "Suivi du TDAH", "Secondaire 2, notes en hausse.", "Poids 47,8 kg, TA 104/62.", "1. Lisdexamfétamine à 30 mg.")
    for when, s, d, w, t in (("2025-08-26", 106, 64, 52.3, 161), ("2024-02-06", 104, 62, 47.8, 157), ("2022-09-13", 100, 60, 40.2, 148)):
        c.vitals(when, s, d, fc=76, poids=w, taille=t)
    c.series(["2025-08-25"], hb=[128], ferritine=[21], tsh=[1.7])
    for key, when, dose in (("hexa", "2010-05-14", 1), ("rro", "2011-03-15", 1), ("rrovar", "2011-09-20", 2), ("dcatvpi", "2014-08-19", 4), ("hepab", "2019-10-22", 1), ("vph", "2019-10-22", 1), ("menacwy", "2024-11-12", 1), ("dcat", "2024-11-12", 1)):
        c.vaccine(key, when, dose)
    c.letter("2018-11-27", "cormier", "Rapport d'évaluation, TDAH", ["Évaluation multidisciplinaire : critères du TDAH, présentation combinée, remplis à l'école et à la maison.", "Mesures scolaires recommandées : place à l'avant, consignes courtes, temps supplémentaire."], category="Rapports")
    c.appointment("15:00", 20, "thibodeau", "Tension et poids sous lisdexamfétamine", status="booked")
    return c
