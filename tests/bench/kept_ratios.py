#!/usr/bin/env python3
"""Times a few whole commands beside a peer in the same run, and compares the ratios with those that are kept.

usage: kept_ratios.py TELA [--keep] [--strict]
TELA is the program of a release build. A ratio says how many times as long the peer takes; it depends on the machine
far less than a time does. ratios.csv beside this file has the kept ones: --keep writes it anew, --strict ends with
status 1 where a ratio fell below two thirds of the kept one. Takes half a minute. Needs Debian's raptor2-utils,
python3-lxml and python3-igraph.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
KEPT = HERE / "ratios.csv"
RUNS = 3
PERSONS = 50_000
ALLOWED = 2 / 3

CITIES = "SELECT ?c (COUNT(?p) AS ?n) { ?p <http://e.example/city> ?c } GROUP BY ?c ORDER BY DESC(?n)"
COUNT_CITIES = r"/\/city> / { n[$3]++ } END { for (c in n) print n[c], c }"
READ_ELEMENTS = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], tag="iati-activity"):
    element.clear()
"""
PROJECT_STATES = """
import csv, igraph, sys
from igraph import Graph
rows = list(csv.reader(open(sys.argv[1])))
graph = Graph.TupleList(rows)
persons = {row[0] for row in rows}
graph.vs["type"] = [name in persons for name in graph.vs["name"]]
graph.bipartite_projection(which=True).write_graphml(sys.argv[2])
"""


def best(command, output=None):
    """Seconds of the shortest run."""
    times = []
    for _ in range(RUNS):
        with open(output or "/dev/null", "wb") as sink:
            start = time.perf_counter()
            subprocess.run(command, stdout=sink, stderr=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - start)
    return min(times)


def make_inputs(folder):
    with open(folder / "persons.nt", "wb") as file:
        subprocess.run([sys.executable, HERE / "make_persons.py", str(PERSONS)], stdout=file, check=True)
    subprocess.run([sys.executable, HERE / "make_iati.py", "20", folder / "activities.xml"], stdout=subprocess.DEVNULL, check=True)
    with open(folder / "cities.csv", "w", encoding="utf-8") as table, open(folder / "cities.nt", "w", encoding="utf-8") as ties:
        for line in open(folder / "persons.nt", encoding="utf-8"):
            subject, predicate, value = line.split(" ", 2)
            # All persons by 125 cities would make 10 million edges: a quarter of them makes 600,000.
            if predicate.endswith("/city>") and int(subject[len("<http://e.example/p"):-1]) % 4 == 0:
                table.write(f"{subject[1:-1]},{value[1:-4]}\n")
                ties.write(line)


def cases(tela, folder):
    """Name, our command, the peer's command, the peer."""
    nt, store, python = str(folder / "persons.nt"), str(folder / "store"), "/usr/bin/python3"
    yield ("load N-Triples", [tela, "build", "--full", "-q", nt, "-s", store],
           ["rapper", "-q", "-c", "-i", "ntriples", nt], "rapper, which only parses")
    yield ("count by city", [tela, "query", "-s", store, "-e", CITIES, "-f", "csv"],
           ["awk", COUNT_CITIES, nt], "awk over the text")
    yield ("dump N-Triples", [tela, "dump", "-s", store, "-f", "ntriples"],
           ["rapper", "-q", "-i", "ntriples", "-o", "ntriples", nt], "rapper")
    yield ("read IATI", [tela, "build", "--full", "-q", str(folder / "activities.xml"), "-s", str(folder / "iati")],
           [python, "-c", READ_ELEMENTS, str(folder / "activities.xml")], "lxml, which only parses")
    ties = str(folder / "ties")
    subprocess.run([tela, "build", "-q", str(folder / "cities.nt"), "-s", ties], check=True)
    yield ("project a network",
           [tela, "graph", "resources", "-s", ties, "--by", "http://e.example/city", "-f", "graphml"],
           [python, "-c", PROJECT_STATES, str(folder / "cities.csv"), str(folder / "peer.graphml")],
           "igraph")


def main():
    tela = str(pathlib.Path(sys.argv[1]).resolve())
    kept = {row["case"]: float(row["ratio"]) for row in csv.DictReader(open(KEPT, encoding="utf-8"))} if KEPT.exists() else {}
    ratios, fallen = {}, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_inputs(folder)
        print(f"{'case':20} {'here, s':>9} {'peer, s':>9} {'ratio':>7} {'kept':>7}  peer")
        for case, ours, theirs, peer in cases(tela, folder):
            here, there = best(ours), best(theirs)
            ratios[case] = there / here
            print(f"{case:20} {here:9.3f} {there:9.3f} {there / here:7.2f} {kept.get(case, float('nan')):7.2f}  {peer}")
            if there / here < kept.get(case, 0) * ALLOWED:
                fallen.append(case)
    if "--keep" in sys.argv:
        with open(KEPT, "w", encoding="utf-8") as file:
            file.write("case,ratio\n" + "".join(f"{case},{ratio:.2f}\n" for case, ratio in ratios.items()))
    if fallen:
        print("slower than the kept ratio:", ", ".join(fallen))
    return 1 if fallen and "--strict" in sys.argv else 0


sys.exit(main())
