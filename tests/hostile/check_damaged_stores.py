#!/usr/bin/env python3
"""A store with a flipped byte gives the answer of the whole one, or an error: never another answer, never a crash.

usage: check_damaged_stores.py TELA
Each command is run over stores with one damaged byte, at places that the seed chooses; TELA_HOSTILE_ROUNDS says how many.
"""
import pathlib
import random
import shutil
import sys

from hostile import contents, end, rounds, run, temporary, write_sources

READING = {
    "query": ["query", "-f", "csv", "-e", "SELECT ?p ?s { ?p tela:beneficiary ?s } ORDER BY ?p ?s"],
    "ask": ["query", "-f", "csv", "-e", "SELECT ?o { <urn:a> <urn:p>/<urn:q> ?o }"],
    "why": ["why", "HN", "BZ"],
    "graph": ["graph", "states", "-f", "json"],
    "info": ["info", "--network", "states", "--graphs"],
    "dump": ["dump", "--canonical"],
    "validate": ["validate", "-f", "json"],
}


def answers(store):
    return {name: run(*command, "-s", store)[:2] for name, command in READING.items()}


def publish(store, folder):
    status, _, said = run("publish", "-s", store, "-o", folder, "--date", "2024-01-01")
    return (contents(folder) if status == 0 else None), said


def check_read(name, damaged, right, faults, place):
    status, output, said = run(*READING[name], "-s", damaged)
    if (status, output) == right[name]:
        return
    if status not in (1, 2) or "tela: " not in said:
        faults.append(f"{name}, byte {place}: status {status}, another answer: {output[:200]} {said[-300:]}")


def check_publish(damaged, folder, right, faults, place):
    files, said = publish(damaged, folder)
    if files is not None and files != right:
        faults.append(f"publish, byte {place}: another release")
    if files is None and "tela: " not in said:
        faults.append(f"publish, byte {place}: no message: {said[-300:]}")
    shutil.rmtree(folder, ignore_errors=True)


def check_build(sources, damaged, whole, faults, place):
    status, _, said = run("build", sources, "-s", damaged)
    if status == 0 and damaged.read_bytes() != whole:
        faults.append(f"build, byte {place}: the damage stays: {said[-300:]}")
    if status != 0 and "tela: " not in said:
        faults.append(f"build, byte {place}: status {status} without a message")


def main():
    faults = []
    chosen = random.Random(20240229)
    with temporary("damaged") as folder:
        folder = pathlib.Path(folder)
        sources = write_sources(folder / "sources", 3)
        store, damaged = folder / "store", folder / "damaged"
        status, _, said = run("build", sources, "-s", store)
        if status != 0:
            sys.exit(said)
        whole = store.read_bytes()
        shutil.copy(store, damaged)
        # by the same name, which info prints
        right = answers(damaged)
        release, _ = publish(damaged, folder / "release")
        shutil.rmtree(folder / "release")
        count = rounds(12)
        for number in range(count):
            # Half of the places among the first: sections begin there, and are read by every command.
            place = chosen.randrange(len(whole) if number % 2 else 4096)
            changed = bytearray(whole)
            changed[place] ^= 1 << chosen.randrange(8)
            damaged.write_bytes(changed)
            for name in READING:
                check_read(name, damaged, right, faults, place)
            if number % 4 == 0:
                check_publish(damaged, folder / "release", release, faults, place)
            check_build(sources, damaged, whole, faults, place)
    end(faults, f"{count} damaged stores of {len(whole)} bytes, {len(READING) + 2} commands")


if __name__ == "__main__":
    main()
