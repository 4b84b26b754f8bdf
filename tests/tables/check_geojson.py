#!/usr/bin/env python3
"""What `tela query -f geojson` and `tela graph -f geojson` write is GeoJSON (RFC 7946), and says where things are.

usage: check_geojson.py TELA STORE
"""
import json
import subprocess
import sys

TELA, STORE = sys.argv[1:3]
faults = []
DEPTH = {"Point": 0, "LineString": 1, "MultiLineString": 2}  # of lists of positions


def check(what, expected, got):
    if got != expected:
        faults.append(what)
        print(f"{what}: expected {expected!r}, got {got!r}")


def run(*arguments):
    done = subprocess.run([TELA, *arguments, "-s", STORE], capture_output=True, text=True, check=True)
    return json.loads(done.stdout), done.stderr


def positions(coordinates, depth):
    if depth == 0:
        return [coordinates]
    return [one for part in coordinates for one in positions(part, depth - 1)]


def check_form(what, collection):
    check(f"{what}: type", "FeatureCollection", collection["type"])
    for feature in collection["features"]:
        check(f"{what}: members", (True, True), ("properties" in feature, feature["type"] == "Feature"))
        geometry = feature["geometry"]
        if geometry is None:
            continue
        places = positions(geometry["coordinates"], DEPTH[geometry["type"]])
        inside = all(len(one) == 2 and abs(one[0]) <= 180 and abs(one[1]) <= 90 for one in places)
        check(f"{what}: longitude, latitude", True, inside)
        jumps = [abs(a[0] - b[0]) for a, b in zip(places, places[1:])]
        if geometry["type"] == "LineString":
            check(f"{what}: no line goes round the globe", True, max(jumps) <= 180)


def results():
    partners, told = run("query", "-n", "partners-of-a-state", "-f", "geojson")
    check_form("partners", partners)
    check("partners: a number is a number", True, isinstance(partners["features"][0]["properties"]["shared"], int))
    salvador = [f for f in partners["features"] if f["properties"]["name"] == "El Salvador"][0]
    check("El Salvador", {"type": "Point", "coordinates": [-89.22, 13.69]}, salvador["geometry"])
    check("nothing is without a place", (0, ""), (partners["withoutPlace"], told))
    pairs, _ = run("query", "-n", "states-sharing-projects", "-f", "geojson")
    check_form("pairs", pairs)
    check("a pair is a line", set(), {f["geometry"]["type"] for f in pairs["features"]} - {"LineString", "MultiLineString"})
    projects, told = run("query", "-n", "projects-of-a-state", "-f", "geojson")
    check("rows without a place are kept", {None}, {f["geometry"] for f in projects["features"]})
    check("and counted", len(projects["features"]), projects["withoutPlace"])
    check("and said", True, "rows name nothing that has a place" in told)


def networks():
    graph, _ = run("graph", "states", "--by", "beneficiaries", "-f", "geojson")
    check_form("states", graph)
    nodes = {f["id"]: f for f in graph["features"] if "source" not in f["properties"]}
    edges = [f for f in graph["features"] if "source" in f["properties"]]
    check("there are both", (True, True), (len(nodes) > 50, len(edges) > 100))
    for edge in edges:
        ends = [nodes[edge["properties"][end]]["geometry"]["coordinates"] for end in ("source", "target")]
        places = positions(edge["geometry"]["coordinates"], DEPTH[edge["geometry"]["type"]])
        check("an edge joins its ends", ends, [places[0], places[-1]])
    _, told = run("graph", "processes", "-f", "geojson")
    check("what is on no map is said", True, "nodes have no place on a map" in told and "the map is empty" in told)


results()
networks()
if faults:
    sys.exit(f"{len(faults)} faults")
print("GeoJSON is content")
