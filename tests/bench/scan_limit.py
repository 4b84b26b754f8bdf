#!/usr/bin/env python3
"""How far queries are from their limit: the time of the index scans alone, decoded but not looked at.

usage: scan_limit.py TELA STORE QUERY.rq...

A query cannot be faster than one sequential scan of what it must touch. For each query: milliseconds of its run
and of its scan operators (`--explain -f json`, the fastest of five runs; what lookup joins read is not among the scans), and how many times as long the whole takes.
"""
import json
import os
import subprocess
import sys


def scans(plan):
    own = plan.get("time_ms", 0) if plan["operator"].startswith("scan") else 0
    return own + sum(scans(part) for part in plan["inputs"])


def total(plan):
    return plan.get("time_ms", 0) + sum(total(part) for part in plan["inputs"])


def measure(program, store, query):
    runs = []
    for _ in range(5):
        out = subprocess.run([program, "query", query, "-s", store, "--explain", "-f", "json"], check=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
        plan = json.loads(next(line for line in out.splitlines() if line.startswith('{"operator"')))
        runs.append((total(plan), scans(plan)))
    return min(runs)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    print("| query | ms | its scans, ms | times |\n|---|---|---|---|")
    for query in sys.argv[3:]:
        whole, bare = measure(sys.argv[1], sys.argv[2], query)
        name = os.path.splitext(os.path.basename(query))[0]
        print(f"| {name} | {whole:.2f} | {bare:.2f} | {whole / bare if bare else float('nan'):.0f} |")


if __name__ == "__main__":
    main()
