#!/usr/bin/env bash
# From a bare Debian 12 to the main job's first answer: packages, build, the store of data/, one query.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  g++ cmake ninja-build pkg-config git ca-certificates
  librdf0-dev librasqal3-dev libraptor2-dev libserd-dev libboost-graph-dev libpugixml-dev libcli11-dev catch2
  libicu-dev libgumbo-dev nlohmann-json3-dev libxxhash-dev libexpat1-dev libcurl4-gnutls-dev nettle-dev zlib1g-dev libzstd-dev
  libgraphviz-dev graphviz
  pybind11-dev python3-dev
)
src/install_packages.sh "${packages[@]}" >&2

{ cmake --preset release && cmake --build --preset release; } >&2
build/release/src/tela build data
build/release/src/tela query -n partners-of-a-state -p state=HN
