"""Take the documentation's pictures of the page, of the sample digest, into docs/pictures (or the folder named)."""

import base64
import os
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, sync_playwright
from small_png import small_png

from kg import paths
from kg.extract import extract
from kg.graph_files import write_graph
from kg.read import read
from kg.store import MEMORY, Store

DESK, PHONE = (1280, 800), (390, 844)
THEME = "professional-challenge-and-escalation"
SHOTS = {
    "shared-themes": (DESK, "light", "#view=both"),
    "shared-themes-one-chosen": (DESK, "light", f"#view=both&of={THEME}"),
    "shared-themes-dark": (DESK, "dark", f"#view=themes&of={THEME}"),
    "shared-themes-reviews": (DESK, "light", "#view=reviews"),
    "shared-themes-phone": (PHONE, "light", "#view=both"),
}
_UNPACK = """async (packed) => {
  const image = new Image();
  image.src = "data:image/png;base64," + packed;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
  return { width: image.width, height: image.height, pixels: btoa(text) };
}"""
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
    target.write_bytes(small_png(_pixels(opened, opened.screenshot())))
    context.close()


def _pixels(page: Page, png: bytes) -> NDArray[np.uint8]:
    """The picture's pixels, unpacked by the browser that packed them."""
    page.goto("about:blank")  # the page's own policy would forbid this script
    found = page.evaluate(_UNPACK, base64.b64encode(png).decode())
    flat = np.frombuffer(base64.b64decode(found["pixels"]), np.uint8)
    rgb: NDArray[np.uint8] = flat.reshape(found["height"], found["width"], 4)[:, :, :3]
    return rgb


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "pictures")
