"""The programs that are compared: how each is run, and how much of it is about a second's work."""

import csv
import json
import os
import subprocess
import tempfile
from pathlib import Path

from workloads import ALL, EXACT, W1, Record, Sample

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUST_BINARIES = ROOT / "target" / "peers" / "release"
BUILD_RUST = "cargo build --release --manifest-path benches/peers/rust/Cargo.toml --target-dir target/peers"
CLASSES = ["emergency", "standard", "consultation"]


def spend(command):
    """Runs a command; returns what it printed, its CPU seconds (user and system) and its peak memory."""
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen([str(it) for it in command], stdout=printed)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}")
        printed.seek(0)
        return printed.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def lists(results):
    return {key: it if isinstance(it, list) else [it] for key, it in results.items()}


class Peer:
    """A program of this folder: it times itself, without start-up, and prints one line of JSON."""

    group = "peer"

    def __init__(self, name, customers, replications, install):
        self.name, self.customers, self.replications, self.install = name, customers, replications, install

    def run(self, workload, turn):
        first = workload is W1
        size = self.customers if first else self.replications
        words = ["w1" if first else "w2", size, workload.per_day, workload.reopen, turn + 1]
        line = json.loads(spend([*self.command(), *words])[0])
        self.name = line["program"]
        return Sample(size, line["cpu_seconds"], lists(line["results"]))


class PythonPeer(Peer):
    """A program in Python; absent if its library is."""

    def __init__(self, python, library, customers, replications):
        super().__init__(library, customers, replications, f"{python} -m pip install {library}")
        self.python, self.library = python, library

    def command(self):
        return [self.python, HERE / f"{self.library}_desk.py"]

    def missing(self):
        found = subprocess.run([self.python, "-c", f"import {self.library}"], capture_output=True)
        return None if found.returncode == 0 else self.install


class RustPeer(Peer):
    """A program in Rust; absent if it is not built."""

    def __init__(self, name, customers, replications):
        super().__init__(name, customers, replications, BUILD_RUST)
        self.binary = RUST_BINARIES / name

    def command(self):
        return [self.binary]

    def missing(self):
        return None if self.binary.exists() else self.install


class Limit:
    """One variant of the hand-written limit programs; they time themselves, and repeat three times."""

    group = "limit"
    printed = {}

    def __init__(self, name, folder, binary, variant, size=1_000_000):
        self.name, self.folder, self.binary, self.variant, self.size = name, folder, binary, variant, size

    def path(self):
        return Path(self.folder) / "target" / "release" / self.binary

    def missing(self):
        if self.folder is None:
            return "--limit DIR, a cargo project with the programs w1 and w2"
        if not self.path().exists():
            return f"cargo build --release --manifest-path {self.folder}/Cargo.toml"
        return None

    def run(self, workload, turn):
        if (workload is W1) != (self.binary == "w1"):
            return None
        if workload is W1:
            words = [self.size, 3]  # All variants run: once a round is enough.
        else:
            words = [self.size, workload.per_day, workload.reopen, 1, 3, self.variant]
        key = (turn, *words)
        if key not in Limit.printed:
            Limit.printed[key] = [json.loads(it) for it in spend([self.path(), *words])[0].splitlines()]
        for line in Limit.printed[key]:
            if line["prog"] == f"rust-limit:{self.variant}" and line.get("c", 3) == 3:
                return self.sample(workload, line)
        raise RuntimeError(f"{self.path()} has no variant {self.variant}")

    def sample(self, workload, line):
        if workload is W1:
            results = {"wait": [line["mean_wait"]]}
        else:
            services = [line["services_per_rep"]]
            results = {"sojourn": line["mean_res"], "sla": line["sla"], "services": services}
        return Sample(self.size, line["cpu_med"], results)


class Staffcast:
    """`staffcast run` on a scenario file.

    Start-up, reading the scenario and writing the report cost the same whatever the number of
    replications, so they are removed: two runs, and the difference of both time and work.
    """

    group = "staffcast"

    def __init__(self, binary):
        self.name, self.binary = "staffcast", Path(binary)

    def missing(self):
        return None if self.binary.exists() else "cargo build --release"

    def spend(self, scenario, replications, settings=(), seed=1, threads=1, more=()):
        """CPU seconds, peak memory in MB and the rows of summary.csv."""
        with tempfile.TemporaryDirectory() as out:
            words = ["run", scenario, "--quiet", "--threads", threads, "--seed", seed, "--out", out]
            words += ["--replications", replications, *more]
            for setting in settings:
                words += ["--set", setting]
            _, seconds, memory = spend([self.binary, *words])
            with open(Path(out) / "summary.csv", newline="") as file:
                return seconds, memory, list(csv.DictReader(file))

    def difference(self, scenario, few, many, settings=(), seed=1, more=()):
        """CPU seconds of `many - few` replications, and the results of the longer run."""
        short, _, _ = self.spend(scenario, few, settings, seed, more=more)
        long, _, rows = self.spend(scenario, many, settings, seed, more=more)
        return max(long - short, 1e-9), rows

    def run(self, workload, turn):
        verification = ROOT / "scenarios" / "verification"
        if workload is W1:
            seconds, rows = self.difference(HERE / "mm3-million.toml", 2, 22, seed=turn + 1)
            # A unit of time is six minutes there.
            waited = {"wait": [number(rows, "wait", "customer", 10)]}
            return Sample(number(rows, "arrivals", "customer") * 20, seconds, waited)
        settings = []
        if workload is EXACT:
            for name in CLASSES:
                settings.append(f'streams."ticket.{name}".route[2].reopen=0')
        file = "helpdesk-14.toml" if workload.per_day == 14 else "helpdesk.toml"
        seconds, rows = self.difference(verification / file, 100, 4100, settings, seed=turn + 1)
        scopes = [f"ticket.{name}" for name in CLASSES]
        results = {
            "sojourn": [number(rows, "sojourn", it, 60) for it in scopes],
            "sojourn_error": [error(rows, "sojourn", it, 60) for it in scopes],
            "sla": [number(rows, "sla.met", f"{it}/solved") for it in scopes],
            "sla_error": [error(rows, "sla.met", f"{it}/solved") for it in scopes],
            "services": [sum(number(rows, "completions", it) for it in scopes)],
            "services_error": [sum(error(rows, "completions", it) for it in scopes)],
        }
        return Sample(4000, seconds, results)


def row(rows, measure, scope):
    return next(it for it in rows if it["measure"] == measure and it["scope"] == scope)


def number(rows, measure, scope, factor=1.0):
    """A mean of the summary, in other units."""
    return float(row(rows, measure, scope)["mean"]) * factor


def error(rows, measure, scope, factor=1.0):
    """Its standard error, from the 95 % interval."""
    found = row(rows, measure, scope)
    return (float(found["ci_high"]) - float(found["ci_low"])) / 2 / 1.96 * factor


def everything(staffcast, limit, python):
    """All programs, in the order of the tables."""
    f = "F = E + one RNG stream per source (CRN), 4 lanes, wyrand"
    d = "D calendar time, shift events, BinaryHeap, pause/resume"
    return [
        Limit("limit: recursion, no events", limit, "w1", "kw3 xoshiro256++"),
        Limit("limit: event loop, own heap", limit, "w1", "event loop, own heap4"),
        Limit("limit: event loop, std heap", limit, "w1", "event loop, std BinaryHeap+seq+VecDeque"),
        Limit("limit F: no events", limit, "w2", f, 3000),
        Limit("limit C: event loop, own heap", limit, "w2", "C event loop, heap4, xoshiro256++", 1500),
        Limit("limit D: shift events, std heap", limit, "w2", d, 700),
        Staffcast(staffcast),
        RustPeer("simul_desk", 4_000_000, 800),
        RustPeer("simu_des_desk", 2_000_000, 300),
        RustPeer("nexosim_desk", 1_500_000, 250),
        PythonPeer(python, "simpy", 200_000, 16),
        PythonPeer(python, "ciw", 60_000, 7),
        PythonPeer(python, "salabim", 12_000, 3),
    ]


def measure(programs, rounds, say):
    """Rounds over all programs and workloads, so that a slow minute of the machine meets them all."""
    records = {}
    for turn in range(rounds):
        for workload in ALL:
            if not workload.timed and turn > 0:
                continue
            for program in programs:
                sample = program.run(workload, turn)
                if sample is not None:
                    records.setdefault((workload.key, program), Record()).samples.append(sample)
                    say(f"{turn + 1}/{rounds} {workload.key:6} {program.name:32} {sample.rate:14,.1f}")
    return records
