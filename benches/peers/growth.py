"""staffcast alone: what a ticket costs in larger departments, a second thread, memory."""

import time

from programs import ROOT, CLASSES, number
from tables import short, table

HELPDESK = ROOT / "scenarios" / "verification" / "helpdesk.toml"
PASS24 = ROOT / "scenarios" / "pass24.toml"
ROLES = ["head", "tp_manager", "success_manager", "implementation_manager", "engineer"]


def helpdesk(times):
    """The help desk with so many times the tickets and the agents."""
    return [f"mixes.ticket.rate={10 * times}", f"roles.clerk.headcount={times}"]


def pass24(times):
    """The department with so many times the clients, projects, duties and people; a year of it."""
    settings = ["scenario.months=12"]
    settings += [f"drivers.clients.stock.from={217 * times}", f"drivers.clients.cap={400 * times}"]
    settings += [f"drivers.projects.constant={5 * times}", f"streams.project.backlog_at_start={2 * times}"]
    # Rates that follow no driver.
    settings += [f'streams."engineer.consultation".arrival.rate={6.5 * times}']
    settings += [f'streams."head.management".arrival.rate={8 * times}']
    return settings + [f"roles.{it}.headcount={times}" for it in ROLES]


def cost(staffcast, scenario, settings, few, many, turn, more=()):
    """CPU seconds of one ticket (a piece of any work)."""
    seconds, rows = staffcast.difference(scenario, few, many, settings, seed=turn + 1, more=more)
    arrived = sum(float(it["mean"]) for it in rows if it["measure"] == "arrivals" and it["policy"] == "as-is")
    return seconds / ((many - few) * arrived), arrived


def scaling(staffcast, rounds, say):
    """Cost of a ticket when clients and staff grow together."""
    steps = [(1, 2100, 420), (10, 210, 42), (100, 22, 6), (1000, 3, 2)]
    costs, tickets = {}, {}
    for turn in range(rounds):
        for times, desk_runs, department_runs in steps:
            plans = [("helpdesk", HELPDESK, helpdesk(times), desk_runs, [])]
            plans.append(("pass24", PASS24, pass24(times), department_runs, ["--policy", "as-is"]))
            for name, file, settings, many, more in plans:
                few = max(1, many // 20)
                spent, arrived = cost(staffcast, file, settings, few, many, turn, more)
                costs.setdefault((name, times), []).append(spent)
                tickets[name, times] = arrived
                say(f"{turn + 1}/{rounds} {name} ×{times}: {spent * 1e9:.0f} ns a ticket")
    rows = []
    for times, _, _ in steps:
        cells = [short(217 * times)]
        for name in ["helpdesk", "pass24"]:
            middle, first = (median(costs[name, it]) for it in (times, 1))
            cells += [short(tickets[name, times]), f"{middle * 1e9:.0f}", f"{middle / first:.2f}"]
        rows.append(cells)
    heads = ["clients", "help desk: tickets", "ns a ticket", "×", "PASS24, a year: items", "ns an item", "×"]
    return {"scaling": table(heads, rows)}


def threads(staffcast, rounds, say):
    """Wall-clock and CPU time with one thread and with two."""
    found = {1: [], 2: []}
    for turn in range(rounds):
        for count in found:
            few = timed(staffcast, 100, turn, count)
            many = timed(staffcast, 8100, turn, count)
            found[count].append(tuple(b - a for a, b in zip(few, many)))
            wall, processor = found[count][-1]
            say(f"{turn + 1}/{rounds} threads {count}: {wall:.2f} s, of the processor {processor:.2f} s")
    rows = []
    for count, times in found.items():
        # The least disturbed round.
        wall, processor = min(times)
        faster = min(found[1])[0] / wall
        busy = processor / wall
        rows.append([str(count), f"{wall:.2f}", f"{processor:.2f}", f"{busy:.2f}", f"{faster:.2f}"])
    heads = ["threads", "wall clock, s", "CPU, s", "cores it had", "× faster"]
    return {"threads": table(heads, rows)}


def timed(staffcast, replications, turn, count):
    """Wall-clock and CPU seconds of one run of the help desk."""
    began = time.monotonic()
    processor, _, _ = staffcast.spend(HELPDESK, replications, seed=turn + 1, threads=count)
    return time.monotonic() - began, processor


def memory(staffcast, _rounds, say):
    """The peak of the process, report included."""
    rows = []
    for name, file, more in [("help desk", HELPDESK, []), ("PASS24", PASS24, ["--policy", "as-is"])]:
        peaks = []
        for replications in (100, 10_000) if name == "help desk" else (100, 1000):
            peaks.append((replications, staffcast.spend(file, replications, threads=2, more=more)[1]))
            say(f"{name}, {replications} replications: {peaks[-1][1]:.0f} MB")
        for replications, peak in peaks:
            rows.append([name, f"{replications:,}".replace(",", " "), f"{peak:.0f}"])
    return {"memory": table(["scenario", "replications", "peak memory, MB"], rows)}


def median(values):
    return sorted(values)[len(values) // 2]
