"""The explorer beside vis-network on the same invented reviews: size, first picture, frames while panning.

Both pages are opened from the disk, offline, in the Chromium that is installed; without one there are no rows.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.timing import Row
from kg.collection import Collection
from kg.picture import CANVAS, VIS, page
from tests.invented_explorer import told_collection

SIZES = (60, 500, 2000)  # reviews
LARGEST = 10_000  # vis-network does not get there
_RUNS = 3
_MOVES = 40
_COUNT = """() => {
  window.frames = 0;
  window.begun = performance.now();
  const next = () => { window.frames++; requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


def rows() -> Iterator[Row]:
    """Kilobytes, and wall milliseconds of a browser: to the first picture, and for each frame while panning."""
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        for size in SIZES:
            yield from _compared(browser, Path(folder), told_collection(size, copies=6), size)
        yield from _alone(browser, Path(folder), told_collection(LARGEST, copies=6))
        browser.close()


def _compared(browser: Browser, folder: Path, collection: Collection, size: int) -> Iterator[Row]:
    ours, theirs = (_written(folder, collection, renderer) for renderer in (CANVAS, VIS))
    yield Row(f"page of {size:,} reviews", "vis-network", ours.stat().st_size / 1e3, theirs.stat().st_size / 1e3, "kB")
    (first, frame), (their_first, their_frame) = _opened(browser, ours), _opened(browser, theirs)
    yield Row(f"first picture, {size:,} reviews", "vis-network", first, their_first, "wall ms")
    yield Row(f"frame while panning, {size:,} reviews", "60 a second", frame, 1000 / 60, "wall ms")
    yield Row(f"frame while panning, {size:,} reviews", "vis-network", frame, their_frame, "wall ms")


def _alone(browser: Browser, folder: Path, collection: Collection) -> Iterator[Row]:
    begun = time.perf_counter()
    file = _written(folder, collection, CANVAS)
    yield Row(f"write a page of {LARGEST:,} reviews", "ten seconds", time.perf_counter() - begun, 10, "wall s")
    first, frame = _opened(browser, file)
    yield Row(f"first picture, {LARGEST:,} reviews", "one second", first, 1000, "wall ms")
    yield Row(f"frame while panning, {LARGEST:,} reviews", "60 a second", frame, 1000 / 60, "wall ms")
    _, frame = _opened(browser, file, "#of=both")
    yield Row(f"frame while panning, {LARGEST:,} and all lines", "60 a second", frame, 1000 / 60, "wall ms")


def _written(folder: Path, collection: Collection, renderer: str) -> Path:
    file = folder / f"{renderer}-{len(collection.reviews)}.html"
    file.write_text(page(collection, renderer=renderer), encoding="utf-8")
    return file


def _opened(browser: Browser, file: Path, address: str = "") -> tuple[float, float]:
    """Medians of the milliseconds until the first picture stands, and for each frame while the map is panned."""
    found = []
    for _ in range(_RUNS):
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.goto(file.as_uri() + address)
        opened.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)
        first = opened.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        found.append((first, _panned(opened)))
        opened.close()
    return statistics.median(each[0] for each in found), statistics.median(each[1] for each in found)


def _panned(page: Page) -> float:
    """The milliseconds of each frame while the mouse drags the map."""
    box = page.locator("canvas").first.bounding_box()
    if box is None:
        return float("nan")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_COUNT)
    for move in range(_MOVES):
        page.mouse.move(x + 6 * (move % 20), y + 4 * (move % 14))
    frame = float(page.evaluate("(performance.now() - window.begun) / window.frames"))
    page.mouse.up()
    return frame
