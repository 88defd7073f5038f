"""The whole assistant as it runs for many people, on this machine: `make run-cluster`, and the tests of tests/cluster.

PostgreSQL, Redis and nginx from Debian's packages, two Rasa processes and two action servers, all on loopback ports
and with their data in one folder. What ends is started again, as Docker or Kubernetes would.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from scripts import LOGS, ROOT
from scripts.environment import environment
from scripts.progress import Failure, main, say
from scripts.servers import action_server, free_port, wait_until_it_answers

_PACKAGES: Final = {"postgres": "postgresql", "redis-server": "redis-server", "nginx": "nginx-light"}
_SECONDS_TO_STOP: Final = 10.0

_NGINX: Final = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  client_body_temp_path {folder}/nginx-body;
  proxy_temp_path {folder}/nginx-proxy;
  fastcgi_temp_path {folder}/nginx-fastcgi;
  uwsgi_temp_path {folder}/nginx-uwsgi;
  scgi_temp_path {folder}/nginx-scgi;
  # A websocket is one connection and may begin anywhere; the requests of a polling client belong to one process.
  upstream any {{ least_conn; {servers} }}
  upstream by_address {{ ip_hash; {servers} }}
  map "$http_upgrade:$arg_sid" $assistant {{ default by_address; "~*^websocket:$" any; }}
  map $http_upgrade $connection_header {{ default upgrade; "" close; }}
  server {{
    listen 127.0.0.1:{port};
    client_max_body_size 256k;
    location / {{
      proxy_pass http://$assistant;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_header;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_connect_timeout 2s;
      proxy_read_timeout 75s;
    }}
  }}
}}
"""


def missing_packages() -> list[str]:
    """The packages of Debian that have to be installed first."""
    return sorted({package for program, package in _PACKAGES.items() if _program(program) is None})


@dataclass(slots=True)
class Member:
    """One process of the cluster. health: an address that answers when it is up, where there is one."""

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]
    log: Path
    user: str | None = None
    process: subprocess.Popen[bytes] | None = None
    paused: bool = False
    starts: int = 0

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=dict(self.environ),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=self.user,
                group=self.user,
            )
        self.starts += 1

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def send(self, request: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, request)

    def stop(self) -> None:
        """End it with all that it started."""
        if self.process is None:
            return
        self.send(signal.SIGINT if self.name == "postgres" else signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=_SECONDS_TO_STOP)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass(slots=True)
class Cluster:
    """All processes, by name: postgres, redis, nginx, rasa1, rasa2, actions1, actions2."""

    address: str
    folder: Path
    database: str
    redis: str
    members: dict[str, Member] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)

    def kill(self, name: str) -> None:
        """End one process, with what it started, as the crash of its container would."""
        process = self.members[name].process
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    def take_away(self, name: str) -> None:
        """End one process, and leave it so."""
        self.members[name].paused = True
        self.members[name].stop()

    def give_back(self, name: str) -> None:
        """Start it again."""
        self.members[name].paused = False

    def supervise(self) -> None:
        """Start again whatever has ended, until all is over."""
        while not self._over.wait(0.1):
            for member in self.members.values():
                if not member.paused and not member.is_running() and not self._over.is_set():
                    member.start()

    def end(self) -> None:
        """Stop everything, the database last."""
        self._over.set()
        for name in ("nginx", "rasa1", "rasa2", "actions1", "actions2", "redis", "postgres"):
            if name in self.members:
                self.members[name].stop()


@contextlib.contextmanager
def cluster(folder: Path, port: int = 0, **settings: str) -> Iterator[Cluster]:
    """The cluster for the length of a block. Raises Failure.

    folder: for its data; the user `postgres` has to be able to come there.
    """
    lacking = missing_packages()
    if lacking:
        raise Failure(f"Some programs are missing. As root: apt-get install {' '.join(lacking)}")
    port = port or free_port()
    postgres, redis = free_port(), free_port()
    rasas, actions = [free_port(), free_port()], [free_port(), free_port()]
    database, memory = f"postgresql://cec@127.0.0.1:{postgres}/postgres", f"redis://127.0.0.1:{redis}/0"
    environ = environment(
        **{
            "CEC_DATABASE": database,
            "CEC_REDIS": memory,
            "CEC_PROXIES": "1",
            "CEC_SECRET": os.environ.get("CEC_SECRET") or "of one run only: " + os.urandom(24).hex(),
            "ACTION_SERVER_URL": ",".join(f"http://127.0.0.1:{each}/webhook" for each in actions),
            **settings,
        }
    )
    up = Cluster(f"http://127.0.0.1:{port}", folder, database, memory)

    def add(name: str, command: Sequence[str], user: str | None = None) -> Member:
        member = up.members[name] = Member(name, command, environ, folder / f"{name}.log", user)
        member.start()
        return member

    try:
        user = _user_of_postgres()
        data = _database_folder(folder, user)
        socket = ["-c", f"unix_socket_directories={data.parent}", "-c", "listen_addresses=127.0.0.1"]
        add("postgres", [str(_program("postgres")), "-D", str(data), "-p", str(postgres), *socket], user)
        append = ["--appendonly", "yes", "--dir", str(folder), "--save", "", "--bind", "127.0.0.1"]
        add("redis", [str(_program("redis-server")), "--port", str(redis), *append])
        for number, each in enumerate(actions, start=1):
            add(f"actions{number}", action_server(each))
        started = []
        for number, each in enumerate(rasas, start=1):
            started.append(add(f"rasa{number}", [sys.executable, "-m", "channels", "--port", str(each)]))
        configuration = folder / "nginx.conf"
        servers = " ".join(f"server 127.0.0.1:{each} max_fails=1 fail_timeout=2s;" for each in rasas)
        configuration.write_text(_NGINX.format(folder=folder, port=port, servers=servers), encoding="utf-8")
        add("nginx", [str(_program("nginx")), "-p", str(folder), "-c", str(configuration)])
        for member, each in zip(started, rasas, strict=True):
            assert member.process is not None
            wait_until_it_answers(member.process, f"http://127.0.0.1:{each}/health", member.log)
        watch = threading.Thread(target=up.supervise, daemon=True)
        watch.start()
        yield up
    finally:
        up.end()


def _program(name: str) -> Path | None:
    """Where a program is; Debian puts those of PostgreSQL and nginx where a person's PATH does not look."""
    for place in [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/sbin")]:
        if (place / name).exists():
            return place / name
    found = shutil.which(name)
    return Path(found) if found else None


def _user_of_postgres() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    raise Failure("PostgreSQL does not run as root, and there is no user `postgres`.")


def _database_folder(folder: Path, user: str | None) -> Path:
    place = folder / "postgres"
    place.mkdir(exist_ok=True)
    if user:
        shutil.chown(place, user, user)
        folder.chmod(0o711)  # who may not look into it may pass
    data = place / "data"
    if not (data / "PG_VERSION").exists():
        made = subprocess.run(
            [str(_program("initdb")), "-D", str(data), "-U", "cec", "--auth", "trust", "--encoding", "UTF8"],
            user=user,
            group=user,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise Failure(f"The database could not be made:\n{made.stderr}")
    return data


def run() -> None:
    """Start all, say where it is, and stop all when the person has enough."""
    say("Starting PostgreSQL, Redis, nginx, two action servers and two Rasa servers. Ctrl-C stops them.")
    LOGS.mkdir(parents=True, exist_ok=True)
    port = int(os.environ.get("CEC_PORT") or 5005)
    with (
        contextlib.suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="cec-cluster-") as name,
        cluster(Path(name), port) as up,
    ):
        say(f"Ready: {up.address}/ (logs in {up.folder}; all data is gone when this ends)")
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    main(run)
