#!/usr/bin/env python3
"""Compares networks with igraph and networkx on the same edges, in the same run.

usage: network_speed.py BUILD DATA [--networkx-limit SECONDS]
BUILD   a Release build with `tela` and tests/bench/network_speed (cmake -DTELA_TESTS=ON).
DATA    the graph of N projects as N-Triples, as ../shared/bench/gen.py N 1 writes it.
Needs Debian's python3-igraph and python3-networkx. Prints a table of seconds (MB/s for GraphML)
and how many times faster this program is; the best of three runs, but one of networkx.

The state network: `tela graph states -f graphml`, a whole process from the store to the file,
against making the graph from the list of edges and projecting it, without writing it.
"""
import argparse
import multiprocessing
import pathlib
import random
import re
import subprocess
import tempfile
import time

import igraph
import networkx as nx
from networkx.algorithms import bipartite

PREDICATE = "<http://ex.org/v/beneficiary>"
BENEFICIARY = re.compile(rf"<http://ex.org/project/(\d+)> {PREDICATE} <http://ex.org/state/(\d+)>")
RUNS = 3


def best(work):
    """The shortest of some runs in seconds, and the last result."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times), result


def program(path, *arguments):
    line = subprocess.run([str(path), *map(str, arguments)], capture_output=True, text=True,
                          check=True).stdout
    found = re.match(r"seconds=(\S+) result=(\S+)", line)
    return float(found[1]), float(found[2])


def best_program(path, *arguments):
    return min(program(path, *arguments) for _ in range(RUNS))


def beneficiaries(data):
    """(state, project) of the generated graph."""
    with open(data, encoding="utf-8") as lines:
        found = (BENEFICIARY.match(line) for line in lines if PREDICATE in line)
        return [(int(m[2]), int(m[1])) for m in found if m]


def row(what, here, igraph_, networkx, ratios=True):
    def text(value):
        return "-" if value is None else value if isinstance(value, str) else f"{value:.3f}"

    def ratio(value):
        if value is None or not ratios:
            return "-"
        more = value.startswith(">") if isinstance(value, str) else False
        return f"{'>' if more else ''}{float(str(value).lstrip('> ')) / here:.1f}x"

    columns = [text(here), text(igraph_), text(networkx), ratio(igraph_), ratio(networkx)]
    print(f"{what:<44}" + "".join(f"{column:>12}" for column in columns), flush=True)


def networkx_projection(pairs):
    graph = nx.Graph()
    graph.add_edges_from((("s", a), ("p", b)) for a, b in pairs)
    bipartite.weighted_projected_graph(graph, {("s", a) for a, _ in pairs})


def limited(limit, work, *arguments):
    """Seconds of `work` in a process of its own, or "> limit"."""
    start = time.perf_counter()
    process = multiprocessing.Process(target=work, args=arguments)
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
        return f"> {limit}"
    return time.perf_counter() - start


def projection(build, folder, pairs, store, limit):
    states = max(a for a, _ in pairs) + 1
    projects = max(b for _, b in pairs) + 1
    file = folder / "states.graphml"
    command = [build / "src/tela", "graph", "states", "--by", PREDICATE, "-s", store, "-f", "graphml",
               "-o", file, "--quiet"]
    mine, _ = best(lambda: subprocess.run(command, check=True))
    edges = [(a, states + b) for a, b in pairs]

    def with_igraph():
        graph = igraph.Graph(n=states + projects, edges=edges)
        return graph.bipartite_projection(types=[False] * states + [True] * projects, which=0)

    theirs, projected = best(with_igraph)
    projected = projected[0] if isinstance(projected, tuple) else projected
    assert projected.ecount() == file.read_text().count("<edge "), "the networks differ"
    slow = limited(limit, networkx_projection, pairs)
    row(f"states of {projects} projects, {len(pairs)} ties", mine, theirs, slow)


def similarity(build, folder, pairs):
    path = folder / "ties"
    path.write_text("".join(f"{a} {b}\n" for a, b in pairs))
    for threshold in (0.5, 0.9):
        seconds, count = program(build / "tests/bench/network_speed", "join", path, threshold)
        row(f"projects, Jaccard >= {threshold}: {count:.3g} pairs", seconds, None, None)


def betweenness(build, folder):
    rnd = random.Random(1)
    pairs = set()
    while len(pairs) < 100_000:
        a, b = rnd.randrange(10_000), rnd.randrange(10_000)
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    path = folder / "edges"
    path.write_text("".join(f"{a} {b}\n" for a, b in sorted(pairs)))
    mine, value = best_program(build / "tests/bench/network_speed", "betweenness", path)
    graph = igraph.Graph(n=10_000, edges=sorted(pairs))
    theirs, values = best(graph.betweenness)
    assert abs(values[0] - value) < 1e-6 * value, (values[0], value)
    row("betweenness, 10,000 nodes, 100,000 edges", mine, theirs, None)


def graphml(build, folder):
    path = folder / "g.graphml"
    mine, size = best_program(build / "tests/bench/network_speed", "graphml", 1_000_000, path)
    graph = igraph.Graph(n=10_000, edges=[(e % 10_000, e * 7 % 10_000) for e in range(1_000_000)])
    graph.es["weight"] = [1 / (e % 97 + 1) for e in range(1_000_000)]
    theirs, _ = best(lambda: graph.write_graphml(str(path)))
    rate, other = size / mine / 1e6, path.stat().st_size / theirs / 1e6
    row("GraphML of 1,000,000 edges, MB/s", f"{rate:.0f}", f"{other:.0f}", None, ratios=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--networkx-limit", type=int, default=120, help="seconds, then it is stopped")
    options = parser.parse_args()
    print(f"{'seconds':<44}" + "".join(f"{column:>12}" for column in
                                       ("here", "igraph", "networkx", "/ igraph", "/ networkx")))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store = folder / "store"
        subprocess.run([options.build / "src/tela", "build", options.data, "-s", store, "--quiet"],
                       check=True)
        pairs = beneficiaries(options.data)
        projection(options.build, folder, pairs, store, options.networkx_limit)
        similarity(options.build, folder, pairs)
        betweenness(options.build, folder)
        graphml(options.build, folder)


main()
