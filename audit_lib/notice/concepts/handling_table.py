"""How data is handled: security measures, channels, lawful bases and rights; ids are those of the model."""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

MEASURE_TABLE: Final = """
encryption-in-transit | Encryption on the way | | ssl; tls; secure socket layer
. https technology|connection|protocol|encryption; over https; by https; use https; using https
. transport layer security; encrypt .. transmission|transit|transfer; encryption in transit
. transmit .. encrypt; secure connection; encrypted connection; secure server; vpn; secure transmission
. encrypts information in transit; encrypted
encryption-at-rest | Encryption in storage | | encrypted; encryption; encrypt; encryption at rest
. in transit and in storage; encryption of data; encrypted at rest; encrypted storage; disk encryption
. stored in encrypted
access-control | Access control | | access control; restrict .. access; limit .. access; need to know
. access .. limited|restricted; authorised personnel|person|staff|people|employee; permission; role based
. access rights; only staff who; only authorised; control access; locked; lock; physical security
. secure access; firewall; firewalls; access controls; business need to know; physical access
. locked cabinet; secure premises; secure office
authentication | Authentication | | password; two factor; multi factor; password protected
. password protection; passwords; two step; password and code; sign in with; mfa; 2fa; strong password
. authentication
identity-check | Identity check | | verify .. identity; confirm .. identity; authenticate .. identity
. proof of identity; proof of who you are; identity verification; prove .. identity; identity check
. check .. identity; evidence of identity
monitoring | Monitoring | | regularly monitor; monitor .. system|vulnerability|attack|network|security
. intrusion detection; audit log; anti virus; antivirus; malware; monitoring .. system; security monitoring
. anti malware; virus protection
testing | Testing | | penetration test; penetration testing; vulnerability scan|assessment|test
. security test; test .. security|system; security audit; security review; cyber essentials; iso 27001
. regularly test
minimisation | Minimisation | | data minimisation; minimum necessary; only collect .. need; minimum amount
. keep no copy; no copy; only .. necessary data; least amount
anonymisation | Anonymisation | | anonymise; anonymised; anonymisation; aggregated; aggregate
. non identifiable; anonymous; cannot identify you; no longer identify; de identify; non identifying
. anonymously
pseudonymisation | Pseudonymisation | | pseudonymise; pseudonymised; pseudonymisation; tokenisation; masked
. hashed; truncated ip; ip anonymisation; pseudonymous
deletion | Deletion | | securely delete; deleted; destroy; securely destroyed
. delete .. data|information|record; erased securely; shredded; shred; disposed of; securely dispose
. confidential waste; permanently delete; delete it; be deleted; disposal; secure deletion; deletion of
. dispose of; securely erase
suppression-list | Suppression list | | suppression list; do not contact list; keep .. list of people who
. unsubscribe list; suppress .. detail; lists of people who have asked; opt out list
contract | Contracts with recipients | | written contract; data processing agreement
. contractual obligation on; data sharing agreement; under contract; contract in place; agreement in place
. processing agreement; bound by contract; confidentiality agreement; duty of confidentiality
. standard contractual clause; data transfer agreement; contractual safeguards; processor agreement
. contractually; non disclosure agreement; confidentiality obligation; on our instructions
. on our documented instructions
policy | Policies and procedures | | security policy|policies; data protection policy|policies
. procedures in place; policies and procedures; privacy policies and; organisational measure|measures
. breach procedure; deal with .. breach; procedures to deal; information governance
. data protection policies; retention schedule; retention policy; impact assessment; code of conduct
training | Training | | staff training; training of staff; train .. staff; trained; staff .. trained
. data protection training; security training; staff receive training; regular training; annual training
backup | Backups | | backup; back-ups; disaster recovery; business continuity; backed up
general | Security in general | | appropriate .. measure|step|safeguard|security|precaution
. security measure; technical and organisational; reasonable .. step|measure|precaution|security
. utmost care; keep .. safe|secure|security; secure; safeguard .. data|information
. protect .. data|information; security of data|information; safe and secure; data security; completely safe
. securely; kept safe; stored safely; secured; secure area; keep it safe; protected from; safe with us
. prevent .. accidentally lost
- | - | | social security; data protection; data protection act|law|legislation|officer|regulation|principle
. keep child|pupil|person|you|everyone|resident safe; keep .. child safe; secure funding; to secure
. locked out; user permission; with your permission; your permission; ask permission; without permission
. permission to; permission from; security number; security deposit; national security
. security or technical; safeguarding; protection scheme; deposit protected; protect deposit
. forgotten password; password reset; reset password; ask us to delete; right to delete; have .. deleted
. delete cookie; request deletion; deletion or removal; request .. delete; security question
. username and password; login and password; delete .. cookie; be trained; in order to protect
. how we protect; training purposes; training records; name and password; website password
. reasons of security; security company; security purposes; contact details secure
. under a contract with you; under a contract; request the deletion; ask .. to delete; asked for deletion
. adequate level of protection; adequate protection
"""

CHANNEL_TABLE: Final = """
online-form | Online form | | online form; contact form; web form; form on website|site; fill in form
. online inquiry form; rights contact form; complaint form; by form at; by the form; complete form; form at
. inquiry form; request form; form below; filling in form; contact us form; contact us online; forms on our
. online by
email | Email | | email; by email; email us; our email; email address|addresses; via email; emailing
. email them
post | Post | | by post; post; write to; in writing; postal address; by letter; letter; writing to us
. registered office; mail; write us
telephone | Telephone | | telephone; phone; call us; by phone; ring; calling; telephone us; phone us
. by telephone; phone number; text us; mobile; sms; phoning; helpline; telephone number
web-page | Web page | | website; web page; webpage; link; visit our site; posted on website; www
. published on; this page; on our site; https; http
banner | Banner | | cookie banner; pop up; banner; popup; cookie notice; consent banner; consent tool
. consent manager; cookie consent
settings | Settings | | setting; preference section|centre|center|page; account setting; privacy setting
. browser setting; unsubscribe link; unsubscribe; opt out link; manage preference; adjust .. preference
. your preferences; button; link at foot|bottom; cookie preference; cookie setting; settings on
. preferences page; change .. preference; control panel; user profile page; clicking .. unsubscribe
in-person | In person | | in person; face to face; our office; our counter
. visit our office|branch|shop|store; reception; at the counter; verbally; orally; at counter; in branch
. in store; at our premises; our team; come to our
- | - | | ip address; social media post; post code; post reviews; blog post; job post; credit or debit card
. posting to; post or upload; post comment; email marketing; post on; post content; posts; linked to
. linked with; setting out; mobile device|app|application; phone numbers of; setting up; set in
. your email address; postal address and; name address email; call recording; public settings
. postal history; your phone number; name email address; mobile number
"""

BASIS_TABLE: Final = """
consent | Consent | | your consent; consent; explicit consent; consented; with consent; given consent
. opt in; consent to; permission; you agree; agree to receive; freely given
contract | Contract | | performance of contract|agreement; perform .. contract|agreement
. contractual obligation|necessity|requirement|duty|duties|basis; contract with you
. entering into .. contract|agreement; to fulfil .. contract|agreement; fulfil .. contract; contract
. necessary .. contract; carry out .. contract; carried out without; steps before entering
. at your request prior; tenancy agreement; contractual; pre contractual; performance of our contract
. agreement that you sign; under agreement with you; because you asked us to
legal-obligation | Legal obligation | | legal obligation; legal duty|duties; legal requirement
. comply .. law|legal; required by law; law require; legal compliance
. legal or regulatory obligation|duty|requirement; statutory obligation|duty; law oblige; obliged by law
. legally required|obliged; legal and regulatory obligation|requirement; regulatory obligation
. required to by law; under a duty; legally obligated
vital-interests | Vital interests | | vital interest; protect .. life; life or death; save .. life
. protect .. vital
public-task | Public task | | public task; public interest; official authority; task carried out in
. public function; statutory function
recognised-legitimate-interest | Recognised legitimate interest | | recognised legitimate interest
legitimate-interests | Legitimate interests | | legitimate interest
. legitimate business interest|purpose|need; legitimate reason; legitimate ground; legitimate interests
. our interest in; genuine interest; legitimate and business; legitimate organisational
- | - | | withdraw .. consent; employment contract; tenancy agreement detail; privacy and electronic
. contract with third; data processing contract; written contract; revoke .. consent; contract in place
. contracts with; contract detail; without .. consent; lease agreement; contract; withdrawal of consent
. smart contract; parental consent; consent form; consent of parent|a; written permission; access permission
. app permission; device permission; contractor; information in your tenancy agreement
"""

RIGHT_TABLE: Final = """
informed | To be informed | | right to be informed; be informed about; right to know; be informed of how
. right to information
access | Access | | right of access; right to access; subject access
. access to your personal|information|data; copy of your|the personal|data|information; request access
. access your personal|data|information; request .. copy; obtain .. copy; access to it
. access the personal|information|data; a copy of; receive a copy; ask .. for a copy; access the information
. see .. information we hold; access to the personal; what information we hold; access and correct; dsar
. sar; right to see
rectification | Rectification | | right to rectification; right to rectify; rectify; rectification
. corrected; have .. corrected; correct .. inaccurate|incorrect|error|data|information|personal; correction
. inaccurate; update .. personal|incorrect; correct or update; right to correct
. amend .. data|information|detail; put right; inaccuracies; incorrect; correct any; review and correct
. complete .. incomplete
erasure | Erasure | | right to erasure; right to be forgotten; be forgotten; erase; erasure
. have .. erased|deleted|removed; ask us to delete|erase|remove; request .. deletion|erasure|removal
. delete .. personal|data|information; right to delete; deletion; request deletion
. removal of your personal|data|information; delete your; right to have .. deleted|erased|removed
. ask .. delete|erase
restriction | Restriction | | right to restrict; restriction; restrict processing
. restrict .. processing|use; restrict or; right to restriction; restrict how; limit .. processing|use of
. suspend .. processing; block .. processing|use; restricted; limit how; suppress further; right to limit
portability | Portability | | data portability; portability; right to portability
. transfer .. another organisation|controller|provider|company; machine readable; transfer of your personal
. port .. data; move copy or transfer; portable; commonly used format; structured commonly
objection | Objection | | right to object; object to; object at any time; objection; you may|can object
. stop .. direct marketing|processing; object; ask us to stop; opt out .. marketing; opt out of; objecting
. stop using; right to opt
withdraw-consent | Withdraw consent | | withdraw .. consent|permission; withdrawal of consent
. revoke .. consent; take back .. consent; consent at any time; withdraw it; change your mind
. consent may be withdrawn; leave .. list; unsubscribe; withdraw your; can withdraw; can unsubscribe
. right to withdraw; leave it whenever; opt out .. any time; opt out at
automated-decisions | Automated decisions | | automated decision|decision-making; automated individual
. solely automated; automated processing|means; decision .. automated; human intervention; profiling
. automated decision making and profiling; automatic decision; decided by computer; computer alone
. automated profiling; automatic processing
complain-to-controller | Complain to the organisation | | complain to us; complaint to us; complain .. us
. complaints procedure|policy|process; raise .. concern with us; our complaint
. contact us .. complaint|concern; deal with .. concern; internal complaint; if you have a complaint
. make a complaint; concern .. contact us; unhappy .. contact us; complaint .. contact us; speak to us first
. contact us first; raise it with us; chance to deal; complaint directly with us
complain-to-regulator | Complain to the regulator | |
. complain to information commissioner|ico|supervisory|regulator
. complaint with|to information|ico|supervisory|data_protection|regulator; lodge .. complaint with
. complain .. ico|commissioner|supervisory|information commissioner
. complaint .. ico|commissioner|supervisory|authority; information commissioner's office; right to complain
. right to lodge; ico.org.uk; contact .. ico|commissioner|information commissioner; ico helpline
. supervisory authority; report .. ico|commissioner; right to make a complaint
- | - | | objective; objectives; access to our site|website|service|app|platform; free access
. access control; inaccurate delivery; third party access; use of profiling cookies; access to internet
. restricted to; restricted access; access restricted; information security; permanently erased
. restricted area; access is restricted; a copy of passport|licence|this_notice|this_policy; copy of this
. copy of safeguards; a copy of agreement; copy of our; delete .. cookie; deleted automatically
. have access to; given access; object of; personal data deletion policy; securely delete|deleted
. automated technology|technologies; automated collection; secure deletion; deleted at end
. delete .. after|when; unable to delete; be deleted; anonymise or delete; delete or anonymise
"""

HANDLING: Final = (
    *read_table(Family.MEASURE, MEASURE_TABLE),
    *read_table(Family.CHANNEL, CHANNEL_TABLE),
    *read_table(Family.BASIS, BASIS_TABLE),
    *read_table(Family.RIGHT, RIGHT_TABLE),
)
