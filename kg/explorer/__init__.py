"""The explorer: reviews and themes as one page with map, matrix and table, which needs no network."""

from kg.explorer.page import Explorer, explorer, page, page_policy

__all__ = ["Explorer", "explorer", "page", "page_policy"]
