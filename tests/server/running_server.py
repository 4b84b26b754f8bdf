"""Starts `tela serve` on a free port of the loopback, and speaks HTTP with it."""
import http.client
import re
import signal
import socket
import subprocess


class RunningServer:
    """A server for the length of a with block."""

    def __init__(self, tela, store, *options):
        self.process = subprocess.Popen(
            [tela, "serve", "-s", store, "--bind", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise RuntimeError("the server did not start: " + line + self.process.stderr.read())
        self.port = int(found.group(1))
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """SIGTERM; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, told = self.process.communicate(timeout=30)
        if self.process.returncode != 0:
            print(told[-3000:])
        return self.process.returncode

    def ask(self, method, target, body=None, headers=(), timeout=60):
        """Status, header fields in lower case, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body=body, headers=dict(headers))
            response = connection.getresponse()
            return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        finally:
            connection.close()

    def memory_kib(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))


def free_port():
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Faults:
    """What did not hold; the test fails at its end when there is any."""

    def __init__(self):
        self.texts = []
        self.checked = 0

    def check(self, what, expected, found):
        self.checked += 1
        if expected != found:
            self.texts.append(f"{what}: expected {expected!r}, found {found!r}")

    def exit(self):
        print("\n".join(self.texts) or f"{self.checked} checks hold")
        raise SystemExit(1 if self.texts else 0)
