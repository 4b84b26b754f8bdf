#!/usr/bin/env python3
"""Debian's Virtuoso at its usual caps, 10,000 rows, holding the statements of STORE: what the commands make of it is what
they make of STORE. The one difference is
Virtuoso's own: it writes decimals and doubles anew (20500.00 as 20500, 1.0E0 as 1.0).

usage: check_virtuoso.py TELA STORE
"""
import decimal
import os
import pathlib
import re
import sys
import tempfile

from checks import FAULTS, check, tela
from running_virtuoso import RunningVirtuoso, is_installed

STORE = sys.argv[2]


def same(arguments, url):
    local, remote = tela(*arguments, "-s", STORE), tela(*arguments, "--endpoint", url)
    check(" ".join(arguments), local.returncode == remote.returncode == 0 and local.stdout == remote.stdout, remote.stderr[-500:])


def plain_numbers(nquads):
    """The lines with decimals and doubles by their values: Virtuoso writes them in its own way."""
    def plain(found):
        value = decimal.Decimal(found[1]) if found[2] == "decimal" else float(found[1])
        return f'"{value.normalize() if found[2] == "decimal" else value!r}"^^{found[2]}'
    return sorted(re.sub(r'"([^"]*)"\^\^<http://www.w3.org/2001/XMLSchema#(decimal|double)>', plain, line)
                  for line in nquads.splitlines())


def main():
    if not is_installed():
        print("virtuoso-t is not installed: nothing is checked")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        tela("dump", "-s", STORE, "-o", str(folder / "all.nq"))
        with RunningVirtuoso(folder) as virtuoso:
            virtuoso.run(f"ld_dir('{folder}', 'all.nq', 'urn:none'); rdf_loader_run();")
            url = virtuoso.url
            told = tela("info", "--endpoint", url)
            check("info", all(text in told.stdout for text in ("dialect        virtuoso", "up to 64 bits", "holds all named")),
                  told.stdout + told.stderr)
            same(["graph", "states", "-f", "graphml"], url)
            same(["why", "HN", "SV", "-f", "json"], url)
            same(["query", "-n", "processes-by-overlap", "-f", "csv"], url)  # neither GROUP_CONCAT nor ties, whose order is free
            same(["query", "-f", "json", "-e", "ASK { ?s a tela:Project }"], url)
            cut = tela("query", "--endpoint", url, "-f", "csv", "-e", "SELECT * { GRAPH ?g { ?s ?p ?o } }")
            check("10,000 rows are not passed for all", cut.returncode == 3 and "not whole" in cut.stderr, cut.stderr)
            dumps = [plain_numbers(tela("dump", *source).stdout) for source in (["-s", STORE], ["--endpoint", url])]
            check("every statement", dumps[0] == dumps[1] and dumps[0], sorted(set(dumps[1]) - set(dumps[0]))[:3])
    print("\n".join(FAULTS) or "everything is the same")
    return 1 if FAULTS else 0


sys.exit(main())
