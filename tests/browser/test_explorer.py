"""The explorer in a real browser: from the disk, offline, by mouse, by keyboard, on a phone, and as files."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from kg.explorer import page as explorer_page
from kg.graphs.collection import LEARNING, Collection, Fact, Item, Quote, Review, Theme, Trait
from kg.graphs.network import Link, strongest, theme_links
from tests.browser.conftest import AXE, Open
from tests.invented import invented_collection
from tests.invented_explorer import told_collection

pytestmark = pytest.mark.browser
PHONE = (390, 844)
_GO = """(to) => new Promise((done) => {
  const from = location.href;
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = to;
  if (location.href === from) done();
})"""
_FOCUSED = """() => {
  const here = document.activeElement;
  const style = getComputedStyle(here);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return [here.id || here.textContent.trim().slice(0, 30), seen];
}"""
_AXE = """axe.run({ resultTypes: ["violations"] }).then((result) => JSON.stringify(result.violations.map(
  ({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 120) + (any[0]?.message ?? ""))])))"""
_CUT = """[...document.querySelectorAll("header *, .controls *")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen"))
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
_UNFIT = (
    "#year=2008&year=2009&sex=Female&outcome=Death&age=Under 1&place=Northby&type=Learning review"
    "&addressee=Police&addressee=Schools&harm=Not stated&group=Practice&confidence=Not given"
)


@pytest.fixture(scope="module")
def six() -> Collection:
    return told_collection(6, copies=1)


@pytest.fixture(scope="module")
def text(six: Collection) -> str:
    return explorer_page(six)


@pytest.fixture(scope="module")
def sixty() -> Collection:
    return told_collection(60)


@pytest.fixture(scope="module")
def many(sixty: Collection) -> str:
    return explorer_page(sixty)


def local(iri: str) -> str:
    return iri.rsplit("/", 1)[1]


def shared_theme(collection: Collection) -> str:
    """The theme that most reviews name."""
    return max(sorted(collection.themes), key=lambda theme: sum(theme in r.themes for r in collection.reviews))


def where(page: Page, iri: str) -> tuple[float, float]:
    """The middle of a node's mark in the window: what a person would point at."""
    found = page.evaluate("(name) => window.sharedThemes.whereIs(name)", local(iri))
    return found["x"], found["y"]


def passages(collection: Collection, theme: str) -> int:
    return sum(len({(q.kind, q.position) for q in r.quotes if q.theme == theme}) for r in collection.reviews)


def panel_heading(page: Page) -> str:
    return page.locator("#panel h2").inner_text()


def go(page: Page, address: str) -> None:
    """Change the address and wait until the page has followed."""
    page.evaluate(_GO, address)


# The file


def test_it_opens_from_the_disk_without_a_request_or_an_error(opened: Open, text: str) -> None:
    shown = opened(text)
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    assert shown.page.evaluate("window.sharedThemes.drawn()")["nodes"] > 10
    for view in ("matrix", "table", "map"):
        for of in ("both", "themes", "reviews"):
            go(shown.page, f"#view={view}&of={of}")
    shown.assert_quiet()


def test_a_script_that_was_changed_or_added_does_not_run(opened: Open, text: str) -> None:
    shown = opened(text.replace("</body>", "<script>window.hit = 1</script><img src=x onerror='window.hit=1'></body>"))
    assert shown.page.evaluate("window.hit") is None
    assert "script-src-elem" in shown.page.evaluate("window.violations")
    changed = text.replace('"use strict";\n(() => {', '"use strict";\nwindow.hit = 1;(() => {')
    with pytest.raises(Exception, match="Timeout"):
        opened(changed, wait=500)


ATTACKS = [
    *(f"<script>window.hit={n}</script>" for n in range(20)),
    *(f"<img src=x{n} onerror=window.hit=1>" for n in range(20)),
    *(f"</script><script>window.hit={n}</script>" for n in range(20)),
    *(f'"><svg/onload=window.hit={n}>' for n in range(20)),
    *(f"javascript:window.hit={n}" for n in range(20)),
    *(f"<a href='javascript:window.hit={n}'>x</a>" for n in range(20)),
    *(f"<iframe srcdoc='<script>parent.hit={n}</script>'>" for n in range(20)),
    *(f"{{{{constructor.constructor('window.hit={n}')()}}}}" for n in range(20)),
    *(f"<style>@import 'https://example.org/{n}.css'</style>" for n in range(20)),
    *(f"<!--\u2028\u2029\x00\x1b\ud7ff{n} --!><b onclick=window.hit=1>]]>&#x3c;" for n in range(20)),
]


def attacked() -> Collection:
    """Every text field holds an attack, each of two hundred at least once."""
    themes = {f"https://example.org/t/{n}/{text}": text for n, text in enumerate(ATTACKS[:40])}
    reviews = tuple(
        Review(
            f"https://example.org/r/{n}/{text}",
            text,
            text,
            text,
            (Fact(text, text, words=(f"{text}!",)), Fact(text, text, hedged=True, words=(f"{text}?",))),
            tuple(
                Quote(theme, LEARNING, at, text, f"{text} and {text}")
                for at, theme in enumerate(list(themes)[n % 30 : n % 30 + 4], 1)
            ),
            (),
            tuple(Item(LEARNING, at, f"{text} and {text}", (text,)) for at in range(1, 6)),
            tuple(Trait(facet, text) for facet in ("year", "outcome", "harm", "age", "sex", "type", "place")),
            (text, f"https://example.org/{text}"),
            text,
        )
        for n, text in enumerate(ATTACKS)
    )
    named = {theme for review in reviews for theme in review.themes}
    return Collection(
        tuple(ATTACKS[:3]),
        reviews,
        {iri: Theme(iri, text, ATTACKS[-1 - n], text) for n, (iri, text) in enumerate(themes.items()) if iri in named},
    )


def test_two_hundred_hostile_strings_in_every_field_do_nothing(opened: Open) -> None:
    shown = opened(explorer_page(attacked()))
    page = shown.page
    for address in (
        "#of=both",
        "#of=reviews",
        "#view=matrix&of=both",
        "#view=table&of=themes",
        "#of=themes&community=0",
    ):
        go(page, address)
    for link in ("#panel .ranked a", "#panel .ranked a", "#panel section a"):
        page.locator(link).first.click()
    page.locator("#path-to").focus()
    page.get_by_role("searchbox").fill("<script> window.hit")
    expect(page.locator("#panel h2")).to_have_text(re.compile("Found"))
    page.locator(".facet[data-facet=year] input").first.check()
    go(
        page,
        "#view=<img src=x onerror=window.hit=1>&at=__proto__&with=constructor&q=<svg onload=window.hit=1>&year=length",
    )
    assert page.evaluate("window.hit") is None
    assert page.locator("img, iframe, object, embed, style ~ style, #panel script, b").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    shown.assert_quiet()


# The map


def test_labels_of_a_few_reviews_never_overlap_and_every_shared_theme_has_one(
    opened: Open, text: str, six: Collection
) -> None:
    page = opened(text).page
    for size in ((1280, 800), (1024, 768), PHONE):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        boxes = page.evaluate("window.sharedThemes.labels()")
        for one in range(len(boxes)):
            for other in boxes[one + 1 :]:
                first = boxes[one]
                apart = (
                    first["right"] <= other["left"]
                    or other["right"] <= first["left"]
                    or first["bottom"] <= other["top"]
                    or other["bottom"] <= first["top"]
                )
                assert apart, (size, first, other)
        if size[0] >= 1024:
            shared = [t for t in six.themes if sum(t in r.themes for r in six.reviews) > 1]
            assert sum(box["theme"] for box in boxes) >= len(shared)


def test_a_click_on_a_theme_shows_every_quote_behind_it(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    theme = shared_theme(six)
    shown.page.mouse.click(*where(shown.page, theme))
    expect(shown.page.locator("#panel h2")).to_have_text(six.themes[theme].label)
    expect(shown.page.locator("#panel figure")).to_have_count(passages(six, theme))
    expect(shown.page.locator("#panel mark").first).to_be_visible()
    assert f"at={local(theme)}" in shown.page.url
    shown.assert_quiet()


def test_a_review_shows_its_facts_and_links_and_keeps_what_is_only_possible_apart(
    opened: Open, text: str, six: Collection
) -> None:
    review = six.reviews[5]
    shown = opened(text, address=f"#at={local(review.iri)}")
    panel = shown.page.locator("#panel")
    expect(panel).to_contain_text(review.title)
    expect(panel.locator("blockquote.summary")).to_have_text(f"“{review.summary}”")
    expect(panel.get_by_role("heading", name="Stated in the digest")).to_be_visible()
    expect(panel.locator(".stated")).not_to_contain_text("Neglect")
    expect(panel.locator(".possible")).to_contain_text("Neglect")
    # A fact with the words it rests on, but not where they only repeat it.
    expect(panel.locator(".stated dd")).to_have_text("Death“died”")
    expect(panel.locator(".possible .words")).to_have_text("“went without food”")
    link = panel.locator(".sources a")
    expect(link).to_have_attribute("href", review.links[0])
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_a_click_on_a_line_shows_the_words_of_both_its_ends(opened: Open, text: str, six: Collection) -> None:
    page = opened(text).page
    theme = shared_theme(six)
    review = next(review for review in six.reviews if theme in review.themes)
    (x, y), (to_x, to_y) = where(page, review.iri), where(page, theme)
    page.mouse.click(0.45 * x + 0.55 * to_x, 0.45 * y + 0.55 * to_y)
    expect(page.locator("#panel h2")).to_have_text(re.compile(r".+ on .+"))
    one, other = sorted(six.themes, key=lambda t: -sum(t in r.themes for r in six.reviews))[:2]
    go(page, f"#of=themes&at={local(one)}&with={local(other)}")
    both = [r for r in six.reviews if {one, other} <= r.themes]
    assert f"In the same {len(both)} of 6 reviews" in page.locator("#panel").inner_text()
    told = " ".join(page.locator("#panel figure").all_inner_texts())
    assert six.themes[one].label.lower() in told
    assert six.themes[other].label.lower() in told


def test_the_lines_drawn_are_the_strongest_by_the_measure_that_python_knows(
    opened: Open, many: str, sixty: Collection
) -> None:
    page = opened(many, address="#of=themes").page
    links = [link for link in theme_links(sixty) if link.weight > 1]

    def key(link: Link) -> tuple[float, ...]:
        return link.association, link.weight

    def expected(most: int) -> Counter[tuple[str, ...]]:
        kept = strongest(links, most, key)
        return Counter(tuple(sorted(sixty.themes[end].label for end in (link.one, link.other))) for link in kept)

    def drawn() -> Counter[tuple[str, ...]]:
        return Counter(tuple(sorted(ends)) for ends in page.evaluate("window.sharedThemes.lines()"))

    assert drawn() == expected(3)
    page.locator("#most").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#most-value")).to_have_text("4")
    page.wait_for_function("many => window.sharedThemes.lines().length === many", arg=expected(4).total())
    assert drawn() == expected(4)


def test_it_zooms_pans_and_comes_back(opened: Open, text: str) -> None:
    page = opened(text).page

    def scale() -> float:
        return float(page.evaluate("window.sharedThemes.camera().scale"))

    before = scale()
    page.get_by_role("button", name="Zoom in").click()
    assert scale() > before
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 60, steps=4)
    page.mouse.up()
    assert page.evaluate("window.sharedThemes.camera().x") != 0
    assert "at=" not in page.url, "a drag is no choice"
    page.get_by_role("button", name="Fit the whole map").click()
    assert scale() == pytest.approx(before)


def test_the_themes_of_most_reviews_are_labelled_wherever_they_stand(
    opened: Open, many: str, sixty: Collection
) -> None:
    page = opened(many, address="#of=themes").page
    page.set_viewport_size({"width": 1024, "height": 640})
    shown = {box["text"] for box in page.evaluate("window.sharedThemes.labels()")}
    counts = Counter(theme for review in sixty.reviews for theme in review.themes)
    leading = [sixty.themes[theme].label for theme, _ in counts.most_common(12)]
    assert len([label for label in leading if label in shown]) >= 11, "one may be hemmed in by its peers"


def test_a_neighbourhood_is_a_star_and_a_path_is_told_step_by_step(opened: Open, many: str, sixty: Collection) -> None:
    page = opened(many, address=f"#of=themes&at={local(shared_theme(sixty))}").page
    everything = page.evaluate("window.sharedThemes.drawn().nodes")
    page.get_by_role("link", name="1 step").click()
    expect(page.locator("#panel h2")).to_have_text(sixty.themes[shared_theme(sixty)].label)
    assert 1 < page.evaluate("window.sharedThemes.drawn().nodes") < everything
    other = sixty.reviews[7]
    page.locator("#path-to").fill(other.label)
    page.locator("#path-to").press("Enter")
    expect(page.locator("#panel h2")).to_have_text(re.compile("From .+ to .+"))
    steps = page.locator("#panel .way li")
    assert steps.count() >= 2
    assert steps.first.inner_text().removeprefix("↓ ").strip() == sixty.themes[shared_theme(sixty)].label
    assert page.locator("#panel .ranked a").count() == steps.count() - 1


def test_communities_are_named_and_said_to_be_approximate_and_few_reviews_have_none(
    opened: Open, many: str, text: str
) -> None:
    page = opened(many).page
    expect(page.locator("#panel")).to_contain_text("approximate")
    page.locator("#colour").select_option("community")
    page.locator("#panel h3:has-text('approximate') + ul a").first.click()
    expect(page.locator("#panel")).to_contain_text("Louvain")
    few = opened(text).page
    expect(few.locator("#colour-control")).to_be_hidden()
    expect(few.locator("#panel")).not_to_contain_text("approximate")


def test_below_forty_reviews_only_counts_are_shown(opened: Open, text: str, many: str) -> None:
    page = opened(text, address="#of=themes&view=table&by=lift").page
    expect(page.locator("#by-control")).to_be_hidden()
    expect(page.locator("[data-table=lines] thead")).not_to_contain_text("Lift")
    page = opened(many, address="#of=themes&view=table").page
    expect(page.locator("[data-table=lines] thead")).to_contain_text("Lift")
    page.locator("#by").select_option("jaccard")
    expect(page.locator("#counted")).to_contain_text("Jaccard")


# Facets, search, address


def fits(review: Review, facet: str, value: str) -> bool:
    return any(trait.facet == facet and trait.value == value for trait in review.traits)


def test_each_facet_of_reviews_leaves_as_many_as_it_says(opened: Open, many: str, sixty: Collection) -> None:
    page = opened(many).page
    for facet in ("year", "outcome", "harm", "age", "sex", "type", "place"):
        go(page, "#of=themes")
        _leaves_as_many_as_it_says(page, sixty, facet)


def _leaves_as_many_as_it_says(page: Page, sixty: Collection, facet: str) -> None:
    value = page.locator(f".facet[data-facet={facet}] input").first.get_attribute("data-value") or ""
    left = [review for review in sixty.reviews if fits(review, facet, value)]
    page.evaluate("(facet) => { document.querySelector(`.facet[data-facet=${facet}]`).open = true }", facet)
    row = page.locator(f".facet[data-facet={facet}] label").first
    assert row.locator(".number").inner_text() == str(len(left))
    row.locator("input").check()
    expect(page.locator("#filtered")).to_have_text(f"Reviews that fit: {len(left)} of 60")
    expect(page.locator("#live")).to_contain_text(f"{len(left)} of 60 reviews")
    if facet != "sex":
        women = sum(fits(review, "sex", "Female") for review in left)
        found = page.locator(".facet[data-facet=sex] label", has_text="Female").locator(".number")
        assert found.text_content() == str(women), "counts follow the other facets"


def test_facets_of_quotes_leave_reviews_with_such_a_quote(opened: Open, many: str, sixty: Collection) -> None:
    page = opened(many).page

    def left(address: str) -> str:
        go(page, f"#{address}")
        return page.locator("#filtered").inner_text().removeprefix("Reviews that fit: ").removesuffix(" of 60")

    asked = [r for r in sixty.reviews if any("Police" in item.addressees for item in r.items)]
    assert left("addressee=Police") == str(len(asked))
    sure = [r for r in sixty.reviews if any((q.confidence or 0) >= 0.9 for q in r.quotes)]
    assert left("confidence=90%25 and more") == str(len(sure))
    assert left("status=Only suggested") == "60"
    accepted = [r for r in sixty.reviews if any(q.status == "accepted" for q in r.quotes)]
    assert left("status=Accepted by a person") == str(len(accepted))
    group = sixty.themes[shared_theme(sixty)].group
    named = [r for r in sixty.reviews if any(sixty.themes[t].group == group for t in r.themes)]
    assert left(f"group={group}") == str(len(named))
    expect(page.locator("#chips a")).to_have_count(1)
    page.locator("#chips a").click()
    expect(page.locator("#filtered")).to_have_text("Reviews that fit: 60 of 60")


def test_suggested_themes_count_only_when_they_are_chosen(opened: Open, text: str, six: Collection) -> None:
    page = opened(text, address="#view=table&of=both").page
    sure = sum(len(review.themes) for review in six.reviews)
    expect(page.locator("[data-table=lines] caption")).to_have_text(f"Lines: {sure}")
    go(page, "#view=table&of=both&status=Only suggested")
    expect(page.locator("[data-table=lines] caption")).to_have_text("Lines: 6")
    page.locator("[data-table=lines] a", has_text="Words").first.click()
    expect(page.locator("#panel figcaption").first).to_contain_text("only suggested")


def test_pictures_of_what_is_only_suggested_say_so_and_name_every_filter(opened: Open, text: str) -> None:
    shown = opened(text)
    go(shown.page, "#view=map&of=both&status=Only+suggested")
    drawn = saved(shown.page, "svg").decode()
    assert "Filters: Status of a theme: Only suggested" in drawn
    assert "What is only suggested is a hint, and not stated." in drawn


def test_each_theme_of_a_passage_is_shown_with_its_own_confidence(opened: Open) -> None:
    themes = {
        f"https://example.org/t/{name}": Theme(f"https://example.org/t/{name}", name, "Practice", "")
        for name in ("One", "Two")
    }
    sure = zip(themes, (0.95, 0.56), strict=True)
    words = "words of a passage"
    quotes = tuple(Quote(theme, LEARNING, 1, words, words, confidence) for theme, confidence in sure)
    review = Review("https://example.org/r/ada", "Ada", "Ada", "Invented", (), quotes)
    shown = opened(explorer_page(Collection(("Invented",), (review,), themes)))
    go(shown.page, "#at=ada")
    told = shown.page.locator("#panel figcaption").inner_text()
    assert "One (stated, confidence 95%), Two (stated, confidence 56%)" in told


def test_search_finds_names_titles_summaries_and_the_words_of_items(opened: Open, text: str) -> None:
    shown = opened(text)
    field = shown.page.get_by_role("searchbox")
    field.fill("practitioners need number 4")
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile(r"Found \d+"))
    expect(shown.page.locator("#panel figure").first).to_contain_text("number 4")
    expect(shown.page.locator("#live")).to_contain_text("result")
    field.fill("Invented review: Child 3")
    expect(shown.page.locator("#panel .ranked a")).to_have_text(["Child 3"])
    field.fill("lighthouse called 3")
    expect(shown.page.locator("#panel h2")).to_have_text("Found 1 for “lighthouse called 3”")
    expect(shown.page.locator("#panel figure.summary mark")).to_have_text(["called", "3", "lighthouse"])
    expect(shown.page.locator("#panel figure.summary figcaption")).to_have_text("Summary · Child 3")
    expect(shown.page.locator("#live")).to_contain_text("1 result")
    field.fill("zebra")
    expect(shown.page.locator("#panel h2")).to_have_text(re.compile("Nothing holds"))
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    shown.assert_quiet()


def test_an_address_brings_back_a_view_with_all_its_choices(opened: Open, many: str, sixty: Collection) -> None:
    theme = shared_theme(sixty)
    page = opened(many).page
    page.get_by_role("link", name="Matrix", exact=True).click()
    page.locator("#by").select_option("lift")
    page.locator(".facet[data-facet=outcome] input").first.check()
    page.locator(f"#panel a[href*='at={local(theme)}']").first.click()
    address = page.evaluate("location.hash")
    again = opened(many, address=address).page
    assert panel_heading(again) == panel_heading(page) == sixty.themes[theme].label
    assert again.locator("#by").input_value() == "lift"
    assert again.locator(".facet[data-facet=outcome] input").first.is_checked()
    assert again.locator("#matrix").inner_text() == page.locator("#matrix").inner_text()
    assert again.locator("#filtered").inner_text() == page.locator("#filtered").inner_text()


def test_a_link_to_what_is_not_on_the_page_says_so_until_the_next_step(
    opened: Open, text: str, six: Collection
) -> None:
    shown = opened(text, address="#at=review-gone-123&harm=Nothing")
    told = shown.page.locator("#panel > p[role=status]")
    expect(told).to_have_text("This link names what is not on this page: review-gone-123, Nothing.")
    go(shown.page, f"#at={local(shared_theme(six))}")
    expect(told).to_have_count(0)
    shown.assert_quiet()


def test_back_forward_and_undo_take_single_steps(opened: Open, text: str, six: Collection) -> None:
    page = opened(text).page
    theme = shared_theme(six)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.mouse.click(*where(page, theme))
    page.get_by_role("link", name="Table", exact=True).click()
    page.go_back()
    expect(page.locator("#stage")).to_be_visible()
    page.go_forward()
    expect(page.locator("#table")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#stage")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_the_timeline_counts_years_and_chooses_one(opened: Open, many: str, sixty: Collection) -> None:
    page = opened(many).page
    year = next(trait.value for trait in sixty.reviews[0].traits if trait.facet == "year")
    count = sum(fits(review, "year", year) for review in sixty.reviews)
    bar = page.locator(f".years a[aria-label^='{year}:']")
    expect(bar).to_have_attribute("aria-label", f"{year}: {count} review{'' if count == 1 else 's'}")
    expect(page.locator("#panel")).to_contain_text("more without a stated year")
    bar.click()
    expect(page.locator("#filtered")).to_have_text(f"Reviews that fit: {count} of 60")


# The table and the matrix


def test_the_table_holds_every_line_and_node_of_the_map(opened: Open, many: str) -> None:
    page = opened(many).page
    for of in ("both", "themes", "reviews"):
        _holds_all(page, of)


def _holds_all(page: Page, of: str) -> None:
    go(page, f"#of={of}&view=map")
    lines = page.evaluate("window.sharedThemes.drawn().lines")
    go(page, f"#of={of}&view=table")
    caption = page.locator("[data-table=lines] caption").inner_text()
    assert int(caption.removeprefix("Lines: ").replace(",", "")) >= lines
    while page.locator("#table .more").count():
        page.locator("#table .more").first.click()
    assert page.locator("[data-table=lines] tbody tr").count() == int(caption.removeprefix("Lines: ").replace(",", ""))


def test_the_table_sorts_by_the_keyboard(opened: Open, text: str) -> None:
    page = opened(text, address="#of=themes&view=table").page
    head = page.locator("[data-table=lines] th").first
    head.locator("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-table=lines] th").first).to_have_attribute("aria-sort", "ascending")
    names = page.locator("[data-table=lines] tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    expect(page.locator("[data-table=lines] th button").first).to_be_focused()


def test_the_matrix_counts_passages_and_moves_by_arrow_keys(opened: Open, text: str, six: Collection) -> None:
    page = opened(text, address="#view=matrix&of=both").page
    cells = page.locator("#matrix td a")
    pairs = {(r.iri, t) for r in six.reviews for t in r.themes}
    expect(cells).to_have_count(len(pairs))
    assert page.locator("#matrix td a[tabindex='0']").count() == 1
    cells.first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#matrix td') !== null")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(re.compile(".+ on .+"))


# Files


def saved(page: Page, kind: str) -> bytes:
    page.locator("#export summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-export={kind}]").click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("address", ["#of=both", "#view=matrix&of=themes"])
def test_what_is_seen_can_be_taken_as_a_picture(opened: Open, text: str, address: str) -> None:
    page = opened(text, address=address).page
    picture = Image.open(io.BytesIO(saved(page, "png")))
    picture.load()
    assert picture.width >= 400
    assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 20
    drawing = ET.fromstring(saved(page, "svg").decode())
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(drawing.itertext())
    assert "Counted of 6 reviews" in words
    assert drawing.findall(".//{*}script") == []


def test_rows_are_taken_as_csv_that_runs_nothing(opened: Open) -> None:
    (review,) = told_collection(1).reviews
    theme = Theme("https://example.org/t", '=1+1;"x"', "+group")
    quotes = (Quote(theme.iri, LEARNING, 1, "x", "about x"),)
    collection = Collection(
        ("Invented digest",),
        (Review("https://example.org/r", "@sum", "-title", "Invented digest", (), quotes),),
        {theme.iri: theme},
    )
    page = opened(explorer_page(collection), address="#view=table&of=both").page
    raw = saved(page, "csv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(raw))) == [
        ["Review", "Theme", "Group", "Passages"],
        ["'@sum", '\'=1+1;"x"', "'+group", "1"],
    ]
    assert review.label


def test_a_graph_is_taken_as_gexf_that_networkx_reads(opened: Open, many: str, tmp_path: Path) -> None:
    page = opened(many, address="#of=themes").page
    file = tmp_path / "graph.gexf"
    file.write_bytes(saved(page, "gexf"))
    graph = nx.read_gexf(file)
    assert graph.number_of_edges() == page.evaluate("window.sharedThemes.drawn().lines")
    assert all(attributes["kind"] == "theme" for _, attributes in graph.nodes(data=True))
    assert all({"weight", "jaccard", "lift"} <= attributes.keys() for *_, attributes in graph.edges(data=True))


def test_hostile_names_leave_files_well_formed(opened: Open) -> None:
    page = opened(explorer_page(attacked()), address="#of=themes").page
    ET.fromstring(saved(page, "svg").decode())
    ET.fromstring(saved(page, "gexf").decode())
    assert page.evaluate("window.hit") is None


# For everybody


def test_the_keyboard_alone_reaches_a_theme_its_pair_and_back(opened: Open, text: str, six: Collection) -> None:
    page = opened(text).page
    label = six.themes[shared_theme(six)].label
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == label
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    expect(page.locator("#panel h2")).to_have_text(label)
    page.locator("#panel .ranked a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(re.compile(".+ and .+"))
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("Themes shared by most reviews")


def test_every_control_is_reached_by_tab_and_shows_that_it_is(opened: Open, text: str) -> None:
    page = opened(text).page
    reached: set[str] = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUSED)
        if here[0] in reached and len(reached) > 40:
            break
        assert here[1], f"no focus is seen on {here[0]}"
        reached.add(here[0])
    assert {"query", "map", "Matrix", "Table", "copy", "in", "out", "fit"} <= reached


@pytest.mark.parametrize(
    ("address", "link"),
    [("#view=table&of=themes", "#table a:text-is('Words')"), ("#view=matrix&of=both", "#matrix td a[tabindex='0']")],
)
def test_whoever_chooses_a_row_by_a_key_reads_on_in_the_panel(opened: Open, text: str, address: str, link: str) -> None:
    shown = opened(text)
    go(shown.page, address)
    shown.page.locator(link).first.focus()
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h2")).to_be_focused()


def test_whoever_asks_for_more_rows_by_a_key_reads_on_from_the_first_of_them(opened: Open, many: str) -> None:
    shown = opened(many)
    go(shown.page, "#view=table&of=both")
    rows = shown.page.locator("#table table").first.locator("tbody tr")
    before = rows.count()
    shown.page.locator("#table .more").first.focus()
    shown.page.keyboard.press("Enter")
    expect(rows.nth(before).locator("a").first).to_be_focused()


def test_enter_in_the_search_opens_the_first_that_was_found(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    name = six.themes[shared_theme(six)].label
    shown.page.locator("#query").fill(name)
    expect(shown.page.locator("#panel h2")).to_contain_text("Found")
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h2")).to_have_text(name)


def test_arrow_keys_walk_over_the_map_and_enter_chooses(opened: Open, text: str) -> None:
    page = opened(text).page
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#live").inner_text()
    assert " · " in said
    page.keyboard.press("ArrowDown")
    assert page.locator("#live").inner_text() != said
    name = page.locator("#live").inner_text().split(" · ")[0]
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)
    expect(page.locator("#map")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), PHONE])
def test_axe_finds_nothing(opened: Open, many: str, sixty: Collection, size: tuple[int, int], scheme: str) -> None:
    shown = opened(many, size, color_scheme=scheme)
    client = shown.page.context.new_cdp_session(shown.page)  # the page's own policy lets no script in
    client.send("Runtime.evaluate", {"expression": AXE})
    states = ["#of=themes", f"#of=both&at={local(shared_theme(sixty))}", "#view=matrix&of=themes"]
    if (size, scheme) == ((1280, 800), "light"):
        states += ["#view=table&of=both&outcome=Death", "#q=neglect"]
    for address in states:
        go(shown.page, address)
        asked = {"expression": _AXE, "awaitPromise": True, "returnByValue": True}
        found = client.send("Runtime.evaluate", asked)
        assert json.loads(found["result"]["value"]) == [], (size, scheme, address)


def test_no_width_makes_the_explorer_scroll_sideways(opened: Open, text: str, six: Collection) -> None:
    page = opened(text).page
    for width in (1280, 1024, 821, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 720})
        _fits_in(page, six, width)


def _fits_in(page: Page, six: Collection, width: int) -> None:
    for address in (
        "#of=both",
        f"#of=both&at={local(shared_theme(six))}",
        "#view=matrix&of=both",
        "#view=table&of=themes",
    ):
        go(page, address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        cut = page.evaluate(_CUT)
        assert cut == [], address


def test_on_a_phone_filters_are_a_drawer_and_the_map_is_above_the_panel(opened: Open, text: str) -> None:
    page = opened(text, PHONE).page
    drawn, panel = page.locator("#map").bounding_box(), page.locator("#panel").bounding_box()
    assert drawn
    assert panel
    assert drawn["height"] > 280
    assert drawn["y"] + drawn["height"] <= panel["y"]
    expect(page.locator("#filters")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    expect(page.locator("#filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.get_by_role("button", name="Filters")).to_be_focused()


def test_forced_colours_and_print_are_provided_for(opened: Open, text: str) -> None:
    shown = opened(text, forced_colors="active")
    shown.assert_quiet()
    shown.page.emulate_media(media="print", forced_colors="none", color_scheme="dark")
    assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(shown.page.locator("#filters")).to_be_hidden()
    expect(shown.page.locator("#panel")).to_be_visible()
    expect(shown.page.locator("#counted")).to_be_visible()
    drawn = shown.page.locator("#map").bounding_box()
    assert drawn
    assert drawn["height"] > 400


def test_the_words_that_name_a_theme_can_be_read_in_forced_colours(opened: Open, text: str, six: Collection) -> None:
    shown = opened(text)
    shown.page.emulate_media(forced_colors="active", color_scheme="dark")
    go(shown.page, f"#at={local(shared_theme(six))}")
    colours = "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    ink, paper = shown.page.locator("#panel mark").first.evaluate(colours)
    system = """(names) => names.map((name) => {
      const one = document.body.appendChild(document.createElement("p"));
      one.style.cssText = `forced-color-adjust: none; color: ${name}`;
      return getComputedStyle(one).color;
    })"""
    assert [ink, paper] == shown.page.evaluate(system, ["MarkText", "Mark"])


@pytest.mark.parametrize(("reviews", "words"), [(0, "No reviews yet"), (1, "No theme is shared yet")])
def test_empty_and_one_review_pages_say_so_in_every_view(opened: Open, reviews: int, words: str) -> None:
    shown = opened(explorer_page(invented_collection(reviews)))
    expect(shown.page.locator("#panel h2")).to_have_text(words)
    for view in ("matrix", "table"):
        for of in ("both", "themes", "reviews"):
            go(shown.page, f"#view={view}&of={of}")
    go(shown.page, "#of=themes")
    expect(shown.page.locator("#nothing")).to_be_visible()
    shown.assert_quiet()


def test_two_thousand_reviews_open_on_themes_and_show_every_review_on_demand(opened: Open) -> None:
    shown = opened(explorer_page(told_collection(2000, copies=6)))
    page = shown.page
    assert page.evaluate("window.sharedThemes.drawn().nodes") <= 200
    page.get_by_role("link", name="Reviews and themes").click()
    page.wait_for_function("window.sharedThemes.drawn().nodes > 2000")
    page.get_by_role("searchbox").fill("Child 1234")
    expect(page.locator("#panel .ranked a").first).to_have_text("Child 1234")
    go(page, "#view=matrix&of=both")
    expect(page.locator("#matrix .pagers")).to_contain_text("of 2,000")
    shown.assert_quiet()


def test_filters_that_nothing_fits_say_so(opened: Open, many: str) -> None:
    page = opened(many, address=_UNFIT).page
    expect(page.locator("#panel h2")).to_have_text("Nothing fits these filters")
    page.get_by_role("button", name="Reset all").click()
    expect(page.locator("#panel h2")).to_have_text("Themes shared by most reviews")


def test_the_map_is_drawn_without_a_look_at_the_text(opened: Open, many: str) -> None:
    unread = re.sub(r'(?<=id="text">).*?(?=</script>)', "no JSON at all", many, flags=re.DOTALL)
    shown = opened(unread)
    assert shown.page.evaluate("window.sharedThemes.drawn()")["nodes"] > 10
    expect(shown.page.locator("#panel h2")).to_have_text("Themes shared by most reviews")
    shown.assert_quiet()


@pytest.mark.parametrize(("size", "least"), [((1280, 800), 40), (PHONE, 18)])
def test_labels_of_many_themes_neither_cover_nor_touch_each_other(
    opened: Open, many: str, size: tuple[int, int], least: int
) -> None:
    boxes = opened(many, size).page.evaluate("window.sharedThemes.labels()")
    assert len(boxes) >= least
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            # Two names that touch read as one.
            across = one["left"] < other["right"] + 4 and other["left"] < one["right"] + 4
            assert not (across and one["top"] < other["bottom"] and other["top"] < one["bottom"]), (one, other)


def test_the_count_of_reviews_is_written_like_every_other_number(opened: Open) -> None:
    page = opened(explorer_page(told_collection(1200))).page
    expect(page.locator("#counted")).to_contain_text("Counted of 1,200 reviews.")
