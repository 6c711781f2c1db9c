"""The closed vocabulary of claims: `kind` says which, and each takes its own fields only."""

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from audit_lib.model.claim import Claim, SecurityPromised, SharingDenied, Strength, TypeOfClaim

CLAIM = TypeAdapter(Claim)


def test_the_kind_says_which_claim_it_is():
    claim = CLAIM.validate_python({"kind": "security-promised", "measure": "general", "strength": "absolute"})
    assert isinstance(claim, SecurityPromised)
    assert claim.strength is Strength.ABSOLUTE


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValidationError, match="sharing-denied"):
        CLAIM.validate_python({"kind": "sharing-denyed"})


def test_a_field_of_another_claim_is_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        CLAIM.validate_python({"kind": "sharing-denied", "measure": "general"})


def test_a_denial_without_recipients_denies_sharing_with_anybody():
    claim = CLAIM.validate_python({"kind": "sharing-denied"})
    assert isinstance(claim, SharingDenied)
    assert claim.recipients == ()


def test_no_two_kinds_have_the_same_name():
    names = [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(TypeOfClaim)]
    assert len(names) == len(set(names))


def test_alone_is_a_truth_value():
    with pytest.raises(ValidationError, match="write true or false"):
        CLAIM.validate_python({"kind": "custody-claimed", "parties": [], "alone": "yes"})
