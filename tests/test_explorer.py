import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.explorer import explorer, page, page_policy
from kg.explorer.columns import constant, names
from kg.explorer.layout import before_of
from kg.explorer.scripts import order, script, source
from kg.graphs.collecting import collect
from kg.graphs.collection import Collection, Trait
from kg.graphs.communities import communities, theme_network
from kg.graphs.files import write_graph
from kg.graphs.network import UnknownGraphError
from kg.store import Store
from tests.invented import invented_collection
from tests.invented_explorer import hidden_cases, told_collection
from tests.test_picture import HOSTILE, hostile_collection, read


def data(text: str, block: str = "data") -> dict[str, Any]:
    found = re.search(rf'<script type="application/json" id="{block}">(.*?)</script>', text, re.DOTALL)
    assert found
    known: dict[str, Any] = json.loads(found[1])
    return known


def facet(known: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each for each in known["facets"] if each["key"] == key)


@pytest.fixture(scope="module")
def sixty() -> Collection:
    return told_collection(60)


@pytest.fixture(scope="module")
def sixty_page(sixty: Collection) -> str:
    return page(sixty)


def test_the_sample_digest_makes_a_page_with_every_quote_and_item(sample: Store) -> None:
    collection = collect(sample)
    known, told = data(page(collection)), data(page(collection), "text")
    assert known["reviews"]["label"] == ["John", "Child A", "Kubus", "Lloyd and Mark", "Angela", "Jacob 22"]
    assert len(told["items"]["text"]) == sum(len(review.items) for review in collection.reviews)
    links = sum(len(review.quotes) + len(review.suggested) for review in collection.reviews)
    assert sum(known["links"]["count"]) == links
    for words in told["items"]["words"]:
        assert isinstance(words, int), "words of one line stand in their item"


def test_possible_harm_is_a_value_of_its_own(sample: Store) -> None:
    harm = facet(data(page(collect(sample))), "harm")
    assert "Physical abuse (only possible)" in harm["values"]
    stated = harm["values"].index("Physical abuse")
    possible = harm["values"].index("Physical abuse (only possible)")
    holds = [row if isinstance(row, list) else [row] for row in harm["rows"]]
    assert not any(stated in row and possible in row for row in holds)


def test_a_year_that_is_not_stated_is_no_year(sample: Store) -> None:
    year = facet(data(page(collect(sample))), "year")
    assert year["values"] == ["2019", "2020", "2021"]
    assert year["rows"].count(-1) == 2


def test_places_stand_by_name_and_ages_by_age(sixty_page: str) -> None:
    known = data(sixty_page)
    assert facet(known, "place")["values"] == ["Aldenwick", "Eastmere", "Northby"]
    assert facet(known, "age")["values"] == ["Under 1", "1 to 5", "11 to 15"]


def test_a_link_that_leads_elsewhere_than_to_the_web_is_left_out() -> None:
    (review,) = told_collection(1).reviews
    odd = replace(review, links=("javascript:alert(1)", "https://example.org/a.pdf", "file:///etc/passwd"))
    collection = replace(told_collection(1), reviews=(odd,))
    assert data(page(collection), "text")["links"] == [["https://example.org/a.pdf"]]


def test_a_page_of_few_opens_on_both_and_one_of_many_on_themes(sixty_page: str) -> None:
    assert data(page(invented_collection(6)))["of"] == "both"
    assert data(sixty_page)["of"] == "themes"
    assert data(page(invented_collection(6), of="reviews"))["of"] == "reviews"
    with pytest.raises(UnknownGraphError):
        page(invented_collection(3), of="agencies")


def test_the_policy_is_that_of_every_page_and_names_what_the_page_runs(sixty: Collection) -> None:
    made = explorer(sixty)
    reader = read(made.html)
    stated = next(a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert stated == made.policy == page_policy() == explorer(invented_collection(2)).policy
    _, script_text, _ = reader.whole("script")
    texts = [*reader.whole("style"), script_text]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}
    assert set(re.findall(r"'sha256-[^']+'", made.policy)) == hashes
    assert "unsafe" not in made.policy
    assert made.policy.startswith("default-src 'none'; ")


def test_the_page_is_one_file_that_refers_to_nothing(sixty_page: str) -> None:
    assert sixty_page.startswith("<!doctype html>\n")
    for tag, attributes in read(sixty_page).elements:
        assert "src" not in attributes, tag
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
        assert (attributes.get("href") or "#").startswith("#")
    assert "@import" not in sixty_page


def test_no_identifier_stands_twice_in_the_explorer(sixty_page: str) -> None:
    identifiers = [attributes["id"] for _, attributes in read(sixty_page).elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


def test_hostile_text_adds_no_element_to_the_explorer(sixty_page: str) -> None:
    hostile = page(hostile_collection())
    assert [tag for tag, _ in read(hostile).elements] == [tag for tag, _ in read(sixty_page).elements]
    assert data(hostile, "text")["title"] == list(HOSTILE)


def test_the_same_collection_gives_the_same_bytes(sixty: Collection, sixty_page: str) -> None:
    assert page(sixty) == sixty_page


def test_drawing_over_an_earlier_page_of_the_same_reviews_changes_nothing(sixty: Collection, sixty_page: str) -> None:
    assert page(sixty, before=sixty_page) == sixty_page
    few = invented_collection(8)
    assert page(few, before=page(few)) == page(few)


def test_themes_keep_their_places_when_reviews_are_added(sixty_page: str) -> None:
    grown = told_collection(72)
    old, new = before_of(sixty_page)["themes"], before_of(page(grown, before=sixty_page))["themes"]
    moved = sorted(max(abs(new[t][0] - x), abs(new[t][1] - y)) for t, (x, y) in old.items() if t in new)
    wide = max(x for x, _ in old.values()) - min(x for x, _ in old.values())
    assert len(moved) == len(old)
    assert moved[len(moved) // 2] <= 0.01 * wide
    assert moved[-1] <= 0.12 * wide
    anew = before_of(page(grown))["themes"]
    assert sum(max(abs(anew[t][0] - x), abs(anew[t][1] - y)) > 0.12 * wide for t, (x, y) in old.items()) > 5


def test_reviews_keep_their_side_of_the_ring_when_one_is_added() -> None:
    seven, eight = invented_collection(7, seed=4, most=5), invented_collection(8, seed=4, most=5)
    old, new = before_of(page(seven))["both"], before_of(page(eight, before=page(seven)))["both"]
    moved = [review.label for review in seven.reviews if old[review.iri][0] * new[review.iri][0] < 0]
    assert len(moved) <= 1


def test_what_is_no_page_of_ours_gives_no_places() -> None:
    for text in ("", "<html>", '<script type="application/json" id="data">[1]</script>', page(invented_collection(0))):
        assert not any(before_of(text).values())
    changed = page(invented_collection(2)).replace('"layout":{', '"layout":null,"x":{')
    assert before_of(changed) == {}


def test_a_graph_written_over_an_earlier_file_keeps_its_places(sample: Store, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_graph(sample, path)
    first = path.read_text(encoding="utf-8")
    write_graph(sample, path)
    assert path.read_text(encoding="utf-8") == first
    path.write_bytes(b"\xff\xfe no text")
    write_graph(sample, path)
    assert path.read_text(encoding="utf-8") == first


def test_communities_are_the_hidden_types_of_case_and_carry_their_top_themes() -> None:
    collection = told_collection(300, copies=5)
    found = communities(collection, theme_network(collection))
    for hidden in hidden_cases(copies=5):
        best = max(found, key=lambda group: len(hidden & set(group.themes)))
        assert len(hidden & set(best.themes)) >= 0.5 * len(hidden)
    assert all(group.name.startswith(collection.themes[group.themes[0]].label) for group in found)


def test_below_forty_reviews_there_are_no_communities() -> None:
    few = told_collection(39)
    assert communities(few, theme_network(few)) == ()
    assert data(page(told_collection(39)))["communities"] == []


def test_a_site_can_say_where_its_own_pages_are(sixty: Collection) -> None:
    known = data(page(sixty, address=lambda iri: f"/about?{iri.rsplit('/', 1)[1]}"))
    assert known["reviews"]["page"][0] == "/about?review-1"
    assert "page" not in data(page(invented_collection(1)))["reviews"]


def test_five_hundred_reviews_weigh_less_than_two_megabytes() -> None:
    assert len(page(told_collection(500, copies=6)).encode()) < 2_000_000


def test_every_module_of_the_page_is_used_once_after_what_it_imports() -> None:
    used = order()
    folder = Path(__file__).parents[1] / "kg" / "templates" / "explorer"
    assert sorted(used) == sorted(path.name for path in folder.glob("*.js"))
    for n, name in enumerate(used):
        imported = re.findall(r'^import .*? from "\./(.*?)";', source(name), re.MULTILINE | re.DOTALL)
        assert set(imported) <= set(used[:n]), name


def test_the_script_knows_no_way_to_turn_text_into_markup_or_to_ask_the_network() -> None:
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttpRequest",
        "Function(",
    ):
        assert word not in script()
    assert not re.search(r"^(import|export) ", script(), re.MULTILINE)


def test_columns_of_one_value_are_written_as_that_value_but_never_lists() -> None:
    assert constant([8, 8, 8]) == 8
    assert constant([8, 9]) == [8, 9]
    assert constant([["a"], ["a"]]) == [["a"], ["a"]]
    assert constant([]) == []


def test_iris_are_split_where_they_begin_to_differ() -> None:
    assert names(["https://e.org/a/x-1", "https://e.org/a/x-2"]) == {"base": "https://e.org/a/", "id": ["x-1", "x-2"]}
    assert names(["urn:a", "https://e.org/b"])["base"] == ""
    assert names([]) == {"base": "", "id": []}


def test_letters_beyond_the_basic_plane_do_not_shift_the_words_that_are_marked() -> None:
    (review,) = told_collection(1).reviews
    text = "a 🏠 and housing"
    odd = replace(review, quotes=(replace(review.quotes[0], words="housing", text=text),), suggested=(), items=())
    collection = replace(told_collection(1), reviews=(odd,))
    assert data(page(collection), "text")["items"]["words"] == "housing"


def test_a_facet_whose_values_nobody_states_has_none() -> None:
    assert facet(data(page(invented_collection(3))), "place")["values"] == []
    review = replace(invented_collection(1).reviews[0], traits=(Trait("age", "A band of tomorrow", "new"),))
    collection = replace(invented_collection(1), reviews=(review,))
    assert facet(data(page(collection)), "age")["values"] == ["A band of tomorrow"]
