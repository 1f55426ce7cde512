"""The questions that `kg.graphs.collection` asks a store: plain ones, whose answers it joins and sorts itself.

An engine on disk looks up every text and IRI that an answer repeats, so each is asked for once: the text of an item
not with every quote in it, the label of a code not with every review.
"""

from types import MappingProxyType

REVIEWS = """
SELECT ?review ?title ?document ?source WHERE {
  ?review a sg:Review ; dcterms:title ?title ; sg:position ?position ; dcterms:isPartOf ?source .
  OPTIONAL { ?source dcterms:title ?named }
  OPTIONAL { ?source dcterms:identifier ?file }
  BIND(COALESCE(?named, ?file, "") AS ?document)
} ORDER BY ?source ?position ?review"""

LABELS = """
SELECT DISTINCT ?review ?label WHERE { ?review a sg:Review ; sg:label ?label } ORDER BY ?review ?label"""

SUMMARIES = "SELECT ?review ?summary WHERE { ?review a sg:Review ; sg:summary ?summary }"

CONCEPTS = "SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label }"

ITEMS = """
SELECT ?review ?item ?position ?text WHERE {{ ?review {0} ?item . ?item sg:position ?position ; sg:text ?text }}"""

ADDRESSEES = "SELECT DISTINCT ?item ?addressee WHERE { ?item sg:addressedTo ?addressee }"

QUOTES = """
SELECT ?item ?theme ?start ?words ?status ?confidence WHERE {
  ?assignment a sg:ThemeAssignment ; oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?words ; sg:start ?start ;
    sg:status ?status .
  OPTIONAL { ?assignment sg:confidence ?confidence }
}"""

LINKS = """
SELECT DISTINCT ?review ?address WHERE {
  ?review a sg:Review ; dcterms:references ?address .
} ORDER BY ?review ?address"""

THEMES = """
SELECT ?theme (SAMPLE(?name) AS ?label) (MIN(?top) AS ?group) (SAMPLE(?meaning) AS ?definition) WHERE {
  ?theme skos:prefLabel ?name ; skos:broader* ?root .
  ?root skos:topConceptOf ?scheme ; skos:prefLabel ?top .
  OPTIONAL { ?theme skos:definition ?meaning }
} GROUP BY ?theme ORDER BY ?theme"""

CHILDREN = """
SELECT ?review ?child ?count ?label ?sex ?age WHERE {
  ?review sg:concernsChild ?child .
  OPTIONAL { ?child sg:count ?count }
  OPTIONAL { ?child sg:label ?label }
  OPTIONAL { ?child sg:sex/skos:prefLabel ?sex }
  OPTIONAL { ?child sg:ageText ?age }
} ORDER BY ?review ?child"""

STATED = "SELECT DISTINCT ?review ?value WHERE {{ ?review a sg:Review ; {0} ?value }}"
PATHS = MappingProxyType(
    {
        "outcome": "sg:examines/sg:outcome",
        "harm": "sg:examines/sg:harm",
        "hedged harm": "sg:examines/sg:hedgedHarm",
        "year": "sg:examines/sg:year",
        "when": "sg:examines/sg:dateText",
        "perpetrator": "sg:examines/sg:allegedPerpetrator",
        "age": "sg:concernsChild/sg:ageBand",
        "sex": "sg:concernsChild/sg:sex",
        "place": "sg:place",
        "type": "sg:reviewType",
        "document type": "sg:documentType",
        "published": "dcterms:issued",
    }
)

# The words of facts whose value is not itself as printed.
EVIDENCE = """
SELECT ?subject ?property ?body ?words ?start WHERE {
  VALUES ?property {
    sg:outcome sg:harm sg:hedgedHarm sg:allegedPerpetrator sg:sex sg:reviewType sg:documentType dcterms:issued
  }
  ?evidence sg:supports ?property ; a sg:Evidence ; oa:hasTarget ?subject ; sg:quote ?words ; sg:start ?start .
  OPTIONAL { ?evidence oa:hasBody ?body }
}"""
INCIDENTS = "SELECT ?incident ?review WHERE { ?review sg:examines ?incident }"

# What is stated, but over two years or two age bands, so that the property which reviews are chosen by is absent.
OVER = MappingProxyType(
    {
        "year": (
            "over more than one year",
            "sg:examines ?it . ?it sg:date ?stated FILTER NOT EXISTS { ?it sg:year ?year }",
        ),
        "age": (
            "over more than one band",
            "sg:concernsChild ?it . ?it sg:ageText ?stated FILTER NOT EXISTS { ?it sg:ageBand ?band }",
        ),
    }
)
STATED_OVER = "SELECT DISTINCT ?review WHERE {{ ?review a sg:Review ; {0} }}"

# What is listed as a fact: where it comes in the list, how it is called, whether it is only possible.
FACTS = MappingProxyType(
    {
        "outcome": ("2", "Outcome", ""),
        "harm": ("3", "Harm", ""),
        "hedged harm": ("3", "Harm", "hedged"),
        "when": ("4", "When", ""),
        "perpetrator": ("5", "Alleged perpetrator", ""),
        "place": ("6", "Place", ""),
        "type": ("7", "Kind of review", ""),
        "document type": ("8", "Kind of document", ""),
        "published": ("9", "Published", ""),
    }
)

# What reviews can be chosen by: the facet, and what is said behind a value.
TRAITS = MappingProxyType(
    {
        "year": ("year", ""),
        "outcome": ("outcome", ""),
        "harm": ("harm", ""),
        "hedged harm": ("harm", " (only possible)"),
        "age": ("age", ""),
        "sex": ("sex", ""),
        "type": ("type", ""),
        "place": ("place", ""),
    }
)
