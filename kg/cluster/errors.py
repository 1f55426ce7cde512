"""What can go wrong on a cluster."""

from kg.errors import KGError


class ClusterError(KGError):
    """The cluster cannot be used, or gave up."""


class PlaceError(KGError):
    """A list of files, or a place on another system, cannot be read or written."""
