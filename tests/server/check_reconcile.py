#!/usr/bin/env python3
"""The Reconciliation Service API 0.2, against its schemas and as OpenRefine uses it.

usage: check_reconcile.py TELA STORE SHARED_DIR
"""
import json
import pathlib
import sys
import urllib.parse

from running_server import Faults, RunningServer

try:
    import jsonschema
except ImportError:
    print("skipped: no python3-jsonschema")
    sys.exit(77)

TELA, STORE, SHARED = sys.argv[1:]
SCHEMAS = pathlib.Path(SHARED) / "reconciliation/schemas"
BASE = "https://w3id.org/tela/"
faults = Faults()
check = faults.check


def schema_store():
    """The schemas by their ids, so that none is fetched; security definitions are not used here."""
    store = {"http://swagger.io/v2/schema.json": {"definitions": {"securityDefinitions": {"additionalProperties": True}}}}
    for file in SCHEMAS.glob("*.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        if "$id" in schema:
            store[schema["$id"]] = schema
    return store


def conforms(what, document, name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    resolver = jsonschema.RefResolver(schema.get("$id", ""), schema, store=schema_store())
    wrong = [e.message[:200] for e in jsonschema.Draft7Validator(schema, resolver=resolver).iter_errors(document)]
    check(f"{what} follows its schema", [], wrong)


def get(server, path, **parameters):
    status, _, body = server.ask("GET", path + "?" + urllib.parse.urlencode(parameters))
    return json.loads(body) if status == 200 else status


def post(server, **form):
    status, _, body = server.ask("POST", "/reconcile", urllib.parse.urlencode(form),
                                 {"Content-Type": "application/x-www-form-urlencoded"})
    return json.loads(body) if status == 200 else status


def best(server, text, **more):
    result = post(server, queries=json.dumps({"q": {"query": text, **more}}))["q"]["result"]
    return (result[0]["id"].replace(BASE, ""), result[0]["match"]) if result else None


def queries(server):
    state = {"type": "https://w3id.org/tela/ontology#State"}
    for text, expected in [("Honduras", "state/HN"), ("hondruas", "state/HN"), ("Allemagne", "state/DE"),
                           ("Côte d'Ivoire", "state/CI"), ("Países Bajos", "state/NL")]:
        check(text, expected, (best(server, text, **state) or [None])[0])
    check("the very name is a match", ("state/HN", True), best(server, "Honduras", **state))
    check("a mistaken name is none", ("state/HN", False), best(server, "hondruas", **state))
    check("nothing is made up", None, best(server, "Qwertzuiop", **state))
    process = best(server, "Regional Conference on Migration", type="https://w3id.org/tela/ontology#Process")
    check("a process", "process/rcm", process and process[0])
    batch = {"q0": {"query": "Honduras", "limit": 3}, "q1": {"query": "xyzzy"}}
    results = post(server, queries=json.dumps(batch))
    check("each query of a batch is answered", ["q0", "q1"], sorted(results))
    conforms("a batch of results", results, "reconciliation-result-batch.json")


def the_rest(server):
    conforms("the manifest", get(server, "/reconcile"), "manifest.json")
    entities = get(server, "/reconcile/suggest/entity", prefix="hond")
    conforms("suggested entities", entities, "suggest-entities-response.json")
    check("an entity is suggested", BASE + "state/HN", entities["result"][0]["id"])
    conforms("suggested types", get(server, "/reconcile/suggest/type", prefix="s"), "suggest-types-response.json")
    conforms("suggested properties", get(server, "/reconcile/suggest/property", prefix="b"), "suggest-properties-response.json")
    proposal = get(server, "/reconcile/properties", type="https://w3id.org/tela/ontology#Project")
    conforms("proposed properties", proposal, "data-extension-property-proposal.json")
    beneficiary = "https://w3id.org/tela/ontology#beneficiary"
    check("a project has beneficiaries", True, beneficiary in [p["id"] for p in proposal["properties"]])
    rows = post(server, extend=json.dumps({"ids": [BASE + "project/Q36-805", "no-such"], "properties": [{"id": beneficiary}]}))
    conforms("a data extension", rows, "data-extension-response.json")
    check("its values", True, BASE + "state/HN" in [v["id"] for v in rows["rows"][BASE + "project/Q36-805"][beneficiary]])
    check("view leads to the page", 303, server.ask("GET", "/reconcile/view?id=" + BASE + "state/HN")[0])
    check("preview", 200, server.ask("GET", "/reconcile/preview?id=" + BASE + "state/HN")[0])


def wrong_requests(server):
    for form in ({"queries": "{"}, {"queries": "[]"}, {"queries": '{"q": 7}'}, {"queries": '{"q": {"query": 7}}'},
                 {"queries": '{"q": {"query": "a", "limit": "many"}}'}, {"queries": '{"q": {"query": "a", "type": {"id": 7}}}'},
                 *({"queries": '{"q": {"query": "a", "limit": %s}}' % limit} for limit in ("-1", "0", "1e99", "2.5")),
                 {"queries": '{"q": {"query": "a", "type": "https://example.org/Dragon"}}'},
                 {"queries": json.dumps({str(i): {"query": "a"} for i in range(101)})},
                 {"extend": "{}"}, {"extend": '{"ids": [7], "properties": []}'}, {"extend": '{"ids": ["a"], "properties": [7]}'}):
        check(f"{str(form)[:60]}", 400, post(server, **form))
    check("a deep query", 400, post(server, queries="[" * 100000))
    check("an unknown address", 404, get(server, "/reconcile/no-such"))


with RunningServer(TELA, STORE) as running:
    queries(running)
    wrong_requests(running)
    if SCHEMAS.is_dir():
        the_rest(running)
    check("SIGTERM", 0, running.stop())
faults.exit()
