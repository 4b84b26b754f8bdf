#!/usr/bin/env python3
"""Every syntax that tela dump writes, packed and not, holds the same dataset for rdflib.

usage: read_dumps.py TELA
"""
import gzip
import pathlib
import subprocess
import sys
import tempfile

import rdflib
from rdflib.compare import isomorphic

DATA = """
@prefix : <http://e.example/> .
:forum :meets [ :in "Tegucigalpa"@es ; :after [ :in "Tela"@es ] ] , [ :in "Tela"@es ] ;
  :notes "tab\\t, quote \\", backslash \\\\, break\\n, bell \\u0007" ; :list ( 1 2 1 ) ; :size 1.50 .
:record1 { :forum :name "Forum é" . _:é :is "a blank node with a label beyond ASCII" . }
_:graph { :forum :in _:graph . }
"""
# What rdflib 6.1 reads, by its own name for the syntax; the first three have named graphs.
SYNTAXES = {"nq": "nquads", "trig": "trig", "jsonld": "json-ld", "nt": "nt", "ttl": "turtle"}
WITH_GRAPHS = ("nq", "trig", "jsonld")


def tela(*arguments):
    subprocess.run([sys.argv[1], "-q", *arguments], check=True)


def read(path, syntax):
    """All statements as one graph of (graph, subject, predicate, object) facts, and as triples."""
    dataset = rdflib.ConjunctiveGraph()
    text = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    dataset.parse(data=text.decode(), format=SYNTAXES[syntax])
    quads, triples = rdflib.Graph(), rdflib.Graph()
    for number, (s, p, o, graph) in enumerate(dataset.quads()):
        # The default graph has a name of rdflib's own.
        name = graph.identifier if isinstance(graph, rdflib.Graph) else graph
        if name == dataset.default_context.identifier:
            name = rdflib.URIRef("urn:default")
        fact = rdflib.BNode(f"fact{number}")
        for place, term in zip("spog", (s, p, o, name)):
            quads.add((fact, rdflib.URIRef("urn:" + place), term))
        triples.add((s, p, o))
    return quads, triples


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "data.trig").write_text(DATA, encoding="utf-8")
        store = str(folder / "store")
        tela("build", str(folder / "data.trig"), "-s", store)
        tela("dump", "-s", store, "--canonical", "-o", str(folder / "canonical.nq"))
        quads, triples = read(folder / "canonical.nq", "nq")
        if len(triples) != 18:
            faults.append(f"{len(triples)} triples in the canonical dump, not 18")
        for syntax in SYNTAXES:
            for packing in ("", ".gz"):
                path = folder / f"dump.{syntax}{packing}"
                tela("dump", "-s", store, "-o", str(path))
                other_quads, other_triples = read(path, syntax)
                if not isomorphic(triples, other_triples):
                    faults.append(f"{path.name}: other triples")
                if syntax in WITH_GRAPHS and not isomorphic(quads, other_quads):
                    faults.append(f"{path.name}: other graphs")
        # Read by ourselves: packed once more, queried without a store, canonical all the same.
        for name in ("dump.nq.zst", "dump.trig.zst", "dump.trig.gz"):
            path = str(folder / name)
            tela("dump", "-s", store, "-o", path)
            count = subprocess.run(
                [sys.argv[1], "query", "-d", path, "-f", "csv", "-e",
                 "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"],
                check=True, capture_output=True, text=True).stdout.split()
            if count != ["n", "18"]:
                faults.append(f"{name}: {count}")
    print("\n".join(faults) or "every dump holds the same dataset")
    return 1 if faults else 0


sys.exit(main())
