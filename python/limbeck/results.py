"""What runs and comparisons have left in their folders."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, Dict, List, Union

import numpy as np

PathLike = Union[str, "Path"]


class Run:
    """A run folder.

    Frames are pandas data frames; without pandas they are dictionaries of numpy arrays by column.
    """

    def __init__(self, folder: PathLike) -> None:
        self.folder = Path(folder)

    @property
    def is_finished(self) -> bool:
        return (self.folder / "summary.json").exists()

    @property
    def summary(self) -> Dict[str, Any]:
        """What stands in ``summary.json``: the result at the end."""
        file = self.folder / "summary.json"
        if not file.exists():
            raise FileNotFoundError(
                f"{file} is not there: the run has not ended; go on with: limbeck resume {self.folder}"
            )
        summary: Dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return summary

    @property
    def devices(self) -> Any:
        """A frame with a row per device: accuracy together and alone, bytes, and more."""
        return _frame(self.summary["devices"])

    @property
    def metrics(self) -> Any:
        """A frame with a row per device and evaluation; it grows while the run goes on."""
        return _read_csv(self.folder / "metrics.csv")

    @property
    def report(self) -> Path:
        """The page to look at."""
        return self.folder / "report.html"

    def __repr__(self) -> str:
        if not self.is_finished:
            return f"<Run {self.folder}, not finished>"
        accuracy = self.summary["meanTestAccuracy"]
        told = "" if accuracy is None else f", mean accuracy {100 * accuracy:.1f} %"
        return f"<Run {self.folder}{told}>"


class Comparison:
    """The folder of a comparison. Frames are as those of ``Run``."""

    def __init__(self, folder: PathLike) -> None:
        self.folder = Path(folder)

    @property
    def table(self) -> Any:
        """A frame with a row per label: mean and standard deviation over seeds."""
        return _read_csv(self.folder / "table.csv")

    @property
    def differences(self) -> Any:
        """A frame with a row per label but the first: how it differs from the first."""
        return _read_csv(self.folder / "differences.csv")

    @property
    def convergence(self) -> Any:
        """A frame with a row per label and measure."""
        return _read_csv(self.folder / "convergence.csv")

    @property
    def per_run(self) -> Any:
        """A frame with a row per run."""
        return _read_csv(self.folder / "comparison.csv")

    @property
    def curves(self) -> Any:
        """A frame with a row per run and evaluation."""
        return _read_csv(self.folder / "curves.csv")

    @property
    def runs(self) -> Dict[str, Run]:
        """The runs by the names of their folders."""
        folders = sorted(f for f in (self.folder / "runs").iterdir() if f.is_dir())
        return {f.name: Run(f) for f in folders}

    @property
    def report(self) -> Path:
        """The page to look at."""
        return self.folder / "index.html"

    def __repr__(self) -> str:
        return f"<Comparison {self.folder}>"


def read_run(folder: PathLike) -> Run:
    """Reads a run folder, also of a run that still goes on."""
    run = Run(folder)
    if not (run.folder / "experiment.yaml").exists():
        raise FileNotFoundError(f"{folder} is no run folder: there is no experiment.yaml in it")
    return run


def read_comparison(folder: PathLike) -> Comparison:
    """Reads the folder of a comparison that has ended."""
    comparison = Comparison(folder)
    if not (comparison.folder / "table.csv").exists():
        raise FileNotFoundError(
            f"{folder} is no comparison that has ended: there is no table.csv in it"
        )
    return comparison


def _read_csv(file: Path) -> Any:
    with open(file, encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    # A run that goes on may be in the midst of its last line.
    rows = [row for row in rows if len(row) == len(header)]
    return _columns({name: _typed([row[i] for row in rows]) for i, name in enumerate(header)})


def _frame(records: List[Dict[str, Any]]) -> Any:
    names = list(dict.fromkeys(name for record in records for name in record))
    return _columns({name: _array([r.get(name) for r in records]) for name in names})


def _columns(columns: Dict[str, np.ndarray]) -> Any:
    try:
        import pandas
    except ImportError:
        return columns
    return pandas.DataFrame(columns)


def _typed(cells: List[str]) -> np.ndarray:
    """Returns whole numbers, or numbers with NaN for empty cells, or else text."""
    try:
        return np.array([int(cell) for cell in cells])
    except ValueError:
        pass
    try:
        return np.array([float(cell) if cell else float("nan") for cell in cells])
    except ValueError:
        return np.array(cells, object)


def _array(values: List[Any]) -> np.ndarray:
    numbers = [v for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
    if numbers and len(numbers) + values.count(None) == len(values):
        return np.array([float("nan") if v is None else v for v in values])
    array = np.empty(len(values), object)
    array[:] = values
    return array
