"""The names of the vocabularies the graph uses. An unknown name is an AttributeError, and an error to mypy.

Members are strings, so they serve rdflib (`URIRef(SG.Review)`), an engine and text alike without importing any of them.
"""

from enum import StrEnum, auto

ONTOLOGY = "https://w3id.org/safeguarding-kg/ontology#"
THEME = "https://w3id.org/safeguarding-kg/theme/"
CODE = "https://w3id.org/safeguarding-kg/code/"
ID = "https://w3id.org/safeguarding-kg/id/"  # the default base of data; `--base` changes it

PREFIXES = {
    "code": CODE,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "id": ID,
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sg": ONTOLOGY,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "theme": THEME,
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prologue(*names: str) -> str:
    """Known prefixes as SPARQL declares them, on one line that a question can go on."""
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in names)


class SG(StrEnum):
    """Classes and properties of our own ontology: proven equal to `ontology/safeguarding.ttl` by a test."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:  # noqa: ARG004 - enum's signature
        return ONTOLOGY + name

    SourceDocument = auto()
    Review = auto()
    Child = auto()
    Incident = auto()
    Item = auto()
    LearningPoint = auto()
    Recommendation = auto()
    ThemeAssignment = auto()
    Evidence = auto()
    Extraction = auto()
    Decision = auto()
    SameReviewDecision = auto()
    Withdrawal = auto()

    # "label", "count" and the like are methods of str: such names end in an underscore here, not in the graph.
    label_ = ONTOLOGY + "label"
    count_ = ONTOLOGY + "count"
    reviewType = auto()
    documentType = auto()
    place = auto()
    summary = auto()
    concernsChild = auto()
    examines = auto()
    identifies = auto()
    recommends = auto()
    keyword = auto()
    linkText = auto()
    theme = auto()
    contextTheme = auto()
    sex = auto()
    ageText = auto()
    ageAtIncident = auto()
    ageInMonthsMin = auto()
    ageInMonthsMax = auto()
    ageBand = auto()
    outcome = auto()
    harm = auto()
    hedgedHarm = auto()
    dateText = auto()
    date = auto()
    earliest = auto()
    latest = auto()
    year = auto()
    allegedPerpetrator = auto()
    text = auto()
    position = auto()
    action = auto()
    addressedTo = auto()
    addresseeText = auto()
    strength = auto()
    quote = auto()
    start = auto()
    end = auto()
    page = auto()
    pageStart = auto()
    announcedReviews = auto()
    matchedLabel = auto()
    confidence = auto()
    status = auto()
    supports = auto()
    sha256 = auto()
    softwareVersion = auto()
    vocabularyVersion = auto()
    gapPattern = auto()
    exclusion = auto()
    verdict = auto()
    decidedBy = auto()
    decidedOn = auto()
    importNumber = auto()
    documentName = auto()
    reviewTitle = auto()
    occurrence = auto()
    part = auto()
    itemText = auto()
    factKind = auto()
    decidedValue = auto()
    newValue = auto()
    comment = auto()
    compares = auto()
    sameReviewAs = auto()
    withdraws = auto()


class RDF(StrEnum):
    """The one RDF term that data needs."""

    type = PREFIXES["rdf"] + "type"


class DCTERMS(StrEnum):
    """Dublin Core terms that data needs."""

    title_ = PREFIXES["dcterms"] + "title"
    issued = PREFIXES["dcterms"] + "issued"
    format_ = PREFIXES["dcterms"] + "format"
    identifier = PREFIXES["dcterms"] + "identifier"
    isPartOf = PREFIXES["dcterms"] + "isPartOf"
    abstract = PREFIXES["dcterms"] + "abstract"
    references = PREFIXES["dcterms"] + "references"


class OA(StrEnum):
    """Web Annotation terms that data needs."""

    Annotation = PREFIXES["oa"] + "Annotation"
    hasBody = PREFIXES["oa"] + "hasBody"
    hasTarget = PREFIXES["oa"] + "hasTarget"


class PROV(StrEnum):
    """PROV terms that data needs."""

    Activity = PREFIXES["prov"] + "Activity"
    used = PREFIXES["prov"] + "used"
    wasGeneratedBy = PREFIXES["prov"] + "wasGeneratedBy"


class XSD(StrEnum):
    """Datatypes that data needs."""

    date = PREFIXES["xsd"] + "date"
    decimal = PREFIXES["xsd"] + "decimal"
    duration = PREFIXES["xsd"] + "duration"
    integer = PREFIXES["xsd"] + "integer"
    gYearMonth = PREFIXES["xsd"] + "gYearMonth"
