#!/usr/bin/env bash
# A study on a real Slurm of four virtual nodes, one of which is killed in the middle; the merged report must
# have the bytes of a run on one machine. Usage: slurm.sh PATH-OF-STAFFCAST
# With MEASURE=1 no node is killed: four nodes are timed beside two threads of one machine (SHARDS, REPLICATIONS,
# and all policies with POLICIES=).
set -euo pipefail
staffcast=$(realpath "$1")
project=$(cd "$(dirname "$0")/../.." && pwd)

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
if ! command -v slurmctld >/dev/null || ! command -v munged >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  if ! $as_root apt-get update -qq || ! $as_root apt-get install -y -qq --no-install-recommends slurm-wlm munge >/dev/null; then
    echo "SKIPPED: THE TEST WITH SLURM NEEDS THE PACKAGES slurm-wlm AND munge, AND THEY CANNOT BE HAD HERE" >&2
    exit 0
  fi
fi
if [ "$(id -u)" != 0 ]; then
  echo "SKIPPED: THE TEST WITH SLURM STARTS ITS OWN DAEMONS AND MUST BE RUN AS root" >&2
  exit 0
fi

place=$(mktemp -d)
pids=()
nodes=()
# The processes of a daemon, children first: they are all ours.
family() {
  local child
  for child in $(pgrep -P "$1" || true); do family "$child"; done
  echo "$1"
}
cleanup() {
  local pid
  # What is killed here needs no obituary.
  for pid in "${pids[@]}"; do disown "$pid" 2>/dev/null || true; done
  scancel --user="$(id -un)" 2>/dev/null || true
  for pid in "${pids[@]}"; do
    for one in $(family "$pid"); do kill -9 "$one" 2>/dev/null || true; done
  done
  rm -rf "$place"
}
trap cleanup EXIT
failed() {
  echo "$*" >&2
  tail -n 15 "$place"/*.log "$place"/work/slurm-*.out >&2 2>/dev/null || true
  exit 1
}
# Waits until a command succeeds.
until_true() {
  local seconds=$1
  shift
  for _ in $(seq $((seconds * 5))); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  failed "waited $seconds seconds in vain for: $*"
}

# Our own munge, controller and nodes, all on the loopback.
mkdir -p "$place"/{state,work} "$place"/spool-{1,2,3,4}
dd if=/dev/urandom of="$place/key" bs=128 count=1 status=none
chmod 400 "$place/key"
chmod 755 "$place"
munged --foreground --force --key-file="$place/key" --socket="$place/munge" --pid-file="$place/munge.pid" \
  --log-file="$place/munge.log" --seed-file="$place/seed" >/dev/null 2>&1 &
pids+=($!)
export SLURM_CONF="$place/slurm.conf"
host=$(hostname)
cat > "$SLURM_CONF" <<CONF
ClusterName=staffcast
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=17000
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$place/munge
CredType=cred/munge
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool-%n
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd-%n.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
SlurmdTimeout=10
JobRequeue=1
NodeName=n[1-4] NodeHostname=$host NodeAddr=127.0.0.1 Port=[17001-17004] CPUs=1
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
for n in 1 2 3 4; do mkdir -p "$place/spool-n$n"; done
until_true 20 test -S "$place/munge"
slurmctld -D -f "$SLURM_CONF" -c >/dev/null 2>&1 &
pids+=($!)
until_true 30 scontrol ping
for n in 1 2 3 4; do
  slurmd -D -f "$SLURM_CONF" -N "n$n" >/dev/null 2>&1 &
  nodes[n]=$!
  pids+=($!)
done
idle() { [ "$(sinfo -h -N -t idle -o %N | wc -l)" = 4 ]; }
until_true 60 idle

# The study: some seconds for each shard.
cd "$place/work"
read -ra policies <<<"${POLICIES---policy as-is}"
study=(run "$project/scenarios/pass24.toml" "${policies[@]}" --replications "${REPLICATIONS:-160}" --lang en)
began=$(date +%s.%N)
STAFFCAST=$staffcast "$project/cluster/slurm/submit.sh" "${SHARDS:-8}" "$place/work/parts" "$place/work/merged" "${study[@]}"

# A node dies with all that runs on it.
kill_a_node() {
  running() { squeue -h -t running -o %N | grep -q n2; }
  until_true 60 running
  sleep 1
  for one in $(family "${nodes[2]}"); do kill -9 "$one" 2>/dev/null || true; done
  # Its task comes back to the queue, where Slurm lets it wait two minutes: not for a test.
  down() { sinfo -h -N -n n2 -o %T | grep -q down; }
  until_true 120 down
}
[ -n "${MEASURE:-}" ] || kill_a_node
hurry() {
  for job in $(squeue -h -r -t pending -o %A); do
    scontrol update "JobId=$job" StartTime=now 2>/dev/null || true
  done
  [ -s merged/summary.csv ] && [ -z "$(squeue -h)" ]
}
until_true 600 hurry
since() { awk -v from="$1" -v to="${2:-$(date +%s.%N)}" 'BEGIN { printf "%.1f", to - from }'; }
last=$(stat -c %.Y parts/*.parquet | sort -n | tail -n 1)
echo "${SHARDS:-8} shards on four nodes: $(since "$began" "$last") seconds; with the merge: $(since "$began")"

began=$(date +%s.%N)
"$staffcast" "${study[@]}" --out "$place/work/whole" --threads 2 --quiet
echo "two threads of one machine: $(since "$began") seconds"
diff -r merged whole || failed "the merged report differs from that of one machine"
echo "the report merged from Slurm has the bytes of a run on one machine"
