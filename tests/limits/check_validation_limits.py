#!/usr/bin/env python3
"""Hostile shapes end at their limit and say so; those that only look hostile end at once.

usage: check_validation_limits.py TELA
Prints for each how long after its limit it ended; on a quiet machine that is below 100 ms. The test
itself allows much more, for sanitizers and busy machines.
"""
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

TELA = sys.argv[1]
TIMEOUT = 0.5  # seconds given to a validation
PATIENCE = 60  # seconds after which the test gives up
PREFIX = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <http://example.org/> .
"""


def tower(operator, height=200):
    """A shape that asks the next one twice, and so on."""
    levels = [f":S{i} {operator} ( :S{i + 1} :S{i + 1} ) ." for i in range(height)]
    return ":S0 sh:targetNode :n0 .\n" + "\n".join(levels) + f"\n:S{height} sh:nodeKind sh:IRI ."


def query(text):
    return f':S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:sparql [ sh:select """{text}""" ] .'


# Shapes that no machine checks in the time given.
ENDLESS = {
    "values times values": ":S a sh:PropertyShape ; sh:targetNode :n0 ; sh:path :many ; sh:lessThan :many .",
    "closures in closures": ":S a sh:PropertyShape ; sh:targetSubjectsOf :p ; sh:minCount 1 ; sh:path"
                            + " [ sh:zeroOrMorePath" * 30 + " [ sh:alternativePath ( :p [ sh:inversePath :p ] ) ]" + " ]" * 30 + " .",
    "results twice as many with each level": ":S0 sh:targetNode :n0 .\n" + "\n".join(
        f":S{i} sh:property [ sh:path :p ; sh:property [ sh:path :p ; sh:property :P{i} ] ] .\n"
        f":P{i} sh:path [ sh:alternativePath ( :p :q ) ] ; sh:node :S{i + 1} ; sh:property :P{i + 1} , :Q{i + 1} .\n"
        f":Q{i} sh:path [ sh:alternativePath ( :q :p ) ] ; sh:property :P{i + 1} , :Q{i + 1} ."
        for i in range(100)) + "\n:S100 sh:nodeKind sh:Literal .\n"
        ":P100 sh:path :p ; sh:maxCount 0 .\n:Q100 sh:path :p ; sh:maxCount 0 .",
    "a query of three patterns": query("SELECT $this { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?c = ?d) }"),
    "a target of three patterns": ':S a sh:NodeShape ; sh:target [ sh:select'
                                  ' "SELECT ?this { ?a ?b ?this . ?d ?e ?f . ?g ?h ?i }" ] .',
}
# Shapes that memory alone ends: each result is kept.
HUNGRY = {"a result for each pair": query("SELECT $this ?value { ?a <http://example.org/many> ?value . ?b <http://example.org/many> ?c }")}
# Shapes that look as bad and take no time.
QUICK = {f"a tower of {operator}": tower(operator) for operator in ("sh:and", "sh:or", "sh:xone")}


def data():
    yield PREFIX
    for i in range(300):
        yield f":n{i} :p :n{(i + 1) % 300} , :n{(i * 7 + 3) % 300} ; :q :n{(i * 5 + 1) % 300} .\n"
    for i in range(30_000):
        yield f":n0 :many {i} .\n"


class Run:
    """One validation, run to its end."""

    def __init__(self, store, folder, shapes, *options, signal_after=None):
        file = folder / "shapes.ttl"
        file.write_text(PREFIX + shapes, encoding="utf-8")
        command = [TELA, "validate", "-s", store, "--shapes", str(file), "-f", "json", *options]
        start = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            if signal_after is not None:
                wait_for_handler(process)
                time.sleep(TIMEOUT)
                process.send_signal(signal_after)
            self.output, self.message = process.communicate(timeout=PATIENCE + 240)
            self.status = process.returncode
        self.seconds = time.monotonic() - start


def wait_for_handler(process):
    """Until the process catches SIGINT, which on a busy machine takes a while."""
    while process.poll() is None:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        if int(status.split("SigCgt:")[1].split()[0], 16) >> (signal.SIGINT - 1) & 1:
            return
        time.sleep(0.01)


def check_end(run, name, status, words, faults):
    late = run.seconds - TIMEOUT
    print(f"{late * 1000:7.0f} ms after its limit  {name}")
    if run.status != status or words not in run.message:
        faults.append(f"{name}: status {run.status}, says: {run.message[-200:]}")
    if status == 3 and run.output:
        faults.append(f"{name}: a report came out")
    if late > PATIENCE:
        faults.append(f"{name}: ended {late:.1f} s late")


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "data.ttl").write_text("".join(data()), encoding="utf-8")
        store = str(folder / "store")
        subprocess.run([TELA, "build", "-q", str(folder / "data.ttl"), "-s", store], check=True)
        for what, shapes in ENDLESS.items():
            run = Run(store, folder, shapes, "--timeout", str(TIMEOUT))
            check_end(run, what, 3, "the time limit was reached", faults)
            for number in (signal.SIGINT, signal.SIGTERM):
                run = Run(store, folder, shapes, signal_after=number)
                check_end(run, f"{what}, {number.name}", 3, "stopped before the end", faults)
        for what, shapes in HUNGRY.items():
            run = Run(store, folder, shapes, "--memory-limit", "32", "--timeout", "240")
            check_end(run, what, 3, "the memory limit of 32 MiB was reached", faults)
        for what, shapes in QUICK.items():
            run = Run(store, folder, shapes, "--timeout", str(PATIENCE))
            check_end(run, what, 1 if "xone" in what else 0, "", faults)
    print("\n".join(faults) or "every validation ended at its limit")
    return 1 if faults else 0


sys.exit(main())
