#!/bin/bash
# Submits some shards and the merge that waits for them; called by submit.sh and merge.sh.
set -euo pipefail
shards=$1
shift
array=$(sbatch --parsable --array="$shards" "$SCRIPTS/shard.sh" "$@")
merge=$(sbatch --parsable --dependency="afterany:$array" "$SCRIPTS/merge.sh" "$@")
echo "array $array, merge $merge"
