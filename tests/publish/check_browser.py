#!/usr/bin/env python3
"""Uses a release as a reader does, in headless Chromium: opens it, searches, changes the language, follows a link,
reads it without script, on a narrow screen and by keyboard; axe-core looks at it in light and dark.

usage: check_browser.py RELEASE TELA STORE NODE_MODULES
Needs Debian's chromium-driver and python3-selenium; is skipped without them. Without axe-core in NODE_MODULES that part is.
"""
import functools
import http.server
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from browser import axe_findings, browser, wait  # skips where there is none

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def expect(condition, message):
    if not condition:
        sys.exit("check_browser.py: " + message)


def visible_text(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector).text


def choose(driver, language):
    driver.find_element(By.CSS_SELECTOR, f"[data-language={language}]").click()


def search(driver, text):
    field = driver.find_element(By.ID, "q")
    field.clear()
    driver.execute_script("document.querySelector('#results-list').replaceChildren()")
    field.send_keys(text, Keys.ENTER)
    wait(driver, lambda: links_found(driver), f"no results for {text}")
    return links_found(driver)


def links_found(driver):
    return [link.text for link in driver.find_elements(By.CSS_SELECTOR, "#results-list a")]


def check_reading(driver, site):
    driver.get(site + "index.html")
    expect("Browse" in visible_text(driver, "main"), "the first page is not in English")
    expect("Parcourir" not in visible_text(driver, "main"), "two languages at once")
    choose(driver, "fr")
    expect("Parcourir" in visible_text(driver, "main"), "the first page does not change to French")

    expect(search(driver, "amerique centrale")[0] == "Amérique centrale", "the region is not found first")
    results = search(driver, "HONDURAS")
    expect(results[0] == "Honduras" and len(results) > 3, f"Honduras: {results}")
    driver.find_element(By.CSS_SELECTOR, "#results-list").find_element(By.LINK_TEXT, "Honduras").click()
    wait(driver, lambda: "/state/HN.html" in driver.current_url, "no page of Honduras")
    expect("En bref" in visible_text(driver, "main"), "the language is forgotten on the next page")
    expect(driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == "fr", "lang is not set")
    choose(driver, "es")
    expect("En breve" in visible_text(driver, "main"), "a page does not change to Spanish")
    driver.find_element(By.CSS_SELECTOR, "svg.ego a").click()
    wait(driver, lambda: "/state/HN.html" not in driver.current_url, "the picture's links lead nowhere")
    field = driver.find_element(By.ID, "q")  # search from any page
    field.send_keys("conferencia regional", Keys.ENTER)
    wait(driver, lambda: "index.html?q=" in driver.current_url, "search stays on the page")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "#results-list a"), "no results from afar")
    search(driver, "guatemala")
    field = driver.find_element(By.ID, "q")
    field.clear()
    field.send_keys("<img src=x onerror=alert(1)> zzzz", Keys.ENTER)
    wait(driver, lambda: driver.find_element(By.ID, "results-none").is_displayed(), "strange words break the search")
    expect("Menos palabras" in visible_text(driver, "#results-none"), "nothing is advised where nothing is found")


def check_search(driver, site):
    """What was asked for comes first, slips are forgiven and told, texts are searched, and facets narrow what was found."""
    driver.get(site + "index.html?lang=en")
    united = search(driver, "united states")
    expect(united[0] == "United States of America", f"an island stands before its state: {united[:3]}")
    expect("United States Virgin Islands" in united, "the islands are not found")
    for typed, name in [("guinea", "Guinea"), ("RCM", "Regional Conference on Migration"), ("hondruas", "Honduras"),
                        ("ohnduras", "Honduras"), ("conferencia suramericana migrasiones", "South American Conference on Migration")]:
        found = search(driver, typed)
        expect(found[0] == name, f"{typed} finds {found[:3]}")
    expect("migraciones" in visible_text(driver, "#results-instead"), "a mistake is not told")
    expect("Regional Conference on Migration, meeting 1" in search(driver, "puebla"), "places of meetings are not searched")
    search(driver, "honduras zzzz")
    expect(driver.find_element(By.ID, "results-some").is_displayed(), "it is not told that a word is nowhere")

    every = search(driver, "trata")
    Select(driver.find_element(By.ID, "facet-of-kind")).select_by_index(1)  # the kind of most results
    wait(driver, lambda: 0 < len(links_found(driver)) < len(every), "a kind does not narrow the results")
    narrowed = links_found(driver)
    expect("&kind=" in driver.current_url, "the address does not keep what was chosen")
    expect(visible_text(driver, "#results-count") == f"Found: {len(narrowed)}", "the number is not of what is shown")
    driver.refresh()
    wait(driver, lambda: links_found(driver) == narrowed, "a link does not keep what was chosen")
    for facet in ("year", "state", "theme"):
        search(driver, "labour")
        choice = Select(driver.find_element(By.ID, "facet-of-" + facet)).options[1]
        value = choice.text
        count = int(value.rsplit("(", 1)[1].rstrip(")"))
        choice.click()
        wait(driver, lambda: len(links_found(driver)) == count, f"{facet}: {value} does not have so many")


def check_address(driver, site):
    """The language is in the address: a link shows what its sender sees, and a choice changes the address."""
    driver.get(site + "state/HN.html?lang=es")
    expect("Proyectos" in visible_text(driver, "main"), "the address does not choose the language")
    expect(driver.title.startswith("Honduras"), f"the tab is called {driver.title}")
    choose(driver, "fr")
    expect(driver.current_url.endswith("?lang=fr"), "the address does not follow the choice")
    expect(visible_text(driver, ".languages [aria-current=true]") == "Français", "the choice is not marked")


def first_cells(driver):
    return [cell.text for cell in driver.find_elements(By.CSS_SELECTOR, "table.rows tbody tr:not([hidden]) th")]


def check_tables(driver, site):
    """Lists are sorted by a click on a head, and by keyboard, and filtered by words."""
    driver.get(site + "lists/k-meeting.html?lang=en")
    rows = first_cells(driver)
    expect(len(rows) > 100, "the list of meetings is no table")
    head = driver.find_element(By.CSS_SELECTOR, "table.rows thead th:nth-child(2) button")
    head.send_keys(Keys.ENTER)
    days = [one.get_attribute("datetime") for one in driver.find_elements(By.CSS_SELECTOR, "table.rows tbody td:nth-child(2) time:first-child")]
    expect(days == sorted(days) and len(days) > 100, "meetings are not sorted by day")
    head.click()
    expect(driver.find_element(By.CSS_SELECTOR, "th[aria-sort=descending]"), "a second click does not turn the order")
    driver.find_element(By.CSS_SELECTOR, ".filter input").send_keys("PUEBLA mexico")
    found = first_cells(driver)
    expect(0 < len(found) < len(rows), f"filtering leaves {len(found)} of {len(rows)}")


def check_evidence(driver, site):
    driver.get(site + "process/rcm.html")
    summary = driver.find_element(By.CSS_SELECTOR, ".facts details summary")
    evidence = summary.find_element(By.XPATH, "..")
    closed = evidence.text
    summary.click()
    opened = evidence.text
    expect(len(opened) > len(closed) and "." in opened[len(closed):], "evidence does not open")


def check_keyboard(driver, site):
    driver.get(site + "project/Q36-805.html")
    driver.switch_to.active_element.send_keys(Keys.TAB)
    focus = driver.switch_to.active_element
    expect(focus.get_attribute("class") == "skip" and focus.is_displayed(), "the first key does not skip")
    focus.send_keys(Keys.ENTER)
    expect(driver.switch_to.active_element.get_attribute("id") == "main", "skipping does not arrive")


def check_narrow(driver, site):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": 375, "height": 800, "deviceScaleFactor": 2, "mobile": True})
    for path in ("index.html", "project/Q36-805.html", "state/HN.html", "process/rcm.html", "ontology.html",
                 "lists/k-project.html", "lists/k-meeting.html"):
        driver.get(site + path)
        width = driver.execute_script("return document.scrollingElement.scrollWidth")
        expect(width <= 375, f"{path} is {width} wide on a phone")


def check_accessible(driver, site, modules):
    for colours in ("light", "dark"):
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": colours}]})
        for path in ("index.html", "index.html?q=labour", "state/HN.html", "process/rcm.html", "project/Q36-805.html",
                     "lists/k-project.html", "ontology.html"):
            driver.get(site + path)
            if "?" in path:
                wait(driver, lambda: links_found(driver), "no results to look at")
            found = axe_findings(driver, modules)
            if found is None:
                print("axe-core is not there: not checked")
                return
            expect(not found, f"axe-core on {path} in {colours}: {found}")


def check_log(driver):
    # A word that no page has is asked for in a file that does not exist.
    entries = [entry["message"] for entry in driver.get_log("browser")
               if "/search/words/" not in entry["message"] and "/search/ends/" not in entry["message"]]
    expect(not entries, f"the browser complains: {entries[:3]}")


address = serve(sys.argv[1])
driver = browser()
try:
    check_reading(driver, address)
    check_search(driver, address)
    check_address(driver, address)
    check_accessible(driver, address, sys.argv[4])
    check_tables(driver, address)
    check_evidence(driver, address)
    check_keyboard(driver, address)
    check_narrow(driver, address)
    check_log(driver)
finally:
    driver.quit()

driver = browser(script=False)
try:
    driver.get(address + "state/HN.html")
    text = visible_text(driver, "main")
    expect("At a glance" in text and "En bref" in text and "En breve" in text, "without script a language is missing")
finally:
    driver.quit()
print("opened, searched, changed language, followed links; by keyboard, on a phone, without script")
