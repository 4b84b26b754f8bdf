#!/usr/bin/env python3
"""Every reader of RDF, of records and of SERVICE's answers, given more than there is time for, ends when it is asked to.

usage: check_readers.py TELA [--sanitized]
"""
import http.server
import pathlib
import sys
import tempfile
import threading

from ended_run import LIMIT, WISHES, end

TELA = sys.argv[1]
SANITIZED = "--sanitized" in sys.argv
MIB = (1 if SANITIZED else 8) << 20  # what a sanitizer takes a minute for is read in no time without
LARGEST_ANSWER = 50 << 20  # one of more than 64 MiB is refused
IRI = "http://e.example/"


def repeated(head, part, tail, mib=24, separator="", most=1 << 40):
    """A file of that size; {} in `part` is a number."""
    parts, size = [], 0
    while size < mib * MIB and size < most:
        parts.append(part.replace("{}", str(len(parts))))
        size += len(parts[-1])
    return head + separator.join(parts) + tail


RDF = {
    "data.nt": repeated("", f'<{IRI}s{{}}> <{IRI}p> "text {{}}" .\n', ""),
    "data.nq": repeated("", f'<{IRI}s{{}}> <{IRI}p> "text {{}}" <{IRI}g> .\n', ""),
    "data.ttl": repeated(f"@prefix : <{IRI}> .\n", ":s{} :p 1 , 2.5 , :o{} ; :q [ :r ( :a :b ) ] .\n", ""),
    "data.trig": repeated(f"@prefix : <{IRI}> .\n", ":g{} { :s{} :p 1 , [ :q :o{} ] }\n", ""),
    "data.rdf": repeated('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="' + IRI + '">',
                         f'<T rdf:about="{IRI}s{{}}"><p>text {{}}</p></T>\n', "</rdf:RDF>"),
    "data.rj": repeated("{", f'"{IRI}s{{}}": {{"{IRI}p": [{{"type": "literal", "value": "{{}}"}}]}}', "}",
                        separator=",\n"),
}
RECORDS = {
    "records.xml": repeated("<records>", '<record kind="project"><title>Border posts {}</title><year>2015</year></record>\n', "</records>"),
    "iati.xml": repeated('<iati-activities version="2.03">',
                         "<iati-activity><iati-identifier>XM-{}</iati-identifier><title><narrative>Posts</narrative></title></iati-activity>\n",
                         "</iati-activities>"),
    "records.jsonl": repeated("", '{"kind": "project", "title": "Border posts {}", "year": 2015}\n', ""),
    "table.csv": repeated("project id,title,year,states\n", "PX.{},Border posts,2015,Honduras and El Salvador\n", ""),
}
ANSWERS = {
    "json": ("application/sparql-results+json",
             repeated('{"head":{"vars":["x"]},"results":{"bindings":[', '{"x":{"type":"literal","value":"text {}"}}', "]}}", 50, ",", most=LARGEST_ANSWER)),
    "xml": ("application/sparql-results+xml",
            repeated('<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results>',
                     '<result><binding name="x"><literal>text {}</literal></binding></result>', "</results></sparql>", 50, most=LARGEST_ANSWER)),
}


class Service(http.server.BaseHTTPRequestHandler):
    """Gives the large answer that its path names."""

    def do_POST(self):
        kind, text = ANSWERS[self.path.strip("/")]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        try:
            self.wfile.write(text.encode())
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, *_):
        pass


def check_rdf(folder, faults):
    for name, text in RDF.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        for wish in WISHES:
            options = ["--timeout", str(LIMIT)] if wish == "the time limit" else []
            end(name, wish, [TELA, "query", "-d", str(path), "-e", "ASK { ?s <urn:never> ?o }", *options], faults)
        path.unlink()


def check_records(folder, faults):
    for name, text in RECORDS.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        commands = {"extract": ["extract", "-f", "json", str(path)],
                    "build": ["build", "-q", str(path), "-s", str(folder / "store")]}
        for (verb, command), wish in zip(commands.items(), ("SIGINT", "SIGTERM")):
            end(f"{verb} {name}", wish, [TELA, *command], faults)
        path.unlink()
    if (folder / "store").exists():
        faults.append("a build that was ended left a store")


def check_answers(folder, faults):
    data = folder / "data.nt"
    data.write_text("".join(f"<urn:s{i}> <urn:p> <urn:o{i}> .\n" for i in range(2000)), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    for kind in ANSWERS:
        command = [TELA, "query", "-d", str(data), "--allow-service", address, "-e",
                   f"SELECT (COUNT(*) AS ?n) {{ SERVICE <{address}{kind}> {{ ?s ?p ?x }} ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}"]
        for wish in WISHES:
            options = ["--timeout", str(LIMIT)] if wish == "the time limit" else []
            end(f"an answer in {kind}", wish, [*command, *options], faults)
        end(f"an answer in {kind}, 64 MiB", "the time limit", [*command, "--memory-limit", "64", "--timeout", "100"], faults)
    server.shutdown()


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_rdf(folder, faults)
        check_records(folder, faults)
        check_answers(folder, faults)
    print("\n".join(faults) or "every reader ended when it was asked to")
    return 1 if faults else 0


sys.exit(main())
