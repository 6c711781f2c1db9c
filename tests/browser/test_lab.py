"""JupyterLab as people meet it: the first notebook in a fresh clone, then every other by its links."""

from pathlib import Path
from urllib.parse import urlsplit

import nbformat

FIRST = "notebooks/00_start_here.ipynb"

#: The notebook that is in front; those that were opened before it are behind it.
FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"

#: What JupyterLab shows when it wants to ask or to tell something.
ASKING = ".jp-Dialog, .Toastify__toast"

SHOWN = f"{FRONT} .jp-OutputArea-output"


def counted(notebook, kind):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return sum(kind in output.get("data", {}) for cell in cells for output in cell.outputs)


def wait_until_shown(page, lab, name):
    """Wait until a notebook is in front, every picture decoded and every table there; count the pictures."""
    notebook = nbformat.read(lab.project / name, as_version=4)
    title = notebook.cells[0].source.splitlines()[0].removeprefix("# ")
    page.wait_for_selector(f"{FRONT} h1:has-text('{title}')")
    pictures = counted(notebook, "image/png")
    page.wait_for_function(
        """([shown, pictures, tables]) => {
            const decoded = [...document.querySelectorAll(shown + ' img')].filter(
                picture => picture.complete && picture.naturalWidth > 0);
            return decoded.length === pictures
                && document.querySelectorAll(shown + '.jp-RenderedHTML').length === tables;
        }""",
        arg=[SHOWN, pictures, counted(notebook, "text/html")],
    )
    return pictures


def wait_until_idle(page):
    page.wait_for_selector(f"{FRONT} .jp-Notebook-ExecutionIndicator[data-status='idle']")


def trust(page):
    return page.locator(".jp-StatusItem-trust").get_attribute("title")


def links(page):
    """Return the notebooks that the one in front leads to."""
    found = page.locator(f"{FRONT} .jp-RenderedMarkdown a[href*='.ipynb']")
    addresses = found.evaluate_all("links => links.map(link => link.href)")
    return {urlsplit(address).path.removeprefix("/files/") for address in addresses}


def follow(page, name):
    page.locator(f"{FRONT} .jp-RenderedMarkdown a[href*='/{name}']").first.click()


def open_first(seen, lab):
    seen.page.goto(lab.address)
    wait_until_shown(seen.page, lab, FIRST)


def test_a_fresh_clone_shows_its_pictures_and_tables_before_anything_is_run(lab_page, lab):
    open_first(lab_page, lab)
    lab_page.picture("00_start_here")
    page = lab_page.page
    assert trust(page).startswith("Notebook not trusted: 0 of ")
    assert page.locator(f"{SHOWN} table").count() > 0
    wait_until_idle(page)  # by now it would have asked what it asks at its start
    assert page.locator(ASKING).all_inner_texts() == []


def test_run_all_cells_shows_the_same_again_without_an_error(lab_page, lab):
    open_first(lab_page, lab)
    page = lab_page.page
    wait_until_idle(page)
    before = page.locator(SHOWN).all_inner_texts()
    page.evaluate("shown => document.querySelectorAll(shown).forEach(one => one.classList.add('old'))", SHOWN)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function("!document.querySelector('.old')")
    wait_until_idle(page)
    wait_until_shown(page, lab, FIRST)
    lab_page.picture("00_start_here-run")
    assert page.locator(SHOWN).all_inner_texts() == before
    assert page.locator(f"{FRONT} [data-mime-type*=error], {FRONT} [data-mime-type*=stderr]").count() == 0


def test_every_notebook_is_reached_by_links_and_shows_its_pictures(lab_page, lab):
    open_first(lab_page, lab)
    page = lab_page.page
    reached, ahead = {FIRST}, links(page)
    while left := ahead - reached:
        if not left & links(page):  # a report leads nowhere: back to the start
            open_first(lab_page, lab)
        name = min(left & links(page))
        follow(page, name)
        if wait_until_shown(page, lab, name):
            page.locator(f"{SHOWN} img").first.scroll_into_view_if_needed()
        lab_page.picture(Path(name).stem)
        reached.add(name)
        ahead |= links(page)
    assert {f"notebooks/{path.name}" for path in lab.project.glob("notebooks/*.ipynb")} <= reached
    assert page.locator(ASKING).all_inner_texts() == []
