"""The disk with the conversations is full: said at once, nothing lost, and over as soon as there is room again."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.person import person
from tests.channels.servers import Site

_BYTES = 4 * 1024 * 1024
JOB = "I work as a baker since 2 May 2024, 30 hours a week"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_BYTES}", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a disk in memory: run it as root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on a disk; returns the file that takes it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * size)
    assert shutil.disk_usage(disk).free == 0
    return filler


async def test_a_full_disk_is_told_of_loses_nothing_and_is_no_trouble_once_there_is_room(
    tmp_path: Path, disk: Path
) -> None:
    site = Site(tmp_path, database=disk / "conversations.db")
    with site.up():
        async with person(site.address) as ana:
            await ana.say("hello")
            assert "30 hours" in await ana.say(JOB)
            filler = fill(disk)
            answer = await ana.say("yes")
            assert "something went wrong" in answer
            assert "other paid work" not in answer
            filler.unlink()
            assert "other paid work" in await ana.say("yes")
            assert "30 hours" in await ana.say("what do you have so far?")
