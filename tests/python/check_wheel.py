#!/usr/bin/env python3
"""Builds a wheel around the module that is there, installs it into a folder, and asks the store of data/ with it.

usage: check_wheel.py STORE SOURCE_DIR MODULE
Needs hatchling and pip (Debian: python3-hatchling python3-pip), else it is skipped.
"""
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

STORE, SOURCE, MODULE = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
for needed in ("hatchling", "pip"):
    if not importlib.util.find_spec(needed):
        print(f"skipped: {needed} is not installed")
        sys.exit(77)

ASK = """
import pathlib, sys, tela
assert pathlib.Path(tela.__file__).parents[1] == pathlib.Path(sys.argv[1]), tela.__file__
print(tela.__version__, len(tela.open(sys.argv[2]).query("SELECT ?s { ?s a tela:State }")) > 100)
"""

with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch).resolve()
    module = folder / MODULE.name
    subprocess.run(["strip", "--strip-debug", "-o", module, MODULE], check=True)
    plain = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LD_PRELOAD")}
    # The folder is copied, since back-ends leave traces where they build.
    package = folder / "repository/src/python"
    shutil.copytree(SOURCE / "src/python", package)
    shutil.copy(SOURCE / "CMakeLists.txt", folder / "repository")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]
    subprocess.run([*pip, "wheel", "--no-build-isolation", "--no-deps", "-w", folder, package], check=True,
                   env=plain | {"TELA_PYTHON_MODULE": str(module)})
    wheel, = folder.glob("*.whl")
    assert "-cp3" in wheel.name and "-linux_" in wheel.name, f"{wheel.name} claims to run elsewhere"
    names = zipfile.ZipFile(wheel).namelist()
    assert {"tela/__init__.py", "tela/py.typed", "tela/_tela.pyi", f"tela/{module.name}"} <= set(names), names
    installed = folder / "installed"
    subprocess.run([*pip, "install", "--no-index", "--no-deps", "--target", installed, wheel], check=True, env=plain)
    run = subprocess.run([sys.executable, "-c", ASK, installed, STORE], capture_output=True, text=True,
                         env=os.environ | {"PYTHONPATH": str(installed)})
    assert run.returncode == 0 and run.stdout.endswith(" True\n"), run.stdout + run.stderr
    print(wheel.name, run.stdout.strip())
