#!/usr/bin/env python3
"""Every way of not opening a vault, with the programs as shipped: its own words with what to do, exit 2, and
nothing deleted or made anew. And: a program that holds keys leaves no core and lets nobody look into it.

Usage: unlocking.py CHEVET_CLI."""
import fcntl
import hashlib
import json
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from chevet_cli import CLI, ENVIRONMENT, Vault, check, finish, new_vault

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "keychain"
PROGRAMS = Path(CLI).parent
said = {}  # what was said, by failure: all of it is different


def bytes_of(vault):
    return {str(f.relative_to(vault.path)): f.read_bytes() for f in vault.files() if f.name not in ("lock", "view.db-shm")}


def refused(vault, what, saying, *arguments, untouched=True, **options):
    """The command cannot open the vault, says what it must, and leaves every byte as it is."""
    before = bytes_of(vault) if vault.path.exists() else {}
    done = vault.run(*(arguments or ("stats",)), **options)
    check(done.returncode == 2 and done.stdout == "", f"{what}: exit {done.returncode}, {done.stdout!r}")
    check(saying in done.stderr.replace("\u00a0", " ").replace("\u202f", " "), f"{what}: {done.stderr}")
    check(len(done.stderr.strip().split(". ")) > 1 or "\n" in done.stderr.strip(), f"{what}: says what to do: {done.stderr}")
    if untouched and vault.path.exists():
        check(bytes_of(vault) == before, f"{what}: nothing is touched")
    check(done.stderr not in said.values(), f"{what}: the same words as {[k for k, v in said.items() if v == done.stderr]}")
    said[what] = done.stderr


def copy_of(vault, name):
    other = Vault(vault.folder, name)
    shutil.copytree(vault.path, other.path, dirs_exist_ok=True)
    return other


def slots_changed(vault, name, change):
    other = copy_of(vault, name)
    for slots in ("slots", "slots.2"):
        path = other.path / slots
        path.write_bytes(change(path.read_bytes()))
    return other


def newer(data):
    """The next version's file, as SLOTS.md promises every program can recognise it."""
    body = data[:8] + (99).to_bytes(2, "little") + data[10:-32]
    return body + hashlib.blake2b(body, digest_size=32).digest()


def keys(vault):
    wrong = vault.folder / "wrong"
    wrong.write_text("pas du tout ces mots\n")
    refused(vault, "wrong passphrase", "n’ouvre pas le coffre", words=wrong)
    refused(vault, "no such user", "Aucun professionnel de ce nom", "--user", "Dr Personne", "stats")
    refused(Vault(vault.folder, "nowhere"), "no vault", "ne contient pas de coffre")
    refused(slots_changed(vault, "damaged", lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:]), "damaged slots", "endommagé")
    refused(slots_changed(vault, "newer", newer), "newer version", "version plus récente")
    missing = copy_of(vault, "missing")
    (missing.path / "slots").unlink()
    (missing.path / "slots.2").unlink()
    before = bytes_of(missing)
    done = missing.run("stats")
    check(done.returncode == 2 and bytes_of(missing) == before, "without its slots a vault is left as it is")
    one = copy_of(vault, "one")
    (one.path / "slots").unlink()
    check(one.run("stats").returncode == 0 and (one.path / "slots").exists(), "one copy is enough, and the other is made again")


def floor(vault):
    """The fixture's slots are cheaper than the floor: the right words do not open them here."""
    cheap = Vault(vault.folder, "cheap")
    cheap.path.mkdir()
    for name in ("slots", "slots.2"):
        shutil.copy(FIXTURES / "slots-v1.bin", cheap.path / name)
    words = vault.folder / "cheap-words"
    words.write_text(json.loads((FIXTURES / "slots-v1.json").read_text())["passphrases"]["Dre Maude Lachance"] + "\n")
    refused(cheap, "below the floor", "plus faible que le minimum", "--user", "Dre Maude Lachance", "stats", words=words)


def elsewhere(vault):
    with open(vault.path / "lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        refused(vault, "open elsewhere", "déjà ouvert")
    check(vault.run("stats").returncode == 0, "and once it is closed there it opens")


def killed(vault):
    """After kill -9 the lock is free and everything acknowledged is there."""
    other = copy_of(vault, "killed")
    many = vault.folder / "many"
    many.mkdir()
    for i in range(60):
        entries = [{"resource": {"resourceType": "Patient", "id": f"k{i}", "identifier": [{"system": "s", "value": str(i)}], "name": [{"family": "Roy"}]}}]
        entries += [{"resource": {"resourceType": "Observation", "id": f"k{i}-{j}", "subject": {"reference": f"Patient/k{i}"}, "valueString": "z" * 3000 + str(j)}}
                    for j in range(100)]
        (many / f"{i:02}.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    running = subprocess.Popen([CLI, "--vault", other.path, "--passphrase-file", other.words, "import", many],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    size = lambda: sum(f.stat().st_size for f in (other.path / "log").rglob("*.seg"))
    before = size()
    while running.poll() is None and size() == before:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    report = other.json("verify", "--full")
    check(report["ok"] is True, f"whole after kill -9: {report}")
    check(other.json("import", many)["refused"] == [] and other.json("patients", "Roy")["total"] == 60, "and it goes on")


def disks(vault):
    small = vault.folder / "disk"
    small.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], capture_output=True).returncode != 0:
        print("no small disk can be mounted here: the full and the read-only disk were skipped")
        return
    try:
        full = Vault(vault.folder, "disk/vault")
        refused(full, "full disk", "disque est plein", "init", "--clinic", "x", "--user", "y", untouched=False)
        check(full.run("stats").returncode == 2, "nothing half-made opens")
        subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
        shutil.rmtree(full.path, ignore_errors=True)
        shutil.copytree(vault.path, full.path)
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        refused(full, "read-only disk", "lecture seule")
        subprocess.run(["mount", "-o", "remount,rw", small], check=True)
        check(full.run("stats").returncode == 0, "and writable again it opens")
    finally:
        subprocess.run(["umount", "-l", small], check=True)


def kit_story(vault, code):
    """The code is shaped to be retyped; no command of the programs takes it as an argument."""
    lines = code.split("\n")
    check(len(lines) == 4 and all(len(line.replace(" ", "")) == 18 for line in lines), f"the kit's code: {len(lines)} lines")
    for file in vault.files():
        check(lines[0].replace(" ", "").encode() not in file.read_bytes(), f"init writes no kit: {file}")


def can_be_read(pid, user):
    """May another process of this user look into that one?"""
    return subprocess.run(["cat", f"/proc/{pid}/maps"], capture_output=True, user=user).returncode == 0


def hardened(program, arguments, user, home):
    running = subprocess.Popen([program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=user,
                               env={**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)})
    try:
        limits = f"/proc/{running.pid}/limits"
        for _ in range(400):  # until its main() has run so far; it waits for words on standard input
            check(running.poll() is None, f"{program.name} is running")
            core = next(line for line in Path(limits).read_text().splitlines() if line.startswith("Max core"))
            if core.split()[4:6] == ["0", "0"] and not can_be_read(running.pid, user):
                break
            time.sleep(0.05)
        check(core.split()[4:6] == ["0", "0"], f"{program.name}: {core}")
        check(not can_be_read(running.pid, user), f"{program.name}: a process of the same user looks into it")
        if user is not None:
            check(os.stat(f"/proc/{running.pid}/mem").st_uid == 0, f"{program.name} is not dumpable")
    finally:
        running.kill()
        running.wait()


def no_core(vault):
    user = None
    if os.geteuid() == 0:  # root looks into everything: ask as somebody else
        user = pwd.getpwnam("nobody").pw_uid
    control = subprocess.Popen(["sleep", "60"], user=user)
    time.sleep(0.2)
    try:
        allowed = can_be_read(control.pid, user)
    finally:
        control.kill()
        control.wait()
    reachable = subprocess.run([CLI, "--help"], capture_output=True, user=user).returncode == 0
    if not allowed or not reachable:
        print("this system hides every process, or the programs from other users: hardening was skipped")
        return
    home = vault.folder / "home"
    home.mkdir()
    home.chmod(0o777)
    vault.folder.chmod(0o755)
    hardened(Path(CLI), ["--vault", str(home / "v"), "stats"], user, home)
    for name, arguments in (("chevet-reader", ["--memory", str(1 << 30), "--cpu", "60"]), ("chevet", [])):
        if (PROGRAMS / name).exists():
            hardened(PROGRAMS / name, arguments, user, home)
        else:
            print(f"{name} is not built: its hardening was skipped")


def main():
    with new_vault() as vault:
        made = vault.init()
        kit_story(vault, made["recoveryKit"])
        keys(vault)
        floor(vault)
        elsewhere(vault)
        killed(vault)
        disks(vault)
        no_core(vault)
    finish()


if __name__ == "__main__":
    main()
