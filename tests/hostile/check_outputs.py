#!/usr/bin/env python3
"""Whatever the output is, it is written to, or replaced whole, or refused with a message; signals end what waits.

usage: check_outputs.py TELA
"""
import os
import pathlib
import resource
import signal
import socket
import stat
import subprocess
import threading
import time

from hostile import PATIENCE, TELA, end, run, temporary, write_sources

ROWS = "SELECT * { VALUES ?x { 1 2 3 } }"
QUERY = ["query", "-f", "csv", "-e", ROWS]
ANSWER = b"x\r\n1\r\n2\r\n3\r\n"
FAULTS = []


def expect(holds, what):
    if not holds:
        FAULTS.append(what)


def check_streams(folder, data):
    """Devices, pipes and sockets are written to, and are there afterwards."""
    query = [*QUERY, "-d", data]
    null = folder / "null"
    try:
        os.mknod(null, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except PermissionError:
        null.symlink_to("/dev/null")
    expect(run(*query, "-o", null)[0] == 0 and null.is_char_device(), "a device is no device any more")
    for name in ("/dev/stdout", "/proc/self/fd/1"):
        expect(run(*query, "-o", name)[1] == ANSWER, f"-o {name} does not reach standard output")
    (folder / "link").symlink_to("/proc/self/fd/1")
    expect(run(*query, "-o", folder / "link")[1] == ANSWER and (folder / "link").is_symlink(),
           "a link to standard output was replaced")
    with open(folder / "file", "w+b") as file:
        subprocess.run([TELA, *query, "-o", "/dev/stdout"], stdout=file, check=True, timeout=PATIENCE)
        file.seek(0)
        expect(file.read() == ANSWER, "-o /dev/stdout > FILE")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    run(*query, "-o", pipe)
    reader.join(PATIENCE)
    expect(got == [ANSWER] and stat.S_ISFIFO(pipe.stat().st_mode), "a pipe is written to")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket"))
        server.listen(1)
        run(*query, "-o", folder / "socket")
        connection, _ = server.accept()
        expect(connection.recv(1000) == ANSWER, "a socket is written to")
        connection.close()
    expect(run(*query, "-o", folder)[0] == 1, "a folder is refused")


def check_full(data):
    for command in (["--help"], ["--version"], ["build", "--help"], [*QUERY, "-d", data]):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([TELA, *command], stdout=full, stderr=subprocess.PIPE, check=False,
                                     timeout=PATIENCE)
        expect(process.returncode == 1 and b"No space left" in process.stderr,
               f"{command[0]} to a full disk: status {process.returncode}")


def check_file_size(folder, sources):
    """A limit of the file's size is an error of that file, and nothing is left behind."""
    place = folder / "limited"
    place.mkdir()
    status, _, said = run("build", sources, "-s", place / "store",
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
    expect(status == 1 and "File too large" in said, f"a limit of file size: status {status}: {said[-200:]}")
    expect(not list(place.iterdir()), f"a limit of file size leaves {list(place.iterdir())}")


def check_signals(folder, data):
    """Ctrl-C and SIGTERM end what waits for a pipe or for standard input, at once and with status 3."""
    idle = folder / "idle.ttl"
    os.mkfifo(idle)
    waiting = {"data from a pipe": [*QUERY, "-d", idle], "a query from standard input": ["query", "-", "-d", data],
               "a pipe to write to": [*QUERY, "-d", data, "-o", idle],
               "a reader of standard output": ["dump", "-s", folder / "store"]}
    for what, command in waiting.items():
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([TELA, *map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            time.sleep(2)
            process.send_signal(number)
            begin = time.monotonic()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
            said = process.stderr.read().decode()
            expect(process.returncode == 3 and time.monotonic() - begin < 10,
                   f"{what}, signal {number}: status {process.returncode}: {said[-300:]}")
            process.communicate()


def check_cut_store(folder):
    """A store that is cut or overwritten in place while a query runs ends with a message, not with SIGBUS."""
    store = folder / "cut"
    whole = (folder / "store").read_bytes()
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) < STR(?f)) }"
    for what, spoil in {"cut": lambda: os.truncate(store, 4096),
                        "overwritten": lambda: store.open("r+b").write(os.urandom(len(whole)))}.items():
        store.write_bytes(whole)
        process = subprocess.Popen([TELA, "query", "-s", store, "--timeout", "6", "-e", cross],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(1)
        spoil()
        _, said = process.communicate(timeout=PATIENCE)
        expect(process.returncode in (1, 3) and b"tela: " in said,
               f"a store {what} while it is read: status {process.returncode}: {said[-300:]}")


def main():
    with temporary("outputs") as folder:
        folder = pathlib.Path(folder)
        data = folder / "data.ttl"
        data.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
        sources = write_sources(folder / "sources", 60)
        run("build", sources, "-s", folder / "store")
        check_streams(folder, data)
        check_full(data)
        check_file_size(folder, sources)
        check_signals(folder, data)
        check_cut_store(folder)
        (folder / "none.xml").write_text("<records></records>", encoding="utf-8")
        status, _, said = run("extract", folder / "none.xml")
        expect(status == 1 and "no record" in said, f"extract without a record: status {status}: {said}")
    end(FAULTS, "devices, pipes, sockets, full disks, signals, stores cut while they are read")


if __name__ == "__main__":
    main()
