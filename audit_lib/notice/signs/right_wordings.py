"""Everyday words for the rights that people have over their data, and for asking to use one."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

#: That people may ask for something, or are told how.
ASKABLE: Final = Phrase(
    """
    {person} <6> {able}
    {person} (also |both |each |all )?(have|has|enjoy|enjoys|must|get|gets) <6> (rights?|say|choice|option)
    (ask|demand|request|instruct|get in touch|drop <2> (line|note|email|message)|let <4> know|log in|\
        say so|say the word) <1>
    (tell|email|e mail|ring|phone|call|contact|write to|speak to|approach|see) (us|me|the|our|your|{dpo}|\
        {org})
    ^(text|message|ask|tell|email|e mail|ring|phone|call|contact|write|speak|see)
    (asked|asks|requests|demands|requires|insists?|wishes|wants|seeks?|chooses?|objects?) <2> (to|for|that|\
        us|me|it|on|{org})
    {person} <4> (require|insist|demand|prefer|rather|dispute|disputes|query|challenge|wish|like|want|\
        need) <1>
    (want|wish|like|need|curious|prefer|rather|should you|were you|had enough)
    (at|on|upon) (your|written|their|his|her|a|any|receipt of) <2> (request|application|demand)
    (on|upon) (request|application|demand|objection)
    (the |data protection )?law <2> (lets|gives|allows|entitles)
    {person} (is|are|was|were) (also )?entitled
    rights?
    (can|may|could|must) be <2> (asked|requested|instructed|required|made)
    obtained by you
    (if|when|where) <2> {person} objects?
    (have|get) (us|me) <1>
    ^(export|download|take|move|see|have)
    (please|just|simply) (say|tell|ask)
    (on|when|if) (leaving|you leave|you move)
    """
)
#: That a heading asks for a right to be used, or is called after one.
ASKED_ABOVE: Final = Phrase(
    """
    rights?
    (can|could|may|might|how (do|can|would|to)|where|what if|do|should) (i|you|we)
    (i|we) (want|would|do not|wish|need|think|object)
    how to
    ^(\\w+ ){0,3}\\w+ing <3> (your|my|our|you|us|me|it)
    ^(want|wish|need|like|would you|had enough|spotted|do not|rather|no longer)
    """
)
OF_YOU: Final = "(about|on|of|for|concerning|regarding|relating to) (you|me|them|him|her|yourself|themselves)"
EVERYDAY: Final = {
    "access": Phrase(
        f"""
        {{see}} <5> {{mine}} <4> {{thing}}
        {{see}} <5> (what|whatever|which|anything|everything|all) <4> (hold|have|keep|know|got|stored?|\
            collect(ed)?|recorded|process|used?|is held)
        {{see}} <6> {{thing}} <10> (({OF_YOU})|(we|i|{{org}}) <2> (hold|have|keep))
        (what|which|whatever|anything|everything|all|whether|if) <8> (hold|have|keep|know|collect(ed)?|\
            process|\
            store|held|use|got|stored|recorded|processed) <6> ({OF_YOU})
        (whether|if) <4> data <6> (you|them|him|her) <4> (processed|held|used)
        (copy|copies|printout|print out|sight|extract|transcript|confirmation|disclosure) <8> ({{mine}} <4> \
            {{thing}}|{{thing}} <8> (({OF_YOU})|hold|held|have|keep|stored)|(what|everything|anything) <3> \
            (hold|have|keep|got|know))
        {{see}} <4> (notes|footage|pictures|images|recordings?|records?|file) <8> ({{mine}}|you|they|them|\
            show\\w*)
        {{thing}} <2> of (you|them) <4> (viewed|seen|copied|shown|released|supplied)
        {{mine}} <3> {{thing}} <6> (shown|sent|printed|copied|supplied|made available|disclosed|viewed|seen|\
            accessed|inspected)
        (show|send|give|print|supply|provide) (you|them|it|me|him|her) <6> ({{mine}} <3> {{thing}}|what <3> \
            (hold|have|keep|got)|everything <3> (hold|have|keep))
        """
    ),
    "rectification": Phrase(
        """
        {wrong} <14> {fix}
        {fix} <10> {wrong}
        {fix} <3> ({mine} )?(\\w+ )?{thing}
        {thing} <8> {fix}
        (spotted|noticed|found|if) <8> {wrong}
        (challenge|dispute|question|query) <3> accuracy
        (fill in|complete|add) <3> (missing|gaps|what)
        (put it|put them|put that|put things|be put|have it put|set it) (right|straight)
        """
    ),
    "erasure": Phrase(
        """
        {wipe} <6> ({mine}|{thing}|it|them|you|me|everything|anything|what we)
        ({thing}|it|them|everything|anything) <8> {wipe}
        (its|their) {wipe}
        no trace
        {wipe} (altogether|completely|entirely|for good)
        (have|get) us (to )?{wipe}
        (cease|stop) <2> (hold|holding|keeping|storing|to hold|to keep) <4> {thing}
        vanish
        """
    ),
    "restriction": Phrase(
        """
        {freeze} <6> ({use}|uses?|{thing}|what we|how we|it|them|things)
        ({use}|uses?|{thing}|it|them) <8> {freeze}
        (stop|cease|not use|not using|not touch|hold off|refrain|leave|press pause|pause|\
            halt) <16> (temporarily|for the time being|for now|\
            for a (while|time|period)|short|in the meantime|pending|meanwhile|without (deleting|erasing|\
                wiping)|but (keep|not delete)|keeping it|\
            until|while (we|it|the|you|this|they))
        (temporar\\w+|for the time being|for now|in the meantime|meanwhile|provisionally) <4> (stop\\w*|\
            ceas\\w*|\
            not|leave|set aside|halt\\w*|hold\\w*|paus\\w*)
        (stop\\w*|ceas\\w*|halt\\w*|hold\\w*|paus\\w*) <8> temporar*
        (merely|only|just|simply|no more than) <3> (store|stores|stored|keep|keeps|kept|hold|held|storing|\
            sits?)
        (store|stored|keep|kept|hold|held|leave|left) <6> (untouched|unused|locked away|in abeyance|as it is|\
            nothing else|nothing more|on file only)
        (shelv(e|ed)|ringfenced?|ring fenced|set aside|put aside|park(ed)?) <8> ({mine}|{thing}|it|them)
        (mark|marked|flag|flagged) <8> (so that|not to be|as not|only)
        abeyance
        (keep|hold|store) <6> (without|but not|and not|not) <4> (using|use|do|doing|touch|work|act|share)*
        (not|nothing) <4> (done|do) <6> (with|to) <4> ({thing}|it|them) <4> (until|while|but|except|\
            other than|for now)
        (park|parked|pend|moratorium|standstill|stand still|time out|breather|hold fire|stay our hand)
        (limits?|limit|cap|boundaries|brake|brakes) (on|to) <3> (what|how|use|processing|the use|our)
        (use|do|using|doing) <2> (less|fewer|only some|part of)
        (put|place|placed) <6> (on hold|on ice|on pause|to one side|a hold|a stop|a freeze)
        (keep|store|hold|kept|stored) <8> (but (not|without|otherwise)|without|and nothing (else|more)|\
            and do nothing) <3> (us\\w*|touch\\w*|do\\w*|process\\w*|work\\w*|else|more|it)?
        (limited|confined|reduced) to (storage|storing|keeping)
        (nobody|no one|not) (works|uses|touches) <3> it
        """
    ),
    "objection": Phrase(
        """
        object(s|ed|ing|ions?)?
        {halt} <5> ({use}|uses?) <6> ({thing}|it|them|what|for)
        {halt} <5> (marketing|contacting|emailing|writing to|calling|ringing|phoning|texting|sending|\
            messages|\
            calls|mailings?|emails|processing|profiling|research|screening|newsletters?)
        (tell|ask|asks|require|instruct|want|get|order) (us|me|{org}|them) <1> to (stop|cease|leave|refrain|\
            desist|give up)
        say(ing)? no (to|again|at|any)
        (rather|prefer|wish|like) <1> (we|i|you|they|{org}|us|it) <2> (not|stopp?\\w*|did not|were not|\
            was not)
        ({thing}|it|them|photographs?) <3> not (be )?(used?|processed|passed|shown|included)
        (you|do not) <1> (not )?(want|like|wish|agree|happy|comfortable) <10> (us|our|we|used|use|using|\
            doing|\
            processed|included|appear|shown)
        (unhappy|not happy|uncomfortable) <4> ({use}|us|what|how|with our)
        (leave|left|take|count) (you|me|them|it|him|her) (out|off)
        put your foot down
        (put|bring) <2> (stop|end) to
        (opt|opting|opts) out
        """
    ),
    "portability": Phrase(
        """
        portab*
        (tak|mov|shift|transf|hand|send|pass|port|carr|export|forward|transmit|switch|copy|giv|sent|\
            deliver)* \
            <10> (to|with|over to|into|onto) <2> (another|other|new|different|someone else|somebody else|\
                anyone|\
            elsewhere|whoever|whichever|any|wherever|a third|(school|gym|surgery|agent|provider|practice|\
                firm) of)
        (tak|mov|carr|bring|shift|mov)* <6> ({thing}|it|them) <3> (elsewhere|with (you|me|them)|\
            somewhere else|away)
        {thing} <6> (mov|sent|transf|transmit|pass|hand|tak|port|carr)* <6> (another|elsewhere|other|\
            different|\
            new|someone|somebody|directly)
        (port|porting|export|exporting|download|extract) <3> ({mine}|{thing}|everything|it|as) <12> (file|\
            csv|json|\
            excel|spreadsheet|format|elsewhere|other|another|wherever|service|xml)
        (port|porting|export) <2> ({mine} {thing}|{thing})
        (machine readable|commonly used|structured|reusable|reuse|re use|computer readable|(csv|json|excel|\
            spreadsheet|xml) (files?|format)?|electronic (form|format|file|copy))
        (upload|import|load|use) (it|them) <3> (elsewhere|wherever|somewhere|another|other|anywhere)
        """
    ),
}
#: The same words of things that are no data about people.
NO_DATA: Final = Phrase(
    """
    (planning|garden|building|room|site|tenancy|tenancies|meter|graffiti|bridleway|accounts may|cookies?|\
        car park)
    (this|our|the|these|changes? to) <3> (privacy )?(notice|policy|statement|terms)
    (business|company|firm|practice) is (sold|bought|merged)
    (sold|merger|acquisition|purchaser|buyer|takeover)
    unauthori[sz]ed
    """
)
NOT_EVERYDAY: Final = {
    "access": Phrase("(see|read|find) <4> {mine} <3> (privacy|cookie)", "have <4> consent"),
    "rectification": Phrase("(keep|make sure|ensure) <12> (accurate|up to date|updated)", "quotation"),
    "erasure": Phrase("(deletes?|remove) <3> (app|cookies?)"),
    "restriction": Phrase(
        "right (of|to) access (is|may be|can be) (limited|restricted)",
        "(restrict|limit)* <2> (access|liability|number)",
    ),
    "objection": Phrase(
        "complain*", "{regulator}", "object(ive|s of|ives)", "lost objects?", "not to be subject"
    ),
    "portability": Phrase("(abroad|overseas|outside|countr(y|ies))", "third parties"),
}
#: A list that names the rights one after the other.
LISTED: Final = {
    "access": Phrase("(to|of)? access"),
    "rectification": Phrase("rectif*", "correct*", "amend*", "complet*"),
    "erasure": Phrase("eras*", "delet*", "be forgotten", "remov*"),
    "restriction": Phrase("restrict*", "limit(ing|ation)?"),
    "objection": Phrase("object", "objections?", "objecting", "opposition"),
    "portability": Phrase("portab*"),
}
#: An item of a list, a cell or a line that opens with the name of a right.
NAMED: Final = {
    "access": Phrase("^((the )?rights? (of|to) )?(subject )?access( request)?"),
    "rectification": Phrase("^((the )?rights? (of|to) )?(rectif(y|ication)|correct(ion|ing)?|amendment)"),
    "erasure": Phrase("^((the )?rights? (of|to) )?(erasure|erase|deletion|deleting|removal|be forgotten)"),
    "restriction": Phrase("^((the )?rights? (of|to) )?(restrict(ion|ing)?|limitation)"),
    "objection": Phrase("^((the )?rights? (of|to) )?object(ion|ions|ing)?"),
    "portability": Phrase("^((the )?rights? (of|to) )?(data )?portability"),
}
