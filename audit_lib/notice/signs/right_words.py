"""The words for the rights that people have over their data, and whether a sentence offers one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .passages import Passage
from .phrases import Phrase
from .right_wordings import ASKABLE, ASKED_ABOVE, EVERYDAY, LISTED, NAMED, NO_DATA, NOT_EVERYDAY

#: That a heading, what introduces a list, or the sentence speaks of what people may ask.
ENTITLED: Final = Phrase(
    """
    rights?
    (you|individuals?|people|data subjects?|they|users?|parents?|pupils|customers|members) (also |each |\
        all )?{may} <8>
    (you|individuals?|people|data subjects?|they) (are|have|has) <4> (entitled|entitlement|able|ability|\
        free|choice|option)
    (ask|asking|request|requesting|require|tell|instruct|want|wish|like|contact|write) <3> (us|to|for|that|\
        a|the)
    (ask|request) <2>
    (entitled|entitles) to
    """
)
RIGHTS: Final = {
    "access": Phrase(
        """
        (right|rights) <3> (of|to|for) <3> (access|see|view|obtain|receive a copy)
        (access|accessing|see|view|inspect|obtain|confirm) <6> (data|information|records?|details|file|it|\
            personal)
        (copy|copies) of <8> (data|information|records?|details|it|file|what)
        (data )?subject access
        (access|accessed) <2> (rights?|requests?)
        (find out|know|be told|ask|told) <6> (what|whether|which|if) <6> (data|information|we hold|hold)
        information <4> we (hold|have|keep) <3> (about|on) you
        dsars?
        (right|rights) <2> (of|to) access
        access (right|to your|to the (data|information|personal))
        """
    ),
    "rectification": Phrase(
        """
        rectif*
        (correct|corrected|correcting|correction|corrections|amend|amended|amending|amendment|update|\
            updated|updating|change|changed|fix|put right|edit|modify|complete|completed|completion|\
            corrects|revise)
        (inaccurate|incomplete|incorrect|inaccuracies|inaccuracy|wrong|out of date|mistakes?|errors?)
        """
    ),
    "erasure": Phrase(
        """
        eras*
        delet*
        (be )?forgotten
        (removed?|removal|destroy|destroyed|destruction) <8> (data|information|it|records?|details|account|\
            personal)
        """
    ),
    "restriction": Phrase(
        """
        (restrict|restricts|restricted|restricting|restriction|restrictions|limit|limits|limited|limiting|\
            limitation|suspend|suspension|suspended|block|blocked|suppress|pause|freeze) <8> (process\\w*|\
            use|uses|using|used|how|it|data|information|our|what we)
        (processing|use|usage|it|data|information) <8> (restricted|limited|suspended|blocked|restriction|\
            stopped temporarily)
        (right|rights) <2> (to|of) <3> (restrict\\w*|limit\\w*|block)
        restrict(ion)?( of)?( processing)?
        """
    ),
    "objection": Phrase(
        """
        object
        objects
        objection
        objections
        objecting
        (stop|stopping|cease|prevent|not to|opt out of|refuse|oppose) <4> (us|our|we|any|all|process\\w*|\
            using|the) <4> (process\\w*|using|use|hold\\w*|handling|collect\\w*)
        """
    ),
    "portability": Phrase(
        """
        portab*
        (transfer|transferred|transferring|move|moved|port|transmit|transmitted|send|sent|pass|passed|\
            export|exported|transmission|give) <12> (another|other|different|new|third|someone else|\
            elsewhere) <3> (organi[sz]ation|controller|provider|company|party|service|supplier|practice|\
            business|data)?
        (machine readable|commonly used|structured|portable|re usable|reusable|electronic format|csv)
        (exported?|download) <6> (file|copy|data|format|information)
        """
    ),
}
#: Uses of the same words that are no rights.
NOT_RIGHTS: Final = {
    "access": Phrase(
        """
        (unauthori[sz]ed|staff|limit|limited|restricts?|restricted|prevent|who has|have|given|gain|control|\
            controlled|our website|services?) <3> access
        access <3> (to )?(our|the|this|your account|certain|some) <3> (websites?|services?|sites?|apps?|\
            platform|portal|features|content|internet|pages|building)
        """
    ),
    "rectification": Phrase(
        "(this|our|the|these|changes? to) <3> (privacy )?(notice|policy|statement|terms)",
        "(keep|make sure|ensure) <12> (accurate|up to date|updated)",
        "software update",
    ),
    "erasure": Phrase(
        "cookies?", "(we|will be|securely|automatically|then|is|are) <3> (delete|deleted|destroyed?|erased?)"
    ),
    "restriction": Phrase(
        "(access|staff|employees|need to know|cookies?|liability|including but|without|unlimited|not limited)"
    ),
    "objection": Phrase("object(ive|s of|ives)"),
    "portability": Phrase(
        "(outside|overseas|abroad|countr(y|ies)|buyer|merger|sale|business transfer|sell|sold)"
    ),
}
RIGHTS_HEAD: Final = Phrase(
    """
    rights?
    what <4> you <3> (do|ask|control|choose)
    your (choices|controls?|options|data rights)
    (accessing|access to|correcting|updating|deleting|managing|controlling) <3> (data|information|records)
    subject access
    choices
    """
)
STRONG: Final = Phrase(
    "right <6>",
    "rights",
    "entitled to",
    "(ask|request|require|tell) <3> (us|that|to|for|a|deletion|erasure|access|correction)",
    "you {may} <6>",
    "subject access",
)
STRONG_RIGHT: Final = Phrase(
    "rights? (to|of|that)", "(right|rights|entitled)", "ask (us )?(to|for|that)", "request"
)


#: That the line of a right speaks of data, or of when one has it.
DATA_RIGHT: Final = Phrase(
    "{data}", "{use}", "you {may}", "in (certain|some|limited|specific) (cases|circumstances)",
    "(legitimate|public|marketing|elsewhere|copy|rights?)",
)  # fmt: skip
#: What stands behind the name of a right that heads a line of its own.
BEHIND_NAME: Final = re.compile(r"^[\w ]{4,40}?\s*(?:[-:|(,;.]|$)")
#: How many of the rights a sentence must name to be a list of them.
SEVERAL: Final = 2


def offers(passage: Passage, right: str, found: Sequence[Passage] = ()) -> bool:
    """Whether a passage tells people that they have a right.

    `found` are all passages of the notice; with them a question is read together with its answer.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> offers(passages(split_sentences("You can ask us to delete your data."))[0], "erasure")
    True
    """
    return _offers_plainly(passage, right) or _offers_everyday(passage, right, found)


def question_and_answer(passage: Passage, found: Sequence[Passage]) -> str:
    """Return what a passage says, after the question in the same paragraph that it answers.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> found = passages(split_sentences("Spotted a mistake? Tell us."))
    >>> question_and_answer(found[1], found)
    'spotted a mistake? tell us.'
    """
    if 0 < passage.number <= len(found):
        before = found[passage.number - 1]
        if before.paragraph == passage.paragraph and before.text.endswith("?"):
            return f"{before.text} {passage.joined}"
    return passage.joined


def _offers_everyday(passage: Passage, right: str, found: Sequence[Passage]) -> bool:
    """Whether a right is offered in everyday words, in a list of names, or by a heading that asks for it."""
    said = question_and_answer(passage, found)
    if _no_data(said) or _no_data(passage.heading):
        return False
    if passage.opens and EVERYDAY[right].within(passage.heading) and ASKED_ABOVE.within(passage.heading):
        return True
    if passage.lead or passage.item or "|" in passage.text:
        short = BEHIND_NAME.match(passage.text)
        if short and NAMED[right].within(passage.text) and _of_rights(passage):
            return True
    if LISTED[right].within(passage.text) and _named(said) > SEVERAL:
        return True
    if not _askable(said) or NOT_EVERYDAY[right].within(said):
        return False
    return EVERYDAY[right].within(said, len(said) - len(passage.text) if passage.lead else 0)


@lru_cache(maxsize=64)
def _no_data(said: str) -> bool:
    return NO_DATA.within(said)


@lru_cache(maxsize=64)
def _askable(said: str) -> bool:
    return ASKABLE.within(said)


@lru_cache(maxsize=64)
def _named(said: str) -> int:
    """Return how many of the rights a sentence names."""
    return sum(one.within(said) for one in LISTED.values())


def _of_rights(passage: Passage) -> bool:
    """Whether a line that opens with the name of a right stands among rights."""
    return RIGHTS_HEAD.within(passage.context) or DATA_RIGHT.within(passage.text)


def _offers_plainly(passage: Passage, right: str) -> bool:
    """Whether a right is offered in the words of the law, or close to them."""
    text = passage.text
    headed = RIGHTS_HEAD.within(passage.context)
    if passage.opens and "right" in passage.heading and RIGHTS[right].within(passage.heading):
        return True
    if not RIGHTS[right].within(text) or _no_data(text):
        return False
    if NOT_RIGHTS[right].within(text) and not STRONG_RIGHT.within(text):
        return False
    return headed or (ENTITLED.within(passage.joined) and STRONG.within(passage.joined))
