"""A change made to a map: another map, or an error that says which step cannot be made and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from ..errors import ChangeError, Fault
from ..law.adequacy import HOME
from ..model.change import (
    Add,
    Change,
    ChangeEntry,
    MoveSystem,
    NarrowFlow,
    Remove,
    ReplaceParty,
    Step,
    StopFlows,
)
from ..model.data_map import KINDS, DataMap
from ..model.flow import Flow, Transfer
from ..model.noun import Gap, Stance
from ..model.safeguard import Safeguard
from ..model.system import System
from .removal import remove, take_out
from .working_copy import WorkingCopy, naming_fields, spelt

#: Fields of which a clause that states an entry speaks: with another value, the clause no longer says it.
SAID: Final = {
    "party": ("kind",),
    "system": ("operator",),
    "purpose": ("name",),
    "activity": ("purpose",),
    "flow": ("sender", "recipient", "activity", "data", "subjects"),
    "retention": ("period", "starts", "at_end", "data", "activities"),
    "safeguard": ("measure",),
    "right": ("right", "limits"),
    "channel": ("party", "address"),
}


def apply_change(data_map: DataMap, change: Change) -> DataMap:
    """Return the map as it would be once a change is made; the given map stays as it is.

    Steps are taken in their order. What a change adds or alters is a fact that no notice tells yet: its
    stance is `recorded` unless the change says otherwise, so that rules judge it. The notice is left as
    published: what it names stays in the map as a name, even without any part.

    Parameters
    ----------
    data_map
        The map.
    change
        The change, as `read_change` returns it.

    Raises
    ------
    ChangeError
        When a step cannot be made, or when the entries would not fit together afterwards; every fault of the
        first step that fails is told.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> stop = Change.model_validate({"id": "s", "title": "No selling on",
    ...     "steps": [{"kind": "stop-flows", "flows": ["sell"]}]})
    >>> [flow.id for flow in apply_change(example_map(), stop).flows]
    ['apply', 'check', 'sue']
    """
    copy = WorkingCopy(data_map)
    for number, step in enumerate(change.steps):
        wrong = list(_made(copy, step, change, number))
        if wrong:
            place = change.place(number)
            raise ChangeError([Fault(place, f"{step.kind}: {why}") for why in wrong])
    if not change.steps:
        return data_map
    try:
        return copy.data_map()
    except ValidationError as error:
        raise ChangeError(_misfits(change, error)) from None


def _misfits(change: Change, error: ValidationError) -> Iterator[Fault]:
    """Yield what does not fit in the changed map, entry by entry."""
    for said in error.errors(include_url=False):
        what = str(said.get("ctx", {}).get("error", said["msg"]))
        for each in what.split("; "):
            yield Fault(change.place(len(change.steps) - 1), f"After the change, {each}")


def _made(copy: WorkingCopy, step: Step, change: Change, number: int) -> Iterator[str]:
    """Make one step; yield why it cannot be made."""
    missing = [name for name in _named(step) if name not in copy.entries]
    if missing:
        yield from (f"The map has no {name} when this step comes." for name in missing)
    elif isinstance(step, Add):
        yield from _add(copy, step, change, number)
    elif isinstance(step, Remove):
        why = remove(copy, step.entries, step.hanging)
        if why:
            yield why
    elif isinstance(step, ReplaceParty):
        _replace(copy, step)
    elif isinstance(step, StopFlows):
        for flow in dict.fromkeys(step.flows):
            take_out(copy, f"flow:{flow}")
    elif isinstance(step, NarrowFlow):
        copy.update(f"flow:{step.flow}", data=tuple(dict.fromkeys(step.data)))
    elif isinstance(step, MoveSystem):
        _move(copy, step)
    else:
        yield from _change(copy, step)


def _named(step: Step) -> list[str]:
    """Return the entries that must be there before a step can be made."""
    if isinstance(step, Remove):
        return list(step.entries)
    if isinstance(step, ReplaceParty):
        return [f"party:{step.party}", f"party:{step.by}"]
    if isinstance(step, StopFlows):
        return [f"flow:{flow}" for flow in step.flows]
    if isinstance(step, NarrowFlow):
        return [f"flow:{step.flow}", *(f"data:{category}" for category in step.data)]
    if isinstance(step, MoveSystem):
        return [f"system:{step.system}"]
    return [step.entry] if isinstance(step, ChangeEntry) else []


def _add(copy: WorkingCopy, step: Add, change: Change, number: int) -> Iterator[str]:
    for section, kind in KINDS.items():
        for entry in getattr(step, section, ()):
            reference = f"{kind}:{entry.id}"
            if reference in copy.entries:
                yield f"{reference} is in the map already: change it, or give the new one another id."
            else:
                copy.put(reference, entry, change.place(number))


def _change(copy: WorkingCopy, step: ChangeEntry) -> Iterator[str]:
    was = copy.entries[step.entry]
    given = spelt(step, type(was))
    try:
        values = type(was).model_validate({**was.model_dump(by_alias=True, mode="json"), **step.fields})
    except ValidationError as error:
        for said in error.errors(include_url=False):
            yield f"{step.entry} {'.'.join(map(str, said['loc']))}: {said['msg']}."
        return
    if values.id != was.id:
        yield f"{step.entry}: an id stays; remove the entry and add another."
        return
    _restate(copy, step.entry, {name: getattr(values, name) for name in given})


def _restate(copy: WorkingCopy, reference: str, fields: dict[str, Any]) -> None:
    """Change an entry; where it now says what its clauses do not, it rests on them no longer."""
    was = copy.entries[reference]
    kind = reference.partition(":")[0]
    other = any(
        name in fields and fields[name] != getattr(was, name) and not _less(copy, was, name, fields[name])
        for name in SAID.get(kind, ())
    )
    if other and was.stance.rests_on_notice and "stance" not in fields and "clauses" not in fields:
        kept = tuple(clause for clause in was.clauses if kind == "system" and not _names(copy, clause, was))
        ground = {"clauses": kept} if kept else {"stance": Stance.RECORDED, "clauses": ()}
        fields = {**fields, **ground}
    copy.update(reference, **fields)


def _names(copy: WorkingCopy, clause: str, system: Any) -> bool:
    """Whether a clause says of a system's operator that it is the one."""
    return f"clause:{clause}" in copy.claimed(f"party:{system.operator}")


def _less(copy: WorkingCopy, was: Any, field: str, value: Any) -> bool:
    """Whether a list is narrower than before, so that what a clause says of it still covers it."""
    if not isinstance(value, tuple):
        return False
    before = getattr(was, field)
    if field != "data" or not isinstance(was, Flow):
        return set(value) <= set(before)
    return all(_beneath(copy, category, before) for category in value)


def _beneath(copy: WorkingCopy, category: str, above: tuple[str, ...]) -> bool:
    step: str | None = category
    seen: set[str] = set()
    while step and step not in seen:
        if step in above:
            return True
        seen.add(step)
        entry = copy.entries.get(f"data:{step}")
        step = entry.parent if entry is not None else None
    return False


def _replace(copy: WorkingCopy, step: ReplaceParty) -> None:
    """Reroute everything of and to a party to another, and take the old one out."""
    old, new = step.party, step.by
    for reference, noun, _ in list(copy.names(f"party:{old}")):
        if isinstance(noun, Safeguard) or not (reference in copy.entries or reference == "map"):
            continue
        if isinstance(noun, Flow) and not old_is_subject(noun, old):
            _reroute(copy, reference, step)
        else:
            _rename(copy, reference, old, new)
    copy.replan(old, new)
    for reference, noun, _ in list(copy.names(f"party:{old}")):
        if isinstance(noun, Safeguard) and noun.parties == (old,) and not _elsewhere(noun):
            copy.drop(reference)
    take_out(copy, f"party:{old}")


def old_is_subject(flow: Flow, party: str) -> bool:
    """Whether a party is in a flow only as those whom the data is about.

    >>> from audit_lib.graph.example import example_map
    >>> old_is_subject(example_map().flow["sell"], "tenants")
    True
    """
    return party not in (flow.sender, flow.recipient)


def _elsewhere(safeguard: Safeguard) -> bool:
    return bool(safeguard.systems or safeguard.data or safeguard.activities)


def _reroute(copy: WorkingCopy, reference: str, step: ReplaceParty) -> None:
    flow = copy.entries[reference]
    swap = {step.party: step.by}
    ends = {
        "sender": swap.get(flow.sender, flow.sender),
        "recipient": swap.get(flow.recipient, flow.recipient),
    }
    if ends["sender"] == ends["recipient"]:
        copy.drop(reference)
        return
    subjects = tuple(dict.fromkeys(swap.get(each, each) for each in flow.subjects))
    agreed = {"contract": step.contract, "transfer": step.transfer}
    _restate(copy, reference, {**ends, **agreed, "subjects": subjects})


def _rename(copy: WorkingCopy, reference: str, old: str, new: str) -> None:
    noun = copy.info if reference == "map" else copy.entries[reference]
    fields: dict[str, Any] = {}
    for name in naming_fields(type(noun), "party"):
        value = getattr(noun, name)
        if isinstance(value, tuple):
            fields[name] = tuple(dict.fromkeys(new if each == old else each for each in value))
        elif value == old:
            fields[name] = new
    if reference == f"party:{new}":  # it cannot be a part of itself
        fields = dict.fromkeys(fields, None)
    if "recipient_class" in fields and not copy.entries[f"party:{new}"].generic:
        fields["recipient_class"] = None  # a particular party is no class of recipients
    if isinstance(noun, System) and "operator" in fields:
        fields["location"] = Gap.NOT_STATED
    if reference == "map":
        copy.update(reference, **fields)
    else:
        _restate(copy, reference, fields)


def _move(copy: WorkingCopy, step: MoveSystem) -> None:
    """Move a system; what outsiders get through it goes to its country."""
    operator = copy.entries[f"system:{step.system}"].operator
    _restate(copy, f"system:{step.system}", {"location": step.to})
    home = step.to == HOME
    transfer = Gap.NONE if home else Transfer(country=step.to, mechanism=step.mechanism)
    people = {noun.id for noun in copy.entries.values() if getattr(noun, "kind", None) == "individuals"}
    inside = copy.origin.inside
    for reference, noun in list(copy.entries.items()):
        through = isinstance(noun, Flow) and noun.via == step.system and noun.recipient not in people
        if through and (noun.recipient == operator or noun.recipient not in inside):
            copy.update(reference, transfer=transfer)
