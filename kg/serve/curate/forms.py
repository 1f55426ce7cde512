"""What people send: a name, a decision, or that one be taken back. What cannot be written comes back in a form."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote as quoted

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kg.curation.apply import DoesNotFitError
from kg.errors import KGError
from kg.serve.curate.desk import DecidedMeanwhileError, Desk
from kg.serve.curate.gate import has_token, is_from_here
from kg.serve.curate.sessions import Session, Sessions, name_of
from kg.serve.curate.worklist import verdict_in_words
from kg.serve.render import html
from kg.stores import Store

if TYPE_CHECKING:
    from kg.serve.library import Library

CELLS = (
    "document",
    "review",
    "occurrence",
    "where",
    "item",
    "kind",
    "value",
    "quote",
    "decision",
    "new_value",
    "comment",
)
_BESIDE = ("seen", "back", "next")
_MOST_FIELDS, _LONGEST = 30, 100_000
_NO_NAME = "Say who decides first: decisions are kept with a name."
_OLD_FORM = "This form is older than the site’s memory of you. Nothing was written yet: look at it, and send it again."


class Forms:
    """Takes what the pages of curation send."""

    def __init__(self, sessions: Sessions, where: str) -> None:
        self._sessions = sessions
        self._desk = Desk(where)

    async def name(self, request: Request) -> Response:
        """Keep a name, and go back to where it was asked for."""
        form = await _form(request)
        session = self._sessions.of(request)
        name, back = name_of(form.get("name", "")), _local(form.get("next", ""))
        if not has_token(session, form) or not name:
            mistake = _OLD_FORM if name else "Write your name, or what you are known by: at most 100 characters."
            return self._nameless(request, session, back, mistake)
        return self._sessions.keep(request, self._sessions.named(session, name), RedirectResponse(back, 303))

    async def decide(self, request: Request) -> Response:
        """Write a decision, and go on to the next; or show it again with the reason why it was not written."""
        form = await _form(request)
        session = self._sessions.of(request)
        if not has_token(session, form):
            return self._again(request, session, form, 403, _OLD_FORM)
        if not session.name and name_of(form.get("name", "")):
            session = self._sessions.named(session, name_of(form["name"]))
        if not session.name:
            return self._again(request, session, form, 400, _NO_NAME)
        return await run_in_threadpool(self._decide, request, session, form)

    def _decide(self, request: Request, session: Session, form: Mapping[str, str]) -> Response:
        cells = {name: form.get(name, "") for name in CELLS}
        if cells["decision"] not in ("change", "add"):
            cells["new_value"] = ""
        try:
            today = datetime.now().astimezone().date()
            made = self._desk.decide(_held(request), cells, session.name, today, form.get("seen", ""))
        except DecidedMeanwhileError as error:
            said = f"{verdict_in_words(error.other)} on {error.other.on.isoformat()}. Nothing of yours was written yet."
            return self._again(request, session, {**form, "seen": error.other.id}, 409, said)
        except DoesNotFitError as error:
            return self._again(request, session, form, 400, f"{error.column.replace('_', ' ')}: {error}.")
        except KGError as error:
            return self._again(request, session, form, 503, str(error))
        finally:
            _library(request).changed()
        done = f"?done={quoted(made.id)}" if made else ""
        address = _local(form.get("back", "")) + done + _anchor(form)
        return self._sessions.keep(request, session, RedirectResponse(address, 303))

    async def undo(self, request: Request) -> Response:
        """Take a decision back."""
        form = await _form(request)
        session = self._sessions.of(request)
        if not has_token(session, form):
            raise HTTPException(403, _OLD_FORM)
        if not session.name:
            return self._nameless(request, session, "/curate/decisions", _NO_NAME)
        gone = await run_in_threadpool(lambda: self._desk.undo(_held(request), form.get("id", ""), session.name))
        _library(request).changed()
        decisions = f"/curate/decisions?undone={gone.number}"
        back = _local(form["back"]) + _anchor(form) if form.get("back") else decisions
        return self._sessions.keep(request, session, RedirectResponse(back, 303))

    def _nameless(self, request: Request, session: Session, back: str, why: str) -> Response:
        """A form that asks who decides, and leads back."""
        shown = html(request, "curate/name.html", "Who decides?", {"session": session, "next": back, "mistake": why})
        return self._sessions.keep(request, session, HTMLResponse(shown, 400))

    def _again(self, request: Request, session: Session, form: Mapping[str, str], status: int, why: str) -> Response:
        """The decision in a form that can be sent once more."""
        kept = {name: form.get(name, "") for name in (*CELLS, *_BESIDE)}
        context = {
            "session": session,
            "form": kept,
            "why": why,
            "back": _local(kept["back"]),
            "is_conflict": status == 409,
        }
        shown = html(request, "curate/again.html", "Not written yet", context)
        return self._sessions.keep(request, session, HTMLResponse(shown, status))


async def _form(request: Request) -> Mapping[str, str]:
    """The fields of a form that one of our pages sent.

    Raises: HTTPException, if something else sent it.
    """
    if not is_from_here(request):
        raise HTTPException(403, "Only a form of this site can decide something here: open the page and use its form.")
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS, max_part_size=_LONGEST)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _held(request: Request) -> Store:
    return _library(request).opened().store


def _library(request: Request) -> "Library":
    library: Library = request.app.state.library
    return library


def _anchor(form: Mapping[str, str]) -> str:
    """Where on a page to go on."""
    return f"#{form['next']}" if form.get("next", "").replace("-", "").isalnum() else ""


def _local(address: str) -> str:
    """An address of a page of curation, whatever was sent."""
    is_ours = address == "/curate" or address.startswith("/curate/")
    plain = all(character.isalnum() or character in "/-_#" for character in address)
    return address if is_ours and plain else "/curate"
