"""Models of scikit-learn. It is imported when the first model is made."""

from __future__ import annotations

import inspect
import pickle
from collections import OrderedDict
from typing import Any, Callable, Dict, List, Optional, Tuple

import numpy as np

from .model import Lesson, Model, Shape


class SklearnModel:
    """Makes models of a scikit-learn classifier, for ``limbeck.serve``.

    A classifier that has ``partial_fit`` learns from each lesson once. All others are fitted anew
    on a memory of the rows of former lessons, with their labels and newest targets.

    A reference row is given once for each class whose target is above ``floor``, with the target as
    weight; all reference rows together weigh rho times as much as the private ones. A classifier that
    takes no ``sample_weight`` gets each reference row with its likeliest class.

    Args:
        estimator: makes the classifier, which has ``predict_proba``: called without arguments, such as
            a class. Where it has a ``random_state`` that is None, it is set.
        memory: how many private and how many reference rows are remembered; those that came up longest
            ago are forgotten first.
        refit: how many steps there are between two fits.
        floor: the target below which a class of a reference row is left out, 0 to 1.
        smoothing: the share of the uniform distribution in what is predicted, so that no class, also
            one never seen, has the probability 0.
    """

    def __init__(
        self,
        estimator: Callable[[], Any],
        *,
        memory: int = 2000,
        refit: int = 10,
        floor: float = 0.05,
        smoothing: float = 0.01,
    ) -> None:
        if memory < 1 or refit < 1 or not 0 <= floor < 1 or not 0 <= smoothing < 1:
            raise ValueError(
                "memory and refit are 1 or more, floor and smoothing 0 to below 1;"
                f" they are {memory}, {refit}, {floor} and {smoothing}"
            )
        self._estimator = estimator
        self._memory = memory
        self._refit = refit
        self._floor = floor
        self._smoothing = smoothing

    def abilities(self) -> int:
        return SklearnLearner.abilities()

    def create(self, shape: Shape, classes: int, seed: int) -> Model:
        estimator = self._estimator()
        if not hasattr(estimator, "predict_proba"):
            raise TypeError(f"{estimator!r} has no predict_proba, so it has no soft decisions")
        _set_random_state(estimator, seed % (1 << 32))
        rows = WeightedRows(classes, self._floor, _weight_key(estimator))
        learner = Increments if hasattr(estimator, "partial_fit") else Refits
        return SklearnLearner(
            learner(estimator, rows, self._memory, self._refit), classes, self._smoothing
        )


class SklearnLearner(Model):
    """Predicts with a classifier, which learns by increments or by being fitted anew."""

    def __init__(self, learner: Any, classes: int, smoothing: float) -> None:
        self._learner = learner
        self._classes = classes
        self._smoothing = smoothing

    def predict(self, inputs: np.ndarray) -> np.ndarray:
        decisions = np.full((len(inputs), self._classes), 1 / self._classes, np.float32)
        estimator = self._learner.fitted()
        if estimator is None or not len(inputs):
            return decisions
        known = estimator.predict_proba(inputs)
        decisions *= self._smoothing
        decisions[:, estimator.classes_] += (1 - self._smoothing) * known
        return decisions

    def step(self, lesson: Lesson, step_size: float) -> Tuple[float, float]:
        losses = lesson.losses(self.predict(lesson.rows))
        self._learner.learn(lesson)
        return losses

    def save(self) -> bytes:
        return pickle.dumps(self._learner.state())

    def restore(self, state: bytes) -> None:
        self._learner.restore(pickle.loads(state))


class WeightedRows:
    """What a classifier is fitted on: rows with one class each, and weights."""

    def __init__(self, classes: int, floor: float, weight_key: Optional[str]) -> None:
        self.classes = classes
        self._floor = floor
        self._weight_key = weight_key

    def of(self, lesson: Lesson) -> Tuple[np.ndarray, np.ndarray, Dict[str, np.ndarray]]:
        """Returns rows, classes and the keyword argument for weights, if the classifier has one."""
        targets = lesson.targets if lesson.regularization > 0 else lesson.targets[:0]
        if self._weight_key is None:
            targets = targets == targets.max(axis=1, keepdims=True) if len(targets) else targets
            targets = targets & (targets.cumsum(axis=1) == 1) if len(targets) else targets
        rows, classes = np.nonzero(targets > min(self._floor, 1 / (self.classes + 1)))
        inputs = np.concatenate((lesson.inputs, lesson.reference_inputs[rows]))
        labels = np.concatenate((lesson.labels, classes))
        if self._weight_key is None:
            return inputs, labels, {}
        weights = np.ones(len(labels))
        p = len(lesson.labels)
        if len(rows):
            kept = targets[rows, classes].astype(np.float64)
            weights[p:] = kept * (lesson.regularization * max(p, 1) / kept.sum())
        return inputs, labels, {self._weight_key: weights}


class Increments:
    """Gives each lesson to ``partial_fit`` once."""

    def __init__(self, estimator: Any, rows: WeightedRows, memory: int, refit: int) -> None:
        self._estimator = estimator
        self._rows = rows
        self._is_fitted = False

    def fitted(self) -> Any:
        return self._estimator if self._is_fitted else None

    def learn(self, lesson: Lesson) -> None:
        inputs, labels, weights = self._rows.of(lesson)
        if len(inputs):
            classes = np.arange(self._rows.classes)
            self._estimator.partial_fit(inputs, labels, classes=classes, **weights)
            self._is_fitted = True

    def state(self) -> Any:
        return self._estimator, self._is_fitted

    def restore(self, state: Any) -> None:
        self._estimator, self._is_fitted = state


class Refits:
    """Remembers rows, and fits the classifier on all of them from time to time."""

    def __init__(self, estimator: Any, rows: WeightedRows, memory: int, refit: int) -> None:
        self._unfitted = estimator
        self._rows = rows
        self._refit = refit
        self._memory = memory
        self._private: OrderedDict[bytes, Tuple[np.ndarray, int]] = OrderedDict()
        self._reference: OrderedDict[bytes, Tuple[np.ndarray, np.ndarray]] = OrderedDict()
        self._loss, self._regularization = "squared", 0.0
        self._estimator: Any = None
        self._since_fit = 0

    def fitted(self) -> Any:
        """Returns the classifier as it was last fitted, or None before."""
        return self._estimator

    def learn(self, lesson: Lesson) -> None:
        self._remember(self._private, lesson.inputs, lesson.labels)
        self._remember(self._reference, lesson.reference_inputs, lesson.targets)
        self._loss, self._regularization = lesson.loss, lesson.regularization
        self._since_fit += 1
        if self._estimator is None or self._since_fit >= self._refit:
            self._fit()

    def state(self) -> Any:
        return (
            self._unfitted,
            self._private,
            self._reference,
            (self._loss, self._regularization),
            self._estimator,
            self._since_fit,
        )

    def restore(self, state: Any) -> None:
        (
            self._unfitted,
            self._private,
            self._reference,
            (self._loss, self._regularization),
            self._estimator,
            self._since_fit,
        ) = state

    def _remember(self, memory: OrderedDict, rows: np.ndarray, answers: np.ndarray) -> None:
        # Rows are known again by what they hold: their numbers change when Limbeck starts anew.
        for row, answer in zip(rows, answers):
            key = row.tobytes()
            memory[key] = row.copy(), answer.copy()
            memory.move_to_end(key)
        while len(memory) > self._memory:
            memory.popitem(last=False)

    def _fit(self) -> None:
        from sklearn.base import clone

        private, reference = list(self._private.values()), list(self._reference.values())
        lesson = Lesson(
            np.array([row for row, _ in private + reference], np.float32),
            np.array([label for _, label in private], np.int64),
            np.array([t for _, t in reference], np.float32).reshape(-1, self._rows.classes),
            self._loss,
            self._regularization,
        )
        if not len(lesson.rows):
            return
        inputs, labels, weights = self._rows.of(lesson)
        if len(inputs):
            self._estimator = clone(self._unfitted).fit(inputs, labels, **weights)
            self._since_fit = 0


def _set_random_state(estimator: Any, seed: int) -> None:
    unset: List[str] = [
        name
        for name, value in estimator.get_params().items()
        if name.split("__")[-1] == "random_state" and value is None
    ]
    estimator.set_params(**{name: seed for name in unset})


def _weight_key(estimator: Any) -> Optional[str]:
    """Returns the name by which the classifier takes weights, or None if it takes none."""
    steps = getattr(estimator, "steps", None)
    last, prefix = (steps[-1][1], steps[-1][0] + "__") if steps else (estimator, "")
    fit = getattr(last, "partial_fit", last.fit) if not steps else last.fit
    takes = "sample_weight" in inspect.signature(fit).parameters
    return prefix + "sample_weight" if takes else None
