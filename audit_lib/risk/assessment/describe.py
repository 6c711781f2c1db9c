"""Step 2 of an impact assessment: nature, scope, context and purposes of the processing."""

from __future__ import annotations

from ...model.criterion import Criterion
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph
from ...model.finding import Finding
from ...model.flow import Flow
from ...model.noun import Answer, Gap, Stance
from ...model.party import Party
from ...model.words import counted
from ...notice.drafting.words import listed, plain, say
from ...records.cells import marked
from .subject import Subject
from .words import OWNER, Cells, fill, given, line, part, table, told

_SHARES = (1.25, 3.75)


def nature(subject: Subject) -> Section:
    """Return how data is collected, used, stored, passed on and deleted.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> nature(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Nature of the processing'
    """
    cells = subject.cells
    rows: list[tuple[str, Cells]] = [
        ("Where the data comes from", told(cells["source"], OWNER, "where the data comes from")),
        ("Where it is kept", told(cells["location"], OWNER, "in which systems, and in which country")),
        ("Who receives it", told(cells["recipients"], OWNER, "who receives the data, in which role")),
        (
            "Decisions by machine",
            _machines(subject),
        ),
    ]
    flows = [_flow(subject, flow) for flow in subject.flows]
    lead = "The flow of the activity" if len(flows) == 1 else f"The {len(flows):,} flows of the activity"
    return part(
        "Nature of the processing",
        table(
            (),
            [[[say(label)], cell] for label, cell in rows],
            _SHARES,
            "Where the data is from, where it is, who gets it",
        ),
        paragraph(say(lead))
        if flows
        else paragraph(fill(OWNER, "how the data moves; the map has no flow of it")),
        table(("From", "To", "What", "How, and on which condition"), flows, (1.1, 1.3, 1.5, 1.6)),
    )


def _machines(subject: Subject) -> list[Sentence]:
    """Return what is known of decisions by machine; the question, if there is one, stands in step 1."""
    sign = subject.sign(Criterion.AUTOMATED_DECISION)
    found = [line(evidence.text, *evidence.rests) for evidence in sign.evidence]
    return found or [say("Not known: to be filled in under step 1.", [subject.here])]


def _flow(subject: Subject, flow: Flow) -> tuple[Cells, Cells, Cells, Cells]:
    here = f"flow:{flow.id}"
    role = flow.role.words
    to = f"{subject.name('party', flow.recipient)}, {role}"
    what = listed(subject.names("data", flow.data))
    how: list[Sentence] = []
    if flow.via:
        kind = "system" if flow.via in subject.data_map.system else "channel"
        how.append(line(f"By {subject.name(kind, flow.via)}", here))
    if not isinstance(flow.condition, Gap):
        how.append(line(str(flow.condition), here))
    sender = marked(subject.name("party", flow.sender), flow.stance)
    return [line(sender, here)], [line(to, here)], [line(what, here)], how


def scope(subject: Subject) -> Section:
    """Return which data about whom, how many they are, how long it is kept, and where it goes.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> found = scope(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))
    >>> found.blocks[0].rows[0][0][0].text
    'Data'
    """
    cells = subject.cells
    people = [each for party in _people(subject) for each in _number(party)]
    rows: list[tuple[str, Cells]] = [
        ("Data", told(cells["data"], OWNER, "which data is handled")),
        ("People", people or [fill(OWNER, "whose data it is", [subject.here])]),
        ("How long it is kept", told(cells["retention"], OWNER, "how long each kind of data is kept")),
        ("Countries", told(cells["third-countries"], OWNER, "whether data leaves the country, and to where")),
        ("How often, and how much", [fill(OWNER, "how often and how much data is collected and used")]),
    ]
    tells = "Which data, about whom, for how long, and where it goes"
    return part(
        "Scope of the processing", table((), [[[say(label)], cell] for label, cell in rows], _SHARES, tells)
    )


def _people(subject: Subject) -> list[Party]:
    moved = (name for flow in subject.facts for name in flow.subjects)
    named = dict.fromkeys((*subject.activity.subjects, *moved))
    return [subject.data_map.party[name] for name in named]


def _number(party: Party) -> list[Sentence]:
    here = f"party:{party.id}"
    if isinstance(party.number, Gap):
        return [
            line(party.name, here),
            fill(OWNER, f"how many there are, about: {plain(party.name)}", [here]),
        ]
    return [line(f"{party.name}, about {party.number:,}", here)]


def context(subject: Subject) -> Section:
    """Return what people know and expect, who is vulnerable, and what has gone wrong before.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> context(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Context of the processing'
    """
    activity = subject.activity
    must = given(activity.requirement, OWNER, "whether people must give the data, and what follows if not")
    expect = given(
        activity.expectations, OWNER, "whether people would expect this, and what control they have"
    )
    elsewhere = say("Not known: to be filled in under step 1.", [subject.here])
    rows: list[tuple[str, Cells]] = [
        ("Relationship with the people", relationship(subject)),
        ("Must they give the data?", must),
        ("Do they expect it?", expect),
        ("Children and vulnerable people", standing(subject) or [elsewhere]),
        ("What the notice tells", notice_lines(subject)),
        ("Breaches before", _breaches(subject)),
        ("Concerns raised", _concerns(subject)),
    ]
    tells = "What people are told and can expect, and what went wrong before"
    return part(
        "Context of the processing", table((), [[[say(label)], cell] for label, cell in rows], _SHARES, tells)
    )


def relationship(subject: Subject) -> list[Sentence]:
    """Return whether the data comes from the people themselves, from others, or from both.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> relationship(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].text
    'Data comes from the people themselves: Tenants.'
    """
    inside, found = subject.data_map.inside, []
    direct = [f for f in subject.facts if f.sender in f.subjects and f.sender in subject.data_map.individuals]
    if direct:
        names = listed(subject.name("party", flow.sender) for flow in direct)
        found.append(
            say(f"Data comes from the people themselves: {names}.", [f"flow:{flow.id}" for flow in direct])
        )
    others = [
        f for f in subject.facts if f not in direct and f.sender not in inside and f.recipient in inside
    ]
    if others:
        names = listed(subject.name("party", flow.sender) for flow in others)
        found.append(say(f"Data about them comes from {names}.", [f"flow:{flow.id}" for flow in others]))
    if subject.activity.creates:
        names = listed(subject.names("data", subject.activity.creates))
        found.append(say(f"The activity itself makes or observes: {names}.", [subject.here]))
    return found or [fill(OWNER, "how the people come into contact with the organisation", [subject.here])]


def standing(subject: Subject) -> list[Sentence]:
    """Return which of the people call for particular care, as the map or a person says; nothing if unknown.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> standing(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))
    []
    """
    sign = subject.sign(Criterion.VULNERABLE_PEOPLE)
    return [line(evidence.text, *evidence.rests) for evidence in sign.evidence]


def notice_lines(subject: Subject) -> list[Sentence]:
    """Return what the sentences of the notice say on which the activity rests, in our own words.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> notice_lines(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].gap
    True
    """
    clauses = subject.data_map.clause
    found = [line(f"{name}: {clauses[name].gist}", f"clause:{name}") for name in subject.clauses]
    if len(found) > 8:
        rest = say(f"and {counted(len(found) - 8, 'more sentence')} of the notice", [subject.here])
        found = [*found[:8], rest]
    return found or [
        fill(OWNER, "how people are told of this; no sentence of the notice is cited", [subject.here])
    ]


def _breaches(subject: Subject) -> list[Sentence]:
    breach = subject.activity.breach
    if breach.occurred is Answer.NO:
        return [say("None, as the map records.", [subject.here])]
    if breach.occurred is Answer.YES:
        return [
            say("Yes.", [subject.here]),
            *given(breach.link, OWNER, "where the breach is recorded", subject.here),
        ]
    return [fill(OWNER, "whether a breach has occurred in this activity", [subject.here])]


def _concerns(subject: Subject) -> list[Sentence]:
    live = [finding for finding in subject.findings if finding.counts]
    count = f"{counted(len(live), 'open finding')} of the audit, listed under step 5." if live else ""
    public = fill(OWNER, "complaints, requests or public concern about this kind of processing")
    return [*([say(count, _about(live))] if live else []), public]


def _about(findings: list[Finding]) -> list[str]:
    return [reference for finding in findings for reference in finding.about][:20]


def purposes(subject: Subject) -> Section:
    """Return what the processing is for, what it does to people, and whom it benefits.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> purposes(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Purposes of the processing'
    """
    found = [*told(subject.cells["purpose"], OWNER, "what it is for")]
    interests = [
        line(f"Interest pursued: {basis.interest}", subject.here)
        for basis in subject.activity.bases
        if not isinstance(basis.interest, Gap) and basis.stance is not Stance.EXPECTED
    ]
    benefit = fill(OWNER, "the effect on people, and the benefit for them, the organisation and others")
    return part("Purposes of the processing", bullets([*found, *interests, benefit]))
