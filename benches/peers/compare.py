#!/usr/bin/env python3
"""Two workloads in staffcast, in the limit programs and in its peers, side by side.

Rates are per CPU-second (user and system), medians of interleaved rounds. A program's time counts
only if its numbers agree with the exact ones. What is absent is skipped, and it is said how to get it:

  cargo build --release
  cargo build --release --manifest-path benches/peers/rust/Cargo.toml --target-dir target/peers
  python3 -m venv target/peers/python && target/peers/python/bin/pip install simpy salabim ciw
"""

import argparse
import os
import sys

import growth
import tables
from programs import ROOT, Staffcast, everything, measure

OWN_PYTHON = ROOT / "target" / "peers" / "python" / "bin" / "python"


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", metavar="DIR", help="cargo project of the limit programs w1 and w2, built")
    parser.add_argument("--staffcast", metavar="FILE", default=ROOT / "target" / "release" / "staffcast")
    python = OWN_PYTHON if OWN_PYTHON.exists() else sys.executable
    parser.add_argument("--python", metavar="FILE", default=python, help="the Python that has the libraries")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", metavar="FILE", help="refresh the tables of this Markdown file")
    for part in ["peers", "scaling", "threads", "memory"]:
        parser.add_argument(f"--{part}", action="store_true", help="only this part (and others so named)")
    return parser.parse_args()


def say(line):
    print(line, file=sys.stderr, flush=True)


def main():
    asked = arguments()
    parts = [it for it in ["peers", "scaling", "threads", "memory"] if getattr(asked, it)]
    parts = parts or ["peers", "scaling", "threads", "memory"]
    blocks = {"machine": tables.machine(asked.python)}
    wrong = []
    if "peers" in parts:
        programs = []
        for program in everything(asked.staffcast, asked.limit, asked.python):
            missing = program.missing()
            if missing is None:
                programs.append(program)
            else:
                print(f"skipped: {program.name}; to include it: {missing}")
        records = measure(programs, asked.rounds, say)
        blocks |= tables.compared(records)
        wrong = tables.complaints(records)
    own = Staffcast(asked.staffcast)
    for part in parts:
        if part != "peers" and own.missing() is None:
            blocks |= getattr(growth, part)(own, min(asked.rounds, 3), say)
    for name, block in blocks.items():
        print(f"\n{name}\n{block}")
    for line in wrong:
        print(f"disagrees: {line}")
    if asked.write:
        tables.write(asked.write, blocks)
        print(f"\nwritten: {os.path.relpath(asked.write)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
