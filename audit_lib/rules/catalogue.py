"""All rules, listed by hand in the order in which a report is read."""

from __future__ import annotations

from typing import Final

from .accountability import dpia_not_recorded, expected_not_confirmed
from .cookies import (
    cookie_consent_bundled,
    cookie_consent_contradicted,
    cookie_information_incomplete,
    cookies_without_choice,
    cookies_without_consent,
)
from .lawful_basis import (
    assessment_not_recorded,
    bases_compete,
    basis_not_told,
    consent_by_conduct,
    consent_data_reused,
    contract_with_others,
    duty_overclaimed,
    electronic_marketing,
    exclusive_basis_contradicted,
    interest_not_named,
    no_lawful_basis,
    obligation_without_law,
    offence_data_without_condition,
    profile_of_everything,
    recognised_interest_without_condition,
    special_category_without_condition,
)
from .map_quality import activity_without_flows, clause_unaccounted, flow_unfed, party_idle
from .retention import (
    anonymisation_unexplained,
    data_without_retention,
    retention_not_told,
    sensitive_data_without_period,
)
from .rights import (
    identity_always_checked,
    objection_not_set_apart,
    right_without_channel,
    rights_missing,
    suppression_list_not_recorded,
    withdrawal_has_a_price,
)
from .roles import (
    custody_contradicted,
    joint_controllers_without_arrangement,
    liability_disclaimed,
    principal_not_told,
    processor_without_contract,
    role_contradicted,
    role_unclear,
)
from .rule import Rule
from .security import absolute_promises, safeguards_only_general, sensitive_data_unprotected
from .sharing import (
    condition_not_stated,
    denied_and_done,
    figures_would_do,
    limited_and_freed,
    onward_for_another_purpose,
    sensitive_data_to_many,
)
from .transfers import country_not_known, transfer_without_mechanism, transfers_not_told
from .transparency import (
    automated_decisions_not_told,
    changes_not_promised,
    complaint_to_controller_not_told,
    complaint_to_regulator_not_told,
    consequence_not_told,
    controller_named_differently,
    controller_not_identified,
    dpo_not_told,
    law_cited_wrongly,
    no_version,
    people_not_addressed,
    purpose_not_told,
    purpose_vague,
    recipients_not_told,
    recipients_only_as_classes,
    scope_beyond_controller,
    sources_not_told,
)

CATALOGUE: Final[tuple[Rule, ...]] = (
    # transparency: who, for whom, under which law
    controller_not_identified.RULE,
    controller_named_differently.RULE,
    scope_beyond_controller.RULE,
    people_not_addressed.RULE,
    dpo_not_told.RULE,
    law_cited_wrongly.RULE,
    no_version.RULE,
    changes_not_promised.RULE,
    # transparency: what is done
    purpose_not_told.RULE,
    purpose_vague.RULE,
    sources_not_told.RULE,
    recipients_not_told.RULE,
    recipients_only_as_classes.RULE,
    consequence_not_told.RULE,
    automated_decisions_not_told.RULE,
    complaint_to_controller_not_told.RULE,
    complaint_to_regulator_not_told.RULE,
    # lawful basis
    no_lawful_basis.RULE,
    basis_not_told.RULE,
    consent_by_conduct.RULE,
    contract_with_others.RULE,
    bases_compete.RULE,
    consent_data_reused.RULE,
    exclusive_basis_contradicted.RULE,
    electronic_marketing.RULE,
    duty_overclaimed.RULE,
    interest_not_named.RULE,
    assessment_not_recorded.RULE,
    profile_of_everything.RULE,
    obligation_without_law.RULE,
    recognised_interest_without_condition.RULE,
    special_category_without_condition.RULE,
    offence_data_without_condition.RULE,
    # sharing
    denied_and_done.RULE,
    limited_and_freed.RULE,
    onward_for_another_purpose.RULE,
    condition_not_stated.RULE,
    sensitive_data_to_many.RULE,
    figures_would_do.RULE,
    # roles
    role_contradicted.RULE,
    role_unclear.RULE,
    joint_controllers_without_arrangement.RULE,
    principal_not_told.RULE,
    processor_without_contract.RULE,
    custody_contradicted.RULE,
    liability_disclaimed.RULE,
    # transfers
    transfer_without_mechanism.RULE,
    transfers_not_told.RULE,
    country_not_known.RULE,
    # retention
    retention_not_told.RULE,
    data_without_retention.RULE,
    sensitive_data_without_period.RULE,
    anonymisation_unexplained.RULE,
    # security
    absolute_promises.RULE,
    sensitive_data_unprotected.RULE,
    safeguards_only_general.RULE,
    # rights
    rights_missing.RULE,
    right_without_channel.RULE,
    objection_not_set_apart.RULE,
    identity_always_checked.RULE,
    withdrawal_has_a_price.RULE,
    suppression_list_not_recorded.RULE,
    # cookies
    cookies_without_consent.RULE,
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
