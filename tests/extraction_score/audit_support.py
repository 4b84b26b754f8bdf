#!/usr/bin/env python3
"""Lists the rows of rules.csv and cues.csv that only one page with gold supports, or none.

usage: audit_support.py TELA DATA_DIR SHARED_DIR
A rule is supported by the pages on which it applied to a candidate that the gold decides; a row of cues by
the pages of its language that hold one of its phrases. A rule that one page or none shows keeps the prior
that is argued in its row (fit_weights.py), so no page alone moves a weight.
"""
import collections
import csv
import pathlib
import re
import sys
import tempfile
import unicodedata

import cross_validate
import learning


def folded(text):
    text = unicodedata.normalize('NFD', text.lower().replace('’', "'"))
    return re.sub(r'\s+', ' ', ''.join(c for c in text if not unicodedata.combining(c)))


def cue_support(table, pages):
    """(cue, language) -> number of pages with one of its phrases."""
    found = {}
    with open(table, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            phrases = '|'.join(re.escape(folded(phrase)) for phrase in row['phrases'].split('|'))
            pattern = re.compile(rf'(?<!\w)(?:{phrases})(?!\w)')
            texts = pages[row['language']]
            found[row['cue'], row['language']] = sum(1 for text in texts if pattern.search(text))
    return found


def report(name, support):
    few = {row: count for row, count in support.items() if count < 2}
    print(f'{name}: {len(support)} rows, {sum(count == 1 for count in few.values())} that one page supports, '
          f'{sum(count == 0 for count in few.values())} that none does')
    for row, count in few.items():
        print(f'  {count}  {row if isinstance(row, str) else " ".join(row)}')


def main():
    tela, data, shared = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        examples, texts = [], collections.defaultdict(list)
        for pages, gold in cross_validate.sources(shared, pathlib.Path(folder)).values():
            gold = {g['page']: g for g in learning.read_gold(gold)}
            judged = learning.judgements(tela, [pages / page for page in gold], data)
            examples += learning.examples(judged, gold)
            for page, g in gold.items():
                texts[g['lang']].append(folded((pages / page).read_text(encoding='utf-8')))
        rules = {rule['id']: 0 for rule in learning.read_rules(data / 'events/rules.csv')}
        report('rules.csv', {**rules, **learning.support(examples)})
        report('cues.csv', cue_support(data / 'events/cues.csv', texts))


if __name__ == '__main__':
    main()
