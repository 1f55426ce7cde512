"""What columns cannot do; SPARQL answers then, and the user never sees it."""


class NotColumnarError(Exception):
    """The store, or a value, is something that columns cannot speak of as SPARQL would."""
