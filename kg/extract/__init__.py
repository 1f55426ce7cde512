"""A source document into its reviews: where each begins, its sections, its items, its facts.

`whole` shows the path. `parts` and `families` are the words that its steps share; what they call lies in folders, each
of which imports only from those that stand above it here:

- `text`: the text with its typography levelled, its lines, marks and lemmas, and how patterns are kept and tried
- `agencies`: who can be asked to act
- `actions`: what a recommendation asks for, of whom, how strongly
- `titles`: titles, what they say of a review, and headings
- `sections`: which part of a review is which
- `lists`: lists into items
- `themes`: what of the vocabulary an item names
- `facts`: the children and the incident, with `facts.children`, `facts.perpetrators` and `facts.harms`
"""

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
