#!/bin/sh
# Runs the comparisons of this folder, and puts their tables and plots into docs/results/fashion. Takes about two hours on
# two cores; called again, it goes on where it was stopped.
#
#   examples/fashion/results.sh [NAME...]      # such as bytes; all by default
#
# The runs go to comparisons/ in the present folder. Limbeck is that of this checkout, or $LIMBECK.
set -eu

here=$(cd -P "$(dirname "$0")" && pwd)
root=$(cd -P "$here/../.." && pwd)
limbeck=${LIMBECK:-$root/limbeck}
pages=$root/docs/results/fashion
mkdir -p "$pages"

# keep NAME: copies what a page of docs/ shows of a comparison, or may.
keep() {
  for file in table.md table.csv curves.csv convergence.md accuracy-over-bytes.svg accuracy-over-rounds.svg \
    stationarity-over-rounds.svg disagreement-over-rounds.svg tracking-error-over-rounds.svg differences.md differences.csv; do
    [ ! -f "comparisons/$1/$file" ] || cp "comparisons/$1/$file" "$pages/$1-$file"
  done
}

# compare NAME [OPTION...]: runs the experiments of NAME.yaml.
compare() {
  name=$1
  shift
  "$limbeck" compare "$here/$name.yaml" --out "comparisons/$name" "$@"
  keep "$name"
}

[ $# -gt 0 ] || set -- bytes intervals mixed ring16 reference robustness robustness-weighted convergence exact connections connections64 smoothed64 bytes-cnn weightings weightings-skewed weightings-400kB weightings-one-class
for name in "$@"; do
  case $name in
    ring16) compare ring16 --seeds 1,2,3 --set 'sweep.topology=[ring, complete]' ;;
    mixed) compare mixed --seeds 1,2,3 --baseline ;;
    *) compare "$name" ;;
  esac
done
