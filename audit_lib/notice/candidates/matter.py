"""What is spoken of in a notice: the data, the purposes, and the activities that they make up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ...model.activity import Basis
from ...model.data import Sensitivity
from ...model.noun import Confidence, Stance
from ..concepts.concept import Family
from ..concepts.concepts import concept, lineage, sensitivity
from .cues import Act
from .gathering import Candidate
from .naming import Ids
from .reading import Read

#: Data that a sentence speaks of without saying which.
UNSAID_DATA: Final = "personal-information"
UNSAID_PURPOSE: Final = "unsaid"

#: A sentence that does one of these speaks of data that is handled.
HANDLES: Final = frozenset({
    Act.COLLECT, Act.SOURCE, Act.USE, Act.SHARE, Act.KEEP, Act.COOKIES, Act.PROFILE, Act.DEMAND, Act.CONSENT,
    Act.TRANSFER,
})  # fmt: skip

#: Purposes that nearly every sentence could be said to have; they count only where no other is there.
VAGUE: Final = frozenset({"provide-services", "send-service-messages", "comply-with-law", "keep-records"})

#: What a notice says of rights, complaints and changes is no purpose.
ABOUT_NOTICE: Final = frozenset({Act.RIGHTS, Act.COMPLAIN, Act.CHANGE, Act.CONTACT, Act.OFFICER, Act.CONTROL})

BACK: Final = frozenset({"this", "it", "they", "these", "such", "that"})


@dataclass
class Matter:
    """What was found, by concept, and what each clause names."""

    data: dict[str, Candidate] = field(default_factory=dict)
    purposes: dict[str, Candidate] = field(default_factory=dict)
    activities: dict[str, Candidate] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    of_clause: dict[str, tuple[str, ...]] = field(default_factory=dict)
    for_clause: dict[str, tuple[str, ...]] = field(default_factory=dict)


def gather_matter(reads: Sequence[Read], ids: Ids) -> Matter:
    """Return the data categories and purposes of which a notice speaks where it speaks of handling data.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("We use your passport to check your right to rent.")
    >>> matter = gather_matter(reads, Ids())
    >>> list(matter.data), list(matter.purposes)
    (['passport', 'identity-documents', 'identity', 'immigration-status'], ['check-right-to-rent'])
    """
    matter = Matter()
    before: Read | None = None
    for read in reads:
        if _handles(read):
            _data(matter, read, before, ids)
            _purposes(matter, read, ids)
        before = read
    return matter


def _handles(read: Read) -> bool:
    if read.aside:
        return bool(read.own & {Act.COLLECT, Act.SHARE, Act.KEEP}) and Act.RIGHTS not in read.own
    about_notice = read.own & ABOUT_NOTICE and not read.own & {Act.COLLECT, Act.SHARE, Act.USE, Act.KEEP}
    return bool(read.acts & HANDLES or read.ids(Family.BASIS)) and not about_notice


def drop_lone_parents(matter: Matter) -> None:
    """Take out each category that no sentence names and that has a single category beneath it.

    >>> from .reading import read_sentences
    >>> matter = gather_matter(read_sentences("We collect your passport.")[0], Ids())
    >>> drop_lone_parents(matter)
    >>> list(matter.data)
    ['passport']
    """
    while lone := next((name for name in matter.data if _is_lone(matter, name)), None):
        gone = matter.data.pop(lone)
        for one in matter.data.values():
            if one.fields["parent"] == lone:
                one.fields["parent"] = gone.fields["parent"]


def _is_lone(matter: Matter, name: str) -> bool:
    named = matter.named
    beneath = [one for one in matter.data.values() if one.fields["parent"] == name]
    return name not in named and len(beneath) < 2


def _data(matter: Matter, read: Read, before: Read | None, ids: Ids) -> None:
    own = read.ids(Family.DATA)
    found = own or read.ids(Family.DATA, with_lead=True)
    if not found and before and _points_back(read) and _same_line(read, before):
        found = matter.of_clause.get(before.clause, ())
    if found:
        matter.of_clause[read.clause] = found
    sure = Confidence.CERTAIN if read.own & {Act.COLLECT, Act.SHARE, Act.SOURCE} else Confidence.LIKELY
    matter.named.update(own)
    for name in own:
        for at, above in enumerate(lineage(name)):
            data_candidate(matter, above, ids).rest_on([read.clause], Confidence.LIKELY if at else sure)


def _points_back(read: Read) -> bool:
    """Whether a sentence speaks of the data of the one before it ("this information", "it")."""
    if read.stems[:1] and read.stems[0] in BACK:
        return True
    return any(
        left in BACK and right in {"information", "data", "detail"} for left, right in pairwise(read.stems)
    )


def _same_line(read: Read, before: Read) -> bool:
    return read.sentence.place.partition(".")[0] == before.sentence.place.partition(".")[0]


def data_candidate(matter: Matter, name: str, ids: Ids) -> Candidate:
    """Return the candidate of a data category; made, if it is not there yet.

    >>> data_candidate(Matter(), "health", Ids()).fields["sensitivity"].value
    'special-category'
    """
    if name not in matter.data:
        row = concept(Family.DATA, name)
        made = Candidate(ids.make(name), row.name, fields={"parent": row.parent})
        if sensitivity(name) is not Sensitivity.ORDINARY:
            made.fields["sensitivity"] = sensitivity(name)
        matter.data[name] = made
    return matter.data[name]


def unsaid_data(matter: Matter, clause: str, ids: Ids) -> str:
    """Enter the category for data of which a sentence does not say what it is, and return its concept.

    >>> matter = Matter()
    >>> unsaid_data(matter, "c-001", Ids()), list(matter.data)
    ('personal-information', ['personal-information'])
    """
    if UNSAID_DATA not in matter.data:
        made = Candidate(ids.make(UNSAID_DATA), "Personal information, not said which")
        made.fields["parent"] = None
        made.note = "The sentences do not say which data: put the categories in its place."
        matter.data[UNSAID_DATA] = made
    matter.data[UNSAID_DATA].rest_on([clause], Confidence.ASK)
    return UNSAID_DATA


def _purposes(matter: Matter, read: Read, ids: Ids) -> None:
    if Act.DENY in read.own and "unless" not in read.stems and "except" not in read.stems:
        return
    own = _own_purposes(read)
    plain = tuple(name for name in own if name not in VAGUE) or own
    found = plain or read.ids(Family.PURPOSE, with_lead=True)
    if found:
        matter.for_clause[read.clause] = found
    sure = Confidence.CERTAIN if Act.USE in read.own else Confidence.LIKELY
    for name in own:
        if name in plain or Act.USE in read.acts:
            purpose_candidate(matter, name, ids).rest_on([read.clause], sure)


def _own_purposes(read: Read) -> tuple[str, ...]:
    """Return the purposes that a sentence names, but for words that only name a lawful basis."""
    bases = [m for m in read.mentions if m.family is Family.BASIS]
    return tuple(
        dict.fromkeys(
            m.concept
            for m in read.mentions
            if m.family is Family.PURPOSE
            and not (m.concept in VAGUE and any(b.first <= m.first and m.after <= b.after for b in bases))
        )
    )


def purpose_candidate(matter: Matter, name: str, ids: Ids) -> Candidate:
    """Return the candidate of a purpose; made, if it is not there yet.

    >>> purpose_candidate(Matter(), "market", Ids()).name
    'Direct marketing'
    """
    if name not in matter.purposes:
        is_said = name != UNSAID_PURPOSE
        title = concept(Family.PURPOSE, name).name if is_said else "Purpose not said beside the data"
        matter.purposes[name] = Candidate(ids.make(name if is_said else "purpose-not-said"), title)
        if not is_said:
            matter.purposes[name].note = "Say for which purposes this data is used, and move it there."
    return matter.purposes[name]


def activity_for(matter: Matter, purpose: str, ids: Ids) -> Candidate:
    """Return the activity of a purpose; made, if it is not there yet.

    >>> activity_for(Matter(), "market", Ids()).id
    'market-activity'
    """
    if purpose not in matter.activities:
        goal = purpose_candidate(matter, purpose, ids)
        function = concept(Family.PURPOSE, purpose).mark if purpose != UNSAID_PURPOSE else "not said"
        matter.activities[purpose] = Candidate(
            ids.make(f"{goal.id}-activity"),
            goal.name,
            fields={"purpose": goal.id, "function": function or "not said"},
        )
    return matter.activities[purpose]


def rest_bases(matter: Matter, reads: Iterable[Read], ids: Ids) -> None:
    """Put each lawful basis that a sentence names beside its purposes under their activities.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("We send our newsletter with your consent.")
    >>> matter, ids = gather_matter(reads, Ids()), Ids()
    >>> rest_bases(matter, reads, ids)
    >>> [basis["basis"].value for basis in matter.activities["market"].fields["bases"]]
    ['consent']
    """
    for read in reads:
        if read.aside or read.own & {Act.DENY, Act.REFUSE}:
            continue
        for name in read.ids(Family.BASIS, with_lead=True):
            for purpose in matter.for_clause.get(read.clause, ()):
                if purpose in matter.purposes and not (purpose == "comply-with-law" and name == "contract"):
                    _rest_basis(activity_for(matter, purpose, ids), Basis(name), read)


def _rest_basis(activity: Candidate, basis: Basis, read: Read) -> None:
    bases = activity.fields.setdefault("bases", [])
    held = next((one for one in bases if one["basis"] is basis), None)
    if held is None:
        bases.append({"basis": basis, "stance": Stance.STATED, "clauses": (read.clause,)})
    elif read.clause not in held["clauses"]:
        held["clauses"] = (*held["clauses"], read.clause)
