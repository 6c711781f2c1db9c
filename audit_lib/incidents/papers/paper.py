"""What every paper about a breach starts from: map, assessment, entry, and the time that is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from ...errors import ParameterError
from ...law.periods import LONDON, at_london, spoken_moment
from ...model.breach import BreachRecord
from ...model.circumstances import DutyKind, Verdict
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.document import Document, Section
from ...model.incident import IncidentAssessment
from ...model.noun import Gap
from ...model.words import listed, lowered
from .words import plain

#: Who fills in what nobody has told the workbench.
INVESTIGATOR: Final = "whoever investigates"
REPORTER: Final = "whoever sends the report"


class Paper(NamedTuple):
    """A breach on its way onto paper. `moment` is when it is written, in UTC; None: some time on `day`."""

    data_map: DataMap
    assessment: IncidentAssessment
    record: BreachRecord | None
    day: dt.date
    moment: dt.datetime | None

    def name(self, kind: str, entry: str) -> str:
        """Return the name of an entry of the map, made fit to print."""
        return plain(self.data_map.name(f"{kind}:{entry}"))

    def names(self, kind: str, entries: Iterable[str]) -> str:
        """Return the names of some entries as words of a sentence."""
        return listed(lowered(self.name(kind, entry)) for entry in entries)

    @property
    def organisation(self) -> str:
        """The controller of the map, whose paper it is."""
        return self.name("party", self.data_map.info.controller)

    @property
    def regulator(self) -> str:
        """What the map calls the regulator; without a name, what it is."""
        named = self.data_map.info.regulator
        return self.name("party", named) if named else "the regulator"

    @property
    def the_regulator(self) -> str:
        """The regulator as it is named within a sentence."""
        return self.regulator if self.regulator.lower().startswith("the ") else f"the {self.regulator}"

    @property
    def lead(self) -> str:
        """Who answers for the paper: the data protection officer, where there is one."""
        return "the data protection officer" if self.data_map.info.dpo else "whoever leads on data protection"

    @property
    def hit(self) -> str:
        """The name of the party or system that was hit."""
        return plain(self.assessment.radius.name)

    @property
    def place(self) -> str:
        """Where the breach was, within a sentence."""
        return f"at {self.hit}" if self.assessment.circumstances.party else f'in the system "{self.hit}"'

    @property
    def due(self) -> dt.datetime | None:
        """When the 72 hours end, if this organisation has to tell the regulator or may have to."""
        if self.record is not None:
            return self.record.due
        return regulator_due(self.assessment)

    @property
    def late(self) -> bool:
        """Whether the 72 hours have surely passed, and the regulator had not been told by then."""
        due = self.due
        if due is None:
            return False
        sent = self.record.told.regulator if self.record else None
        if sent is not None:
            return sent > due
        return self.moment > due if self.moment else self.day > due.astimezone(LONDON).date()

    def written(self, title: str, sections: Iterable[Section]) -> Document:
        """Return the document; its foot says whose it is, of which day, and from which map."""
        map_is = f"map {self.data_map.sha256[:12]}"
        number = f"{self.record.id}, " if self.record else ""
        foot = f"Draft, {number}{plain(self.organisation, 60)}, {long_date(self.day)}, {map_is}"
        return Document(title=title, as_of=self.day, sections=tuple(sections), foot=foot)


def paper(
    data_map: DataMap,
    assessment: IncidentAssessment,
    as_of: dt.date,
    record: BreachRecord | None = None,
) -> Paper:
    """Return what a paper starts from.

    Parameters
    ----------
    data_map, assessment
        The map, and the assessment that was made with this map.
    as_of
        When it is written: a day, or a moment, which says whether the 72 hours have passed.
    record
        The entry of the register, if there is one.

    Raises
    ------
    ParameterError
        The assessment is of another map, or of this map as it was before.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.example import example_assessment
    >>> paper(example_map(), example_assessment(), dt.date(2026, 11, 22)).the_regulator
    'the regulator'
    """
    if (assessment.map_id, assessment.map_sha256) != (data_map.info.id, data_map.sha256):
        message = "The assessment was made with another state of the map: assess the incident again."
        raise ParameterError.at("assessment", message)
    if isinstance(as_of, dt.datetime):
        moment = at_london(as_of)
        return Paper(data_map, assessment, record, moment.astimezone(LONDON).date(), moment)
    return Paper(data_map, assessment, record, as_of, None)


def regulator_due(assessment: IncidentAssessment) -> dt.datetime | None:
    """Return the moment, in UTC, by which the regulator is told; None where this organisation need not.

    >>> from audit_lib.incidents.example import example_assessment
    >>> regulator_due(example_assessment("agent")).isoformat()
    '2026-11-23T14:35:00+00:00'
    """
    duty = assessment.duty(DutyKind.REGULATOR)
    if duty is None or duty.verdict is Verdict.NEED_NOT or not assessment.ours:
        return None
    first = duty.by or assessment.clock.first
    return first.moment if first else None


def when(moment: dt.datetime | None) -> str:
    """Return a moment in words, or nothing.

    >>> when(dt.datetime(2026, 11, 20, 14, 35, tzinfo=dt.UTC)), when(None)
    ('Friday 20 November 2026, 14:35 (GMT)', '')
    """
    return spoken_moment(moment) if moment else ""


def contact_of(about: Paper, party: str) -> str | Gap:
    """Return how to reach a party, as the map has it.

    >>> from audit_lib.incidents.example import example_paper
    >>> contact_of(example_paper(), "agent").value
    'not-stated'
    """
    contact = about.data_map.party[party].contact
    return contact if isinstance(contact, Gap) else plain(contact, 400)
