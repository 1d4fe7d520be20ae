"""Six adults: a namesake who is expecting, diabetes, arthritis, bipolar disorder, breast cancer, sleep apnoea."""
from chart import Chart

DAY, WEEK = (1, "d"), (1, "wk")


def emilie_1987():
    """The namesake. Nothing is said of her allergies: « non documenté », not « aucune connue »."""
    c = Chart("emilie-tremblay-1987", "Tremblay", "Émilie", "1987-06-03", "F", "418 555-0131", "Sainte-Anne-du-Bras", "114, rang des Érables", "benali", "rive",
              ("Mathieu Gendron", "conjoint", "418 555-0132"), postal="G0X 2B0")
    c.followed_by("nadeau", "roy")
    c.problem("grossesse", "2025-04-02", text="Grossesse, terme prévu le 2026-01-07")
    c.problem("hypothyroidie", "2018-02-20")
    c.problem("dep", "2016-09-12", resolved="2018-01-30", text="Trouble dépressif, épisode unique")
    c.drug_steps("levo", "mcg", DAY, "benali", "1 fois par jour, à jeun", [("2018-02-20", 75), ("2025-05-06", 100, "Grossesse"), ("2025-08-21", 112, "TSH au-dessus de la cible du trimestre")])
    c.drug("prenatal", 1, "comprimé", DAY, "2025-03-04", "benali", "1 fois par jour")
    c.drug("folique", 1, "mg", DAY, "2025-02-04", "benali", "1 fois par jour, 3 mois", status="completed", until="2025-05-06")
    c.drug("sertra", 50, "mg", DAY, "2016-09-12", "benali", "1 fois par jour", status="stopped", until="2017-12-12", stopped="Rémission")
    c.series(["2024-09-10", "2025-05-06", "2025-06-17", "2025-08-21", "2025-10-07"], tsh=[2.1, 3.9, 2.4, 3.3, 1.9], hb=[131, 124, 119, 114, 112], plaq=[244, 231, 220, 212, 205],
             ferritine=[42, None, 28, None, 17], gly=[4.8, 4.6, None, 4.9, None])
    c.note("2025-10-07 13:30", "nadeau", "Suivi de grossesse, 27 semaines", "Bons mouvements fœtaux. Pas de contraction ni de perte. Reflux le soir.",
           "TA 112/68, hauteur utérine 27 cm, cœur fœtal 144. Poids 71,3 kg.", "1. Grossesse, évolution normale. Test de charge en glucose normal.\n2. Ferritine 17. Fer un jour sur deux.\n3. dcaT et VRS offerts.")
    c.note("2025-08-21 10:10", "benali", "TSH et grossesse", "Fatigue habituelle.", None, "1. TSH 3,3, cible sous 2,5. Lévothyroxine à 112 mcg. Contrôle dans 6 semaines.", kind="Téléconsultation", klass="VR")
    c.note("2025-05-06 09:15", "benali", "Début de grossesse", "Nausées le matin. Test positif le 2025-04-28.", "TA 108/64, poids 64,0 kg.", "1. Grossesse de 8 semaines. Bilan prénatal, échographie de datation.\n2. Lévothyroxine augmentée.")
    c.imaging("2025-08-12", "Échographie morphologique, 20 semaines", "Biométrie au 48e percentile. Placenta postérieur, bas inséré à 28 mm de l'orifice interne. Anatomie vue en entier.", "Morphologie normale. Placenta à revoir à 32 semaines.")
    for when, s, d, w in (("2025-10-07", 112, 68, 71.3), ("2025-08-21", 110, 66, 68.0), ("2025-05-06", 108, 64, 64.0)):
        c.vitals(when, s, d, poids=w)
    c.vaccine("rro", "1988-07-05", 1)
    c.vaccine("hepab", "2003-11-12", 2)
    c.vaccine("grippe", "2024-11-05", 1)
    c.vaccine_due("dcat", "2025-10-01", "dcaT, grossesse en cours")
    c.social("72166-2", "Tabagisme", "Ancienne fumeuse, cessé en 2014", "2025-05-06")
    c.order("Échographie du troisième trimestre", "2025-10-07", "nadeau", "2025-11-11")
    c.letter("2025-06-19", "nadeau", "Lettre, obstétrique", ["Cher collègue,", "Première visite à 15 semaines. Grossesse désirée, sans complication. Dépistage prénatal à faible risque.",
             "Je suivrai la fonction thyroïdienne chaque mois jusqu'à 28 semaines ; merci d'ajuster la lévothyroxine."])
    c.appointment("10:40", 20, "benali", "TSH, suivi conjoint de grossesse")
    return c


def etienne():
    c = Chart("etienne-tremblay", "Tremblay", "Étienne", "1958-03-11", "M", "418 555-0140", "Port-aux-Saules", "8, côte de l'Église", "lachance", "desrosiers", ("Carole Hamel", "conjointe", "418 555-0141"))
    c.followed_by("bergeron", "arsenault")
    c.allergy("Allopurinol, début rapide", "293790004", "medication", "unable-to-assess", "Éruption maculopapuleuse", "mild", "2019-05-02", kind="intolerance")
    for key, onset in (("db2", "2009-11-03"), ("hta", "2005-04-19"), ("dlp", "2008-02-12"), ("irc", "2021-09-14"), ("goutte", "2019-04-22"), ("retino", "2022-10-04"), ("obesite", "2005-04-19")):
        c.problem(key, onset)
    c.drug_steps("metformine", "mg", DAY, "lachance", "2 fois par jour, avec les repas", [("2009-11-03", 500), ("2011-06-14", 1000), ("2024-12-10", 500, "DFGe sous 45")], times=2)
    c.drug("empa", 10, "mg", DAY, "2022-03-08", "lachance", "1 fois par jour, le matin")
    c.drug_steps("sema", "mg", WEEK, "lachance", "1 fois par semaine", [("2024-12-10", 0.25), ("2025-01-14", 0.5), ("2025-04-08", 1.0, "HbA1c hors cible")], form="injection")
    c.drug_steps("glargine", "UI", DAY, "bergeron", "au coucher", [("2020-06-16", 12), ("2023-11-07", 22), ("2025-07-08", 16, "Hypoglycémies nocturnes")], form="injection", moments=("HS",))
    c.drug_steps("rosu", "mg", DAY, "lachance", "1 fois par jour", [("2008-02-12", 10), ("2022-03-08", 20)])
    c.drug_steps("cand", "mg", DAY, "lachance", "1 fois par jour", [("2014-05-06", 8), ("2021-09-14", 16), ("2023-03-21", 32)])
    c.drug("amlo", 5, "mg", DAY, "2016-10-11", "lachance", "1 fois par jour")
    c.drug("allo", 200, "mg", DAY, "2019-09-10", "lachance", "1 fois par jour")
    c.drug("naprox", 375, "mg", DAY, "2019-04-22", "benali", "2 fois par jour", times=2, status="stopped", until="2021-09-14", stopped="Insuffisance rénale")
    dates = ["2019-10-08", "2020-06-16", "2021-03-09", "2021-09-14", "2022-03-08", "2022-10-04", "2023-03-21", "2023-11-07", "2024-05-14", "2024-12-10", "2025-04-08", "2025-07-08", "2025-09-30"]
    c.series(dates, hour="07:40", a1c=[7.9, 8.6, 8.1, 7.8, 7.9, 7.5, 7.7, 8.3, 8.2, 8.4, 7.6, 7.1, 6.9], creat=[98, 102, 110, 124, 121, 126, 128, 131, 136, 142, 138, 139, 137],
             dfg=[70, 66, 60, 52, 53, 50, 49, 48, 46, 43, 45, 44, 45], k=[4.4, 4.6, 4.5, 4.8, 4.9, 4.8, 5.0, 5.1, 5.0, 5.3, 5.1, 4.9, 5.0],
             rac=[2.1, 3.4, 6.8, 11.2, 9.5, 8.1, 7.9, 10.3, 12.6, 14.8, 9.2, 7.4, 6.1], ldl=[2.41, 2.30, None, 2.22, 2.18, 1.74, 1.69, None, 1.71, 1.66, None, 1.58, 1.52],
             tg=[2.9, 3.1, None, 2.7, 2.6, 2.4, 2.5, None, 2.6, 2.8, None, 1.9, 1.7], hdl=[0.92, 0.90, None, 0.94, 0.95, 0.97, 0.96, None, 0.95, 0.93, None, 1.01, 1.04],
             urate=[512, 430, 388, 372, None, 361, None, 358, None, 349, None, 341, 338], hbm=[146, 145, 143, 141, 140, 139, 138, 138, 137, 136, 136, 135, 134], alt=[52, 55, 49, 47, 44, 42, 43, 45, 44, 46, 38, 33, 29])
    c.note("2025-09-30 14:00", "bergeron", "Suivi du diabète", "Glycémies à jeun de 5,6 à 7,2. Plus d'hypoglycémie depuis la baisse de glargine. A perdu 9 kg depuis décembre.",
           "TA 132/76, poids 97,4 kg, IMC 31,1. Pieds : monofilament 9/10 des deux côtés, pouls présents.",
           "1. Diabète. HbA1c 6,9. Même dose de sémaglutide ; glargine à 14 UI si glycémies sous 5.\n2. Insuffisance rénale. DFGe 45, RAC 6,1 en baisse.\n3. Fond d'œil annuel à demander.\n4. Vaccin contre le zona, dose 1 offerte.")
    c.note("2025-07-08 15:20", "lachance", "Hypoglycémies nocturnes", "Trois glycémies sous 4 la nuit en deux semaines.", "TA 134/78, poids 99,8 kg.", "1. Glargine de 22 à 16 UI.\n2. HbA1c 7,1.\n3. Capteur de glucose discuté.")
    c.note("2024-12-10 09:00", "lachance", "Diabète hors cible", "Mange souvent à l'extérieur. Pas d'activité physique l'hiver.", "TA 142/84, poids 106,6 kg.",
           "1. HbA1c 8,4. Début du sémaglutide.\n2. DFGe 43. Metformine réduite à 500 mg 2 fois par jour.\n3. RAC 14,8. Néphrologie.")
    c.note("2023-11-07 10:30", "lachance", "Suivi", "Sans plainte.", "TA 138/82.", "1. HbA1c 8,3. Glargine à 22 UI.\n2. Candésartan toléré.")
    c.old_note("2019-04-22", "benali", "Note du 2019-04-22", "SUBJECTIF\nDouleur subite du gros orteil droit, nuit blanche.\n\nOBJECTIF\nPremière articulation métatarso-phalangienne rouge et chaude.\n\nÉVALUATION ET PLAN\nGoutte aiguë. Naproxène 7 jours. Acide urique.")
    for when, s, d, w in (("2025-09-30", 132, 76, 97.4), ("2025-07-08", 134, 78, 99.8), ("2025-04-08", 136, 80, 101.9), ("2024-12-10", 142, 84, 106.6), ("2023-11-07", 138, 82, 105.1), ("2022-03-08", 146, 86, 104.0)):
        c.vitals(when, s, d, fc=72, poids=w)
    c.letter("2025-02-11", "arsenault", "Lettre, néphrologie", ["Chère collègue,", "Néphropathie diabétique, DFGe de 43 et ratio albumine/créatinine de 14,8 mg/mmol.",
             "Poursuivre le candésartan et l'empagliflozine. L'ajout du sémaglutide est judicieux. Viser une tension sous 130/80.", "Je le reverrai dans un an, plus tôt si le DFGe passe sous 40."])
    c.letter("2022-10-04", "gauvin", "Rapport d'ophtalmologie", ["Rétinopathie diabétique non proliférante légère, œil droit. Pas d'œdème maculaire. Contrôle dans 12 mois."], category="Rapports")
    c.imaging("2021-09-28", "Échographie rénale", "Reins de 10,8 cm, cortex aminci. Pas d'hydronéphrose.", "Néphropathie médicale chronique.")
    for key, when, dose in (("pneu20", "2024-04-16", 1), ("grippe", "2024-10-29", 1), ("covid", "2024-10-29", 6), ("dcat", "2018-06-05", 1)):
        c.vaccine(key, when, dose)
    c.vaccine_due("zona", "2025-09-30", "Zona, dose 1")
    c.level("A", "2023-11-07", "lachance", "prolonger la vie par tous les soins nécessaires", "tenter la RCR")
    c.social("72166-2", "Tabagisme", "Ancien fumeur, 20 paquets-années, cessé en 2005", "2024-12-10")
    c.family("père", "FTH", ["Diabète de type 2", "Infarctus à 58 ans"])
    c.order("Fond d'œil", "2025-09-30", "bergeron", "2025-11-15")
    c.appointment("15:30", 30, "lachance", "Suivi du diabète et de la tension")
    return c


def nathalie():
    c = Chart("nathalie-saint-pierre", "Saint-Pierre", "Nathalie", "1968-10-30", "F", "418 555-0151", "Port-aux-Saules", "52, avenue des Pionniers", "thibodeau", "desrosiers", ("Sylvain Roussel", "conjoint", "418 555-0152"))
    c.followed_by("diallo")
    c.no_allergy("2025-09-04")
    c.problem("sein", "2021-03-16")
    c.problem("osteopenie", "2023-05-09")
    c.problem("hta", "2019-11-12")
    c.drug("letro", 2.5, "mg", DAY, "2021-11-02", "diallo", "1 fois par jour", reason="Cancer du sein, récepteurs hormonaux positifs")
    c.drug("calcium", 1, "comprimé", DAY, "2023-05-09", "thibodeau", "1 fois par jour, avec le souper")
    c.drug_steps("amlo", "mg", DAY, "thibodeau", "1 fois par jour", [("2019-11-12", 2.5), ("2022-08-23", 5)])
    c.drug("alendro", 70, "mg", WEEK, "2025-05-27", "thibodeau", "1 fois par semaine, à jeun, debout 30 minutes")
    c.series(["2021-03-09", "2021-08-17", "2022-02-15", "2022-08-23", "2023-05-09", "2024-05-14", "2025-05-13", "2025-09-04"], hb=[134, 108, 121, 129, 132, 131, 133, 130], leuco=[6.1, 2.4, 4.9, 5.8, 6.0, 5.7, 6.2, 5.9],
             plaq=[268, 142, 210, 244, 251, 248, 239, 243], creat=[64, 66, 65, 67, 66, 68, 69, 68], alt=[19, 61, 33, 24, 22, 21, 24, 23], ca=[2.31, 2.28, 2.33, 2.35, 2.34, 2.36, 2.37, 2.35], vitd=[58, None, 71, None, 84, 88, 91, None],
             ldl=[3.12, None, None, 3.40, 3.51, 3.44, 3.62, None])
    c.note("2025-09-04 11:00", "thibodeau", "Suivi annuel", "Bouffées de chaleur tolérables. Arthralgies des mains le matin, liées au létrozole.", "TA 128/80, poids 66,2 kg. Seins : cicatrice gauche souple, aucune masse. Aisselles libres.",
           "1. Cancer du sein, 4 ans de létrozole, rémission. Mammographie annuelle.\n2. Ostéopénie. Alendronate toléré.\n3. LDL 3,62. Habitudes de vie, revoir dans 6 mois.")
    c.note("2024-05-14 09:20", "thibodeau", "Suivi", "Va bien.", "TA 126/78.", "1. Rémission. Mammographie normale.\n2. Ostéodensitométrie dans un an.")
    c.imaging("2025-06-10", "Mammographie bilatérale", "Seins de densité C. Remaniements postopératoires à gauche, stables. Pas de microcalcification suspecte.", "BI-RADS 2, aspect bénin. Contrôle dans 12 mois.")
    c.imaging("2025-05-20", "Ostéodensitométrie", "Colonne lombaire : score T de -2,1. Col fémoral : score T de -1,9.", "Ostéopénie, en baisse de 4 % depuis 2023.")
    c.imaging("2021-03-02", "Mammographie et échographie du sein gauche", "Masse spiculée de 17 mm à 2 heures. Aisselle sans adénopathie.", "BI-RADS 5. Biopsie recommandée.")
    c.letter("2021-10-26", "diallo", "Lettre, oncologie", ["Chère collègue,", "Carcinome canalaire infiltrant de 17 mm, grade 2, RE et RP positifs, HER2 négatif, 0 ganglion sur 3.",
             "Tumorectomie le 2021-04-13, quatre cycles de docétaxel et cyclophosphamide, puis radiothérapie terminée en octobre.", "Début du létrozole pour cinq ans au moins. Suivi conjoint aux six mois."])
    c.letter("2021-03-19", "lemieux", "Biopsie du sein, pathologie", ["Carcinome canalaire infiltrant, grade 2 selon Nottingham.", "Récepteurs : RE 95 %, RP 80 %, HER2 négatif, Ki-67 18 %."], loinc="11526-1", category="Rapports")
    for when, s, d, w in (("2025-09-04", 128, 80, 66.2), ("2024-05-14", 126, 78, 65.8), ("2022-08-23", 144, 88, 67.9)):
        c.vitals(when, s, d, fc=70, poids=w)
    for key, when, dose in (("grippe", "2024-10-24", 1), ("covid", "2024-10-24", 5), ("zona", "2022-11-08", 1), ("zona", "2023-02-14", 2), ("pneu20", "2024-05-14", 1)):
        c.vaccine(key, when, dose)
    c.procedure("2021-04-13", "Tumorectomie du sein gauche et ganglion sentinelle", "diallo", "392021009")
    c.level("A", "2025-09-04", "thibodeau", "prolonger la vie par tous les soins nécessaires", "tenter la RCR")
    c.family("sœur", "SIS", ["Cancer du sein à 49 ans"])
    c.order("Mammographie de contrôle", "2025-09-04", "thibodeau", "2026-06-10")
    c.appointment("11:20", 20, "thibodeau", "Résultats de l'ostéodensitométrie")
    return c


def kim_ly():
    c = Chart("kim-ly-nguyen", "Nguyen", "Kim-Ly", "1992-05-17", "F", "581 555-0122", "Sainte-Anne-du-Bras", "301, rue Principale", "benali", "rive", ("Thanh Nguyen", "frère", "581 555-0123"), postal="G0X 2B0")
    c.followed_by("savard", "fortin")
    c.no_allergy("2025-08-14")
    c.problem("bipolaire", "2015-10-20", by="savard")
    c.problem("hypothyroidie", "2020-03-03", text="Hypothyroïdie sous lithium")
    c.drug_steps("lithium", "mg", DAY, "savard", "2 fois par jour", [("2015-10-20", 300), ("2016-02-09", 600), ("2025-08-14", 450, "Lithémie au-dessus de la cible")], times=2, form="capsule")
    c.drug_steps("quetia", "mg", DAY, "savard", "au coucher", [("2015-10-20", 300), ("2018-06-12", 150)], moments=("HS",))
    c.drug("levo", 50, "mcg", DAY, "2020-03-03", "benali", "1 fois par jour, à jeun")
    c.drug("naprox", 375, "mg", DAY, "2025-08-02", "thibodeau", "2 fois par jour au besoin", times=2, asneeded=True, status="stopped", until="2025-08-14", stopped="Interaction avec le lithium")
    c.series(["2019-05-07", "2020-03-03", "2020-09-08", "2021-09-14", "2022-09-13", "2023-09-12", "2024-09-10", "2025-03-11", "2025-08-13", "2025-08-28", "2025-10-02"],
             lithium=[0.72, 0.74, 0.70, 0.78, 0.81, 0.79, 0.84, 0.86, 1.32, 0.91, 0.78], tsh=[3.9, 7.8, 2.6, 2.9, 3.1, 2.7, 3.0, 2.8, None, None, 2.5], creat=[62, 63, 64, 66, 67, 70, 72, 74, 88, 79, 75],
             dfg=[117, 115, 114, 110, 108, 103, 99, 95, 77, 88, 93], ca=[2.36, 2.38, 2.37, 2.40, 2.42, 2.44, 2.47, 2.49, None, None, 2.50], gly=[4.9, None, None, 5.1, 5.0, 5.2, 5.3, 5.4, None, None, 5.3])
    c.note("2025-10-02 14:15", "savard", "Suivi psychiatrique", "Humeur stable, dort 8 heures. Tremblement disparu. Travaille 4 jours.", "Euthymique, discours cohérent, aucune idée suicidaire.",
           "1. Trouble bipolaire de type I, en rémission. Lithémie 0,78.\n2. Calcium 2,50 à surveiller. PTH au prochain bilan.\n3. Plan de crise relu et signé.")
    c.note("2025-08-14 16:05", "benali", "Lithémie élevée", "Naproxène depuis le 2025-08-02 pour une entorse. Tremblement fin des mains, selles molles.", "Tremblement postural fin, pas d'ataxie. TA 116/72.",
           "1. Lithémie 1,32 sous anti-inflammatoire. Naproxène cessé. Lithium à 450 mg 2 fois par jour.\n2. Lithémie et créatinine le 2025-08-28.\n3. Consignes écrites remises.", kind="Sans rendez-vous")
    c.letter("2025-08-15", "desrosiers", "Opinion pharmaceutique", ["Docteur,", "Interaction entre le lithium et le naproxène signalée au dossier. L'acétaminophène est proposé à la place.", "Une alerte est inscrite pour tout anti-inflammatoire."],
             category="Lettres", custodian="desrosiers")
    for when, s, d, w in (("2025-08-14", 116, 72, 61.0), ("2024-09-10", 114, 70, 60.1), ("2022-09-13", 112, 70, 58.4)):
        c.vitals(when, s, d, fc=74, poids=w)
    c.vaccine("hepab", "2003-02-11", 2)
    c.vaccine("vph", "2008-10-21", 3)
    c.vaccine("dcat", "2017-03-14", 1)
    c.social("72166-2", "Tabagisme", "Fume 3 cigarettes par jour", "2025-08-14")
    c.family("tante paternelle", "PAUNT", ["Trouble bipolaire"])
    c.order("Parathormone et calcium", "2025-10-02", "savard", "2026-01-12")
    return c


def amine():
    c = Chart("mohamed-amine-haddad", "Haddad", "Mohamed-Amine", "1985-01-25", "M", "418 555-0125", "Port-aux-Saules", "19, rue des Chaloupes", "benali", "desrosiers", ("Leïla Haddad", "sœur", "418 555-0126"), language="ar")
    c.followed_by("ouellet")
    c.allergy("Méthotrexate, voie orale", "293771005", "medication", "low", "Nausées et élévation des ALT", "moderate", "2022-08-16", by="ouellet", kind="intolerance")
    c.allergy("Crustacés", "300913006", "food", "high", "Angiœdème", "severe", "2004")
    c.problem("par", "2021-02-09", by="ouellet")
    c.problem("psoriasis", "2012-06-05")
    c.drug("mtx", 20, "mg", WEEK, "2021-06-15", "ouellet", "1 fois par semaine", status="stopped", until="2022-08-16", stopped="ALT élevées")
    c.drug("adali", 40, "mg", (2, "wk"), "2022-09-20", "ouellet", "aux 2 semaines", form="injection")
    c.drug_steps("prednisone", "mg", DAY, "ouellet", "1 fois par jour, le matin", [("2025-06-17", 15), ("2025-07-15", 10, "Sevrage"), ("2025-09-16", 5, "Sevrage")], moments=("MORN",))
    c.drug("panto", 40, "mg", DAY, "2025-06-17", "ouellet", "1 fois par jour, avant le déjeuner")
    c.series(["2021-02-02", "2021-06-15", "2021-12-07", "2022-08-09", "2023-03-14", "2024-03-12", "2025-03-11", "2025-06-10", "2025-09-16"], crp=[48.2, 21.0, 9.4, 7.8, 4.1, 3.6, 5.2, 31.7, 6.3],
             alt=[24, 38, 57, 118, 34, 30, 29, 31, 33], hbm=[138, 141, 144, 146, 149, 150, 148, 141, 146], leuco=[9.8, 8.1, 6.6, 5.9, 6.2, 6.4, 6.5, 10.4, 9.1], plaq=[412, 366, 301, 276, 258, 251, 262, 398, 288], creat=[74, 75, 76, 77, 78, 78, 80, 79, 80])
    c.note("2025-09-16 09:50", "ouellet", "Clinique de rhumatologie", "Raideur matinale de 20 minutes, contre 2 heures en juin. Reprise du travail.", "2 articulations douloureuses, 1 gonflée. DAS28 2,9.",
           "1. Polyarthrite. Poussée maîtrisée. Prednisone à 5 mg, cesser dans 2 mois.\n2. Adalimumab aux 2 semaines, dosage si rechute.\n3. Tuberculose : dépistage négatif en 2022.")
    c.note("2025-06-12 10:45", "benali", "Poussée articulaire", "Poignets et genoux gonflés depuis 3 semaines. A sauté deux injections en voyage.", "Synovite des deux poignets et du genou droit. Pas de fièvre.",
           "1. Poussée de polyarthrite. Rhumatologie jointe au téléphone.\n2. CRP 31,7. Prednisone en doses décroissantes.", kind="Sans rendez-vous")
    c.imaging("2025-06-25", "Radiographie des mains et des poignets", "Érosion marginale du 2e métacarpien droit, inchangée depuis 2021. Pas de nouvelle érosion.", "Polyarthrite connue, sans progression radiologique.")
    c.letter("2022-09-21", "ouellet", "Lettre, rhumatologie", ["Cher collègue,", "Échec du méthotrexate pour hépatotoxicité. Début de l'adalimumab 40 mg aux deux semaines.", "Dépistage de la tuberculose et des hépatites négatif. Pas de vaccin vivant."])
    for when, s, d, w in (("2025-09-16", 122, 78, 81.0), ("2025-06-12", 128, 80, 79.6), ("2024-03-12", 120, 76, 80.3)):
        c.vitals(when, s, d, fc=76, poids=w)
    for key, when, dose in (("pneu20", "2023-10-03", 1), ("grippe", "2024-11-12", 1), ("hepab", "2022-09-01", 3), ("zona", "2023-10-03", 1), ("zona", "2024-01-09", 2)):
        c.vaccine(key, when, dose)
    c.appointment("13:40", 20, "benali", "Genou droit, infiltration à discuter")
    return c


def joseph():
    c = Chart("joseph-awashish", "Awashish", "Joseph", "1976-09-22", "M", "819 555-0109", "Port-aux-Saules", "4, chemin du Lac", "thibodeau", "rive", ("Marie-Ève Awashish", "fille", "819 555-0110"), postal="G0X 1C0")
    c.followed_by("morin")
    c.no_allergy("2025-06-03")
    for key, onset in (("apnee", "2022-01-18"), ("hta", "2018-04-10"), ("lombalgie", "2014-09-09"), ("dlp", "2018-04-10")):
        c.problem(key, onset)
    c.drug_steps("cand", "mg", DAY, "thibodeau", "1 fois par jour", [("2018-04-10", 8), ("2021-10-19", 16)])
    c.drug("atorva", 20, "mg", DAY, "2018-04-10", "thibodeau", "1 fois par jour, au coucher", moments=("HS",))
    c.drug("acet", 650, "mg", DAY, "2014-09-09", "thibodeau", "1 comprimé aux 8 heures au besoin", asneeded=True, times=3)
    c.series(["2018-04-03", "2019-05-14", "2021-10-12", "2022-11-08", "2024-06-04", "2025-05-27"], gly=[5.6, 5.7, 6.1, 5.9, 5.8, 5.6], a1c=[5.8, 5.9, 6.2, 6.1, 5.9, 5.8], ldl=[4.12, 2.31, 2.28, 2.40, 2.19, 2.22],
             creat=[82, 84, 83, 85, 86, 85], aps=[None, None, None, 0.82, 0.91, 0.95], alt=[44, 41, 48, 39, 36, 34])
    c.note("2025-06-03 08:40", "thibodeau", "Suivi de l'hypertension", "Porte son appareil 6 heures par nuit. Ne ronfle plus. Lombalgie après le bois de chauffage.", "TA 128/82, poids 94,7 kg, IMC 29,2. Lasègue négatif.",
           "1. Hypertension maîtrisée.\n2. Apnée. Bonne observance, IAH résiduel 3.\n3. Lombalgie mécanique. Exercices, pas d'imagerie.\n4. Dépistage colorectal remis.")
    c.letter("2022-01-25", "morin", "Rapport de polysomnographie", ["Apnée obstructive sévère : 41 événements par heure, saturation minimale de 78 %.", "Pression positive continue recommandée, 6 à 14 cm d'eau."], category="Rapports")
    for when, s, d, w in (("2025-06-03", 128, 82, 94.7), ("2024-06-11", 132, 84, 96.0), ("2021-10-19", 148, 92, 99.5)):
        c.vitals(when, s, d, fc=70, poids=w)
    c.vaccine("dcat", "2016-08-02", 1)
    c.vaccine("grippe", "2024-11-19", 1)
    c.social("72166-2", "Tabagisme", "Cessé en 2019, 15 paquets-années", "2025-06-03")
    return c
