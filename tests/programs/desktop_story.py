#!/usr/bin/env python3
"""The shipped chevet as a person without a mouse, and a screen reader, meet it. Keys only (xdotool), seen through AT-SPI.

Usage: desktop_story.py demo|wizard CHEVET [PICTURE.png]. Needs a display, a window manager and an accessibility bus of its own:
tests/support/with_desktop.sh --display --atspi.
"""
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pyatspi

PASSPHRASE = "la lampe veille au chevet"
# What a focusable thing may be; anything else tells a screen reader nothing.
ROLES = {"push button", "button", "toggle button", "radio button", "check box", "text", "password text", "entry", "list", "list item", "table",
         "table cell", "tree table", "tree", "combo box", "link", "page tab", "menu item", "menu", "label", "slider", "scroll pane",
         "document text", "document web", "document frame", "image", "panel", "canvas", "chart", "heading", "static", "column header",
         "table column header", "spin button", "icon", "tree item", "grouping", "paragraph"}
NAMELESS_FINE = {"scroll bar", "filler", "frame", "application", "dialog", "scroll pane", "separator"}
problems, audited, controls = [], 0, 0


def fail(what):
    sys.exit(f"FAILED: {what}")


def wait_for(probe, what, seconds=120):
    """The answer of `probe` as soon as it is not falsy. Slow machines only make this longer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            answer = probe()
        except Exception:  # an object that went away while it was looked at
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    snapshot("failed.png")
    fail(f"{what} did not come")


def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "40", *names], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "25", text], check=True)


def snapshot(name):
    folder = os.environ.get("CHEVET_STORY_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", f"{folder}/{name}"], check=False)


def application(process):
    desktop = pyatspi.Registry.getDesktop(0)
    for child in desktop:
        if child and child.get_process_id() == process.pid:
            return child
    return None


def showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def everything(node, depth=0):
    """Every visible object below, parents first. Of a long list only what is on screen counts."""
    if depth > 40:
        return
    yield node
    for i in range(min(node.childCount, 400)):
        child = node.getChildAtIndex(i)
        if child is not None and (showing(child) or child.getRoleName() in ("application", "frame")):
            yield from everything(child, depth + 1)


def find(app, role=None, name=None, focused=False):
    for node in everything(app):
        if role and node.getRoleName() not in ((role,) if isinstance(role, str) else role):
            continue
        if name and not re.search(name, node.name or ""):
            continue
        if focused and not node.getState().contains(pyatspi.STATE_FOCUSED):
            continue
        return node
    return None


def names_on_screen(app):
    return [node.name for node in everything(app) if node.name]


def audit(app, page):
    """Each control that can have the focus says what it is and what it is called; each row can be read."""
    global audited, controls
    audited += 1
    found = 0
    for node in everything(app):
        role, name = node.getRoleName(), (node.name or "").strip()
        states = node.getState()
        if states.contains(pyatspi.STATE_FOCUSABLE) and role not in NAMELESS_FINE:
            found += 1
            if not name:
                problems.append(f"{page}: a {role} without a name")
            if role not in ROLES:
                problems.append(f"{page}: {name!r} has the role {role!r}")
        if role in ("list item", "table cell", "tree item") and not name and node.childCount == 0:
            description = (node.description or "").strip()
            parent = node.parent.name if node.parent else ""
            if not description and parent:
                problems.append(f"{page}: an empty {role} in {parent!r}")
    controls += found
    if found == 0:
        problems.append(f"{page}: nothing can have the focus")
    title = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True).stdout.strip()
    if title != "Chevet":
        problems.append(f"{page}: the window is called {title!r}")
    snapshot(f"{audited:02d}-{re.sub('[^a-z0-9]+', '-', page.lower())}.png")


def start(program, *arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                   "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen([program, *arguments], env=environment)
    app = wait_for(lambda: application(process), "the program on the accessibility bus")
    wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Chevet$"], capture_output=True).stdout, "the window")
    subprocess.run("xdotool search --onlyvisible --name '^Chevet$' windowactivate --sync", shell=True, check=True)
    return process, app


def search_field(app):
    return find(app, ("text", "entry"), "^Rechercher un patient")


def end(process):
    process.terminate()
    process.wait(60)


def printed_rows(pdf):
    """Line of the kit → its four groups, as the eye reads them: signs from left to right, set wide apart."""
    page = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    words = sorted((float(top), float(left), text)
                   for left, top, text in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', page))
    rows, last = [], -100.0
    for top, left, text in words:
        if top - last > 8:
            rows.append([])
            last = top
        rows[-1].append((left, text))
    found = {}
    for row in rows:
        signs = "".join(text for _, text in sorted(row)).replace("·", "")
        if re.fullmatch(r"[1-4][0-9A-Z]{18}", signs):
            found[int(signs[0])] = [signs[1 + 4 * i:5 + 4 * i] for i in range(4)]
    return found


def demo(program, picture):
    process, app = start(program, "--demo")
    wait_for(lambda: search_field(app), "the patients page")
    wait_for(lambda: find(app, "list item", "rendez-vous à"), "today's appointments")
    audit(app, "patients, today")
    if picture:
        subprocess.run(["import", "-window", "root", picture], check=True)
    key("ctrl+l")
    wait_for(lambda: find(app, "password text", focused=True), "the unlock page")
    audit(app, "unlock")
    type_text(PASSPHRASE)
    key("Return")
    wait_for(lambda: search_field(app), "the patients page after unlocking")
    type_text("tremb")
    wait_for(lambda: find(app, "list item", "^TREMBLAY, Émilie"), "Émilie Tremblay among the answers")
    audit(app, "patients, found")
    key("Return")
    wait_for(lambda: find(app, None, "^Médicaments actifs"), "the summary")
    audit(app, "summary")
    for keys, words in [("alt+2", "medications"), ("alt+3", "allergies"), ("alt+4", "problems"), ("alt+5", "results"),
                        ("alt+6", "vital signs"), ("alt+7", "vaccines"), ("alt+8", "consultations"), ("alt+9", "imaging"),
                        ("alt+0", "documents"), ("ctrl+h", "timeline"), ("ctrl+Next", "requisitions"), ("ctrl+Next", "others")]:
        before = names_on_screen(app)
        key(keys)
        wait_for(lambda: names_on_screen(app) != before, words)
        time.sleep(0.3)
        audit(app, words)
        key("F6")  # into the section, whose rows are then read with the arrows
        key("Down")
    key("ctrl+k")
    wait_for(lambda: find(app, "dialog"), "the palette")
    audit(app, "palette")
    key("Escape")
    wait_for(lambda: not find(app, "dialog"), "the palette's end")
    key("F1")
    wait_for(lambda: find(app, "dialog"), "the shortcuts")
    audit(app, "shortcuts")
    key("Escape")
    wait_for(lambda: not find(app, "dialog"), "the shortcuts' end")
    key("ctrl+comma")
    wait_for(lambda: find(app, None, "^Professionnels de ce poste"), "the preferences")
    audit(app, "preferences")
    key("Escape")
    wait_for(lambda: search_field(app), "the way back from the preferences")
    key("ctrl+i")
    wait_for(lambda: find(app, None, "^Importer des dossiers"), "the import page")
    audit(app, "import")
    key("Escape")
    wait_for(lambda: search_field(app), "the way back from the import")
    key("ctrl+l")
    wait_for(lambda: find(app, "password text", focused=True), "the unlock page")
    seen = [name for name in names_on_screen(app) if "tremblay" in name.lower()]
    if seen:
        problems.append(f"locked, and still on the accessibility bus: {seen}")
    end(process)


def wizard(program, _picture):
    home = Path(os.environ["XDG_DATA_HOME"])

    def left():
        return sorted(str(p.relative_to(home)) for p in home.rglob("*") if p.is_file() and "chevet" in p.parts)

    def to_kit(app):
        wait_for(lambda: find(app, ("text", "entry"), "^Nom de la clinique", focused=True), "the wizard")
        audit(app, "clinic")
        type_text("GMF des Essais")
        key("Return")
        wait_for(lambda: find(app, ("text", "entry"), "^Nom de ce poste", focused=True), "the second step")
        wait_for(lambda: find(app, None, "^Argon2id"), "the measure")
        audit(app, "workstation")
        key("Return")
        wait_for(lambda: find(app, ("text", "entry"), "^Nom, avec son titre", focused=True), "the third step")
        audit(app, "professional")
        type_text("Dre Lachance")
        while not find(app, "password text", "^Phrase de passe", focused=True):
            key("Tab")
        type_text("quatre mots sans lien")
        while not find(app, "password text", "^La m", focused=True):
            key("Tab")
        type_text("quatre mots sans lien")
        key("Return")
        wait_for(lambda: find(app, ("text", "entry"), r"^Ligne \d"), "the kit")
        audit(app, "kit")

    process, app = start(program)
    to_kit(app)
    if not left():
        problems.append("the kit is on screen before anything was prepared: this test no longer tests leaving")
    key("Escape")
    process.wait(60)
    if left():
        problems.append(f"left behind by quitting: {left()}")

    process, app = start(program)
    to_kit(app)
    pdf = home / "trousse.pdf"
    while not find(app, ("push button", "button"), "^PDF", focused=True):
        key("Tab")
    key("space")
    wait_for(lambda: find(app, ("text", "entry"), None, focused=True) and find(app, "dialog"), "the file dialog")
    key("ctrl+a")
    type_text(str(pdf))
    key("Return")
    wait_for(lambda: pdf.exists() and find(app, None, "^enregistrée en PDF"), "the printed kit")
    rows = printed_rows(pdf)
    if sorted(rows) != [1, 2, 3, 4]:
        fail(f"the printed kit cannot be read: {rows}")
    asked = [node for node in everything(app) if re.match(r"Ligne \d", node.name or "") and node.getState().contains(pyatspi.STATE_FOCUSABLE)]
    for node in asked:
        line, group = map(int, re.findall(r"\d", node.name))
        while not node.getState().contains(pyatspi.STATE_FOCUSED):
            key("Tab")
        type_text(rows[line][group - 1].lower())
    key("ctrl+Return")
    wait_for(lambda: find(app, None, "relue le"), "the clinic")
    audit(app, "ready")
    key("Return")
    wait_for(lambda: search_field(app), "the patients page of the new clinic")
    audit(app, "no patient yet")
    key("ctrl+l")
    wait_for(lambda: find(app, None, "^Trousse vérifiée le"), "the day the kit was read back, on the unlock page")
    end(process)


if __name__ == "__main__":
    {"demo": demo, "wizard": wizard}[sys.argv[1]](sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
    if problems:
        fail("\n".join(dict.fromkeys(problems)))
    print(f"{audited} pages, {controls} controls")
