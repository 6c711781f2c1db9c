"""The countries that a sentence names."""

import pytest

from audit_lib.notice.naming.countries import countries_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Its help desk is in India.", ("IN",)),
        ("Servers in the USA, the US or the United States.", ("US",)),
        ("It stays in the EEA and the European Union.", ("EU",)),
        ("England, Scotland, Wales and Northern Ireland.", ("GB",)),
        ("The Republic of Ireland and Ireland.", ("IE",)),
        ("South Korea, not South Sudan.", ("KR", "SS")),
        ("Tell us. Let us know.", ()),
        ("Write to Indiana Jones or niger@chad.example.", ()),
        ("", ()),
    ],
)
def test_countries_are_found_by_their_names(text, codes):
    assert countries_in(text) == codes
