"""clang-format has nothing to change; every folder of code has a README."""
import subprocess
from concurrent.futures import ThreadPoolExecutor


def unformatted(tree, path):
    done = subprocess.run(["clang-format", "--dry-run", "--Werror", "--ferror-limit=1", str(tree.root / path)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode == 0:
        return None
    place = done.stderr.split(": error", 1)[0].rsplit(":", 2)
    return f"{path}:{place[-2] if len(place) == 3 else '?'}: clang-format -i {path}"


def check(tree, options):
    code = [p for p in tree.code() if p.startswith(("storage/", "ui/", "app/", "tests/"))]
    with ThreadPoolExecutor() as pool:
        findings = [f for f in pool.map(lambda p: unformatted(tree, p), code) if f]
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
