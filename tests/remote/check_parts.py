"""Pages read in parts by several processes, one of them killed and started again, give the store of one build, byte for
byte; a part that failed, is missing, cut or changed is named. Usage: check_parts.py TELA"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import time

import web_archive
from checks import FAULTS, TELA, check, tela

PAGES, ARCHIVES, SHARES = 200, 10, 4
SUFFIXES = [".warc.gz", ".warc"] + ([".warc.zst"] if shutil.which("zstd") else [])
# The first is known by an id that only the second one can name.
WAITING = '<records><record kind="project"><title>Un pont</title><prima-id>PX.0001</prima-id></record></records>'
NAMING = ('<records><record kind="project"><title>Un pont</title><id>Q36-805</id><prima-id>PX.0001</prima-id></record>'
          '<record kind="project"><title></title></record></records>')


def sources():
    os.mkdir("crawl")
    for number in range(ARCHIVES):
        suffix = SUFFIXES[number % len(SUFFIXES)]
        web_archive.write(f"crawl/{number:02d}{suffix}", number * PAGES // ARCHIVES, PAGES // ARCHIVES)
    for name, text in (("waiting.xml", WAITING), ("zz-naming.xml", NAMING)):
        with open(f"crawl/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    names = sorted("crawl/" + name for name in os.listdir("crawl"))
    with open("list", "w", encoding="utf-8") as file:
        file.write("\n".join(names) + "\n")
    return names


def part(number, output):
    return ["extract", "-f", "nquads", "--list", "list", "--part", f"{number}/{SHARES}", "-o", output]


def read_in_parts():
    """One process is killed when it has written something that nobody takes: it can have written no more."""
    others = [subprocess.Popen([TELA, *part(n, f"parts/{n}.nq.zst")], stderr=subprocess.DEVNULL) for n in (1, 3)]
    with subprocess.Popen([TELA, *part(2, "-")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as killed:
        with open("parts/2.nq", "wb") as file:
            file.write(killed.stdout.read(3000))
        killed.kill()
    check("the others end well", all(process.wait(300) == 0 for process in others))


def fault_of(*arguments):
    run = tela("build", *arguments, "-s", "broken", "--skip-rejected", "9")
    check("nothing is written", run.returncode == 1 and not os.path.exists("broken"), run.stderr)
    return run.stderr


def check_faults(names):
    told = fault_of("parts")
    check("a cut part is named", "parts/2.nq: the part ends before all of it was written" in told, told)
    check("a missing part is named", "part 4 of 4 is missing" in told, told)
    run = tela(*part(2, "parts/2.nq"))
    check("a part is made again", run.returncode == 0, run.stderr)
    check("rejected records are told", "record" in run.stderr, run.stderr)
    check("the last one, too", tela(*part(4, "parts/4.nq.gz")).returncode == 0)
    with open("list2", "w", encoding="utf-8") as file:
        file.write("\n".join(names + ["crawl/99.warc"]) + "\n")
    told = fault_of("parts", "--parts-of", "list2")
    check("a file that no part has read is named", "crawl/99.warc: no part has read it" in told, told)
    shutil.copytree("parts", "twice")
    shutil.copy("parts/2.nq", "twice/2-again.nq")
    told = fault_of("twice")
    check("a part that is there twice is named", "part 2 of 4 stands in" in told, told)
    told = fault_of("parts", names[0])
    check("a source beside its part is named", f"{names[0]}: is in the part parts/" in told, told)
    tela("extract", "-f", "nquads", names[0], "-o", "one.nq")
    told = fault_of("parts", "one.nq")
    check("a source in parts of two lists is named", f"{names[0]}: is in the part" in told, told)
    with open("parts/2.nq", encoding="utf-8") as file:
        text = file.read()
    shutil.copytree("parts", "changed")
    with open("changed/2.nq", "w", encoding="utf-8") as file:
        file.write(text.replace("Honduras", "Hondubas", 1))
    told = fault_of("changed")
    check("a changed part is named", "changed/2.nq: the part has been changed" in told, told)
    with open("bad.nq", "w", encoding="utf-8") as file:
        file.write('# tela part {"part":1}\n# tela source [1]\n')
    told = fault_of("bad.nq")
    check("a part with damaged comments is named", "bad.nq: a comment of the part is damaged" in told, told)
    told = fault_of("parts", "--base-iri", "https://example.org/")
    check("parts of another base are named", "was read in another way" in told, told)


def check_same():
    whole = tela("build", *open("list", encoding="utf-8").read().split(), "-s", "whole", "--skip-rejected", "1", "--derive")
    joined = tela("build", "parts", "-s", "joined", "--skip-rejected", "1", "--parts-of", "list", "--derive")
    check("both are built", whole.returncode == joined.returncode == 0, whole.stderr + joined.stderr)
    check("byte for byte the same", filecmp.cmp("whole", "joined", shallow=False))
    accounts = [[line for line in run.stderr.splitlines() if "records read" in line] for run in (whole, joined)]
    check("with the same account", accounts[0] == accounts[1] and accounts[0], accounts)
    check("rejected without leave, it is not", tela("build", "parts", "-s", "broken").returncode == 1)
    check("over a store of the sources, it is the same", tela(
        "build", "parts", "-s", "whole", "--skip-rejected", "1", "--derive").returncode == 0
        and filecmp.cmp("whole", "joined", shallow=False))
    os.rename("crawl/waiting.xml", "crawl/away.xml")
    told = fault_of("parts")
    check("a source that has to be read once more is named", "crawl/waiting.xml" in told, told)
    os.rename("crawl/away.xml", "crawl/waiting.xml")


def check_failing(names):
    with open(names[0], "rb") as file:
        cut = file.read()[:-100]
    with open("cut.warc.gz", "wb") as file:
        file.write(cut)
    run = tela("extract", "-f", "nquads", "cut.warc.gz", "-o", "cut.nq")
    check("a part of a cut archive fails, and is not there",
          run.returncode == 1 and not os.path.exists("cut.nq") and "cut.warc.gz" in run.stderr, run.stderr)
    run = tela("extract", "-f", "nquads", "cut.warc.gz")
    with open("cut.nq", "w", encoding="utf-8") as file:
        file.write(run.stdout)
    told = fault_of("cut.nq")
    check("on standard output it has no end", "cut.nq: the part ends before" in told, told)


def shell(name, command, parts):
    """The line of the README, with this program."""
    line = command.replace("tela extract", TELA + " extract")
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=300, check=False)
    check(f"{name} runs", run.returncode == 0, run.stderr)
    tela("build", parts, "-s", "by-" + name, "--parts-of", "short")
    check(f"{name} gives the same", filecmp.cmp("short-store", "by-" + name, shallow=False))


def check_shells(names):
    with open("short", "w", encoding="utf-8") as file:
        file.write("\n".join(names[:3]) + "\n")
    tela("build", *names[:3], "-s", "short-store")
    if shutil.which("parallel"):
        shell("parallel", "parallel --will-cite -j4 tela extract -f nquads --quiet --list short --part {}/3 -o p/{}.nq.zst ::: {1..3}", "p")
    # What an array of Slurm and a pipe of Spark do, without them.
    shell("slurm", "for SLURM_ARRAY_TASK_ID in 1 2 3; do tela extract -f nquads --quiet --list short "
                   "--part $SLURM_ARRAY_TASK_ID/3 -o s/$SLURM_ARRAY_TASK_ID.nq.zst; done", "s")
    shell("spark", "split -l 1 short k-; touch k-x k-y; mkdir k; for i in k-*; do tela extract -f nquads --quiet --list - <$i >k/$i.nq; done", "k")


def main():
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in ("parts", "p", "s"):
            os.mkdir(name)
        names = sources()
        read_in_parts()
        check_faults(names)
        check_same()
        check_failing(names)
        check_shells(names)
        os.chdir("/")
    print(f"{time.monotonic() - began:.0f} s")
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
