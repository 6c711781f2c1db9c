"""The purpose and the necessity test of legitimate interests, and the recognised interests (Annex 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...law.bases import RECOGNISED_INTERESTS, RecognisedInterest, basis_in_law
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.document import Section
from ...model.document_words import paragraph, section
from ...model.noun import Gap
from ...model.purpose import PurposeKind
from ...model.words import raised
from ...notice.drafting.words import listed, say
from ...records.cells import marked
from .subject import Subject
from .words import OWNER, Cells, fill, given, table, told

#: Purposes that the law itself names as examples of a legitimate interest; they are balanced all the same.
NAMED: Final = {
    PurposeKind.DIRECT_MARKETING: "direct marketing",
    PurposeKind.GROUP_ADMINISTRATION: "passing data on within a group for internal administration",
    PurposeKind.NETWORK_SECURITY: "the security of networks and information",
}

_PARAGRAPH: Final = re.compile(r"\bpara(?:graph|graphs|s)?\.?\s*(\d+)", re.IGNORECASE)


def resting(activity: Activity, basis: Basis) -> list[LawfulBasis]:
    """Return what the map says of one basis of an activity, however sure.

    >>> from audit_lib.graph.example import example_map
    >>> resting(example_map().activities[0], Basis.LEGITIMATE_INTERESTS)
    []
    """
    return [found for found in activity.bases if found.basis is basis]


def bases_named(activity: Activity) -> str:
    """Return the bases of an activity in words, for somebody who has asked for another.

    >>> from audit_lib.graph.example import example_map
    >>> bases_named(example_map().activities[0])
    'the map gives it no lawful basis'
    """
    if not activity.bases:
        return "the map gives it no lawful basis"
    laws = [basis_in_law(basis.basis) for basis in activity.bases]
    return f"it rests on {listed(f'{law.name} ({law.provision})' for law in laws)}"


def annex_condition(condition: str | Gap) -> RecognisedInterest | None:
    """Return the entry of Annex 1 whose paragraph a condition names; None where it names none.

    >>> annex_condition("Annex 1 para. 5: preventing crime").paragraphs
    'Annex 1 para. 5'
    >>> annex_condition("Annex 1, paragraph 7").covers
    'safeguarding a child, or an adult who is at risk'
    """
    named = None if isinstance(condition, Gap) else _PARAGRAPH.search(condition)
    if not named:
        return None
    for entry in RECOGNISED_INTERESTS:
        ends = [int(number) for number in re.findall(r"\d+", entry.paragraphs)[1:]]
        if ends[0] <= int(named[1]) <= ends[-1]:
            return entry
    return None


def recognised(subject: Subject) -> Section:
    """Return which condition of Annex 1 is met and why the processing is necessary for it; no balancing.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> recognised(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Recognised legitimate interest'
    """
    rows: list[tuple[str, Cells]] = []
    for basis in resting(subject.activity, Basis.RECOGNISED_LEGITIMATE_INTEREST):
        asked = "which condition of Annex 1 is met: paragraph, and how"
        words = basis.condition if isinstance(basis.condition, Gap) else marked(basis.condition, basis.stance)
        rows.append(("Condition of Annex 1", given(words, OWNER, asked, subject.here, *_clauses(basis))))
        entry = annex_condition(basis.condition)
        if entry:
            rows.append(("What that condition covers", [say(raised(f"{entry.covers} ({entry.paragraphs})"))]))
            rows.append(("What it does not cover", [say(raised(entry.not_for))]))
    why = "why the processing is necessary for this, and nothing less would do"
    rows.append(("Why it is necessary", given(subject.activity.necessity, OWNER, why, subject.here)))
    return section(
        "Recognised legitimate interest",
        paragraph(
            say(
                "No balancing is called for: the law has weighed these interests itself (UK GDPR Art. "
                "6(1)(ea)). The processing must be necessary for the condition, no public "
                "authority can rely on it for its tasks, and people can object (Art. 21(1))."
            )
        ),
        table(
            (),
            [[[say(label)], cell] for label, cell in rows],
            (1.25, 3.75),
            "The condition, and why it applies",
        ),
    )


def purpose_test(subject: Subject) -> Section:
    """Return part 1: which interest is pursued, whose it is, and whether it is legitimate.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> purpose_test(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Part 1. Purpose test'
    """
    activity = subject.activity
    interests = [
        sentence
        for basis in resting(activity, Basis.LEGITIMATE_INTERESTS)
        for sentence in _interest(subject, basis)
    ]
    kind = subject.data_map.purpose[activity.purpose].kind
    named = f"The law names {NAMED.get(kind)} as an example (Art. 6(11)); the tests are made all the same."
    rows: list[tuple[str, Cells]] = [
        ("What the processing is for", told(subject.cells["purpose"], OWNER, "what it is for")),
        ("The interest pursued", interests),
        *([("Named in the law", [say(named, [f"purpose:{activity.purpose}"])])] if kind in NAMED else []),
        ("Who benefits, and how much", [fill(OWNER, "who benefits: the organisation, others, the public")]),
        ("If it could not be done", [fill(OWNER, "what would follow if the processing did not take place")]),
        ("Lawful and fair otherwise", _other_law(kind)),
    ]
    return section(
        "Part 1. Purpose test",
        table((), [[[say(a)], b] for a, b in rows], (1.25, 3.75), "Which interest, and whose"),
    )


def _interest(subject: Subject, basis: LawfulBasis) -> Cells:
    words = basis.interest if isinstance(basis.interest, Gap) else marked(basis.interest, basis.stance)
    return given(
        words, OWNER, "the interest that is pursued, and whose it is", subject.here, *_clauses(basis)
    )


def _other_law(kind: PurposeKind) -> Cells:
    rest = fill(OWNER, "which other law, code or promise bears on it, and that it is kept")
    if kind is not PurposeKind.DIRECT_MARKETING:
        return [rest]
    return [
        say("By e-mail or SMS: consent or an existing customer relationship as well (PECR reg. 22)."),
        rest,
    ]


def necessity_test(subject: Subject) -> Section:
    """Return part 2: whether the processing is needed for the interest, and what less would do.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> necessity_test(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Part 2. Necessity test'
    """
    why = "why nothing less would do: less data, fewer recipients, or another way to the same end"
    rows: list[tuple[str, Cells]] = [
        ("Necessary, and no less intrusive way", given(subject.activity.necessity, OWNER, why, subject.here)),
        ("Data used", told(subject.cells["data"], OWNER, "which data is used")),
        ("Who receives it", told(subject.cells["recipients"], OWNER, "who receives the data")),
        (
            "How long it is kept",
            told(subject.cells["retention"], OWNER, "how long each kind of data is kept"),
        ),
    ]
    return section(
        "Part 2. Necessity test",
        table((), [[[say(a)], b] for a, b in rows], (1.25, 3.75), "Whether less would do"),
    )


def _clauses(basis: LawfulBasis) -> Iterable[str]:
    return (f"clause:{clause}" for clause in basis.clauses)


def condition_lines(subject: Subject) -> Cells:
    """Return the bases of an activity as the record has them, for the head of the assessment.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> condition_lines(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].gap
    True
    """
    return told(subject.cells["lawful-basis"], OWNER, "the lawful basis")
