"""Words in which notices speak of cookies and the like."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

#: Machines that something is stored on.
DEVICE: Final = (
    "(device|devices|computers?|phones?|browsers?|machines?|tablets?|laptops?|terminals?|hard (disk|drive)"
    "|equipment"
    "|mobiles?|handset)"
)
#: What is set, and what does the like.
SETS: Final = (
    "(cookies?|beacons?|pixels?|trackers?|sdks?|local storage|session storage|web storage|google analytics"
    "|tracking (technolog(y|ies)|codes?|scripts?|tags?)|similar technolog(y|ies)|analytics|(small|little"
    "|tiny) (text )?files?"
    "|text files?|tags|device identifiers?|advertising ids?)"
)
COOKIES: Final = Phrase(
    """
    cookies?
    (web )?beacons?
    (tracking )?pixels?
    (local|session|web) storage
    google analytics
    (tracking|similar) technolog(y|ies)
    (tracking|analytics) (codes?|scripts?|tags?|tools?)
    sdks?
    trackers?
    (visitor|website|usage|web|traffic|site) (statistics|counting|counter|analytics)
    """
)
SURE: Final = Phrase(
    """
    cookies?
    google analytics
    (web )?beacons?
    (tracking )?pixels?
    sdks?
    trackers?
    (tracking|analytics) (technolog(y|ies)|codes?|scripts?|tags?)
    (small|little|tiny) (text )?files?
    (tiny|invisible|transparent|hidden|one pixel) (\\w+ )?(image|images|picture|pictures|gif|graphic)
    (local|session|web) storage
    (network advertising initiative|adchoices|your ad ?choices|youronlinechoices|ads? settings|ad tracking|\
        aboutads)
    """,
    f"(stor(e|es|ed|ing)|plac(e|es|ed|ing)|put(s|ting)?|sav(e|es|ed|ing)|leav(e|es|ing)|left|drop(s|ped"
    f"|ping)?"
    f"|read(s|ing)?|writ(e|es|ten|ing)|set(s|ting)?|access(es|ed|ing)?) <8> on {{mine}} <2> {DEVICE}",
)
#: Rows and names that only cookies have.
NAMES: Final = (
    "(_\\w{2,30}|phpsessid|jsessionid|\\w{0,12}csrf\\w{0,12}|sessionid|session id|cookieconsent\\w{0,12}"
    "|asp net_\\w+"
    "|wordpress_\\w+|wp_\\w+|connect sid|laravel_session|\\w{2,20}_session|nid|xsrf token)"
)
ROW: Final = Phrase(f"{NAMES}")
#: Food, and what else shares the word.
FOOD: Final = Phrase(
    """
    (recipes?|bak(e|ed|ing)|caf[eé]|biscuits?|tea|coffee|eat|jar|kitchen|chocolate|cake|cakes|stall|\
        snacks?) <12> \
        cookies?
    cookies? <12> (recipes?|bak(e|ed|ing)|caf[eé]|biscuits?|tea|coffee|eat|jar|kitchen|chocolate|cake|\
        cakes|stall)
    """
)
#: That cookies are used, said of the site itself.
POSITIVE: Final = Phrase(
    """
    (we|i|us|website|site|app|page|pages|platform|{org}) (only |also |may |will |do |does |then |each \
        )?(use|uses|using|\
        set|sets|place|places|make use of) <6> cookies?
    cookies? <2> (are|is) (used|set|placed|stored)
    """
)
#: What cookies do, in the first or the third person.
DOES: Final = (
    "(remember\\w*|distinguish\\w*|track\\w*|analys\\w*|analyz\\w*|measur\\w*|count\\w*|improv\\w*"
    "|provid\\w*|understand\\w*"
    "|recogni\\w*|keep\\w*|store|make|collect\\w*|personali\\w*|deliver\\w*|identif\\w*|enhanc\\w*"
    "|function\\w*|analytic\\w*"
    "|statistic\\w*|security|log|sign|work|works|advert\\w*|market\\w*|performance|see|monitor\\w*|save"
    "|saves|ensur\\w*"
    "|authenticat\\w*|us|you|session|maintain\\w*|know|record\\w*|determin\\w*|run|operat\\w*|gather\\w*"
    "|tailor\\w*|help\\w*"
    "|what|how|the|show\\w*|support\\w*|login|convenience|your|tell\\w*|report\\w*|find|learn\\w*|spot\\w*"
    "|protect\\w*"
    "|prevent\\w*|serve|let\\w*|hold\\w*|carry|carries|stop\\w*|fill\\w*|check\\w*|notice\\w*|look\\w*"
    "|speed\\w*)"
)
PURPOSES: Final = Phrase(
    f"""
    {SETS} <14> (to|for|so|help|helps|allow|allows|enable|enables|that|which|remember|let|lets|tell|tells|\
        report|\
        reports|keep|keeps|count|counts|measure|measures|show|shows) <3> {DOES}
    (to|for|analytics|performance|functional(ity)?|marketing|advertising|targeting|session|preference) <6> \
        cookies?
    (strictly necessary|essential|functional|performance|analytical|analytics|targeting|advertising|session|\
        preference|necessary|statistics|marketing) (and \\w+ )?cookies?
    (cookies?|beacons?|pixels?|analytics|technolog(y|ies)) <10> (to|so that|for) <6>
    (remember|recognise|distinguish|count|analyse) <10> (visit|visits|visitors|you|preferences|settings|\
        website)
    (tell|tells|remember|remembers|count|counts|keep|keeps|measure|measures|recognise|recognises|save|\
        saves|know|\
        knows|store|stores) <14> (by means of|using|with|thanks to|through|via|by|with the help of) <3> {SETS}
    (measured|counted|recognised|remembered|tracked|analysed|kept|worked out|improved|shown|known|told|\
        recorded|\
        gathered|collected|monitored) <6> (by|with|using|through|by means of|via|thanks to) <4> {SETS}
    (stor(e|es|ed|ing)|plac(e|es|ed|ing)|put(s|ting)?|sav(e|es|ed|ing)) <8> on {{mine}} <2> {DEVICE} <6> \
        (to|so|for|that)
    (without|need|needs|needed|cannot) <6> cookies? <12> (to|for|cannot|log|basket|work|pay|stay)
    """
)
#: What a table or a list of cookies says each of them does.
TELLS: Final = Phrase(
    """
    (remembers?|counts?|keeps?|tells?|measures?|distinguish(es)?|recogni[sz]es?|stores?|records?|tracks?|\
        helps?|lets?|\
        allows?|enables?|saves?|makes?|shows?|knows?|identif(y|ies)|used (to|for)|needed (to|for)|protects?|\
        prevents?|logs?|holds?) <3>
    (so|in order|needed|required|necessary|there|used) (that|to|for) <3>
    (visitor|visit|page|usage) (statistics|counts?|numbers)
    to <2> (make|count|see|keep|remember|show|measure|help|improve|find|know|learn|let|recogni[sz]e|\
        understand|log)
    """
)
HEADED_WHY: Final = Phrase(
    """
    (why|what|how|purpose|purposes|reasons?|use|uses|used|about|our|types?|which) <6> (cookies?|trackers?|\
        pixels?)
    cookies? <6> (for|do|does|purposes?|used|use|and why)
    """
)
CHOICE: Final = Phrase(
    """
    (block|disable|refuse|reject|decline|delete|turn off|switch off|switches|turn <3> off|opt out|opt in|\
        manage|control|accept|choose|change|withdraw|set|adjust|consent|clear|restrict|remove|configure|\
        switch <4> off|deactivate|preferences|settings|agree|wipe|erase|stop|avoid|object|untick|deselect|\
        alter|say no|say yes|allow|toggle|prevent|limit) <14> (cookies?|browser|tracking|analytics|\
        preferences|settings|banner|them|it|google|pixels?|trackers?|sdks?|statistics|beacons?)
    (cookies?|pixels?|trackers?|tracking|beacons?|sdks?) <16> (block|blocked|disable|disabled|refuse|\
        refused|reject|\
        rejected|decline|delete|deleted|turn|switch|opt|manage|control|accept|choose|consent|settings|\
        preferences|\
        browser|permission|agree|off unless|untick|cleared|clear|say (no|yes|so)|said (no|yes|so)|allow|\
        altered|changed|\
        your (choice|call|say|hands)|toggle|up to you)
    (browser|cookie) <3> (settings|preferences|banner|controls?|icon|tool|panel|menu|slider)
    (allaboutcookies|aboutcookies|tools google com dlpage gaoptout|opt out browser add on)
    (google|network advertising|facebook|ads?) <4> (ads? settings|opt out|preferences)
    (ask|asks|asked|permission|consent|agree\\w*|yes|happy) <10> cookies?
    cookies? <16> (ask|asks|asked|pick|select|tick|unless|only if|optional|your decision|opted|happy)
    (do not track|incognito|private (browsing|window|mode)|ad ?blockers?|script blockers?)
    (banner|pop up|popup|panel|tool|icon|menu|dashboard|preference cent(re|er)) <12> (choose|choice|pick|\
        accept|reject|\
        decline|change|ask|asks|lets|yes|no|turn|switch)
    (images?|pictures) <4> (blocked|turned off|switched off|not load\\w*|off) <14> (pixels?|email|mail|load)
    limit <2> ad tracking
    (off|not (set|loaded|placed|dropped)|wait|waits|nothing) <4> (unless|until|till|before) you <4> \
        (switch|say|said|\
        agree|click|accept|consent|press|tick|allow|turn|opt)
    """
)
#: How people choose, in sentences that do not name what about.
CHOOSE_COUNTED: Final = Phrase(
    """
    (untick|uncheck|toggle|switch off|turn off|opt out|object|press|click|tap|say no|deselect|slide|\
        decline) <8> \
        (statistics|analytics|counting|counted|tracking|tracked|visitor|ad tracking)
    (rather|prefer|like) <4> not <2> (counted|tracked|measured|followed|analysed)
    """
)
#: How people choose, beneath a heading on cookies.
CHOOSES: Final = Phrase(
    """
    (click|press|tap|use|open|go to|choose|pick|untick|tick|toggle|slide|hit|visit|change|select|find) \
        <10> (cog|icon|\
        button|banner|footer|settings|preferences|menu|slider|switch|panel|link|accept|reject|decline|\
        bottom|top|\
        corner|browser|options|statistics|box|boxes)
    (say|saying) (no|yes)
    (off|on) unless you
    (browser|banner|settings|preferences|opt out|opt in|reject|decline|refuse|your choice)
    """
)
DETAILS: Final = Phrase(
    """
    (expire|expires|expiry|last|lasts|duration|lifespan|remain|remains|kept|stored|persist\\w*|deleted|\
        vanish\\w*|stay|\
        stays|gone|disappear\\w*|remembers?|lives?) <10> ({period}|session|browser|minutes|close|visit)
    (session|persistent|third party|first party) cookies?
    {period}
    (google|facebook|meta|youtube|twitter|linkedin|microsoft|hotjar|cloudflare|stripe|matomo|adobe|tiktok|\
        bing|instagram|vimeo|wordpress|shopify|mailchimp|hubspot|intercom|mixpanel|segment|squarespace|wix|\
        worldpay|paypal|plausible|fathom|clarity|amazon|pinterest|snapchat|spotify|soundcloud|typekit|\
        recaptcha|\
        zendesk|drift|optimizely|new relic|sentry|civic)
    (single|one|following|two|three|four|five|six|seven|eight|nine|ten|types? of|kinds of|sorts of|list of|\
        categories \
        of|only) <3> cookies?
    cookies?,? (called|named|from|by|of|set by|belonging to|placed by|: ?)
    (name|type|provider) <4> (purpose|expiry|duration|description)
    (session|hours?|days?|months?|years?) [|]
    """
)
ELSEWHERE: Final = Phrase(
    """
    (cookies?|our|the|separate|full) <2> cookies? (policy|notice|statement|page|information|declaration|list)
    cookies? (policy|notice|statement|page|declaration)
    (policy|page|notice) on cookies?
    """
)
VISIT: Final = Phrase(
    """
    (visit|visits|visiting|visitors?|use|uses|using|browse|browsing|move through|tap|click|scroll) <3> \
        (websites?|\
        web site|this site|our site|app|apps|application|platform|portal|online|web pages|pages|shop)
    (ip address(es)?|browser type|device information|log files?|web analytics|website analytics|clickstream|\
        usage data|device (id|ids|identifiers?)|advertising (id|ids|identifiers?))
    (embed|embedded|embeds) <6> (videos?|maps?|youtube|vimeo|posts?|content|players?|widgets?|feeds?)
    (app|site|website|page|shop) <3> (sends?|reports?|transmits?) <6> (crash|usage|diagnostic|statistics|\
        reports?)
    (shows?|showing|see|sees) <4> (ads|adverts|advertisements) <10> (site|website|app|page|online|been|\
        visited)
    (youtube|vimeo|instagram|facebook|twitter|google maps) <2> (videos?|embeds?|plugins?|plug ins?|\
        widgets?|feeds?|buttons?)
    (opened|open|click|clicked|opens|clicks) <4> (our )?(emails?|e mails?|newsletters?|mailings?|rates?|\
        links?)
    (open|click|read|opening) <3> rates?
    (retarget\\w*|remarket\\w*|targeted ads?|personali[sz]ed ads?|interest based|behavioural advertising)
    (website|site|shop|portal|app|platform|page) <3> (remembers?|recogni[sz]es?|keeps? you|knows) <4>
    (keeps?|stay|stays|remain|remains) (you )?(logged|signed) in
    (basket|trolley|shopping cart) <6> (remember|kept|saved|next)
    (tracked|followed|profiled) <6> (pages|sites?|web|online|visits?)
    (tracking technolog(y|ies)|fingerprint(ing)? <4> (browser|device)|analytics (tool|software|service|\
        provider)s?)
    (hotjar|matomo|plausible|fathom|mixpanel|tag manager|recaptcha|doubleclick|adsense|google fonts|\
        audiences?|\
        microsoft clarity) <3>
    (which|what|how many) <3> (pages|people|visitors) <5> (popular|visit\\w*|look\\w*|read|viewed|view|opened)
    (share|like|social) (media )?(buttons|plugins|plug ins)
    chat (widget|box|window)
    adverts? <5> (follow|other sites)
    (server|access) logs?
    (logged|log|signed|sign) (in|into|on) <3> (account|portal|app|website|site|online)
    (heat ?maps?|session recording|a b test\\w*|page views|pages you (view|visit|look))
    """
)
#: What stands for cookies in a sentence that goes on about them.
THESE: Final = Phrase("(they|them|these|it|this|each|those|one|another|some|others|both)")
POINTS: Final = Phrase(
    """
    (see|read|refer|view|visit|find|information|details|explain\\w*|learn|check|consult|in our|our|available)
    """
)
