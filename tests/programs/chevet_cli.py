"""What the tests of chevet-cli share: a vault in a folder of its own, its commands, and checks that count themselves."""
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

CLI = sys.argv[1]
WORDS = "quatre mots sans aucun lien"
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


class Checks:
    done = 0


def check(condition, what):
    Checks.done += 1
    if not condition:
        sys.exit(f"FAILED: {what}")


def corpora():
    """The folder of the shared corpora, or None where they are absent."""
    shared = Path(os.environ.get("CHEVET_SHARED") or Path(__file__).resolve().parents[3] / "shared")
    return shared / "corpora" if (shared / "corpora").is_dir() else None


class Vault:
    def __init__(self, folder, name="vault"):
        self.folder = folder
        self.path = folder / name
        self.words = folder / "words"
        self.words.write_text(WORDS + "\n")

    def init(self, clinic="GMF des Essais", user="Dre Maude Lachance", role="medecin"):
        return self.json("init", "--clinic", clinic, "--user", user, "--role", role)

    def run(self, *arguments, words=None, prefix=(), env=None, json_output=True, **options):
        command = [*prefix, CLI, "--vault", self.path, "--passphrase-file", words or self.words]
        return subprocess.run([*command, *(["--json"] if json_output else []), *arguments],
                              capture_output=True, text=True, env={**ENVIRONMENT, **(env or {})}, **options)

    def json(self, *arguments, expect=0, **options):
        done = self.run(*arguments, **options)
        check(done.returncode == expect, f"{arguments}: exit {done.returncode}, not {expect}: {done.stderr}")
        check(done.stdout.count("\n") == 1, f"{arguments}: one JSON object on one line")
        return json.loads(done.stdout)

    def get(self, patient, resource):
        """The bytes that `get` prints, without the line end."""
        done = subprocess.run([CLI, "--vault", self.path, "--passphrase-file", self.words, "get", patient, resource],
                              capture_output=True, env=ENVIRONMENT)
        check(done.returncode == 0, f"get {patient} {resource}: {done.stderr.decode()}")
        return done.stdout[:-1]

    def files(self):
        return [file for file in self.path.rglob("*") if file.is_file()]


@contextmanager
def new_vault():
    with tempfile.TemporaryDirectory() as name:
        yield Vault(Path(name))


def finish():
    print(f"{Checks.done} checks passed")
