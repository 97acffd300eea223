#!/bin/bash
# Submits a study to Slurm: submit.sh SHARDS PARTS OUT COMMAND...
# For instance: submit.sh 64 parts report run scenarios/pass24.toml --replications 10000
set -euo pipefail
if [ $# -lt 4 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi
export SHARDS=$1 PARTS=$2 OUT=$3
shift 3
export SCRIPTS TRIES=${TRIES:-3} STAFFCAST=${STAFFCAST:-staffcast}
SCRIPTS=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$PARTS"
exec "$SCRIPTS/submit-array.sh" "1-$SHARDS" "$@"
