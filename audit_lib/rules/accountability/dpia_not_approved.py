"""An impact assessment was begun, the processing runs, and nobody has signed it off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts, clauses_of, given, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _open(facts: Facts, activity: Activity) -> str:
    """Return what is missing in an assessment that has been begun, or nothing."""
    done = activity.dpia
    if not (given(done.link) or given(done.progress)) or done.required is Answer.NO:
        return ""
    if isinstance(done.approved_on, dt.date):
        if done.approved_on > facts.as_of:
            return f"approval is dated {done.approved_on.isoformat()}"
        missing = ["approval has no name"] if open_gap(done.approved_by) else []
    else:
        missing = [f"not approved ({done.progress})" if given(done.progress) else "not approved"]
    if facts.data_map.info.dpo and not given(done.advice):
        missing.append("no advice of the data protection officer")
    return listed(missing)


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {activity: what for activity in facts.activities if (what := _open(facts, activity))}
    if found:
        shown = (f'"{activity.name}" ({what})' for activity, what in found.items())
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), {"shown": listed(shown)})


RULE = Rule(
    id="dpia-not-approved",
    theme=Theme.ACCOUNTABILITY,
    title="Processing runs before its impact assessment is approved",
    why="The assessment is there to decide whether to start, and how; afterwards it only describes.",
    law=("UK GDPR Art. 35(1)", "UK GDPR Art. 35(2)", "UK GDPR Art. 36(1)"),
    remedy="The owner of each activity gets the data protection officer's advice, decides on the measures "
    "and has the assessment signed; what is of high risk stops until then.",
    false_alarms="The activity has not begun, and is in the map as a plan.",
    message="The processing is on record as going on, and its impact assessment is not complete: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
