"""The programs in examples/python, spoken to as Limbeck does."""

import json

import numpy as np
import pytest

from limbeck_side import lesson

CLASSES = 4


def images(labels, seed):
    """Returns 8 x 8 images with a bright quarter that tells their class."""
    values = np.random.default_rng(seed).random((len(labels), 8, 8), np.float32) * 0.3
    for image, label in zip(values, labels):
        y, x = 4 * (label // 2), 4 * (label % 2)
        image[y : y + 4, x : x + 4] += 0.6
    return values.reshape(len(labels), 64)


@pytest.mark.parametrize(
    "program, needs", [("numpy_softmax", "numpy"), ("torch_cnn", "torch"), ("sklearn_forest", "sklearn")]
)
def test_learns_from_others_what_it_has_not_seen(start, examples, program, needs):
    pytest.importorskip(needs)
    labels = np.arange(40) % CLASSES
    device = start(examples / f"{program}.py")
    device.hello()
    device.rows(0, np.concatenate((images(labels, 1), images(labels, 2), images(labels, 3))))
    # It owns classes 0 and 1; the others speak of all.
    own = np.flatnonzero(labels < 2)
    taught = np.arange(40, 80)
    targets = np.eye(CLASSES)[labels] * 0.8 + 0.05
    for model, rho in (0, 0.0), (1, 3.0):
        device.create(model, (8, 8, 1), CLASSES)
        for _ in range(80):
            device.step(model, lesson(own, labels[own], taught, targets, "cross-entropy", rho), 0.3)
    alone, together = (
        (device.predict(model, range(80, 120)).argmax(axis=1) == labels).mean() for model in (0, 1)
    )
    assert alone <= 0.6
    assert together >= 0.95


def test_the_notebook_is_valid(examples):
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not here")
    notebook = json.loads((examples / "accuracy_over_bytes.ipynb").read_text(encoding="utf-8"))
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook["cells"])
