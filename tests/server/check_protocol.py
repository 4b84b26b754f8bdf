#!/usr/bin/env python3
"""The W3C's SPARQL 1.1 Protocol and Service Description tests, over a real socket.

usage: check_protocol.py TELA STORE SHARED_DIR
Tests of updates are counted apart: a read-only service answers them with 403.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

try:
    import rdflib
except ImportError:
    print("skipped: no python3-rdflib")
    sys.exit(77)

from running_server import RunningServer

TELA, _, SHARED = sys.argv[1:]
SUITE = pathlib.Path(SHARED) / "w3c/sparql11"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
HERE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/"


def write_data(manifest, path):
    """The graphs that the tests expect the service to hold, as TriG."""
    graphs = {}
    for data in manifest.objects(None, UT.graphData):
        file = str(manifest.value(data, UT.graph)).rsplit("/", 1)[-1]
        label = str(manifest.value(data, rdflib.RDFS.label))
        graphs[label] = (SUITE / "protocol" / file).read_text(encoding="utf-8")
    path.write_text("".join(f"<{name}> {{ {text} }}\n" for name, text in graphs.items()),
                    encoding="utf-8")


def request_of(manifest, node):
    body = manifest.value(node, HT.body)
    text = manifest.value(body, CNT.chars) if body else None
    encoding = str(manifest.value(body, CNT.characterEncoding) or "UTF-8") if body else "UTF-8"
    headers = {str(manifest.value(h, HT.fieldName)): str(manifest.value(h, HT.fieldValue))
               for fields in manifest.objects(node, HT.headers)
               for h in rdflib.collection.Collection(manifest, fields)}
    target = str(manifest.value(node, HT.absolutePath))
    return (str(manifest.value(node, HT.methodName)), target,
            None if text is None else str(text).encode(encoding), headers)


def is_update(method, target, body, headers):
    form = (body or b"").decode("latin-1")
    types = "".join(v for k, v in headers.items() if k.lower() == "content-type")
    return "sparql-update" in types or "update=" in target or (
        "urlencoded" in types and form.startswith("update="))


def fits_format(form, content_type, body):
    tables = ("json", "xml", "csv", "tab-separated")
    if form == "RDF":
        return any(t in content_type for t in ("turtle", "rdf", "n-triples", "ld+json"))
    if form == "boolean":
        return "boolean" in json.loads(body)
    return any(t in content_type for t in tables)


def fault(manifest, response, answer):
    status, headers, body = answer
    wanted = {str(s)[-3] for s in manifest.objects(response, MF.expectedStatus)}
    if str(status)[0] not in wanted:
        return f"status {status}, expected {'xx or '.join(sorted(wanted))}xx: {body[:200]!r}"
    if str(status)[0] != "2":
        return None
    form = manifest.value(response, MF.expectedFormat)
    if form and not fits_format(str(form), headers.get("content-type", ""), body):
        return f"{headers.get('content-type')} is not {form}"
    truth = manifest.value(response, MF.expectedBoolean)
    if truth is not None and json.loads(body)["boolean"] != bool(truth.toPython()):
        return f"the answer is not {truth}"
    return None


def run_test(server, manifest, test):
    """(whether it needs updates, faults)"""
    action = manifest.value(test, MF.action)
    updates, faults = False, []
    for requests in manifest.objects(action, HT.requests):
        for node in rdflib.collection.Collection(manifest, requests):
            request = request_of(manifest, node)
            updates |= is_update(*request)
            answer = server.ask(request[0], request[1], request[2], request[3])
            if is_update(*request) and answer[0] != 403 and answer[0] // 100 != 4:
                faults.append(f"an update was answered with {answer[0]}")
            elif not updates:
                wrong = fault(manifest, manifest.value(node, HT.resp), answer)
                if wrong:
                    faults.append(wrong)
    return updates, faults


def protocol(server, manifest):
    passed = refused = 0
    failed = []
    entries = manifest.value(rdflib.URIRef(HERE + "manifest.ttl"), MF.entries) or next(
        manifest.objects(None, MF.entries))
    for test in rdflib.collection.Collection(manifest, entries):
        updates, faults = run_test(server, manifest, test)
        name = str(test).rsplit("#", 1)[-1]
        failed += [f"{name}: {text}" for text in faults]
        refused += updates and not faults
        passed += not updates and not faults
    print(f"SPARQL 1.1 Protocol: {passed} passed, {len(failed)} failed; "
          f"{refused} need updates, each refused with 4xx")
    return failed, passed


def description(server):
    """The three tests of the Service Description suite: RDF, sd:endpoint, the schema's terms."""
    status, headers, body = server.ask("GET", "/sparql/", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=body, format="turtle")
    services = list(graph.subjects(rdflib.RDF.type, SD.Service))
    failed = [] if status == 200 and "turtle" in headers["content-type"] else ["returns-rdf"]
    endpoint = next(graph.objects(services[0], SD.endpoint), None) if services else None
    if endpoint is None or not str(endpoint).startswith("http"):
        failed.append("has-endpoint-triple")
    known = {"Service", "endpoint", "supportedLanguage", "feature", "resultFormat", "Dataset", "Graph",
             "defaultDataset", "defaultGraph", "SPARQL11Query", "UnionDefaultGraph"}
    used = {str(t)[len(SD):] for triple in graph for t in triple if str(t).startswith(str(SD))}
    if not used <= known or len(services) != 1:
        failed.append("conforms-to-schema")
    print(f"Service Description: {3 - len(failed)} of 3 passed")
    return failed


def main():
    if not SUITE.is_dir():
        print(f"skipped: there is no {SUITE}")
        return 77
    manifest = rdflib.Graph().parse(SUITE / "protocol/manifest.ttl", format="turtle",
                                    publicID=HERE + "manifest.ttl")
    with tempfile.TemporaryDirectory() as folder:
        data, store = pathlib.Path(folder) / "data.trig", pathlib.Path(folder) / "store"
        write_data(manifest, data)
        subprocess.run([TELA, "-q", "build", str(data), "-s", str(store)], check=True)
        with RunningServer(TELA, str(store)) as server:
            failed, passed = protocol(server, manifest)
            failed += description(server)
    print("\n".join(failed))
    return 1 if failed or passed < 20 else 0


sys.exit(main())
