#!/usr/bin/env python3
"""What the commands make of a service is what they make of a store with the same statements, also where the service
cuts its answers or refuses large ones. The service is `tela serve`, as it is and behind a stub that has the habits of others.

usage: check_commands.py TELA STORE
"""
import filecmp
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "server"))
from running_server import RunningServer  # noqa: E402
from checks import FAULTS, check  # noqa: E402
from stub_service import StubService, whole  # noqa: E402

TELA, STORE = sys.argv[1], sys.argv[2]
ROOT = pathlib.Path(__file__).parent.parent.parent


def tela(*arguments, env=None):
    return subprocess.run([TELA, *arguments], capture_output=True, text=True, timeout=300, check=False,
                          env={**os.environ, **(env or {})})


def same(name, arguments, store, url, option="--endpoint"):
    """The same standard output from both."""
    local, remote = tela(*arguments, "-s", store), tela(*arguments, option, url)
    check(name, local.returncode == remote.returncode and local.stdout == remote.stdout and local.stdout,
          f"{local.returncode} {remote.returncode}: {remote.stderr[-500:]}")


class Habits:
    """A service in front of another: cuts results, tells of it or not, and refuses long lists of values."""

    def __init__(self, url, cap=None, tells=False, most_values=None, drops=None):
        self.url, self.cap, self.tells, self.most_values, self.drops = url, cap, tells, most_values, drops

    def __call__(self, request):
        query = request.query
        if self.most_values and query.count("> <") > self.most_values:
            return whole("too many values", status=500, media_type="text/plain")
        form = urllib.parse.urlencode({"query": query}).encode()
        asked = urllib.request.Request(self.url, form, {"Accept": "application/sparql-results+json"})
        with urllib.request.urlopen(asked, timeout=120) as answer:
            text = answer.read().decode()
        fields = {"X_SPARQL_MaxRows": self.cap} if self.tells else {}
        if (self.cap or self.drops) and '"bindings"' in text:
            result = json.loads(text)
            rows = result["results"]["bindings"]
            if self.drops and "COUNT" not in query:
                del rows[:self.drops]
            del rows[self.cap or len(rows):]
            text = json.dumps(result)
        return whole(text, **fields)


def small_store(folder):
    """Of a few records of STORE."""
    records = {}
    for line in tela("dump", "-s", STORE).stdout.splitlines(keepends=True):
        graph = line.split()[-2]
        if "/record/" in graph:
            records.setdefault(graph, []).append(line)
    (folder / "small.nq").write_text("".join("".join(records[graph]) for graph in sorted(records)[::10]))
    built = tela("build", str(folder / "small.nq"), "-s", str(folder / "small"))
    check("the small store: " + built.stderr.splitlines()[-1], built.returncode == 0, built.stderr)
    return str(folder / "small")


def check_networks(url):
    for arguments in (["graph", "states", "-f", "graphml", "--evidence", "--dates", "--isolates"],
                      ["graph", "processes", "-f", "gexf", "--weight", "jaccard", "--measures", "degree"],
                      ["why", "HN", "SV", "-f", "json"]):
        same(" ".join(arguments), arguments, STORE, url)
    local = json.loads(tela("info", "--network", "states", "-f", "json", "-s", STORE).stdout)["network"]
    remote = json.loads(tela("info", "--network", "states", "-f", "json", "--endpoint", url).stdout)["network"]
    check("info --network", local == remote, f"{local} {remote}")


def check_queries(url):
    for name in ("partners-of-a-state", "members-of-a-process", "projects-of-a-state"):
        if (ROOT / "queries" / f"{name}.rq").exists():
            same(f"query -n {name}", ["query", "-n", name, "-f", "json"], STORE, url)
    same("CONSTRUCT", ["query", "-f", "ntriples", "-e", "CONSTRUCT { ?s a tela:Project } WHERE { ?s a tela:Project }"], STORE, url)


def check_copies(folder, store, url):
    """Everything that reads all of a store, on a small one."""
    for arguments in (["dump", "--canonical"], ["validate", "-f", "json"], ["graph", "resources", "-f", "graphml"]):
        same(" ".join(arguments), arguments, store, url)
    release = {"SOURCE_DATE_EPOCH": "1700000000"}
    tela("publish", "-s", store, "-o", str(folder / "local"), env=release)
    remote = tela("publish", "--from", url, "-o", str(folder / "remote"), env=release)
    names = [p.relative_to(folder / "local") for p in (folder / "local").rglob("*") if p.is_file()]
    _, differ, errors = filecmp.cmpfiles(folder / "local", folder / "remote", names, shallow=False)
    stores = [name for name in differ if not str(name).endswith(".store")]
    check(f"publish, {len(names)} files", names and not stores and not errors, f"{stores[:5]} {errors[:5]} {remote.stderr[-300:]}")
    process = tela("diff", "--endpoint", url, store)
    check("diff finds nothing", process.returncode == 0 and "0 added, 0 removed" in process.stderr, process.stderr)
    copy = tela("build", "--from", url, "-s", str(folder / "copy"))
    dumps = [tela("dump", "--canonical", "-s", path).stdout for path in (store, str(folder / "copy"))]
    check("build --from", copy.returncode == 0 and dumps[0] == dumps[1] and dumps[0], copy.stderr)
    check("leaves nothing behind", not (folder / "copy.parts").exists())
    with RunningServer(TELA, store, "--endpoint", url) as server:
        status, _, body = server.ask("POST", "/sparql", "query=SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                                     {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/csv"})
        local = tela("query", "-s", store, "-f", "csv", "-e", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").stdout
        check("serve", status == 200 and body.decode().split() == local.split(), body)


def check_habits(folder, store, url):
    """What is cut is asked for in parts, or it is no result."""
    whole_dump = tela("dump", "--canonical", "-s", store).stdout
    for name, habits in {
            "a cap that is told": Habits(url, cap=300, tells=True),
            "a cap that is not told": Habits(url, cap=1000),
            "a cap, and no long lists of values": Habits(url, cap=300, tells=True, most_values=5)}.items():
        with StubService(habits) as stub:
            process = tela("dump", "--canonical", "--endpoint", stub.url)
            check(f"{name}, {len(stub.requests)} requests", process.returncode == 0 and process.stdout == whole_dump, process.stderr)
            asked = " ".join(request.query for request in stub.requests)
            check(name + ": neither OFFSET nor ORDER BY", "OFFSET" not in asked and "ORDER" not in asked)
    with StubService(Habits(url, drops=1)) as stub:
        process = tela("dump", "--endpoint", stub.url)
        check("a row is missing", process.returncode == 3 and "not whole" in process.stderr, process.stderr)

    cutting, left = Habits(url, cap=300, tells=True), [14]

    def dies(request):
        left[0] -= 1
        return cutting(request) if left[0] >= 0 else whole("gone", status=500, media_type="text/plain")

    target = str(folder / "resumed")
    with StubService(dies) as stub:
        copy = ["build", "--from", stub.url, "-s", target, "--from-part", "250"]
        process = tela(*copy)
        came = list((folder / "resumed.parts").glob("*.nq.zst"))
        check("a copy that breaks off keeps its parts", process.returncode == 1 and came and not os.path.exists(target), process.stderr)
        left[0] = 10 ** 6
        process = tela(*copy)
        check("and goes on from there", process.returncode == 0 and f"{len(came)} of " in process.stderr, process.stderr)
        check("to the same", tela("dump", "--canonical", "-s", target).stdout == whole_dump)


def check_info(url):
    with StubService(Habits(url, cap=300, tells=True)) as stub:
        process = tela("info", "--endpoint", stub.url, "-f", "json")
        told = json.loads(process.stdout)
        check("info tells the cap", told["row_cap"] == 300 and told["default_is_union"] and told["values"], process.stderr)
        asked = len(stub.requests)
        tela("info", "--endpoint", stub.url)
        check("and remembers", len(stub.requests) - asked <= 3)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        small = small_store(folder)
        with RunningServer(TELA, STORE) as server:
            check_networks(server.url + "/sparql")
            check_queries(server.url + "/sparql")
        with RunningServer(TELA, small) as server:
            check_copies(folder, small, server.url + "/sparql")
            check_habits(folder, small, server.url + "/sparql")
            check_info(server.url + "/sparql")
    print("\n".join(FAULTS) or "everything is the same")
    return 1 if FAULTS else 0


sys.exit(main())
