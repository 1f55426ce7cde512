"""Graphs put into an engine several at once, so that reading documents and storing them go on side by side."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from kg.rdf.statements import Triple

AT_ONCE = 4  # graphs on their way to the engine


def put_all(put: Callable[[str, bytes], None], graphs: Iterable[tuple[str, bytes]]) -> None:
    """Put each graph whole. Where one fails, those on their way are finished, and no other is begun."""
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for name, body in graphs:
                waiting.append(pool.submit(put, name, body))
                if len(waiting) > AT_ONCE:
                    waiting.popleft().result()
            while waiting:
                waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def turtle(triples: Iterable[Triple]) -> bytes:
    """Triples as Turtle without prefixes."""
    return "".join(f"<{subject}> <{predicate}> {thing} .\n" for subject, predicate, thing in triples).encode()
