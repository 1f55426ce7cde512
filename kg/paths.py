"""Where the files that travel with the code are: in a checkout, an editable install or a wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def assets() -> Path:
    """The folder that holds `ontology`, `queries` and `data`: the checkout's if there is one, else the wheel's copy."""
    checkout = _PACKAGE.parent
    return (
        checkout
        if (checkout / "ontology").is_dir() and (checkout / "pyproject.toml").is_file()
        else _PACKAGE / "_assets"
    )


def ontology() -> Path:
    """The folder of the ontology, the theme scheme, the code lists, shapes and checks."""
    return assets() / "ontology"


def queries() -> Path:
    """The folder of saved queries."""
    return assets() / "queries"


def sample() -> Path:
    """The folder of the sample document that ships with the wheel."""
    return assets() / "data" / "sample"
