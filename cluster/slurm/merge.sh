#!/bin/bash
# After the array: shards that are missing run again, three times at most; then the parts become the report.
#SBATCH --job-name=staffcast-merge
#SBATCH --cpus-per-task=1
set -euo pipefail
missing=$("$STAFFCAST" merge --missing "$PARTS") || missing=1-$SHARDS
if [ -n "$missing" ]; then
  if [ "$TRIES" -le 0 ]; then
    echo "shards $missing are still missing: see the slurm-*.out files of the array" >&2
    exit 1
  fi
  echo "running shards $missing again"
  TRIES=$((TRIES - 1)) exec "$SCRIPTS/submit-array.sh" "$missing" "$@"
fi
exec "$STAFFCAST" merge "$PARTS" --out "$OUT" --threads "${SLURM_CPUS_PER_TASK:-1}"
