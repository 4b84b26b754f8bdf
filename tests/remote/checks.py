"""What the scripts beside it share: the program under test, and a list of what did not hold."""
import subprocess
import sys

TELA = sys.argv[1]
FAULTS = []


def check(name, holds, said=""):
    print(("ok    " if holds else "FAULT ") + name, flush=True)
    if not holds:
        FAULTS.append(f"{name}: {said}")


def tela(*arguments):
    return subprocess.run([TELA, *arguments], capture_output=True, text=True, timeout=600, check=False)
