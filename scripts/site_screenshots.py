"""Take the documentation's pictures of the site, over the sample digest, into docs/pictures (or the folder named)."""

import io
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import kg
from kg.serve.app import application
from kg.serve.listen import listening
from kg.serve.settings import Settings

DESK, PHONE = (1280, 800), (390, 844)
REVIEW = "0ed0620753c0"
SHOTS = {
    "site-overview": (DESK, "light", "/"),
    "site-review": (DESK, "light", f"/reviews/{REVIEW}"),
    "site-theme-dark": (DESK, "dark", "/themes/domestic-abuse"),
    "site-curate": (DESK, "light", f"/curate/reviews/{REVIEW}"),
    "site-overview-phone": (PHONE, "light", "/"),
    "site-review-phone": (PHONE, "light", f"/reviews/{REVIEW}?theme=housing-and-homelessness#text"),
}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(folder: Path) -> None:
    """Serve the sample, and photograph its pages."""
    browser_path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser_path is None:
        sys.exit("No Chromium is installed: install it, then run this again.")
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs this in a container.
        browser = playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=os.geteuid() != 0)
        for name, shot in SHOTS.items():
            (folder / f"{name}.png").write_bytes(_shot(browser, address, shot))
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """The address of a site over the sample, open for decisions, until this is left."""
    with tempfile.TemporaryDirectory() as temporary, listening("127.0.0.1", 0) as at:
        kg.load(kg.sample(), store=temporary + "/store")
        settings = Settings(temporary + "/store", curate=True)
        server = uvicorn.Server(uvicorn.Config(application(settings), log_config=None, ws="none", http="h11"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def _shot(browser: Browser, address: str, shot: tuple[tuple[int, int], str, str]) -> bytes:
    (width, height), scheme, path = shot
    context = browser.new_context(base_url=address, viewport={"width": width, "height": height})
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    if path.startswith("/curate"):
        _say_who(page)
    page.goto(path)
    if path.startswith("/curate"):
        page.locator("[data-tasks] > li").nth(1).focus()
    picture = io.BytesIO()
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(picture, "PNG", optimize=True)
    context.close()
    return picture.getvalue()


def _say_who(page: Page) -> None:
    page.goto("/curate/name")
    page.get_by_label("Your name").fill("A. Reader")
    page.keyboard.press("Enter")
    page.wait_for_url("**/curate")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "pictures")
