"""The assessment of legitimate interests on which an activity rests (UK GDPR Art. 6(1)(f), (ea))."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..errors import ParameterError
from ..graph.asked import Asked, refuse_unknown
from ..model.activity import Activity, Basis
from ..model.assessment import Assessment, AssessmentKind
from ..model.data_map import DataMap
from ..model.document import Section
from ..model.finding import Finding
from .assessment.balancing import balancing_test
from .assessment.cover import drafted, finding_lines, head, risk_lines
from .assessment.interests import (
    bases_named,
    condition_lines,
    necessity_test,
    purpose_test,
    recognised,
    resting,
)
from .assessment.subject import Subject, subject


def lia(data_map: DataMap, activity: str, as_of: dt.date, findings: Iterable[Finding]) -> Assessment:
    """Draft the legitimate interests assessment of an activity: purpose, necessity, balancing.

    What the map shows for and against is listed side by side; the outcome is left to a person. For a
    recognised legitimate interest there is no balancing: the draft says which condition of Annex 1 is met,
    what that covers, and why the processing is necessary. An activity on both gets both.

    Parameters
    ----------
    data_map
        The map.
    activity
        The id of the activity.
    as_of
        The day that the document bears.
    findings
        What the rules found in the whole map, as in `Audit.findings`.

    Raises
    ------
    ParameterError
        If the map has no such activity or no controller of it, or if the activity rests on neither basis;
        the message says on which it does.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> lia(example_map(), "letting-work", dt.date(2026, 11, 22), [])
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: activity "letting" rests on no legitimate interest: the map gives it no
    lawful basis. There is nothing to balance; put the basis into the map first if one is missing.
    """
    refuse_unknown([Asked("activity", activity, "activity of the map", tuple(data_map.activity))])
    entry = data_map.activity[activity]
    balanced = resting(entry, Basis.LEGITIMATE_INTERESTS)
    known = resting(entry, Basis.RECOGNISED_LEGITIMATE_INTEREST)
    if not balanced and not known:
        raise ParameterError.at("activity", _no_interest(entry))
    about = subject(data_map, activity, as_of, findings)
    parts: list[Section] = [recognised(about)] if known else []
    if balanced:
        parts += [purpose_test(about), necessity_test(about), *balancing_test(about)]
    kind = AssessmentKind.LEGITIMATE_INTERESTS if balanced else AssessmentKind.RECOGNISED_INTEREST
    title = "Legitimate interests assessment" if balanced else "Recognised legitimate interest"
    return drafted(about, kind, title, (_head(about, parts), *parts))


def rests_on_interest(activity: Activity) -> bool:
    """Say whether an activity rests on a legitimate interest, recognised or to be balanced.

    >>> from audit_lib.graph.example import example_map
    >>> rests_on_interest(example_map().activities[0])
    False
    """
    return bool(
        resting(activity, Basis.LEGITIMATE_INTERESTS)
        or resting(activity, Basis.RECOGNISED_LEGITIMATE_INTEREST)
    )


def _no_interest(activity: Activity) -> str:
    return (
        f'"{activity.name}" rests on no legitimate interest: {bases_named(activity)}. '
        "There is nothing to balance; put the basis into the map first if one is missing."
    )


def _head(about: Subject, parts: list[Section]) -> Section:
    lines = [
        ("Lawful basis", condition_lines(about)),
        ("Risks to people", risk_lines(about)),
        ("Findings of the audit", finding_lines(about)),
    ]
    return head(about, lines, parts)
