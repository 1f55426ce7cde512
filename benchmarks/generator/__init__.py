"""Invented collections of any size, as the text that a loader reads: no review in them was ever held.

The same seed and theme scheme give the same bytes. `python -m benchmarks.generator --reviews 1000 --seed 1 FOLDER`
writes one, and `benchmarks.generator.stores.store_of` keeps stores of them.
"""

from benchmarks.generator.documents import Document, collection, write

__all__ = ["Document", "collection", "write"]
