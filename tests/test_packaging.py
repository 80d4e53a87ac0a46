"""What must agree before anything is installed: pins, commands, licences of words."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = [
    Requirement(line)
    for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_every_pin_is_exact():
    assert all(re.fullmatch(r"==[^*,]+", str(pin.specifier)) for pin in PINS)


def test_every_dependency_is_pinned_to_a_version_it_allows():
    here = default_environment()
    pinned = {
        pin.name.lower(): str(pin.specifier).removeprefix("==")
        for pin in PINS
        if pin.marker is None or pin.marker.evaluate(here)
    }

    sign_in = ["authlib>=1.3.2", "httpx>=0.24.1"]  # what streamlit[auth] stands for
    for needed in map(Requirement, [*PROJECT["project"]["dependencies"], *sign_in]):
        assert pinned[needed.name.lower()] in needed.specifier, needed


def test_ci_runs_the_test_command_that_the_readme_gives():
    command = "pip install uv && uv run pytest"

    assert f"```sh\n{command}\n```" in (ROOT / "README.md").read_text("utf-8")
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_no_lock_file_is_committed():
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()

    assert "uv.lock" in ignored
    assert "exclude-newer" in PROJECT["tool"]["uv"]


@pytest.mark.parametrize("name", [".gitignore", ".dockerignore"])
def test_secrets_and_stores_are_neither_committed_nor_packed(name):
    left_out = {line.strip("/") for line in (ROOT / name).read_text("utf-8").splitlines()}

    assert {".streamlit/secrets.toml", "data/store", "data/sample/store"} <= left_out


def test_every_lexicon_is_described():
    described = (ROOT / "data" / "README.md").read_text("utf-8")

    for path in (ROOT / "data" / "lexicons").glob("*.csv"):
        assert path.name in described, path.name


def test_every_setting_of_the_readme_is_one_and_every_setting_is_told():
    named = re.compile(r"MUSTER_[A-Z_]+")
    code = "".join(path.read_text("utf-8") for path in (ROOT / "analytics").rglob("*.py"))

    told = set(named.findall((ROOT / "README.md").read_text("utf-8")))
    assert told == set(named.findall(code))
