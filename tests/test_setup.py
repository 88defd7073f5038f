"""The set-up: done once, done again when something changed, mended after an interruption."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import install, stamps, train
from scripts.progress import Failure

# --- stamps


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text("greet: hello")
    (tmp_path / "config.yml").write_text("language: en")
    return tmp_path


def _digest(project: Path) -> str:
    return stamps.digest(project, ["config.yml", "data", "not-there.yml"])


def _touch(project: Path) -> None:
    os.utime(project / "config.yml", (0, 0))


def _compile(project: Path) -> None:
    (project / "data" / "__pycache__").mkdir()
    (project / "data" / "__pycache__" / "nlu.pyc").write_bytes(b"code")


def _leave_an_editors_file(project: Path) -> None:
    (project / "data" / ".nlu.yml.swp").write_bytes(b"half a word")


def _edit(project: Path) -> None:
    (project / "data" / "nlu.yml").write_text("greet: hi")


def _add(project: Path) -> None:
    (project / "data" / "rules.yml").touch()


def _rename(project: Path) -> None:
    (project / "data" / "nlu.yml").rename(project / "data" / "intents.yml")


def _remove(project: Path) -> None:
    (project / "config.yml").unlink()


Change = Callable[[Path], None]


@pytest.mark.parametrize("change", [_touch, _compile, _leave_an_editors_file])
def test_what_is_no_change_of_content_leaves_a_step_done(project: Path, change: Change) -> None:
    before = _digest(project)
    change(project)
    assert _digest(project) == before


@pytest.mark.parametrize("change", [_edit, _add, _rename, _remove])
def test_a_change_of_content_asks_for_the_step_again(project: Path, change: Change) -> None:
    before = _digest(project)
    change(project)
    assert _digest(project) != before


def test_a_step_without_a_whole_stamp_is_not_done(tmp_path: Path) -> None:
    stamp = tmp_path / "models" / "cec.stamp"
    assert not stamps.is_fresh(stamp, "abc")
    stamps.write(stamp, "abc")
    assert stamps.is_fresh(stamp, "abc")
    assert not stamps.is_fresh(stamp, "abcd")
    assert [file.name for file in stamp.parent.iterdir()] == ["cec.stamp"]


def test_two_makes_in_one_folder_take_turns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    turns = []

    def second() -> None:
        with stamps.one_at_a_time(tmp_path):
            turns.append("second")

    other = threading.Thread(target=second)
    with stamps.one_at_a_time(tmp_path):
        other.start()
        while "Waiting for another make" not in capsys.readouterr().out:
            assert other.is_alive()
        turns.append("first")
    other.join()
    assert turns == ["first", "second"]


# --- training


@pytest.fixture
def trainings(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Trainings that were run, in a project whose training only writes a model."""
    runs: list[str] = []

    def trained(doing: str, command: list[str], *_: object, **__: object) -> Path:
        runs.append(doing)
        folder = Path(command[command.index("--out") + 1])
        (folder / "cec.tar.gz").write_text(f"model {len(runs)}")
        log = project / "log"
        log.touch()
        return log

    monkeypatch.setattr(train, "ROOT", project)
    monkeypatch.setattr(train, "MODEL", project / "models" / "cec.tar.gz")
    monkeypatch.setattr(train, "STAMP", project / "models" / "cec.stamp")
    monkeypatch.setattr(train, "run", trained)
    return runs


def test_a_model_is_trained_once(trainings: list[str]) -> None:
    train.train()
    train.train()
    assert len(trainings) == 1
    assert train.MODEL.read_text() == "model 1"


def test_a_model_is_trained_again_after_a_change_and_not_after_a_touch(project: Path, trainings: list[str]) -> None:
    train.train()
    _touch(project)
    train.train()
    assert len(trainings) == 1
    _edit(project)
    train.train()
    assert train.MODEL.read_text() == "model 2"


def test_a_damaged_model_is_trained_again(trainings: list[str]) -> None:
    train.train()
    train.MODEL.write_text("mod")
    train.train()
    assert train.MODEL.read_text() == "model 2"


def test_a_training_that_fails_is_not_taken_for_done(
    project: Path, trainings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    train.train()
    _edit(project)
    with monkeypatch.context() as broken:
        broken.setattr(train, "run", _fail)
        with pytest.raises(Failure):
            train.train()
    train.train()
    assert len(trainings) == 2


def test_a_change_made_while_the_model_is_trained_counts_as_a_change(
    project: Path, trainings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = train.run

    def slow(*args: object, **options: object) -> Path:
        _edit(project)
        return honest(*args, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as editing:
        editing.setattr(train, "run", slow)
        train.train()
    train.train()
    assert len(trainings) == 2


def _fail(*_: object, **__: object) -> Path:
    raise Failure("no")


# --- the environment


@pytest.fixture
def installs(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that were run to make an environment, in a project where they do next to nothing."""
    commands: list[list[str]] = []
    venv = project / ".venv"

    def installed(_: str, command: list[object], *__: object, **___: object) -> Path:
        commands.append([str(part) for part in command[1:]])
        (venv / "bin").mkdir(parents=True, exist_ok=True)
        (venv / "bin" / "python").touch()
        return project / "log"

    (project / "requirements").mkdir()
    for name in install.INPUTS:
        (project / name).write_text("package==1.0")
    monkeypatch.setattr(install, "ROOT", project)
    monkeypatch.setattr(install, "VENV", venv)
    monkeypatch.setattr(install, "VENV_PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(install, "STAMP", venv / "installed.stamp")
    monkeypatch.setattr(install, "run", installed)
    monkeypatch.setattr(install, "uv", lambda: Path("uv"))
    return commands


def test_an_environment_is_made_once(installs: list[list[str]]) -> None:
    install.install()
    made = len(installs)
    install.install()
    assert made == len(installs) == 3


def test_every_package_is_installed_by_its_hash(installs: list[list[str]]) -> None:
    install.install()
    for command in installs[1:]:
        assert "--require-hashes" in command
    assert "--compile-bytecode" in installs[-1]


def test_an_environment_is_made_anew_when_a_lock_changes(project: Path, installs: list[list[str]]) -> None:
    install.install()
    (project / "requirements" / "dev.txt").write_text("package==1.1")
    install.install()
    assert [command[0] for command in installs] == ["venv", "pip", "pip"] * 2


def test_an_interrupted_environment_is_made_anew_from_the_start(
    installs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = install.run

    def interrupted(doing: str, *args: object, **options: object) -> Path:
        if doing.startswith("Installing the packages"):
            raise KeyboardInterrupt
        return honest(doing, *args, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as ctrl_c:
        ctrl_c.setattr(install, "run", interrupted)
        with pytest.raises(KeyboardInterrupt):
            install.install()
    installs.clear()
    install.install()
    assert installs[0][:2] == ["venv", "--clear"]


def test_an_environment_whose_python_is_gone_is_made_anew(installs: list[list[str]]) -> None:
    install.install()
    install.VENV_PYTHON.unlink()
    installs.clear()
    install.install()
    assert installs[0][:2] == ["venv", "--clear"]
