#!/usr/bin/env bash
# An analyst reads the replications that a run has kept, with DuckDB, and finds the summary's numbers in them.
# Usage: analysts.sh PATH-OF-STAFFCAST
set -euo pipefail
staffcast=$(realpath "$1")
project=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
if ! python3 -m venv "$place/venv" >/dev/null 2>&1 || ! "$place/venv/bin/pip" install -q duckdb; then
  echo "SKIPPED: THE TEST OF KEPT REPLICATIONS NEEDS python3-venv AND THE PACKAGE duckdb" >&2
  exit 0
fi
"$staffcast" run "$project/scenarios/two-shifts-us.toml" --replications 20 --keep-replications --quiet --out "$place/out"
"$place/venv/bin/python" - "$place/out" <<'PY'
import csv, sys
import duckdb

folder = sys.argv[1]
kept = f"'{folder}/replications.parquet'"
mean = lambda column: duckdb.sql(
    f"select policy, measure, scope, avg({column}) filter (not isnan({column})) from {kept} group by all"
).fetchall()

def check(found, rows, what):
    known = {tuple(row[:3]): row[3] for row in found}
    compared = 0
    for row in rows:
        if row["mean"]:
            own, told = known[row["policy"], row["measure"], row["scope"]], float(row["mean"])
            assert abs(own - told) <= 1e-6 * max(1, abs(told)), (what, row, own)
            compared += 1
    assert compared > 20, (what, compared)
    return compared

summary = list(csv.DictReader(open(f"{folder}/summary.csv")))
total = check(mean("value"), summary, "summary")
monthly = list(csv.DictReader(open(f"{folder}/monthly.csv")))
for month in sorted({row["month"] for row in monthly}):
    own = [row for row in monthly if row["month"] == month]
    total += check(mean(f'"{month}"'), own, month)
replications = duckdb.sql(f"select count(distinct replication) from {kept}").fetchall()[0][0]
assert replications == 20, replications
seed = duckdb.sql(
    f"select decode(value) from parquet_kv_metadata({kept}) where decode(key) = 'staffcast.seed'"
).fetchall()[0][0]
print(f"DuckDB finds {total} means of summary.csv and monthly.csv in the kept replications (seed {seed})")
PY
