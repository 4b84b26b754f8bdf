#!/usr/bin/env python3
"""Times a build of many files, the same again, and once more when one file has changed.

usage: second_build.py TELA [RECORDS [FILES]]
Makes RECORDS (100,000) with generate_records.py beside this one, parted into FILES (1,000) of record XML.
Prints wall-clock and processor time of each build, and checks that the last store has the bytes of a build
from nothing. Python's standard library only.
"""
import filecmp
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n'


def part(records, files, folder):
    text = subprocess.run([sys.executable, HERE / "generate_records.py", str(records), "1"], check=True,
                          capture_output=True, text=True).stdout
    elements = text[text.index("  <record "):text.rindex("</records>")].split("  </record>\n")[:-1]
    size = -(-len(elements) // files)
    for start in range(0, len(elements), size):
        body = "".join(element + "  </record>\n" for element in elements[start:start + size])
        (folder / ("%05d.xml" % (start // size))).write_text(HEAD + body + "</records>\n", encoding="utf-8")


def build(name, tela, *arguments):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    output = subprocess.run([tela, "build", *arguments], check=True, capture_output=True, text=True).stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    account = next(line for line in output.splitlines() if "records read" in line)
    print("%-18s %6.2f s  processor %6.2f s  %s" % (name, time.monotonic() - start, cpu, account))


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
