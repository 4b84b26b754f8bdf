#!/usr/bin/env python3
"""Serves a release with Apache and nginx, below a path, by the rules that it brings, and asks for resources as
browsers and RDF programs do.

usage: check_servers.py RELEASE TELA STORE
Needs Debian's apache2 and nginx-light; what is not installed is left out, and without both the test is skipped.
"""
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

release = pathlib.Path(sys.argv[1]).resolve()
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

APACHE = """ServerRoot /usr/lib/apache2
PidFile {place}/apache.pid
Listen 127.0.0.1:{port}
ServerName localhost
{user}
{modules}
TypesConfig /etc/mime.types
ErrorLog {place}/apache.log
DocumentRoot {place}/www
<Directory {place}/www>
AllowOverride All
Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core dir mime headers filter deflate rewrite".split()

NGINX = """pid {place}/nginx.pid; error_log {place}/nginx.log; {user}
events {{}}
http {{ access_log off; client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
include /etc/nginx/mime.types;
{head}
server {{ listen 127.0.0.1:{port}; root {place}/www; include {release}/server.nginx.conf; }} }}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, path, accept):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept": accept})
    answer = connection.getresponse()
    answer.read()
    return answer


def expect(server, port, path, accept, status, wanted=None):
    answer = ask(port, path, accept)
    found = answer.getheader("Location") if status == 303 else answer.getheader("Content-Type")
    found = re.sub(r"^https?://[^/]*", "", found or "")
    if answer.status != status or (wanted and not found.startswith(wanted)):
        sys.exit(f"check_servers.py: {server}: {path} with {accept}: {answer.status} {found}, not {status} {wanted}")
    return answer


def check(server, port):
    for _ in range(100):
        try:
            ask(port, "/tela/", "*/*")
            break
        except OSError:
            time.sleep(0.1)
    thing, page = "/tela/project/Q36-805", "/tela/project/Q36-805.html"
    for accept in ("*/*", BROWSER, "application/ld+json", "text/html;q=0.9, text/turtle;q=0.1"):
        expect(server, port, thing, accept, 303, page)
    for accept in ("text/turtle", "application/rdf+xml;q=0.9, text/turtle", "application/n-triples, */*;q=0.1"):
        expect(server, port, thing, accept, 303, "/tela/project/Q36-805.ttl")
    expect(server, port, "/tela/ontology", BROWSER, 303, "/tela/ontology.html")
    expect(server, port, "/tela/ontology", "text/turtle", 303, "/tela/ontology.ttl")
    expect(server, port, "/tela/project/none", BROWSER, 404)
    for path, media_type in (("/tela/", "text/html"), ("/tela/project/Q36-805.ttl", "text/turtle"),
                             ("/tela/dump/tela.nq", "application/n-quads"), ("/tela/.well-known/void", "text/turtle"),
                             ("/tela/dcat.rdf", "application/rdf+xml"),
                             ("/tela/dump/tela.jsonld", "application/ld+json")):
        expect(server, port, path, "*/*", 200, media_type)
    answer = expect(server, port, page, BROWSER, 200, "text/html")
    if "default-src 'none'" not in answer.getheader("Content-Security-Policy", ""):
        sys.exit(f"check_servers.py: {server} sends no policy")
    print(f"{server}: things, pages, data and media types")


def with_apache(place, user):
    port = free_port()
    modules = "\n".join(f"LoadModule {name}_module modules/mod_{name}.so" for name in MODULES)
    config = place / "apache.conf"
    config.write_text(APACHE.format(place=place, port=port, modules=modules,
                                    user="User nobody\nGroup nogroup" if user else ""))
    run = subprocess.Popen(["/usr/sbin/apache2", "-X", "-f", str(config)])
    try:
        check("Apache", port)
    finally:
        run.terminate()
        run.wait()


def with_nginx(place, user):
    port = free_port()
    # What the head of the rules says to put into the http block.
    rules = (release / "server.nginx.conf").read_text()
    head = re.search(r"^#   map.*?(?=^#$\n^# In the server)", rules, re.S | re.M).group(0)
    config = place / "nginx.conf"
    config.write_text(NGINX.format(place=place, port=port, release=release, head=re.sub(r"^# ?", "", head, flags=re.M),
                                   user="user nobody nogroup;" if user else ""))
    run = subprocess.Popen(["/usr/sbin/nginx", "-c", str(config), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        check("nginx", port)
    finally:
        run.terminate()
        run.wait()


path_of = "/usr/sbin:/usr/bin"
servers = [start for name, start in (("apache2", with_apache), ("nginx", with_nginx))
           if shutil.which(name, path=path_of)]
if not servers:
    print("skipped: neither apache2 nor nginx-light is installed")
    sys.exit(77)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    folder.chmod(0o755)
    (folder / "www").mkdir()
    shutil.copytree(release, folder / "www/tela", ignore=shutil.ignore_patterns("membership", "search"))
    for start in servers:
        start(folder, os.geteuid() == 0)
