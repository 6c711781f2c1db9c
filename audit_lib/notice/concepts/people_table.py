"""The people whom the data is about."""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

PEOPLE: Final = """
customers | Customers | | customer; client; buyer; shopper; consumer; purchaser; account holder
. service user; guest; users; user of service; subscriber; our users; policyholder
tenants | Tenants and residents | | tenant; resident; leaseholder; occupier; lodger; housemate; licensee
. rent from us|our; renting from|a; people who rent
. occupant; customers who rent; rent a home|property
applicants | Applicants | | applicant; prospective tenant|customer|resident|student|pupil|member; apply for
. apply; people who apply; when you apply; application form; application; prospective
job-applicants | Job applicants | | job applicant|candidate; candidate
. apply for a job|role|position|vacancy; applicants for employment; recruitment; job application
. prospective employee; application for employment; recruitment process; work with us application
enquirers | Enquirers and correspondents | | enquirer; people who ask|contact|write|call; when you contact
. correspond with; corresponding with; people who make; make an inquiry; when you ask; prospect; contact us
. caller; you contact; complainant; you call us; correspondent; inquiries
landlords | Landlords as clients | | landlords we; for landlords; landlord client; from landlords
. property owners; vendors
employees | Employees and workers | | employee; staff member|record|data; worker; our staff; workforce
. volunteers and staff; contractors and staff; former employee; interns; agency worker; members of staff
. job holder; employment with us; colleagues; apprentice
volunteers | Volunteers | | volunteer; trustees
children | Children | | child; young people|person; minors; under 13|16|18; youngsters; under the age
. aged under; teenager
pupils | Pupils and students | | pupil; student; learner; alumni; former pupil; scholars
parents-and-carers | Parents and carers | | parent; carer; guardian; parents and carers; parents carers
patients | Patients and care users | | patient; people we care; care user; service users in care
. people who use care; people who we support; people receiving care; those in our care
donors | Donors and supporters | | donor; supporter; fundraiser; beneficiary; philanthropist; patron
. legator; people who donate; make a donation
members | Members | | member; membership; club member; when you join; become a member; subscribers
suppliers | Suppliers' and partners' staff | | business contact; staff of supplier; supplier contact
. business customer; trade contact; sole trader; our suppliers; suppliers and; supplier representatives
. suppliers who
website-visitors | Website visitors | | visitor to website|site; website visitor|user; visit website|site
. visitors to our; use website|site; browse; when you visit; visiting .. website; online visitor
. user of website|site; visiting website; site visitor; browsing; use our website
. when you use .. site|website; cookies; visit .. website|site
app-users | App and portal users | | app user; portal user; user of app|portal|platform; app; portal
. registered user; when you use app|portal; use our app; registered with
visitors | Visitors to premises | | visitor; people who visit; guests to
. visiting our premises|office|building|school; visit our office|premises|school|shop|store|building|site
. cctv; passers by; attend our premises|office
next-of-kin-people | Next of kin and family | | next of kin; family member; relative; household member
. emergency contact; spouse; members of your household; family; members of household
guarantors-people | Guarantors | | guarantor
referees-people | Referees | | referee; those who vouch; people who vouch; vouch for
event-attendees | People at events | | attendee; delegate; participant; event participant; people who attend
. attend .. event; entrant; competition entrant
survey-participants | Research participants | | research participant; survey participant; respondent
. interviewee; participate in survey; take part in research
requesters | People who use their rights | | exercise .. right; make a request; subject access request
. requests from individual; requester; your rights; exercise rights
suspected-people | People suspected of offences | | suspect; suspected; offender; fraudulent; fraud
- | - | | member state; members of staff of ico; family status; staff training; visitor statistics
. application server; application software; mobile application; web application; applications on
. data subject; child protection; customer service team; client server; browser; as a member of public
. user name; users computer; user id; user agent; apply to; apply our; guest network; customer rights team
. user experience; applicable; member of our team; family circumstances; application of; applications of
. rent account; rental income; member of the public; student loan company; data subjects; board member
. staff trained; staff receive; staff are; our staff are; our staff who; staff sign; member of staff read
. access to our staff; staff who; staff to; trained staff; contact us at|by|on|if|using|via
. please contact us; contact us
"""

SUBJECTS: Final = read_table(Family.SUBJECT, PEOPLE)
