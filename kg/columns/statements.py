"""The statements of a graph by subject and property, cut from text that this program or the engine wrote."""

from kg.namespaces import DCTERMS, OA, RDF, SG
from kg.rdf.literals import literal

_EVIDENCE, _ANNOTATION = f"<{SG.Evidence}>", f"<{OA.Annotation}>"
_SUPPORTED = tuple(f"<{each}>" for each in (SG.harm, SG.hedgedHarm, SG.allegedPerpetrator, SG.summary))

Thing = dict[str, list[str]]  # property -> objects, as N-Triples writes them
Things = dict[str, Thing]  # by IRI

USED = frozenset(
    map(
        str,
        (
            RDF.type, DCTERMS.title_, DCTERMS.identifier, DCTERMS.isPartOf, DCTERMS.issued, OA.hasBody, OA.hasTarget,
            SG.label_, SG.position, SG.place, SG.summary, SG.theme, SG.concernsChild, SG.examines, SG.identifies,
            SG.recommends, SG.count_, SG.ageText, SG.ageBand, SG.sex, SG.date, SG.earliest, SG.latest, SG.outcome,
            SG.harm, SG.hedgedHarm, SG.allegedPerpetrator, SG.text, SG.start, SG.end, SG.strength, SG.action,
            SG.addressedTo, SG.addresseeText, SG.quote, SG.status, SG.confidence, SG.supports, SG.sha256,
            SG.announcedReviews, SG.reviewType, SG.page,
        ),
    )
)  # fmt: skip


def of_turtle(body: str) -> Things:
    """The statements that columns use in a body that `kg.loading.parts.turtle` wrote."""
    things: Things = {}
    for block in body.split("\n.\n"):
        if block and not _is_unused_evidence(block):
            subject, _, statements = block.partition("> <")
            thing = things.setdefault(subject[1:], {})
            for statement in statements.split("\n;<"):
                property_, _, object_ = statement.partition("> ")
                if property_ in USED:
                    _say(thing, property_, object_)
    return {subject: thing for subject, thing in things.items() if thing}


def _is_unused_evidence(block: str) -> bool:
    """Whether a subject's statements are evidence that no column holds, as most are: the class is told first."""
    return block[: block.find("\n")].endswith(_EVIDENCE) and not any(each in block for each in _SUPPORTED)


def of_ntriples(lines: str) -> Things:
    """The statements that columns use in N-Triples."""
    things: Things = {}
    for line in lines.split("\n"):
        subject, _, rest = line.partition(" ")
        property_, _, object_ = rest.partition(" ")
        if property_[1:-1] in USED:
            _say(things.setdefault(subject[1:-1], {}), property_[1:-1], object_[:-2])
    return {subject: thing for subject, thing in things.items() if not _supports_nothing_used(thing)}


def _supports_nothing_used(thing: Thing) -> bool:
    return thing.get(RDF.type) == [_EVIDENCE, _ANNOTATION] and thing.get(SG.supports, [""])[0] not in _SUPPORTED


def _say(thing: Thing, property_: str, object_: str) -> None:
    found = thing.get(property_)
    if found is None:
        thing[property_] = [object_]
    elif object_ not in found:
        found.append(object_)


def words(term: str) -> str:
    """The words of a literal."""
    if "\\" in term:
        found = literal(term)
        assert found is not None
        return found.words
    return term[1 : term.rindex('"')]
