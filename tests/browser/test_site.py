"""The site in a real browser: forms, evidence, decisions by two people, the keyboard alone, and a phone."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from kg.curation.records import recorded
from kg.serve.app import application
from kg.serve.listen import listening
from kg.serve.settings import Settings
from kg.store import Store
from tests.browser.conftest import AXE
from tests.serving import place

pytestmark = pytest.mark.browser
DESK, PHONE, NARROW = (1280, 800), (390, 844), (320, 640)
KUBUS = "0ed0620753c0"
MAIN = (
    "/", "/reviews", f"/reviews/{KUBUS}?theme=housing-and-homelessness", "/themes", "/themes/domestic-abuse",
    "/agencies", "/agencies/police", "/recommendations", "/questions", "/questions/themes-by-reviews",
    "/questions/reviews-naming-theme?theme=professional-curiosity", "/reference", "/search?words=domestic", "/about",
    "/curate", f"/curate/reviews/{KUBUS}", "/curate/decisions",
)  # fmt: skip


@dataclass
class Site:
    """A site that listens, and the store behind it."""

    address: str
    where: Path


@pytest.fixture(scope="module")
def site(sample: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all of these tests; each decides about things of its own."""
    where = tmp_path_factory.mktemp("site") / "kg"
    shutil.copytree(place(sample), where)
    with listening("127.0.0.1", 0) as at:
        config = uvicorn.Config(application(Settings(str(where), curate=True)), log_config=None, ws="none", http="h11")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        yield Site(f"http://127.0.0.1:{at.getsockname()[1]}", where)
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A browser whose user has said a name; requests to anywhere else fail the test that makes them."""
    context = opened(browser, site, "A. Reader")
    expect.set_options(timeout=60_000)  # a decision is written to disk, which takes long on a busy machine
    yield context
    expect.set_options(timeout=5_000)
    context.close()


def opened(browser: Browser, site: Site, name: str = "", **options: object) -> BrowserContext:
    width, height = DESK
    context = browser.new_context(
        base_url=site.address,
        **{"viewport": {"width": width, "height": height}, **options},  # type: ignore[arg-type]
    )
    context.set_default_timeout(60_000)  # a busy machine is slow at times
    if name:
        page = context.new_page()
        page.goto("/curate/name")
        page.get_by_label("Your name").fill(name)
        page.keyboard.press("Enter")
        page.wait_for_url("**/curate")
        page.close()
    return context


@pytest.fixture
def page(reader: BrowserContext, site: Site) -> Iterator[Page]:
    """A page of which every complaint is an error."""
    made = reader.new_page()
    said: list[str] = []
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("console", lambda message: said.append(message.text))
    made.on("request", lambda request: said.append(request.url) if not request.url.startswith(site.address) else None)
    yield made
    made.close()
    assert said == []


def test_facets_narrow_the_list_and_can_be_taken_back(page: Page) -> None:
    page.goto("/reviews")
    page.get_by_label("Death").check()
    page.get_by_role("button", name="Show these reviews").first.click()
    expect(page.get_by_role("heading", name="2 of 6 reviews")).to_be_visible()
    assert "outcome=death" in page.url
    page.get_by_role("link", name="Remove Outcome: Death").click()
    expect(page.get_by_role("heading", name="6 of 6 reviews")).to_be_visible()


def test_a_question_completes_its_values_and_answers_with_a_file(page: Page) -> None:
    page.goto("/questions/reviews-naming-theme")
    field = page.get_by_label("Theme", exact=True)
    assert page.locator(f"#{field.get_attribute('list')} option[value=professional-curiosity]").count() == 1
    field.fill("professional-curiosity")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("heading", name="Answer: 2 rows")).to_be_visible()
    page.get_by_text("Download", exact=False).first.click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="CSV").click()
    assert Path(coming.value.path()).read_text(encoding="utf-8").startswith("review,theme,kind,quote")
    assert coming.value.suggested_filename == "reviews-naming-theme.csv"


def test_recommendations_are_found_by_words_and_agency(page: Page) -> None:
    page.goto("/recommendations")
    page.get_by_label("Words", exact=True).fill("interpreter")
    page.get_by_role("button", name="Search").last.click()
    expect(page.get_by_role("heading", name=re.compile(r"\d of 31 recommendations"))).to_be_visible()
    assert "interpreter" in page.locator("article.quote").first.inner_text()


def test_choosing_a_theme_marks_its_words_without_a_new_page(page: Page) -> None:
    page.goto(f"/reviews/{KUBUS}")
    page.evaluate("window.same = true")
    link = page.locator(".choose").get_by_role("link", name="Housing and homelessness")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.on")).to_have_text(["housing"])
    expect(link).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.same")
    assert page.url.endswith("?theme=housing-and-homelessness")
    page.locator(".choose").get_by_role("link", name="All themes").click()
    expect(page.locator("mark.on")).to_have_count(0)


def test_without_scripts_a_theme_is_chosen_by_its_address(browser: Browser, site: Site) -> None:
    context = opened(browser, site, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"/reviews/{KUBUS}")
    plain.locator(".choose").get_by_role("link", name="Housing and homelessness").click()
    expect(plain.locator("mark.on")).to_have_text(["housing"])
    context.close()


def test_the_explorer_shows_inside_the_site_and_its_state_in_the_address(page: Page) -> None:
    page.goto("/explorer")
    frame = page.frame_locator("[data-explorer]")
    expect(frame.locator("canvas").first).to_be_visible()
    inner = page.frames[1]
    inner.evaluate("location.hash = '#view=themes'")
    page.wait_for_function("location.hash.includes('view=themes')")
    frame.get_by_role("link", name="Domestic abuse", exact=True).first.click()
    frame.get_by_role("link", name="Its page").click()
    expect(page.get_by_role("heading", name="Domestic abuse", level=1)).to_be_visible()


def test_two_people_decide_about_the_same_and_neither_is_lost(browser: Browser, site: Site, page: Page) -> None:
    other = opened(browser, site, "B. Reader")
    second = other.new_page()
    for each in (page, second):
        each.goto(f"/curate/reviews/{KUBUS}")
    mine, theirs = (task(each, "Housing and homelessness") for each in (page, second))
    mine.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("A. Reader accepted theme “Housing and homelessness”")
    theirs.get_by_text("Change, or comment").click()
    theirs.get_by_label("Comment").fill("too broad here")
    theirs.get_by_role("button", name="Reject with comment").click()
    expect(second.get_by_role("alert")).to_contain_text("A. Reader accepted theme")
    expect(second.get_by_label("Comment")).to_have_value("too broad here")
    second.get_by_role("button", name="Decide so all the same").click()
    expect(second.get_by_role("status")).to_contain_text("B. Reader rejected theme")
    assert by_theme(site, "housing-and-homelessness") == [("A. Reader", "accept"), ("B. Reader", "reject")]
    other.close()


def test_the_keyboard_alone_decides_goes_on_and_undoes(page: Page, site: Site) -> None:
    page.goto("/curate")
    page.get_by_role("link", name="Child safeguarding practice review: Child A: review report").focus()
    page.keyboard.press("Enter")
    first = page.locator("[data-tasks] > li").first
    first.focus()
    expect(page.locator("mark.on").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("[data-tasks] > li").nth(1)).to_be_focused()
    chosen = page.locator("[data-tasks] > li").nth(1).get_attribute("id")
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_contain_text("A. Reader rejected")
    expect(page.locator("[data-tasks] > li.open:focus")).to_have_count(1)
    assert page.evaluate("document.activeElement.id") != chosen
    before = len(decisions(site))
    page.keyboard.press("u")
    page.wait_for_url(lambda url: "done=" not in url)
    assert len(decisions(site)) == before - 1
    expect(page.locator(f"#{chosen}")).to_be_focused()


def test_marked_words_come_into_the_form_that_adds(page: Page) -> None:
    page.goto(f"/curate/reviews/{KUBUS}")
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector("[data-source]"), NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (!node.data.includes("sleeping on his")) node = walker.nextNode();
          const at = node.data.indexOf("sleeping on his");
          document.getSelection().setBaseAndExtent(node, at, node, at + "sleeping on his".length);
        }"""
    )
    form = page.locator("[data-add]")
    expect(form.get_by_label("The words that say it")).to_have_value("sleeping on his")
    form.get_by_label("Where").select_option("incident")
    form.get_by_label("What").select_option("harm")
    form.get_by_label("Value").fill("accident")
    form.get_by_role("button", name="Add").click()
    expect(page.get_by_role("status")).to_contain_text("A. Reader added harm “accident”")


@pytest.mark.parametrize("address", MAIN)
def test_axe_finds_nothing_and_nothing_runs_over_the_edge_of_a_phone(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(AXE)
    for width, height in (NARROW, PHONE, DESK):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    for scheme, rules in (("light", "{}"), ("dark", "{runOnly: ['color-contrast']}")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = page.evaluate(f"axe.run(document, {rules})")["violations"]
        told = [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found]
        assert found == [], json.dumps([address, scheme, told], indent=1)


def task(page: Page, name: str) -> Locator:
    return page.locator("[data-tasks] > li").filter(has=page.locator("strong", has_text=re.compile(f"^{name}$"))).first


def decisions(site: Site) -> list[tuple[str, str, str]]:
    with Store.open(site.where) as store:
        return [(each.target.value, each.by, each.verdict.value) for each in recorded(store)]


def by_theme(site: Site, theme: str) -> list[tuple[str, str]]:
    return [(by, verdict) for value, by, verdict in decisions(site) if value == theme]
