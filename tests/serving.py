"""What the tests of the site share: a client, and the parts of pages that they look at."""

import html
import re
from pathlib import Path

from httpx import Response
from starlette.testclient import TestClient

from kg.serve.app import application
from kg.serve.settings import Settings
from kg.store import Store

HERE = "http://127.0.0.1:8000"
OURS = {"origin": HERE}

# Invented: no such review.
BIRCH = "1. Serious case review: Child Birch\n\nDeath of a girl in 2019.\n\nLearning includes: housing.\n"


def place(store: Store) -> str:
    """Where a store is on disk."""
    assert store._folder is not None
    return str(store._folder.where)


def client(where: str | Path, *, curate: bool = False) -> TestClient:
    """A browser at a site over the store at a place."""
    settings = Settings(str(where), curate=curate)
    return TestClient(application(settings), base_url=HERE, raise_server_exceptions=False)


def links(page: str) -> list[str]:
    """What a page links to, loads or sends forms to."""
    return [html.unescape(each) for each in re.findall(r'\s(?:href|src|action)="([^"]*)"', page)]


def text(page: str) -> str:
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def fields(form: str) -> dict[str, str]:
    """The hidden fields of a form."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
    return {html.unescape(name): html.unescape(value) for name, value in found}


def forms(page: str) -> list[dict[str, str]]:
    """The hidden fields of each form that sends a decision about something that was read."""
    found = re.findall(r'<form method="post" action="/curate/decide">.*?</form>', page, re.DOTALL)
    return [fields(form) for form in found][::2]  # the second of each pair has more buttons


def get_when_drawn(site: TestClient, address: str) -> Response:
    """The answer at an address; that of the explorer when it is no longer being drawn."""
    answer: Response = site.get(address)
    while answer.status_code == 202:
        answer = site.get(address)
    return answer
