"""``python -m evidence.deletion``: "what is kept?" and "delete my data", with the database before and after."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jwt

from evidence.page import Page
from tests.channels.person import Person
from tests.channels.servers import Site

#: What one person says; each word in capitals is looked for in the files of the database and in the logs.
TOLD: Final = (
    "hello",
    "I am a PATISSIER in WHITEHORSE since 3 June 2024, 38 hours a week",
    "yes",
    "I worked in a bar without a permit in 2023 for 6 weeks",
)
QUESTION: Final = "what is kept?"
WISH: Final = "delete my data"
TABLES: Final = ("events", "conversations", "taken_messages")


def main() -> None:
    """Have two people talk to the website, one of whom wants everything gone."""
    with tempfile.TemporaryDirectory(prefix="cec-evidence-") as folder, Site(Path(folder)).up() as site:
        asyncio.run(_show(site, Page("deletion", "Delete my data", __doc__ or "")))


async def _show(site: Site, page: Page) -> None:
    ana, ben = await Person(site.address).connect(), await Person(site.address).connect()
    for somebody in (ana, ben):
        await somebody.ask_for_session()
    await ben.say("I am a welder in Regina")
    page.say("Ana talks to the assistant on the website. Ben, somebody else, has said one sentence.")
    page.transcript([(said, await ana.say(said)) for said in (*TOLD, QUESTION)])
    token, gone, other = ana.token, _sender(ana), _sender(ben)
    page.head("The database before")
    page.table(("table", "rows of Ana", "rows of Ben"), _counts(site, gone, other))
    page.say("The last rows of Ana's in `events`:")
    page.table(("id", "type", "what it holds"), _rows(site, gone))
    page.table(("word", "in the files of the database", "in the logs"), _found(site))
    page.head("She wants it gone")
    page.transcript([(WISH, await ana.say(WISH))])
    await ana.until(lambda: ana.of("session_ended") == [{}])
    page.head("The database after")
    page.table(("table", "rows of Ana", "rows of Ben"), _counts(site, gone, other))
    page.table(("word", "in the files of the database", "in the logs"), _found(site))
    refused = await ben.send("hello", token=token)
    page.say(f"A message with the token that was Ana's gets `{refused}`. Asked again, the assistant knows nothing:")
    await ana.ask_for_session(token)
    page.transcript([("what do you know about me?", await ana.say("what do you know about me?"))])
    for somebody in (ana, ben):
        await somebody.leave()
    page.write()


def _sender(somebody: Person) -> str:
    return str(jwt.decode(somebody.token or "", options={"verify_signature": False})["sub"])


def _counts(site: Site, *people: str) -> Iterator[tuple[str, ...]]:
    with contextlib.closing(sqlite3.connect(site.database)) as database:
        for table in TABLES:
            count = f"select count(*) from {table} where sender_id = ?"
            yield (f"`{table}`", *(str(database.execute(count, [somebody]).fetchone()[0]) for somebody in people))


def _rows(site: Site, somebody: str) -> Iterator[tuple[str, ...]]:
    last = "select id, type_name, data from events where sender_id = ? order by id desc limit 8"
    with contextlib.closing(sqlite3.connect(site.database)) as database:
        for number, kind, data in reversed(database.execute(last, [somebody]).fetchall()):
            event = json.loads(data)
            words = event.get("text") or json.dumps({key: event[key] for key in ("name", "value") if event.get(key)})
            yield str(number), kind, words.replace("|", "¦").replace("\n", " ")[:160]


def _found(site: Site) -> Iterator[tuple[str, ...]]:
    words = [word.strip(",.") for told in TOLD for word in told.split() if word.isupper() and len(word) > 1]
    for word in words:
        yield word, "yes" if site.holds(word) else "no", "yes" if word in site.logs else "no"


if __name__ == "__main__":
    main()
