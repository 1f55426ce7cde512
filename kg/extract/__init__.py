"""A source document into its reviews: where each begins, its sections, its items, its facts."""

from kg.extract.errors import NoReviewError
from kg.model import Digest, SourceDocument

__all__ = ["NoReviewError", "extract"]


def extract(document: SourceDocument) -> Digest:
    """The document's reviews with their facts and items, each with the words it rests on.

    The rules are imported with the first document: compiling them takes longer than most commands run.

    Raises: NoReviewError, if no review is found in the document.
    """
    from kg.extract.whole import extract as read

    return read(document)
