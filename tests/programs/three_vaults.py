#!/usr/bin/env python3
"""A clinic with three vaults on one machine, never connected, exchanging only a folder: as scripts see it.

Usage: three_vaults.py CHEVET_CLI. Uses the shipped key derivation, so every command takes a moment.
"""
import json
import shutil
import tempfile
from pathlib import Path

from chevet_cli import Vault, check, corpora, finish

CANARY = "Zyxwvutsky"


def medication(ident, dose, patient="p1"):
    return {"resourceType": "MedicationStatement", "id": ident, "status": "active", "subject": {"reference": f"Patient/{patient}"},
            "medicationCodeableConcept": {"text": "Warfarine"}, "dosage": [{"text": f"{dose} par jour"}]}


def patient(ident):
    return {"resourceType": "Patient", "id": ident, "identifier": [{"system": "http://clinique.example/dossier", "value": ident}],
            "name": [{"family": CANARY, "given": ["Qwertine"]}], "gender": "female", "birthDate": "1987-06-03"}


class Clinic:
    def __init__(self, folder):
        self.folder = folder
        self.stick = folder / "cle"
        self.stick.mkdir()
        self.a, self.b, self.c = (Vault(folder, name) for name in ("a", "b", "c"))
        self.kit = self.a.init()["recoveryKit"]

    def join(self, vault, user, label):
        code = vault.json("join-request", "--exchange", self.stick, "--user", user, "--label", label)["code"]
        check(vault.run("join", "0" * 26, "--exchange", self.stick).returncode == 2, "nobody joins before being admitted")
        accepted = self.a.json("device", "accept", code, "--exchange", self.stick)
        check({"device", "clinicCode"} <= set(accepted), f"device accept's fields: {accepted}")
        joined = vault.json("join", accepted["clinicCode"], "--exchange", self.stick)
        check({"clinic", "device"} <= set(joined), f"join's fields: {joined}")
        return accepted["device"]

    def write(self, vault, resource, owner="p1"):
        path = self.folder / "written.json"
        path.write_text(json.dumps(resource, ensure_ascii=False))
        return vault.json("write", owner, path)

    def exchange_all(self, *vaults):
        for _ in range(6):
            moved = 0
            for vault in vaults:
                done = vault.json("exchange", self.stick)
                check({"sent", "received", "quarantined"} <= set(done), f"exchange's fields: {done}")
                moved += done["sent"] + done["received"]
            if not moved:
                return
        check(False, "the exchange never ends")

    def agree(self, *vaults):
        states = [vault.json("state") for vault in vaults]
        check({"stateRoot", "heads", "patients", "resources"} <= set(states[0]), f"state's fields: {states[0]}")
        check(len({state["stateRoot"] for state in states}) == 1, f"one state: {states}")
        return states[0]


def story(clinic):
    a, b, c = clinic.a, clinic.b, clinic.c
    source = clinic.folder / "in.json"
    source.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": r} for r in (patient("p1"), patient("p2"), medication("m1", "6 mg"))]}))
    a.json("import", source)
    if corpora():
        a.json("import", corpora() / "synthea-r4")
    clinic.join(b, "Dr Beta", "Salle 2")
    third = clinic.join(c, "Dre Gamma", "Salle 3")
    clinic.exchange_all(a, b, c)
    state = clinic.agree(a, b, c)
    check(state["resources"] == a.json("stats")["resources"], f"state counts as stats does: {state}")
    before = clinic.a.json("access")["events"]

    # The same dose, changed in two places.
    clinic.write(a, medication("m1", "5 mg"))
    clinic.write(b, medication("m1", "4 mg"))
    clinic.exchange_all(a, b, c)
    clinic.agree(a, b, c)
    found = [vault.json("conflicts")["conflicts"] for vault in (a, b, c)]
    check(found[0] == found[1] == found[2] and len(found[0]) == 1, f"the same conflict everywhere: {found}")
    conflict = found[0][0]
    check(conflict["patient"] == "p1" and conflict["resource"] == "MedicationStatement/m1", f"conflict: {conflict}")
    check({leaf["author"] for leaf in conflict["leaves"]} == {"Dre Maude Lachance", "Dr Beta"}, "both authors are named")
    check(all({"version", "author", "at", "resource"} <= set(leaf) for leaf in conflict["leaves"]), "a leaf's fields")
    keep = next(leaf["version"] for leaf in conflict["leaves"] if "4 mg" in json.dumps(leaf["resource"]))
    decided = c.json("resolve", "p1", "MedicationStatement/m1", "--keep", str(keep))
    check({"resource", "version", "entry"} <= set(decided), f"resolve's fields: {decided}")
    check(c.run("resolve", "p1", "MedicationStatement/m1", "--keep", str(keep)).returncode != 0, "a decision is taken once")
    clinic.exchange_all(a, b, c)
    clinic.agree(a, b, c)
    for vault in (a, b, c):
        check(vault.json("conflicts")["conflicts"] == [], "nothing is left to decide")
        check("4 mg" in json.dumps(vault.json("get", "p1", "MedicationStatement/m1")), "what was kept is shown")
        doses = json.dumps(vault.json("history", "p1", "MedicationStatement/m1"))
        check(all(dose in doses for dose in ("6 mg", "5 mg", "4 mg")), "no value is lost")

    # One workstation is evicted; what it says later is kept aside.
    clinic.write(c, medication("m3", "1 mg"))
    check(b.run("device", "revoke", third).returncode == 2, "only an administrator evicts")
    a.json("device", "revoke", third)
    devices = {one["id"]: one for one in a.json("device", "list")["devices"]}
    check(devices[third]["state"] == "revoked" and {"id", "label", "state", "head", "lastSeen"} <= set(devices[third]), f"device list: {devices}")
    c.json("exchange", clinic.stick)
    late = a.json("exchange", clinic.stick, expect=3)
    check([one["why"] for one in late["quarantined"]] == ["revoked"], f"late entries: {late}")
    check(list((a.path / "quarantine" / "entries").iterdir()), "they are kept")
    a.json("exchange", clinic.stick, expect=3)
    b.json("exchange", clinic.stick, expect=3)
    clinic.agree(a, b)
    check(b.run("get", "p1", "MedicationStatement/m3").returncode != 0, "and shown nowhere")

    # One is recovered from its kit: the clinic's kit opens it, and nothing of it reads alike.
    for vault in (a, b):
        check(vault.json("verify", "--full")["ok"], "everything verifies")
        check(vault.json("rebuild")["ok"], "the view is made again")
    clinic.agree(a, b)

    # Damage is an integrity alarm; the rest goes on.
    clinic.write(a, medication("m4", "2 mg", "p2"), "p2")
    known = set(clinic.stick.rglob("*.qse"))
    a.json("exchange", clinic.stick, expect=3)
    fresh = (set(clinic.stick.rglob("*.qse")) - known).pop()
    good = fresh.read_bytes()
    fresh.write_bytes(good[:200] + bytes([good[200] ^ 1]) + good[201:])
    done = b.json("exchange", clinic.stick, expect=4)
    check(any(one["why"] in ("damaged", "forged") for one in done["quarantined"]), f"damage is named: {done}")
    fresh.write_bytes(good)
    b.json("exchange", clinic.stick, expect=3)
    clinic.agree(a, b)

    # Exchanging, comparing and verifying leave no line in the register; showing does.
    check(len(a.json("access")["events"]) == len(before), "no line for any of this")
    b.json("show", "p1")
    b.json("exchange", clinic.stick, expect=3)
    a.json("exchange", clinic.stick, expect=3)
    events = a.json("access", "p1")
    check(events["chainOk"] and events["events"][0]["who"] == "Dr Beta" and events["events"][0]["device"] == "Salle 2",
          f"the register tells of the other workstation: {events}")

    # A half-copied stick, and one of another clinic.
    elsewhere = clinic.folder / "demi"
    shutil.copytree(clinic.stick, elsewhere)
    clinic.write(a, medication("m5", "3 mg", "p2"), "p2")
    a.json("exchange", elsewhere, expect=3)
    newest = max(elsewhere.rglob("*.qse"), key=lambda path: path.stat().st_mtime_ns)
    newest.write_bytes(newest.read_bytes()[:100])
    half = b.json("exchange", elsewhere, expect=3)
    check(half["incomplete"] and b.run("get", "p2", "MedicationStatement/m5").returncode != 0, f"half a file is named: {half}")
    check(b.run("exchange", clinic.folder / "nulle-part").returncode == 2, "no such folder")
    for path in clinic.stick.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            check(CANARY.encode() not in data and b"Warfarine" not in data and b"Beta" not in data, f"nothing readable in {path}")


with tempfile.TemporaryDirectory() as name:
    story(Clinic(Path(name)))
finish()
