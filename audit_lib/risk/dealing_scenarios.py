"""Scenarios in which people are dealt with badly: decided about, not told, not heard."""

from __future__ import annotations

from typing import Final

from ..model.risk import Harm
from ..model.safeguard import Measure
from . import deciding_spots as deciding
from . import spots
from .scenario import LESS_OF_IT, Harms, Scenario

_MINIMAL, _SIGNIFICANT, _SEVERE = Harm

DEALINGS: Final[tuple[Scenario, ...]] = (
    Scenario(
        id="decided-on-wrong-data",
        title="A decision about a person rests on data that is wrong",
        harm="Somebody is chased for a debt, reported or refused for what another has done, or for what is "
        "no longer so.",
        find=deciding.decisions,
        places=("activity that decides about people", "activities that decide about people"),
        harms=Harms(_SIGNIFICANT, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.POLICY, Measure.TESTING, Measure.TRAINING),
        infringes=("Art. 5", "Art. 22C"),
        themes=("accuracy", "automated-decisions"),
        rules=(
            "decided-on-the-word-of-others",
            "profile-taken-for-fact",
            "corrections-do-not-travel",
            "no-leading-copy",
            "nobody-named-to-decide",
            "automated-decision-barred",
            "automated-decision-without-safeguards",
        ),
        next_step="Say for each of these activities how the data is checked before somebody decides, and how "
        "a person can have it corrected first: {places}.",
    ),
    Scenario(
        id="refused-a-home",
        title="Somebody is refused a home, or loses one, through data about them",
        harm="A household has nowhere to live, or pays more, because of a check that was wrong, excessive or "
        "never explained.",
        find=deciding.admissions,
        places=(
            "activity that lets people in or keeps them out",
            "activities that let people in or keep them out",
        ),
        harms=Harms(_SEVERE, _SEVERE, _SEVERE),
        deterred_by=(Measure.POLICY, Measure.TRAINING),
        infringes=("Art. 5", "Art. 22C"),
        themes=("housing", "accuracy"),
        rules=(
            "decided-on-the-word-of-others",
            "tenants-reported-to-a-pool",
            "question-leaves-a-mark",
            "laundering-checks-on-everybody",
            "right-to-rent-check-not-recorded",
            "nobody-named-to-decide",
        ),
        next_step="Tell people before each of these checks what is looked at, give them the result, and let "
        "a person look again when they object: {places}.",
    ),
    Scenario(
        id="treated-unequally",
        title="People are treated worse for what they are",
        harm="Origin, health, belief or an old conviction tips a decision, or stands in for one, and nobody "
        "notices.",
        find=deciding.unequal,
        places=("activity that could treat people unequally", "activities that could treat people unequally"),
        harms=Harms(_SIGNIFICANT, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.TESTING, Measure.POLICY),
        softened_by=LESS_OF_IT,
        infringes=("Art. 5", "Art. 9"),
        themes=("special-category", "automated-decisions"),
        rules=(
            "automated-decision-on-sensitive-data",
            "sensitive-data-for-own-ends",
            "sensitive-data-rides-along",
        ),
        next_step="Compare the outcomes of these activities between groups, and take out of the decision "
        "what it does not need: {places}.",
    ),
    Scenario(
        id="unaware-of-sharing",
        title="People do not know who has their data",
        harm="People cannot object, ask for a copy or complain, because they do not know to whom their "
        "data has gone.",
        find=spots.untold,
        places=("flow to a recipient that is not named", "flows to recipients that are not named"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        infringes=("Art. 13", "Art. 14"),
        themes=("transparency", "people", "threats"),
        rules=(
            "recipients-not-told",
            "recipients-only-as-classes",
            "sharing-denied-and-done",
            "sources-not-told",
            "custody-contradicted",
            "others-told-when",
            "people-never-met",
            "others-in-the-file",
            "sensitive-data-at-second-hand",
        ),
        next_step="Name these recipients in the privacy notice, or the classes that they belong to, with "
        "what they get and why: {places}.",
    ),
    Scenario(
        id="consent-that-is-none",
        title="Consent is relied on that was never freely given",
        harm="People are taken to have agreed to what they did not choose, and find that they cannot "
        "take it back.",
        find=spots.consents,
        places=("activity that rests on consent", "activities that rest on consent"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        infringes=("Art. 7", "PECR reg. 6"),
        themes=("cookies", "marketing"),
        rules=(
            "consent-by-conduct",
            "consent-to-everything",
            "consent-pressed",
            "consent-data-reused",
            "cookie-consent-contradicted",
            "cookie-consent-bundled",
            "cookies-without-consent",
            "cookies-without-choice",
            "bases-compete",
            "withdrawal-has-a-price",
            "electronic-marketing",
            "child-consent",
            "consent-without-choice",
            "consent-by-another",
            "consent-not-recorded",
        ),
        next_step="Check for each of these activities that people act to agree, can refuse, and can "
        "withdraw as easily, and keep the record of it: {places}.",
    ),
    Scenario(
        id="nobody-answers",
        title="When something goes wrong, nobody answers for it",
        harm="People with a complaint or a loss are sent from one organisation to the next.",
        find=spots.unbound,
        places=("flow without a settled role or agreement", "flows without a settled role or agreement"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        deterred_by=(Measure.CONTRACT,),
        infringes=("Art. 26", "Art. 28"),
        themes=("roles", "accountability"),
        rules=(
            "liability-disclaimed",
            "controller-not-identified",
            "controller-named-differently",
            "joint-controllers-without-arrangement",
            "processor-without-contract",
            "custody-contradicted",
            "principal-not-told",
            "role-unclear",
            "dpo-not-told",
            "role-differs-from-record",
            "instructed-by-no-controller",
            "sub-processor-not-authorised",
            "contractors-bound-by-nothing",
            "breach-path-not-known",
        ),
        next_step="Agree in writing who is controller and who is processor in these flows, and file the "
        "contract where the record points to it: {places}.",
    ),
    Scenario(
        id="rights-out-of-reach",
        title="People cannot make their rights count",
        harm="People do not learn how to use a right, or what is corrected, blocked or erased in one "
        "place lives on in another.",
        find=spots.spread_holders,
        places=("place that a right must reach", "places that a right must reach"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        deterred_by=(Measure.SUPPRESSION_LIST,),
        infringes=("Art. 12",),
        themes=("rights",),
        rules=(
            "rights-missing",
            "right-described-wrongly",
            "right-without-channel",
            "address-not-readable",
            "identity-always-checked",
            "withdrawal-has-a-price",
            "objection-not-set-apart",
            "suppression-list-not-recorded",
            "complaint-to-controller-not-told",
            "complaint-to-regulator-not-told",
            "rights-not-provided-for",
            "copy-not-whole",
            "corrections-do-not-travel",
            "erased-data-comes-back",
        ),
        next_step="Agree for each of these how a correction, an objection or an erasure is passed on, and "
        "by whom: {places}.",
    ),
)
