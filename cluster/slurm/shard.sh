#!/bin/bash
# One task of the array: one shard of the study. submit.sh sets what is not said here.
#SBATCH --job-name=staffcast
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -euo pipefail
exec "$STAFFCAST" "$@" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --out "$PARTS" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" --quiet --yes
