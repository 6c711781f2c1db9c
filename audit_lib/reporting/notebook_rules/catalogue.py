"""The house rules of notebooks, listed by hand in the order in which somebody would put a notebook right."""

from __future__ import annotations

from typing import Final

from . import cells, imports, outputs, people, state, writing
from .rule import NotebookRule

RULES: Final = (
    NotebookRule(
        "parameters-first",
        "Parameters come first, and each has a type",
        "A report is made of any map and for any day, without a line of its code being touched.",
        "Put what a reader may change into the first cell of code, tagged `parameters`, one a line.",
        cells.parameters_first,
    ),
    NotebookRule(
        "open-parameters",
        "What may be changed can be seen",
        "Code is folded so that a reader comes to the answers; a folded parameter is found by nobody.",
        "Unfold the cell in JupyterLab (View, Expand Selected Code) and save.",
        cells.open_parameters,
    ),
    NotebookRule(
        "report-parameters",
        "A report takes a map and a day",
        "Whoever schedules reports gives each the same three: which map, which day, where its files go.",
        'Declare map, as_of (such as "2026-03-31") and `out: str | None = None`.',
        cells.report_parameters,
    ),
    NotebookRule(
        "few-cells",
        "A notebook answers one question",
        "With more than twelve code cells nobody reads a notebook to its end.",
        "Make two notebooks of it, or move work into audit_lib.",
        cells.few_cells,
    ),
    NotebookRule(
        "short-cells",
        "A cell has about five lines",
        "What is longer is work, and work belongs where it has tests.",
        "Move the work into audit_lib and call it.",
        cells.short_cells,
    ),
    NotebookRule(
        "plain-python",
        "Code is plain Python",
        "Magic and shell commands run nowhere but in this kernel, and change the machine.",
        "Say it in Python, or leave it out.",
        cells.plain_python,
    ),
    NotebookRule(
        "no-definitions",
        "No function and no class is defined",
        "Code in a notebook has no tests, no types and no other user.",
        "Move it into audit_lib.",
        cells.no_definitions,
    ),
    NotebookRule(
        "listed-imports",
        "Only listed modules are imported",
        "What a notebook may use can be relied on from one version to the next.",
        f"Import public names from audit_lib, or from {', '.join(imports.LISTED)}.",
        imports.listed_imports,
    ),
    NotebookRule(
        "no-network",
        "Nothing is fetched",
        "A report that needs a network tells others who reads it, and fails where there is none.",
        "Keep the file beside the map and name it by a parameter.",
        imports.no_network,
    ),
    NotebookRule(
        "one-title",
        "One title, headings in order",
        "A page is made of the notebook, and a screen reader leads through it by its headings.",
        "Begin with one `# Title`, then `##`, then `###`.",
        writing.one_title,
    ),
    NotebookRule(
        "links",
        "Links lead somewhere",
        "A notebook leads on to the next by a link beside it; on another machine nothing else is there.",
        "Name a file beside the notebook by a relative path, or leave the link out.",
        writing.links_lead_somewhere,
    ),
    NotebookRule(
        "shown-untrusted",
        "Outputs show on a fresh clone",
        "Nobody has trusted a cloned notebook: scripts, SVG and style sheets are left out there.",
        "Show a Picture or a Table of audit_lib.",
        outputs.shown_untrusted,
    ),
    NotebookRule(
        "no-errors",
        "No error is kept",
        "A traceback in a report shows paths of a machine and answers nothing.",
        "Put the cause right and run the notebook again.",
        outputs.no_errors,
    ),
    NotebookRule(
        "small-outputs",
        "No output is huge",
        "A notebook of many megabytes is slow to open and cannot be reviewed.",
        "Show a part, and write the whole to a file.",
        outputs.small_outputs,
    ),
    NotebookRule(
        "whole-pictures",
        "Pictures are PNG and have words",
        "A reader who cannot see it, and one whose picture is broken, has the words.",
        "Show a Picture of audit_lib: it brings its alternative text.",
        outputs.whole_pictures,
    ),
    NotebookRule(
        "nobody-named",
        "Nobody is named",
        "A committed notebook is read by everybody who has the repository, for as long as there is one.",
        "Take it out, also of the history; a contact of an organisation stands in the map (parties.yaml).",
        people.nobody_named,
    ),
    NotebookRule(
        "run-in-order",
        "Run once, from top to bottom",
        "Only then do the outputs belong to the code above them.",
        "Run `make notebooks`.",
        state.run_in_order,
    ),
    NotebookRule(
        "clean-metadata",
        "No trace of the run",
        "Times, versions and paths of a machine hide the real changes in a review.",
        "Run `make notebooks`, which leaves only kernel and tags.",
        state.clean_metadata,
    ),
    NotebookRule(
        "stable-ids",
        "Each cell has an id of its own",
        "Tools follow a cell through its history by its id.",
        "Save the notebook once in JupyterLab; it gives ids to the cells.",
        state.stable_ids,
    ),
    NotebookRule(
        "small-file",
        "A notebook has at most two megabytes",
        "Every version of it stays in the repository for good.",
        "Show fewer or smaller pictures.",
        state.small_file,
    ),
)
