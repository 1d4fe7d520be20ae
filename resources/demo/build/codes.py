"""Codes of the demo clinic: LOINC, SNOMED CT, ATC and CVX with their French words, units and adult reference ranges."""

LOINC, SNOMED, ATC, CVX = "http://loinc.org", "http://snomed.info/sct", "http://www.whocc.no/atc", "http://hl7.org/fhir/sid/cvx"
UCUM = "http://unitsofmeasure.org"

# key: LOINC, words, unit shown, UCUM, low, high, decimals, critical low, critical high
LABS = {
    "creat": ("14682-9", "Créatinine", "µmol/L", "umol/L", 50, 90, 0, None, 500),
    "dfg": ("62238-1", "DFGe", "mL/min/1,73 m²", "mL/min/{1.73_m2}", 90, None, 0, None, None),
    "k": ("2823-3", "Potassium", "mmol/L", "mmol/L", 3.5, 5.0, 1, 2.8, 6.2),
    "na": ("2951-2", "Sodium", "mmol/L", "mmol/L", 135, 145, 0, 120, 160),
    "uree": ("22664-7", "Urée", "mmol/L", "mmol/L", 2.5, 8.0, 1, None, None),
    "rni": ("6301-6", "RNI", "", "{INR}", 2.0, 3.0, 1, None, 5.0),
    "hb": ("718-7", "Hémoglobine", "g/L", "g/L", 120, 155, 0, 70, None),
    "hbm": ("718-7", "Hémoglobine", "g/L", "g/L", 135, 175, 0, 70, None),
    "vgm": ("787-2", "VGM", "fL", "fL", 80, 100, 0, None, None),
    "leuco": ("6690-2", "Leucocytes", "×10⁹/L", "10*9/L", 4.0, 11.0, 1, 1.0, None),
    "lympho": ("731-0", "Lymphocytes", "×10⁹/L", "10*9/L", 1.0, 4.0, 1, None, None),
    "plaq": ("777-3", "Plaquettes", "×10⁹/L", "10*9/L", 150, 400, 0, 20, None),
    "ferritine": ("2276-4", "Ferritine", "µg/L", "ug/L", 15, 150, 0, None, None),
    "c3": ("4485-9", "C3", "g/L", "g/L", 0.90, 1.80, 2, None, None),
    "c4": ("4498-2", "C4", "g/L", "g/L", 0.10, 0.40, 2, None, None),
    "adn": ("5130-4", "Anti-ADN double brin", "UI/mL", "[IU]/mL", None, 10, 0, None, None),
    "pc": ("34366-5", "Ratio protéines/créatinine urinaire", "mg/mmol", "mg/mmol", None, 15, 0, None, None),
    "rac": ("14585-4", "Ratio albumine/créatinine urinaire", "mg/mmol", "mg/mmol", None, 3.0, 1, None, None),
    "a1c": ("4548-4", "Hémoglobine glyquée (HbA1c)", "%", "%", 4.0, 6.0, 1, None, None),
    "gly": ("14771-0", "Glycémie à jeun", "mmol/L", "mmol/L", 3.9, 6.0, 1, 2.5, 25),
    "ldl": ("39469-2", "Cholestérol LDL", "mmol/L", "mmol/L", None, 3.4, 2, None, None),
    "hdl": ("14646-4", "Cholestérol HDL", "mmol/L", "mmol/L", 1.0, None, 2, None, None),
    "tg": ("14927-8", "Triglycérides", "mmol/L", "mmol/L", None, 1.7, 2, None, None),
    "tsh": ("3016-3", "TSH", "mUI/L", "m[IU]/L", 0.4, 4.0, 2, None, None),
    "t4l": ("14920-3", "T4 libre", "pmol/L", "pmol/L", 12, 22, 0, None, None),
    "alt": ("1742-6", "ALT", "U/L", "U/L", None, 40, 0, None, None),
    "crp": ("1988-5", "Protéine C réactive", "mg/L", "mg/L", None, 5, 1, None, None),
    "bnp": ("33762-6", "NT-proBNP", "ng/L", "ng/L", None, 300, 0, None, None),
    "b12": ("14685-0", "Vitamine B12", "pmol/L", "pmol/L", 150, 650, 0, None, None),
    "vitd": ("14635-7", "25-OH vitamine D", "nmol/L", "nmol/L", 75, 250, 0, None, None),
    "ca": ("2000-8", "Calcium", "mmol/L", "mmol/L", 2.15, 2.60, 2, 1.6, 3.2),
    "urate": ("14933-6", "Acide urique", "µmol/L", "umol/L", 200, 420, 0, None, None),
    "aps": ("2857-1", "Antigène prostatique spécifique", "µg/L", "ug/L", None, 4.0, 2, None, None),
    "lithium": ("14334-7", "Lithium", "mmol/L", "mmol/L", 0.6, 1.0, 2, None, 1.5),
}

VITALS = {
    "fc": ("8867-4", "Pouls", "/min", "/min"), "t": ("8310-5", "Température", "°C", "Cel"),
    "spo2": ("59408-5", "Saturation en oxygène", "%", "%"), "poids": ("29463-7", "Poids", "kg", "kg"),
    "taille": ("8302-2", "Taille", "cm", "cm"), "imc": ("39156-5", "Indice de masse corporelle", "kg/m²", "kg/m2"),
    "fr": ("9279-1", "Fréquence respiratoire", "/min", "/min"),
}

PROBLEMS = {
    "lupus": ("55464009", "Lupus érythémateux disséminé"), "nephrite": ("68815009", "Néphropathie lupique, classe III"),
    "sapl": ("26843008", "Syndrome des antiphospholipides, TVP"), "hashimoto": ("21983002", "Hypothyroïdie auto-immune"),
    "ferriprive": ("87522002", "Anémie ferriprive"), "migraine": ("4473006", "Migraine avec aura"), "tvp": ("128053003", "Thrombose veineuse profonde du membre inférieur gauche"),
    "db2": ("44054006", "Diabète de type 2"), "hta": ("38341003", "Hypertension artérielle"), "dlp": ("370992007", "Dyslipidémie"),
    "irc": ("433144002", "Insuffisance rénale chronique, stade 3a"), "goutte": ("90560007", "Goutte"), "asthme": ("195967001", "Asthme"),
    "mpoc": ("13645005", "Maladie pulmonaire obstructive chronique"), "fa": ("49436004", "Fibrillation auriculaire"),
    "ic": ("84114007", "Insuffisance cardiaque à fraction d'éjection réduite"), "alz": ("26929004", "Maladie d'Alzheimer"),
    "osteoporose": ("64859006", "Ostéoporose"), "sein": ("254837009", "Cancer du sein gauche, en rémission"), "osteopenie": ("312894000", "Ostéopénie"),
    "bipolaire": ("13746004", "Trouble bipolaire"), "hypothyroidie": ("40930008", "Hypothyroïdie"), "par": ("69896004", "Polyarthrite rhumatoïde"),
    "psoriasis": ("9014002", "Psoriasis"), "eczema": ("24079001", "Dermatite atopique"), "tdah": ("406506008", "Trouble déficitaire de l'attention avec hyperactivité"),
    "apnee": ("78275009", "Apnée obstructive du sommeil"), "lombalgie": ("278860009", "Lombalgie chronique"), "obesite": ("414916001", "Obésité"),
    "arthrose": ("396275006", "Arthrose des genoux"), "rgo": ("235595009", "Reflux gastro-œsophagien"), "ait": ("266257000", "Accident ischémique transitoire"),
    "grossesse": ("77386006", "Grossesse"), "dep": ("35489007", "Trouble dépressif"), "retino": ("4855003", "Rétinopathie diabétique"),
    "otite": ("3110003", "Otite moyenne aiguë"), "hbp": ("266569009", "Hyperplasie bénigne de la prostate"), "zona": ("4740000", "Zona"),
}

DRUGS = {
    "warfarine": ("B01AA03", "Warfarine"), "prednisone": ("H02AB07", "Prednisone"), "mmf": ("L04AA06", "Mycophénolate mofétil"),
    "ramipril": ("C09AA05", "Ramipril"), "fer": ("B03AA02", "Fumarate ferreux"), "hcq": ("P01BA02", "Hydroxychloroquine"),
    "levo": ("H03AA01", "Lévothyroxine"), "vitd": ("A11CC05", "Vitamine D3"), "acet": ("N02BE01", "Acétaminophène"), "doxy": ("J01AA02", "Doxycycline"),
    "metformine": ("A10BA02", "Metformine"), "empa": ("A10BK03", "Empagliflozine"), "sema": ("A10BJ06", "Sémaglutide"), "glargine": ("A10AE04", "Insuline glargine"),
    "rosu": ("C10AA07", "Rosuvastatine"), "atorva": ("C10AA05", "Atorvastatine"), "amlo": ("C08CA01", "Amlodipine"), "biso": ("C07AB07", "Bisoprolol"),
    "apix": ("B01AF02", "Apixaban"), "furo": ("C03CA01", "Furosémide"), "sacval": ("C09DX04", "Sacubitril-valsartan"), "spiro": ("C03DA01", "Spironolactone"),
    "salbu": ("R03AC02", "Salbutamol"), "fluti": ("R03BA05", "Fluticasone"), "bufo": ("R03AK07", "Budésonide-formotérol"), "tio": ("R03BB04", "Tiotropium"),
    "sertra": ("N06AB06", "Sertraline"), "lithium": ("N05AN01", "Carbonate de lithium"), "quetia": ("N05AH04", "Quétiapine"), "mph": ("N06BA04", "Méthylphénidate"),
    "lisdex": ("N06BA12", "Lisdexamfétamine"), "panto": ("A02BC02", "Pantoprazole"), "donepezil": ("N06DA02", "Donépézil"), "alendro": ("M05BA04", "Alendronate"),
    "tamsu": ("G04CA02", "Tamsulosine"), "letro": ("L02BG04", "Létrozole"), "folique": ("B03BB01", "Acide folique"), "suma": ("N02CC01", "Sumatriptan"),
    "amox": ("J01CA04", "Amoxicilline"), "azithro": ("J01FA10", "Azithromycine"), "naprox": ("M01AE02", "Naproxène"), "mtx": ("L04AX03", "Méthotrexate"),
    "adali": ("L04AB04", "Adalimumab"), "allo": ("M04AA01", "Allopurinol"), "cand": ("C09CA06", "Candésartan"), "epi": ("C01CA24", "Épinéphrine"),
    "calcium": ("A12AX", "Calcium et vitamine D"), "aas": ("B01AC06", "Acide acétylsalicylique"), "prenatal": ("A11AA", "Multivitamines prénatales"),
}

VACCINES = {
    "grippe": ("150", "Influenza 2024-2025"), "dcat": ("115", "dcaT"), "pneu13": ("133", "Pneumocoque conjugué 13-valent"), "pneu20": ("216", "Pneumocoque conjugué 20-valent"),
    "zona": ("187", "Zona recombinant"), "rro": ("03", "RRO"), "rrovar": ("94", "RRO-Var"), "vph": ("165", "VPH 9-valent"), "hepab": ("104", "Hépatites A et B"),
    "hexa": ("146", "DCaT-HB-VPI-Hib"), "dcatvpihib": ("120", "DCaT-VPI-Hib"), "dcatvpi": ("130", "DCaT-VPI"), "rota": ("119", "Rotavirus"),
    "menc": ("103", "Méningocoque C conjugué"), "menacwy": ("114", "Méningocoque ACWY conjugué"), "covid": ("208", "COVID-19 à ARNm"),
}
