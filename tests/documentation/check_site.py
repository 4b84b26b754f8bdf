#!/usr/bin/env python3
"""Makes the documentation site and follows it: every page is valid HTML, every link and anchor leads somewhere, every command
and question has its page, nothing is asked of anybody else; and, where there is Chromium, axe-core finds nothing and a
phone needs no sideways scroll.

usage: check_site.py TELA REPOSITORY NODE_MODULES
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import unquote, urlsplit

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "server")]
from running_server import Faults

TELA, REPOSITORY, MODULES = sys.argv[1:]
MAKE = pathlib.Path(REPOSITORY) / "src/documentation/make_site.py"
faults = Faults()
check = faults.check


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


try:
    import html5lib
    import yaml
except ImportError:
    skip("python3-html5lib or python3-yaml is not installed")
if not shutil.which("cmark-gfm") or not shutil.which("mandoc"):
    skip("cmark-gfm or mandoc is not installed")


def parse(page):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.read_text(encoding="utf-8"))


def check_ids(page, document, anchors):
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    check(f"{page}: ids stand once", len(set(ids)), len(ids))
    anchors[page] = set(ids)


def check_links(page, document, anchors):
    """Links stay within the site or are plain addresses; what is loaded always stays within."""
    for element in document.iter():
        if element.tag not in ("a", "img", "link", "script", "iframe"):
            continue
        written = element.get("href") or element.get("src") or ""
        parts = urlsplit(written)
        if parts.scheme and element.tag == "a":
            continue
        check(f"{page}: {element.tag} {written} asks nobody else", "", parts.scheme + parts.netloc)
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        check(f"{page}: {written} is there", True, target.is_file())
        if parts.fragment and target in anchors:
            check(f"{page}: {written} has its anchor", True, unquote(parts.fragment) in anchors[target])


def check_contents(site):
    commands = {line.split()[0] for line in subprocess.run([TELA, "--help"], capture_output=True, text=True).stdout
                .split("Subcommands:")[1].splitlines() if line.startswith("  ") and line[2] != " "}
    check("a page a command", set(), {c for c in commands if not (site / f"manual/tela-{c}.html").is_file()})
    questions = {path.stem for path in pathlib.Path(REPOSITORY).glob("queries/*.rq")}
    check("a page a question", (set(), True), ({q for q in questions if not (site / f"queries/{q}.html").is_file()}, bool(questions)))
    rooms = {path.parent.name for path in pathlib.Path(REPOSITORY).glob("src/*/README.md")}
    check("a page a room", (set(), True), ({r for r in rooms if not (site / f"src/{r}/index.html").is_file()}, bool(rooms)))


def check_refusals(folder):
    """A link that leads nowhere is told with its file, and nothing is left behind."""
    broken = folder / "broken"
    (broken / "queries").mkdir(parents=True)
    (broken / "README.md").write_text("# A\n\n[there](no/such.md)\n")
    run = subprocess.run([sys.executable, MAKE, TELA, broken, folder / "none"], capture_output=True, text=True)
    check("a broken link", (1, "README.md: the link no/such.md leads nowhere\n"), (run.returncode, run.stderr))
    (broken / "README.md").write_text("# A\n\n[up](../../../etc/passwd)\n")
    run = subprocess.run([sys.executable, MAKE, TELA, broken, folder / "none"], capture_output=True, text=True)
    check("a link out of the repository", 1, run.returncode)
    check("half a site", ["broken", "site"], sorted(path.name for path in folder.iterdir()))


def check_in_browser(site):
    from browser import axe_findings, browser  # ends the test where there is none
    driver = browser()
    try:
        for name in ("index.html", "manual/tela-graph.html", "queries/chairs-of-a-process.html", "tests/bench/index.html"):
            driver.get((site / name).as_uri())
            found = axe_findings(driver, MODULES)
            print(f"axe-core is not there: not checked: {name}") if found is None else check(f"axe-core, {name}", [], found)
            driver.set_window_size(400, 800)
            check(f"{name}: no sideways scroll", True, driver.execute_script("return document.documentElement.scrollWidth <= innerWidth"))
            driver.set_window_size(1300, 900)
    finally:
        driver.quit()


with tempfile.TemporaryDirectory() as scratch:
    site = pathlib.Path(scratch).resolve() / "site"
    subprocess.run([sys.executable, MAKE, TELA, REPOSITORY, site], check=True)
    pages = sorted(site.rglob("*.html"))
    documents = {page: parse(page) for page in pages}
    anchors = {}
    for page, document in documents.items():
        check_ids(page, document, anchors)
    for page, document in documents.items():
        check_links(page, document, anchors)
    check_contents(site)
    check_refusals(site.parent)
    if faults.texts:
        faults.exit()
    check_in_browser(site)
faults.exit()
