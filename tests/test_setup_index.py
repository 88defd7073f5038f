"""uv: which wheel, from which index, and only with its hash."""

from __future__ import annotations

import hashlib
import http.server
import os
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import bootstrap, index
from scripts.progress import Failure

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
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: _Quiet(*args, directory=str(page.parent)))
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


def test_a_wheel_with_another_hash_is_refused(mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def _fail(*_: object) -> Path:
    raise Failure("no")
