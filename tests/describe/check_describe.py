#!/usr/bin/env python3
"""Manual pages are read by groff, completions by the shells, and both tell all that --help tells.

usage: check_describe.py TELA
Where groff, zsh or fish is absent, that part is left out, and a line says so.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TELA = sys.argv[1]
ENVIRONMENT = {**os.environ, "PATH": f"{pathlib.Path(TELA).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def tela(*arguments):
    return subprocess.run([TELA, *arguments], capture_output=True, text=True, check=True).stdout


def commands_of(help_text):
    listed = help_text.split("Subcommands:\n")[1] if "Subcommands:" in help_text else ""
    return re.findall(r"^  ([a-z]\S*)", listed.split("\n\n")[0], re.MULTILINE)


def options_of(help_text):
    return set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", help_text, re.MULTILINE))


def present(program):
    if shutil.which(program):
        return True
    print(f"skipped: there is no {program}")
    return False


def check_manual(commands):
    for command in commands:
        page = tela("manual", command)
        assert page.startswith(f'.TH TELA-{command.upper()} 1 '), page[:80]
        for option in options_of(tela(command, "--help")):
            assert option.replace("-", "\\-") in page, (command, option)
        if shutil.which("groff"):
            groff = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-Kutf8"], input=page, capture_output=True, text=True)
            assert groff.returncode == 0 and groff.stderr == "", groff.stderr
    present("groff")
    with tempfile.TemporaryDirectory() as folder:
        tela("manual", "--folder", folder)
        names = set(os.listdir(folder))
        assert {"tela.1", "tela-graph-query.1"} | {f"tela-{command}.1" for command in commands} == names, names
    wrong = subprocess.run([TELA, "manual", "nothing"], capture_output=True, text=True)
    assert wrong.returncode == 2 and "there is no command tela nothing" in wrong.stderr, wrong


def bash_offers(*words):
    """What bash offers for the last word of the line."""
    script = "source <(tela completion bash); COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _tela; printf '%s\\n' \"${COMPREPLY[@]}\""
    shell = subprocess.run(["bash", "-c", script, "bash", "tela", *words], capture_output=True, text=True, env=ENVIRONMENT)
    assert shell.stderr == "", shell.stderr
    return set(shell.stdout.split())


def check_bash(commands):
    assert bash_offers("") >= set(commands), bash_offers("")
    assert bash_offers("gr") == {"graph"}
    assert bash_offers("graph", "--back") == {"--backbone"}
    assert bash_offers("graph", "--backbone", "") == {"none", "disparity", "sdsm"}
    assert bash_offers("graph", "states", "--format", "") == set(), "a shell offers files here"
    assert bash_offers("completion", "--") <= {"--help"}


def check_other_shells():
    if present("zsh"):
        script = "autoload -U compinit; compinit -D; source <(tela completion zsh); print $_comps[tela]"
        shell = subprocess.run(["zsh", "-f", "-c", script], capture_output=True, text=True, env=ENVIRONMENT)
        assert shell.stdout == "_tela\n" and shell.stderr == "", shell
    if present("fish"):
        script = "tela completion fish | source; complete -C 'tela graph --backbone '; complete -C 'tela li'"
        shell = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, env=ENVIRONMENT)
        assert {"disparity", "lint"} <= {line.split("\t")[0] for line in shell.stdout.splitlines()}, shell


def main():
    commands = commands_of(tela("--help"))
    assert {"build", "query", "graph", "manual"} <= set(commands), commands
    check_manual(commands)
    check_bash(commands)
    check_other_shells()


main()
