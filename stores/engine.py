"""The database of CEC_DATABASE: SQLite for one process, PostgreSQL for several; neither makes anybody wait for long."""

from __future__ import annotations

import threading
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError
from sqlalchemy.pool import QueuePool

_SECONDS: Final = 3

#: psycopg2's: a server that is not there, does not answer, or waits for a lock fails while the person still waits.
_POSTGRESQL: Final[dict[str, Any]] = {
    "connect_timeout": _SECONDS,
    "tcp_user_timeout": 1000 * _SECONDS,
    "options": f"-c statement_timeout={1000 * _SECONDS} -c idle_in_transaction_session_timeout=10000",
    "application_name": "cec",
}


def engine_of(database: str) -> Engine:
    """The engine for a file of SQLite, or for a URL such as postgresql://user:password@host/name."""
    if "://" not in database:
        # Connections stay open: at the close of the last one SQLite copies its log, which takes longer than a turn.
        arguments = {"timeout": _SECONDS, "check_same_thread": False}
        engine = sa.create_engine(f"sqlite:///{database}", connect_args=arguments, poolclass=QueuePool, pool_size=8)
        sa.event.listen(engine, "connect", _as_sqlite)
        return engine
    scheme, _, rest = database.partition("://")
    url = f"postgresql://{rest}" if scheme == "postgres" else database
    if scheme not in ("postgres", "postgresql", "postgresql+psycopg2"):
        raise ValueError(f"CEC_DATABASE takes a file, or postgresql://...; not {scheme}://")
    return sa.create_engine(
        url, connect_args=_POSTGRESQL, pool_size=8, max_overflow=8, pool_timeout=_SECONDS, pool_pre_ping=True
    )


def _as_sqlite(connection: Any, _: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")  # one write to the disk a turn, and readers never wait
    connection.execute("PRAGMA synchronous = FULL")


class Tables:
    """Makes the tables as soon as there is a database to make them in."""

    def __init__(self, engine: Engine, metadata: Any) -> None:
        self._engine, self._metadata = engine, metadata
        self._made = False
        self._lock = threading.Lock()

    def ensure(self) -> None:
        """Make the tables that are missing, once. Raises what the database raises."""
        if self._made:
            return
        with self._lock:
            try:
                self._metadata.create_all(self._engine)
            except (IntegrityError, OperationalError, ProgrammingError):
                # Another process may have been making them; if not, this raises again.
                self._metadata.create_all(self._engine)
            self._made = True
