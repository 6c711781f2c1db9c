"""What really happened, set against what the map declares.

Logs, exports and lists come in as sources (`files.read_evidence`), are taken in as columns, judged row by
row, and leave as groups, figures and findings; no person appears in any of these.

The way through is `check`: `intake` takes files and tables in, `words` says what their words stand for (with
`likeness`, what one most probably means that stands for nothing), `restrictions` opens the register, `engine`
judges, `reconcile` puts this together and `store` keeps what the next run need not do again. What a flow
covers is in `covering`, how long data may be used in `limits`. `findings`, `seen`, `unseen`, `two_sided` and
the `grounds` say what follows; `suppression` and `withheld` keep small figures from being told or worked out.
`explain` judges one observation, test by test. `generate` makes up a year to try all this on.
"""
