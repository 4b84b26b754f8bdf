#!/usr/bin/env python3
"""From an IATI file to a map: build a store of it, add up budgets by state (shared out evenly), and write GeoJSON for QGIS, Leaflet or Datawrapper.

usage: iati_to_map.py [IATI.xml [MAP.geojson]]     (needs python3-tela; example_iati.xml is an invented file)
Cells begin with "# %%": Jupyter (by jupytext), VS Code and Spyder open it as a notebook.
"""
# %% Build
import json
import pathlib
import sys
import tempfile

import tela

source = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("example_iati.xml")
target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path("map.geojson")
folder = tempfile.TemporaryDirectory()
account = tela.build(source, f"{folder.name}/store")
print(f"{account['accepted']} of {account['read']} activities, {account['statements']} statements")

# %% Ask: capitals come with the states
BY_STATE = """
SELECT ?state ?name ?lat ?long (COUNT(DISTINCT ?project) AS ?projects) (SUM(?part) AS ?budget) WHERE {
  { SELECT ?project (COUNT(DISTINCT ?any) AS ?n) { ?project tela:beneficiary ?any } GROUP BY ?project }
  ?project tela:beneficiary ?state .
  OPTIONAL { ?project tela:budget/schema:value ?amount }
  BIND(COALESCE(?amount / ?n, 0) AS ?part)
  ?state rdfs:label ?name ; geo:lat ?lat ; geo:long ?long . FILTER(LANG(?name) = "en")
} GROUP BY ?state ?name ?lat ?long ORDER BY ?name
"""
rows = tela.open(f"{folder.name}/store").query(BY_STATE)

# %% Write the map
features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [float(row["long"]), float(row["lat"])]},
             "properties": {"state": row["name"], "projects": row["projects"], "budget": float(row["budget"])}} for row in rows]
target.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), encoding="utf-8")
for feature in features:
    print("{state}: {projects} projects, {budget:.0f}".format(**feature["properties"]))
print(f"{len(features)} states in {target.name}")
folder.cleanup()
