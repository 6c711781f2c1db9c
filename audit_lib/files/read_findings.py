"""What an earlier run of `privacy-audit check` found, read from its JSON or its SARIF."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ..errors import ParameterError, Place
from ..model.finding import Severity, Status
from ..model.progress import EarlierRun, Known
from .quoting import quoted
from .text_file import read_text

#: How many bytes such a file may have.
MAX_FILE: Final = 200_000_000

_SEVERITY: Final = {"error": "high", "warning": "medium", "note": "low"}
_STATUS: Final = {"accepted": "accepted", "underReview": "in-hand"}


def read_findings(file: str | Path, map_id: str | None = None) -> EarlierRun:
    """Return what an earlier run found.

    Parameters
    ----------
    file
        What `check --format json` or `--format sarif` printed, or the `findings.json` of a report.
    map_id
        The id of the map that it must be of; without, any.

    Raises
    ------
    ParameterError
        When the file cannot be read, is something else, or is of another map.

    >>> import tempfile
    >>> text = '{"map": {"id": "m"}, "as_of": "2026-06-30", "findings": []}'
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "findings.json"
    ...     _ = file.write_text(text)
    ...     read_findings(file).as_of
    datetime.date(2026, 6, 30)
    """
    path = Path(file)
    text = read_text(path, MAX_FILE, ParameterError)
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"This is not JSON ({error.msg}); give what `check --format json` or `sarif` printed."
        raise ParameterError.at(str(path), message, error.lineno, error.colno) from error
    except RecursionError as error:
        raise ParameterError.at(str(path), "This is nested too deeply to be a list of findings.") from error
    try:
        run = _from_sarif(said) if isinstance(said, dict) and "runs" in said else _from_json(said)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ParameterError.at(str(path), f"This holds no findings of a map: {_why(error)}.") from error
    if map_id is not None and run.map_id != map_id:
        message = f"These are the findings of the map {quoted(run.map_id)}, not of {quoted(map_id)}."
        raise ParameterError.at(str(path), message)
    return run


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}"
    if isinstance(error, KeyError):
        return f"it lacks {quoted(error.args[0])}"
    return "it is of another form; give what `check --format json` or `sarif` printed"


def _from_json(said: Any) -> EarlierRun:
    """Read the object of `--format json`; what a baseline kept out of its findings is in `baseline.known`."""
    listed = [*said["findings"], *said.get("baseline", {}).get("known", [])]
    return EarlierRun(
        map_id=said["map"]["id"],
        as_of=dt.date.fromisoformat(said["as_of"]),
        findings=tuple(_known(one) for one in listed),
    )


def _known(one: dict[str, Any]) -> Known:
    place = next(iter(one.get("places", ())), None)
    return Known(
        id=one["id"],
        rule=one["rule"],
        title=one["title"],
        severity=Severity(one["severity"]),
        status=Status(one["status"]),
        message=one.get("message", ""),
        about=tuple(one.get("about", ())),
        clauses=tuple(one.get("clauses", ())),
        place=Place(str(place["file"]), int(place["line"])) if place else None,
    )


def _from_sarif(said: dict[str, Any]) -> EarlierRun:
    (run,) = said["runs"]
    driver = run["tool"]["driver"]
    if driver["name"] != "privacy-audit":
        raise ValueError(driver["name"])
    titles = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    return EarlierRun(
        map_id=run["properties"]["map"],
        as_of=dt.date.fromisoformat(run["properties"]["asOf"]),
        findings=tuple(_results(run["results"], titles)),
    )


def _results(results: list[dict[str, Any]], titles: dict[str, str]) -> Iterator[Known]:
    for result in results:
        if result.get("baselineState") == "absent":
            continue
        suppressions = result.get("suppressions", ())
        decided = _STATUS[suppressions[0]["status"]] if suppressions else "open"
        told = result["properties"]
        yield Known(
            id=result["partialFingerprints"]["findingId/v1"],
            rule=result["ruleId"],
            title=titles.get(result["ruleId"], result["ruleId"]),
            severity=Severity(_SEVERITY[result["level"]]),
            status=Status(told.get("status", decided)),
            message=told.get("message", ""),
            about=tuple(told.get("about", ())),
            clauses=tuple(told.get("clauses", ())),
        )
