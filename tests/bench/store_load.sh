#!/bin/sh
# Loading N-Triples: our build beside the packaged parsers, on the same file in the same run.
#   store_load.sh TELA FILE.nt   prints seconds, million triples a second, peak memory, bytes a triple
set -eu
tela=$1
file=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
triples=$(wc -l < "$file")

timed() { # NAME COMMAND...
  name=$1
  shift
  /usr/bin/time -f '%e %M' -o "$folder/time" "$@" > /dev/null 2> "$folder/log" || {
    cat "$folder/log" >&2
    exit 1
  }
  read -r seconds memory < "$folder/time"
  awk -v name="$name" -v s="$seconds" -v m="$memory" -v n="$triples" \
    'BEGIN { printf "%-24s %8.2f s %8.2f M triples/s %8.0f MiB\n", name, s, n / s / 1e6, m / 1024 }'
}

for round in 1 2 3; do
  timed "tela build" "$tela" build "$file" -s "$folder/store" --quiet
  timed "serdi (rewrite)" serdi -e -i ntriples "$file"
  timed "rapper (count)" rapper -q -c -i ntriples "$file"
done
awk -v bytes="$(stat -c %s "$folder/store")" -v n="$triples" \
  'BEGIN { printf "%-24s %8.2f bytes a triple\n", "store", bytes / n }'
