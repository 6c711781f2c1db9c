"""How well a notice that nobody has mapped is judged on the 26 items, against an expert and a keyword search.

Three sets of judgements are compared with what `examine` says of the words alone: those of an expert on the
invented notices in `benchmarks/notices` (whoever wrote the patterns has not read them), and those that follow
from the claims and the findings of the two maps. Beside it, what a search for a few obvious words would say.

`right` is the share of verdicts that are the same, `defensible` counts a second verdict that the expert
allows. Precision and recall of `present`: of what is called present, how much is; of what is, how much is
found; the same of `missing or partial`, which is what an auditor looks for. `sentences`: of those that a
verdict on a map rests on, how many it shares with the judgement of the map, and the other way round.

    python benchmarks/notice_check.py
    python benchmarks/notice_check.py --notice NOTICE --gold FOLDER --items
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from audit_lib.audit import run_audit
from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.notice.examine import examine

HERE: Final = Path(__file__).parent
MAPS: Final = HERE.parent / "data_maps"
PUBLISHED: Final = HERE.parents[1] / "shared" / "seeds" / "privacy_notice.txt"
AS_OF: Final = dt.date(2026, 11, 22)

#: What somebody would search for; found, the item is called present, otherwise missing.
KEYWORDS: Final[Mapping[str, str]] = {
    "A13-1a": r"data controller|controller",
    "A13-1a-rep": r"representative",
    "A13-1b": r"data protection officer|\bdpo\b",
    "A13-1c-p": r"purpose|we use your",
    "A13-1c-b": r"lawful basis|legal basis|legal bases|lawful bases",
    "A13-1d": r"legitimate interest",
    "A13-1e": r"share|third part|disclose|recipient",
    "A13-1f": r"transfer|outside the (?:uk|eea|eu|european)|international",
    "A13-2a": r"retain|retention|how long|keep your",
    "A13-2b": r"right of access|right to access|your rights|erasure|rectif",
    "A13-2c": r"withdraw",
    "A13-2ca": r"complain to us|complaint",
    "A13-2d": r"information commissioner|\bico\b|supervisory authority",
    "A13-2e": r"do not provide|fail to provide|required to provide",
    "A13-2f": r"automated",
    "A13-3": r"new purpose|other purpose|changes to this",
    "A14-1d": r"from third parties|other sources",
    "A14-2f": r"source|from third parties",
    "A14-2da": r"complain to us|complaint",
    "A14-3": r"within (?:one|a) month",
    "A12-1": r"plain|clear",
    "A12-2": r"contact us|exercise",
    "A21-4": r"right to object|object to",
    "A26-2": r"joint controller",
    "PECR-6": r"cookie",
    "VER": r"last updated|version|effective",
}


class Judged(NamedTuple):
    """The verdicts on one notice, with a second that is defensible where there is one, and the sentences."""

    name: str
    text: str
    verdicts: Mapping[str, tuple[str, ...]]
    places: Mapping[str, frozenset[str]]


def by_an_expert(folder: Path) -> list[Judged]:
    """Read the notices of a folder with the judgements that stand beside them."""
    found = []
    for gold in sorted(folder.glob("*.gold.yaml")):
        given = yaml.safe_load(gold.read_text(encoding="utf-8"))
        stem = gold.name.removesuffix(".gold.yaml")
        named = given.get("notice")
        file = folder / named if named else next(f for f in folder.glob(f"{stem}.*") if f != gold)
        items = given["items"]
        verdicts = {i: (v["verdict"], *_listed(v.get("also"))) for i, v in items.items()}
        found.append(Judged(stem, read_notice(file), verdicts, {}))
    return found


def _listed(also: object) -> list[str]:
    return [also] if isinstance(also, str) else [str(one) for one in also] if isinstance(also, list) else []


def by_a_map(name: str, notice: Path) -> list[Judged]:
    """Return the judgements that follow from the claims and findings of a map, if its notice is at hand."""
    if not notice.exists():
        print(f"{name}: left out, for its notice is not at hand ({notice.name})")
        return []
    data_map, text = read_map(MAPS / name), read_notice(notice)
    judged = run_audit(data_map, AS_OF, text).transparency
    places = {
        each.item: frozenset(data_map.clause[c].place for c in each.at if c in data_map.clause)
        for each in judged
    }
    return [Judged(name, text, {each.item: (each.verdict.value,) for each in judged}, places)]


def by_keywords(text: str) -> dict[str, str]:
    """Judge as a search for words does."""
    return {
        item: "present" if re.search(words, text, re.IGNORECASE) else "missing"
        for item, words in KEYWORDS.items()
    }


Pairs = list[tuple[str, str, tuple[str, ...]]]


def figures(pairs: Pairs) -> str:
    """Return the figures of (item, said, allowed) triples as one line."""
    right = sum(said == allowed[0] for _, said, allowed in pairs)
    defensible = sum(said in allowed for _, said, allowed in pairs)
    parts = [f"{right / len(pairs):6.0%}", f"{defensible / len(pairs):6.0%}"]
    for wanted in ({"present"}, {"missing", "partial"}):
        said = sum(one in wanted for _, one, _ in pairs)
        there = sum(allowed[0] in wanted for _, _, allowed in pairs)
        both = sum(one in wanted and allowed[0] in wanted for _, one, allowed in pairs)
        parts.append(f"{both / max(said, 1):5.0%} {both / max(there, 1):5.0%}")
    return "   ".join(parts)


def compare(title: str, notices: Iterable[Judged], *, items: bool) -> None:
    """Print the figures of one set of notices, for the workbench and for the search."""
    ours: Pairs = []
    theirs: Pairs = []
    shared = said = there = 0
    started = time.process_time()
    listed = list(notices)
    for notice in listed:
        judged = examine(notice.text, AS_OF).judgements
        for each in judged:
            ours.append((each.item, each.verdict.value, notice.verdicts[each.item]))
            wanted = notice.places.get(each.item, frozenset())
            if wanted and each.at:
                shared, said = shared + len(wanted & set(each.at)), said + len(set(each.at))
                there += len(wanted)
        searched = by_keywords(notice.text)
        theirs += [(i, searched[i], allowed) for i, allowed in notice.verdicts.items()]
    if not ours:
        return
    print(f"\n{title}: {len(listed)} notices, {len(ours)} verdicts, {time.process_time() - started:.1f} s")
    print("                  right   defensible   present P     R   gaps P     R")
    print(f"  the workbench  {figures(ours)}")
    print(f"  keywords       {figures(theirs)}")
    if said:
        print(f"  sentences: precision {shared / said:.0%}, recall {shared / there:.0%}")
    if items:
        _by_item(ours, theirs)


def _by_item(ours: Pairs, theirs: Pairs) -> None:
    print("  item          workbench  keywords   wrong: said instead of")
    for item in KEYWORDS:
        mine = [(said, allowed) for one, said, allowed in ours if one == item]
        other = [said in allowed for one, said, allowed in theirs if one == item]
        good = sum(said in allowed for said, allowed in mine)
        wrong = Counter(f"{said} for {allowed[0]}" for said, allowed in mine if said not in allowed)
        told = ", ".join(f"{number} {what}" for what, number in wrong.most_common())
        print(f"  {item:12}  {good:3} of {len(mine):3}  {sum(other):3}        {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--notice", type=Path, default=PUBLISHED, help="the published notice of data_maps/btr"
    )
    parser.add_argument("--gold", type=Path, action="append", default=[], help="further judged notices")
    parser.add_argument("--items", action="store_true", help="also item by item")
    given = parser.parse_args()
    compare("An expert's judgements", by_an_expert(HERE / "notices"), items=given.items)
    for folder in given.gold:
        compare(folder.name, by_an_expert(folder), items=given.items)
    small = by_a_map("small_agency", MAPS / "small_agency" / "notice.txt")
    compare("The maps' judgements", [*by_a_map("btr", given.notice), *small], items=given.items)


if __name__ == "__main__":
    main()
