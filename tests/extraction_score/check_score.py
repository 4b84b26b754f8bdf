#!/usr/bin/env python3
"""Fails when `tela extract` reads the pages with gold worse than it once did.

usage: check_score.py TELA SHARED_DIR
Projects must be right in every figure; articles may lose a little, so that a better rule for other
pages need not be thrown away. Standard library only.
"""
import pathlib
import re
import subprocess
import sys

SKIPPED = 77
EVERY_FIGURE = {'projects': 100.0, 'articles': 95.0}
OVERALL = {'projects': 100.0, 'articles': 98.0}
ALWAYS_RIGHT = 'evidence spans'


def figures(tela, shared, kind):
    pages = shared / 'pages'
    command = [sys.executable, shared / 'tools/score_extract.py', tela, pages / kind, pages / f'{kind}.gold.jsonl']
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(f'{kind}:\n{output}')
    found = {name.strip(): float(value) for name, value in re.findall(r'^(.+?) +([\d.]+) %$', output, re.M)}
    overall = float(re.search(r'^overall ([\d.]+) %', output, re.M)[1])
    return found, overall


def main():
    tela, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (shared / 'tools/score_extract.py').exists():
        print(f'skipped: no pages with gold in {shared}')
        return SKIPPED
    failures = []
    for kind in ('projects', 'articles'):
        found, overall = figures(tela, shared, kind)
        failures += [f'{kind}: {name} is {value} %, below {EVERY_FIGURE[kind]} %'
                     for name, value in found.items() if value < EVERY_FIGURE[kind]]
        if overall < OVERALL[kind]:
            failures.append(f'{kind}: overall {overall} %, below {OVERALL[kind]} %')
        if found.get(ALWAYS_RIGHT, 100.0) < 100.0:
            failures.append(f'{kind}: a mention does not stand where it says')
    print('\n'.join(failures))
    return 1 if failures else 0


sys.exit(main())
