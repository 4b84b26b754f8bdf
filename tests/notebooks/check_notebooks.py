#!/usr/bin/env python3
"""Runs the scripts of queries/notebooks on the store of data/ as a reader would.

usage: check_notebooks.py SOURCE_DIR STORE     (the module tela is found by PYTHONPATH)
"""
import json
import pathlib
import subprocess
import sys
import tempfile

source, store = pathlib.Path(sys.argv[1]), sys.argv[2]


def run(name, *arguments):
    done = subprocess.run([sys.executable, source / "queries/notebooks" / name, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, f"{name}: {done.stderr}"
    print(done.stdout)
    return done.stdout.splitlines()


with tempfile.TemporaryDirectory() as folder:
    lines = run("central_america.py", store, f"{folder}/network.graphml")
    assert lines[0].startswith("states with shared meetings - 8 states"), lines[0]
    assert any(line.startswith("Honduras ") for line in lines) and "<graphml" in pathlib.Path(folder, "network.graphml").read_text()
    lines = run("twenty_years.py", store, "rcm", 1996)
    assert lines[1].startswith("1996  met in Mexico"), lines[1]
    assert lines[-1].endswith("of 20 years with a known host") and int(lines[-1].split()[0]) >= 15, lines[-1]
    lines = run("iati_to_map.py", source / "queries/notebooks/example_iati.xml", f"{folder}/map.geojson")
    assert "Honduras: 2 projects, 180000" in lines, lines
    features = json.loads(pathlib.Path(folder, "map.geojson").read_text(encoding="utf-8"))["features"]
    honduras = next(feature for feature in features if feature["properties"]["state"] == "Honduras")
    longitude, latitude = honduras["geometry"]["coordinates"]
    assert -90 < longitude < -83 and 12 < latitude < 17, honduras
