"""Runs of a made-up report, published into a folder, for the tests of the ledger."""

from pathlib import Path

from audit_lib.reporting.folders import aside
from audit_lib.reporting.publishing import publish
from audit_lib.reporting.runs import example_run, files_in


def put(root: Path, name: str = "risk", content: str = "one", outcome: str = "finished", **files: str):
    """Publish a run that has left a page and whatever else is given; return the line of the ledger."""
    final = root / name
    with aside(final) as folder:
        (folder / "risk.html").write_text(content, encoding="utf-8")
        (folder / "tables").mkdir()
        (folder / "tables" / "rows.csv").write_text("id,name\n1,Ada\n", encoding="utf-8")
        for said, text in files.items():
            (folder / said).write_text(text, encoding="utf-8")
        run = example_run().model_copy(update={"outcome": outcome, "files": files_in(folder)})
        return publish(folder, final, root, run)
