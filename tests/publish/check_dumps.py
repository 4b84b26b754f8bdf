#!/usr/bin/env python3
"""Reads every dump of a release with rdflib and with rapper, and finds the same dataset; reads the descriptions.

usage: check_dumps.py RELEASE TELA STORE
"""
import gzip
import hashlib
import json
import pathlib
import re
import subprocess
import sys

try:
    import rdflib
except ImportError:
    print("skipped: python3-rdflib is not installed")
    sys.exit(77)

release = pathlib.Path(sys.argv[1])
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
BASE = "https://w3id.org/tela/"
MEDIA = "https://www.iana.org/assignments/media-types/"
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
FORMS = {"nq": ("application/n-quads", "RDF_N_QUADS"), "trig": ("application/trig", "RDF_TRIG"),
         "ttl": ("text/turtle", "RDF_TURTLE"), "rdf": ("application/rdf+xml", "RDF_XML"),
         "jsonld": ("application/ld+json", "JSON_LD"), "graphml": ("application/xml", "XML"),
         "gexf": ("application/xml", "XML")}
PACKINGS = {"gz": "application/gzip", "zst": "application/zstd"}


def expect(condition, message):
    if not condition:
        sys.exit("check_dumps.py: " + message)


def expect_equal(found, expected, what):
    expect(found == expected, f"{what}: {len(found - expected)} statements too many, "
           f"{len(expected - found)} missing, such as {sorted(map(str, found ^ expected))[:2]}")


def by_rdflib(name, form):
    """The quads of a dump; the graph None where the syntax has none or the statement stands in the default graph."""
    dataset = rdflib.ConjunctiveGraph() if form != "json-ld" else rdflib.Dataset()
    dataset.parse(release / "dump" / name, format=form)
    quads = set()
    for subject, predicate, value, graph in dataset.quads((None, None, None, None)):
        graph = graph.identifier if isinstance(graph, rdflib.Graph) else graph
        named = isinstance(graph, rdflib.URIRef) and str(graph).startswith(BASE)
        quads.add((subject, predicate, value, graph if named else None))
    return quads


def ntriples_of(path, form):
    """The triples of a file as rapper reads them, a line each in N-Triples."""
    run = subprocess.run(["rapper", "-q", "-i", form, "-o", "ntriples", str(path), BASE],
                         capture_output=True, text=True, check=False)
    expect(run.returncode == 0, f"rapper cannot read {path}: {run.stderr[:500]}")
    return {unescaped(line) for line in run.stdout.splitlines()}


def unescaped(line):
    """rapper writes \\uXXXX beyond ASCII; the escapes that N-Triples needs stay."""
    def character(match):
        code = int(match.group(1) or match.group(2), 16)
        return chr(code) if code > 0x7F else match.group(0)
    return re.sub(r"\\u([0-9A-F]{4})|\\U([0-9A-F]{8})", character, line)


def check_dumps():
    lines = (release / "dump/tela.nq").read_text(encoding="utf-8").splitlines()
    expect(lines == sorted(lines), "the N-Quads are not in the order of RDFC-1.0")
    quads = by_rdflib("tela.nq", "nquads")
    expect(len(quads) == len(lines) == len(set(lines)), "N-Quads: rdflib reads another number of statements")
    with gzip.open(release / "dump/tela.nq.gz", "rt", encoding="utf-8") as packed:
        expect(packed.read().splitlines() == lines, "tela.nq.gz holds something else")
    expect_equal(by_rdflib("tela.trig", "trig"), quads, "TriG by rdflib")
    expect_equal(by_rdflib("tela.jsonld", "json-ld"), quads, "JSON-LD by rdflib")
    triples = {quad[:3] for quad in quads}
    for name, form in (("tela.ttl", "turtle"), ("tela.rdf", "xml")):
        expect_equal({quad[:3] for quad in by_rdflib(name, form)}, triples, name + " by rdflib")
    expected = ntriples_of(release / "dump/tela.nq", "nquads")
    expect(len(expected) == len(triples), "N-Quads: rapper reads another number of triples")
    for name, form in (("tela.trig", "trig"), ("tela.ttl", "turtle"), ("tela.rdf", "rdfxml")):
        expect_equal(ntriples_of(release / "dump" / name, form), expected, name + " by rapper")
    print(f"{len(quads)} statements, the same in five syntaxes and to two readers")
    return quads, expected


def expect_same(left, right):
    """Tela itself reads the same from both files, into the same graphs."""
    run = subprocess.run([sys.argv[2], "diff", str(left), str(right)], capture_output=True, text=True, check=False)
    expect(run.returncode == 0, f"tela cannot read {right}: {run.stderr[:500]}")
    expect(run.stdout.split() == ["TX", ".", "TC", "."], f"{right.name}: other statements than {left.name}")
    expect("no IRI" not in run.stderr and "passed" not in run.stderr, f"{right.name}: {run.stderr[:500]}")


def check_own_reader():
    expect_same(release / "dump/tela.trig", release / "dump/tela.jsonld")
    expect_same(release / "dcat.ttl", release / "dcat.jsonld")
    print("the JSON-LD is the same to Tela as its Turtle and TriG")


def check_pages_as_data(quads, expected):
    """What stands beside the pages is the dataset, but for the ontology, which has its own file."""
    pages = [path for path in release.rglob("*.ttl")
             if path.parent != release and "dump" not in path.relative_to(release).parts]
    together = release.parent / "pages.ttl"
    together.write_text("".join(path.read_text(encoding="utf-8") for path in pages), encoding="utf-8")
    ontology = {s for s, _, _, graph in quads if str(graph) == BASE + "ontology"}
    terms = {line for line in expected if rdflib.URIRef(line[1:line.index(">")]) in ontology}
    expect_equal(ntriples_of(together, "turtle"), expected - terms, "the pages' Turtle")
    for path in sorted(pages)[::97]:
        html = path.with_suffix(".html").read_text(encoding="utf-8")
        block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S).group(1)
        json.loads(block)
        inside, beside = rdflib.Graph(), rdflib.Graph()
        inside.parse(data=block, format="json-ld")
        beside.parse(path, format="turtle")
        expect_equal(set(inside), set(beside), f"the JSON-LD in {path}")
    print(f"{len(pages)} descriptions are the dataset")


def check_form(catalogue, distribution, path):
    """Media type, packing and format are those of the file's name."""
    name, _, packing = path.partition(".")[2].partition(".")
    media_type, file_type = FORMS[name]
    packed = rdflib.URIRef(MEDIA + PACKINGS[packing]) if packing else None
    expect(catalogue.value(distribution, DCAT.mediaType) == rdflib.URIRef(MEDIA + media_type), f"media type of {path}")
    expect(catalogue.value(distribution, DCAT.compressFormat) == packed, f"packing of {path}")
    expect(catalogue.value(distribution, DCT["format"]) == rdflib.URIRef(FILE_TYPE + file_type), f"format of {path}")


def check_own_links(name, graph):
    """Each address below the base is a file, has a page, or is described in the same file."""
    described = set(graph.subjects())
    for node in {node for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}:
        path, _, fragment = node.removeprefix(BASE).partition("#")
        if not node.startswith(BASE) or (path in ("dcat", "void.ttl") and node in described):
            continue
        path = path or "index.html"
        found = [release / path, release / (path + ".html"), release / (path + ".ttl")]
        place = next((file for file in found if file.is_file()), None)
        expect(place, f"{name}: {node} leads nowhere")
        if fragment:
            expect(f'id="{fragment}"' in place.read_text(encoding="utf-8"), f"{name}: {node} is no place on its page")


def check_descriptions(quads):
    catalogue = rdflib.Graph().parse(release / "dcat.ttl")
    for name in ("dcat.ttl", "void.ttl"):
        check_own_links(name, rdflib.Graph().parse(release / name))
    for name, form in (("dcat.rdf", "xml"), ("dcat.jsonld", "json-ld")):
        expect_equal(set(rdflib.Graph().parse(release / name, format=form)), set(catalogue), name)
    distributions = list(catalogue.subjects(rdflib.RDF.type, DCAT.Distribution))
    expect(len(distributions) >= 5, "fewer than five distributions")
    for distribution in distributions:
        address = str(catalogue.value(distribution, DCAT.downloadURL))
        content = (release / address.removeprefix(BASE)).read_bytes()
        check_form(catalogue, distribution, address.removeprefix(BASE))
        expect(int(catalogue.value(distribution, DCAT.byteSize)) == len(content), f"byte size of {address}")
        checksum = catalogue.value(catalogue.value(distribution, SPDX.checksum), SPDX.checksumValue)
        expect(str(checksum).lower() == hashlib.sha256(content).hexdigest(), f"checksum of {address}")
    void = rdflib.Graph().parse(release / "void.ttl")
    dataset = rdflib.URIRef(BASE + "dcat#dataset")
    triples = {quad[:3] for quad in quads}
    for statistic, count in ((VOID.triples, len(triples)),
                             (VOID.distinctSubjects, len({s for s, _, _ in triples})),
                             (VOID.distinctObjects, len({o for _, _, o in triples})),
                             (VOID.properties, len({p for _, p, _ in triples})),
                             (VOID.entities, len({s for s, _, _ in triples if s.startswith(BASE)}))):
        expect(int(void.value(dataset, statistic)) == count, f"{statistic} is not {count}")
    for partition in void.objects(dataset, VOID.propertyPartition):
        wanted = void.value(partition, VOID.property)
        count = sum(1 for _, predicate, _ in triples if predicate == wanted)
        expect(int(void.value(partition, VOID.triples)) == count, f"triples with {wanted}")
    print(f"{len(distributions)} distributions and the statistics are as described")


def check_sums():
    listed = {}
    for line in (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        checksum, path = line.split("  ", 1)
        listed[path] = checksum
    files = {str(path.relative_to(release)) for path in release.rglob("*") if path.is_file()}
    expect(files - set(listed) == {"SHA256SUMS", ".tela-release"}, "files without a checksum")
    for path, checksum in listed.items():
        expect(hashlib.sha256((release / path).read_bytes()).hexdigest() == checksum, f"checksum of {path}")
    print(f"{len(listed)} checksums hold")


check_sums()
dataset, ntriples = check_dumps()
check_own_reader()
check_pages_as_data(dataset, ntriples)
check_descriptions(dataset)
