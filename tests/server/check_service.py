#!/usr/bin/env python3
"""What the addresses of `tela serve` answer: forms, validators, refusals, packing, who may ask.

usage: check_service.py TELA STORE SHARED_DIR
"""
import gzip
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from running_server import Faults, RunningServer

TELA, STORE = sys.argv[1:3]
faults = Faults()
check = faults.check


def sparql(query, **more):
    return "/sparql?" + urllib.parse.urlencode({"query": query, **more})


def table(text):
    return subprocess.run([TELA, "query", "-s", STORE, "-f", "csv", *text], capture_output=True,
                          check=True).stdout


def forms(server):
    select = sparql("SELECT ?s { ?s a tela:Project } ORDER BY ?s LIMIT 3")
    for accept, expected in [
            ("", "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
            ("text/csv", "text/csv; charset=utf-8"),
            ("text/csv;q=0.3, application/sparql-results+xml", "application/sparql-results+xml"),
            ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
            ("application/json, */*;q=0", "application/json")]:
        status, head, _ = server.ask("GET", select, headers={"Accept": accept} if accept else {})
        check(f"Accept: {accept}", (200, expected), (status, head["content-type"]))
    check("no form is acceptable", 406, server.ask("GET", select, headers={"Accept": "image/png"})[0])
    construct = sparql("CONSTRUCT { ?s a tela:Project } { ?s a tela:Project }")
    for accept, expected in [("*/*", "text/turtle"), ("application/n-triples", "application/n-triples"),
                             ("application/ld+json", "application/ld+json"),
                             ("application/rdf+xml, text/turtle;q=0.5", "application/rdf+xml")]:
        check(f"a graph, Accept: {accept}", expected,
              server.ask("GET", construct, headers={"Accept": accept})[1]["content-type"])
    check("a format that is named wins", "text/csv; charset=utf-8",
          server.ask("GET", select + "&format=csv", headers={"Accept": "text/html"})[1]["content-type"])
    check("an unknown parameter is passed over", 200, server.ask("GET", select + "&debug=on")[0])


def methods(server):
    ask = "ASK {}"
    yes = (200, True)

    def answer(*request):
        status, _, body = server.ask(*request)
        return status, json.loads(body)["boolean"] if status == 200 else body
    kind = {"Content-Type": "application/sparql-query"}
    check("GET", yes, answer("GET", sparql(ask)))
    check("direct POST", yes, answer("POST", "/sparql", ask, kind))
    check("QUERY", yes, answer("QUERY", "/sparql", ask, kind))
    check("form POST", yes, answer("POST", "/sparql", urllib.parse.urlencode({"query": ask}),
                                   {"Content-Type": "application/x-www-form-urlencoded"}))
    check("HEAD", (200, b""), server.ask("HEAD", sparql(ask))[::2])
    check("OPTIONS", (204, "GET, HEAD, POST, QUERY, OPTIONS"),
          (lambda a: (a[0], a[1].get("allow")))(server.ask("OPTIONS", "/sparql")))
    check("PUT", 405, server.ask("PUT", "/sparql", "x")[0])
    check("an update", 403, server.ask("POST", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-update"})[0])
    check("Turtle is no query", 415, server.ask("POST", "/sparql", "<a:> <b:> <c:> .", {"Content-Type": "text/turtle"})[0])
    check("a long address", 414, server.ask("GET", sparql("#" * 9000))[0])
    check("a large body", 413, server.ask("POST", "/sparql", b" " * (5 << 20), kind)[0])
    check("a path that climbs", 400, server.ask("GET", "/../etc/passwd")[0])
    check("an encoded path that climbs", 400, server.ask("GET", "/%2e%2e/etc/passwd")[0])


def problems(server):
    status, head, body = server.ask("GET", sparql("SELECT ?s {\n ?s ?p }"))
    problem = json.loads(body)
    check("a syntax error", (400, "application/problem+json", 2),
          (status, head["content-type"], problem.get("line")))
    status, head, body = server.ask("GET", sparql("SELECT ?s {"), headers={"Accept": "text/plain"})
    check("a syntax error as text", (400, "text/plain; charset=utf-8"), (status, head["content-type"]))
    check("no such query", 404, server.ask("GET", "/q/no-such.csv")[0])
    check("no such parameter", 400, server.ask("GET", "/q/partners-of-a-state.csv?colour=red")[0])
    check("no such form", 404, server.ask("GET", "/q/partners-of-a-state.exe")[0])
    for target, name in [("/q/partners-of-a-state.csv?state=SV&state=HN", "state"),
                         ("/q/partners-of-a-state.csv?excel&excel", "excel"), ("/graph/states.gexf?ego=HN&ego=SV", "ego"),
                         ("/api/1/search?text=a&text=b", "text"), ("/api/1/ties?of=state/HN&of=state/SV", "of"),
                         ("/api/1/vocabulary?lang=en&lang=fr", "lang"), ("/why/HN/SV.json?of=states&of=projects", "of"),
                         ("/?q=a&q=b", "q"), ("/reconcile/preview?id=a&id=b", "id"), (sparql("ASK {}") + "&query=b", "query")]:
        status, _, body = server.ask("GET", target)
        check(f"{target}: twice", (400, True), (status, f"the parameter {name} is" in json.loads(body)["detail"]))
    check("why knows its parameters", 400, server.ask("GET", "/why/HN/SV.json?colour=red")[0])
    check("excel is for CSV", 400, server.ask("GET", "/q/partners-of-a-state.tsv?excel")[0])
    for year in ("01996", "%2B1996"):
        check(f"the year {year} is 1996", server.ask("GET", "/q/calendar-of-a-year.csv?year=1996")[2],
              server.ask("GET", f"/q/calendar-of-a-year.csv?year={year}")[2])
    check("a kind without a name is like nothing", True,
          b"give a code" in server.ask("GET", "/q/partners-of-a-state.csv?state=state:")[2])
    check("the workbench has one address", (307, "../workbench"),
          (lambda a: (a[0], a[1].get("location")))(server.ask("GET", "/workbench/")))
    check("no such network", 400, server.ask("GET", "/graph/beauties.gexf")[0])


def addresses(server):
    check("a question as CSV", table(["-n", "partners-of-a-state", "-p", "state=SV"]),
          server.ask("GET", "/q/partners-of-a-state.csv?state=SV")[2])
    excel = server.ask("GET", "/q/partners-of-a-state.csv?state=SV&excel")[2]
    check("for Excel, a byte order mark", b"\xef\xbb\xbf", excel[:3])
    network = subprocess.run([TELA, "-q", "graph", "states", "--by", "beneficiaries", "--ego", "HN", "-f", "gexf",
                              "-s", STORE], capture_output=True, check=True).stdout
    check("a network is what tela graph writes", network,
          server.ask("GET", "/graph/states.gexf?by=beneficiaries&ego=HN")[2])
    why = subprocess.run([TELA, "why", "HN", "SV", "-f", "json", "-s", STORE], capture_output=True, check=True).stdout
    check("why", json.loads(why), json.loads(server.ask("GET", "/why/HN/SV.json")[2]))
    check("an SVG", b"<?xml", server.ask("GET", "/graph/states.svg?ego=HN&by=beneficiaries")[2][:5])
    api = json.loads(server.ask("GET", "/openapi.json")[2])
    check("every question is described", True, "/q/partners-of-a-state.{form}" in api["paths"])
    for query in json.loads(server.ask("GET", "/q/")[2]):
        check(f"/q/{query['name']}.json", 200, server.ask("GET", f"/q/{query['name']}.json")[0])
    page = server.ask("GET", "/state/HN.html")
    check("a page", (200, True), (page[0], b"Honduras" in page[2]))
    check("a thing is described elsewhere", (303, "HN.ttl"),
          (lambda a: (a[0], a[1]["location"]))(server.ask("GET", "/state/HN", headers={"Accept": "text/turtle"})))
    for path in ("/", "/state/HN.ttl", "/ontology.html", "/metrics", "/health"):
        check(path, 200, server.ask("GET", path)[0])


def tables(server):
    """The forms for maps and data frames are those of `tela query`."""
    question = ["-n", "partners-of-a-state", "-p", "state=SV"]
    for form, media_type in [("geojson", "application/geo+json"), ("parquet", "application/vnd.apache.parquet")]:
        written = subprocess.run([TELA, "query", "-s", STORE, "-f", form, *question], capture_output=True, check=True).stdout
        status, head, body = server.ask("GET", f"/q/partners-of-a-state.{form}?state=SV")
        check(form, (200, media_type, written), (status, head["content-type"], body))
        check(f"Accept: {media_type}", media_type,
              server.ask("GET", "/q/partners-of-a-state", headers={"Accept": media_type})[1]["content-type"])
    check("a network on a map", "FeatureCollection", json.loads(server.ask("GET", "/graph/states.geojson?ego=HN")[2])["type"])
    check("nodes as Parquet", b"PAR1", server.ask("GET", "/graph/states.nodes.parquet?ego=HN")[2][-4:])
    check("yes and no have no place", 400, server.ask("GET", sparql("ASK {}", format="geojson"))[0])


def links(page, at):
    """The addresses of the server that a page leads to."""
    for address in re.findall(rb'(?:href|src)="([^"#?]+)', page):
        if not re.match(rb"[a-z]+:", address):
            yield urllib.parse.urljoin(at, address.decode())


def pages(server):
    """Whatever a page links to is there, looks as the pages do, and may run no script of others."""
    seen, todo = set(), ["/", "/state/HN.html", "/q/meetings.html", "/ontology.html", "/lists/k-project.html"]
    for at in todo:
        for address in links(server.ask("GET", at)[2], at):
            if address not in seen and len(seen) < 100:
                seen.add(address)
                check(f"{address} of {at}", 200, server.ask("GET", urllib.parse.quote(address, safe="/%~"))[0])
    check("there is a style", True, "/assets/style.css" in seen)
    listed = server.ask("GET", "/lists/k-state.html")[2]
    check("a list", (True, True), (b"Honduras" in listed, b"../state/HN.html" in listed))
    check("no such list", 404, server.ask("GET", "/lists/k-beauty.html")[0])
    question = server.ask("GET", "/q/partners-of-a-state.html?state=SV")[2]
    check("a question has a form", True, b'name="state" value="SV"' in question)
    check("and other forms", True, b'href="partners-of-a-state.csv?state=SV"' in question)
    check("its things have pages here", True, b'href="../state/HN"' in question)
    found = server.ask("GET", "/index.html?q=hondurs")[2]  # a slip
    check("search forgives", True, b'href="state/HN.html"' in found)
    check("what was asked for is text", True, b"&lt;script" in server.ask("GET", "/?q=%3Cscript%3E")[2])
    for time_asked in ("made", "from memory"):
        for path in ("/", "/state/HN.html", "/q/meetings.html", "/?q=rcm"):
            policy = server.ask("GET", path)[1].get("content-security-policy", "")
            check(f"policy of {path}, {time_asked}", True, "default-src 'none'" in policy)


def validators(server):
    address = "/q/partners-of-a-state.csv?state=HN"
    _, head, body = server.ask("GET", address)
    tag = head["etag"]
    check("not modified", (304, b""), server.ask("GET", address, headers={"If-None-Match": tag})[::2])
    check("another answer has another tag", False, server.ask("GET", address.replace("HN", "SV"))[1]["etag"] == tag)
    long = sparql("SELECT * { ?s a tela:Project ; ?p ?o } ORDER BY ?s ?p ?o LIMIT 500")
    plain = server.ask("GET", long)
    status, head, packed = server.ask("GET", long, headers={"Accept-Encoding": "gzip"})
    check("gzip", (200, "gzip", plain[2]), (status, head.get("content-encoding"), gzip.decompress(packed)))
    check("a packed answer has a tag of its own", False, head["etag"] == plain[1]["etag"])
    check("it is not modified either", 304, server.ask("GET", long, headers={"If-None-Match": head["etag"], "Accept-Encoding": "gzip"})[0])
    check("what changes is not stored", "no-store", server.ask("GET", sparql("SELECT (NOW() AS ?t) {}"))[1]["cache-control"])


def policy(server):
    for _ in range(3):  # the later ones are kept answers
        head = server.ask("GET", "/state/HN.html")[1]
        check("a page says what it may load", True, head.get("content-security-policy", "").startswith("default-src 'none'"))


def checked(server):
    """A query that is looked at and not evaluated."""
    def ask(query):
        status, _, body = server.ask("GET", "/api/1/check?" + urllib.parse.urlencode({"query": query}),
                                     headers={"Accept": "application/json"})
        return status, json.loads(body)

    status, found = ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    check("a well-formed query has a plan", (200, False, True), (status, found["graph"], "scan" in found["plan"].lower()))
    check("a graph is told", True, ask("CONSTRUCT WHERE { ?s a tela:State }")[1]["graph"])
    status, found = ask("SELECT *\n{ ?a nowhere:at ?c }")
    check("a fault has its place", (200, False, 2, 6), (status, found["wellFormed"], found["line"], found["column"]))


def names(server):
    def ask(path, **asked):
        return json.loads(server.ask("GET", path + "?" + urllib.parse.urlencode(asked))[2])

    def found(text, **more):
        return [hit["iri"].rsplit("/", 2)[1:] for hit in ask("/api/1/search", text=text, **more)]

    for text, first in [("hondur", ["state", "HN"]), ("Hondruas", ["state", "HN"]), ("HN", ["state", "HN"]),
                        ("îles Fidji", ["state", "FJ"]), ("CRM", ["process", "rcm"])]:
        check(f"{text} is found first", first, found(text, limit=3)[0])
    check("a type chooses", {"project"}, {kind for kind, _ in found("honduras", type="project")})
    check("names in the language asked for", "Honduras", ask("/api/1/search", text="HND", lang="fr")[0]["name"])
    check("names in English where there are none in the language", "Germany",
          ask("/api/1/search", text="DEU", lang="xx")[0]["name"])
    check("classes as well", {"state", "state or territory"},
          {one["name"] for one in ask("/api/1/search", text="DEU", lang="xx")[0]["types"]})
    for symbol in ("€", "😀", "%", "*"):
        check(f"{symbol} is no word", [], found(symbol))
    status, _, body = server.ask("GET", "/api/1/search?text=a&type=dragon")
    check("an unknown type is an error", (400, "there is no class 'dragon'"), (status, json.loads(body)["detail"][6:]))
    check("with advice", "did you mean Project?", json.loads(server.ask("GET", "/api/1/search?text=a&type=projcet")[2])["advice"])
    check("a theme is a concept", ["theme"], [kind for kind, _ in found("labour migration", type="theme")][:1])
    check("a class that the store has nothing of is none", [], ask("/api/1/search", text="a", type="PlannedBudget"))
    check("a limit is a number", 400, server.ask("GET", "/api/1/search?text=a&limit=x")[0])
    words = ask("/api/1/vocabulary", lang="fr")
    check("prefixes", "https://w3id.org/tela/ontology#", words["prefixes"]["tela"])
    project = next(one for one in words["classes"] if one["iri"].endswith("#Project"))
    check("classes are counted and named", ("projet", True), (project["name"], project["count"] > 100))
    of_class = ask("/api/1/vocabulary", **{"class": project["iri"]})["properties"]
    check("properties of a class", True, 5 < len(of_class) < len(words["properties"]))
    check("a class that is not there", 404, server.ask("GET", "/api/1/vocabulary?class=x:y")[0])


def ties(server):
    honduras = "https://w3id.org/tela/state/HN"
    found = {one["by"]: one["count"] for one in json.loads(server.ask("GET", "/api/1/ties?of=" + honduras)[2])}
    network = json.loads(server.ask("GET", "/graph/states.json?by=beneficiaries&ego=" + honduras)[2])
    check("as many neighbours as the network has", len(network["nodes"]) - 1, found["beneficiaries"])
    later = json.loads(server.ask("GET", f"/api/1/ties?of={honduras}&where=period=2020..2022")[2])
    check("years choose", True, {one["by"]: one["count"] for one in later} != found)
    meeting = "https://w3id.org/tela/meeting/rcm-1"
    check("what nothing ties has none", [], json.loads(server.ask("GET", "/api/1/ties?of=" + meeting)[2]))
    check("what is not in the store", 404, server.ask("GET", "/api/1/ties?of=https://example.org/x")[0])
    check("nothing", 400, server.ask("GET", "/api/1/ties")[0])
    check("a parameter that is not there", 400, server.ask("GET", "/api/1/ties?off=x")[0])


def who_may_ask():
    with tempfile.TemporaryDirectory() as folder:
        token = pathlib.Path(folder) / "token"
        token.write_text("0123456789abcdef0123\n", encoding="ascii")
        with RunningServer(TELA, STORE, "--token-file", str(token), "--cors", "https://a.example",
                           "--host", "data.example") as server:
            ask = sparql("ASK {}")
            check("no token", 401, server.ask("GET", ask)[0])
            check("a wrong token", 401, server.ask("GET", ask, headers={"Authorization": "Bearer 0123456789abcdef0124"})[0])
            right = {"Authorization": "Bearer 0123456789abcdef0123"}
            check("the token", 200, server.ask("GET", ask, headers=right)[0])
            check("a name of the server", 200, server.ask("GET", ask, headers={**right, "Host": "data.example:80"})[0])
            check("a name that is not its own", 421, server.ask("GET", ask, headers={**right, "Host": "evil.example"})[0])
            preflight = server.ask("OPTIONS", "/sparql", headers={"Origin": "https://a.example", "Access-Control-Request-Method": "POST"})
            check("preflight without token", (204, "https://a.example"), (preflight[0], preflight[1].get("access-control-allow-origin")))
            check("another origin", None, server.ask("GET", ask, headers={**right, "Origin": "https://b.example"})[1].get("access-control-allow-origin"))
    refused = subprocess.run([TELA, "serve", "-s", STORE, "--bind", "0.0.0.0:0"], capture_output=True, text=True, timeout=20)
    check("an open address has to be meant", 2, refused.returncode)


def unix_socket():
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/tela.sock"
        process = subprocess.Popen([TELA, "-q", "serve", "-s", STORE, "--bind", "unix:" + path])
        for _ in range(200):
            if os.path.exists(path):
                break
            time.sleep(0.05)
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(path)
            client.sendall(b"GET /health HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n")
            response = http.client.HTTPResponse(client)
            response.begin()
            check("a Unix socket", 200, response.status)
        process.send_signal(signal.SIGTERM)
        check("SIGTERM ends it in good order", 0, process.wait(timeout=20))
        check("the socket is gone", False, os.path.exists(path))


def handed_over_socket():
    """As systemd does it: the socket is descriptor 3, LISTEN_PID names the process."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        process = subprocess.Popen(
            ["sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" -q serve -s "$1" --bind systemd', TELA, STORE],
            preexec_fn=lambda: os.dup2(listening.fileno(), 3), pass_fds=[3])
        connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1], timeout=60)
        connection.request("GET", "/health")
        check("a socket that was handed over", 200, connection.getresponse().status)
        process.send_signal(signal.SIGTERM)
        check("SIGTERM ends it, too", 0, process.wait(timeout=20))
    alone = subprocess.run([TELA, "serve", "-s", STORE, "--bind", "systemd"], capture_output=True, text=True, timeout=20)
    check("no socket was handed over", 1, alone.returncode)


def replaced_store():
    """A build replaces the store while clients ask: no request is lost, and each answer is of one store."""
    with tempfile.TemporaryDirectory() as folder:
        store, stop, seen, lost = folder + "/store", threading.Event(), set(), []

        def build(value):
            data = pathlib.Path(folder) / f"{value}.nt"
            data.write_text(f'<urn:a> <urn:b> "{value}" .\n', encoding="ascii")
            subprocess.run([TELA, "-q", "build", "--full", str(data), "-s", store], check=True)
        build(0)
        with RunningServer(TELA, store) as server:
            def client():
                while not stop.is_set():
                    status, _, body = server.ask("GET", sparql("SELECT ?o { ?s ?p ?o }", format="csv"))
                    if status != 200:
                        lost.append(status)
                    seen.add(body)
            clients = [threading.Thread(target=client) for _ in range(3)]
            for one in clients:
                one.start()
            for value in range(1, 101):
                build(value)
            time.sleep(0.3)
            stop.set()
            for one in clients:
                one.join()
            check("requests lost while stores were replaced", [], lost)
            check("each answer is one store's", True, all(s.startswith(b"o\r\n") and s.count(b"\n") == 2 for s in seen))
            check("the last store is served", b"o\r\n100\r\n", server.ask("GET", sparql("SELECT ?o { ?s ?p ?o }", format="csv"))[2])


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)


def store_changed_in_place():
    """A store that is cut while it is read: no answer is made of what is not there, and the server outlives it."""
    everywhere = ["/", "/state/HN.html", "/q/partners-of-a-state.csv?state=HN", "/graph/states.gexf?by=beneficiaries",
                  "/why/HN/SV.json", "/api/1/search?text=hondur", "/api/1/ties?of=state/HN", "/api/1/vocabulary",
                  "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22Honduras%22%7D%7D", sparql("ASK { ?s ?p ?o }")]
    whole = pathlib.Path(STORE).read_bytes()
    slow = sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STR(?c) < STR(?f)) }")
    name = {"Tela-Query-Id": "cut-while-it-runs"}
    with tempfile.TemporaryDirectory() as folder:
        store, answers = pathlib.Path(folder, "store"), []
        store.write_bytes(whole)
        with RunningServer(TELA, str(store), "--cache", "0") as server:
            before = {target: server.ask("GET", target) for target in everywhere}
            asked = threading.Thread(target=lambda: answers.append(server.ask("GET", slow, headers=name)))
            asked.start()
            wait_for(lambda: server.ask("GET", "/api/1/queries/" + name["Tela-Query-Id"])[0] == 200)
            os.truncate(store, 4096)
            asked.join()
            check("a query over a store that is cut", (503, True), (answers[0][0], b"in place" in answers[0][2]))
            for target in (*everywhere, "/health"):
                check(target + " of a store that was cut", 503, server.ask("GET", target)[0])
            check("metrics of a store that was cut", 200, server.ask("GET", "/metrics")[0])
            store.write_bytes(whole)
            wait_for(lambda: server.ask("GET", "/health")[0] == 200)
            for target, (status, _, body) in before.items():
                check(target + " when it is whole again", (status, body), server.ask("GET", target)[::2])
            check("SIGTERM after a store was cut", 0, server.stop())


def damaged_store():
    """A store whose bytes are others than were written: whoever asks is not to blame."""
    whole = bytearray(pathlib.Path(STORE).read_bytes())
    for part in (8, 5):
        whole[len(whole) // part] ^= 0x55
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder, "store")
        store.write_bytes(whole)
        with RunningServer(TELA, str(store), "--cache", "0") as server:
            status, _, body = server.ask("GET", sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(STR(?o) < STR(?s)) }"))
            check("a query over a damaged store", (500, True), (status, b"damaged" in body))
            check("a query that is none over a damaged store", 400, server.ask("GET", sparql("SELECT"))[0])
            check("SIGTERM after damage", 0, server.stop())


with RunningServer(TELA, STORE) as running:
    for group in (forms, methods, problems, addresses, tables, pages, validators, policy, checked, names, ties):
        group(running)
    check("SIGTERM", 0, running.stop())
who_may_ask()
unix_socket()
handed_over_socket()
replaced_store()
store_changed_in_place()
damaged_store()
faults.exit()
