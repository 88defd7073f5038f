"""The real servers, which every abuse meets, and what must hold after each of them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from tests.abuse.target import Target
from tests.channels.servers import Site


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine to its end."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The servers as `make run` starts them, for all abuses."""
    with Site(tmp_path_factory.mktemp("abuse"), CEC_MESSAGES_PER_MINUTE_PER_ADDRESS="5000").up() as running_site:
        yield running_site


@pytest.fixture
def target(site: Site) -> Iterator[Target]:
    """The servers, with a witness who must notice nothing: no crash, no traceback, nobody else's state."""
    target = Target(site)
    asyncio.run(target.call_witness())
    yield target
    asyncio.run(target.ask_witness())
    new = site.logs[target.logged :]
    assert "Traceback" not in new
    for line in new.splitlines():
        assert target.mark not in line
