#!/usr/bin/env python3
"""Times a build of many files, the same again, and once more when one file has changed.

usage: second_build.py TELA [RECORDS [FILES]]
Makes RECORDS (100,000) with generate_records.py beside this one, parted into FILES (1,000) of record XML.
Prints wall-clock time, processor time and peak memory of each build, and checks that the last store has
the bytes of a build from nothing. Python's standard library only.
"""
import filecmp
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n'


def part(records, files, folder):
    generator = subprocess.Popen([sys.executable, HERE / "generate_records.py", str(records), "1"],
                                 stdout=subprocess.PIPE, encoding="utf-8")
    size = -(-records // files)
    for number in range(files):
        with open(folder / ("%05d.xml" % number), "w", encoding="utf-8") as file:
            file.write(HEAD)
            left = min(size, records - number * size)
            while left > 0:
                line = generator.stdout.readline()
                if not line.startswith(("<?xml", "<records>")):
                    file.write(line)
                left -= line == "  </record>\n"
            file.write("</records>\n")
    generator.stdout.read()
    generator.wait()


def build(name, tela, *arguments):
    start = time.monotonic()
    process = subprocess.Popen([tela, "build", *arguments], stderr=subprocess.PIPE, text=True)
    output = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(output)
    account = next(line for line in output.splitlines() if "records read" in line)
    print("%-18s %6.2f s  processor %6.2f s  %4d MB  %s" %
          (name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, account))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    records, files = ([int(count) for count in sys.argv[2:4]] + [100_000, 1_000][len(sys.argv) - 2:])[:2]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sources = folder / "sources"
        sources.mkdir()
        part(records, files, sources)
        store = str(folder / "store")
        build("first", sys.argv[1], sources, "-s", store)
        build("nothing changed", sys.argv[1], sources, "-s", store)
        changed = sources / "00000.xml"
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text.replace("<title>", "<title>Once more: ", 1), encoding="utf-8")
        build("one file changed", sys.argv[1], sources, "-s", store)
        build("from nothing", sys.argv[1], sources, "-s", store + "-new")
        if not filecmp.cmp(store, store + "-new", shallow=False):
            sys.exit("the stores differ")
        print("the last two stores are the same, byte for byte")


main()
