#!/usr/bin/env python3
"""chevet-cli as scripts see it: JSON shapes and exit codes.

Usage: cli_contract.py CHEVET_CLI. Uses the shipped key derivation, so every command takes a moment.
"""
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from chevet_cli import CLI, check, finish, new_vault

CANARY = "Zyxwvutsky"


def bundle(dose):
    patient = {"resourceType": "Patient", "id": "p1", "identifier": [{"system": "http://clinique.example/dossier", "value": "77"}],
               "name": [{"family": CANARY, "given": ["Qwertine"]}], "gender": "female", "birthDate": "1987-06-03"}
    medication = {"resourceType": "MedicationRequest", "id": "m1", "status": "active", "intent": "order",
                  "subject": {"reference": "Patient/p1"}, "medicationCodeableConcept": {"text": f"Warfarine {dose}"}}
    none = {"resourceType": "AllergyIntolerance", "id": "a1", "patient": {"reference": "Patient/p1"},
            "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "code": "active"}]},
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "716186003", "display": "No known allergy"}]}}
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": r} for r in (patient, medication, none)]}


def story(vault):
    made = vault.init()
    check(set(made) == {"vault", "clinic", "device", "recoveryKit"}, "init's fields")
    check(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4} ){4}[0-9A-HJKMNP-TV-Z]{2}", made["recoveryKit"].split("\n")[0]), "the code's shape")
    check({"view.db", "log", "slots", "slots.2", "blobs"} <= set(os.listdir(vault.path)), "a vault is a folder of these")
    check(vault.run("init", "--clinic", "x", "--user", "y").returncode == 2, "init never overwrites")

    files = vault.folder / "in"
    files.mkdir()
    (files / "one.json").write_text(json.dumps(bundle("6 mg"), ensure_ascii=False))
    (files / "broken.json").write_text('{"resourceType":"Patient",')
    done = vault.json("import", files, expect=3)
    check(done["files"] == 2 and done["patients"] == 1 and done["resources"] == 3, f"import's counts: {done}")
    check(done["refused"][0]["file"].endswith("broken.json") and done["refused"][0]["code"] == "truncated", "the refused file is named")
    check(" " in done["refused"][0]["reason"], "the reason is a sentence, not a code")
    (files / "broken.json").unlink()
    check(vault.json("import", files)["resources"] == 0, "twice changes nothing")
    (files / "one.json").write_text(json.dumps(bundle("5 mg"), ensure_ascii=False))
    check(vault.json("import", files)["resources"] == 1, "a newer version is one resource")

    page = vault.json("patients", "zyxw qwer")
    check(page["total"] == 1 and page["patients"][0]["id"] == "p1", f"patients: {page}")
    check(set(page["patients"][0]) == {"id", "family", "given", "nam", "namValid", "birthDate", "sex"}, "patients' fields")
    shown = vault.json("show", "p1")
    medication = shown["sections"]["medications"][0]
    check("5 mg" in medication["text"].replace("\u00a0", " ") and medication["signature"]["ok"] is True, f"show: {medication}")
    check({"id", "date", "code", "text", "status", "source", "signature"} <= set(medication), "an item's fields")
    check(shown["sections"]["problems"] == {"state": "unknown"}, "nobody spoke of problems")
    check(shown["sections"]["allergies"]["state"] == "none-known", f"stated: {shown['sections']['allergies']}")
    check(set(vault.json("show", "p1", "--section", "medications")["sections"]) == {"medications"}, "one section")
    check(vault.json("get", "p1", "MedicationRequest/m1") == bundle("5 mg")["entry"][1]["resource"], "get returns what came in")
    for command in (["verify"], ["verify", "--full"], ["rebuild"]):
        report = vault.json(*command)
        check(report["ok"] is True and report["alarms"] == [] and report["entries"] > 0, f"{command}: {report}")
    stats = vault.json("stats")
    check(stats["patients"] == 1 and stats["resources"] == 3 and stats["rawBytes"] > 0 and stats["vaultBytes"] > 0, f"stats: {stats}")


def writing(vault):
    """A professional's own acts, their versions, and who looked."""
    before = vault.json("access")["events"]
    resource = bundle("4 mg")["entry"][1]["resource"]
    source = vault.folder / "written.json"
    exact = json.dumps(resource)[:-1] + ', "dispenseRequest": {"quantity": {"value": 1.000000000000000000100}}}'
    resource = json.loads(exact)
    source.write_text(exact)
    done = vault.json("write", "p1", source)
    check(set(done) >= {"resource", "version", "entry"} and done["resource"] == "MedicationRequest/m1" and done["version"] == 3, f"write: {done}")
    check(vault.json("get", "p1", done["resource"]) == resource, "get returns what was written")
    check("1.000000000000000000100" in vault.run("history", "p1", done["resource"]).stdout, "every digit is in the history too")
    versions = vault.json("history", "p1", done["resource"])["versions"]
    fields = {"version", "parents", "at", "author", "role", "device", "source", "signature", "resource"}
    check([v["version"] for v in versions] == [1, 2, 3] and all(fields <= set(v) for v in versions), f"history, oldest first: {versions}")
    check([v["parents"] for v in versions] == [[], [1], [2]] and all(v["signature"]["ok"] for v in versions), "each names the one before")
    check(versions[2]["resource"] == resource and versions[2]["role"] == "medecin" and versions[0]["source"].startswith("one.json"), "who and from where")
    resource["subject"]["reference"] = "Patient/another"
    source.write_text(json.dumps(resource))
    check(vault.run("write", "p1", source).returncode == 3, "nothing goes into another chart")
    text = vault.folder / "note.txt"
    text.write_text("Subjectif\nTousse.\n\nPlan : repos\n")
    note = vault.json("note", "p1", "--text", text)
    check(note["resource"].startswith("Composition/") and note["version"] == 1, f"note: {note}")
    shown = vault.json("show", "p1", "--section", "notes")["sections"]["notes"]
    check(any(n["id"] == note["resource"] and "Tousse." in n["content"] and n["signature"]["ok"] for n in shown), f"the note is shown: {shown}")
    register = vault.json("access", "p1")
    check(register["chainOk"] is True and len(register["events"]) == len(before) + 1, "show is in the register; write, note, get, history are not")
    check({"at", "who", "device", "what", "patient", "why"} <= set(register["events"][0]) and register["events"][0]["patient"] == "p1", f"{register['events'][0]}")


def failures(vault):
    wrong = vault.folder / "wrong"
    wrong.write_text("pas du tout ces mots\n")
    done = vault.run("stats", words=wrong)
    check(done.returncode == 2 and done.stdout == "" and "phrase de passe" in done.stderr, f"wrong words: {done.stderr}")
    check(vault.run("no-such-command").returncode == 1, "wrong usage")
    check(vault.run("get", "p1", "MedicationRequest/none").returncode == 2, "a resource that is not there")
    check(subprocess.run([CLI, "--vault", vault.folder / "nowhere", "--passphrase-file", vault.words, "stats"], capture_output=True).returncode == 2, "no vault there")
    help_text = subprocess.run([CLI, "--help"], capture_output=True, text=True).stdout
    check(not re.search(r"--(kdf|passes|memory|cost)", help_text), "no flag weakens the key derivation")


def languages(vault):
    """French unless the locale is another language; the JSON is the same in all."""
    def said(locale, *arguments):
        env = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k not in ("LANG", "LANGUAGE")}
        env |= {"LC_ALL": locale} if locale else {}
        done = subprocess.run([CLI, "--vault", vault.path, "--passphrase-file", vault.words, *arguments], capture_output=True, text=True, env=env)
        return (done.stdout + done.stderr).replace("\u00a0", " ")
    for locale in ("fr_CA.UTF-8", "C.UTF-8", "C", "POSIX", ""):
        check("Crée un coffre" in said(locale, "--help") and "Creates" not in said(locale, "--help"), f"{locale}: help is French")
    check("aucune allergie" in said("fr_CA.UTF-8", "show", "p1").lower() or "none-known" in said("fr_CA.UTF-8", "show", "p1"), "a chart in French")
    for locale in ("en_CA.UTF-8", "en_US.UTF-8", "de_DE.UTF-8"):
        words = said(locale, "--help")
        check("Creates a vault" in words and "Usage:" in words and "coffre" not in words, f"{locale}: help is English: {words}")
        check("chart" in said(locale, "import", vault.folder / "in"), f"{locale}: progress is English")
    check("patients," in said("en_CA.UTF-8", "stats") and "signed entries" in said("en_CA.UTF-8", "stats"), "stats in English")
    check("Name the vault" in subprocess.run([CLI, "stats"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "en_CA.UTF-8"}).stderr, "a mistake in English")
    french, english = (vault.json("show", "p1", env={"LC_ALL": locale}) for locale in ("fr_CA.UTF-8", "en_CA.UTF-8"))
    check(french["sections"] == english["sections"], "the JSON does not depend on the locale")


def alarm(vault):
    """A byte of the log is flipped: told with exit 4, named, and the rest still reads."""
    segment = next((vault.path / "log").glob("*/*.seg"))
    damaged = vault.folder / "damaged"
    shutil.copytree(vault.path, damaged)
    target = damaged / segment.relative_to(vault.path)
    data = bytearray(target.read_bytes())
    data[600] ^= 1
    target.write_bytes(data)
    kept, vault.path = vault.path, damaged
    report = vault.json("verify", "--full", expect=4)
    check(report["ok"] is False and report["alarms"], f"the alarm is named: {report}")
    check(vault.json("patients")["total"] == 1, "reading goes on")
    vault.path = kept


def nobodys(vault):
    """What a file holds without saying whose it is: counted, listed with its file, given back."""
    loose = {"resourceType": "Observation", "id": "f001", "status": "final", "subject": {"reference": "Patient/ailleurs"}, "valueQuantity": {"value": 6.3}}
    file = vault.folder / "loose.json"
    file.write_text(json.dumps(loose))
    check(vault.json("import", file)["resources"] == 1, "a loose resource goes in")
    check(vault.json("stats")["byType"] == {"AllergyIntolerance": 1, "MedicationRequest": 1, "Observation": 1, "Patient": 1}, "every type is counted")
    shown = vault.json("show", "-")
    check(shown["patient"] is None and shown["total"] == 1, f"show -: {shown}")
    row = shown["resources"][0]
    check(row["id"] == "Observation/f001" and row["source"] == "loose.json" and row["signature"]["ok"] is True, f"its file: {row}")
    check(vault.json("show", "-", "--section", "Medication")["total"] == 0, "one type of them")
    check(vault.json("get", "-", "Observation/f001") == loose, "get - gives it back")
    check(vault.run("get", "p1", "Observation/f001").returncode == 2, "it is nobody's, not hers")


def main():
    with new_vault() as vault:
        story(vault)
        failures(vault)
        languages(vault)
        nobodys(vault)
        writing(vault)
        alarm(vault)
        made = vault.folder / "clinic"
        done = subprocess.run([CLI, "--json", "clinic", "25", made], capture_output=True, text=True)
        check(done.returncode == 0 and json.loads(done.stdout)["patients"] == 25, f"clinic: {done.stderr}")
        vault.path, vault.words = made, Path(f"{made}.passphrase")
        check(vault.json("patients", "--limit", "100")["total"] == 25, "the clinic opens with its passphrase file")
    finish()


if __name__ == "__main__":
    main()
