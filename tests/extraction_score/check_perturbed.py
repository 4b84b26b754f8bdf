#!/usr/bin/env python3
"""Fails when rewriting our own pages costs the reader two points or more.

usage: check_perturbed.py TELA SHARED_DIR
"""
import pathlib
import sys

SKIPPED = 77
LIMIT = '2'


def main():
    tela, scorer = sys.argv[1], pathlib.Path(sys.argv[2]) / 'tools/score_extract.py'
    if not scorer.exists():
        print(f'skipped: no {scorer}')
        return SKIPPED
    sys.argv = ['perturb.py', tela, str(scorer), '--limit', LIMIT]
    import perturb
    return perturb.main()


sys.exit(main())
