"""The application: the parts of the site put together."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from pathlib import Path, PurePath

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import KGError
from kg.serve import pages
from kg.serve.drawing import Drawing
from kg.serve.guard import Guard
from kg.serve.later import Later
from kg.serve.library import Library
from kg.serve.problems import mendable, refused
from kg.serve.programs import Programs
from kg.serve.render import STATIC, static
from kg.serve.settings import Settings

_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}  # the address holds a hash of the file


def application(settings: Settings) -> Starlette:
    """The site over a store. Its state holds `settings` and the `library` that hands out the store."""
    programs, drawing, library = Programs(settings), Drawing(settings.store), Library(settings.store)
    app = Starlette(
        routes=[*programs.routes(), *_routes(settings)],
        lifespan=_ending(programs.close, drawing.close, library.close),
        middleware=[Middleware(Guard, hosts=settings.hosts)],
        exception_handlers={HTTPException: refused, KGError: mendable},
        max_body_size=settings.limits.body,
    )
    app.state.settings = settings
    app.state.library = library
    app.state.saved = programs.saved
    app.state.drawing = drawing
    return app


def _ending(*ends: Callable[[], None]) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """What ends with the site, whatever goes wrong with any of it."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        with ExitStack() as stack:
            for end in ends:
                stack.callback(end)
            yield

    return lifespan


def _routes(settings: Settings) -> list[BaseRoute]:
    """Each part gives its own routes; a part that needs starting and ending has a `lifespan`."""
    return [*pages.routes(settings), *_deciding(settings), Route("/static/{hash}/{name:path}", _static)]


def _deciding(settings: Settings) -> list[BaseRoute]:
    if not settings.curate:
        return []
    return [Later(("/curate",), lambda: _curation(settings))]


def _curation(settings: Settings) -> list[BaseRoute]:
    from kg.serve import curate  # it reads documents, and all that reading needs takes a while to start

    return curate.routes(settings)


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    held = {addressed(path, STATIC) for path in STATIC.rglob("*") if path.is_file()}
    if name not in held:
        raise HTTPException(404)
    current = static(name) == request.url.path
    return FileResponse(Path(STATIC, name), headers=_FOR_EVER if current else {"cache-control": "no-cache"})


def addressed(file: PurePath, folder: PurePath) -> str:
    """What an address calls a file in a folder: with slashes, whatever the system writes."""
    return file.relative_to(folder).as_posix()
