"""What the process that runs reports leaves out when it imports the libraries of Jupyter."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final, cast

#: A grammar of internationalised web addresses, which takes a second to compile each time it is imported.
#: It comes with JupyterLab; jsonschema imports it wherever it is installed, nbformat imports jsonschema,
#: and everything that touches a notebook imports nbformat. The schema of notebooks has no such addresses.
_GRAMMAR: Final = "rfc3987_syntax"


def leave_out_grammar() -> None:
    """Import jsonschema without the grammar by which it checks addresses in foreign alphabets.

    Nothing is changed for good: whoever imports the grammar itself gets it. Where jsonschema has been
    imported already it stays as it is.

    >>> leave_out_grammar()
    """
    if "jsonschema" in sys.modules or _GRAMMAR in sys.modules:
        return
    sys.modules[_GRAMMAR] = cast("ModuleType", None)  # Python's way to say that there is no such module
    try:
        importlib.import_module("jsonschema")
    except ImportError:  # nbformat has another library for it then
        return
    finally:
        del sys.modules[_GRAMMAR]
