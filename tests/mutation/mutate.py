#!/usr/bin/env python3
"""Breaks storage/{crypto,log,merge} on purpose, one place at a time, and asks the tests.

mutate.py [--count N] [--seed S] [--only crypto|log|merge] [--list]

A mutant is one change of one line: a comparison turned, a bound moved, a condition negated, a checked
call left out. The whole list is made from the sources, in order; --count takes a sample of it that
depends on --seed only. Works in a copy of the sources (build/mutation), never in the tree itself.
A mutant counts as killed if the build or a test fails. One that survives is printed and must stand in
explained.txt, `file | line as written | line as mutated | why nothing can notice`. Exit 1 if one does not.
"""
import argparse
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT / "build/mutation/tree"
BUILD = ROOT / "build/mutation/build"
EXPLAINED = Path(__file__).with_name("explained.txt")

# What judges a part: names of tests, which are names of targets too.
JUDGES = {
    "crypto": ["crypto_vectors", "crypto_verify_strict", "crypto_secret", "crypto_shamir", "log_entry", "log_format",
               "keychain_shares"],
    "log": ["log_entry", "log_log", "log_taken", "log_membership", "log_membership_devices", "log_blob_store", "log_codecs",
            "log_format", "log_format_devices", "vault_streams", "sync_exchange", "exchange_story", "keys_attacks",
            "history_attacks", "content_attacks"],
    "merge": ["test_merge_cases", "test_merge_canonical", "test_merge_items", "test_merge_differences", "test_merge_graph",
              "test_merge_laws", "test_merge_decide", "exchange_story"],
}
RULES = [
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" && ", " || "), (r" \|\| ", " && "), (r"return false;", "return true;"), (r"return true;", "return false;"),
    (r" \+ 1\b", " + 2"), (r" - 1\b", " - 0"), (r"if \(!", "if ("), (r"if \((?=[a-z])", "if (!"),
]


def lines_of(path):
    """Numbered lines of code: no comments, no includes, nothing the compiler alone sees."""
    for number, line in enumerate(path.read_text().split("\n")):
        code = line.split("//")[0]
        if code.strip() and not code.lstrip().startswith(("#", "static_assert", "template", "namespace", "using")):
            yield number, line, code


def mutants(only):
    for part in JUDGES if only is None else [only]:
        for path in sorted((ROOT / "storage" / part).rglob("*.cpp")):
            name = str(path.relative_to(ROOT))
            for number, line, code in lines_of(path):
                for pattern, other in RULES:
                    for found in re.finditer(pattern, code):
                        yield part, name, number, line, line[:found.start()] + other + line[found.end():]
                if re.fullmatch(r"\s*CHEVET_TRY\(.*\);", code):
                    yield part, name, number, line, re.sub(r"CHEVET_TRY\(.*\);", ";", line)


def run(command, seconds):
    """Exit code; 124 if it took too long."""
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        return 124


def prepare(parts):
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z"], check=True,
                            capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, listed):
        source, target = ROOT / name, COPY / name
        if not source.is_file():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != source.read_bytes():
            shutil.copy2(source, target)
    cache = ROOT / "build/release/CMakeCache.txt"
    if not cache.exists():
        sys.exit("Run ./dev build first: the mutants are built as it is.")
    if not (BUILD / "build.ninja").exists():
        given = re.findall(r"^((?:CMAKE_BUILD_TYPE|CHEVET_\w+):\w+=.*)$", cache.read_text(), re.M)
        subprocess.run(["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", *(f"-D{one}" for one in given)],
                       check=True, stdout=subprocess.DEVNULL)
    targets = sorted({judge for part in parts for judge in JUDGES[part]})
    if run(["ninja", "-C", BUILD, *targets], 3600) != 0 or judged(targets) is not None:
        sys.exit("The tests fail without any mutant.")


def judged(judges):
    """The first test that fails, or None."""
    for judge in judges:
        code = run(["ctest", "--test-dir", BUILD, "-R", f"^{judge}$", "--timeout", "120"], 150)
        if code != 0:
            return judge
    return None


def verdict(part, name, number, mutated):
    path = COPY / name
    whole = path.read_text()
    lines = whole.split("\n")
    lines[number] = mutated
    path.write_text("\n".join(lines))
    try:
        built = run(["ninja", "-C", BUILD, *JUDGES[part]], 1200)
        return "build" if built != 0 else judged(JUDGES[part])
    finally:
        path.write_text(whole)


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--count", type=int, default=30)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--only", choices=list(JUDGES))
    ask.add_argument("--list", action="store_true")
    asked = ask.parse_args()
    every = list(mutants(asked.only))
    if asked.list:
        for _, name, number, line, mutated in every:
            print(f"{name}:{number + 1} | {line.strip()} | {mutated.strip()}")
        print(f"{len(every)} mutants")
        return 0
    chosen = random.Random(asked.seed).sample(every, min(asked.count, len(every)))
    chosen.sort(key=lambda one: (one[0], one[1], one[2]))
    explained = EXPLAINED.read_text() if EXPLAINED.exists() else ""
    prepare(sorted({one[0] for one in chosen}))
    killed = uncompiled = known = 0
    survivors = []
    began = time.monotonic()
    for done, (part, name, number, line, mutated) in enumerate(chosen, 1):
        by = verdict(part, name, number, mutated)
        words = f"{name} | {line.strip()} | {mutated.strip()}"
        if by == "build":
            uncompiled += 1
        elif by is not None:
            killed += 1
        elif words in explained:
            known += 1
        else:
            survivors.append(f"{words} (line {number + 1})")
        left = (time.monotonic() - began) / done * (len(chosen) - done)
        print(f"{done}/{len(chosen)}, {left / 60:.0f} min left: {by or 'SURVIVES'}: {words}", file=sys.stderr, flush=True)
    tested = len(chosen) - uncompiled
    for one in survivors:
        print("survives:", one)
    print(f"{len(chosen)} of {len(every)} mutants (seed {asked.seed}): {killed} killed by a test, {uncompiled} do not compile, "
          f"{known} explained, {len(survivors)} survive: {100 * killed / max(1, tested - known):.0f} % of those that could be noticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
