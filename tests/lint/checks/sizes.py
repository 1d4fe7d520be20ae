"""Functions and files stay small (goals: p90 of functions 30 lines, of files 400), and tests keep pace with code."""
import re

FUNCTION_P90, FUNCTION_MOST, FILE_P90, FILE_MOST = 30, 85, 400, 700
# A ratchet, raised as tests are added: the goals are 0.8 for storage and 0.25 for ui, and 80 lines for the longest function.
RATIOS = {"storage": 0.47, "ui": 0.18}
SMALL = 2000  # lines of code below which the ratio of tests says nothing yet
START = re.compile(r"^(?!namespace|class|struct|enum|union|extern|#|//|using|template|\}|constexpr|const |static const|inline const)\S.*")


def functions(lines):
    """(first line, length) of every function defined at the margin: the house layout puts their braces there."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("}"):
            if start and "{" in "".join(lines[start - 1:number]):
                yield start, number - start + 1
            start = None
        elif line[:1].strip() and START.match(line) and start is None and "(" in line:
            start = number if not line.rstrip().endswith(";") else None
        elif line[:1].strip() and START.match(line) and line.rstrip().endswith(";"):
            start = None


def p90(values):
    return sorted(values)[int(0.9 * (len(values) - 1))] if values else 0


def lines_of_code(tree, paths):
    return sum(1 for p in paths for l in tree.lines(p) if l.strip() and not l.strip().startswith("//"))


def ratio_findings(tree, options):
    notes, findings = [], []
    for folder, goal in RATIOS.items():
        code = lines_of_code(tree, tree.code(folder + "/"))
        where = ("tests/unit/ui/", "tests/pages/") if folder == "ui" else ("tests/",)
        tests = [p for p in tree.code(*where) if folder == "ui" or not p.startswith(("tests/unit/ui/", "tests/pages/", "tests/benchmarks/"))]
        ratio = lines_of_code(tree, tests) / code if code else 1.0
        notes.append(f"tests/code {folder} {ratio:.2f}")
        if code >= SMALL and ratio < goal:
            findings.append(f"{folder}: {ratio:.2f} lines of test per line of code, below {goal}")
    return findings, ", ".join(notes)


def check(tree, options):
    findings, lengths, files = [], [], []
    for path in tree.code("storage/", "ui/", "app/"):
        lines = tree.lines(path)
        files.append(len(lines))
        if len(lines) > FILE_MOST:
            findings.append(f"{path}: {len(lines)} lines, more than {FILE_MOST}")
        for start, length in functions(lines):
            lengths.append(length)
            if length > FUNCTION_MOST:
                findings.append(f"{path}:{start}: a function of {length} lines, more than {FUNCTION_MOST}")
    if p90(lengths) > FUNCTION_P90:
        findings.append(f"p90 of functions is {p90(lengths)} lines, more than {FUNCTION_P90}")
    if p90(files) > FILE_P90:
        findings.append(f"p90 of files is {p90(files)} lines, more than {FILE_P90}")
    wrong, note = ratio_findings(tree, options)
    return findings + wrong, f"{len(lengths)} functions, p90 {p90(lengths)}, most {max(lengths, default=0)}; files p90 {p90(files)}; {note}"


def _function(lines):
    return "int f(int a) {\n" + "    a += 1;\n" * (lines - 2) + "}\n"


BAD = [
    ("long function", {"ui/a.cpp": _function(86)}, "a function of 86 lines"),
    ("long functions", {"ui/a.cpp": _function(40) * 5}, "p90 of functions is 40"),
    ("long file", {"ui/a.cpp": "int x;\n" * 701}, "701 lines"),
    ("few tests", {f"storage/{i}.cpp": _function(30) * 10 for i in range(10)}, "below 0.47"),
]
GOOD = [("small", {"ui/a.cpp": _function(20)})]
