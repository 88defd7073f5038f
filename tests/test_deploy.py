"""What deploy/ holds is what Compose and Kubernetes take, and is as closed as docs/deploy.md says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import REQUIREMENTS, ROOT, stamps
from scripts.bootstrap import uv
from scripts.index import uv_environment

DEPLOY = ROOT / "deploy"
CHECKERS = ROOT / ".uv" / "deploy-checkers"
KUBERNETES = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
COMPOSE = yaml.safe_load((DEPLOY / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


@pytest.fixture(scope="module")
def checkers() -> Path:
    """The programs of requirements/deploy.txt, in an environment of their own."""
    wanted, stamp = stamps.digest(ROOT, ["requirements/deploy.txt"]), CHECKERS / "installed.stamp"
    if not stamps.is_fresh(stamp, wanted):
        shutil.rmtree(CHECKERS, ignore_errors=True)
        environ = uv_environment(os.environ)
        python = CHECKERS / "bin" / "python"
        for command in (
            ["venv", "--python", "3.10", CHECKERS],
            ["pip", "install", "--python", python, "--require-hashes", "-r", REQUIREMENTS / "deploy.txt"],
        ):
            subprocess.run([uv(), *command], env=environ, check=True, capture_output=True)
        stamps.write(stamp, wanted)
    return CHECKERS / "bin"


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def manifests() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in KUBERNETES:
        for manifest in yaml.safe_load_all(file.read_text()):
            yield f"{manifest['kind']} {manifest['metadata']['name']}", manifest


def test_the_compose_file_keeps_to_the_schema_of_compose(checkers: Path, tmp_path: Path) -> None:
    check = [checkers / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = run(*check, DEPLOY / "docker-compose.yml")
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text("services: {rasa: {imaeg: x}}")
    assert run(*check, wrong).returncode != 0


@pytest.mark.parametrize("file", KUBERNETES, ids=lambda file: file.name)
def test_the_manifests_keep_to_the_schemas_of_kubernetes(checkers: Path, file: Path) -> None:
    done = run(checkers / "kubernetes-validate", "--strict", file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_manifest_with_a_slip_is_noticed(checkers: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text((DEPLOY / "kubernetes" / "actions.yaml").read_text().replace("replicas: 2", "replica: 2"))
    assert run(checkers / "kubernetes-validate", "--strict", wrong).returncode != 0


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_read_only_restarts_and_has_limits(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["restart"] == "unless-stopped"
    assert service["cap_drop"] == ["ALL"]
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory"}
    assert "healthcheck" in service or "build" in service  # the images of deploy/Dockerfile bring their own


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_no_password_has_a_value_in_the_compose_file() -> None:
    for name in ("POSTGRES_PASSWORD", "CEC_SECRET"):
        uses = re.findall(rf"\$\{{{name}([^}}]*)\}}", (DEPLOY / "docker-compose.yml").read_text())
        assert uses
        assert all(use.startswith(":?") for use in uses)


def test_every_container_in_kubernetes_is_no_root_read_only_probed_and_limited() -> None:
    pods = [
        (name, each["spec"]["template"]["spec"]) for name, each in manifests() if "template" in each.get("spec", {})
    ]
    assert len(pods) == 4
    for name, pod in pods:
        assert pod["securityContext"]["runAsNonRoot"] is True, name
        for container in pod["containers"]:
            assert container["securityContext"]["readOnlyRootFilesystem"] is True, name
            assert container["securityContext"]["allowPrivilegeEscalation"] is False, name
            assert {"readinessProbe", "livenessProbe"} <= set(container), name
            assert set(container["resources"]) == {"requests", "limits"}, name


def test_services_in_kubernetes_lead_to_pods() -> None:
    templates = [each["spec"]["template"] for _, each in manifests() if "template" in each.get("spec", {})]
    pods = [template["metadata"]["labels"] for template in templates]
    for name, service in ((name, each) for name, each in manifests() if each["kind"] == "Service"):
        assert any(service["spec"]["selector"].items() <= labels.items() for labels in pods), name


def test_the_images_run_as_nobody_in_particular_and_hold_what_is_copied() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    stages = re.split(r"^FROM ", text, flags=re.MULTILINE)[1:]
    base = next(stage for stage in stages if " AS base" in stage.splitlines()[0])
    assert "USER 10001:10001" in base
    for stage in stages[-2:]:
        assert stage.startswith("base AS ")
        assert "USER" not in stage
        assert "HEALTHCHECK" in stage
    for source in re.findall(r"^COPY (?!--from)(\S+) ", text, re.MULTILINE):
        assert (ROOT / source).exists(), source
    commands = [json.loads(found) for found in re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)]
    for command in commands:
        assert (ROOT / command[2] / "__main__.py").exists(), command


def test_what_the_action_servers_image_leaves_out_is_not_imported_by_the_actions() -> None:
    text = (DEPLOY / "Dockerfile").read_text().split(" AS slimmed")[1].split("FROM")[0]
    left_out = {"rasa", "tensorflow", "spacy", "sklearn", "scipy", "dask"}
    assert "rasa tensorflow-cpu" in text
    program = "import sys, actions.turn; print(*{name.partition('.')[0] for name in sys.modules})"
    imported = set(subprocess.check_output([ROOT / ".venv/bin/python", "-c", program], cwd=ROOT, text=True).split())
    assert "rasa_sdk" in imported
    assert not imported & left_out
