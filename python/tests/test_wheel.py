"""The wheel that the build makes with Java is that which setuptools would make."""

import base64
import csv
import email
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import limbeck

PROJECT = Path(__file__).resolve().parents[1]
BUILDER = PROJECT.parent / "launcher/src/build/PythonWheel.java"
INFO = f"limbeck-{limbeck.__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    java = shutil.which("java", path=os.path.join(os.environ.get("JAVA_HOME", ""), "bin"))
    java = java or shutil.which("java")
    if java is None:
        pytest.skip("Java is not here")
    home = tmp_path_factory.mktemp("home")
    (home / "bin").mkdir()
    (home / "bin" / "limbeck").write_text("#!/bin/sh\n")
    (home / "bin" / "limbeck").chmod(0o755)
    version = limbeck.__version__.replace(".dev0", "-SNAPSHOT")
    subprocess.run([java, BUILDER, PROJECT, home / "python", version], check=True)
    return home / "python" / f"limbeck-{limbeck.__version__}-py3-none-any.whl"


def content(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_record_has_all_files(wheel):
    files = content(wheel)
    record = {row[0]: row[1:] for row in csv.reader(io.StringIO(files[f"{INFO}/RECORD"].decode()))}
    assert set(record) == set(files)
    assert record.pop(f"{INFO}/RECORD") == ["", ""]
    for name, (digest, size) in record.items():
        algorithm, _, value = digest.partition("=")
        expected = base64.urlsafe_b64encode(hashlib.new(algorithm, files[name]).digest())
        assert value == expected.decode().rstrip("=") and int(size) == len(files[name])


@pytest.mark.skipif(
    not (importlib.util.find_spec("setuptools") and importlib.util.find_spec("wheel")),
    reason="setuptools and wheel are not here",
)
def test_is_what_setuptools_makes(wheel, tmp_path):
    source = tmp_path / "source"
    shutil.copytree(PROJECT, source, ignore=shutil.ignore_patterns("tests", "__pycache__"))
    code = "import setuptools.build_meta as b; b.build_wheel('..')"
    subprocess.run([sys.executable, "-c", code], cwd=source, check=True, capture_output=True)
    ours, theirs = content(wheel), content(tmp_path / wheel.name)
    own = {name for name in theirs if name.startswith("limbeck/")}
    assert {name: ours[name] for name in ours if name.startswith("limbeck/")} == {
        name: theirs[name] for name in own
    }
    assert metadata(ours) == metadata(theirs)


def metadata(files):
    message = email.message_from_bytes(files[f"{INFO}/METADATA"])
    return sorted((key, value.replace(" ;", ";")) for key, value in message.items())


def test_is_imported_from_where_it_stands_and_finds_limbeck(wheel):
    environment = {k: v for k, v in os.environ.items() if k != "LIMBECK_HOME"}
    code = "from limbeck.launching import find_limbeck; print(find_limbeck())"
    for path in (wheel, wheel.parent):
        found = subprocess.run(
            [sys.executable, "-c", code],
            cwd=wheel.parents[1],
            env={**environment, "PYTHONPATH": str(path), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.strip() == str(wheel.parents[1] / "bin" / "limbeck")


@pytest.mark.skipif(importlib.util.find_spec("pip") is None, reason="pip is not here")
def test_is_installed_offline(wheel, tmp_path):
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps"]
    subprocess.run([*command, "--target", tmp_path, wheel], check=True, capture_output=True)
    assert (tmp_path / "limbeck" / "py.typed").exists()
