#!/usr/bin/env python3
"""Fails when an #include runs back up the house.

usage: check_layering.py SOURCE_DIR
The rooms, their order and what each may include are read from the tela_room() table of
src/CMakeLists.txt; `base` is implied everywhere. Also fails when a third-party C library, or the
standard library's threads, are included outside the folders that wrap them.
"""
import pathlib
import re
import sys

WRAPPED = {  # header pattern -> the only rooms that may include it
    r"(redland|raptor2?|rasqal|librdf|serd/serd)\.h": {"redland"},
    r"pugixml\.hpp": {"records", "sparql/results"},
    r"gumbo\.h": {"records"},
    r"curl/.*": {"remote"},
    r"CLI/.*": {"cli"},
    r"graphviz/.*": {"export"},
    r"pybind11/.*": {"python"},
    r"boost/graph/.*": {"network", "export"},
    r"boost/(asio|beast)/.*": {"server"},
    # "Threads" in src/README.md says what each of these does with them.
    r"thread": {"base", "importer", "remote", "server", "shapes"},
    r"future": {"store", "python"},
}


def rooms(src):
    """Room folder -> folders it may include, in the order of the table."""
    table = {}
    text = (src / "CMakeLists.txt").read_text(encoding="utf-8")
    for name, rest in re.findall(r"^tela_(?:room|python_module)\((\w+)\s*([^)]*)\)", text, re.M):
        words = rest.partition("ROOMS")[2].split("LIBRARIES")[0].split()
        table[name.replace("_", "/")] = [word.replace("_", "/") for word in words]
    return table


def room_of(path, table):
    for room in sorted(table, key=len, reverse=True):
        if path.startswith(room + "/"):
            return room
    return None


def table_faults(table):
    seen = {"base"}
    for room, allowed in table.items():
        for other in allowed:
            if other not in seen:
                yield f"src/CMakeLists.txt: {room} lists {other}, which does not stand above it"
        seen.add(room)


def reachable(room, table):
    """The rooms above `room`: those it lists, and all they list."""
    found = {"base", room}
    todo = list(table[room])
    while todo:
        other = todo.pop()
        if other not in found:
            found.add(other)
            todo += table[other]
    return found


def include_faults(src, table):
    for path in sorted(src.rglob("*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        name = path.relative_to(src).as_posix()
        room = room_of(name, table)
        if room is None:
            yield f"src/{name}: stands in no room of the table"
            continue
        allowed = reachable(room, table)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)', line)
            if not match:
                continue
            yield from line_faults(f"src/{name}:{number}", room, match, allowed, table)


def line_faults(place, room, match, allowed, table):
    quote, target = match.groups()
    if quote == '"':
        other = room_of(target, table)
        if other is None:
            yield f"{place}: {target} belongs to no room"
        elif other not in allowed:
            yield f"{place}: {room} may not include {other}"
    for pattern, homes in WRAPPED.items():
        if re.fullmatch(pattern, target) and room not in homes:
            yield f"{place}: {target} is wrapped by {' and '.join(sorted(homes))}"


def main():
    src = pathlib.Path(sys.argv[1]) / "src"
    table = rooms(src)
    faults = [*table_faults(table), *include_faults(src, table)]
    print("\n".join(faults) or f"{len(table)} rooms, no arrow runs back up")
    return 1 if faults or len(table) < 10 else 0


sys.exit(main())
