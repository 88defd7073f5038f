"""What the cluster's database holds of a conversation."""

from __future__ import annotations

import json
from typing import Any

import jwt
import psycopg2


def sender(token: str | None) -> str:
    assert token
    return str(jwt.decode(token, options={"verify_signature": False})["sub"])


def events(database: str, token: str | None) -> list[dict[str, Any]]:
    """All events of the conversation of a token, in order."""
    connection = psycopg2.connect(database)
    try:
        with connection.cursor() as cursor:
            cursor.execute("select data from events where sender_id = %s order by id", [sender(token)])
            return [json.loads(data) for (data,) in cursor.fetchall()]
    finally:
        connection.close()


def messages(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that the person said."""
    return [event for event in found if event["event"] == "user"]


def hours(found: list[dict[str, Any]]) -> str | None:
    """The hours a week of the only job, as they are kept."""
    cases = [event["value"] for event in found if event["event"] == "slot" and event["name"] == "case"]
    return str(cases[-1]["jobs"][0]["hours_per_week"]) if cases and cases[-1] else None
