"""Data is kept or used for a notice without grounds, which can no longer be given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...law.housing import TENANCY_REFORM, Nation
from ...model.finding import Severity
from ...model.map_info import Sector
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..lettings import nations
from ..rule import Hit, Rule, Theme
from ..wording import quoted

_SECTION_21: Final = re.compile(
    r"no-fault (notice|eviction)|Housing Act 1988,? (s\.|section) ?21\b|"
    r"\b(s\.|section) ?21 (of the Housing Act|notices?|evictions?|possession)",
    re.IGNORECASE,
)


def _speaks(*texts: object) -> bool:
    return any(given(text) and _SECTION_21.search(str(text)) for text in texts)


def _hits(facts: Facts) -> Iterator[Hit]:
    if facts.data_map.info.sector is not Sector.PRIVATE_LETTING or Nation.ENGLAND not in nations(facts):
        return
    activities = [
        activity
        for activity in facts.activities
        if _speaks(activity.name, activity.necessity, *(b.law for b in facts.bases(activity)))
    ]
    flows = [flow for flow in facts.flows if _speaks(flow.condition)]
    kept = [each for each in facts.retention if _speaks(each.name, each.ground)]
    if activities or flows or kept:
        about = (
            *(f"activity:{activity.id}" for activity in activities),
            *(f"flow:{flow.id}" for flow in flows),
            *(f"retention:{each.id}" for each in kept),
        )
        names = [*(a.name for a in activities), *(flow.id for flow in flows), *(each.name for each in kept)]
        yield Hit(about, clauses_of([*activities, *flows, *kept]), {"names": quoted(names)})


RULE = Rule(
    id="ended-notice-relied-on",
    theme=Theme.HOUSING,
    title="Kept or used for a notice that can no longer be given",
    why="What serves a notice without grounds has lost its purpose in England; what is kept on is kept for "
    "nothing.",
    law=("Renters' Rights Act 2025 Pt 1", "Housing Act 1988 s.21", "UK GDPR Art. 5(1)(b)"),
    remedy="The head of property management takes the purpose out, has deleted what served it alone, and "
    "names the ground of possession for which anything is still needed.",
    false_alarms="A claim on a notice given before 1 May 2026 is still before the court.",
    message="Since 1 May 2026 no notice under section 21 of the Housing Act 1988 can be given for a private "
    "tenancy, and this is still kept or used for one: {names}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    in_force=TENANCY_REFORM,
)
