#!/usr/bin/env bash
# usage: run_module.sh SCRIPT.mjs PACKAGE NODE_MODULES [ARGUMENT...]
# Runs the script, whose imports are looked up beside it, in a folder that has the modules. Skips, and says so, where
# there is no node or the package is not installed.
set -euo pipefail
if ! command -v node >/dev/null || [ ! -d "$3/$2" ]; then
  echo "skipped: there is no node, or no $2 in $3"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$3" "$folder/node_modules"
cp "$1" "$folder"
node "$folder/$(basename "$1")" "${@:4}"
