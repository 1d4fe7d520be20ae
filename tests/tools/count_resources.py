#!/usr/bin/env python3
"""Counts the FHIR resources of files or folders with Python's own JSON reader, as an independent check
of the importer: prints {"Observation": 12, ...}. Bundles are opened, not counted; contained resources
belong to their container. Files and lines that are no JSON are left out."""
import collections
import gzip
import json
import os
import sys


def count(value, counts):
    if not isinstance(value, dict) or not isinstance(value.get("resourceType"), str):
        return
    if value["resourceType"] != "Bundle":
        counts[value["resourceType"]] += 1
        return
    entries = value.get("entry", [])
    for entry in entries if isinstance(entries, list) else [entries]:
        if isinstance(entry, dict):
            count(entry.get("resource"), counts)


def count_file(path, counts):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        text = file.read().decode("utf-8-sig")
    try:
        count(json.loads(text), counts)
        return
    except ValueError:
        pass
    for line in text.split("\n"):
        try:
            count(json.loads(line), counts)
        except ValueError:
            continue


def main():
    counts = collections.Counter()
    for root in sys.argv[1:]:
        files = [root] if os.path.isfile(root) else [
            os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names]
        for path in files:
            if path.endswith((".json", ".ndjson", ".json.gz", ".ndjson.gz")):
                try:
                    count_file(path, counts)
                except (UnicodeDecodeError, RecursionError):
                    continue
    json.dump(counts, sys.stdout, sort_keys=True)


main()
