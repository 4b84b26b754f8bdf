#!/usr/bin/env python3
"""Fails when queries and networks of meetings say something else than the records of data/.

usage: check_meetings.py TELA SOURCE_DIR STORE
Reads the record XML of data/ with the standard library alone, counts anew, and compares: who met whom,
which processes share participants, hosts, chairs, calendar, attendance. STORE was built from data/.
"""
import collections
import csv
import io
import itertools
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

BASE = "https://w3id.org/tela/"
GENERAL = "general-knowledge"


def slug(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def identity(record, event):
    if record.findtext("meeting-id"):
        return record.findtext("meeting-id")
    process, start = event.get("process"), event.findtext("start") or ""
    if event.get("edition"):
        return f"{process}-{event.get('edition')}"
    if len(start) == 10:
        return f"{process}-{start}"
    place = event.findtext("place") or ""
    return f"{process}-{slug(f'{start} {place}' if start or place else record.findtext('title'))}"


class Facts:
    """What the records say, each value with its basis."""

    def __init__(self, data):
        self.process, self.values = {}, collections.defaultdict(set)  # (meeting, field) → {(value, basis)}
        self.projects, self.terms = collections.defaultdict(set), []
        for path in sorted(data.glob("meetings/*.xml")) + sorted(data.glob("articles/*.xml")):
            for record in ET.parse(path).getroot():
                for event in record.iter("event"):
                    self.add(record, event)
        for path in sorted(data.glob("memberships/*.xml")):
            for record in ET.parse(path).getroot():
                body = record.find("process").get("id")
                for member in record.iter("member"):
                    self.terms.append((body, member, record.get("basis", "seen")))
        for path in data.glob("projects/*.xml"):
            for state in ET.parse(path).getroot().iter("state"):
                if state.get("role") in ("beneficiary", "other-country"):
                    self.projects[path.stem].add(state.get("iso"))

    def add(self, record, event):
        meeting, basis = identity(record, event), record.get("basis", "seen")
        self.process[meeting] = event.get("process")
        values = [("host", event.get("country")), ("start", event.findtext("start")), ("place", event.findtext("place"))]
        values += [("chair", state) for state in (event.get("chair") or "").split()]
        values += [(kind, node.get("iso")) for kind in ("participant", "observer") for node in event.iter(kind)]
        self.values[meeting, "basis"].add((basis, basis))
        for field, value in values:
            if value:
                self.values[meeting, field].add((value, basis))

    def of(self, meeting, field, counted=True):
        return {value for value, basis in self.values[meeting, field] if not (counted and basis == GENERAL)}

    def years(self, meeting):
        return {int(start[:4]) for start in self.of(meeting, "start", counted=False)}


def pairs(groups):
    counts = collections.Counter()
    for group in groups:
        counts.update(itertools.combinations(sorted(group), 2))
    return counts


def shared(groups_by_actor):
    actors = sorted(groups_by_actor)
    counts = {(a, b): len(groups_by_actor[a] & groups_by_actor[b]) for a, b in itertools.combinations(actors, 2)}
    return {pair: count for pair, count in counts.items() if count}


class Program:
    def __init__(self, tela, store):
        self.tela, self.store, self.faults = tela, store, []

    def run(self, *arguments):
        return subprocess.run([self.tela, *arguments, "-s", self.store], check=True, capture_output=True, text=True).stdout

    def rows(self, name, **parameters):
        chosen = [part for key, value in parameters.items() for part in ("-p", f"{key}={value}")]
        return list(csv.DictReader(io.StringIO(self.run("query", "-n", name, "-f", "csv", *chosen))))

    def edges(self, *arguments):
        rows = csv.DictReader(io.StringIO(self.run("graph", *arguments, "-f", "csv-edges")))
        return {tuple(sorted(row[end].rpartition(":")[2] for end in ("Source", "Target"))): int(float(row["Weight"]))
                for row in rows}

    def compare(self, what, said, right):
        said, right = dict(said) if isinstance(said, dict) else set(said), dict(right) if isinstance(right, dict) else set(right)
        if said != right:
            more = sorted(map(str, (said.items() if isinstance(said, dict) else said) - (right.items() if isinstance(right, dict) else right)))[:5]
            less = sorted(map(str, (right.items() if isinstance(right, dict) else right) - (said.items() if isinstance(said, dict) else said)))[:5]
            self.faults.append(f"{what}: says {more}, not {less}")
        print(f"{what}: {len(right)} compared")


def local(iri):
    return iri.rsplit("/", 1)[-1]


def check_networks(facts, program):
    meetings = facts.process
    together = pairs(facts.of(m, "participant") for m in meetings)
    program.compare("states by meetings", program.edges("states", "--by", "meetings"), together)
    in_2018 = pairs(facts.of(m, "participant") for m in meetings if 2018 in facts.years(m))
    program.compare("states by meetings, 2018", program.edges("states", "--by", "meetings", "--where", "year=2018"), in_2018)

    def by_participants(chosen):
        groups = collections.defaultdict(set)
        for meeting in chosen:
            if f"process/{meetings[meeting]}" in facts.processes:
                groups[meetings[meeting]] |= facts.of(meeting, "participant")
        return shared(groups)
    program.compare("processes by participants", program.edges("processes", "--by", "participants"), by_participants(meetings))
    program.compare("processes by participants, 2015 to 2018",
                    program.edges("processes", "--by", "participants", "--where", "period=2015..2018"),
                    by_participants(m for m in meetings if facts.years(m) & set(range(2015, 2019))))
    return together


def check_pairs(facts, program, together):
    projects = pairs(facts.projects.values())
    key = lambda row: (local(row["a"]), local(row["b"]))
    program.compare("meetings and projects of pairs",
                    {key(r): (int(r["meetings"]), int(r["projects"])) for r in program.rows("meetings-and-projects-of-pairs", least=3)},
                    {pair: (n, projects[pair]) for pair, n in together.items() if n >= 3})
    program.compare("meetings without projects",
                    {key(r): int(r["meetings"]) for r in program.rows("meetings-without-projects", least=2)},
                    {pair: n for pair, n in together.items() if n >= 2 and pair not in projects})
    program.compare("projects without meetings",
                    {key(r): int(r["projects"]) for r in program.rows("projects-without-meetings", least=1)},
                    {pair: n for pair, n in projects.items() if pair not in together})


def check_lists(facts, program):
    of = lambda process: [m for m, p in facts.process.items() if p == process]
    for process in ("rcm", "sacm", "gfmd", "rabat-process"):
        program.compare(f"hosts of {process}", {local(r["meeting"]) for r in program.rows("hosts-of-a-process", process=process)},
                        {m for m in of(process) if facts.of(m, "host", counted=False) | facts.of(m, "place", counted=False)})
    for state in ("HN", "CL", "TH"):
        attended = collections.Counter(facts.process[m] for m in facts.process if state in facts.of(m, "participant"))
        program.compare(f"attendance of {state}",
                        {local(r["body"]): int(r["meetings"]) for r in program.rows("attendance-of-a-state", state=state)}, attended)
        program.compare(f"what met in {state}",
                        {local(r["meeting"]) for r in program.rows("processes-that-met-in-a-state", state=state)},
                        {m for m in facts.process if state in facts.of(m, "host", counted=False)})
    for year in (2008, 2024):
        program.compare(f"calendar of {year}", {local(r["meeting"]) for r in program.rows("calendar-of-a-year", year=year)},
                        {m for m in facts.process if year in facts.years(m)})
        program.compare(f"hosts of meetings in {year} that no source names",
                        {local(r["meeting"]) for r in program.rows("calendar-of-a-year", year=year)
                         if r["host"] and not facts.of(local(r["meeting"]), "host", counted=False)}, set())
    program.compare("meetings without host", {local(r["meeting"]) for r in program.rows("meetings-without-host")},
                    {m for m in facts.process if not facts.of(m, "host", counted=False)})


def check_terms(facts, program):
    year = 2019
    chairs = set()
    for body, member, _ in facts.terms:
        start, end = (member.get("from") or "")[:4], (member.get("to") or member.get("from") or "")[:4]
        if member.get("role") == "chair" and start and int(start) <= year <= int(end):
            chairs.add((body, member.get("iso")))
    for meeting, process in facts.process.items():
        if year in facts.years(meeting):
            chairs |= {(process, state) for state in facts.of(meeting, "chair", counted=False)}
    names = {local(row["state"]): row["name"] for row in csv.DictReader(io.StringIO(program.run(
        "query", "-f", "csv", "-e", 'SELECT ?state ?name { ?state a tela:Country ; rdfs:label ?name FILTER(LANG(?name)="en") }')))}
    program.compare(f"chairs in {year}", {(local(r["body"]), r["chair"]) for r in program.rows("chairs-in-a-year", year=year)},
                    {(body, names[state]) for body, state in chairs})
    joined = {(member.get("iso"), int(member.get("from")[:4])) for body, member, _ in facts.terms
              if body == "iom" and member.get("from")}
    program.compare("who joined IOM", {(local(r["state"]), int(r["year"])) for r in
                                       program.rows("joined-or-left", body=f"{BASE}organisation/iom") if r["event"] == "joined"}, joined)


def main():
    tela, source, store = sys.argv[1:4]
    facts, program = Facts(pathlib.Path(source) / "data"), Program(tela, store)
    facts.processes = set(re.findall(r"process/[\w-]+", program.run("query", "-f", "csv", "-e", "SELECT ?p { ?p a tela:Process }")))
    together = check_networks(facts, program)
    check_pairs(facts, program, together)
    check_lists(facts, program)
    check_terms(facts, program)
    for fault in program.faults:
        print(fault)
    return 1 if program.faults or len(facts.process) < 400 else 0


sys.exit(main())
