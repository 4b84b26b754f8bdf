#!/usr/bin/env python3
"""How much the reader hangs on the words of a page: our own pages, and the same pages rewritten.

usage: perturb.py TELA SCORE_EXTRACT.py [--limit POINTS]
Each rewriting changes all pages and their gold alike: states by states of the same standing towards the
process, months, editions, four processes by each other, lines cut anew, titles in capitals. Prints the
score of the plain pages, of each rewriting and of all together, and the gap; with --limit the status is 1
when the gap of all together is wider.
"""
import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import textwrap
import unicodedata

import own_pages

DATA = pathlib.Path(__file__).resolve().parents[2] / 'data/gazetteer'
SEED = 12


def table(name):
    with open(DATA / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


STATES = {row['iso2']: row for row in table('states.csv')}
BODIES = {body['id']: body for body in json.loads((DATA / 'bodies.json').read_text(encoding='utf-8'))}
NUMERALS = table('numerals.csv')


def grammar(name, language):
    """Names of one class fit the same article: "du Mexique" and "du Chili", not "du Canada" and "du Haïti"."""
    first = unicodedata.normalize('NFD', name)[0].lower()
    if language == 'en':
        return bool(re.match(r'(United|Philippines|Netherlands|Gambia|Bahamas|Maldives)|.*(Republic|Islands|Emirates)', name))
    if language == 'es':
        return bool(re.match(r'(El|Estados|Países|Emiratos|República)\b', name))
    plural = name.split()[0] in ('États-Unis', 'Émirats', 'Philippines', 'Pays-Bas', 'Maldives', 'Seychelles', 'Comores')
    bare = name in ('Cuba', 'Haïti', 'Malte', 'Madagascar', 'Djibouti', 'Singapour', 'Bahreïn', 'Oman')
    masculine = name in ('Mexique', 'Mozambique', 'Cambodge', 'Zimbabwe', 'Belize', 'Suriname')
    return (plural, bare, first in 'aeiouh' and not name.startswith('Honduras'), name.split()[0].endswith('e') and not masculine)


def members(process):
    body = BODIES.get(process, {})
    found = body.get('members', [])
    return {one if isinstance(one, str) else one.get('iso2', one.get('state')) for one in found}


def bearer_shown(iso, gold):
    """The page says more of the state than its name: it is the host, or named by its adjective."""
    return iso in (gold.get('event_country'), gold.get('dateline_country'), gold.get('chair_country')) or \
        iso in gold.get('states_by_adjective_only', []) + gold.get('contact_line_states', [])


def swap_states(text, gold, rng):
    language = gold['lang']
    if language == 'pt':
        return text, gold
    own = members(gold.get('main_process'))
    named = [iso for iso in gold.get('participating_states', []) + gold.get('other_states_mentioned', [])
             if not bearer_shown(iso, gold) and re.search(rf'\b{re.escape(STATES[iso][language])}\b', text)]
    pool = sorted((own | set(named)) - {iso for iso in STATES if bearer_shown(iso, gold)} & set(STATES))
    mapping, free = {}, [iso for iso in pool if iso in STATES]
    for iso in named:
        fits = [other for other in free if (other in own) == (iso in own) and not clashes(other, gold, named) and
                grammar(STATES[other][language], language) == grammar(STATES[iso][language], language)]
        mapping[iso] = rng.choice(fits) if fits else iso
        free = [other for other in free if other != mapping[iso]]
    text = replace_names(text, {STATES[a][language]: STATES[b][language] for a, b in mapping.items() if a != b})
    change = lambda codes: [mapping.get(iso, iso) for iso in codes]
    return text, {**gold, 'participating_states': change(gold.get('participating_states', [])),
                  'other_states_mentioned': change(gold.get('other_states_mentioned', []))}


def clashes(iso, gold, named):
    """The state is on the page in a part of its own that is not rewritten."""
    return iso not in named and iso in gold.get('participating_states', []) + gold.get('other_states_mentioned', [])


def replace_names(text, names):
    if not names:
        return text
    pattern = '|'.join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(rf'(?<![\w-])(?:{pattern})(?![\w-])', lambda match: names[match[0]], text)


def month_names(language):
    rows = [row for row in NUMERALS if row['kind'] == 'month' and row['language'] in (language, '')]
    return {int(row['value']): row['words'].split('|')[0] for row in rows}


def shift_months(text, gold, rng):
    names = month_names(gold['lang'])
    days = gold.get('event_dates_iso', '').split('/')
    if len(names) < 12 or len({day[:7] for day in days}) > 1 or any(day[8:] > '28' for day in days if day):
        return text, gold
    step = rng.randrange(1, 12)
    new = {name.lower(): names[(month - 1 + step) % 12 + 1] for month, name in names.items()}
    pattern = '|'.join(map(re.escape, new))

    def change(match):
        word = new[match[0].lower()]
        return word.capitalize() if match[0][0].isupper() else word.lower()
    text = re.sub(rf'\b(?:{pattern})\b(?=[ ,.]|$)', change, text, flags=re.I)
    moved = ['%s-%02d%s' % (day[:4], (int(day[5:7]) - 1 + step) % 12 + 1, day[7:]) for day in days if day]
    return text, {**gold, 'event_dates_iso': '/'.join(moved)} if moved else gold


def roman(number):
    digits = ((10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I'))
    text = ''
    for value, digit in digits:
        while number >= value:
            text, number = text + digit, number - value
    return text if len(text) else ''


def english(number):
    return f'{number}{"th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")}'


def written_ordinals(number, language):
    words = [row['words'].split('|') for row in NUMERALS
             if row['kind'] == 'ordinal' and row['language'] == language and int(row['value']) == number]
    return [english(number), f'{number}e', f'{number}ème', f'{number}.ª', roman(number) if number > 1 else '',
            *(words[0] if words else [])]


def shift_editions(text, gold, rng):
    old = gold.get('edition')
    if not old or old > 39 or old == 1:
        return text, gold
    new = old + 1 if old not in (20, 30) else old + 2
    before, after = written_ordinals(old, gold['lang']), written_ordinals(new, gold['lang'])
    changed = text
    for one, other in zip(before, after):
        if one:
            keep = lambda match, word=other: word.upper() if match[0].isupper() and len(match[0]) > 5 else \
                word[0].upper() + word[1:] if match[0][0].isupper() else word
            changed = re.sub(rf'(?<!\w){re.escape(one)}(?!\w)', keep, changed,
                             flags=0 if one.isupper() else re.I)
    return (text, gold) if changed == text else (changed, {**gold, 'edition': new})


CITIES = {'rabat-process': 'Rabat', 'khartoum-process': 'Khartoum', 'prague-process': 'Prague', 'budapest-process': 'Budapest'}


def swap_processes(text, gold, rng):
    process = gold.get('main_process')
    if process not in CITIES or len(gold['processes']) > 1 or gold.get('event_place') == CITIES[process]:
        return text, gold
    other = rng.choice([name for name in CITIES if name != process])
    pattern = rf'(Process(?:us|o)? d[eo] ){CITIES[process]}|{CITIES[process]}( Process)'
    text = re.sub(pattern, lambda m: f'{m[1]}{CITIES[other]}' if m[1] else f'{CITIES[other]}{m[2]}', text)
    return text, {**gold, 'processes': [other], 'main_process': other}


def wrap_lines(text, gold, rng):
    title, body = text.split('\n', 1)
    width = rng.randrange(58, 76)
    paragraphs = ['\n'.join(textwrap.wrap(line, width, break_on_hyphens=False)) if len(line) > 100 else line
                  for line in body.split('\n')]
    return f'{title}\n' + '\n'.join(paragraphs), gold


def raise_title(text, gold, rng):
    title, body = text.split('\n', 1)
    if title != gold['title']:
        return text, gold
    return f'{title.upper()}\n{body}', with_titles(gold, title.upper())


def with_titles(gold, title):
    return {**gold, 'title': title}


REWRITINGS = {'states': swap_states, 'months': shift_months, 'editions': shift_editions, 'processes': swap_processes,
              'lines': wrap_lines, 'capitals': raise_title}


def rewritten(text, gold, rewritings):
    title_first = gold['title'] == text.split('\n', 1)[0]
    rng = random.Random(f'{SEED}{gold["page"]}')
    for rewrite in rewritings:
        text, gold = rewrite(text, gold, rng)
    return text, {**gold, 'title': text.split('\n', 1)[0]} if title_first else gold


def score(tela, scorer, rewritings):
    with tempfile.TemporaryDirectory() as folder:
        folder, lines = pathlib.Path(folder), []
        for gold, text in own_pages.pages():
            text, gold = rewritten(text, gold, rewritings)
            (folder / gold['page']).write_text(text, encoding='utf-8')
            lines.append(json.dumps(gold, ensure_ascii=False) + '\n')
        (folder / 'gold.jsonl').write_text(''.join(lines), encoding='utf-8')
        command = [sys.executable, scorer, tela, folder, folder / 'gold.jsonl', '-v']
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if '-v' in sys.argv:
        print(output)
    return float(re.search(r'^overall ([\d.]+)', output, re.M)[1])


def main():
    tela, scorer = sys.argv[1:3]
    limit = float(sys.argv[sys.argv.index('--limit') + 1]) if '--limit' in sys.argv else None
    plain = score(tela, scorer, [])
    print(f'{"plain":12} {plain:6.1f} %')
    for name, rewrite in REWRITINGS.items():
        value = score(tela, scorer, [rewrite])
        print(f'{name:12} {value:6.1f} %   gap {plain - value:5.1f}')
    together = score(tela, scorer, list(REWRITINGS.values()))
    print(f'{"all":12} {together:6.1f} %   gap {plain - together:5.1f}')
    return 1 if limit is not None and plain - together > limit else 0


if __name__ == '__main__':
    sys.exit(main())
