"""The page that vis-network draws, in a real browser: from the disk, offline, by mouse, by keyboard and on a phone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.graphs.collection import Collection
from tests.browser.conftest import Open
from tests.invented import invented_collection
from tests.test_picture import hostile_collection
from tests.test_picture import page as page_of

pytestmark = pytest.mark.browser
PHONE = (390, 844)


@pytest.fixture(scope="module")
def six() -> Collection:
    return invented_collection(6, seed=3, copies=3, most=12)


@pytest.fixture(scope="module")
def text(six: Collection) -> str:
    return page_of(six)


def shared_theme(collection: Collection) -> str:
    """The theme that most reviews name."""
    return max(sorted(collection.themes), key=lambda theme: sum(theme in r.themes for r in collection.reviews))


def where(page: Page, iri: str) -> tuple[float, float]:
    """The middle of a node's mark on the screen: what a person would point at."""
    found = page.evaluate("(iri) => window.sharedThemes.whereIs(iri)", iri)
    return found["x"], found["y"]


def passages(collection: Collection, theme: str) -> int:
    """How many items name the theme."""
    return sum(len({(q.kind, q.position) for q in r.quotes if q.theme == theme}) for r in collection.reviews)


def test_it_opens_from_the_disk_without_a_request_or_an_error(opened: Open, text: str) -> None:
    shown = opened(text)
    expect(shown.page.locator("canvas")).to_be_visible()
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    shown.assert_quiet()


def test_a_click_on_a_theme_shows_every_quote_behind_it(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    theme = shared_theme(six)
    shown.page.mouse.click(*where(shown.page, theme))
    expect(shown.page.locator("#panel h2")).to_have_text(six.themes[theme].label)
    expect(shown.page.locator("#panel figure")).to_have_count(passages(six, theme))
    expect(shown.page.locator("#panel mark").first).to_be_visible()
    assert "of=" in shown.page.url
    shown.assert_quiet()


def test_a_click_on_a_review_shows_its_title_and_facts_and_keeps_what_is_only_possible_apart(
    opened: Open, text: str, six: Collection
) -> None:
    shown = opened(text)
    review = six.reviews[1]
    shown.page.mouse.click(*where(shown.page, review.iri))
    panel = shown.page.locator("#panel")
    expect(panel).to_contain_text(review.title)
    expect(panel.locator(".stated")).to_contain_text("invented")
    expect(panel.locator(".stated")).not_to_contain_text("neglect")
    expect(panel.locator(".possible")).to_contain_text("neglect")
    expect(panel.locator(".possible .words")).to_have_text("“starved”")
    expect(panel.get_by_role("heading", name="Stated as possible")).to_be_visible()


def test_a_click_on_a_line_shows_what_the_review_says_on_the_theme(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    theme = shared_theme(six)
    review = next(review for review in six.reviews if theme in review.themes)
    (x, y), (to_x, to_y) = where(shown.page, review.iri), where(shown.page, theme)
    shown.page.mouse.click(0.45 * x + 0.55 * to_x, 0.45 * y + 0.55 * to_y)
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile(r".+ on .+"))
    assert shown.page.locator("#panel figure").count() >= 1
    assert "with=" in shown.page.url


def test_learning_and_recommendations_are_told_apart_in_words(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    shown.page.mouse.click(*where(shown.page, shared_theme(six)))
    for caption in shown.page.locator("#panel figcaption").all_inner_texts():
        assert re.match(r"(Learning point|Recommendation) \d+", caption)


def test_search_finds_names_and_the_words_of_passages(opened: Open, text: str) -> None:
    shown = opened(text)
    shown.page.get_by_role("searchbox").fill("practitioners need domestic")
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile(r"Found \d+"))
    expect(shown.page.locator("#panel figure").first).to_contain_text("domestic abuse")
    shown.page.get_by_role("searchbox").fill("zebra")
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile("Nothing holds"))
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    shown.assert_quiet()


def test_the_keyboard_alone_reaches_a_theme_its_pair_and_back(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    label = six.themes[shared_theme(six)].label
    shown.page.keyboard.press("Tab")  # the link that skips the map
    shown.page.keyboard.press("Enter")
    shown.page.keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.textContent") == label
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h2")).to_be_focused()
    expect(shown.page.locator("#panel h2")).to_have_text(label)
    shown.page.locator("#panel .ranked a").first.focus()
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile(".+ and .+"))
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")


def test_every_review_and_theme_is_a_link_in_the_panel(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    labels = set(shown.page.locator("#panel a").evaluate_all("links => links.map((link) => link.textContent)"))
    assert {review.label for review in six.reviews} | {theme.label for theme in six.themes.values()} <= labels


def test_an_address_brings_back_what_was_chosen(opened: Open, text: str, six: Collection) -> None:
    review = six.reviews[0]
    shown = opened(text, address=f"#view=reviews&of={review.iri.rsplit('/', 1)[1]}")
    expect(shown.page.locator("#panel h2")).to_have_text(review.label)
    expect(shown.page.locator("#views a[aria-current]")).to_have_text("Reviews")


def test_an_address_of_nonsense_shows_everything(opened: Open, text: str) -> None:
    shown = opened(text, address="#view=constructor&of=__proto__&with=%3Cimg%20src=x%3E&group=length")
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    shown.assert_quiet()


@pytest.mark.parametrize("view", ["Reviews and themes", "Themes", "Reviews"])
def test_each_view_can_be_chosen(opened: Open, text: str, view: str) -> None:
    shown = opened(text)
    shown.page.get_by_role("navigation", name="Views").get_by_role("link", name=view, exact=True).click()
    expect(shown.page.locator("#views a[aria-current]")).to_have_text(view)
    shown.assert_quiet()


def test_the_map_zooms_and_comes_back(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    ends = six.reviews[0].iri, six.reviews[1].iri

    def apart() -> float:
        (x, y), (to_x, to_y) = (where(shown.page, end) for end in ends)
        return abs(x - to_x) + abs(y - to_y)

    before = apart()
    shown.page.get_by_role("button", name="Zoom in").click()
    assert apart() > before
    shown.page.get_by_role("button", name="Fit").click()
    assert apart() == pytest.approx(before)


@pytest.mark.parametrize("size", [(320, 640), PHONE, (640, 400), (1280, 800)])
@pytest.mark.parametrize("address", ["", "#view=both&of=domestic-abuse"])
def test_no_width_makes_the_page_scroll_sideways(opened: Open, text: str, size: tuple[int, int], address: str) -> None:
    shown = opened(text, size, address)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    cut = shown.page.evaluate(
        "[...document.querySelectorAll('header *, .strip button, .strip summary')]"
        ".filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert cut == 0


def test_on_a_phone_the_map_stands_above_the_panel(opened: Open, text: str) -> None:
    shown = opened(text, PHONE)
    drawn, panel = shown.page.locator("#map").bounding_box(), shown.page.locator("#panel").bounding_box()
    assert drawn
    assert panel
    assert drawn["height"] > 300
    assert drawn["y"] + drawn["height"] <= panel["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_colours_that_the_reader_prefers(opened: Open, text: str, scheme: str) -> None:
    shown = opened(text, color_scheme=scheme)
    shade = shown.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (shade == "rgb(255, 255, 255)") == (scheme == "light")
    shown.assert_quiet()


def test_hostile_text_is_shown_and_does_nothing(opened: Open) -> None:
    collection = hostile_collection()
    shown = opened(page_of(collection))
    for link in range(4):
        shown.page.locator("#panel .ranked a").nth(link).click()
        shown.page.mouse.move(*where(shown.page, collection.reviews[0].iri))
        shown.page.wait_for_timeout(350)  # the tooltip
        shown.page.keyboard.press("Escape")
    for view in ("themes", "reviews"):
        shown.page.evaluate("(view) => { location.hash = `#view=${view}` }", view)
    shown.page.get_by_role("searchbox").fill("<script>")
    assert shown.page.evaluate("window.hit") is None
    assert shown.page.locator("#panel img, #panel svg, #panel script, #panel iframe, #panel b").count() == 0
    shown.assert_quiet()


def test_a_script_that_was_changed_does_not_run(opened: Open, text: str) -> None:
    tampered = text.replace("</body>", "<script>window.hit = 1</script></body>")
    shown = opened(tampered)
    assert shown.page.evaluate("window.hit") is None


@pytest.mark.parametrize(("reviews", "words"), [(0, "No reviews yet"), (1, "No theme is shared yet")])
def test_nothing_to_share_is_said(opened: Open, reviews: int, words: str) -> None:
    shown = opened(page_of(invented_collection(reviews)))
    expect(shown.page.locator("#panel h2")).to_have_text(words)
    for view in ("Themes", "Reviews"):
        shown.page.get_by_role("link", name=view, exact=True).click()
    shown.assert_quiet()


def test_three_hundred_reviews_open_and_answer_a_click(opened: Open) -> None:
    collection = invented_collection(300, copies=5)
    shown = opened(page_of(collection))
    theme = shared_theme(collection)
    shown.page.mouse.click(*where(shown.page, theme))
    expect(shown.page.locator("#panel h2")).to_have_text(collection.themes[theme].label)
    shown.assert_quiet()


def test_without_a_browser_the_tests_fail_where_they_must_run(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "CI": "1", "KG_CHROMIUM": ""}
    command = [sys.executable, "-m", "pytest", __file__, "-k", "from_the_disk", "-p", "no:cacheprovider"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "must run here" in ran.stdout
