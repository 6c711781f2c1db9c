"""A processing activity: one row of the record of processing (UK GDPR Art. 30)."""

from __future__ import annotations

from enum import StrEnum

from .criterion import CriterionAnswer
from .noun import Answer, DateOrGap, Entry, Gap, Id, Noun, Stance, Text, TextOrGap


class Basis(StrEnum):
    """The lawful bases of UK GDPR Art. 6(1), with (ea) since 5 February 2026."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal-obligation"
    VITAL_INTERESTS = "vital-interests"
    PUBLIC_TASK = "public-task"
    RECOGNISED_LEGITIMATE_INTEREST = "recognised-legitimate-interest"
    LEGITIMATE_INTERESTS = "legitimate-interests"


class LawfulBasis(Noun):
    """One basis on which an activity rests, or is said to rest.

    `interest` is the interest pursued (Art. 6(1)(f)), `condition` the paragraph of Annex 1 for a recognised
    legitimate interest, `law` the obligation for Art. 6(1)(c).
    """

    basis: Basis
    stance: Stance
    interest: TextOrGap = Gap.NOT_STATED
    condition: TextOrGap = Gap.NOT_STATED
    law: TextOrGap = Gap.NOT_STATED
    clauses: tuple[Id, ...] = ()
    note: Text | None = None


class Dpia(Noun):
    """The data protection impact assessment of an activity (UK GDPR Art. 35), as far as it has come.

    `answers` are what a person has said about single signs of high risk, `views` what data subjects said
    (Art. 35(9)), `advice` that of the data protection officer (Art. 35(2)), `approved` who answers for it.
    """

    required: Answer = Answer.NOT_STATED
    progress: TextOrGap = Gap.NOT_STATED
    link: TextOrGap = Gap.NOT_STATED
    answers: tuple[CriterionAnswer, ...] = ()
    views: TextOrGap = Gap.NOT_STATED
    advice: TextOrGap = Gap.NOT_STATED
    approved_by: TextOrGap = Gap.NOT_STATED
    approved_on: DateOrGap = Gap.NOT_STATED


class Breach(Noun):
    """Whether a personal data breach has occurred in an activity, and where it is recorded (Art. 33(5))."""

    occurred: Answer = Answer.NOT_STATED
    link: TextOrGap = Gap.NOT_STATED


class Policy(Noun):
    """The appropriate policy document (DPA 2018, Sch. 1 Part 4) and whether it is followed."""

    link: TextOrGap = Gap.NOT_STATED
    followed: Answer = Answer.NOT_STATED
    reasons: TextOrGap = Gap.NOT_STATED


class Activity(Entry):
    """A processing activity: who processes which data about whom, for what, on which basis.

    `creates` are the data categories that the activity itself makes or observes (a CCTV recording, a
    combined profile) rather than receives. `contract_with` names the parties to the contract, where a
    basis is `contract`: the data subject must be a party to it (Art. 6(1)(b)). `requirement` says whether
    people must provide the data and what follows if they do not (Art. 13(2)(e)), `necessity` why nothing
    less would do (Art. 6(1), 35(7)(b)), `expectations` what people reasonably expect (rec. 47), and `balance`
    how their interests were weighed (Art. 6(1)(f)).
    """

    name: Text
    function: Text
    purpose: Id
    controllers: tuple[Id, ...]
    processors: tuple[Id, ...] = ()
    subjects: tuple[Id, ...]
    data: tuple[Id, ...]
    creates: tuple[Id, ...] = ()
    systems: tuple[Id, ...] = ()
    bases: tuple[LawfulBasis, ...] = ()
    contract_with: tuple[Id, ...] = ()
    special_condition: TextOrGap = Gap.NOT_STATED
    offence_condition: TextOrGap = Gap.NOT_STATED
    lia: TextOrGap = Gap.NOT_STATED
    dpia: Dpia = Dpia()
    source: TextOrGap = Gap.NOT_STATED
    requirement: TextOrGap = Gap.NOT_STATED
    automated_decisions: TextOrGap = Gap.NOT_STATED
    necessity: TextOrGap = Gap.NOT_STATED
    expectations: TextOrGap = Gap.NOT_STATED
    balance: TextOrGap = Gap.NOT_STATED
    consent_record: TextOrGap = Gap.NOT_STATED
    breach: Breach = Breach()
    policy: Policy = Policy()
