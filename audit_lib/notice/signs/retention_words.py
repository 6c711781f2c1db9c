"""How people say in everyday words that data is kept for a time, or is got rid of."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

RECORDS: Final = (
    "({data}|((case|paper|electronic|digital|old|back ?up|personnel|pupil|patient|log|mailing|visitor"
    "|booking|hire"
    "|application|order|medical|access) )?(files?|notes?|tapes?|backups?|voicemails?|messages?|books?"
    "|pages?|minutes|numbers?"
    "|registers?|lists?|logs?|forms?|enquir(y|ies)|leads?|papers?|tickets?|photos?|photographs?|pictures"
    "|images?|letters?|cvs?|references?"
    "|certificates?|results?|profiles?|accounts?|cards?|entr(y|ies)|transcripts?|rotas?|bookings?|sheets?"
    "|histor(y|ies)"
    "|transactions?|orders?|statements?|emails?|texts?|footage|cctv|recordings?|videos?|documents?"
    "|applications?"
    "|address(es)?|invoices?|receipts|copies|copy|chats?|calls?|spreadsheets?|database|contacts?|stuff"
    "|correspondence|names?|phone"
    "|them|it|everything|nothing|anything|machine|inbox|system|slips|registrations?|questionnaires?"
    "|surveys?|answers|diary|wills?|declarations?))"
)
_GONE: Final = (
    "(bin|bins|binned|chuck(ed)?|throw|throws|thrown|shred|shreds|shredded|torn up|tear up|tears up"
    "|get rid of|gets rid of|got rid of"
    "|wipes?|wiped|erases?|erased|purges?|purged|clear out|cleared( out)?|drops?|dropped|take <4> off"
    "|takes <4> off|taken off"
    "|taken down|come off|comes off|comes down|disappears?|vanish(es)?|go|goes|gone|lapses?|scrub(s|bed)?"
    "|recycled|burns?|burnt|pulped"
    "|overwrites?|overwritten|(written|writes|recorded|records|record) over|removes?|removed|deletes?"
    "|deleted|destroys?|destroyed|disposed? of"
    "|weed(s|ed)?( out)?|cull(s|ed)?|anonymis(e|es|ed)|anonymiz(e|es|ed)|crossed (off|out)|cross <2> off"
    "|struck off|expires?|closes?|closed"
    "|returned to you|handed back|sent back to you|emptied|scrapped|pruned?|dumped?|incinerated|deleting"
    "|shredding|deletion|destruction|let go)"
)
_STAYS: Final = (
    "(keeps?|kept|keeping|hang on to|hangs on to|holds? on to|hold|holds|held|stays?|remains?|lasts?|sits?"
    "|saved?|stored?|stores|retains?"
    "|retained|archived?|preserved?|is permanent|are permanent|runs? on|look after|looks after|clears?"
    "|loops?|maximum|wipe|lives?|is around|are around|retention|storage)"
)
_UNTIL: Final = (
    "(until|till|as long as|so long as|whilst|while|throughout|unless|for the (duration|life|lifetime"
    "|length|rest|whole|term|season|course|project|year)"
    "|during|up to|for your (lifetime|time)|for life)"
)
_WHEN: Final = (
    "(once|when|after|as soon as|if you (ask|leave|cancel|unsubscribe|withdraw|tell|close|quit|move)|upon"
    "|following|on (death|leaving|expiry|termination|completion|request"
    "|receipt|closure|resignation|demand)|the (day|moment|minute|week|month|year)|at the (end|close)|(a"
    "|one) (day|week|month|year) (on|later))"
)
GONE: Final = Phrase(
    f"{RECORDS} <7> {_GONE}",
    f"{_GONE} <4> {RECORDS}",
    f"{_GONE} <2> you (from|off)",
    "you <3> (disappear|come off|vanish|drop off) <4> (from|off|list|records|database|system)?",
)
STAYS: Final = Phrase(f"{RECORDS} <5> {_STAYS}", f"{_STAYS} <4> {RECORDS}")
#: That something ends the keeping.
ENDING: Final = Phrase(
    f"{_STAYS} <12> {_UNTIL}",
    f"{_UNTIL} <12> {_STAYS}",
    f"{_GONE} <10> {_WHEN}",
    f"{_WHEN} <14> {_GONE}",
    f"{_STAYS} <8> (until|till|once|after|as soon as)",
)
#: Headings under which nothing of this is said.
ELSEWHERE: Final = Phrase(
    """
    rights?
    changes?
    complain*
    secur*
    sessions?
    marketing
    object*
    cookies?
    security
    """
)
#: A line of a list of periods.
ENTRY: Final = Phrase(
    f"^((the|your|our|all) )?(\\w+ ){{0,3}}{RECORDS}(\\W+\\w+){{0,6}}\\W*(:|-|\\(|\\|"
    f"|=)\\W*(\\w+\\W+){{0,3}}{{period}}"
)
NOT_FOR_EVER: Final = Phrase(
    """
    {not} <6> (indefinitely|for ever|forever|permanently)
    (anonym|aggregat)* <30> (indefinitely|for ever|forever)
    """
)
#: Keeping that is no matter of time, and other things that are kept.
NOT_KEEPING: Final = Phrase(
    """
    (keep|kept|keeps?|held|stored?|remains?|stays?) <5> (safe|secure|securely|confidential|locked|encrypted|\
        up to date|accurate|\
        private|informed|separate|away|in touch|in mind|to the law|posted|updated|signed|logged|active|\
            anonymous)
    (retain|keep|retains|keeps|hold) (a|an|the|this) (\\w+ )?(solicitor|lawyer|accountant|architect|\
        consultant|portion|receipt|ticket|\
        deposit|meeting|event|stall|office|slip|party|class)
    (right|rights|ask us|request|entitled|object|withdraw|complain*) <10> (eras*|delet*|remov*|wip*)
    cookies?
    within <3> (72|24|48) hours <6> breach
    """
)
TIME: Final = Phrase(
    """
    {period}
    (half|quarter) (a|an|of a) (year|month)
    (indefinitely|permanently|permanent|for ever|forever|for good|for life|immediately|straight away|at \
        once|overnight|there and then|\
        the same day|in perpetuity|instantly|right away)
    (daily|nightly|weekly|fortnightly|monthly|quarterly|annually|yearly)
    (every|each) (day|night|week|month|quarter|year|term|summer|january|april|august|september|december)
    (the )?(age (of )?\\d\\d|turns? \\d\\d|\\d\\d(st|th|nd|rd) birthday|(aged?|is|are) (18|21|25))
    end of (the|each|every|that|this|your|our) <3> (day|week|month|year|term|season|financial year)
    {not} <3> (kept?|stored?|retained?|held|hold|saved?|record(ed)?) <4> (at all|afterwards|any of)
    (tax|financial|calendar|school|academic) years?
    \\d{1,2} ?(yrs?|mths?|mos|wks?)
    {period} (loop|cycle)
    (a|one|two|three) (decade|fortnight)s?
    """
)
#: What happens when the keeping ends.
EVENT: Final = Phrase(
    """
    (until|till|once|as soon as|so long as|as long as|whilst|while|unless|when|if you|for the|after|\
        throughout|during|\
        moment|following|upon|on) <3> \
        (?!need|necess|requir|relev|law|reason|appro|possib|practic|time|such|behalf)\\w+
    (duration|life|lifetime|length|rest|term|end|close) of
    """
)
NEED: Final = Phrase(
    """
    (until|once|while|whilst|when|as long as|so long as|as soon as) <6> (need|needs|needed|necessary|\
        required?|requires|relevant|useful|reason\\w*|have to|must|takes|fit|purposes?|allowed|permitted|\
        law|lawful\\w*|appropriate)
    """
)
#: Rules with periods in them.
RULES: Final = Phrase(
    """
    (retention|keep|kept|keeping|retained?|deleted?|destroyed?|how long|storage|disposal) <12> (set|laid \
        down|governed|fixed|decided|prescribed|dictated|\
        follows?|accordance|line|under|by|as) <8> (act|regulations|schedule|code|toolkit|guidance|\
            guidelines|statute|law society|hmrc|nhs|irms|professional body)
    (act|regulations|schedule|code|toolkit|guidance|statute|hmrc|regulator|insurers?) <4> (tells?|says?|\
        sets?|lays?|fix\\w*|requires?|decides?|asks?|makes?) <8> (long|keep|period|kept|retain)
    (disposal|retention|deletion|records) (schedule|timetable|plan|table) <10> (from|at|on|available|ask|\
        website|download|see|annex|appendix|below)
    """
)
VAGUE: Final = Phrase(
    """
    (a|whatever|some|any|an) <2> (suitable|reasonable|sensible|appropriate|proper|fair|limited|certain|\
        adequate|short|long|considerable|necessary) (time|period|while|length|amount)
    (keep|kept|retained?|held|hold|stored?|stays?|hang on to) <8> (a while|some time|a time|a bit|\
        reasonable time|time being|necessary time)
    {not} <4> (keep|hold|retain|store|hang on to) <10> (need|required?|necessary|longer|forever|should|\
        ought|useful)
    (keep|kept|retained?|held|hold|stored?|stays?|hang on to|hangs on to|deleted?|destroyed|dispose\\w*) \
        <12> (while|as long as|so long as|until|whilst|when|once|for longer than|if) <8> (need|needs|needed|\
        require|requires|required|necessary|useful|relevant|serves|reason|use|justif\\w+|sensible|lawful)
    (keep|kept|retained?|held|hold|stored?|deleted?|destroyed|disposed of|retention) <8> (accordance|line|\
        pursuant|according|compliance|conformity) <6> \
        (practice|polic(y|ies)|law|laws|legislation|requirements?|obligations?|rules|procedures?|\
            principles?|regulations?|gdpr)
    (keep|kept|retained?|held|hold|stored?) <6> (minimum|time|period) <6> (required|allowed|permitted|\
        possible|necessary|law)
    (as long as|no longer than|longer than|so long as|while|until) <6> (have to|must|takes?|fit|business|\
        purposes?|law|legally|proper)
    {not} <6> (indefinitely|for ever|forever)
    different (lengths of time|periods|times)
    (regularly|routinely|periodically) (delete|remove|destroy|review|weed|purge)*
    (periods?|time|times) <4> (needed|required|necessary|varies|vary)
    (appropriate|relevant|applicable|legal|statutory|minimum|required) <1> (periods?|time ?limits?|\
        timescales?)
    (reviewed|review|check) <6> (regularly|from time to time|periodically) <10> (need|delete|remove|keep|\
        destroy|weed)
    """
)
#: Keeping data safe or correct is no matter of time.
NOT_HEADED: Final = Phrase(
    """
    (keep|keeping|kept|store|hold) <6> (up to date|accurate|safe|secure|informed|in touch|confidential)
    """
)
#: A limit to keeping, which could be taken for a person's age.
LIMIT: Final = Phrase("(more|longer|older|less|over|beyond|later) (than )?{period}( old)?")
