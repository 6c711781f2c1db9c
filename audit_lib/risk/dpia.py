"""The data protection impact assessment of one activity (UK GDPR Art. 35), in the regulator's seven steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..model.assessment import Assessment, AssessmentKind
from ..model.data_map import DataMap
from ..model.document import Section
from ..model.document_words import paragraph, section
from ..model.finding import Finding
from ..model.words import counted
from ..notice.drafting.words import say
from .assessment.cover import drafted, finding_lines, head, risk_lines, status_lines
from .assessment.describe import context, nature, purposes, scope
from .assessment.necessity import consultation, necessity
from .assessment.need import need, outcome_lines
from .assessment.risks import high_residual, measures, risks
from .assessment.signing import consult_regulator, sign_off
from .assessment.subject import Subject, subject
from .assessment.words import Cells, line


def dpia(data_map: DataMap, activity: str, as_of: dt.date, findings: Iterable[Finding]) -> Assessment:
    """Draft the impact assessment of an activity from the map, with a gap for all that the map cannot know.

    Every sentence says what the map says and not more; what is missing stands in square brackets, with
    who is to fill it in. Whether a measure eliminates, reduces or accepts a risk is read from the grades
    before and after; whether it is approved, and what remains, is for people.

    Parameters
    ----------
    data_map
        The map.
    activity
        The id of the activity.
    as_of
        The day that the document bears.
    findings
        What the rules found in the whole map, as in `Audit.findings`; they raise the risks that they bear on.

    Returns
    -------
    Assessment
        In the seven steps of the regulator's template: need, description, consultation, necessity, risks,
        measures, sign-off (Art. 35(2), (7), (9)); with prior consultation where a high risk remains
        (Art. 36(1)).

    Raises
    ------
    ParameterError
        If the map has no such activity, or names no controller of it.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> made = dpia(example_map(), "letting-work", dt.date(2026, 11, 22), [])
    >>> [one.heading.partition(".")[0] for one in made.sections if one.heading.startswith("Step")]
    ['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5', 'Step 6', 'Step 7']
    """
    about = subject(data_map, activity, as_of, findings)
    sure = "As the data map has it. What it marks as inferred, unclear or expected, nobody has confirmed."
    described = section("Step 2. Describe the processing", paragraph(say(sure, [about.here])))
    consult = consult_regulator(about)
    steps = [
        need(about),
        described,
        nature(about),
        scope(about),
        context(about),
        purposes(about),
        consultation(about),
        necessity(about),
        *risks(about),
        measures(about),
        *([consult] if consult else []),
        sign_off(about),
    ]
    title = "Data protection impact assessment"
    return drafted(about, AssessmentKind.IMPACT, title, (_head(about, steps), *steps))


def _head(about: Subject, steps: list[Section]) -> Section:
    """Return the cover block, with how many places are open."""
    high = len(high_residual(about))
    left = f"{counted(high, 'risk')} still high: the regulator is consulted first, or the risk is lowered."
    lines: list[tuple[str, Cells]] = [
        ("Status", status_lines(about)),
        ("Is one needed?", [each for each in outcome_lines(about.screening) if not each.gap]),
        ("Risks to people", [*risk_lines(about), *([line(left, about.here)] if high else [])]),
        ("Findings of the audit", finding_lines(about)),
    ]
    return head(about, lines, steps)
