"""Headless Chromium for tests, or status 77 with the reason where it cannot be had."""
import os
import pathlib
import shutil
import socket
import sys


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


try:
    from selenium import webdriver
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.support.ui import WebDriverWait
except ImportError:
    skip("python3-selenium is not installed")
if not shutil.which("chromium") or not shutil.which("chromedriver"):
    skip("chromium-driver is not installed")
try:
    socket.getaddrinfo("localhost", None)
except OSError:
    skip("this machine does not know the name localhost, by which chromedriver is reached")


def browser(*arguments, script=True):
    """A browser of its own profile, in English, that logs what pages complain of and ask for."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--disable-gpu", "--lang=en", *arguments):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium's sandbox refuses root
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options)


def wait(driver, condition, message):
    """Until `condition` holds, however slow the machine is. What it looks at may be replaced meanwhile."""
    WebDriverWait(driver, 60, ignored_exceptions=[StaleElementReferenceException]).until(lambda _: condition(), message)


def axe_findings(driver, modules):
    """What axe-core finds on the page, the rules of WCAG 2.1 AA and its good habits, or None where `modules` has no axe-core."""
    script = pathlib.Path(modules) / "axe-core/axe.min.js"
    if not script.is_file():
        return None
    # By the driver, which no policy of the page binds.
    driver.execute_script(script.read_text(encoding="utf-8"))
    return driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then((r) => done(r.violations.map((v) => "
        "v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | '))));")
