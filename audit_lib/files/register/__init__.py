"""The register of requests and breaches: a durable database in one file, whose history shows tampering.

SQLite, not DuckDB. A register is many small writes by people and jobs, each of which must be on the disk when
it is acknowledged, and several processes have it open at once. SQLite is made for that and stands in Python's
standard library. DuckDB is made for long columns: while one process writes to its file, no other can open it.

A rollback journal, not a write-ahead log. At rest the register is one file: whoever copies it has all of it,
it opens in a folder that cannot be written to, and readers leave nothing behind. A write-ahead log would be
faster (one flush of the disk a write, not three or four) and would let people read while a write ends; it
would also leave up to two more files, which a copy must not forget. A register gets a few entries an hour.
``synchronous=EXTRA`` flushes the folder as well, so that an acknowledged entry outlives a killed process and
a loss of power.

What each file does: `nouns` is what goes in and out; `store` the register, `reading` its half that only
reads, `write` and `transaction` its other half, `rows` what its rows stand for; `connect` opens the file,
`create` and `whole` make it, `schema` has its versions; `chain` is the hash chain, `verify` recomputes it;
`key_file` has the key, `pseudonym` what stands for a name, `cipher` the encrypted form; `refusals` says in
words what the database refuses.
"""

from .nouns import Draft, Event, Stored, Trouble, Verification
from .store import Register, open_register

__all__ = ["Draft", "Event", "Register", "Stored", "Trouble", "Verification", "open_register"]
