"""Another model, and back: conversations under way go on, as docs/operating.md promises. On the real servers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import ROOT
from scripts.environment import environment
from tests.channels.person import Person
from tests.channels.servers import Site


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model trained on every third of the examples only."""
    folder = tmp_path_factory.mktemp("other")
    data = shutil.copytree(ROOT / "data", folder / "data")
    for path in data.glob("nlu/*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for number, line in enumerate(lines) if not line.startswith("      - ") or number % 3 == 0]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "rasa", "train", "--force", "--data", str(data), "--out", str(folder)]
    subprocess.run(
        [*command, "--fixed-model-name", "other"], cwd=ROOT, env=environment(), check=True, capture_output=True
    )
    return folder / "other.tar.gz"


async def test_a_conversation_goes_on_with_another_model_and_with_the_old_one_again(
    tmp_path: Path, other_model: Path
) -> None:
    site = Site(tmp_path)
    with site.up():
        ana = await come(site)
        token = ana.token
        assert "37.5 hours" in await ana.say("I am a line cook since 2 May 2024, 37.5 hours a week")
        assert "other paid work" in await ana.say("yes")
        site.stop()

        site.start(other_model)
        ana = await come(site, token)
        assert ana.token == token
        assert "37.5 hours" in await ana.say("what do you have so far?")
        assert "37.5 to 36" in await ana.say("no, 36 hours a week")
        await ana.say("no other jobs")
        site.stop()

        site.start()
        ana = await come(site, token)
        recap = await ana.say("what do you have so far?")
        assert "36 hours" in recap
        assert "37.5" not in recap
        await ana.say("none of these")
        await ana.say("IELTS general, listening 7.5, reading 7, writing 6, speaking 7, in March 2026")
        await ana.say("in Alberta")
        assert "appear to meet" in await ana.say("no")
        await ana.leave()


async def come(site: Site, token: str | None = None) -> Person:
    """Somebody with a new session, or with one from before."""
    somebody = await Person(site.address).connect()
    await somebody.ask_for_session(token)
    return somebody
