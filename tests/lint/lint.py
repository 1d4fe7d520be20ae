#!/usr/bin/env python3
"""Runs the checks of tests/lint/checks over a clone. Exit 1 and one line per finding when something is wrong."""
import argparse
import importlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tree import Tree  # noqa: E402

CHECKS = ["layers", "layout", "patterns", "hosts", "untested", "sizes", "translations"]
TOOLS = ["tidy"]  # slow: only with --tidy


def load(name):
    return importlib.import_module(f"checks.{name}")


def run(names, root, options):
    found = 0
    for name in names:
        findings, note = load(name).check(Tree(root), options)
        for line in findings:
            print(f"{name}: {line}")
        print(f"-- {name}: {'ok' if not findings else f'{len(findings)} finding(s)'}{'; ' + note if note else ''}")
        found += len(findings)
    return found


def trial(module, files, options):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return module.check(Tree(folder), options)[0]


def selftest(names):
    """Every check refuses its bad examples, for the reason given, and lets its good ones through."""
    failures = 0
    for name in names:
        module = load(name)
        for title, files, expected in module.BAD:
            findings = trial(module, files, argparse.Namespace(tidy=False, all=True, selftest=True))
            if not any(expected in line for line in findings):
                print(f"{name}: missed « {title} »: {findings}")
                failures += 1
        for title, files in module.GOOD:
            findings = trial(module, files, argparse.Namespace(tidy=False, all=True, selftest=True))
            if findings:
                print(f"{name}: wrongly refused « {title} »: {findings}")
                failures += 1
        print(f"-- {name}: {len(module.BAD)} bad and {len(module.GOOD)} good examples tried")
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--selftest", action="store_true")
    parser.add_argument("--tidy", action="store_true", help="also clang-tidy, on changed files")
    parser.add_argument("--all", action="store_true", help="clang-tidy on every file")
    parser.add_argument("names", nargs="*", help=" ".join(CHECKS + TOOLS))
    args = parser.parse_args()
    names = args.names or CHECKS + (TOOLS if args.tidy else [])
    if args.selftest:
        return 1 if selftest(args.names or CHECKS) else 0
    return 1 if run(names, args.root, args) else 0


if __name__ == "__main__":
    sys.exit(main())
