"""The questions that `kg.collection` asks a store, each in the order that its rows are read."""

REVIEWS = """
SELECT ?review ?title ?document WHERE {
  ?review a sg:Review ; dcterms:title ?title ; sg:position ?position ; dcterms:isPartOf ?source .
  OPTIONAL { ?source dcterms:title ?named }
  OPTIONAL { ?source dcterms:identifier ?file }
  BIND(COALESCE(?named, ?file, "") AS ?document)
} ORDER BY ?source ?position ?review"""

LABELS = """
SELECT DISTINCT ?review ?label WHERE { ?review a sg:Review ; sg:label ?label } ORDER BY ?review ?label"""

QUOTES = """
SELECT ?review ?kind ?position ?theme ?words ?text ?status ?confidence WHERE {
  VALUES (?property ?kind) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?review ?property ?item .
  ?item sg:position ?position ; sg:text ?text .
  ?assignment oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?words ; sg:start ?start ; sg:status ?code .
  FILTER(?code != code:rejected)
  OPTIONAL { ?assignment sg:confidence ?confidence }
  BIND(STRAFTER(STR(?code), "/code/") AS ?status)
} ORDER BY ?review ?kind ?position ?start ?theme"""

ITEMS = """
SELECT ?review ?kind ?position ?text ?addressee WHERE {
  VALUES (?property ?kind) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?review ?property ?item .
  ?item sg:position ?position ; sg:text ?text .
  OPTIONAL { ?item sg:addressedTo/skos:prefLabel ?addressee }
} ORDER BY ?review ?kind ?position ?addressee"""

LINKS = """
SELECT DISTINCT ?review ?address WHERE {
  ?review a sg:Review ; dcterms:references ?address .
} ORDER BY ?review ?address"""

THEMES = """
SELECT ?theme (SAMPLE(?name) AS ?label) (MIN(?top) AS ?group) (SAMPLE(?meaning) AS ?definition) WHERE {
  { SELECT DISTINCT ?theme WHERE { ?assignment a sg:ThemeAssignment ; oa:hasBody ?theme } }
  ?theme skos:prefLabel ?name ; skos:broader* ?root .
  ?root skos:topConceptOf ?scheme ; skos:prefLabel ?top .
  OPTIONAL { ?theme skos:definition ?meaning }
} GROUP BY ?theme ORDER BY ?theme"""

CHILDREN = """
SELECT ?review ?count ?label ?sex ?age WHERE {
  ?review sg:concernsChild ?child .
  OPTIONAL { ?child sg:count ?count }
  OPTIONAL { ?child sg:label ?label }
  OPTIONAL { ?child sg:sex/skos:prefLabel ?sex }
  OPTIONAL { ?child sg:ageText ?age }
} ORDER BY ?review ?child"""

_FACT_PATHS = (
    ("2", "Outcome", "sg:examines/sg:outcome/skos:prefLabel", ""),
    ("3", "Harm", "sg:examines/sg:harm/skos:prefLabel", ""),
    ("3", "Harm", "sg:examines/sg:hedgedHarm/skos:prefLabel", "hedged"),
    ("4", "When", "sg:examines/sg:dateText", ""),
    ("5", "Alleged perpetrator", "sg:examines/sg:allegedPerpetrator/skos:prefLabel", ""),
    ("6", "Place", "sg:place", ""),
    ("7", "Kind of review", "sg:reviewType/skos:prefLabel", ""),
    ("8", "Kind of document", "sg:documentType/skos:prefLabel", ""),
    ("9", "Published", "dcterms:issued", ""),
)


def facts_query() -> str:
    """One row for each fact: review, where it is listed, name, value, and `hedged` where it is only possible."""
    paths = " UNION ".join(
        f'{{ ?review {path} ?value . BIND("{order}" AS ?order) BIND("{name}" AS ?name) BIND("{hedged}" AS ?hedged) }}'
        for order, name, path, hedged in _FACT_PATHS
    )
    return f"SELECT ?review ?order ?name ?value ?hedged WHERE {{ ?review a sg:Review . {paths} }} ORDER BY ?review"


_TRAIT_PATHS = (
    ("year", "sg:examines/sg:year", ""),
    ("outcome", "sg:examines/sg:outcome", ""),
    ("harm", "sg:examines/sg:harm", ""),
    ("harm", "sg:examines/sg:hedgedHarm", " (only possible)"),
    ("age", "sg:concernsChild/sg:ageBand", ""),
    ("sex", "sg:concernsChild/sg:sex", ""),
    ("type", "sg:reviewType", ""),
    ("place", "sg:place", ""),
)


def traits_query() -> str:
    """One row for each value that a review can be chosen by: review, facet, value, code."""
    paths = " UNION ".join(
        f'{{ ?review {path} ?is . OPTIONAL {{ ?is skos:prefLabel ?label }} BIND("{facet}" AS ?facet) '
        f'BIND(CONCAT(COALESCE(?label, STR(?is)), "{hedged}") AS ?value) '
        f'BIND(IF(isIRI(?is), STRAFTER(STR(?is), "/code/"), "") AS ?code) }}'
        for facet, path, hedged in _TRAIT_PATHS
    )
    return (
        f"SELECT DISTINCT ?review ?facet ?value ?code WHERE {{ ?review a sg:Review . {paths} }} "
        "ORDER BY ?review ?facet ?value"
    )
