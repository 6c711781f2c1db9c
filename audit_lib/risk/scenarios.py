"""The scenarios of harm to people, in reading order. None of them knows a party."""

from __future__ import annotations

from typing import Final

from ..model.risk import Harm, Likelihood
from ..model.safeguard import Measure
from . import spots
from .scenario import Harms, Scenario

_MINIMAL, _SIGNIFICANT, _SEVERE = Harm

_LESS_OF_IT: Final = (Measure.ANONYMISATION, Measure.PSEUDONYMISATION, Measure.MINIMISATION)

SCENARIOS: Final[tuple[Scenario, ...]] = (
    Scenario(
        id="exposed-where-kept",
        title="Sensitive documents and details are exposed where they are kept",
        harm="Somebody takes over a person's identity or account, or learns what the person keeps "
        "private; an identity document cannot be changed as a password can.",
        find=spots.holders,
        places=("holder", "holders"),
        harms=Harms(_SIGNIFICANT, _SEVERE, _SEVERE),
        deterred_by=(Measure.ENCRYPTION_AT_REST, Measure.ACCESS_CONTROL, Measure.AUTHENTICATION),
        softened_by=(Measure.PSEUDONYMISATION, Measure.MINIMISATION),
        themes=("security",),
        rules=("sensitive-data-unprotected", "safeguards-only-general", "sensitive-data-to-many"),
        by_nature=Likelihood.POSSIBLE,
        next_step="Ask each holder how this data is encrypted and who can open it, and record the answer as "
        "a safeguard of that holder: {places}.",
    ),
    Scenario(
        id="astray-on-its-way",
        title="Data goes astray or is read on its way",
        harm="A message, form or file reaches the wrong person, who learns what was meant for somebody else.",
        find=spots.crossings,
        places=("flow across a boundary", "flows across a boundary"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.ENCRYPTION_IN_TRANSIT,),
        softened_by=_LESS_OF_IT,
        rules=("safeguards-only-general",),
        by_nature=Likelihood.POSSIBLE,
        next_step="Record for each of these flows whether its channel is encrypted, and close those that "
        "are not: {places}.",
    ),
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
        softened_by=_LESS_OF_IT,
        themes=("sharing", "roles"),
        rules=("recipient-limited", "onward", "role-contradicted"),
        next_step="Settle in writing what these recipients may do with the data, and send no more than that "
        "needs: {places}.",
    ),
    Scenario(
        id="unaware-of-sharing",
        title="People do not know who has their data",
        harm="People cannot object, ask for a copy or complain, because they do not know to whom their "
        "data has gone.",
        find=spots.untold,
        places=("flow to a recipient that is not named", "flows to recipients that are not named"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        themes=("transparency",),
        rules=("recipients-", "sharing-denied", "sources-not-told", "custody"),
        next_step="Name these recipients in the privacy notice, or the classes that they belong to, with "
        "what they get and why: {places}.",
    ),
    Scenario(
        id="kept-without-end",
        title="Data is kept for longer than it is needed, and then lost or used",
        harm="People who left long ago are hit by a breach or a decision that rests on data that "
        "should be gone.",
        find=spots.without_period,
        places=("activity without a period", "activities without a period"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SEVERE),
        deterred_by=(Measure.DELETION, Measure.ANONYMISATION),
        themes=("retention",),
        rules=("retention-", "data-without-retention", "sensitive-data-without"),
        next_step="Set a period, the event that starts it and what happens at its end for each of these "
        "activities: {places}.",
    ),
    Scenario(
        id="profiled-unawares",
        title="A picture of a person is put together without the person's knowledge",
        harm="People are treated by what a profile or a machine says of them, and cannot put it right.",
        find=spots.profiles,
        places=("activity that profiles or decides", "activities that profile or decide"),
        harms=Harms(_SIGNIFICANT, _SIGNIFICANT, _SEVERE),
        softened_by=_LESS_OF_IT,
        themes=("lawful-basis",),
        rules=("profile", "automated", "dpia", "assessment"),
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
        themes=("transfers",),
        rules=("transfer",),
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
        themes=("lawful-basis",),
        rules=("consent-", "contract-with", "bases-", "exclusive-basis", "duty-", "no-lawful-basis"),
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
        softened_by=_LESS_OF_IT,
        themes=("cookies",),
        rules=("cookie", "dpia"),
        next_step="Write down for each of these activities what is recorded, who looks at it and when it is "
        "wiped, and tell the people concerned: {places}.",
    ),
    Scenario(
        id="consent-that-is-none",
        title="Consent is relied on that was never freely given",
        harm="People are taken to have agreed to what they did not choose, and find that they cannot "
        "take it back.",
        find=spots.consents,
        places=("activity that rests on consent", "activities that rest on consent"),
        harms=Harms(_MINIMAL, _SIGNIFICANT, _SIGNIFICANT),
        themes=("cookies",),
        rules=(
            "consent-",
            "cookie-consent",
            "cookies-without",
            "bases-compete",
            "withdrawal",
            "electronic-marketing",
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
        themes=("roles",),
        rules=("liability", "controller-", "joint-", "processor-without", "custody", "principal", "dpo-"),
        next_step="Agree in writing who is controller and who is processor in these flows, and file the "
        "contract where the record points to it: {places}.",
    ),
    Scenario(
        id="impostor-gets-the-file",
        title="Somebody who pretends to be another gets that person's file",
        harm="A stranger, or a person's former partner, gets the person's address, documents and "
        "history by asking for them.",
        find=spots.doors,
        places=("channel for requests", "channels for requests"),
        harms=Harms(_SIGNIFICANT, _SEVERE, _SEVERE),
        deterred_by=(Measure.IDENTITY_CHECK, Measure.AUTHENTICATION),
        by_nature=Likelihood.POSSIBLE,
        next_step="Lay down for each of these channels how a person is recognised, in proportion to what is "
        "handed out, and record it as a safeguard: {places}.",
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
        themes=("rights",),
        rules=(
            "rights-",
            "right-",
            "objection",
            "identity-always",
            "withdrawal",
            "suppression",
            "complaint-",
        ),
        next_step="Agree for each of these how a correction, an objection or an erasure is passed on, and "
        "by whom: {places}.",
    ),
    Scenario(
        id="published-for-all",
        title="People are recognised in what is published",
        harm="Readers learn who a person is and where the person lives; what was copied cannot be "
        "taken back.",
        find=spots.publications,
        places=("publication", "publications"),
        harms=Harms(_MINIMAL, _SEVERE, _SEVERE),
        deterred_by=(Measure.POLICY,),
        softened_by=_LESS_OF_IT,
        next_step="Have somebody look at what is to be published and take out what identifies people: "
        "{places}.",
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
        themes=("sharing",),
        rules=("duty-", "condition-not-stated"),
        next_step="Ask for every request in writing with the power that it rests on, and keep a log of what "
        "was given: {places}.",
    ),
)
