"""Scenarios in which data comes to the eyes of somebody who should not see it."""

from __future__ import annotations

from typing import Final

from ..model.risk import Harm, Likelihood
from ..model.safeguard import Measure
from . import deciding_spots as deciding
from . import spots
from .scenario import LESS_OF_IT, Harms, Scenario

_MINIMAL, _SIGNIFICANT, _SEVERE = Harm

BREACHES: Final[tuple[Scenario, ...]] = (
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
        by_nature=Likelihood.POSSIBLE,
        infringes=("Art. 5", "Art. 32"),
        themes=("security", "minimisation", "threats"),
        rules=(
            "sensitive-data-unprotected",
            "safeguards-only-general",
            "security-promised-beyond-records",
            "sensitive-data-to-many",
            "sign-in-not-known",
            "service-not-tested",
            "sensitive-data-at-second-hand",
            "whole-file-handed-over",
        ),
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
        softened_by=LESS_OF_IT,
        by_nature=Likelihood.POSSIBLE,
        infringes=("Art. 5", "Art. 32"),
        themes=("security",),
        rules=(
            "safeguards-only-general",
            "sent-to-the-wrong-address",
            "sensitive-data-in-open-channel",
            "channel-not-known",
            "message-shows-the-matter",
        ),
        next_step="Record for each of these flows whether its channel is encrypted, and close those that "
        "are not: {places}.",
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
        infringes=("Art. 5", "Art. 32"),
        rules=("sign-in-not-known",),
        next_step="Lay down for each of these channels how a person is recognised, in proportion to what is "
        "handed out, and record it as a safeguard: {places}.",
    ),
    Scenario(
        id="found-by-whom-they-fear",
        title="A person at risk is found by the person whom they fear",
        harm="A former partner or another person who means harm learns where somebody lives, from a letter, "
        "a portal or a contractor.",
        find=deciding.about_people_at_risk,
        places=("flow about people at risk", "flows about people at risk"),
        harms=Harms(_SEVERE, _SEVERE, _SEVERE),
        deterred_by=(Measure.IDENTITY_CHECK, Measure.ACCESS_CONTROL, Measure.TRAINING),
        softened_by=LESS_OF_IT,
        infringes=("Art. 5", "Art. 32"),
        themes=("people", "security"),
        rules=("sent-to-the-wrong-address", "adults-at-risk-exposed", "message-shows-the-matter"),
        next_step="Mark the files of people at risk, have each address checked before anything is sent, and "
        "send contractors no more than the job needs: {places}.",
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
        softened_by=LESS_OF_IT,
        infringes=("Art. 5",),
        themes=("threats",),
        next_step="Have somebody look at what is to be published and take out what identifies people: "
        "{places}.",
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
        infringes=("Art. 5",),
        themes=("retention",),
        rules=(
            "retention-not-told",
            "end-promised-and-not-set",
            "periods-differ",
            "data-without-retention",
            "sensitive-data-without-period",
            "kept-longer-than-usual",
            "kept-for-ever",
            "period-cannot-be-applied",
            "recordings-kept-long",
            "statutory-record-kept-too-long",
            "refused-applicants-kept",
            "trail-without-end",
            "erased-data-comes-back",
            "anonymisation-unexplained",
        ),
        next_step="Set a period, the event that starts it and what happens at its end for each of these "
        "activities: {places}.",
    ),
)
