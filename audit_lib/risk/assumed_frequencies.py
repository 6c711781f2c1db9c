"""How often each scenario is assumed to come to an event in a year, before any safeguard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.risk_model import ScenarioName
from .assumption import CASES, COMMON, Event, Frequency

_COMPLAINTS: Final = (
    "Complaints that need more than an answer at the desk; each is counted under one scenario only."
)

FREQUENCIES: Final[Mapping[ScenarioName, Frequency]] = {
    ScenarioName.EXPOSED_WHERE_KEPT: Frequency(
        Event.STORE,
        0.03,
        0.10,
        "About one organisation in ten to thirty has such a breach in a year.",
        "suggested for this model; no register of breaches by size is published",
        once=True,
    ),
    ScenarioName.ASTRAY_ON_ITS_WAY: Frequency(
        Event.SLIP,
        0.2,
        2.0,
        "Data sent to the wrong person is the breach that is reported most often.",
        COMMON,
    ),
    ScenarioName.IMPOSTOR_GETS_THE_FILE: Frequency(
        Event.SLIP, 0.01, 0.1, "Few try, and most of them know the person."
    ),
    ScenarioName.FOUND_BY_WHOM_THEY_FEAR: Frequency(
        Event.SLIP, 0.005, 0.05, "Rare, and grave: eight reprimands in eighteen months.", CASES
    ),
    ScenarioName.PUBLISHED_FOR_ALL: Frequency(Event.SLIP, 0.01, 0.2, "What is published is read before."),
    ScenarioName.KEPT_WITHOUT_END: Frequency(
        Event.GRIEVANCE,
        0.02,
        0.2,
        "Those who left find out by chance. A breach of old data counts as an exposed store.",
    ),
    ScenarioName.USED_FOR_OTHER_ENDS: Frequency(Event.GRIEVANCE, 0.03, 0.3, _COMPLAINTS),
    ScenarioName.PROFILED_UNAWARES: Frequency(Event.GRIEVANCE, 0.01, 0.1, "People seldom learn of it."),
    ScenarioName.ABROAD_UNPROTECTED: Frequency(Event.GRIEVANCE, 0.01, 0.05, "People seldom learn of it."),
    ScenarioName.NO_VALID_GROUND: Frequency(Event.GRIEVANCE, 0.03, 0.2, _COMPLAINTS),
    ScenarioName.WATCHED_BEYOND_EXPECTATION: Frequency(
        Event.GRIEVANCE, 0.05, 0.4, "Cameras and doors are what residents complain of."
    ),
    ScenarioName.PESTERED: Frequency(Event.GRIEVANCE, 0.05, 0.5, "Easy to notice and easy to complain of."),
    ScenarioName.HANDED_OVER_TOO_FREELY: Frequency(Event.GRIEVANCE, 0.01, 0.1, "People seldom learn of it."),
    ScenarioName.DECIDED_ON_WRONG_DATA: Frequency(
        Event.GRIEVANCE, 0.05, 0.5, "Arrears and complaints that are booked to the wrong person."
    ),
    ScenarioName.REFUSED_A_HOME: Frequency(
        Event.GRIEVANCE, 0.02, 0.3, "Those who are refused seldom know why, and look elsewhere."
    ),
    ScenarioName.TREATED_UNEQUALLY: Frequency(Event.GRIEVANCE, 0.01, 0.1, "Hard to see and hard to prove."),
    ScenarioName.UNAWARE_OF_SHARING: Frequency(Event.GRIEVANCE, 0.03, 0.2, _COMPLAINTS),
    ScenarioName.CONSENT_THAT_IS_NONE: Frequency(Event.GRIEVANCE, 0.03, 0.2, _COMPLAINTS),
    ScenarioName.NOBODY_ANSWERS: Frequency(Event.GRIEVANCE, 0.03, 0.2, _COMPLAINTS),
    ScenarioName.RIGHTS_OUT_OF_REACH: Frequency(
        Event.GRIEVANCE,
        0.1,
        0.8,
        "The right of access is what most complaints to the regulator are about.",
        COMMON,
    ),
}
