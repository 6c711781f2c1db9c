"""Ways of saying each thing that must be told, and sentences that only look like it.

The files in `wordings` list invented passages, item by item. Nobody's phrases find all of them; what is
found must not become less, and what only looks like it must stay silent.
"""

from pathlib import Path

import pytest
import yaml

from audit_lib.law.transparency import TRANSPARENCY_ITEMS
from audit_lib.model.transparency import Effect
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.text_signs import text_signs

FILES = sorted((Path(__file__).parent / "wordings").glob("*.yaml"))
ITEMS = {item.id: item for item in TRANSPARENCY_ITEMS}

#: The share of passages that must be found, and of near misses that may be.
FOUND = 0.6
MISTAKEN = 0.1

#: Items whose passages are told only where the notice shows that they are due.
NEED_A_WHOLE_NOTICE = {"A21-4": 0.4}

every_item = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def listed(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def text(passage):
    if isinstance(passage, str):
        return passage
    lines = passage["text"] if isinstance(passage["text"], list) else [passage["text"]]
    heading = [f"# {passage['heading']}"] if passage.get("heading") else []
    return "\n".join([*heading, *map(str, lines)])


def shown(passage, item):
    signs = text_signs(split_sentences(text(passage)))
    return {sign.aspect for sign in signs if sign.item == item and sign.effect is Effect.SHOWS}


@every_item
def test_the_passages_are_listed_under_the_aspects_of_the_item(path):
    given = listed(path)
    assert given["item"] == path.stem
    assert set(given["shows"]) <= set(ITEMS[path.stem].aspects)


@every_item
def test_most_ways_of_saying_it_are_found(path):
    given = listed(path)
    passages = [(aspect, each) for aspect, some in given["shows"].items() for each in some]
    found = sum(aspect in shown(each, path.stem) for aspect, each in passages)
    assert found / len(passages) >= NEED_A_WHOLE_NOTICE.get(path.stem, FOUND)


@every_item
def test_what_only_looks_like_it_is_hardly_ever_taken_for_it(path):
    near = listed(path)["silent"]
    assert sum(bool(shown(each, path.stem)) for each in near) / len(near) <= MISTAKEN
