#!/usr/bin/env python3
"""Hostile queries end at their limit, say so, and never leave a result that looks complete.

usage: check_limits.py TELA [--sanitized]
Prints for each how long after its limit it ended; on a quiet machine that is below 100 ms. The test
itself allows much more, for sanitizers and busy machines.
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree

from ended_run import wait_for_handler
from hostile_data import ASK, GRAPH, HUNGRY, PREFIX, SELECT, triples

TELA = sys.argv[1]
TIMEOUT = 0.3  # seconds given to a query
PATIENCE = 20  # seconds after which the test gives up
MEMORY_MIB = 32
# A sanitizer keeps what was freed: how much the process holds then tells nothing.
SANITIZED = "--sanitized" in sys.argv
EVERY_QUERY = SELECT | GRAPH | ASK


class Run:
    """One query, run to its end."""

    def __init__(self, store, query, *options, interrupt_after=None, wish=signal.SIGINT):
        command = [TELA, "query", "-s", store, "-e", PREFIX + query, *options]
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        guard = threading.Timer(PATIENCE + 240, process.kill)  # so that none is left behind
        guard.start()
        if interrupt_after is not None:
            wait_for_handler(process)
            time.sleep(interrupt_after)
            os.kill(process.pid, wish)
        self.output, self.message = read_bounded(process)
        _, status, usage = os.wait4(process.pid, 0)
        guard.cancel()
        self.seconds = time.monotonic() - start
        self.status = os.waitstatus_to_exitcode(status)
        self.peak_mib = usage.ru_maxrss / 1024

    def fault(self, words):
        if self.status != 3:
            return f"status {self.status}: {self.message[-200:]}"
        if words not in self.message:
            return f"says: {self.message[-200:]}"
        return None


def read_bounded(process):
    """The last megabyte of what the process prints, and all that it says."""
    tail = b""
    while piece := process.stdout.read(1 << 20):
        tail = (tail + piece)[-(1 << 20):]
    return tail, process.stderr.read().decode()


def check_time(store, faults):
    for name, query in EVERY_QUERY.items():
        run = Run(store, query, "--timeout", str(TIMEOUT))
        late = run.seconds - TIMEOUT
        print(f"{late * 1000:7.0f} ms after its time  {run.peak_mib:6.0f} MiB  {name}")
        if fault := run.fault("the time limit was reached"):
            faults.append(f"{name}: {fault}")
        if late > PATIENCE:
            faults.append(f"{name}: ended {late:.1f} s late")


def check_interrupt(store, faults):
    """Ctrl-C and SIGTERM in turn."""
    for number, (name, query) in enumerate(EVERY_QUERY.items()):
        run = Run(store, query, interrupt_after=TIMEOUT, wish=(signal.SIGINT, signal.SIGTERM)[number % 2])
        late = run.seconds - TIMEOUT
        print(f"{late * 1000:7.0f} ms after a signal  {run.peak_mib:6.0f} MiB  {name}")
        if fault := run.fault("stopped before the end"):
            faults.append(f"{name}, Ctrl-C: {fault}")
        if late > PATIENCE:
            faults.append(f"{name}: ended {late:.1f} s after Ctrl-C")


def check_memory(store, faults):
    least = Run(store, "ASK {}").peak_mib
    for name in HUNGRY:
        run = Run(store, EVERY_QUERY[name], "--memory-limit", str(MEMORY_MIB), "--timeout", "240")
        print(f"{run.seconds * 1000:7.0f} ms to its memory   {run.peak_mib:6.0f} MiB  {name}")
        if fault := run.fault(f"the memory limit of {MEMORY_MIB} MiB was reached"):
            faults.append(f"{name}, memory: {fault}")
        # Twice for what an allocator rounds up to and a table that grows holds twice.
        if not SANITIZED and run.peak_mib - least > 2.5 * MEMORY_MIB:
            faults.append(f"{name}: {run.peak_mib:.0f} MiB with a limit of {MEMORY_MIB}")


def looks_complete(form, text):
    """Whether a reader of that format would take the text for a whole result."""
    lines = text.rstrip("\n").rsplit("\n", 1)
    if form == "json":
        return parses(json.loads, text)
    if form in ("xml", "rdfxml"):
        return parses(xml.etree.ElementTree.fromstring, text)
    if form in ("jsonld", "rdfjson"):
        return text != "" and parses(json.loads, text)
    if form in ("dot", "html"):
        return text.rstrip().endswith("}" if form == "dot" else "</html>")
    return "time limit" not in lines[-1]


def parses(reader, text):
    try:
        reader(text)
        return True
    except (ValueError, xml.etree.ElementTree.ParseError):
        return False


def check_formats(store, folder, faults):
    forms = {"cross product, streamed": ("table", "csv", "tsv", "json", "xml"),
             "construct with blank nodes": ("turtle", "ntriples", "nquads", "trig", "rdfxml",
                                            "jsonld", "rdfjson", "dot", "html")}
    for name, formats in forms.items():
        for form in formats:
            path = folder / f"result.{form}"
            limits = ("--timeout", str(TIMEOUT), "-f", form)
            Run(store, EVERY_QUERY[name], *limits, "-o", str(path))
            if path.exists():
                faults.append(f"{form}: a file appeared")
            run = Run(store, EVERY_QUERY[name], *limits)
            if looks_complete(form, run.output.decode()):
                faults.append(f"{form}: looks complete: …{run.output[-120:]!r}")


def check_long_texts(store, faults):
    """Queries that take long before they run: to read and to plan."""
    texts = {
        "deep brackets": "SELECT * { ?a :p " + "(" * 100_000 + "1" + ")" * 100_000 + " }",
        "deep groups": "SELECT * " + "{" * 100_000 + "}" * 100_000,
        "many patterns": "SELECT * { " + " ".join(f"?x{i} :p ?x{i * 7 % 1999} ." for i in range(2000)) + " }",
        "many unions": "SELECT * { " + " ".join("{ ?a :p ?b } UNION { ?b :q ?a }" for _ in range(500)) + " }",
        "long path": "SELECT * { ?a " + "/".join([":p"] * 5000) + " ?b }",
        "nested path": "SELECT * { ?a " + "(" * 200 + ":p" + "+/:q)*" * 200 + " ?b }",
        "long filter": "SELECT * { ?a :size ?x FILTER(" + " && ".join(f"?x != {i}" for i in range(20_000)) + ") }",
    }
    for name, text in texts.items():
        # By file: longer than a command line may be.
        with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:
            file.write(PREFIX + text)
            file.flush()
            start = time.monotonic()
            command = [TELA, "query", file.name, "-s", store, "--timeout", str(TIMEOUT)]
            try:
                status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                        timeout=PATIENCE + 240).returncode
            except subprocess.TimeoutExpired:
                status = "none"
            late = time.monotonic() - start - TIMEOUT
        print(f"{late * 1000:7.0f} ms after its time  status {status}  {name}")
        if status not in (0, 1, 3):
            faults.append(f"{name}: status {status}")
        if late > PATIENCE:
            faults.append(f"{name}: ended {late:.1f} s late")


def check_waiting(store, folder, faults):
    """Whoever waits for input ends at a signal as well."""
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    for name, arguments in {"standard input": ["-"], "a FIFO": [str(fifo)]}.items():
        for wish in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([TELA, "query", "-s", store, *arguments], stdin=subprocess.PIPE,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            wait_for_handler(process)
            time.sleep(TIMEOUT)
            start = time.monotonic()
            process.send_signal(wish)
            try:
                status = process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                status = "none"
            print(f"{(time.monotonic() - start) * 1000:7.0f} ms after {wish.name}  waiting for {name}")
            if status != 3:
                faults.append(f"waiting for {name}, {wish.name}: status {status}")


# What takes more memory than it may before it has given a row, or at once: 16 MiB are allowed.
LARGE = {
    "list of numbers": "SELECT * { VALUES ?x { " + "1 22 333 4444 55555 666666 7 88 999 1010 " * 40_000 + " } }",
    "600 patterns": "SELECT * { " + " ".join(f"?x{i} :p ?x{i + 1} ." for i in range(600)) + " }",
    "600 patterns around a node": "SELECT * { " + " ".join(f"?x :p ?y{i} ." for i in range(600)) + " }",
    "nested REPLACE": SELECT["growing replacement"],
    "much to encode": "SELECT (SUM(STRLEN(ENCODE_FOR_URI(?k))) AS ?n) { ?a :label ?x BIND(" + "REPLACE(" * 7 + "?x"
                      + ", '.', '$0%$0%')" * 7 + " AS ?k) }",
    "text in capitals": "SELECT (SUM(STRLEN(UCASE(?k))) AS ?n) { ?a :label ?x BIND(" + "REPLACE(" * 7 + "?x"
                        + ", '.', '$0$0$0$0')" * 7 + " AS ?k) }",
    "group of everything": "SELECT (GROUP_CONCAT(?x) AS ?all) { ?a :label ?x . ?b :label ?y }",
    "extremes of texts": "SELECT ?x ?y (MAX(CONCAT(?x, ?y)) AS ?m) { ?a :label ?x . ?b :label ?y } GROUP BY ?x ?y",
    "texts with a language": "SELECT DISTINCT ?k { ?a :label ?x . ?b :label ?y BIND(STRLANG(CONCAT(?x, ?y), 'en') AS ?k) }",
    "new identifiers": "SELECT ?k { ?a :label ?x . ?b :label ?y BIND(STRUUID() AS ?k) } ORDER BY ?k",
}
LARGE_MIB = 16
UNCOUNTED_MIB = 12  # beside what is counted: what the allocator rounds up to, the query's own text and tree


def check_large_queries(store, folder, faults):
    least = Run(store, "ASK {}").peak_mib
    for name, text in LARGE.items():
        path = folder / "large.rq"
        path.write_text(PREFIX + text, encoding="utf-8")
        command = [TELA, "query", str(path), "-s", store, "--memory-limit", str(LARGE_MIB), "--timeout", "240"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        more = usage.ru_maxrss / 1024 - least
        print(f"{more:7.0f} MiB more with a limit of {LARGE_MIB}  {name}", flush=True)
        if os.waitstatus_to_exitcode(status) != 3 or f"the memory limit of {LARGE_MIB} MiB" not in message:
            faults.append(f"{name}: status {os.waitstatus_to_exitcode(status)}: {message[-200:]}")
        if not SANITIZED and more > LARGE_MIB + UNCOUNTED_MIB:
            faults.append(f"{name}: {more:.0f} MiB more with a limit of {LARGE_MIB}")


def check_loading(folder, faults):
    """RDF files are charged while they are loaded: the sorting spools, and the store must fit."""
    large = folder / "large.nt"
    with open(large, "w", encoding="utf-8") as file:
        for i in range(600_000):
            file.write(f'<urn:s{i % 60_000}> <urn:p{i % 50}> "value number {i} of many" .\n')
    file_mib = large.stat().st_size / (1 << 20)  # read through a map

    def loaded(limit):
        process = subprocess.Popen([TELA, "query", "-d", str(large), "-e", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-f",
                                    "csv", "--memory-limit", str(limit), "--timeout", "240"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, message = process.stdout.read(), process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        print(f"{usage.ru_maxrss / 1024 - file_mib:7.0f} MiB and the file with a limit of {limit}  loading", flush=True)
        return os.waitstatus_to_exitcode(status), output, message, usage.ru_maxrss / 1024 - file_mib

    status, _, message, more = loaded(8)
    if status != 3 or "the memory limit of 8 MiB" not in message:
        faults.append(f"loading beyond the limit: status {status}: {message[-200:]}")
    if not SANITIZED and more > 8 + 40:  # with the program itself
        faults.append(f"loading beyond the limit: {more:.0f} MiB with a limit of 8")
    status, output, message, _ = loaded(64)
    if status != 0 or b"600000" not in output:
        faults.append(f"loading within the limit: status {status}: {message[-200:]}")


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # Line by line: what this script holds would count as memory of the programs that it starts.
        with open(folder / "data.nt", "w", encoding="utf-8") as file:
            file.writelines(triples())
        store = str(folder / "store")
        subprocess.run([TELA, "build", "-q", str(folder / "data.nt"), "-s", store], check=True)
        check_time(store, faults)
        check_interrupt(store, faults)
        check_memory(store, faults)
        check_formats(store, folder, faults)
        check_long_texts(store, faults)
        check_waiting(store, folder, faults)
        check_large_queries(store, folder, faults)
        check_loading(folder, faults)
    print("\n".join(faults) or "every query ended at its limit")
    return 1 if faults else 0


sys.exit(main())
