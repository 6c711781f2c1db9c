"""The public names: what notebooks import, all from one door, at no cost."""

import subprocess
import sys

import pytest

import audit_lib


@pytest.mark.parametrize("name", audit_lib.__all__)
def test_each_name_is_there_and_says_what_it_is(name):
    found = getattr(audit_lib, name)
    assert callable(found)
    assert found.__name__ == name
    assert found.__doc__


def test_the_list_is_sorted_and_complete():
    assert audit_lib.__all__ == sorted(audit_lib._HOMES)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'read_mapp'"):
        audit_lib.read_mapp  # noqa: B018


def test_importing_the_package_loads_nothing_else():
    program = "import sys, audit_lib; print([m for m in sys.modules if m.startswith('audit_lib.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
