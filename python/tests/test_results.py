import builtins
import json

import numpy as np
import pytest

import limbeck

METRICS = """round,device,testAccuracy,payloadBytesSent,disagreement,changes
0,device-1,0.25,0,,
10,device-1,0.75,1200,0.5,5 topology: ring -> complete
20,dev"""

DEVICES = [
    {"id": "device-1", "testAccuracy": 0.75, "epsilon": None, "adversary": None, "bytesSent": 1200},
    {"id": "device-2", "testAccuracy": 0.5, "epsilon": 1.5, "adversary": None, "bytesSent": 800},
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "experiment.yaml").write_text("rounds: 20")
    (tmp_path / "metrics.csv").write_text(METRICS)
    return tmp_path


@pytest.fixture
def without_pandas(monkeypatch):
    imported = builtins.__import__

    def refuse(name, *arguments, **options):
        if name == "pandas":
            raise ImportError(name)
        return imported(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)


def finish(folder):
    summary = {"meanTestAccuracy": 0.625, "devices": DEVICES}
    (folder / "summary.json").write_text(json.dumps(summary))


def test_frames_are_those_of_pandas(folder):
    pandas = pytest.importorskip("pandas", reason="pandas is not here")
    finish(folder)
    run = limbeck.read_run(folder)
    assert isinstance(run.metrics, pandas.DataFrame)
    assert list(run.devices.testAccuracy) == [0.75, 0.5]
    assert list(run.devices.id) == ["device-1", "device-2"]
    assert run.metrics.groupby("device").payloadBytesSent.max()["device-1"] == 1200


def test_without_pandas_they_are_arrays(folder, without_pandas):
    finish(folder)
    run = limbeck.read_run(folder)
    metrics = run.metrics
    assert isinstance(metrics, dict)
    np.testing.assert_array_equal(metrics["round"], [0, 10])
    np.testing.assert_array_equal(metrics["disagreement"], [np.nan, 0.5])
    assert list(metrics["changes"]) == ["", "5 topology: ring -> complete"]
    devices = run.devices
    np.testing.assert_array_equal(devices["epsilon"], [np.nan, 1.5])
    assert list(devices["adversary"]) == [None, None]
    assert devices["bytesSent"].dtype == int


def test_a_run_that_goes_on_has_metrics(folder):
    run = limbeck.read_run(folder)
    assert not run.is_finished and "not finished" in repr(run)
    assert len(run.metrics["round"]) == 2
    with pytest.raises(FileNotFoundError, match="has not ended; go on with: limbeck resume"):
        run.summary
    finish(folder)
    assert "62.5 %" in repr(run)


def test_reads_comparisons(tmp_path):
    with pytest.raises(FileNotFoundError, match="no comparison that has ended"):
        limbeck.read_comparison(tmp_path)
    (tmp_path / "runs" / "ring-1").mkdir(parents=True)
    for name in ("table", "differences", "convergence", "comparison", "curves"):
        (tmp_path / f"{name}.csv").write_text(f"label,{name}\nring,1\n")
    comparison = limbeck.read_comparison(tmp_path)
    assert list(comparison.table["table"]) == [1]
    assert list(comparison.differences["differences"]) == [1]
    assert list(comparison.convergence["convergence"]) == [1]
    assert list(comparison.per_run["comparison"]) == [1]
    assert list(comparison.curves["curves"]) == [1]
    assert list(comparison.runs) == ["ring-1"]


def test_what_is_no_run_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="is no run folder: there is no experiment.yaml in it"):
        limbeck.read_run(tmp_path)
