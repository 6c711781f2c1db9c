"""Full stops that end a word and not a sentence."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Another word always follows these.
NEVER_LAST: Final = _words("""
    e.g eg i.e ie cf viz vs v approx incl mr mrs ms dr prof st rev hon messrs mx
""")

#: These are abbreviations only where a number follows.
BEFORE_NUMBERS: Final = _words("""
    no nos art arts s ss sec sect para paras p pp reg regs rec sch ch cl fig vol ver tel ext ref c ca
    jan feb mar apr jun jul aug sep sept oct nov dec
""")

#: These stand inside a sentence as well as at its end; what follows decides.
OFTEN_LAST: Final = _words("""
    ltd inc co corp plc llp llc etc al dept est a.m p.m u.k u.s u.s.a e.u jr sr bros ave rd
""")

#: Words that open a sentence and hardly ever follow a company's name inside one.
OPENERS: Final = _words("""
    a after all although an and any as at because before both but by can each every for from how however
    i if in it its many may most no not on once or our please she he since so some such that the their
    then there these they this those to under unless until upon we what when where whether which while
    who why with within without you your
""")

LAST_WORD: Final = re.compile(r"([^\W\d_](?:\.?[^\W\d_])*)\.[\"'”’»)\]]*\Z")
FIRST_WORD: Final = re.compile(r"[^\w]*([^\W\d_]+)")


def ends_sentence(before: str, after: str) -> bool:
    """Return whether the mark that closes `before` ends a sentence, seeing what comes `after`.

    >>> ends_sentence("It is run by Kite Ltd.", "For example, it sends bills.")
    True
    >>> ends_sentence("It is run by Kite Ltd.", "York, for us.")
    False
    >>> ends_sentence("This rests on Art.", "6 of the law.")
    False
    """
    last = LAST_WORD.search(before)
    if last is None:
        return True
    word = last[1]
    short = word.lower()
    if short in NEVER_LAST:
        return False
    if short in BEFORE_NUMBERS and after[:1].isdigit():
        return False
    is_initial = len(word) == 1 and word.isupper()
    if short in OFTEN_LAST or is_initial:
        first = FIRST_WORD.match(after)
        return first is not None and first[1].lower() in OPENERS
    return True
