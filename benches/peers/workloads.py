"""What is simulated, what comes out exactly, and whether a program's numbers agree with it."""

import math
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Workload:
    """One workload; `truth` maps a result to its values, by class where there are classes."""

    key: str
    title: str
    unit: str
    truth: dict
    per_day: float = 0.0
    reopen: float = 0.0
    timed: bool = True


# Erlang C: P(wait) = 0.6471910112, mean wait = P(wait) / (3 − 2.4).
W1 = Workload("w1", "W1: M/M/3, λ = 2.4, μ = 1", "customers", {"wait": [1.0786517]})

# M/G/1 with priorities and no interruption (Cobham 1954): exact without reopening.
EXACT = Workload(
    "exact",
    "W2 without reopening",
    "replications",
    {"sojourn": [71.37, 107.76, 286.86]},
    per_day=10,
    timed=False,
)
# With reopening there is no formula: an event loop written for this desk alone, 20 000 replications.
W2_10 = Workload(
    "w2-10",
    "W2: help desk, 10 tickets a day",
    "replications",
    {"sojourn": [74.02, 120.69, 422.5], "sla": [0.8404, 0.9878, 0.9491]},
    per_day=10,
    reopen=0.075,
)
# Overload: the third class starves, and how long its tickets take depends on when one stops to look.
# So its time is not compared, but what the agent got done is.
W2_14 = Workload(
    "w2-14",
    "W2: help desk, 14 tickets a day (overload)",
    "replications",
    {"sojourn": [83.37, 271.06], "sla": [0.8063, 0.8751], "services": [10577]},
    per_day=14,
    reopen=0.075,
)
ALL = [W1, EXACT, W2_10, W2_14]

# Relative spread of one replication (of a million customers in W1) by class, measured over thousands of
# replications: for programs that print no errors, and against errors too small by chance where a program
# is so slow that it makes only a few replications.
SPREAD = {
    "wait": [0.014],
    "sojourn": [0.045, 0.1, 0.16],
    "sla": [0.02, 0.03, 0.03],
    "services": [0.01],
}
# What is allowed beyond the interval: the references are rounded and start with an empty queue too.
SLACK = 0.01
WIDTH = 4.0


@dataclass
class Sample:
    """One run of one program: units of work, CPU seconds, results as lists by class."""

    units: float
    seconds: float
    results: dict

    @property
    def rate(self):
        return self.units / self.seconds


@dataclass
class Record:
    """All runs of one program on one workload."""

    samples: list = field(default_factory=list)

    def mean(self, key):
        lists = [it.results[key] for it in self.samples if key in it.results]
        return [sum(values) / len(values) for values in zip(*lists)]

    def errors(self, key):
        """Standard errors over all rounds: from the known spread, or the program's own if larger."""
        units = sum(it.units for it in self.samples)
        runs = units / 1e6 if key == "wait" else units
        known = [value * spread / math.sqrt(runs) for value, spread in zip(self.mean(key), SPREAD[key])]
        lists = [it.results.get(key + "_error") for it in self.samples]
        if not all(lists):
            return known
        own = [math.sqrt(sum(it * it for it in values)) / len(lists) for values in zip(*lists)]
        return [max(pair) for pair in zip(own, known)]

    def disagreements(self, workload):
        """What is wrong with the numbers, in words; empty if they agree."""
        wrong = []
        for key, truth in workload.truth.items():
            for place, (value, error, exact) in enumerate(zip(self.mean(key), self.errors(key), truth)):
                if not abs(value - exact) <= WIDTH * error + SLACK * exact:
                    wrong.append(f"{key}[{place}] is {value:.5g} ± {error:.2g}, not {exact:.5g}")
        return wrong

    def rates(self):
        return sorted(it.rate for it in self.samples)

    def median(self):
        rates, middle = self.rates(), len(self.samples) // 2
        return rates[middle] if len(rates) % 2 else (rates[middle - 1] + rates[middle]) / 2
