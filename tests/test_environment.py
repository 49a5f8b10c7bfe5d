"""environment.yml and the lock stay in step with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.version import Version

CONDA_NAMES = {"matplotlib": "matplotlib-base"}


def project(root: Path) -> dict[str, list[str]]:
    data = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    return {"core": data["dependencies"], **data["optional-dependencies"]}


def conda(root: Path) -> dict[str, str]:
    """Names in environment.yml, pip's among them, with what they must meet."""
    listed = yaml.safe_load((root / "environment.yml").read_text())["dependencies"]
    flat = [item for item in listed if isinstance(item, str)]
    flat += next(item["pip"] for item in listed if isinstance(item, dict))
    named = (re.fullmatch(r"([\w.-]+?)((?:>=|==|<).*)?", item) for item in flat if not item.startswith("--"))
    return {found[1]: found[2] or "" for found in named if found}


def test_conda_lists_the_core_the_notebooks_and_training_with_the_same_bounds(root: Path) -> None:
    wanted = project(root)
    listed = conda(root)
    for line in (*wanted["core"], *wanted["notebooks"], *wanted["train"]):
        requirement = Requirement(line)
        name = CONDA_NAMES.get(requirement.name, requirement.name)
        assert listed.get(name) == str(requirement.specifier), f"{name} in environment.yml"


def test_conda_python_is_the_projects(root: Path) -> None:
    wanted = tomllib.loads((root / "pyproject.toml").read_text())["project"]["requires-python"]
    assert conda(root)["python"] == wanted


def test_conda_installs_this_checkout(root: Path) -> None:
    assert "--editable ." in (root / "environment.yml").read_text()


def test_lock_pins_everything_that_the_project_names_within_its_bounds(root: Path) -> None:
    pins = dict(line.split("==") for line in (root / "constraints.txt").read_text().splitlines() if "==" in line)
    for extra in project(root).values():
        for line in extra:
            requirement = Requirement(line)
            pinned = pins.get(requirement.name.lower())
            assert pinned, f"{requirement.name} in constraints.txt"
            assert requirement.specifier.contains(Version(pinned)), f"{requirement.name} {pinned}"
