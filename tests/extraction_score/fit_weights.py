#!/usr/bin/env python3
"""Fits the weights of data/events/rules.csv to pages with gold, and writes them there.

usage: fit_weights.py TELA DATA_DIR PAGES_DIR:GOLD.jsonl...
Prints for each rule its prior, its weight and the number of pages it applied on. A rule that no page or
one page shows keeps its prior: what it is worth is argued, not learnt.
"""
import pathlib
import sys

import learning


def load(tela, sources):
    found = []
    for source in sources:
        pages, gold = source.split(':')
        gold = {g['page']: g for g in learning.read_gold(gold) if 'project_id' not in g}
        judged = learning.judgements(tela, [pathlib.Path(pages) / page for page in gold])
        found += learning.examples(judged, gold)
    return found


def main():
    tela, data, sources = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    table = data / 'events/rules.csv'
    rules = learning.read_rules(table)
    found = load(tela, sources)
    weights = learning.fit(found, rules)
    pages = learning.support(found)
    for rule in rules:
        if pages.get(rule['id'], 0) < 2:
            weights[rule['id']] = float(rule['prior'])
        print(f'{rule["id"]:32} {float(rule["prior"]):6.2f} {weights[rule["id"]]:6.2f} {pages.get(rule["id"], 0):4}')
    learning.write_rules(table, rules, weights)


main()
