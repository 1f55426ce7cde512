"""The site: every page there and its links whole, nothing of strangers, nothing kept, and the store as it is now."""

import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from urllib.parse import urljoin, urlsplit

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from kg.cli import cli
from kg.pipeline import load
from kg.queries import saved_queries
from kg.rdf.sparql import RefusedQueryError
from kg.serve.app import addressed, application
from kg.serve.catalogue import Source, catalogue
from kg.serve.facets import facets, fitting, values_of
from kg.serve.guard import host_name
from kg.serve.library import Library
from kg.serve.listen import hosts, listening
from kg.serve.opened import Opened
from kg.serve.pages import VIEWS, overview
from kg.serve.pages.page import TYPES, Page, Visit, shown
from kg.serve.settings import LOCAL_HOSTS, Settings
from kg.serve.sparql.pool import Pool
from kg.store import Store
from kg.vocabulary import themes
from tests.serving import BIRCH, HERE, client, fields, get_when_drawn, links, place, text

HOSTILE = tuple(
    pattern.replace("N", str(number))
    for number in range(20)
    for pattern in (
        "<script>window.x=N</script>",
        '"><img src=x onerror=window.x=N>',
        "' autofocus onfocus=window.x=N '",
        "</title><svg onload=window.x=N>",
        "javascript:window.x=N",
        "{{ N * 7 }}{% raw %}",
        "\u202eN\u0000\ud7ff",
        "=cmd|' /C calc'!AN",
        "]]><!--N-->",
        "../../etc/passwd%0d%0aSet-Cookie: N",
    )
)
PUBLISHER = re.compile(r"\bKubus\b|\bAngela\b|inflatable mattress", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(sample: Store) -> Iterator[TestClient]:
    with client(place(sample)) as opened:
        yield opened


def get(site: TestClient, address: str) -> str:
    answer = site.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return str(answer.text)


def main_pages(site: TestClient) -> list[str]:
    """One page of each kind that has something in it."""
    review = re.findall(r"/reviews/[0-9a-f]{12}", get(site, "/reviews"))[2]
    filled = {"{review}": review.rpartition("/")[2], "{theme}": "domestic-abuse", "{agency}": "police",
              "{question}": "themes-by-reviews"}  # fmt: skip
    found = []
    for path in VIEWS:
        for name, value in filled.items():
            path = path.replace(name, value)
        found.append(path)
    return [*found, f"{review}?theme=housing-and-homelessness", "/search?words=domestic"]


def test_every_link_of_every_page_leads_to_a_page_or_a_place_on_it(site: TestClient) -> None:
    seen, waiting = set[str](), ["/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = get_when_drawn(site, address)
        assert answer.status_code == 200, address
        if not answer.headers["content-type"].startswith("text/html") or address == "/explorer/page":
            continue
        for link in links(answer.text):
            parts = urlsplit(urljoin(HERE + address, link))
            assert parts.netloc == urlsplit(HERE).netloc, (address, link)
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if target == address and parts.fragment:
                assert f'id="{parts.fragment}"' in answer.text, (address, link)
            elif not parts.query and parts.path not in ("/sparql", "/api"):  # queries are tried one of a kind below
                waiting.append(target)
    assert len(seen) > len(themes())


def test_pages_are_well_formed_with_one_heading_and_a_title(site: TestClient) -> None:
    for address in main_pages(site):
        page = LexborHTMLParser(get(site, address))
        assert len(page.css("h1")) == 1, address
        assert len(page.css("main")) == 1
        title = page.css_first("title")
        assert title is not None
        assert title.text().endswith("Case reviews")
        ids = [str(node.attributes["id"]) for node in page.css("[id]")]
        assert sorted(set(ids)) == sorted(ids), address


def test_pages_need_no_inline_script_or_style(site: TestClient) -> None:
    for address in main_pages(site):
        page = LexborHTMLParser(get(site, address))
        assert page.css("style, [style], [onclick], [onload]") == []
        assert all("src" in node.attributes and not node.text() for node in page.css("script"))


def test_every_table_can_be_downloaded(site: TestClient) -> None:
    for address in main_pages(site):
        page = LexborHTMLParser(get(site, address))
        for table in page.css("div.table"):
            offered = [node.attributes["href"] or "" for node in table.css(".downloads a")]
            assert len(offered) == len(TYPES), address
            assert site.get(offered[0]).headers["content-type"].startswith("text/csv")


def test_a_search_with_more_passages_than_are_counted_says_so_and_its_download_has_all(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = get(site, "/search?words=a&format=csv").splitlines()
    monkeypatch.setattr("kg.serve.pages.search._COUNTED", len(every) - 1)
    assert f" {len(every) - 1} passages with these words" in text(get(site, "/search?words=a"))
    monkeypatch.setattr("kg.serve.pages.search._COUNTED", 9)
    said = text(get(site, "/search?words=a"))
    assert "More than 9 passages with these words" in said
    assert "All of them are in the download." in said
    assert get(site, "/search?words=a&format=csv").splitlines() == every


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"theme": {"housing-and-homelessness"}},
        {"theme": {"child-and-family-circumstances", "no-such-theme"}, "outcome": {"death"}},
        {"outcome": {"death"}, "age": {"under-1", "not-stated"}, "sex": {"male"}, "harm": {"not-stated"}},
        {"source": {"nspcc-2023-07.txt"}, "year": {"2019"}},
    ],
)
@pytest.mark.parametrize("words", ["", "child"])
def test_each_facet_counts_the_reviews_that_the_others_leave(
    sample: Store, chosen: dict[str, set[str]], words: str
) -> None:
    held = catalogue(sample)
    asked = {name: frozenset(values) for name, values in chosen.items()}
    for facet in facets(held, asked, words):
        others = {name: values for name, values in asked.items() if name != facet.kind.name}
        left = fitting(held, others, words)
        counts = {option.value: option.count for option in facet.options}
        assert counts == {value: sum(value in values_of(each, facet.kind.name) for each in left) for value in counts}
        assert {value for each in left for value in values_of(each, facet.kind.name)} <= counts.keys()


def test_documents_are_counted_in_one_pass_over_the_reviews(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    held = catalogue(sample)
    monkeypatch.setattr(Source, "__eq__", lambda *_: pytest.fail("every review was compared with every document"))
    assert [row[-1] for row in overview.documents(held).answer.rows] == [6]


def test_a_search_that_shows_some_of_the_reviews_and_themes_leads_to_all(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.serve.pages.search._MOST", 3)
    page = get(site, "/search?words=review child")
    assert "/reviews?words=review%20child" in links(page)
    assert "4 of 6 reviews" in text(get(site, "/reviews?words=review%20child"))
    assert "All 4 reviews" in text(page)
    assert "more are among all themes" in text(get(site, "/search?words=a"))


def test_counts_stand_with_their_denominators(site: TestClient) -> None:
    assert "4 of 6 reviews name this theme" in text(get(site, "/themes/domestic-abuse"))
    assert "2 of 6 reviews" in text(get(site, "/reviews?outcome=death"))
    assert "of 6 reviews" in text(get(site, "/agencies/police"))


def test_facets_narrow_each_other(site: TestClient) -> None:
    page = LexborHTMLParser(get(site, "/reviews?outcome=death"))
    counts = {
        (node.attributes["name"], node.attributes["value"]): int(node.parent.css_first(".number").text())  # type: ignore[union-attr]
        for node in page.css("input[type=checkbox]")
        if node.parent is not None
    }
    assert counts["outcome", "serious-harm"] == 3  # of its own facet everything stays
    assert counts["year", "2021"] == 1
    assert ("sex", "female") not in counts


def test_a_chart_of_more_years_than_can_be_told_apart_says_what_it_leaves_out(tmp_path: Path) -> None:
    cases = enumerate((1961, 1970, 1999, 2009), 1)
    words = "\n".join(
        BIRCH.replace("1.", f"{number}.").replace("Birch", f"Birch {number}").replace("2019", str(year))
        for number, year in cases
    )
    (tmp_path / "many-years.txt").write_text(words, encoding="utf-8")
    with Store.open(tmp_path / "kg", create=True, read_only=False) as store:
        load([tmp_path / "many-years.txt"], store)
    with client(tmp_path / "kg") as site:
        page = LexborHTMLParser(get(site, "/"))
    drawn = [node.text() for node in page.css("figure.columns text.name")]
    assert (drawn[0], drawn[-1], len(drawn)) == ("1970", "2009", 40)
    said = page.css_first("figure.columns figcaption")
    assert said is not None
    assert said.text().endswith("The last 40 years are drawn; 1 review of earlier years stands in the table below")


def test_documents_of_one_title_are_told_apart_by_their_names(tmp_path: Path) -> None:
    for name, label in (("a.txt", "Birch"), ("b.txt", "Alder"), ("c.txt", "Elm")):
        title = "Another digest" if name == "c.txt" else "Invented digest – July 2023"
        words = f"{title}\n\n{BIRCH.replace('Birch', label)}"
        (tmp_path / name).write_text(words, encoding="utf-8")
    with Store.open(tmp_path / "kg", create=True, read_only=False) as store:
        load(sorted(tmp_path.glob("*.txt")), store)
    with client(tmp_path / "kg") as site:
        links_ = [link for link in links(get(site, "/")) if link.startswith("/reviews?source")]
        assert links_ == ["/reviews?source=a.txt", "/reviews?source=b.txt", "/reviews?source=c.txt"]
        page = get(site, links_[1])
        assert "1 of 3 reviews" in text(page)
        assert "Child Alder" in text(page)
        assert "Child Birch" not in text(page)
        said = [node.text() for node in LexborHTMLParser(page).css("input[name=source] ~ span:not(.number)")]
        assert said == ["Invented digest – July 2023 (a.txt)", "Invented digest – July 2023 (b.txt)", "Another digest"]
        assert "Document: Invented digest – July 2023 (b.txt)" in text(page)
        assert "2 of 3 reviews" in text(get(site, "/reviews?source=Invented digest – July 2023"))  # an older address


def test_what_is_only_possible_stands_apart_from_what_is_stated(site: TestClient) -> None:
    [jacob] = [link for link in links(get(site, "/reviews?words=Jacob")) if re.fullmatch(r"/reviews/\w{12}", link)]
    page = LexborHTMLParser(get(site, jacob))
    possible = page.css_first(".possible")
    assert possible is not None
    assert "Sexual abuse" in possible.text()
    stated = [node.text() for node in page.css(".side > dl dd")]
    assert "Sexual abuse" not in stated


def test_evidence_is_marked_where_it_stands(site: TestClient) -> None:
    [kubus] = [link for link in links(get(site, "/reviews?words=Kubus")) if re.fullmatch(r"/reviews/\w{12}", link)]
    page = LexborHTMLParser(get(site, f"{kubus}?theme=housing-and-homelessness"))
    assert [node.text() for node in page.css("mark.on")] == ["housing"]
    source = page.css_first("[data-source]")
    assert source is not None
    assert "Learning themes include: pregnancy care through antenatal" in " ".join(source.text().split())


def test_a_hint_is_marked_only_when_it_is_chosen(site: TestClient) -> None:
    [kubus] = [link for link in links(get(site, "/reviews?words=Kubus")) if re.fullmatch(r"/reviews/\w{12}", link)]
    page = LexborHTMLParser(get(site, kubus))
    hints = [node.attributes["data-theme"] for node in page.css(".choose li:has(.hint) a")]
    assert hints
    named = {theme for node in page.css("mark.m[title]") for theme in (node.attributes["title"] or "").split("; ")}
    assert len(named) == len(page.css(".choose a")) - len(hints) - 1  # less the link to all themes
    chosen = LexborHTMLParser(get(site, f"{kubus}?theme={hints[0]}"))
    assert chosen.css("mark.on")


def test_the_words_of_a_review_end_before_the_number_of_the_next(site: TestClient) -> None:
    [kubus] = [link for link in links(get(site, "/reviews?words=Kubus")) if re.fullmatch(r"/reviews/\w{12}", link)]
    source = LexborHTMLParser(get(site, kubus)).css_first("[data-source]")
    assert source is not None
    assert source.text().rstrip().endswith("Read practice review (PDF)")


def test_few_reviews_give_counts_and_no_measure_of_association(site: TestClient) -> None:
    page = get(site, "/themes/domestic-abuse")
    together = LexborHTMLParser(page).css_first("#together thead")
    assert together is not None
    assert "association" not in together.text()
    assert "lift" in get(site, "/themes/domestic-abuse?table=together&format=csv").splitlines()[0]


@pytest.mark.parametrize("name", sorted(saved_queries()))
def test_a_question_gives_the_same_file_as_the_command(name: str, site: TestClient, sample: Store) -> None:
    query = saved_queries()[name]
    served = site.get(f"/questions/{name}", params={**query.example, "format": "csv"})
    assert served.status_code == 200
    values = [part for key, value in query.example.items() for part in ("-p", f"{key}={value}")]
    printed = CliRunner().invoke(cli, ["query", name, *values, "--store", place(sample), "--format", "csv"])
    assert served.text == printed.stdout
    assert site.get(f"/questions/{name}", params=query.example).status_code == 200


@pytest.mark.parametrize("format_", sorted(TYPES))
def test_every_format_of_the_command_is_served(format_: str, site: TestClient, sample: Store) -> None:
    served = site.get("/questions/themes-by-reviews", params={"format": format_})
    printed = (
        CliRunner()
        .invoke(cli, ["query", "themes-by-reviews", "--store", place(sample), "--format", format_])
        .stdout_bytes
    )
    assert served.headers["content-type"].startswith(TYPES[format_].partition(";")[0])
    assert served.content == printed or (format_ == "xlsx" and served.content[:4] == printed[:4])


def test_the_note_of_a_theme_leads_to_the_themes_that_it_names_by_what_they_are_called(site: TestClient) -> None:
    page = get(site, "/themes/information-sharing")
    link = '<a href="/themes/information-sharing-guidance-and-data-protection">Information-sharing guidance'
    assert f"Rules and law about it are {link} and data protection</a>;" in page


def test_a_question_about_a_review_that_is_not_there_says_so_and_names_the_nearest(site: TestClient) -> None:
    asked = text(get(site, "/questions/reviews-like?review=Kubos"))
    assert "No review has the label or title 'Kubos'. Nearest: Kubus" in asked


def test_a_wrong_value_is_told_in_the_form_and_refused_for_a_file(site: TestClient) -> None:
    asked = {"theme": "no-such-theme"}
    assert "no-such-theme" in text(get(site, "/questions/reviews-naming-theme?theme=no-such-theme"))
    assert site.get("/questions/reviews-naming-theme", params={**asked, "format": "csv"}).status_code == 400
    assert site.get("/questions/reviews-naming-theme", params={"format": "csv"}).status_code == 400


def test_hostile_words_come_back_as_text(site: TestClient) -> None:
    places = ("/search?words", "/reviews?words", "/reviews?place", "/recommendations?theme",
              "/questions/items-with-words?words", "/questions/reviews-naming-theme?theme", "/nowhere?x")  # fmt: skip
    for number, word in enumerate(HOSTILE):
        path, _, name = places[number % len(places)].partition("?")
        answer = site.get(path, params={name: word})
        assert answer.status_code in (200, 404)
        page = LexborHTMLParser(answer.text)
        assert all("src" in node.attributes for node in page.css("script"))
        assert page.css("img, [onerror], [onload], [onfocus], [autofocus], main svg[onload], iframe") == []
        assert "set-cookie" not in answer.headers


def test_hostile_words_in_a_document_come_out_as_text(tmp_path: Path) -> None:
    # Invented: no such review.
    words = "; ".join(f"housing {word}" for word in HOSTILE[:8]).replace("\u0000", "")
    digest = (
        f"1. Serious case review: Child <img src=x onerror=y>\n\nDeath of a baby boy.\n\nLearning includes: {words}.\n"
    )
    (tmp_path / "<svg onload=z>.txt").write_text(digest, encoding="utf-8")
    with Store.open(tmp_path / "kg", create=True, read_only=False) as store:
        load([tmp_path / "<svg onload=z>.txt"], store)
    with client(tmp_path / "kg") as site:
        review = re.findall(r"/reviews/[0-9a-f]{12}", get(site, "/reviews"))[0]
        for address in ("/", "/reviews", review, "/themes/housing-and-homelessness", "/search?words=housing"):
            page = LexborHTMLParser(get(site, address))
            assert page.css("img, [onerror], [onload], main script") == []


def test_unknown_addresses_get_one_line_and_a_404(site: TestClient) -> None:
    for address in (
        "/nowhere",
        "/reviews/nobody",
        "/themes/nothing",
        "/agencies/none",
        "/questions/none",
        "/static/x/y",
    ):
        answer = site.get(address)
        assert answer.status_code == 404, address
        assert answer.headers["content-type"].startswith("text/html")
    assert site.get("/?format=doc").status_code == 400
    assert site.get("/?format=csv&table=none").status_code == 404


def test_a_program_gets_its_problem_as_plain_text(site: TestClient) -> None:
    answer = site.get("/nowhere", headers={"accept": "application/json"})
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.count("\n") == 1


def test_nothing_can_be_sent_to_a_site_for_reading(site: TestClient) -> None:
    for address in ("/", "/reviews", "/curate/decide", "/curate/name", "/curate/undo"):
        assert site.post(address, data={"x": "y"}).status_code in (404, 405)
    assert site.get("/curate").status_code == 404


def test_only_allowed_names_are_answered(site: TestClient) -> None:
    for name in ("evil.example", "127.0.0.1.evil.example", "", "localhost.evil", "169.254.169.254", "[::2]"):
        answer = site.get("/", headers={"host": name})
        assert answer.status_code == 400, name
        assert "reviews" not in answer.text
    for name in ("127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000"):
        assert site.get("/", headers={"host": name}).status_code == 200, name


def test_hosts_are_this_machine_the_address_and_those_allowed() -> None:
    assert hosts("127.0.0.1", ()) == LOCAL_HOSTS
    assert hosts("0.0.0.0", ("reviews.example.org",)) == (*LOCAL_HOSTS, "reviews.example.org")
    assert hosts("2001:db8::1", ()) == (*LOCAL_HOSTS, "[2001:db8::1]")
    assert [host_name(each) for each in ("A:1", "[::1]:80", "x")] == ["a", "[::1]", "x"]


def test_every_answer_has_the_headers_that_keep_others_out(site: TestClient) -> None:
    for address in (*main_pages(site), "/nowhere", "/explorer/page"):
        headers = site.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers


def test_no_log_above_debug_holds_words_of_a_review_or_of_who_asks(
    sample: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ValueError("the inflatable mattress of Kubus")

    monkeypatch.setattr("kg.serve.pages.search.fitting", break_down)
    with caplog.at_level(logging.DEBUG), client(place(sample)) as site:
        [kubus] = [link for link in links(get(site, "/reviews?words=Kubus")) if re.fullmatch(r"/reviews/\w{12}", link)]
        get(site, f"{kubus}?theme=housing-and-homelessness")
        broken = site.get("/search?words=Angela")
    assert broken.status_code == 500
    assert PUBLISHER.search(text(broken.text).replace("Angela", "", 1)) is None
    said = [record for record in caplog.records if record.name.startswith(("kg", "uvicorn", "starlette"))]
    assert any("/search" in record.getMessage() for record in said)
    loud = " ".join(record.getMessage() for record in said if record.levelno > logging.DEBUG)
    assert PUBLISHER.search(loud) is None
    assert "ValueError" in loud


def test_a_page_that_did_not_change_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/themes")
    again = site.get("/themes", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["cache-control"] == "no-cache"


def test_files_of_ours_may_be_kept_for_ever_under_the_address_of_their_content(site: TestClient) -> None:
    [style] = [link for link in links(get(site, "/")) if link.endswith("site.css")]
    assert "immutable" in site.get(style).headers["cache-control"]
    assert "immutable" not in site.get("/static/0/site.css").headers["cache-control"]
    assert site.get("/static/0/%2e%2e/app.py").status_code == 404


def test_a_file_in_a_folder_has_one_address_on_all_systems(site: TestClient) -> None:
    folder = PureWindowsPath(r"C:\kg\serve\static")
    assert addressed(folder / "yasgui" / "yasgui.min.js", folder) == "yasgui/yasgui.min.js"
    [script] = [link for link in links(get(site, "/sparql/editor")) if link.endswith("/yasgui/yasgui.min.js")]
    assert "immutable" in site.get(script).headers["cache-control"]


def test_a_load_beside_the_site_is_noticed_at_once(sample: Store, tmp_path: Path) -> None:
    where = tmp_path / "kg"
    shutil.copytree(place(sample), where)
    with client(where) as site:
        before = site.get("/")
        assert "6 reviews" in text(before.text)
        # Invented: no such review.
        more = tmp_path / "more.txt"
        more.write_text(
            "1. Serious case review: Child Birch\n\nDeath of a girl in 2019.\n\nLearning includes: housing.\n"
        )
        with Store.open(where, read_only=False) as store:
            load([more], store)
        after = site.get("/", headers={"if-none-match": before.headers["etag"]})
        assert after.status_code == 200
        assert "7 reviews" in text(after.text)
        assert "Child Birch" in text(get(site, "/reviews"))
        assert "Child Birch" in text(get(site, "/questions/reviews-lacking-a-fact"))


def test_a_store_that_is_not_there_is_an_empty_one_until_it_is(tmp_path: Path) -> None:
    where = tmp_path / "kg"
    with client(where) as site:
        for address in main_pages_of_nothing():
            assert "kg load" in get(site, address) or address not in ("/", "/reviews")
        with Store.open(where, create=True, read_only=False) as store:
            more = tmp_path / "more.txt"
            more.write_text(
                "1. Serious case review: Child Birch\n\nDeath of a girl in 2019.\n\nLearning includes: housing.\n"
            )
            load([more], store)
        assert "Child Birch" in get(site, "/reviews")


def main_pages_of_nothing() -> list[str]:
    filled = {"{theme}": "domestic-abuse", "{agency}": "police", "{question}": "themes-by-reviews"}
    paths = [path for path in VIEWS if "{review}" not in path]
    return [next((path.replace(name, value) for name, value in filled.items() if name in path), path) for path in paths]


def test_a_page_is_made_again_where_a_load_took_the_files_away_meanwhile(sample: Store) -> None:
    states = [Opened(sample, "before"), Opened(sample, "after")]

    class Changing(Library):
        def opened(self) -> Opened:
            return states.pop(0)

    def view(visit: Visit) -> Page:
        if visit.opened.version == "before":
            raise RefusedQueryError("The query cannot be answered: the file is gone.")
        return Page("questions.html", "Questions", {"queries": []})

    app = Starlette(routes=[Route("/", shown(view))])
    app.state.settings, app.state.library = Settings(place(sample)), Changing(place(sample))
    app.state.saved = Pool(place(sample))
    assert TestClient(app, base_url=HERE).get("/").status_code == 200


def test_a_store_that_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "oxigraph").mkdir()
    with client(tmp_path) as site:
        answer = site.get("/")
    assert answer.status_code == 503
    assert "not a store" in text(answer.text)


@pytest.mark.parametrize(
    ("arguments", "says", "says_not"),
    [
        ("--host 127.0.0.1 --curate", "curating", "Whoever reaches"),
        ("--host localhost --allow-host reviews.example.org", "read-only", "Whoever reaches"),
        ("--host 0.0.0.0", "Whoever reaches this address can read all reviews: the site has no login", "decide"),
        ("--host 0.0.0.0 --curate", "can read all reviews and decide about them under any name: the site", "Traceback"),
    ],
)
def test_who_listens_beyond_this_machine_is_told_that_there_is_no_login(
    arguments: str, says: str, says_not: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.serve.listen.serve", lambda *_: None)
    printed = CliRunner().invoke(cli, ["serve", "--port", "0", "--store", "nowhere", *arguments.split()])
    assert printed.exit_code == 0
    assert printed.stdout == ""
    assert says in printed.stderr
    assert says_not not in printed.stderr


def test_a_server_before_the_site_passes_on_the_name_it_is_asked_by(sample: Store, tmp_path: Path) -> None:
    shutil.copytree(place(sample), tmp_path / "kg")
    settings = Settings(str(tmp_path / "kg"), curate=True, hosts=hosts("127.0.0.1", ("reviews.example.org",)))
    browser = {"origin": "https://reviews.example.org", "sec-fetch-site": "same-origin"}
    passed_on = {"reviews.example.org": 303, "reviews.example.org:443": 403, "127.0.0.1:8000": 403, "example.org": 400}
    for name, status in passed_on.items():
        with TestClient(application(settings), base_url="http://127.0.0.1:8000") as site:
            form = fields(site.get("/curate/name").text)
            sent = {**browser, "host": name}
            answer = site.post("/curate/name", data={**form, "name": "A"}, headers=sent, follow_redirects=False)
        assert answer.status_code == status, name


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        printed = CliRunner().invoke(cli, ["serve", "--port", str(port), "--store", "nowhere"])
    assert printed.exit_code == 1
    assert f"127.0.0.1:{port} cannot be listened on" in printed.output
