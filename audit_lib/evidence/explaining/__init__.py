"""The judgement of one observation, in plain Python and told test by test.

It is a second way to the same answer: the engines judge millions of rows by SQL, and a test proves that both
agree. `supports` names what a test rests on, `map_tests` sets a meaning against the flows, `history` is what
the sources say of one person, `person_tests` judges by it, `rows` reads both from the sources.
"""
