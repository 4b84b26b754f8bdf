#!/usr/bin/env python3
"""Compares the measures of src/network with networkx and igraph on random graphs.

usage: compare_measures.py MEASURE_DRIVER
Exits 77 (skipped) with a line that says so when a library is absent.
"""
import math
import random
import subprocess
import sys

try:
    import igraph
    import networkx as nx
    from networkx.algorithms import bipartite
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
except ImportError as missing:
    print(f"skipped: {missing}; apt-get install python3-networkx python3-igraph")
    sys.exit(77)

faults = 0


def check(what, ours, theirs, tolerance=1e-9):
    global faults
    same = len(ours) == len(theirs) and all(
        (math.isnan(x) and math.isnan(y)) or math.isclose(x, y, rel_tol=tolerance, abs_tol=tolerance)
        for x, y in zip(ours, theirs))
    if not same:
        faults += 1
        bad = [(i, x, y) for i, (x, y) in enumerate(zip(ours, theirs))
               if not math.isclose(x, y, rel_tol=tolerance, abs_tol=tolerance)][:5]
        print(f"FAILED {what}: {len(ours)} against {len(theirs)} values, {bad}")


def driver(text):
    done = subprocess.run([sys.argv[1]], input=text, capture_output=True, text=True, check=True)
    rows = (line.split(" ") for line in done.stdout.splitlines())
    return {row[0]: [float(cell) for cell in row[1:]] for row in rows}


def same_partition(what, ours, groups):
    global faults
    mine = {}
    for node, group in enumerate(ours):
        mine.setdefault(group, set()).add(node)
    if sorted(map(sorted, mine.values())) != sorted(map(sorted, groups)):
        faults += 1
        print(f"FAILED {what}")


def random_graph(seed, directed):
    rnd = random.Random(seed)
    n = rnd.randint(2, 60)
    graph = (nx.DiGraph if directed else nx.Graph)()
    graph.add_nodes_from(range(n))
    for _ in range(rnd.randint(0, 4 * n)):
        a, b = rnd.randrange(n), rnd.randrange(n)
        if a != b:
            graph.add_edge(a, b, weight=rnd.choice([1, 2, 3, 0.5, 0.1, 7.25]))
    return graph


def to_igraph(graph):
    edges = sorted((min(e), max(e)) if not graph.is_directed() else e for e in graph.edges())
    other = igraph.Graph(n=len(graph), edges=edges, directed=graph.is_directed())
    other.es["weight"] = [graph.edges[e]["weight"] for e in edges]
    return other


def one_mode(seed, directed):
    graph = random_graph(seed, directed)
    n = len(graph)
    text = f"one-mode {n} {'directed' if directed else 'undirected'}\n"
    text += "".join(f"{a} {b} {w!r}\n" for a, b, w in graph.edges(data="weight"))
    ours = driver(text)
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data["weight"]
    name = f"seed {seed}, {'directed' if directed else 'undirected'}: "
    undirected = nx.Graph()
    undirected.add_nodes_from(range(n))
    for a, b, w in graph.edges(data="weight"):
        before = undirected.edges[a, b]["weight"] if undirected.has_edge(a, b) else 0
        undirected.add_edge(a, b, weight=before + w)
    other = to_igraph(graph)

    def by_node(values):
        return [float(values[node]) for node in range(n)]

    check(name + "degree", ours["degree"], by_node(dict(graph.degree())))
    check(name + "strength", ours["strength"], by_node(dict(graph.degree(weight="weight"))))
    check(name + "betweenness", ours["betweenness"],
          by_node(nx.betweenness_centrality(graph, normalized=False)))
    check(name + "betweenness (igraph)", ours["betweenness"], other.betweenness())
    check(name + "weighted betweenness (igraph)", ours["betweenness_weighted"],
          other.betweenness(weights=[1 / w for w in other.es["weight"]]))
    check(name + "edge betweenness (igraph)", ours["edge_betweenness"], other.edge_betweenness())
    check(name + "closeness", ours["closeness"], by_node(nx.closeness_centrality(graph)))
    check(name + "weighted closeness", ours["closeness_weighted"],
          by_node(nx.closeness_centrality(graph, distance="length")))
    check(name + "pagerank", ours["pagerank"],
          by_node(_pagerank_python(graph, tol=1e-14, max_iter=10000)), 1e-8)
    check(name + "pagerank (igraph)", ours["pagerank"], other.pagerank(weights="weight"), 1e-8)
    check(name + "clustering", ours["clustering"], by_node(nx.clustering(undirected)))
    check(name + "transitivity", ours["transitivity"], [float(nx.transitivity(undirected))])
    check(name + "core", ours["core"], by_node(nx.core_number(undirected)))
    check(name + "constraint", ours["constraint"],
          by_node(nx.constraint(undirected, weight="weight")))
    check(name + "constraint (igraph)", ours["constraint"], other.constraint(weights="weight"))
    check(name + "articulation", ours["articulation"],
          [float(v in set(nx.articulation_points(undirected))) for v in range(n)])
    same_partition(name + "components", ours["components"], nx.connected_components(undirected))
    if directed:
        same_partition(name + "strong components", ours["strong_components"],
                       nx.strongly_connected_components(graph))
    check(name + "density", ours["density"], [nx.density(graph)])
    diameter = other.diameter(directed=directed)
    check(name + "diameter (igraph)", ours["diameter"], [0 if math.isnan(diameter) else diameter])
    if graph.number_of_edges():
        kinds = [v % 3 for v in range(n)]
        theirs = other.assortativity_nominal(kinds, directed=directed)
        check(name + "assortativity (igraph)", ours["assortativity"],
              [0.0 if math.isnan(theirs) else theirs])
    communities(name, ours, undirected)
    if not directed and n > 2 and nx.is_connected(graph):
        check(name + "eigenvector", ours["eigenvector"],
              by_node(nx.eigenvector_centrality(graph, weight="weight", max_iter=100000, tol=1e-14)),
              1e-6)


def communities(name, ours, undirected):
    """Modularity agrees on our partition, and Louvain is as good as igraph's."""
    global faults
    other = to_igraph(undirected)
    members = [int(c) for c in ours["communities"]]
    if not undirected.number_of_edges():
        return
    check(name + "modularity (igraph)", ours["modularity"],
          [other.modularity(members, weights="weight")])
    best = max(other.community_multilevel(weights="weight").modularity for _ in range(3))
    if ours["modularity"][0] < best - 0.05:
        faults += 1
        print(f"FAILED {name}communities: modularity {ours['modularity'][0]}, igraph {best}")


def two_mode(seed):
    rnd = random.Random(seed)
    actors, events = rnd.randint(2, 25), rnd.randint(1, 40)
    ties = sorted({(rnd.randrange(actors), rnd.randrange(events))
                   for _ in range(rnd.randint(1, 5 * actors))})
    ours = driver(f"two-mode {actors} {events}\n" + "".join(f"{a} {e} 1\n" for a, e in ties))
    graph = nx.Graph()
    graph.add_nodes_from(range(actors), bipartite=0)
    graph.add_nodes_from((f"e{e}" for e in range(events)), bipartite=1)
    graph.add_edges_from((a, f"e{e}") for a, e in ties)
    top = list(range(actors))
    name = f"two-mode seed {seed}: "

    def edges(projection):
        rows = sorted((min(a, b), max(a, b), w) for a, b, w in projection.edges(data="weight"))
        return [float(x) for row in rows for x in row]

    check(name + "count", ours["count"], edges(bipartite.weighted_projected_graph(graph, top)))
    check(name + "newman", ours["newman"],
          edges(bipartite.collaboration_weighted_projected_graph(graph, top)))
    check(name + "jaccard", ours["jaccard"],
          edges(bipartite.overlap_weighted_projected_graph(graph, top)))
    check(name + "overlap", ours["overlap"],
          edges(bipartite.overlap_weighted_projected_graph(graph, top, jaccard=False)))
    latapy = bipartite.latapy_clustering(graph, nodes=top)
    check(name + "latapy", ours["latapy"], [latapy[a] for a in top])
    check(name + "robins-alexander", ours["robins_alexander"],
          [float(bipartite.robins_alexander_clustering(graph))])


for seed in range(40):
    one_mode(seed, directed=False)
    one_mode(seed, directed=True)
    two_mode(seed)
print(f"networkx {nx.__version__}, igraph {igraph.__version__}: "
      f"{'all measures agree' if not faults else f'{faults} comparisons failed'}")
sys.exit(1 if faults else 0)
