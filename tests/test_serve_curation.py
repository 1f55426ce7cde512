"""Decisions taken on pages: the same as those of `kg curate`, only from our own forms, and nobody's is lost."""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from kg.cli import cli
from kg.codes import Verdict
from kg.curation.decision import Decision
from kg.curation.desk import take_file, undo, write_export
from kg.curation.records import recorded
from kg.serve.curate.sessions import name_of
from kg.serve.settings import Settings
from kg.store import Store
from tests.live import served
from tests.serving import BIRCH, HERE, OURS, client, fields, forms, links, place, text

KUBUS = "/curate/reviews/0ed0620753c0"


@pytest.fixture
def where(sample: Store, tmp_path: Path) -> Path:
    """A store of one's own, with the sample in it."""
    shutil.copytree(place(sample), tmp_path / "kg")
    return tmp_path / "kg"


@pytest.fixture
def site(where: Path) -> Iterator[TestClient]:
    with client(where, curate=True) as opened:
        yield named(opened, "A. Reader")


@pytest.fixture(scope="module")
def shared(sample: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    """A site and its store, for tests in which nothing is written."""
    where = tmp_path_factory.mktemp("curation") / "kg"
    shutil.copytree(place(sample), where)
    with client(where, curate=True) as opened:
        yield named(opened, "A. Reader"), where


def named(site: TestClient, name: str) -> TestClient:
    form = fields(site.get("/curate/name").text)
    assert site.post("/curate/name", data={**form, "name": name}, headers=OURS).status_code == 200
    return site


def another(site: TestClient, name: str) -> TestClient:
    """A second browser at the same site."""
    return named(TestClient(site.app, base_url=HERE), name)


def decisions(where: Path) -> tuple[Decision, ...]:
    with Store.open(where) as store:
        return recorded(store)


def form_of(site: TestClient, kind: str, value: str) -> dict[str, str]:
    """The fields of the form about a thing of the review Kubus."""
    return next(each for each in forms(site.get(KUBUS).text) if (each["kind"], each["value"]) == (kind, value))


def send(site: TestClient, form: dict[str, str], **more: str) -> tuple[int, str]:
    answer = site.post("/curate/decide", data={**form, **more}, headers=OURS)
    return answer.status_code, answer.text


def test_a_decision_taken_on_a_page_is_the_one_of_a_worksheet(site: TestClient, where: Path, tmp_path: Path) -> None:
    form = form_of(site, "theme", "housing-and-homelessness")
    assert send(site, form, decision="accept", comment="the word is there")[0] == 200
    [served] = decisions(where)

    other, sheet = tmp_path / "other", tmp_path / "sheet.csv"
    shutil.copytree(where, other)
    with Store.open(other, read_only=False) as store:
        undo_all(store)
        write_export(store, sheet, theme="housing-and-homelessness", review="Kubus", blind=False)
        accept_first(sheet, "the word is there")
        take_file(store, sheet, "A. Reader", served.on)
        assert recorded(store) == (replace(served, number=2, batch=2),)


def undo_all(store: Store) -> None:
    from kg.curation.desk import undo

    while recorded(store):
        undo(store)


def accept_first(sheet: Path, comment: str) -> None:
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= {"decision": "accept", "comment": comment}
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerow(rows[0])


def test_who_says_a_name_first_comes_to_the_thing_that_was_chosen(where: Path) -> None:
    with client(where, curate=True) as site:
        [first, *_] = [each for each in links(site.get("/curate").text) if each.startswith("/curate/name?next=")]
        form = fields(site.get(first).text)
        answer = site.post("/curate/name", data={**form, "name": "A. Reader"}, headers=OURS, follow_redirects=False)
        assert re.fullmatch(r"/curate/reviews/\w+#r-\w+", answer.headers["location"])


def test_what_is_decided_holds_at_once(site: TestClient) -> None:
    assert "3 of 6 reviews" in text(site.get("/themes/housing-and-homelessness").text)
    form = form_of(site, "theme", "housing-and-homelessness")
    send(site, form, decision="reject")
    assert "2 of 6 reviews" in text(site.get("/themes/housing-and-homelessness").text)
    assert "A. Reader rejected theme “Housing and homelessness”" in text(site.get(KUBUS).text)


def test_changing_and_adding_facts_with_the_words_that_say_them(site: TestClient, where: Path) -> None:
    assert send(site, form_of(site, "outcome", "death"), decision="change", new_value="serious-harm")[0] == 200
    added = adding(site, where="incident", kind="harm", value="accident", quote="died while sleeping")
    assert send(site, added)[0] == 200
    assert [each.verdict for each in decisions(where)] == [Verdict.CHANGE, Verdict.ADD]
    page = text(site.get(KUBUS.replace("/curate", "")).text)
    assert "Serious harm" in page
    assert "Accident" in page


def adding(site: TestClient, **cells: str) -> dict[str, str]:
    [form] = re.findall(r'<form class="add".*?</form>', site.get(KUBUS).text, re.DOTALL)
    return {**fields(form), **cells}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"where": "learning-1", "kind": "theme", "value": "neglect", "quote": "no such words"}, "quote"),
        ({"where": "learning-1", "kind": "theme", "value": "no-theme", "quote": "pregnancy"}, "value"),
        ({"where": "learning-99", "kind": "theme", "value": "neglect", "quote": "pregnancy"}, "where"),
        ({"where": "learning-1", "kind": "sex", "value": "male", "quote": "pregnancy"}, "kind"),
        ({"where": "incident", "kind": "outcome", "value": "other", "quote": "Death"}, "decision"),
        ({"where": "nowhere", "kind": "theme", "value": "neglect", "quote": "x"}, "where"),
    ],
)
def test_what_does_not_fit_comes_back_with_the_reason_and_all_that_was_written(
    shared: tuple[TestClient, Path], cells: dict[str, str], said: str
) -> None:
    site, where = shared
    status, page = send(site, adding(site, **cells))
    assert status == 400
    assert re.search(rf'role="alert">{said}: ', page)
    assert cells["quote"] in page
    assert decisions(where) == ()


def test_undo_takes_back_one_decision_and_no_other(site: TestClient, where: Path) -> None:
    send(site, form_of(site, "theme", "housing-and-homelessness"), decision="reject")
    send(site, form_of(site, "outcome", "death"), decision="accept")
    listed = site.get("/curate/decisions").text
    first = next(form for form in undo_forms(listed) if form["id"] == decisions(where)[0].id)
    assert site.post("/curate/undo", data=first, headers=OURS).status_code == 200
    assert [each.target.kind for each in decisions(where)] == ["outcome"]
    assert "3 of 6 reviews" in text(site.get("/themes/housing-and-homelessness").text)
    again = site.post("/curate/undo", data=first, headers=OURS)
    assert again.status_code == 400
    assert "took this decision back already" in text(again.text)


def test_who_gave_no_name_is_asked_for_one_before_anything_is_taken_back(site: TestClient, where: Path) -> None:
    send(site, form_of(site, "outcome", "death"), decision="accept")
    nameless = TestClient(site.app, base_url=HERE)
    [undo] = undo_forms(nameless.get("/curate/decisions").text)
    refused = nameless.post("/curate/undo", data=undo, headers=OURS)
    assert refused.status_code == 400
    assert "Say who decides first" in text(refused.text)
    assert len(decisions(where)) == 1
    named_now = nameless.post("/curate/name", data={**fields(refused.text), "name": "B. Reader"}, headers=OURS)
    [undo] = undo_forms(named_now.text)
    assert nameless.post("/curate/undo", data=undo, headers=OURS).status_code == 200
    assert decisions(where) == ()


def undo_forms(page: str) -> list[dict[str, str]]:
    return [
        fields(form) for form in re.findall(r'<form method="post" action="/curate/undo">.*?</form>', page, re.DOTALL)
    ]


def test_who_decides_on_something_that_somebody_changed_meanwhile_is_told_first(site: TestClient, where: Path) -> None:
    second = another(site, "B. Reader")
    mine, theirs = (form_of(each, "theme", "housing-and-homelessness") for each in (site, second))
    assert send(site, mine, decision="accept")[0] == 200
    status, page = send(second, theirs, decision="reject", comment="too broad")
    assert status == 409
    assert "A. Reader accepted theme “Housing and homelessness”" in text(page)
    assert [each.by for each in decisions(where)] == ["A. Reader"]
    assert 'value="too broad"' in page
    [again] = re.findall(r'<form class="again".*?</form>', page, re.DOTALL)
    assert send(second, {**theirs, **fields(again)}, comment="too broad")[0] == 200
    assert [(each.by, each.verdict) for each in decisions(where)] == [
        ("A. Reader", Verdict.ACCEPT),
        ("B. Reader", Verdict.REJECT),
    ]


def test_who_decides_again_after_somebody_else_is_heard(site: TestClient, where: Path) -> None:
    second = another(site, "B. Reader")
    for verdict in ("accept", "reject", "accept"):
        assert send(site, form_of(site, "theme", "housing-and-homelessness"), decision=verdict)[0] == 200
    assert send(second, form_of(second, "theme", "housing-and-homelessness"), decision="reject")[0] == 200
    for _ in range(2):
        assert send(site, form_of(site, "theme", "housing-and-homelessness"), decision="accept")[0] == 200
    said = [(each.by[0], each.verdict.value) for each in decisions(where)]
    assert said == [("A", "accept"), ("A", "reject"), ("A", "accept"), ("B", "reject"), ("A", "accept")]


def test_two_values_for_what_can_have_only_one_are_a_conflict(site: TestClient, where: Path) -> None:
    second = another(site, "B. Reader")
    mine, theirs = (form_of(each, "outcome", "death") for each in (site, second))
    assert send(site, mine, decision="change", new_value="other")[0] == 200
    assert send(second, theirs, decision="change", new_value="serious-harm")[0] == 409
    assert len(decisions(where)) == 1


def test_people_who_decide_at_the_same_time_lose_nothing(site: TestClient, where: Path) -> None:
    page = site.get(KUBUS).text
    chosen = [form for form in forms(page) if form["kind"] == "theme"][:4]
    statuses: list[int] = []
    senders = [
        Thread(target=lambda form=form: statuses.append(send(site, form, decision="accept")[0])) for form in chosen
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert statuses == [200] * len(chosen)
    made = decisions(where)
    assert [each.number for each in made] == list(range(1, len(chosen) + 1))
    assert {(each.target.item, each.target.value) for each in made} == {
        (form["item"], form["value"]) for form in chosen
    }


def test_a_decision_while_something_else_writes_is_kept_in_the_form(site: TestClient, where: Path) -> None:
    form = form_of(site, "theme", "housing-and-homelessness")
    with Store.open(where, read_only=False):
        status, page = send(site, form, decision="reject", comment="not this")
    assert status == 503
    assert "Another process is writing to the store" in text(page)
    assert 'value="not this"' in page
    [again] = re.findall(r'<form class="again".*?</form>', page, re.DOTALL)
    assert send(site, {**form, **fields(again)}, comment="not this")[0] == 200
    assert [each.comment for each in decisions(where)] == ["not this"]


def test_a_page_that_breaks_behind_a_decision_does_not_say_that_nothing_was_changed(
    site: TestClient, where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ValueError("a bug")

    form = form_of(site, "outcome", "death")
    monkeypatch.setattr("kg.serve.curate.forms._anchor", break_down)
    monkeypatch.setattr("kg.serve.curate.pages.history", break_down)
    status, page = send(site, form, decision="accept")
    assert status == 500
    assert len(decisions(where)) == 1
    assert "nothing was changed" not in text(page)
    assert "see whether what you sent was kept" in text(page)
    read = site.get("/curate/decisions")
    assert read.status_code == 500
    assert "nothing was changed" in text(read.text)


def test_a_load_can_write_between_two_decisions(site: TestClient, where: Path, tmp_path: Path) -> None:
    from kg.pipeline import load

    send(site, form_of(site, "theme", "housing-and-homelessness"), decision="accept")
    (tmp_path / "more.txt").write_text(BIRCH)
    with Store.open(where, read_only=False) as store:
        load([tmp_path / "more.txt"], store)
    send(site, form_of(site, "outcome", "death"), decision="accept")
    assert len(decisions(where)) == 2
    assert "Child Birch" in site.get("/reviews").text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", **OURS},
        {"sec-fetch-site": "none"},
    ],
)
def test_only_forms_of_this_site_count(shared: tuple[TestClient, Path], headers: dict[str, str]) -> None:
    site, where = shared
    form = form_of(site, "theme", "housing-and-homelessness")
    for address in ("/curate/decide", "/curate/undo", "/curate/name"):
        answer = site.post(address, data={**form, "decision": "reject", "id": "1"}, headers=headers)
        assert answer.status_code == 403
    assert decisions(where) == ()


def test_a_browser_that_names_no_origin_may_say_that_it_is_the_same_site(site: TestClient, where: Path) -> None:
    form = form_of(site, "theme", "housing-and-homelessness")
    site.post("/curate/decide", data={**form, "decision": "accept"}, headers={"sec-fetch-site": "same-origin"})
    assert len(decisions(where)) == 1


@pytest.mark.parametrize("token", ["", "x", "\u00e9"])
def test_a_form_without_its_token_writes_nothing_and_comes_back(shared: tuple[TestClient, Path], token: str) -> None:
    site, where = shared
    form = form_of(site, "theme", "housing-and-homelessness")
    status, page = send(site, form, decision="reject", token=token)
    assert status == 403
    assert "Nothing was written yet" in text(page)
    assert decisions(where) == ()


def test_another_browser_cannot_use_somebodys_token(shared: tuple[TestClient, Path]) -> None:
    site, where = shared
    form = form_of(site, "theme", "housing-and-homelessness")
    assert send(another(site, "B. Reader"), form, decision="reject")[0] == 403
    assert decisions(where) == ()


def test_nobody_decides_without_a_name(shared: tuple[TestClient, Path]) -> None:
    _, where = shared
    with client(where, curate=True) as site:
        asked = site.get(KUBUS)
        assert asked.url.path == "/curate/name"
        form = fields(asked.text)
        for name in ("", "  ", "a" * 101, "a\u0000b"):
            assert site.post("/curate/name", data={**form, "name": name}, headers=OURS).status_code == 400
        answer = site.post("/curate/name", data={**form, "name": " A.  Reader "}, headers=OURS)
        assert answer.url.path == KUBUS
        assert "Deciding as A. Reader" in text(answer.text)


def test_names_are_kept_as_words() -> None:
    assert [name_of(each) for each in (" A \t B ", "a\u0007", "", "x" * 200)] == ["A B", "", "", ""]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(shared: tuple[TestClient, Path]) -> None:
    _, where = shared
    with client(where, curate=True) as site:
        said = site.get("/curate").headers
    assert re.search(r"HttpOnly", said["set-cookie"])
    assert re.search(r"SameSite=strict", said["set-cookie"], re.IGNORECASE)
    assert said["cache-control"] == "no-store"


def test_the_cookie_goes_over_tls_alone_where_a_server_before_the_site_speaks_it(
    shared: tuple[TestClient, Path],
) -> None:
    _, where = shared
    with served(Settings(str(where), curate=True)) as site:
        assert "Secure" not in site.get("/curate").headers["set-cookie"]
        assert "; Secure" in site.get("/curate", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]


def test_a_way_back_leads_nowhere_else(site: TestClient) -> None:
    form = form_of(site, "theme", "housing-and-homelessness")
    for back in ("https://evil.example/", "//evil.example", "/curate/../x", "/curate\r\nSet-Cookie: a=b", "/reviews"):
        answer = site.post(
            "/curate/decide", data={**form, "decision": "accept", "back": back}, headers=OURS, follow_redirects=False
        )
        assert answer.headers.get("location", "/curate").partition("?")[0].partition("#")[0] == "/curate"


def test_the_least_certain_comes_first_and_leads_to_its_place(shared: tuple[TestClient, Path]) -> None:
    site, _ = shared
    page = site.get("/curate").text
    shown = [float(each) for each in re.findall(r'<span class="quiet">([01]\.\d\d) ·', page)]
    assert shown == sorted(shown)
    first = next(link for link in links(page) if "#r-" in link)
    address, _, anchor = first.partition("#")
    assert f'id="{anchor}"' in site.get(address).text


def test_the_list_of_decisions_can_be_downloaded(site: TestClient) -> None:
    send(site, form_of(site, "theme", "housing-and-homelessness"), decision="accept")
    lines = site.get("/curate/decisions?format=csv").text.splitlines()
    assert lines[0].startswith("id,decision,document,review")
    assert len(lines) == 2


def test_a_download_of_decisions_is_the_copy_that_a_list_is(where: Path, site: TestClient) -> None:
    send(site, form_of(site, "theme", "housing-and-homelessness"), decision="accept")
    [made] = decisions(where)
    with Store.open(where, read_only=False) as store:
        undo(store, made.number, "A. Reader", date(2026, 1, 31))
    download = site.get("/curate/decisions?format=csv").text
    listed = CliRunner().invoke(cli, ["curate", "list", "--store", str(where), "--format", "csv"])
    assert download == listed.output
    assert "A. Reader,2026-01-31" in download.splitlines()[1]
    page = site.get("/curate/decisions").text
    assert "0 decisions in force" in text(page)
    assert any("format=csv" in each for each in links(page))


def test_a_text_that_is_too_long_is_refused(shared: tuple[TestClient, Path]) -> None:
    site, _ = shared
    form = form_of(site, "theme", "housing-and-homelessness")
    answer = site.post("/curate/decide", data={**form, "comment": "x" * 2_000_000}, headers=OURS)
    assert answer.status_code in (400, 413)


def test_a_decision_knows_its_id_by_its_content(where: Path, site: TestClient) -> None:
    send(site, form_of(site, "theme", "housing-and-homelessness"), decision="accept")
    [made] = decisions(where)
    assert replace(made, verdict=Verdict.REJECT).id != made.id
