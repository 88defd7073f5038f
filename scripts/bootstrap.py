"""Put the pinned uv into the project, whatever Python 3.8 or later the machine has.

Debian's python3 may come without pip, venv and ensurepip, so none of them is taken for granted:
where pip is there it downloads the wheel, since it knows the machine's index, proxy, certificates
and credentials best; otherwise the standard library asks the same index. Either way the wheel must
have one of the hashes in requirements/uv.txt.
"""

from __future__ import annotations

import base64
import hashlib
import os
import platform
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from scripts import REQUIREMENTS, ROOT
from scripts.index import index_url, pip_settings
from scripts.progress import Failure, say

PIN = REQUIREMENTS / "uv.txt"


def uv() -> Path:
    """The path of the pinned uv, fetched first if it is missing.

    Its name holds the version and it is moved into place whole, so that being there is proof.
    """
    version, hashes = pinned(PIN.read_text())
    program = ROOT / ".uv" / f"uv-{version}"
    if not program.exists():
        say(f"Fetching uv {version}, which installs the rest")
        program.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=str(program.parent)) as folder:
            wheel = _fetch(version, hashes, Path(folder))
            _unpack(wheel, program)
    return program


def pinned(lock: str) -> tuple[str, set[str]]:
    """The version and the SHA-256 hashes that a locked requirement of uv allows."""
    version = re.search(r"^uv==(\S+)", lock, re.MULTILINE)
    if version is None:
        raise Failure(f"{PIN} does not pin uv: restore it with git.")
    return version.group(1), set(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock))


def wheel_pattern(version: str, system: str, machine: str, libc: str) -> re.Pattern[str]:
    """What uv's wheel for a platform is called, e.g. uv-1.2.3-py3-none-manylinux_..._x86_64.whl."""
    if system not in ("Linux", "Darwin"):
        raise Failure(f"uv cannot be fetched for {system}: use Linux, macOS, or Linux in WSL.")
    kind = "macosx" if system == "Darwin" else "manylinux" if libc == "glibc" else "musllinux"
    return re.compile(rf"uv-{re.escape(version)}-py3-none-{kind}\S*_{re.escape(machine)}\.whl")


def _fetch(version: str, hashes: set[str], folder: Path) -> Path:
    reasons = []
    for fetch in (_fetch_with_pip, _fetch_from_index):
        try:
            wheel = fetch(version, folder)
        except (Failure, OSError) as problem:
            reasons.append(f"  {problem}")
            continue
        if hashlib.sha256(wheel.read_bytes()).hexdigest() in hashes:
            return wheel
        reasons.append(f"  {wheel.name} has none of the hashes in {PIN.relative_to(ROOT)}")
    raise Failure(f"uv {version} could not be fetched:\n" + "\n".join(reasons))


def _fetch_with_pip(version: str, folder: Path) -> Path:
    pip = [sys.executable, "-m", "pip"]
    command = [*pip, "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--require-hashes", "--disable-pip-version-check", "--dest", str(folder)]
    run = subprocess.run(
        [*command, "--requirement", str(PIN)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    wheels = list(folder.glob("uv-*.whl"))
    if run.returncode or not wheels:
        last = run.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise Failure(f"with pip: {last[0]}")
    return wheels[0]


def _fetch_from_index(version: str, folder: Path) -> Path:
    wanted = wheel_pattern(version, platform.system(), platform.machine(), platform.libc_ver()[0])
    page = index_url(os.environ).rstrip("/") + "/uv/"
    try:
        for link in links(_read(page).decode(), page):
            name = unquote(urlsplit(link).path.rpartition("/")[2])
            if wanted.fullmatch(name):
                wheel = folder / name
                wheel.write_bytes(_read(link))
                return wheel
    except (OSError, UnicodeDecodeError) as problem:
        raise Failure(f"without pip: {_shown(page)}: {problem}") from problem
    raise Failure(f"without pip: {_shown(page)} has no {wanted.pattern}")


class _Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(urljoin(self.page, href))


def links(html: str, page: str) -> list[str]:
    """Where the files of an index page (PEP 503) are, as absolute addresses."""
    parser = _Links(page)
    parser.feed(html)
    return parser.found


def _read(url: str) -> bytes:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    request = urllib.request.Request(urlunsplit(parts._replace(netloc=host, fragment="")))
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    context = ssl.create_default_context(cafile=pip_settings(os.environ).get("cert"))
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        content: bytes = answer.read()
    return content


def _shown(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _unpack(wheel: Path, program: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        member = next(name for name in archive.namelist() if name.endswith("/scripts/uv"))
        unfinished = wheel.with_name("uv")
        unfinished.write_bytes(archive.read(member))
    unfinished.chmod(0o755)
    unfinished.replace(program)
