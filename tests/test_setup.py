"""The set-up: done once, done again when something changed, mended after an interruption."""

from __future__ import annotations

import ast
import hashlib
import http.server
import os
import re
import select
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts import ROOT, bootstrap, index, install, progress, servers, stamps, train
from scripts.environment import DEFAULTS
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


def test_two_makes_in_one_folder_take_turns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
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


def test_a_model_is_trained_again_after_a_change_and_not_after_a_touch(
    project: Path, trainings: list[str]
) -> None:
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


def test_an_environment_is_made_anew_when_a_lock_changes(
    project: Path, installs: list[list[str]]
) -> None:
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


# --- uv, and where it comes from

VERSION, HASHES = bootstrap.pinned(bootstrap.PIN.read_text())
WHEELS = [
    f"uv-{VERSION}-py3-none-{platform}.whl"
    for platform in (
        "macosx_10_12_x86_64",
        "macosx_11_0_arm64",
        "manylinux_2_17_aarch64.manylinux2014_aarch64",
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "musllinux_1_1_aarch64",
        "musllinux_1_1_x86_64",
        "win_amd64",
    )
]


@pytest.mark.parametrize(
    ("machine", "wheel"),
    [
        (("Linux", "x86_64", "glibc"), WHEELS[3]),
        (("Linux", "aarch64", "glibc"), WHEELS[2]),
        (("Linux", "x86_64", ""), WHEELS[5]),
        (("Darwin", "arm64", ""), WHEELS[1]),
        (("Darwin", "x86_64", ""), WHEELS[0]),
    ],
)
def test_a_machine_gets_its_own_wheel_of_uv(machine: tuple[str, str, str], wheel: str) -> None:
    pattern = bootstrap.wheel_pattern(VERSION, *machine)
    assert [name for name in WHEELS if pattern.fullmatch(name)] == [wheel]


def test_a_machine_that_is_not_served_is_told_so() -> None:
    with pytest.raises(Failure, match="Windows: use Linux"):
        bootstrap.wheel_pattern(VERSION, "Windows", "AMD64", "")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the requests of a test are no news."""


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package index on loopback, which this machine's pip is set to."""
    page = tmp_path / "index" / "uv"
    page.mkdir(parents=True)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *args: _Quiet(*args, directory=str(page.parent))
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_CONFIG_FILE", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    # The machine without pip.
    monkeypatch.setattr(bootstrap, "_fetch_with_pip", _fail)
    monkeypatch.setattr(bootstrap.platform, "system", lambda: "Linux")
    monkeypatch.setattr(bootstrap.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(bootstrap.platform, "libc_ver", lambda: ("glibc", "2.36"))
    yield page
    server.shutdown()
    thread.join()
    server.server_close()


def _publish(page: Path, program: bytes) -> str:
    """Put a wheel of uv that holds `program` on the index; returns its hash."""
    with zipfile.ZipFile(page / WHEELS[3], "w") as wheel:
        wheel.writestr(f"uv-{VERSION}.data/scripts/uv", program)
    links = "".join(f'<a href="{name}#sha256=0">{name}</a>\n' for name in WHEELS)
    (page / "index.html").write_text(f"<!DOCTYPE html><html><body>{links}</body></html>")
    return hashlib.sha256((page / WHEELS[3]).read_bytes()).hexdigest()


def _pin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wheel: str) -> None:
    pin = tmp_path / "requirements" / "uv.txt"
    pin.parent.mkdir()
    pin.write_text(f"uv=={VERSION} \\\n    --hash=sha256:{wheel}\n")
    monkeypatch.setattr(bootstrap, "PIN", pin)


def test_without_pip_uv_comes_from_the_index_that_pip_is_set_to(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pin(monkeypatch, tmp_path, _publish(mirror, b"#!/bin/sh\necho it runs"))
    program = bootstrap.uv()
    assert subprocess.check_output([program], text=True) == "it runs\n"
    assert list(program.parent.iterdir()) == [program]


def test_uv_is_fetched_once(mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pin(monkeypatch, tmp_path, _publish(mirror, b"#!/bin/sh"))
    bootstrap.uv()
    monkeypatch.setattr(bootstrap, "_fetch", _fail)
    assert bootstrap.uv().exists()


def test_a_wheel_with_another_hash_is_refused(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(mirror, b"something else")
    _pin(monkeypatch, tmp_path, "0" * 64)
    with pytest.raises(Failure, match="none of the hashes in requirements/uv"):
        bootstrap.uv()
    assert list((tmp_path / ".uv").iterdir()) == []


def test_an_index_without_uv_is_named_and_its_password_is_not(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pin(monkeypatch, tmp_path, "0" * 64)
    address = os.environ["PIP_INDEX_URL"].replace("http://", "http://me:secret@")
    monkeypatch.setenv("PIP_INDEX_URL", address.replace("index", ""))
    with pytest.raises(Failure, match=r"127\.0\.0\.1") as failure:
        bootstrap.uv()
    assert "secret" not in str(failure.value)


def _settings_file(home: Path, text: str) -> dict[str, str]:
    file = home / ".config" / "pip" / "pip.conf"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    # Nothing of the machine that the test runs on.
    return {"HOME": str(home), "XDG_CONFIG_DIRS": str(home / "none")}


def test_uv_uses_the_index_in_pips_settings(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nindex-url = http://mirror.test/simple\n")
    assert index.uv_environment(environ)["UV_DEFAULT_INDEX"] == "http://mirror.test/simple"
    assert index.index_url(environ) == "http://mirror.test/simple"


def test_a_variable_of_pip_wins_over_its_file(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nindex-url = http://mirror.test/simple\n")
    environ["PIP_INDEX_URL"] = "http://other.test/simple"
    assert index.index_url(environ) == "http://other.test/simple"


def test_what_uv_is_told_wins_over_pips_settings(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nindex-url = http://mirror.test/simple\n")
    environ["UV_DEFAULT_INDEX"] = "http://other.test/simple"
    assert index.index_url(environ) == "http://other.test/simple"


def test_a_file_of_uvs_settings_is_left_to_uv(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nindex-url = http://mirror.test/simple\n")
    (tmp_path / ".config" / "uv").mkdir()
    (tmp_path / ".config" / "uv" / "uv.toml").touch()
    assert "UV_DEFAULT_INDEX" not in index.uv_environment(environ)


def test_pips_extra_indexes_are_left_out(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nextra-index-url = http://mirror.test/simple\n")
    assert "UV_INDEX" not in index.uv_environment(environ)
    assert index.index_url(environ) == index.DEFAULT_INDEX


def test_without_a_network_uv_uses_pips_folders_of_wheels(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "[global]\nno-index = true\nfind-links =\n  /a\n  /b\n")
    uv = index.uv_environment(environ)
    assert (uv["UV_NO_INDEX"], uv["UV_FIND_LINKS"]) == ("true", "/a,/b")


def test_settings_of_pip_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    environ = _settings_file(tmp_path, "index-url\n")
    with pytest.raises(Failure, match=r"pip\.conf cannot be read"):
        index.uv_environment(environ)


# --- long steps and servers


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(progress, "ROOT", tmp_path)
    monkeypatch.setattr(progress, "LOGS", tmp_path / "log")
    return tmp_path / "log"


def test_a_long_step_says_what_it_does_and_keeps_the_noise_in_a_log(
    logs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = progress.run("Doing things", [sys.executable, "-c", "print('noise')"], os.environ)
    shown = capsys.readouterr().out
    assert "Doing things: done in" in shown
    assert "noise" not in shown
    assert log == logs / "doing-things.log"
    assert log.read_text() == "noise\n"


def test_a_step_that_fails_shows_the_end_of_its_log_and_what_to_do(logs: Path) -> None:
    program = "print('early'); print('late\\n' * 20); raise SystemExit(3)"
    with pytest.raises(Failure) as failure:
        progress.run("Doing", [sys.executable, "-c", program], os.environ, hint="Try again.")
    assert "late" in str(failure.value)
    assert "Try again." in str(failure.value)
    assert "early" not in str(failure.value)


def test_a_server_and_what_it_started_are_gone_after_the_block(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    # A child that does not heed SIGTERM, and holds the pipe open as long as it lives.
    shell = f"(trap '' TERM; exec sleep 1000 > {alive}) & wait"
    with servers.running(["sh", "-c", shell], os.environ, tmp_path / "log") as server:
        pipe = alive.open("rb", buffering=0)
    assert server.returncode is not None
    with pipe:
        closed, _, _ = select.select([pipe], [], [], 30)
        assert closed
        assert pipe.read() == b""


def test_a_server_that_dies_at_its_start_is_reported_with_its_last_words(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    command = [sys.executable, "-c", "raise SystemExit('no such model')"]
    with (
        servers.running(command, os.environ, log) as server,
        pytest.raises(Failure, match="no such model"),
    ):
        servers.wait_until_it_answers(server, "http://127.0.0.1:9/", log)


# --- what is promised to those who read


def test_help_lists_every_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
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
_USES = re.compile(rf"""(?:environ(?:\.get\(|\[)|getenv\()\s*["']{_NAME}["']|\$\{{{_NAME}\}}""")


def _variables_used() -> set[str]:
    ours = [path for path in ROOT.iterdir() if not path.name.startswith(".")]
    files = [file for path in ours for file in (path.rglob("*") if path.is_dir() else [path])]
    texts = [
        file.read_text()
        for file in files
        if file.suffix in (".py", ".yml") and ROOT / "tests" not in file.parents
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
