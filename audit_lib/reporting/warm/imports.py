"""What the process that runs reports leaves out when it imports the libraries of Jupyter."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final, cast

#: A grammar of internationalised web addresses, which takes a second to compile each time it is imported,
#: and one of lengths of time, which takes a tenth. They come with JupyterLab; jsonschema imports them where
#: they are installed, nbformat imports jsonschema, and everything that touches a notebook imports nbformat.
#: The schema of notebooks has neither.
_GRAMMARS: Final = ("rfc3987_syntax", "isoduration")


def leave_out_grammar() -> None:
    """Import jsonschema without the grammars by which it checks foreign addresses and lengths of time.

    Nothing is changed for good: whoever imports a grammar itself gets it. Where jsonschema has been
    imported already it stays as it is.

    >>> leave_out_grammar()
    """
    absent = [name for name in _GRAMMARS if name not in sys.modules]
    if "jsonschema" in sys.modules or not absent:
        return
    for name in absent:
        sys.modules[name] = cast("ModuleType", None)  # Python's way to say that there is no such module
    try:
        importlib.import_module("jsonschema")
    except ImportError:  # nbformat has another library for it then
        return
    finally:
        for name in absent:
            del sys.modules[name]
