"""A knowledge graph of child-safeguarding case reviews, every answer traced to words in a document."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import export as export
    from kg.api import extract as extract
    from kg.api import graph as graph
    from kg.api import load as load
    from kg.api import open_store as open_store
    from kg.api import query as query
    from kg.api import sample as sample

__version__ = "0.1.0"
__all__ = ["__version__", "export", "extract", "graph", "load", "open_store", "query", "sample"]


def __getattr__(name: str) -> object:
    """Import the library when one of its functions is first used: the command line must start without it."""
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from kg import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """What there is to use, for whoever looks before it is imported."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `kg.extract` and `kg.export` functions when the modules of the same names are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
