"""Train the model when something it is made of has changed, and only then."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from scripts import MODEL, ROOT, stamps
from scripts.environment import environment
from scripts.progress import Failure, main, run

INPUTS = (
    "config.yml",
    "domain.yml",
    "domain",
    "data",
    "nlu",
    "noc",
    "requirements/dev.txt",
    "requirements/model.txt",
)
STAMP = MODEL.with_name("cec.stamp")


def train() -> None:
    """Train unless the model that is there came from these very inputs."""
    inputs = stamps.digest(ROOT, INPUTS)
    if MODEL.exists() and stamps.is_fresh(STAMP, _model_from(inputs)):
        return
    with tempfile.TemporaryDirectory(prefix="cec-model-") as folder:
        log = run(
            "Training the model",
            # The whole: Rasa's own cache looks at a component's class, not at what it imports.
            [sys.executable, "-m", "rasa", "train", "--force"] + ["--out", folder, "--fixed-model-name", "cec"],
            environment(),
            notable=r"Starting to train component '(.+?)'",
        )
        trained = Path(folder, MODEL.name)
        if not trained.exists():
            raise Failure(f"Rasa trained no model; {log.relative_to(ROOT)} says why.")
        MODEL.parent.mkdir(exist_ok=True)
        shutil.move(trained, MODEL)
    stamps.write(STAMP, _model_from(inputs))


def _model_from(inputs: str) -> str:
    """The model's inputs and the model itself: a damaged or foreign one is not fresh either."""
    return stamps.digest(ROOT, [str(MODEL.relative_to(ROOT))], inputs)


if __name__ == "__main__":
    main(stamps.one_at_a_time(ROOT)(train))
