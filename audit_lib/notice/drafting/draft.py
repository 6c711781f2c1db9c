"""The notice that a map implies, in plain English, with a gap for everything that the map does not know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.document import Paragraph, Section
from ...model.notice_draft import NoticeDraft
from .care import changes, security
from .choices import machines, must_you
from .collect import what_we_collect
from .cookies import cookies
from .facts import DraftFacts
from .purposes import purposes
from .questions import questions
from .retention import how_long
from .rights import complaints, consent, objection, other_rights
from .sharing import who_receives
from .transfers import abroad
from .who import for_whom, registered_name, who_we_are
from .words import say


def draft_notice(data_map: DataMap, as_of: dt.date) -> NoticeDraft:
    """Draft the privacy notice that a map implies for its controller, under the law of a day.

    Every sentence rests on entries of the map or on the law. What must be told and is not in the map becomes
    a gap ("To be filled in"); so does what the map holds only as expected or unclear ("To be confirmed"), as
    a notice may tell nothing that nobody has confirmed. What the old notice said amiss is not said again:
    consent taken from conduct, denials, promises without limits, bases that cannot fit.

    Parameters
    ----------
    data_map
        The map; its controller is the one who speaks.
    as_of
        The day whose law counts: complaints to the controller, for instance, are told from 19 June 2026 on
        (DPA 2018 s.164A).

    Returns
    -------
    NoticeDraft
        The sections in the order in which they are read (UK GDPR Art. 12 to 14, 21(4), 26(2); PECR reg. 6).

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> draft = draft_notice(example_map(), dt.date(2026, 11, 22))
    >>> draft.sections[0].heading, draft.gaps > 0
    ('Who we are', True)
    """
    facts = DraftFacts(data_map, as_of)
    sections = (
        who_we_are(facts),
        for_whom(facts),
        what_we_collect(facts),
        purposes(facts),
        who_receives(facts),
        abroad(facts),
        how_long(facts),
        must_you(facts),
        machines(facts),
        objection(facts),
        other_rights(facts),
        consent(facts),
        complaints(facts),
        cookies(facts),
        security(facts),
        changes(facts),
        questions(facts),
    )
    return NoticeDraft(
        map_id=data_map.info.id,
        title=f"Privacy notice of {registered_name(facts)[0]}",
        version=long_date(as_of),
        as_of=as_of,
        sections=_marked([section for section in sections if section is not None]),
    )


def _marked(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Say at the top how many places are open, so that nobody takes the draft for a notice."""
    bare = NoticeDraft(map_id="x", title="x", version="x", as_of=dt.date.min, sections=tuple(sections))
    if not bare.gaps:
        return tuple(sections)
    places = "1 place" if bare.gaps == 1 else f"{bare.gaps} places"
    words = f"This is a draft: somebody has to fill in or confirm {places} in square brackets."
    first = sections[0]
    top = first.model_copy(update={"blocks": (Paragraph(sentences=(say(words),)), *first.blocks)})
    return (top, *sections[1:])
