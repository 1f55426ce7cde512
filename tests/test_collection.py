from collections import Counter

from benchmarks.collections import digests as invented_digests
from kg.extract import extract
from kg.graphs.collecting import collect
from kg.graphs.collection import LEARNING, RECOMMENDATION, Fact
from kg.graphs.files import as_json
from kg.graphs.network import build, graph
from kg.model import LearningPoint, Recommendation, Status
from kg.read import read_bytes
from kg.store import Store


def test_a_store_is_read_into_reviews_with_facts_and_quotes(store: Store) -> None:
    collection = collect(store)
    assert collection.documents == ("Invented digest – July 2023",)
    (review,) = collection.reviews
    assert review.label == "Child Alder"
    assert review.title == "Serious case review: Child Alder: learning summary"
    assert review.summary.startswith("Death of a 15-week-old baby boy in Eastmere in July 2021")
    assert Fact("Outcome", "Death", words=("Death",)) in review.facts


def test_a_fact_comes_with_the_words_it_rests_on(sample: Store) -> None:
    kubus, lloyd = collect(sample).reviews[2:4]
    assert {fact.name: (fact.value, fact.words) for fact in kubus.facts} == {
        "Child": ("Kubus, Male, 15-week-old", ("boy",)),
        "Outcome": ("Death", ("Death of",)),
        "Harm": ("Unsafe sleep", ("sleeping on an inflatable mattress",)),
        "When": ("July 2021", ()),
        "Kind of review": ("Child safeguarding practice review", ("Child safeguarding practice review",)),
    }
    accused = {fact.value: fact.words for fact in lloyd.facts if fact.name == "Alleged perpetrator"}
    assert accused == {
        "Mother": ("Mother was charged with causing or allowing the death of a child",),
        "Mother's partner": ("Mother's partner was charged with murder",),
    }


def test_each_child_has_the_words_of_its_own_sex() -> None:
    text = (
        "1. Serious case review: Fen and Ash\n\nDeath of a 3-year-old girl and serious injury of her 5-year-old brother"
        " in May 2020.\n\nLearning includes: the housing of the family was poor.\n"
    )
    with Store.open("memory", create=True, read_only=False) as two:
        two.load([extract(read_bytes("two.txt", text.encode()))])
        (review,) = collect(two).reviews
    children = {fact.value: fact.words for fact in review.facts if fact.name == "Child"}
    assert children == {"Female, 3-year-old": ("girl",), "Male, 5-year-old": ("brother",)}


def test_what_is_stated_as_possible_is_kept_apart(store: Store) -> None:
    (review,) = collect(store).reviews
    assert [fact.value for fact in review.facts if fact.hedged] == ["Neglect"]
    assert ("Harm", "Neglect", False) not in [(fact.name, fact.value, fact.hedged) for fact in review.facts]


def test_a_quote_says_where_it_stands_and_what_words_it_rests_on(store: Store) -> None:
    (review,) = collect(store).reviews
    for quote in review.quotes:
        assert quote.kind in (LEARNING, RECOMMENDATION)
        assert quote.words in quote.text
        assert quote.position >= 1


def test_themes_come_with_label_and_top_theme(store: Store) -> None:
    collection = collect(store)
    assert collection.themes.keys() == {theme for review in collection.reviews for theme in review.themes}
    assert all(theme.label and theme.group for theme in collection.themes.values())


def test_a_store_without_reviews_is_an_empty_collection() -> None:
    with Store.open("memory") as empty:
        assert collect(empty).reviews == ()


def test_the_sample_digest_has_six_reviews_in_the_order_printed(sample: Store) -> None:
    labels = [review.label for review in collect(sample).reviews]
    assert labels == ["John", "Child A", "Kubus", "Lloyd and Mark", "Angela", "Jacob 22"]


def test_every_review_of_the_sample_shares_a_theme_with_another(sample: Store) -> None:
    shared = graph(sample, "reviews")
    assert all(shared.degree(review) > 0 for review in shared)


def test_the_sample_gives_the_same_bytes_on_every_run(sample: Store) -> None:
    assert as_json(graph(sample)) == as_json(build(collect(sample)))


def test_every_item_and_quote_of_every_review_is_read_and_what_was_rejected_is_not() -> None:
    digests = list(invented_digests(30))
    with Store.open("memory") as store:
        store.load(digests)
        reviews = collect(store).reviews
    read = [review for digest in digests for review in digest.reviews]
    items: list[LearningPoint | Recommendation] = []
    for review in read:
        items += (*review.learning, *review.recommendations)
    told = Counter(item.text for review in reviews for item in review.items)
    assert told == Counter(item.passage.text for item in items)
    found = Counter((quote.words, quote.status) for review in reviews for quote in (*review.quotes, *review.suggested))
    assert found == Counter(
        (theme.passage.text, theme.status.value)
        for item in items
        for theme in item.themes
        if theme.status is not Status.REJECTED
    )


def test_what_is_only_suggested_is_kept_apart_from_what_is_stated() -> None:
    with Store.open("memory") as store:
        store.load(invented_digests(30))
        collection = collect(store)
    assert {quote.status for review in collection.reviews for quote in review.suggested} == {"suggested"}
    assert {quote.status for review in collection.reviews for quote in review.quotes} == {"stated", "accepted"}
    assert not collection.themes.keys() & collection.suggested_themes.keys()
