#!/usr/bin/env python3
"""Writes resources/demo/*.json: the demo clinic's twelve fictional patients and its professionals. Same input, same bytes. --check only compares."""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import adults  # noqa: E402
import ages  # noqa: E402
import clinic  # noqa: E402
import star  # noqa: E402

OUT = Path(__file__).resolve().parents[1]
PATIENTS = [star.emilie, adults.emilie_1987, adults.etienne, ages.marguerite, ages.real, adults.nathalie, adults.kim_ly, adults.amine, ages.liam, ages.chloe, adults.joseph, ages.rosa]


def infrastructure():
    made = [clinic.practitioner(k) for k in clinic.PROFESSIONALS] + [clinic.organization(k) for k in clinic.ORGANIZATIONS]
    entries = [{"fullUrl": f"https://chevet.example/fhir/{r['resourceType']}/{r['id']}", "resource": r,
                "request": {"method": "PUT", "url": f"{r['resourceType']}/{r['id']}"}} for r in made]
    return {"resourceType": "Bundle", "id": "demo-clinique", "type": "transaction", "entry": entries}


def files():
    yield "00-clinique.json", infrastructure()
    for number, make in enumerate(PATIENTS, 1):
        chart = make()
        yield f"{number:02d}-{chart.key}.json", chart.bundle()


def main():
    check, stale = "--check" in sys.argv, []
    for name, bundle in files():
        text = json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"
        if not check:
            (OUT / name).write_text(text, encoding="utf-8")
        elif not (OUT / name).exists() or (OUT / name).read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print("not what the script makes: " + ", ".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
