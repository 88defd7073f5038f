"""Runs the channel's tests, which are coroutines, each on an event loop of its own."""

from __future__ import annotations

import asyncio
import inspect

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine to its end."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sanic 21.12's websockets call asyncio as it was meant to be called before Python 3.8."""
    for item in items:
        if "tests/channels/" in item.path.as_posix():
            item.add_marker(pytest.mark.filterwarnings("ignore:The explicit passing of coroutine:DeprecationWarning"))
