"""Templates filled, with every value escaped."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from kg import __version__
from kg.serve.names import code_label, counted, share, theme_label

if TYPE_CHECKING:
    from kg.serve.settings import Settings

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
NAVIGATION = (
    ("/", "Overview"),
    ("/reviews", "Reviews"),
    ("/themes", "Themes"),
    ("/agencies", "Agencies"),
    ("/recommendations", "Recommendations"),
    ("/questions", "Questions"),
    ("/explorer", "Explorer"),
    ("/reference", "Reference"),
    ("/about", "About"),
)


def html(request: Request, template: str, title: str, context: Mapping[str, object]) -> str:
    """A page of the site: the template inside the frame that all pages share."""
    settings: Settings = request.app.state.settings
    return environment().get_template(template).render(
        {
            "title": title,
            "path": request.url.path,
            "address": str(request.url),
            "navigation": (*NAVIGATION, *((("/curate", "Curate"),) if settings.curate else ())),
            "curating": settings.curate,
            "version": __version__,
            **context,
        }
    )  # fmt: skip


@cache
def environment() -> Environment:
    """Our templates: everything escaped, a missing value an error."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: Mapping[str, Callable[..., str]] = {
        "code": code_label,
        "theme": theme_label,
        "counted": counted,
        "share": share,
    }
    made.filters.update(filters)
    made.globals["static"] = static
    return made


@cache
def static(name: str) -> str:
    """The address of a file of ours, which changes whenever the file does."""
    return f"/static/{sha256((STATIC / name).read_bytes()).hexdigest()[:12]}/{name}"
