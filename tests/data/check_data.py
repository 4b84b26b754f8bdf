#!/usr/bin/env python3
"""Fails when a record of data/ is wrong.

usage: check_data.py SOURCE_DIR
Each file of data/ must fit the schema of record XML. Those of projects and articles hold one record; a
project's file is named after its id; ids and addresses are unique. Those of meetings and memberships are
named after the process, and every record in them is of it. States, processes, partners, types and
regions are known to data/gazetteer.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET


def table(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wordings(rows):
    """All labels and variants of a table, without regard to case and apostrophes."""
    words = set()
    for row in rows:
        for text in (row["en"], row["fr"], row["es"], *row["variants"].split("|")):
            words.add(folded(text))
    return words


def folded(text):
    return re.sub(r"[’']", "'", text).casefold().strip()


class Gazetteer:
    def __init__(self, folder):
        self.states = {row["iso2"] for row in table(folder, "states.csv")}
        bodies = json.loads((folder / "bodies.json").read_text(encoding="utf-8"))
        self.bodies = {body["id"] for body in bodies}
        self.observers = {re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
                          for body in bodies for name in body.get("observer_organisations", [])}
        self.themes = wordings(table(folder, "themes.csv"))
        self.regions = wordings(table(folder, "regions.csv"))


def schema_faults(schema, files):
    for start in range(0, len(files), 100):
        run = subprocess.run(["xmllint", "--noout", "--relaxng", str(schema), *map(str, files[start:start + 100])],
                             capture_output=True, text=True)
        if run.returncode != 0:
            yield from (line for line in run.stderr.splitlines() if not line.endswith(" validates"))


def record_faults(record, gazetteer):
    for node in record.iter():
        codes = [node.get("iso"), node.get("country"), *(node.get("chair") or "").split()]
        for code in filter(None, codes):
            if code not in gazetteer.states:
                yield f"the state {code} is not in the gazetteer"
        body = node.get("process") or node.get("id")
        if body and body not in gazetteer.bodies | (gazetteer.observers if node.tag == "partner" else set()):
            yield f"{body} is not in the gazetteer"
    for name, known in (("type", gazetteer.themes), ("region", gazetteer.regions)):
        text = record.findtext(name)
        if text and folded(text) not in known:
            yield f"the {name} '{text}' is not in the gazetteer"


def file_faults(path, gazetteer, seen):
    records = ET.parse(path).getroot().findall("record")
    if len(records) != 1:
        yield f"{len(records)} records instead of one"
    for record in records:
        number = record.findtext("project-id")
        if number and path.stem != re.sub(r"[^A-Za-z0-9.-]", "_", number):
            yield f"holds the project {number}"
        for key in filter(None, (number, record.get("address"))):
            if key in seen:
                yield f"{key} stands in {seen[key]} too"
            seen[key] = path.name
        yield from record_faults(record, gazetteer)


def table_faults(path, gazetteer, kind):
    """Faults of a process's file of meetings or memberships."""
    for record in ET.parse(path).getroot().findall("record"):
        named = {node.get("process") or node.get("id") for node in record if node.tag in ("event", "process")}
        if record.get("kind") != kind or named != {path.stem}:
            yield f"holds {kind} of {named}"
        if record.get("basis", "seen") == "seen" and not record.get("address"):
            yield "a record without a basis and without a page"
        yield from record_faults(record, gazetteer)


def main():
    source = pathlib.Path(sys.argv[1])
    data = source / "data"
    kinds = {"projects": None, "articles": None, "meetings": "meeting", "memberships": "memberships"}
    files = [(path, kind) for folder, kind in kinds.items() for path in sorted((data / folder).glob("*.xml"))]
    gazetteer = Gazetteer(data / "gazetteer")
    faults, seen = list(schema_faults(source / "src/records/record.rng", [path for path, _ in files])), {}
    for path, kind in files:
        found = table_faults(path, gazetteer, kind) if kind else file_faults(path, gazetteer, seen)
        faults += [f"{path.relative_to(source)}: {fault}" for fault in found]
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults or not files else 0


sys.exit(main())
