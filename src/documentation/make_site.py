#!/usr/bin/env python3
"""Makes the documentation site out of what is there: READMEs, manual pages, the query library.

usage: make_site.py TELA REPOSITORY FOLDER

FOLDER must not be there yet; it appears whole or not at all. Needs cmark-gfm, mandoc and Python's yaml. A link of a README
that leads nowhere ends the run with its file and target.
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import yaml

HERE = Path(__file__).parent
PAGE = (HERE / "page.html").read_text()


def run(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def slug(heading):
    """The anchor that code hosts give a heading."""
    text = html.unescape(re.sub(r"<[^>]*>", "", heading)).lower()
    return re.sub(r"[^\w\- ]", "", text).strip().replace(" ", "-")


def with_anchors(content):
    seen = {}

    def anchored(match):
        level, heading = match.groups()
        name = slug(heading)
        seen[name] = seen.get(name, -1) + 1
        anchor = name + (f"-{seen[name]}" if seen[name] else "")
        return f'<h{level} id="{html.escape(anchor)}">{heading}</h{level}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", anchored, content, flags=re.DOTALL)


class Site:
    """The pages on their way into a folder; addresses are relative to its top."""

    def __init__(self, repository, folder):
        self.repository = repository
        self.folder = folder
        self.documents = {path: self.address_of(path) for path in self.markdown()}
        self.contents = []  # (section, title, address)

    def markdown(self):
        """Every Markdown file but those of hidden folders and builds."""
        paths = (path.relative_to(self.repository) for path in self.repository.rglob("*.md"))
        return [PurePosixPath(path) for path in sorted(paths) if not any(p == "build" or p.startswith(".") for p in path.parts)]

    @staticmethod
    def address_of(path):
        return path.with_name("index.html") if path.name == "README.md" else path.with_suffix(".html")

    def write(self, address, title, content, section):
        self.contents.append((section, title, address, content))

    def read_documents(self):
        for path, address in self.documents.items():
            content = with_anchors(run("cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink",
                                       str(self.repository / path)))
            content = content.replace("<!-- raw HTML omitted -->\n", "")
            content = re.sub(r'(href|src)="([^"]*)"', lambda m: f'{m[1]}="{self.target(path, address, m[2])}"', content)
            heading = re.search(r"<h1[^>]*>(.*?)</h1>", content, flags=re.DOTALL)
            title = re.sub(r"<[^>]*>", "", heading[1]) if heading else str(path)
            self.write(address, title, content, section_of(path))

    def target(self, path, address, written):
        """Where a link of the document `path` leads from its page at `address`."""
        parts = urlsplit(html.unescape(written))
        if parts.scheme or parts.netloc or not parts.path:
            return written
        there = PurePosixPath(os.path.normpath(path.parent / parts.path))
        if (self.repository / there).is_dir():
            there /= "README.md"
        if not (self.repository / there).is_file() or there.is_absolute() or there.parts[0] == "..":
            sys.exit(f"{path}: the link {written} leads nowhere")
        if there in self.documents:
            there = self.documents[there]
        else:
            self.keep_file(there)
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return html.escape(os.path.relpath(there, address.parent) + fragment)

    def keep_file(self, path):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.repository / path, self.folder / path)

    def read_manual(self, tela):
        with tempfile.TemporaryDirectory() as pages:
            run(tela, "manual", "--folder", pages)
            for page in sorted(Path(pages).iterdir()):
                name = page.stem.replace("-", " ")
                self.write(PurePosixPath("manual") / f"{page.stem}.html", name, manual_page(name, page), "Manual pages")

    def read_library(self):
        for path in sorted((self.repository / "queries").glob("*.rq")):
            lines = path.read_text().splitlines()
            head = yaml.safe_load("\n".join(line[2:] for line in lines if line.startswith("#+")))
            self.write(PurePosixPath("queries") / f"{path.stem}.html", head["summary"], question(path.stem, head, lines),
                       "Questions")

    @staticmethod
    def made_accessible(content):
        """What scrolls can be reached by keyboard; a head without words is no head."""
        content = re.sub(r"<th([^>]*)></th>", r"<td\1></td>", content)
        return re.sub(r"<(pre|table)\b", r'<\1 tabindex="0"', content)

    def finish(self):
        self.contents.sort(key=lambda page: page[2].name != "index.html")  # what begins a section comes first
        for section, title, address, content in self.contents:
            page = self.folder / address
            page.parent.mkdir(parents=True, exist_ok=True)
            top = os.path.relpath(".", address.parent)
            page.write_text(PAGE.format(title=html.escape(html.unescape(title)), top=top, content=self.made_accessible(content),
                                        contents=self.contents_for(address)))
        shutil.copyfile(HERE / "site.css", self.folder / "site.css")

    def contents_for(self, here):
        """Links to all pages by section; the section of this page stands open."""
        sections = {}
        for section, title, address, _ in self.contents:
            sections.setdefault(section, []).append((title, address))
        out = []
        for section in SECTIONS:
            is_open = " open" if any(address == here for _, address in sections[section]) else ""
            links = "".join(link(title, address, here) for title, address in sections[section])
            out.append(f"<details{is_open}><summary>{section}</summary><ul>{links}</ul></details>")
        return "\n".join(out)


SECTIONS = ["Tela", "Manual pages", "Questions", "Data and vocabulary", "The house"]


def section_of(path):
    if path.parts[0] in ("data", "ontology"):
        return "Data and vocabulary"
    if path.parts[0] in ("src", "tests") or path.name == "CONTRIBUTING.md":
        return "The house"
    return "Questions" if path.parts[0] == "queries" else "Tela"


def manual_page(name, page):
    """The sections of a manual page below a heading that names the command."""
    content = run("mandoc", "-T", "html", "-O", "fragment", str(page))
    content = re.sub(r'<table class="(head|foot)">.*?</table>', "", content, flags=re.DOTALL)
    content = re.sub(r"<(/?)h2\b", r"<\1h3", content)
    return f"<h1>{name}</h1>" + re.sub(r"<(/?)h1\b", r"<\1h2", content)


def link(title, address, here):
    current = ' aria-current="page"' if address == here else ""
    there = html.escape(os.path.relpath(address, here.parent))
    return f'<li><a href="{there}"{current}>{html.escape(html.unescape(title))}</a></li>'


def question(name, head, lines):
    parameters = head.get("parameters", [])
    rows = "".join(f"<tr><td><code>{html.escape(p['name'])}</code></td><td>{html.escape(str(p['type']))}</td>"
                   f"<td><code>{html.escape(str(p.get('default', '')))}</code></td>"
                   f"<td>{html.escape(p.get('description', ''))}</td></tr>" for p in parameters)
    table = ("<table><thead><tr><th>Parameter</th><th>Type</th><th>Default</th><th>Meaning</th></tr></thead>"
             f"<tbody>{rows}</tbody></table>") if rows else ""
    asked = " ".join(f"-p {p['name']}={p['default']}" for p in parameters if "default" in p)
    text = "\n".join(line for line in lines if not line.startswith("#+")).strip()
    return (f"<h1>{html.escape(head['summary'])}</h1>"
            f"<p>{html.escape(' '.join(head.get('description', '').split()))}</p>"
            f"<pre><code>tela query -n {html.escape(f'{name} {asked}'.strip())}</code></pre>{table}"
            f"<pre><code>{html.escape(text)}</code></pre>")


def main():
    tela, repository, folder = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    if folder.exists():
        sys.exit(f"{folder} is there already; name a folder that is not")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        site = Site(repository, Path(aside) / "site")
        site.folder.mkdir()
        site.read_documents()
        site.read_manual(tela)
        site.read_library()
        site.finish()
        site.folder.rename(folder)
    print(f"{len(site.contents)} pages in {folder}")


if __name__ == "__main__":
    main()
