"""Routes made when one of their addresses is first asked for, so that no other page waits for their imports."""

from collections.abc import Callable, Sequence
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, Match, Router
from starlette.types import Receive, Scope, Send


class Later(BaseRoute):
    """Everything at and below some addresses."""

    def __init__(self, addresses: Sequence[str], make: Callable[[], Sequence[BaseRoute]]) -> None:
        self.addresses = tuple(addresses)
        self._make = make
        self._router: Router | None = None
        self._lock = Lock()

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether an address is one of these or below one."""
        path = f"{scope['path']}/"
        is_ours = scope["type"] == "http" and any(path.startswith(f"{each}/") for each in self.addresses)
        return (Match.FULL if is_ours else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by the routes, made in a thread if they are not there yet."""
        router = await run_in_threadpool(self._once) if self._router is None else self._router
        await router(scope, receive, send)

    def _once(self) -> Router:
        with self._lock:
            if self._router is None:
                self._router = Router(self._make())
            return self._router
