"""A rule is tried only where it can match, and finds there exactly what its pattern finds."""

import re
from pathlib import Path

import pytest

from kg.extract.action_words import COMPILED_BESIDES, COMPILED_LIGHT
from kg.extract.agency_words import NAMES
from kg.extract.facts.ages import _SEARCHED as AGES
from kg.extract.facts.dates import _SEARCHED as DATES
from kg.extract.facts.harms import _ATTACK, _OWN_ACT
from kg.extract.facts.harms import _PATTERNS as HARMS
from kg.extract.facts.people import _PATTERNS as PEOPLE
from kg.extract.needles import Rule, needles
from kg.extract.wording import flat, pattern, sentences

GOLD = Path(__file__).parent / "gold"
RULES: dict[str, tuple[Rule, ...]] = {
    "ages": tuple(rule for rule, *_ in AGES),
    "dates": tuple(rule for rule, _ in DATES),
    "harms": (*(rule for _, rule in HARMS), _ATTACK, _OWN_ACT),
    "people": tuple(rule for _, rule in PEOPLE),
    "agencies": tuple(rule for _, rule in NAMES),
    "actions": tuple(rule for rule, _ in (*COMPILED_LIGHT, *COMPILED_BESIDES)),
}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [flat(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "dev3").glob("list-201[46].txt"))]


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_a_rule_finds_what_its_pattern_finds(rules: tuple[Rule, ...], texts: list[str]) -> None:
    for text in texts:
        for start, end in sentences(text, 0, len(text)):
            for rule in rules:
                found = [match.span() for match in rule.words.finditer(text, start, end)]
                assert [match.span() for match in rule.finditer(text, start, end)] == found, rule.words.pattern[:80]
                assert bool(rule.search(text, start, end)) == bool(found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("mother|mum", ("mum", "mother")),
        ("(?:half-)?(?:brother|sister)s?", ("sister", "brother")),
        (r"\w+ by (?:her|his) partner", (" by her partner", " by his partner")),
        ("wom[ae]n", ("woman", "women")),
        (r"\d+|[^.]*", ()),
        ("abuse?d", ("abusd", "abused")),
        ("(?:un)?known|seen", ("seen", "known")),
        ("(?:aged? )+old", ("age ", "aged ")),
    ],
)
def test_needles_are_words_that_every_match_holds(words: str, expected: tuple[str, ...]) -> None:
    assert sorted(needles(re.compile(words, re.IGNORECASE))) == sorted(expected)


def test_a_needle_is_found_whatever_its_case() -> None:
    rule = Rule(pattern("MARAC|mother"))

    assert rule.search("His MOTHER told the Marac.", 0, 26) is not None
    assert rule.match("Mother told them.", 0, 17) is not None
    assert rule.search("His father told nobody.", 0, 23) is None


def test_a_second_set_of_needles_can_be_asked_for() -> None:
    rule = Rule(pattern(r"\d{4}(?: to \d{4})?"), (" to",))

    assert rule.search("from 2012 to 2014", 0, 17) is not None
    assert rule.search("in 2012", 0, 7) is None
