"""Debian's Chromium, driven without a network, and what a page is measured by in it."""

import contextlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

#: For each piece of text that is seen: its colour, the colour behind it, its size and whether it is bold.
PAIRS = """
() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat([1]);
  const ground = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement)
      layers.push(parse(getComputedStyle(at).backgroundColor));
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const paper = dark ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((under, top) => over(top, under), paper);
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility()) continue;
    const style = getComputedStyle(element), behind = ground(element);
    const ink = over(parse(style.color), behind);
    const key = [ink, behind, style.fontSize, style.fontWeight].join(' ');
    if (!found.has(key)) found.set(key, {ink: ink.slice(0, 3), ground: behind.slice(0, 3),
      size: parseFloat(style.fontSize), bold: +style.fontWeight >= 700,
      words: node.data.trim().slice(0, 60)});
  }
  return [...found.values()];
}
"""

#: Everything that a keyboard reaches, by name, in order, and whether its focus can be seen.
REACHED = """
() => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
  .filter(element => element.checkVisibility())
  .map(element => { element.focus({focusVisible: true}); const style = getComputedStyle(element);
    const by = document.getElementById(element.getAttribute('aria-labelledby'));
    return {name: (element.getAttribute('aria-label') || by?.textContent || element.textContent).trim(),
      role: element.getAttribute('role') || element.tagName,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)}; })
"""


@contextlib.contextmanager
def chromium():
    """Give a running browser; where there is none, the test is skipped."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no Chromium is installed to look at the page with")
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            yield running
        finally:
            running.close()


@contextlib.contextmanager
def opened(browser, page, *, width=1280, scheme="light"):
    """Give a page as the browser has it, and the addresses that it asked for; the network is cut off."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", offline=True
    )
    shown = context.new_page()
    asked = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(page.as_uri())
    try:
        yield shown, asked
    finally:
        context.close()


def faint(pairs):
    """Return the pairs of text and ground whose contrast is below WCAG 2.2 AA (1.4.3)."""
    return [pair for pair in pairs if ratio(pair["ink"], pair["ground"]) < least(pair)]


def least(pair):
    """Large text is of 24 pixels, or bold and of 18.66."""
    large = pair["size"] >= 24 or (pair["bold"] and pair["size"] >= 18.66)
    return 3.0 if large else 4.5


def ratio(ink, ground):
    light, dark = sorted(map(luminance, (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
