#!/usr/bin/env python3
"""Two `tela serve` over one store behind nginx, one of them killed under load: every answer is right and whole, or the
client is told that it is none, and the other one goes on answering.

usage: check_replicas.py TELA STORE SHARED_DIR
"""
import http.client
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from running_server import Faults, RunningServer, free_port

TELA, STORE = sys.argv[1:3]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; {paths}
  upstream tela {{ server 127.0.0.1:{first} fail_timeout=1s; server 127.0.0.1:{second} fail_timeout=1s; keepalive 8; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://tela; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
      proxy_buffering off; proxy_connect_timeout 5s;
    }}
  }}
}}
"""
CLIENTS, BEFORE, AFTER = 4, 40, 12
QUERIES = ["ASK {}", "SELECT * { ?s a ?t } ORDER BY ?s ?t LIMIT 300", "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 20000"]

if NGINX is None:
    print("skipped: there is no nginx")
    sys.exit(77)
faults = Faults()
check = faults.check


def target(query):
    return "/sparql?" + urllib.parse.urlencode({"query": query, "format": "csv"})


def ask(port, query):
    """Status and body; 0 where the client is told by the connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", target(query))
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (http.client.HTTPException, OSError):
        return 0, b""
    finally:
        connection.close()


class Load:
    """Clients that ask until they are stopped, and what came of it."""

    def __init__(self, port, expected):
        self.port, self.expected, self.stopping = port, expected, threading.Event()
        self.right, self.told, self.wrong, self.lock = 0, 0, [], threading.Lock()
        self.threads = [threading.Thread(target=self.client, args=(n,)) for n in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def client(self, number):
        while not self.stopping.is_set():
            query = QUERIES[number % len(QUERIES)]
            number += 1
            status, body = ask(self.port, query)
            with self.lock:
                if status == 200 and sorted(body.split(b"\n")) == self.expected[query]:
                    self.right += 1
                elif status == 0 or status >= 500:
                    self.told += 1
                else:
                    self.wrong.append((query, status, len(body)))

    def wait_for_right(self, more, patience=120):
        wanted, end = self.right + more, time.monotonic() + patience
        while self.right < wanted and time.monotonic() < end:
            time.sleep(0.01)
        return self.right >= wanted

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(180)


def run(port, killed):
    expected = {query: sorted(ask(killed.port, query)[1].split(b"\n")) for query in QUERIES}
    check("one of the answers is long", True, len(expected[QUERIES[2]]) > 10_000)
    end = time.monotonic() + 30
    while ask(port, "ASK {}")[0] != 200 and time.monotonic() < end:
        time.sleep(0.05)
    load = Load(port, expected)
    check("two of them answer", True, load.wait_for_right(BEFORE))
    killed.process.kill()
    killed.process.communicate(timeout=30)
    check("one of them answers", True, load.wait_for_right(AFTER * CLIENTS))
    told = load.told
    check("and nobody is told of faults any more", True, load.wait_for_right(AFTER * CLIENTS) and load.told == told)
    load.stop()
    check("no answer is wrong, or cut without being told", [], load.wrong)
    print(f"{load.right} right, {load.told} told, {len(load.wrong)} wrong")


with tempfile.TemporaryDirectory() as folder:
    with RunningServer(TELA, STORE, "--cache", "0") as first, RunningServer(TELA, STORE, "--cache", "0") as second:
        port = free_port()
        paths = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        path = pathlib.Path(folder) / "nginx.conf"
        path.write_text(CONFIGURATION.format(folder=folder, paths=paths, first=first.port, second=second.port, port=port))
        nginx = subprocess.Popen([NGINX, "-p", folder, "-c", str(path), "-e", folder + "/error.log"])
        try:
            run(port, first)
        finally:
            nginx.terminate()
            nginx.wait(timeout=20)
        check("SIGTERM of the one that is left", 0, second.stop())
faults.exit()
