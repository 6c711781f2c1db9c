"""The purposes for which organisations in the United Kingdom say that they use personal data."""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

#: Marks name the business function to which a purpose usually belongs.
SERVING: Final = """
provide-services | Provide goods and services | Service |
. provide|supply|deliver .. service|product|goods|support|assistance; provision of service|product|goods
. fulfil contract|obligation|order; perform .. contract|agreement; carry out .. obligation|contract
. performance of contract|agreement; administer .. contract|agreement|service; process a task
. use our service; service delivery; delivery of service; help you with; enable you to use
. operate .. service; undertake services; manage .. contract|service; deliver and improve
. fulfil our contractual|duties
manage-relationship | Manage the relationship with customers | Service | manage .. relationship
. customer relationship; customer account; keep|maintain .. record up; administer .. relationship
. client relationship; update .. record
manage-tenancies | Manage tenancies and homes | Property |
. manage .. tenancy|property|home|lease|estate|building; tenancy management; manage tenancy
. draw up .. tenancy; look after .. home|property; in relation to tenancy; administer .. tenancy|lease
. managing agent; property management; grant .. tenancy; set up .. tenancy; provide .. housing|accommodation
. end .. tenancy; let .. home|property; let and look after; estate management; housing management
. regarding your tenancy
check-right-to-rent | Check the right to rent or work | Property | right to rent check
. check .. right to rent; right to work check; check .. right to work; immigration check
. check .. eligibility to work; verify .. right to work|rent
assess-applications | Assess applications | Intake |
. assess|process|consider|decide|evaluate|review .. application; decide whether to; suitability for
. assess .. suitability|eligibility; admission; check .. eligibility; determine .. eligibility
. application process; tenant can pay; can pay the rent; enrol; enrolment; admissions
check-references-and-credit | Check references and credit | Intake |
. check|take|obtain|verify|carry .. reference|credit; credit check; credit reference check
. tenant referencing; referencing; affordability check|assessment
. assess .. affordability|credit|creditworthiness; credit scoring
verify-identity | Verify identity | Intake |
. verify|confirm|check|authenticate|prove .. identity|identification; identity check|verification
. know your customer; kyc; anti money laundering; money laundering; verify you are; verify who you are
take-payments | Bill and take payments | Finance |
. process|take|collect|make|manage|receive|administer .. payment|rent|fee|transaction|charge
. administer .. billing; billing; process billing; payment processing; invoicing; invoice you
. send .. invoice|bill; collect .. rent; rent collection; process .. refund; refunds; transact
. take .. direct debit; pay you; to bill you
keep-accounts | Keep accounts and pay tax | Finance | keep .. account; accounting; financial record
. accounts and records; own accounts; maintain .. own accounts; our accounts; tax purpose
. accounting purpose|requirement; bookkeeping; financial management|administration|reporting; pay .. tax
. audit; tax return; accounting and auditing; tax and accounting; tax or accounting
protect-deposits | Protect deposits | Finance | protect|lodge|register .. deposit; deposit protection
. tenancy deposit scheme; approved scheme
recover-debts | Recover debts | Finance | recover|collect|pursue .. debt|arrears|money|sum
. debt collection|recovery; recover sums|money; unpaid; money owed to us; collect .. owed
maintain-homes | Maintain and repair | Property |
. carry_out|arrange|do|see|report|organise|provide|manage|complete .. repair|maintenance
. maintenance to|of property|building|home; maintenance request|issue; repairs and maintenance
. maintain .. property|home|building; has to be repaired; hurry a repair; maintenance work
handle-orders | Handle orders and deliveries | Service |
. process|fulfil|deliver|ship|handle|manage|dispatch .. order|purchase|delivery|product|goods; any orders
. order fulfilment; delivery of goods; deliver goods|product|item; process orders; despatch
handle-bookings | Handle bookings and appointments | Service |
. arrange|manage|make|confirm|organise|process .. appointment|booking|viewing|visit|event|reservation
. book .. appointment|event|place; arrange viewings; appointment reminder; run .. event
run-accounts | Run user accounts | Service |
. create|set|manage|register|administer|maintain|open|access .. account; registration process
. your registration; account management|administration; register you as; customer registration
. authenticate .. user; log you in; user account
answer-enquiries | Answer enquiries and requests | Service |
. respond|answer|deal|handle|reply|resolve|address|process|manage|help .. inquiry|question|request
. respond|answer|deal|handle|reply|resolve|address|process|manage|help .. query|comment|message|issue
. customer service|support|care|assistance; respond to you; contact you in response; answer .. your
. technical support; assist you; to help you; provide .. support; reply to; because you asked us to
. customer queries; operational request; get back to you
send-service-messages | Send messages about the service | Service |
. contact you about|regarding|with|by|if|when; communicate with you
. notify|inform|tell|update .. change|update; service message|announcement|update|communication; updates on
. keep .. informed|updated; keep you up to date; share .. update; administrative message|information
. important information|notice; send .. notification|alert|reminder|document|confirmation
. contact you about|regarding; send you information about service; security alert; keep in touch; notify you
. send .. update
remember-people | Remember visitors and their choices | Online |
. remember .. you|preference|choice|setting|visit|login; recognise you; recognise .. return; distinguish you
. re enter; recognise and count; store .. preference; keep you logged; remember information; remembering you
personalise | Personalise the service | Online | personalise; customise; tailor
. personalised content|experience|service; tailored; relevant content; make .. relevant; content .. relevant
. enhance your online; tailor our services; relevant to you
"""

GROWING: Final = """
market | Direct marketing | Marketing | direct marketing; marketing
. marketing purpose|communication|message|material; newsletter; promotional; promotion; special offer
. promote .. product|service; news about; send .. news|offer; news and|offer; may interest you
. may be of interest; might interest; details about new|feature; special offers; offers and promotions
. our offers; latest offers; discounts; news and updates; new product; new features
. inform you .. product|service|offer|event; monthly newsletter; about our products|events; mailing list
. send you information
advertise | Advertise on other sites | Marketing | targeted advertising|advert|advertisement|marketing
. interest based advertising; personalised advertising|advert|ads
. relevant advertising|advert|advertisement|ads; deliver .. advertisement|advertising|ads
. behavioural advertising; retarget; remarketing; advertising; advertising campaign
. effectiveness of advertising|ads; online advertising
research-market | Market research and surveys | Marketing | market research; survey; customer research
. opinion poll; questionnaire; surveys and; participate in survey; gather .. feedback|opinion|views
. seek .. views|feedback; ask .. feedback|opinion; customer satisfaction; obtain .. feedback|view
. consultation
collect-reviews | Collect and publish reviews | Marketing |
. provide|post|publish|display|leave|write|collect .. review|testimonial; market research and reviews
. reviews and ratings; testimonials; publish .. comment|review; post reviews
run-competitions | Run competitions and events | Marketing | prize draw; competition; contest; sweepstake
. complete survey; event registration; administer .. promotion|competition; events
understand-customers | Understand customers | Insight |
. understand .. customer|you|need|interest|user|behaviour|preference|audience; understanding our customers
. learn more about; picture of who you are; profile; profiling; build .. picture|profile; customer insight
. combine .. data|information; study .. customer; segmentation; analyse .. behaviour|preference|interest
. richest picture
improve-services | Improve services | Insight |
. improve|enhance|develop|evaluate|better .. service|product|website|site|experience
. improve|enhance|develop|evaluate|better .. offering|platform|app|performance|business|quality; improve
. improve how; make .. better; best possible experience; better user experience|service; user experience
. product development; service improvement; develop new|our; quality improvement; good experience
. service evaluation; enhance our; improvement; optimise
measure-use | Measure how sites and apps are used | Online | analytics; web analytics; analytical purpose
. analyse .. usage|use|traffic|visit|trend|website|site
. measure .. performance|effectiveness|traffic|audience|use; count .. visit|visitor|user
. statistics about use; monitor .. usage|traffic|use|visit; how visitors use|move|interact
. how people|users use|interact; site usage; count visits; how .. website|site|service is used
. google analytics; visitor statistics; analyse trends; see how .. use; statistics and nothing
. understand how .. use; how you use our
test-and-train | Train staff and check quality | Quality | training purpose|and; train .. staff|team
. staff training; quality assurance|control|purpose; monitor .. quality|service; quality monitoring
. training and monitoring|quality; check what was said
train-models | Train machine learning models | Insight | machine learning; train .. model
. artificial intelligence; ai model; algorithms
plan-business | Statistics and business planning | Management | business planning
. management_information purpose|reporting; management reporting|purpose; statistical analysis|purpose
. statistics; business analysis|intelligence|purpose; forecasting; strategic planning; plan .. service
. planning purpose; statistical research; service planning; research and statistics; reporting purposes
. planning
report-to-investors | Report to investors and owners | Management | regular reporting; investor reporting
. report to investor|owner|shareholder|landlord; reporting and review; investment partner; group reporting
. reporting activities; report .. performance
sell-or-hand-over | Sell or hand over the business | Management |
. sale|merger|acquisition|reorganisation|restructure|transfer of business|assets|company|undertaking; merger
. sell .. business|assets; acquisition; new agent; change of ownership|control; business transfer
. transfer .. service provision; corporate transaction; joint venture; corporate restructuring
. business restructuring; sell or transfer; reorganisation
keep-records | Keep records | Management | record keeping; keep|maintain .. record; corporate record
. internal record; archiving; archive; retain .. record; administrative purpose; administration
. internal administration; internal purpose; internal operation; business operation; run our business
. running our business; operate our business; record of correspondence; back office
. general business administration
share-in-group | Administration within the group | Management | intra group; group administration
. within our group for; internal administrative; group practice; practices of group
manage-suppliers | Deal with suppliers | Management | manage .. supplier|contractor|vendor
. supplier management; procurement; pay .. supplier; supplier relationship
"""

GUARDING: Final = """
run-sites | Run websites and apps and keep them working | Online |
. operate|administer|maintain|run|manage|host .. website|site|app|platform|portal; troubleshoot
. website and app admin; technical administration; system maintenance|administration; hosting of data
. data analysis and testing; testing; internal operations; website function; site work
. website to work|function; make .. website|site work; debug; make it easy to access; essential cookies
. technical issue
secure-systems | Keep systems secure | Security | network and information|data security; network security
. it security; information security; secure .. website|system|app|network|account
. keep .. website|site|system|app|service|platform safe|secure
. protect .. website|site|system|platform|network; site|app|website safety; cyber security
. security or technical|incident; prevent .. unauthorised|unauthorized; security purpose; monitor .. system
. security of website|site|system|network|service|platform; safety and security; vulnerabilities
. security monitoring; penetration test
secure-premises | Keep people and premises safe | Security | building security
. security of premises|building|staff|property; cctv
. safety of staff|resident|pupil|visitor|building|child|student|employee|premises
. keep .. premises|building|staff|pupil|child safe|secure; premises security; site security
. health and safety; monitor .. building|estate|premises; control .. access; visitor management
. public safety
prevent-crime | Detect and prevent fraud and other crime | Security |
. prevent|detect|investigate|combat|identify|fight|reduce|deal|address .. fraud|crime|abuse|illegal
. prevent|detect|investigate|combat|identify|fight|reduce .. criminal|offence|unlawful|money|misuse
. fraud prevention|detection|management|protection; crime prevention|detection; prevention and|or detection
. prevention of fraud|crime; detection of fraud|crime; detection and prevention; fraud
. investigate .. violation|breach|potential; potential violation; suspected illegal; credit risk reduction
. anti fraud
comply-with-law | Comply with the law | Legal | satisfy .. law|legal|regulation|request
. legal|statutory|regulatory obligation|requirement|duty|compliance; required|obliged by law; law require
. compliance with law; meet .. legal|statutory|regulatory|obligation; regulatory purpose; legal process
. legal or regulatory; law oblige; responding to law
. comply .. law|legal|regulation|regulatory|legislation|court|statutory|request; duty to disclose
. governmental request; discharge .. statutory; legal and regulatory; compliance
. respond .. legal|court|law|authority
enforce-terms | Enforce terms and agreements | Legal | enforce|apply .. terms|agreement|contract|policy
. enforcement of terms|agreement|contract; terms of use; breach of contract|terms; enforce our rights
. enforce .. terms
handle-claims | Establish, exercise and defend legal claims | Legal |
. legal claim|proceeding|dispute|action|case; establish|exercise|defend .. claim|right; defence of legal
. litigation; disputes; take legal advice; obtain .. legal advice; legal advice; legal rights
. resolve .. dispute; dispute resolution
protect-interests | Protect rights, property and safety | Legal |
. protect .. right|property|safety|interest|user; protect against harm; protect .. harm
. rights property or|and safety; vital interest; prevent .. harm; protect us; protect ourselves
. protect our business
manage-insurance | Insurance | Finance | insurance purpose|claim|policy|cover; arrange .. insurance
. insurance; obtain .. insurance; underwriting
handle-rights | Answer rights requests and complaints | Legal | rights request; exercise .. right
. subject access request; respond .. your request to
. handle|investigate|resolve|deal|manage|answer|process .. complaint; complaint handling; complaints
. complaint; request to exercise; acknowledge it within
help-authorities | Assist the police, courts and authorities | Legal |
. assist|help|cooperate|co-operate .. police|court|authority|enforcement|regulator|investigation
. information to police|court; crime is dealt; apprehension or prosecution; prosecution of offender
. requests by law enforcement; law enforcement request; give .. police
inform-councils | Tell councils and utilities who lives where | Property | council tax
. inform|notify|tell .. council|utility|supplier; electoral registration; utility account
. tenancy starts or ends; utilities
"""

CALLINGS: Final = """
recruit | Recruit staff | People | recruit; recruitment; recruitment process|purpose; job application
. vacancy; hiring; consider .. employment|role|job; assess .. candidate|role|job; interview
. employment application; shortlist; pre employment
employ | Manage employment and pay | People | payroll; pay .. salary|wage|staff; employment contract
. manage .. employment|staff|workforce|employee|absence|performance; human resource; employee benefit
. pension administration; administer .. pension|benefit; hr; disciplinary; appraisals; pay you
. staff management; workforce; occupational health; sickness absence; administering the contract
care-for-patients | Provide care and treatment | Care | provide .. care|treatment|healthcare; your treatment
. referrals; patient treatment; treatment you receive; care and treatment; direct care; health care
. medical treatment|diagnosis|care; refer you; healthcare; diagnosis; treat you; patient care
. medical purpose; provision of health; social care; clinical care; deliver .. care; screening; prescribe
educate | Teach and support pupils | Education | pupil learning|progress; support .. learning|pupil|student
. teaching and learning; pupils' learning; support teaching; educational purposes; purposes of education
. educational support; teach; monitor .. progress; report .. progress|attainment
. provide .. education|pastoral|teaching; pastoral care; provide education; pupil achievement
. school performance; student support
safeguard | Safeguard children and adults at risk | Care | safeguarding
. safeguard .. child|adult|pupil|people|person|vulnerable; child protection
. protect .. child|pupil|vulnerable; welfare; keep children safe; welfare of; protect .. welfare; vulnerable
adapt-service | Adapt the service to needs | Service | reasonable adjustment; adapt .. service|viewing|need
. special requests; support need; meet .. need; access need; accessibility; accommodate; additional support
. adapt a viewing; adjustment
monitor-equality | Monitor equality | Management | equal opportunity; equality monitoring; diversity
. equality; equal opportunities monitoring; equality and diversity
research | Research | Insight | scientific research; medical research; academic research
. historical research; research purpose; clinical trial; research and development; health research
. research project; clinical research; research study; for research
raise-funds | Raise funds and thank donors | Fundraising | fundraising; raise .. fund|money
. process .. donation|gift; appeal; administer .. donation|gift|legacy; claim gift aid; gift aid
. thank you for; donation; supporter communication; legacies; fundraise
manage-members | Manage members and volunteers | Membership |
. manage|administer .. membership|member|volunteer; membership administration|service|renewal; volunteering
. volunteer management; membership purpose; renew .. membership; membership
respond-to-emergencies | Deal with emergencies | Care | emergency; medical emergency; save .. life
. life and death; next of kin contact; life threatening; emergencies
perform-public-task | Perform a public task | Public | public task; public interest; official authority
. statutory function; public function; public duty; government return; census
. data collection from department; department for education; statutory return; statutory data
. local authority return
invest | Invest and fund | Finance | funding purpose|application|body|requirement
. grant management|application|monitoring; secure funding; report to funders; funder
. commissioner of service; nhs funding; funding
- | - | | review this policy; changes to this notice|policy|privacy|statement
. healthcare professional|provider; health care professional|provider; treatment plan
. update this policy|notice|privacy; unsubscribe from marketing; opt out of marketing
. object to direct marketing; marketing preference; stop marketing; not .. for marketing
. appropriate|technical and organisational security; in emergency situation; complain to ico
. complaint with ico; complaint to information; right to complain; lodge a complaint; make a complaint
. right to lodge; marketing partner; marketing agency|agencies|company; research body|bodies|institution
. law enforcement agency|agencies|body|bodies; fraud prevention agency|agencies|service
. insurance company|provider; health insurance; national insurance; education authority; education provider
. debt collection agency; credit reference agency; advertising partner|network|agency|cookie
. performance cookie; functionality cookie; training provider; recruitment agency; survey company|provider
. legal adviser; internet advertising; penetration testing; financial statement; regulatory body|authority
. cyber security company; unless required by law; care of your; utmost care; great care; care to; take care
. cookie policy; customer support team; customer service team; events beyond; in the event; event of
. event that; events outside; level of compliance; profile picture; your profile; user profile
. profile information|data; archive of; membership number|status; billing address; survey response
. educational background|history|qualification; education history|record; further education
. right to education; medical research charity; volunteer detail; mailing list provider
. complaint procedure|form
"""

PURPOSES: Final = tuple(
    row for table in (SERVING, GROWING, GUARDING, CALLINGS) for row in read_table(Family.PURPOSE, table)
)
