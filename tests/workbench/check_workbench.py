#!/usr/bin/env python3
"""Uses the workbench of `tela serve` as people do, in headless Chromium: by mouse, by keyboard, in three languages, on
a phone; with names that are markup; and looks that it asks nobody else, complains of nothing, and stays small.

usage: check_workbench.py TELA STORE NODE_MODULES [NAME…]
With names only the checks that hold one of them.
Needs Debian's chromium-driver and python3-selenium, else it is skipped; without axe-core in NODE_MODULES that part is.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "server")]
from browser import axe_findings, browser, wait  # skips where there is none
from running_server import Faults, RunningServer

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

TELA, STORE, MODULES, *ONLY = sys.argv[1:]
BASE = "https://w3id.org/tela/"
MOST_PACKED = 60_000
faults = Faults()
check = faults.check


class Page:
    """The workbench in one browser."""

    def __init__(self, driver, server):
        self.driver = driver
        self.url = server.url
        self.begin()

    def begin(self, fragment=""):
        """The page anew, as from a link."""
        self.driver.get("about:blank")
        self.driver.get(f"{self.url}/workbench{fragment}")
        self.until("main h1")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def until(self, selector, text=""):
        code = ("[...document.querySelectorAll(arguments[0])].find((n) => n.checkVisibility() && "
                "(n.innerText ?? n.textContent).includes(arguments[1]))")
        wait(self.driver, lambda: self.js(code, selector, text), f"no {selector} with “{text}”")
        return self.js(code, selector, text)

    def text(self, selector="main"):
        return self.one(selector).text

    def js(self, code, *values):
        return self.driver.execute_script("return " + code, *values)

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def tab_to(self, selector, most=40):
        """Goes on by the key Tab alone."""
        for _ in range(most):
            if self.js("document.activeElement.matches(arguments[0])", selector):
                return True
            self.press(Keys.TAB)
        return False

    def accessible(self, where):
        found = axe_findings(self.driver, MODULES)
        if found is None:
            print("axe-core is not there: not checked:", where)
            return
        check(f"axe-core, {where}", [], found)


def check_find(page):
    page.begin()
    field = page.one("#text")
    for text, name in [("Hondruas", "Honduras"), ("CRM", "Regional Conference on Migration"), ("HN", "Honduras"),
                       ("îles fidji", "Fiji"), ("camino", "")]:
        field.clear()
        field.send_keys(text)
        if name:
            wait(page.driver, lambda: page.all("#hits a") and page.all("#hits a")[0].text == name, f"{text} is not {name}")
    check("a kind has its number", True, "Project" in page.text() or not page.all(".tiles a")[0].is_displayed())
    page.accessible("find")


def check_questions(page):
    page.begin("#questions")
    page.until("#question-list a", "With whom a state shares projects")
    page.accessible("questions")
    page.until("#question-list a", "With whom a state shares projects").click()
    page.until("#count", "rows")
    check("the answer names the states", True, "El Salvador" in page.text(".result"))
    field = page.one("#parameter-state")
    field.clear()
    field.send_keys("guatem")
    page.until("[role=option]", "Guatemala")
    field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    check("the name stands in the field", "Guatemala", field.get_attribute("value"))
    field.send_keys(Keys.ENTER)
    wait(page.driver, lambda: "state=GT" in page.driver.current_url, "the address has no state")
    page.until(".result td", "Honduras")
    page.accessible("a question and its answer")


def check_table(page):
    page.begin("#questions?name=states-with-most-projects")
    page.until("#count", "rows")
    before = page.text(".result tbody tr")
    head = page.all(".result th button")[1]
    head.click()
    head.click()
    check("a sorted column says so", "descending", page.all(".result th")[1].get_attribute("aria-sort"))
    page.one("#filter").send_keys("hondur")
    page.until("#count", "1 of")
    check("the filter keeps what it says", True, "Honduras" in page.text(".result tbody") and before != "")


def check_facets(page):
    page.begin("#projects")
    page.until("#facet-theme")
    before = page.text("#count")
    page.accessible("projects and their facets")
    option = page.js("document.querySelector('#facet-region').options[1].textContent")
    count = option[option.rindex("(") + 1:-1]
    page.js("(() => { const f = document.querySelector('#facet-region'); f.selectedIndex = 1; f.dispatchEvent(new Event('change')); })()")
    page.until("#count", count + " rows")
    check("a choice chooses", True, page.text("#count") != before and "region=" in page.driver.current_url)
    wait(page.driver, lambda: page.js("document.querySelector('#facet-region').selectedIndex") == 1, "the choice is forgotten")
    page.begin("#projects?budget=50000&theme=x%3E%20.%20%7D")
    page.until("#count", "rows")
    amounts = [int(text.replace(",", "")[:-3] if "." in text else text.replace(",", "")) for text in
               (row.find_elements(By.CSS_SELECTOR, "td")[3].text for row in page.all(".result tbody tr"))]
    check("a band of money is kept", True, all(50_000 <= amount < 100_000 for amount in amounts) and amounts != [])
    page.begin("#projects?budget=0&start=2018")
    page.until("#count", "0 rows")
    page.until("#facet-start")
    check("a choice without projects is still seen", "2018 (0)", page.js("document.querySelector('#facet-start').selectedOptions[0].text"))


class Clicks:
    """What a task takes: clicks, words typed, seconds. Printed, since a machine under load says nothing by seconds."""

    def __init__(self, page, name):
        self.page, self.name, self.clicks, self.start = page, name, 0, time.monotonic()

    def click(self, selector, text=""):
        self.page.until(selector, text).click()
        self.clicks += 1

    def end(self, most):
        print(f"{self.name}: {self.clicks} clicks, {time.monotonic() - self.start:.1f} s")
        check(f"clicks for: {self.name}", True, self.clicks <= most)


def check_tasks(page):
    """As somebody new does it: the first view, and what is written on it."""
    page.begin()
    task = Clicks(page, "who shares most projects with Honduras, and why")
    page.press("honduras")
    task.click("#hits a", "Honduras")
    page.until("#network-message", "drawn")
    task.click("#table-ties tr:first-child .why-button")
    page.until("#reasons li", "–")
    task.end(2)

    page.begin()
    task = Clicks(page, "how the members of a process changed over the years")
    task.click("#views a", "Questions")
    task.click("#question-list a", "Who joined or left")
    page.until("#count", "rows")
    task.click("#view-timeline")
    page.until(".timeline")
    task.end(3)

    page.begin()
    task = Clicks(page, "the projects of a theme on a map, as a picture and a table")
    task.click("#views a", "Projects")
    page.until("#facet-theme")
    page.js("(() => { const f = document.querySelector('#facet-theme'); f.selectedIndex = 1; f.dispatchEvent(new Event('change')); })()")
    task.clicks += 2
    wait(page.driver, lambda: "theme=" in page.driver.current_url, "no theme")
    wait(page.driver, lambda: "theme%3E" in page.one("#by-state").get_attribute("href"), "the map is not of the theme")
    task.click("#by-state")
    page.until("#legend", "≥")
    task.click(".tools button", "Save PNG")
    task.click("#save")
    task.end(6)


def write(page, text):
    """Into the editor, in place of what is there."""
    field = page.one("#editor")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys(text)
    return field


def check_editor(page):
    page.begin("#query")
    field = write(page, "SELECT * {\n  ?project a tela:Proj")
    page.until("#completions [role=option]", "tela:Project")
    field.send_keys(Keys.ENTER)
    check("a class is completed", True, field.get_attribute("value").endswith("a tela:Project"))
    check("and its prefix declared", "PREFIX tela: <https://w3id.org/tela/ontology#>\nSELECT * {\n  ?project a tela:Project",
          field.get_attribute("value"))
    field.send_keys(" ;\n tela:benef")
    page.until("#completions [role=option]", "tela:beneficiary")
    first = page.all("#completions [role=option]")[0].text
    check("a property has its number", True, any(c.isdigit() for c in first))
    field.send_keys(Keys.TAB, " hondur")
    page.until("#completions [role=option]", "state:HN").click()
    field.send_keys(" }")
    field.send_keys(Keys.ESCAPE, Keys.CONTROL, Keys.ENTER)
    told = page.until("#message", "rows in").text
    rows = len(page.all(".result tbody tr"))
    check("the answer of a written query", True, rows > 0 and told.startswith(f"{rows} rows in"))
    page.accessible("the editor and its answer")
    field.send_keys(Keys.CONTROL, "z")
    check("undo takes back what was typed", False, field.get_attribute("value").rstrip().endswith("}"))


def check_properties_of_class(page):
    page.begin("#query")
    write(page, "SELECT * { ?p a tela:Process ; ").send_keys(Keys.CONTROL, " ")
    page.until("#completions [role=option]", "tela:")
    names = [node.text for node in page.all("#completions [role=option]")][:20]
    check("processes have members", True, any("memberState" in name for name in names))
    check("and no budget", False, any("tela:budget" in name for name in names))


def check_fault(page):
    page.begin("#query")
    write(page, "SELECT *\n{ ?s nowhere:at ?o }").send_keys(Keys.ESCAPE)
    page.until("#fault", "nowhere")
    check("the fault is under the very characters", "nowhere:at", page.text(".colours .fault"))
    mark, word = page.one(".colours .fault").rect, page.js("document.querySelector('#editor').getBoundingClientRect().left")
    check("and stands where they stand", True, abs(mark["x"] - (word + 8 + 5 * mark["width"] / 10)) < 3)
    check("the hint is there", True, "PREFIX nowhere:" in page.text("#fault"))
    write(page, "SELECT *\n{ ?s tela:status ?o } LIMIT 3").send_keys(Keys.ESCAPE)
    wait(page.driver, lambda: not page.all(".colours .fault"), "the mark stays")
    page.one("#format-query").click()
    text = page.one("#editor").get_attribute("value")
    check("a query is set out in lines", "SELECT *\n{\n  ?s tela:status ?o\n} LIMIT 3", text[text.index("SELECT"):])
    check("a prefix is declared once, as it is written", 1, text.count("PREFIX tela: <"))
    page.js("(() => { document.querySelector('#editor').value = 'ASK { ?s tela:status ?o }'; })()")
    page.one("#prefixes").click()
    wait(page.driver, lambda: page.one("#editor").get_attribute("value").startswith("PREFIX tela: <"), "no prefix is added")
    write(page, "PREFIX tela: <https://example.org/> ASK { ?s tela:x 1 }").send_keys(Keys.ESCAPE)
    check("what the writer declares is left alone", 1, page.one("#editor").get_attribute("value").count("PREFIX"))


def check_tabs(page):
    page.begin("#query")
    write(page, "# first\nASK {}").send_keys(Keys.ESCAPE)
    page.one("#add-tab").click()
    write(page, "ASK { ?a ?b 2 }").send_keys(Keys.ESCAPE)
    page.driver.refresh()
    page.until("#query-tabs [aria-pressed=true]", "Query 2")
    check("a reload keeps what was written", "ASK { ?a ?b 2 }", page.one("#editor").get_attribute("value"))
    page.until("#query-tabs button", "first").click()
    check("another tab is another query", "# first\nASK {}", page.one("#editor").get_attribute("value"))
    page.accessible("tabs")
    check("the tabs", "first × Query 2 × +", " ".join(page.text("#query-tabs").split()))
    write(page, "# mine\nASK { ?a a tela:State }").send_keys(Keys.ESCAPE)
    page.until("#query-tabs [aria-pressed=true]", "mine")  # below the prefixes that were declared
    page.begin("#query?text=" + urllib.parse.quote("ASK { ?a ?b 3 }"))
    page.until("#query-tabs [aria-pressed=true]", "Query 3")
    page.one("#query-tabs [aria-pressed=true] + button").click()
    wait(page.driver, lambda: page.one("#editor").get_attribute("value") == "ASK { ?a ?b 2 }", "the tab beside is not shown")
    page.one("#history summary").click()
    page.until("#history .past", "ASK { ?a ?b 3 }")


def check_running(page):
    page.begin("#query")
    write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a < ?i) }").send_keys(Keys.ESCAPE)
    page.one("#run").click()
    page.until("#message", "rows so far")
    page.one("#stop").click()
    page.until("#message", "Stopped after")
    check("the next one can run", True, page.one("#run").is_enabled())


def check_share(page):
    page.begin("#query")
    write(page, "SELECT ?state ?name { ?state a tela:State ; rdfs:label ?name FILTER(LANG(?name) = 'es') } ORDER BY ?name LIMIT 7")
    page.press(Keys.ESCAPE, Keys.CONTROL, Keys.ENTER)
    page.until("#message", "7 rows in")
    page.one("#share").click()
    page.until("#message", "link")
    link = page.driver.current_url
    check("the query stands in the fragment, packed", True, "#query?text.z=" in link and "SELECT" not in link)
    page.one("#sameIn summary").click()
    page.until("#sameIn h3", "Power Query")
    for program, sign in [("curl", "--data-urlencode"), ("Python", "pandas"), ("R", "httr"), ("Power Query", "Web.Contents")]:
        check(f"the same in {program}", True, sign in page.one(f"#sameIn textarea[aria-label='{program}']").get_attribute("value"))
    told = page.one("#sameIn textarea[aria-label=curl]").get_attribute("value")
    answer = subprocess.run(["bash", "-c", told + " -s"], capture_output=True, text=True).stdout
    check("the line for curl works", 8, len(answer.splitlines()))
    fresh = browser()
    try:
        fresh.get(link)
        wait(fresh, lambda: len(fresh.find_elements(By.CSS_SELECTOR, ".result tbody tr")) == 7, "the link shows no answer")
    finally:
        fresh.quit()
    page.begin("#query")
    page.one("#history summary").click()
    page.until("#history .past", "SELECT").click()


def see(page, path):
    page.begin("#see?thing=" + urllib.parse.quote(BASE + path, safe=""))
    page.until("#network-message", "drawn")


def expand(page, kind):
    """Draws the neighbours of that kind, and waits for them."""
    before = page.text("#table-nodes summary")
    page.until(".kind-button", kind).click()
    wait(page.driver, lambda: page.text("#table-nodes summary") != before, f"{kind}: nothing was added")


def check_network(page):
    page.begin("#find?text=honduras")
    page.until("#hits a", "Honduras").click()
    page.until("#network-message", "drawn")
    kinds = [node.text for node in page.all(".kind-button")]
    check("kinds are counted before they are drawn", True, any("shares memberships" in one for one in kinds) and all(one[-1].isdigit() for one in kinds))
    before = len(page.all(".network .node"))
    check("states that share projects are drawn", True, before > 5)
    check("each tie is in the table", len(page.all(".network .tie")), len(page.all("#table-ties tbody tr")))
    page.accessible("a thing and its network")
    expand(page, "shares memberships")
    page.one("#undo").click()
    check("undo takes the step back", before, len(page.all(".network .node")))
    expand(page, "participating state")
    page.js("document.querySelector('#table-nodes').open = true")
    other = next(node for node in page.all("#table-nodes tbody tr") if "Honduras" not in node.text)
    name = other.find_element(By.CSS_SELECTOR, "a").text
    other.find_element(By.CSS_SELECTOR, ".go-button").click()
    page.until("#kinds h2", name)
    see(page, "state/HN")
    for form in ("graphml", "gexf", "csv"):
        link = page.until(".files a", form).get_attribute("href")
        check(f"the server's file {form}", 200, page.js("fetch(arguments[0]).then((r) => r.status)", link))


def check_bounds(page):
    see(page, "state/HN")
    expand(page, "party")
    check("what is left out is said", True, "+" in page.text("#network-message"))
    check("at most 50 new nodes at a time", True, 50 < len(page.all(".network .node")) <= 70)


def check_why(page):
    see(page, "state/HN")
    page.js("[...document.querySelectorAll('.network .tie')].find((t) => /Honduras/.test(t.textContent) && /El Salvador/.test(t.textContent))"
            ".dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    page.until("#reasons li", "Mesoamerican Region")
    check("who is tied", True, "Honduras" in page.text(".why-panel h2") and "El Salvador" in page.text(".why-panel h2"))
    check("the focus goes to the reasons", "H2", page.js("document.activeElement.tagName"))
    check("a reason has its page", True, page.one("#reasons a.out").get_attribute("href").startswith("https://iom.int/"))
    page.accessible("the reasons of a tie")
    page.until(".why-panel button", "Close").click()
    see(page, "project/IM.0019")
    expand(page, "beneficiary")
    page.until("#table-ties tbody tr", "beneficiary").find_element(By.CSS_SELECTOR, ".why-button").click()
    page.until("#reasons li", "Stated in")


def check_years(page):
    see(page, "process/rcm")
    before = [node.text for node in page.all(".kind-button")]
    page.js("(() => { const f = document.querySelector('#first-year'); f.value = f.max; f.dispatchEvent(new Event('input')); })()")
    page.until(".years output", " to ")
    wait(page.driver, lambda: [node.text for node in page.all(".kind-button")] != before, "the years change nothing")


def check_pictures(page):
    page.begin("#questions?name=states-with-most-projects")
    page.until("#view-bars", "Bars").click()
    bars = page.all(".bars rect")
    check("each row has its bar", len(bars), min(50, int("".join(c for c in page.text("#count") if c.isdigit()))))
    page.accessible("bars")
    page.begin("#questions?name=projects-of-a-state")
    page.until("#view-timeline", "Timeline").click()
    rows = len(page.all(".timeline g title"))
    page.js("(() => { const f = document.querySelector('#last-year'); f.value = f.min; f.dispatchEvent(new Event('input')); })()")
    wait(page.driver, lambda: 0 < len(page.all(".timeline g title")) < rows, "the slider chooses nothing")
    page.accessible("a timeline")
    page.until("#view-table", "Table").click()
    check("the table has what the timeline has", True, " of " in page.text("#count"))
    page.begin("#questions?name=states-sharing-projects")
    page.until("#view-network", "Network").click()
    check("pairs are a network", True, len(page.all(".network .node")) > 10)


def check_large_network(page):
    """More nodes than SVG is quick with are painted, move, and are named and left by a click."""
    page.begin("#query?run=1&view=network&text=" + urllib.parse.quote("SELECT ?project ?state { ?project tela:beneficiary ?state }"))
    page.until("canvas.network")
    wait(page.driver, lambda: int(page.one("canvas.network").get_attribute("data-round") or 0) > 2, "the network does not move")
    nodes = int(page.one("canvas.network").get_attribute("aria-label").split()[2])
    check("more than SVG draws", True, nodes > 150)
    colours = page.js("(() => { const c = document.querySelector('canvas.network'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                      " return new Set(Array.from({length: d.length / 4}, (_, i) => d[4 * i] + ' ' + d[4 * i + 1] + ' ' + d[4 * i + 2])).size; })()")
    check("and painted", True, colours > 10)
    check("what is painted has no SVG", 1, len([one for one in page.all(".tools button") if "PNG" in one.text and one.is_displayed()]))
    page.accessible("a painted network")
    pixels = "(() => document.querySelector('canvas.network').toDataURL())()"
    wait(page.driver, lambda: page.one("canvas.network").get_attribute("data-round") == "220", "the layout does not end")
    before = page.js(pixels)
    page.one("canvas.network").send_keys("+", Keys.ARROW_LEFT)
    wait(page.driver, lambda: page.js(pixels) != before, "keys do not move the picture")


def check_map(page):
    page.begin("#projects")
    page.until("#by-state").click()
    page.until("#legend", "≥")
    numbers = page.js("[...document.querySelectorAll('.map .state title')].map((t) => t.textContent)")
    check("each state of the table is on the map", int(page.text("#count").split()[0]), len(numbers))
    check("a state says its number", True, any(one.startswith("Honduras: ") for one in numbers))
    check("small states are dots", True, page.js("[...document.querySelectorAll('.map circle')].length") > 5)
    page.accessible("a map")
    page.js("[...document.querySelectorAll('.map .state')].find((s) => s.textContent.startsWith('Honduras')).dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    page.until("h1", "Honduras")


def check_saved(page, folder):
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
    see(page, "state/HN")
    for form in ("svg", "png", "csv"):
        page.one(f"#save-{form}").click()
        file = pathlib.Path(folder) / f"network.{form}"
        wait(page.driver, lambda: file.is_file() and file.stat().st_size > 500, f"no file {form}")
    text = (pathlib.Path(folder) / "network.svg").read_text(encoding="utf-8")
    check("the picture is whole", True, text.startswith("<svg") and "Honduras" in text and "class=" not in text)
    check("a PNG is one", b"\x89PNG", (pathlib.Path(folder) / "network.png").read_bytes()[:4])
    page.begin("#questions?name=partners-of-a-state&state=HN")
    page.until("#count", "rows")
    for form in ("csv", "json", "xml"):
        page.js("(document.querySelector('#form').value = arguments[0])", form)
        page.one("#save").click()
        file = pathlib.Path(folder) / f"partners-of-a-state.{form}"
        wait(page.driver, lambda: file.is_file() and file.stat().st_size > 200, f"no file {form}")
    check("the CSV is the server's", "other,name,shared,projects",
          (pathlib.Path(folder) / "partners-of-a-state.csv").read_text(encoding="utf-8").splitlines()[0])


def check_million_rows(page):
    page.begin("#query")
    write(page, "SELECT ?s ?o ?x (2001 AS ?year) { ?s a tela:Tie . ?o a tela:State . ?x a tela:State } LIMIT 1000000").send_keys(Keys.ESCAPE)
    page.one("#run").click()
    page.until("#message", "1,000,000 rows in")
    check("only what is in sight is in the page", True, len(page.all(".result tbody tr")) < 60)
    page.js("document.querySelector('.windowed').focus()")
    page.press(Keys.END)
    last = "document.querySelector('.result tbody tr:last-child').getAttribute('aria-rowindex')"
    wait(page.driver, lambda: page.js(last) == "1000001", "the end is not reached")
    page.js("document.querySelector('.windowed').scrollTop = document.querySelector('.windowed').scrollHeight / 2")
    wait(page.driver, lambda: 400_000 < int(page.js(last)) < 600_000, "the middle is not reached")
    # A key and a scroll in one frame are one scroll event.
    page.js("((box) => { box.dispatchEvent(new KeyboardEvent('keydown', {key: 'End'})); box.scrollTop = box.scrollHeight / 4 })"
            "(document.querySelector('.windowed'))")
    wait(page.driver, lambda: 200_000 < int(page.js(last)) < 300_000, "a scroll in the same frame as a key is lost")


def check_keyboard(page):
    """Find, see and ask why; ask a question: no mouse."""
    page.begin()
    page.press("honduras")
    page.until("#hits a", "Honduras")
    check("Tab comes to the first hit", True, page.tab_to("#hits a"))
    page.press(Keys.ENTER)
    page.until("#network-message", "drawn")
    check("Tab comes to a kind", True, page.tab_to(".kind-button"))
    check("Tab comes to the picture", True, page.tab_to(".network .node", 60))
    standing = page.js("document.activeElement.dataset.iri")
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_DOWN, Keys.ARROW_UP):
        page.press(key)
        if page.js("document.activeElement.dataset.iri") != standing:
            break
    check("an arrow walks along a tie", False, page.js("document.activeElement.dataset.iri") == standing)
    check("and tells which", True, "Honduras" in page.js("document.querySelector('#status').textContent"))
    check("Tab stops once at the picture", 1, page.js("document.querySelectorAll('.network [tabindex=\"0\"]').length"))
    page.press(Keys.SPACE)
    page.until("#reasons li")
    page.until(".why-panel button", "Close").click()
    check("Tab comes to the reasons of a tie", True, page.tab_to(".why-button", 120))
    page.press(Keys.ENTER)
    page.until("#reasons li")
    check("Tab comes to the end of the reasons", True, page.tab_to(".why-panel button", 40))
    page.press(Keys.ENTER)
    check("the focus comes back", True, page.js("document.activeElement.matches('.why-button')"))
    page.begin("#questions?name=projects-of-a-state")
    page.until("#count", "rows")
    check("Tab comes to the field", True, page.tab_to("#parameter-state"))
    page.press(Keys.CONTROL, "a")
    page.press("guatemala")
    page.until("[role=option]", "Guatemala")
    page.press(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER)
    wait(page.driver, lambda: "state=GT" in page.driver.current_url, "no answer by keyboard")
    page.js("document.activeElement.blur()")
    page.press("/")
    page.until("main h1", "Find")


def check_languages(page):
    page.begin()
    for language, words in [("fr", "Chercher"), ("es", "Buscar"), ("en", "Find")]:
        page.one(f"[data-language={language}]").click()
        page.until("main h1", words)
        check("the page says its language", language, page.js("document.documentElement.lang"))
    page.one("[data-language=es]").click()
    page.one("#views a[href='#questions']").click()
    page.until("#question-list a", "Los proyectos de un Estado").click()
    page.until("#count", "filas")
    page.one("[data-language=en]").click()
    page.until("main h1", "The projects of a state")
    folder = HERE.parent.parent / "data/words"
    words, *others = [json.loads((folder / f"workbench.{tag}.json").read_text(encoding="utf-8"))
                      for tag in json.loads((folder / "pages.json").read_text(encoding="utf-8"))["languages"]]
    check("each word has all languages", [], [key for key in words if not all(other.get(key) for other in (words, *others))])
    check("and no language has more", [len(words)] * len(others), [len(other) for other in others])
    queries = {path.stem for path in (HERE.parent.parent / "queries").glob("*.rq")}
    check("each question of the words is one of the library", [],
          [key for key in words if key.startswith("question.") and key[9:] not in queries])


def check_narrow(page):
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                {"width": 380, "height": 800, "deviceScaleFactor": 2, "mobile": True})
    ready = {"": ".tiles a", "#questions": "#question-list a", "#questions?name=projects-of-a-state": ".result td",
             "#query": "#editor", "#projects": "#facet-theme", "#see?thing=https%3A%2F%2Fw3id.org%2Ftela%2Fstate%2FHN": ".network .tie"}
    for fragment, sign in ready.items():
        page.begin(fragment)
        wait(page.driver, lambda: page.all(sign), f"no {sign}")
        width = page.js("document.scrollingElement.scrollWidth")
        check(f"the width of {fragment or 'the first view'} on a phone", True, width <= 380)
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def check_size(page):
    page.begin()
    page.until(".tiles a")
    sizes = page.js("performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                    ".filter((e) => !e.name.includes('/api/')).map((e) => e.encodedBodySize)")
    print(f"the first view: {len(sizes)} files, {sum(sizes)} bytes packed")
    check("the first view is small", True, 0 < sum(sizes) <= MOST_PACKED)


def check_policy(server):
    _, head, _ = server.ask("GET", "/workbench")
    policy = head["content-security-policy"]
    check("the policy begins with nothing", True, policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"))
    check("the policy lets nothing unsafe", False, "unsafe" in policy)
    check("the home page leads there", True, b'href="workbench"' in server.ask("GET", "/")[2])


def check_quiet(driver, server):
    """Nothing was complained of, nobody else was asked."""
    check("the console is empty", [], [e["message"] for e in driver.get_log("browser")])
    asked = [json.loads(e["message"])["message"] for e in driver.get_log("performance")]
    urls = {m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"}
    own = (server.url + "/", "data:", "blob:", "about:", "chrome:")
    check("requests to others", [], [url for url in urls if not url.startswith(own)])
    check("there were requests", True, len(urls) > 10)


HOSTILE = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tela: <https://w3id.org/tela/ontology#> .
<https://w3id.org/tela/state/XX> a tela:State, tela:Country ; rdfs:label "<img src=x onerror=alert(1)>"@en, "</script><b>x"@fr ;
  rdfs:seeAlso <javascript:alert(2)>, <https://example.org/?a=%22%3E%3Cscript%3E> ; rdfs:comment "javascript:alert(3)" .
<javascript:alert(4)> a tela:State ; rdfs:label "javascript:alert(5)"@en .
"""
TELL = "[...document.querySelectorAll('main a')].map((a) => a.getAttribute('href') ?? '').filter((h) => /^\\s*javascript/i.test(h))"


def check_hostile(page):
    page.begin("#find?text=img")
    hit = page.until("#hits a", "<img")
    check("markup in a name is text", 0, len(page.all("main img, main b:not(.tiles b)")))
    hit.click()
    page.until("h1", "<img")
    check("the neighbours of a hostile thing hold no script", [], page.js(TELL))
    page.begin("#query?run=1&text=" + urllib.parse.quote("SELECT * { ?s ?p ?o }"))
    page.until("#count", "rows")
    check("a table of hostile terms holds no script", [], page.js(TELL))
    check("and no element of theirs", 0, len(page.all(".result img, .result b, .result script")))
    page.begin("#see?thing=javascript%3Aalert(4)")
    page.until("h1", "avascript:alert(5)")  # the first letter is shown as a capital
    page.begin("#see?thing=x%3Ay%3E%20a%20%3Fb%20%7D")
    page.until("h1", "Nothing is known")
    page.begin("#query?text.z=broken")
    page.begin("#questions?name=%3Cimg%3E")
    for fragment in ("#find?text=javascript", "#find?text=%3Cscript%3Ealert(1)%3C%2Fscript%3E"):
        page.begin(fragment)
        wait(page.driver, lambda: page.text("#hit-count"), "no answer")
        check("no link is a script", [], page.js(TELL))


def check_saved_files(page):
    with tempfile.TemporaryDirectory() as folder:
        check_saved(page, folder)


def check_without_script(server):
    driver = browser(script=False)
    try:
        driver.get(server.url + "/workbench")
        driver.find_element(By.CSS_SELECTOR, "noscript a, main a").click()
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "textarea"), "no form without script")
        driver.find_element(By.CSS_SELECTOR, "form.ask button").click()
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "table td"), "no table without script")
    finally:
        driver.quit()


def with_store(store, *checks):
    with RunningServer(TELA, store, "--timeout", "600") as server:  # for a machine under load
        driver = browser("--window-size=1280,1000")
        try:
            page = Page(driver, server)
            for one in checks:
                if not ONLY or any(name in one.__name__ for name in ONLY):
                    one(page)
            check_policy(server)
            check_without_script(server)
            check_quiet(driver, server)
        finally:
            driver.quit()


def main():
    with_store(STORE, check_size, check_find, check_questions, check_table, check_facets, check_editor, check_properties_of_class, check_fault, check_tabs,
               check_network, check_bounds, check_why, check_years, check_pictures, check_large_network, check_map, check_saved_files, check_tasks, check_million_rows,
               check_keyboard, check_running, check_share, check_languages, check_narrow)
    with tempfile.TemporaryDirectory() as folder:
        source, store = pathlib.Path(folder) / "hostile.ttl", str(pathlib.Path(folder) / "store")
        source.write_text(HOSTILE, encoding="utf-8")
        subprocess.run([TELA, "build", str(source), "-s", store], check=True, capture_output=True)
        with_store(store, check_hostile)
    faults.exit()


main()
