"""Every source of storage and ui is reached by a test: one includes its header, or that of a source in the same folder which leads to it;
or untested.txt has a line with the reason."""
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


def unit(path):
    """storage/import of storage/import/fhir/dates.h: the folder with what lies below it."""
    return "/".join(path.split("/")[:2])


def implements(source, header, first):
    """Of the same name, of that name and a suffix (vault.h: vault_chart.cpp), or including it before all else."""
    stem = header.removesuffix(".h")
    return source == stem + ".cpp" or (source.startswith(stem + "_") and source.endswith(".cpp")) or first == header


def reached(tree, headers):
    """The sources a test leads to: from the headers it includes to their sources, and on to what those include, within one folder."""
    paths, done, todo = set(tree.paths), set(), [h for h in headers if h in set(tree.paths)]
    units = {}
    for path in tree.code("storage/", "ui/"):
        if path.endswith(".cpp"):
            first = INCLUDE.search(tree.text(path))
            prefix = "" if path.startswith("ui/") else "storage/"
            units.setdefault(unit(path), []).append((path, prefix + first.group(1) if first else ""))
    while todo:
        here = todo.pop()
        if here in done:
            continue
        done.add(here)
        prefix = "" if here.startswith("ui/") else "storage/"
        included = [prefix + name for name in INCLUDE.findall(tree.text(here))]
        todo += [h for h in included if h in paths and unit(h) == unit(here)]
        if here.endswith(".h"):
            todo += [source for source, first in units.get(unit(here), []) if implements(source, here, first)]
    return done


def check(tree, options):
    listed, tested = reasons(tree), reached(tree, included_by_tests(tree))
    findings, used, sources = [], set(), [p for p in tree.code("storage/", "ui/") if p.endswith(".cpp")]
    for path in sources:
        if path in tested:
            continue
        line = path if path in listed else next((f for f in listed if f.endswith("/") and path.startswith(f)), None)
        if line is None:
            findings.append(f"{path}: no test leads to it")
        elif not listed[line]:
            findings.append(f"{LIST}: {line}: no reason given")
        used.add(line)
    for path in sorted(set(listed) - used):
        findings.append(f"{LIST}: {path} is tested or gone: delete the line")
    return findings, f"{len(sources)} sources, {len(listed)} with a reason instead"


_TESTED = {"storage/log/a.cpp": '#include "log/a.h"\n', "storage/log/a.h": "", "tests/unit/log/a.cpp": '#include "log/a.h"\n'}
BAD = [
    ("a neighbour nobody includes", _TESTED | {"storage/log/b.cpp": '#include "log/b.h"\n', "storage/log/b.h": ""}, "storage/log/b.cpp"),
    ("no test", {"storage/log/a.cpp": ""}, "no test leads to it"),
    ("no reason", {"storage/log/a.cpp": "", LIST: "storage/log/a.cpp:\n"}, "no reason"),
    ("stale reason", _TESTED | {LIST: "storage/log/a.cpp: hard\n"}, "delete the line"),
]
GOOD = [("tested", _TESTED),
        ("used by what is tested", _TESTED | {"storage/log/a.cpp": '#include "log/a.h"\n#include "log/b.h"\n', "storage/log/b.h": "",
                                              "storage/log/b.cpp": '#include "log/b.h"\n'}),
        ("with a reason", {"ui/pages/a.cpp": "", LIST: "ui/pages/a.cpp: seen in tests/pages\n"})]
