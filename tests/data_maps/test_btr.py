"""The map that ships: it reads, every rule runs on it, every sentence of the real notice rests somewhere."""

import datetime as dt
import html
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from audit_lib.audit import run_audit
from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.coverage import Standing
from audit_lib.notice.coverage import cover

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "data_maps" / "btr"
NOTICE = REPOSITORY.parent / "shared" / "seeds" / "privacy_notice.txt"
AS_OF = dt.date(2026, 11, 22)
RUN = 10

with_the_notice = pytest.mark.skipif(
    not NOTICE.is_file(), reason="the published notice is its publisher's text and is not in this repository"
)


@pytest.fixture(scope="module")
def data_map():
    return read_map(FOLDER)


def test_the_map_reads_without_a_fault(data_map):
    assert data_map.info.id == "btr"
    assert data_map.flows


def test_every_rule_can_run(data_map):
    assert run_audit(data_map, AS_OF).skipped == ()


def test_every_decision_is_about_a_finding_that_exists(data_map):
    found = {finding.id for finding in run_audit(data_map, AS_OF).findings}
    assert {decision.finding for decision in data_map.decisions} <= found


def test_every_clause_rests_somewhere_or_says_why_not(data_map):
    left = [clause.clause for clause in cover(data_map).clauses if not clause.accounted_for]
    assert left == []
    assert data_map.clauses


def test_every_entry_knows_its_file_and_line(data_map):
    lost = [
        name for name, _ in data_map.entries() if not (place := data_map.place(name)).line or not place.file
    ]
    assert lost == []


#: What cannot both be true in the notice: rule, clauses of one side, clauses of the other.
CONTRADICTIONS = [
    ("controller-named-differently", {"c4-1"}, {"c20-1"}),
    ("scope-beyond-controller", {"c7-1"}, {"c87-1"}),
    ("sharing-denied-and-done", {"c40-7"}, {"c42-1", "c46-2", "c46-3", "c46-4"}),
    ("shared-beyond-the-list", {"c39-1"}, {"c7-1"}),
    ("third-party-means-two-things", {"c40-2", "c35-3"}, {"c40-3", "c40-7"}),
    ("recipient-limited-and-freed", {"c40-5"}, {"c41-1"}),
    ("role-contradicted", {"c50-2"}, {"c40-1", "c40-4"}),
    ("custody-contradicted", {"c50-1"}, {"c40-3", "c79-2"}),
    ("consent-to-everything", {"c19-1"}, {"c13-1", "c15-1", "c17-1"}),
    ("bases-compete", {"c11-3"}, {"c36-1"}),
    ("duty-data-required-by-contract", {"c23-2"}, {"c15-2"}),
    ("duty-overclaimed", {"c46-1"}, {"c43-1", "c45-1"}),
    ("request-taken-for-duty", {"c42-1"}, {"c46-1"}),
    ("restraint-promised-and-not-kept", {"c17-1", "c29-2"}, {"c38-2", "c35-3"}),
    ("electronic-marketing", {"c59-1"}, {"c31-1"}),
    ("consequence-not-told", {"c23-2"}, {"c11-2"}),
    ("end-promised-and-not-set", {"c89-1", "c90-1"}, {"c35-2"}),
    ("cookie-consent-contradicted", {"c75-4"}, {"c19-1"}),
    ("cookie-choice-comes-late", {"c76-1"}, {"c73-1"}),
    ("consent-pressed", {"c75-4"}, {"c75-1"}),
]


@pytest.fixture(scope="module")
def contradictions(data_map):
    found = run_audit(data_map, AS_OF).findings
    return {finding.rule: finding for finding in found if finding.contradicts}


@pytest.mark.parametrize(
    ("rule", "one", "other"), CONTRADICTIONS, ids=[rule for rule, _, _ in CONTRADICTIONS]
)
def test_a_contradiction_is_found_with_both_sides(contradictions, rule, one, other):
    finding = contradictions[rule]
    assert one <= set(finding.clauses) - set(finding.contradicts)
    assert other <= set(finding.contradicts)


def test_no_other_contradiction_is_claimed(contradictions):
    assert set(contradictions) == {rule for rule, _, _ in CONTRADICTIONS}


@with_the_notice
def test_every_sentence_of_the_notice_is_known_unchanged_and_accounted_for(data_map):
    coverage = cover(data_map, read_notice(NOTICE))
    assert coverage.added == ()
    assert [clause.clause for clause in coverage.clauses if clause.standing is not Standing.UNCHANGED] == []
    assert coverage.complete
    assert coverage.sentences == len(data_map.clauses)


@with_the_notice
def test_every_rule_can_run_beside_the_notice(data_map):
    assert run_audit(data_map, AS_OF, read_notice(NOTICE)).skipped == ()


@with_the_notice
def test_no_file_of_the_repository_holds_ten_words_of_the_notice_in_a_row():
    secret = set(_runs(NOTICE.read_text(encoding="utf-8")))
    found = {
        f"{path.relative_to(REPOSITORY)}: {' '.join(run)}"
        for path in _files(REPOSITORY)
        for text in _texts(path)
        for run in _runs(text)
        if run in secret
    }
    assert found == set()


def test_ten_words_in_a_row_are_found_in_every_kind_of_file(tmp_path):
    words = [f"word{number}" for number in range(RUN)]
    run = tuple(words)
    (tmp_path / "a.txt").write_text("Before " + ", ".join(words).upper() + " after")
    (tmp_path / "b.yaml").write_text("# " + "\n# ".join(words))
    (tmp_path / "c.html").write_text("<b>" + "</b> <b>".join(words) + "</b>")
    (tmp_path / "d.ipynb").write_text('["' + '\\n",\n "'.join(words) + '"]')
    with zipfile.ZipFile(tmp_path / "e.xlsx", "w") as archive:
        archive.writestr("xl/sharedStrings.xml", "<si><t>" + " ".join(words) + "</t></si>")
    held = {path.name for path in _files(tmp_path) for text in _texts(path) if run in set(_runs(text))}
    assert held == {"a.txt", "b.yaml", "c.html", "d.ipynb", "e.xlsx"}


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that are or would be committed: no hidden folders, caches or reports of one's own."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            kept = not path.name.startswith(".") or path.name in (".ci", ".github")
            if kept and path.name not in ("__pycache__", "dist", "reports"):
                yield from _files(path)
            elif path.name == "reports" and (path / "example").is_dir():
                yield from _files(path / "example")
        elif path.is_file():
            yield path


def _texts(path: Path) -> Iterator[str]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield _without_markup(archive.read(name).decode("utf-8", "ignore"))
        return
    text = path.read_bytes().decode("utf-8", "ignore")
    yield text
    if path.suffix == ".ipynb":
        yield _without_markup(re.sub(r"\\[ntr]", " ", text))
    elif path.suffix in (".html", ".svg", ".xml", ".md", ".j2"):
        yield _without_markup(text)


def _without_markup(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(islice(words, start, None) for start in range(RUN)), strict=False)
