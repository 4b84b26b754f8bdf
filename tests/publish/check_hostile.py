#!/usr/bin/env python3
"""Builds and publishes records and RDF that mean harm: names that are markup, paths, formulas or very long, marks that
turn writing round, addresses that are scripts. They come out as text, everywhere, or are refused with their place.

usage: check_hostile.py RELEASE TELA STORE
"""
import csv
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.parsers.expat

tela = sys.argv[2]
LONG = "M" * 1_000_000
ROWS = [["title", "project_id", "description", "partners", "beneficiaries"],
        ["<script>alert(1)</script>", "PR.0001", "\"><img src=x onerror=alert(1)>",
         "<b>A</b> & \"B\" </script><!--", "Honduras; El Salvador"],
        ["../../x", "../../x", "=cmd|calc", "@SUM(1)", "Honduras; Guatemala"],
        ["Turned \u202eround\u2066", "PR.0003", "\u200f", "Or\u202eg", "Guatemala"],
        [LONG, "PR.0004", "", "", "Honduras"],
        ["javascript:alert(1)", "PR.0005 <x>", "", "", "Honduras"],
        ["con", "con", "", "", ""]]
TRIG = r"""
@prefix o: <https://w3id.org/tela/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/tela/project/../../../../x> a o:Project ; rdfs:label "<script>alert(2)</script>" ;
  o:partner <javascript:alert%281%29> ; rdfs:seeAlso <data:text/html,x> , <file:///etc/passwd> , <vbscript:x> .
<https://w3id.org/tela/state/HN> rdfs:label "NUL \u0000 \u0008 ]]> &amp; <x>"@en ; <http://a.example/p> "y" .
"""


def expect(condition, message):
    if not condition:
        sys.exit("check_hostile.py: " + message)


def run(folder, *arguments):
    return subprocess.run([tela, *arguments], cwd=folder, capture_output=True, text=True, check=False)


class Page(html.parser.HTMLParser):
    """Refuses elements, attributes and addresses that no page of a release has."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        text = path.read_text(encoding="utf-8")
        expect("\0" not in text and "\b" not in text, f"{path}: a control character")
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        own = tag == "img" and re.fullmatch(r"pictures/map\.[a-z]{2}\.svg", attributes.get("src", ""))
        expect(own or tag not in ("img", "iframe", "object"), f"{self.path}: <{tag} {attributes}>")
        expect(not any(name.startswith("on") for name in attributes), f"{self.path}: {attributes}")
        expect(tag != "script" or "src" in attributes or attributes.get("type") == "application/ld+json",
               f"{self.path}: a script of its own")
        scheme, colon, _ = attributes.get("href", "").partition(":")
        expect(not colon or scheme in ("http", "https"), f"{self.path}: a link to {scheme}:")

    handle_startendtag = handle_starttag


def check_refused(folder):
    (folder / "nul.csv").write_text("title,project_id\nA,PR.1\nB \0,PR.2\n", encoding="utf-8")
    refused = run(folder, "build", "nul.csv", "-s", "none")
    expect(refused.returncode == 1 and "nul.csv:3:" in refused.stderr, f"NUL in a table: {refused.stderr}")
    (folder / "mine").mkdir()
    (folder / "mine/file").write_text("mine", encoding="utf-8")
    over = run(folder, "publish", "-s", "store", "-o", "mine")
    expect(over.returncode != 0 and (folder / "mine/file").read_text(encoding="utf-8") == "mine",
           "a folder of somebody else was written over")


def check_release(release):
    for path in release.rglob("*.html"):
        Page(path)
    for path in [*release.rglob("*.graphml"), *release.rglob("*.gexf"), release / "dcat.rdf"]:
        xml.parsers.expat.ParserCreate().Parse(path.read_bytes(), True)
    for path in release.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    dump = (release / "dump/tela.nq").read_text(encoding="utf-8")
    expect(LONG in dump and "\0" not in dump and "\\u0000" in dump, "the dump changed what the data say")
    page = (release / "project/PR.0004.html").stat().st_size
    expect(page < 2_200_000,  # the label and the title, in the JSON-LD
            f"a title of a megabyte made a page of {page} bytes")
    names = {path.name for path in release.rglob("*")}
    expect("con.html" not in names and "x.html" not in names, "a name that is a device or a path became a file")


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    with open(place / "bad.csv", "w", newline="", encoding="utf-8") as table:
        csv.writer(table).writerows(ROWS)
    (place / "bad.trig").write_text(TRIG, encoding="utf-8")
    built = run(place, "build", "bad.csv", "bad.trig", "-s", "store")
    expect(built.returncode == 0, f"build: {built.stderr}")
    check_refused(place)
    published = run(place, "publish", "-s", "store", "-o", "release")
    expect(published.returncode == 0, f"publish: {published.stderr}")
    expect("RDF/XML was left out" in published.stderr, "nothing is said of what RDF/XML cannot say")
    expect({path.name for path in place.iterdir()} == {"bad.csv", "bad.trig", "nul.csv", "store", "mine", "release"},
           "files outside the release")
    check_release(place / "release")
print("what means harm is text, or refused with its place")
