"""Types of the compiled part of tela; use the package tela instead."""
from typing import Any, overload

__version__: str

class Error(RuntimeError):
    """What could not be done, and where."""
    failure: str
    source: str
    line: int | None
    column: int | None
    message: str
    advice: str

class Rows:
    columns: list[str]
    truth: bool | None
    def __len__(self) -> int: ...
    def row(self, number: int) -> tuple[tuple[str, str, str] | None, ...]: ...

class Store:
    notes: list[str]
    @overload
    def __init__(self, path: str) -> None: ...
    @overload
    def __init__(self, files: list[str]) -> None: ...
    def __len__(self) -> int: ...
    def query(self, text: str, bindings: list[tuple[str, tuple[str, str, str]]], seconds: float | None,
              memory_mib: int | None) -> Rows: ...
    def saved(self, name: str, values: list[tuple[str, str]], seconds: float | None, memory_mib: int | None) -> Rows: ...
    def network(self, wish: NetworkWish) -> str: ...
    def why(self, first: str, second: str, actors: str, by: list[str], where: list[str], language: str) -> str: ...

class NetworkWish:
    kind: str
    by: list[str]
    where: list[str]
    measures: list[str]
    weight: str
    backbone: str
    ego: str
    language: str
    min_weight: float
    alpha: float
    top: int
    radius: int
    seed: int
    dates: bool
    evidence: bool
    isolates: bool
    sum: bool

class BuildWish:
    sources: list[str]
    store: str
    base_iri: str
    skip_rejected: int
    derive: bool
    full: bool

def build(wish: BuildWish) -> dict[str, Any]: ...
def library() -> list[dict[str, Any]]: ...
