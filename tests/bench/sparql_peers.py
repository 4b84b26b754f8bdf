#!/usr/bin/env python3
"""Times SPARQL queries on Tela and on engines that Debian and npm offer, in one run on one machine.

usage: sparql_peers.py TELA DATA.nt QUERY.rq... [--engines tela,virtuoso,jena,oxigraph,rdflib]
                       [--repeat 5] [--work FOLDER] [--out TABLE.md]

Needs, for the peers asked for: Debian's virtuoso-opensource-7-bin, libapache-jena-java with a JRE,
python3-rdflib; npm's oxigraph (`npm install oxigraph` in the work folder, with node). Each engine loads
DATA once; each query runs REPEAT times warm, the figures are the median (and the best) milliseconds as the
engine itself counts them, Virtuoso's with its HTTP answer. Queries of the library are given their parameters'
defaults. Answers are compared as multisets of rows, numbers by value; LIMIT without ORDER
BY is compared by row count only.
"""
import argparse
import collections
import csv
import glob
import http.client
import io
import json
import math
import os
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse
import zipfile


patience = 30  # seconds a run, before an engine counts as failed


def run(command, **options):
    done = subprocess.run(command, check=False, text=True, encoding="utf-8", stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, **options)
    if done.returncode != 0:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[:200]}")
    return done


class Engine:
    """load() once, then query() per file: (milliseconds of each run, rows)."""

    def __init__(self, work, repeat):
        self.work, self.repeat = work, repeat

    def stop(self):
        pass


class Tela(Engine):
    name = "tela"

    def load(self, data, program):
        self.program, self.store = program, os.path.join(self.work, "tela-store")
        run([program, "build", data, "-s", self.store, "--quiet"])

    def query(self, path):
        done = subprocess.run([self.program, "query", path, "-s", self.store, "-f", "json", "--time",
                               "--repeat", str(self.repeat + 1)], check=True, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        times = [float(t) for t in re.findall(r"total=([\d.]+)", done.stderr)]
        return times[1:], json_rows(done.stdout)


class Virtuoso(Engine):
    """Asked over HTTP on one connection: the console cannot be given a query with a semicolon."""
    name = "virtuoso"
    port, http_port = 11119, 18890
    graph = "http://data/"

    def load(self, data, _program):
        home = os.path.join(self.work, "virtuoso")
        shutil.rmtree(home, ignore_errors=True)
        os.makedirs(home)
        with open(os.path.join(home, "virtuoso.ini"), "w", encoding="utf-8") as ini:
            ini.write(f"[Database]\nDatabaseFile={home}/v.db\nTransactionFile={home}/v.trx\n"
                      f"ErrorLogFile={home}/v.log\nxa_persistent_file={home}/v.pxa\n[Parameters]\n"
                      f"ServerPort={self.port}\nNumberOfBuffers=340000\nMaxDirtyBuffers=250000\n"
                      f"ThreadsPerQuery=2\nDirsAllowed={os.path.dirname(os.path.abspath(data))}\n"
                      f"[HTTPServer]\nServerPort={self.http_port}\nServerThreads=2\n"
                      "[SPARQL]\nResultSetMaxRows=10000000\n")
        self.server = subprocess.Popen(["virtuoso-t", "+foreground", "+configfile", f"{home}/virtuoso.ini"],
                                       cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(120):
            if subprocess.run(self.isql("status();"), stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0:
                break
            time.sleep(0.5)
        folder, name = os.path.split(os.path.abspath(data))
        run(self.isql(f"ld_dir('{folder}','{name}','{self.graph}');rdf_loader_run();checkpoint;"))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=patience)

    def isql(self, text):
        return ["isql-vt", str(self.port), "dba", "dba", "VERBOSE=ON", f"EXEC={text}"]

    def query(self, path):
        body = urllib.parse.urlencode({"query": open(path, encoding="utf-8").read(),
                                       "default-graph-uri": self.graph})
        headers = {"Content-Type": "application/x-www-form-urlencoded",
                   "Accept": "application/sparql-results+json"}
        times = []
        for _ in range(self.repeat + 1):
            start = time.perf_counter()
            status, text = self.post(body, headers)
            times.append(1000 * (time.perf_counter() - start))
            if status != 200:
                raise RuntimeError(text[:200])
        return times[1:], json_rows(text)

    def post(self, body, headers):
        try:
            self.connection.request("POST", "/sparql", body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read().decode("utf-8")
        except OSError:
            self.connection.close()  # the next request opens it again
            raise

    def stop(self):
        self.server.kill()
        self.server.wait()


class Jena(Engine):
    name = "jena"

    def load(self, data, _program):
        self.store = os.path.join(self.work, "tdb2")
        shutil.rmtree(self.store, ignore_errors=True)
        self.path = self.class_path()
        run(["java", "-cp", self.path, "tdb2.tdbloader", "--loc", self.store, data])

    def class_path(self):
        java = "/usr/share/java"
        # Debian's jar keeps the regular expressions' messages under another name than it looks for.
        resources = os.path.join(self.work, "jena-resources")
        with zipfile.ZipFile(f"{java}/jena-core.jar") as jar:
            for name in jar.namelist():
                if "/ext/xerces/" in name and not name.endswith("/"):
                    target = os.path.join(resources, name.split("/ext/")[1])
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    with open(target, "wb") as out:
                        out.write(jar.read(name))
        names = "thrift commons-lang3 commons-cli commons-csv commons-codec commons-io commons-compress " \
                "caffeine xercesImpl xml-apis slf4j-api slf4j-nop guava gson jcl-over-slf4j protobuf".split()
        jars = [j for j in glob.glob(f"{java}/jena-*.jar") if not re.search(r"-\d", j)]
        return ":".join([resources, *jars, *(f"{java}/{n}.jar" for n in names)])

    def query(self, path):
        base = ["java", "-cp", self.path, "tdb2.tdbquery", "--loc", self.store, "--query", path]
        timed = run(base + ["--time", "--results", "count", "--repeat", str(self.repeat + 3)],
                    timeout=patience * (self.repeat + 3))
        times = [1000 * float(t) for t in re.findall(r"^Time: ([\d.]+) sec", timed.stdout + timed.stderr, re.M)]
        return times[3:], json_rows(run(base + ["--results", "json"]).stdout)


class Oxigraph(Engine):
    name = "oxigraph"
    script = """
const {Store} = require('oxigraph'), fs = require('fs');
const [data, repeat] = [process.argv[2], +process.argv[3]], store = new Store();
store.load(fs.readFileSync(data, 'utf8'), {format: 'nt'});
console.log('ready');
require('readline').createInterface({input: process.stdin}).on('line', path => {
  const text = fs.readFileSync(path, 'utf8'), times = [];
  for (let i = 0; i <= repeat; ++i) {
    const start = process.hrtime.bigint();
    store.query(text);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  const rows = store.query(text).map(row => [...row.entries()].map(([k, v]) => [k, v.value]));
  console.log(JSON.stringify({times: times.slice(1), rows}));
});
"""

    def load(self, data, _program):
        self.data, self.path = data, os.path.join(self.work, "oxigraph.cjs")
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(self.script)
        self.start()

    def start(self):
        self.node = subprocess.Popen(["node", "--max-old-space-size=12000", self.path, self.data, str(self.repeat)],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=self.work)
        if self.node.stdout.readline().strip() != "ready":
            raise RuntimeError("oxigraph did not load the data")

    def query(self, path):
        self.node.stdin.write(os.path.abspath(path) + "\n")
        self.node.stdin.flush()
        if not select.select([self.node.stdout], [], [], patience * self.repeat)[0]:
            self.stop()
            self.start()
            raise RuntimeError(f"no answer in {patience * self.repeat} s")
        answer = json.loads(self.node.stdout.readline())
        return answer["times"], [tuple(sorted((k, plain(v)) for k, v in row)) for row in answer["rows"]]

    def stop(self):
        self.node.kill()
        self.node.wait()


class Rdflib(Engine):
    name = "rdflib"

    @staticmethod
    def give_up(_signal, _frame):
        raise RuntimeError(f"no answer in {patience} s")

    def load(self, data, _program):
        import rdflib
        self.graph = rdflib.Graph()
        self.graph.parse(data, format="nt")

    def query(self, path):
        text, times = open(path, encoding="utf-8").read(), []
        signal.signal(signal.SIGALRM, self.give_up)
        for _ in range(self.repeat):
            signal.alarm(patience)
            start = time.perf_counter()
            rows = list(self.graph.query(text))
            times.append(1000 * (time.perf_counter() - start))
            signal.alarm(0)
        return times, [tuple(sorted((str(k), plain(str(v))) for k, v in row.asdict().items())) for row in rows]


def with_defaults(path, work):
    """The query with the parameters of its head put in as terms; the path of the text all engines get."""
    text = open(path, encoding="utf-8").read()
    parameters = re.findall(r"^#\+   - name: (\w+)\n#\+     type: (\w+)\n#\+     default: (.+)$", text, re.M)
    if not parameters:
        return path
    for name, kind, default in parameters:
        value = default.strip().strip("'\"")
        if kind in ("string", "language"):
            term = json.dumps(value)
        elif kind in ("integer", "decimal", "date", "gYear"):
            term = f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'
        else:
            term = f"<https://w3id.org/tela/{kind}/{value}>"
        text = re.sub(rf"\?_{name}\b", lambda _: term, text)
    target = os.path.join(work, os.path.basename(path))
    with open(target, "w", encoding="utf-8") as out:
        out.write(text)
    return target


def plain(value):
    """Numbers by value, everything else as it is."""
    try:
        number = float(value)
        return round(number, 6 - int(math.floor(math.log10(abs(number)))) - 1) if number else 0.0
    except (ValueError, OverflowError):
        return value


def json_rows(text):
    return [tuple(sorted((k, plain(v["value"])) for k, v in row.items()))
            for row in json.loads(text)["results"]["bindings"]]


def agree(query, one, other):
    if re.search(r"\bLIMIT\b", query) and not re.search(r"\bORDER\s+BY\b", query):
        return len(one) == len(other)
    if "GROUP_CONCAT" in query:  # in any order
        one, other = ([tuple((k, sorted(str(v))) for k, v in row) for row in rows] for rows in (one, other))
        return sorted(one) == sorted(other)
    return collections.Counter(one) == collections.Counter(other)


def measure(engine, queries):
    results = {}
    for path in queries:
        try:
            results[path] = engine.query(path)
        except Exception as error:  # an engine that gives up is a result of its own
            print(f"{engine.name} {os.path.basename(path)}: {error}", file=sys.stderr)
    return results


def table(data, queries, results, loads):
    names = list(results)
    lines = [f"| {os.path.basename(data)} | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    ratios = collections.defaultdict(list)
    for path in queries:
        cells = []
        ours = results["tela"].get(path)
        for name in names:
            cell, ratio = cell_of(path, name, results[name].get(path), ours)
            cells.append(cell)
            if ratio:
                ratios[name].append(ratio)
        lines.append(f"| {os.path.splitext(os.path.basename(path))[0]} | " + " | ".join(cells) + " |")
    mean = lambda values: math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")
    lines.append("| geometric mean of ratios to tela | " +
                 " | ".join("%.1f×" % mean(ratios[name]) if ratios[name] else "–" for name in names) + " |")
    lines.append("| load, s | " + " | ".join("%.1f" % loads[name] for name in names) + " |")
    return "\n".join(lines) + "\n"


def cell_of(path, name, result, ours):
    if result is None:
        return "failed", None
    median = statistics.median(result[0])
    cell = "%.1f (best %.1f)" % (median, min(result[0]))
    if ours and not agree(open(path, encoding="utf-8").read(), ours[1], result[1]):
        cell += f" ≠ {len(result[1])} rows, tela {len(ours[1])}"
    ratio = max(median, 0.5) / max(statistics.median(ours[0]), 0.001) if ours and name != "tela" else None
    return cell, ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tela")
    parser.add_argument("data")
    parser.add_argument("queries", nargs="+")
    parser.add_argument("--engines", default="tela,virtuoso,jena,oxigraph")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--work", default="bench-work")
    parser.add_argument("--out")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    csv.field_size_limit(1 << 30)
    queries = [with_defaults(path, options.work) for path in options.queries]
    results, loads = {}, {}
    for kind in (Tela, Virtuoso, Jena, Oxigraph, Rdflib):
        if kind.name not in options.engines.split(","):
            continue
        engine = kind(options.work, options.repeat)
        start = time.perf_counter()
        engine.load(os.path.abspath(options.data), options.tela)
        loads[kind.name] = time.perf_counter() - start
        results[kind.name] = measure(engine, queries)
        engine.stop()
    text = table(options.data, queries, results, loads)
    print(text)
    if options.out:
        with io.open(options.out, "a", encoding="utf-8") as out:
            out.write(text + "\n")


if __name__ == "__main__":
    main()
