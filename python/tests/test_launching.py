import json
import os
import signal
import subprocess
import sys
import time

import pytest

import limbeck
from limbeck.launching import find_limbeck

EXPERIMENT = {"rounds": 10, "devices": [{"count": 2, "architecture": "mlp"}]}

FAKE = """#!/bin/sh
printf '%s\\n' "$@" > "$FAKE/arguments"
cp "$2" "$FAKE/experiment.json"
echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
echo "round 10/10  accuracy 0.50" >&2
"""

RUNS = FAKE + """
echo "mean 50.0 %"
echo "run folder: $FAKE/run"
echo "comparison: $FAKE/index.html"
"""

REFUSES = FAKE + """
echo "limbeck: experiment.yaml:3: no such key" >&2
echo "allowed: rounds" >&2
exit 2
"""

STOPS = FAKE + """
trap 'touch "$FAKE/interrupted"; exit 130' INT
touch "$FAKE/started"
while true; do sleep 0.02; done
"""


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Puts a script into the place of Limbeck's; returns the folder that it keeps its arguments in."""

    def install(script):
        home = tmp_path / "home"
        (home / "bin").mkdir(parents=True)
        file = home / "bin" / "limbeck"
        file.write_text(script)
        file.chmod(0o755)
        monkeypatch.setenv("LIMBECK_HOME", str(home))
        monkeypatch.setenv("FAKE", str(tmp_path))
        return tmp_path

    return install


def test_runs_a_dictionary(fake, capsys):
    folder = fake(RUNS)
    run = limbeck.run(
        EXPERIMENT, out=folder / "run", threads=2, seed=7, topology={"name": "star"}, algorithm__regularization=5
    )
    assert run.folder == folder / "run"
    arguments = (folder / "arguments").read_text().splitlines()
    assert arguments[0] == "run"
    assert arguments[1].endswith("/experiment.yaml") and not os.path.exists(arguments[1])
    assert arguments[2:6] == ["--out", str(folder / "run"), "--threads", "2"]
    assert arguments[6:] == ["--set", "seed=7", "--set", 'topology={"name": "star"}', "--set", "algorithm.regularization=5"]
    assert json.loads((folder / "experiment.json").read_text()) == EXPERIMENT
    shown = capsys.readouterr()
    assert shown.err == "round 10/10  accuracy 0.50\n"
    assert shown.out.startswith("mean 50.0 %")


def test_is_silent_when_asked(fake, capsys):
    fake(RUNS)
    limbeck.run(EXPERIMENT, quiet=True)
    assert capsys.readouterr() == ("", "")


def test_runs_a_file(fake, tmp_path):
    folder = fake(RUNS)
    file = tmp_path / "mine.yaml"
    file.write_text("rounds: 3")
    limbeck.run(file, quiet=True)
    assert (folder / "arguments").read_text().splitlines() == ["run", str(file)]
    assert (folder / "experiment.json").read_text() == "rounds: 3"


def test_compares(fake):
    folder = fake(RUNS)
    assert limbeck.compare(EXPERIMENT, seeds=[1, 2], parallel=2, quiet=True).folder == folder
    assert (folder / "arguments").read_text().splitlines()[2:] == ["--seeds", "1,2", "--parallel", "2"]


def test_fails_with_limbecks_message(fake):
    fake(REFUSES)
    with pytest.raises(limbeck.LimbeckError) as failed:
        limbeck.run(EXPERIMENT)
    assert str(failed.value) == "experiment.yaml:3: no such key\nallowed: rounds"
    assert failed.value.exit_code == 2


def test_passes_ctrl_c_on_and_waits(fake):
    folder = fake(STOPS)
    code = f"import limbeck; limbeck.run({EXPERIMENT!r})"
    script = subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(limbeck.__file__))},
    )
    while not (folder / "started").exists():
        assert script.poll() is None
        time.sleep(0.01)
    script.send_signal(signal.SIGINT)
    _, errors = script.communicate(timeout=60)
    assert b"KeyboardInterrupt" in errors
    assert (folder / "interrupted").exists()


def test_finds_limbeck(fake, tmp_path, monkeypatch):
    fake(RUNS)
    script = str(tmp_path / "home" / "bin" / "limbeck")
    assert find_limbeck() == script
    monkeypatch.setenv("LIMBECK_HOME", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="it has no bin/limbeck"):
        find_limbeck()
    assert find_limbeck(tmp_path / "home") == script
    monkeypatch.delenv("LIMBECK_HOME")
    monkeypatch.setenv("PATH", str(tmp_path / "home" / "bin"))
    assert find_limbeck() == script
    # That of the checkout, which this package stands in.
    monkeypatch.setenv("PATH", str(tmp_path))
    assert os.path.samefile(find_limbeck(), os.path.join(os.path.dirname(__file__), "../../limbeck"))
