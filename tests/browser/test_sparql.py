"""The editor and the plain form in a real browser, with every address but the site's refused."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kg.store import Store
from tests.browser.conftest import _SPY, AXE
from tests.live import over, served

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds
RULES = '{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}'


@pytest.fixture(scope="module")
def site(sample: Store) -> Iterator[str]:
    with served(over(sample)) as client:
        yield str(client.base_url)


@pytest.fixture
def outside() -> list[str]:
    """The addresses outside of the site that a page asked for."""
    return []


@pytest.fixture
def page(browser: Browser, site: str, outside: list[str]) -> Iterator[Page]:
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(_SPY)

    def only_the_site(route: Route) -> None:
        if route.request.url.startswith(f"{site}/"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    context.route("**/*", only_the_site)
    yield context.new_page()
    context.close()


def written(page: Page) -> str:
    """The question in the editor."""
    return str(page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()"))


@pytest.fixture
def editor(page: Page) -> Page:
    page.goto("/sparql/editor")
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def test_the_editor_runs_a_saved_question_and_asks_nobody_else(editor: Page, outside: list[str]) -> None:
    editor.get_by_label("Start from a saved question").select_option("themes-by-reviews")
    assert "themes" in written(editor).lower()
    editor.locator(".yasqe_queryButton").click()
    expect(editor.locator(".yasr table tbody tr").first).to_contain_text("@en", timeout=PATIENCE)
    assert outside == []
    assert editor.evaluate("window.violations") == []


def test_the_editor_completes_our_terms_and_declares_their_prefix(editor: Page, outside: list[str]) -> None:
    editor.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?r sg:theme ')")
    editor.locator(".CodeMirror").click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("curios")
    expect(editor.locator(".CodeMirror-hints li").first).to_have_text("theme:professional-curiosity")
    editor.keyboard.press("Enter")
    expect(editor.locator(".CodeMirror")).to_contain_text("PREFIX theme:")  # its policy allows no waiting by script
    assert "?r sg:theme theme:professional-curiosity" in written(editor)
    assert outside == []


def test_the_editor_keeps_nothing_in_the_browser(editor: Page) -> None:
    editor.locator(".yasqe_queryButton").click()
    expect(editor.locator(".yasr table tbody tr").first).to_be_visible(timeout=PATIENCE)
    editor.reload()
    editor.wait_for_selector("html[data-ready]", state="attached")
    assert editor.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_axe_finds_nothing_on_the_form_with_an_answer(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("/sparql?query=SELECT * { ?s a ?class } ORDER BY ?s LIMIT 5&format=html")
    expect(page.get_by_role("table")).to_be_visible()
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {RULES})")["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.violations") == []


def test_the_form_answers_by_the_keyboard_alone_and_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/sparql")
    page.get_by_label("Question in SPARQL").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("ASK { ?s ?p ?o }")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Yes.", timeout=PATIENCE)
    assert page.get_by_label("Question in SPARQL").input_value().strip() == "ASK { ?s ?p ?o }"
    context.close()
