"""A knowledge graph of child-safeguarding case reviews, every answer traced to words in a document."""

__version__ = "0.1.0"
