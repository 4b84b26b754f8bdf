#!/usr/bin/env python3
"""Writes an IATI activity file (2.03) of about MEGABYTES MB for measuring imports.

usage: make_iati.py MEGABYTES FILE [SEED]
The same arguments give the same bytes. Activities are made up; their shape follows what large
publishers write: texts in two languages, organisations, countries, sectors, budgets, many
transactions, and elements that an importer may leave out. Python's standard library only.
"""
import random
import sys

STATES = 'HN GT SV CR PA MX BZ DO NI CO PE EC BO KE UG ET SD NG GH SN LK NP BD PH ID VN KH JO LB TN'.split()
WORDS = ('strengthening capacity of border management labour migration data policy return '
         'reintegration health protection communities displacement diaspora trafficking regional '
         'dialogue training support national authorities women youth climate remittances').split()


def words(rng, count):
    return ' '.join(rng.choice(WORDS) for _ in range(count)).capitalize()


def transaction(rng, year):
    return ('  <transaction ref="T%06d">\n   <transaction-type code="%d"/>\n'
            '   <transaction-date iso-date="%d-%02d-%02d"/>\n'
            '   <value currency="USD" value-date="%d-01-01">%d.%02d</value>\n'
            '   <description><narrative>%s</narrative></description>\n'
            '   <aid-type code="C01"/>\n  </transaction>\n'
            % (rng.randrange(10**6), rng.choice((2, 3, 3, 3, 4)), year, rng.randint(1, 12),
               rng.randint(1, 28), year, rng.randrange(500000), rng.randrange(100), words(rng, 4)))


def activity(rng, number):
    year = rng.randint(2008, 2024)
    title = words(rng, 9)
    states = rng.sample(STATES, rng.randint(1, 4))
    share = 100 // len(states)
    parts = ['<iati-activity xml:lang="en" default-currency="USD" hierarchy="1" '
             'last-updated-datetime="2024-05-01T00:00:00Z">\n'
             ' <iati-identifier>XX-TEST-%08d</iati-identifier>\n'
             ' <reporting-org ref="XX-TEST" type="40"><narrative>Test &amp; Sons</narrative></reporting-org>\n'
             ' <title><narrative>%s</narrative><narrative xml:lang="fr">%s</narrative></title>\n'
             ' <description type="1"><narrative>%s.</narrative><narrative xml:lang="fr">%s.</narrative></description>\n'
             % (number, title, words(rng, 9), words(rng, 60), words(rng, 60))]
    for role in (1, 2, 4):
        parts.append(' <participating-org role="%d" ref="XX-%d" type="10"><narrative>%s</narrative></participating-org>\n'
                     % (role, rng.randrange(300), words(rng, 3)))
    parts.append(' <activity-status code="%d"/>\n <activity-date type="2" iso-date="%d-01-01"/>\n'
                 ' <activity-date type="3" iso-date="%d-12-31"/>\n <contact-info type="1"><email>a@example.org</email></contact-info>\n'
                 ' <activity-scope code="%d"/>\n' % (rng.randint(1, 5), year, year + 2, rng.randint(1, 5)))
    for state in states:
        parts.append(' <recipient-country code="%s" percentage="%d"/>\n' % (state, share))
    parts.append(' <location><name><narrative>Place</narrative></name><point><pos>1 2</pos></point></location>\n'
                 ' <sector vocabulary="1" code="15190" percentage="100"/>\n <policy-marker code="1" significance="1"/>\n')
    for offset in range(3):
        parts.append(' <budget type="1" status="2"><period-start iso-date="%d-01-01"/><period-end iso-date="%d-12-31"/>'
                     '<value currency="USD" value-date="%d-01-01">%d</value></budget>\n'
                     % (year + offset, year + offset, year + offset, rng.randrange(10**6)))
    parts.extend(transaction(rng, year + rng.randint(0, 2)) for _ in range(rng.randint(2, 12)))
    parts.append(' <document-link url="https://example.org/%d" format="text/html"><title><narrative>Page</narrative></title></document-link>\n'
                 ' <related-activity type="1" ref="XX-TEST-%08d"/>\n'
                 ' <result type="1"><title><narrative>%s</narrative></title><indicator measure="1"/></result>\n'
                 '</iati-activity>\n' % (number, number // 10, words(rng, 6)))
    return ''.join(parts)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    wanted = int(sys.argv[1]) * 1_000_000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    pool = 20_000  # activities that are made; larger files repeat them under new identifiers
    made = []
    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        size = out.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n')
        number = 0
        while size < wanted:
            if number < pool:
                made.append(activity(rng, number))
                text = made[-1]
            else:
                text = made[number % pool].replace('XX-TEST-%08d<' % (number % pool), 'XX-TEST-%08d<' % number, 1)
            size += out.write(text)
            number += 1
        out.write('</iati-activities>\n')
    print('%d activities, %d bytes' % (number, size))


if __name__ == '__main__':
    main()
