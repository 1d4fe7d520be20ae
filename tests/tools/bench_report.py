#!/usr/bin/env python3
"""Runs the bench programs and prints their figures beside their limits, as a table or as JSON."""
import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path


def machine():
    model, memory = "?", 0
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemTotal"):
            memory = int(line.split()[1]) // 1024
    return {"cpu": model, "cores": os.cpu_count(), "memoryMB": memory, "kernel": platform.release(),
            "date": datetime.datetime.now().astimezone().isoformat(timespec="minutes"),
            "loadBefore": os.getloadavg()[0]}


def met(goal, value):
    """Whether `value` meets a goal such as "<= 5" or ">= 80"; None without a goal."""
    if not goal or value is None:
        return None
    sign, number = goal.split()[0], float(goal.split()[1])
    if sign not in ("<=", ">="):
        raise ValueError(f"goal {goal!r} starts with neither <= nor >=")
    return value <= number if sign == "<=" else value >= number


def judge(row):
    """Adds the ratio to the limit and whether goal and ratio are reached."""
    if row.get("limit"):
        row["ratio"] = round(row["value"] / row["limit"], 3)
    verdicts = [met(row.get("goal"), row["value"]), met(row.get("goalRatio"), row.get("ratio"))]
    known = [v for v in verdicts if v is not None]
    row["met"] = all(known) if known else None
    return row


def run(program):
    name = program.name.removeprefix("bench_")
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        return {"bench": name, "failed": f"exit {done.returncode}"}
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        return {"bench": name, "failed": f"no JSON: {error}"}
    report["rows"] = [judge(row) for row in report.get("rows", [])]
    return report


def show(value):
    return "" if value is None else f"{value:,.3g}" if isinstance(value, float) and abs(value) < 100 else f"{value:,.0f}"


def table(reports):
    lines = [f"{'bench':<12}{'figure':<28}{'value':>12} {'unit':<8}{'goal':<10}{'limit':>12}{'ratio':>8} {'goal':<8} verdict"]
    for report in reports:
        for reason in ("skipped", "failed"):
            if reason in report:
                lines.append(f"{report['bench']:<12}{reason}: {report[reason]}")
        for row in report.get("rows", []):
            verdict = {True: "ok", False: "MISSED", None: ""}[row["met"]]
            lines.append(f"{report['bench']:<12}{row['name'][:27]:<28}{show(row['value']):>12} {row.get('unit', ''):<8}"
                         f"{row.get('goal', ''):<10}{show(row.get('limit')):>12}{show(row.get('ratio')):>8} "
                         f"{row.get('goalRatio', ''):<8} {verdict}")
        if report.get("note"):
            lines.append(f"{'':<12}{report['note']}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--programs", type=Path, required=True)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    programs = sorted(args.programs.glob("bench_*")) if args.programs.is_dir() else []
    if args.names:
        known = {p.name.removeprefix("bench_"): p for p in programs}
        unknown = [n for n in args.names if n not in known]
        if unknown:
            sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(known) or 'none'}")
        programs = [known[n] for n in args.names]
    host = machine()
    reports = [run(p) for p in programs]
    if args.json:
        print(json.dumps({"machine": host, "benches": reports}, ensure_ascii=False))
    else:
        print(f"{host['cpu']}, {host['cores']} cores, {host['memoryMB']} MB, load before "
              f"{host['loadBefore']:.1f}, {host['date']}")
        print(table(reports))
    return 1 if any("failed" in r for r in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
