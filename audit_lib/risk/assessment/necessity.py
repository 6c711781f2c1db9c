"""Steps 3 and 4 of an impact assessment: who is heard, and whether the processing is necessary."""

from __future__ import annotations

from typing import Final

from ...model.activity import Basis
from ...model.data import Sensitivity
from ...model.document import Section, Sentence
from ...model.document_words import section
from ...model.flow import Role
from ...model.noun import Gap, Stance
from ...model.safeguard import Measure, Safeguard
from ...notice.drafting.words import NOTHING, listed, say
from ...records.cells import marked
from ...records.grounds import sensitivities
from ...records.security import Scope, applies, is_general
from .describe import notice_lines
from .subject import Subject
from .words import OWNER, Cells, fill, given, line, table, told

#: Measures that keep data few, or keep it from telling who somebody is.
LESS: Final = (Measure.MINIMISATION, Measure.ANONYMISATION, Measure.PSEUDONYMISATION)

_DECIDING: Final = (Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.UNCLEAR)
_SENSITIVE: Final = {Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE}


def consultation(subject: Subject) -> Section:
    """Return the section on who is consulted: the people, the officer, processors and others.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> consultation(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Step 3. Consultation'
    """
    dpia, here = subject.activity.dpia, subject.here
    views = given(
        dpia.views, OWNER, "what the people or their representatives said, or why they are not asked", here
    )
    advice = given(dpia.advice, subject.officer, "the advice given", here)
    acting = dict.fromkeys(r.party for r in subject.outside if r.role in (Role.PROCESSOR, Role.SUB_PROCESSOR))
    rows: list[tuple[str, str, Cells]] = [
        (
            listed(subject.names("party", subject.activity.subjects)) or "The people concerned",
            "Art. 35(9)",
            views,
        ),
        (subject.officer.removeprefix("the ").capitalize(), "Art. 35(2)", advice),
    ]
    for party in acting:
        name = subject.name("party", party)
        rows.append(
            (name, "Art. 28(3)(f)", [fill(OWNER, f"what {name} was asked to assist with, and its answer")])
        )
    rows.append(("Security and other experts", NOTHING, [fill(OWNER, "who was asked, when, and the answer")]))
    return section(
        "Step 3. Consultation",
        table(
            ("Who", "Provision", "Outcome"),
            [([line(who)], [say(law)], cell) for who, law, cell in rows],
            (1.5, 0.9, 2.9),
            "Who is asked, which provision says so, and what came of it",
        ),
    )


def necessity(subject: Subject) -> Section:
    """Return the section on lawfulness, necessity, proportionality and the rights of people.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> necessity(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Step 4. Assess necessity and proportionality'
    """
    rows = [*_lawful(subject), *_necessary(subject), *_rights(subject)]
    shown = [([say(label)], [say(law)], cell) for label, law, cell in rows]
    columns = ("Question", "Provision", "What the map says")
    tells = "What makes the processing lawful, necessary and fair, question by question"
    return section(
        "Step 4. Assess necessity and proportionality", table(columns, shown, (1.5, 0.9, 2.9), tells)
    )


def _lawful(subject: Subject) -> list[tuple[str, str, Cells]]:
    cells = subject.cells
    kinds = sensitivities(subject.data_map, subject.activity)
    rows: list[tuple[str, str, Cells]] = [
        ("Lawful basis", "Art. 6(1)", told(cells["lawful-basis"], OWNER, "on which lawful basis it rests")),
    ]
    if Sensitivity.SPECIAL_CATEGORY in kinds:
        condition = told(cells["special-condition"], OWNER, "the condition for special category data")
        rows.append(("Condition for special category data", "Art. 9(2)", condition))
    if kinds & _SENSITIVE:
        schedule = told(cells["schedule-1-condition"], OWNER, "the condition of Schedule 1")
        policy = told(cells["policy"], OWNER, "where the appropriate policy document is")
        rows.append(("Condition in domestic law, and policy", "DPA 2018 Sch. 1", [*schedule, *policy]))
    if any(basis.basis is Basis.LEGITIMATE_INTERESTS for basis in subject.activity.bases):
        interest = told(cells["interests"], OWNER, "the interest that is pursued")
        weighed = told(cells["lia"], OWNER, "where the legitimate interests assessment is filed")
        rows.append(("Interest pursued, and its weighing", "Art. 6(1)(f)", [*interest, *weighed]))
    return rows


def _necessary(subject: Subject) -> list[tuple[str, str, Cells]]:
    why = "why nothing less would do: less data, fewer recipients, or another way to the same end"
    necessary = given(subject.activity.necessity, OWNER, why, subject.here)
    return [
        ("Is it necessary, and is there a less intrusive way?", "Art. 35(7)(b)", necessary),
        ("Is data kept to what is needed?", "Art. 5(1)(c)", less_of_it(subject)),
        ("Can it drift to other purposes?", "Art. 5(1)(b)", _drift(subject)),
    ]


def less_of_it(subject: Subject) -> list[Sentence]:
    """Return the measures that keep the data few; a gap where none is known to be in place.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> less_of_it(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].gap
    True
    """
    found = [line(marked(_called(s), s.stance), f"safeguard:{s.id}") for s in less_safeguards(subject)]
    return found or [fill(OWNER, "how data is kept to the minimum, and kept accurate", [subject.here])]


def less_safeguards(subject: Subject) -> list[Safeguard]:
    """Return the safeguards that keep the data of an activity few and are more than expected.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> less_safeguards(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))
    []
    """
    data_map, activity = subject.data_map, subject.activity
    reach = Scope(
        parties=data_map.inside | {subject.controller},
        systems=frozenset(activity.systems),
        activities=frozenset({activity.id}),
        data=data_map.atoms((*activity.data, *activity.creates)),
    )
    met = [s for s in data_map.safeguards if s.measure in LESS and applies(data_map, s, reach)]
    return [safeguard for safeguard in met if safeguard.stance is not Stance.EXPECTED]


def _called(safeguard: Safeguard) -> str:
    everywhere = ", said of everything" if is_general(safeguard) else ""
    return f"{safeguard.name} ({safeguard.measure.value.replace('-', ' ')}{everywhere})"


def _drift(subject: Subject) -> list[Sentence]:
    """Return who can use the data for ends of their own, and within which limits."""
    deciding = [r for r in subject.outside if r.role in _DECIDING and r.flows]
    if not deciding:
        return [say("No recipient outside decides for itself what the data is used for.", [subject.here])]
    found = []
    for recipient in deciding:
        name = subject.name("party", recipient.party)
        facts = [flow for flow in recipient.flows if flow.stance is not Stance.EXPECTED] or list(
            recipient.flows
        )
        refs = [f"flow:{flow.id}" for flow in facts]
        said = [str(f.condition) for f in facts if f.condition not in ("not-stated", "none", "unclear")]
        limits = listed(value for value in said if value != "not-applicable")
        role = recipient.role.words
        if limits:
            found.append(line(f"{name} ({role}): {limits}", *refs))
        else:
            found += [
                fill(OWNER, f"what {name} ({role}) may use the data for, and where that is agreed", refs)
            ]
    return found


def _rights(subject: Subject) -> list[tuple[str, str, Cells]]:
    cells = subject.cells
    contracts = told(cells["contracts"], OWNER, "the contract with each processor")
    rights = told(cells["rights"], OWNER, "which rights people have")
    return [
        ("What are people told?", "Art. 13, 14", _told(subject)),
        ("Which rights do they have?", "Art. 12 to 22D", rights),
        ("How are processors bound?", "Art. 28(3)", contracts),
        ("What protects transfers?", "Art. 44A to 49", _transfers(subject)),
        (
            "How is it kept safe?",
            "Art. 32",
            told(cells["security"], OWNER, "which measures protect the data"),
        ),
    ]


def _told(subject: Subject) -> list[Sentence]:
    """Return what the notice says; where no sentence is cited, step 2 asks for it already."""
    found = notice_lines(subject)
    return [say("To be filled in under step 2.", [subject.here])] if found[0].gap else found[:3]


def _transfers(subject: Subject) -> list[Sentence]:
    """Return what protects data abroad; nothing can be said of it before the countries are known."""
    where, how = subject.cells["third-countries"], subject.cells["transfer-safeguards"]
    if where.value is None and where.gap in (Gap.NOT_STATED, Gap.UNCLEAR) and how.value is None:
        return [say("Depends on the countries: to be filled in under step 2.", [subject.here])]
    return told(how, OWNER, "what protects data abroad")
