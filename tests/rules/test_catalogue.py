"""The catalogue: whole, in order, and written so that a finding can be defended."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import audit_lib.rules
from audit_lib.files.read_map import read_map
from audit_lib.law.linddun import Threat, named_source
from audit_lib.law.transparency import TRANSPARENCY_ITEMS
from audit_lib.model.party import PartyKind
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.rule import Rule, Theme

RULES = Path(audit_lib.rules.__path__[0])
MAPS = Path(__file__).parents[2] / "data_maps"
FOLDERS = [module.name for module in pkgutil.iter_modules(audit_lib.rules.__path__) if module.ispkg]
MODULES = [
    f"audit_lib.rules.{folder}.{module.name}"
    for folder in FOLDERS
    for module in pkgutil.iter_modules([str(RULES / folder)])
]
#: The laws that a rule may cite, each with how its provisions are written, and the sources that are no law.
PROVISIONS = (
    r"UK GDPR (Art\.|Annex)",
    r"Data Protection Act 2018 ",
    r"PECR (reg\.|Sch\.)",
    r"Data Protection \(Charges and Information\) Regulations 2018 reg\. \d+$",
    r"Case C-\d+/\d\d$",
    r"Immigration Act 2014 s\.\d+$",
    r"Housing Act 1988 (s\.\d+|Sch\. \d+)$",
    r"Housing Act 2004 s\.\d+$",
    r"Housing \(Scotland\) Act 2006 s\.\d+[A-Z]?$",
    r"Renting Homes \(Wales\) Act 2016 s\.\d+$",
    r"Renters' Rights Act 2025 Pt \d( Ch\. \d)?$",
    r"Sanctions and Anti-Money Laundering Act 2018 s\.\d+$",
    r"Tenancy Deposit Schemes \(Scotland\) Regulations 2011 reg\. \d+$",
    r"Gas Safety \(Installation and Use\) Regulations 1998 reg\. \d+$",
    r"Electrical Safety Standards in the Private Rented Sector \(England\) Regulations 2020 reg\. \d+$",
    r"Fire Safety \(Residential Evacuation Plans\) \(England\) Regulations 2025 reg\. \d+$",
    r"Council Tax \(Administration and Enforcement\) Regulations 1992 reg\. \d+$",
    r"Money Laundering, Terrorist Financing and Transfer of Funds \(Information on the Payer\) "
    r"Regulations 2017 reg\. \d+$",
    r"LINDDUN: (linking|identifying|non-repudiation|detecting|data disclosure|unawareness|non-compliance) "
    r"\(Deng et al\. 2011, doi 10\.1007/s00766-010-0115-7\)$",
)
NAMED = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


@pytest.mark.parametrize("module", MODULES)
def test_each_file_in_a_theme_is_a_rule_and_listed(module):
    rule = importlib.import_module(module).RULE
    assert isinstance(rule, Rule)
    assert rule in CATALOGUE


def test_nothing_else_is_listed_and_nothing_twice():
    assert len(CATALOGUE) == len(MODULES) == len({rule.id for rule in CATALOGUE})


def test_themes_come_in_reading_order():
    order = [list(Theme).index(rule.theme) for rule in CATALOGUE]
    assert order == sorted(order)


def test_every_theme_has_a_rule():
    assert {rule.theme for rule in CATALOGUE} == set(Theme)


@NAMED
def test_the_id_is_kebab_case(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)


@NAMED
def test_every_text_is_a_sentence_and_somebody_acts_on_the_remedy(rule):
    for text in (rule.why, rule.remedy, rule.false_alarms):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text.split()) > 5
    assert re.match(r"(The|Whoever|Each|An?)\b", rule.remedy)


@NAMED
def test_the_title_fits_a_line(rule):
    assert 10 < len(rule.title) <= 70
    assert not rule.title.endswith(".")


@NAMED
def test_the_law_is_named_by_provision(rule):
    assert rule.law
    for provision in rule.law:
        assert any(re.match(pattern, provision) for pattern in PROVISIONS), provision


def _cites(rule, item):
    """Say whether a rule cites the provision of an item, or one beneath it."""
    wanted = item.provision.partition(",")[0]
    return any(re.match(rf"{re.escape(wanted)}(?!\w)", provision) for provision in rule.law)


@pytest.mark.parametrize("item", TRANSPARENCY_ITEMS, ids=lambda item: item.id)
def test_for_each_thing_that_must_be_told_a_rule_speaks_that_cites_its_provision(item):
    speaking = [rule for rule in CATALOGUE if item.id in rule.items]
    assert speaking
    assert [rule.id for rule in speaking if not _cites(rule, item)] == []


@NAMED
def test_what_a_rule_says_a_notice_tells_worse_is_something_that_must_be_told(rule):
    assert set(rule.items) <= {item.id for item in TRANSPARENCY_ITEMS}


def _particular(folder):
    """Return the names of the organisations that a shipped map knows."""
    parties = [p for p in read_map(folder).parties if p.kind is PartyKind.ORGANISATION and not p.generic]
    return {name for party in parties for name in (party.name, *party.aliases)}


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in MAPS.glob("*/map.yaml")), ids=lambda path: path.name
)
def test_no_rule_names_a_party_of_a_shipped_map(folder):
    words = " ".join(path.read_text(encoding="utf-8") for path in RULES.rglob("*.py"))
    assert sorted(name for name in _particular(folder) if re.search(rf"\b{re.escape(name)}\b", words)) == []


def test_each_kind_of_threat_that_linddun_tells_apart_has_a_rule():
    cited = {law for rule in CATALOGUE if rule.theme is Theme.THREATS for law in rule.law}
    assert [threat.value for threat in Threat if named_source(threat) not in cited] == []


def test_only_rules_on_threats_rest_on_linddun():
    others = [rule for rule in CATALOGUE if rule.theme is not Theme.THREATS]
    assert [rule.id for rule in others if any("LINDDUN" in law for law in rule.law)] == []
