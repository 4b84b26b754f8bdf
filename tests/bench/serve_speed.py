#!/usr/bin/env python3
"""Requests a second of a look-up and megabytes a second of a large result, by wrk and curl.

usage: serve_speed.py TELA STORE
Needs wrk (Debian). The look-up is asked with keep-alive from 16 connections, from the cache and with --cache 0.
"""
import pathlib
import re
import subprocess
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "server"))
from running_server import RunningServer  # noqa: E402

TELA, STORE = sys.argv[1:3]
LOOKUP = "SELECT ?p { ?p <https://w3id.org/tela/ontology#beneficiary> <https://w3id.org/tela/state/HN> }"
LARGE = "SELECT * { ?s ?p ?o }"


def requests_a_second(server):
    target = server.url + "/sparql?" + urllib.parse.urlencode({"query": LOOKUP})
    told = subprocess.run(["wrk", "-t1", "-c16", "-d5s", "--latency", target], capture_output=True,
                          text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))
    return rate, re.search(r"99%\s+(\S+)", told).group(1)


def megabytes_a_second(server):
    target = server.url + "/sparql?" + urllib.parse.urlencode({"query": LARGE, "format": "csv"})
    told = subprocess.run(["curl", "-s", "-o", "/dev/null", "-w", "%{speed_download} %{time_starttransfer}", target],
                          capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]) / 1e6, float(told[1])


for cache in ("64", "0"):
    with RunningServer(TELA, STORE, "--cache", cache, "--connections-per-address", "64") as running:
        rate, slowest = requests_a_second(running)
        print(f"cache {cache} MiB: {rate:.0f} look-ups a second, 99 % within {slowest}")
with RunningServer(TELA, STORE, "--cache", "0") as running:
    speed, first = megabytes_a_second(running)
    print(f"large result: {speed:.0f} MB/s, first byte after {1000 * first:.1f} ms")
