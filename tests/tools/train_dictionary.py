#!/usr/bin/env python3
"""Trains the zstd dictionary that resource bodies are compressed with.

    tests/tools/train_dictionary.py CORPORA OUT.dict [--hold-out FILE_WITH_HELD_OUT_SAMPLES]

CORPORA is a folder of published or synthetic FHIR R4 files (Bundles, NDJSON, single resources); each
resource is minified, base64 attachments that the vault keeps as blobs are cut out, and `zstd --train`
does the rest. With --hold-out every third Synthea file is left out of training and its resources are
written to that file, one per line, so that a ratio can be measured on files the dictionary never saw.

A shipped dictionary is never replaced: a better one is a new file with a new codec number.
"""
import argparse
import json
import pathlib
import random
import re
import string
import subprocess
import sys
import tempfile

DICTIONARY_BYTES = 112640
BLOB_BYTES = 4096 * 4 // 3
FOLDERS = ("synthea-r4", "synthea-r4-2022", "ips", "psca-2.1.1", "fhir-r4-examples", "ndjson")
PROFILE_TYPES = {"StructureDefinition", "CapabilityStatement", "ValueSet", "CodeSystem", "ImplementationGuide",
                 "SearchParameter", "OperationDefinition", "ConceptMap", "TestScript", "ExampleScenario",
                 "ActivityDefinition", "CompartmentDefinition", "Contract", "EffectEvidenceSynthesis", "Evidence",
                 "EvidenceVariable", "GraphDefinition", "Library", "Measure", "MeasureReport", "MessageDefinition",
                 "NamingSystem", "ObservationDefinition", "Parameters", "PlanDefinition", "Questionnaire",
                 "ResearchDefinition", "ResearchElementDefinition", "RiskEvidenceSynthesis", "SpecimenDefinition",
                 "StructureMap", "TerminologyCapabilities", "TestReport"}

UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
DATE = re.compile(r"\d{4}-\d\d(-\d\d)?(T[\d:.]+)?")
PERSONAL = {"family", "given", "line", "city", "postalCode", "district", "valueString"}
NAMED = {"Organization", "Location", "Practitioner", "HealthcareService", "RelatedPerson", "Patient"}
dice = random.Random(1)  # the same dictionary every time


def masked(text):
    """Random letters and digits in the shape of `text`."""
    return "".join(dice.choice(string.ascii_lowercase) if c.isalpha() else dice.choice(string.digits) if c.isdigit()
                   else c for c in text)


def generic(text):
    text = UUID.sub(lambda m: "".join(dice.choice("0123456789abcdef") if c != "-" else c for c in m.group()), text)
    return DATE.sub(lambda m: masked_digits(m.group()), text)


def masked_digits(text):
    return "".join(dice.choice(string.digits) if c.isdigit() else c for c in text)


def masked_name(text):
    """An id or the end of a reference: its shape without what it names."""
    if UUID.search(text):
        return generic(text)
    head, slash, tail = text.rpartition("/")
    return head + slash + masked(tail)


def masked_string(key, text, within, kind, reference):
    if key == "div":
        return '<div xmlns="http://www.w3.org/1999/xhtml">' + masked(re.sub("<[^>]*>", "", text))[:200] + "</div>"
    if key in PERSONAL or key == "data" or (key == "display" and reference):
        return masked(text)[:200]
    if (key == "text" and within in ("name", "note", "contact")) or (key in ("name", "alias") and kind in NAMED):
        return masked(text)
    if key in ("reference", "id") or (key == "value" and within in ("identifier", "telecom")):
        return masked_name(text)
    return generic(text)


def impersonal(value, within="", kind=""):
    """The resource with everything that could be somebody's replaced."""
    if isinstance(value, dict):
        kind = value.get("resourceType", kind)
        reference = "code" not in value  # a display without a code names somebody or something
        return {k: masked_string(k, v, within, kind, reference) if isinstance(v, str) else impersonal(v, k, kind)
                for k, v in value.items()}
    if isinstance(value, list):
        return [masked_string(within, v, within, kind, False) if isinstance(v, str) else impersonal(v, within, kind)
                for v in value]
    if isinstance(value, float) and len(repr(value)) > 4 and "e" not in repr(value):
        return float(masked_digits(repr(value)))
    return value


def resources(value):
    """Each resource in a file's JSON value, Bundles taken apart."""
    if not isinstance(value, dict) or "resourceType" not in value:
        return
    if value["resourceType"] == "Bundle":
        for entry in value.get("entry", []):
            yield from resources(entry.get("resource"))
    elif value["resourceType"] not in PROFILE_TYPES:
        yield value


def without_blobs(value):
    if isinstance(value, dict):
        return {k: without_blobs(v) for k, v in value.items()
                if not (k == "data" and isinstance(v, str) and len(v) > BLOB_BYTES)}
    if isinstance(value, list):
        return [without_blobs(v) for v in value]
    return value


def read(path):
    text = path.read_text(encoding="utf-8", errors="replace").lstrip("\ufeff")
    for chunk in (text.splitlines() if path.suffix == ".ndjson" else [text]):
        try:
            yield from resources(json.loads(chunk))
        except (ValueError, RecursionError):
            continue


def minified(resource):
    return json.dumps(without_blobs(resource), separators=(",", ":"), ensure_ascii=False).encode()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpora", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--hold-out", type=pathlib.Path)
    options = arguments.parse_args()
    train, held = [], []
    for folder in FOLDERS:
        files = sorted(p for p in (options.corpora / folder).rglob("*") if p.suffix in (".json", ".ndjson"))
        for number, path in enumerate(files):
            if options.hold_out and "synthea" in folder and number % 3 == 0:
                held.extend(minified(r) for r in read(path))
            else:
                train.extend(minified(impersonal(r)) for r in read(path))
    train = [s for s in train if 8 <= len(s) <= 131072]
    with tempfile.TemporaryDirectory() as work:
        names = []
        for number, sample in enumerate(train):
            names.append(f"{work}/{number:06}")
            pathlib.Path(names[-1]).write_bytes(sample)
        pathlib.Path(f"{work}/list").write_text("\n".join(names))
        subprocess.run(["zstd", "--train", "--filelist", f"{work}/list", "--maxdict", str(DICTIONARY_BYTES),
                        "--dictID", "1", "-o", str(options.out), "-q", "-f"], check=True)
    if options.hold_out:
        options.hold_out.write_bytes(b"\n".join(held))
    print(f"{len(train)} samples, {sum(map(len, train))} bytes; held out {len(held)}", file=sys.stderr)


if __name__ == "__main__":
    main()
