"""How the weights of data/events/rules.csv follow from pages with gold.

Each candidate that the reader weighs, with the rules that applied, is an example; the gold says whether
the answer was yes. Weights are the maximum a posteriori of a logistic regression whose prior is the
column `prior`, argued row by row: pages move a weight only as far as they speak for it, and never across
zero, so that a rule means what its row says. Standard library only.
"""
import collections
import csv
import json
import math
import os
import re
import subprocess
import unicodedata

PRIOR_STRENGTH = 1.5  # how many pages' worth a prior is, about
ALWAYS_STRENGTH = 4.0  # likewise of what holds of every candidate: pages of conferences must not make all states delegates
ROUNDS = 3  # of choosing the best candidate for each right answer
STEPS = 300


def read_rules(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write_rules(path, rules, weights):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, rules[0].keys(), lineterminator='\n')
        writer.writeheader()
        for rule in rules:
            writer.writerow({**rule, 'weight': f'{weights[rule["id"]]:.2f}'})


def read_gold(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def judgements(tela, pages, data=None):
    """Page name -> judgements of `tela extract -f explain`."""
    command = [tela, 'extract', '-f', 'explain', *(['--data', str(data)] if data else []), *map(str, pages)]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding='utf-8').stdout
    records = [json.loads(line) for line in output.splitlines() if line.strip()]
    return {os.path.basename(record['source']): record['judgements'] for record in records}


def plain(text):
    text = re.sub(r'\s+', ' ', unicodedata.normalize('NFC', str(text))).strip().lower()
    return re.sub(r'^(la |the |ciudad de |city of )', '', text)


def answer(judgement, gold):
    """True, False, or None where the gold leaves it open."""
    question, entity = judgement['question'], judgement['entity']
    if question == 'part':
        if judgement.get('kept_out'):
            return None
        if entity in gold.get('participating_states', []):
            return True
        return False if entity in gold.get('other_states_mentioned', []) else None
    if question == 'chair':
        chairs = [gold.get('chair_country'), *gold.get('co_chairs', [])]
        return entity in chairs if any(chairs) else False
    if question == 'process':
        return entity == gold.get('main_process')
    if not gold.get('main_process') and question == 'edition':
        return None
    if question == 'edition':
        return entity == str(gold.get('edition'))
    if question == 'dates':
        if not gold.get('event_dates_iso'):
            return None
        days = '/'.join(dict.fromkeys(gold['event_dates_iso'].split('/')))
        return '/'.join(dict.fromkeys(entity.split('/'))) == days
    if gold.get('event_place') and judgement['text']:
        return plain(judgement['text']).endswith(plain(gold['event_place'])) or \
            (len(judgement['text']) > 4 and plain(gold['event_place']).endswith(plain(judgement['text'])))
    return entity == gold.get('event_country')


class Example:
    def __init__(self, page, judgement, right):
        self.page, self.right = page, right
        self.question, self.rules = judgement['question'], judgement['rules']
        self.key = (page, judgement['question'], judgement['entity'])


def examples(all_judgements, gold_by_page):
    for page, found in all_judgements.items():
        for judgement in found:
            right = answer(judgement, gold_by_page[page])
            if right is not None:
                yield Example(page, judgement, right)


def odds(example, weights):
    return sum(weights[rule] for rule in example.rules)


def chosen(found, weights):
    """All wrong candidates, and of the right ones for one answer the likeliest: it needs only one."""
    best = {}
    for example in found:
        if example.right and (example.key not in best or odds(example, weights) > odds(best[example.key], weights)):
            best[example.key] = example
    return [example for example in found if not example.right] + list(best.values())


def clusters(found):
    """Examples of a page with the same rules and answer count as the square root of their number."""
    counts = collections.Counter((e.page, e.question, tuple(e.rules), e.right) for e in found)
    return [(rules, right, math.sqrt(count)) for (_, _, rules, right), count in counts.items()]


def fit(found, rules, keep_signs=True):
    """Rule id -> weight."""
    prior = {rule['id']: float(rule['prior']) for rule in rules}
    weights = dict(prior)
    for _ in range(ROUNDS):
        descend(clusters(chosen(found, weights)), prior, weights, keep_signs)
    return weights


def strength(rule):
    return ALWAYS_STRENGTH if rule.endswith('-always') else PRIOR_STRENGTH


def descend(found, prior, weights, keep_signs):
    squares = dict.fromkeys(weights, 1e-6)
    for _ in range(STEPS):
        slope = {rule: strength(rule) * (weights[rule] - prior[rule]) for rule in weights}
        for rules, right, count in found:
            error = 1 / (1 + math.exp(-max(-30, min(30, sum(weights[rule] for rule in rules))))) - right
            for rule in rules:
                slope[rule] += count * error
        for rule, value in slope.items():
            squares[rule] += value * value
            weights[rule] -= 0.5 * value / math.sqrt(squares[rule])
            if keep_signs and not rule.endswith('-always') and weights[rule] * prior[rule] < 0:
                weights[rule] = 0.0


def support(found):
    """Rule id -> on how many pages it applied."""
    pages = collections.defaultdict(set)
    for example in found:
        for rule in example.rules:
            pages[rule].add(example.page)
    return {rule: len(named) for rule, named in pages.items()}
