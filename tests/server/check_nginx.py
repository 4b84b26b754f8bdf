#!/usr/bin/env python3
"""`tela serve` behind nginx with the configuration of src/server: answers pass, broken ones stay broken, leaving is noticed.

usage: check_nginx.py TELA STORE SHARED_DIR
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

from running_server import Faults, RunningServer, free_port

TELA, STORE = sys.argv[1:3]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONFIGURATION = pathlib.Path(__file__).parents[2] / "src/server/nginx.conf"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f && ?f < ?i) }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"

if NGINX is None or shutil.which("curl") is None:
    print("skipped: there is no nginx, or no curl")
    sys.exit(77)
faults = Faults()
check = faults.check


def configuration(folder, port, tela_port):
    """The file as it is published, without TLS, which needs a certificate, and with ports of this test."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    text = re.sub(r"\n *ssl_[^;]*;", "", text).replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("server 127.0.0.1:7878;", f"server 127.0.0.1:{tela_port};")
    paths = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return (f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
            f"events {{}}\nhttp {{ access_log off; {paths}\n{text} }}\n")


def curl(port, query, *options):
    url = f"http://127.0.0.1:{port}/sparql?" + urllib.parse.urlencode({"query": query, "format": "csv"})
    return subprocess.run(["curl", "-sS", "-H", "Host: data.example.org", "-w", "\n%{http_code}", *options, url],
                          capture_output=True, text=True, timeout=60)


def log_lines(path):
    with open(path, encoding="utf-8") as log:
        return [json.loads(line) for line in log]


def wait_for(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def run(folder, server, port, log):
    check("nginx passes requests on", True, wait_for(lambda: curl(port, "ASK {}").stdout.endswith("200")))
    check("an answer passes", "o\n1", curl(port, "SELECT (1 AS ?o) {}").stdout.rsplit("\n", 2)[0].strip("\n\r"))
    check("a limit passes", "503", curl(port, ENDLESS).stdout.rsplit("\n", 1)[-1])
    broken = curl(port, LARGE, "-o", "/dev/null")
    check("a broken body is an error for curl", True, broken.returncode in (18, 56, 92))
    before = len(log_lines(log))
    curl(port, ENDLESS, "--max-time", "0.5")
    check("a client that leaves nginx leaves Tela", True,
          wait_for(lambda: any(line["outcome"] == "abandoned" for line in log_lines(log)[before:])))
    check("SIGTERM", 0, server.stop())


with tempfile.TemporaryDirectory() as folder:
    log = folder + "/log.jsonl"
    with RunningServer(TELA, STORE, "--timeout", "5", "--host", "data.example.org", "--log", log) as running:
        port = free_port()
        path = pathlib.Path(folder) / "nginx.conf"
        path.write_text(configuration(folder, port, running.port), encoding="utf-8")
        nginx = subprocess.Popen([NGINX, "-p", folder, "-c", str(path), "-e", folder + "/error.log"])
        try:
            run(folder, running, port, log)
        finally:
            nginx.terminate()
            nginx.wait(timeout=20)
faults.exit()
