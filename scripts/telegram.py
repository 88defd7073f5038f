"""Run the assistant as a Telegram bot by long polling, or set and remove the webhook of one that `make run` serves."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from channels.settings import BadSetting
from channels.telegram.api import ApiError, BotApi
from channels.telegram.commands import menu
from channels.telegram.settings import OFFICIAL, WEBHOOK_PATH, Settings
from channels.telegram.updates import KINDS
from scripts import LOGS, ROOT
from scripts.environment import environment
from scripts.progress import Failure, main, say
from scripts.servers import action_server, free_port, running, wait_for_an_end, wait_until_it_answers

_TRIES, _SECONDS = 3, 10.0  # for calls that a person waits for


def telegram() -> None:
    """Start both servers, say where the bot is, and stop both when the person has enough."""
    settings = _settings()
    name = asyncio.run(_check_in(settings))
    port, actions_port = free_port(), free_port()
    environ = environment(ACTION_SERVER_URL=f"http://127.0.0.1:{actions_port}/webhook")
    command = [sys.executable, "-m", "channels", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--credentials", str(ROOT / "credentials" / "telegram.yml")]
    actions_log, log = LOGS / "action-server.log", LOGS / "telegram.log"
    say("Starting the assistant, about ten seconds. Ctrl-C stops it.")
    with (
        contextlib.suppress(KeyboardInterrupt),
        running(action_server(actions_port), environ, actions_log) as actions,
        running(command, environ, log) as server,
    ):
        wait_until_it_answers(actions, f"http://127.0.0.1:{actions_port}/health", actions_log)
        wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", log)
        say(f"Ready: https://t.me/{name}")
        wait_for_an_end({"The action server": (actions, actions_log), "The assistant": (server, log)})


def webhook(url: str) -> None:
    """Have Telegram send the bot's updates to the server at `url`; where that is empty, to nobody."""
    settings = _settings()
    parts = urlsplit(url)
    if url and (not parts.netloc or parts.path.strip("/") or (parts.scheme != "https" and settings.api == OFFICIAL)):
        raise Failure(f"URL has to be the address of your server, such as https://bot.example.ca, not {url!r}.")
    asyncio.run(_set_webhook(settings, url.rstrip("/")))


async def _check_in(settings: Settings) -> str:
    """Set the menu; returns the bot's name. Raises Failure where this bot cannot be had by polling."""
    async with BotApi(settings) as api:
        me = await _call(api, settings, "getMe")
        if (await _call(api, settings, "getWebhookInfo")).get("url"):
            raise Failure("This bot has a webhook. Remove it first: make telegram-webhook")
        await _call(api, settings, "setMyCommands", {"commands": _menu()})
        return str(me["username"])


async def _set_webhook(settings: Settings, url: str) -> None:
    async with BotApi(settings) as api:
        if not url:
            await _call(api, settings, "deleteWebhook")
            say("The webhook is removed. `make telegram` runs the bot without one.")
            return
        to = {"url": url + WEBHOOK_PATH, "secret_token": settings.secret, "allowed_updates": KINDS}
        await _call(api, settings, "setWebhook", to)
        await _call(api, settings, "setMyCommands", {"commands": _menu()})
        say(f"Telegram sends this bot's messages to {url}{WEBHOOK_PATH}; `make run` takes them there.")


async def _call(api: BotApi, settings: Settings, method: str, parameters: dict[str, Any] | None = None) -> Any:
    try:
        return await api.call(method, parameters, tries=_TRIES, seconds=_SECONDS)
    except ApiError as problem:
        if problem.code in (401, 404):
            raise Failure("Telegram does not know this TELEGRAM_TOKEN. Ask @BotFather for it again.") from None
        if not problem.code:
            raise Failure(f"{settings.api} cannot be reached ({problem.description}).") from None
        raise Failure(f"Telegram refused: {problem}.") from None


def _settings() -> Settings:
    try:
        return Settings.read(os.environ)
    except BadSetting as problem:
        raise Failure(str(problem)) from None


def _menu(domain: Path = ROOT / "domain.yml") -> list[dict[str, str]]:
    return menu(yaml.safe_load(domain.read_text(encoding="utf-8"))["responses"])


def _step() -> None:
    parser = argparse.ArgumentParser(prog="python -m scripts.telegram", description=__doc__)
    parser.add_argument("--webhook", metavar="URL", help="set the webhook to this server; remove it where empty")
    options = parser.parse_args()
    telegram() if options.webhook is None else webhook(options.webhook)


if __name__ == "__main__":
    main(_step)
