"""A home is got back on a proved ground alone, and the map does not know where the proof is kept."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import TENANCY_REFORM, Nation
from ...model.finding import Severity
from ...model.map_info import Sector
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts
from ..lettings import expected_of_kind, nations
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import quoted

#: Purposes for which the evidence of a ground is gathered.
_GROUNDS = (PurposeKind.DEBT_RECOVERY, PurposeKind.ANTISOCIAL_BEHAVIOUR, PurposeKind.LEGAL_CLAIMS)


def _hits(facts: Facts) -> Iterator[Hit]:
    private = facts.data_map.info.sector is Sector.PRIVATE_LETTING
    tenancies = serving(facts, PurposeKind.TENANCY)
    if not (private and tenancies and Nation.ENGLAND in nations(facts)) or serving(facts, *_GROUNDS):
        return
    usual = expected_of_kind(facts, *_GROUNDS)
    known = f" {quoted(a.name for a in usual)}: usual, and not confirmed." if usual else ""
    about = tuple(f"activity:{activity.id}" for activity in (usual or tenancies))
    yield Hit(about, fields={"known": known})


RULE = Rule(
    id="possession-evidence-not-in-map",
    theme=Theme.HOUSING,
    title="Evidence for possession not in the map",
    why="With section 21 gone, arrears and behaviour have to be proved: files about tenants and their "
    "neighbours grow, allegations of offences among them, and councils can demand them.",
    law=(
        "Renters' Rights Act 2025 Pt 1",
        "Housing Act 1988 Sch. 2",
        "UK GDPR Art. 30(1)",
        "UK GDPR Art. 10",
    ),
    remedy="The head of property management says which evidence is gathered on which ground, who sees it and "
    "when it is deleted; the owner of the map records the activity with its basis and its condition for "
    "allegations.",
    false_alarms="The landlord's solicitor gathers the evidence, and the agent keeps none.",
    message="Since 1 May 2026 a private landlord in England gets a home back against the tenant's will only "
    "on a ground that is proved. Which activity keeps the evidence (arrears, antisocial behaviour, notices "
    "served), who sees it and for how long?{known}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    in_force=TENANCY_REFORM,
)
