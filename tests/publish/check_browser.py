#!/usr/bin/env python3
"""Uses a release as a reader does, in headless Chromium: opens it, searches, changes the language, follows a link,
reads it without script, on a narrow screen and by keyboard.

usage: check_browser.py RELEASE TELA STORE
Needs Debian's chromium-driver and python3-selenium; is skipped without them.
"""
import functools
import http.server
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from browser import browser, wait  # skips where there is none

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


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
    field.send_keys(text, Keys.ENTER)
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "#results-list a"), f"no results for {text}")
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
    wait(driver, lambda: "zzzz: 0" in visible_text(driver, "#results-count"), "strange words break the search")


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


def check_log(driver):
    # A word that no page has is asked for in a file that does not exist.
    entries = [entry["message"] for entry in driver.get_log("browser") if "/search/words/" not in entry["message"]]
    expect(not entries, f"the browser complains: {entries[:3]}")


address = serve(sys.argv[1])
driver = browser()
try:
    check_reading(driver, address)
    check_address(driver, address)
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
