"""What `make` runs: set-up, training, chat.

The modules that make the environment need nothing but Python 3.8; the others run in it.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
MODEL = ROOT / "models" / "cec.tar.gz"
LOGS = ROOT / "var" / "log"
