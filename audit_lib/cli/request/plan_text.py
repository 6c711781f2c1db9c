"""The plan of a request as text: whom to ask, whom to tell, what stays, in an order to work through."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ...model.authority import Authority
from ...model.flow import Role
from ...model.noun import Gap
from ...model.request_plan import Reach, Standing, TellingKind
from ..plain import line, one_line
from .plan_lines import Writer, rests

if TYPE_CHECKING:
    from rich.console import Console

    from ...model.data_map import DataMap
    from ...model.request_plan import RequestPlan, Source, Verdict

_MOST: Final = 4

_ASKED: Final = {
    Standing.OWN: "Our own systems and teams",
    Standing.PROCESSOR: "Processors",
    Standing.SUB_PROCESSOR: "Sub-processors",
    Standing.JOINT_CONTROLLER: "Joint controllers",
    Standing.UNCLEAR: "Role unclear",
    Standing.INDEPENDENT: "Answer for themselves",
    Standing.PUBLIC: "The public",
}
_TOLD: Final = {
    TellingKind.INSTRUCT: "Processors",
    TellingKind.TELL: "Recipients",
    TellingKind.ONWARD: "Onward recipients",
    TellingKind.PUBLIC: "Made public",
    TellingKind.DOUBT: "Authorities",
}
#: What else to know of a source that shows in other roles than the one in which it is asked.
_ALSO: Final = {
    Role.CONTROLLER: "Also a controller of its own: for that it answers itself",
    Role.JOINT_CONTROLLER: "Also a joint controller",
    Role.UNCLEAR: "In part its role is unclear",
}
_RECIPIENTS: Final = "15(1)(c)"
_COUNTED: Final = {
    Reach.APPLIES: "in full",
    Reach.LIMITED: "within limits",
    Reach.DOES_NOT: "not at all",
    Reach.ASK: "to be asked",
}
_REACHES: Final = {
    Reach.APPLIES: "Applies",
    Reach.LIMITED: "Applies within limits",
    Reach.DOES_NOT: "Does not apply",
    Reach.ASK: "Ask first",
}


def write_plan_text(plan: RequestPlan, data_map: DataMap, page: Console) -> None:
    """Write a plan so that it can be worked through from the top.

    >>> import datetime as dt
    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.search_plan import plan_request
    >>> plan = plan_request(example_map(), RightKind.OBJECTION, "tenants", dt.date(2026, 11, 22))
    >>> write_plan_text(plan, example_map(), console())
    Right to object: Tenants
    ...
    1. Whom to ask
    ...
    """
    writer = Writer(page, data_map)
    parts: list[tuple[str, Callable[[Writer, RequestPlan], None], bool]] = [
        ("Whom to ask", _sources, True),
        ("Whom to tell", _tells, bool(plan.tells)),
        ("How far the right reaches", _verdicts, bool(plan.verdicts)),
        ("What goes with the person", _portable, bool(plan.portable)),
        ("Check before anything is handed over or said", _held_back, bool(plan.held_back)),
        ("What stays", _kept, bool(plan.kept)),
        ("What the answer says beside the copy", _informed, bool(plan.informed)),
        ("What the map cannot tell: ask", _questions, bool(plan.questions)),
        ("Also", _notes, bool(plan.notes)),
    ]
    _head(writer, plan)
    for number, (heading, write) in enumerate(((h, w) for h, w, there in parts if there), 1):
        writer.heading(f"{number}. {heading}")
        write(writer, plan)


def _head(writer: Writer, plan: RequestPlan) -> None:
    from ...law.periods import spoken
    from ...law.rights_matrix import NAMES

    about = writer.names("party", [plan.subject])
    what = " to direct marketing" if plan.marketing else ""
    line(f"Right {NAMES[plan.right]}{what}: {about}", to=writer.page)
    title = one_line(writer.data_map.info.title)
    writer.say(f"{title}, as of {spoken(plan.as_of)}", "", style="quiet")
    writer.say(f"In short: {_in_short(plan)}.", "")
    if plan.data:
        writer.say(f"Only about: {writer.names('data', plan.data)}", "")
    if not isinstance(plan.desk.limits, Gap):
        writer.say(f"The notice limits it: {plan.desk.limits}", "")
    if plan.desk.team:
        writer.say(f"Answered by: {writer.names('party', [plan.desk.team])}", "")
    if plan.desk.channels:
        writer.say(f"Asked by way of: {writer.names('channel', plan.desk.channels)}", "")


def _in_short(plan: RequestPlan) -> str:
    """Return the whole plan in numbers; an activity with several bases counts once, by the widest reach."""
    said = [f"{sum(one.concerned for one in plan.searched)} to ask"]
    if plan.tells:
        said.append(f"{len(plan.tells)} to tell")
    order = list(Reach)
    furthest: dict[str, Reach] = {}
    for one in plan.verdicts:
        furthest[one.activity] = min(furthest.get(one.activity, one.reach), one.reach, key=order.index)
    counted = [(list(furthest.values()).count(reach), reach) for reach in order]
    if furthest:
        parts = ", ".join(f"{count} {_COUNTED[reach]}" for count, reach in counted if count)
        said.append(f"of {_activities(len(furthest))} it reaches {parts}")
    if plan.kept:
        sure = sum(one.certain for one in plan.kept)
        said.append(f"what stays: {sure} certain, {len(plan.kept) - sure} to ask")
    said.append("1 open question" if len(plan.questions) == 1 else f"{len(plan.questions)} open questions")
    return "; ".join(said)


def _activities(number: int) -> str:
    return f"{number} {'activity' if number == 1 else 'activities'}"


def _sources(writer: Writer, plan: RequestPlan) -> None:
    """Write who is asked, those of one standing and task together, and then who answers for itself."""
    if not plan.sources:
        writer.say("The map shows nobody who holds anything of this about these people.")
    number = 0
    asked = [one for one in plan.searched if one.concerned]
    for (standing, ask, provision), group in groupby(asked, key=lambda o: (o.standing, o.ask, o.provision)):
        writer.head(f"{_ASKED[standing]}: {ask}", provision)
        for source in group:
            number += 1
            _source(writer, source, number)
    if idle := [one.party for one in plan.searched if not one.concerned]:
        writer.say(f"Nothing to ask at: {writer.names('party', idle)}.", "    ", "  ")
    known = [one for one in plan.known if one.concerned]
    for (standing, ask, provision), group in groupby(known, key=lambda o: (o.standing, o.ask, o.provision)):
        writer.head(f"{_ASKED[standing]}: {ask}", provision)
        writer.say("; ".join(writer.party(one.party, expected=one.expected) for one in group), "       ")


def _source(writer: Writer, source: Source, number: int) -> None:
    """Write one source as a paragraph: what to ask for, where it rests, for what, and how sure it is."""
    atoms, perhaps = frozenset(source.atoms), frozenset(source.presumed)
    unsure = frozenset() if source.expected else frozenset(source.unconfirmed) - perhaps
    parts = [writer.data(atoms - perhaps - unsure)]
    if unsure:
        parts.append(f"Not confirmed: {writer.data(unsure)}")
    if perhaps:
        parts.append(f"Perhaps, as only rows about others too say so: {writer.data(perhaps)}")
    if source.resting:
        parts.append(f"Systems: {writer.names('system', (one.system for one in source.resting))}")
    if source.standing is not Standing.OWN:
        parts.append(f"For: {writer.names('activity', source.activities, _MOST)}")
        teams = [one for one in source.teams if one != writer.data_map.info.controller]
        if teams:
            parts.append(f"Asked by: {writer.names('party', teams, _MOST)}")
        if other := [_ALSO[role] for role in source.roles if role in _ALSO and role.value != source.standing]:
            parts.append("; ".join(other))
    if source.contracts:
        parts.append(f"Contract: {'; '.join(one_line(one) for one in source.contracts)}")
    if source.kept:
        parts.append(f"Kept: {_periods(writer, source)}")
    who = writer.party(source.party, expected=source.expected)
    writer.say(f"{who}: {'. '.join(part for part in parts if part)}.", "       ", f"  {number:3}. ")


def _periods(writer: Writer, source: Source) -> str:
    from ...model.words import lasting

    return ", ".join(
        f"{lasting(one.period)} ({writer.names('retention', [one.retention])})" for one in source.kept
    )


def _tells(writer: Writer, plan: RequestPlan) -> None:
    for (kind, says, provision, authority), group in groupby(
        plan.tells, key=lambda one: (one.kind, one.says, one.provision, one.authority)
    ):
        told = list(group)
        writer.head(f"{_TOLD[kind]}: {says}", provision, authority)
        if kind in (TellingKind.INSTRUCT, TellingKind.DOUBT):
            writer.say("; ".join(writer.party(one.party, expected=one.expected) for one in told), "       ")
            continue
        for one in told:
            who = writer.party(one.party, expected=one.expected)
            writer.say(f"{who}: {writer.names('data', one.data, _MOST)}", "       ", "     - ")


def _verdicts(writer: Writer, plan: RequestPlan) -> None:
    """Write the activities that are judged alike together."""
    groups: dict[tuple[Reach, str, str, Authority], list[Verdict]] = {}
    for one in plan.verdicts:
        groups.setdefault((one.reach, one.reason, one.provision, one.authority), []).append(one)
    for (reach, reason, provision, authority), alike in sorted(
        groups.items(), key=lambda pair: list(Reach).index(pair[0][0])
    ):
        writer.head(f"{_REACHES[reach]}: {reason}", provision, authority)
        judged = list(dict.fromkeys(_judged(writer, one) for one in alike))
        if len(groups) == 1 and len(judged) > 2 * _MOST:
            judged = [f"all {len({one.activity for one in alike})} activities about these people"]
        # What is asked stands in full among the questions.
        if reach is Reach.ASK and len(judged) > _MOST + 1:
            judged = [*judged[:_MOST], f"{len(judged) - _MOST} more, see the questions"]
        writer.say("; ".join(judged), "       ")


def _judged(writer: Writer, one: Verdict) -> str:
    marks = [one_line(one.law)] if one.law else []
    marks += ["basis unclear"] if one.unclear else []
    marks += ["not confirmed"] if one.expected else []
    words = writer.names("activity", [one.activity])
    return f"{words} ({', '.join(marks)})" if marks else words


def _held_back(writer: Writer, plan: RequestPlan) -> None:
    for one in plan.held_back:
        what = writer.names("data", one.data, 2 * _MOST) or writer.names("activity", one.activities, _MOST)
        others = f" (also about: {writer.names('party', one.others, _MOST)})" if one.others else ""
        says = f"{one.concern.value.capitalize()}: {one.says}{f' In: {what}{others}.' if what else ''}"
        writer.say(f"{says} {rests(one.provision, one.authority)}", "    ", "  - ")


def _kept(writer: Writer, plan: RequestPlan) -> None:
    for one in plan.kept:
        period = f" Kept {one_line(one.period)}." if one.period and not one.retention else ""
        data = f" Data: {writer.names('data', one.data)}." if one.data else ""
        says = f"{'' if one.certain else 'Ask: '}{one.says}{data}{period}"
        writer.say(f"{says} {rests(one.provision, one.authority)}", "    ", "  - ")


def _portable(writer: Writer, plan: RequestPlan) -> None:
    for one in plan.portable:
        about = f"{writer.names('activity', [one.activity])} ({one.basis.value})"
        unsure = " (not confirmed)" if one.expected else ""
        given = writer.names("data", one.provided) or "nothing that the person gave"
        made = f"; made by the activity: {writer.names('data', one.made)}" if one.made else ""
        writer.say(f"{about}{unsure}: {given}{made}", "    ", "  - ")


def _informed(writer: Writer, plan: RequestPlan) -> None:
    for one in plan.informed:
        # What each recipient has stands where it is asked or told; here its name will do.
        parties = [rest.partition(":")[2] for rest in one.rests if rest.startswith("party:")]
        says = [writer.names("party", parties)] if one.item == _RECIPIENTS and parties else one.says
        said = "; ".join(says) or ("" if one.gap else "the map shows none")
        writer.say(f"{one.heading} [Art. {one.item}]: {said}".rstrip(), "    ", "  - ")
        if one.gap:
            writer.say(f"To fill in: {one.gap}.", "    ", style="medium")


def _questions(writer: Writer, plan: RequestPlan) -> None:
    for number, one in enumerate(plan.questions, 1):
        writer.say(one.says, "     ", f"{number:3}. ")


def _notes(writer: Writer, plan: RequestPlan) -> None:
    for one in plan.notes:
        writer.say(f"{one.says} {rests(one.provision, one.authority)}", "    ", "  - ")
