#!/usr/bin/env python3
"""How fast `tela serve` answers, beside Virtuoso and Oxigraph behind node: look-ups a second, their 99th percentile alone and
while a heavy query runs, processor time a look-up, megabytes a second of a large result, time to its first byte.

usage: serve_speed.py TELA DATA.nt [--engines tela,virtuoso,oxigraph] [--seconds 5] [--node-modules DIR]
Needs wrk, and for the peers virtuoso-opensource-7-bin (Debian) and npm's oxigraph. Look-ups come over 16 connections that stay
open; each asks for another state, in turn, so that no single row is all that a cache needs to hold.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
sys.path += [str(HERE.parent / "server"), str(HERE)]
from running_server import RunningServer  # noqa: E402
from sparql_peers import Virtuoso  # noqa: E402

TELA_ONTOLOGY = "https://w3id.org/tela/ontology#"
LOOKUP = f"SELECT ?p {{ ?p <{TELA_ONTOLOGY}beneficiary> <https://w3id.org/tela/state/%s> }}"
LARGE = "SELECT * { ?s ?p ?o }"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?x . ?c ?r ?b . FILTER(STR(?a) < STR(?c)) }"
STATES = "HN SV GT NI CR PA MX BZ CO EC PE BO CL AR UY PY".split()


def script_of(folder, path):
    """A script for wrk that asks for one state after the other."""
    targets = [path + "?" + urllib.parse.urlencode({"query": LOOKUP % state}) for state in STATES]
    script = pathlib.Path(folder) / "lookups.lua"
    script.write_text("local targets = {%s}\nlocal i = 0\nfunction request()\n  i = i %% #targets + 1\n"
                      "  return wrk.format('GET', targets[i])\nend\n" % ", ".join(f'"{t}"' for t in targets), encoding="ascii")
    return script


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def look_ups(engine, seconds):
    """Look-ups a second, milliseconds of the 99th percentile, microseconds of the server's processors for each."""
    with tempfile.TemporaryDirectory() as folder:
        before = processor_seconds(engine.process)
        told = subprocess.run(["wrk", "-t1", "-c16", f"-d{seconds}s", "--latency", "-s", script_of(folder, engine.path),
                               engine.url], capture_output=True, text=True, check=True).stdout
        used = processor_seconds(engine.process) - before
    if "Non-2xx" in told:
        raise RuntimeError(told)
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    requests = int(re.search(r"(\d+) requests in", told).group(1))
    if requests == 0:
        return 0, float("inf"), float("nan")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))
    return rate, float(amount) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit], 1e6 * used / requests


def beside_heavy_query(engine, seconds):
    target = engine.url + engine.path + "?" + urllib.parse.urlencode({"query": HEAVY})

    def ask():
        try:
            urllib.request.urlopen(target, timeout=seconds + 3).read()
        except OSError:
            pass  # it is meant to take longer than anybody waits
    asking = threading.Thread(target=ask)
    asking.start()
    result = look_ups(engine, seconds)
    asking.join()
    return result


def large_result(engine):
    """Megabytes a second, milliseconds to the first byte: the best of three."""
    target = engine.url + engine.path + "?" + urllib.parse.urlencode({"query": LARGE, "format": engine.csv})
    runs = []
    for _ in range(3):
        told = subprocess.run(["curl", "-s", "-w", "%{stderr}%{speed_download} %{time_starttransfer}", target],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True).stderr.split()
        runs.append((float(told[0]) / 1e6, 1000 * float(told[1])))
    return max(speed for speed, _ in runs), min(first for _, first in runs)


class Tela:
    path, csv = "/sparql", "csv"

    def __init__(self, arguments, folder, *options):
        store = folder + "/store"
        if not os.path.exists(store):
            subprocess.run([arguments.tela, "-q", "build", arguments.data, "-s", store], check=True)
        self.server = RunningServer(arguments.tela, store, "--connections-per-address", "64", *options)
        self.url, self.process = self.server.url, self.server.process.pid

    def stop(self):
        self.server.stop()


class TelaWithoutCache(Tela):
    def __init__(self, arguments, folder):
        super().__init__(arguments, folder, "--cache", "0")


class VirtuosoPeer:
    path, csv = "/sparql", "text/csv"

    def __init__(self, arguments, folder):
        self.engine = Virtuoso(folder, 1)
        self.engine.load(arguments.data, arguments.tela)
        self.url, self.process = f"http://127.0.0.1:{self.engine.http_port}", self.engine.server.pid

    def stop(self):
        self.engine.stop()


class OxigraphPeer:
    path, csv, port = "/sparql", "csv", 18891

    def __init__(self, arguments, folder):
        os.symlink(os.path.abspath(arguments.node_modules), folder + "/node_modules")
        shutil.copy(HERE / "oxigraph_server.mjs", folder)
        self.server = subprocess.Popen(["node", folder + "/oxigraph_server.mjs", os.path.abspath(arguments.data), str(self.port)],
                                       stdout=subprocess.PIPE, text=True)
        self.server.stdout.readline()
        self.url, self.process = f"http://127.0.0.1:{self.port}", self.server.pid

    def stop(self):
        self.server.kill()
        self.server.wait()


ENGINES = {"tela": Tela, "tela --cache 0": TelaWithoutCache, "virtuoso": VirtuosoPeer, "oxigraph": OxigraphPeer}


def measure(name, arguments, folder):
    engine = ENGINES[name](arguments, folder)
    try:
        rate, slowest, used = look_ups(engine, arguments.seconds)
        speed, first = large_result(engine)
        # Last: a server of one thread is busy with it for good.
        busy_rate, busy_slowest, _ = beside_heavy_query(engine, arguments.seconds)
    finally:
        engine.stop()
    print(f"| {name} | {rate:.0f} | {slowest:.1f} | {used:.0f} | {busy_rate:.0f} | {busy_slowest:.1f} | {speed:.0f} | {first:.1f} |",
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tela")
    parser.add_argument("data")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--node-modules", default="build/npm/node_modules")
    arguments = parser.parse_args()
    print("| | look-ups a second | 99 % within, ms | processor a look-up, µs | a second beside a heavy query | 99 % then, ms "
          "| large result, MB/s | first byte, ms |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.engines.split(","):
            measure(name, arguments, folder)


main()
