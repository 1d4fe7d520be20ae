"""Every French string of the source has a finished English translation in translations/chevet_en.ts.

`python3 tests/lint/checks/translations.py` brings new strings into the file, unfinished, for a person to translate.
"""
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FILE = "translations/chevet_en.ts"
TOOLS = ["/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"]


def messages(path):
    """(context, source, comment) → what is wrong with the translation, or ""."""
    found = {}
    if not Path(path).exists():
        return found
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            source = message.findtext("source", "")
            key = (context.findtext("name", ""), source, message.findtext("comment", ""))
            forms = translation.findall("numerusform") if translation is not None else []
            words = [f.text or "" for f in forms] or [(translation.text if translation is not None else "") or ""]
            if kind == "unfinished" or not all(w.strip() for w in words):
                found[key] = "no English for"
            elif any(_places(w) != _places(source) for w in words):
                found[key] = "other %1, %2 … in the English for"
            else:
                found[key] = ""
    return found


def _places(words):
    return set(re.findall(r"%(?:L?\d|n)", words))


def update(root, file):
    """Runs lupdate as this project wants it. Without the include folders it does not see the classes' namespaces, and names
    contexts that no tr() asks for: the English would be complete and never shown."""
    tool = next((t for t in TOOLS if os.path.exists(t) or shutil.which(t)), None)
    if tool is None:
        return False
    sources = [str(Path(root, f)) for f in ("storage", "ui", "app") if Path(root, f).is_dir()]
    subprocess.run([tool, "-silent", "-I", str(root), "-I", str(Path(root, "storage")), "-recursive", *sources, "-source-language", "fr_CA",
                    "-target-language", "en_CA", "-locations", "none", "-no-obsolete", "-disable-heuristic", "similartext", "-ts", str(file)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return True


def extracted(tree):
    """What lupdate finds in the sources now, merged into a copy of the translation."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "chevet_en.ts")
        if (tree.root / FILE).exists():
            shutil.copy(tree.root / FILE, copy)
        return messages(copy) if update(tree.root, copy) else None


# How a context gets its name: a class with Q_OBJECT, Q_DECLARE_TR_FUNCTIONS(Name), translate("Name", …) and its macros.
NAMED = re.compile(r'\bclass\s+(\w+)[^;{]*\{\s*Q_OBJECT|Q_DECLARE_TR_FUNCTIONS\((\w+)\)|translate\(\s*"(\w+)"|QT_TRANSLATE_NOOP\(\s*"(\w+)"')


def unasked(tree, contexts):
    """A free function called tr(), say, gets a context from lupdate that no program ever looks in."""
    named = set()
    for path in tree.paths:
        if path.startswith(("storage/", "ui/", "app/")) and path.endswith((".h", ".cpp")):
            named |= {name for found in NAMED.findall(tree.text(path)) for name in found if name}
    return [f"no program looks in the context {c}: Q_DECLARE_TR_FUNCTIONS or Q_OBJECT" for c in contexts if c.split("::")[-1] not in named]


def check(tree, options):
    known = extracted(tree)
    if known is None:
        return ["lupdate is not installed: ./dev setup"], ""
    return [f"{wrong} « {source} » ({context})" for (context, source, _), wrong in known.items() if wrong] \
        + unasked(tree, sorted({context for context, _, _ in known})), f"{len(known)} strings"


_CODE = {"ui/a.cpp": 'class A { Q_OBJECT };\nQString f() { return QCoreApplication::translate("A", "Bonjour"); }\n'}


_CLASS = {"ui/b.h": 'namespace chevet { class B : public QObject { Q_OBJECT\nvoid f(); }; }\n',
          "ui/b.cpp": '#include "ui/b.h"\nnamespace chevet { void B::f() { tr("Bonjour"); } }\n'}


def _ts(inner, context="A", source="Bonjour"):
    return {FILE: '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en_CA" sourcelanguage="fr_CA">'
            f"<context><name>{context}</name><message><source>{source}</source>{inner}</message></context></TS>"}


BAD = [
    ("no file", _CODE, "Bonjour"),
    ("unfinished", _CODE | _ts('<translation type="unfinished">Hello</translation>'), "Bonjour"),
    ("without its namespace", _CLASS | _ts("<translation>Hello</translation>", "B"), "chevet::B"),
    ("a tr() of its own", {"ui/a.cpp": 'namespace chevet {\nQString tr(const char* t);\nQString f() { return tr("Bonjour"); }\n}\n'}
     | _ts("<translation>Hello</translation>", "chevet"), "no program looks in the context chevet"),
    ("a place lost", {"ui/a.cpp": _CODE["ui/a.cpp"].replace("Bonjour", "Bonjour %1")}
     | _ts("<translation>Hello</translation>", source="Bonjour %1"), "other %1"),
    ("empty", _CODE | _ts("<translation></translation>"), "Bonjour"),
]
GOOD = [
    ("translated", _CODE | _ts("<translation>Hello</translation>")),
    ("a class in a namespace", _CLASS | _ts("<translation>Hello</translation>", "chevet::B")),
]

if __name__ == "__main__":
    here = Path(__file__).resolve().parents[3]
    update(here, here / FILE)
