"""Who is talking: sessions that only the server can issue, carried by the client as a signed token.

A token is a bearer token (JWT, HS256): whoever holds it is the person, from whatever address, as people change
between Wi-Fi and mobile all day. It holds a random sender id and when it was issued, and nothing about the person.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import jwt

from channels.settings import ROOT, BadSetting

#: Begins every sender id of this channel, so that none can be one of another channel.
PREFIX = "website-"
SECRET_FILE = ROOT / "var" / "secret"

_SENDER = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{32}}")
_ALGORITHM, _AUDIENCE = "HS256", "website"
_SHORTEST_SECRET = 32  # characters; RFC 7518, 3.2 asks for as many bytes as the hash has
_LONGEST_TOKEN = 1000  # characters; ours have about 200
#: So many tokens need not be verified again, which each message would ask for.
_TOKENS_KNOWN: Final = 2048


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation of this channel. `sender` is Rasa's sender id; `issued` is when its token was signed."""

    sender: str
    issued: float


class Sessions:
    """Issues sessions and knows its own again."""

    def __init__(self, secret: str) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise BadSetting(f"CEC_SECRET has to have {_SHORTEST_SECRET} characters or more.")
        self._secret = secret
        self._known = lru_cache(maxsize=_TOKENS_KNOWN)(self._verified)

    def new(self) -> Session:
        """A session that nobody has."""
        return Session(PREFIX + secrets.token_urlsafe(24), time.time())

    def token(self, session: Session) -> str:
        """What the client keeps. It stays the same for as long as the session lasts."""
        claims = {"sub": session.sender, "aud": _AUDIENCE, "iat": int(session.issued)}
        return jwt.encode(claims, self._secret, algorithm=_ALGORITHM)

    def read(self, token: object) -> Session | None:
        """The session of a token, or None where it is not ours or was altered. It may have expired."""
        if not isinstance(token, str) or len(token) > _LONGEST_TOKEN:
            return None
        try:
            return self._known(token)
        except jwt.InvalidTokenError:
            return None

    def _verified(self, token: str) -> Session | None:
        claims: dict[str, Any] = jwt.decode(
            token,
            self._secret,
            algorithms=[_ALGORITHM],
            audience=_AUDIENCE,
            leeway=60,  # seconds that the clocks of several machines may differ
            options={"require": ["sub", "iat"]},
        )
        return Session(claims["sub"], float(claims["iat"])) if _SENDER.fullmatch(claims["sub"]) else None


def secret_from_file(file: Path = SECRET_FILE) -> str:
    """The secret of this machine, made on first use and readable by its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(48))
        os.link(draft, file)  # whole or not at all, and the first of several processes wins
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    return file.read_text(encoding="ascii").strip()
