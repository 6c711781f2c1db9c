"""What a comparison tells where there is more than anybody could read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from audit_lib.evidence import reconcile
from audit_lib.evidence.check import check_evidence
from audit_lib.model.reconciliation import Group, Reconciliation
from audit_lib.views.evidence_scene import evidence_scene
from audit_lib.views.evidence_tables import pattern_table

from .conftest import AS_OF, Written


def by_verdict(groups: Sequence[Group]) -> Counter[str]:
    found: Counter[str] = Counter()
    for group in groups:
        found[group.verdict] += group.observations
    return found


@pytest.fixture
def merged(lido_written: Written, monkeypatch: pytest.MonkeyPatch) -> Reconciliation:
    monkeypatch.setattr(reconcile, "MOST_PATTERNS", 3)
    return check_evidence(lido_written.data_map, lido_written.evidence, lido_written.root, AS_OF)


def test_too_many_patterns_to_tell_are_merged_as_the_findings_tell_them(
    merged: Reconciliation, lido_checked: Reconciliation
) -> None:
    assert len(merged.groups) < len(lido_checked.groups)
    assert merged.groups == merged.totals == lido_checked.totals
    assert merged.findings == lido_checked.findings
    assert by_verdict(merged.groups) == by_verdict(lido_checked.groups)


def test_that_patterns_are_merged_is_said_with_how_many_there_were(
    merged: Reconciliation, lido_checked: Reconciliation
) -> None:
    (said,) = [one.why for one in merged.skipped if one.what == "patterns"]
    assert f"There are {len(lido_checked.groups):,} different ones" in said
    assert not [one for one in lido_checked.skipped if one.what == "patterns"]


def test_merged_patterns_are_tabled_and_drawn_where_the_sender_is_known(
    merged: Reconciliation, lido_checked: Reconciliation
) -> None:
    def undeclared(found: Reconciliation) -> set[tuple[str, str]]:
        return {(line.sender, line.recipient) for line in evidence_scene(found).lines if line.undeclared}

    assert undeclared(merged)
    assert undeclared(merged) <= undeclared(lido_checked)
    assert pattern_table(merged).rows
