"""clang-tidy (.clang-tidy at the root) on the sources that differ from the main branch, or from the previous commit on it."""
import json
import os
import re
import shlex
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOOL = "clang-tidy-19"
# Flags of GCC's, of precompiled headers and of the compiler's launcher, which clang does not take.
DROP = re.compile(r"^(-fpch-preprocess|-Winvalid-pch|-fuse-ld=.*|-Wno-maybe-uninitialized|-Werror|-fPIE)$")


def git(tree, *arguments):
    done = subprocess.run(["git", "-C", tree.root, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return done.stdout.split() if done.returncode == 0 else []


def changed(tree):
    head = git(tree, "rev-parse", "HEAD")
    bases = [git(tree, "merge-base", "HEAD", name) for name in ("origin/main", "origin/HEAD", "main")]
    base = next((b for b in bases if b and b != head), ["HEAD~1"])[0]
    return set(git(tree, "diff", "--name-only", base)) | set(git(tree, "ls-files", "--others", "--exclude-standard"))


def commands(tree):
    """path → the compile command for clang, from the release build."""
    database = tree.root / "build/release/compile_commands.json"
    if not database.exists():
        return {}
    found = {}
    for entry in json.loads(database.read_text()):
        words = shlex.split(entry["command"])
        compiler = next(i for i, w in enumerate(words) if w.endswith(("g++", "c++", "clang++", "clang++-19")) and "=" not in w)
        kept = ["clang++-19"] + [w for w in words[compiler + 1:] if not DROP.match(w)] + ["-Wno-everything"]
        source = tree.root / entry["file"]
        found[os.path.relpath(source, tree.root)] = {"directory": str(tree.root / entry["directory"]), "file": str(source),
                                                     "arguments": kept}
    return found


def tidy(tree, folder, path):
    done = subprocess.run([TOOL, "--quiet", "-p", folder, str(tree.root / path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    lines = [l for l in done.stdout.splitlines() if re.search(r": (warning|error): ", l)]
    return [l.replace(f"{tree.root}/", "") for l in lines]


def check(tree, options):
    known = commands(tree)
    wanted = [p for p in known if p.startswith(("storage/", "ui/", "app/")) and p.endswith(".cpp")]
    if not options.all:
        touched = changed(tree)
        wanted = [p for p in wanted if p in touched]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=int(os.environ.get("CHEVET_JOBS", os.cpu_count()))) as pool:
        Path(folder, "compile_commands.json").write_text(json.dumps([known[p] for p in wanted]))
        findings = {f for found in pool.map(lambda p: tidy(tree, folder, p), sorted(wanted)) for f in found}
    return sorted(findings), f"{len(wanted)} sources"


_SETUP = {".clang-tidy": "Checks: '-*,modernize-use-nullptr'\nWarningsAsErrors: '*'\n",
          "build/release/compile_commands.json":
          '[{"directory": ".", "command": "/usr/bin/ccache /usr/bin/g++ -c storage/a.cpp", "file": "storage/a.cpp"}]'}
BAD = [("a null pointer as 0", _SETUP | {"storage/a.cpp": "int* p = 0;\n"}, "modernize-use-nullptr")]
GOOD = [("a null pointer", _SETUP | {"storage/a.cpp": "int* p = nullptr;\n"})]
