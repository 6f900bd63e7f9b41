"""What needs the distribution: LIMBECK_HOME, or that which the checkout has built."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import limbeck

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("LIMBECK_HOME", ROOT / "launcher/target/limbeck"))

pytestmark = pytest.mark.skipif(
    not (HOME / "python").is_dir(), reason="the distribution is not built"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LIMBECK_HOME", str(HOME))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_documented_path_from_data_to_a_report(folder):
    for module in ("torch", "pandas"):
        pytest.importorskip(module, reason=f"{module} is not here")
    guide = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    path = guide[guide.index("## From a CSV file") : guide.index("## PyTorch")]
    blocks = re.findall(r"```sh\n(.*?)```", path, re.DOTALL)
    assert len(blocks) == 4
    # The Python of this test and the limbeck of the distribution are those that are found.
    commands = folder / "commands"
    commands.mkdir()
    (commands / "python3").symlink_to(sys.executable)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(commands), str(HOME / "bin"), os.environ["PATH"]]),
        "PYTHONPATH": str(HOME / "python"),
    }
    script = "set -e\n" + "".join(blocks)
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (folder / "runs/rooms/report.html").exists()
    devices = limbeck.read_run("runs/rooms").devices
    assert list(devices.architecture) == ["external"] * 4 + ["mlp"] * 2
    assert devices.testAccuracy.mean() > devices.testAccuracyAlone.mean()


def test_the_notebook_runs(folder):
    matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not here")
    pytest.importorskip("pandas", reason="pandas is not here")
    matplotlib.use("Agg")
    notebook = (ROOT / "examples/python/accuracy_over_bytes.ipynb").read_text(encoding="utf-8")
    names = {}
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]).replace('"rounds": 300', '"rounds": 50'), names)
    assert names["distillation"].is_finished and names["averaging"].is_finished
    assert len(names["curve"](names["averaging"])) == 3


def test_what_limbeck_refuses_is_raised(folder):
    experiment = {"rounds": 3, "data": "digits", "reference": "digits", "devices": [{"architecture": "mlp"}]}
    with pytest.raises(limbeck.LimbeckError, match="there is no topology 'rign'; did you mean 'ring'"):
        limbeck.run(experiment, topology="rign", quiet=True)
