"""Every source of storage and ui has a test that includes its header (or, in ui, its folder's), or a line with the reason in untested.txt."""
import re

LIST = "tests/lint/untested.txt"
INCLUDE = re.compile(r'#\s*include\s+"([^"]+)"')


def reasons(tree):
    """path or folder/ → reason."""
    found = {}
    if LIST in tree.paths:
        for line in tree.lines(LIST):
            line = line.strip()
            if line and not line.startswith("#"):
                path, _, reason = line.partition(":")
                found[path.strip()] = reason.strip()
    return found


def included_by_tests(tree):
    headers = set()
    for path in tree.code("tests/"):
        for name in INCLUDE.findall(tree.text(path)):
            headers.add(name if name.startswith("ui/") else "storage/" + name)
    return headers


def check(tree, options):
    listed, tested = reasons(tree), included_by_tests(tree)
    findings, used, sources = [], set(), [p for p in tree.code("storage/", "ui/") if p.endswith(".cpp")]
    for path in sources:
        if path.removesuffix(".cpp") + ".h" in tested:
            continue
        line = path if path in listed else next((f for f in listed if f.endswith("/") and path.startswith(f)), None)
        if line is None:
            findings.append(f"{path}: no test includes its header")
        elif not listed[line]:
            findings.append(f"{LIST}: {line}: no reason given")
        used.add(line)
    for path in sorted(set(listed) - used):
        findings.append(f"{LIST}: {path} is tested or gone: delete the line")
    return findings, f"{len(sources)} sources, {len(listed)} with a reason instead"


_TESTED = {"storage/log/a.cpp": "", "tests/unit/log/a.cpp": '#include "log/a.h"\n'}
BAD = [
    ("no test", {"storage/log/a.cpp": ""}, "no test includes"),
    ("no reason", {"storage/log/a.cpp": "", LIST: "storage/log/a.cpp:\n"}, "no reason"),
    ("stale reason", _TESTED | {LIST: "storage/log/a.cpp: hard\n"}, "delete the line"),
]
GOOD = [("tested", _TESTED), ("with a reason", {"ui/pages/a.cpp": "", LIST: "ui/pages/a.cpp: seen in tests/pages\n"})]
