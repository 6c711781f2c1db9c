"""The data categories that come of dealing with an organisation: work, home, messages, devices, health.

Marks as in `concepts_data`.
"""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

LIFE: Final = """
work | Work | | employment detail|information|status|record|data; occupation; job title|role|detail
. ~employer; your employer's name|detail; current employer; work detail; profession
. professional information; ~job; name of employer; employer name|detail|contact; place of work
. company name; work history; ~position; business detail; company you work for; professional detail
  employment-history | Employment history | | employment history; cv; curriculum vitae; resume
  . career history; previous employment|employer; working history; work experience; cover letter
  . application form; interview note|record; recruitment information; covering letter
  performance | Performance and conduct at work | |
  . performance review|information|appraisal|record|data|rating; appraisal; disciplinary
  . disciplinary record|information; grievance; training record; capability; working hours; working pattern
  . start date; leaving date; terms of employment; contract of employment; employment contract; annual leave
  . holiday record; shift; attendance at work; staff record; personnel file|record
  written-references | References | | reference from; written reference; character reference
  . employment reference; employer reference; references; a reference; tenancy|landlord reference
  . details of referee
education | Education and qualifications | | education
. educational history|background|record|information|detail; qualification
. academic record|history|qualification; professional membership; ~certificate; ~skills
. education and training; education history; exam result|certificate; transcript; school attended
. educational attainment; driving record
  school-records | School records | | attainment; assessment information|data|result|record; pupil record
  . curricular record; test|exam|assessment result; behavioural information; behaviour record; ~attendance
  . ~exclusion; pupil characteristic; characteristics such; exclusion information
  . attendance record|information|data; pupil progress; educational progress; special educational need; sen
  . ehcp; school report; classroom work; homework; safeguarding information|record
housing | Home | | tenancy detail|information|record|file|data; property detail|information
. housing history|need|information; residence history; details of property; accommodation detail|need
  lease-details | Tenancy or lease agreement | | tenancy|lease|rental|licence|occupancy agreement; lease
  . tenancy agreement detail; lease detail; tenancy file
  tenancy-dates | Dates of the tenancy | | start|end|beginning of tenancy; tenancy start|end
  . tenancy start date; move in|out date; length of tenancy; when a tenancy start|end
  vehicle | Vehicle | | vehicle registration|detail|information|number; car registration; number plate
  . registration plate; make and model; ~vehicle
  utilities-data | Utilities and meters | | meter reading; utility bill; energy usage|consumption
  . utility account|detail; smart meter; water usage
  registrations | Registrations and licences | | landlord registration; landlord registration number
  . licensing detail; registration number; company registration number
services | Orders and services | | order|purchase history|detail|information|record; ~purchases
. products|goods and services you buy|purchase; purchase you make; what you buy; service history|record|use
. orders; product purchased; details of order|purchase; shopping history; goods|items purchased|ordered
. products you buy|purchase|order; services you receive|use|request; subscription; services provided to you
. warranty; orders you place; product|service interest; contract detail; details of service|product
  bookings | Bookings and appointments | | booking; booking detail|information|history; reservation
  . appointment; appointment detail|history; event attended; attendance at event; travel detail|itinerary
  . visits made
  service-requests | Service requests | | service request; support request|ticket; requests for service
  . request you make|submit|send; details of request; inquiry detail; your inquiry; nature of inquiry
  . request history; ~requests
  maintenance-requests | Repairs and maintenance requests | | maintenance request|issue|job|record; ~repairs
  . ~defect; repairs you report; repair request|report|history|detail; reported repair; reports of repair
  membership | Membership | | membership detail|number|status|information|record; member number
  . loyalty card|scheme|number; club membership; volunteer detail; volunteering
account | Account | | account information|detail|data; account record; customer account
. profile data|detail|information; user profile; customer number|reference; your account; ~account; ~profile
  login | Log-in details | R | login detail|information|data|credential; username; user name; user id
  . security question; log on detail; sign in detail; account credentials; ~password; password detail
  . your password; username and password; login and password; credentials; memorable word
  . authentication data; two factor
  registration-details | Registration | | registration detail|information|data|form; when you register
  . your registration; sign up form|detail|information; information at registration
  account-settings | Settings and preferences | | account setting; settings; preference
  . hobbies and interests; interests and; personal interests; interests such; your hobbies
  . communication|language|privacy preference; hobbies; likes and dislikes; favourites
  . interests and preferences|hobbies; topics that interest you
  account-activity | Activity in the account | | account activity; activity on portal|account|app|customer
  . last login; login history|record|time; portal activity|use
  password-resets | Password resets | | password reset; reset password; password reset request
  marketing-preferences | Marketing preferences | | marketing preference|consent|choice
  . preferences in receiving marketing; marketing and communication data|preference; opt in|out preference
  . communications preference; contact preference
"""

MESSAGES: Final = """
communications | Communications | | communication data|record|history|content
. record of communication|contact|conversation; communications with|between you; contact history
. content of communication|messages; contact record; details of contact|conversation|interaction
. interaction with team|us; records of contact|meetings; interactions; your communication
. information you send
  correspondence | Correspondence | | correspondence; copies of letters|email|correspondence
  . emails you send; content of email|letter; email correspondence; messages you send; email content
  . your letter; ~messages; ~letters
  call-recordings | Call recordings | R | call recording; recording of call
  . record telephone|phone|your call; recorded call; telephone|phone call recording; calls record
  . voice recording; audio recording; recordings of telephone; telephone calls are recorded; record calls
  . calls may be recorded; monitor or record calls; calls .. record; record .. telephone call
  call-details | Call details | | if you call us; call detail|log|data|record|history; telephone call detail
  . caller; time of call; phone call; telephone conversation; telephone call
  text-messages | Text and chat messages | | text message; live chat; chat transcript|history
  . instant message; whatsapp; webchat; direct message; ~chat; ~sms; sms message
  interaction-log | Log of contacts | | date time reason; reason for contact; notes of meeting
  . meeting notes; file note; case notes; log of contact; notes from calls; record of your contact
opinions | Opinions | | opinion; personal opinion; your view; testimonial; ~view; ~views; ~comments
. your comments
  feedback | Feedback, reviews and ratings | | review and rating; feedback; product review
  . provide|post review; user contributions; comment you leave|post; content you post|submit|upload
  . user content; user generated content; ~reviews; ~ratings; reviews you write|leave|post
  survey-answers | Survey answers | | survey response|answer|data|result|information; questionnaire
  . responses to survey; competition entry; focus group; ~survey; participate in survey; complete survey
  . take part in survey
  complaint-details | Complaints | | complaint detail|record|information|history; details of complaint
  . your complaint; a complaint; complaints you make; complaints; disputes; incident report
online | Use of websites and apps | | usage data|information; website usage|use|data|activity
. technical data|information; online behaviour|activity|identifier; use of website|site|app|service
. log data|file; server log; web log; internet usage; how you use website|site|app|service|portal
. your use of; interaction with website|site|app; online interaction; usage statistic; error report
. crash report; diagnostic data; analytics data; telemetry
  ip-address | IP address | | ip address; internet protocol address; internet protocol; ip
  device | Device and browser | | device identifier|id|information|data|type|detail
  . browser type|version|information|detail; browser; operating system; mac address; hardware model
  . screen resolution; type of device; imei; device; device platform; ~platform; time zone setting
  . browser plug; mobile network information; user agent; language setting; device fingerprint
  . operating system and platform; advertising identifier|id; mobile device
  cookie-identifiers | Cookie identifiers | | cookie id|identifier|data|information; cookies; cookie
  . web beacon; tracking pixel; pixel; unique identifier; similar technology; tracking technology
  browsing | Browsing behaviour | | browsing behaviour|history|pattern|activity|data|action
  . pages you visit|view; page viewed|visited; clickstream; click through rate; viewing pattern; web traffic
  . traffic data; visit to website|site; length of visit; page response; count visits; counts visits; clicks
  . referring site|website|page|url; time spent; links click; page view; number of visit
  . search term|query|history; products you viewed; pages visited; url; access times; download error
  . date and time of visit|access; referral source
  location | Location | R | location data|information; geolocation; gps; your location
  . geographic|geographical location; precise location; location of device; movements; ~location
  . country you visit from
  cookie-choices | Cookie choices | | cookie preference|setting|choice|consent; consent choice
presence | Presence on site | | visitor log|record|book; sign in book; entry and exit
. access log|record|control|card|fob; access control data|record|system; swipe card; fob; security pass
. building access
  cctv | CCTV and video | R | cctv; cctv image|footage|recording|system; closed circuit television
  . video footage|recording|image|surveillance; surveillance; dash cam; body worn video|camera
  . security camera; anpr; doorbell camera; dashcam; footage
"""

SENSITIVE: Final = """
special-category-data | Special category data | S | special category
. special category data|information|personal; special categories of personal
. sensitive personal data|information; sensitive data|information; ~sensitive
  health | Health | S |
  . health information|data|record|detail|condition|need|status|problem|issue|history|care record
  . medical information|record|history|condition|data|detail|need|report|note; health and; mental health
  . physical health; your health; state of health; medical; illness; medication; diagnosis; allergy
  . dietary requirement|need; pregnancy; vaccination; covid; blood type|group; treatment you receive
  . test result medical; x ray; gp detail; doctor's detail; sickness; sickness absence|record
  . absence record; sick leave; health note; injuries; injury; accident; wellbeing; symptoms; immunisation
  . weight; clinical; prescription; disease; hospital; care plan; fit note; maternity; ~health
  . details of treatment; ~dental
    disability | Disability and support needs | S | disability; disabled; disabilities
    . access need|requirement; support need|requirement; reasonable adjustment; impairment; mobility need
    . care need|package; additional need; accessibility need; learning difficulty; your vulnerability
    . ~vulnerability; details of vulnerability; vulnerability detail|information
  ethnicity | Racial or ethnic origin | S | ethnicity; ethnic origin|background|group; race
  . racial or ethnic origin; racial origin; racial; ~ethnic; race or ethnicity
  religion | Religion or belief | S | religion; religious belief|view|affiliation; faith
  . religious or|and philosophical belief|similar; religious or other belief; beliefs; philosophical belief
  . church attendance
  politics | Political opinions | S | political opinion|view|belief|affiliation; politics; party membership
  union-membership | Trade union membership | S | trade union membership; trade union; union membership
  sexual-orientation | Sex life or sexual orientation | S | sexual orientation; sex life; sexual life
  . sexuality; gender identity; gender reassignment; sexual preference
  genetic-data | Genetic data | S | genetic data|information; genetic; dna; genome
  biometric-data | Biometric data | S | biometric data|information|identifier; biometric; fingerprint
  . facial recognition; face scan; iris scan; voice print
offences | Criminal offences and suspicions | C |
. criminal record|conviction|offence|history|activity|allegation; criminal record check; conviction
. criminal convictions and offences; offences; dbs; dbs check|certificate|status; disclosure and barring
. unspent; police record; suspected fraud; fraudulent activity; illegal activity
. information about fraudulent; allegations of; anti social behaviour; offences committed|alleged; caution
. barred list; motoring conviction; suspicious activity; criminal; suspected illegal; penalty points
made-up | What is made of the data | | combined data; inferred data|information; inferences; derived data
. insight
  profiles | Profiles | R | customer profile; profiling data|information; profile of you|customer
  . picture of who you are; segmentation; richest picture; single view of; credit scoring; build .. profile
  statistics | Statistics and anonymised data | | aggregated data|information|statistic
  . aggregate data|information|statistic; anonymised data|information; anonymous data|information|statistic
  . statistical data|information; demographic data|information|detail; demographic; postcode and interest
  . statistics
rights-records | Records of rights requests | | record of request; subject access request; rights request
. your request under; suppression list|record; do not contact list; lists of people who; opted out list
. request to exercise; opt out list; consent record; record of consent
- | - | | address bar; health and safety; in the name of; domain name; name of website|site|cookie
. work and pension; benefits of; trading name; under the name; business name; user interface; photo gallery
. health check of site; address .. issue|concern|problem|question
. address illegal|suspected|security|technical; security|possible|system|potential vulnerability
. password protected|protection; cookie set; strengthen security; public health; health insurance company
. health professional|service|authority|board|visitor|secretary|sector|care_provider|department
. health and social care; criminal prosecution; criminal law; criminal investigation; criminal court
. data protection complaint; age of majority; right to object; cookie policy; cookie notice; cookie banner
. email us; telephone us; phone us; our address; our email; take into account; on account of; account for
. account manager; position to; in a position; job to; job advert; point of view; in view of; with a view
. privacy preference centre; survey company|provider|firm; contact form; online form; reviews this
. reviews our; we review; keep under review; under review; regularly review; review of; view our
. political party; religious organisation; account of; mobile app; mobile application; web browser
. browser setting; your browser; appropriate reference; reference number; reference to; with reference to
. credit reference agency; credit reference; data location; location of our; criminal offence under
. platform provider; operating platform; software platform; online platform; social media platform
. report an accident; birth of; commission; image rights; profile page of; medical practice; medical centre
. medical school; medical research; service provider; insurance company; insurance provider
. training provider; education provider; education authority; department for education; law and order
. in order; in order to; order of court; court order; court orders; order to; click here; click on
. click the; clicking; clicking on; by clicking; click on link; opt out link; this website; our website
. these terms; children's service; pension provider; pension scheme; pension fund
. visit our|their website|site; visit website; visit ico; bank holiday; criminal activity prevention
. employer is; age of 13|16|18; under age; ages of; over age; vehicle for; skills of; requests from
. at request; your request; upon request; on request; request from; request that; request for information
. requests of; access request; government request; marks of; settings of browser; certificate authority
. ssl certificate; lawful request
"""

DATA_OF_DEALINGS: Final = tuple(
    row for table in (LIFE, MESSAGES, SENSITIVE) for row in read_table(Family.DATA, table)
)
