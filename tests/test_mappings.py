"""The mapping file holds what SSSOM asks for, and a keyword is found however it is printed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import mappings, paths
from kg.mappings import COLUMNS, Kind, keyword_mappings, look_up, parse
from kg.vocabulary import themes

FILE = paths.ontology() / "mappings" / "nspcc-keywords.sssom.tsv"
GOLD = Path(__file__).parent / "gold"
PRINTED = """assessment; child criminal exploitation; child deaths; child protection; child sexual exploitation;
children in violent families; children with chronic illnesses; disguised compliance; emotional abuse; ethnic groups;
exclusion orders; fabricated or induced illness; family violence; fathers; filicide; general practitioners; grooming;
health services; homeless adolescents; infant deaths; infants; medical assessment; non-accidental injuries;
parenting capacity; parents with mental health problems; partner relations; physical abuse;
pre-birth risk assessments; professional curiosity; rape; residence orders; self-harm; separation; substance misuse;
suicide; unknown men; young offenders"""
HEAD = "\t".join(COLUMNS)


def row(predicate: str = "skos:exactMatch", object_id: str = "theme:suicide", confidence: str = "1") -> str:
    return f"{HEAD}\nkites\t{predicate}\t{object_id}\tSuicide\tsemapv:ManualMappingCuration\t{confidence}\t\n"


def keywords(part: object) -> Iterator[str]:
    """The keywords of labelled reviews, wherever they stand."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from map(str, value) if key == "keywords" else keywords(value)
    elif isinstance(part, list):
        for each in part:
            yield from keywords(each)


def test_the_head_says_what_the_standard_asks_for() -> None:
    head = keyword_mappings().metadata
    assert {"mapping_set_id", "license", "subject_source", "object_source", "subject_type"} <= set(head)
    assert all(head[key].startswith("https://") for key in ("mapping_set_id", "license"))
    assert head["subject_type"] == "rdfs literal"


def test_every_prefix_that_a_line_uses_is_in_the_head() -> None:
    text = FILE.read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert (
        set(re.findall(r"\t(\w+):\w", body)) == {"theme", "semapv", "skos", "sssom"} <= set(keyword_mappings().metadata)
    )


def test_every_line_names_a_theme_of_the_scheme_by_its_label_or_says_that_there_is_none() -> None:
    for line in keyword_mappings().mappings:
        assert line.label == (themes()[line.theme].label if line.theme else ""), line
        assert line.comment or line.kind is not Kind.NONE, f"say why {line.keyword} has no theme"


def test_lines_are_in_lower_case_sorted_and_each_there_once() -> None:
    keys = [(line.keyword, line.theme or "") for line in keyword_mappings().mappings]
    assert keys == sorted(set(keys))
    assert all(keyword == mappings.normal(keyword) for keyword, _ in keys)


def test_an_exact_match_stands_alone() -> None:
    exact = {line.keyword for line in keyword_mappings().mappings if line.kind in (Kind.EXACT, Kind.NONE)}
    of_exact = [line.keyword for line in keyword_mappings().mappings if line.keyword in exact]
    assert len(of_exact) == len(set(of_exact))


@pytest.mark.parametrize("keyword", PRINTED.replace("\n", " ").split("; "))
def test_keyword_seen_in_print_is_mapped(keyword: str) -> None:
    assert [line.keyword for line in look_up(keyword)][:1] == [keyword]


def test_every_keyword_of_the_labelled_examples_is_mapped() -> None:
    files = [*GOLD.glob("*.gold.json"), *(GOLD / "dev").glob("*.gold.json")]
    printed = {keyword for file in files for keyword in keywords(json.loads(file.read_text(encoding="utf-8")))}
    assert printed
    assert [keyword for keyword in sorted(printed) if not look_up(keyword)] == []


@pytest.mark.parametrize(
    ("printed", "theme"),
    [
        ("Suicide.", "suicide"),
        ("suicides", "suicide"),
        ("Foster  carer", "looked-after-children-and-care-leavers"),
        ("separation [marriages]", "post-separation-abuse-and-child-arrangements"),
        ("separation [m...", "post-separation-abuse-and-child-arrangements"),
        ("fathers [stepfathers]", "fathers-and-male-carers"),
        ("discguised compliance", "disguised-compliance"),
        ("profesional curiosity", "professional-curiosity"),
        ("parents with mental health problem", "parental-mental-health"),
    ],
)
def test_capitals_number_qualifiers_and_a_misprint_make_no_difference(printed: str, theme: str) -> None:
    assert look_up(printed)[0].theme == theme


@pytest.mark.parametrize("keyword", ["kites", "grandfathers", "stepmothers", "neglec", "", "[marriages]"])
def test_another_word_is_not_taken_for_a_misprint(keyword: str) -> None:
    assert look_up(keyword) == ()


def test_best_mapping_comes_first() -> None:
    kinds = [line.kind for line in look_up("learning disabilities")]
    assert kinds == [Kind.CLOSE, Kind.BROAD]


def test_a_column_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="lacks the columns comment, confidence"):
        parse("subject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\n")


@pytest.mark.parametrize(
    "text",
    [
        row("skos:exactMatch", "sssom:NoTermFound"),
        row("skos:mappingRelation"),
        row(confidence="2"),
        row(confidence="much"),
        row("owl:sameAs"),
        row(object_id="kites"),
    ],
)
def test_a_line_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)
