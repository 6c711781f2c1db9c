"""The data categories that notices in the United Kingdom name: who people are and what they own.

Marks: R data whose loss commonly does harm, S special category (UK GDPR Art. 9(1)), C criminal offence
(Art. 10).
"""

from __future__ import annotations

from typing import Final

from .concept import Family, read_table

IDENTITY: Final = """
identity | Identity | | identity data|detail|information; personal particular; who you are; ~personal detail
  names | Name | | full name; first name; last name; surname; forename; maiden name; preferred name
  . your name; name and|of contact detail; name and address; names and address; previous name; ~name; ~title
  . ~initials
  date-of-birth | Date of birth | R | date of birth; dob; d.o.b; birth date; birthdate; ~birthday
  . date and place of birth; year of birth; place of birth
  age | Age | | age range|group|bracket|band|verification; how old you are; your age; ~age
  gender | Sex or gender | | gender; your sex; sex at birth; pronoun; ~sex
  nationality | Nationality | | nationality; citizenship; country of birth|origin; place of origin
  photographs | Photographs | | photograph; profile picture|photo|image; headshot
  . your image|likeness|picture; ~photo; ~image; ~picture; photographic image
  signature | Signature | | your signature; signatures; ~signature
  marital-status | Marital status | | marital|civil|relationship status; civil partnership status; ~married
  identity-documents | Identity documents | R | identity|identification document|card|paper
  . proof|evidence of identity|id; photo|photographic id|identification; form of identification|id
  . copy of your id; id document|card; id check document; identification detail; identification data
  . ~identification
    passport | Passport | R | passport; copy of passport; passport detail|number|copy
    driving-licence | Driving licence | R | driving|driver licence; driver's licence; driving licence number
    . licence number
    birth-certificate | Birth or marriage certificate | R | birth|marriage|death certificate
  national-identifiers | National identification numbers | R | national insurance number; ni number; nino
  . national insurance; nhs number; social security number; tax reference|identification number
  . unique pupil|taxpayer number|reference; passport number; unique learner number; national identifier
  . government identifier|id; national identity number
  immigration-status | Immigration status and right to rent or work | R | immigration status; visa
  . residence permit; right to rent check|evidence|document
  . right to work check|evidence|document|status|detail; evidence|proof of right to work|rent; right to rent
  . leave to remain; right to work; work permit; biometric residence permit; eligibility to work
  online-handles | Names in social media | | social media handle|profile|account|name|page; twitter handle
  . linkedin profile; instagram; facebook profile; social media information|data
contact-details | Contact details | | contact detail|information|data; contact you detail
. how to contact you; contact preference data
  email-address | Email address | | email address; email contact
  . business|work|personal|private|contact email; email and postal|home|physical address; ~email
  . newsletter address; mailing list address|detail; email detail; email or other contact
  postal-address | Postal address | | postal|home|residential|street|mailing|correspondence|billing address
  . delivery|shipping|property|current|previous|present|forwarding address; postcode; zip code
  . address history; mailing detail; your address; email and postal|home|physical address; name and address
  . names and address; address and contact detail; addresses and; place of residence; ~address
  phone-number | Phone number | | phone|telephone|mobile|contact|landline|fax|cell|home|work number
  . phone|telephone|mobile detail; mobile phone number; sms number; ~telephone; ~fax
  . phone and|or mobile number; telephone and|or mobile number; ~phone; ~mobile
  emergency-contacts | Emergency contacts | | emergency contact; emergency contact detail|information
  . in case of emergency contact
family-and-household | Family and household | | family detail|information|circumstance|member|composition
. household detail|information|composition|member; family and social circumstance
. lifestyle and social circumstance; next of kin detail; other occupants; family history; occupants
. members of your household|family; details of family|dependants|children; personal circumstance
. living arrangement
  next-of-kin-details | Next of kin | | next of kin; next-of-kin
  dependants | Dependants and children | | dependant; dependent; details of children|dependants
  . your children; children's name; family name of child
  carer-details | Parents, carers and guardians | | parent or|and carer|guardian detail
  . parental responsibility; details of parents|carer
"""

MONEY: Final = """
finances | Money | | financial information|data|detail|circumstance|record|status|history|position
. finance information; ~finances; financial and|or transaction|payment data|information
  payments | Payments | | payment information|data|record|history|detail; payments made|received
  . payments to and from; details of payment; ~payment; transaction data|detail|history|record|information
  . record|details of transactions; transactions; purchase amount
    payment-card | Payment card | R | payment|credit|debit|bank card
    . payment|credit|debit|bank card information|detail|data|number|transaction|payment
    . credit or|and debit card; credit or|and debit card detail|number|payment|transaction|information
    . card detail|number|payment|data|information; cvv; cvc; cardholder data|name; expiry date
    . security code
    payment-method | Payment method | R | payment method; method of payment; means of payment; direct debit
    . direct debit detail|mandate|information; standing order
    bank-details | Bank details | R | bank detail|account|information|statement
    . bank account detail|number|information; bank and|or card|payment detail; sort code; account number
    . building society account; iban; bank or building society; bank sort code
    billing-history | Bills and invoices | | billing information|detail|data|history|record; invoice
    . invoice record|detail; bills; account balance; billing; credit note; receipts
  income | Income and earnings | R | income; salary; earnings; wages; payroll data|information|record|detail
  . payslip; remuneration; pay and benefits; pay record; pay detail; rate of pay; compensation data|history
  . affordability; ability to pay; source of funds|income|wealth; financial standing
  tax-details | Tax | R | tax code|status|information|record|detail|return; tax residency; taxpayer status
  . gift aid status|declaration; gift aid; vat number
  credit-history | Credit history | R |
  . credit history|rating|score|report|record|reference|check|worthiness|information; creditworthiness
  . credit check result; summary of credit; county court judgment; insolvency; bankruptcy; ccj; ~credit
  debts | Debts and arrears | R | arrears; rent arrears; debt history|information|detail|level; debts
  . money owed; amount owed; outstanding balance
  benefits | Benefits | R | housing benefit; universal credit; welfare benefit
  . benefit claim|entitlement|information|status|detail; state benefit; benefits received
  . receipt of benefits; free school meal; pupil premium; eligibility for free meals
  deposit | Deposit | | deposit; deposit amount|detail|information; amount of deposit; security deposit
  . holding deposit
  pension-details | Pension | R | pension; pension detail|information|contribution|record
  . retirement benefit
  insurance-details | Insurance | | insurance detail|information|policy|cover|claim; policy number
  . claims history; insurance company detail
  donations | Donations | | donation; donation history|amount|record; giving history; gifts made
  . gift detail; amount of gift; legacy; bequest
  rent-account | Rent account | | rent account|payment|record|statement|history|amount; statement of rent
  . rent due; rent you pay; rental payment|history
  financial-documents | Financial documents | | financial document|statement; account statement
  . statements of account
  pricing | Assets and expenses | | assets; expenditure; expenses claim; savings; mortgage; mortgage detail
  . outgoings; loan
"""

DATA_OF_A_PERSON: Final = (*read_table(Family.DATA, IDENTITY), *read_table(Family.DATA, MONEY))
