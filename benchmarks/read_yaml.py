"""How long it takes to read a map of many flows, beside the bare parser and other readers of YAML.

Run it with ``python benchmarks/read_yaml.py``, and with ``--large`` for 100,000 flows too.

Each measurement is a process of its own, so that its peak memory (``ru_maxrss``, with the interpreter and
what it imports) is its own; the readers take turns in every round, and the median of the rounds is shown.
Seconds are CPU seconds of the reading alone. The limit is the parser's events, counted and thrown away:
nobody who uses that parser can be faster. `ruamel.yaml` takes part where it is installed.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZES = (100, 1_000, 10_000)
LARGE = 100_000

#: Readers that take about a millisecond a flow are left out above this size.
PATIENCE = 10_000

HEAD = """\
map: {id: made-up, title: Made up, jurisdiction: UK, controller: parties-0}
purposes:
  - {id: letting, name: Letting homes, stance: recorded}
"""

ENTRIES = {
    "parties": (50, "kind: organisation"),
    "systems": (20, "kind: portal, operator: parties-1"),
    "data": (90, "sensitivity: ordinary"),
    "activities": (
        30,
        "function: Lets, purpose: letting, controllers: [parties-0], subjects: [people-0], data: [data-1]",
    ),
}

FLOW = """\
  - id: flow-{n:06}
    stance: recorded
    from: parties-{sender}
    to: parties-{recipient}
    via: systems-{system}
    activity: activities-{activity}
    data: [data-{first}, data-{second}, data-{third}]
    subjects: [people-0]
    role: processor
    condition: Only as far as the service needs it.
    contract: Data processing agreement of 2026
"""


def write_made_up_map(folder: Path, flows: int) -> None:
    """Write a map of so many flows, about 300 bytes each."""
    sections = [HEAD]
    for section, (count, fields) in ENTRIES.items():
        sections.append(f"{section}:")
        sections += [
            f"  - {{id: {section}-{n}, name: Number {n}, {fields}, stance: recorded}}" for n in range(count)
        ]
        if section == "parties":
            sections.append("  - {id: people-0, name: People, kind: individuals, stance: recorded}")
    (folder / "map.yaml").write_text("\n".join(sections) + "\n", encoding="utf-8")
    with (folder / "flows.yaml").open("w", encoding="utf-8") as file:
        file.write("flows:\n")
        for n in range(flows):
            file.write(
                FLOW.format(
                    n=n,
                    sender=n % 49,
                    recipient=n % 49 + 1,
                    system=n % 20,
                    activity=n % 30,
                    first=n % 90,
                    second=(n + 1) % 90,
                    third=(n + 2) % 90,
                )
            )


def limit(folder: Path) -> Any:
    import yaml  # noqa: PLC0415

    text = (folder / "flows.yaml").read_text(encoding="utf-8")
    return lambda: sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))


def strict(folder: Path) -> Any:
    from audit_lib.files.strict_yaml import read_yaml  # noqa: PLC0415

    text = (folder / "flows.yaml").read_text(encoding="utf-8")
    return lambda: read_yaml(text)


def whole(folder: Path) -> Any:
    from audit_lib.files.read_map import read_map  # noqa: PLC0415

    return lambda: read_map(folder)


def pyyaml_c(folder: Path) -> Any:
    import yaml  # noqa: PLC0415

    text = (folder / "flows.yaml").read_text(encoding="utf-8")
    return lambda: yaml.load(text, yaml.CSafeLoader)


def pyyaml(folder: Path) -> Any:
    import yaml  # noqa: PLC0415

    text = (folder / "flows.yaml").read_text(encoding="utf-8")
    return lambda: yaml.load(text, yaml.SafeLoader)


def ruamel(folder: Path) -> Any:
    from ruamel.yaml import YAML  # noqa: PLC0415

    text = (folder / "flows.yaml").read_text(encoding="utf-8")
    return lambda: YAML(typ="safe", pure=True).load(text)


READERS: dict[str, Callable[[Path], Any]] = {
    "limit: events of the C parser": limit,
    "ours: strict_yaml": strict,
    "ours: read_map (read and validate)": whole,
    "PyYAML CSafeLoader": pyyaml_c,
    "PyYAML SafeLoader": pyyaml,
    "ruamel.yaml safe": ruamel,
}
SLOW = ("PyYAML SafeLoader", "ruamel.yaml safe")


def measure(name: str, folder: Path, size: int) -> dict[str, float]:
    """Read so often that the clock can see it, and give the best CPU seconds and the peak in megabytes."""
    import resource  # noqa: PLC0415

    read = READERS[name](folder)
    seconds = []
    for _ in range(max(1, 3_000 // size)):
        gc.collect()
        start = time.process_time()
        found = read()
        seconds.append(time.process_time() - start)
        del found
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": min(seconds), "megabytes": peak / (1_024 if sys.platform != "darwin" else 1_048_576)}


def compare(size: int, rounds: int) -> None:
    taking_part = [name for name in READERS if size <= PATIENCE or name not in SLOW]
    if importlib.util.find_spec("ruamel") is None:
        taking_part = [name for name in taking_part if not name.startswith("ruamel")]
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in taking_part}
    with tempfile.TemporaryDirectory() as folder:
        write_made_up_map(Path(folder), size)
        bytes_a_flow = (Path(folder) / "flows.yaml").stat().st_size / size
        for turn in range(rounds):
            for name in taking_part:
                if turn and name in SLOW and size >= PATIENCE:
                    continue
                command = [sys.executable, __file__, "--one", name, "--folder", folder, "--size", str(size)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                figures[name].append(json.loads(done.stdout))
    show(size, bytes_a_flow, figures)


def show(size: int, bytes_a_flow: float, figures: dict[str, list[dict[str, float]]]) -> None:
    middle = {
        name: {key: statistics.median(run[key] for run in runs) for key in ("seconds", "megabytes")}
        for name, runs in figures.items()
    }
    least = next(iter(middle.values()))["seconds"]
    print(f"\n{size:,} flows, {bytes_a_flow:.0f} bytes a flow")
    print(f"{'':36}{'CPU s':>10}{'us a flow':>12}{'of limit':>10}{'peak MB':>10}{'rounds':>8}")
    for name, figure in middle.items():
        seconds, megabytes = figure["seconds"], figure["megabytes"]
        print(
            f"{name:36}{seconds:10.4f}{seconds / size * 1e6:12.1f}{seconds / least:10.2f}"
            f"{megabytes:10.0f}{len(figures[name]):8}"
        )
    left_out = [name for name in READERS if name not in figures]
    if left_out:
        print(f"not run: {', '.join(left_out)} (not installed, or too slow for this size)")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--large", action="store_true", help=f"also read {LARGE:,} flows")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, given.folder, given.size)))
        return
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    for size in (*SIZES, LARGE) if given.large else SIZES:
        compare(size, given.rounds)


if __name__ == "__main__":
    main()
