#!/usr/bin/env python3
"""Nothing cut passes for whole, and nobody is asked without manners: each trap of real services, played by a stub.

usage: check_traps.py TELA
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

from stub_service import JSON, StubService, chunked, head, number, result, rows, whole

TELA = sys.argv[1]
SELECT = "SELECT ?x { ?x ?p ?o }"
FAULTS = []
START = time.monotonic()


def run(url, *options, query=SELECT, form="csv", environment=None):
    command = [TELA, "query", "--endpoint", url, "-e", query, *(["-f", form] if form else []), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                          env={**os.environ, **(environment or {})})


def check(name, holds, process=None):
    print(f"{time.monotonic() - START:6.1f} " + ("ok    " if holds else "FAULT ") + name)
    if not holds:
        FAULTS.append(name + (f": status {process.returncode}: {process.stderr[-400:]} {process.stdout[-200:]!r}"
                              if process else ""))


def expect(name, answer, status, *said, requests=None, options=(), query=SELECT, form="csv"):
    """Runs a query against a service that answers so; what it ends with and says."""
    with StubService(answer if callable(answer) else lambda _: answer) as stub:
        process = run(stub.url, *options, query=query, form=form)
        holds = process.returncode == status and all(text in process.stderr for text in said)
        if requests is not None:
            holds = holds and len(stub.requests) == requests
        check(name, holds, process)
        return process, stub.requests


def check_whole_answers():
    process, requests = expect("a whole answer", whole(result(3)), 0)
    check("its rows", process.stdout.split() == ["x", "urn:r0", "urn:r1", "urn:r2"], process)
    fields = requests[0].fields
    check("a form is posted", requests[0].method == "POST" and requests[0].query == SELECT and
          fields["content-type"] == "application/x-www-form-urlencoded")
    check("what is accepted is said", fields["accept"].startswith(JSON) and "TE" not in fields and fields["te"] == "trailers")
    check("who asks is said", fields["user-agent"].startswith("tela/"))
    process, _ = expect("a chunked answer", chunked(result(3), [("X-Neptune-Status", "200")]), 0)
    check("its rows", process.stdout.count("urn:r") == 3, process)
    xml = ('<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results><result>'
           '<binding name="x"><uri>urn:a</uri></binding></result></results></sparql>')
    process, _ = expect("XML", whole(xml, media_type="application/sparql-results+xml"), 0)
    check("its row", "urn:a" in process.stdout, process)
    process, _ = expect("TSV", whole("?x\n<urn:a>\n", media_type="text/tab-separated-values; charset=utf-8"), 0)
    check("its row", "urn:a" in process.stdout, process)
    process, _ = expect("ASK", whole('{"head":{},"boolean":true}'), 0, query="ASK {}", form="json")
    check("its truth", '"boolean":true' in process.stdout.replace(" ", ""), process)
    for count, truth in ((1, "true"), (0, "false")):
        process, _ = expect("ASK as Virtuoso answers it", whole(number(1, "__ASK_RETVAL") if count else result(0, "__ASK_RETVAL")), 0,
                            query="ASK {}", form="json")
        check("its truth", f'"boolean":{truth}' in process.stdout.replace(" ", ""), process)
    process, _ = expect("CONSTRUCT", whole("<urn:a> <urn:b> \"c\" .\n", media_type="application/n-triples"), 0,
                        query="CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", form="ntriples")
    check("its triple", process.stdout == "<urn:a> <urn:b> \"c\" .\n", process)


def check_parts():
    """Status 3, and the output never looks whole."""
    traps = {
        "X-SPARQL-MaxRows reached": whole(result(10), X_SPARQL_MaxRows=10),
        "X-SQL-State": whole(result(0), X_SQL_State="S1TAT", X_SQL_Message="incomplete results"),
        "206": whole(result(2), status=206),
        "trailers": chunked(result(2), [("X-Neptune-Status", "500"), ("X-Neptune-Detail", "TimeLimitExceeded")]),
        "text after the last row": whole(result(2) + '\n{"code":"TimeLimitExceeded"}'),
        "text after the last row of TSV": whole("?x\n<urn:a>\nTimeout\n", media_type="text/tab-separated-values"),
        "no last chunk": chunked(result(2), ends=False),
        "fewer bytes than announced": whole(result(2))[:-9],
        "a parse error at the end": whole(rows(2) + ",{\"x\":{\"type\""),
        "a refusal with status 200": whole("<html>Please wait</html>", media_type="text/html"),
        "a refusal with status 200 as text": whole("You are asking too often", media_type="text/plain"),
        "an exception in JSON": whole('{"exception":"Operation timed out","status":"ERROR"}', media_type="application/json"),
        "an exception in JSON behind the rows": whole(result(2)[:-1] + ',"exception":"Operation timed out"}'),
    }
    for name, answer in traps.items():
        process, _ = expect(name, answer, 3, "not whole", requests=1)
        check(name + ": the output says so", not process.stdout or "urn:r" not in process.stdout.splitlines()[-1], process)
    process, _ = expect("an exception is told", traps["an exception in JSON"], 3, "Operation timed out")
    process, _ = expect("a refusal is told", traps["a refusal with status 200"], 3, "Please wait")
    expect("triples with text behind them", whole("<urn:a> <urn:b> <urn:c> .\nTimeout", media_type="application/n-triples"),
           3, "not whole", query="CONSTRUCT WHERE { ?s ?p ?o }", form="ntriples")


def check_round_numbers():
    def counts(value):
        return lambda request: whole(number(value) if "COUNT" in request.query else result(1000))

    expect("a round number of rows that is less than all", counts(1001), 3, "1000 of 1001", requests=2)
    expect("a round number of rows that is all", counts(1000), 0, requests=2)
    expect("a round number of rows that nobody counts",
           lambda request: whole("no", status=400, media_type="text/plain") if "COUNT" in request.query
           else whole(result(1000)), 0, "may have cut")
    expect("any other number of rows", lambda _: whole(result(1001)), 0, requests=1)


def check_refusals():
    expect("a query that the service refuses", whole("Virtuoso 37000 Error SP030: syntax error", status=400,
                                                     media_type="text/plain"), 1, "SP030", requests=1)
    expect("a cost that is too high", whole("Virtuoso 42000 Error The estimated execution time 401 (sec) exceeds",
                                            status=500, media_type="text/plain"), 1, "401 (sec)", requests=1)
    expect("a missing right", whole("no", status=401, media_type="text/plain"), 1, "--endpoint-netrc", requests=1)
    expect("control characters are not passed on", whole("\x1b[31mred", status=400, media_type="text/plain"), 1, "[31mred")
    process, _ = expect("our parser refuses first", whole(result(1)), 1, "--as-is", requests=0,
                        query="SELECT ?x { ?x a }")
    expect("unless told", whole(result(1)), 0, requests=1, query="SELECT ?x { ?x a }", options=["--as-is"])


def check_patience():
    def second_time(first):
        asked = []

        def answer(_):
            asked.append(time.monotonic())
            return first if len(asked) == 1 else whole(result(1))
        return answer, asked

    answer, asked = second_time(whole("busy", status=503, media_type="text/plain", Retry_After=2))
    expect("busy, then not", answer, 0, requests=2)
    check("Retry-After is waited for", asked[1] - asked[0] >= 2)
    answer, _ = second_time(whole("slow down", status=429, media_type="text/plain"))
    expect("429, then not", answer, 0, requests=2)
    answer, _ = second_time(b"")
    expect("gone before it answered", answer, 0, requests=2)
    answer, _ = second_time(chunked(result(2), ends=False))
    expect("gone after the first row", answer, 3, "not whole", requests=1)
    expect("Retry-After of a day", whole("no", status=503, media_type="text/plain", Retry_After=86400), 1,
           "86400 s", requests=1)


def check_times():
    released = threading.Event()

    def silent(_):
        return lambda connection: released.wait(60)

    expect("no first byte", silent, 3, "did not begin in time", options=["--endpoint-wait", "1"], requests=1)

    gone = threading.Event()
    begun = threading.Event()

    def endless(_):
        def write(connection):
            connection.wfile.write((head() + "\r\n" + rows(1)).encode())
            begun.set()
            try:
                while True:
                    connection.wfile.write(b" " * 1000)
                    time.sleep(0.01)
            except OSError:
                gone.set()
        return write

    with StubService(endless) as stub:
        command = [TELA, "query", "--endpoint", stub.url, "-e", SELECT, "-f", "csv"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            begun.wait(60)
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
        check("Ctrl-C ends with 3", process.returncode == 3)
        check("Ctrl-C closes the socket", gone.wait(60))
    released.set()


def check_secrets(folder):
    token = folder / "token"
    token.write_text("s3cret-token\n")
    token.chmod(0o600)
    netrc = folder / "netrc"
    netrc.write_text("machine 127.0.0.1\nlogin ada\npassword s3cret-word\n")
    netrc.chmod(0o600)

    process, requests = expect("a token", whole(result(1)), 0, options=["--endpoint-token", str(token)])
    check("is a Bearer", requests[0].fields.get("authorization") == "Bearer s3cret-token")
    process, requests = expect(
        "a login", lambda request: whole(result(1)) if "authorization" in request.fields
        else whole("who?", status=401, media_type="text/plain", WWW_Authenticate='Basic realm="x"'), 0,
        options=["--endpoint-netrc", str(netrc)])
    check("is Basic", requests[-1].fields.get("authorization", "").startswith("Basic "))
    process, requests = expect(
        "a login where Digest is asked for", lambda request: whole(result(1))
        if request.fields.get("authorization", "").startswith("Digest ")
        else whole("who?", status=401, media_type="text/plain",
                   WWW_Authenticate='Digest realm="x", nonce="n", qop="auth"'), 0,
        options=["--endpoint-netrc", str(netrc)])
    process, requests = expect("a signed request", whole(result(1)), 0,
                               options=["--endpoint-netrc", str(netrc), "--endpoint-sign", "eu-west-1/neptune-db"])
    check("has a signature", requests[0].fields.get("authorization", "").startswith("AWS4-HMAC-SHA256 Credential=ada/"))
    process, _ = expect("a refusal that repeats the token", whole("s3cret", status=403, media_type="text/plain"), 1,
                        options=["--endpoint-token", str(token)])
    check("is not in the message", "s3cret-token" not in process.stderr, process)
    token.chmod(0o644)
    expect("a token that others may read", whole(result(1)), 1, "chmod 600", options=["--endpoint-token", str(token)],
           requests=0)
    token.chmod(0o600)

    with StubService(lambda _: whole(result(1)), host="127.0.0.2") as other:
        process, requests = expect("a redirect to another host", lambda _: whole("", status=307, Location=other.url), 0,
                                   options=["--endpoint-token", str(token)])
        check("gets no token", len(other.requests) == 1 and "authorization" not in other.requests[0].fields)
        check("is asked the same", other.requests[0].query == SELECT)
    expect("a redirect in circles", lambda request: whole("", status=302, Location=request.target), 1, "302", requests=4)
    expect("a redirect that could be overheard", whole("", status=307, Location="http://example.org/"), 1, "--insecure-http",
           requests=1)
    process = run("http://example.org/sparql")
    check("http to other machines", process.returncode == 2 and "--insecure-http" in process.stderr, process)
    process = run("http://ada:word@127.0.0.1/sparql")
    check("a password in the address", process.returncode == 2, process)


def check_texts():
    saved = "partners-of-a-state"
    with StubService(lambda _: whole(result(0))) as stub:
        command = [TELA, "query", "--endpoint", stub.url, "-n", saved, "-f", "csv"]
        process = subprocess.run([*command, "-p", "state=SV"], capture_output=True, text=True, timeout=60, check=False)
        check("a saved query", process.returncode == 0, process)
        check("has its parameter as a term", "<https://w3id.org/tela/state/SV>" in stub.requests[0].query and
              "?_state" not in stub.requests[0].query)
        process = subprocess.run([*command, "-p", "state=<urn:a> } DROP ALL"], capture_output=True, text=True, timeout=60,
                                 check=False)
        check("cannot bring text of its own", "DROP ALL" not in stub.requests[-1].query, process)
    _, requests = expect("standard prefixes", whole(result(0)), 0, query="SELECT ?x { ?x a tela:Project }")
    check("are declared", requests[0].query == "PREFIX tela: <https://w3id.org/tela/ontology#>\nSELECT ?x { ?x a tela:Project }")
    for form in ("table", "csv", "tsv", "json", "xml", "parquet"):
        expect(f"rows as {form}", whole(result(2)), 0, form=form)
    expect("a format that is none", whole(result(2)), 2, form="turtle", requests=0)


def main():
    check_whole_answers()
    check_parts()
    check_round_numbers()
    check_refusals()
    check_patience()
    check_times()
    with tempfile.TemporaryDirectory() as name:
        check_secrets(pathlib.Path(name))
    check_texts()
    print("\n".join(FAULTS) or "every trap is seen")
    return 1 if FAULTS else 0


sys.exit(main())
