"""Scenarios in which data is used in a way that people would not accept."""

from __future__ import annotations

from typing import Final

from ..model.risk import Harm
from ..model.safeguard import Measure
from . import deciding_spots as deciding
from . import spots
from .scenario import LESS_OF_IT, Harms, Scenario

_MINIMAL, _SIGNIFICANT, _SEVERE = Harm

USES: Final[tuple[Scenario, ...]] = (
    Scenario(
        id="used-for-other-ends",
        title="A recipient uses the data for ends of its own",
        harm="People are profiled, contacted or judged by an organisation that they did not deal with, "
        "for a reason that they were not told.",
        find=spots.other_users,
        places=(
            "flow to a recipient that decides for itself",
            "flows to recipients that decide for themselves",
        ),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.CONTRACT, Measure.POLICY),
        softened_by=LESS_OF_IT,
        infringes=("Art. 5", "Art. 6"),
        themes=("sharing", "purpose-limitation", "minimisation", "roles"),
        rules=(
            "recipient-limited-and-freed",
            "onward-for-another-purpose",
            "role-contradicted",
            "shared-beyond-the-list",
            "more-than-the-task-needs",
            "figures-would-do",
            "use-beyond-collection",
            "observed-data-reused",
            "check-papers-reused",
            "beyond-the-second-hand",
            "records-can-be-linked",
            "sharing-agreement-not-recorded",
            "contractors-bound-by-nothing",
        ),
        next_step="Settle in writing what these recipients may do with the data, and send no more than that "
        "needs: {places}.",
    ),
    Scenario(
        id="profiled-unawares",
        title="A picture of a person is put together without the person's knowledge",
        harm="People are treated by what a profile or a machine says of them, and cannot put it right.",
        find=spots.profiles,
        places=("activity that profiles or decides", "activities that profile or decide"),
        harms=Harms(_SIGNIFICANT, _SIGNIFICANT, _SEVERE),
        softened_by=LESS_OF_IT,
        infringes=("Art. 5", "Art. 35"),
        themes=("automated-decisions", "threats"),
        rules=(
            "profile-of-everything",
            "automated-decisions-not-told",
            "automated-decisions-denied",
            "dpia-not-recorded",
            "assessment-not-recorded",
            "profile-taken-for-fact",
            "records-can-be-linked",
            "pseudonyms-beside-names",
            "automated-decision-without-safeguards",
            "profile-feeds-marketing",
        ),
        next_step="Carry out a data protection impact assessment of these activities, and offer a way to "
        "opt out: {places}.",
    ),
    Scenario(
        id="abroad-unprotected",
        title="Data goes abroad without protection that follows it",
        harm="People lose the rights and remedies that they have at home, and an authority abroad may "
        "read their data.",
        find=spots.transfers,
        places=("transfer without a known safeguard", "transfers without a known safeguard"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        softened_by=(Measure.ENCRYPTION_AT_REST, Measure.PSEUDONYMISATION, Measure.ANONYMISATION),
        infringes=("Art. 44A",),
        themes=("transfers",),
        rules=(
            "transfer-without-mechanism",
            "transfers-not-told",
            "transfer-told-in-part",
            "country-not-known",
            "mechanism-lapsed",
            "mechanism-does-not-cover",
            "derogation-for-routine",
            "transfer-test-not-recorded",
        ),
        next_step="Confirm where these recipients keep the data, and record adequacy regulations, the "
        "agreement or the derogation that allows it: {places}.",
    ),
    Scenario(
        id="no-valid-ground",
        title="Data is processed without a valid ground",
        harm="People's data is used although the law gives no leave, and they are told of rights that "
        "do not fit.",
        find=spots.weak_grounds,
        doubted=spots.doubted_grounds,
        places=("activity on a doubtful basis", "activities on a doubtful basis"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        infringes=("Art. 6", "Art. 9"),
        themes=("lawful-basis", "special-category"),
        rules=(
            "no-lawful-basis",
            "basis-does-not-fit",
            "consent-by-conduct",
            "consent-to-everything",
            "consent-pressed",
            "consent-data-reused",
            "contract-with-others",
            "bases-compete",
            "exclusive-basis-contradicted",
            "duty-overclaimed",
            "duty-data-required-by-contract",
            "consent-without-choice",
            "consent-by-another",
            "contract-with-some",
            "special-category-without-condition",
            "offence-data-without-condition",
            "obligation-without-law",
            "recognised-interest-without-condition",
            "housing-duty-on-wrong-basis",
            "ended-notice-relied-on",
        ),
        next_step="Decide on which basis each of these activities rests, record why, and correct the "
        "notice: {places}.",
    ),
    Scenario(
        id="watched-beyond-expectation",
        title="People are watched more than they expect",
        harm="People's comings and goings or their behaviour online are followed; they feel watched at "
        "home or change what they do.",
        find=spots.watching,
        places=("activity that watches people", "activities that watch people"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.POLICY, Measure.DELETION),
        softened_by=LESS_OF_IT,
        infringes=("Art. 5", "PECR reg. 6"),
        themes=("cookies", "threats"),
        rules=(
            "cookies-not-told",
            "cookies-without-consent",
            "cookies-called-essential",
            "cookie-choice-comes-late",
            "cookie-consent-contradicted",
            "cookie-information-incomplete",
            "cookie-consent-bundled",
            "cookies-without-choice",
            "dpia-not-recorded",
            "recordings-kept-long",
            "trail-without-end",
            "observed-data-reused",
        ),
        next_step="Write down for each of these activities what is recorded, who looks at it and when it is "
        "wiped, and tell the people concerned: {places}.",
    ),
    Scenario(
        id="pestered",
        title="People get advertising that they did not ask for or have refused",
        harm="People are disturbed at home and on their telephone, and their refusal counts for nothing.",
        find=deciding.promotions,
        places=("activity that promotes", "activities that promote"),
        harms=Harms(_MINIMAL, _MINIMAL, _SIGNIFICANT),
        deterred_by=(Measure.SUPPRESSION_LIST, Measure.POLICY),
        infringes=("PECR reg. 22", "Art. 21"),
        themes=("marketing",),
        rules=(
            "electronic-marketing",
            "objection-not-set-apart",
            "suppression-list-not-recorded",
            "data-for-others-marketing",
            "addresses-from-others",
            "marketing-calls",
            "refusals-not-kept",
            "research-beside-marketing",
            "profile-feeds-marketing",
        ),
        next_step="Check for each of these activities on what it rests, and let nothing go out before the "
        "list of people who have refused is consulted: {places}.",
    ),
    Scenario(
        id="handed-over-too-freely",
        title="Authorities are given more than the law asks for",
        harm="People become the subject of an inquiry, or lose a benefit or a home, through data that "
        "nobody was obliged or allowed to hand over.",
        find=spots.demands,
        places=("disclosure to an authority", "disclosures to authorities"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.POLICY,),
        softened_by=(Measure.MINIMISATION,),
        infringes=("Art. 6",),
        themes=("sharing",),
        rules=(
            "duty-overclaimed",
            "request-taken-for-duty",
            "condition-not-stated",
            "suspicions-spread",
            "suppliers-told-as-a-duty",
        ),
        next_step="Ask for every request in writing with the power that it rests on, and keep a log of what "
        "was given: {places}.",
    ),
)
