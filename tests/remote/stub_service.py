"""A SPARQL service on a free port of the loopback that answers as the test says: every trap of the real ones."""
import socketserver
import threading
import urllib.parse

JSON = "application/sparql-results+json"


class Request:
    """What a client has sent."""

    def __init__(self, method, target, fields, body):
        self.method, self.target, self.fields, self.body = method, target, fields, body

    @property
    def query(self):
        form = urllib.parse.parse_qs(self.body.decode())
        return form.get("query", [""])[0]


def head(status=200, media_type=JSON, **fields):
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {media_type}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(lines) + "\r\n"


def whole(body, status=200, media_type=JSON, **fields):
    """An answer of known length."""
    body = body.encode() if isinstance(body, str) else body
    return (head(status, media_type, **fields) + f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def chunked(body, trailers=(), media_type=JSON, ends=True, **fields):
    """An answer in two chunks; without its end when `ends` is false."""
    body = body.encode()
    out = (head(200, media_type, **fields) + "Transfer-Encoding: chunked\r\n\r\n").encode()
    for part in (body[:len(body) // 2], body[len(body) // 2:]):
        out += f"{len(part):x}\r\n".encode() + part + b"\r\n"
    if ends:
        out += b"0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in trailers).encode() + b"\r\n"
    return out


def rows(count, name="x"):
    """The text of a JSON result, but for its end."""
    bindings = ",".join('{"%s":{"type":"uri","value":"urn:r%d"}}' % (name, i) for i in range(count))
    return '{"head":{"vars":["%s"]},"results":{"bindings":[%s' % (name, bindings)


def result(count, name="x"):
    return rows(count, name) + "]}}"


def number(value, name="rows"):
    return ('{"head":{"vars":["%s"]},"results":{"bindings":[{"%s":{"type":"literal","value":"%d",'
            '"datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}' % (name, name, value))


class StubService:
    """Answers each request with the bytes that `answer(request)` gives, or lets it use the connection itself."""

    def __init__(self, answer, host="127.0.0.1"):
        self.requests = []
        stub = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                request = self.read_request()
                if request is None:
                    return
                stub.requests.append(request)
                said = answer(request)
                if callable(said):
                    said(self)
                else:
                    self.wfile.write(said)

            def read_request(self):
                line = self.rfile.readline().decode().split()
                if len(line) != 3:
                    return None
                fields = {}
                for raw in iter(self.rfile.readline, b"\r\n"):
                    name, _, value = raw.decode().partition(":")
                    fields[name.lower()] = value.strip()
                body = self.rfile.read(int(fields.get("content-length", 0)))
                return Request(line[0], line[1], fields, body)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, *_):
                pass  # a client that goes away is what some tests are about

        self.server = Server((host, 0), Handler)
        self.url = f"http://{host}:{self.server.server_address[1]}/sparql"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
