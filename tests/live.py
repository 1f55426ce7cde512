"""The site on a port of this machine for as long as a test asks it, and work that is awaited."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any, TypeVar

import httpx
import uvicorn
from starlette.types import ASGIApp

from kg.serve.app import application
from kg.serve.listen import listening
from kg.serve.settings import Limits, Settings
from kg.store import Store

T = TypeVar("T")


def finished(work: Coroutine[Any, Any, T]) -> T:
    """What it returns, awaited in a thread of its own: a browser that other tests hold open has a loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = Event()

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]  # sockets of any kind
        await super().startup(sockets)  # type: ignore[arg-type]
        self.listens.set()


@contextmanager
def served(settings: Settings, app: ASGIApp | None = None) -> Iterator[httpx.Client]:
    """A client of the site over a store."""
    with listening("127.0.0.1", 0) as at:
        config = uvicorn.Config(app or application(settings), http="h11", ws="none", log_config=None, access_log=False)
        config.timeout_graceful_shutdown = 1
        server = _Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        try:
            assert server.listens.wait(30)
            with httpx.Client(base_url=f"http://127.0.0.1:{at.getsockname()[1]}", timeout=60) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


def over(store: Store) -> Settings:
    """A site over a store in a folder, with time enough for a machine that is busy with other tests."""
    assert store._folder is not None
    return Settings(str(store._folder.where), limits=Limits(seconds=60.0))
