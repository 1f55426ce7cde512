"""Which part of a review is which: the words that open a section, tables, and what no words announce."""
