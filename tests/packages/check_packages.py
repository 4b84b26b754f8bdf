#!/usr/bin/env python3
"""Makes the Debian packages and the tarball of a release build, has lintian look at them, unpacks them and follows README's tour.

usage: check_packages.py BUILD
Skipped (status 77) where there is no release build, dpkg-deb or lintian.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
PACKAGES = {"tela", "libtela-dev", "librdf-storage-tela", "python3-tela"}
# No bug in Debian's tracker asks for this program; cpack calls ldconfig for a plug-in, where it does nothing.
ACCEPTED = "initial-upload-closes-no-bugs,maintscript-calls-ldconfig"


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True, **options).stdout


def make(build, folder):
    run("cpack", "--config", build / "CPackConfig.cmake", "-B", folder)
    debs = {run("dpkg-deb", "--field", file, "Package").strip(): file for file in folder.glob("*.deb")}
    assert set(debs) == PACKAGES, debs
    return debs


def check_lint(debs):
    found = subprocess.run(["lintian", "--allow-root", "--suppress-tags", ACCEPTED, "--fail-on", "error,warning", *map(str, debs.values())],
                           capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def follow_tour(root, folder):
    tela = root / "bin/tela"
    run(tela, "build", root / "share/tela/data", "-q", "-s", folder / "store")
    partners = run(tela, "query", "-s", folder / "store", "-n", "partners-of-a-state", "-p", "state=HN", "-f", "csv")
    assert partners.splitlines()[1].startswith("https://w3id.org/tela/state/"), partners
    pages = {page.name for page in (root / "share/man/man1").iterdir()}
    for command in ("tela", "tela-query", "tela-graph"):
        assert {command + ".1", command + ".1.gz"} & pages, pages


def check_development(root):
    environment = {**os.environ, "PKG_CONFIG_PATH": str(next(root.glob("lib/**/pkgconfig")))}
    flags = run("pkg-config", "--cflags", "tela", env=environment)
    include = pathlib.Path(flags.split("-I")[1].split()[0])
    assert (include / "engine/database.h").exists(), flags


def check_tarball(folder):
    name = next(path for path in folder.glob("*program*.tar.gz"))
    (folder / "anywhere").mkdir()
    run("tar", "--extract", "--file", name, "--directory", folder / "anywhere")
    program = next((folder / "anywhere").glob("**/bin/tela"))
    follow_tour(program.parents[1], folder)


def main():
    build = pathlib.Path(sys.argv[1])
    missing = [what for what in ("cpack", "dpkg-deb", "dpkg-shlibdeps", "lintian") if shutil.which(what) is None]
    if not (build / "src/tela").exists() or missing:
        print("skipped:", ", ".join(missing) or f"no release build in {build}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        debs = make(build, folder)
        check_lint(debs)
        for package, file in debs.items():
            run("dpkg-deb", "--extract", file, folder / package)
        follow_tour(folder / "tela/usr", folder)
        check_development(folder / "libtela-dev/usr")
        assert list((folder / "librdf-storage-tela").glob("usr/lib/**/redland/librdf_storage_tela.so"))
        check_tarball(folder)
        print("\n".join(f"{package}: {file.stat().st_size} bytes" for package, file in debs.items()))
    return 0


sys.exit(main())
