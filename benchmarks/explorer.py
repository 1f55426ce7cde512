"""The explorer beside vis-network on the same invented reviews: size, first picture, frames while panning.

Both pages are opened from the disk, offline, in the Chromium that is installed; without one there are no rows. CPU is
that of all processes of the browser, read from `/proc`; where there is none, only wall times are given.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.timing import Row, wants_all
from kg.graphs.collection import Collection
from kg.graphs.picture import CANVAS, VIS, page
from tests.invented_explorer import told_collection

SIZES = (60, 500, 2000)  # reviews
LARGEST = 10_000  # vis-network does not get there
_RUNS = 5
_MOVES = 120
_FRAME = 1000 / 60
# When the page says that it is ready, and when the frame that shows it has been handed on.
_WATCH = """new MutationObserver((_, watch) => {
  if (document.documentElement?.dataset.ready === undefined) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstPicture = performance.now(); }));
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });"""
_COUNT = """() => {
  window.frames = [];
  const next = (now) => { window.frames.push(now); requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


class Opening(NamedTuple):
    """Milliseconds of one page: to its first picture, and for each frame while its map is panned."""

    first: float
    first_cpu: float
    frame: float
    frame_cpu: float


def rows() -> Iterator[Row]:
    """Kilobytes, and milliseconds of a browser: to the first picture, and for each frame while panning."""
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        for size in SIZES if wants_all() else SIZES[:2]:
            yield from _compared(browser, Path(folder), told_collection(size, copies=6), size)
        yield from _alone(browser, Path(folder), told_collection(LARGEST, copies=6))
        browser.close()


def _compared(browser: Browser, folder: Path, collection: Collection, size: int) -> Iterator[Row]:
    ours, theirs = (_written(folder, collection, renderer) for renderer in (CANVAS, VIS))
    yield Row(f"page of {size:,} reviews", "vis-network", ours.stat().st_size / 1e3, theirs.stat().st_size / 1e3, "kB")
    one, other = _opened(browser, ours), _opened(browser, theirs)
    what = f"{size:,} reviews"
    yield Row(f"first picture, {what}", "vis-network", one.first, other.first, "wall ms")
    yield Row(f"first picture, {what}", "vis-network", one.first_cpu, other.first_cpu)
    yield Row(f"frame while panning, {what}", "60 a second", one.frame, _FRAME, "wall ms")
    yield Row(f"frame while panning, {what}", "vis-network", one.frame, other.frame, "wall ms")
    yield Row(f"frame while panning, {what}", "vis-network", one.frame_cpu, other.frame_cpu)


def _alone(browser: Browser, folder: Path, collection: Collection) -> Iterator[Row]:
    begun = time.process_time()
    file = _written(folder, collection, CANVAS)
    what = f"{LARGEST:,} reviews"
    yield Row(f"write a page of {what}", "ten seconds", (time.process_time() - begun) * 1e3, 10_000)
    for address, shown in (("", what), ("#of=both", f"{what} and all lines")):
        found = _opened(browser, file, address)
        yield Row(f"first picture, {shown}", "one second", found.first, 1000, "wall ms", 1)
        yield Row(f"first picture, {shown}", "one second", found.first_cpu, 1000)
        yield Row(f"frame while panning, {shown}", "60 a second", found.frame, _FRAME, "wall ms")
        yield Row(f"frame while panning, {shown}", "60 a second", found.frame_cpu, _FRAME)


def _written(folder: Path, collection: Collection, renderer: str) -> Path:
    file = folder / f"{renderer}-{len(collection.reviews)}.html"
    file.write_text(page(collection, renderer=renderer), encoding="utf-8")
    return file


def _opened(browser: Browser, file: Path, address: str = "") -> Opening:
    """The medians of some openings."""
    found = [_one_opening(browser, file.as_uri() + address) for _ in range(_RUNS)]
    return Opening(*map(statistics.median, zip(*found, strict=True)))


def _one_opening(browser: Browser, address: str) -> Opening:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.add_init_script(_WATCH)
    before = _cpu()
    opened.goto(address, timeout=120_000)
    opened.wait_for_function("window.firstPicture", timeout=120_000)
    first = opened.evaluate("window.firstPicture"), _cpu() - before
    opened.wait_for_timeout(500)  # for what is still read or drawn after the first picture
    before = _cpu()
    frame, frames = _panned(opened)
    panned = Opening(*first, frame, (_cpu() - before) / frames)
    opened.close()
    return panned


def _panned(page: Page) -> tuple[float, int]:
    """The median milliseconds from frame to frame while the mouse drags the map, and how many frames there were."""
    box = page.locator("#map").bounding_box()
    if box is None:
        return float("nan"), 1
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_COUNT)
    for move in range(_MOVES):
        page.mouse.move(x + 6 * (move % 20), y + 4 * (move % 14))
    times = page.evaluate("window.frames")
    page.mouse.up()
    gaps = [later - earlier for earlier, later in pairwise(times)]
    return statistics.median(gaps or [float("nan")]), max(len(gaps), 1)


def _cpu() -> float:
    """The CPU milliseconds of all processes of the browser so far; 0 where the system does not tell."""
    stats = [parts for file in Path("/proc").glob("[0-9]*/stat") if (parts := _stat(file))]
    ours = {os.getpid()}
    for _, pid, parent, _ in sorted(stats, key=lambda one: one.pid):
        if parent in ours:
            ours.add(pid)
    ticks = sum(one.ticks for one in stats if one.pid in ours and one.name.startswith("chrom"))
    return ticks * 1e3 / os.sysconf("SC_CLK_TCK")


class _Stat(NamedTuple):
    name: str
    pid: int
    parent: int
    ticks: int


def _stat(file: Path) -> _Stat | None:
    try:
        head, tail = file.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)
    except OSError:  # it ended meanwhile
        return None
    pid, name = head.split(" (", 1)
    _, parent, *numbers = tail.split()
    return _Stat(name, int(pid), int(parent), int(numbers[9]) + int(numbers[10]))
