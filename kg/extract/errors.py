"""What can be wrong with a document that could be read."""

from kg.errors import KGError


class NoReviewError(KGError):
    """A document in which no review was found."""
