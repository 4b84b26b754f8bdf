#!/usr/bin/env python3
"""Imports one IATI file with Tela, and a slice of it with lxml and rdflib, in the same run.

usage: iati_peer.py TELA [MEGABYTES [SLICE_MEGABYTES]]
Makes both files with make_iati.py beside this one, in a temporary folder. TELA is the program of a
release build. Each way reads activities into the same kinds of statements (identifier, texts with
languages, organisations by role, countries, sectors and shares, dates, planned budgets, transactions
added up by type, year and currency, related activities, results, provenance) and writes them: Tela as a
store, linked with its gazetteer, the peer as N-Triples. Prints megabytes a second of wall-clock and of processor time, and peak memory. Needs
Debian's python3-lxml and python3-rdflib.
"""
import decimal
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BASE = "https://w3id.org/tela/"
ROLES = {"1": "funding", "2": "accountable", "3": "extending", "4": "implementing"}
STATUSES = {"1": "planned", "2": "active", "3": "completed", "4": "completed", "5": "cancelled", "6": "suspended"}
COVERAGES = {"1": "global", "2": "regional", "3": "regional", "4": "national", "5": "national"}
TYPES = ["incomingFunds", "outgoingCommitment", "disbursement", "expenditure"]
DATES = {"1": "plannedStart", "2": "actualStart", "3": "plannedEnd", "4": "actualEnd"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Mapper:
    """Activities of one file as triples of an rdflib graph."""

    def __init__(self):
        import rdflib
        self.rdf = rdflib
        self.tela = rdflib.Namespace(BASE + "ontology#")
        self.schema = rdflib.Namespace("https://schema.org/")
        self.terms = rdflib.namespace.DCTERMS
        self.graph = rdflib.Graph()

    def add(self, *triple):
        self.graph.add(triple)

    def iri(self, text):
        return self.rdf.URIRef(BASE + text)

    def texts(self, subject, predicate, element, language):
        for narrative in element.iter("narrative"):
            self.add(subject, predicate, self.rdf.Literal(narrative.text, lang=narrative.get(XML_LANG, language)))

    def money(self, node, amount, currency):
        self.add(node, self.schema.value, self.rdf.Literal(amount))
        self.add(node, self.schema.currency, self.rdf.Literal(currency))

    def share(self, topic, element, target):
        if element.get("percentage"):
            node = self.rdf.URIRef("%s#share-%s-%s" % (topic, element.get("code"), element.get("percentage")))
            self.add(topic, self.tela.share, node)
            self.add(node, self.rdf.RDF.type, self.tela.Share)
            self.add(node, self.tela.shareOf, target)
            self.add(node, self.tela.percentage, self.rdf.Literal(decimal.Decimal(element.get("percentage"))))

    def activity(self, element):
        identifier = element.findtext("iati-identifier").strip()
        language, currency = element.get(XML_LANG), element.get("default-currency")
        topic, tela, literal = self.iri("project/" + identifier), self.tela, self.rdf.Literal
        self.add(topic, self.rdf.RDF.type, tela.Project)
        self.add(topic, tela.iatiIdentifier, literal(identifier))
        for child in element.findall("title"):
            self.texts(topic, self.terms.title, child, language)
            self.texts(topic, self.rdf.RDFS.label, child, language)
        for child in element.findall("description"):
            self.texts(topic, self.terms.description, child, language)
        self.add(topic, self.terms.identifier, literal(identifier))
        self.organisations(topic, element, language)
        self.dates(topic, element)
        self.add(topic, tela.status, tela[STATUSES[element.find("activity-status").get("code")] + "Status"])
        self.add(topic, tela.coverage, tela[COVERAGES[element.find("activity-scope").get("code")] + "Coverage"])
        for child in element.findall("recipient-country"):
            state = self.iri("state/" + child.get("code"))
            self.add(topic, tela.beneficiary, state)
            self.share(topic, child, state)
        for child in element.findall("sector"):
            sector = self.iri("sector/" + child.get("code"))
            self.add(topic, tela.sector, sector)
            self.add(sector, self.rdf.RDF.type, tela.Sector)
            self.add(sector, self.terms.identifier, literal(child.get("code")))
            self.share(topic, child, sector)
        self.planned(topic, element, currency)
        self.transactions(topic, element, currency)
        for child in element.findall("related-activity"):
            self.add(topic, self.terms.isPartOf, self.iri("project/" + child.get("ref")))
        for child in element.findall("result/title"):
            self.texts(topic, tela.resultTitle, child, language)
        self.provenance(topic, identifier, language)

    def organisations(self, topic, element, language):
        for child in element.iterchildren("reporting-org", "participating-org"):
            organisation = self.iri("organisation/" + child.get("ref"))
            self.add(organisation, self.rdf.RDF.type, self.tela.Organisation)
            self.add(organisation, self.terms.identifier, self.rdf.Literal(child.get("ref")))
            self.texts(organisation, self.rdf.RDFS.label, child, language)
            self.add(topic, self.tela[ROLES.get(child.get("role"), "reporting") + "Organisation"], organisation)
            if child.get("role"):
                self.add(topic, self.tela.partner, organisation)

    def dates(self, topic, element):
        known = {child.get("type"): child.get("iso-date") for child in element.findall("activity-date")}
        for kind, day in known.items():
            self.add(topic, self.tela[DATES[kind]], self.rdf.Literal(day, datatype=self.rdf.XSD.date))
        for name, day in (("start", known.get("2", known.get("1"))), ("end", known.get("4", known.get("3")))):
            self.add(topic, self.schema[name + "Date"], self.rdf.Literal(day, datatype=self.rdf.XSD.date))
            self.add(topic, self.tela[name + "Year"], self.rdf.Literal(int(day[:4])))

    def provenance(self, topic, identifier, language):
        record = self.iri("graph/record/file/iati.xml/" + identifier)
        prov = self.rdf.namespace.PROV
        self.add(record, self.rdf.RDF.type, self.tela.Record)
        self.add(record, self.rdf.FOAF.primaryTopic, topic)
        self.add(record, self.tela.readFrom, self.rdf.Literal("iati.xml"))
        self.add(record, self.terms.language, self.rdf.Literal(language))
        self.add(record, prov.wasDerivedFrom, self.iri("source/iati.xml"))
        self.add(record, prov.wasGeneratedBy, self.iri("graph/provenance#build"))

    def planned(self, topic, element, currency):
        whole = decimal.Decimal(0)
        for child in element.findall("budget"):
            start, end = child.find("period-start").get("iso-date"), child.find("period-end").get("iso-date")
            value = child.find("value")
            node = self.rdf.URIRef("%s#planned-%s-%s-%s" % (topic, start, end, value.text))
            self.add(topic, self.tela.plannedBudget, node)
            self.add(node, self.rdf.RDF.type, self.tela.PlannedBudget)
            self.add(node, self.rdf.RDF.type, self.tela.Budget)
            self.add(node, self.tela.budgetType, self.tela.originalBudget)
            self.add(node, self.tela.budgetStatus, self.tela.committedBudget)
            whole += decimal.Decimal(value.text)
            self.money(node, decimal.Decimal(value.text), value.get("currency", currency))
            self.add(node, self.schema.startDate, self.rdf.Literal(start, datatype=self.rdf.XSD.date))
            self.add(node, self.schema.endDate, self.rdf.Literal(end, datatype=self.rdf.XSD.date))
        node = self.rdf.URIRef("%s#budget-%s-%s" % (topic, whole, currency))
        self.add(topic, self.tela.budget, node)
        self.add(node, self.rdf.RDF.type, self.tela.Budget)
        self.money(node, whole, currency)

    def transactions(self, topic, element, currency):
        sums = {}
        for child in element.findall("transaction"):
            value = child.find("value")
            key = (child.find("transaction-type").get("code"),
                   child.find("transaction-date").get("iso-date")[:4], value.get("currency", currency))
            total, count = sums.get(key, (decimal.Decimal(0), 0))
            sums[key] = (total + decimal.Decimal(value.text), count + 1)
        for (kind, year, unit), (total, count) in sums.items():
            node = self.rdf.URIRef("%s#transactions-%s-%s-%s-%s" % (topic, kind, year, total, unit))
            self.add(topic, self.tela.transactions, node)
            self.add(node, self.rdf.RDF.type, self.tela.Transactions)
            self.add(node, self.tela.transactionType, self.tela[TYPES[int(kind) - 1]])
            self.add(node, self.tela.transactionYear, self.rdf.Literal(int(year)))
            self.add(node, self.tela.transactionCount, self.rdf.Literal(count))
            self.money(node, total, unit)


def import_with_rdflib(source, target):
    from lxml import etree
    mapper = Mapper()
    for _, element in etree.iterparse(source, tag="iati-activity"):
        mapper.activity(element)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    mapper.graph.serialize(target, format="nt", encoding="utf-8")
    print("%d statements" % len(mapper.graph))


def measured(name, megabytes, command):
    """Runs a command; prints and returns its megabytes a second of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            status = pathlib.Path("/proc/%d/status" % process.pid).read_text(encoding="ascii")
            peak = max([peak] + [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")])
        except OSError:
            pass
        time.sleep(0.05)
    wall = time.monotonic() - start
    if process.returncode != 0:
        sys.exit("%s failed: %s" % (name, process.args))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print("%-14s %7.1f MB  %7.1f s  %7.2f MB/s  processor %7.1f s  peak %5d MiB"
          % (name, megabytes, wall, megabytes / wall, cpu, peak // 1024))
    return megabytes / wall, megabytes / cpu


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--peer":
        return import_with_rdflib(sys.argv[2], sys.argv[3])
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sizes = [int(size) for size in sys.argv[2:4]] + [1000, 20][len(sys.argv) - 2:]
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, "%d.xml" % size) for size in sizes]
        for size, file in zip(sizes, files):
            subprocess.run([sys.executable, HERE / "make_iati.py", str(size), file], check=True,
                           stdout=subprocess.DEVNULL)
        ours = measured("tela build", files[0].stat().st_size / 1e6,
                        [sys.argv[1], "build", files[0], "-s", folder + "/store"])
        peer = measured("lxml + rdflib", files[1].stat().st_size / 1e6,
                        [sys.executable, __file__, "--peer", files[1], folder + "/peer.nt"])
    print("%.0f times as fast by the clock, %.0f times by processor time" % (ours[0] / peer[0], ours[1] / peer[1]))


main()
