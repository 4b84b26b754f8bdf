#!/usr/bin/env python3
"""Runs at the same time, and runs killed at any moment, leave a whole store or release, and nothing in the way.

usage: check_races.py TELA
"""
import pathlib
import random
import subprocess
import time

from hostile import PATIENCE, TELA, contents, end, rounds, run, temporary, write_sources

CHOSEN = random.Random(7)


def start(*arguments):
    return subprocess.Popen([TELA, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def ended(process):
    """What it said; one that does not end ends the check."""
    try:
        return process.communicate(timeout=PATIENCE)[1].decode(errors="replace")
    except subprocess.TimeoutExpired:
        process.kill()
        raise SystemExit(f"{process.args}: still running after {PATIENCE} s") from None


def build(sources, store):
    return ["build", sources, "-s", store, "--derive"]


def strangers(folder, known):
    return sorted(path.name for path in folder.iterdir() if path.name not in known)


def check_builds(folder, faults):
    """Two builds of one store: each ends well, or is refused with a message; the store is of one of them.

    The same sources give the same bytes, so that these tell whose a store is, and that it is whole.
    """
    sources = [write_sources(folder / "one", 3), write_sources(folder / "two", 5)]
    store = folder / "store"
    wanted = []
    for source in sources:
        run(*build(source, store))
        wanted.append(store.read_bytes())
    for number in range(rounds(3)):
        pair = [start(*build(source, store)) for source in sources]
        said = [ended(process) for process in pair]
        for process, text in zip(pair, said):
            if process.returncode != 0 and "another run" not in text:
                faults.append(f"two builds: status {process.returncode}: {text[-300:]}")
        if all(process.returncode != 0 for process in pair):
            faults.append("two builds: neither was let through")
        if store.read_bytes() not in wanted:
            faults.append(f"two builds, round {number}: the store is of neither")
    if left := strangers(folder, {"one", "two", "store"}):
        faults.append(f"two builds left {left}")


def kill_somewhen(command, longest):
    process = start(*command)
    time.sleep(CHOSEN.random() * longest)
    process.kill()
    ended(process)


def seconds_of(command):
    begin = time.monotonic()
    run(*command)
    return time.monotonic() - begin


def check_killed_builds(folder, faults):
    old, new = write_sources(folder / "old", 2), write_sources(folder / "new", 4)
    store = folder / "store"
    longest = seconds_of(build(new, store))
    wanted = [store.read_bytes()]
    run(*build(old, store))
    wanted.append(store.read_bytes())
    for number in range(rounds(5)):
        kill_somewhen(build(new, store), longest)
        if store.read_bytes() not in wanted:
            faults.append(f"killed build, round {number}: the store is neither the old nor the new one")
        run(*build(old, store))
        if left := strangers(folder, {"old", "new", "store"}):
            faults.append(f"the build after killed one {number} left {left}")


def check_releases(folder, faults):
    """Two runs of publish, and killed ones: the folder is always a whole release.

    Of RDF alone, since the gazetteer that comes with records has 3,000 pages, which take a sanitized program minutes.
    """
    store, release = folder / "store", folder / "release"
    run(*build(write_sources(folder / "sources", 0), store))
    command = ["publish", "-s", store, "-o", release, "--date", "2024-01-01"]
    longest = seconds_of(command)
    whole = contents(release)
    for number in range(rounds(2)):
        pair = [start(*command) for _ in range(2)]
        for process in pair:
            text = ended(process)
            if process.returncode != 0 and "tela: " not in text:
                faults.append(f"two releases: status {process.returncode}: {text[-300:]}")
        kill_somewhen(command, longest)
        if contents(release) != whole:
            faults.append(f"releases, round {number}: the folder is no whole release")
    run(*command)
    if left := strangers(folder, {"sources", "store", "release"}):
        faults.append(f"releases left {left}")


def check_planted(folder, faults):
    """Links under every name that was used before are not followed, and nothing foreign is replaced."""
    sources = write_sources(folder / "sources", 2)
    precious = folder / "precious"
    precious.write_text("years of work", encoding="utf-8")
    for name in (".store.sources", ".store.lock", ".store.tmp", f".store.{'0' * 32}.tmp"):
        (folder / name).symlink_to(precious)
    status, _, said = run(*build(sources, folder / "store"))
    if status != 0 and "tela: " not in said:
        faults.append(f"planted links: status {status}: {said[-300:]}")
    (folder / ".store.lock").unlink()
    if run(*build(sources, folder / "store"))[0] != 0:
        faults.append("planted links: no store is built")
    device = folder / "device"
    device.symlink_to("/dev/null")  # should the check fail, the link is lost, not the device
    for target in (precious, sources / "more.ttl", device):
        if run(*build(sources, target))[0] == 0:
            faults.append(f"a store replaces {target}")
    if run("publish", "-s", folder / "store", "-o", sources, "--date", "2024-01-01")[0] == 0:
        faults.append("a release replaces a folder of sources")
    if precious.read_text(encoding="utf-8") != "years of work" or not device.is_char_device():
        faults.append("something precious was written to")


def main():
    faults = []
    for check in (check_builds, check_killed_builds, check_releases, check_planted):
        with temporary("races") as folder:
            check(pathlib.Path(folder), faults)
        print(f"{check.__name__}: {len(faults)} faults so far")
    end(faults, "builds and releases at once and killed, planted links")


if __name__ == "__main__":
    main()
