"""Runs the program until a wish ends it: what check_functions.py and check_readers.py share."""
import pathlib
import signal
import subprocess
import time

LIMIT = 0.5  # seconds until the wish
PATIENCE = 20  # seconds after it, for sanitizers and busy machines
WISHES = {"the time limit": None, "SIGINT": signal.SIGINT, "SIGTERM": signal.SIGTERM}


def wait_for_handler(process):
    """Until the process catches SIGINT, which on a busy machine takes a while."""
    while process.poll() is None:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        caught = int(status.split("SigCgt:")[1].split()[0], 16)
        if caught >> (signal.SIGINT - 1) & 1:
            return
        time.sleep(0.01)


def end(name, wish, command, faults, after=LIMIT):
    """Runs the command until the wish, prints how late it ended, and notes what is wrong."""
    number = WISHES[wish]
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        if number is not None:
            wait_for_handler(process)
            time.sleep(after)
            start = time.monotonic() - after
            process.send_signal(number)
        try:
            _, message = process.communicate(timeout=after + 10 * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            _, message = process.communicate()
    late = time.monotonic() - start - after
    print(f"{late * 1000:7.0f} ms after {wish:14}  {name}", flush=True)
    said = message.decode(errors="replace").strip()[-200:]
    if process.returncode != 3:
        faults.append(f"{name}, {wish}: status {process.returncode}: {said}")
    elif late > PATIENCE:
        faults.append(f"{name}, {wish}: ended {late:.1f} s late")


def wish_of(number):
    """Wishes take turns, so that a long table is met by all of them in a third of the time."""
    return list(WISHES)[number % len(WISHES)]

