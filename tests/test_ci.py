"""What `.ci/run` needs of a machine: where it is missing, the run says so and fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CI = Path(__file__).parents[1] / ".ci"
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def found(version: str, home: Path, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
    """What is found of a version of Python by who has this home and this path."""
    environment = os.environ | {"HOME": str(home), "PATH": path}
    return subprocess.run([CI / "python", version], env=environment, capture_output=True, text=True, check=False)


def test_a_supported_python_that_is_missing_ends_the_run_with_a_line(tmp_path: Path) -> None:
    missing = found("3.99", tmp_path)
    assert missing.returncode == 1
    assert missing.stderr == (
        "Python 3.99 is supported and not found here: install it, or put python3.99 on the path.\n"
    )


def run_with(
    folder: Path, *versions: str, make: str = 'echo "made $*"'
) -> tuple[list[list[str]], subprocess.CompletedProcess[str]]:
    """What a run makes where these versions of Python are found and all tools say that all is well, and how it ends."""
    checkout, tools = folder / "checkout", folder / "tools"
    shutil.copytree(CI, checkout / ".ci")
    tools.mkdir()
    for name in ("bash", "dirname", "grep"):
        (tools / name).symlink_to(str(shutil.which(name)))
    says = {"make": make} | {f"python{version}": f"echo Python {version}.1" for version in versions}
    for name in ("apt-get", "chromium", "virtuoso-t", "javac", *says):
        (tools / name).write_text(f"#!/bin/sh\n{says.get(name, '')}\n")
        (tools / name).chmod(0o755)
    environment = {"HOME": str(folder), "PATH": str(tools)}
    ended = subprocess.run([checkout / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
    return [line.split()[1:] for line in ended.stdout.splitlines() if line.startswith("made ")], ended


def test_a_run_installs_and_tests_each_supported_python(tmp_path: Path) -> None:
    made, ended = run_with(tmp_path, "3.12", "3.13")
    assert made[0] == [".venv/.development"]
    assert sorted(made[1:4]) == [
        *(
            [f"PYTHON={tmp_path}/tools/python{version}", f"VENV=.venv-{version}", f".venv-{version}/.development"]
            for version in ("3.12", "3.13")
        ),
        ["lint"],
    ]
    assert made[4:6] == [["demo"], ["test"]]
    assert [(line[0], line[-1]) for line in made[6:]] == [("VENV=.venv-3.12", "test"), ("VENV=.venv-3.13", "test")]
    assert ended.returncode == 0


def test_a_run_fails_where_what_is_made_beside_something_else_fails(tmp_path: Path) -> None:
    made, ended = run_with(tmp_path, "3.12", "3.13", make='test "$1" != lint && echo "made $*"')
    assert ["demo"] not in made
    assert ended.returncode == 1


def test_a_run_fails_where_a_supported_python_is_missing(tmp_path: Path) -> None:
    made, ended = run_with(tmp_path, "3.12")
    assert made == []
    assert (ended.returncode, ended.stderr.split()[:2]) == (1, ["Python", "3.13"])


def test_a_python_is_found_on_the_path_or_in_pyenv_and_a_shim_that_runs_none_is_passed_over(tmp_path: Path) -> None:
    shims, versions = tmp_path / "shims", tmp_path / ".pyenv" / "versions" / f"{HERE}.1" / "bin"
    for folder in (shims, versions):
        folder.mkdir(parents=True)
    shim, python = shims / f"python{HERE}", versions / "python"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    python.symlink_to(sys.executable)
    path = f"{shims}:/usr/bin:/bin"
    assert found(HERE, tmp_path, path).stdout == f"{python}\n"
    shim.unlink()
    shim.symlink_to(sys.executable)
    assert found(HERE, tmp_path, path).stdout == f"{shim}\n"
