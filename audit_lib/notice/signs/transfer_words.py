"""How notices say that data goes abroad, or that it stays."""

from __future__ import annotations

from typing import Final

from ..naming.countries import countries_in
from .phrases import Phrase

HERE: Final = (
    "(uk|u k|united kingdom|(great )?britain|british isles|england|scotland|wales|northern ireland|london"
    "|manchester|birmingham|leeds|glasgow|edinburgh|cardiff|belfast|bristol|liverpool|sheffield|newcastle"
    "|york|this country|the country|these shores|our shores|british (soil|servers?|data cent(re|er)s?))"
)
MATTER: Final = (
    "({data}|(backups?|files?|results?|emails?|address|addresses|invoices?|photos?|bookings?|lists?"
    "|database|forms|applications?|images?|recordings?|website|platform|system|cloud|software|everything"
    "|it|nothing|paperwork))"
)
#: That a place is one where data is, or from where it is seen.
HANDLED: Final = Phrase(
    """
    (held|kept|stored|hosted|copied|saved|sent|goes|go|going|transferred|transfer|processed|handled|backed \
        up|read|seen|sees|see|accessed|access|viewed|located|located|sits?|lives?|resides?|travels?|runs? \
            on|shared|\
        looked after|passes through|flows?|uploaded|answered|typed up) <12>
    (servers?|data ?cent(re|er)s?|hosting|hosts?|cloud|backups?)
    """
)
MATTERS: Final = Phrase(
    MATTER, "servers?", "data ?cent(re|er)s?", "(staff|colleagues|team|office) <6> access"
)
#: Companies, laws and people of a country, and where they live, say nothing of where data is.
NOT_PLACE: Final = Phrase(
    """
    (you|who|residents?|citizens?|people|users|visitors|individuals|persons|customers|consumers) <4> (in|\
        from|of|\
        resident|live|living|located)
    (law|laws|legislation|act|gdpr|regulation|directive|rights?|registered|incorporated|court|courts)
    cookies?
    (email|tel|telephone|post point|po box)
    (tour|tours|trip|visit|holiday|students?|embassy)
    """
)
CITY: Final = Phrase(
    """
    (atlanta|bangalore|bengaluru|mumbai|delhi|hyderabad|chennai|manila|dublin|paris|berlin|frankfurt|munich|\
        amsterdam|madrid|milan|stockholm|new york|california|oregon|virginia|texas|ohio|boston|chicago|\
        seattle|san francisco|silicon valley|toronto|sydney|melbourne|tokyo|hong kong|dubai|tel aviv|cape \
            town|\
        nairobi|lagos|beijing|shanghai|brussels|luxembourg|zurich|geneva|warsaw|krakow|budapest|lisbon|the \
            channel)
    (held|kept|stored|hosted|sent|goes|go|run|provider|supplier|service|software|company|firm|system|\
        platform|\
        host) <8> (american|indian|canadian|australian|irish|german|dutch|french|israeli|chinese|filipino)
    (american|indian|canadian|australian|irish|german|dutch|french|israeli|swiss) <2> (provider|supplier|\
        service|software|company|\
        firm|servers?|host|platform|system|data centre)
    """
)
WORLD: Final = Phrase(
    f"""
    {MATTER} <14> (all over|around|across|throughout|anywhere in) the (world|globe)
    {MATTER} <10> (worldwide|globally|internationally|several continents)
    (servers?|data ?cent(re|er)s?|suppliers?|offices?|locations?) <6> (all over|around|across) the (world|\
        globe)
    {MATTER} <8> (leave|leaves|leaving|cross|crosses|taken out of|go out of|goes out of|exported from) <3> \
        ({HERE}|eea|european economic area|eu|european union|borders?|the channel)
    (move|transfer|send|export|ship|taken|sent|goes|go) <6> (out of|from) <1> {HERE}
    (supplier|provider|processor|contractor|bookkeeper|assistant|team|office|staff|colleagues|host)s? <4> \
        (abroad|overseas)
    (leav\\w+|outside|beyond) <2> ({HERE}|eea|eu|european economic area|european union|europe)
    {MATTER} <10> (overseas|abroad|offshore|across borders)
    (overseas|foreign|offshore) (supplier|provider|processor|contractor|team|office|staff|host|server|\
        company|recipient)s?
    """
)
#: Who or what may be abroad for data to go there.
ELSEWHERE: Final = Phrase(
    """
    (suppliers?|providers?|software|apps?|platforms?|help ?desks?|call cent(re|er)s?|support|teams?|offices?|\
        assistants?|designers?|developers?|printers?|parent company|sister company|group|processors?|\
        contractors?|bookkeepers?|typists?|agency|servers?|hosting|staff|colleagues|partners?|company|firm) \
        <8> (in|from|to|at|is|are)
    """
)
#: The label of a row or line that tells where data is.
LABEL: Final = Phrase(
    """
    ^(the )?(countr(y|ies)|destinations?|locations?|transfers?|transferred to|stored in|hosted in|held in|\
        hosting|where|(server|data|storage|hosting|processing) (location|country|region)s?|sent to|goes to|\
            servers?)
    """
)
#: Headings and leads that ask where data goes.
WHERE_HEAD: Final = Phrase(
    """
    (international|overseas|foreign|abroad|cross border|offshore)
    (outside|leave|leaves|leaving|out of) <6> ({abroad}|uk|united kingdom|eea|country|britain|eu|europe)
    where <8> ({data}|it|details) <4> (goes|go|kept|stored|held|hosted|located|is|lives?|sent|travels)
    where <4> (store|keep|host|hold|send|transfer) <6>
    countr(y|ies)
    transfers? (of|abroad|to|outside)
    data transfers?
    """
)
STAYS: Final = Phrase(
    f"""
    {{not}} <4> (leave|leaves|left|depart|goes|go|sent|send|moved?|shipped|emailed|exported|taken|\
        transmitted|\
        export|ship|copied|travels?|process|store|host|keep|crosses|cross) <12> ({HERE}|eea|eu|european|\
            abroad|overseas|other countr(y|ies)|foreign|\
        anywhere else|border|borders|europe)
    (no|none|nothing) <8> (leaves?|sent|shipped|emailed|exported|transferred|goes|moved|stored|held|hosted|\
        process|travels) <10> ({HERE}|eea|eu|european|abroad|overseas|other countr(y|ies)|foreign|borders?)
    (at no time|never|under no circumstances) <6> (exported|transferred|sent|moved|taken|leaves?) <6> \
        ({HERE}|abroad|overseas)
    (stay|stays|remain|remains|kept|keep|hosted|host|stored|store|held|hold|based|located|processed|\
        servers?|sits?) <6> (in|within|inside|on) <3> \
        {HERE} <4> (only|alone|at all times|always|throughout|exclusively|and nowhere else)
    (stay|stays|remain|remains) <4> (in|within|inside|on) <3> {HERE}
    (servers?|data ?cent(re|er)s?|computers?|cloud|hosts?|suppliers?|everything|{MATTER}) <8> in <3> \
        {HERE} <10> \
        (stays?|remains?|nowhere else|not go|never)
    (only|all|everything|entirely|solely) <8> (kept|stored|held|hosted|processed|servers?|data ?cent(re|\
        er)s?|suppliers?|storage) <8> \
        (in|within) <2> {HERE}
    (kept|stored|held|everything|lives?|sits?) <12> in (my|our) (own )?(office|study|home|filing cabinet|\
        vestry|building|premises) <10> {{not}} <2> \
        (copied|sent|stored|kept|moved|anywhere|leave)
    (only|all|solely) <4> (uk|british|english|scottish|welsh) (based )?(suppliers?|servers?|compan(y|ies)|\
        providers?|hosts?|hosting|firms?|data ?cent(re|er)s?)
    (servers?|computers?|systems?|suppliers?|providers?|data ?cent(re|er)s?) <4> (all|only|both) <3> (in|\
        within|inside) <2> {HERE}
    {{not}} <3> (any )?(reason|need|plans?|intention) to (send|transfer|move|store|share) <6> (abroad|\
        overseas|out of|outside)
    (uk|united kingdom) only
    (no|zero|without) (data|information|records?|transfers?|personal data) <4> (cross|crosses|leave|leaves|\
        go|goes|sent|moved?)* <6> (border|borders|abroad|overseas|country)
    (international|overseas|foreign) transfers?\\W{{0,3}}(:|-|\\|)\\W{{0,3}}(none|no|nil|n a|not applicable)
    (in|inside) the (office|building|school|surgery|shop) <4> and <4> (stays?|remains?) <2> (on|in|there|here)
    {{not}} <4> {{data}} (overseas|abroad)
    (uk|british|england) (only )?(based )?(servers?|hosting|data ?cent(re|er)s?|storage|cloud) (only|alone)
    """
)
#: That what stays may go after all.
UNLESS: Final = Phrase(
    "unless",
    "except",
    "without",
    "normally",
    "usually",
    "generally",
    "other than",
    "however",
    "only (if|where|when|with)",
    "currently intend",
)
#: The answer to a heading that asks.
NO: Final = Phrase(
    """
    ^(none|no|never|nil|n a|not applicable|not at all|we do not|we never|it does not|there are none|this \
        does \
        not happen|does not apply|nothing|i do not|nowhere)
    (we|i) do not (make|do|carry out) (any|so|this|it|them|such)
    """
)
YES: Final = Phrase("if", "but", "except", "unless", "when", "where", "without", "however", "until")


def foreign(raw: str) -> bool:
    """Whether a sentence, as written, names a country other than the United Kingdom.

    >>> foreign("Staff in Spain read it."), foreign("It stays in England.")
    (True, False)
    """
    return any(code != "GB" for code in countries_in(raw))


#: Outside an organisation is not abroad.
OUTSIDE: Final = Phrase(
    """
    (outside|beyond|leave|leaves)( of)? (the |our |this |your )?(parish|organi[sz]ation|school|company|firm|\
        practice|council|trust|group|charity|club|church|department|team|business|office|college|university|\
        surgery|clinic|building|room|hours|family)
    """
)
AT_HOME: Final = Phrase(HERE)
