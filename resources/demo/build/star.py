"""Émilie Tremblay, 2004: lupus, nephritis, anticoagulation. The richest file, and one of two of that name."""
from chart import Chart

DATES = ["2024-10-10", "2024-11-21", "2025-01-16", "2025-02-06", "2025-03-13", "2025-04-10", "2025-06-05", "2025-07-17", "2025-08-28", "2025-09-11", "2025-09-25", "2025-10-09"]


def medication(c):
    once, twice, week = (1, "d"), (1, "d"), (1, "wk")
    c.drug_steps("warfarine", "mg", once, "lachance", "1 fois par jour, le soir",
                 [("2024-02-22", 5), ("2025-01-17", 6, "RNI sous la cible"), ("2025-09-02", 5, "RNI critique sous doxycycline")],
                 moments=("EVE",), reason="Syndrome des antiphospholipides, cible de RNI 2,0 à 3,0")
    c.drug_steps("prednisone", "mg", once, "ouellet", "1 fois par jour, le matin",
                 [("2022-04-08", 40), ("2022-07-05", 20, "Sevrage"), ("2023-06-20", 30, "Néphropathie de classe III"), ("2024-01-15", 10, "Sevrage"),
                  ("2025-09-30", 7.5, "Sevrage, lupus stable")], moments=("MORN",), reason="Lupus érythémateux disséminé")
    c.drug_steps("mmf", "mg", twice, "arsenault", "2 fois par jour", [("2023-06-20", 500), ("2023-09-12", 750), ("2025-03-20", 1000, "Protéinurie persistante")], times=2,
                 reason="Néphropathie lupique")
    c.drug_steps("ramipril", "mg", once, "arsenault", "1 fois par jour", [("2023-06-20", 2.5), ("2025-06-05", 5, "Protéinurie")], form="capsule", reason="Protéinurie")
    c.drug("fer", 300, "mg", once, "2025-08-28", "lachance", "1 fois par jour, à jeun", reason="Anémie ferriprive")
    c.drug("hcq", 200, "mg", once, "2023-07-11", "ouellet", "1 fois par jour", reason="Lupus érythémateux disséminé")
    c.drug_steps("levo", "mcg", once, "lachance", "1 fois par jour, à jeun", [("2021-05-04", 50), ("2024-11-14", 75, "TSH au-dessus de la cible")], reason="Hypothyroïdie")
    c.drug("vitd", 10000, "UI", week, "2022-10-04", "lachance", "1 fois par semaine", form="capsule")
    c.drug("acet", 500, "mg", once, "2024-02-19", "lachance", "1 ou 2 comprimés au besoin, maximum 3 g par jour", asneeded=True, times=4)
    c.drug("doxy", 100, "mg", twice, "2025-08-19", "benali", "2 fois par jour, 10 jours", times=2, status="completed", until="2025-08-28", reason="Cellulite de la jambe droite")
    c.drug("suma", 50, "mg", once, "2020-01-14", "lachance", "1 comprimé au besoin", asneeded=True, status="stopped", until="2022-04-08", stopped="Contre-indiqué avec l'atteinte vasculaire")
    c.drug("amox", 500, "mg", once, "2011-03-02", "cormier", "3 fois par jour", times=3, status="stopped", until="2011-03-04", stopped="Anaphylaxie")


def results(c):
    some = lambda *pairs: [dict(pairs).get(i) for i in range(12)]
    c.series(DATES,
             rni=[1.9, 2.1, 1.7, 2.3, 2.4, 2.6, 2.5, 2.8, 5.3, 3.1, 2.5, 3.4],
             creat=[72, 74, 75, 76, 78, 80, 83, 86, 89, 90, 91, 98], dfg=[108, 105, 103, 101, 98, 95, 91, 87, 83, 82, 80, 73],
             k=[4.2, 4.3, 4.3, 4.4, 4.4, 4.5, 4.7, 4.7, 4.9, 4.8, 4.8, 5.2], pc=some((0, 22), (2, 24), (3, 26), (5, 31), (6, 34), (7, 38), (8, 44), (10, 48), (11, 62)),
             hb=[121, 120, 119, 118, 118, 116, 114, 113, 112, 111, 110, 104], leuco=[5.8, 5.6, 5.4, 5.5, 5.2, 5.0, 4.8, 4.9, 4.6, 4.4, 4.3, 4.1],
             lympho=[1.3, 1.3, 1.2, 1.2, 1.1, 1.1, 1.0, 1.0, 1.0, 0.9, 0.9, 0.8], plaq=[221, 218, 214, 210, 205, 201, 198, 192, 188, 184, 180, 162],
             ferritine=some((0, 31), (3, 27), (5, 22), (8, 14), (11, 9)), c3=some((0, 1.02), (2, 0.99), (3, 0.97), (5, 0.93), (6, 0.90), (8, 0.82), (10, 0.76), (11, 0.71)),
             c4=some((0, 0.19), (3, 0.18), (5, 0.16), (8, 0.13), (11, 0.11)), adn=some((0, 8), (2, 9), (3, 12), (5, 16), (6, 22), (8, 31), (10, 37), (11, 48)),
             tsh=some((1, 6.1), (3, 3.2), (6, 2.4), (11, 2.1)), alt=some((0, 22), (5, 25), (8, 31), (11, 27)), crp=some((6, 3.1), (8, 11.4), (11, 6.8)),
             na=some((0, 140), (5, 139), (8, 138), (11, 138)), vitd=some((3, 82), (11, 79)))
    early = ["2022-03-18", "2022-07-05", "2023-01-24", "2023-05-30", "2023-09-12", "2024-02-18", "2024-06-11"]
    c.series(early, hour="09:10", creat=[61, 60, 62, 71, 66, 68, 70], dfg=[124, 125, 122, 110, 117, 114, 111], pc=[12, 9, 14, 96, 41, 28, 24], hb=[109, 118, 122, 115, 119, 117, 120],
             c3=[0.58, 0.88, 1.01, 0.62, 0.91, 0.96, 1.00], adn=[84, 22, 9, 62, 15, 10, 8], leuco=[3.2, 4.8, 5.6, 3.9, 6.1, 7.4, 6.0], lympho=[0.7, 1.1, 1.4, 0.8, 1.2, 1.1, 1.3],
             plaq=[138, 190, 226, 171, 240, 232, 224], rni=[None] * 5 + [1.1, 2.4])
    c.series(["2021-05-04", "2021-09-14"], hour="08:40", tsh=[12.4, 3.8], t4l=[10, 15])


def written(c):
    c.note("2025-10-09 09:40", "lachance", "Contrôle de la néphropathie et du RNI",
           "Se dit plus fatiguée depuis deux semaines. Pas de fièvre, pas de douleur pleurale. Quelques arthralgies le matin, moins de 30 minutes. Pas de saignement, pas de selles noires. "
           "Prend de l'acétaminophène presque tous les jours, environ 2 g. Omet rarement ses médicaments.",
           "TA 124/78, pouls 78 régulier, température 36,8 °C, poids 58,4 kg. Œdème malléolaire 1+ bilatéral. Pas de synovite franche. Auscultation cardiaque et pulmonaire normale. Pas d'ecchymose.",
           "1. Néphropathie. Créatinine 98 (91 le 2025-09-25), ratio P/C 62. Demande en néphrologie, priorité C. Contrôle dans 2 semaines.\n"
           "2. Anticoagulation. RNI 3,4, cible de 2,0 à 3,0. Dose du 2025-10-09 omise, puis 5 mg. Contrôle le 2025-10-16.\n"
           "3. Potassium 5,2. Répéter avec la fonction rénale.\n4. Anémie ferriprive. Ferritine 9. Fer, 3 mois.\n5. Prednisone. Viser 5 mg si C3 stable.")
    c.note("2025-09-25 10:20", "bergeron", "Suivi du lupus", "Va bien dans l'ensemble. Dort mal. A repris les cours à temps plein.",
           "TA 118/74, pouls 74, poids 58,1 kg. Pas de rash malaire. Articulations sans gonflement.",
           "1. Lupus. C3 0,76 en baisse, anti-ADN 37. Rhumatologie avisée.\n2. RNI 2,5, même dose.\n3. Contraception. Progestatif seul, pas d'œstrogènes avec le SAPL.")
    c.note("2025-09-02 16:40", "lachance", "Retour sur le RNI du 2025-08-28", "Jointe au téléphone. Aucun saignement. Doxycycline terminée depuis 5 jours.", None,
           "1. Anticoagulation. RNI 5,3 le 2025-08-28 sous doxycycline : interaction. Warfarine de 6 à 5 mg. Contrôle le 2025-09-11.\n2. Consignes de saignement revues.", kind="Téléconsultation", klass="VR")
    c.note("2025-08-28 15:10", "lachance", "RNI critique", "Traitée pour une cellulite depuis le 2025-08-19. Une épistaxis brève hier. Pas de chute.",
           "TA 122/76, pouls 82. Jambe droite : érythème en régression, 4 cm. Pas d'ecchymose. Fosses nasales : pas de saignement actif.",
           "1. RNI 5,3, interaction avec la doxycycline. Omettre deux doses, vitamine K non requise.\n2. Cellulite en voie de guérison, fin de l'antibiotique aujourd'hui.\n3. Anémie ferriprive. Ferritine 14. Début du fumarate ferreux.")
    c.note("2025-08-19 11:30", "benali", "Cellulite de la jambe droite", "Piqûre d'insecte il y a 4 jours, rougeur qui s'étend. Allergie à la pénicilline et aux sulfamides.",
           "Température 37,9 °C. Plaque érythémateuse chaude de 9 cm, sans collection.", "1. Cellulite. Doxycycline 100 mg 2 fois par jour, 10 jours.\n2. Sous warfarine. RNI à devancer dans 5 à 7 jours.", kind="Sans rendez-vous")
    c.note("2025-06-05 09:30", "lachance", "Suivi de la protéinurie", "Pas de plainte. Observance bonne.", "TA 126/80, poids 58,9 kg.",
           "1. Protéinurie. P/C 34. Ramipril de 2,5 à 5 mg avec la néphrologie. Potassium et créatinine dans 2 semaines.\n2. Vaccins. Pneumocoque 20-valent discuté.")
    c.note("2025-03-20 13:15", "arsenault", "Clinique de néphrologie", "Asymptomatique.", "TA 120/76. Pas d'œdème.", "1. Néphropathie de classe III, P/C 26. Mycophénolate à 1 g 2 fois par jour.\n2. Revoir dans 3 mois.")
    c.note("2025-01-17 09:05", "lachance", "RNI sous la cible", "N'a omis aucune dose.", None, "1. RNI 1,7. Warfarine de 5 à 6 mg. Contrôle dans 7 jours.", kind="Téléconsultation", klass="VR")
    c.note("2024-11-14 10:00", "lachance", "Hypothyroïdie", "Frilosité, constipation.", "Pouls 62. Thyroïde non palpable.", "1. TSH 6,1. Lévothyroxine de 50 à 75 mcg. TSH dans 8 semaines.")
    c.note("2024-02-20 14:00", "lachance", "Visite à l'hôpital et objectifs de soins", "Jour 2 d'une TVP proximale gauche.", "Membre inférieur gauche augmenté de volume, saturation 98 %.",
           "1. TVP. Héparine puis warfarine, cible 2,0 à 3,0, durée indéfinie.\n2. Niveau de soins A discuté, confirmé.", kind="Hospitalisation", klass="IMP")
    c.old_note("2023-06-06", "lachance", "Note du 2023-06-06", "SUBJECTIF\nŒdème des chevilles depuis 3 semaines, urines mousseuses.\n\nOBJECTIF\nTA 138/88, œdème 2+, P/C 96 mg/mmol.\n\n"
               "ÉVALUATION ET PLAN\n1. Néphrite lupique probable. Néphrologie en urgence, biopsie.\n2. Cesser le naproxène.")
    c.old_note("2022-03-18", "thibodeau", "Note du 2022-03-18", "SUBJECTIF\nFatigue, fièvre, arthralgies et éruption du visage au soleil depuis 2 mois.\n\nOBJECTIF\nRash malaire, synovites des poignets, leucopénie.\n\n"
               "ÉVALUATION\nLupus érythémateux disséminé probable.\n\nPLAN\nAnticorps antinucléaires, anti-ADN, C3, C4, analyse d'urine. Rhumatologie, priorité B.")
    c.old_note("2019-09-10", "cormier", "Note du 2019-09-10", "SUBJECTIF\nCéphalées pulsatiles avec scotome scintillant, 2 par mois.\n\nOBJECTIF\nExamen neurologique normal.\n\nÉVALUATION ET PLAN\nMigraine avec aura. Calendrier, éviter les œstrogènes.")


def papers(c):
    c.letter("2025-06-20", "arsenault", "Lettre, néphrologie", ["Chère collègue,", "J'ai revu cette patiente de 20 ans connue pour une néphropathie lupique ; la biopsie de 2023 montrait une classe III (A).",
             "#Évolution", "La protéinurie progresse lentement malgré le mycophénolate à pleine dose : ratio de 34 mg/mmol, créatinine de 83 µmol/L. Le complément baisse et les anti-ADN montent, sans signe extra-rénal.",
             "#Conclusion", "Poussée rénale débutante possible. Je propose de poursuivre le mycophénolate à 1 g deux fois par jour, d'augmenter le ramipril et de ne pas réduire la prednisone sous 7,5 mg tant que le C3 baisse.",
             "Si le ratio dépasse 50 ou si la créatinine dépasse 95, une nouvelle biopsie est indiquée ; le RNI devra alors être corrigé. Merci de m'en aviser sans attendre le prochain rendez-vous."])
    c.letter("2024-02-22", "pelchat", "Sommaire d'hospitalisation", ["#Diagnostic principal", "Thrombose veineuse profonde proximale du membre inférieur gauche.", "#Diagnostics secondaires",
             "Syndrome des antiphospholipides : anticoagulant lupique et anticardiolipines positifs à deux reprises. Lupus érythémateux disséminé.", "#Évolution",
             "Doppler : thrombus fémoro-poplité gauche. Héparine de bas poids moléculaire puis warfarine. Aucune embolie pulmonaire à l'angioscan. Congé au troisième jour, stable.", "#Antécédents",
             "Biopsie rénale le 2023-06-12, classe III.", "#Au congé", "Warfarine 5 mg le soir, RNI dans 3 jours à la clinique, cible de 2,0 à 3,0 pour une durée indéfinie. Éviter les œstrogènes."], loinc="18842-5", category="Sommaires")
    c.letter("2023-06-14", "lemieux", "Biopsie rénale, pathologie", ["#Renseignements cliniques", "Femme de 18 ans, lupus érythémateux disséminé. Protéinurie, ratio P/C 96 mg/mmol, sédiment actif, créatinine 71 µmol/L.",
             "#Description macroscopique", "Deux carottes de 14 et 12 mm, fixées dans le formol, et un fragment congelé pour immunofluorescence. Biopsie jugée adéquate.",
             "#Description microscopique", "Vingt-deux glomérules, dont un sclérosé. Prolifération endocapillaire segmentaire dans huit glomérules (36 %), deux petits croissants cellulaires. Pas de thrombus. "
             "Fibrose interstitielle inférieure à 5 %. Artères sans lésion.", "#Immunofluorescence", "Dépôts mésangiaux et sous-endothéliaux : IgG 3+, IgA 1+, IgM 1+, C3 2+, C1q 3+.",
             "#Diagnostic", "Néphropathie lupique, classe III (A), selon l'ISN/RPS 2018. Indice d'activité 6 sur 24, indice de chronicité 1 sur 12."], loinc="11526-1", category="Rapports")
    c.letter("2023-05-30", "arsenault", "Lettre, néphrologie, première visite", ["Chère collègue,", "Merci de m'avoir adressé cette patiente. Une biopsie est indiquée devant la protéinurie et le sédiment actif."])
    c.letter("2022-05-17", "ouellet", "Lettre, rhumatologie", ["Chère collègue,", "Lupus érythémateux disséminé confirmé : anticorps antinucléaires 1/1280, anti-ADN 84, C3 0,58, leucopénie, arthrite et rash malaire.",
             "Début de la prednisone et de l'hydroxychloroquine. Examen ophtalmologique de départ à prévoir, puis chaque année à partir de la cinquième."])
    c.imaging("2024-02-18", "Doppler veineux du membre inférieur gauche", "Thrombus occlusif des veines fémorale superficielle et poplitée. Veine fémorale commune et veines iliaques libres.",
              "Thrombose veineuse profonde fémoro-poplitée gauche.")
    c.imaging("2023-06-02", "Échographie rénale", "Reins de taille normale, 11,2 et 11,4 cm. Échogénicité corticale légèrement augmentée. Pas de dilatation.", "Atteinte médicale possible, sans obstacle.")
    c.imaging("2025-04-22", "Ostéodensitométrie", "Colonne lombaire : score Z de -1,1. Hanche : score Z de -0,9.", "Densité dans les limites attendues pour l'âge, sous corticothérapie. À répéter dans 2 ans.")
    c.imaging("2022-03-22", "Radiographie des poumons", "Silhouette cardiaque normale. Pas d'épanchement.", "Examen normal.")


def emilie():
    c = Chart("emilie-tremblay", "Tremblay", "Émilie", "2004-12-19", "F", "418 555-0163", "Port-aux-Saules", "27, rue du Quai", "lachance", "desrosiers", ("Luc Tremblay", "père", "418 555-0177"))
    c.followed_by("ouellet", "arsenault", "bergeron")
    c.allergy("Pénicillines", "91936005", "medication", "high", "Anaphylaxie", "severe", "2011")
    c.allergy("Sulfaméthoxazole-triméthoprime", "294505008", "medication", "low", "Éruption étendue", "moderate", "2022")
    c.no_allergy("2025-10-09", "429625007", "Aucune allergie alimentaire connue")
    for key, onset in (("lupus", "2022-04-08"), ("nephrite", "2023-06-14"), ("sapl", "2024-02-18"), ("hashimoto", "2021-05-04"), ("ferriprive", "2025-08-28"), ("migraine", "2019-09-10")):
        c.problem(key, onset)
    c.problem("tvp", "2024-02-18", resolved="2024-08-20")
    c.problem("otite", "2011-03-02", resolved="2011-03-14", by="cormier")
    medication(c)
    results(c)
    written(c)
    papers(c)
    c.vitals("2025-10-09", 124, 78, fc=78, t=36.8, poids=58.4, spo2=98, taille=164, imc=21.7)
    for when, s, d, fc, w in (("2025-09-25", 118, 74, 74, 58.1), ("2025-08-28", 122, 76, 82, 58.6), ("2025-06-05", 126, 80, 76, 58.9), ("2025-03-20", 120, 76, 72, 59.2),
                              ("2024-11-14", 116, 72, 62, 60.3), ("2024-02-20", 128, 82, 96, 59.0), ("2022-03-18", 112, 70, 92, 55.8)):
        c.vitals(when, s, d, fc=fc, poids=w)
    for key, when, dose in (("hexa", "2005-02-21", 1), ("hexa", "2005-04-20", 2), ("rro", "2005-12-22", 1), ("vph", "2014-10-07", 1), ("vph", "2015-04-14", 2), ("dcat", "2019-11-06", 1),
                            ("pneu13", "2023-05-12", 1), ("zona", "2024-09-17", 1), ("grippe", "2024-10-22", 1), ("covid", "2024-10-22", 5)):
        c.vaccine(key, when, dose)
    c.vaccine_due("zona", "2025-09-17", "Zona, dose 2", 2, "overdue")
    c.vaccine_due("grippe", "2025-10-15", "Influenza 2025-2026")
    c.level("A", "2024-02-20", "lachance", "prolonger la vie par tous les soins nécessaires", "tenter la RCR")
    c.social("72166-2", "Tabagisme", "N'a jamais fumé", "2025-06-05")
    c.social("74013-4", "Alcool", "Moins de 2 consommations par semaine", "2025-06-05")
    c.family("mère", "MTH", ["Thyroïdite de Hashimoto"])
    c.family("grand-mère maternelle", "MGRMTH", ["Polyarthrite rhumatoïde"])
    c.procedure("2023-06-12", "Biopsie rénale sous échographie", "arsenault", "7246002")
    c.order("RNI", "2025-10-09", "lachance", "2025-10-16")
    c.order("Échographie rénale", "2025-10-09", "lachance", reason="Créatinine en hausse")
    c.order("Consultation en néphrologie, priorité C", "2025-10-09", "lachance", priority="asap", reason="Néphropathie lupique, P/C 62")
    c.appointment("14:30", 30, "lachance", "RNI, douleurs articulaires")
    c.appointment("09:30", 20, "lachance", "Contrôle de la fonction rénale", day="2025-10-23")
    return c
