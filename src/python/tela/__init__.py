"""Tela from Python: ask a store with SPARQL, take its networks, say why two things are tied, build one.

>>> store = tela.open("tela-store")
>>> for row in store.query("SELECT ?p ?title { ?p a tela:Project ; dcterms:title ?title } LIMIT 3"):
...     print(row["p"], row["title"])
>>> store.graph("states", by=["beneficiaries"], ego="HN").to_networkx()

Other threads of Python go on while Tela works, and Ctrl-C ends what takes too long. What cannot be done raises
tela.Error, which knows the place and says what to do.
"""

from __future__ import annotations

import datetime
import decimal
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from . import _tela
from ._tela import Error, __version__

__all__ = ["Blank", "Error", "Graph", "IRI", "Literal", "Result", "Store", "Text", "build", "library", "load", "open"]

_XSD = "http://www.w3.org/2001/XMLSchema#"


class IRI(str):
    """The name of a thing."""

    __slots__ = ()


class Blank(str):
    """A thing without a name; the label holds within one result."""

    __slots__ = ()


class Text(str):
    """Words in a language."""

    language: str

    def __new__(cls, text: str, language: str) -> Text:
        self = super().__new__(cls, text)
        self.language = language
        return self


class Literal(str):
    """A value whose datatype Python has nothing for, or that is none of its datatype ("2024-02-31" as a date)."""

    datatype: str

    def __new__(cls, text: str, datatype: str) -> Literal:
        self = super().__new__(cls, text)
        self.datatype = datatype
        return self


def _boolean(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
             "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte")
_READ: dict[str, Any] = {
    _XSD + "string": str, _XSD + "boolean": _boolean, _XSD + "decimal": decimal.Decimal,
    _XSD + "double": float, _XSD + "float": float, _XSD + "date": datetime.date.fromisoformat,
    _XSD + "dateTime": datetime.datetime.fromisoformat, **{_XSD + name: int for name in _INTEGERS}}


def _value(cell: tuple[str, str, str] | None) -> Any:
    """What Python has for an RDF term."""
    if cell is None:
        return None
    kind, text, extra = cell
    if kind == "iri":
        return IRI(text)
    if kind == "blank":
        return Blank(text)
    if kind == "text":
        return Text(text, extra)
    try:
        return _READ[extra](text)
    except (KeyError, ValueError, decimal.InvalidOperation):
        return Literal(text, extra)


def _term(value: Any) -> tuple[str, str, str]:
    """The RDF term that stands for a value of Python."""
    if isinstance(value, IRI):
        return "iri", str(value), ""
    if isinstance(value, Text):
        return "text", str(value), value.language
    if isinstance(value, Literal):
        return "literal", str(value), value.datatype
    if isinstance(value, str) and not isinstance(value, Blank):
        return "literal", value, _XSD + "string"
    if isinstance(value, bool):
        return "literal", str(value).lower(), _XSD + "boolean"
    if isinstance(value, int):
        return "literal", str(value), _XSD + "integer"
    if isinstance(value, float):
        return "literal", repr(value), _XSD + "double"
    if isinstance(value, decimal.Decimal):
        return "literal", format(value, "f"), _XSD + "decimal"
    if isinstance(value, datetime.datetime):
        return "literal", value.isoformat(), _XSD + "dateTime"
    if isinstance(value, datetime.date):
        return "literal", value.isoformat(), _XSD + "date"
    raise TypeError(f"no RDF term stands for {value!r}")


class Row(Mapping[str, Any]):
    """A solution: a value for each variable by its name or number; None where it has none."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: list[str], values: tuple[Any, ...]) -> None:
        self._names, self._values = names, values

    def __getitem__(self, key: str | int) -> Any:
        if isinstance(key, int):
            return self._values[key]
        try:
            return self._values[self._names.index(key)]
        except ValueError:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"Row({dict(self)!r})"

    def tuple(self) -> tuple[Any, ...]:
        """The values, in the order of the variables."""
        return self._values


class Result:
    """What a query gives: rows to go through as often as you like. True or false for ASK. CONSTRUCT and DESCRIBE give
    rows of subject, predicate and object."""

    def __init__(self, rows: _tela.Rows) -> None:
        self._rows = rows
        self._names: list[str] = list(rows.columns)

    def __iter__(self) -> Iterator[Row]:
        return (self[number] for number in range(len(self._rows)))

    def __getitem__(self, number: int) -> Row:
        at = number + len(self._rows) if number < 0 else number
        if at < 0:
            raise IndexError("the result has no such row")
        return Row(self._names, tuple(map(_value, self._rows.row(at))))

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return len(self._rows) > 0 if self._rows.truth is None else self._rows.truth

    def columns(self) -> dict[str, list[Any]]:
        """The variables, each with all its values."""
        rows = [row.tuple() for row in self]
        return {name: [row[number] for row in rows] for number, name in enumerate(self._names)}

    def to_pandas(self) -> Any:
        """A pandas.DataFrame. Needs pandas."""
        import pandas

        return pandas.DataFrame(self.columns(), columns=self._names)


class Graph:
    """A network: `nodes` and `edges` are dicts with all attributes, `attributes` what is known of the whole."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.attributes: dict[str, Any] = content["graph"]
        self.directed: bool = content["directed"]
        self.nodes: list[dict[str, Any]] = content["nodes"]
        self.edges: list[dict[str, Any]] = content["edges" if "edges" in content else "links"]

    def __repr__(self) -> str:
        return f"<tela.Graph {self.attributes.get('name', '')!r}: {len(self.nodes)} nodes, {len(self.edges)} edges>"

    def to_networkx(self) -> Any:
        """A networkx.MultiGraph (or MultiDiGraph) whose nodes are named by their ids, "state:HN". Needs networkx."""
        import networkx

        graph = networkx.MultiDiGraph() if self.directed else networkx.MultiGraph()
        graph.graph.update(self.attributes)
        for node in self.nodes:
            graph.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
        for edge in self.edges:
            rest = {name: value for name, value in edge.items() if name not in ("source", "target", "key")}
            graph.add_edge(edge["source"], edge["target"], edge["key"], **rest)
        return graph

    def to_igraph(self) -> Any:
        """An igraph.Graph; vertices have "name" for the id and "label" for people. Needs igraph."""
        import igraph

        numbers = {node["id"]: number for number, node in enumerate(self.nodes)}
        ends = [(numbers[edge["source"]], numbers[edge["target"]]) for edge in self.edges]
        graph = igraph.Graph(n=len(self.nodes), edges=ends, directed=self.directed)
        for name, value in self.attributes.items():
            graph[name] = value
        for name in dict.fromkeys(name for node in self.nodes for name in node):
            graph.vs["name" if name == "id" else name] = [node.get(name) for node in self.nodes]
        for name in dict.fromkeys(name for edge in self.edges for name in edge):
            if name not in ("source", "target"):
                graph.es[name] = [edge.get(name) for edge in self.edges]
        return graph


class Store:
    """Data to ask, opened by open() or load(). Several threads may ask it at once."""

    def __init__(self, inner: _tela.Store) -> None:
        self._inner = inner

    def __len__(self) -> int:
        """How many statements it holds."""
        return len(self._inner)

    @property
    def notes(self) -> list[str]:
        """What reading the files of load() passed over, each with its place."""
        return self._inner.notes

    def query(self, text: str, *, timeout: float | None = None, memory_mib: int | None = None, **params: Any) -> Result:
        """Answers SPARQL 1.1. Each of `params` replaces the variable of that name by a value, never by text of the query:
        store.query("SELECT ?p { ?p tela:beneficiary ?state }", state=tela.IRI("https://w3id.org/tela/state/HN")).
        `timeout` is in seconds."""
        bindings = [(name, _term(value)) for name, value in params.items()]
        return Result(self._inner.query(text, bindings, timeout, memory_mib))

    def saved(self, name: str, *, timeout: float | None = None, memory_mib: int | None = None, **params: Any) -> Result:
        """Answers a question of the library (see library()): store.saved("partners-of-a-state", state="Honduras").
        Values are as people write them: codes, names, years."""
        values = [(key, str(value)) for key, value in params.items()]
        return Result(self._inner.saved(name, values, timeout, memory_mib))

    def graph(self, kind: str, *, by: Iterable[str] | str = (), where: Iterable[str] | str = (),
              measures: Iterable[str] | str = (), **options: Any) -> Graph:
        """The network of "states", "projects", "processes", "organisations" or "affiliations", as `tela graph` makes it:
        `by` says what ties them, `where` which ties count ("year=2015"), `measures` what is added ("all").
        Further options: weight, min_weight, top, backbone, alpha, ego, radius, seed, dates, evidence, isolates, sum, language."""
        wish = _tela.NetworkWish()
        wish.kind, wish.by, wish.where, wish.measures = kind, _list(by), _list(where), _list(measures)
        _set(wish, options)
        return Graph(json.loads(self._inner.network(wish)))

    def why(self, first: str, second: str, *, of: str = "states", by: Iterable[str] | str = (),
            where: Iterable[str] | str = (), language: str = "en") -> dict[str, Any]:
        """What ties two states (or `of` processes …), by code, name or IRI: a dict of "first", "second" and "reasons", each
        with its kind, iri, label, dates, page and quotes as far as they are known."""
        return json.loads(self._inner.why(first, second, of, _list(by), _list(where), language))


def _list(words: Iterable[str] | str) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _set(wish: Any, options: Mapping[str, Any]) -> None:
    for name, value in options.items():
        if not hasattr(wish, name):
            raise TypeError(f"unknown option {name!r}")
        setattr(wish, name, value)


def open(path: str | os.PathLike[str]) -> Store:  # noqa: A001, as tela.open
    """Opens a store that build() or `tela build` made."""
    return Store(_tela.Store(os.fspath(path)))


def load(*files: str | os.PathLike[str]) -> Store:
    """Loads RDF files of any syntax into memory."""
    return Store(_tela.Store([os.fspath(file) for file in files]))


def build(sources: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], store: str | os.PathLike[str],
          **options: Any) -> dict[str, Any]:
    """Builds a store from files and folders, whole or not at all, and returns the account: how many records were read,
    accepted and rejected, statements, warnings. Options: derive, full, skip_rejected, base_iri, as `tela build` has them."""
    wish = _tela.BuildWish()
    wish.sources = [os.fspath(sources)] if isinstance(sources, (str, os.PathLike)) else [os.fspath(s) for s in sources]
    wish.store = os.fspath(store)
    _set(wish, options)
    return _tela.build(wish)


def library() -> list[dict[str, Any]]:
    """The questions that saved() answers: name, summary, parameters with their defaults, and the query's text."""
    return _tela.library()
