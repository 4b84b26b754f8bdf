#!/usr/bin/env python3
"""Compares networks with igraph and networkx on the same edges, in the same run.

usage: network_speed.py NETWORK_SPEED GEN_PY [N]
NETWORK_SPEED is built from network_speed.cpp (Release); GEN_PY writes the graph of N projects
(default 100000) as N-Triples, of which the beneficiaries are taken. Needs Debian's python3-igraph
and python3-networkx. Prints a table of seconds.
"""
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import igraph
import networkx as nx
from networkx.algorithms import bipartite

BENEFICIARY = re.compile(r"<http://ex.org/project/(\d+)> <http://ex.org/v/beneficiary> <http://ex.org/state/(\d+)>")


def ours(*arguments):
    line = subprocess.run([sys.argv[1], *map(str, arguments)], capture_output=True, text=True,
                          check=True).stdout
    found = re.match(r"seconds=(\S+) result=(\S+)", line)
    return float(found[1]), float(found[2])


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def write_pairs(path, pairs):
    path.write_text("".join(f"{a} {b}\n" for a, b in pairs))


def beneficiaries(n):
    """(state, project) of the generated graph."""
    with subprocess.Popen([sys.executable, sys.argv[2], str(n), "1"], stdout=subprocess.PIPE,
                          text=True) as generator:
        found = (BENEFICIARY.match(line) for line in generator.stdout)
        return [(int(m[2]), int(m[1])) for m in found if m]


def row(what, *columns):
    print(f"{what:<34}" + "".join(f"{column:>16}" for column in columns))


def projection(folder, n):
    pairs = beneficiaries(n)
    write_pairs(folder / "ties", pairs)
    states = max(a for a, _ in pairs) + 1
    mine, edges = ours("project", folder / "ties")

    def with_igraph():
        graph = igraph.Graph(n=states + n, edges=[(a, states + b) for a, b in pairs])
        types = [False] * states + [True] * n
        return graph.bipartite_projection(types=types, which=0)

    theirs, projected = timed(with_igraph)
    projected = projected[0] if isinstance(projected, tuple) else projected
    assert projected.ecount() == edges, (projected.ecount(), edges)

    def with_networkx():
        graph = nx.Graph()
        graph.add_edges_from((("s", a), ("p", b)) for a, b in pairs)
        return bipartite.weighted_projected_graph(graph, {("s", a) for a, _ in pairs})

    slow, _ = timed(with_networkx) if n <= 100_000 else (float("nan"), None)
    row(f"states of {n} projects", f"{mine:.3f}", f"{theirs:.3f}", f"{slow:.3f}")
    joined, count = ours("join", folder / "ties", 0.5)
    row(f"projects, Jaccard >= 0.5: {count:.3g} pairs", f"{joined:.3f}", "-", "-")


def betweenness(folder):
    rnd = random.Random(1)
    pairs = set()
    while len(pairs) < 100_000:
        a, b = rnd.randrange(10_000), rnd.randrange(10_000)
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    write_pairs(folder / "edges", sorted(pairs))
    mine, value = ours("betweenness", folder / "edges")
    graph = igraph.Graph(n=10_000, edges=sorted(pairs))
    theirs, values = timed(graph.betweenness)
    assert abs(values[0] - value) < 1e-6 * value, (values[0], value)
    row("betweenness, 10,000 / 100,000", f"{mine:.3f}", f"{theirs:.3f}", "-")


def graphml(folder):
    mine, size = ours("graphml", 1_000_000)
    graph = igraph.Graph(n=10_000, edges=[(e % 10_000, e * 7 % 10_000) for e in range(1_000_000)])
    graph.es["weight"] = [1 / (e % 97 + 1) for e in range(1_000_000)]
    path = folder / "g.graphml"
    theirs, _ = timed(lambda: graph.write_graphml(str(path)))
    row("GraphML of 1,000,000 edges, MB/s", f"{size / mine / 1e6:.0f}",
        f"{path.stat().st_size / theirs / 1e6:.0f}", "-")


row("seconds", "here", "igraph", "networkx")
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    projection(folder, int(sys.argv[3]) if len(sys.argv) > 3 else 100_000)
    betweenness(folder)
    graphml(folder)
