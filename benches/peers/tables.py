"""The measurements as Markdown, and their place in a file."""

import os
import platform
import re
import subprocess
from pathlib import Path

from workloads import ALL, EXACT, W1


def table(heads, rows):
    """The first column is left-aligned, the others right."""
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def short(value):
    """Three digits that matter, thousands apart."""
    if value >= 100:
        digits = max(0, len(str(int(value))) - 3)
        return f"{round(value, -digits):,.0f}".replace(",", " ")
    return f"{value:.3g}"


COLUMNS = [
    ("mean wait", "wait", "{:.4f}"),
    ("mean time in system, min", "sojourn", "{:.4g}"),
    ("in time", "sla", "{:.3f}"),
    ("services", "services", "{:.0f}"),
]


def numbers(record, key, form, classes=3):
    return " / ".join(form.format(it) for it in record.mean(key)[:classes])


def comparison(workload, records):
    """One workload: rates, ratios, results. A program whose numbers disagree gets no rate."""
    mine = {program: it for (key, program), it in records.items() if key == workload.key}
    good = {program: it for program, it in mine.items() if not it.disagreements(workload)}
    own = next((it.median() for program, it in good.items() if program.group == "staffcast"), None)
    limit = next((it.median() for program, it in good.items() if program.group == "limit"), None)
    columns = [it for it in COLUMNS if it[1] in workload.truth]
    rows = []
    for program, record in mine.items():
        if program in good:
            rates, median = record.rates(), record.median()
            cells = [short(median), f"{short(rates[0])}–{short(rates[-1])}"]
            cells.append(short(limit / median) if limit else "—")
            cells.append(short(own / median) if own else "—")
        else:
            cells = ["numbers disagree", "—", "—", "—"]
        cells += [numbers(record, key, form, len(workload.truth[key])) for _, key, form in columns]
        rows.append([program.name, *cells])
    truth = ["*exact*" if workload is W1 else "*reference*", "", "", "", ""]
    truth += [" / ".join(form.format(it) for it in workload.truth[key]) for _, key, form in columns]
    heads = ["program", f"{workload.unit} per CPU-second", "lowest–highest", "× time of the limit"]
    heads += ["staffcast is × faster", *(head for head, _, _ in columns)]
    return table(heads, [*rows, truth])


def checks(records):
    """The untimed check against formulas, in a sentence for each program."""
    rows = []
    for (key, program), record in records.items():
        if key == EXACT.key:
            wrong = "; ".join(record.disagreements(EXACT)) or "agrees"
            rows.append([program.name, numbers(record, "sojourn", "{:.2f}"), wrong])
    rows.append(["*exact*", " / ".join(f"{it:.2f}" for it in EXACT.truth["sojourn"]), ""])
    return table(["program", "mean time in system, min", "within its interval"], rows)


def compared(records):
    """A block for each workload, by name."""
    blocks = {it.key: comparison(it, records) for it in ALL if it.timed}
    return blocks | {EXACT.key: checks(records)}


def complaints(records):
    found = []
    for workload in ALL:
        for (key, program), record in records.items():
            if key == workload.key:
                found += [f"{workload.key}: {program.name}: {it}" for it in record.disagreements(workload)]
    return found


def machine(python):
    """What it ran on."""

    def version(*command):
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()

    names = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    found = [f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores"]
    return "; ".join([*found, version("rustc", "--version"), version(python, "--version")]) + "."


def write(path, blocks):
    """Replaces what stands between `<!-- compare:name -->` and `<!-- end -->`; a block without a place is
    an error, a place without a block stays as it is."""
    text = Path(path).read_text()
    for name, block in blocks.items():
        place = re.compile(rf"(<!-- compare:{re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
        text, count = place.subn(lambda it: f"{it[1]}{block}\n{it[2]}", text)
        if count != 1:
            raise SystemExit(f"{path}: {count} places for compare:{name}")
    Path(path).write_text(text)
