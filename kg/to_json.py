"""A digest as plain data: what `kg extract --format json` prints, every fact with the words it rests on."""

from collections.abc import Callable, Iterator
from typing import Any

from kg.model import (
    Child,
    Digest,
    Item,
    LearningPoint,
    Link,
    Passage,
    Recommendation,
    Review,
    Stated,
    ThemeAssignment,
)
from kg.unread import share, unread

Json = dict[str, Any]
Page = Callable[[int], int | None]  # an offset -> the page it is on, where the document has pages


def as_json(digest: Digest) -> Json:
    """The digest as values that `json.dumps` takes; codes and themes by id, absent facts `None` or empty."""
    document = digest.document
    return {
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "title": digest.title and digest.title.text,
            "issued": digest.issued and digest.issued.value.edtf,
            "abstract": digest.abstract and digest.abstract.text,
            "announced_reviews": _value(digest.announced),
        },
        "reviews": [_review(review, document.page) for review in digest.reviews],
    }


def unread_as_json(digest: Digest) -> Json:
    """The passages of the digest's document that were left unread, and how many characters of how many they have."""
    document, counted = digest.document, share(digest)
    return {
        "document": {"name": document.name, "sha256": document.sha256},
        "characters": counted.characters,
        "unread_characters": counted.unread,
        "unread": [_where(words, document.page) for words in unread(digest)],
    }


def _review(review: Review, page: Page) -> Json:
    incident = review.incident
    return {
        "number": review.number,
        "title": review.title.text,
        "labels": [label.value for label in review.labels],
        "identifier": _value(review.identifier),
        "review_type": _value(review.review_type),
        "document_type": _value(review.document_type),
        "place": _value(review.place),
        "published": review.published and review.published.value.edtf,
        "summary": review.summary and review.summary.text,
        "children": [_child(child) for child in review.children],
        "incident": {
            "outcome": _value(incident.outcome),
            "harms": [harm.value for harm in incident.harms],
            "hedged_harms": [harm.value for harm in incident.hedged_harms],
            "date": incident.date and incident.date.value.edtf,
            "date_text": incident.date and incident.date.passage.text,
        },
        "alleged_perpetrators": [
            {"relation": relation.value, "text": relation.passage.text} for relation in incident.alleged_perpetrators
        ],
        "learning": [_learning_point(point, page) for point in review.learning],
        "recommendations": [_recommendation(recommendation, page) for recommendation in review.recommendations],
        "keywords": [keyword.text for keyword in review.keywords],
        "themes": [_theme(theme, page) for theme in review.context_themes if theme.counts],
        "links": [_link(link) for link in review.links],
        "evidence": [_evidence(fact, stated, page) for fact, stated in _facts(review)],
    }


def _child(child: Child) -> Json:
    age = child.age
    return {
        "label": _value(child.label),
        "sex": _value(child.sex),
        "age": age and age.value.iso,
        "age_text": age and age.passage.text,
        "age_band": age and age.value.band,
        "count": child.count,
    }


def _learning_point(point: LearningPoint, page: Page) -> Json:
    return _where(point.passage, page) | _themes(point, page)


def _recommendation(recommendation: Recommendation, page: Page) -> Json:
    return _where(recommendation.passage, page) | {
        "actions": [action.value for action in recommendation.actions],
        "addressees": [addressee.value for addressee in recommendation.addressees],
        "addressee_text": recommendation.addressee_text,
        "strength": _value(recommendation.strength),
        **_themes(recommendation, page),
    }


def _themes(item: Item, page: Page) -> Json:
    """What the words state apart from what they only hint at."""
    return {
        "themes": [_theme(theme, page) for theme in item.themes if theme.counts],
        "suggested_themes": [_theme(theme, page) for theme in item.themes if not theme.counts],
    }


def _theme(assignment: ThemeAssignment, page: Page) -> Json:
    words = assignment.passage
    return {
        "theme": assignment.theme,
        "confidence": assignment.confidence,
        "start": words.start,
        "end": words.end,
        "page": page(words.start),
        "quote": words.text,
        "label": assignment.label,
        "status": assignment.status,
    }


def _link(link: Link) -> Json:
    return {"text": link.passage.text, "url": link.url}


def _where(words: Passage, page: Page) -> Json:
    return {"text": words.text, "start": words.start, "end": words.end, "page": page(words.start)}


def _evidence(fact: str, stated: Stated[Any], page: Page) -> Json:
    words = stated.passage
    value = getattr(stated.value, "edtf", None) or getattr(stated.value, "iso", None) or str(stated.value)
    place = {"start": words.start, "end": words.end, "page": page(words.start)}
    return {"fact": fact, "value": value, **place, "quote": words.text}


def _facts(review: Review) -> Iterator[tuple[str, Stated[Any]]]:
    """Every fact of a review that was read from text, under the name it has in the data."""
    yield "title", Stated(review.title.text, review.title)
    yield from (("label", label) for label in review.labels)
    single = {
        "identifier": review.identifier,
        "review_type": review.review_type,
        "document_type": review.document_type,
        "place": review.place,
        "published": review.published,
        "outcome": review.incident.outcome,
        "date": review.incident.date,
    }
    yield from ((name, stated) for name, stated in single.items() if stated)
    yield from (("harm", harm) for harm in review.incident.harms)
    yield from (("hedged_harm", harm) for harm in review.incident.hedged_harms)
    yield from (("alleged_perpetrator", relation) for relation in review.incident.alleged_perpetrators)
    yield from (fact for number, child in enumerate(review.children, 1) for fact in _child_facts(number, child))
    yield from (fact for item in review.items for fact in _item_facts(item))
    yield from (("keyword", Stated(keyword.text, keyword)) for keyword in review.keywords)


def _child_facts(number: int, child: Child) -> Iterator[tuple[str, Stated[Any]]]:
    facts = (("label", child.label), ("sex", child.sex), ("age", child.age))
    yield from ((f"child-{number}.{name}", stated) for name, stated in facts if stated)


def _item_facts(item: Item) -> Iterator[tuple[str, Stated[Any]]]:
    if isinstance(item, Recommendation):
        name = f"recommendation-{item.position}"
        yield from ((f"{name}.action", action) for action in item.actions)
        yield from ((f"{name}.addressee", addressee) for addressee in item.addressees)
        if item.strength:
            yield f"{name}.strength", item.strength


def _value(stated: Stated[Any] | None) -> str | None:
    return None if stated is None else stated.value
