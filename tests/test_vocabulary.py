"""The theme scheme is read whole: the shipped one, and a small invented one."""

from pathlib import Path

import pytest

from kg import paths, vocabulary
from kg.namespaces import PREFIXES, THEME
from kg.rdf.turtle import Statement, by_subject, statements, value

INVENTED = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sg: <https://w3id.org/safeguarding-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix theme: <https://w3id.org/safeguarding-kg/theme/> .
<https://w3id.org/safeguarding-kg/theme/> a skos:ConceptScheme ; owl:versionInfo "9.9" .
theme:kites a skos:Concept ; skos:broader theme:play ; skos:prefLabel "Kites"@en ;
  skos:altLabel "paper bird"@en, "kite"@en ;
  skos:hiddenLabel "string"@en ; skos:definition "Toys that fly."@en ; skos:scopeNote "Not birds."@en ;
  skos:note "A note."@en ;
  sg:gapPattern "kite ~3 fly" ; sg:exclusion "kite mark"@en .
theme:play a skos:Concept ; skos:prefLabel "Play"@en .
"""


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    path = tmp_path / "themes.ttl"
    path.write_text(INVENTED, encoding="utf-8")
    return path


def test_a_theme_has_everything_its_concept_says(invented: Path) -> None:
    assert vocabulary.read(invented)["kites"] == vocabulary.Theme(
        id="kites",
        label="Kites",
        definition="Toys that fly.",
        alt_labels=("kite", "paper bird"),
        hidden_labels=("string",),
        gap_patterns=("kite ~3 fly",),
        exclusions=("kite mark",),
        broader="play",
        scope_note="Not birds.",
        notes=("A note.",),
    )


def test_themes_are_sorted_and_the_scheme_itself_is_none(invented: Path) -> None:
    assert list(vocabulary.read(invented)) == ["kites", "play"]


def test_a_theme_without_broader_is_at_the_top(invented: Path) -> None:
    assert vocabulary.read(invented)["play"].broader is None


def test_turtle_becomes_plain_statements(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('<http://x/s> <http://x/p> "words"@en, 5, <http://x/o>, [] .', encoding="utf-8")
    spoken, number, iri, blank = statements(path)
    assert spoken == Statement("http://x/s", "http://x/p", "words", PREFIXES["rdf"] + "langString", "en")
    assert (number.object, number.datatype) == ("5", PREFIXES["xsd"] + "integer")
    assert (iri.object, iri.datatype) == ("http://x/o", None)
    assert blank.object.startswith("_:")
    assert by_subject([number, iri]) == {"http://x/s": {"http://x/p": ("5", "http://x/o")}}


def test_the_shipped_scheme_has_every_theme_and_a_version() -> None:
    assert len(vocabulary.themes()) >= 141
    assert vocabulary.version() == value(paths.ontology() / "themes.ttl", THEME, PREFIXES["owl"] + "versionInfo")


def test_the_version_is_that_of_the_scheme_however_it_is_written(
    invented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ontology", lambda: invented.parent)
    invented.write_text(INVENTED.replace("theme:play a", 'theme:play\n    owl:versionInfo "1.0" ;\n    a'))
    assert vocabulary.version.__wrapped__() == "9.9"
    invented.write_text(
        INVENTED.replace(' owl:versionInfo "9.9" .', '\n    owl:versionInfo "9.10" ;\n    a owl:Thing .')
    )
    assert vocabulary.version.__wrapped__() == "9.10"


def test_every_theme_leads_up_to_one_without_broader() -> None:
    scheme = vocabulary.themes()
    for id_, theme in scheme.items():
        assert theme.label
        assert theme.definition
        top = (id_, *vocabulary.ancestors(id_))[-1]
        assert scheme[top].broader is None


def test_narrower_is_the_other_way_of_broader() -> None:
    assert "coercive-control" in vocabulary.narrower("domestic-abuse")
    assert vocabulary.ancestors("coercive-control") == ("domestic-abuse", "parental-and-family-factors")


def test_the_scheme_is_read_once() -> None:
    assert vocabulary.themes() is vocabulary.themes()


def test_a_theme_is_known_by_its_id_without_reading_the_whole_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = list(vocabulary.themes())
    monkeypatch.setattr(vocabulary, "themes", lambda: pytest.fail("the whole vocabulary was read"))
    assert all(map(vocabulary.is_theme, ids))


@pytest.mark.parametrize("id_", ["no-such-theme", "", "neglect a skos:Concept ;\n", "Neglect", "théme"])
def test_what_is_no_id_is_no_theme(id_: str) -> None:
    assert not vocabulary.is_theme(id_)
