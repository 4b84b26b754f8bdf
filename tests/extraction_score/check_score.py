#!/usr/bin/env python3
"""Fails when `tela extract` reads pages with gold worse than it should.

usage: check_score.py TELA SHARED_DIR
Projects must be right in every figure. Articles and our own pages are what the weights were fitted to: their
figures here only show that nothing broke; what to expect of other pages is said by cross_validate.py.
Standard library only.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import own_pages

SKIPPED = 77
OVERALL = {'projects': 100.0, 'articles': 96.5, 'wild': 96.5, 'own': 98.5}
# Every mention stands where it says. One page of our own breaks names by hyphens at line ends, which the scorer
# does not join: four of its spans hold the hyphen.
SPANS = 'evidence spans'
LEAST_SPANS = {'projects': 100.0, 'articles': 100.0, 'wild': 100.0, 'own': 99.5}


def figures(tela, shared, pages, gold):
    command = [sys.executable, shared / 'tools/score_extract.py', tela, pages, gold]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(f'{gold}:\n{output}')
    found = {name.strip(): float(value) for name, value in re.findall(r'^(.+?) +([\d.]+) %$', output, re.M)}
    overall = float(re.search(r'^overall ([\d.]+) %', output, re.M)[1])
    return found, overall


def main():
    tela, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (shared / 'tools/score_extract.py').exists():
        print(f'skipped: no pages with gold in {shared}')
        return SKIPPED
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        own = pathlib.Path(folder)
        own_pages.unfold(own)
        for kind, least in OVERALL.items():
            pages = own if kind == 'own' else shared / 'pages' / kind
            gold = own / 'gold.jsonl' if kind == 'own' else shared / 'pages' / f'{kind}.gold.jsonl'
            found, overall = figures(tela, shared, pages, gold)
            if overall < least:
                failures.append(f'{kind}: overall {overall} %, below {least} %')
            if found.get(SPANS, 100.0) < LEAST_SPANS[kind]:
                failures.append(f'{kind}: a mention does not stand where it says')
    print('\n'.join(failures))
    return 1 if failures else 0


sys.exit(main())
