"""Pages for those who decide: what to decide next, one review beside its text, and everything decided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote as quoted

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kg import codes
from kg.curation.decision import Decision, in_force
from kg.curation.desk import listed
from kg.curation.records import history, recorded
from kg.serve.catalogue import Entry
from kg.serve.curate import worklist
from kg.serve.curate.desk import reading
from kg.serve.curate.sessions import Session, Sessions
from kg.serve.evidence import told
from kg.serve.marks import paragraphs
from kg.serve.names import code_label, counted, share
from kg.serve.opened import Opened
from kg.serve.pages.page import download_of, downloads, missing
from kg.serve.pages.page import visit as visit_of
from kg.serve.pages.paging import paged
from kg.serve.pages.table import Table
from kg.serve.render import html
from kg.vocabulary import themes

if TYPE_CHECKING:
    from kg.serve.library import Library

_REVIEWS = 100  # of the store that the list of reviews shows; the others are found by the site's own list


class Pages:
    """What is shown to whom."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def worklist(self, request: Request) -> Response:
        """The themes that are least certain, and how far each review is."""
        session = self._sessions.of(request)
        opened = _opened(request)
        visit = visit_of(request, opened)
        decisions = recorded(opened.store)
        wanted = visit.one("theme") if visit.one("theme") in themes() else ""
        found = worklist.least_certain(opened.store, decisions, wanted)
        paging = paged(visit, len(found))
        context = {
            "unsure": worklist.unsure(opened.store, opened.catalogue, found[paging.start : paging.end]),
            "paging": paging,
            "wanted": wanted,
            "theme_names": [(id_, theme.label) for id_, theme in themes().items()],
            "open": counted(worklist.open_themes(opened.store, wanted), "theme", "themes"),
            "reviews": _progress(opened.catalogue.reviews[:_REVIEWS], decisions),
            "more": len(opened.catalogue.reviews) > _REVIEWS,
        }
        return self._page(request, session, "curate/worklist.html", "Curate", context)

    def review(self, request: Request) -> Response:
        """One review: its text, and everything that was read from it with what can be decided."""
        session = self._sessions.of(request)
        if not session.name:
            address = f"/curate/name?next={quoted(request.url.path)}"
            return self._sessions.keep(request, session, RedirectResponse(address, 303))
        opened = _opened(request)
        entry = opened.catalogue.by_id.get(request.path_params["review"])
        if entry is None:
            raise missing("The store holds no review of this address: the list of reviews shows them all.")
        return self._page(request, session, "curate/review.html", entry.title, self._review(request, opened, entry))

    def _review(self, request: Request, opened: Opened, entry: Entry) -> dict[str, object]:
        decisions = recorded(opened.store)
        target = worklist.target_of(opened.catalogue, entry)
        found = reading(opened.store, target.document, decisions)
        if found is None:
            raise missing("The store does not hold this review's document any more.")
        tasks = worklist.tasks(found, target, decisions)
        said = told(opened.store, entry)
        following = [task.id for task in tasks if task.is_open]
        done = next((each for each in decisions if each.id == request.query_params.get("done", "")), None)
        return {
            "entry": entry,
            "target": target,
            "tasks": tasks,
            "next": {task.id: _after(task.id, following) for task in tasks},
            "left": share(len(following), len(tasks), "thing"),
            "done": done,
            "done_id": worklist.row_id(done.target) if done else "",
            "in_words": worklist.verdict_in_words,
            "paragraphs": paragraphs(
                said.text,
                said.start,
                [one for one in said.quotes if one.status != "rejected"],
                [fact for fact in said.facts if fact.name not in ("title", "summary")],
            ),
            "places": worklist.places(found.curated, target),
            "kinds": worklist.kinds(),
            "theme_names": [(id_, theme.label) for id_, theme in themes().items()],
            "code_names": _codes(),
        }

    def decisions(self, request: Request) -> Response:
        """Everything decided that is in force, the latest first, with a way back; a file holds all, as a copy does."""
        session = self._sessions.of(request)
        opened = _opened(request)
        if "format" in request.query_params:
            return download_of((Table("decisions", "", listed(opened.store)),), request.query_params)
        everything = history(opened.store)
        decisions = in_force(everything)
        addresses = {(each.source.name, each.title): each.id for each in opened.catalogue.reviews}
        context = {
            "decided": list(reversed(decisions)),
            "in_words": worklist.verdict_in_words,
            "address": lambda one: addresses.get((one.target.document, one.target.review), ""),
            "undone": request.query_params.get("undone", "")[:20],
            "caption": counted(len(decisions), "decision"),
            "gone": len(everything) - len(decisions),
            "download": downloads(request),
        }
        return self._page(request, session, "curate/decisions.html", "Decisions", context)

    def name(self, request: Request) -> Response:
        """A form that asks who decides."""
        session = self._sessions.of(request)
        context = {"next": request.query_params.get("next", "/curate"), "mistake": ""}
        return self._page(request, session, "curate/name.html", "Who decides?", context)

    def _page(
        self, request: Request, session: Session, template: str, title: str, context: Mapping[str, object]
    ) -> Response:
        shown = html(request, template, title, {"session": session, **context})
        return self._sessions.keep(request, session, HTMLResponse(shown))


def _progress(entries: Sequence[Entry], decisions: Sequence[Decision]) -> list[tuple[Entry, int]]:
    """Each review with how many decisions were made about it."""
    made = Counter((each.target.document, each.target.review) for each in decisions)
    return [(entry, made[entry.source.name, entry.title]) for entry in entries]


def _after(id_: str, following: Sequence[str]) -> str:
    """What to decide after this: the next open thing, or the first that was passed over."""
    if id_ not in following:
        return id_
    others = [*following[following.index(id_) + 1 :], *following[: following.index(id_)]]
    return others[0] if others else "done"


def _codes() -> list[tuple[str, str]]:
    lists = (codes.ReviewType, codes.DocumentType, codes.Outcome, codes.Harm, codes.Relation, codes.Sex, codes.Action,
             codes.Addressee, codes.Strength)  # fmt: skip
    return list(dict.fromkeys((str(code), code_label(code)) for each in lists for code in each))


def _opened(request: Request) -> Opened:
    library: Library = request.app.state.library
    return library.opened()
