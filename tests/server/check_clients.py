#!/usr/bin/env python3
"""Programs that people use against a service: SPARQLWrapper, rdflib's SPARQLStore, curl, Python's csv
and npm's fetch-sparql-endpoint.

usage: check_clients.py TELA STORE SHARED_DIR
Without fetch-sparql-endpoint in $TELA_NODE_MODULES that client is left out, and a line says so.
"""
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.request

from running_server import Faults, RunningServer

TELA, STORE = sys.argv[1:3]
HERE = pathlib.Path(__file__).resolve().parent
QUERY = ("PREFIX tela: <https://w3id.org/tela/ontology#> "
         "SELECT ?p { ?p tela:beneficiary <https://w3id.org/tela/state/HN> } ORDER BY ?p")
try:
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore
    from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

faults = Faults()
check = faults.check


def wrapped(server, form, method=None, query=QUERY):
    client = SPARQLWrapper(server.url + "/sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    if method:
        client.setMethod(method)
    return client.query().convert()


def sparql_wrapper(server, expected):
    rows = [b["p"]["value"] for b in wrapped(server, JSON)["results"]["bindings"]]
    check("SPARQLWrapper, JSON", expected, rows)
    rows = [b["p"]["value"] for b in wrapped(server, JSON, POST)["results"]["bindings"]]
    check("SPARQLWrapper, POST", expected, rows)
    check("SPARQLWrapper, XML", len(expected), len(wrapped(server, XML).getElementsByTagName("result")))
    check("SPARQLWrapper, CSV", expected, [r[0] for r in csv.reader(io.StringIO(wrapped(server, CSV).decode()))][1:])
    construct = "CONSTRUCT { ?p a ?c } WHERE { ?p a ?c . ?p <https://w3id.org/tela/ontology#beneficiary> ?s }"
    turtle = wrapped(server, TURTLE, query=construct)
    check("SPARQLWrapper, Turtle", True, len(rdflib.Graph().parse(data=turtle, format="turtle")) > 100)


def sparql_store(server, expected):
    graph = rdflib.Graph(SPARQLStore(server.url + "/sparql"))
    check("rdflib's SPARQLStore", expected, [str(row[0]) for row in graph.query(QUERY)])


def curl(server):
    if shutil.which("curl") is None:
        return
    got = subprocess.run(["curl", "-sS", "--compressed", server.url + "/q/partners-of-a-state.csv?state=HN"],
                         capture_output=True, text=True, check=True).stdout
    check("curl --compressed", "other,name,shared,projects", got.splitlines()[0])


def fetcher(server):
    command = [HERE.parent / "support/run_module.sh", HERE / "check_fetcher.mjs", "fetch-sparql-endpoint",
               os.environ.get("TELA_NODE_MODULES", "build/npm/node_modules"), server.url + "/sparql"]
    got = subprocess.run(command, capture_output=True, text=True)
    if got.returncode == 77:
        print(got.stdout.strip())
    else:
        check("fetch-sparql-endpoint", "fetch-sparql-endpoint reads bindings, truth and triples\n", got.stdout + got.stderr)


def plain_csv(server):
    with urllib.request.urlopen(server.url + "/q/partners-of-a-state.csv?state=HN") as answer:
        rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8")))
    check("Python's csv", True, rows[0]["name"] == "El Salvador" and int(rows[0]["shared"]) >= 5)


with RunningServer(TELA, STORE) as running:
    known = [str(b["p"]["value"]) for b in wrapped(running, JSON)["results"]["bindings"]]
    check("Honduras has projects", True, len(known) > 3)
    sparql_wrapper(running, known)
    sparql_store(running, known)
    curl(running)
    plain_csv(running)
    fetcher(running)
faults.exit()
