#!/usr/bin/env python3
"""Prints files, lines, longest file and lines of tests for each line of source, by room.

usage: house.py [REVISION]
The rooms are those of src/CMakeLists.txt, tests are tests/<room>; code of C++ alone is counted. With a
revision of git, each figure that differs stands beside what it was there.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

CODE = {".h", ".cpp"}


def lengths(folder):
    """Lines of each file of C++ below a folder."""
    return [
        len(path.read_text(encoding="utf-8").splitlines())
        for path in folder.rglob("*")
        if path.suffix in CODE and path.is_file()
    ]


def rooms(root):
    text = (root / "src/CMakeLists.txt").read_text(encoding="utf-8")
    names = re.findall(r"^tela_(?:room|python_module)\((\w+)", text, re.M)
    return [name.replace("_", "/") for name in names if (root / "src" / name.replace("_", "/")).is_dir()]


def figures(root, room):
    """Files, lines, longest file, lines of tests, tests to source; nothing for a room that is not there."""
    source, tests = lengths(root / "src" / room), lengths(root / "tests" / room)
    if not source:
        return None
    ratio = f"{sum(tests) / sum(source):.2f}" if tests else "0"
    return [str(len(source)), str(sum(source)), str(max(source)), str(sum(tests)), ratio]


def print_table(before, now):
    print("| room | files | lines | longest | lines of tests | tests : source |")
    print("|---|---:|---:|---:|---:|---:|")
    for room in [*rooms(now), ""]:
        then = figures(before, room) if before else None
        cells = figures(now, room)
        if then:
            cells = [new if old == new else f"{old} → {new}" for old, new in zip(then, cells)]
        print(f"| {room or 'all'} | " + " | ".join(cells) + " |")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    if len(sys.argv) < 2:
        return print_table(None, root)
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "-C", root, "archive", sys.argv[1], "src", "tests"], check=True, capture_output=True
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        print_table(pathlib.Path(folder), root)


main()
