"""The words by which the name of an organisation is told from other words with a capital."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What stands at the end of a company's name.
LEGAL_FORM: Final = (
    r"(?:Ltd|LTD|Limited|LIMITED|PLC|plc|Plc|LLP|LLC|L\.L\.C|Inc|INC|Incorporated|GmbH|AG|SE|S\.A|B\.V|BV"
    r"|NV|N\.V|S\.r\.l"
    r"|SAS|SARL|Oy|A/S|ApS|Pty|CIC|CIO|SCIO|Corp|Corporation|C\.I\.C|Unlimited Company|DAC)\b\.?(?: (?:Ltd"
    r"|Limited|Liability"
    r" Partnership)\b\.?)?"
)

#: What the last word of the name of a body often is; before it at least one word of its own must stand.
BODIES: Final = _words("""
    Council University College School Academy Police Constabulary Ombudsman Authority Agency Commission
    Commissioner Tribunal Court Trust Foundation Society Association Institute Institution Bank Hospital
    Surgery Diocese Museum Library Church Charity Union Federation Chamber Registry Registrar
    Inspectorate Directorate Ministry Department Partnership Group Fund Board Alliance Network Committee
    Cathedral Club Bureau Exchange Practice Consulting Consultants Solicitors Solutions Technologies
    Software Systems Holdings Insurance Lettings Properties Housing Media Analytics
""")

#: What opens the name of a public body: "Department for Transport", "University of York".
OPENINGS: Final = (
    r"(?:University|Bank|Department|Ministry|Office|Church|Diocese|Royal Borough|London Borough|Borough"
    r"|City|College"
    r"|Institute|House|Houses|Court|Bishop|Secretary of State|Society|Association|Isle|Registrar)"
)

#: Public bodies that are named without any word that shows it.
PUBLIC_BODIES: Final = (
    r"(?:Department|Ministry) (?:of|for) (?:the )?[A-Z]\w+(?:(?:,? and |, | & | )[A-Z]\w+){0,5}"
    r"|HM Revenue (?:&|and) Customs|HMRC|Information Commissioner(?:['’]?s['’]? Office|['’]s)?"
    r"|Information Commission|ICO"
    r"|Home Office|Companies House|HM Land Registry|Land Registry|Cabinet Office|DVLA|DWP"
    r"|NHS England|Ordnance Survey|NHS(?! (?:Trust|Foundation))"
    r"|FCA|Ofcom|Ofsted"
    r"|Action Fraud|CIFAS|Cifas|Crown Prosecution Service|National Crime Agency|Serious Fraud Office"
    r"|Police Scotland"
    r"|Disclosure (?:and|&) Barring Service|Disclosure Scotland|UK Visas and Immigration|Charity Commission"
    r"|Data Protection Commission|European Data Protection Board|European Commission"
    r"|Regulator of Social Housing"
)

#: Widely known recipients that notices call by one word.
KNOWN: Final = _words("""
    Google Microsoft Meta Facebook Instagram WhatsApp Twitter LinkedIn Amazon AWS Apple Stripe PayPal
    Mailchimp MailChimp Experian Equifax TransUnion Xero Salesforce HubSpot Dropbox YouTube TikTok
    Hotjar Cloudflare Shopify Worldpay GoCardless Klarna Zendesk Eventbrite SurveyMonkey WordPress
    Gravatar Akismet Netlify GitHub Sentry Twilio Adobe OneTrust Intercom Trustpilot DocuSign Disqus
    Vimeo Pinterest Snapchat Yahoo Oracle SendGrid Auth0 Adyen Supabase Vercel OpenAI Zoom Slack Sage
    QuickBooks Barclaycard SumUp Calendly Mixpanel PostHog Bing
""")

#: What these products are called beside the company that makes them.
PRODUCTS: Final = _words("""
    Analytics Ads Adwords AdWords AdSense Maps Drive Docs Forms Workspace Cloud Platform Tag Manager
    Fonts Pixel Play Store Azure Teams Office Outlook Exchange Online Clarity Business Suite Pay
    reCAPTCHA Firebase Search Console Web Services Chrome Commerce Signin Sign-In Marketing Hub Payments
    Checkout Audience Audiences Custom 360 365 Developer
""")

#: Words with a capital that belong to no name by themselves: small words, terms of the law, job titles.
COMMON: Final = _words("""
    a about access account accounts act acts additional address addresses admin administration
    advertising adviser after age agency agencies agent agreement all also an analytics and any app
    application applications apps are article as at audit authorities authority automated bank banks
    basis because before board body browser business but by call calls can candidate card category ccctv
    cctv centre certain chair change changes charity check child children client clients code collection
    committee company companies complaint complaints condition conditions consent contact content
    contract contracts contractors control controller controllers cookie cookies council country court
    courts credit criminal customer customers data database date day dbs decision delivery department
    details device devices diary different digital direct director disclosure do document documents does
    dpo due during each eea email emails employee employees employer employment enquiries enquiry equal
    equality erasure eu european event example exercise experience explicit fair feedback file financial
    fire following for form free from full function fund further future gas gdpr general gift group
    guarantor has have head health help helpline here home hosting hours how however hr id
    identification identity if impact in individual individuals information insurance intellectual
    internal international internet ip is it job justice keep key landlord landlords last law lawful
    laws leader legal legislation legitimate letter licence like line list local location log mail
    managed management manager map marketing may medical member members message ministry mobile more
    most must my name names national necessary need new news newsletter no not note notes notice notices
    number obligation of off office officer officers on one online only operations or order organisation
    organisations organization other our out owner page parent part partners parties party password
    patient payment payments people performance period person personal phone photo photos place platform
    police policies policy post postal preferences privacy procedure process processing processor
    processors product products professional profile programme project property protection provider
    providers provision public purpose purposes question questions reason record records recruitment
    referees reference references registered registration regulation regulations regulatory relevant
    rent report request requests research resident residents respond response restriction retention
    review right rights safe safeguarding sale sales school scheme search section secure security see
    senior sensitive service services session shared sharing should site sites so social software some
    special staff standard statement statements storage store student students subject subjects such
    supplier suppliers support survey system systems tax team teams technical telephone tenancy tenant
    tenants terms that the their them then there these they third this those to topics tradespeople
    training transfer transfers trust types uk under unless until update updates url us usage use used
    user users using van version via view visit visitors vital volunteer was way we web website websites
    what when where whether which while who whose why will with within without work world write you your
    yours subsidiary subsidiaries affiliate affiliates transaction transactions interest interests first
    second third-party non-essential mr mrs ms dr n/a pdf html http https www iban vat sms usa et al yes
    regarding analytics advertisement advertisements communications correspondence essential functional
    functionality performance targeting strictly strategic statistics log-in login sign guidance
    right-to-rent interpretation definitions introduction conclusion summary table contents effective
    updated dear hello welcome please thank thanks additionally furthermore moreover finally firstly
    secondly therefore alternatively otherwise generally currently sometimes occasionally usually
    typically specifically examples including depending based both many none every everyone nobody once
    whenever wherever since although though whilst upon between into over per than too very well just
    even still yet again against along among around behind below beneath beside besides beyond down
    except inside near onto outside past through throughout toward towards up gdpr-compliant country
    countries wi-fi wifi ccv cvv nationality passport driving biometric genetic religion religious race
    racial ethnic sex gender sexual political trade union criminal convictions offences offence
    conviction religion freedom information environmental declaration assessment assessments interests
    agreement clauses addendum contractual standard framework shield bridge harbor harbour extension
    adequacy schedule chapter annex recital withdraw object complain rectify erase restrict port
    portability rectification objection profiling compliance conduct ethics manual handbook index menu
    skip search submit close open accept reject settings preference banner sitemap accessibility
    copyright reserved licence licensed version draft final commercial secretary treasurer trustee
    trustees governor governors minister ministers president chairman chairwoman ssl tls crm html gps
    vpn api dpia sar dsar pii faq faqs protocol forgotten be decision-making non-discrimination
    discrimination aid community building track tracking timeout session browsing javascript android ios
    index lodge informed certificate areas area output multiple performance inquiries exempt
    executive chief operating technology privacy-notice privacy-policy inc ltd limited plc llp
""")

#: Small words that open a sentence and never a name.
LEADING: Final = _words("""
    the our we by for in of at to if when where while with from and or but as on your this that these those it
    under using use see contact please also any all each both through via after before during since once
    unless such other some most including e.g i a an is are was were has have can may will shall their
    its his her how what which who why whether
""")

#: These open names as well as sentences; without a legal form they count as opening the sentence.
OPENERS: Final = _words("""
    data personal information online email telephone payment website contact address
""")

#: Places, months, days, and languages.
NO_NAMES: Final = _words("""
    january february march april june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday england
    scotland wales ireland britain london edinburgh cardiff belfast manchester birmingham leeds bristol
    glasgow liverpool york cheshire wilmslow kent surrey essex sussex devon dorset cornwall norfolk
    suffolk fife europe european union kingdom united america states california delaware virginia
    germany france spain italy netherlands belgium austria sweden norway denmark finland poland portugal
    greece switzerland iceland liechtenstein india china japan singapore australia canada brazil israel
    africa asia english welsh scottish irish british american french german spanish crown dependencies
    jersey guernsey isle man economic area north south east west northern southern eastern western
    street road lane avenue close square gate way drive house floor suite po box cheshire sk9 water
    wycliffe town county parish republic kong hong zealand korea mexico turkey russia ukraine uk usa us
    eu eea
""")

#: The kinds of words that name a law.
LAWS: Final = re.compile(
    r"\b(?:Acts?|Regulations?|Directives?|Order|Code|Rules?|Law|Bill|Convention|Treaty|Schedule|GDPR"
    r"|Legislation|Framework"
    r"|Clauses?|Agreement|Addendum|Policy|Notice|Statement|Principles?|Shield|Harbou?r|Article|Section"
    r"|Charter|Scheme)\b"
)
