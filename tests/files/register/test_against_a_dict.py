"""Whatever is added and changed, in whatever order, the register holds what a plain dict would."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from audit_lib.files.register import Draft, open_register

from .conftest import MOMENT

DAYS = st.dates(dt.date(2025, 12, 1), dt.date(2027, 2, 1))
PEOPLE = st.sampled_from([None, "aaaa-aaaa-aaaa-aaaa", "bbbb-bbbb-bbbb-bbbb"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SORTS = {"request": "R", "breach": "B"}


@st.composite
def drafts(draw, opened=None):
    return Draft(
        opened=opened or draw(DAYS),
        closed=draw(st.none() | DAYS),
        due=draw(st.none() | DAYS),
        person=draw(PEOPLE),
        body=draw(st.dictionaries(TEXTS, VALUES, max_size=3)),
    )


class Beside(RuleBasedStateMachine):
    """The register and a dict of (sort, draft, seq) by id."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name) / "register.db"
        self.register = open_register(self.home, create=True)
        self.model: dict[str, tuple[str, Draft, int]] = {}
        self.events = 0
        self.noted = self.register.head()

    def teardown(self):
        assert self.register.verify(self.noted).sound
        self.register.close()
        self.folder.cleanup()

    def number(self, sort, year):
        return 1 + sum(1 for entry in self.model if entry.startswith(f"{SORTS[sort]}-{year}-"))

    @initialize(draft=drafts())
    def begin(self, draft):
        self.add("request", draft)

    @rule(sort=st.sampled_from(sorted(SORTS)), draft=drafts())
    def add(self, sort, draft):
        wanted = f"{SORTS[sort]}-{draft.opened.year}-{self.number(sort, draft.opened.year):04}"
        self.events += 1
        assert self.register.add(sort, draft.opened, MOMENT, lambda _: draft).id == wanted
        self.model[wanted] = (sort, draft, self.events)

    @rule(sort=st.sampled_from(sorted(SORTS)), many=st.lists(drafts(), max_size=4))
    def add_many(self, sort, many):
        ids = self.register.add_many(
            sort, MOMENT, [(draft.opened, lambda _, draft=draft: draft) for draft in many]
        )
        for entry, draft in zip(ids, many, strict=True):
            assert entry == f"{SORTS[sort]}-{draft.opened.year}-{self.number(sort, draft.opened.year):04}"
            self.events += 1
            self.model[entry] = (sort, draft, self.events)

    @rule(data=st.data(), draft=drafts())
    def change(self, data, draft):
        entry = data.draw(st.sampled_from(sorted(self.model)))
        sort, before, _ = self.model[entry]

        def alter(now):
            assert now.body == before.body
            return draft

        self.events += 1
        self.register.change(entry, "changed", MOMENT, alter)
        self.model[entry] = (sort, draft, self.events)

    @rule()
    def open_again(self):
        self.register.close()
        self.register = open_register(self.home)

    @rule(
        sort=st.sampled_from(sorted(SORTS)),
        open_only=st.booleans(),
        due_by=st.none() | DAYS,
        person=PEOPLE,
        limit=st.none() | st.integers(0, 5),
        order=st.sampled_from(["due", "opened"]),
    )
    def ask(self, sort, open_only, due_by, person, limit, order):
        wanted = [
            (entry, draft)
            for entry, (own, draft, _) in self.model.items()
            if own == sort
            and not (open_only and draft.closed)
            and (due_by is None or (draft.due is not None and draft.due <= due_by))
            and (person is None or draft.person == person)
        ]
        wanted.sort(key=lambda each: (each[1].due or dt.date.max) if order == "due" else each[1].opened)
        found = self.register.entries(
            sort, open_only=open_only, due_by=due_by, person=person, limit=limit, order=order
        )
        assert [entry.id for entry in found] == [entry for entry, _ in wanted[:limit]]

    @invariant()
    def the_same(self):
        found = {
            entry.id: (
                entry.sort,
                Draft(**{name: getattr(entry, name) for name in Draft.model_fields}),
                entry.seq,
            )
            for sort in SORTS
            for entry in self.register.entries(sort)
        }
        assert found == self.model


TestBeside = Beside.TestCase
TestBeside.settings = settings(max_examples=25, stateful_step_count=15)
