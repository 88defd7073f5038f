"""Which package index this machine uses.

uv does not read pip's settings, and on many machines there are no others.
"""

from __future__ import annotations

import configparser
import os
import ssl
import sys
from pathlib import Path
from typing import Iterator, Mapping

from scripts.progress import Failure

DEFAULT_INDEX = "https://pypi.org/simple"

# pip's setting, uv's variable for it, and what uv puts between several values. Extra indexes are
# left out: pip merges the files of all indexes, uv takes a package from one, and an extra index
# that has it for another Python only would hide the right one. All our packages are public.
_PIP_TO_UV = (
    ("index-url", "UV_DEFAULT_INDEX", " "),
    ("trusted-host", "UV_INSECURE_HOST", " "),
    ("cert", "SSL_CERT_FILE", " "),
    ("default-timeout", "UV_HTTP_TIMEOUT", " "),
    ("timeout", "UV_HTTP_TIMEOUT", " "),
)
# On a machine without a network, folders of wheels take the place of an index.
_PIP_TO_UV_OFFLINE = (("no-index", "UV_NO_INDEX", " "), ("find-links", "UV_FIND_LINKS", ","))
_UV_INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_CONFIG_FILE")


def pip_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """pip's settings on this machine, read in pip's order: its files, then the variables PIP_*."""
    found: dict[str, str] = {}
    for file in _pip_files(environ):
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError) as problem:
            raise Failure(f"pip's settings in {file} cannot be read: {problem}") from problem
        for section in ("global", "install", "download"):
            if parser.has_section(section):
                found.update((key.replace("_", "-"), value) for key, value in parser.items(section))
    for name, value in environ.items():
        if name.startswith("PIP_") and value:
            found[name[len("PIP_") :].lower().replace("_", "-")] = value
    return found


def uv_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """`environ` for uv, with pip's index settings translated where uv has none of its own."""
    result = dict(environ)
    settings = {} if _uv_is_configured(environ) else pip_settings(environ)
    offline = _PIP_TO_UV_OFFLINE if "no-index" in settings else ()
    for key, variable, separator in (*_PIP_TO_UV, *offline):
        if key in settings:
            result.setdefault(variable, separator.join(settings[key].split()))
    if "SSL_CERT_FILE" not in result and _system_has_certificates():
        result.setdefault("UV_SYSTEM_CERTS", "true")
    return result


def index_url(environ: Mapping[str, str]) -> str:
    """The index to ask without pip or uv."""
    uv = uv_environment(environ)
    return uv.get("UV_DEFAULT_INDEX") or uv.get("UV_INDEX_URL") or DEFAULT_INDEX


def _uv_is_configured(environ: Mapping[str, str]) -> bool:
    home = Path(environ.get("HOME", "/"))
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return any(environ.get(name) for name in _UV_INDEX_VARIABLES) or any(
        file.is_file() for file in (config / "uv" / "uv.toml", Path("/etc/uv/uv.toml"))
    )


def _pip_files(environ: Mapping[str, str]) -> Iterator[Path]:
    named = environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    home = Path(environ.get("HOME", "/"))
    for folder in (environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"):
        yield Path(folder, "pip", "pip.conf")
    yield Path("/etc/pip.conf")
    yield home / ".pip" / "pip.conf"
    yield Path(environ.get("XDG_CONFIG_HOME") or home / ".config", "pip", "pip.conf")
    yield Path(sys.prefix, "pip.conf")
    if named:
        yield Path(named)


def _system_has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or bool(paths.capath and os.listdir(paths.capath))
