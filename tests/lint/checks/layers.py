"""Arrows between folders, of #include lines and of CMake link lines, are exactly those of edges.txt; none makes a cycle."""
import re

TABLE = "tests/lint/edges.txt"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
DEFINES = re.compile(r"chevet_library\(\s*(\w+)")
LINKS = re.compile(r"Chevet::(\w+)")
# Libraries that draw or open windows: below ui only these folders may name them.
DRAWING = re.compile(r"Qt6::(Gui|Widgets|Svg|SvgWidgets|Charts|Pdf|PdfWidgets)\b")


def table(text):
    """folder → the folders it uses; `!` marks a folder of storage that may link Qt's drawing libraries."""
    edges, drawing = {}, set()
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        folder, _, targets = line.partition(":")
        folder = folder.strip()
        if folder.endswith("!"):
            folder = folder[:-1]
            drawing.add(folder)
        edges[folder] = set(targets.split())
    return edges, drawing


def owner(path, folders):
    """The deepest known folder that holds the path, or None."""
    known = [f for f in folders if path.startswith(f + "/")]
    return max(known, key=len) if known else None


def resolve(included, path, all_paths):
    """The file an #include line means: from storage/, from the root, or beside the including file."""
    beside = path.rsplit("/", 1)[0] + "/" + included
    for candidate in ("storage/" + included, included, beside):
        if candidate in all_paths:
            return candidate
    return None


def include_edges(tree, folders):
    all_paths = set(tree.paths)
    for path in tree.code("storage/", "ui/", "app/"):
        source = owner(path, folders)
        for number, line in enumerate(tree.lines(path), 1):
            match = INCLUDE.match(line)
            target = resolve(match.group(1), path, all_paths) if match else None
            if not target:
                continue
            yield source, owner(target, folders) or target, f"{path}:{number}"


def link_edges(tree, folders):
    lists = [p for p in tree.paths if p.endswith("CMakeLists.txt") and p.startswith(("storage/", "ui/", "app/"))]
    homes = {}
    for path in lists:
        for name in DEFINES.findall(tree.text(path)):
            homes[name] = owner(path, folders)
    for path in lists:
        text = re.sub(r"#.*", "", tree.text(path))
        own = set(DEFINES.findall(text))
        for name in LINKS.findall(text):
            if name not in own and name in homes:
                yield owner(path, folders), homes[name], path


def drawing_links(tree, folders, drawing):
    for path in tree.paths:
        if path.endswith("CMakeLists.txt") and path.startswith("storage/") and owner(path, folders) not in drawing:
            for name in DRAWING.findall(re.sub(r"#.*", "", tree.text(path))):
                yield f"{path}: storage links no Qt6::{name}"


def cycles(edges):
    """One finding per folder that reaches itself."""
    def reach(start):
        seen, todo = set(), list(edges.get(start, ()))
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(edges.get(here, ()))
        return seen
    return [f"{TABLE}: {folder} reaches itself" for folder in sorted(edges) if folder in reach(folder)]


def check(tree, options):
    edges, drawing = table(tree.text(TABLE))
    findings, used, inhabited = cycles(edges), {}, set()
    for path in tree.code("storage/", "ui/", "app/"):
        folder = owner(path, edges)
        if folder is None:
            findings.append(f"{path}: its folder is not in {TABLE}")
        else:
            inhabited.add(folder)
    for kind in (include_edges, link_edges):
        for source, target, where in kind(tree, edges):
            if source is None or source == target:
                continue
            used.setdefault(source, set()).add(target)
            if target not in edges[source]:
                findings.append(f"{where}: {source} may not use {target}")
    findings += drawing_links(tree, edges, drawing)
    for folder in sorted(inhabited):
        for target in sorted(edges[folder] - used.get(folder, set())):
            findings.append(f"{TABLE}: {folder} no longer uses {target}: delete it from the line")
    count = sum(len(t) for t in used.values())
    return sorted(set(findings)), f"{len(inhabited)} folders, {count} arrows"


_TABLE = "storage/base:\nstorage/log: storage/base\nui/pages: storage/log\n"
_BASE = {"tests/lint/edges.txt": _TABLE, "storage/base/a.h": "",
         "storage/log/a.h": '#include "base/a.h"\n', "ui/pages/a.cpp": '#include "log/a.h"\n'}
BAD = [
    ("include upwards", _BASE | {"storage/base/b.cpp": '#include "log/a.h"\n'}, "storage/base may not use storage/log"),
    ("include of a neighbour's neighbour", _BASE | {"ui/pages/b.cpp": '#include "base/a.h"\n'}, "ui/pages may not use storage/base"),
    ("link upwards", _BASE | {"storage/base/CMakeLists.txt": "chevet_library(Base SOURCES a.cpp LINKS Chevet::Log)",
                              "storage/log/CMakeLists.txt": "chevet_library(Log SOURCES a.cpp)"}, "may not use storage/log"),
    ("arrow gone", _BASE | {"ui/pages/a.cpp": ""}, "no longer uses storage/log"),
    ("unknown folder", _BASE | {"storage/new/a.cpp": ""}, "not in"),
    ("cycle in the table", _BASE | {"tests/lint/edges.txt": _TABLE.replace("base:", "base: storage/log")}, "reaches itself"),
    ("window library below ui", _BASE | {"storage/log/CMakeLists.txt": "chevet_library(Log LINKS Qt6::Gui)"}, "links no Qt6::Gui"),
]
GOOD = [("as the table says", _BASE)]
