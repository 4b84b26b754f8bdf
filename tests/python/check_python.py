#!/usr/bin/env python3
"""Uses the module of Python on the store of data/ as a notebook does.

usage: check_python.py STORE SOURCE_DIR   (the module is found by PYTHONPATH)
"""
import ast
import datetime
import decimal
import inspect
import pathlib
import signal
import sys
import tempfile
import threading
import time
import unittest

import tela

STORE, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
HONDURAS = tela.IRI("https://w3id.org/tela/state/HN")
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) < STR(?i)) }"


def values(expression):
    return tela.open(STORE).query(f"SELECT ?x {{ BIND({expression} AS ?x) }}")[0]["x"]


class Values(unittest.TestCase):
    def test_what_python_has_is_given(self):
        for expression, expected in (("7", 7), ("7.50", decimal.Decimal("7.50")), ("1e3", 1000.0), ("true", True), ('"a"', "a"),
                                     ('"2024-02-29"^^xsd:date', datetime.date(2024, 2, 29)), ('"5"^^xsd:unsignedByte', 5),
                                     ('"2024-02-29T10:00:00Z"^^xsd:dateTime',
                                      datetime.datetime(2024, 2, 29, 10, tzinfo=datetime.timezone.utc))):
            found = values(expression)
            self.assertEqual(found, expected)
            self.assertIs(type(found), type(expected))

    def test_what_it_has_not_keeps_its_type(self):
        self.assertEqual((values('"a"@es').language, values('"2024-02-31"^^xsd:date').datatype[-4:]), ("es", "date"))
        self.assertIsInstance(values("tela:Project"), tela.IRI)
        self.assertIsNone(values("1/0"))

    def test_parameters_are_values_and_no_text(self):
        store = tela.open(STORE)
        for value in (7, 1.5, decimal.Decimal("7.5"), True, 'a" } #', datetime.date(2024, 2, 29), tela.Text("x", "fr"), HONDURAS,
                      datetime.datetime(2024, 2, 29, 10, tzinfo=datetime.timezone.utc), tela.Literal("P1Y", "http://e.example/d")):
            self.assertEqual(store.query("SELECT ?x { BIND(?given AS ?x) }", given=value)[0]["x"], value)
        self.assertRaises(TypeError, store.query, "ASK {}", given=object())


class Asking(unittest.TestCase):
    def setUp(self):
        self.store = tela.open(STORE)
        self.result = self.store.query(
            "SELECT DISTINCT ?p ?none { ?p a tela:Project ; tela:beneficiary ?state OPTIONAL { ?p tela:nothing ?none } } ORDER BY ?p",
            state=HONDURAS)

    def test_rows(self):
        counted = self.store.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a tela:Project ; tela:beneficiary ?state }", state=HONDURAS)
        self.assertEqual(len(self.result), counted[0]["n"])
        self.assertGreaterEqual(len(self.result), 7)
        self.assertEqual([dict(row) for row in self.result], [dict(row) for row in self.result])
        self.assertEqual(self.result[0][0], self.result[0]["p"])
        self.assertEqual(self.result[-1], self.result[len(self.result) - 1])
        self.assertRaises(IndexError, lambda: self.result[len(self.result)])
        self.assertRaises(KeyError, lambda: self.result[0]["q"])
        self.assertEqual(list(self.result.columns()), ["p", "none"])

    def test_other_forms(self):
        self.assertTrue(self.store.query("ASK { ?s ?p ?o }"))
        self.assertFalse(self.store.query("ASK { ?s ?p <a:b> }"))
        self.assertEqual(self.store.query("CONSTRUCT { <a:b> <a:c> 1 } {}")[0].tuple(), ("a:b", "a:c", 1))

    def test_library(self):
        rows = self.store.saved("partners-of-a-state", state="Honduras")
        self.assertEqual((rows[0]["name"], rows[0]["shared"]), ("El Salvador", 6))
        self.assertIn({"state": "HN"}, [query["parameters"] for query in tela.library()])

    def test_pandas(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("pandas is not installed")
        self.assertEqual(self.result.to_pandas().shape, (len(self.result), 2))

    def test_why(self):
        answer = self.store.why("Honduras", "SV", by="beneficiaries")
        self.assertEqual((answer["first"], len(answer["reasons"])), ("Honduras", 6))

    def test_faults_have_a_place_and_advice(self):
        with self.assertRaises(tela.Error) as raised:
            self.store.query("SELECT * {\n  ?s ?p }")
        self.assertEqual((raised.exception.failure, raised.exception.line), ("input", 2))
        with self.assertRaises(tela.Error) as raised:
            self.store.saved("partners-of-a-state", state="Hondurus")
        self.assertIn("HN", str(raised.exception))
        self.assertRaises(tela.Error, tela.open, "/nowhere")
        self.assertRaises(TypeError, self.store.graph, "states", nonsense=1)

    def test_load(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "x.jsonld")
            file.write_text('{"@id": "a:s", "a:p": "x", "note": 1}', encoding="utf-8")
            store = tela.load(file)
            self.assertEqual((len(store), store.notes), (1, [f'{file}:1:36: no IRI for "note"']))


class Stopping(unittest.TestCase):
    def test_limits(self):
        store = tela.open(STORE)
        with self.assertRaises(tela.Error) as raised:
            store.query(LONG, timeout=0.05)
        self.assertEqual(raised.exception.failure, "limit")

    def test_interrupt(self):
        store = tela.open(STORE)

        def ask():
            threading.Timer(0.2, signal.raise_signal, [signal.SIGINT]).start()
            store.query(LONG, timeout=300)

        self.assertRaises(KeyboardInterrupt, ask)

    def test_other_threads_go_on(self):
        store = tela.open(STORE)
        worker = threading.Thread(target=self.assertRaises, args=(tela.Error, store.query, LONG), kwargs={"timeout": 1})
        worker.start()
        turns = 0
        while worker.is_alive():  # without the lock's release, a turn or two before and after
            time.sleep(0.01)
            turns += 1
        self.assertGreater(turns, 5)


class Networks(unittest.TestCase):
    def setUp(self):
        self.graph = tela.open(STORE).graph("states", by="beneficiaries", ego="HN", measures=["degree", "strength"])

    def test_networkx(self):
        network = self.graph.to_networkx()
        self.assertEqual((network.number_of_nodes(), network.number_of_edges()), (len(self.graph.nodes), len(self.graph.edges)))
        self.assertEqual(network.nodes["state:HN"]["label"], "Honduras")
        self.assertEqual([tie["weight"] for tie in network["state:HN"]["state:SV"].values()], [6])
        for node in self.graph.nodes:
            self.assertEqual(network.nodes[node["id"]], {name: value for name, value in node.items() if name != "id"})

    def test_igraph(self):
        network = self.graph.to_igraph()
        honduras, salvador = network.vs.find("state:HN"), network.vs.find("state:SV")
        self.assertEqual(network.es[network.get_eid(honduras, salvador)]["weight"], 6)
        self.assertEqual(network.vs["label"], [node["label"] for node in self.graph.nodes])
        self.assertEqual(set(network.vs.attributes()) - {"name"}, {n for node in self.graph.nodes for n in node} - {"id"})


class Building(unittest.TestCase):
    def test_build(self):
        with tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder, "t.csv")
            table.write_text("title,project_id,beneficiaries\nA project,XX.0001,HN; SV\n", encoding="utf-8")
            account = tela.build(table, f"{folder}/store", derive=True)
            self.assertEqual((account["read"], account["accepted"], account["written"]), (1, 1, True))
            self.assertEqual(len(tela.open(f"{folder}/store").why("HN", "SV", by="beneficiaries")["reasons"]), 1)
            table.write_text("title,project_id,start_date\nA project,XX.0001,never\n", encoding="utf-8")
            with self.assertRaises(tela.Error) as raised:
                tela.build([table], f"{folder}/store")
            self.assertEqual((raised.exception.source, raised.exception.line), (str(table), 2))


class Stubs(unittest.TestCase):
    def test_they_name_what_the_module_has(self):
        tree = ast.parse((SOURCE / "src/python/tela/_tela.pyi").read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                names = {getattr(item, "name", None) or item.target.id for item in node.body
                         if isinstance(item, (ast.FunctionDef, ast.AnnAssign))}
                public = {name for name in vars(getattr(tela._tela, node.name)) if not name.startswith("_")}
                if node.name != "Error":
                    self.assertEqual({name for name in names if not name.startswith("_")}, public, node.name)

    def test_all_is_documented(self):
        for name in tela.__all__:
            self.assertTrue(inspect.getdoc(getattr(tela, name)), name)


if __name__ == "__main__":
    unittest.main()
