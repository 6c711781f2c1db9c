"""How data is protected, and how people learn of changes (UK GDPR Art. 13(3), 32)."""

from __future__ import annotations

from typing import Final

from ...model.claim import (
    ChangePromised,
    SecurityPromised,
    Strength,
    VersionStated,
)
from ...model.day import long_date
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Gap
from ...model.rights import Use
from ...model.safeguard import Measure, Safeguard
from ...model.words import lowered, raised
from .facts import OPEN, DraftFacts, references
from .facts import facts as _facts
from .words import fill, listed, plain, publishable, say

SECURITY: Final = "How we protect your data"
CHANGES: Final = "Changes to this notice"

_PROTECTS: Final = {
    Measure.ENCRYPTION_IN_TRANSIT: "We encrypt data on its way",
    Measure.ENCRYPTION_AT_REST: "We encrypt data where it is stored",
    Measure.ACCESS_CONTROL: "We limit who can get at data",
    Measure.AUTHENTICATION: "People have to prove who they are before they get at data",
    Measure.MONITORING: "We watch our systems",
    Measure.TESTING: "We test our systems",
    Measure.MINIMISATION: "We take no more data than we need",
    Measure.ANONYMISATION: "We make data anonymous",
    Measure.PSEUDONYMISATION: "We replace names by codes",
    Measure.DELETION: "We delete data",
    Measure.CONTRACT: "We bind others by contract",
    Measure.POLICY: "We have rules for those who handle data",
    Measure.TRAINING: "We train our staff",
    Measure.BACKUP: "We keep spare copies in case something fails",
    Measure.SUPPRESSION_LIST: "We keep a list of those whose data we must not use",
}

#: Measures of which the name of a safeguard would only say the same again.
_SAYS_ALL: Final = (Measure.ENCRYPTION_IN_TRANSIT, Measure.ENCRYPTION_AT_REST)


def security(facts: DraftFacts) -> Section:
    """Return the section on the measures that the map knows; it promises none beyond them.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> security(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'How we protect your data'
    """
    measures = [s for s in _facts(facts.data_map.safeguards) if s.measure in _PROTECTS]
    if not measures:
        return section(SECURITY, paragraph(fill("what we do to protect your data", [facts.whole])))
    last = say("No measure is perfect, and we cannot promise that nothing ever goes wrong.")
    return section(SECURITY, bullets(_measure(facts, each) for each in measures), paragraph(last))


def _measure(facts: DraftFacts, safeguard: Safeguard) -> Sentence:
    claim = SecurityPromised(
        kind="security-promised",
        measure=safeguard.measure,
        strength=Strength.QUALIFIED,
        data=tuple(facts.known_data(safeguard.data)),
    )
    systems = [
        facts.data_map.system[s] for s in safeguard.systems if facts.data_map.system[s].stance not in OPEN
    ]
    scope = [*(plain(system.name) for system in systems), *(facts.small(f"data:{d}") for d in claim.data)]
    where = f" ({listed(scope)})" if scope else ""
    how = "" if safeguard.measure in _SAYS_ALL else f": {lowered(plain(safeguard.name), facts.proper)}"
    text = f"{_PROTECTS[safeguard.measure]}{how}{where}."
    return say(text, [f"safeguard:{safeguard.id}"], [claim])


def changes(facts: DraftFacts) -> Section:
    """Return the section on changes, new purposes and the version of the notice.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> changes(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Changes to this notice'
    """
    doors = [door for door in facts.doors(Use.CHANGES) if publishable(door.name)]
    names = listed(lowered(plain(door.name), facts.proper) for door in doors)
    promise = ChangePromised(
        kind="change-promised", how=raised(names) if names else Gap.NOT_STATED, new_purposes=True
    )
    told = say("Before we use your data for a new purpose, we tell you about it.", (), [promise])
    rests = references("channel", (door.id for door in doors))
    how = (
        say(f"You learn of changes by: {names}.", rests)
        if names
        else fill("how we tell you of changes", [facts.whole])
    )
    day = long_date(facts.as_of)
    version = VersionStated(kind="version-stated", version=day)
    return section(
        CHANGES,
        paragraph(told, how),
        paragraph(say(f"This version of the notice is dated {day}.", (), [version])),
    )
