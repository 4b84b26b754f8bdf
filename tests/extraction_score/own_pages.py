#!/usr/bin/env python3
"""Unfolds the pages of own/ into one file a page and a gold file, as score_extract.py wants them.

usage: own_pages.py FOLDER
own/*.txt hold many short pages each: a line `=== NAME`, a line of gold as JSON, the page. What the gold
leaves out: `title` is the first line, `lang` that of the file. Our own sentences, written before the
reader was tuned; states, processes, places and dates are free inventions.
"""
import json
import pathlib
import re
import sys

LANGUAGES = {'english': 'en', 'french': 'fr', 'spanish': 'es', 'portuguese': 'pt'}
HERE = pathlib.Path(__file__).parent


def pages():
    """(gold, text) of each page."""
    for file in sorted((HERE / 'own').glob('*.txt')):
        for part in re.split(r'^=== ', file.read_text(encoding='utf-8'), flags=re.M)[1:]:
            name, gold, text = part.split('\n', 2)
            gold = json.loads(gold)
            gold = {'page': name, 'lang': LANGUAGES[file.stem], 'title': text.split('\n', 1)[0], **gold}
            yield gold, text


def unfold(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'gold.jsonl', 'w', encoding='utf-8') as lines:
        for gold, text in pages():
            (folder / gold['page']).write_text(text, encoding='utf-8')
            lines.write(json.dumps(gold, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    unfold(pathlib.Path(sys.argv[1]))
