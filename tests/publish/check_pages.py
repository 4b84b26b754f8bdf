#!/usr/bin/env python3
"""Checks the pages of a release: valid HTML by tidy and html5lib; every link leads somewhere; nothing inline,
nothing from elsewhere; what screen readers and keyboards need is there.

usage: check_pages.py RELEASE TELA STORE
"""
import html.parser
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

release = pathlib.Path(sys.argv[1]).resolve()


def fail(path, message):
    sys.exit(f"check_pages.py: {path.relative_to(release)}: {message}")


class Page(html.parser.HTMLParser):
    """What a page is made of."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.ids, self.links, self.headings = path, set(), [], []
        self.elements = {}
        self.referred = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements[tag] = self.elements.get(tag, 0) + 1
        if "id" in attributes:
            if attributes["id"] in self.ids:
                fail(self.path, f"id {attributes['id']} stands twice")
            self.ids.add(attributes["id"])
        if any(name == "style" or name.startswith("on") for name in attributes):
            fail(self.path, f"<{tag}> has style or script of its own: {attrs}")
        if tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json":
            fail(self.path, "script inside the page")
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        self.referred += attributes.get("aria-labelledby", "").split()
        if tag == "label":
            self.referred.append(attributes["for"])
        for name in ("href", "src", "action"):
            if name in attributes:
                self.links.append((tag, attributes[name], attributes))

    handle_startendtag = handle_starttag


def check_structure(page):
    for tag in ("main", "h1", "header", "footer"):
        if page.elements.get(tag) != 1:
            fail(page.path, f"{page.elements.get(tag, 0)} times <{tag}>")
    if page.headings[0] != 1 or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:])):
        fail(page.path, f"headings jump: {page.headings}")
    if missing := set(page.referred) - page.ids:
        fail(page.path, f"aria-labelledby or for leads nowhere: {missing}")
    if ("a", "#main") != page.links[[tag for tag, _, _ in page.links].index("a")][:2]:
        fail(page.path, "the first link does not skip to the content")


def check_links(page, pages):
    for tag, address, attributes in page.links:
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            if tag == "link" and attributes["rel"] in ("canonical", "alternate"):
                continue  # where the page will stand, which nobody asks for when it is read
            if tag != "a" or parts.scheme not in ("http", "https"):
                fail(page.path, f"<{tag}> leads to {address}")
            if "external" not in attributes.get("rel", ""):
                fail(page.path, f"{address} is not marked as external")
            continue
        target = (page.path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page.path
        if not target.is_file() or not target.is_relative_to(release):
            fail(page.path, f"{address} is no file")
        if parts.fragment and target in pages and parts.fragment not in pages[target].ids:
            fail(page.path, f"{address} has no such place")


def check_with_tidy(paths):
    if not shutil.which("tidy"):
        print("skipped: tidy is not installed")
        return False
    # Empty elements are what the script fills; attributes that tidy 5.6 does not know are those of SVG.
    for start in range(0, len(paths), 200):
        run = subprocess.run(["tidy", "-q", "-e", "-utf8", "--gnu-emacs", "yes", "--drop-empty-elements", "no",
                              "--mute", "PROPRIETARY_ATTRIBUTE"] + [str(path) for path in paths[start:start + 200]],
                             capture_output=True, text=True, check=False)
        if run.stderr.strip():
            sys.exit("check_pages.py: tidy:\n" + "\n".join(run.stderr.splitlines()[:20]))
    return True


def check_with_html5lib(paths):
    try:
        import html5lib
    except ImportError:
        print("skipped: python3-html5lib is not installed")
        return False
    for path in paths:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_bytes(), transport_encoding="utf-8")
        if parser.errors:
            place, code, detail = parser.errors[0]
            fail(path, f"line {place[0]}: {code} {detail}")
    return True


def is_looked_at(number, path):
    """Derived ties have most of the pages, all made alike: every tenth will do."""
    return number % 10 == 0 or "resource" not in path.relative_to(release).parts


pages = {path: Page(path) for number, path in enumerate(sorted(release.rglob("*.html"))) if is_looked_at(number, path)}
for one in pages.values():
    check_structure(one)
    check_links(one, pages)
print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links lead somewhere")
all_paths = list(pages)
fixed = [path for path in all_paths if path.parent == release or path.parent.name == "lists"]
tools = [check_with_tidy(all_paths), check_with_html5lib(fixed + all_paths[::20])]
if not all(tools):
    sys.exit(77)
print("and are valid HTML")
