"""What the set-up promises to those who read its files."""

from __future__ import annotations

import ast
import re
import subprocess

from scripts import ROOT, index
from scripts.environment import DEFAULTS


def test_help_lists_every_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    shown = subprocess.check_output(["make", "-s"], cwd=ROOT, text=True)
    assert set(re.findall(r"^  make (\S+)", shown, re.MULTILINE)) == targets


def test_what_starts_the_set_up_is_written_for_python_3_8() -> None:
    for name in ("__init__", "bootstrap", "index", "install", "lock", "progress", "stamps"):
        ast.parse((ROOT / "scripts" / f"{name}.py").read_text(), feature_version=(3, 8))


def test_every_requirement_has_a_reason() -> None:
    for file in (ROOT / "requirements").glob("*.in"):
        paragraphs = file.read_text().strip().split("\n\n")
        assert paragraphs[0].startswith("#"), file.name
        entries = [line for text in paragraphs for line in text.splitlines() if line[0].isalpha()]
        assert entries
        for entry in entries:
            assert "  # " in entry or len(entries) == 1, f"{file.name}: {entry}"


def test_every_requirement_is_locked_and_no_lock_names_an_address() -> None:
    for file in (ROOT / "requirements").glob("*.in"):
        lock = file.with_suffix(".txt")
        if not lock.exists():  # base.in is part of dev.in
            lock = file.with_name("dev.txt")
        locked = lock.read_text()
        assert "://" not in locked
        for name in re.findall(r"^([A-Za-z][\w.-]*)", file.read_text(), re.MULTILINE):
            assert re.search(rf"^{re.escape(name.lower())}==.* \\$", locked, re.MULTILINE), name


_NAME = "([A-Z][A-Z0-9_]+)"
_USES = re.compile(
    rf"""(?:environ(?:\.get\(|\[)|getenv\()\s*["']{_NAME}["']|\$\{{{_NAME}\}}"""
    # a constant that names the variable: KEEP_DAYS: Final = "CEC_KEEP_DAYS"
    r"""|= "((?:CEC|LOG)_[A-Z_]+)"$""",
    re.MULTILINE,
)


def _variables_used() -> set[str]:
    ours = [path for path in ROOT.iterdir() if not path.name.startswith(".")]
    files = [file for path in ours for file in (path.rglob("*") if path.is_dir() else [path])]
    texts = [
        file.read_text() for file in files if file.suffix in (".py", ".yml") and ROOT / "tests" not in file.parents
    ]
    found = {name for text in texts for pair in _USES.findall(text) for name in pair if name}
    return found | set(DEFAULTS)


def test_every_variable_that_is_used_is_documented() -> None:
    documented = set(re.findall(f"`{_NAME}`", (ROOT / "docs" / "settings.md").read_text()))
    assert _variables_used() <= documented
    assert {variable for _, variable, _ in index._PIP_TO_UV} <= documented


def test_every_variable_of_the_assistant_that_is_documented_is_used() -> None:
    table = (ROOT / "docs" / "settings.md").read_text().split("## ")[1]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) <= _variables_used()
