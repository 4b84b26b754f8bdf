"""Starts a Virtuoso of Debian's on free ports of the loopback, in a folder of its own, at its usual caps."""
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

CONFIGURATION = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 60
"""


def is_installed():
    return shutil.which("virtuoso-t") is not None and shutil.which("isql-vt") is not None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningVirtuoso:
    """A server for the length of a with block."""

    def __init__(self, folder, allows=None):
        self.folder = pathlib.Path(folder)
        self.sql, http = free_port(), free_port()
        self.url = f"http://127.0.0.1:{http}/sparql"
        (self.folder / "virtuoso.ini").write_text(CONFIGURATION.format(sql=self.sql, http=http, folder=allows or folder))
        self.process = subprocess.Popen(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], cwd=folder,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()

    def wait(self, patience=240):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.url + "?query=ASK%7B%7D", timeout=10):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        log = self.folder / "v.log"
        raise RuntimeError("Virtuoso did not start: " + (log.read_text()[-2000:] if log.exists() else ""))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def run(self, statements):
        """SQL, as its administrator."""
        return subprocess.run(["isql-vt", str(self.sql), "dba", "dba", "exec=" + statements], capture_output=True, text=True,
                              timeout=300, check=True).stdout
