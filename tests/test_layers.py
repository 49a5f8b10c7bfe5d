"""The house stands: every module imports only from layers below its own, and packages' insides keep their order."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

LAYERS: dict[str, int] = {
    "posting": 0, "finding": 0, "errors": 0,
    "text": 1, "money": 1, "tables": 1,
    "read": 2,
    "weigh": 3,
    "rules": 4,
    "model": 5,
    "scan": 6, "frames": 6, "ingest": 6,
    "batch": 7, "show": 7,
    "cli": 8, "__init__": 8,
    "__main__": 9,
}  # fmt: skip
SAME_LAYER = {("frames", "scan"), ("finding", "posting"), ("money", "tables"), ("money", "text")}
NO_ROOMS = {"utils", "util", "helpers", "helper", "common", "misc"}


def modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "postingscan").rglob("*.py"))


def room(path: Path, root: Path) -> str:
    first = path.relative_to(root / "src" / "postingscan").parts[0]
    return first.removesuffix(".py")


def imported(tree: ast.AST) -> set[str]:
    """Rooms of this package that a module imports, wherever the import stands."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "postingscan":
            parts = node.module.split(".")[1:]
            names.update([parts[0]] if parts else [alias.name for alias in node.names])
        elif isinstance(node, ast.Import):
            names.update(
                [*alias.name.split("."), "__init__"][1] for alias in node.names if alias.name.startswith("postingscan")
            )
    return names


def test_modules_import_only_from_lower_layers(root: Path) -> None:
    wrong = []
    for path in modules(root):
        here = room(path, root)
        if here == "__init__":
            continue
        for there in imported(ast.parse(path.read_text())) - {"__version__", "__init__"}:
            if there != here and LAYERS[there] >= LAYERS[here] and (here, there) not in SAME_LAYER:
                wrong.append(f"{path.relative_to(root)} (L{LAYERS[here]}) imports {there} (L{LAYERS[there]})")
    assert not wrong


def test_every_room_has_a_layer_and_a_name(root: Path) -> None:
    assert {room(path, root) for path in modules(root)} == set(LAYERS)
    assert not {path.stem for path in modules(root)} & NO_ROOMS


@pytest.mark.parametrize(
    "line", ["import postingscan.money", "from postingscan import money", "from postingscan.money import x"]
)
def test_the_test_sees_an_import(line: str) -> None:
    assert imported(ast.parse(line)) == {"money"}


def test_only_ingest_fetch_speaks_to_the_network(root: Path) -> None:
    speakers = set()
    for path in modules(root):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
                if any(name.split(".")[0] in {"requests", "urllib3", "http", "socket", "httpx"} for name in names):
                    speakers.add(path.relative_to(root / "src" / "postingscan").as_posix())
    assert speakers <= {"ingest/fetch.py", "ingest/addresses.py"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, postingscan; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert "postingscan" in loaded
    assert not loaded & {
        "pandas",
        "numpy",
        "pyarrow",
        "matplotlib",
        "sklearn",
        "nltk",
        "ahocorasick",
        "click",
        "selectolax",
    }
