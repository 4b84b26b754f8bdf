#!/usr/bin/env python3
"""Debian's Virtuoso at its usual caps, 10,000 rows, holding the statements of STORE: what the commands make of it is what
they make of STORE. The one difference is Virtuoso's own: it drops the last zeros of a decimal.

usage: check_virtuoso.py TELA STORE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from running_virtuoso import RunningVirtuoso, is_installed

TELA, STORE = sys.argv[1], sys.argv[2]
FAULTS = []


def check(name, holds, said=""):
    print(("ok    " if holds else "FAULT ") + name, flush=True)
    if not holds:
        FAULTS.append(f"{name}: {said}")


def tela(*arguments):
    return subprocess.run([TELA, *arguments], capture_output=True, text=True, timeout=600, check=False)


def same(arguments, url):
    local, remote = tela(*arguments, "-s", STORE), tela(*arguments, "--endpoint", url)
    check(" ".join(arguments), local.returncode == remote.returncode == 0 and local.stdout == remote.stdout, remote.stderr[-500:])


def plain_decimals(nquads):
    return sorted(re.sub(r'(\.[0-9]*?)0*"\^\^<http://www.w3.org/2001/XMLSchema#decimal>', lambda found: found[1].rstrip(".") + '"d', line)
                  .replace('"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"d') for line in nquads.splitlines())


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
            same(["query", "-n", "partners-of-a-state", "-f", "csv"], url)
            same(["query", "-f", "json", "-e", "ASK { ?s a tela:Project }"], url)
            cut = tela("query", "--endpoint", url, "-f", "csv", "-e", "SELECT * { GRAPH ?g { ?s ?p ?o } }")
            check("10,000 rows are not passed for all", cut.returncode == 3 and "not whole" in cut.stderr, cut.stderr)
            dumps = [plain_decimals(tela("dump", *source).stdout) for source in (["-s", STORE], ["--endpoint", url])]
            check("every statement", dumps[0] == dumps[1] and dumps[0], sorted(set(dumps[1]) - set(dumps[0]))[:3])
    print("\n".join(FAULTS) or "everything is the same")
    return 1 if FAULTS else 0


sys.exit(main())
