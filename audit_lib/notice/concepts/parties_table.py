"""The classes of recipients and sources that notices name.

Marks of parties: O organisations, A authorities, P the public, I individuals who act for themselves.
"""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

SERVANTS: Final = """
service-providers | Service providers | O | service provider
. third party service provider|supplier|vendor|contractor|processor; data processor; processors; supplier
. vendor; subcontractor; sub-contractor; agents or|and contractor; outsource; companies agents
. other companies; company that provide; third party who provide; third parties working on
. agents and subcontractor; providers of service; trusted partner; contractors; external provider
. third party provider; subprocessor; companies who provide|work; organisations who provide|process
. people who provide service; organisations that provide|process; external organisation
. third parties that provide; companies we use; organisations we use; processor on our behalf; work for us
  it-providers | IT and software providers | O |
  . it provider|supplier|support|service|company|contractor|system provider
  . software provider|supplier|company|vendor; information technology provider|service
  . it and system administration; platform provider; operations platform; operating platform
  . technology provider|partner|supplier; database provider; system provider|supplier; provider of it
  . crm provider|system; technical support provider; it consultant; system administrator; it contractor
  . software as a service; it and software; provider of our platform; information system; it system supplier
  . saas; help desk; technology company; it infrastructure
    hosting-providers | Hosting and storage providers | O |
    . hosting provider|company|service|partner|supplier; cloud provider|service|storage|hosting; web hosting
    . data storage provider|company|service; data centre|center; cloud service provider; host our
    . host .. website|site|data|server|database; storage provider; server provider; cloud computing
    . internet service provider; web host; backup provider
    communication-providers | Email, post and messaging providers | O | email provider|service|delivery
    . mailing house|provider|service; email service provider; sms provider; messaging provider|service
    . communication provider|service; telecommunication provider; mail house; mailing list provider
    . email marketing provider|platform|service; telephony provider; printing company|house; printers
    . print and mail; newsletter provider; email delivery; messages on our behalf; send emails on
    app-stores | App stores | O | app store; appstore; apple app; google play
  payment-processors | Payment and card processors | O |
  . payment processor|provider|service_provider|gateway|partner|platform|company|processing
  . process credit|card|payment|debit|transaction; card processor; payment card processor; payment service
  . credit card company|processor|processing; merchant service|acquirer; card issuer|scheme
  . process .. payment on; payment processing service|provider|company
  maintenance-contractors | Maintenance contractors and tradespeople | O |
  . maintenance contractor|provider|company|team; tradesman; repair contractor; contractors to carry
  . builders; plumber; third party .. maintenance; provide .. maintenance; building contractor; engineers
  . repair company; contractors who carry; certain maintenance request; gas engineer; maintenance partner
  customer-assistance-providers | Customer support providers | O | call centre|center; customer assistance
  . customer service provider|agency; contact centre; support provider
  . customer support provider|service provider; answering service
  delivery-companies | Delivery companies | O | courier; delivery company|partner|service|provider
  . postal service|company; royal mail; shipping company|provider; fulfilment company|partner; logistics
  . carrier; delivery of your order; delivery companies; fulfilment
  security-contractors | Security and CCTV contractors | O |
  . security company|contractor|provider|firm|guard|service provider; cctv operator|provider|contractor
  . alarm company; concierge; security personnel
  marketing-partners | Marketing and advertising partners | O |
  . marketing partner|agency|company|provider|service_provider|platform|firm
  . advertising partner|agency|network|company|platform; advertiser; ad network; ad partner; creative agency
  . media agency; third party for marketing; marketing and advertising partner; affiliates for marketing
  . direct marketing company; advertising cookies third
    social-media | Social media companies | O | social media company|platform|site|network|provider|service
    . social network; facebook; twitter; linkedin; instagram; meta; youtube; tiktok; social media
    analytics-providers | Analytics providers | O | analytics provider|company|service|partner provider
    . google analytics; search engine provider; analytics and search engine; web analytics provider|service
    . analytics company; hotjar; analytics third party
    cookie-providers | Providers of cookies | O | third party cookie; cookie provider; cookies set by third
    . cookies from third; cookies .. third party
    survey-companies | Research and survey companies | O | survey company|provider|platform
    . market research company|agency|firm|organisation|partner; research company|agency; research agencies
    . review platform; trustpilot; polling company
  event-partners | Event and travel partners | O | event organiser|partner|provider; venue
  . travel agent|company|provider; hotel; airline; sponsor; event companies
  recruiters | Recruitment agencies | O | recruitment agency|agencies|company|consultant|platform
  . employment agency|agencies; recruiter; job board; headhunter
  payroll-providers | Payroll, pension and benefit providers | O | payroll provider|company|bureau|service
  . pension provider|scheme|trustee|administrator|fund; benefit provider
  . occupational health provider|adviser|service; occupational health; pensions; pension trustees
  . hr provider; payroll; employee benefit provider
"""

OTHERS: Final = """
group-companies | Group companies | O | group company|companies|member; company in|within group
. group of companies; member of group; subsidiary; subsidiaries; parent|holding company; affiliate
. affiliated company|companies|entity|entities; associated company|companies; within our group; our group
. sister company; corporate group; trading subsidiary; entities in group; across .. partnership|group
professional-advisers | Professional advisers | O | professional adviser|advice; lawyer; solicitor
. accountant; auditor; legal adviser|counsel|team|representative; consultant
. legal and|or professional adviser; barrister; external adviser; legal advisor; advisers; financial adviser
. professional services firm; professional consultant
insurers | Insurers | O | insurer; insurance company|provider|broker|firm|underwriter|companies; underwriter
. broker; loss adjuster; insurance; reinsurer
banks | Banks and lenders | O | banks; bank or building society; building society; financial institution
. lender; mortgage lender|provider|broker; our bank; finance company; finance provider; bank and
. credit provider; banking provider
credit-reference-agencies | Credit reference agencies | O | credit reference agency|agencies|bureau
. credit agency|agencies|bureau; experian; equifax; transunion; credit checking agency|agencies|company
. credit bureaus; credit referencing; credit reporting agency
referencing-agencies | Referencing agencies | O | referencing agency|agencies|company|provider|firm|service
. tenant referencing; reference agency|agencies; background check provider|agency; referencing companies
. screening provider|company; vetting; identity verification provider|service; background screening
fraud-prevention-agencies | Fraud prevention agencies | O |
. fraud prevention agency|agencies|organisation|service|company|body; anti fraud; cifas
. fraud agency|agencies; fraud protection; fraud prevention and credit
debt-collectors | Debt collectors | O | debt collector; debt collection agency|agencies|company|firm
. debt recovery agency|agencies|agent|company; tracing agent|agency|agencies; bailiff; enforcement agent
. debt agency|agencies; debt collecting|tracing; debt recovery; debt purchaser
landlord | Landlord or owner of the building | O | landlord; owner of building|property|home; property owner
. freeholder; building owner; head landlord; superior landlord; landlord's agent
managing-agents | Letting and managing agents | O | letting agent|agency; managing agent; estate agent
. new agent; property manager; successor agent; management company; block manager
. property management company
previous-landlords | Previous landlords | O | previous|last|former|current|prior landlord; past landlord
. future landlord; previous landlord or; landlord reference
deposit-schemes | Deposit protection schemes | O | deposit scheme; deposit protection scheme|service
. tenancy deposit scheme|protection; deposit service; tenancy deposit; approved scheme; protection scheme
utilities | Utility companies | O | utility company|companies|provider|supplier; utilities
. energy supplier|company|provider; water company|companies|supplier; gas and electricity
. broadband provider; electricity supplier; utility
employers | Employers | O | employer; previous|current|former|prospective|past employer; line manager
. your workplace
referees | Referees | I | referee; character referee; persons named as referee; your referees
. people who vouch; vouch for
guarantors | Guarantors | I | guarantor
next-of-kin | Family and representatives | I | next of kin; family member; relative; your family
. authorised representative; your representative; power of attorney; carer; friends and family
. appointed person; spouse; partner or spouse; emergency contact; executors; person acting on your
. people you have asked; household member
parents | Parents and carers | I | parent; guardian; parents and carer; parent or carer; parental
other-customers | Other users and customers | I |
. other user|customer|member|resident|tenant|participant|student; other people who use; community member
joint-applicants | Joint applicants | I | joint applicant|tenant|account_holder|borrower; co-applicant
. co-tenant; co applicant
investors | Investors and funders | O | investor; investment partner; funder; shareholder; grant maker
. funding body|bodies; sponsors; commissioning body; donors who fund; investment manager; asset manager
. funding partner; grant body; lottery
business-buyers | Buyers of the business | O | buyer of business
. prospective|potential buyer|purchaser|seller; purchaser; acquirer; new owner; third party to whom .. sell
. prospective seller or buyer; buyer; successor; merge with; acquire .. business
. any third party .. business; buyers
business-partners | Business partners | O | business partner; selected partner; partner organisation|company
. our partners; trusted third party; carefully selected; delivery partner organisation; strategic partner
. reseller; distributor; partner agency|agencies; partners; commercial partner; selected third party
. trade partner; partner; franchisee
linked-sites | Operators of linked sites | O | linked site|website; link to other website|site
. third party website|site|link; external site|website|link; other websites; websites of third
. operated by third; outbound link; links to third party; other sites
data-brokers | Data brokers and list owners | O | data broker; list owner; data provider; data supplier
. lead generator; lead provider; information service provider; comparison site|website; price comparison
. aggregators; lead generation
trade-bodies | Trade and professional bodies | O | trade body|association|bodies
. professional body|association|bodies; professional regulator; industry body|bodies; accreditation body
. membership body; awarding body|bodies|organisation; exam board|body|bodies; examination board|body|bodies
. examining body|bodies; governing body|bodies; inspectorate
charities | Charities and support services | O | charity; charities
. support service|agency|agencies|organisation; voluntary organisation|sector; voluntary and charitable
. charitable organisation; community organisation; food bank; housing charity; advice agency|agencies
. support worker; advocacy
housing-associations | Housing associations | O | housing association; registered provider; social landlord
. housing provider; housing association or
schools | Schools, colleges and universities | O | school; college; university; universities
. education provider|establishment|institution|setting; educational institution|establishment|organisation
. academy trust; nursery; youth support service; further education; previous school; schools that
. training provider; careers service; school that pupil; educators
health-providers | Health and care providers | O | hospital; gp; general practitioner; gp practice|surgery
. doctor; nhs; nhs trust|england|digital|body|organisation
. health professional|provider|service|authority|board|care provider; medical professional|practitioner
. healthcare professional|provider; dentist; pharmacy; pharmacist; clinician; clinic
. ambulance trust|service; specialists; social worker; social service; care home; care provider
. social care service|provider|organisation; school nurse; consultants in hospital; laboratory
. dental laboratory; clinical commissioning group; integrated care board; other healthcare; medical adviser
. health visitor; health and social care; health and care organisation; private sector provider
. out of hours
researchers | Researchers | O | research organisation|body|institution|institute|partner|bodies|team
. researchers; academic institution; university research; clinical research network; research bodies
. academics
"""

PUBLIC: Final = """
law-enforcement | Law enforcement | A | law enforcement; police
. law enforcement agency|agencies|body|bodies|authority; national crime agency; crime agency|agencies
. prosecuting authority; crown prosecution service; prison; probation; probation service; police force
. security service; serious fraud office; police and crime; enforcement authority|agency|agencies|body
. border force; prosecutors; interpol
courts | Courts and tribunals | A | court; tribunal; judicial authority|body|bodies|process; coroner; judge
. order of court; court order; courts and tribunals; arbitrator; mediator; judicial; legal process
regulators | Regulators | A | regulator; regulatory body|authority|agency|bodies|authorities
. supervisory authority; regulatory; financial conduct authority; fca; ofsted; care quality commission; cqc
. charity commission; ofcom; general medical council; general dental council; health and safety executive
. fundraising regulator; solicitors regulation; competent authority; regulation of; regulators
. data protection authority; estyn; scottish housing regulator; regulator of social housing; ofqual
information-commissioner | Information Commissioner | A | information commissioner
. information commissioner's office; ico; information commission
ombudsmen | Ombudsmen | A | ombudsman; ombudsmen; redress scheme; financial ombudsman; housing ombudsman
. property redress; ombudsman service; adjudication
tax-authority | Tax authority | A | hm revenue; hmrc; hm revenue and customs
. tax authority|office|authorities; inland revenue; customs; revenue and customs; tax inspector
local-authority | Local authority | A | local authority|council|government|authorities; council; councils
. council tax office|department; borough council; county council; district council; city council
. social services; environmental health; council's tax; tax office of council; housing benefit department
. la; trading standards; electoral; children's services
home-office | Home Office | A | home office; immigration authority|authorities; uk visas; ukvi
. border agency; immigration enforcement
work-and-pensions | Department for Work and Pensions | A | department for work and pensions; dwp
. department of work; jobcentre; job centre; department for work; benefits agency|agencies
. child support agency; child maintenance
education-department | Department for Education | A | department for education; dfe; education authority
. education and skills funding agency; esfa; standards and testing agency; skills funding agency; ucas
. student loans company; welsh government; scottish government; hesa; higher education statistics
. office for students
vetting-bodies | Vetting bodies | A | disclosure and barring service; dbs; disclosure scotland
. barring service; teaching regulation agency; access ni
government-bodies | Government bodies | A |
. government body|bodies|department|agency|authority|agencies|authorities|organisation|entity; governmental
. public body|bodies|authority|authorities|sector; government; central government; public agency
. statutory agency|agencies|body|bodies; authorities; national statistics; government official; dvla
. driver and vehicle; governmental request; office for national statistics; nhs business service
. companies house; public officials
emergency-services | Emergency services | A | emergency service; fire service; fire and rescue
. ambulance service; fire brigade; fire authority; blue light
safeguarding-bodies | Safeguarding bodies | A | safeguarding board|partner|team|agency|agencies|partnership
. multi agency; child protection agency; local safeguarding; youth offending
the-public | The public | P | general public; publicly; post .. publicly; member of public; made public
. public forum; visible to others; public domain; members of the public; publish on website; public area
public-sources | Public registers and sources | O |
. publicly available source|information|register|data|website; public register|source|record|database
. electoral register|roll; companies house; land registry; open register; publicly accessible source
. public domain source; publicly available; internet search; public information; press
- | - | | court yard; public interest; public task; public holiday; public transport; public health
. service provider agreement; social media handle; in the course; insurance policy|number|detail|claim
. national insurance; bank holiday; bank account|detail|statement|card; banking detail; name of employer
. employer name|detail|reference; employment agency detail; partner in
. government id|identifier|identification; police record|check
. regulatory requirement|obligation|duty|purpose|compliance|framework|change
. legal or regulatory obligation|requirement|duty; legal and regulatory obligation|requirement; court case
. legal advice; housing benefit; gift; council tax; gp detail; dbs check|certificate|disclosure|number
. landlord registration; landlord registration number; school age; data centre location
. credit reference check; insurance number; official authority; general data protection regulation
. regulations 2003|2016|2018; electronic communications; data protection regulation; privacy and electronic
. partner detail; civil partner; civil partnership; marital; charity number|registration; registered charity
. charity commission for|number; a charity registered; company registered; school meal; school work
. nhs number; public relation; anyone under; anyone else who; parent account; parental responsibility
. next of kin detail; partnership agreement; supplier of energy; family life
. social media handle|profile|account; private and family; data controller; dr; school holiday
. general data protection; in public; share publicly; the partnership; police caution; carer allowance
. investigating authority power; engineering; link to our; under the authority
. pension detail|contribution|information; payroll number|information|data|detail|record; payroll purpose
. run payroll; solicitor's letter; broker of; tenancy deposit amount
"""

PARTIES: Final = tuple(row for table in (SERVANTS, OTHERS, PUBLIC) for row in read_table(Family.PARTY, table))
