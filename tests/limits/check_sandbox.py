#!/usr/bin/env python3
"""Queries and data that name addresses and files make the program open neither.

usage: check_sandbox.py TELA
Watches the system calls with Debian's strace; is skipped without it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TELA = sys.argv[1]
WATCHED = "network,openat,open,execve"
# What the loader, the C library and the sanitizers read for themselves.
SYSTEM = re.compile(r"^/(usr|lib|lib64|proc|sys|dev)/|^/etc/(ld\.so\.|localtime|nsswitch|timezone)")
OWN_WORK = re.compile(r"\.tmp|tela-store|spool")  # files set aside until they are whole

faults = []


def files_with_bait(folder, bait):
    """Input of every kind, each naming an address and the bait; a page apart links to them, too."""
    iri, address = bait.as_uri(), "http://127.0.0.1:9/"
    texts = {
        "context.jsonld": f'{{"@context": "{address}context", "@id": "{iri}", "name": "x"}}',
        "import.jsonld": f'{{"@context": {{"@import": "{iri}"}}, "@id": "{address}"}}',
        "entity.rdf": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{iri}">]><r>&e;</r>',
        "include.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
                       f'xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{iri}"/></rdf:RDF>',
        "imports.ttl": f"<{iri}> <http://www.w3.org/2002/07/owl#imports> <{address}o>, <{iri}> .",
        "record.xml": f'<!DOCTYPE records SYSTEM "{iri}"><records/>',
        "iati.xml": f'<!DOCTYPE a [<!ENTITY e SYSTEM "{iri}">]><iati-activities version="2.03">&e;</iati-activities>',
        "page.html": f'<html><head><link rel="stylesheet" href="{address}s.css"><base href="{iri}"></head>'
                     f'<body><h1>A page</h1><img src="{address}i.png"><iframe src="{iri}"></iframe></body></html>',
        "table.csv": f"title,beneficiaries\n{iri},{address}\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder / name for name in texts)


def queries_with_bait(bait):
    iri = bait.as_uri()
    return [f"SELECT * FROM <{iri}> FROM NAMED <http://127.0.0.1:9/g> {{ ?s ?p ?o }}",
            f"SELECT * {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE <http://127.0.0.1:9/sparql> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{iri}> {{ ?s ?p ?o }} }}",
            f"DESCRIBE <{iri}> <http://127.0.0.1:9/>",
            f"LOAD <{iri}>"]


def watch(folder, allowed, *arguments):
    """Runs the program; what it opened beyond `allowed`, any socket and any program are faults."""
    log = folder / "calls"
    environment = os.environ | {"ASAN_OPTIONS": "detect_leaks=0"}  # leaks are sought by ptrace as well
    run = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={WATCHED}", "-o", log, TELA,
                          *map(str, arguments)],
                         capture_output=True, text=True, timeout=120, env=environment)
    calls = [line.split(None, 1)[1] for line in log.read_text().splitlines()]
    if sum(call.startswith("execve(") for call in calls) != 1:
        faults.append(f"{arguments}: not one program ran")
    for call in calls[1:]:
        path = re.match(r'open(?:at)?\((?:[^"]*)"([^"]*)"', call)
        if not path:
            faults.append(f"{arguments}: {call}")
        elif not (SYSTEM.match(path[1]) or path[1] in allowed or OWN_WORK.search(path[1])):
            faults.append(f"{arguments}: opened {path[1]}")
    return run


def main():
    if not shutil.which("strace"):
        print("skipped: strace is not installed")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        bait = folder / "bait"
        bait.write_text("<urn:bait> <urn:bait> <urn:bait> .", encoding="utf-8")
        inputs = folder / "inputs"
        inputs.mkdir()
        store = folder / "tela-store"
        for file in files_with_bait(inputs, bait):
            watch(folder, {str(file), str(inputs), str(store), name}, "build", file, "-s", store)
        subprocess.run([TELA, "-q", "build", inputs / "imports.ttl", "-s", store], check=True)
        for query in queries_with_bait(bait):
            run = watch(folder, {str(store)}, "query", "-s", store, "-e", query)
            if "urn:bait" in run.stdout:
                faults.append(f"{query}: the bait was taken")
    print("\n".join(faults) or "no input and no query opened a socket or a file that it named")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
