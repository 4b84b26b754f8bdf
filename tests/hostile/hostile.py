"""What the checks of this folder share: running the program, sources to build from, rounds, faults."""
import os
import subprocess
import sys
import tempfile

TELA = sys.argv[1]
PATIENCE = 120  # seconds after which a run counts as one that does not end
CRASHES = ("AddressSanitizer", "runtime error:", "LeakSanitizer", "terminate called")

PROJECT = """Border project {0}

  • Project Status
    Active
  • Projects ID
    {0}
  • Benefiting Member States
    Belize Costa Rica Honduras

A project that strengthens borders.
"""


def rounds(usual):
    return int(os.environ.get("TELA_HOSTILE_ROUNDS", usual))


def run(*arguments, **options):
    """Its status, what it printed and what it said; a run that crashed or hangs ends the check."""
    try:
        process = subprocess.run([TELA, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 timeout=PATIENCE, check=False, **options)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{arguments}: still running after {PATIENCE} s") from None
    said = process.stderr.decode(errors="replace")
    if process.returncode < 0 or any(word in said for word in CRASHES):
        raise SystemExit(f"{arguments}: crashed with {process.returncode}: {said[-3000:]}")
    return process.returncode, process.stdout, said


def write_sources(folder, projects):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(projects):
        name = f"Q{number}-805"
        (folder / f"{name}.txt").write_text(PROJECT.format(name), encoding="utf-8")
    (folder / "more.ttl").write_text("<urn:a> <urn:p> [ <urn:q> 'x'@fr, 1.5 ] .", encoding="utf-8")
    return folder


def contents(folder):
    """Path and bytes of everything below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def end(faults, done):
    for fault in faults:
        print("FAULT", fault)
    print(f"{done}; {len(faults)} faults")
    sys.exit(1 if faults else 0)


def temporary(name):
    return tempfile.TemporaryDirectory(prefix=f"tela-{name}-")
