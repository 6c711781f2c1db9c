"""The parts of an invented year: who was there, what was promised them, what was given to whom.

`year` is what was asked for, `days` the clock of the map's zone. `declared` says what the map makes of one
observation, `facts` and `promised` what becomes of it for one person, all written apart from the engine
that they test. `patterns` and `sheet` are what every flow would leave in logs, `rhythms` when, `people` and
`crowd` about whom, `papers` what they had agreed to and forbidden, `allowed` what follows, for many at
once. `words` is how all this is spelt. `faulty`, `moments` and `planting` put faults in. `stream` deals the
year out in slices, `batches` numbers them; `store`, `lists` and `description` write it down.
"""
