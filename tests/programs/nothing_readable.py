#!/usr/bin/env python3
"""Nothing readable leaves the vault (I8): no name of what was imported is in any of its files, and strace
sees no file outside it opened for writing and no patient's words written anywhere but to the terminal.

Usage: nothing_readable.py CHEVET_CLI."""
import base64
import gzip
import json
import re
import shutil
import zipfile
from pathlib import Path

from chevet_cli import WORDS, check, corpora, finish, new_vault

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
CANARIES = ["Zyxwvutsky", "Qwertinette", "Xylodromine", "Confidencial-77", "LettreSecrete", WORDS]
CALLS = ("openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,mknod,mknodat,truncate,"
         "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendfile,splice,copy_file_range")


def canary_folder(folder):
    """The same person in every kind of file that can be imported."""
    folder.mkdir()
    patient = {"resourceType": "Patient", "id": "p1", "identifier": [{"system": "http://clinique.example/dossier", "value": "Confidencial-77"}],
               "name": [{"family": "Zyxwvutsky", "given": ["Qwertinette"]}], "birthDate": "1987-06-03"}

    def about(kind, number, **more):
        return {"resourceType": kind, "id": f"{kind.lower()}{number}", "subject": {"reference": "Patient/p1"}, **more}
    drug = {"medicationCodeableConcept": {"text": "Xylodromine 5 mg"}, "status": "active", "intent": "order"}
    letter = base64.b64encode(b"LettreSecrete " * 5000).decode()
    document = about("DocumentReference", 1, status="current", content=[{"attachment": {"contentType": "text/plain", "data": letter}}])
    entries = [{"resource": r} for r in (patient, about("MedicationRequest", 1, **drug), document)]
    (folder / "bundle.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    with gzip.open(folder / "lines.ndjson.gz", "wt") as file:
        file.write(json.dumps(patient) + "\n")
        for number in range(2, 30):
            file.write(json.dumps(about("MedicationRequest", number, **drug)) + "\n")
    with zipfile.ZipFile(folder / "packed.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("in/p.json", json.dumps(patient))
        file.writestr("in/m.json", json.dumps(about("MedicationRequest", 40, **drug)))
    (folder / "broken.json").write_text('{"resourceType":"Patient","name":[{"family":"Zyxwvutsky"')


def readable(data):
    """What `strings` prints: runs of six printable characters or more."""
    return b"\n".join(re.findall(rb"[\x20-\x7e]{6,}", data))


def check_files(vault, words, what):
    pattern = re.compile(b"|".join(re.escape(word.encode()) for word in sorted(words)), re.IGNORECASE)
    for file in vault.files():
        found = pattern.search(readable(file.read_bytes()))
        check(not found, f"{what}: {found and found[0]} is readable in {file.name}")


def names_in(folder):
    """Family and given names of every Patient below, long enough not to occur by chance."""
    names = set()

    def collect(value):
        if isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, dict):
            if value.get("resourceType") == "Patient":
                for name in value.get("name", []) if isinstance(value.get("name"), list) else []:
                    texts = [name.get("family"), *(name.get("given") or [])] if isinstance(name, dict) else []
                    names.update(t for t in texts if isinstance(t, str) and len(t) >= 7 and t.isascii() and t.isprintable())
            for item in value.values():
                collect(item)
    for file in folder.rglob("*.json"):
        try:
            collect(json.loads(file.read_text(encoding="utf-8-sig")))
        except (ValueError, RecursionError):
            continue
    return names


def real_names(vault):
    folders = [DEMO]
    if corpora():
        folders += [corpora() / name for name in ("ips", "psca-2.1.1", "synthea-r4-2022")]
    else:
        print("../shared is absent: only the names of the demo clinic were looked for")
    names = set().union(*(names_in(folder) for folder in folders))
    check(len(names) > 5, "names to look for")  # of the demo clinic alone, seven are long and ASCII
    done = vault.run("import", *folders)
    check(done.returncode in (0, 3), f"import: {done.stderr[-300:]}")
    check_files(vault, names, f"one of {len(names)} names")


def traced(vault, trace, *arguments):
    """The system calls of one command, with the paths behind file descriptors; None where strace cannot trace."""
    prefix = ["strace", "-f", "-y", "-qq", "-s", "400000", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", trace]
    done = vault.run(*arguments, prefix=prefix)
    if done.returncode != 0 and re.search(r"ptrace|PTRACE|Operation not permitted", done.stderr):
        return None
    check(done.returncode in (0, 3), f"{arguments} under strace: {done.stderr[-300:]}")
    return trace.read_text(errors="replace").splitlines()


def check_trace(vault, lines, command):
    inside, harmless = str(vault.path) + "/", ("/dev/null", "/dev/tty", "/dev/pts/", "/proc/self/")
    writes = 0
    for line in lines:
        opened = re.search(r'(?:open|openat|creat)\((?:[^"]*, )?"([^"]*)"(?:, ([A-Z_|]+))?', line)
        if opened and ("creat(" in line or re.search(r"O_(WRONLY|RDWR|CREAT|TMPFILE)", opened[2] or "")) and " = -1 " not in line:
            check(opened[1].startswith((inside, *harmless)), f"{command}: opened for writing outside the vault: {line[:200]}")
        moved = re.match(r'\d+ +(rename\w*|link\w*|symlink\w*|mk\w+|truncate)\((.*)', line)
        if moved and " = -1 " not in line:
            for path in re.findall(r'"([^"]*)"', moved[2]):
                check(path.startswith(inside), f"{command}: {moved[1]} outside the vault: {path}")
        written = re.match(r"\d+ +(?:p?writev?2?|pwrite64|send\w+|splice|copy_file_range)\((\d+)<([^>]*)>", line)
        if written:
            writes += 1
            terminal = written[1] in ("1", "2")
            check(terminal or not written[2].startswith("/") or written[2].startswith((inside, *harmless)),
                  f"{command}: written outside the vault: {line[:200]}")
            if not terminal:
                for canary in CANARIES:
                    check(canary not in line, f"{command}: {canary} written to {written[2]}")
    check(writes > 0, f"{command}: the trace holds the run")


def trace_everything(vault):
    if not shutil.which("strace"):
        print("strace is not installed: the trace of writes was skipped")
        return
    trace = vault.folder / "trace"
    commands = [["import", vault.folder / "in"], ["patients", "zyxw"], ["show", "p1"], ["show", "-"],
                ["get", "p1", "DocumentReference/documentreference1"], ["verify", "--full"], ["rebuild"], ["stats"]]
    for command in commands:
        lines = traced(vault, trace, *command)
        if lines is None:
            print("strace may not trace here: the trace of writes was skipped")
            return
        check_trace(vault, lines, command[0])


def main():
    with new_vault() as vault:
        vault.init()
        canary_folder(vault.folder / "in")
        trace_everything(vault)
        vault.run("import", vault.folder / "in")  # where strace could not
        shown = vault.json("show", "p1")
        counts = [len(shown["sections"][name]) for name in ("medications", "documents")]
        check(counts == [30, 1], f"everything went in: {counts}")
        check_files(vault, CANARIES, "a canary")
        real_names(vault)
    finish()


if __name__ == "__main__":
    main()
