"""People's decisions taken on pages: the same ones, by the same functions, as those of `kg curate`.

`sessions` knows who decides, `gate` lets only our own forms through, `desk` writes one decision at a time and hands
back what somebody else decided meanwhile, `worklist` says what is least certain, `pages` and `forms` show and take it.
"""

from starlette.routing import BaseRoute, Route

from kg.serve.curate.forms import Forms
from kg.serve.curate.pages import Pages
from kg.serve.curate.sessions import Sessions
from kg.serve.settings import Settings


def routes(settings: Settings) -> list[BaseRoute]:
    """The routes of curation."""
    sessions = Sessions()
    pages, forms = Pages(sessions), Forms(sessions, settings.store)
    return [
        Route("/curate", pages.worklist, methods=["GET"]),
        Route("/curate/name", pages.name, methods=["GET"]),
        Route("/curate/name", forms.name, methods=["POST"]),
        Route("/curate/decisions", pages.decisions, methods=["GET"]),
        Route("/curate/reviews/{review}", pages.review, methods=["GET"]),
        Route("/curate/decide", forms.decide, methods=["POST"]),
        Route("/curate/undo", forms.undo, methods=["POST"]),
    ]
