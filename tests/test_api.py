import doctest
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg
import kg.api
from kg.errors import KGError
from kg.namespaces import SG
from kg.store import MissingStoreError, Store


def test_the_example_of_the_documentation_runs() -> None:
    failed, run = doctest.testmod(kg.api, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert (failed, run > 5) == (0, True)


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = "{'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'pyshacl', 'simplemma', 'numpy', 'kg.api'}"
    code = f"import sys, kg; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_functions_stay_functions_when_modules_of_their_names_are_imported() -> None:
    code = (
        "import kg.extract, kg.export; from kg.extract import extract as one; from kg.export import export as two;"
        "import kg; print([callable(getattr(kg, name)) for name in kg.__all__ if name != '__version__'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{[True] * 7}\n"


def test_whoever_looks_sees_the_functions_before_they_are_imported() -> None:
    code = "import kg; print(set(kg.__all__) - set(dir(kg)), hasattr(__import__('sys').modules.get('kg.api'), 'load'))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "set() False\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = kg.nothing_of_the_kind


def test_a_store_is_named_by_a_folder_an_object_or_a_dataset(tmp_path: Path) -> None:
    where = tmp_path / ".kg"
    kg.load(kg.sample(), store=where)
    count = f"SELECT (COUNT(*) AS ?n) {{ ?review a <{SG.Review}> }}"
    with Store.open(where) as store, kg.open_store(where) as dataset:  # type: ignore[attr-defined]
        for named in (where, str(where), store, dataset):
            assert kg.query(count, store=named).rows == ((6,),)


def test_open_store_hands_out_an_rdflib_dataset_of_all_documents(tmp_path: Path) -> None:
    kg.load(kg.sample(), store=tmp_path / ".kg")
    dataset = kg.open_store(tmp_path / ".kg")
    assert isinstance(dataset, rdflib.Dataset)
    assert len(list(dataset.subjects(rdflib.RDF.type, rdflib.URIRef(SG.Review)))) == 6
    assert len(list(dataset.query("SELECT ?r { ?r a sg:Review }"))) == 6
    dataset.close()
    with Store.open(tmp_path / ".kg", read_only=False):
        pass  # the lock is free again


def test_a_dataset_opened_for_writing_takes_triples(tmp_path: Path) -> None:
    dataset = kg.open_store(tmp_path / ".kg", read_only=False)
    graph = dataset.graph(rdflib.URIRef("https://example.org/graph"))
    graph.add((rdflib.URIRef("https://example.org/a"), rdflib.RDF.type, rdflib.URIRef(SG.Review)))
    dataset.close()
    answer = kg.query("SELECT ?r { ?r a sg:Review }", store=tmp_path / ".kg")
    assert answer.rows == (("https://example.org/a",),)


def test_somebody_elses_dataset_is_refused_in_one_line() -> None:
    with pytest.raises(kg.api.NotOurDatasetError, match="open_store"):
        kg.query("themes-by-reviews", store=rdflib.Dataset())


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingStoreError):
        kg.query("themes-by-reviews", store=tmp_path / "nowhere")


def test_own_text_may_leave_out_known_prefixes_and_keep_its_own(sample: Store) -> None:
    assert kg.query("ASK { ?r a sg:Review }", store=sample).rows == ((True,),)
    own = "PREFIX sg: <https://example.org/> ASK { ?r a sg:Review }"
    assert kg.query(own, store=sample).rows == ((False,),)


def test_own_text_may_begin_with_the_header_of_what_it_asks_for(sample: Store) -> None:
    own = "#+ param theme: theme\n\n  # in one review\nSELECT ?review { ?review a sg:Review ; sg:theme ?_theme }"
    assert kg.query(own, store=sample, theme="professional-curiosity").rows


def test_a_mistake_in_own_text_is_named_by_the_line_on_which_it_is(sample: Store) -> None:
    with pytest.raises(KGError, match="error at 4:1:"):
        kg.query("# reviews\nSELECT ?review {\n  ?review sg:theme\n}", store=sample)


def test_a_file_in_a_folder_with_a_space_in_its_name_is_a_file(sample: Store, tmp_path: Path) -> None:
    for name in ("reviews.rq", "my reviews.sparql"):
        file = tmp_path / "My Docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"ASK {{ ?review a <{SG.Review}> }}", encoding="utf-8")
        assert kg.query(str(file), store=sample).rows == ((True,),)


def test_the_graph_is_a_networkx_graph(sample: Store) -> None:
    for of in ("both", "themes", "reviews"):
        assert isinstance(kg.graph(store=sample, of=of), nx.Graph)


def test_export_writes_the_format_of_the_ending(sample: Store, tmp_path: Path) -> None:
    kg.export(tmp_path / "reviews.ttl", store=sample)
    of_documents = "FILTER EXISTS { GRAPH ?document { ?review a sg:Review } }"
    held = f"SELECT (COUNT(*) AS ?held) {{ GRAPH ?document {{ ?s ?p ?o }} {of_documents} }}"
    assert ((len(rdflib.Graph().parse(tmp_path / "reviews.ttl")),),) == kg.query(held, store=sample).rows


def test_stats_count_what_the_store_holds(sample: Store) -> None:
    from kg.stats import stats

    counted = {str(what): count for what, count in stats(sample).rows}
    found = {what: counted[what] for what in ("documents", "reviews", "learning points", "recommendations")}
    assert found == {"documents": 1, "reviews": 6, "learning points": 41, "recommendations": 31}
    assert counted["first year of an incident"] == 2019
