"""All rules, listed by hand in the order in which a report is read."""

from __future__ import annotations

from typing import Final

from .accountability import dpia_not_recorded, expected_not_confirmed
from .automated_decisions import (
    automated_decisions_denied,
    automated_decisions_not_told,
    profile_of_everything,
)
from .cookies import (
    cookie_choice_comes_late,
    cookie_consent_bundled,
    cookie_consent_contradicted,
    cookie_information_incomplete,
    cookies_called_essential,
    cookies_not_told,
    cookies_without_choice,
    cookies_without_consent,
)
from .lawful_basis import (
    assessment_not_recorded,
    bases_compete,
    basis_does_not_fit,
    basis_not_told,
    consent_by_conduct,
    consent_pressed,
    consent_to_everything,
    contract_with_others,
    duty_data_required_by_contract,
    duty_overclaimed,
    exclusive_basis_contradicted,
    interest_not_named,
    interest_too_general,
    no_lawful_basis,
    obligation_without_law,
    recognised_interest_without_condition,
    request_taken_for_duty,
    restraint_promised,
)
from .map_quality import activity_without_flows, clause_unaccounted, flow_unfed, party_idle
from .marketing import electronic_marketing, objection_not_set_apart, suppression_list_not_recorded
from .minimisation import figures_would_do, more_than_the_task_needs, sensitive_data_to_many
from .people import others_told_when, people_not_addressed
from .purpose_limitation import consent_data_reused, onward_for_another_purpose
from .retention import (
    anonymisation_unexplained,
    data_without_retention,
    end_promised_and_not_set,
    periods_differ,
    retention_not_told,
    sensitive_data_without_period,
)
from .rights import (
    address_not_readable,
    identity_always_checked,
    right_described_wrongly,
    right_without_channel,
    rights_missing,
    withdrawal_has_a_price,
)
from .roles import (
    arrangement_not_told,
    custody_contradicted,
    joint_controllers_without_arrangement,
    liability_disclaimed,
    principal_not_told,
    processor_without_contract,
    role_contradicted,
    role_unclear,
    third_party_means_two_things,
)
from .rule import Rule
from .security import (
    absolute_promises,
    promised_beyond_records,
    safeguards_only_general,
    sensitive_data_unprotected,
)
from .sharing import (
    condition_not_stated,
    denied_and_done,
    limited_and_freed,
    shared_beyond_the_list,
    suspicions_spread,
)
from .special_category import offence_data_without_condition, special_category_without_condition
from .transfers import (
    country_not_known,
    transfer_told_in_part,
    transfer_without_mechanism,
    transfers_not_told,
)
from .transparency import (
    changes_not_promised,
    complaint_to_controller_not_told,
    complaint_to_regulator_not_told,
    consequence_not_told,
    controller_named_differently,
    controller_not_identified,
    data_denied_and_held,
    data_not_told,
    dpo_not_told,
    law_cited_wrongly,
    no_version,
    notice_older_than_the_law,
    purpose_not_told,
    purpose_vague,
    recipients_not_told,
    recipients_only_as_classes,
    representative_not_told,
    required_and_optional,
    scope_beyond_controller,
    sources_not_told,
    terms_undefined,
    topic_not_treated,
)

CATALOGUE: Final[tuple[Rule, ...]] = (
    # transparency
    controller_not_identified.RULE,
    representative_not_told.RULE,
    controller_named_differently.RULE,
    scope_beyond_controller.RULE,
    dpo_not_told.RULE,
    law_cited_wrongly.RULE,
    no_version.RULE,
    notice_older_than_the_law.RULE,
    changes_not_promised.RULE,
    terms_undefined.RULE,
    topic_not_treated.RULE,
    purpose_not_told.RULE,
    purpose_vague.RULE,
    data_not_told.RULE,
    data_denied_and_held.RULE,
    sources_not_told.RULE,
    recipients_not_told.RULE,
    recipients_only_as_classes.RULE,
    consequence_not_told.RULE,
    required_and_optional.RULE,
    complaint_to_controller_not_told.RULE,
    complaint_to_regulator_not_told.RULE,
    # children and people other than the customer
    people_not_addressed.RULE,
    others_told_when.RULE,
    # lawful basis
    no_lawful_basis.RULE,
    basis_not_told.RULE,
    basis_does_not_fit.RULE,
    consent_by_conduct.RULE,
    consent_to_everything.RULE,
    consent_pressed.RULE,
    contract_with_others.RULE,
    duty_data_required_by_contract.RULE,
    bases_compete.RULE,
    exclusive_basis_contradicted.RULE,
    duty_overclaimed.RULE,
    request_taken_for_duty.RULE,
    interest_not_named.RULE,
    interest_too_general.RULE,
    assessment_not_recorded.RULE,
    restraint_promised.RULE,
    obligation_without_law.RULE,
    recognised_interest_without_condition.RULE,
    # special category and offence data
    special_category_without_condition.RULE,
    offence_data_without_condition.RULE,
    # purpose limitation
    consent_data_reused.RULE,
    onward_for_another_purpose.RULE,
    # sharing
    denied_and_done.RULE,
    shared_beyond_the_list.RULE,
    limited_and_freed.RULE,
    suspicions_spread.RULE,
    condition_not_stated.RULE,
    # minimisation
    sensitive_data_to_many.RULE,
    more_than_the_task_needs.RULE,
    figures_would_do.RULE,
    # roles
    role_contradicted.RULE,
    role_unclear.RULE,
    third_party_means_two_things.RULE,
    joint_controllers_without_arrangement.RULE,
    arrangement_not_told.RULE,
    principal_not_told.RULE,
    processor_without_contract.RULE,
    custody_contradicted.RULE,
    liability_disclaimed.RULE,
    # transfers
    transfer_without_mechanism.RULE,
    transfers_not_told.RULE,
    transfer_told_in_part.RULE,
    country_not_known.RULE,
    # retention
    retention_not_told.RULE,
    end_promised_and_not_set.RULE,
    periods_differ.RULE,
    data_without_retention.RULE,
    sensitive_data_without_period.RULE,
    anonymisation_unexplained.RULE,
    # security
    absolute_promises.RULE,
    promised_beyond_records.RULE,
    sensitive_data_unprotected.RULE,
    safeguards_only_general.RULE,
    # rights
    rights_missing.RULE,
    right_described_wrongly.RULE,
    right_without_channel.RULE,
    address_not_readable.RULE,
    identity_always_checked.RULE,
    withdrawal_has_a_price.RULE,
    # objection and marketing
    electronic_marketing.RULE,
    objection_not_set_apart.RULE,
    suppression_list_not_recorded.RULE,
    # automated decisions
    automated_decisions_not_told.RULE,
    automated_decisions_denied.RULE,
    profile_of_everything.RULE,
    # cookies
    cookies_not_told.RULE,
    cookies_without_consent.RULE,
    cookies_called_essential.RULE,
    cookie_choice_comes_late.RULE,
    cookie_consent_contradicted.RULE,
    cookie_information_incomplete.RULE,
    cookie_consent_bundled.RULE,
    cookies_without_choice.RULE,
    # accountability
    dpia_not_recorded.RULE,
    expected_not_confirmed.RULE,
    # the map itself
    flow_unfed.RULE,
    party_idle.RULE,
    activity_without_flows.RULE,
    clause_unaccounted.RULE,
)
