#!/usr/bin/env python3
"""Fails when ontology/ and src/vocabulary disagree, or when the ontology has gaps.

usage: check_vocabulary.py SOURCE_DIR
Needs rdflib; exits with 77 (skipped) where that is missing. Checks that
- each ontology file parses, with Redland as with rdflib;
- every term has one label and one definition (or scope note) in each of en, fr, es;
- every term that a file of ontology/ uses is defined there or is one of SYNTAX;
- every constant of src/vocabulary is a term defined there, and used by the program;
- every own term is a constant, or is one that only the ontology itself needs;
- every class has a shape, and every shape's paths and classes are defined terms;
- the Turtle and SPARQL of ontology/README.md parses and uses defined terms only.
"""
import pathlib
import re
import shutil
import subprocess
import sys

try:
    import rdflib
    import rdflib.plugins.sparql
except ImportError:
    print("skipped: rdflib is not installed (Debian: python3-rdflib)")
    sys.exit(77)
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

OWN = "https://w3id.org/tela/ontology#"
LANGUAGES = {"en", "fr", "es"}
ONTOLOGY_FILES = ["tela.ttl", "reused.ttl", "shapes.ttl"]
CONSTANT = re.compile(r'inline constexpr std::string_view (\w+)\s*=\s*"([^"]+)"')
# Namespaces of RDF itself and of the languages that ontology and shapes are written in.
SYNTAX = [str(n) for n in (RDF, RDFS, OWL, SH, SKOS)] + ["http://www.w3.org/2001/XMLSchema#",
                                                         "http://purl.org/vocab/vann/"]


def redland_faults(path):
    rapper = shutil.which("rapper")
    if not rapper:
        print(f"{path.name}: not read with Redland, rapper is not installed (Debian: raptor2-utils)")
        return
    run = subprocess.run([rapper, "-q", "-c", "-i", "turtle", str(path)], capture_output=True, text=True)
    if run.returncode != 0 or run.stderr.strip():
        yield f"{path.name}: Redland says {run.stderr.strip()}"


def text_faults(graph, term, properties):
    """Faults of the texts that `term` has under the first of `properties` that it has at all."""
    texts = next((t for t in (list(graph.objects(term, p)) for p in properties) if t), [])
    languages = sorted(t.language or "" for t in texts)
    if languages != sorted(LANGUAGES):
        yield f"{term}: {properties[0].split('#')[-1]} in {languages}, not once in each of en, es, fr"


def constants(folder):
    """Every constant as (C++ name with its inner namespace, IRI)."""
    for path in sorted(folder.glob("*.h")):
        inner = ""
        for line in re.sub(r"=\s+", "= ", path.read_text(encoding="utf-8")).splitlines():
            if match := re.match(r"namespace (\w+) \{", line):
                inner = match[1] + "::"
            elif line.startswith("} // namespace"):
                inner = ""
            elif match := CONSTANT.match(line):
                yield inner + match[1], match[2]


def program_text(src):
    """The files that include the constants, without comments and includes."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(src.rglob("*.cpp")) + sorted(src.rglob("*.h"))]
    users = [t for t in texts if '#include "vocabulary/' in t]
    return re.sub(r"//.*|#include.*", "", "\n".join(users))


def defined_terms(graph):
    return {s for s in graph.subjects(RDFS.label, None) if isinstance(s, rdflib.URIRef)}


def constant_faults(source, graph, defined):
    program = program_text(source / "src")
    seen = set()
    for name, iri in constants(source / "src/vocabulary"):
        if iri.endswith(("#", "/")):
            continue  # a namespace
        seen.add(rdflib.URIRef(iri))
        if rdflib.URIRef(iri) not in defined:
            yield f"src/vocabulary: {name} = {iri} is not defined in ontology/"
        if not re.search(rf"\b{name}\b", program):
            yield f"src/vocabulary: {name} is not used"
    for term in sorted(t for t in defined if t.startswith(OWN)):
        if term not in seen and (term, RDF.type, SKOS.ConceptScheme) not in graph:
            yield f"ontology/tela.ttl: {term} is written by no code"


def reference_faults(graph, defined):
    skip = defined | {s for s in graph.subjects(RDF.type, OWL.Ontology)}
    for triple in graph:
        for term in triple[1:]:
            if isinstance(term, rdflib.URIRef) and term.startswith(OWN) and term not in skip:
                yield f"{triple[0]} uses {term}, which is not defined"


def shape_faults(shapes, graph, defined):
    targets = set(shapes.objects(None, SH.targetClass))
    for cls in graph.subjects(RDF.type, OWL.Class):
        if cls not in targets:
            yield f"ontology/shapes.ttl: {cls} has no shape"
    for predicate in (SH.path, SH.targetClass, SH["class"], SH.equals, SH.disjoint, SH.lessThan,
                      SH.lessThanOrEquals):
        for term in set(shapes.objects(None, predicate)):
            known = term in defined or any(str(term).startswith(n) for n in SYNTAX)
            if isinstance(term, rdflib.URIRef) and not known and (term, None, None) not in graph \
                    and (None, RDFS.subClassOf, term) not in graph:
                yield f"ontology/shapes.ttl: {term} is not defined"


def example_faults(readme, graph, defined):
    """Examples take the ontology's prefixes and one for each kind of resource."""
    prefixes = {p: str(n) for p, n in graph.namespaces()}
    prefixes |= {kind: f"https://w3id.org/tela/{kind}/" for kind in
                 ("project", "state", "region", "process", "meeting", "membership", "article", "theme")}
    head = "".join(f"PREFIX {p}: <{n}>\n" for p, n in prefixes.items())
    for language, text in re.findall(r"```(turtle|sparql)\n(.*?)```", readme, re.S):
        try:
            if language == "turtle":
                rdflib.Graph().parse(data=head + text, format="turtle")
            else:
                rdflib.plugins.sparql.prepareQuery(head + text)
        except Exception as error:  # whatever the parser of the day throws
            yield f"ontology/README.md: {language} example does not parse: {error}"
        for name in re.findall(r"\btela:(\w+)", text):
            if rdflib.URIRef(OWN + name) not in defined:
                yield f"ontology/README.md: tela:{name} is not defined"


def main():
    source = pathlib.Path(sys.argv[1])
    files = [source / "ontology" / name for name in ONTOLOGY_FILES]
    graphs = [rdflib.Graph().parse(str(path), format="turtle") for path in files]
    graph, shapes = graphs[0] + graphs[1], graphs[2]
    defined = defined_terms(graph)
    faults = [fault for path in files for fault in redland_faults(path)]
    for term in sorted(defined):
        faults += text_faults(graph, term, [RDFS.label])
        faults += text_faults(graph, term, [SKOS.definition, SKOS.scopeNote])
    faults += constant_faults(source, graph, defined)
    faults += reference_faults(graph + shapes, defined)
    faults += shape_faults(shapes, graph, defined)
    faults += example_faults((source / "ontology/README.md").read_text(encoding="utf-8"), graph, defined)
    for fault in faults:
        print(fault)
    print(f"{len(defined)} terms, {len(faults)} faults")
    return 1 if faults or not defined else 0


sys.exit(main())
