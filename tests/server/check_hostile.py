#!/usr/bin/env python3
"""Clients that mean harm, or leave: limits hold, others are answered, memory stays flat.

usage: check_hostile.py TELA STORE SHARED_DIR
"""
import http.client
import json
import socket
import sys
import tempfile
import threading
import time
import urllib.parse

from running_server import Faults, RunningServer

TELA, STORE = sys.argv[1:3]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f && ?f < ?i) }"
WHOLE = "SELECT * { ?s ?p ?o }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
faults = Faults()
check = faults.check


def sparql(query, **more):
    return "/sparql?" + urllib.parse.urlencode({"query": query, **more})


def connect(server):
    return socket.create_connection(("127.0.0.1", server.port), timeout=60)


def send(server, text):
    client = connect(server)
    client.sendall(text)
    return client


def get(target, *fields):
    return ("\r\n".join([f"GET {target} HTTP/1.1", "Host: localhost", *fields]) + "\r\n\r\n").encode()


def log_lines(path):
    with open(path, encoding="utf-8") as log:
        return [json.loads(line) for line in log]


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def is_alive(server):
    return server.ask("GET", "/health")[0] == 200 and server.ask("GET", sparql("ASK {}"))[0] == 200


def smuggled(*fields):
    """A request whose body, if its end is misread, is taken for another one."""
    head = "\r\n".join(["POST /sparql HTTP/1.1", "Host: localhost", "Content-Type: application/sparql-query", *fields])
    return (head + "\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").encode()


def malformed(server):
    for what, text in [
            ("no HTTP", b"hello\r\n\r\n"),
            ("two lengths", b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"),
            ("length and chunks", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("chunks that are not last", smuggled("Transfer-Encoding: chunked, identity")),
            ("an unknown coding", smuggled("Transfer-Encoding: gzip")),
            ("a packed body", smuggled("Content-Encoding: gzip", "Content-Length: 0")),
            ("two hosts", b"GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n"),
            ("no host", b"GET /health HTTP/1.1\r\n\r\n"),
            ("another host in the address", b"GET http://evil/health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            ("an address with a user", b"GET http://me@localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            ("an address without a host", b"GET http:///health HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            ("a field without name", b"GET / HTTP/1.1\r\n: x\r\n\r\n"),
            ("a head too long", b"GET / HTTP/1.1\r\nX: " + b"a" * 80000 + b"\r\n\r\n"),
            ("a broken escape", get("/q/%zz")),
            ("bytes that are not UTF-8", get("/q/%ff%fe")),
            ("a line break in an address", get("/q/%0d%0aSet-Cookie:x"))]:
        with send(server, text) as client:
            answer = client.recv(65536)
            check(what, b" 4", answer[8:10])
            check(f"{what}: one answer", 1, answer.count(b"HTTP/1.1 ") + client.recv(65536).count(b"HTTP/1.1 "))
    for what, text in [("no host in HTTP/1.0", b"GET /health HTTP/1.0\r\n\r\n"),
                       ("a whole address", b"GET HTTP://localhost/health HTTP/1.1\r\nHost: evil\r\n\r\n"),
                       ("a whole address without a path",
                        b"GET http://localhost?q=/x HTTP/1.1\r\nHost: localhost\r\n\r\n")]:
        with send(server, text) as client:
            check(what, b" 200", client.recv(65536)[8:12])
    check("alive after malformed requests", True, is_alive(server))


def limits(server):
    status, _, body = server.ask("GET", sparql(ENDLESS))
    check("a query at its limit before anything was sent", 503, status)
    client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    client.request("GET", sparql(LARGE, format="csv"))
    response = client.getresponse()
    try:
        while response.read(1 << 20):
            pass
        check("a result cut at its limit does not look whole", "IncompleteRead", "whole")
    except http.client.IncompleteRead:
        check("status of a result that was cut later", 200, response.status)
    with send(server, get(sparql(LARGE, format="csv"), "TE: trailers", "Connection: close")) as client:
        last = b""
        while True:
            data = client.recv(1 << 20)
            if not data:
                break
            last = (last + data)[-300:]
        check("who takes trailers is told", True, b"Tela-Status: broken" in last)


def leavers(server, log):
    before = len(log_lines(log))
    with send(server, get(sparql(ENDLESS))):
        time.sleep(0.3)
        gone = time.monotonic()
    check("a query ends when its client leaves", True,
          wait_for(lambda: any(line["outcome"] == "abandoned" for line in log_lines(log)[before:])))
    print(f"a query ended {1000 * (time.monotonic() - gone):.0f} ms after its client had left")
    name = "0123456789abcdef-test"
    started = threading.Thread(target=lambda: server.ask("GET", sparql(ENDLESS), headers={"Tela-Query-Id": name}))
    started.start()
    check("a named query can be looked at", True, wait_for(lambda: server.ask("GET", "/api/1/queries/" + name)[0] == 200))
    check("and ended", 204, server.ask("DELETE", "/api/1/queries/" + name)[0])
    started.join(timeout=10)
    check("which ends it", False, started.is_alive())


def readers_of_nothing():
    with RunningServer(TELA, STORE, "--threads", "4", "--timeout", "60") as server:
        idle = [send(server, get(sparql(WHOLE, format="csv"))) for _ in range(2)]
        check("others are answered", True, wait_for(lambda: is_alive(server)))
        time.sleep(4)
        first = server.memory_kib()
        time.sleep(3)
        grown = server.memory_kib() - first
        print(f"memory grew by {grown} KiB in 3 s while nobody read")
        check("memory is flat while nobody reads", True, grown < 4096)
        for client in idle:
            client.close()
        check("SIGTERM with threads that wait for readers", 0, server.stop())


def crowds(server):
    crowd = []
    for _ in range(500):
        try:
            crowd.append(send(server, b"GET / HT"))
        except OSError:
            break
    refused = 0
    for client in crowd[-50:]:
        client.settimeout(5)
        try:
            refused += client.recv(100)[9:12] == b"503"
        except OSError:
            refused += 1
    check("one address has so many connections at the most", 50, refused)
    for client in crowd:
        client.close()
    check("alive after the crowd", True, wait_for(lambda: is_alive(server)))


def full_queue():
    with RunningServer(TELA, STORE, "--threads", "1", "--queue", "2", "--timeout", "3") as server:
        statuses = []
        asking = [threading.Thread(target=lambda: statuses.append(server.ask("GET", sparql(ENDLESS))[0])) for _ in range(8)]
        for one in asking:
            one.start()
        time.sleep(0.5)
        status, head, _ = server.ask("GET", sparql("ASK {}"))
        check("a full queue", (503, "1"), (status, head.get("retry-after")))
        check("health is told all the same", 200, server.ask("GET", "/health")[0])
        for one in asking:
            one.join()


def main():
    with tempfile.TemporaryDirectory() as folder:
        log = folder + "/log.jsonl"
        with RunningServer(TELA, STORE, "--timeout", "2", "--log", log) as server:
            malformed(server)
            limits(server)
            leavers(server, log)
            crowds(server)
            check("the log hides texts", False, any("text" in line for line in log_lines(log)))
            check("SIGTERM", 0, server.stop())
    readers_of_nothing()
    full_queue()
    faults.exit()


main()
