"""What `.ci/run` needs of a machine: where it is missing, the run says so and fails."""

import os
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
    assert "set -euo pipefail" in (CI / "run").read_text()  # so that a version that is not found ends it
    assert 'python=$(.ci/python "$version")' in (CI / "run").read_text()


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
