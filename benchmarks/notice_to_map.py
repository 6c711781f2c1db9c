"""How well a map drafted from a notice alone agrees with the map that a person made of the same notice.

Two notices: the small agency's, which is in the repository, and that of a build-to-rent operator, which is
its publisher's text and is looked for beside the project (or given with --notice). Only what a person's map
rests on sentences is compared; what is recorded or expected cannot be read from a notice.

What counts as found. Sentences are matched by their fingerprints. Two entries *overlap* when they cite a
sentence in common. Then

party      they overlap, and have a name in common (without "Ltd" and the like) or a class of the tables
category   they overlap, and their names, aliases and examples speak of the same concept of the tables; where
           the tables know no concept for the person's name, a word of both names must be the same
purpose    as a category
flow       they overlap, their recipients count as the same party (a team as the organisation that it is
           part of), and a category of each (or one beneath it) counts as the same
claim      the same sentence makes a claim of the same kind

Recall is the share of the person's entries that some candidate finds, precision the share of the candidates
that find some entry of the person's. Parties, categories and purposes are judged by their own names, so the
tables that draft also judge; the naive way is judged by the same measure.

The naive way beside it is that of `naive_notice`.

    python benchmarks/notice_to_map.py [--notice FILE] [--kinds] [--missed]
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from naive_notice import read_naively

from audit_lib.files.read_map import read_map
from audit_lib.model.data_map import DataMap
from audit_lib.notice.candidates.draft_map import draft_map
from audit_lib.notice.concepts.concept import Family
from audit_lib.notice.concepts.concepts import all_concepts, concepts_in
from audit_lib.notice.concepts.tree import FILLERS
from audit_lib.notice.concepts.words import words_of
from audit_lib.notice.naming.organisations import key

ROOT = Path(__file__).resolve().parent.parent
AS_OF = dt.date(2026, 11, 22)
OPERATOR = ROOT.parent / "shared" / "seeds" / "privacy_notice.txt"
TITLES = {(row.family, row.name): row.id for row in all_concepts()}


class Seen(NamedTuple):
    """An entry as it is compared: its name, the concepts and words of it, and the sentences it rests on."""

    id: str
    concepts: frozenset[str]
    words: frozenset[str]
    marks: frozenset[str]


class Score(NamedTuple):
    """How many of a person's entries were found, and how many of the candidates are right."""

    found: int
    wanted: int
    right: int
    drafted: int

    @property
    def recall(self) -> str:
        return f"{self.found / self.wanted:.0%}" if self.wanted else "-"

    @property
    def precision(self) -> str:
        return f"{self.right / self.drafted:.0%}" if self.drafted else "-"


class Side(NamedTuple):
    """A map, prepared for comparison."""

    parties: dict[str, Seen]
    data: dict[str, Seen]
    purposes: dict[str, Seen]
    flows: dict[str, tuple[frozenset[str], str, frozenset[str]]]
    claims: frozenset[tuple[str, str]]


def side(data_map: DataMap) -> Side:
    """Prepare a map: only what rests on sentences, and the sentences by their fingerprints."""
    marks = {clause.id: clause.fingerprint for clause in data_map.clauses}
    return Side(
        _seen(data_map.parties, (Family.PARTY, Family.SUBJECT), marks, named=True),
        _seen(data_map.data, (Family.DATA,), marks),
        _seen(data_map.purposes, (Family.PURPOSE,), marks),
        {
            flow.id: (
                frozenset(marks[clause] for clause in flow.clauses),
                _whole(data_map, flow.recipient),
                data_map.atoms(flow.data) | frozenset(flow.data),
            )
            for flow in data_map.flows
            if flow.clauses
        },
        frozenset((clause.fingerprint, claim.kind) for clause in data_map.clauses for claim in clause.claims),
    )


def _whole(data_map: DataMap, party: str) -> str:
    """Return the organisation to which a team belongs, or the party itself."""
    return _whole(data_map, above) if (above := data_map.party[party].part_of) else party


def _seen(
    entries: Iterable[Any], families: tuple[Family, ...], marks: Mapping[str, str], *, named: bool = False
) -> dict[str, Seen]:
    found = {}
    for entry in entries:
        if not entry.clauses:
            continue
        names = [entry.name, *getattr(entry, "aliases", ()), *getattr(entry, "examples", ())]
        concepts = {concept for name in names for concept in _concepts(name, families)}
        words = {key(name) for name in names} if named else {w for n in names[:1] for w in _words(n)}
        found[entry.id] = Seen(
            entry.id,
            frozenset(concepts),
            frozenset(words),
            frozenset(marks[clause] for clause in entry.clauses),
        )
    return found


def _concepts(name: str, families: tuple[Family, ...]) -> set[str]:
    by_family = {
        Family.DATA: "data",
        Family.PURPOSE: "purposes",
        Family.PARTY: "parties",
        Family.SUBJECT: "subjects",
    }
    read = concepts_in(name)
    found = {one for family in families for one in getattr(read, by_family[family])}
    return found | {TITLES[family, name] for family in families if (family, name) in TITLES}


def _words(name: str) -> set[str]:
    return {stem for stem in words_of(name).stems if len(stem) > 3 and stem not in FILLERS}


def same(wanted: Seen, drafted: Seen, *, named: bool = False) -> bool:
    """Whether a candidate is what a person's entry is (see the top of this file)."""
    if not wanted.marks & drafted.marks:
        return False
    if wanted.concepts & drafted.concepts:
        return True
    return bool(wanted.words & drafted.words) and (named or not wanted.concepts)


def compare(wanted: Side, drafted: Side) -> tuple[dict[str, Score], dict[str, list[str]]]:
    """Return the score of each kind of entry, and what was missed."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    scores: dict[str, Score] = {}
    missed: dict[str, list[str]] = {}
    for kind, is_same in (("parties", _same_party), ("data", same), ("purposes", same)):
        left, right = getattr(wanted, kind), getattr(drafted, kind)
        pairs[kind] = {(a.id, b.id) for a in left.values() for b in right.values() if is_same(a, b)}
        scores[kind], missed[kind] = _score(left, right, pairs[kind])
    flow_pairs = {
        (a, b)
        for a, (marks, recipient, data) in wanted.flows.items()
        for b, (other_marks, other_recipient, other_data) in drafted.flows.items()
        if marks & other_marks
        and (recipient, other_recipient) in pairs["parties"]
        and any((one, other) in pairs["data"] for one in data for other in other_data)
    }
    scores["flows"], missed["flows"] = _score(wanted.flows, drafted.flows, flow_pairs)
    both = len(wanted.claims & drafted.claims)
    scores["claims"] = Score(both, len(wanted.claims), both, len(drafted.claims))
    return scores, missed


def _same_party(wanted: Seen, drafted: Seen) -> bool:
    return same(wanted, drafted, named=True)


def _score(
    left: Mapping[str, Any], right: Mapping[str, Any], pairs: set[tuple[str, str]]
) -> tuple[Score, list[str]]:
    found, good = {a for a, _ in pairs}, {b for _, b in pairs}
    return Score(len(found), len(left), len(good), len(right)), sorted(
        [f"not found: {name}" for name in left if name not in found]
        + [f"not wanted: {name}" for name in right if name not in good]
    )


def side_of_naive(text: str, headings: tuple[str, ...]) -> Side:
    """Prepare what the naive way finds, to be judged by the same measure."""
    found = read_naively(text, headings)
    return Side(
        _named(found.parties, (Family.PARTY, Family.SUBJECT), words_in=lambda name: {key(name)}),
        _named(found.data, (Family.DATA,), words_in=_words),
        _named(found.purposes, (Family.PURPOSE,), words_in=_words),
        {
            f"{flow.mark} {flow.recipient}": (frozenset([flow.mark]), flow.recipient, flow.nouns)
            for flow in found.flows
        },
        found.claims,
    )


def _named(
    names: Mapping[str, set[str]], families: tuple[Family, ...], words_in: Callable[[str], set[str]]
) -> dict[str, Seen]:
    return {
        name: Seen(name, frozenset(_concepts(name, families)), frozenset(words_in(name)), frozenset(marks))
        for name, marks in names.items()
    }


def show(name: str, text: str, folder: Path, args: argparse.Namespace) -> None:
    """Print how well the draft and the naive way agree with the map in a folder."""
    by_hand = read_map(folder)
    start = time.perf_counter()
    drafted = draft_map(text, map_id="drafted", as_of=AS_OF)
    seconds = time.perf_counter() - start
    wanted = side(by_hand)
    headings = by_hand.notice.headings if by_hand.notice else ()
    scores, missed = compare(wanted, side(drafted))
    plain, _ = compare(wanted, side_of_naive(text, headings))
    print(f"\n{name}: {len(text.split()):,} words, {len(by_hand.clauses)} sentences, {seconds:.2f} s\n")
    print(f"{'':10}  by hand  drafted  precision  recall  naive: precision  recall")
    for kind, score in scores.items():
        other = plain[kind]
        ours = f"{score.wanted:7}  {score.drafted:7}  {score.precision:>9}  {score.recall:>6}"
        print(f"{kind:10}  {ours}  {other.precision:>18}  {other.recall:>6}")
    if args.kinds:
        _show_kinds(wanted, side(drafted))
    if args.missed:
        for kind, names in missed.items():
            print(f"\n{kind}\n  " + "\n  ".join(names))


def _show_kinds(wanted: Side, drafted: Side) -> None:
    left, right = Counter(kind for _, kind in wanted.claims), Counter(kind for _, kind in drafted.claims)
    both = Counter(kind for _, kind in wanted.claims & drafted.claims)
    print(f"\n{'claim':30}  by hand  drafted  in both")
    for kind in sorted(left | right):
        print(f"{kind:30}  {left[kind]:7}  {right[kind]:7}  {both[kind]:7}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--notice", type=Path, default=OPERATOR, help="the operator's notice")
    parser.add_argument("--kinds", action="store_true", help="claims by kind as well")
    parser.add_argument("--missed", action="store_true", help="what was not found, and what was not wanted")
    args = parser.parse_args()
    agency = ROOT / "data_maps" / "small_agency"
    show("Small agency", (agency / "notice.txt").read_text(encoding="utf-8"), agency, args)
    if args.notice.is_file():
        show("Operator", args.notice.read_text(encoding="utf-8"), ROOT / "data_maps" / "btr", args)
    else:
        print(f"\nOperator: skipped, since there is no notice at {args.notice.name}; give it with --notice.")


if __name__ == "__main__":
    main()
