"""SERVICE sends many bindings in blocks, and its answers are those of a local join, also where the service refuses or cuts
long blocks. The service is `tela serve` behind a stub that counts and has the habits of others.

usage: check_federation.py TELA
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "server"))
from running_server import RunningServer  # noqa: E402
from checks import FAULTS, TELA, check  # noqa: E402
from stub_service import StubService, whole  # noqa: E402

# SERVICE is written S; the same without it, over both files, is what it is compared with.
QUERIES = {
    "behind what binds it": "{ ?t <urn:of> ?s S { ?s <urn:name> ?n } }",
    "in front of it": "{ S { ?s <urn:name> ?n } ?t <urn:of> ?s }",
    "with OPTIONAL and FILTER within": "{ ?t <urn:of> ?s S { ?s <urn:name> ?n OPTIONAL { ?s <urn:age> ?a } "
                                       "FILTER(!BOUND(?a) || ?a > 90) } }",
    "two variables": "{ ?t <urn:of> ?s . ?t <urn:says> ?n S { ?s <urn:name> ?n } }",
    "a variable that only some rows bind": "{ ?t <urn:of> ?s OPTIONAL { ?t <urn:says> ?n } S { ?s <urn:name> ?n } }",
    "a variable that its pattern leaves open": "{ ?t <urn:of> ?s S { ?x <urn:rare> ?y OPTIONAL { ?x <urn:name> ?s } } }",
    "blank nodes beside what its pattern leaves open": "{ ?t <urn:of> ?s S { ?x <urn:rare> ?y OPTIONAL { ?s <urn:none> ?y } } }",
    "few values in many rows": "{ ?t <urn:kind> ?k S { ?k <urn:name> ?n } }",
    "OPTIONAL around it": "{ ?t <urn:kind> ?k OPTIONAL { S { ?k <urn:name> ?n } } }",
    "a path of several steps, and things without a name": "{ ?t <urn:kind> ?k S { ?k <urn:name>/^<urn:name> ?m . [] <urn:rare> ?n } }",
    "EXISTS around it": "{ VALUES ?s { <urn:s3> <urn:s5> <urn:nobody> } FILTER EXISTS{ S { ?s <urn:name> ?n } } }",
    "NOT EXISTS around it": "{ VALUES ?s { <urn:s3> <urn:none> <urn:nobody> } FILTER(NOT EXISTS{ S { ?s <urn:name> ?n } } || ?s = <urn:x>) }",
    "within a subquery": "{ { SELECT DISTINCT ?s { ?t <urn:of> ?s } } S { ?s <urn:age> ?n } }",
}


def near():
    for j in range(5000):
        subject = "_:b%d" % j if j % 500 == 3 else f"<urn:s{j * 7 % 4000}>"
        yield f"<urn:t{j}> <urn:of> {subject} .\n<urn:t{j}> <urn:kind> <urn:s{j % 5}> .\n"
        if j % 3 == 0:
            yield f'<urn:t{j}> <urn:says> "n{j * 7 % 4000 + j % 2}"@en .\n'


def far():
    for i in range(3000):
        yield f'<urn:s{i}> <urn:name> "n{i}"@en .\n'
        if i % 3 == 0:
            yield f"<urn:s{i}> <urn:age> {i} .\n".replace(f"{i} .", f'"{i}"^^<http://www.w3.org/2001/XMLSchema#integer> .')
    yield '<urn:r1> <urn:rare> "1" .\n<urn:s7> <urn:rare> "2" .\n<urn:q> <urn:name> "of nobody" .\n'


class Counting:
    """In front of a service: counts, refuses blocks of more than `most` rows, gives no more than `cap` rows."""

    def __init__(self, url, most=10**6, cap=None):
        self.url, self.most, self.cap, self.blocks = url, most, cap, []

    def __call__(self, request):
        self.blocks.append(len(re.findall(r"^\(", request.query, re.MULTILINE)))
        if self.blocks[-1] > self.most:
            return whole("too many values", status=500, media_type="text/plain")
        form = urllib.parse.urlencode({"query": request.query}).encode()
        asked = urllib.request.Request(self.url, form, {"Accept": "application/sparql-results+json"})
        with urllib.request.urlopen(asked, timeout=120) as answer:
            result = json.load(answer)
        fields = {"X_SPARQL_MaxRows": self.cap} if self.cap else {}
        rows = result["results"]["bindings"]
        del rows[self.cap or len(rows):]
        return whole(json.dumps(result), **fields)


def query(text, *arguments):
    return subprocess.run([TELA, "query", "-f", "csv", "--timeout", "120", *arguments, "-e", "SELECT * " + text],
                          capture_output=True, text=True, timeout=300, check=False)


def rows(run):
    """Blank nodes have no names in common."""
    return sorted(re.sub(r"_:\w+", "_:", line) for line in run.stdout.splitlines())


def compare(name, text, url, most=1000):
    local = query(text.replace("S {", "{"), "-d", "far.nt", "-d", "near.nt")
    with StubService(Counting(url) if not isinstance(url, Counting) else url) as stub:
        far_away = query(text.replace("S {", f"SERVICE <{stub.url}> {{"), "-d", "near.nt", "--allow-service", stub.url)
    check(f"{name}: {len(rows(local)) - 1} rows", rows(local) == rows(far_away) and len(rows(local)) > 1 and far_away.returncode == 0,
          f"{len(rows(far_away))}: {far_away.stderr[-300:]}")
    blocks = [len(re.findall(r"^\(", request.query, re.MULTILINE)) for request in stub.requests]
    check(f"{name}: no block is longer than 1,000", max(blocks) <= most, blocks)
    return blocks


def check_blocks(url):
    for name, text in QUERIES.items():
        blocks = compare(name, text, url)
        if name == "behind what binds it":
            check("thousands of values take few requests", sum(blocks) > 3500 and len(blocks) <= 6, blocks)
        if name == "few values in many rows":
            check("rows of the same values take one", blocks == [5], blocks)
    text = QUERIES["behind what binds it"]
    blocks = compare("refused above 300", text, Counting(url, most=300))
    check("halved until it is taken, and never more again", blocks[:3] == [1000, 500, 250] and max(blocks[2:]) == 250, blocks)
    blocks = compare("cut at 400 rows", text, Counting(url, cap=400))
    check("halved where answers are cut", 250 in blocks, blocks)
    blocks = compare("without VALUES", text, Counting(url, most=0))
    check("asked for all in the end", blocks[-1] == 0 and len(blocks) < 20, blocks)


def check_refusals(url):
    text = QUERIES["behind what binds it"]
    with StubService(Counting(url, most=-1)) as stub:
        named = text.replace("S {", f"SERVICE <{stub.url}> {{")
        run = query(named, "-d", "near.nt", "--allow-service", stub.url)
        check("a service that refuses everything is named", run.returncode == 1 and "too many values" in run.stderr, run.stderr)
        silent = query(named.replace("SERVICE", "SERVICE SILENT"), "-d", "near.nt", "--allow-service", stub.url)
        check("SILENT leaves the rows as they are", silent.returncode == 0 and len(silent.stdout.splitlines()) == 5001, silent.stderr)
        asked = len(stub.requests)
        run = query(named, "-d", "near.nt")
        check("nobody is asked without leave", run.returncode == 1 and "is not allowed" in run.stderr and len(stub.requests) == asked, run.stderr)
    with StubService(Counting(url)) as stub:
        run = query(f"{{ VALUES ?e {{ <{stub.url}> <urn:none> }} ?t <urn:kind> ?k SERVICE ?e {{ ?k <urn:name> ?n }} }}",
                    "-d", "near.nt", "--allow-service", stub.url)
        check("an endpoint that is none is told", run.returncode == 1 and "urn:none" in run.stderr, run.stderr)


def answering(result):
    with StubService(lambda request: whole(json.dumps(result))) as stub:
        text = f"{{ SERVICE <{stub.url}> {{ ?x <urn:y> ?y }} OPTIONAL {{ ?t <urn:of> ?y }} }}"
        return query(text, "-d", "near.nt", "--allow-service", stub.url)


def check_odd_answers():
    blank = {"type": "bnode", "value": "b3"}
    run = answering({"head": {"vars": ["x", "y"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "urn:x"}, "y": blank}]}})
    check("a blank node of a service is none of the data", rows(run)[-1] == "x,y,t" and rows(run)[0].endswith(","), run.stdout + run.stderr)
    run = answering({"head": {}, "boolean": True})
    check("yes is no answer to a SELECT", run.returncode == 1 and "yes or no" in run.stderr, run.stdout + run.stderr)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for data, lines in (("near.nt", near()), ("far.nt", far())):
            (folder / data).write_text("".join(lines))
        os.chdir(folder)
        built = subprocess.run([TELA, "build", "far.nt", "-s", "far"], capture_output=True, text=True, check=False)
        check("the service's store", built.returncode == 0, built.stderr)
        with RunningServer(TELA, "far") as server:
            url = f"http://127.0.0.1:{server.port}/sparql"
            check_blocks(url)
            check_refusals(url)
            check_odd_answers()
        os.chdir("/")
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
