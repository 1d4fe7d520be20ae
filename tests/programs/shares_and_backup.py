#!/usr/bin/env python3
"""What keeps a clinic from losing everything, as scripts see it: the kit in shares and back, a backup, the old machine gone, a
new machine restored with the kit, everything as it was; damaged shares and backups named and refused.

Usage: shares_and_backup.py CHEVET_CLI."""
import base64
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import time
from itertools import combinations
from pathlib import Path

from chevet_cli import CLI, ENVIRONMENT, check, finish, new_vault
from nothing_readable import readable

CANARIES = [b"Zyxwvutsky", b"Qwertinette", b"Xylodromine", b"LettreSecrete"]


def fill(vault):
    folder = vault.folder / "in"
    folder.mkdir()
    patient = {"resourceType": "Patient", "id": "p1", "name": [{"family": "Zyxwvutsky", "given": ["Qwertinette"]}], "birthDate": "1987-06-03",
               "identifier": [{"system": "http://clinique.example/dossier", "value": "77"}]}
    drug = {"resourceType": "MedicationRequest", "id": "m1", "subject": {"reference": "Patient/p1"}, "status": "active", "intent": "order",
            "medicationCodeableConcept": {"text": "Xylodromine 5 mg"}}
    letters = [{"resourceType": "DocumentReference", "id": f"d{n}", "subject": {"reference": "Patient/p1"}, "status": "current",
                "content": [{"attachment": {"contentType": "text/plain", "data": base64.b64encode(b"LettreSecrete %d " % n * 4000).decode()}}]} for n in range(3)]
    entries = [{"resource": r} for r in (patient, drug, *letters)]
    (folder / "bundle.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    check(vault.json("import", folder)["resources"] == 5, "everything went in")


def run(*arguments, stdin=None, json_output=True):
    return subprocess.run([CLI, *(["--json"] if json_output else []), *arguments], capture_output=True, text=True, env=ENVIRONMENT, input=stdin)


def answer(done, expect=0):
    check(done.returncode == expect, f"{done.args}: exit {done.returncode}, not {expect}: {done.stderr}")
    return json.loads(done.stdout) if expect in (0, 4) and done.stdout else {}


def refused(done, words, exit_code=2):
    check(done.returncode == exit_code and done.stdout == "", f"{done.args}: exit {done.returncode}: {done.stdout}{done.stderr}")
    for word in words:
        check(word in done.stderr, f"{word!r} is said: {done.stderr}")


def shares(vault, kit):
    """Made from a file and from standard input, never from the arguments; every three open, and what is wrong is named."""
    kit_file = vault.folder / "kit"
    kit_file.write_text(kit + "\n")
    to = vault.folder / "parts"
    command = ["shares", "make", "-k", "3", "-n", "5", "--to", to]
    made = answer(run("--vault", vault.path, *command, "--kit-file", kit_file))
    check(made["needed"] == 3 and made["total"] == 5 and len(made["files"]) == 10, f"shares make: {made}")
    check(re.fullmatch(r"[0-9A-F]{4} [0-9A-F]{4}", made["set"]), "a set has a name")
    check(sorted(os.listdir(to)) == sorted(f"part-{n}.{kind}" for n in range(1, 6) for kind in ("txt", "pdf")), "two files for each")
    for file in to.iterdir():
        check(stat.S_IMODE(file.stat().st_mode) == 0o600, f"{file.name} is for its owner alone")
        check(kit.split("\n")[0].encode() not in file.read_bytes(), "no file holds the kit")
    check((to / "part-2.txt").read_text().startswith("# Trousse, partie 2 de 5\n# 3 parties sur 5 suffisent\n"), "a text says which it is")
    before = {file: file.read_bytes() for file in to.iterdir()}
    refused(run("--vault", vault.path, *command, "--kit-file", kit_file), ["existe déjà"])
    check(before == {file: file.read_bytes() for file in to.iterdir()}, "no file is replaced, none is added")
    parts = {n: to / f"part-{n}.txt" for n in range(1, 6)}
    for chosen in combinations(parts.values(), 3):
        check(answer(run("shares", "open", *chosen))["recoveryKit"] == kit, "any three give the kit")
    check(answer(run("--vault", vault.path, "shares", "open", *parts.values()))["recoveryKit"] == kit, "so do five, with the vault")
    typed = vault.folder / "typed.txt"
    code = "".join(line for line in parts[1].read_text().splitlines() if not line.startswith("#"))
    typed.write_text("-".join(code.replace(" ", "").lower()[i:i + 7] for i in range(0, 126, 7)))
    check(answer(run("shares", "open", typed, parts[2], parts[3]))["recoveryKit"] == kit, "typed anyhow")

    refused(run("shares", "open", parts[1]), ["encore 2", "1/3"])
    refused(run("shares", "open", parts[1], parts[2], parts[1]), ["déjà donnée", "part-1.txt"])
    refused(run("shares", "open", parts[1], kit_file, parts[2]), ["trousse entière"])
    refused(run("shares", "open", parts[1], vault.words, parts[2]), ["words n’est pas une partie"])
    refused(run("shares", "open", parts[1], vault.folder / "absent", parts[2]), ["introuvable"])
    bad = vault.folder / "bad.txt"
    lines = parts[2].read_text().splitlines()
    first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    lines[first + 4] = ("0" if lines[first + 4][0] != "0" else "1") + lines[first + 4][1:]
    bad.write_text("\n".join(lines))
    refused(run("shares", "open", parts[1], bad, parts[3]), ["bad.txt", "ligne 5"])
    other = vault.folder / "other"
    again = answer(run("--vault", vault.path, "shares", "make", "-k", "3", "-n", "5", "--to", other, stdin=kit))
    check(again["set"] != made["set"], "another set")
    refused(run("shares", "open", parts[1], other / "part-2.txt", parts[3]), ["autre ensemble", "part-2.txt", again["set"]])
    check(run("--vault", vault.path, "shares", "make", "-k", "1", "-n", "5", "--to", other / "x", "--kit-file", kit_file).returncode == 1, "1 of n is no sharing")
    refused(run("--vault", vault.path, "shares", "make", "-k", "2", "-n", "3", "--to", other / "x", stdin=kit[:-1] + ("0" if kit[-1] != "0" else "1")), ["ligne 4"])
    with new_vault() as elsewhere:
        foreign = elsewhere.init()["recoveryKit"]
        refused(run("--vault", vault.path, "shares", "make", "-k", "2", "-n", "3", "--to", other / "x", stdin=foreign), ["autre clinique"])
        refused(run("--vault", elsewhere.path, "shares", "open", *parts.values()), ["autre clinique"])
        check(not (other / "x").exists(), "nothing is written for a foreign kit")
    return kit_file


def everything(vault):
    """What a person could look at, without what looking changes."""
    documents = [vault.get("p1", f"DocumentReference/d{n}") for n in range(3)]
    stats = vault.json("stats")
    return {"get": [vault.get("p1", "MedicationRequest/m1"), vault.get("p1", "Patient/p1"), *documents],
            "stats": {key: stats[key] for key in ("patients", "resources", "versions", "rawBytes", "blobs", "byType")},
            "patients": vault.json("patients")["patients"], "show": vault.json("show", "p1")["sections"],
            "history": vault.json("history", "p1", "MedicationRequest/m1")["versions"]}


def backup(vault, to):
    first = vault.json("backup", to)
    check(first["copiedFiles"] == first["files"] > 5 and first["copiedBytes"] == first["bytes"], f"the first backup copies everything: {first}")
    names = {file.name for file in to.iterdir()}
    check({"manifest", "chevet-backup", "log", "blobs", "LISEZMOI.txt"} <= names and "view.db" not in names, f"what a backup is: {names}")
    source = vault.folder / "more.json"
    source.write_text(vault.get("p1", "MedicationRequest/m1").decode().replace("5 mg", "7 mg"))
    vault.json("write", "p1", source)
    second = vault.json("backup", to)
    check(second["copiedBytes"] < first["bytes"] / 3 and second["copiedFiles"] < second["files"], f"the second copies what is new: {second}")
    check(second["entries"] > first["entries"] and second["repairedFiles"] == 0, f"and holds it: {second}")
    for file in to.rglob("*"):
        if file.is_file():
            text = readable(file.read_bytes())
            check(not any(canary.lower() in text.lower() for canary in CANARIES), f"nothing readable in {file}")
    refused(vault.run("backup", vault.path / "inside"), ["l’un dans l’autre"], 1)
    occupied = vault.folder / "occupied"
    occupied.mkdir()
    (occupied / "letter.txt").write_text("à garder")
    refused(vault.run("backup", occupied), ["existe déjà"])
    check(os.listdir(occupied) == ["letter.txt"], "what is not a backup is left alone")
    with new_vault() as elsewhere:
        elsewhere.init()
        before = {file: file.read_bytes() for file in to.rglob("*") if file.is_file()}
        refused(elsewhere.run("backup", to), ["autre clinique"])
        check(before == {file: file.read_bytes() for file in to.rglob("*") if file.is_file()}, "another clinic's backup is not touched")


def damaged(vault, to, kit_file):
    """One bit of each kind of file, a missing and a cut one: named, refused, and nothing is left."""
    new = vault.folder / "from-damaged"
    segment, blob = next(to.glob("log/*/*.seg")), next(to.glob("blobs/*/*"))
    state = next(to.glob("state-*/slots")).parent
    kinds = {"manifest": to / "manifest", ".seg": segment, blob.name: blob, "slots": state / "slots", "slots.2": state / "slots.2",
             "membership": state / "log" / "membership", "outbox": state / "log" / "outbox"}

    def attempt(name, word):
        done = run("--vault", new, "restore", to, "--kit-file", kit_file)
        check(done.returncode == 4 and word in done.stderr and done.stdout == "", f"{name}: exit {done.returncode}: {done.stderr}")
        check(not new.exists() and not list(vault.folder.glob("from-damaged*")), f"{name}: nothing is left")
    for word, file in kinds.items():
        whole = file.read_bytes()
        file.write_bytes(whole[:len(whole) // 2] + bytes([whole[len(whole) // 2] ^ 1]) + whole[len(whole) // 2 + 1:])
        attempt(f"a flipped bit in {word}", word)
        file.write_bytes(whole[:-1])
        attempt(f"{word} cut", word)
        file.unlink()
        if word == "manifest":
            refused(run("--vault", new, "restore", to, "--kit-file", kit_file), ["pas de sauvegarde terminée"])
        else:
            attempt(f"{word} missing", word)
        file.write_bytes(whole)


def restore(vault, to, kit_file, before):
    occupied = vault.folder / "full"
    occupied.mkdir()
    (occupied / "x").write_text("x")
    refused(run("--vault", occupied, "restore", to, "--kit-file", kit_file), ["existe déjà"])
    check(os.listdir(occupied) == ["x"], "a folder that holds something is never written over")
    wrong = vault.folder / "wrong"
    wrong.write_text("pas du tout ces mots\n")
    new = vault.folder / "new-machine"
    refused(run("--vault", new, "--passphrase-file", wrong, "restore", to), ["phrase de passe"])
    check(not list(vault.folder.glob("new-machine*")), "a wrong passphrase leaves nothing")

    done = answer(run("--vault", new, "restore", to, "--kit-file", kit_file))
    check(done["ok"] is True and done["alarms"] == [] and done["recorded"] is True and done["resources"] > 0, f"restore: {done}")
    old, vault.path = vault.path, new
    report = vault.json("verify", "--full")
    check(report["ok"] and report["alarms"] == [], f"verify after restore: {report}")
    after = everything(vault)
    for key, value in before.items():
        check(after[key] == value, f"{key} is as it was")
    streams = sorted(path.name for path in (new / "log").iterdir() if path.is_dir())
    check(len(streams) == 2, f"looking was written into a stream of its own: {streams}")
    check(vault.json("verify", "--full")["ok"] and not (new / "restored").exists(), "and it goes on there")

    # The same backup on a third machine: not in that stream either.
    third = vault.folder / "third-machine"
    check(answer(run("--vault", third, "--passphrase-file", vault.words, "restore", to))["ok"], "with a passphrase too")
    vault.path = third
    vault.json("show", "p1")
    others = {path.name for path in (third / "log").iterdir() if path.is_dir()}
    check(len(others) == 2 and len(others & set(streams)) == 1, "each restored machine has a stream of its own")
    # A vault that does not have what the backup has does not take its place.
    vault.path = new
    vault.json("backup", to)
    vault.path = third
    refused(vault.run("backup", to), ["contient plus que ce coffre"])
    vault.path = old


def interrupted(vault):
    """Ctrl+C or the end of the process leaves a folder that says what it is, and the next run finishes."""
    to = vault.folder / "interrupted"
    command = [CLI, "--vault", vault.path, "--passphrase-file", vault.words, "--json", "backup", to]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    while process.poll() is None and not (to / "chevet-backup").exists():
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    process.communicate()
    new = vault.folder / "from-interrupted"
    if not (to / "manifest").exists():
        check(process.returncode == 2, "an interrupted backup is not called done")
        refused(run("--vault", new, "--passphrase-file", vault.words, "restore", to), ["pas de sauvegarde terminée"])
    vault.json("backup", to)
    check(answer(run("--vault", new, "--passphrase-file", vault.words, "restore", to))["ok"], "the next one finishes it")


def main():
    with new_vault() as vault:
        kit = vault.init()["recoveryKit"]
        fill(vault)
        kit_file = shares(vault, kit)
        to = vault.folder / "backup"
        backup(vault, to)
        interrupted(vault)
        damaged(vault, to, kit_file)
        vault.json("backup", to)
        before = everything(vault)
        vault.json("backup", to)
        shutil.rmtree(vault.path)  # the old machine is gone
        restore(vault, to, kit_file, before)
    finish()


if __name__ == "__main__":
    main()
