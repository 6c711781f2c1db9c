"""The lists that stand beside the logs, as files: consents, restrictions, endings, deletions, requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from .days import DAY, NEVER
from .papers import Papers, again
from .people import Ending, People, had_earlier_spell
from .store import MOMENT, PERSON, Store

#: What parts several values in one cell of the restriction list.
BETWEEN: Final = ";"


def write_lists(
    store: Store, people: People, papers: Papers, lists: Sequence[Ending]
) -> list[dict[str, Any]]:
    """Write every list that has a row, and return how ``evidence.yaml`` describes each.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
    ...     [one["id"] for one in write_lists(store, stage.life.people, stage.life.papers, ())]
    ['restrictions', 'deletions']
    """
    found: list[dict[str, Any]] = []
    for one in (_consents(papers), _restrictions(papers), _deletions(papers), _requests(papers)):
        source, frame, columns = one
        if len(frame):
            store.write(frame, columns, source["files"][0])
            found.append(source)
    for ending in lists:
        frame = _endings(people, ending)
        if len(frame):
            source = _source(ending.id, "ends", f"Ends: {ending.name}", ["person", "at"])
            source["starts"] = list(ending.starts)
            columns = {"person_no": PERSON.format("person"), "at": MOMENT.format("at")}
            store.write(frame, columns, source["files"][0])
            found.append(source)
    return found


def _source(name: str, kind: str, title: str, columns: Sequence[str]) -> dict[str, Any]:
    return {
        "id": name,
        "kind": kind,
        "name": title[:300],
        "format": "parquet",
        "files": [f"{name}.parquet"],
        "columns": {column: "person_no" if column == "person" else column for column in columns},
        "zone": "UTC",
        "invented": True,
    }


def _consents(papers: Papers) -> tuple[dict[str, Any], pd.DataFrame, dict[str, str]]:
    parts = []
    for place in range(len(papers.purposes)):
        given = np.flatnonzero(papers.since[place] != NEVER)
        since, until = papers.since[place, given], papers.until[place, given]
        anew = again(until, given)
        more = np.flatnonzero(anew != NEVER)
        parts.append(
            (
                np.full(given.size + more.size, place),
                np.concatenate([given, given[more]]),
                np.concatenate([since, anew[more]]),
                np.concatenate([until, np.full(more.size, NEVER)]),
            )
        )
    names = ("purpose", "person", "since", "until")
    frame = pd.DataFrame(
        {n: np.concatenate([p[k] for p in parts]) if parts else [] for k, n in enumerate(names)}
    )
    if parts:
        kind = pd.CategoricalDtype(list(papers.purposes))
        frame["purpose"] = pd.Categorical.from_codes(frame["purpose"].to_numpy(), dtype=kind)
    columns = {
        "person_no": PERSON.format("person"),
        "purpose": "CAST(purpose AS VARCHAR)",
        "since": MOMENT.format("since"),
        "until": MOMENT.format("until"),
    }
    source = _source(
        "consents", "consents", "Consents and withdrawals", ["person", "purpose", "since", "until"]
    )
    return source, frame, columns


def _restrictions(papers: Papers) -> tuple[dict[str, Any], pd.DataFrame, dict[str, str]]:
    person = np.flatnonzero(papers.restricted >= 0)
    sorts = [papers.forbidden[int(sort)] for sort in papers.restricted[person]]
    frame = pd.DataFrame(
        {
            "person": person,
            "since": papers.restricted_since[person],
            "until": papers.restricted_until[person],
            "ground": [sort.ground.value for sort in sorts],
            "data": [BETWEEN.join(sort.data) for sort in sorts],
            "activity": [BETWEEN.join(sort.activities) for sort in sorts],
        }
    )
    columns = {
        "person_no": PERSON.format("person"),
        "since": MOMENT.format("since"),
        "until": MOMENT.format("until"),
        "ground": "CAST(ground AS VARCHAR)",
        "data": "CAST(nullif(\"data\", '') AS VARCHAR)",
        "activity": "CAST(nullif(activity, '') AS VARCHAR)",
    }
    names = ["person", "since", "until", "ground", "data", "activity"]
    source = _source("restrictions", "restrictions", "Restrictions and objections", names)
    source["separators"] = {"data": BETWEEN, "activity": BETWEEN}
    return source, frame, columns


def _deletions(papers: Papers) -> tuple[dict[str, Any], pd.DataFrame, dict[str, str]]:
    person = np.flatnonzero(papers.deleted >= 0)
    sorts = [papers.deletions[int(sort)] for sort in papers.deleted[person]]
    frame = pd.DataFrame(
        {
            "id": np.arange(1, person.size + 1),
            "person": person,
            "at": papers.deleted_at[person],
            "sender": [sort.holder for sort in sorts],
            "data": [sort.data for sort in sorts],
        }
    )
    columns = {
        "id": "id",
        "person_no": PERSON.format("person"),
        "at": MOMENT.format("at"),
        "sender": "CAST(sender AS VARCHAR)",
        "data": "CAST(data AS VARCHAR)",
    }
    return (
        _source("deletions", "deletions", "Deletion runs", ["id", "person", "at", "sender", "data"]),
        frame,
        columns,
    )


def _requests(papers: Papers) -> tuple[dict[str, Any], pd.DataFrame, dict[str, str]]:
    person = [asked.person for asked in papers.requests.values()]
    frame = pd.DataFrame(
        {
            "person": np.concatenate(person) if person else [],
            "at": np.concatenate([asked.at for asked in papers.requests.values()]) if person else [],
            "recipient": [name for name, asked in papers.requests.items() for _ in range(asked.at.size)],
        }
    )
    frame["id"] = np.arange(1, len(frame) + 1)
    columns = {
        "id": "id",
        "person_no": PERSON.format("person"),
        "at": MOMENT.format("at"),
        "recipient": "CAST(recipient AS VARCHAR)",
    }
    source = _source(
        "requests", "requests", "Request forms of authorities", ["id", "person", "at", "recipient"]
    )
    return source, frame, columns


def _endings(people: People, ending: Ending) -> pd.DataFrame:
    inside = np.array([name in ending.categories for name in people.categories], dtype=np.bool_)
    person = np.flatnonzero(inside[people.category])
    left = people.end[person]
    at = np.where(left == NEVER, left, np.where(left == NEVER, 0, left) + ending.shift * DAY)
    earlier = person[had_earlier_spell(person)]
    return pd.DataFrame(
        {
            "person": np.concatenate([person, earlier]),
            "at": np.concatenate([at, people.start[earlier] - 20 * DAY]),
        }
    )
