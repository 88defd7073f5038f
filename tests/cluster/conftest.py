"""The cluster, started once for all tests of this folder; what is missing is installed where that is allowed."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import MODEL
from scripts.cluster import Cluster, cluster, missing_packages
from tests.channels.conftest import pytest_pyfunc_call
from tests.conversation.servers import TODAY

__all__ = ["TOKEN", "pytest_pyfunc_call"]
TOKEN = "an-operators-token-of-the-tests"


@pytest.fixture(scope="session")
def up() -> Iterator[Cluster]:
    assert MODEL.exists(), "there is no trained model: run `make train`"
    lacking = missing_packages()
    if lacking and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *lacking]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "RUNLEVEL": "1"})
    if missing_packages():
        pytest.skip(f"needs Debian's packages: apt-get install {' '.join(missing_packages())}")
    settings = {
        "CEC_TODAY": TODAY,
        "CEC_MESSAGES_PER_MINUTE": "100000",
        "CEC_MESSAGES_PER_MINUTE_PER_ADDRESS": "100000",
        "CEC_API_TOKEN": TOKEN,
    }
    # Not among pytest's folders: each start of pytest closes those to other users, and PostgreSQL runs as one.
    with tempfile.TemporaryDirectory(prefix="cec-cluster-") as folder, cluster(Path(folder), **settings) as running:
        yield running
