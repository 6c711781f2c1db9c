"""The head of an assessment: whose it is, of what, from which map, on which day."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.assessment import Assessment, AssessmentKind
from ...model.day import long_date
from ...model.document import Grid, Section, Sentence
from ...model.document_words import section
from ...model.finding import Severity
from ...model.noun import Answer, Gap
from ...model.risk import Level
from ...model.words import counted
from ...notice.drafting.words import listed, plain, say
from .risks import high_residual
from .subject import Subject
from .words import OWNER, Cells, given, line, table, told

_LEVELS = (Level.HIGH, Level.MEDIUM, Level.LOW)


def drafted(subject: Subject, kind: AssessmentKind, title: str, sections: Sequence[Section]) -> Assessment:
    """Return an assessment of some sections, which says of which activity, map and day it is.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> about = subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])
    >>> drafted(about, AssessmentKind.IMPACT, "Assessment", ()).title
    'Assessment: letting'
    """
    name, data_map = subject.activity.name, subject.data_map
    return Assessment(
        title=f"{title}: {plain(name)}",
        as_of=subject.as_of,
        sections=tuple(sections),
        foot=f"{plain(name, 60)}, as of {long_date(subject.as_of)}, map {data_map.sha256[:12]}",
        kind=kind,
        activity=subject.activity.id,
        map_id=data_map.info.id,
        map_version=str(data_map.info.version),
        map_sha256=data_map.sha256,
        screening=subject.screening,
        findings=subject.findings,
        risks=subject.risks,
        consult_regulator=bool(high_residual(subject)),
    )


def cover(subject: Subject, more: list[tuple[str, Cells]]) -> Grid:
    """Return the block at the head of an assessment; `more` are further lines of it.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> made = cover(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []), [])
    >>> [row[0][0].text for row in made.rows][:3]
    ['Controller', 'Activity', 'Purpose']
    """
    data_map, info = subject.data_map, subject.data_map.info
    party = data_map.party[subject.controller]
    contact = given(party.contact, OWNER, "how to reach the controller", f"party:{party.id}")
    activity = subject.activity
    joint = [each for each in activity.controllers if each != subject.controller]
    rows: list[tuple[str, Cells]] = [
        ("Controller", [line(party.name, f"party:{party.id}"), *contact]),
        ("Activity", told(subject.cells["function"], OWNER, "what is done")),
        ("Purpose", told(subject.cells["purpose"], OWNER, "what it is for")),
        ("Data protection officer", _officer(subject)),
        ("Owner of the data map", given(info.owner, OWNER, "who keeps the map", "map")),
        ("Made from", _map(subject)),
        ("As of", [say(long_date(subject.as_of), ["map"])]),
        *more,
    ]
    if joint:
        rows.insert(
            1, ("Joint controllers", [line(subject.name("party", one), f"party:{one}") for one in joint])
        )
    grid = table(
        (),
        [[[say(label)], cell] for label, cell in rows],
        (1.2, 3.4),
        "Who answers for it, what it was made from, and how far it is",
    )
    assert grid is not None  # noqa: S101  there are always rows
    return grid


def _officer(subject: Subject) -> list[Sentence]:
    data_map = subject.data_map
    if data_map.info.dpo is None:
        return [say("The map names none.", ["map"])]
    party = data_map.party[data_map.info.dpo]
    contact = [] if isinstance(party.contact, Gap) else [line(str(party.contact), f"party:{party.id}")]
    return [line(party.name, f"party:{party.id}"), *contact]


def _map(subject: Subject) -> list[Sentence]:
    info = subject.data_map.info
    known = not isinstance(info.version, Gap)
    version = f"version {info.version}" if known else "which bears no version"
    reviewed = "" if isinstance(info.reviewed_on, Gap) else f", reviewed on {long_date(info.reviewed_on)}"
    hashed = f"Contents {subject.data_map.sha256[:12]}: the same letters mean the same map."
    return [line(f"{info.title}, {version}{reviewed}", "map"), say(hashed, ["map"])]


def head(subject: Subject, more: list[tuple[str, Cells]], parts: Sequence[Section]) -> Section:
    """Return the head of a document, with how many places are open in it and in all that follows.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> made = head(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []), [], [])
    >>> made.blocks[0].rows[-1][1][0].text
    '2 places in square brackets, each with who fills it in.'
    """
    bare = section("What is assessed", cover(subject, more))
    gaps = sum(sentence.gap for each in (bare, *parts) for sentence in each.sentences())
    left = say(f"{counted(gaps, 'place')} in square brackets, each with who fills it in.", [subject.here])
    return section(bare.heading, cover(subject, [*more, ("Still open", [left])]))


def risk_lines(subject: Subject) -> list[Sentence]:
    """Return how many risks there are before and after measures, by level.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> len(risk_lines(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])))
    2
    """
    risks = subject.risks.risks
    if not risks:
        return [say("The map shows no place where a risk of the catalogue can come to pass.", [subject.here])]
    before = [sum(risk.inherent.level is level for risk in risks) for level in _LEVELS]
    after = [sum(risk.residual.level is level for risk in risks) for level in _LEVELS]
    return [
        say(f"Before measures: {_spread(before)}.", [subject.here]),
        say(f"With the measures that the map knows: {_spread(after)}.", [subject.here]),
    ]


def _spread(numbers: list[int]) -> str:
    return listed(f"{n} {level.value}" for n, level in zip(numbers, _LEVELS, strict=True) if n)


def finding_lines(subject: Subject) -> list[Sentence]:
    """Return how many findings touch the activity.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> finding_lines(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].text
    'None.'
    """
    live = [finding for finding in subject.findings if finding.counts]
    if not live:
        return [say("None.", [subject.here])]
    spread = [(s.value, sum(f.severity is s for f in live)) for s in Severity]
    numbers = listed(f"{n} {name}" for name, n in spread if n)
    return [say(f"{counted(len(live), 'open finding')}: {numbers}.", [subject.here])]


def status_lines(subject: Subject) -> list[Sentence]:
    """Return how far the assessment has come, as the map records it.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> status_lines(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].text
    'Draft made from the map.'
    """
    dpia = subject.activity.dpia
    found = [say("Draft made from the map.", [subject.here])]
    if dpia.required in (Answer.YES, Answer.NO):
        word = "is required" if dpia.required is Answer.YES else "is not required"
        found.append(say(f"The map records that an assessment {word}.", [subject.here]))
    for label, value in (("Progress", dpia.progress), ("On file", dpia.link)):
        if not isinstance(value, Gap):
            found.append(line(f"{label}: {value}", subject.here))
    return found
