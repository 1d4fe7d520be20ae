"""Chart: one patient's file, built line by line and written as a FHIR R4 transaction. Ids and order come from the calls alone."""
import base64
import datetime
import re
import uuid
from html import escape

import clinic
import codes
from letters import letter
from nam import nam

ANCHOR = "2025-10-14"  # the demo's « today »: session/demo moves what is recent so that it is the reader's
NAMESPACE = uuid.UUID("6b1f6a52-4c1e-5b0a-9d0e-0d6c0de0c11e")
NAM_SYSTEM = "https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id"
OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
FLAG_WORDS = {"H": "élevé", "L": "bas", "HH": "critique, élevé", "LL": "critique, bas", "N": "normal"}
PLAIN = {"system": "http://terminology.hl7.org/CodeSystem/"}


def concept(system, code, text):
    return {"coding": [{"system": system, "code": code}], "text": text}


def terminology(name, code, text=None):
    out = {"coding": [{"system": PLAIN["system"] + name, "code": code}]}
    return out | {"text": text} if text else out


def at(when, hour="10:00"):
    """A date, or « date hour », as an instant in Eastern time (summer time from the second Sunday of March to the first of November)."""
    day, _, given = when.partition(" ")
    date = datetime.date.fromisoformat(day)
    march, november = datetime.date(date.year, 3, 8), datetime.date(date.year, 11, 1)
    begin = march + datetime.timedelta((6 - march.weekday()) % 7)
    end = november + datetime.timedelta((6 - november.weekday()) % 7)
    return f"{day}T{given or hour}:00-0{4 if begin <= date < end else 5}:00"


def xhtml(inner):
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>'


def rich(text):
    """Lines to XHTML; « 1. » lines become a numbered list; a leading « Word. » of such a line is bold."""
    out, items = [], []
    for line in [l.strip() for l in text.strip().split("\n") if l.strip()]:
        numbered = re.match(r"\d+\.\s+(.*)", line)
        if numbered:
            items.append(re.sub(r"^([^.:]{3,40}[.:])", r"<b>\1</b>", escape(numbered.group(1), quote=False)))
            continue
        if items:
            out.append("<ol>" + "".join(f"<li>{i}</li>" for i in items) + "</ol>")
            items = []
        out.append(f"<p>{escape(line, quote=False)}</p>")
    if items:
        out.append("<ol>" + "".join(f"<li>{i}</li>" for i in items) + "</ol>")
    return "".join(out)


def number(value, decimals):
    """A decimal with the digits its test has: 1.0 stays 1.0 in the JSON."""
    return float(f"{value:.{decimals}f}") if decimals else int(round(value))


class Chart:
    def __init__(self, key, family, given, birth, sex, phone, city, address, doctor, pharmacy, contact, postal="G0X 1A0", language="fr", serial="1"):
        self.key, self.entries, self.counts = key, [], {}
        self.name, self.birth, self.doctor = f"{given} {family}", birth, doctor
        self.nam = nam(family, given, birth, sex, serial)
        contact_name, relation, contact_phone = contact
        self.add("Patient", {
            "identifier": [{"use": "official", "type": concept("http://terminology.hl7.org/CodeSystem/v2-0203", "JHN", "NAM"), "system": NAM_SYSTEM, "value": self.nam},
                           {"type": concept("http://terminology.hl7.org/CodeSystem/v2-0203", "MR", "Numéro de dossier"), "system": "https://chevet.example/dossiers",
                            "value": str(10000 + sum(map(ord, key)) * 7 % 9000)}],
            "active": True, "name": [{"use": "official", "text": self.name, "family": family, "given": [given]}],
            "telecom": [{"system": "phone", "value": phone, "use": "mobile"}], "gender": {"F": "female", "M": "male"}[sex], "birthDate": birth,
            "address": [{"use": "home", "line": [address], "city": city, "state": "QC", "postalCode": postal, "country": "CA"}],
            "contact": [{"relationship": [terminology("v2-0131", "C", "Personne à joindre en cas d'urgence"), {"text": relation}],
                         "name": {"text": contact_name}, "telecom": [{"system": "phone", "value": contact_phone}]}],
            "communication": [{"language": concept("urn:ietf:bcp:47", f"{language}-CA" if language in ("fr", "en") else language,
                                                   {"fr": "français", "en": "anglais", "es": "espagnol", "vi": "vietnamien", "ar": "arabe"}[language]), "preferred": True}],
            "generalPractitioner": [clinic.person(doctor)], "managingOrganization": clinic.place("gmf")}, subject=None, ident=key)
        self.care_team(doctor, pharmacy)

    # --- the machinery -------------------------------------------------------------------------
    def add(self, kind, content, subject="subject", ident=None):
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        ident = ident or f"{self.key}-{re.sub('[a-z]', '', kind).lower()}{kind[-2:]}-{count}"
        body = {"resourceType": kind, "id": ident}
        full = f"urn:uuid:{uuid.uuid5(NAMESPACE, kind + '/' + ident)}"
        if subject:
            body[subject] = self.me
        elif kind == "Patient":
            self.me = {"reference": full, "display": self.name}
        body |= content
        self.entries.append({"fullUrl": full, "resource": body, "request": {"method": "PUT", "url": f"{kind}/{ident}"}})
        return {"reference": full}

    def bundle(self):
        return {"resourceType": "Bundle", "id": f"demo-{self.key}", "type": "transaction", "entry": self.entries}

    # --- people --------------------------------------------------------------------------------
    def care_team(self, doctor, pharmacy):
        words = clinic.PROFESSIONALS[doctor][3]
        self.team = self.add("CareTeam", {"status": "active", "name": "Équipe de soins",
                                          "participant": [{"role": [{"text": words}], "member": clinic.person(doctor)},
                                                          {"role": [{"text": "pharmacie"}], "member": clinic.place(pharmacy)}]})

    def followed_by(self, *keys):
        team = next(e["resource"] for e in self.entries if e["resource"]["resourceType"] == "CareTeam")
        team["participant"] += [{"role": [{"text": clinic.PROFESSIONALS[k][3]}], "member": clinic.person(k)} for k in keys]

    # --- what is known -------------------------------------------------------------------------
    def problem(self, key, onset, by=None, resolved=None, text=None):
        code, words = codes.PROBLEMS[key]
        status = "resolved" if resolved else "active"
        body = {"clinicalStatus": terminology("condition-clinical", status), "verificationStatus": terminology("condition-ver-status", "confirmed"),
                "category": [terminology("condition-category", "problem-list-item", "Liste de problèmes")],
                "code": concept(codes.SNOMED, code, text or words), "onsetDateTime": onset, "recorder": clinic.person(by or self.doctor)}
        if resolved:
            body["abatementDateTime"] = resolved
        return self.add("Condition", body)

    def allergy(self, text, code, category, criticality, reaction, severity, onset, by=None, kind="allergy"):
        self.add("AllergyIntolerance", {
            "clinicalStatus": terminology("allergyintolerance-clinical", "active"), "verificationStatus": terminology("allergyintolerance-verification", "confirmed"),
            "type": kind, "category": [category], "criticality": criticality, "code": concept(codes.SNOMED, code, text), "onsetDateTime": onset,
            "recordedDate": at("2025-10-09"), "recorder": clinic.person(by or self.doctor),
            "reaction": [{"manifestation": [{"text": reaction}], "severity": severity}]}, subject="patient")

    def no_allergy(self, when, code="716186003", text="Aucune allergie connue"):
        self.add("AllergyIntolerance", {
            "clinicalStatus": terminology("allergyintolerance-clinical", "active"), "verificationStatus": terminology("allergyintolerance-verification", "confirmed"),
            "code": concept(codes.SNOMED, code, text), "recordedDate": at(when), "recorder": clinic.person(self.doctor)}, subject="patient")

    def level(self, letter_, when, by, words, resuscitation):
        self.add("Observation", {"status": "final", "category": [terminology("observation-category", "social-history")],
                                 "code": concept(codes.LOINC, "75320-2", "Niveau de soins"), "effectiveDateTime": at(when), "performer": [clinic.person(by)],
                                 "valueCodeableConcept": {"text": f"Niveau {letter_} : {words}"}, "note": [{"text": f"RCR : {resuscitation}."}]})

    def social(self, code, words, value, when):
        self.add("Observation", {"status": "final", "category": [terminology("observation-category", "social-history")],
                                 "code": concept(codes.LOINC, code, words), "effectiveDateTime": at(when), "valueCodeableConcept": {"text": value}})

    def family(self, relation, code, conditions):
        self.add("FamilyMemberHistory", {"status": "completed", "relationship": concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", code, relation),
                                         "condition": [{"code": {"text": c}} for c in conditions]}, subject="patient")

    # --- medication ----------------------------------------------------------------------------
    def drug(self, key, dose, unit, per, when, by, text, form="comprimé", status="active", until=None, prior=None, reason=None, times=1, asneeded=False, stopped=None, moments=()):
        """One order; returns its reference, so that the next dose can name it as the order it replaces."""
        code, words = codes.DRUGS[key]
        shown = (f"{dose:g}" if dose < 1000 else f"{dose:.0f}").replace(".", ",")
        repeat = {"frequency": times, "period": per[0], "periodUnit": per[1]}
        if moments:
            repeat["when"] = list(moments)
        if until or when:
            repeat["boundsPeriod"] = {"start": when} | ({"end": until} if until else {})
        dosage = {"text": text, "timing": {"repeat": repeat}, "route": {"text": "orale"}, "doseAndRate": [{"doseQuantity": {"value": dose, "unit": unit, "system": codes.UCUM,
                  "code": {"UI": "[IU]", "mcg": "ug", "bouffée": "{puff}", "comprimé": "{tbl}"}.get(unit, unit)}}]}
        if form in ("aérosol", "injection", "crème"):
            dosage["route"] = {"text": {"aérosol": "inhalée", "injection": "sous-cutanée", "crème": "cutanée"}[form]}
        if asneeded:
            dosage["asNeededBoolean"] = True
        body = {"status": status, "intent": "order", "medicationCodeableConcept": concept(codes.ATC, code, f"{words} {shown} {unit}, {form}"),
                "authoredOn": at(when), "requester": clinic.person(by), "dosageInstruction": [dosage]}
        if reason:
            body["reasonCode"] = [{"text": reason}]
        if prior:
            body["priorPrescription"] = prior
        if stopped:
            body["statusReason"] = {"text": stopped}
        return self.add("MedicationRequest", body)

    def drug_steps(self, key, unit, per, by, text, steps, **rest):
        """Doses of one drug, one after the other: (date, dose[, reason of the change]); the last is active."""
        prior = None
        for index, step in enumerate(steps):
            last = index == len(steps) - 1
            until = None if last else steps[index + 1][0]
            stopped = None if last else (steps[index + 1][2] if len(steps[index + 1]) > 2 else "Changement de dose")
            prior = self.drug(key, step[1], unit, per, step[0], by, text, status="active" if last else "stopped", until=until, prior=prior, stopped=stopped, **rest)
        return prior

    # --- measured ------------------------------------------------------------------------------
    def flag(self, value, low, high, critical_low, critical_high):
        if critical_high is not None and value > critical_high:
            return "HH"
        if critical_low is not None and value < critical_low:
            return "LL"
        return "H" if high is not None and value > high else "L" if low is not None and value < low else "N"

    def result(self, key, value, when, hour, note=None, target=None):
        loinc, words, unit, ucum, low, high, decimals, critical_low, critical_high = codes.LABS[key]
        quantity = {"value": number(value, decimals), "system": codes.UCUM, "code": ucum} | ({"unit": unit} if unit else {})
        limit = lambda v: {"value": number(v, decimals), "system": codes.UCUM, "code": ucum} | ({"unit": unit} if unit else {})
        shown = lambda v: f"{v:.{decimals}f}".replace(".", ",")
        reference = ({"low": limit(low)} if low is not None else {}) | ({"high": limit(high)} if high is not None else {})
        reference["text"] = f"{shown(low)} à {shown(high)}" if low is not None and high is not None else f"< {shown(high)}" if low is None else f"≥ {shown(low)}"
        if target:
            reference["text"] = target
        kind = self.flag(value, low, high, critical_low, critical_high)
        body = {"status": "final", "category": [concept(OBSERVATION_CATEGORY, "laboratory", "Laboratoire")], "code": concept(codes.LOINC, loinc, words),
                "effectiveDateTime": at(when, hour), "issued": at(when, "13:40"), "performer": [clinic.place("labo")], "valueQuantity": quantity,
                "interpretation": [concept(INTERPRETATION, kind, FLAG_WORDS[kind])], "referenceRange": [reference]}
        if note:
            body["note"] = [{"text": note}]
        return self.add("Observation", body)

    def labs(self, when, hour="08:12", comment=None, title="Bilan biologique", notes=None, **values):
        target = "cible 2,0 à 3,0" if "rni" in values else None
        made = [self.result(k, v, when, hour, (notes or {}).get(k), target if k == "rni" else None) for k, v in values.items()]
        body = {"status": "final", "category": [concept("http://terminology.hl7.org/CodeSystem/v2-0074", "LAB", "Laboratoire")], "code": concept(codes.LOINC, "11502-2", title),
                "effectiveDateTime": at(when, hour), "issued": at(when, "13:40"), "performer": [clinic.place("labo")], "result": made}
        if comment:
            body["conclusion"] = comment
        self.add("DiagnosticReport", body)

    def series(self, dates, hour="08:05", **tracks):
        """Several draws: each track is a list of values beside the dates, None where it was not measured."""
        for index, when in enumerate(dates):
            values = {k: v[index] for k, v in tracks.items() if v[index] is not None}
            if values:
                self.labs(when, hour, **values)

    def vitals(self, when, sys=None, dia=None, encounter=None, hour="10:05", **values):
        base = {"status": "final", "category": [concept(OBSERVATION_CATEGORY, "vital-signs", "Signes vitaux")], "effectiveDateTime": at(when, hour)}
        if sys:
            part = lambda loinc, words, v: {"code": concept(codes.LOINC, loinc, words), "valueQuantity": {"value": v, "unit": "mm Hg", "system": codes.UCUM, "code": "mm[Hg]"}}
            self.add("Observation", base | {"code": concept(codes.LOINC, "85354-9", "Tension artérielle"),
                                            "component": [part("8480-6", "Tension systolique", sys), part("8462-4", "Tension diastolique", dia)]})
        for key, value in values.items():
            loinc, words, unit, ucum = codes.VITALS[key]
            self.add("Observation", base | {"code": concept(codes.LOINC, loinc, words), "valueQuantity": {"value": value, "unit": unit, "system": codes.UCUM, "code": ucum}})

    def vaccine(self, key, when, dose=None, by="roy", lot=None, text=None):
        code, words = codes.VACCINES[key]
        body = {"status": "completed", "vaccineCode": concept(codes.CVX, code, text or words), "occurrenceDateTime": when, "primarySource": True,
                "performer": [{"actor": clinic.person(by)}], "site": {"text": "deltoïde gauche"}, "lotNumber": lot or f"VV{sum(map(ord, key + when)) % 900 + 100}A"}
        if dose:
            body["protocolApplied"] = [{"doseNumberPositiveInt": dose}]
        self.add("Immunization", body, subject="patient")

    def vaccine_due(self, key, due, text, dose=1, status="due"):
        code, _ = codes.VACCINES[key]
        self.add("ImmunizationRecommendation", {"date": at("2025-10-09"), "recommendation": [{
            "vaccineCode": [concept(codes.CVX, code, text)], "forecastStatus": terminology("immunization-recommendation-status", status),
            "dateCriterion": [{"code": concept(codes.LOINC, "30980-7", "Date due"), "value": due}], "doseNumberPositiveInt": dose}]}, subject="patient")

    # --- encounters and what is written ---------------------------------------------------------
    def visit(self, when, by, reason, kind="Consultation", klass="AMB", minutes=20):
        start = at(when, "10:00")
        end = (datetime.datetime.fromisoformat(start) + datetime.timedelta(minutes=minutes)).isoformat()
        return self.add("Encounter", {"status": "finished", "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": klass},
                                      "type": [{"text": kind}], "participant": [{"individual": clinic.person(by)}], "period": {"start": start, "end": end},
                                      "reasonCode": [{"text": reason}], "serviceProvider": clinic.place("hopital" if klass in ("EMER", "IMP") else "gmf")})

    def note(self, when, by, reason, s, o, ap, kind="Consultation", klass="AMB", title=None):
        """An encounter with its note: subjective, objective, assessment and plan."""
        encounter = self.visit(when, by, reason, kind, klass)
        sections = [("Subjectif", "61150-9", s), ("Objectif", "61149-1", o), ("Évaluation et plan", "51847-2", ap)]
        made = [{"title": t, "code": concept(codes.LOINC, c, t), "text": {"status": "generated", "div": xhtml(rich(text))}} for t, c, text in sections if text]
        whole = "".join(f"<h3>{t}</h3>{rich(text)}" for t, _, text in sections if text)
        self.add("Composition", {"status": "final", "type": concept(codes.LOINC, "11506-3", "Note d'évolution"), "encounter": encounter, "date": at(when, "10:25"),
                                 "author": [clinic.person(by)], "title": title or f"{kind} : {reason}", "custodian": clinic.place("gmf"),
                                 "text": {"status": "generated", "div": xhtml(whole)}, "section": made})
        return encounter

    def attachment(self, when, by, title, loinc, category, content, media, custodian):
        self.add("DocumentReference", {"status": "current", "type": concept(codes.LOINC, loinc, title), "category": [{"text": category}], "date": at(when, "16:20"),
                                       "author": [clinic.person(by)], "custodian": clinic.place(custodian), "description": title,
                                       "content": [{"attachment": {"contentType": media, "language": "fr-CA", "data": base64.b64encode(content).decode(), "title": title,
                                                                   "size": len(content), "creation": at(when, "16:20")}}]})

    def old_note(self, when, by, title, text):
        """A note from the former program: plain text in base64. Its dates are in the past for good: session/demo cannot move them."""
        assert when < "2023-10-01"
        self.attachment(when, by, title, "34109-9", "Notes", text.strip().encode(), "text/plain; charset=utf-8", "gmf")

    def letter(self, when, by, title, paragraphs, loinc="11488-4", category="Lettres", custodian="hopital"):
        """A PDF; without a date inside when it is recent, because session/demo moves recent dates but cannot move this one."""
        kind = clinic.ORGANIZATIONS[custodian][0].upper()
        head = [f"#{kind}", f"#{title}", f"Patient : {self.name}, naissance {self.birth}, NAM {self.nam[:4]} {self.nam[4:8]} {self.nam[8:]}"]
        if when < "2023-10-01":
            head.append(f"Date : {when}")
        foot = [f"{clinic.name_of(by)}, {clinic.PROFESSIONALS[by][3]}", "Document fictif de la clinique de démonstration : aucune de ces personnes n'existe."]
        self.attachment(when, by, title, loinc, category, letter(title, head + list(paragraphs) + foot), "application/pdf", custodian)

    def imaging(self, when, title, body, conclusion, by="gauvin"):
        self.add("DiagnosticReport", {"status": "final", "category": [concept("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Imagerie")],
                                      "code": concept(codes.LOINC, "18748-4", title), "effectiveDateTime": at(when, "11:20"), "issued": at(when, "15:05"),
                                      "performer": [clinic.place("imagerie")], "resultsInterpreter": [clinic.person(by)], "conclusion": conclusion,
                                      "text": {"status": "additional", "div": xhtml(f"<p><b>{escape(title, quote=False)}</b></p>" + rich(body) +
                                               f"<p><b>Conclusion.</b> {escape(conclusion, quote=False)}</p>")}})

    def procedure(self, when, text, by, code=None):
        body = {"status": "completed", "code": concept(codes.SNOMED, code, text) if code else {"text": text}, "performedDateTime": when, "performer": [{"actor": clinic.person(by)}]}
        self.add("Procedure", body)

    def order(self, text, when, by, due=None, priority="routine", reason=None):
        body = {"status": "active", "intent": "order", "priority": priority, "code": {"text": text}, "authoredOn": at(when), "requester": clinic.person(by)}
        if due:
            body["occurrenceDateTime"] = due
        if reason:
            body["reasonCode"] = [{"text": reason}]
        self.add("ServiceRequest", body)

    def appointment(self, hour, minutes, by, reason, day=ANCHOR, status="booked"):
        start = at(f"{day} {hour}")
        end = (datetime.datetime.fromisoformat(start) + datetime.timedelta(minutes=minutes)).isoformat()
        self.add("Appointment", {"status": status, "serviceType": [{"text": "Médecine familiale"}], "reasonCode": [{"text": reason}], "description": reason,
                                 "start": start, "end": end, "minutesDuration": minutes,
                                 "participant": [{"actor": self.me, "status": "accepted"}, {"actor": clinic.person(by), "status": "accepted"}]}, subject=None)
