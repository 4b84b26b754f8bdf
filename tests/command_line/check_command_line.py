#!/usr/bin/env python3
"""What README says of every command: help with an example, exit statuses, what goes where.

usage: check_command_line.py TELA STORE
"""
import os
import subprocess
import sys
import tempfile

TELA, STORE = sys.argv[1:]
EVERYTHING = "SELECT * { ?s ?p ?o }"
faults = []


def tela(*arguments, **options):
    return subprocess.run([TELA, *arguments], capture_output=True, text=True, timeout=120, **options)


def check(what, expected, found):
    if expected != found:
        faults.append(f"{what}: expected {expected!r}, found {found!r}")


def commands():
    lines = tela("--help").stdout.split("Subcommands:")[1].splitlines()
    return [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]


def helps():
    check("commands", True, len(commands()) >= 11)
    for command in commands():
        shown = tela(command, "--help")
        check(f"{command} --help", (0, ""), (shown.returncode, shown.stderr))
        check(f"{command} --help has an example", True, f"  tela {command}" in shown.stdout)


def statuses(folder):
    missing = f"{folder}/no-such-store"
    cases = [
        (0, ["query", "-s", STORE, "-e", "ASK {}"]),
        (1, ["query", "-s", missing, "-e", "ASK {}"]),
        (1, ["query", "-s", STORE, "-e", "ASK {"]),
        (2, ["query", "-s", STORE, "-e", "ASK {}", "--no-such-option"]),
        (2, ["no-such-command"]),
        (2, ["graph", "states", "-s", STORE, "--weight", "beauty"]),
        (2, ["info", "-s", STORE, "--network", "beauty"]),
        (3, ["query", "-s", STORE, "--timeout", "0.2", "-e",
             "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f && ?f < ?i) }"]),
    ]
    for status, arguments in cases:
        ran = tela(*arguments)
        check(f"status of {arguments}", status, ran.returncode)
        check(f"a message of {arguments}", status != 0, ran.stderr.startswith("tela: "))
        if status != 3:
            check(f"results of {arguments}", status == 0, ran.stdout != "")


def messages(folder):
    """A message says what is wrong and what to do, on lines that are its own."""
    def said(*arguments):
        return tela(*arguments).stderr
    check("an excerpt stands below", ["    ASK{?s foo:bar ?o}", "           ^"],
          said("query", "-s", STORE, "-e", "ASK{?s foo:bar ?o}").splitlines()[1:])
    check("no line is forged", 1, len(said("query", "-s", STORE, "-e", "ASK {}", "-f", "x\ntela: done").splitlines()))
    check("a base that is none", True, "no base" in said("build", folder, "--rdf-base", "http:", "-s", folder + "/none"))
    for arguments, words in [(["nosuch"], ["no command 'nosuch'", "tela --help"]), ([], ["name a command"]),
                             (["completion"], ["completion needs shell", "bash, zsh or fish"]),
                             (["why", "HN", "-s", STORE], ["why needs second", "tela why HN SV"]),
                             (["why", "HN", "HN", "-s", STORE], ["both Honduras"])]:
        for word in words:
            check(f"{arguments} says {word}", True, word in said(*arguments))
    forged = f"{folder}/forged.ttl"
    with open(forged, "w", encoding="utf-8") as file:
        file.write('@prefix : <urn:> . @prefix sh: <http://www.w3.org/ns/shacl#> . :a :p "x\\nViolation  :forged" . '
                   ':S sh:targetSubjectsOf :p ; sh:message "one\\nViolation  :forged {?value}" ; sh:property '
                   '[ sh:path :p ; sh:maxLength 1 ; sh:message "two\\nViolation  :forged" ] .')
    report = tela("validate", "-d", forged, "--shapes", forged).stdout
    check("a report without forged lines", [], [line for line in report.splitlines() if line.startswith("Violation  :f")])
    check("a report of one result", 1, sum(line.startswith("Violation") for line in report.splitlines()))
    twice = said("query", "-s", STORE, "-n", "partners-of-a-state", "-p", "state=HN", "-p", "state=SV")
    check("a parameter given twice", True, "state is given twice" in twice)


def severities(folder):
    shapes, data = f"{folder}/shapes.ttl", f"{folder}/data.ttl"
    for severity in ("Info", "Warning", "Violation"):
        with open(shapes, "w", encoding="utf-8") as file:
            file.write("@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:shape> sh:targetNode <urn:thing> ; "
                       f"sh:severity sh:{severity} ; sh:property [ sh:path <urn:name> ; sh:minCount 1 ; "
                       f"sh:severity sh:{severity} ] .")
        with open(data, "w", encoding="utf-8") as file:
            file.write("<urn:thing> <urn:other> 1 .")
        found = [tela("validate", "--shapes", shapes, "-d", data, "--fail-on", level).returncode
                 for level in ("info", "warning", "violation")]
        expected = {"Info": [1, 0, 0], "Warning": [1, 1, 0], "Violation": [1, 1, 1]}[severity]
        check(f"status of a result of severity {severity}", expected, found)


def dates_in_order(folder):
    """A month and a day within it are in order, and another source's end is no end of this one's start."""
    data = f"{folder}/meetings.trig"
    def warned(*graphs):
        text = "@prefix s: <https://schema.org/> . @prefix x: <http://www.w3.org/2001/XMLSchema#> . "
        for number, (start, end) in enumerate(graphs):
            typed = [f"'{day}'^^x:{'date' if len(day) == 10 else 'gYearMonth'}" for day in (start, end)]
            text += (f"<urn:source{number}> {{ <urn:meeting> a <https://w3id.org/tela/ontology#Meeting> ; "
                     f"s:startDate {typed[0]} ; s:endDate {typed[1]} }} ")
        with open(data, "w", encoding="utf-8") as file:
            file.write(text)
        tela("build", "-s", f"{folder}/meetings", data)
        return "Ends before it starts" in tela("validate", "-s", f"{folder}/meetings").stdout
    check("a month and a day of it", False, warned(("2016-06", "2016-06-12")))
    check("a day and its month", False, warned(("2016-06-12", "2016-06")))
    check("a day before", True, warned(("2016-06-12", "2016-06-11")))
    check("a month before", True, warned(("2016-06", "2016-05-31")))
    check("a month before a day", True, warned(("2016-06-01", "2016-05")))
    check("two sources", False, warned(("2016-06-01", "2016-06-02"), ("2015-06-01", "2015-06-02")))


def full_and_closed_outputs():
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run([TELA, "dump", "-s", STORE], stdout=full, stderr=subprocess.PIPE, text=True)
    check("status on a full disk", 1, ran.returncode)
    check("message on a full disk", True, "cannot write" in ran.stderr)
    for arguments in (["dump"], ["query", "-e", EVERYTHING], ["query", "-e", EVERYTHING, "-f", "json"],
                      ["graph", "resources", "-f", "graphml", "--quiet"]):
        with subprocess.Popen([TELA, *arguments, "-s", STORE], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as run:
            run.stdout.read(20)
            run.stdout.close()
            said = run.stderr.read()
        check(f"{arguments} into a closed pipe", (141, ""), (run.returncode, said))


def numbers():
    """What is no number to compute with is refused, and not taken for a filter that lets everything through."""
    for arguments in (["query", "-e", EVERYTHING, "--timeout", "nan"], ["query", "-e", EVERYTHING, "--timeout", "inf"],
                      ["graph", "states", "--alpha", "nan"], ["graph", "states", "--min-weight", "nan"],
                      ["serve", "--timeout", "nan"]):
        run = tela(*arguments, "-s", STORE)
        check(f"{arguments}", (2, True), (run.returncode, "no number to work with" in run.stderr))


def unheeded():
    """An option that the format has no use for is told, not passed over."""
    for arguments in (["-f", "csv-nodes", "--caption", "x"], ["-f", "html", "--width", "16cm"], ["-f", "svg", "--figure", "degree"],
                      ["-f", "map-svg", "--labels", "3"], ["-f", "graphml", "--width", "16cm"], ["-f", "json", "--layout", "radial"],
                      ["-f", "svg", "--labels", "-1"], ["-f", "svg", "--top", "0"]):
        run = tela("graph", "states", "--by", "beneficiaries", "-s", STORE, *arguments)
        check(f"graph {arguments}", (2, ""), (run.returncode, run.stdout))
    drawn = tela("graph", "states", "--by", "beneficiaries", "--top", "5", "-s", STORE, "-f", "map-svg", "--caption", "x")
    check("options of a picture", 0, drawn.returncode)


def suggestions(folder):
    """A mapping is suggested into the very file that a build then reads."""
    with open(f"{folder}/mine.csv", "w", encoding="utf-8") as table:
        table.write("ID,Title,Country\nA1,Borders,Honduras\n")
    with open(f"{folder}/mine.csv.map", "w", encoding="utf-8") as mapping:
        run = subprocess.run([TELA, "build", "--suggest-map", f"{folder}/mine.csv"], stdout=mapping, stderr=subprocess.PIPE, text=True)
    check("a suggestion into its own file", (0, ""), (run.returncode, run.stderr))
    check("and a build with it", 0, tela("build", f"{folder}/mine.csv", "-s", f"{folder}/mine-store").returncode)


def reviewed(folder):
    """What a page says of a meeting is there as well when it comes by way of a person's review."""
    with open(f"{folder}/note.md", "w", encoding="utf-8") as page:
        page.write("# XXI Conferencia Suramericana sobre Migraciones\n\nLa XXI Conferencia Suramericana sobre Migraciones se celebró en Lima, "
                   "Perú, del 3 al 5 de octubre de 2022. Participaron delegaciones de Chile y Ecuador.\n")
    asked = "SELECT ?start ?end { ?m a tela:Meeting ; schema:startDate ?start ; schema:endDate ?end }"
    tela("extract", "--review", f"{folder}/note.md", "-o", f"{folder}/note.xml")
    for source in ("note.md", "note.xml"):
        check(f"build {source}", 0, tela("build", f"{folder}/{source}", "-s", f"{folder}/{source}-store").returncode)
        days = tela("query", "-s", f"{folder}/{source}-store", "-f", "csv", "-e", asked).stdout.split()
        check(f"days of a meeting by {source}", ["start,end", "2022-10-03,2022-10-05"], days)


def two_files(folder):
    """A network that is a list of nodes and one of edges."""
    for form in (["-f", "csv"], ["-f", "parquet"], ["--for", "neo4j"]):
        lists = tempfile.mkdtemp(dir=folder)
        run = tela("graph", "states", "--by", "beneficiaries", "-s", STORE, *form, "-o", f"{lists}/net")
        check(f"graph {form}: files", (0, 2), (run.returncode, len(os.listdir(lists))))
        run = tela("graph", "states", "--by", "beneficiaries", "-s", STORE, *form, "--layout", "radial", "-o", f"{lists}/drawn")
        check(f"graph {form} has no layout", (2, 2), (run.returncode, len(os.listdir(lists))))


def networks():
    for arguments in (["--network"], ["--network", "states"], ["--network=states"]):
        check(f"info {arguments}", True, "network of states" in tela("info", "-s", STORE, *arguments).stdout)


def main():
    helps()
    with tempfile.TemporaryDirectory() as folder:
        statuses(folder)
        severities(folder)
        messages(folder)
        dates_in_order(folder)
        two_files(folder)
        suggestions(folder)
        reviewed(folder)
    full_and_closed_outputs()
    networks()
    numbers()
    unheeded()
    print("\n".join(faults) or "every command does what README says of it")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
