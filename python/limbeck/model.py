"""What a model is: it predicts, learns from lessons, and can be saved."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple, Protocol, Tuple

import numpy as np

WEIGHTS, GRADIENTS, PRIVATE_STEPS = 1, 2, 4

SQUARED, CROSS_ENTROPY = "squared", "cross-entropy"

_TINY = float(np.finfo(np.float32).tiny)


class Shape(NamedTuple):
    """What a row is: an image, or a plain vector of F features as 1 x 1 x F."""

    height: int
    width: int
    channels: int

    @property
    def features(self) -> int:
        return self.height * self.width * self.channels

    @property
    def is_image(self) -> bool:
        return self.height * self.width > 1


class GaussianMechanism(NamedTuple):
    """How a private step protects rows.

    Each row's gradient has an L2 norm of at most ``clip``; N(0, (noise clip)^2) is added to their
    sum, which is then divided by ``expected_rows``.
    """

    clip: float
    noise: float
    expected_rows: float


class Lesson:
    """What a step learns from: private rows with labels, and reference rows with targets.

    The rows are in memory that the next call uses again: a model copies those that it keeps.

    Attributes:
        rows: (p + r) x features, float32: the private rows, then the reference rows.
        labels: the class of each private row, int64, 0 to K - 1.
        targets: r x K, float32: what to predict for each reference row; each has the sum 1.
        loss: the distance from the targets, ``"squared"`` or ``"cross-entropy"``.
        regularization: rho, the weight of that distance, at least 0.
    """

    __slots__ = ("rows", "labels", "targets", "loss", "regularization")

    def __init__(
        self,
        rows: np.ndarray,
        labels: np.ndarray,
        targets: np.ndarray,
        loss: str = SQUARED,
        regularization: float = 1.0,
    ) -> None:
        self.rows = rows
        self.labels = labels
        self.targets = targets
        self.loss = loss
        self.regularization = regularization

    @property
    def inputs(self) -> np.ndarray:
        """The private rows, p x features."""
        return self.rows[: len(self.labels)]

    @property
    def reference_inputs(self) -> np.ndarray:
        """The reference rows, r x features."""
        return self.rows[len(self.labels) :]

    def losses(self, decisions: np.ndarray) -> Tuple[float, float]:
        """Returns the local and the distillation loss of what a model predicts for ``rows``.

        The local loss is the mean cross-entropy of the private rows in nats, the distillation loss
        the mean distance from the targets, without rho; 0 where there are no such rows.
        """
        p = len(self.labels)
        local = distillation = 0.0
        if p:
            local = -float(np.log(np.maximum(decisions[np.arange(p), self.labels], _TINY)).mean())
        if len(self.targets):
            s = decisions[p:]
            if self.loss == SQUARED:
                distances = np.square(s - self.targets).sum(axis=1)
            else:
                distances = -(self.targets * np.log(np.maximum(s, _TINY))).sum(axis=1)
            distillation = float(distances.mean())
        return local, distillation

    def logit_gradient(self, decisions: np.ndarray) -> np.ndarray:
        """Returns the gradient of local loss + rho x distillation loss, (p + r) x K.

        It is the gradient with respect to the logits of a model that ends in a softmax and that
        predicts ``decisions`` for ``rows``.
        """
        p, r = len(self.labels), len(self.targets)
        gradient = np.empty_like(decisions)
        if p:
            gradient[:p] = decisions[:p] / p
            gradient[np.arange(p), self.labels] -= 1 / p
        if r:
            s, d = decisions[p:], decisions[p:] - self.targets
            scale = self.regularization / r
            if self.loss == SQUARED:
                gradient[p:] = 2 * scale * s * (d - (s * d).sum(axis=1, keepdims=True))
            else:
                gradient[p:] = scale * d
        return gradient


class Model(ABC):
    """A classifier that one device trains: K classes, soft decisions out.

    A subclass is created with ``(shape, classes, seed)``; the same seed gives the same model. One
    whose parameters can be read also overrides ``parameters``, ``weights`` and ``set_weights``; one
    that knows its gradient, ``gradient``; one that can learn privately, ``private_step``. What is
    not overridden is not offered. Inputs are in memory that the next call uses again.
    """

    @classmethod
    def create(cls, shape: Shape, classes: int, seed: int) -> Model:
        """Makes an untrained model."""
        return cls(shape, classes, seed)  # type: ignore[call-arg]

    @classmethod
    def abilities(cls) -> int:
        """Returns what models of this class offer beyond predicting and learning, as bits."""
        return (
            WEIGHTS * (cls.weights is not Model.weights)
            | GRADIENTS * (cls.gradient is not Model.gradient)
            | PRIVATE_STEPS * (cls.private_step is not Model.private_step)
        )

    @abstractmethod
    def predict(self, inputs: np.ndarray) -> np.ndarray:
        """Returns n x K probabilities for n x features inputs; changes nothing.

        Rows are not negative and have the sum 1. What a row gets does not depend on the others.
        """

    @abstractmethod
    def step(self, lesson: Lesson, step_size: float) -> Tuple[float, float]:
        """Learns from a lesson, and returns the local and the distillation loss before the step.

        A model with a gradient makes one step of ``step_size`` down that of local loss + rho x
        distillation loss. One without comes to agree with labels and targets in its own way, with
        the targets the more the larger rho is. Either kind of rows may be none.
        """

    @abstractmethod
    def save(self) -> bytes:
        """Returns all that has been learnt."""

    @abstractmethod
    def restore(self, state: bytes) -> None:
        """Goes on from a state that was saved, whatever seed this model was created with."""

    def parameters(self) -> int:
        """Returns the number of trainable parameters; 0 for a model that has none."""
        return 0

    def weights(self) -> np.ndarray:
        """Returns the parameters as one vector of float32."""
        raise NotImplementedError

    def set_weights(self, weights: np.ndarray) -> None:
        """Sets the parameters."""
        raise NotImplementedError

    def gradient(self, lesson: Lesson) -> np.ndarray:
        """Returns the gradient of local loss + rho x distillation loss; changes nothing."""
        raise NotImplementedError

    def private_step(
        self, lesson: Lesson, step_size: float, mechanism: GaussianMechanism, seed: int
    ) -> float:
        """Makes a step whose gradient of the private rows is protected.

        Noise is drawn with ``seed``, and added also where there are no private rows. Returns the
        distillation loss before the step.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Releases what the model holds."""


class Architecture(Protocol):
    """What makes models: a subclass of ``Model``, a ``TorchModel`` or a ``SklearnModel``."""

    def create(self, shape: Shape, classes: int, seed: int) -> Model: ...

    def abilities(self) -> int: ...
