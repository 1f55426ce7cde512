"""Saved questions: answered from columns where there are any, which is quick, else by workers that can be ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from anyio import from_thread
from starlette.requests import Request

from kg.answers import Answer
from kg.errors import KGError
from kg.queries import Query
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.plain import answer
from kg.serve.sparql.pool import Gone, Pool

if TYPE_CHECKING:
    from kg.serve.opened import Opened


class NotAnsweredError(KGError):
    """A question took too long, or too much, and was ended."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.body.decode().strip())


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and why it is not all of it; empty if it is."""

    answer: Answer
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks one state of the store on behalf of somebody who may go away."""

    pool: Pool
    opened: "Opened"
    gone: Gone

    def answer(self, query: Query, values: Mapping[str, str]) -> Found:
        """The answer to a saved question, from a thread of the site.

        Raises: ParameterError, kg.parameters.ValueRefusedError, NotAnsweredError.
        """
        job = Job(query.bind(values))
        if (found := query.from_columns(self.opened.store, values)) is not None:
            return Found(found)
        if not self.opened.is_there:
            return Found(query.run(self.opened.store, **values))  # there is nothing in it, nor a place for workers
        reply = from_thread.run(self.pool.ask, job, self.gone)
        return Found(answer(reply), reply.cut) if reply.is_good else _refuse(reply)


def asking(request: Request, opened: "Opened") -> Asking:
    """What asks the store for a request."""
    return Asking(request.app.state.saved, opened, request.is_disconnected)


def _refuse(reply: Reply) -> NoReturn:
    raise NotAnsweredError(reply)
