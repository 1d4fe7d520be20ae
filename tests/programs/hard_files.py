#!/usr/bin/env python3
"""What people really drop on an importer: cut, mis-encoded, endless, hostile or duplicated files, and a disk that
fills up half-way. Each has a clear outcome, the rest goes in, and what went in comes out word for word.

Usage: hard_files.py CHEVET_CLI. Files are made here; nothing of ../shared is needed."""
import gzip
import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import tarfile
import time
import zipfile

from chevet_cli import CLI, ENVIRONMENT, Vault, check, corpora, finish, new_vault


def patient(number, **more):
    return {"resourceType": "Patient", "id": f"p{number}", "identifier": [{"system": "http://clinique.example/dossier", "value": f"{number:06}"}],
            "name": [{"family": f"Famille{number}", "given": ["Anne"]}], "birthDate": "1980-01-01", **more}


def observation(name, number=1, **more):
    return {"resourceType": "Observation", "id": name, "status": "final", "subject": {"reference": f"Patient/p{number}"}, **more}


def bundle(*resources, kind="collection"):
    return {"resourceType": "Bundle", "type": kind, "entry": [{"resource": r} for r in resources]}


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Case:
    """A vault and a folder of input; `give` imports one file and returns what the program said."""

    def __init__(self, vault):
        self.vault, self.folder, self.number = vault, vault.folder / "in", 0
        self.folder.mkdir(exist_ok=True)

    def file(self, data, name="a.json"):
        self.number += 1
        place = self.folder / str(self.number)
        place.mkdir()
        path = place / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def give(self, *paths, **options):
        done = self.vault.run("import", *paths, **options)
        check(done.returncode in (0, 3), f"import {paths}: exit {done.returncode}: {done.stderr[-500:]}")
        said = json.loads(done.stdout)
        check((done.returncode == 3) == bool(said["refused"]), "exit 3 if and only if something was refused")
        return said

    def refused(self, data, reason, name="a.json", resources=0):
        said = self.give(self.file(data, name))
        check([r["code"] for r in said["refused"]] == [reason], f"{name} {data[:60]!r}: {said['refused']}, not {reason}")
        check(said["refused"][0]["file"].endswith(name), "the file is named")
        check(said["resources"] == resources, f"{name}: {said['resources']} resources, not {resources}")
        return said


def encodings(case):
    text = dumps(bundle(patient(1, gender="female"), observation("é", 1)))
    for codec in ("utf-16-le", "utf-16-be", "utf-16", "utf-32"):
        case.refused(text.encode(codec), "utf16")
    case.refused(text.encode("latin-1"), "not-utf8", resources=1)  # the Patient before it is sound
    said = case.give(case.file(b"\xef\xbb\xbf" + text.replace("é", "e").encode()))
    check(said["resources"] == 1 and not said["refused"], f"a byte order mark is no reason: {said}")
    said = case.give(case.file(b"\xef\xbb\xbf" + dumps(patient(2)).encode() + b"\r\n\r\n" + dumps(observation("bom", 2)).encode(), "bom.ndjson"))
    check(said["resources"] == 2, f"nor in NDJSON: {said}")


def broken(case):
    whole = dumps(bundle(patient(3), *(observation(f"t{i}", 3) for i in range(20)))).encode()
    for length in (1, 30, len(whole) // 2, len(whole) - 1):
        case.refused(whole[:length], "truncated")
    lines = "\n".join(map(dumps, (patient(4), observation("l1", 4), observation("l2", 4))))
    said = case.refused(lines[:-9], "truncated", "cut.ndjson", resources=2)
    check(said["refused"][0]["where"].startswith("line 3"), f"the line is named: {said}")
    case.refused(dumps(patient(5)).replace('"birthDate"', '"id":"x","birthDate"'), "duplicate-key")
    case.refused(b'{"resourceType":"Basic","x":' + b"[" * 10_000_000, "too-deep")
    case.refused(b'{"resourceType":"Basic","x":' + b'{"a":' * 5000 + b"1" + b"}" * 5001, "too-deep")
    case.refused(dumps(observation("n", 4)).replace('"final"', '"final","valueDecimal":1e999'), "number-out-of-range")
    case.refused(b'{"resourceType":"chevet-import","id":"total"}', "bad-resource-type")
    case.refused(dumps({"resourceType": "T" * 100}), "bad-resource-type")
    case.refused(dumps({"resourceType": "Médicament"}), "bad-resource-type")


def absurd(case):
    dates = ["0001-01-01", "1700-02-30", "2999-12-31", "9999-99-99", "20250101", "hier", ""]
    said = case.give(case.file(dumps(bundle(patient(6, birthDate="0012-13-45"), *(
        observation(f"d{i}", 6, effectiveDateTime=date, valueString="x") for i, date in enumerate(dates))))))
    check(said["resources"] == 8 and not said["refused"], f"absurd dates are kept: {said}")
    shown = case.vault.json("show", "p6")["sections"]["results"]
    check(sorted(i["date"] for i in shown) == sorted(dates), f"and shown as written: {[i['date'] for i in shown]}")
    check(case.vault.json("patients", "Famille6")["patients"][0]["birthDate"] == "0012-13-45", "so is a birth date")


NUMBERS = ["0.10", "72.4918273918273918273", "1E+2", "1.50e-7", "-0.0", "123456789012345678901234567890.5", "1e308", "7.0500", "0"]


def lossless(case):
    """Order of members, lexical form of numbers, escapes, blanks inside texts: all come back."""
    text = ('{"resourceType":"Observation","zeta":1,"status":"final","alpha":{"b":[],"a":{}},"id":"lex","subject":{"reference":"Patient/p7"},'
            '"escapes":"\\u00e9\\/\\n\\ud83d\\ude00 é 😀\\u2028","numbers":[' + ",".join(NUMBERS) + '],"empty":"","none":null,"_status":{"extension":[{"url":"u","valueCode":"x"}]}}')
    spaced = re.sub(r'([{,:])(?=["\d\[{-])', "\\1 \n\t", text)
    check(json.loads(spaced) == json.loads(text) and spaced != text, "the same with white space")
    said = case.give(case.file('{"resourceType":"Bundle","type":"collection","entry":[{"resource":' + dumps(patient(7)) + '},{"resource":' + spaced + "}]}"))
    check(said["resources"] == 2, f"both go in: {said}")
    check(case.vault.get("p7", "Observation/lex") == text.encode(), f"get: {case.vault.get('p7', 'Observation/lex')}")


def huge(case):
    """Texts of megabytes are kept up to what one entry of the log can hold; beyond it, that resource alone is refused."""
    words = "abcdefghijklmnopqrstuvwxyz0123456789 " * 27_000  # a megabyte
    said = case.give(case.file(dumps(bundle(patient(8), observation("big", 8, valueString=words * 12), observation("after", 8)))))
    check(said["resources"] == 3, f"12 MB of text go in: {said['refused']}")
    check(json.loads(case.vault.get("p8", "Observation/big"))["valueString"] == words * 12, "and come out")
    said = case.refused(dumps(bundle(patient(8), observation("huge", 8, valueString=words * 18), observation("then", 8))), "too-large", resources=1)
    check("huge" in said["refused"][0]["where"], f"it is named: {said}")
    letter = "QUJD" * 3000
    many = observation("many", 8, component=[{"valueAttachment": {"contentType": "text/plain", "data": letter}} for _ in range(1300)])
    said = case.give(case.file(dumps(bundle(patient(8), many))))
    check(said["resources"] == 1, f"1,300 attachments: {said}")
    check(json.loads(case.vault.get("p8", "Observation/many")) == many, "and come out")
    odd = observation("odd", 8, **{"k" * 90_000: {"contentType": "text/plain", "data": letter * 3}})
    check(case.give(case.file(dumps(bundle(patient(8), odd))))["resources"] == 1, "a member with an endless name")
    check(json.loads(case.vault.get("p8", "Observation/odd")) == odd, "comes out too")
    name = case.give(case.file(dumps(patient(9, name=[{"family": "Zz" + "é" * 300_000, "given": ["x" * 300_000]}]))))
    check(name["resources"] == 1 and case.vault.json("patients", "Zzé")["total"] == 1, "an endless name")
    shell = bundle(patient(8), observation("shell", 8))
    shell["link"] = [{"relation": "self", "url": "u" * 1000}] * 18_000
    said = case.give(case.file(dumps(shell)))
    check(said["resources"] == 1 and [r["code"] for r in said["refused"]] == ["too-large"], f"an endless Bundle: {said['refused']}")
    check(case.vault.json("verify", "--full")["ok"] is True, "all of it verifies")


def containers(case):
    resources = [patient(10), observation("z1", 10), observation("z2", 10)]

    def named(archive_add):
        for i, value in enumerate(resources):
            archive_add(f"export/{i}.json", dumps(value).encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        named(archive.writestr)
    said = case.give(case.file(packed.getvalue(), "folder.zip"))
    check(said["resources"] == 3 and said["patients"] == 1, f"a zipped folder: {said}")

    def tarball(mode):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode) as archive:
            def add(name, data):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            named(add)
        return out.getvalue()
    for mode, name in (("w:gz", "folder.tar.gz"), ("w", "folder.tar")):
        said = case.give(case.file(tarball(mode), name))
        check(said["resources"] in (0, 3), f"{name}: {said}")
        check(said["unchanged"] == 3 or said["refused"], f"{name} goes in or is refused with a reason: {said}")
    lines = "\n".join(map(dumps, resources)).encode()
    check(case.give(case.file(gzip.compress(lines), "all.ndjson.gz"))["unchanged"] == 3, "the same in gzip changes nothing")
    check(case.give(case.file(gzip.compress(lines)[:-20], "cut.ndjson.gz"))["refused"], "a cut gzip is refused")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for i in range(3):
            with archive.open(f"{i}.json", "w", force_zip64=True) as member:
                member.write(b'{"resourceType":"Basic","x":"')
                for _ in range(300):
                    member.write(b"0" * 1_000_000)
    said = case.give(case.file(bomb.getvalue(), "bomb.zip"))
    check(any(r["code"] in ("archive-bomb", "too-large") for r in said["refused"]) and said["resources"] == 0, f"a zip bomb: {said['refused'][:3]}")
    said = case.give(case.file(gzip.compress(b"{" + b" " * 400_000_000, 9), "bomb.json.gz"))
    check(said["refused"] and said["resources"] == 0, f"a gzip bomb: {said['refused']}")
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("in.zip", packed.getvalue())
        archive.writestr("../../evil.json", dumps(patient(11)))
        archive.writestr("é" * 3000 + ".json", dumps(patient(12)))
    said = case.give(case.file(nested.getvalue(), "nested.zip"))
    check({r["code"] for r in said["refused"]} >= {"archive-nested", "archive-unsafe-path"}, f"nested and unsafe: {said['refused']}")
    check(said["resources"] == 1, "a member with an endless name goes in")
    check(case.vault.json("rebuild")["ok"] is True and case.vault.json("patients", "Famille12")["patients"][0]["id"] == "p12", "and is there after a rebuild")


def unreadable(case):
    folder = case.folder / "odd"
    folder.mkdir()
    (folder / "good.json").write_text(dumps(patient(13)))
    (folder / "dangling.json").symlink_to(folder / "nowhere")
    (folder / "loop").symlink_to(folder)
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    os.mkfifo(folder / "pipe.json")
    (folder / "empty.json").touch()
    open(os.fsencode(folder) + b"/caf\xe9.json", "w").write(dumps(patient(14)))
    if os.geteuid() != 0:
        (folder / "secret.json").write_text("{}")
        (folder / "secret.json").chmod(0)
    said = case.give(folder, case.folder / "absent", timeout=60)
    check(said["resources"] >= 1, f"what can be read goes in: {said}")
    reasons = {os.path.basename(r["file"]): r["code"] for r in said["refused"]}
    for name, reason in {"dangling.json": "symlink-loop", "loop": "symlink-loop", "a": "symlink-loop", "pipe.json": "not-a-file",
                         "empty.json": "empty", "absent": "not-found"}.items():
        check(reasons.get(name) == reason, f"{name}: {reasons.get(name)}, not {reason}")
    check(any(name.startswith("caf") and reason == "bad-file-name" for name, reason in reasons.items()), f"a name that is not UTF-8 is named: {reasons}")


def identities(case):
    """Two people under one Patient.id stay two; nobody's Patient.id is needed; conditional references resolve."""
    first = {"resourceType": "Patient", "id": "00001", "name": [{"family": "Autre", "given": ["Un"]}], "birthDate": "1950-01-01"}
    second = {**first, "name": [{"family": "Autre", "given": ["Deux"]}], "birthDate": "1990-02-02"}

    def med(words):
        return {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order", "subject": {"reference": "Patient/00001"},
                "medicationCodeableConcept": {"text": words}}
    case.give(case.file(dumps(bundle(first, med("Ramipril")))))
    case.give(case.file(dumps(bundle(second, med("Metformine")))))
    page = case.vault.json("patients", "Autre")
    check(page["total"] == 2 and len({p["id"] for p in page["patients"]}) == 2, f"two people: {page}")
    for row in page["patients"]:
        shown = case.vault.json("show", row["id"])["sections"]["medications"]
        check([m["text"] for m in shown] == ["Ramipril" if row["given"] == "Un" else "Metformine"], f"each their own: {shown}")
    anonymous = {"resourceType": "Bundle", "type": "document", "entry": [
        {"fullUrl": "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427", "resource": {"resourceType": "Patient", "name": [{"family": "Sansid"}]}},
        {"resource": {"resourceType": "Condition", "subject": {"reference": "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"}, "code": {"text": "Asthme"}}}]}
    check(case.give(case.file(dumps(anonymous)))["patients"] == 1, "a Patient without id")
    row = case.vault.json("patients", "Sansid")["patients"][0]
    check(len(case.vault.json("show", row["id"])["sections"]["problems"]) == 1, "whose resources are theirs")
    check(case.give(case.file(dumps(anonymous)))["resources"] == 0, "and who is recognised")
    doctor = {"resourceType": "Practitioner", "id": "dr", "identifier": [{"system": "urn:permis", "value": "98765"}], "name": [{"family": "Gagnon", "given": ["Luc"]}]}
    order = {**med("Bisoprolol"), "id": "cond", "subject": {"reference": "Patient/p15"}, "requester": {"reference": "Practitioner?identifier=urn:permis|98765"}}
    case.give(case.file(dumps(bundle(patient(15), doctor, order))))
    shown = case.vault.json("show", "p15")["sections"]["medications"][0]
    check("Gagnon" in shown.get("prescriber", ""), f"a conditional reference leads to the prescriber: {shown}")
    changed = {**patient(15), "gender": "male"}
    check(case.give(case.file(dumps(changed)))["resources"] == 1, "a newer version is one resource")
    check(case.give(case.file(dumps(patient(15))))["resources"] == 0, "the older one that comes back is known")
    check(json.loads(case.vault.get("p15", "Patient/p15"))["gender"] == "male", "and undoes nothing")


def endless(case):
    """A large NDJSON passes in bounded memory (the passphrase's derivation alone takes 256 MiB)."""
    size = int(os.environ.get("CHEVET_HARD_MB", "200")) << 20
    path = case.folder / "endless.ndjson"
    line = dumps(observation("%d", 16, valueString="x" * 900, effectiveDateTime="2025-01-01")) + "\n"
    with open(path, "w") as out:
        out.write(dumps(patient(16)) + "\n")
        number = size // len(line)
        for i in range(number):
            out.write(line.replace("%d", f"e{i % 20_000}"))  # the same again: nothing new to keep
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    started = time.monotonic()
    said = case.give(path)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{path.stat().st_size / 1e6:.0f} MB of NDJSON in {time.monotonic() - started:.0f} s, at most {peak >> 10} MiB of memory")
    check(said["resources"] == min(number, 20_000) + 1 and said["unchanged"] == number - min(number, 20_000), f"{said}")
    check(max(before, peak) < 512 << 10, f"memory: {peak >> 10} MiB")
    path.unlink()


def cancelled(vault_folder):
    vault = Vault(vault_folder, "cancelled")
    vault.init()
    many = vault_folder / "many"
    many.mkdir()
    for i in range(400):
        resources = [patient(i), *(observation(f"o{j}", i, valueString="y" * 2000 + str(i * j)) for j in range(150))]
        (many / f"{i:03}.json").write_text(dumps(bundle(*resources)))
    running = subprocess.Popen([CLI, "--vault", vault.path, "--passphrase-file", vault.words, "--json", "import", many],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    segments = vault.path / "log"
    before = sum(f.stat().st_size for f in segments.rglob("*.seg"))
    while running.poll() is None and sum(f.stat().st_size for f in segments.rglob("*.seg")) == before:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    out, words = running.communicate(timeout=120)
    check(running.returncode == 0, f"cancelled: exit {running.returncode}: {words[-300:]}")
    said = json.loads(out)
    check(said["cancelled"] is True and 0 < said["files"] < 400, f"cancelled in the middle: {said}")
    rows = vault.json("patients", "--limit", "1000")["patients"]
    check(len(rows) == said["patients"] and said["resources"] == 151 * len(rows), f"whole files in or out: {len(rows)}, {said}")
    again = vault.json("import", many)
    check(again["patients"] == 400 and again["unchanged"] == said["resources"], f"the rest goes in the next time: {again}")
    check(vault.json("verify", "--full")["ok"] is True, "all of it verifies")


def full_disk(vault_folder):
    """A disk that fills half-way: said in words, nothing acknowledged is lost, and it goes on once there is room."""
    small = vault_folder / "small"
    small.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", small], capture_output=True).returncode != 0:
        print("no small disk can be mounted here: the disk that fills up was skipped (tests/scenarios has it with a disk of its own)")
        return
    try:
        vault = Vault(small)
        vault.words = vault_folder / "words"
        vault.init()
        files = vault_folder / "filling"
        files.mkdir()
        for i in range(60):
            noise = os.urandom(75_000).hex()
            (files / f"{i:02}.json").write_text(dumps(bundle(patient(i), observation("n", i, valueString=noise))))
        check(vault.json("import", files / "00.json")["resources"] == 2, "there is room at first")
        done = vault.run("import", files)
        check(done.returncode == 2 and "disque est plein" in done.stderr, f"full: exit {done.returncode}: {done.stderr[-300:]}")
        rows = vault.run("patients")  # the view may owe the log entries that it has no room for
        check(rows.returncode == 0 or (rows.returncode == 2 and "disque est plein" in rows.stderr), f"opened or said why not: {rows.stderr[-300:]}")
        subprocess.run(["mount", "-o", "remount,size=200m", small], check=True)
        report = vault.json("verify", "--full")
        check(report["ok"] is True, f"nothing was hurt: {report}")
        check(vault.json("import", files)["refused"] == [] and vault.json("patients")["total"] == 60, "with room it all goes in")
        check(vault.json("verify", "--full")["ok"] is True, "all of it verifies")
    finally:
        subprocess.run(["umount", "-l", small], check=True)


def nasty(case):
    if not corpora():
        print("../shared is absent: its nasty files were skipped")
        return
    strings = json.loads((corpora() / "nasty" / "strings" / "blns.json").read_text())
    resources = [observation(f"s{i}", 17, valueString=text) for i, text in enumerate(strings) if "\0" not in text]
    said = case.give(case.file(dumps(bundle(patient(17), *resources))))
    check(said["resources"] == len(resources) + 1, f"naughty strings: {said['refused']}")
    shown = {i["id"]: i for i in case.vault.json("show", "p17")["sections"]["results"]}
    check(len(shown) == len(resources), f"all are shown: {len(shown)} of {len(resources)}")
    for one in resources[:: len(resources) // 12]:
        check(json.loads(case.vault.get("p17", f"Observation/{one['id']}")) == one, f"{one['id']} comes out")
    said = case.give(corpora() / "nasty")
    check(said["files"] > 200 and all(" " in r["reason"] for r in said["refused"]), "every hostile file has an outcome")
    check(not any(name.startswith("y_") and r["code"] == "malformed" for r in said["refused"] for name in [os.path.basename(r["file"])]),
          "no valid JSON is called invalid")


def main():
    with new_vault() as vault:
        vault.init()
        case = Case(vault)
        for part in (endless, encodings, broken, absurd, lossless, huge, containers, unreadable, identities, nasty):  # endless first: it reads the peak of every child so far
            started = time.monotonic()
            part(case)
            print(f"{part.__name__}: {time.monotonic() - started:.0f} s", flush=True)
        cancelled(vault.folder)
        full_disk(vault.folder)
    finish()


if __name__ == "__main__":
    main()
