"""What a comparison keeps between two runs, so that the next one does only what is new.

A log is kept as a pattern's number, a moment, a person and an id for each row, sorted by pattern; its words
stand once in a table of patterns, with how often each occurs on each day. Words are resolved and judged anew
in every run, so that an edit of the map or of ``evidence.yaml`` is seen at once. Rows that a person test has
found stay found as long as neither the lists nor the needs of their pattern have changed.

`manifest` says what is kept, `ingest` turns new files into parts, `lists` keeps the lists, `found` the rows
that person tests have found, and `rows` puts them together for a comparison.
"""
