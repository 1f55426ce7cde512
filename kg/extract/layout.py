"""Where the reviews of a document begin and end."""

from kg.extract.parts import Block, Layout, ListItem, Section, SectionKind

__all__ = ["Block", "Layout", "ListItem", "Section", "SectionKind"]
