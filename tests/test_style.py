"""What no linter says of our code."""

import ast
import re
from collections.abc import Collection, Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

extraction = import_module("kg.extract")  # the module: `kg.extract` is the function

KG = Path(__file__).parents[1] / "kg"
WIDTH = 120  # columns, as pyproject.toml says
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(KG.rglob("*.py"))}
SILENCED = re.compile(r"# (?:noqa|type: ignore).*")
WITH_REASON = re.compile(r"# (?:noqa: [A-Z0-9, ]+ (?:-|#) \S|type: ignore\[[a-z, -]+\] +# \S)")


def test_whatever_a_linter_is_not_to_say_has_a_reason() -> None:
    without = [
        f"{path.relative_to(KG)}: {found[0]}"
        for path, source in SOURCES.items()
        for found in SILENCED.finditer(source)
        if not WITH_REASON.match(found[0])
    ]
    assert without == []


def test_no_line_is_wider_than_a_screen() -> None:
    """The linter passes over lines without a space, as patterns are; what it is not to say may stand behind a line."""
    wide = [
        (path.name, number)
        for path, text in SOURCES.items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(re.sub(r"  # (?:noqa|type: ignore).*", "", line)) > WIDTH
    ]
    assert wide == []


def test_an_assertion_tells_the_type_checker_something_and_checks_no_input() -> None:
    """With `python -O` none of them is there."""
    others = [
        f"{path.relative_to(KG)}: {ast.unparse(node)}"
        for path, source in SOURCES.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assert) and not _narrows(node.test)
    ]
    assert others == []


def test_every_page_of_the_documentation_that_a_message_names_is_there() -> None:
    named = {name for source in SOURCES.values() for name in re.findall(r"\bdocs/[\w./-]+\.md\b", source)}
    assert named
    assert [name for name in sorted(named) if not (KG.parent / name).is_file()] == []


def test_a_folder_of_extraction_imports_only_from_those_that_its_first_page_lists_above_it() -> None:
    listed = re.findall(r"^- `(\w+)`", str(extraction.__doc__), re.MULTILINE)
    assert set(listed) == {path.parent.name for path in (KG / "extract").glob("*/__init__.py")}
    wrong = []
    for number, folder in enumerate(listed):
        allowed = {"parts", "families", *listed[: number + 1]}
        for name, imported in _imports().items():
            if name.startswith(f"kg.extract.{folder}."):
                within = {other.split(".")[2] for other in imported if other.startswith("kg.extract.")}
                wrong += [f"{name}: {other}" for other in sorted(within - allowed)]
    assert wrong == []


def test_no_module_imports_one_that_imports_it() -> None:
    """Not by way of others either, nor for the sake of types alone."""
    imports = _imports()
    assert imports["kg.queries"] > {"kg.paths", "kg.stores"}
    TopologicalSorter(imports).prepare()  # raises CycleError, which says which


def _imports() -> dict[str, set[str]]:
    """Each module with those of ours that it imports from; `kg` itself is left out: its functions are `kg.api`'s."""
    names = {".".join(path.relative_to(KG.parent).with_suffix("").parts): path for path in SOURCES}
    known = {name.removesuffix(".__init__"): name for name in names}
    del known["kg"]
    return {name: {known[each] for each in _imported(path, known) if each in known} for name, path in names.items()}


def _imported(path: Path, known: Collection[str]) -> Iterator[str]:
    """What a module imports from: in `from kg import paths` that is `kg.paths`, if there is such a module."""
    for node in ast.walk(ast.parse(SOURCES[path])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in known else node.module for name in names)


def _narrows(test: ast.expr) -> bool:
    """Whether a condition only says of what type a value is."""
    if isinstance(test, ast.BoolOp):
        return all(map(_narrows, test.values))
    if isinstance(test, ast.Call):
        return isinstance(test.func, ast.Name) and test.func.id == "isinstance"
    return (
        isinstance(test, ast.Compare)
        and isinstance(test.ops[0], ast.IsNot)
        and ast.unparse(test.comparators[0]) == "None"
    )
