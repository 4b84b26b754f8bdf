#!/usr/bin/env python3
"""Twenty years of a process: where it met, who presided, who joined or left.

usage: twenty_years.py [STORE [PROCESS [FIRST_YEAR]]]     (made by: tela build data; needs python3-tela)
Cells begin with "# %%": Jupyter (by jupytext), VS Code and Spyder open it as a notebook.
"""
# %% What is asked
import sys
from collections import defaultdict

import tela

store = tela.open(sys.argv[1] if len(sys.argv) > 1 else "tela-store")
process = sys.argv[2] if len(sys.argv) > 2 else "rcm"
first = int(sys.argv[3]) if len(sys.argv) > 3 else 1996
years = range(first, first + 20)

# %% Hosts, chairs and comings and goings are questions of the library
hosts, chairs, changes = defaultdict(set), defaultdict(set), defaultdict(set)
for row in store.saved("hosts-of-a-process", process=process):
    hosts[row["year"]].add(str(row["host"]))
for row in store.saved("chairs-of-a-process", process=process):
    for year in years:
        if row["from"] is not None and row["from"] <= year <= (row["to"] or row["from"]):
            chairs[year].add(str(row["chair"]))
iri = "https://w3id.org/tela/process/" + process
for row in store.saved("joined-or-left", body=iri):
    changes[row["year"]].add(f"{row['name']} {row['event']}")

# %% A line a year
print(f"{iri}, {years[0]} to {years[-1]}")
for year in years:
    told = [", ".join(sorted(names)) for names in (hosts[year], chairs[year], changes[year])]
    print(f"{year}  met in {told[0] or '?'}; chair {told[1] or '?'}" + (f"; {told[2]}" if told[2] else ""))
print(sum(1 for year in years if hosts[year]), "of", len(years), "years with a known host")
