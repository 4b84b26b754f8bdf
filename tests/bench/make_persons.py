#!/usr/bin/env python3
"""Writes N-Triples of persons, for queries whose shape matters more than their data: queries/persons/.

usage: make_persons.py PERSONS > FILE.nt
Of each person: type, mail (every eighth shares one with another), name with a language in one of two
spellings, age, city, five acquaintances, a boss (a tree with ten to a node), and :next, a chain of a
thousand persons each. The same bytes for the same number.
"""
import random
import sys

BASE = "http://e.example/"
XSD_INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>"


def iri(name):
    return f"<{BASE}{name}>"


def statements(count):
    random.seed(count)
    cities = max(1, count // 400)
    for i in range(count):
        person = iri(f"p{i}")
        yield f"{person} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> {iri('Person')} .\n"
        yield f'{person} {iri("mail")} "mail{i // 2 if i % 8 == 1 else i}@e.example" .\n'
        yield f'{person} {iri("name")} "name {i % 5000}"@{random.choice(("en-us", "en-US", "es", "fr"))} .\n'
        yield f'{person} {iri("age")} "{random.randrange(18, 90)}"^^{XSD_INTEGER} .\n'
        yield f"{person} {iri('city')} {iri(f'c{random.randrange(cities)}')} .\n"
        for _ in range(5):
            yield f"{person} {iri('knows')} {iri(f'p{random.randrange(count)}')} .\n"
        if i > 0:
            yield f"{person} {iri('boss')} {iri(f'p{(i - 1) // 10}')} .\n"
        if i % 1000 != 999 and i + 1 < count:
            yield f"{person} {iri('next')} {iri(f'p{i + 1}')} .\n"


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    sys.stdout.writelines(statements(int(sys.argv[1])))


main()
