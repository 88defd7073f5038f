"""The real servers, which every abuse meets, and what must hold after each of them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from tests.abuse.target import Target
from tests.channels.servers import Site


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "abuse(surface, what, how='', literal=False, incident=False): a row of docs/evidence/abuses.md; of a test with "
        "parameters, their ids say how, and are what was sent if `literal`; `incident`: one may be logged.",
    )


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
    """The servers as `make run` starts them, for all abuses, which come from one address and would soon meet its limit.

    tests/channels tries the limits.
    """
    with Site(tmp_path_factory.mktemp("abuse"), CEC_MESSAGES_PER_MINUTE_PER_ADDRESS="50000").up() as running_site:
        yield running_site


@pytest.fixture
def target(site: Site, request: pytest.FixtureRequest) -> Iterator[Target]:
    """The servers, with a witness who must notice nothing: no crash, no traceback, nobody else's state."""
    abuse = request.node.get_closest_marker("abuse")
    assert abuse is not None, "each abuse has its row in docs/evidence/abuses.md: mark it"
    target = Target(site)
    asyncio.run(target.call_witness())
    yield target
    asyncio.run(target.ask_witness())
    incidents, others = target.errors()
    assert others == []
    assert incidents == [] or abuse.kwargs.get("incident")
    new = target.logged
    assert "Traceback" not in new
    for line in new.splitlines():
        assert target.mark not in line
    if incidents:
        target.met("logged as an incident with a number")
    assert target.seen, "say what was met"
    request.node.user_properties.append(("met", "; ".join(target.seen)))
