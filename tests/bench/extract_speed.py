#!/usr/bin/env python3
"""Pages a second that `tela extract` reads, beside another build of it in the same run.

usage: extract_speed.py TELA [PREVIOUS] [--pages N] [--runs N] [--limit RATIO]
The pages are our own of tests/extraction_score, repeated to N files (default 1000). What is counted is
processor time, user and system, less that of reading one page: other work on the machine does not matter.
Runs of the builds alternate; the best of each counts. Prints pages a second of each, and the ratio of
times; with --limit the status is 1 where the ratio is larger.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'extraction_score'))
import own_pages


def write_pages(folder, count):
    pages = list(own_pages.pages())
    paths = []
    for number in range(count):
        gold, text = pages[number % len(pages)]
        path = folder / f'{number}-{gold["page"]}'
        path.write_text(text, encoding='utf-8')
        paths.append(path)
    return paths


def processor_time(tela, paths):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([tela, 'extract', '-f', 'json', *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if run.returncode not in (0, 1):
        sys.exit(f'{tela} extract ended with status {run.returncode}')
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tela')
    parser.add_argument('previous', nargs='?')
    parser.add_argument('--pages', type=int, default=1000)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--limit', type=float)
    options = parser.parse_args()
    builds = [os.path.abspath(build) for build in (options.tela, options.previous) if build]
    with tempfile.TemporaryDirectory() as folder:
        paths = write_pages(pathlib.Path(folder), options.pages)
        times = {build: [] for build in builds}
        for _ in range(options.runs):
            for build in builds:
                times[build].append(processor_time(build, paths) - processor_time(build, paths[:1]))
    best = [max(min(times[build]), 1e-3) for build in builds]
    for build, seconds in zip(builds, best):
        print(f'{options.pages / seconds:8.0f} pages a second   {build}')
    if len(best) < 2:
        return 0
    ratio = best[0] / best[1]
    print(f'ratio of times {ratio:.2f}')
    return 1 if options.limit is not None and ratio > options.limit else 0


if __name__ == '__main__':
    sys.exit(main())
