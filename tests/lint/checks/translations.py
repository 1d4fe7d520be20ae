"""Every French string of the source has a finished English translation in translations/chevet_en.ts."""
import os
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FILE = "translations/chevet_en.ts"
TOOLS = ["/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"]


def messages(path):
    """(context, source) → finished translation or None; obsolete ones are left out."""
    found = {}
    if not Path(path).exists():
        return found
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            forms = translation.findall("numerusform") if translation is not None else []
            words = [f.text for f in forms] or [translation.text if translation is not None else None]
            done = kind != "unfinished" and all(w and w.strip() for w in words)
            found[(name, message.findtext("source", ""), message.findtext("comment", ""))] = "done" if done else None
    return found


def extracted(tree):
    """What lupdate finds in the sources now, merged into a copy of the translation."""
    tool = next((t for t in TOOLS if os.path.exists(t) or shutil.which(t)), None)
    if tool is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "chevet_en.ts")
        if (tree.root / FILE).exists():
            shutil.copy(tree.root / FILE, copy)
        sources = [str(tree.root / f) for f in ("storage", "ui", "app") if (tree.root / f).is_dir()]
        subprocess.run([tool, "-silent", "-recursive", *sources, "-source-language", "fr_CA", "-target-language", "en_CA", "-ts", copy],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return messages(copy)


OWED = "tests/lint/translations_owed.txt"  # a ratchet: how many strings may still lack their English; 0 is the goal


def check(tree, options):
    owed = int(tree.text(OWED).split()[0]) if OWED in tree.paths else 0
    known = extracted(tree)
    if known is None:
        return ["lupdate is not installed: ./dev setup"], ""
    missing = [key for key, done in known.items() if not done]
    note = f"{len(known)} strings, {len(missing)} without English, {owed} allowed"
    if len(missing) < owed:
        return [f"{OWED}: only {len(missing)} strings lack their English now: lower the number"], note
    return [f"no English for « {source} » ({context})" for context, source, _ in missing] if len(missing) > owed else [], note


_CODE = {"ui/a.cpp": 'class A { Q_OBJECT };\nQString f() { return QCoreApplication::translate("A", "Bonjour"); }\n'}


def _ts(inner):
    return {FILE: '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en_CA" sourcelanguage="fr_CA">'
            f"<context><name>A</name><message><source>Bonjour</source>{inner}</message></context></TS>"}


BAD = [
    ("no file", _CODE, "Bonjour"),
    ("unfinished", _CODE | _ts('<translation type="unfinished">Hello</translation>'), "Bonjour"),
    ("empty", _CODE | _ts("<translation></translation>"), "Bonjour"),
]
GOOD = [("translated", _CODE | _ts("<translation>Hello</translation>"))]
