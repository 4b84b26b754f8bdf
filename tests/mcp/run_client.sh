#!/usr/bin/env bash
# usage: run_client.sh TELA STORE NODE_MODULES
# Runs check_client.mjs, whose imports are looked up beside it, in a folder that has the modules.
set -euo pipefail
if ! command -v node >/dev/null || [ ! -d "$3/@modelcontextprotocol/sdk" ]; then
  echo "skipped: there is no node, or no @modelcontextprotocol/sdk in $3"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$3" "$folder/node_modules"
cp "$(dirname "$0")/check_client.mjs" "$folder"
node "$folder/check_client.mjs" "$1" "$2"
