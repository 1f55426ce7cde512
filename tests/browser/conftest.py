"""Chromium for the tests: found, not fetched; every page is opened from the disk, offline, with requests refused."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")  # a checker of accessibility
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SPY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


def chromium() -> str | None:
    """The path of an installed Chromium; `KG_CHROMIUM` names one elsewhere."""
    return os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@dataclass
class Opened:
    """A page, and what it did that it must not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def assert_quiet(self) -> None:
        """No request but for the file itself, no error, no violation of the policy."""
        assert [url for url in self.requests if not url.startswith("file:")] == []
        assert len(self.requests) == 1
        assert self.complaints == []
        assert self.page.evaluate("window.violations") == []


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("No Chromium is installed, and the browser tests must run here.")
        pytest.skip("No Chromium is installed.")
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs tests in a container.
        launched = playwright.chromium.launch(executable_path=path, chromium_sandbox=os.geteuid() != 0)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page's text from a file, at a size, offline."""
    contexts = []

    def open_page(
        text: str, size: tuple[int, int] = (1280, 800), address: str = "", wait: float = 30_000, **options: str
    ) -> Opened:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(_SPY)
        context.route("**/*", _refuse)
        result = Opened(context.new_page())
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.goto(file.as_uri() + address)
        result.page.wait_for_selector("html[data-ready]", state="attached", timeout=wait)
        return result

    yield open_page
    for context in contexts:
        context.close()


def _refuse(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()
