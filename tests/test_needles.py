"""A rule is tried only where it can match, and finds there exactly what its pattern finds."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extract.actions.nominals import OPENING_NOUNS
from kg.extract.actions.verb_objects import COMPILED_FRAMES
from kg.extract.actions.words import COMPILED_BESIDES, COMPILED_LIGHT, COMPILED_PASSIVE
from kg.extract.agencies.mentions import _DETERMINER, directly, mentions
from kg.extract.agencies.words import NAMES
from kg.extract.facts.children.ages import _SEARCHED as AGES
from kg.extract.facts.children.ages import _UNNUMBERED as UNNUMBERED
from kg.extract.facts.dates import _SEARCHED as DATES
from kg.extract.facts.harms.bearer import _BACKGROUND
from kg.extract.facts.harms.hits import _PATTERNS as HARMS
from kg.extract.facts.outcome import _DEATH
from kg.extract.facts.perpetrators.blame_patterns import CUE as CUES
from kg.extract.facts.perpetrators.people import _PATTERNS as PEOPLE
from kg.extract.sections.lead_in_words import LEAD_INS
from kg.extract.text.needles import Rule, needles
from kg.extract.text.openings import Openings, openings
from kg.extract.text.parsed import deferred, parsed
from kg.extract.text.rules import Rules
from kg.extract.text.wording import flat, letter_by_letter, pattern, sentences

GOLD = Path(__file__).parent / "gold"
RULES: dict[str, Rules[Any]] = {
    "ages": AGES,
    "ages without numbers": UNNUMBERED,
    "dates": DATES,
    "harms": HARMS,
    "people": PEOPLE,
    "agencies": NAMES,
    "cues of blame": CUES,
    "light words": COMPILED_LIGHT,
    "other words": COMPILED_BESIDES,
}
OPENINGS: dict[str, Openings[Any]] = {
    "lead-ins": LEAD_INS,
    "verbs": COMPILED_FRAMES,
    "participles": COMPILED_PASSIVE,
    "nouns": OPENING_NOUNS,
}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [flat(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "dev3").glob("list-201[46].txt"))]


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_rules_find_what_their_patterns_find(rules: Rules[Any], texts: list[str]) -> None:
    for text in texts:
        for start, end in sentences(text, 0, len(text)):
            found = [(match.span(), meaning) for words, meaning in rules for match in words.finditer(text, start, end)]
            assert [(match.span(), meaning) for match, meaning in rules.finditer(text, start, end)] == found
            assert rules.stand_in(text, start, end) == bool(found)


@pytest.mark.parametrize("rule", [_BACKGROUND, _DEATH], ids=["background", "death"])
def test_a_rule_finds_what_its_pattern_finds(rule: Rule, texts: list[str]) -> None:
    for text in texts:
        for start, end in sentences(text, 0, len(text)):
            found = [match.span() for match in rule.words.finditer(text, start, end)]
            assert [match.span() for match in rule.finditer(text, start, end)] == found
            assert bool(rule.search(text, start, end)) == bool(found)


@pytest.mark.parametrize("patterns", OPENINGS.values(), ids=OPENINGS)
def test_the_first_pattern_that_begins_at_a_word_is_found(patterns: Openings[Any], texts: list[str]) -> None:
    for text in texts:
        for start, end in sentences(text, 0, len(text)):
            for word in re.finditer(r"[A-Za-z]\w+", text[start:end]):
                at = start + word.start()
                matches = ((words.match(text, at, end), meaning) for words, meaning in patterns)
                expected = next(((match.span(), meaning) for match, meaning in matches if match), None)
                found = patterns.match(text, at, end)
                assert (found and (found[0].span(), found[1])) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("review|audit", ("audit", "review")),
        ("(?:re-?)?launch", ("launch", "re-launc", "relaunch")),
        (r"(?:[\w-]+ )?plan", ("", "plan")),
        (r"(?!not)[ae]n? old", ("a old", "an old", "e old", "en old")),
        ("(?:local )*board", ("board", "local bo", "local lo")),
        (r"a\w+", ("a",)),
        (r"\bUse", ("use",)),
        (r"\d{1,2}/\d|[5-9]th|6 months", ("0 months", "0/0", "00/0", "0th")),
    ],
)
def test_the_letters_that_a_match_begins_with_are_known(words: str, expected: tuple[str, ...]) -> None:
    assert openings(parsed(re.compile(words, re.IGNORECASE))) == expected


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
    assert sorted(needles(parsed(re.compile(words, re.IGNORECASE)))) == sorted(expected)


def test_a_needle_is_found_whatever_its_case() -> None:
    rule = Rule(pattern("MARAC|mother"))

    assert rule.search("His MOTHER told the Marac.", 0, 26) is not None
    assert rule.match("Mother told them.", 0, 17) is not None
    assert rule.search("His father told nobody.", 0, 23) is None


def test_rules_that_begin_with_a_sign_or_with_any_word_are_found_among_others() -> None:
    rules = Rules(
        (pattern(words), words) for words in (", at eleven weeks", "the? baby", "[a-z]+ weeks", "baby boy|boy")
    )
    text = "The death, at eleven weeks, of the baby boy."

    found = [(match.group(), words) for match, words in rules.finditer(text, 0, len(text))]

    assert found == [
        (", at eleven weeks", ", at eleven weeks"),
        ("the baby", "the? baby"),
        ("eleven weeks", "[a-z]+ weeks"),
        ("baby boy", "baby boy|boy"),
    ]


def test_the_first_rule_that_matches_at_a_place_is_found() -> None:
    rules = Rules((pattern(words), words) for words in ("[a-z]+ weeks", "baby boy|boy"))

    assert [bool(rules.match("baby boy of weeks", at, 17)) for at in (0, 5, 6, 9)] == [True, True, False, True]


def test_a_rule_that_opens_with_a_choice_is_found_by_each_of_its_words() -> None:
    rules = Rules([(pattern(r"(?:m[ae]n|\S+-year-olds?) who ran"), None)])
    text = "The man who ran met a (16-year-old who ran."

    assert [match.group() for match, _ in rules.finditer(text, 0, len(text))] == [
        "man who ran",
        "(16-year-old who ran",
    ]
    assert not list(rules.finditer("The man met a 16-year-old.", 0, 26))


def test_agencies_are_named_right_here_if_the_first_of_all_stands_here(texts: list[str]) -> None:
    for text in texts:
        for start, end in sentences(text, 0, len(text)):
            for word in re.finditer(r"\w+ +", text[start:end]):
                at = start + word.end()
                first = next(iter(mentions(text, at, end)), None)
                here = first is not None and _DETERMINER.fullmatch(text[at : first.start]) is not None
                assert bool(directly(text, at, end)) == here


WORDS = st.lists(st.text("abc-", min_size=1, max_size=4), min_size=1, max_size=8)


@example(["aba", "a", "ab"], "AB")
@given(WORDS, st.text("abcAB-", max_size=6))
def test_words_are_chosen_letter_by_letter_as_one_after_another(words: list[str], text: str) -> None:
    for behind in ("", r"\b", "(?!a)"):
        spelt = re.match(rf"{letter_by_letter(words)}{behind}", text, re.IGNORECASE)
        plain = re.match(rf"(?:{'|'.join(words)}){behind}", text, re.IGNORECASE)
        assert (spelt and spelt.span()) == (plain and plain.span())


PATTERNS = (
    "(?:cat|dog|Cab)s?",
    "[a-c]+[^d-g]",
    "(?P<one>cab|(?:a|b)c)(?-i:[A-C])(?P=one)?",
    "(?<![ab])c|(?<=d)o",
    "(?:the )?(?!do|ca)[ÀÉa-c'-]+",
    "(?:[a-c]{2}|[.-]|)d",
    r"[^\W\d_]+(?:'s)?",
)


@given(st.sampled_from(PATTERNS), st.sampled_from([re.IGNORECASE, 0]), st.text("abcdgoABCDGOéÉà'-. ", max_size=12))
def test_a_pattern_made_when_it_is_first_used_finds_what_it_finds_as_it_is_written(
    words: str, flags: int, text: str
) -> None:
    made, written = deferred(words, flags), re.compile(words, flags)
    assert [(one.span(), one.groups()) for one in made.finditer(text)] == [
        (one.span(), one.groups()) for one in written.finditer(text)
    ]


def test_where_python_keeps_its_parser_elsewhere_the_same_is_read() -> None:
    program = (
        "import re, sys; sys.modules.update(dict.fromkeys(sys.argv[1:])); from pathlib import Path;"
        "from kg.extract import extract; from kg.read import read_bytes;"
        "print(extract(read_bytes('july.txt', Path('data/sample/nspcc-2023-07.txt').read_bytes())))"
    )

    def said(*hidden: str) -> str:
        command = [sys.executable, "-c", program, *hidden]
        return subprocess.run(command, cwd=GOLD.parents[1], capture_output=True, text=True, check=True).stdout

    assert said("re._parser", "re._compiler") == said() != ""
