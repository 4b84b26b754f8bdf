#!/usr/bin/env python3
"""`tela mcp` as its messages go: the protocol's errors, bounded answers, hostile lines.

usage: check_mcp.py TELA STORE
"""
import json
import subprocess
import sys

TELA, STORE = sys.argv[1:]
faults = []


def check(what, expected, found):
    if expected != found:
        faults.append(f"{what}: expected {expected!r}, found {found!r}")


class Session:
    def __init__(self):
        self.process = subprocess.Popen([TELA, "mcp", "-s", STORE], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        encoding="utf-8")

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, method, **params):
        return self.send(json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params}))

    def call(self, tool, **arguments):
        result = self.ask("tools/call", name=tool, arguments=arguments)["result"]
        return result["isError"], result["content"][0]["text"]


session = Session()
check("a version that is known is taken", "2024-11-05",
      session.ask("initialize", protocolVersion="2024-11-05", capabilities={})["result"]["protocolVersion"])
check("else the newest is offered", "2025-06-18",
      session.ask("initialize", protocolVersion="1999-01-01", capabilities={})["result"]["protocolVersion"])
session.process.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n')  # gets no answer
check("ping", {}, session.ask("ping")["result"])

for line, code in [("{", -32700), ("[]", -32600), ("7", -32600), ('{"id":1}', -32600), ('{"id":1,"method":3}', -32600),
                   ('{"id":1,"method":"no/such"}', -32601), ('{"id":1,"method":"tools/call","params":[]}', -32602),
                   ('{"id":1,"method":"tools/call","params":{"name":"rm"}}', -32602),
                   ('{"id":1,"method":"tools/call","params":{"name":5}}', -32602),
                   ('{"id":1,"method":"tools/call","params":{"name":"sparql","arguments":"x"}}', -32602),
                   ('{"id":1,"method":"' + "a" * (2 << 20) + '"}', -32600)]:
    error = session.send(line)["error"]
    check(f"the error of {line[:60]}", code, error["code"])
    check(f"the words of {line[:60]}", False, "exception" in error["message"])
check("an argument of another type", (True, True),
      (lambda answer: (answer[0], "of is missing, or no text" in answer[1]))(session.call("why", first="HN", second="SV", of=3)))

check("an argument that is missing", True, session.call("search")[0])
check("a question that there is not", True, session.call("ask_question", name="no-such")[0])
check("parameters that are none", True, session.call("ask_question", name="partners-of-a-state", parameters="HN")[0])
check("SERVICE stays shut", True, session.call("sparql", query="SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")[0])
error, text = session.call("sparql", query="SELECT * { ?s ?p ?o }")
check("a large answer is cut and says so", (False, True, True), (error, "rows are left out" in text, len(text) < 64000))
check("its lines are whole", True, all(line.count("\t") == 2 for line in text.splitlines()[:-30] if line))
error, text = session.call("search", words="bali process")
check("search", True, "process/bali-process" in text)
check("no words are code", False, session.call("search", words='") } DELETE { ?s ?p ?o } #')[0])
error, text = session.call("why", first="HN", second="SV")
check("why", (False, "Honduras"), (error, json.loads(text)["first"]))
session.process.stdin.close()
check("the end of input ends it", 0, session.process.wait(timeout=20))
print("\n".join(faults) or "every message is answered as the protocol says")
sys.exit(1 if faults else 0)
