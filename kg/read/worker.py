"""The process that reads files: it answers requests on standard input, one after the other, until there are no more.

A request is a line of JSON (name, kind, size) and then the bytes of the file; an answer is a line of JSON.
"""

import json
import os
import sys
from importlib import import_module
from typing import IO, Any

from kg.memory import limit_memory
from kg.read.content import Content, legal
from kg.read.errors import UnreadableError
from kg.read.limits import MEMORY

Answer = dict[str, Any]


def main() -> None:
    """Answer requests. What a library prints goes to standard error, so that answers stay whole."""
    limit_memory(MEMORY)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while line := requests.readline():
        answer = answered(json.loads(line), requests)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
        if answer.get("is_last"):
            return


def answered(request: Answer, stream: IO[bytes]) -> Answer:
    """The content of a file, or the line that says why there is none; after an exhausted memory, the last answer."""
    name, module = request["name"], request["module"]
    try:
        content: Content = legal(import_module(module).document(name, stream.read(request["size"])))
    except UnreadableError as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError) as error:
        what = "memory" if isinstance(error, MemoryError) else "depth"
        return {
            "refused": f"{name} needs more {what} to be read than is given: save its text instead.",
            "is_last": True,
        }
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything in a library, and is refused for it
        return {"refused": f"{name} is damaged ({type(error).__name__}): open it and save it again."}
    return {"text": content.text, "pages": content.pages, "links": content.links}


if __name__ == "__main__":
    main()
