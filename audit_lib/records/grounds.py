"""On which ground an activity stands, and what follows for people's rights and for sensitive data."""

from __future__ import annotations

import re
from typing import Final

from ..law.bases import basis_in_law
from ..law.commencement import JUNE_2026
from ..law.rights_matrix import PROVISIONS, Extent, application
from ..model.activity import Activity, Basis, LawfulBasis
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.day import long_date
from ..model.noun import Gap, Stance
from ..model.record import Cell
from ..model.rights import RightKind
from .cells import MARKS, Part, bracketed, cell, marked, said

_LEGITIMATE: Final = (Basis.LEGITIMATE_INTERESTS, Basis.RECOGNISED_LEGITIMATE_INTEREST)

#: The conditions of Art. 9(2) that need a condition of DPA 2018 Sch. 1 beside them (s.10(2), (3)).
_NEEDS_SCHEDULE: Final = re.compile(r"9\s*\(2\)\s*\((b|g|h|i|j)\)", re.IGNORECASE)
_STANDS_ALONE: Final = re.compile(r"9\s*\(2\)\s*\((a|c|d|e|f)\)", re.IGNORECASE)
_SCHEDULE: Final = re.compile(r"\b(sch\.?|schedule)\s*1\b", re.IGNORECASE)


def sensitivities(data_map: DataMap, activity: Activity) -> frozenset[Sensitivity]:
    """Return how sensitive the data of an activity is, all that lies beneath its categories included.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "D", "stance": "recorded", "sensitivity": "high-risk"}],
    ...     "purposes": [{"id": "p", "name": "P", "stance": "recorded"}],
    ...     "activities": [{"id": "a", "name": "A", "function": "F", "purpose": "p", "controllers": ["s"],
    ...                     "subjects": [], "data": ["d"], "stance": "recorded"}]})
    >>> [kind.value for kind in sensitivities(m, m.activity["a"])]
    ['high-risk']
    """
    atoms = data_map.atoms((*activity.data, *activity.creates))
    return frozenset(data_map.category[name].sensitivity for name in atoms)


def basis_cell(data_map: DataMap, activity: Activity) -> Cell:
    """Return the cell of lawful bases with their articles, and how sure each is (Art. 6(1))."""
    parts = [_basis_part(activity, basis) for basis in activity.bases]
    return _with_bases(activity, cell(data_map, parts, Gap.NOT_STATED, (f"activity:{activity.id}",)))


def special_cell(data_map: DataMap, activity: Activity) -> Cell:
    """Return the cell of the Art. 9 condition; not applicable without special category data."""
    here = f"activity:{activity.id}"
    if not isinstance(activity.special_condition, Gap):
        return said(data_map, activity.special_condition, here)
    if Sensitivity.SPECIAL_CATEGORY not in sensitivities(data_map, activity):
        return said(data_map, Gap.NOT_APPLICABLE, here)
    given = activity.special_condition
    # With special category data there must be a condition: "none" and "not applicable" contradict the map.
    return said(data_map, given if given is Gap.NOT_STATED else Gap.UNCLEAR, here)


def interests_cell(data_map: DataMap, activity: Activity) -> Cell:
    """Return the cell of the interests pursued; not applicable under other bases (Art. 6(1)(ea), (f))."""
    here = f"activity:{activity.id}"
    if not activity.bases:
        return said(data_map, Gap.NOT_STATED, here)
    parts = []
    for basis in activity.bases:
        if basis.basis in _LEGITIMATE:
            known = [words for words in (basis.interest, basis.condition) if not isinstance(words, Gap)]
            text = "; ".join(known) if known else bracketed(Gap(basis.interest))
            gap = None if known else Gap(basis.interest)
            parts.append(Part(marked(text, basis.stance), (here, *_clauses(basis)), gap))
    if len(parts) == 1 and parts[0].gap:
        return cell(data_map, [], parts[0].gap, parts[0].references)
    return cell(data_map, parts, Gap.NOT_APPLICABLE, (here,))


def only_under(data_map: DataMap, activity: Activity, basis: Basis, value: str | Gap) -> Cell:
    """Return the cell of something that only one basis asks for; words count whatever the basis."""
    here = f"activity:{activity.id}"
    rests = not activity.bases or any(found.basis is basis for found in activity.bases)
    return said(data_map, Gap.NOT_APPLICABLE if isinstance(value, Gap) and not rests else value, here)


def rights_cell(data_map: DataMap, activity: Activity) -> Cell:
    """Return the cell of the rights that people have, derived from the bases (Art. 12 to 22D).

    A right that depends on which of several bases applies says under which it does.
    """
    here = f"activity:{activity.id}"
    bases = tuple(dict.fromkeys(found.basis for found in activity.bases))
    if not bases:
        return said(data_map, Gap.NOT_STATED, here)
    words = []
    for right in RightKind:
        found = {basis: application(right, basis).extent for basis in bases}
        if set(found.values()) != {Extent.DOES_NOT}:
            words.append(_right_words(right, found))
    part = Part(f"Derived from the lawful basis: {'; '.join(words)}", (here,))
    return _with_bases(activity, cell(data_map, [part], Gap.NOT_STATED))


def schedule_cells(data_map: DataMap, activity: Activity) -> tuple[Cell, ...]:
    """Return the five cells of DPA 2018 Sch. 1: not applicable without special or offence data."""
    here = f"activity:{activity.id}"
    kinds = sensitivities(data_map, activity)
    if not kinds & {Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE}:
        return (said(data_map, Gap.NOT_APPLICABLE, here),) * 5
    policy = activity.policy
    reasons = policy.reasons
    if isinstance(reasons, Gap) and policy.followed.value == "yes":
        reasons = Gap.NOT_APPLICABLE
    followed = policy.followed.value
    return (
        _condition_cell(data_map, activity, kinds),
        basis_cell(data_map, activity),
        said(data_map, policy.link, here),
        said(data_map, followed.capitalize() if followed in ("yes", "no") else Gap(followed), here),
        said(data_map, reasons, here),
    )


def _condition_cell(data_map: DataMap, activity: Activity, kinds: frozenset[Sensitivity]) -> Cell:
    """Return the cell of the Sch. 1 condition, for special category and for offence data."""
    parts = []
    here = (f"activity:{activity.id}",)
    if Sensitivity.CRIMINAL_OFFENCE in kinds:
        offence = activity.offence_condition
        # With offence data "none" and "not applicable" contradict the map.
        gap: Gap | None = None
        if isinstance(offence, Gap):
            gap = offence if offence is Gap.NOT_STATED else Gap.UNCLEAR
        words = bracketed(gap) if gap else offence
        parts.append(Part(f"Criminal offence data: {words}", here, gap))
    if Sensitivity.SPECIAL_CATEGORY in kinds:
        words, gap = _special_schedule(activity.special_condition)
        parts.append(Part(f"Special category data: {words}", here, gap))
    if len(parts) == 1 and parts[0].gap:
        return cell(data_map, [], parts[0].gap, here)
    return cell(data_map, parts, Gap.NOT_STATED)


def _special_schedule(condition: str | Gap) -> tuple[str, Gap | None]:
    """Return what is said of Sch. 1 for special category data, as words and as a gap."""
    if isinstance(condition, Gap):
        return bracketed(Gap.NOT_STATED), Gap.NOT_STATED
    if _SCHEDULE.search(condition):
        return condition, None
    if _STANDS_ALONE.search(condition) and not _NEEDS_SCHEDULE.search(condition):
        return bracketed(Gap.NOT_APPLICABLE), Gap.NOT_APPLICABLE
    return bracketed(Gap.NOT_STATED), Gap.NOT_STATED


def _basis_part(activity: Activity, basis: LawfulBasis) -> Part:
    law = basis_in_law(basis.basis)
    words = f"{law.provision.removeprefix('UK GDPR Art. ')} {law.name}"
    detail = {Basis.LEGAL_OBLIGATION: basis.law, Basis.RECOGNISED_LEGITIMATE_INTEREST: basis.condition}
    more = detail.get(basis.basis, Gap.NONE)
    if not isinstance(more, Gap):
        words += f" ({more})"
    if basis.stance in MARKS:
        words += f", {MARKS[basis.stance]}"
    gap = Gap.UNCLEAR if basis.stance is Stance.UNCLEAR else None
    return Part(words, (f"activity:{activity.id}", *_clauses(basis)), gap)


def _with_bases(activity: Activity, made: Cell) -> Cell:
    """Return a cell with the stances of the bases, which say how sure it is, in place of the activity's."""
    if not activity.bases:
        return made
    return made.model_copy(
        update={"stances": tuple(dict.fromkeys(str(basis.stance) for basis in activity.bases))}
    )


def _right_words(right: RightKind, found: dict[Basis, Extent]) -> str:
    provision = PROVISIONS[right].removeprefix("UK GDPR ")
    since = f", since {long_date(JUNE_2026)}" if right is RightKind.COMPLAIN_TO_CONTROLLER else ""
    words = f"{right.value.replace('-', ' ').capitalize()} ({provision}{since})"
    if set(found.values()) == {Extent.APPLIES}:
        return words
    under = [
        f"under {basis_in_law(basis).name}{' within limits' if extent is Extent.LIMITED else ''}"
        for basis, extent in found.items()
        if extent is not Extent.DOES_NOT
    ]
    everywhere = set(found.values()) == {Extent.LIMITED}
    return f"{words}: within limits" if everywhere else f"{words}: {', '.join(under)}"


def _clauses(basis: LawfulBasis) -> tuple[str, ...]:
    return tuple(f"clause:{clause}" for clause in basis.clauses)
