#!/usr/bin/env python3
"""Writes N project records as record XML: invented titles, real states, types and regions.

usage: generate_records.py N SEED > records.xml

The same N and SEED give the same bytes. Three languages; states as project pages have them, parted by
spaces (two records in three) or one by one; budgets, years and identifiers of both patterns. Names come
from data/gazetteer beside this file. Memory does not grow with N; about 80,000 records a second.
"""
import csv
import pathlib
import random
import sys
from xml.sax.saxutils import escape

GAZETTEER = pathlib.Path(__file__).resolve().parents[2] / "data/gazetteer"
LANGUAGES = ["fr"] * 6 + ["en"] * 3 + ["es"]
VERBS = {
    "en": ["Strengthening", "Supporting", "Assessing", "Modernising", "Coordinating", "Piloting"],
    "fr": ["Renforcement de", "Appui à", "Évaluation de", "Modernisation de", "Coordination de", "Mise à l’essai de"],
    "es": ["Fortalecimiento de", "Apoyo a", "Evaluación de", "Modernización de", "Coordinación de", "Ensayo de"],
}
OBJECTS = {
    "en": ["border posts", "return and reintegration", "diaspora engagement", "labour mobility", "migration data",
           "protection of migrant children", "health at points of entry", "climate mobility", "travel documents"],
    "fr": ["la gestion des postes frontière", "l’aide au retour", "la mobilisation de la diaspora",
           "la mobilité de la main-d’œuvre", "la collecte de données", "la protection des enfants migrants",
           "la santé aux points d’entrée", "la mobilité climatique", "la délivrance de documents de voyage"],
    "es": ["los puestos fronterizos", "el retorno y la reintegración", "la vinculación de la diáspora",
           "la movilidad laboral", "los datos migratorios", "la protección de los niños migrantes",
           "la salud en los puntos de entrada", "la movilidad climática", "los documentos de viaje"],
}
IN = {"en": " in ", "fr": " : ", "es": " en "}
REGIONS = {  # as the fund's pages write them
    "en": ["Africa", "Latin America and the Caribbean", "Asia and Oceania", "Europe"],
    "fr": ["Afrique", "Amérique latine et Caraïbes", "Asie et Océanie", "Europe"],
    "es": ["África", "América Latina y el Caribe", "Asia y Oceanía", "Europa"],
}


def table(name):
    with open(GAZETTEER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Choices:
    """What records are made of: states by part of the world, types by language."""

    def __init__(self):
        parents = {row["m49"]: row["parent"] for row in table("regions.csv")}
        parts = {"002": 0, "019": 1, "142": 2, "009": 2, "150": 3}
        self.states = [[] for _ in REGIONS["en"]]
        for row in table("states.csv"):
            region = row["region"]
            while region and region not in parts:
                region = parents.get(region, "")
            if region and row["standing"] == "state":
                self.states[parts[region]].append(row)
        self.themes = table("themes.csv")


def project_id(rnd, number):
    """Unique: the number stands in it, in the old pattern for one in eight."""
    if rnd.random() < 0.125:
        return f"{rnd.choice('LQTVW')}{number}-805"
    return f"{rnd.choice(['CD', 'IB', 'LM', 'NC', 'PO', 'PX', 'TC'])}.{number:07d}"


def state_list(rnd, names):
    if rnd.random() < 2 / 3:
        return escape(" ".join(names))
    return "\n" + "".join(f"      <name>{escape(name)}</name>\n" for name in names) + "    "


def record(rnd, choices, number):
    language = rnd.choice(LANGUAGES)
    part = rnd.choices(range(4), [5, 4, 4, 2])[0]
    wide = rnd.random() < 0.2
    states = rnd.sample(choices.states[part], rnd.randint(2, 12) if wide else 1)
    names = [state[language] for state in states]
    start = rnd.randint(2001, 2025)
    title = rnd.choice(VERBS[language]) + " " + rnd.choice(OBJECTS[language])
    yield f'  <record kind="project" address="https://example.org/{language}/node/{100000 + number}" lang="{language}">'
    yield f"    <title>{escape(title + IN[language] + names[0])} ({number})</title>"
    yield f"    <project-id>{project_id(rnd, number)}</project-id>"
    if rnd.random() < 0.8:
        yield f"    <prima-id>{states[0]['iso2']}10P{number:07d}</prima-id>"
    yield f"    <type>{escape(rnd.choice(choices.themes)[language])}</type>"
    yield f"    <region>{REGIONS[language][part]}</region>"
    yield f"    <status>{'completed' if start < 2023 else 'active'}</status>"
    yield f"    <coverage>{'regional' if wide else 'national'}</coverage>"
    yield f'    <budget currency="USD">{rnd.randint(300, 4000) * 100}.00</budget>'
    yield f"    <start>{start}</start>\n    <end>{start + rnd.randint(1, 3)}</end>\n    <year>{start}</year>"
    yield f"    <beneficiaries>{state_list(rnd, names)}</beneficiaries>"
    if wide and rnd.random() < 0.1:
        other = rnd.choice(choices.states[part])
        if other not in states:
            yield f"    <other-countries>{escape(other[language])}</other-countries>"
    yield "    <fund>idf</fund>\n  </record>\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    count, rnd = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    choices = Choices()
    write = sys.stdout.write
    write('<?xml version="1.0" encoding="UTF-8"?>\n<records>\n')
    for number in range(1, count + 1):
        write("\n".join(record(rnd, choices, number)))
    write("</records>\n")


main()
