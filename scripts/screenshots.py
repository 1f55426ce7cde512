"""Take the documentation's pictures of the page, of the sample digest, into docs/pictures (or the folder named)."""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from kg import paths
from kg.extract import extract
from kg.graphs.files import write_graph
from kg.read import read
from kg.store import MEMORY, Store

DESK, PHONE = (1280, 800), (390, 844)
THEME = "professional-challenge-and-escalation"
SHOTS = {
    "shared-themes": (DESK, "light", "#of=both"),
    "shared-themes-one-chosen": (DESK, "light", f"#of=both&at={THEME}"),
    "shared-themes-matrix": (DESK, "light", f"#view=matrix&of=both&at={THEME}"),
    "shared-themes-table": (DESK, "light", "#view=table&of=themes"),
    "shared-themes-dark": (DESK, "dark", f"#of=themes&at={THEME}"),
    "shared-themes-phone": (PHONE, "light", "#of=both"),
    "shared-themes-phone-chosen": (PHONE, "light", f"#of=both&at={THEME}"),
    "shared-themes-phone-matrix": (PHONE, "light", "#view=matrix&of=both"),
    "shared-themes-phone-table": (PHONE, "light", "#view=table&of=both"),
    "shared-themes-phone-dark": (PHONE, "dark", f"#of=themes&at={THEME}"),
}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(folder: Path) -> None:
    """Draw the page and photograph it, offline."""
    browser_path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser_path is None:
        sys.exit("No Chromium is installed: install it, then run this again.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, Store.open(MEMORY) as store, sync_playwright() as playwright:
        page = Path(temporary) / "page.html"
        store.load(extract(read(path)) for path in sorted(paths.sample().glob("*.txt")))
        write_graph(store, page)
        # Chromium refuses its sandbox to root, which is who runs this in a container.
        browser = playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=os.geteuid() != 0)
        for name, shot in SHOTS.items():
            _shoot(browser, page, shot, folder / f"{name}.png")
        browser.close()


def _shoot(browser: Browser, page: Path, shot: tuple[tuple[int, int], str, str], target: Path) -> None:
    (width, height), scheme, address = shot
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
    opened = context.new_page()
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened.goto(page.as_uri() + address)
    opened.wait_for_selector("html[data-ready]", state="attached")
    opened.wait_for_timeout(300)  # the canvas paints in the frame after the script is done
    target.write_bytes(_small(opened.screenshot()))
    context.close()


def _small(png: bytes) -> bytes:
    """The same picture, packed as small as PNG can; fewer colours would blend the groups of themes."""
    packed = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "pictures")
