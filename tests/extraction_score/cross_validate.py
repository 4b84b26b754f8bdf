#!/usr/bin/env python3
"""Five folds: what is learnt from four parts of the pages is scored on the fifth.

usage: cross_validate.py TELA DATA_DIR SHARED_DIR [-v]
Pages are those with gold in SHARED_DIR/pages (articles, wild) and our own; the weights of rules.csv are
fitted anew for each fold. Prints for each set of pages the figures of score_extract.py over pages that
the weights had not seen, and how often candidates that are said to be likely are right; -v lists each
difference.
"""
import collections
import pathlib
import shutil
import subprocess
import sys
import tempfile

import learning
import own_pages

FOLDS = 5


def sources(shared, folder):
    """Set name -> (folder of pages, gold file)."""
    own_pages.unfold(folder / 'own')
    pages = shared / 'pages'
    return {**{name: (pages / name, pages / f'{name}.gold.jsonl') for name in ('articles', 'wild')},
            'own': (folder / 'own', folder / 'own/gold.jsonl')}


def score(shared, outputs, pages, gold, folder):
    """The figures of score_extract.py on records that were read before."""
    answers = folder / 'answers.jsonl'
    answers.write_text(''.join(outputs), encoding='utf-8')
    reader = folder / 'reader'
    reader.write_text(f'#!/bin/sh\ncat {answers}\n')
    reader.chmod(0o755)
    command = [sys.executable, shared / 'tools/score_extract.py', reader, pages, gold, *sys.argv[4:]]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read(tela, data, paths):
    command = [tela, 'extract', '-f', 'json', '--data', data, *paths]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding='utf-8').stdout
    return [line + '\n' for line in output.splitlines() if line.strip()]


class Folds:
    def __init__(self, tela, data, folder):
        self.tela, self.folder = tela, folder
        self.data = folder / 'data'
        for part in ('gazetteer', 'events'):
            shutil.copytree(data / part, self.data / part)
        self.rules = learning.read_rules(data / 'events/rules.csv')
        self.pages = []  # (set, path, gold)

    def add(self, name, pages, gold):
        self.pages += [(name, pages / g['page'], g) for g in learning.read_gold(gold)]

    def run(self):
        """Set name -> output lines, and (probability, right) of each candidate, all from unseen pages."""
        outputs, judged = collections.defaultdict(list), []
        gold = {g['page']: g for _, _, g in self.pages}
        all_judgements = learning.judgements(self.tela, [path for _, path, _ in self.pages], self.data)
        for fold in range(FOLDS):
            unseen = [page for index, page in enumerate(self.pages) if index % FOLDS == fold]
            hidden = {g['page'] for _, _, g in unseen}
            seen = {page: found for page, found in all_judgements.items() if page not in hidden}
            weights = learning.fit(list(learning.examples(seen, gold)), self.rules)
            learning.write_rules(self.data / 'events/rules.csv', self.rules, weights)
            for name in {name for name, _, _ in unseen}:
                outputs[name] += read(self.tela, self.data, [path for other, path, _ in unseen if other == name])
            found = learning.judgements(self.tela, [path for _, path, _ in unseen], self.data)
            judged += [(j['probability'], right) for page, js in found.items() for j in js
                       for right in [learning.answer(j, gold[page])] if right is not None]
        return outputs, judged


def print_reliability(judged):
    print('said        right  candidates')
    bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01]
    for low, high in zip(bounds, bounds[1:]):
        inside = [right for probability, right in judged if low <= probability < high]
        if inside:
            print(f'{low:.2f}-{min(high, 1):.2f}  {100 * sum(inside) / len(inside):5.1f} %  {len(inside):6}')


def main():
    tela, data, shared = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        folds = Folds(tela, data, folder)
        sets = sources(shared, folder)
        for name, (pages, gold) in sets.items():
            folds.add(name, pages, gold)
        outputs, judged = folds.run()
        for name, (pages, gold) in sets.items():
            print(f'{name}, unseen in its fold\n{score(shared, outputs[name], pages, gold, folder)}')
        print_reliability(judged)


if __name__ == '__main__':
    main()
