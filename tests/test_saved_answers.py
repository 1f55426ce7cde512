"""What saved questions answer of short invented lists, from SPARQL and from columns alike."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

import pytest
import rdflib

from kg import columns
from kg.answers import Value
from kg.columns import shelf
from kg.loading.vocabulary_graphs import VOCABULARY, triples
from kg.parameters import plain_value
from kg.pipeline import load
from kg.queries import ParameterError, saved_queries
from kg.store import Store

Rows = list[dict[str, Value]]
Held = Callable[..., Store]

HEAD = "Case reviews published in 2022\n\n"
ENTRY = "2022 - Borchester - {0}\n{1}\nLearning includes: {2}.\n> Read the overview report\n\n"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    """A store of one list with these entries: a name, a sentence and what was learned."""
    file = tmp_path / "list.txt"
    with Store.open("memory", create=True, read_only=False) as store:

        def stored(*entries: tuple[str, str, str]) -> Store:
            file.write_text(HEAD + "".join(ENTRY.format(*entry) for entry in entries), encoding="utf-8")
            load([file], store)
            return store

        yield stored


def answers(store: Store, name: str, **values: str) -> Rows:
    """The rows of a saved question, which columns give too."""
    query = saved_queries()[name]
    found = store.query(query.bind(values))
    plain = {each: plain_value(name, kind, values.get(each, kind.default)) for each, kind in query.parameters.items()}
    assert query.columns
    assert columns.question(query.columns)(shelf.read(store), plain) == found
    return found.records()


def told(rows: Rows, *names: str) -> Sequence[tuple[Value, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


GIRL = ("Child X", "Death by suicide of a 15-year-old girl in June 2020.", "bereavement")
BOY = ("Child Y", "Death by suicide of a 15-year-old boy in July 2020.", "online safety")


def test_reviews_of_one_age_band_and_harm_are_alike_without_a_shared_theme(held: Held) -> None:
    rows = answers(held(GIRL, BOY), "reviews-like", review="Child X")
    expected = [("2022 - Borchester - Child Y", 0, True, 1)]
    assert told(rows, "like", "shared_themes", "same_age_band", "shared_harms") == expected


@pytest.mark.parametrize(
    "other", ["Neglect of a 15-year-old boy in July 2020.", "Death by suicide of a 17-year-old boy in July 2020."]
)
def test_an_age_band_or_a_harm_alone_makes_no_reviews_alike(held: Held, other: str) -> None:
    assert answers(held(GIRL, ("Child Y", other, "online safety")), "reviews-like", review="Child X") == []


def test_what_shares_more_stands_first_of_reviews_that_are_alike(held: Held) -> None:
    same = ("Child Z", "Death by suicide of a 15-year-old boy in May 2020.", "bereavement")
    theme = ("Child W", "Neglect of a baby in May 2020.", "bereavement")
    rows = answers(held(GIRL, theme, BOY, same), "reviews-like", review="Child X")
    assert told(rows, "like", "shared_themes", "same_age_band", "shared_harms") == [
        ("2022 - Borchester - Child Z", 1, True, 1),
        ("2022 - Borchester - Child Y", 0, True, 1),
        ("2022 - Borchester - Child W", 1, False, 0),
    ]


@pytest.mark.parametrize(("given", "missing"), [("harm", "theme"), ("theme", "harm")])
def test_nobody_is_told_of_a_harm_or_a_theme_that_was_not_asked_for(given: str, missing: str) -> None:
    with pytest.raises(ParameterError, match=f"harm-or-theme needs a value for {missing}"):
        saved_queries()["harm-or-theme"].bind({given: "sexual-abuse"})


def test_neglect_is_found_as_harm_and_as_theme(held: Held) -> None:
    store = held(
        ("Child X", "Neglect of a 4-year-old girl.", "domestic abuse"),
        ("Child Y", "Death by suicide of a 15-year-old boy.", "neglect"),
    )
    rows = answers(store, "harm-or-theme", harm="neglect", theme="neglect")
    assert told(rows, "review", "as") == [
        ("2022 - Borchester - Child X", "harm"),
        ("2022 - Borchester - Child Y", "theme"),
    ]


KEYWORDS = """Case reviews published in 2022

1. Serious case review: Child X

Death of a 4-year-old girl in Eastmere in June 2020 after domestic abuse.

Learning includes: record keeping.

Keywords: neglect, housing
"""


def test_what_was_only_suggested_is_no_evidence_for_a_theme(held: Held) -> None:
    store = held(("Child X", "Neglect of a 4-year-old girl.", "supervision"))
    named = answers(store, "evidence-for-theme-in-review", review="Child X", theme="supervision-and-staff-support")
    assert told(named, "quote", "status") == [("supervision", "Stated")]
    assert answers(store, "evidence-for-theme-in-review", review="Child X", theme="lack-of-supervision") == []


def test_a_summary_stands_beside_the_quotes_that_it_holds_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(KEYWORDS, encoding="utf-8")
    with Store.open("memory", create=True, read_only=False) as store:
        load([tmp_path / "list.txt"], store)
        for theme, quote, item in (
            (
                "domestic-abuse",
                "domestic abuse",
                "Death of a 4-year-old girl in Eastmere in June 2020 after domestic abuse.",
            ),
            ("neglect", "neglect", None),
        ):
            for rows in (
                answers(store, "evidence-for-theme-in-review", review="Child X", theme=theme),
                answers(store, "reviews-naming-theme", theme=theme),
            ):
                assert told(rows, "kind", "quote", "item") == [("summary or keywords", quote, item)]


def test_each_of_several_children_has_facts_of_its_own(held: Held) -> None:
    store = held(("Children K and L", "Neglect of 2 sisters, aged 4 and 6-years-old in June 2020.", "record keeping"))
    rows = answers(store, "facts-of-review", review="Child K")
    assert told(rows, "child", "fact", "value")[:2] == [
        (None, "issued", "2022"),
        (None, "title", str(rows[0]["review"])),
    ]
    assert told([row for row in rows if row["about"] == "Child"], "child", "fact", "value") == [
        (1, "sex", "Female"),
        (2, "sex", "Female"),
        (1, "age as printed", "aged 4 and 6-years-old"),
        (2, "age as printed", "aged 4 and 6-years-old"),
        (1, "age at incident", "P4Y"),
        (2, "age at incident", "P6Y"),
        (1, "age band", "1 to 5"),
        (2, "age band", "6 to 10"),
    ]


def test_facts_have_the_value_that_is_stored_beside_the_words_it_rests_on(held: Held) -> None:
    store = held(("Children K and L", "Neglect of 2 sisters, aged 4 and 6-years-old in June 2020.", "record keeping"))
    found = set(told(answers(store, "facts-of-review", review="Child K"), "fact", "value", "quote"))
    assert {
        ("label", "Child K", "Children K and L"),
        ("label", "Child L", "Children K and L"),
        ("date", "2020-06", "June 2020"),
        ("date as printed", "June 2020", "June 2020"),
        ("outcome", "Serious harm", "Neglect"),
    } <= found


ASKED = "1. Serious case review: Child X\n\nRecommendations include: the police should train their officers.\n"


@pytest.mark.parametrize(("agency", "many"), [("police", 1), ("courts", 0)])
def test_rdflib_finds_what_was_asked_of_an_agency_and_nothing_else(tmp_path: Path, agency: str, many: int) -> None:
    (tmp_path / "list.txt").write_text(HEAD + ASKED, encoding="utf-8")
    graph = rdflib.Graph()
    with Store.open("memory", create=True, read_only=False) as store:
        load([tmp_path / "list.txt"], store)
        graph.parse(data="".join(text for _, text in store.graphs()), format="nt")
    assert len(list(graph.query(saved_queries()["asked-of-agency"].bind({"agency": agency})))) == many


def test_rdflib_finds_reviews_that_name_two_themes_together_without_pairing_all_labels(held: Held) -> None:
    store = held(("Child X", "Neglect of a 4-year-old girl.", "domestic abuse; record keeping"))
    query = saved_queries()["reviews-naming-themes-together"]
    asked = query.bind({"theme": "domestic-abuse", "other": "record-keeping"})
    graph = rdflib.Graph()
    for name in VOCABULARY:
        graph.parse(data="".join(f"<{s}> <{p}> {o} .\n" for s, p, o in triples(name)), format="nt")
    graph.parse(data="".join(text for _, text in store.graphs()), format="nt")
    began = process_time()
    found = [tuple(map(str, row)) for row in graph.query(asked) if isinstance(row, tuple)]
    assert found == store.query(asked).texts() != []
    assert process_time() - began < 30  # a minute and a half where every label is paired with every other
