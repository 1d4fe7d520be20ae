#!/usr/bin/env python3
"""All FHIR of ../shared/corpora goes in: per type as many as Python counts, what is refused has a reason, and what
comes out again is what went in, to the last digit.

A folder may hold a resource several times: the same again (an Organization in each of thirty bundles) is stored once,
and another content under the same type, id and owner is a version of it. So for each type

    different ids  <=  stored  <=  occurrences        (equal on both sides where no id comes twice)

and over all: new resources and versions + unchanged ones = occurrences - refused ones.

Usage: corpora_counted.py CHEVET_CLI. Skipped, saying so, where ../shared is absent."""
import json
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

from chevet_cli import CLI, ENVIRONMENT, Vault, check, corpora, finish, new_vault

# Folder: reasons for which something in it is refused, with their number.
FOLDERS = {
    "fhir-r4-examples": {},
    "ips": {"fhir-xml": 1},
    "psca-2.1.1": {"other-json": 1},
    "ca-baseline-1.x": {"other-xml": 2, "fhir-xml": 1, "not-json": 1},
    "synthea-r4": {},
    "synthea-r4-2022": {"fhir-xml": 2},
    "ndjson/smart-bulk-10-patients": {"no-resource-type": 4},
    "ndjson/derived-3-patients-full": {},
}


class Lexical(str):
    """A number as it is written."""


def parse(text):
    return json.loads(text, parse_int=Lexical, parse_float=Lexical, object_pairs_hook=list)


def resources_in(value, found):
    """Bundles are opened, not counted. A resource is its members in order, numbers as written."""
    members = dict(value) if isinstance(value, list) and all(isinstance(m, tuple) for m in value) else {}
    kind = members.get("resourceType")
    if not isinstance(kind, str):
        return
    if kind != "Bundle":
        found.append((kind, members.get("id"), value))
        return
    entries = members.get("entry") or []
    for entry in entries if entries and isinstance(entries[0], list) else [entries]:
        resources_in(dict(entry).get("resource"), found)


def read(folder):
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".json", ".ndjson"):
            continue
        text = path.read_text(encoding="utf-8-sig")
        try:
            resources_in(parse(text), found)
        except ValueError:
            for line in filter(str.strip, text.split("\n")):
                resources_in(parse(line), found)
    return found


def compare(vault, name, reasons):
    found = read(corpora() / name)
    done = vault.run("import", corpora() / name)
    check(done.returncode == (3 if reasons else 0), f"{name}: exit {done.returncode}: {done.stderr[-300:]}")
    said = json.loads(done.stdout)
    refused = Counter(r["code"] for r in said["refused"])
    check(dict(refused) == reasons, f"{name}: refused {dict(refused)}, not {reasons}")
    check(all(r["file"] for r in said["refused"]), f"{name}: each refusal names its file")
    stats = vault.json("stats")
    check(said["resources"] + said["unchanged"] == len(found),
          f"{name}: {said['resources']} new and {said['unchanged']} unchanged, but {len(found)} are in the files")
    check(sum(stats["byType"].values()) == stats["resources"], f"{name}: the types add up")
    occurrences = Counter(kind for kind, _, _ in found)
    ids = defaultdict(set)
    for kind, identity, value in found:
        ids[kind].add(identity or json.dumps(value))
    check(set(stats["byType"]) == set(occurrences), f"{name}: the same types")
    repeated = []
    for kind, number in sorted(occurrences.items()):
        stored = stats["byType"][kind]
        check(len(ids[kind]) <= stored <= number, f"{name}: {kind}: {len(ids[kind])} ids, {stored} stored, {number} in the files")
        if stored != number:
            repeated.append(f"{kind} {number} → {stored}")
    print(f"{name}: {len(found)} in, {stats['resources']} stored, {stats['patients']} patients"
          + (f"; the same again: {', '.join(repeated)}" if repeated else "") + (f"; refused: {reasons}" if reasons else ""))
    return found


def comes_out_again(vault, name, found):
    """Everything with an id: one of the versions kept under its name is what a file holds, member for member. (What has
    no id is counted above; its id is made.)"""
    shared = vault.json("show", "-")
    check(shared["total"] == len(shared["resources"]) and all(r["source"] and r["signature"]["ok"] for r in shared["resources"]),
          f"{name}: each loose resource has its file and its signature")
    whole = defaultdict(list)
    for kind, identity, value in found:
        if identity and len(identity) <= 64:
            whole[f"{kind}/{identity}"].append(value)
    names = sorted(whole)
    done = subprocess.run([Path(CLI).parent / "every_version", vault.path, vault.words], input="\n".join(names) + "\n",
                          capture_output=True, text=True, env=ENVIRONMENT)
    check(done.returncode == 0, f"{name}: {done.stderr[-300:]}")
    lines = done.stdout.splitlines()
    check(len(lines) == len(names), f"{name}: one answer for each name")
    lost = []
    for reference, line in zip(names, lines):
        kept = parse(line)
        lost += [reference for value in whole[reference] if value not in kept]
    check(not lost, f"{name}: {len(lost)} of {sum(map(len, whole.values()))} come out otherwise than they went in: {lost[:5]}")
    print(f"{name}: all {sum(map(len, whole.values()))} with an id come out as they went in")


def main():
    if not corpora():
        print("SKIP: ../shared/corpora is absent")
        return
    with new_vault() as first:
        for number, (name, reasons) in enumerate(FOLDERS.items()):
            vault = Vault(first.folder, f"vault-{number}")
            vault.init()
            comes_out_again(vault, name, compare(vault, name, reasons))
        vault.json("verify", "--full")
    finish()


if __name__ == "__main__":
    main()
