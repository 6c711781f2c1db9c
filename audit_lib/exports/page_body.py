"""The body of a page made ready: tables that can be reached and heard, pictures told in words, links."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..views import colours
from ..views.colours import LEVELS
from ..views.written_blocks import HEADING
from .page_cards import deal
from .page_links import finding_rows, link_findings
from .page_summary import evidence_list, not_judged, summary
from .page_told import Told, ToldFinding

#: The colours that the workbench's own tables bring, each by the name under which the page knows it.
_NAMES: Final = {
    "#ffffff": "paper",
    "#1c2530": "ink",
    colours.MUTED: "soft",
    colours.GROUND: "ground",
    colours.GRID: "line",
    colours.FINDING: "bad",
    colours.FINDING_GROUND: "bad-ground",
    colours.GAP_INK: "gap",
    colours.GAP_GROUND: "gap-ground",
    **{colour: f"level-{level.value}" for level, colour in LEVELS.items()},
}

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\([^)]*\)|(?<=color:)\s*[a-z]+")

#: What may stand in a style that becomes a rule of the page's own style sheet.
_PLAIN_STYLE: Final = re.compile(r"[\w\s:;#%.,()!-]*")

_HEAD: Final = re.compile("h[1-6]")
_NO_HEAD: Final = re.compile("^(?!h[1-6]$)")

_IMAGE: Final = re.compile(r'src="(data:image/[a-z+]+;base64,[^"]*)"')

#: The least size in CSS pixels of the title of a document, and of the heading of a part; others are beneath.
_SIZES: Final = (20, 16)

#: Longer descriptions of a picture stand beneath it in whole, and shortened where a screen reader reads on.
_LONGEST_ALT: Final = 250

#: How wide a picture means to be, and from which width on, in CSS pixels, a page always shrinks it.
_WIDTH: Final = re.compile(r"--width: (\d+)px")
_COLUMN: Final = 1300

#: From so many columns on a table is set smaller on paper; with so many letters it also takes pages of its
#: own, on their side: upright its columns would be a word wide, and its rows half a page high.
_MANY: Final = 6
_LONG: Final = 4_000


class Body(NamedTuple):
    """The body of a page, and the rules for its classes."""

    markup: str
    style: str


def ready(body: str, told: Told | None = None) -> Body:
    """Return the body of a page with what a notebook does not know of: summary, links, names of tables.

    Each table stands in a region of its own that can be scrolled by keyboard, has a caption, and says which
    cell names a row. The colours of the workbench's tables become those of the page, so that they turn
    dark with it. Each picture has a description beneath it. Each finding has its id as anchor.

    >>> ready('<table><thead><tr><th>Party</th></tr></thead><tbody></tbody></table>').markup[:40]
    '<div aria-labelledby="table-1" class="sc'
    """
    images: list[str] = []

    def held(found: re.Match[str]) -> str:
        images.append(found[1])
        return f'src="held:{len(images) - 1}"'

    soup = BeautifulSoup(_IMAGE.sub(held, body), "html.parser")
    rows = finding_rows(soup)
    told = told.about(rows) if told else None
    _add_told(soup, rows, told)
    _drop_repeated_ids(soup)
    link_findings(soup, rows, told)
    _mark_headings(soup)
    _order_headings(soup)
    style = _Styles()
    for number, table in enumerate(soup.find_all("table"), start=1):
        _name_rows(table)
        _stand_alone(soup, table, number)
        deal(table)
    _lead_on(soup)
    for sheet in soup.select(".output > .sheet"):
        style.take(sheet)
    for number, figure in enumerate(soup.find_all("figure"), start=1):
        _describe(soup, figure, number)
    markup = re.sub(r'src="held:(\d+)"', lambda found: f'src="{images[int(found[1])]}"', soup.decode())
    return Body(markup, style.rules)


def _add_told(soup: BeautifulSoup, rows: dict[str, Tag], told: Told | None) -> None:
    """Put the counts before the first heading, and what the findings rest on at the end."""
    if told is None:
        return

    def anchor(finding: ToldFinding) -> str | None:
        return finding.id if finding.id in rows else None

    shown = bool(told.findings or told.evidence or told.skipped or told.new is not None)
    head = BeautifulSoup(summary(told, anchor, evidence=shown or not told.figures), "html.parser")
    first = soup.find(["section", "div"], recursive=False)
    words = isinstance(first, Tag) and "words" in first.get_attribute_list("class")
    if isinstance(first, Tag) and words and not first.find(re.compile("^h[1-6]$")):
        first.insert_after(head)
    else:
        soup.insert(0, head)
    soup.append(BeautifulSoup(not_judged(told), "html.parser"))
    if rows:  # a page that lists no finding has nothing to lead there from
        soup.append(BeautifulSoup(evidence_list(told, anchor), "html.parser"))


def _drop_repeated_ids(soup: BeautifulSoup) -> None:
    seen = {"report"}
    for tag in soup.find_all(id=True):
        if tag["id"] in seen:
            del tag["id"]
        else:
            seen.add(str(tag["id"]))


def _mark_headings(soup: BeautifulSoup) -> None:
    """Make the headings of documents real: in a notebook they only look so."""
    for part in soup.select(".output div[style]"):
        style = str(part["style"]).replace(" ", "")
        if HEADING.replace(" ", "") in style:
            size = re.search(r"font-size:(\d+)px", style)
            part.name = f"h{3 + sum(int(size[1]) < least for least in _SIZES) if size else 5}"


def _order_headings(soup: BeautifulSoup) -> None:
    """Leave one level of headings to the page, and skip none."""
    level = 1
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        level = min(max(int(heading.name[1]), 2), level + 1)
        heading.name = f"h{level}"


def _name_rows(table: Tag) -> None:
    """Mark which cells name the columns and which cell of each row tells it from the others."""
    for cell in table.select("thead th"):
        if not cell.get_text(strip=True):
            cell.name = "td"
            del cell["scope"]
        elif not cell.get("scope"):
            cell["scope"] = "colgroup" if int(str(cell.get("colspan") or 1)) > 1 else "col"
    for cell in table.select("tbody th"):
        cell["scope"] = cell.get("scope") or "row"
    rows = [row.find_all("td", recursive=False) for row in table.select("tbody > tr")]
    if table.select("tbody th") or len(rows) < 2:
        return
    for at in range(min(3, *map(len, rows))):
        said = [row[at].get_text(" ", strip=True) for row in rows]
        if all(said) and (len(set(said)) == len(said) or not table.find("thead")):
            for row in rows:
                row[at].name = "th"
                row[at]["scope"] = "row"
            return


def _stand_alone(soup: BeautifulSoup, table: Tag, number: int) -> None:
    """Put a table into a region that its caption names; a table without one is named by its heading."""
    if table.find_parent("table"):
        return
    caption = table.find("caption")
    if not isinstance(caption, Tag) or not caption.get_text(strip=True):
        if isinstance(caption, Tag):
            caption.decompose()
        caption = soup.new_tag("caption", attrs={"class": "unseen"})
        above = table.find_previous(re.compile("^h[1-6]$"))
        caption.string = f"Table {number}" + (f": {above.get_text(strip=True)}" if above else "")
        table.insert(0, caption)
    caption["id"] = f"table-{number}"
    region = soup.new_tag("div", role="region", tabindex="0", attrs={"aria-labelledby": f"table-{number}"})
    region["class"] = "scroll"
    table.wrap(region)
    columns = max((len(row.find_all(["td", "th"])) for row in table.select("tr")[:3]), default=0)
    if columns >= _MANY:
        region["class"] = "scroll many"
        shown = region.find_parent(class_="output")
        if shown and len(table.get_text()) > _LONG and len(shown.find_all("table")) == 1:
            _add_class(shown, "broad")


def _lead_on(soup: BeautifulSoup) -> None:
    """Mark the words that lead to what is shown beneath them: on paper they stand on the same page."""
    for words in reversed(soup.select("section.words, .sheet p")):
        following, before = words.find_next_sibling(), words.find_previous_sibling()
        if not isinstance(following, Tag):
            continue
        kinds = " ".join(filter(None, following.get_attribute_list("class"))).split()
        heads = [isinstance(part, Tag) and bool(_HEAD.fullmatch(part.name)) for part in (before, following)]
        title = "words" in kinds and not words.find(_NO_HEAD, recursive=False)
        if title or "output" in kinds or "scroll" in kinds or following.name == "ul" or all(heads):
            _add_class(words, "leads")
            if "broad" in kinds:
                _add_class(words, "broad")


class _Styles:
    """The styles of tables as classes: each is said once, in the colours of the page."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    @property
    def rules(self) -> str:
        return "\n".join(f".{name} {{ {style} }}" for style, name in self._known.items())

    def take(self, part: Tag) -> None:
        """Turn the styles of a part of the page into classes, if all its colours are the workbench's own."""
        styled = [tag for tag in [part, *part.find_all(style=True)] if tag.get("style")]
        used = {colour.strip().lower() for tag in styled for colour in _COLOUR.findall(str(tag["style"]))}
        if not used <= {*_NAMES, "inherit", "transparent"}:
            _add_class(part, "foreign")
            return
        for tag in styled:
            if _PLAIN_STYLE.fullmatch(str(tag["style"])):
                style = _COLOUR.sub(lambda found: self._named(found[0]), str(tag["style"]))
                if "background:var(--level" in style.replace(" ", ""):
                    style += " --soft: var(--ink);"  # what is muted on paper is too faint on a level
                name = self._known.setdefault(style, f"t{len(self._known)}")
                _add_class(tag, name)
                del tag["style"]

    @staticmethod
    def _named(colour: str) -> str:
        name = _NAMES.get(colour.strip().lower())
        return f"var(--{name})" if name else colour


def _add_class(tag: Tag, name: str) -> None:
    tag["class"] = " ".join([*filter(None, tag.get_attribute_list("class")), name])


def _describe(soup: BeautifulSoup, figure: Tag, number: int) -> None:
    """Let a picture be scrolled where it is wide, and tell beneath it in sentences what it shows."""
    image = figure.find("img")
    if not isinstance(image, Tag):
        return
    figure["id"] = f"picture-{number}"
    whole = str(image.get("alt") or "A picture without a description.")
    title = re.split(r"(?<=[.;]) ", whole)[0]
    region = soup.new_tag("div", role="region", tabindex="0", attrs={"aria-label": f"Picture: {title}"})
    region["class"] = "scroll"
    image.wrap(region)
    if (meant := _WIDTH.search(str(image.get("style", "")))) and int(meant[1]) > _COLUMN:
        region.insert_before(_larger(soup))
    if len(whole) > _LONGEST_ALT:
        short = whole[:_LONGEST_ALT].rpartition(". ")[0] or title[:_LONGEST_ALT].rpartition(" ")[0]
        image["alt"] = f"{short.rstrip('.')}. The whole is told below the picture."
    fold, head = soup.new_tag("details", attrs={"class": "described"}), soup.new_tag("summary")
    head.string = "What this picture shows, in words"
    items = soup.new_tag("ul")
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z0-9])", whole):
        item = soup.new_tag("li")
        item.string = sentence
        items.append(item)
    fold.extend([head, items])
    following = figure.find_next(["table", "h2"])
    if isinstance(following, Tag) and following.name == "table" and (caption := following.find("caption")):
        line, link = soup.new_tag("p"), soup.new_tag("a", href=f"#{caption['id']}")
        link.string = f"{caption.get_text(strip=True)}"
        line.extend(["The table that follows: ", link])
        fold.append(line)
    figure.append(fold)


def _larger(soup: BeautifulSoup) -> Tag:
    """Return what a reader opens to see a picture at its own size, where a page would shrink it."""
    fold, head = soup.new_tag("details", attrs={"class": "larger"}), soup.new_tag("summary")
    head.string = "Show the picture at its own size"
    line = soup.new_tag("p")
    line.string = "It is larger than the page: scroll it, or close this to see all of it."
    fold.extend([head, line])
    return fold
