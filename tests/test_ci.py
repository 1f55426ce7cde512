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


def test_a_run_tests_each_supported_python_and_fails_at_one_that_is_missing(tmp_path: Path) -> None:
    checkout, tools = tmp_path / "checkout", tmp_path / "tools"
    shutil.copytree(CI, checkout / ".ci")
    tools.mkdir()
    for name in ("bash", "dirname", "grep"):
        (tools / name).symlink_to(str(shutil.which(name)))
    says = {"make": 'echo "made $*"', "python3.12": "echo Python 3.12.1"}
    for name in ("apt-get", "chromium", "virtuoso-t", "javac", *says):
        (tools / name).write_text(f"#!/bin/sh\n{says.get(name, '')}\n")
        (tools / name).chmod(0o755)
    environment = {"HOME": str(tmp_path), "PATH": str(tools)}
    ended = subprocess.run([checkout / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
    made = [line.split() for line in ended.stdout.splitlines() if line.startswith("made ")]
    assert [line[1] for line in made] == ["lint", "demo", "test", f"PYTHON={tools}/python3.12"]
    assert made[-1][-1] == "test"
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
