#!/usr/bin/env python3
"""Runs the blocks of queries/notebooks/R.md by Rscript; skipped (status 77) where there is none.

usage: check_r.py SOURCE_DIR TELA STORE
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

source, tela, store = map(pathlib.Path, sys.argv[1:])
if not shutil.which("Rscript"):
    print("skipped: Rscript is not installed")
    sys.exit(77)
blocks = re.findall(r"^```r\n(.*?)^```", (source / "queries/notebooks/R.md").read_text(encoding="utf-8"), re.M | re.S)
with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "PATH": f"{tela.parent}:{os.environ['PATH']}", "TELA_STORE": str(store)}
    script = pathlib.Path(folder, "blocks.R")
    script.write_text("\n".join(blocks), encoding="utf-8")
    run = subprocess.run(["Rscript", script], cwd=folder, env=environment, capture_output=True, text=True)
    print(run.stdout, run.stderr)
    assert run.returncode == 0 and len(blocks) >= 4
    assert "El Salvador" in run.stdout and re.search(r"strongest\s*\n\s*\d+ +\d+ +7\b", run.stdout), run.stdout
