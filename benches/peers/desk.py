"""The two workloads as every Python program here understands them, and the line each prints.

W1 is M/M/3; W2 is a help desk of one agent. Both run on a clock that stands still outside working
hours: minutes of working time, 540 a day, looked up in a calendar only to say which month it is.
None of the libraries has working hours under which service pauses and arrivals stop, and this clock
is the cheapest honest way to have them.
"""

import argparse
import datetime
import json
import math
import random
import time

DAY = 540.0
SHARES = (0.075, 0.65, 0.275)
TARGETS = (120.0, 540.0, 1620.0)
ARRIVAL, SERVICE, SERVERS = 2.4, 1.0, 3

_MONDAY = datetime.date(2024, 1, 1)
_DATES = [_MONDAY + datetime.timedelta(days=it) for it in range(1096)]
MONTHS = [(it.year - 2024) * 12 + it.month - 1 for it in _DATES if it.weekday() < 5]
HORIZON = len(MONTHS) * DAY

# Lognormal with mean 40 minutes and a coefficient of variation of 1.
SIGMA = math.sqrt(math.log(2.0))
MU = math.log(40.0) - SIGMA**2 / 2.0


class Chance(random.Random):
    """What the two workloads draw."""

    def effort(self):
        return self.lognormvariate(MU, SIGMA)

    def ticket_class(self):
        drawn = self.random()
        return 0 if drawn < SHARES[0] else 1 if drawn < SHARES[0] + SHARES[1] else 2


class Tally:
    """What one replication of W2 counts: by month and class, and in total by class."""

    def __init__(self):
        self.entered = [[0, 0, 0] for _ in range(36)]
        self.met = [[0, 0, 0] for _ in range(36)]
        self.closed = [0, 0, 0]
        self.sojourn = [0.0, 0.0, 0.0]

    def open(self, ticket_class, created):
        self.entered[MONTHS[int(created / DAY)]][ticket_class] += 1

    def close(self, ticket_class, created, now):
        self.closed[ticket_class] += 1
        self.sojourn[ticket_class] += now - created
        if now - created <= TARGETS[ticket_class]:
            self.met[MONTHS[int(created / DAY)]][ticket_class] += 1


def ratio(above, below):
    """A ratio of two means over replications and its standard error (delta method)."""
    runs, value = len(below), sum(above) / max(1, sum(below))
    if runs < 2:
        return value, math.inf
    rest = sum((a - value * b) ** 2 for a, b in zip(above, below))
    return value, math.sqrt(rest / (runs - 1) / runs) / (sum(below) / runs)


def summary(tallies):
    """The results of W2 over replications, each class with its standard error."""
    found = {"sojourn": [], "sojourn_error": [], "sla": [], "sla_error": []}
    for it in range(3):
        met = [sum(month[it] for month in tally.met) for tally in tallies]
        entered = [sum(month[it] for month in tally.entered) for tally in tallies]
        pairs = {
            "sojourn": ([tally.sojourn[it] for tally in tallies], [tally.closed[it] for tally in tallies]),
            "sla": (met, entered),
        }
        for key, pair in pairs.items():
            value, error = ratio(*pair)
            found[key].append(value)
            found[key + "_error"].append(error)
    found["services"] = sum(sum(tally.closed) for tally in tallies) / len(tallies)
    return found


def main(program, queue, desk):
    """Runs one workload and prints a line of JSON. Imports and start-up do not count.

    `queue(chance, customers)` returns the sum of waits; `desk(chance, per_day, reopen)` a `Tally`.
    """
    parser = argparse.ArgumentParser(description=f"W1 and W2 in {program}")
    parser.add_argument("workload", choices=["w1", "w2"])
    parser.add_argument("size", type=int, help="customers of W1, replications of W2")
    parser.add_argument("per_day", type=float, nargs="?", default=10.0)
    parser.add_argument("reopen", type=float, nargs="?", default=0.075)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    began = time.process_time()
    if asked.workload == "w1":
        waited = queue(Chance(asked.seed), asked.size)
        used = time.process_time() - began
        services, results = asked.size, {"wait": waited / asked.size}
    else:
        seeds = range(asked.seed * 100_000, asked.seed * 100_000 + asked.size)
        tallies = [desk(Chance(seed), asked.per_day, asked.reopen) for seed in seeds]
        used = time.process_time() - began
        results = summary(tallies)
        services = round(results["services"] * asked.size)
    line = {"program": program, "workload": asked.workload, "replications": asked.size}
    line |= {"customers": services, "cpu_seconds": used, "results": results}
    print(json.dumps(line))
