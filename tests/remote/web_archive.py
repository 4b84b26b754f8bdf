"""Web archives of generated pages, for tests and measurements: write(PATH, FIRST, COUNT)."""
import gzip
import subprocess
import sys

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} | OIM</title></head><body>
<nav><ul><li><a href="/">Accueil</a></li></ul></nav><main><h1>{title}</h1>
{project}<p>{city} – Le {state} et le {other} ont tenu la {number}e réunion de la Conférence régionale sur les migrations
pour parler de la gouvernance des migrations, de la protection des enfants et du retour.</p>
{more}</main><footer>OIM</footer></body></html>"""
PROJECT = """<dl><dt>Code du projet</dt><dd>TE.{number:04d}</dd><dt>Pays bénéficiaires</dt><dd>{state}, {other}</dd>
<dt>Budget</dt><dd>{number}0000 USD</dd></dl>"""
STATES = ["Honduras", "Mexique", "Guatemala", "Panama", "Belize", "Nicaragua", "Canada", "Maroc", "Sénégal", "Ghana"]
MORE = "<p>Les participants du {state} ont présenté leurs travaux, et remercié leurs hôtes.</p>\n"


def page(number):
    state, other = STATES[number % 10], STATES[(number * 7 + 3) % 10]
    project = PROJECT.format(number=number, state=state, other=other) if number % 2 else ""
    title = f"Renforcement de la gestion des frontières au {state}, phase {number}"
    return PAGE.format(title=title, state=state, other=other, city="Tela", number=number % 30 + 1, project=project,
                       more=MORE.format(state=other) * (number % 40)).encode()


def record(kind, fields, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{fields}Content-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(body[at:at + 1000]), body[at:at + 1000]) for at in range(0, len(body), 1000)) + b"0\r\n\r\n"


def response(number):
    body, fields = page(number), ""
    if number % 3 == 1:
        body, fields = gzip.compress(body, mtime=0), "Content-Encoding: gzip\r\n"
    if number % 4 == 1:
        body, fields = chunked(body), fields + "Transfer-Encoding: chunked\r\n"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n".encode()
    about = (f"WARC-Target-URI: https://site-{number % 50}.example.org/news/{number}\r\n"
             f"WARC-Date: 2026-03-{number % 28 + 1:02d}T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n")
    return record("response", about, head + body)


def write(path, first, count):
    """Packed as the name says, each record by itself."""
    records = [record("warcinfo", "", b"software: test\r\n")]
    for number in range(first, first + count):
        records += [record("request", "", b"GET / HTTP/1.1\r\n\r\n"), response(number)]
    with open(path, "wb") as file:
        if path.endswith(".zst"):
            subprocess.run(["zstd", "-q", "-c"], input=b"".join(records), stdout=file, check=True)
        else:
            for one in records:
                file.write(gzip.compress(one, 6, mtime=0) if path.endswith(".gz") else one)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
