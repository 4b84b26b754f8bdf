#!/usr/bin/env python3
"""Opens networks as one HTML file by a double click, in headless Chromium: by mouse, by keyboard, in three languages, with labels that are markup;
and looks that they ask nobody, complain of nothing, and that axe-core finds nothing.

usage: check_html_network.py TELA STORE NODE_MODULES
Needs Debian's chromium-driver and python3-selenium, else it is skipped; without axe-core in NODE_MODULES that part is.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "server")]
from browser import axe_findings, browser, wait  # skips where there is none
from running_server import Faults

from selenium.webdriver.common.keys import Keys

TELA, STORE, MODULES = sys.argv[1:]
faults = Faults()
check = faults.check
EVIL = '</script><script>document.title = "taken"</script>&"'


def graph(file, *arguments, store=STORE):
    subprocess.run([TELA, "graph", *arguments, "-q", "-s", store, "-f", "html", "-o", file], check=True)


def open_page(driver, file):
    driver.get("about:blank")
    driver.get(file.as_uri())
    wait(driver, lambda: driver.execute_script("return document.documentElement.classList.contains('ready')"), "the script does not run")


def panel(driver):
    return driver.execute_script("return document.querySelector('.panel').innerText")


def press(driver, *keys):
    driver.switch_to.active_element.send_keys(*keys)


def check_accessible(driver, where):
    found = axe_findings(driver, MODULES)
    if found is None:
        print("axe-core is not there: not checked:", where)
        return
    check(f"axe-core, {where}", [], found)


def check_use(driver, file):
    open_page(driver, file)
    check_accessible(driver, "nothing chosen")
    driver.execute_script("[...document.querySelectorAll('.node')].find((n) => n.textContent === 'Honduras')"
                          ".dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    ties = driver.execute_script("return [...document.querySelectorAll('.panel li')].map((n) => n.textContent)")
    weights = [float(tie.split()[-1]) for tie in ties]
    check("a click tells the strongest ties first", (True, sorted(weights, reverse=True)),
          ("El Salvador shared projects 6" in ties, weights))
    check_accessible(driver, "a node chosen")
    driver.execute_script("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    check_accessible(driver, "tables open")
    press(driver, Keys.ESCAPE)
    check("Escape lets go", 0, driver.execute_script("return document.querySelectorAll('.chosen').length"))


def check_keyboard(driver, file):
    open_page(driver, file)
    for _ in range(12):
        press(driver, Keys.TAB)
        if driver.execute_script("return document.activeElement.matches('.node')"):
            break
    first = driver.execute_script("return document.activeElement.getAttribute('aria-label')")
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT, Keys.ARROW_UP):
        press(driver, key)
    check("arrows go from node to node", True, driver.execute_script("return document.activeElement.matches('.node')"))
    press(driver, Keys.ENTER)
    check("Enter chooses", driver.execute_script("return document.activeElement.textContent"), panel(driver).split("\n")[0])
    check("one stop for Tab", 1, driver.execute_script("return document.querySelectorAll('.node[tabindex=\"0\"]').length"))
    check("a node has a name", True, bool(first))
    search = driver.find_element("id", "find")
    search.send_keys("salva", Keys.ENTER)
    check("search", "El Salvador", panel(driver).split("\n")[0])
    search.clear()
    search.send_keys("xyz", Keys.ENTER)
    check("search without an answer", "Nothing found", panel(driver).strip())
    before = driver.execute_script("return document.querySelector('.picture svg').getAttribute('viewBox')")
    for button in ("nearer", "farther", "nearer", "whole"):
        driver.find_element("id", button).click()
    check("the whole picture comes back", before, driver.execute_script("return document.querySelector('.picture svg').getAttribute('viewBox')"))


def check_phone(driver, file):
    driver.set_window_size(400, 800)
    open_page(driver, file)
    check("no sideways scroll", True, driver.execute_script("return document.documentElement.scrollWidth <= innerWidth"))
    driver.set_window_size(1300, 900)


def check_languages(driver, folder):
    for language, word in (("fr", "Rechercher"), ("es", "Buscar")):
        graph(folder / f"{language}.html", "states", "--ego", "HN", "--by", "beneficiaries", "--lang", language)
        open_page(driver, folder / f"{language}.html")
        check(f"words of {language}", word, driver.execute_script("return document.querySelector('label').textContent"))
        check(f"language {language}", language, driver.execute_script("return document.documentElement.lang"))


def check_switch(driver, folder):
    """One file in three languages: labels, words and titles change with a button, and what is chosen stays."""
    file = folder / "titled.html"
    graph(file, "states", "--ego", "HN", "--by", "beneficiaries", "--title", "Wer mit wem <&>", "--caption", "Source: IOM, 2026")
    open_page(driver, file)
    check("a title of one's own", "Wer mit wem <&>", driver.execute_script("return document.querySelector('h1').textContent"))
    check("a caption", "Source: IOM, 2026", driver.execute_script("return document.querySelector('.caption').textContent"))
    choose = "[...document.querySelectorAll('.node')].find((n) => n.textContent === arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    driver.execute_script(choose, "Mexico")
    for language, label, word, state in (("fr", "Rechercher", "Projets communs", "Mexique"), ("es", "Buscar", "Proyectos en común", "México"),
                                         ("en", "Search", "Shared projects", "Mexico")):
        driver.find_element("css selector", f".languages [lang={language}]").click()
        check(f"words of {language}", label, driver.execute_script("return document.querySelector('label').textContent"))
        check(f"the page is in {language}", language, driver.execute_script("return document.documentElement.lang"))
        check(f"what is chosen in {language}", state, panel(driver).split("\n")[0])
        check(f"kinds of ties in {language}", True, word.lower() in panel(driver).lower())
        rows = driver.execute_script("return document.querySelector('tbody').textContent")
        check(f"the table in {language}", True, state in rows and word.lower() in rows.lower())
        check(f"the title of one's own in {language}", "Wer mit wem <&>", driver.title)
    check_accessible(driver, "another language")


def check_hostile(driver, folder):
    (folder / "evil.ttl").write_text(
        "@prefix e: <http://e.example/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"e:a e:knows e:b ; rdfs:label '''{EVIL}''' . e:b rdfs:label 'b' .", encoding="utf-8")
    subprocess.run([TELA, "build", folder / "evil.ttl", "-q", "-s", folder / "evil"], check=True)
    graph(folder / "evil.html", "resources", store=folder / "evil")
    open_page(driver, folder / "evil.html")
    labels = driver.execute_script("return [...document.querySelectorAll('.node text')].map((n) => n.textContent)")
    check("a label that is markup is a label", True, EVIL in labels)
    check("the title stays", False, driver.title == "taken")
    driver.execute_script("const s = document.createElement('script'); s.textContent = 'document.title = \"taken\"'; document.body.append(s)")
    check("the policy allows no other script", False, driver.title == "taken")


with tempfile.TemporaryDirectory() as name, browser() as driver:
    folder = pathlib.Path(name)
    page = folder / "honduras.html"
    graph(page, "states", "--ego", "HN", "--by", "beneficiaries")
    text = page.read_text(encoding="utf-8")
    check("no address but names of things", [], re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?[^"\')\s]+', text))
    driver.set_window_size(1300, 900)
    check_use(driver, page)
    check_keyboard(driver, page)
    check_phone(driver, page)
    check_languages(driver, folder)
    check_switch(driver, folder)
    complaints = [entry["message"] for entry in driver.get_log("browser")]
    check("the browser complains of nothing", [], complaints)
    check_hostile(driver, folder)
faults.exit()
