"""What the signs of high risk of an activity come to: ten listed operations, three cases, and the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..law.dpia_criteria import CASES, OPERATIONS, PRESUMED_FROM
from ..model.activity import Activity
from ..model.criterion import Criterion, Operation
from ..model.data import Sensitivity
from ..model.purpose import PurposeKind
from ..model.screening import Case, Evidence, Met, Outcome, Screening, Sign
from ..model.system import SystemKind
from .signs_of_risk import Judged, SignsOfRisk, all_of, any_of, settled
from .wording import listed

_LIST: Final = "UK GDPR Art. 35(4), the regulator's list"

#: Purposes that reach for people's attention or their money.
_MARKETING: Final = (PurposeKind.DIRECT_MARKETING, PurposeKind.MARKET_RESEARCH)


def screened(signs: SignsOfRisk, activity: Activity) -> Screening:
    """Return the screening of an activity.

    >>> from audit_lib.graph.example import example_map
    >>> m = example_map()
    >>> screened(SignsOfRisk(m), m.activities[0]).outcome.value
    'not-decidable'
    """
    criteria = signs.criteria(activity)
    met = {sign.sign: sign for sign in criteria}
    operations = _operations(signs, activity, met)
    cases = _cases(signs, activity, met)
    outcome, why = _outcome(criteria, operations, cases)
    return Screening(
        activity=activity.id,
        name=activity.name,
        stance=activity.stance,
        criteria=criteria,
        operations=operations,
        cases=cases,
        outcome=outcome,
        why=tuple(why),
        recorded=activity.dpia.required,
    )


_Criteria = Mapping[Criterion | Operation | Case, Sign]


def _outcome(
    criteria: Sequence[Sign], operations: Sequence[Sign], cases: Sequence[Sign]
) -> tuple[Outcome, list[str]]:
    """Return what the signs come to, and which of them lead there."""
    required = [f"{sign.name} ({sign.law})" for sign in (*cases, *operations) if sign.met is Met.MET]
    if required:
        return Outcome.REQUIRED, required
    met = [sign.name for sign in criteria if sign.met is Met.MET]
    if len(met) >= PRESUMED_FROM:
        return Outcome.PRESUMED, met
    asked = [sign.name for sign in criteria if sign.met is Met.NOT_KNOWN]
    listed_asked = [sign.name for sign in (*cases, *operations) if sign.met is Met.NOT_KNOWN]
    if len(met) + len(asked) >= PRESUMED_FROM or listed_asked:
        return Outcome.NOT_DECIDABLE, [f"not known: {name}" for name in (asked or listed_asked)]
    return Outcome.NOT_INDICATED, met or ["no sign of high risk is met"]


def _operations(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> tuple[Sign, ...]:
    """Return the ten operations of the regulator's list."""
    answers = {answer.sign: answer for answer in activity.dpia.answers}
    shown = {
        Operation.INNOVATIVE_TECHNOLOGY: _same(met[Criterion.INNOVATION]),
        Operation.DENIAL_OF_SERVICE: _denial(signs, activity, met),
        Operation.LARGE_SCALE_PROFILING: _profiling(signs, activity, met),
        Operation.BIOMETRICS: _of_special_data(signs, activity, "biometric, and used to tell people apart"),
        Operation.GENETIC_DATA: _of_special_data(signs, activity, "genetic"),
        Operation.DATA_MATCHING: _several_sources(signs, activity, met),
        Operation.INVISIBLE_PROCESSING: _invisible(signs, activity),
        Operation.TRACKING: _tracking(signs, activity),
        Operation.CHILDREN_OR_VULNERABLE: _targets(signs, activity, met),
        Operation.PHYSICAL_HARM: _physical_harm(signs, activity),
    }
    return tuple(
        settled(one, OPERATIONS[one].name, _LIST, _with_another(one, judged, met), answers.get(one))
        for one, judged in shown.items()
    )


def _with_another(operation: Operation, judged: Judged, met: _Criteria) -> Judged:
    """Return an operation that counts only together with another criterion, as it then stands."""
    entry = OPERATIONS[operation]
    if not entry.with_another or judged.met is Met.NOT_MET:
        return judged
    others = [sign for key, sign in met.items() if key not in entry.beside]
    other = any_of(*(sign.met for sign in others))
    names = listed(sign.name for sign in others if sign.met is Met.MET)
    beside = (Evidence(text=f"Together with another criterion: {names}."),) if names else ()
    ask = judged.ask or _asked(others)
    return Judged(all_of(judged.met, other), (*judged.evidence, *beside), ask)


def _cases(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> tuple[Sign, ...]:
    """Return the three cases of Art. 35(3)."""
    large = met[Criterion.LARGE_SCALE]
    shown = {
        Case.EVALUATION: _together(met[Criterion.EVALUATION], met[Criterion.AUTOMATED_DECISION]),
        Case.SPECIAL_DATA: _special_data(signs, activity, large),
        Case.PUBLIC_AREA: _public_area(signs, activity, large, met[Criterion.SYSTEMATIC_MONITORING]),
    }
    return tuple(settled(case, *CASES[case], judged, None) for case, judged in shown.items())


def _same(sign: Sign) -> Judged:
    return Judged(sign.met, sign.evidence, sign.ask)


def _together(*signs: Sign) -> Judged:
    """Return whether several criteria are met together; what is not met settles it."""
    met = all_of(*(sign.met for sign in signs))
    bearing = [sign for sign in signs if sign.met is met or met is Met.NOT_KNOWN]
    return Judged(met, tuple(e for sign in bearing for e in sign.evidence), _asked(signs))


def _asked(signs: Iterable[Sign]) -> tuple[str, ...]:
    return next((sign.ask for sign in signs if sign.ask), ())


def _denial(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> Judged:
    """Return whether people are let in or not by machine, to any extent, or from special category data."""
    bars, automated = met[Criterion.BARS_A_RIGHT], met[Criterion.AUTOMATED_DECISION]
    special = _holding(signs, activity, Sensitivity.SPECIAL_CATEGORY)
    profiled = signs.profiling(activity)
    how = any_of(special.met, automated.met, profiled.met)
    evidence = [*bars.evidence]
    for each in (special, _same(automated), profiled):
        evidence += each.evidence if each.met is Met.MET else ()
    return Judged(all_of(bars.met, how), tuple(evidence), bars.ask or automated.ask)


def _profiling(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> Judged:
    profiled, large = signs.profiling(activity), met[Criterion.LARGE_SCALE]
    both = all_of(profiled.met, large.met)
    evidence = profiled.evidence if both is Met.NOT_MET else (*profiled.evidence, *large.evidence)
    return Judged(both, evidence, large.ask)


def _holding(signs: SignsOfRisk, activity: Activity, *levels: Sensitivity) -> Judged:
    """Return whether an activity handles data of some sensitivities."""
    names = signs.sensitive(activity, *levels)
    called = listed(signs.data_map.category[name].name for name in names)
    kinds = " or ".join(level.value.replace("-", " ") for level in levels)
    if not names:
        none = Evidence(text=f"None of its data is {kinds} data.", rests=(f"activity:{activity.id}",))
        return Judged(Met.NOT_MET, (none,))
    rests = tuple(f"data:{name}" for name in names)
    return Judged(Met.MET, (Evidence(text=f"It handles {kinds} data: {called}.", rests=rests),))


def _special_data(signs: SignsOfRisk, activity: Activity, large: Sign) -> Judged:
    held = _holding(signs, activity, Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)
    both = all_of(held.met, large.met)
    evidence = held.evidence if held.met is Met.NOT_MET else (*held.evidence, *large.evidence)
    return Judged(both, evidence, large.ask)


def _of_special_data(signs: SignsOfRisk, activity: Activity, kind: str) -> Judged:
    """Return whether data is biometric or genetic: it must be special category data, and then is asked."""
    held = _holding(signs, activity, Sensitivity.SPECIAL_CATEGORY)
    if held.met is Met.NOT_MET:
        return held
    names = listed(
        signs.data_map.category[n].name for n in signs.sensitive(activity, Sensitivity.SPECIAL_CATEGORY)
    )
    return Judged(Met.NOT_KNOWN, held.evidence, (f"Is any of this {kind}: {names}?",))


def _public_area(signs: SignsOfRisk, activity: Activity, large: Sign, monitored: Sign) -> Judged:
    """Return whether a public place is watched on a large scale; the map does not know which places are."""
    cameras = [system for system in signs.systems(activity) if system.kind is SystemKind.CCTV]
    if not cameras:
        none = Evidence(text="The map knows of no camera here.", rests=(f"activity:{activity.id}",))
        return Judged(Met.NOT_MET, (none,))
    denied = next((sign for sign in (monitored, large) if sign.met is Met.NOT_MET), None)
    if denied:
        return _same(denied)
    names = listed(system.name for system in cameras)
    evidence = Evidence(text=f"It uses {names}.", rests=tuple(f"system:{s.id}" for s in cameras))
    return Judged(
        Met.NOT_KNOWN, (evidence,), (f"Is what {names} watches open to anybody, and on a large scale?",)
    )


def _several_sources(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> Judged:
    """Return whether data from several sources is matched: other organisations, or other purposes."""
    matching = met[Criterion.MATCHING]
    if matching.met is not Met.MET:
        return _same(matching)
    flows = signs.received(activity)
    purposes = signs.purposes_of(activity)
    found = list(matching.evidence)
    if flows:
        names = listed(signs.data_map.party[flow.sender].name for flow in flows)
        found.append(Evidence(text=f"Data comes from {names}.", rests=tuple(f"flow:{f.id}" for f in flows)))
    if len(purposes) > 1:
        names = listed(f'"{signs.data_map.purpose[name].name}"' for name in purposes)
        rests = tuple(f"purpose:{name}" for name in purposes)
        found.append(Evidence(text=f"Its data also serves other purposes: {names}.", rests=rests))
    sure = flows or len(purposes) > 1 or matching.answered
    ask = f'Does what "{activity.name}" combines come from several sources?'
    return Judged(Met.MET if sure else Met.NOT_KNOWN, tuple(found), (ask,))


def _invisible(signs: SignsOfRisk, activity: Activity) -> Judged:
    flows = signs.received(activity)
    if not flows:
        why = "The map knows of no data that comes from anybody but the people themselves."
        return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"activity:{activity.id}",)),))
    names = listed(signs.data_map.party[flow.sender].name for flow in flows)
    rests = tuple(f"flow:{flow.id}" for flow in flows)
    ask = f"Is it held impossible or too much to tell people of what comes from {names} (Art. 14(5)(b))?"
    return Judged(Met.NOT_KNOWN, (Evidence(text=f"Data comes from {names}.", rests=rests),), (ask,))


def _tracking(signs: SignsOfRisk, activity: Activity) -> Judged:
    systems = signs.following(activity)
    if systems:
        names = listed(system.name for system in systems)
        text = f"It records what people do by {names}."
        return Judged(Met.MET, (Evidence(text=text, rests=tuple(f"system:{s.id}" for s in systems)),))
    why = "The map tells of no record of where people go or of what their devices do."
    return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"activity:{activity.id}",)),))


def _targets(signs: SignsOfRisk, activity: Activity, met: _Criteria) -> Judged:
    """Return whether vulnerable people are the targets of marketing, profiling or automated decisions."""
    purpose = signs.data_map.purpose[activity.purpose]
    profiled, automated = signs.profiling(activity), met[Criterion.AUTOMATED_DECISION]
    marketing = Met.MET if purpose.kind in _MARKETING else Met.NOT_MET
    vulnerable = met[Criterion.VULNERABLE_PEOPLE]
    aimed = any_of(marketing, profiled.met, automated.met)
    both = all_of(vulnerable.met, aimed)
    text = "People are the targets of marketing or profiling here." if aimed is Met.MET else ""
    told = (Evidence(text=text, rests=(f"purpose:{purpose.id}",)),) if text else ()
    return Judged(both, (*vulnerable.evidence, *told), vulnerable.ask or automated.ask)


def _physical_harm(signs: SignsOfRisk, activity: Activity) -> Judged:
    """Return what there is to ask: that data can put people in danger shows in no map."""
    kinds = listed(signs.data_map.category[name].name for name in (*activity.data, *activity.creates))
    ask = f'If data of "{activity.name}" got out, could somebody come to bodily harm ({kinds})?'
    return Judged(Met.NOT_KNOWN, ask=(ask,))
