"""The letter before a restriction is lifted: what it covers, from when and why, what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...law.commencement import JUNE_2026
from ...model.document import Sentence
from ...model.document_words import paragraph, say
from ...model.letter import Letter, LetterKind, LetterPart
from ...model.request_plan import TellingKind
from ...model.rights import RightKind
from ...model.words import listed
from ..words import data_words, gap, name
from .case import Case
from .frame import asked_on, law_check, letter, ways_to_complain
from .reasons import matters, only_what_is_so, quiet_checks
from .words import part

_CHECKED: Final = "we checked it and it is right, or we have put it right, and how we know"
_WEIGHED: Final = (
    "we looked at your objection, and which strong reasons of ours weigh more, or which claim needs it"
)
#: How a restriction ends, by the ground that each right can have had (UK GDPR Art. 18(1)(a) to (d)).
_ENDS: Final[Mapping[RightKind, str]] = {
    RightKind.RECTIFICATION: _CHECKED,
    RightKind.OBJECTION: _WEIGHED,
    RightKind.RESTRICTION: (
        f"{_CHECKED}; {_WEIGHED}; your claim has ended, or you no longer need this for it; or you no longer "
        "want us to keep what we had no right to use"
    ),
}


def restriction_lifted(case: Case) -> Letter:
    """Draft the letter that tells a person that a restriction will be lifted, before it is (Art. 18(3)).

    From which day, why, and what is done then are for whoever signs; what ended a restriction on each
    ground of Art. 18(1) is offered. An end of marketing is final (Art. 21(3)) and is not among it.

    >>> from audit_lib.rights.letter.example import example_case
    >>> restriction_lifted(example_case(RightKind.RESTRICTION)).title
    'We will lift the limit on how we use your information'
    """
    case = _without_marketing(case)
    used = matters(case, "what it was not used for")
    return letter(
        LetterKind.RESTRICTION_LIFTED,
        case,
        "We will lift the limit on how we use your information",
        [
            part(
                None,
                paragraph(asked_on(case), gap("since which day we have only stored the information")),
                paragraph("We will lift that limit soon. We must tell you before we do so."),
            ),
            part(
                "What this is about",
                paragraph(*_data(case), "We did not use it for these things:", only_what_is_so()),
                used,
            ),
            part(
                "From when, and why",
                paragraph(gap("the day from which it is lifted: not before the person has this letter")),
                paragraph(gap(f"why, such as: {_ENDS[case.right]}")),
            ),
            _then(case),
            _disagree(case),
            ways_to_complain(case),
        ],
        checks=(*_checks(case), *quiet_checks(case), law_check(_law(case))),
    )


def _without_marketing(case: Case) -> Case:
    """Return the case of an objection without what is marketing in it: that stays stopped."""
    if case.plan is None or case.right is not RightKind.OBJECTION:
        return case
    kept = tuple(each for each in case.plan.verdicts if not each.marketing)
    return case._replace(plan=case.plan.model_copy(update={"verdicts": kept}))


def _data(case: Case) -> list[Sentence]:
    data = case.plan.data if case.plan else ()
    if not data:
        return [gap("which information was restricted")]
    return [say(f"The information: {data_words(case.data_map, data)}.", *(f"data:{each}" for each in data))]


def _then(case: Case) -> LetterPart:
    used = gap("what happens then: we use it as before, and for what; or we delete it, and when")
    final = "If you said no to marketing, that stays so." if case.right is RightKind.OBJECTION else None
    return part("What happens then", paragraph(used, *([final] if final else [])))


def _disagree(case: Case) -> LetterPart:
    return part(
        "If you do not agree",
        paragraph(
            "Please tell us before that day, and say why. We will look at it before we go on.",
            "You keep all your rights. You can ask us again to put it right, to delete it or to limit its "
            "use. You can also object if your reasons are new."
            if case.right is RightKind.OBJECTION
            else "You keep all your rights. You can ask us to put it right, to delete it or to limit its use "
            "again. You can also object to how we use it.",
        ),
    )


def _checks(case: Case) -> list[Sentence]:
    """Return what comes before and after the lifting, for whoever signs."""
    return [
        say(
            "The person is told before the restriction is lifted, also where it ends by itself on a day. The "
            "law gives no number of days: leave time for the post, and for a reply."
        ),
        say(
            "Lift it only when its ground has gone (Art. 18(1)). Of what was kept only because the person "
            "asked (Art. 18(1)(b), (c)), see first whether there is a basis to use it again; if there is "
            "none, it is deleted."
        ),
        say(
            "If the data stays as it is, or the objection is not upheld, this says no to that request too. "
            "Guidance has the reasons for that told with it, and the ways to complain (Art. 12(4))."
        ),
        say("A stop to marketing is never lifted like this (Art. 21(3)): only a new consent ends it."),
        _recipients(case),
        say(
            "When the day has come, put it on file: privacy-audit request lift ID --told-on DATE, with the "
            "number of the restriction (RES-...) and the day on which the person was told."
        ),
    ]


def _recipients(case: Case) -> Sentence:
    """Return that those who were told of the restriction are told again; the map says who they may be."""
    sent = (TellingKind.INSTRUCT, TellingKind.TELL)
    who = [each.party for each in case.plan.tells if each.kind in sent] if case.plan else []
    parties = list(dict.fromkeys(who))
    named = (
        f" By the map: {listed(name(case.data_map, 'party', each) for each in parties)}." if parties else ""
    )
    return say(
        "Those who were told of the restriction (Art. 19) only store the data until they hear from us: tell "
        f"them again, for the same day.{named} That the article asks for this too is an assumption.",
        *(f"party:{each}" for each in parties),
    )


def _law(case: Case) -> str:
    ours = "s.164A, " if case.as_of >= JUNE_2026 else ""
    return f"UK GDPR Art. 18(3); recipients: Art. 19; to complain: Art. 12(4), DPA 2018 {ours}s.165, s.167"
