#!/usr/bin/env python3
"""A release appears whole or not at all: publishes over a release and kills the program at many points; the old
release stays as it was, and the next run leaves nothing behind. A folder of somebody else is refused.

usage: check_whole.py RELEASE TELA STORE
"""
import pathlib
import subprocess
import sys
import tempfile
import time

tela, store = sys.argv[2:4]


def publish(folder, date, **options):
    return subprocess.Popen([tela, "publish", "-q", "-s", store, "-o", str(folder), "--date", date],
                            stderr=subprocess.PIPE, **options)


def expect(condition, message):
    if not condition:
        sys.exit("check_whole.py: " + message)


# In memory where that can be: a release is synced with all that its disk has yet to write.
memory = pathlib.Path("/dev/shm")
with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
    folder = pathlib.Path(place) / "release"
    start = time.monotonic()
    expect(publish(folder, "2026-05-01").wait() == 0, "cannot publish")
    seconds = time.monotonic() - start
    old = (folder / "SHA256SUMS").read_bytes()
    for part in range(5):
        run = publish(folder, "2026-06-01")
        time.sleep(seconds * part / 5)
        run.kill()
        run.wait()
        expect((folder / "dcat.ttl").is_file(), "no release after a kill")
        now = (folder / "SHA256SUMS").read_bytes()
        check = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, capture_output=True,
                               text=True, check=False)
        expect(check.returncode == 0, "a half release: " + check.stdout[:300] + check.stderr[:300])
        if now != old:  # it was killed behind the exchange
            break
    expect(publish(folder, "2026-07-01").wait() == 0, "cannot publish after kills")
    left = [path.name for path in pathlib.Path(place).iterdir()]
    expect(left == ["release"], f"left behind: {left}")

    foreign = pathlib.Path(place) / "thesis"
    foreign.mkdir()
    (foreign / "chapter.txt").write_text("mine")
    run = publish(foreign, "2026-05-01", text=True)
    _, message = run.communicate()
    expect(run.returncode == 2 and "not a release" in message, f"a foreign folder: {run.returncode} {message}")
    expect([path.name for path in foreign.iterdir()] == ["chapter.txt"], "a foreign folder was touched")
print("the old release stood after every kill")
