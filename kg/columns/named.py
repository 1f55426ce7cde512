"""Questions about one review: the columns know whom a name means, and SPARQL answers the rest for that IRI alone."""

from kg.answers import Answer, Value
from kg.columns.part import Columns, Values
from kg.namespaces import prologue

_PROLOGUE = prologue("code", "dcterms", "oa", "rdfs", "sg", "skos", "xsd")
_EVIDENCE = """
  ?evidence a sg:Evidence ; sg:supports ?printed ; sg:quote ?quote ; sg:start ?start ; sg:end ?end .
  OPTIONAL { ?evidence oa:hasBody ?body }
  OPTIONAL {
    ?subject ?stated ?object .
    FILTER(IF(?stated != ?printed,
      (?printed = sg:ageText && ?stated IN (sg:ageAtIncident, sg:ageBand))
      || (?printed = sg:dateText && ?stated = sg:date),
      IF(BOUND(?body), ?object = ?body,
        STR(?object) = STR(?quote) || (
          !EXISTS { ?subject ?printed ?exact . FILTER(STR(?exact) = STR(?quote)) } &&
          !EXISTS {
            ?other oa:hasTarget ?subject ; sg:supports ?printed ; sg:quote ?said . FILTER(STR(?said) = STR(?object))
          }))))
  }
  OPTIONAL { ?object skos:prefLabel ?label }"""
_ABOUT = "?evidence oa:hasTarget ?subject . ?subject a/rdfs:label ?about ."
_FACTS = f"""SELECT DISTINCT ?start ?fact ?child ?value ?about ?quote ?end {{
  {{ VALUES ?subject {{ <REVIEW> }} {_ABOUT} {_EVIDENCE} }}
  UNION {{ <REVIEW> sg:concernsChild ?subject . {_ABOUT} {_EVIDENCE} }}
  UNION {{ <REVIEW> sg:examines ?subject . {_ABOUT} {_EVIDENCE} }}
  BIND(COALESCE(?stated, ?printed) AS ?property)
  OPTIONAL {{ ?property rdfs:label ?property_label }}
  BIND(xsd:integer(REPLACE(STR(?subject), "^.*[.]child-([0-9]+)$", "$1")) AS ?child)
  BIND(COALESCE(STR(?property_label), REPLACE(STR(?property), "^.*[/#]", "")) AS ?fact)
  BIND(COALESCE(STR(?label), STR(?object), STR(?quote)) AS ?value)
}}"""
_ASSIGNED = """; oa:hasBody <THEME> ; sg:quote ?quote ; sg:matchedLabel ?matched_label ; sg:confidence ?confidence ;
    sg:status ?counted ; sg:start ?start ; sg:end ?end . FILTER(?counted IN (code:stated, code:accepted))
  ?counted skos:prefLabel ?status ."""
_SUMMARY = """OPTIONAL { ?told oa:hasTarget <REVIEW> ; sg:supports sg:summary ; sg:quote ?item ;
    sg:start ?first ; sg:end ?last . FILTER(?first <= ?start && ?end <= ?last) }"""
_ASSIGNMENTS = f"""SELECT ?start ?kind ?quote ?item ?matched_label ?confidence ?status ?end {{
  {{ ?a oa:hasTarget <REVIEW> {_ASSIGNED} {_SUMMARY}
     BIND("summary or keywords" AS ?kind) }}
  UNION {{ <REVIEW> sg:identifies ?i . ?a oa:hasTarget ?i {_ASSIGNED} ?i sg:text ?item . BIND("learning" AS ?kind) }}
  UNION {{ <REVIEW> sg:recommends ?i . ?a oa:hasTarget ?i {_ASSIGNED} ?i sg:text ?item .
     BIND("recommendation" AS ?kind) }}
}}"""


def facts_of_review(columns: Columns, values: Values) -> Answer:
    """What is stated of reviews of a name, and in which words."""
    found = _of_each(columns, values["review"], _FACTS)
    found.sort(key=lambda row: (row[2], row[1], row[3], row[4], row[5] or 0, row[6]))  # what has no number is first
    rows = tuple(
        (title, about, child, fact, value, quote, document, start, end)
        for title, _, document, start, fact, child, value, about, quote, end in found
    )
    return Answer(("review", "about", "child", "fact", "value", "quote", "document", "start", "end"), rows)


def evidence_for_theme_in_review(columns: Columns, values: Values) -> Answer:
    """The words in which reviews of a name name a theme."""
    found = _of_each(columns, values["review"], _ASSIGNMENTS.replace("THEME", values["theme"]))
    found.sort(key=lambda row: row[2:4])
    rows = tuple((title, *row[1:-1], document, row[0], row[-1]) for title, _, document, *row in found)
    names = "review kind quote item matched_label confidence status document start end"
    return Answer(tuple(names.split()), rows)


def _of_each(columns: Columns, name: str, sparql: str) -> list[tuple[Value, ...]]:
    """The title, IRI and document of each review of a name with each row that SPARQL gives for it."""
    reviews = columns.called(name)
    iris = columns.texts("review.iri").at(reviews)
    known = zip(columns.titles(reviews), iris, columns.documents(reviews), strict=True)
    return [
        (title, iri, document, *row)
        for title, iri, document in known
        for row in columns.ask(_PROLOGUE + sparql.replace("REVIEW", iri)).rows
    ]
