#!/usr/bin/env python3
"""The units for systemd are well-formed, and what they start takes the options they give.

usage: check_units.py TELA STORE SHARED_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from running_server import Faults

TELA = pathlib.Path(sys.argv[1]).resolve()
UNITS = pathlib.Path(__file__).parents[2] / "src/server"
faults = Faults()


def verify(folder):
    if shutil.which("systemd-analyze") is None:
        print("skipped: there is no systemd-analyze")
        sys.exit(77)
    service = (UNITS / "tela.service").read_text(encoding="utf-8").replace("/usr/bin/tela", str(TELA))
    (folder / "tela.service").write_text(service, encoding="utf-8")
    shutil.copy(UNITS / "tela.socket", folder)
    done = subprocess.run(["systemd-analyze", "verify", folder / "tela.service", folder / "tela.socket"],
                          capture_output=True, text=True, check=False)
    about_ours = [line for line in (done.stdout + done.stderr).splitlines() if "tela" in line]
    faults.check("systemd-analyze verify", [], about_ours)


def options():
    known = subprocess.run([TELA, "serve", "--help"], capture_output=True, text=True, check=True).stdout
    command = re.search(r"^ExecStart=(.*)", (UNITS / "tela.service").read_text(encoding="utf-8"), re.M).group(1)
    for option in re.findall(r"--[a-z-]+", command):
        faults.check(f"the option {option}", True, option in known)


options()
with tempfile.TemporaryDirectory() as name:
    verify(pathlib.Path(name))
faults.exit()
