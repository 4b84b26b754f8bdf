#!/usr/bin/env python3
"""Who leads in Central America? Who sits at most tables, who hosts, and who presides, state by state.

usage: central_america.py [STORE [NETWORK.graphml]]     (made by: tela build data; needs python3-tela and python3-networkx)
Cells begin with "# %%": Jupyter (by jupytext), VS Code and Spyder open it as a notebook.
"""
# %% The network of common meetings
import sys

import networkx

import tela

store = tela.open(sys.argv[1] if len(sys.argv) > 1 else "tela-store")
graph = store.graph("states", by="meetings", where="region=Central America", measures="strength").to_networkx()
print(graph.graph["name"], "-", len(graph), "states,", graph.number_of_edges(), "ties")

# %% Hosts and chairs, each meeting once
COUNTS = """
SELECT ?state (COUNT(DISTINCT ?hosted) AS ?hosts) (COUNT(DISTINCT ?led) AS ?chairs) WHERE {
  ?state a tela:State .
  { ?hosted tela:hostState ?state } UNION { ?led tela:chairState ?state }
} GROUP BY ?state
"""
roles = {row["state"]: row for row in store.query(COUNTS)}

# %% Beside each other
print(f"{'':12} common meetings  hosted  chaired")
for node, strength in sorted(graph.nodes(data="strength"), key=lambda pair: -pair[1]):
    state = graph.nodes[node]
    row = roles.get(state["iri"])
    print(f"{state['label']:12} {strength:15.0f} {row['hosts'] if row else 0:7} {row['chairs'] if row else 0:8}")

# %% What the strongest tie rests on
first, second, tie = max(graph.edges(data=True), key=lambda edge: edge[2]["weight"])
answer = store.why(first, second, by="meetings")
print(f"{answer['first']} and {answer['second']} met {tie['weight']:.0f} times, for example:")
for reason in answer["reasons"][:3]:
    print("  ", reason["label"], reason.get("page", ""))

# %% A file for Gephi
if len(sys.argv) > 2:
    networkx.write_graphml(graph, sys.argv[2])
