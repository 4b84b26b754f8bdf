#!/usr/bin/env python3
"""Every function and every aggregate, asked for more than there is time for, ends at its limit.

usage: check_functions.py TELA SOURCE_DIR
The functions are those of the tables in built_ins.cpp, so that a new one is tried by itself. Each is ended
by one of the time limit, Ctrl-C and SIGTERM, in turn.
"""
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

from ended_run import LIMIT, end, wish_of
from hostile_data import PREFIX, triples

TELA, SOURCES = sys.argv[1], pathlib.Path(sys.argv[2])
ROWS = "?a :label ?x ; :size ?n . ?b :label ?y ; :size ?m . ?c :p ?d . ?d :p ?e"
TEXT = "CONCAT(?x, ?y)"
DATE = "(NOW())"
# What a function is given; others get as many texts as they need.
ARGUMENTS = {
    "ABS": "?n - ?m", "CEIL": "?n / 7.0", "FLOOR": "?n / 7.0", "ROUND": "?n / 7.0", "RAND": "", "NOW": "",
    "UUID": "", "STRUUID": "", "BOUND": "?x", "IF": f"?n < ?m, {TEXT}, ?y", "SUBSTR": f"{TEXT}, ?n, 20",
    "YEAR": DATE, "MONTH": DATE, "DAY": DATE, "HOURS": DATE, "MINUTES": DATE, "SECONDS": DATE,
    "TIMEZONE": DATE, "TZ": DATE, "STRDT": f"{TEXT}, :type", "STRLANG": f"{TEXT}, 'en'",
    "REPLACE": f"{TEXT}, '(a+)n', '$1$1'", "IRI": "CONCAT('urn:', ENCODE_FOR_URI(?x))",
    "CONCAT": "?x, ?y, ?x, ?y, ?x", "COALESCE": f"1 / (?n - ?n), {TEXT}", "LANGMATCHES": "?x, ?y",
}
ARGUMENTS["URI"] = ARGUMENTS["IRI"]
CASTS = {"string": "?n", "boolean": "STR(?n)", "dateTime": "STR(NOW())", "date": "STR(NOW())", "time": "STR(NOW())"}


def table(text, pattern):
    return re.findall(pattern, text)


def calls():
    """Name of each function -> an expression that calls it."""
    text = next(SOURCES.rglob("built_ins.cpp")).read_text(encoding="utf-8")
    result = {}
    for name, least in table(text, r'BuiltIn\{"(\w+)", \w+, (\d+),'):
        result[name] = f"{name}({ARGUMENTS.get(name, ', '.join([TEXT] * int(least)))})"
    for name in table(text, r"Cast\{rdf::xsd::(\w+),"):
        local = {"date_time": "dateTime"}.get(name, name.rstrip("_"))
        result["xsd:" + local] = f"xsd:{local}({CASTS.get(local, 'CONCAT(STR(?n), STR(?m))')})"
    return result


def aggregates():
    text = next(SOURCES.rglob("built_ins.cpp")).read_text(encoding="utf-8")
    return table(text, r'NamedAggregate\{"(\w+)",')


def queries():
    for name, call in calls().items():
        yield name, f"SELECT (COUNT(?v) AS ?k) {{ {ROWS} BIND({call} AS ?v) }}"
    for name in aggregates():
        for distinct in ("", "DISTINCT "):
            yield f"{name} {distinct}".strip(), f"SELECT ({name}({distinct}{TEXT}) AS ?k) {{ {ROWS} }}"


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "data.nt").write_text("".join(triples()), encoding="utf-8")
        store = str(folder / "store")
        subprocess.run([TELA, "build", "-q", str(folder / "data.nt"), "-s", store], check=True)
        limits = ["--timeout", str(LIMIT), "--memory-limit", "64", "--threads", "1"]

        def run(number, what, query):
            wish = wish_of(number)
            options = limits if wish == "the time limit" else limits[2:]
            end(what, wish, [TELA, "query", "-s", store, "-e", PREFIX + query, *options], faults)

        table_of_queries = list(queries())
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for run_ in [pool.submit(run, i, *row) for i, row in enumerate(table_of_queries)]:
                run_.result()
    if len(table_of_queries) < 60:
        faults.append(f"only {len(table_of_queries)} functions were found in the tables")
    print("\n".join(faults) or f"{len(table_of_queries)} functions ended at their limits")
    return 1 if faults else 0


sys.exit(main())
