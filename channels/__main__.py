"""`python -m channels`: the assistant for websites. `make run` calls it, with the action server beside it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from channels.settings import ROOT, BadSetting
from operating import logs

DESCRIPTION = """\
Serve the assistant, its widget and the demo page on one port. The action server has to run as well, at
ACTION_SERVER_URL; `make run` starts both. docs/settings.md has the settings, which are environment variables."""


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m channels", description=DESCRIPTION)
    host, port = os.environ.get("CEC_HOST") or "127.0.0.1", os.environ.get("CEC_PORT") or "5005"
    model, credentials = ROOT / "models" / "cec.tar.gz", ROOT / "credentials" / "website.yml"
    parser.add_argument("--host", default=host, help="default: CEC_HOST, else 127.0.0.1")
    parser.add_argument("--port", type=int, default=port, help="default: CEC_PORT, else 5005")
    parser.add_argument("--model", type=Path, default=model, help="a trained model")
    parser.add_argument("--credentials", type=Path, default=credentials, help="which channels, for Rasa")
    options = parser.parse_args(arguments)
    if not options.model.exists():
        sys.exit(f"There is no model at {options.model}: train one with `make train`.")
    try:
        logs.configure()  # before anything else has a say
        from channels.server import serve  # takes seconds, which --help need not wait for

        serve(options.host, options.port, options.model, options.credentials)
    except (BadSetting, logs.BadLevel) as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
