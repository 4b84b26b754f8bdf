#!/usr/bin/env python3
"""Reads what src/export writes with the programs people use, and compares every value.

usage: read_back.py EXPORT_DRIVER [BOOST_READER]
What is expected comes from the node-link JSON, whose numbers Python reads exactly. Exits 77
(skipped) with a line that says so when a library is absent.
"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

try:
    import igraph
    import networkx as nx
except ImportError as missing:
    print(f"skipped: {missing}; apt-get install python3-networkx python3-igraph graphviz")
    sys.exit(77)

faults = []


def check(what, ours, theirs):
    """Equal in value and in type; doubles to the last bit."""
    if ours != theirs or type(ours) is not type(theirs):
        faults.append(f"{what}: {ours!r} came back as {theirs!r}")


def as_text(value):
    """Lists as the formats without lists have them."""
    return "|".join(value) if isinstance(value, list) else value


def expected(folder):
    graph = json.loads((folder / "g.json").read_text(encoding="utf-8"))
    nodes = {node["id"]: {k: as_text(v) for k, v in node.items() if k != "id"}
             for node in graph["nodes"]}
    for node in nodes.values():
        node["name"] = node["label"]
        node["score"] = float(node["score"])
    edges = {}
    for link in graph["links"]:
        edge = {k: as_text(v) for k, v in link.items()}
        edge["label"] = edge["interaction"]
        edge["weight"] = float(edge["weight"])
        edges[edge.pop("key")] = edge
    return nodes, edges


def node_link(folder, nodes, edges):
    graph = nx.node_link_graph(json.loads((folder / "g.json").read_text(encoding="utf-8")))
    check("node-link nodes", len(nodes), len(graph))
    check("node-link edges", len(edges), graph.number_of_edges())
    check("node-link figure", 1 / 3, graph.graph["density"])
    check("node-link count", 2, graph.graph["components"])


def graphml_networkx(path, nodes, edges):
    graph = nx.read_graphml(path, force_multigraph=True)
    check(f"{path.name} directed", False, graph.is_directed())
    check(f"{path.name} nodes", sorted(nodes), sorted(graph))
    check(f"{path.name} title", "Ties & <more> \"ties\"", graph.graph["title"])
    check(f"{path.name} figure", 1 / 3, graph.graph["density"])
    check(f"{path.name} count", 2, graph.graph["components"])
    for node, values in nodes.items():
        for name, value in values.items():
            check(f"{path.name} {node} {name}", value, graph.nodes[node].get(name))
    read = {key: (a, b, data) for a, b, key, data in graph.edges(keys=True, data=True)}
    check(f"{path.name} edges", sorted(edges), sorted(read))
    for key, values in edges.items():
        a, b, data = read[key]
        check(f"{path.name} {key} ends", {values["source"], values["target"]}, {a, b})
        for name, value in values.items():
            if name not in ("source", "target"):
                check(f"{path.name} {key} {name}", value, data.get(name))


def graphml_igraph(path, nodes, edges):
    graph = igraph.Graph.Read_GraphML(str(path))
    check("igraph nodes", sorted(nodes), sorted(graph.vs["id"]))
    for vertex in graph.vs:
        for name, value in nodes[vertex["id"]].items():
            number = isinstance(value, (int, float)) and not isinstance(value, bool)
            check(f"igraph {vertex['id']} {name}", float(value) if number else value, vertex[name])
    check("igraph edges", sorted(edges), sorted(graph.es["id"]))
    for edge in graph.es:
        for name in ("weight", "interaction", "evidence", "derived"):
            check(f"igraph {edge['id']} {name}", edges[edge["id"]][name], edge[name])


def gexf(path, nodes, edges):
    # networkx 2.8 knows GEXF 1.2, which has all that we write but the name of the version.
    text = path.read_text(encoding="utf-8").replace("http://gexf.net/1.3/viz", "http://www.gexf.net/1.2draft/viz")
    text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('"1.3"', '"1.2"')
    graph = nx.read_gexf(io.BytesIO(text.encode()))
    check("gexf nodes", sorted(nodes), sorted(graph))
    for node, values in nodes.items():
        for name, value in values.items():
            if name != "name":
                check(f"gexf {node} {name}", value, graph.nodes[node].get(name))
        check(f"gexf {node} colour", {"r": 0x12, "g": 0xAB, "b": 0xFF, "a": 1.0},
              dict(graph.nodes[node]["viz"]["color"]))
    read = {data["id"]: data for _, _, data in graph.edges(data=True)}
    check("gexf edges", sorted(edges), sorted(read))
    for key, values in edges.items():
        for name in ("weight", "start", "end", "evidence", "derived"):
            if name in values:
                check(f"gexf {key} {name}", values[name], read[key].get(name))


def dot(path, nodes, edges):
    if shutil.which("dot") is None:
        print("skipped: dot is not installed; apt-get install graphviz")
        return
    done = subprocess.run(["dot", "-Kcirco", "-Tdot_json", str(path)], capture_output=True, check=True)
    graph = json.loads(done.stdout)
    read = {node["name"]: node for node in graph["objects"]}
    check("dot nodes", sorted(nodes), sorted(read))
    for node, values in nodes.items():
        for name in ("label", "iri", "names"):
            check(f"dot {node} {name}", values[name], read[node][name].replace("\\\\", "\\"))
        check(f"dot {node} score", values["score"], float(read[node]["score"]))
    check("dot edges", len(edges), len(graph["edges"]))
    weights = sorted(values["weight"] for values in edges.values())
    check("dot weights", weights, sorted(float(edge["weight"]) for edge in graph["edges"]))


def pajek(path, nodes, edges):
    graph = igraph.Graph.Read_Pajek(str(path))
    labels = sorted(values["label"].replace('"', "'").replace("\t", " ") for values in nodes.values())
    check("pajek nodes", labels, sorted(graph.vs["id"]))
    check("pajek weights", sorted(values["weight"] for values in edges.values()),
          sorted(graph.es["weight"]))


def csv_lists(folder, nodes, edges):
    with open(folder / "nodes.csv", newline="", encoding="utf-8") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    for node, values in nodes.items():
        check(f"csv {node} label", values["label"], rows[node]["Label"])
        check(f"csv {node} note", values["note"], rows[node]["note"])
        check(f"csv {node} score", values["score"], float(rows[node]["score"]))
        check(f"csv {node} people", str(values.get("people", "")), rows[node]["people"])
    with open(folder / "edges.csv", newline="", encoding="utf-8") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    for key, values in edges.items():
        check(f"csv {key}", [values["source"], values["target"], "Undirected", values["interaction"]],
              [rows[key][name] for name in ("Source", "Target", "Type", "Kind")])
        check(f"csv {key} weight", values["weight"], float(rows[key]["Weight"]))
    with open(folder / "neo4j-nodes.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    check("neo4j header", ["id:ID", "name", "iri", "member:boolean", "people:long", "score:double",
                           "note", "names:string[]", ":LABEL"], rows[0])
    check("neo4j label", {"State"}, {row[-1] for row in rows[1:]})
    check("neo4j array", {"été"}, {row[-2].split(";")[1] for row in rows[1:]})


def cytoscape(folder, nodes, edges):
    elements = json.loads((folder / "g.cyjs").read_text(encoding="utf-8"))["elements"]
    check("cyjs nodes", sorted(nodes), sorted(node["data"]["id"] for node in elements["nodes"]))
    for node in elements["nodes"]:
        for name, value in nodes[node["data"]["id"]].items():
            check(f"cyjs {name}", value, as_text(node["data"].get(name)) if name != "score"
                  else float(node["data"][name]))
    aspects = {}
    for aspect in json.loads((folder / "g.cx2").read_text(encoding="utf-8")):
        aspects.update(aspect)
    check("cx2 status", [{"error": "", "success": True}], aspects["status"])
    check("cx2 nodes", sorted(nodes), sorted(node["v"]["id_token"] for node in aspects["nodes"]))
    check("cx2 edges", sorted(int(key[1:]) for key in edges), [edge["id"] for edge in aspects["edges"]])
    check("cx2 aspects", set(aspects) - {"CXVersion", "hasFragments", "metaData", "status"},
          {aspect["name"] for aspect in aspects["metaData"]})
    check("cx2 looks", [{"NODE_BACKGROUND_COLOR": "#12abff", "NODE_SHAPE": "ellipse"}] * len(nodes),
          [{k: v for k, v in node["v"].items() if isinstance(v, str)} for node in aspects["nodeBypasses"]])
    declared = aspects["attributeDeclarations"][0]["nodes"]
    for node in aspects["nodes"]:
        check("cx2 undeclared", set(), set(node["v"]) - set(declared))


def boost(reader, folder, nodes, edges):
    """Boost reads every file but those with booleans in words, which it refuses, as lint says."""
    def read(name):
        run = subprocess.run([reader, folder / name, "member"], stdout=subprocess.PIPE, text=True, check=False)
        return run.returncode, run.stdout.strip()

    members = sum(1 for node in nodes.values() if node.get("member"))
    check("Boost", (0, f"{len(nodes)} {len(edges)} {members}"), read("boost.graphml"))
    status, said = read("g.graphml")
    check("Boost and words", (1, True), (status, "of type boolean" in said))


def yed(path, nodes):
    y = "{http://www.yworks.com/xml/graphml}"
    root = ElementTree.parse(path).getroot()
    labels = sorted(label.text for label in root.iter(y + "NodeLabel"))
    check("yEd labels", sorted(values["label"] for values in nodes.values()), labels)
    graph = nx.read_graphml(path, force_multigraph=True)
    check("yEd x", "-10", graph.nodes["state:S0"]["x"])


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([sys.argv[1], name], check=True)
    nodes, edges = expected(folder)
    node_link(folder, nodes, edges)
    graphml_networkx(folder / "g.graphml", nodes, edges)
    graphml_networkx(folder / "gephi.graphml", nodes, edges)
    graphml_igraph(folder / "g.graphml", nodes, edges)
    gexf(folder / "g.gexf", nodes, edges)
    dot(folder / "g.dot", nodes, edges)
    pajek(folder / "g.net", nodes, edges)
    csv_lists(folder, nodes, edges)
    cytoscape(folder, nodes, edges)
    yed(folder / "yed.graphml", nodes)
    if len(sys.argv) > 2:
        boost(sys.argv[2], folder, nodes, edges)
print("\n".join(faults[:40]) or f"{len(nodes)} nodes and {len(edges)} edges came back as they were")
sys.exit(1 if faults else 0)
