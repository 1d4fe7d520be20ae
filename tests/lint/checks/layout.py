"""clang-format has nothing to change; every folder of code has a README."""
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor


BATCH = 40  # files a process: starting clang-format costs more than reading a file


def unformatted(tree, paths):
    """The files of `paths` that clang-format would change, each once, with the first line that it would."""
    done = subprocess.run(["clang-format", "--dry-run", "--Werror", *(str(tree.root / p) for p in paths)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    first = {}
    for place, line in re.findall(r"^(.+?):(\d+):\d+: error", done.stderr, re.M):
        first.setdefault(os.path.relpath(place, tree.root), line)
    if done.returncode != 0 and not first:
        return [f"clang-format: {done.stderr.strip().splitlines()[-1:]}"]
    return [f"{path}:{line}: clang-format -i {path}" for path, line in first.items()]


def check(tree, options):
    code = [p for p in tree.code() if p.startswith(("storage/", "ui/", "app/", "tests/"))]
    with ThreadPoolExecutor() as pool:
        batches = [code[at:at + BATCH] for at in range(0, len(code), BATCH)]
        findings = [f for found in pool.map(lambda paths: unformatted(tree, paths), batches) for f in found]
    folders = {p.rsplit("/", 1)[0] for p in tree.code("storage/", "ui/", "app/")}
    folders |= {"/".join(p.split("/")[:2]) for p in tree.code("tests/") if p.count("/") > 1}
    for folder in sorted(folders):
        if f"{folder}/README.md" not in tree.paths:
            findings.append(f"{folder}: no README.md")
    return findings, f"{len(code)} files"


_STYLE = {".clang-format": "BasedOnStyle: LLVM\n"}
BAD = [
    ("badly laid out", _STYLE | {"ui/a/a.cpp": "int   x;\n", "ui/a/README.md": ""}, "clang-format -i ui/a/a.cpp"),
    ("no README", _STYLE | {"ui/a/a.cpp": "int x;\n"}, "ui/a: no README.md"),
]
GOOD = [("well laid out", _STYLE | {"ui/a/a.cpp": "int x;\n", "ui/a/README.md": ""})]
