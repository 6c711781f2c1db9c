"""Words in which notices say that they set no cookies, and words that only look so."""

from __future__ import annotations

from typing import Final

from .cookie_words import DEVICE, SETS
from .phrases import Phrase

NO_COOKIES: Final = Phrase(
    f"""
    {{not}} <4> (use|used|using|rely on|depend on|set|place|store|uses|sets|have|put|puts|leave|leaves|\
        drop|drops|find|get|plant|write|\
        save|need|\
        contain|deploy|employ|see|give|send|install|run|include|load|make use of|be any) <4> {SETS}
    (no|without|zero|free (of|from)|not any|not a single|nor|not one|none of <2>) <3> cookies?
    {{not}} <6> any <2> cookies?
    neither <8> cookies?
    cookies? <4> (no part|not here|nowhere|not used|never used|not set|not needed|unused)
    (we|i|us|have|has|{{org}}) <2> (stopped|ceased|gave up|given up|got rid of|removed|abandoned|banned|\
        scrapped|dropped) \
        <4> cookies?
    cookies? (are|is|were) not
    cookies? (none|no|zero|nil)
    {{not}}( (?!(control|share|link|combine|collect|identify|access|accept|responsible|consider|contain|\
        know|read|\
        apply|cover|disable|delete|object|want|consent|like|allow|refuse|enable|only|just|all|every|\
        limited|see|\
        agree|block|reject|about|sell|need|essential|necessary|these|those|some|such|if)\\b)\\w+){{0,4}} \
        cookies?
    (have|has|had) not <2> cookies?
    cookies? <3> (absent|been (switched|turned) off)
    cookies? <6> (have|use|set|are) none
    (turned|switched|disabled|blocked) <3> cookies? <2> (off|altogether|entirely|completely)
    (no|zero|nil|0) cookies?
    (stor(e|es|ing)|plac(e|es|ing)|put(s|ting)?|leav(e|es|ing)|sav(e|es|ing)) (nothing|not a thing) <4> \
        {DEVICE}
    without (storing|placing|putting|leaving|saving|setting|writing) <4> (on|in|to) {{mine}} <2> {DEVICE}
    cookie (free|less)
    {{not}} <4> (use|set|uses) <6> (tracking|analytics) <6> cookies?
    (do|does|manage|manages|get by|work|works|go|run|runs|chosen to do) <2> without <3> cookies?
    (refrain\\w*|abstain\\w*|steer clear|avoid\\w*|dispense\\w*|stay away|keep away|decided against|opted \
        against) <6> \
        cookies?
    (nothing|not anything|no files?|no information|no data) <3> (is|are|gets?|will be|left|stored|placed|\
        saved|put) \
        <4> (on|in|to) {{mine}} <2> {DEVICE}
    (put|puts|leave|leaves|store|stores|save|saves|place|places|write|writes|read|reads) (nothing|no \
        files?|no data) \
        <3> (on|in|to|from) {{mine}} <2> {DEVICE}
    {{not}} <3> (put|puts|leave|leaves|store|stores|save|saves|place|places|write|set|sets) <2> (anything|\
        files?|data|\
        information|a thing) <2> (on|in|to) {{mine}} <2> {DEVICE}
    """
)
#: Those who do without, but not the organisation, or only in some case.
NOT_NONE: Final = Phrase(
    f"""
    (you|browser|{DEVICE}) (can|may|could|to|might|should|do|choose|would|prefer|wish|set|are|want) <10> \
        (not|no|without)
    (if|unless|until|till|when|where|before) <10> (not|no|without)
    (not|no|without|nothing) <12> (if|unless|until|till|before|except|apart from|other than|without your)
    (set|configure|tell|instruct|adjust|change) <4> {DEVICE} <3> (not|to)
    without <3> cookies? <10> (may|might|not work|cannot|will|would|some|parts|function)
    (no|without) <2> cookies? <6> (work|function|be able|available|cannot)
    """
)
#: An answer to the question whether there are any.
NONE_OF_THEM: Final = Phrase("{not} <3> (any|them|one|here)", "^(no|none|never|not)")
SOME: Final = Phrase(
    """
    (tracking|third party|advertising|marketing|analytics|non essential|other than|except|apart from|unless|\
        until|without your) <3>
    cookies? <6> (personal|identif\\w*|contain|collect|used to)
    """
)
