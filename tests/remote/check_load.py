#!/usr/bin/env python3
"""What is loaded into a service is there: by Graph Store Protocol and by updates, twice with the same outcome, with a ledger
that tells what a service has lost. The service is rdflib's, and Debian's Virtuoso where it is installed.

usage: check_load.py TELA STORE
"""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

import rdflib

from checks import FAULTS, check, tela
from running_virtuoso import RunningVirtuoso, is_installed
from stub_service import StubService, whole

STORE = sys.argv[2]


class RdflibService:
    """Queries, updates and a graph store over a dataset in memory; loses every n-th statement when told."""

    def __init__(self, loses=0):
        self.data = rdflib.Dataset(default_union=True)
        self.loses = loses
        self.updates = 0

    def __call__(self, request):
        target = urllib.parse.urlsplit(request.target)
        if request.method in ("PUT", "POST") and target.path.endswith("/data"):
            return self.store_graph(request, urllib.parse.parse_qs(target.query))
        form = urllib.parse.parse_qs(request.body.decode())
        if "update" in form:
            self.updates += 1
            self.data.update(form["update"][0])
            return whole("", status=204)
        return whole(self.data.query(form["query"][0]).serialize(format="json"))

    def store_graph(self, request, parameters):
        graph = self.data.graph(rdflib.URIRef(parameters["graph"][0]))
        if request.method == "PUT":
            graph.remove((None, None, None))
        lines = request.body.decode().splitlines(keepends=True)
        kept = [line for i, line in enumerate(lines) if not self.loses or i % self.loses]
        graph.parse(data="".join(kept), format="nt")
        return whole("", status=201)


def few_graphs(folder):
    """A store of some records, one of which has blank nodes and letters of all kinds."""
    records = {}
    for line in tela("dump", "-s", STORE).stdout.splitlines(keepends=True):
        graph = line.split()[-2]
        if "/record/" in graph:
            records.setdefault(graph, []).append(line)
    lines = [line for graph in sorted(records)[::40] for line in records[graph]]
    lines += ['_:a <urn:p> _:b <urn:g:blank> .\n', '_:b <urn:p> "\\u00e9\\u4e2d \\"quoted\\" \\\\ \\n" <urn:g:blank> .\n']
    (folder / "few.nq").write_text("".join(lines), encoding="utf-8")
    tela("build", str(folder / "few.nq"), "-s", str(folder / "few"))
    return str(folder / "few")


def load_twice(name, store, *arguments):
    for time in ("", ", again"):
        process = tela("load", "-s", store, *arguments)
        check(name + time + ": " + process.stderr.strip().splitlines()[-1],
              process.returncode == 0 and "not whole 0" in process.stderr, process.stderr)


def check_rdflib(store):
    for way in ("/data", "/update"):
        service = RdflibService()
        with StubService(service) as stub:
            option = ["--graph-store", stub.url + way] if way == "/data" else ["--update", stub.url + way]
            load_twice("rdflib by " + way, store, "--endpoint", stub.url, *option)
            check("the same statements", *same_as(store, stub.url))
            check("in blocks", way == "/data" or service.updates > 2)
    service = RdflibService()
    with StubService(service) as stub:
        load_twice("some graphs", store, "--endpoint", stub.url, "--update", stub.url)
        service.data.update("INSERT DATA { GRAPH <urn:g:more> { <urn:a> <urn:b> <urn:c> } } ; "
                            "DELETE WHERE { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?o } }")
        changes = tela("diff", "--endpoint", stub.url, store, "-f", "update")
        service.data.update(changes.stdout.rstrip().rstrip(";"))
        check("an update brings it in step", *same_as(store, stub.url))
        check("which changes what has changed", "urn:g:more" in changes.stdout and "1 removed" in changes.stderr, changes.stderr)
    service = RdflibService(loses=50)
    with StubService(service) as stub:
        process = tela("load", "-s", store, "--endpoint", stub.url, "--graph-store", stub.url + "/data")
        check("what is lost is told", process.returncode == 1 and "does not hold what was sent" in process.stderr, process.stderr)


def same_as(store, url):
    process = tela("diff", "--endpoint", url, store)
    return "0 added, 0 removed" in process.stderr, process.stderr


def check_bulk_files(folder, store):
    whole_dump = sorted(tela("dump", "-s", store).stdout.splitlines())
    for loader, commands in (("virtuoso", "load.sql"), ("qlever", "load.sh"), ("neptune", "load.json"), ("tdb2", "load.sh")):
        target = folder / loader
        process = tela("dump", "-s", store, "--for", loader, "-o", str(target))
        lines = [line for part in sorted(target.glob("*.nq.gz")) for line in gzip.open(part, "rt", encoding="utf-8").read().splitlines()]
        text = (target / commands).read_text() if process.returncode == 0 else ""
        check(f"files for {loader}", sorted(lines) == whole_dump and text and "{folder}" not in text, process.stderr)
        if commands.endswith(".json"):
            json.loads(text)
        if commands.endswith(".sh"):
            check("its commands are a script", subprocess.run(["sh", "-n", str(target / commands)], check=False).returncode == 0)
    process = tela("dump", "-s", store, "--for", "virtuoso", "-o", str(folder / "virtuoso"))
    check("a folder is not written over", process.returncode == 1 and "already" in process.stderr, process.stderr)
    process = tela("dump", "-s", store, "--for", "nobody", "-o", str(folder / "nobody"))
    check("a loader that is none", process.returncode == 2 and "virtuoso" in process.stderr, process.stderr)


def check_virtuoso(folder, store):
    (folder / "database").mkdir()
    with RunningVirtuoso(folder / "database", allows=folder / "virtuoso") as virtuoso:
        commands = (folder / "virtuoso" / "load.sql").read_text()
        virtuoso.run(" ".join(line for line in commands.splitlines() if not line.startswith("--")))
        found = tela("query", "--endpoint", virtuoso.url, "-f", "csv", "-e",
                     "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/tela/')) }")
        local = tela("query", "-s", store, "-f", "csv", "-e",
                     "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/tela/')) }")
        check("Virtuoso by its loader", found.stdout == local.stdout and local.stdout, found.stdout + found.stderr)
        virtuoso.run("DB.DBA.RDF_DEFAULT_USER_PERMS_SET('dba', 7); "
                     "USER_SET_PASSWORD('dba', 'a-word'); ")
        netrc = folder / "netrc"
        netrc.write_text("machine 127.0.0.1 login dba password a-word\n")
        netrc.chmod(0o600)
        host = virtuoso.url.rsplit("/", 1)[0]
        load_twice("Virtuoso by its graph store", store, "--endpoint", virtuoso.url, "--endpoint-netrc", str(netrc),
                   "--graph-store", host + "/sparql-graph-crud-auth")
        load_twice("Virtuoso by updates", store, "--endpoint", virtuoso.url, "--endpoint-netrc", str(netrc),
                   "--update", host + "/sparql-auth")
        process = tela("load", "-s", store, "--endpoint", virtuoso.url, "--graph-store", host + "/sparql-graph-crud-auth")
        check("without a login it is refused", process.returncode == 1 and "--endpoint-netrc" in process.stderr, process.stderr)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        store = few_graphs(folder)
        check_rdflib(store)
        check_bulk_files(folder, store)
        if is_installed():
            check_virtuoso(folder, store)
        else:
            print("virtuoso-t is not installed: it is not loaded into")
    print("\n".join(FAULTS) or "everything is there")
    return 1 if FAULTS else 0


sys.exit(main())
