"""The demo clinic: its professionals and the organizations around it. None of them exists."""

PEOPLE = "https://chevet.example/professionnels"
PLACES = "https://chevet.example/etablissements"

# key: prefix, given, family, words
PROFESSIONALS = {
    "lachance": ("Dre", "Maude", "Lachance", "médecin de famille"), "benali": ("Dr", "Karim", "Benali", "médecin de famille"),
    "thibodeau": ("Dre", "Hélène", "Thibodeau", "médecin de famille"), "roy": ("", "Sophie", "Roy", "infirmière clinicienne"),
    "bergeron": ("", "Julie", "Bergeron", "infirmière praticienne spécialisée"), "desrosiers": ("", "Marc-André", "Desrosiers", "pharmacien"),
    "ouellet": ("Dr", "Philippe", "Ouellet", "rhumatologue"), "arsenault": ("Dre", "Sylvie", "Arsenault", "néphrologue"),
    "lemieux": ("Dr", "Alain", "Lemieux", "pathologiste"), "gauvin": ("Dre", "Isabelle", "Gauvin", "radiologiste"),
    "pelchat": ("Dr", "Yves", "Pelchat", "cardiologue"), "morin": ("Dre", "Claude", "Morin", "pneumologue"), "diallo": ("Dre", "Aminata", "Diallo", "oncologue"),
    "savard": ("Dr", "Guy", "Savard", "psychiatre"), "nadeau": ("Dre", "Annie", "Nadeau", "gynécologue-obstétricienne"), "bolduc": ("Dre", "Ève", "Bolduc", "gériatre"),
    "cormier": ("Dr", "Luc", "Cormier", "pédiatre"), "fortin": ("", "Nathalie", "Fortin", "travailleuse sociale"),
}

# key: name, kind code of organization-type, words, telephone
ORGANIZATIONS = {
    "gmf": ("GMF du Vieux-Verger", "prov", "Groupe de médecine de famille", "418 555-0100"),
    "hopital": ("Hôpital du Littoral", "prov", "Centre hospitalier", "418 555-0118"),
    "labo": ("Laboratoire, Hôpital du Littoral", "dept", "Laboratoire de biologie médicale", "418 555-0119"),
    "imagerie": ("Imagerie médicale, Hôpital du Littoral", "dept", "Imagerie médicale", "418 555-0120"),
    "desrosiers": ("Pharmacie Desrosiers", "pharmacy", "Pharmacie communautaire", "418 555-0142"),
    "rive": ("Pharmacie de la Rive", "pharmacy", "Pharmacie communautaire", "418 555-0146"),
}


def name_of(key):
    prefix, given, family, _ = PROFESSIONALS[key]
    return f"{prefix} {given} {family}".strip()


def practitioner(key):
    prefix, given, family, words = PROFESSIONALS[key]
    name = {"text": name_of(key), "family": family, "given": [given]}
    if prefix:
        name["prefix"] = [prefix]
    return {"resourceType": "Practitioner", "id": key, "identifier": [{"system": PEOPLE, "value": key}], "active": True, "name": [name],
            "qualification": [{"code": {"text": words}}]}


def organization(key):
    name, kind, words, phone = ORGANIZATIONS[key]
    types = {"prov": "Healthcare Provider", "dept": "Hospital Department"}
    code = {"text": words}
    if kind in types:
        code["coding"] = [{"system": "http://terminology.hl7.org/CodeSystem/organization-type", "code": kind, "display": types[kind]}]
    return {"resourceType": "Organization", "id": f"org-{key}", "identifier": [{"system": PLACES, "value": key}], "active": True,
            "type": [code], "name": name, "telecom": [{"system": "phone", "value": phone, "use": "work"}],
            "address": [{"city": "Port-aux-Saules", "state": "QC", "country": "CA"}]}


def person(key):
    return {"reference": f"Practitioner?identifier={PEOPLE}|{key}", "type": "Practitioner", "display": name_of(key)}


def place(key):
    return {"reference": f"Organization?identifier={PLACES}|{key}", "type": "Organization", "display": ORGANIZATIONS[key][0]}
