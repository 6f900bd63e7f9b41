"""Models of PyTorch. It is imported when the first model is made."""

from __future__ import annotations

import inspect
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Optional, Tuple

import numpy as np

from .model import SQUARED, GaussianMechanism, Lesson, Model, Shape

if TYPE_CHECKING:
    import torch

MakeModule = Callable[..., "torch.nn.Module"]
MakeOptimizer = Callable[..., "torch.optim.Optimizer"]


class TorchModel:
    """Makes models of a PyTorch module, for ``limbeck.serve``.

    Args:
        module: makes the module: called with ``(shape, classes)``, or without arguments if it takes
            none, such as a subclass of ``torch.nn.Module`` of a fixed size. The module returns
            logits, N x K. Images come as N x C x H x W, other rows as N x F.
        optimizer: called with ``(parameters, lr=...)``, such as ``torch.optim.Adam`` or
            ``functools.partial(torch.optim.SGD, momentum=0.9)``; ``torch.optim.SGD`` by default.
            Limbeck sets the learning rate of every step.
        device: where the module is: ``"cpu"``, ``"cuda:1"``, ...; ``"auto"`` takes a GPU if there
            is one.
        flat: gives images as N x F too.
        threads: how many threads PyTorch uses; None leaves that to PyTorch.
    """

    def __init__(
        self,
        module: MakeModule,
        optimizer: Optional[MakeOptimizer] = None,
        *,
        device: str = "cpu",
        flat: bool = False,
        threads: Optional[int] = 1,
    ) -> None:
        self._module = module
        self._optimizer = optimizer
        self._device = device
        self._flat = flat
        self._threads = threads

    def abilities(self) -> int:
        return TorchLearner.abilities()

    def create(self, shape: Shape, classes: int, seed: int) -> Model:
        import torch

        if self._threads is not None:
            torch.set_num_threads(self._threads)
        torch.manual_seed(seed)
        module = self._make(shape, classes)
        if not isinstance(module, torch.nn.Module):
            raise TypeError(f"{self._module!r} returned no torch.nn.Module but {module!r}")
        device = _device(self._device)
        module.to(device)
        make = self._optimizer or torch.optim.SGD
        optimizer = make(module.parameters(), lr=0.1)
        image = shape if shape.is_image and not self._flat else None
        return TorchLearner(module, optimizer, device, image, classes, seed)

    def _make(self, shape: Shape, classes: int) -> torch.nn.Module:
        required = [
            p
            for p in inspect.signature(self._module).parameters.values()
            if p.default is p.empty and p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)
        ]
        if not required:
            return self._module()
        if len(required) == 2:
            return self._module(shape, classes)
        raise TypeError(
            f"{self._module!r} has to take (shape, classes), or nothing; it takes"
            f" ({', '.join(p.name for p in required)})"
        )


def torch_model(
    optimizer: Optional[MakeOptimizer] = None, **options: Any
) -> Callable[[MakeModule], TorchModel]:
    """Decorates a function, or a subclass of ``torch.nn.Module``: see ``TorchModel``."""
    return lambda module: TorchModel(module, optimizer, **options)


class TorchLearner(Model):
    """A module and its optimizer."""

    def __init__(
        self,
        module: torch.nn.Module,
        optimizer: torch.optim.Optimizer,
        device: torch.device,
        image: Optional[Shape],
        classes: int,
        seed: int,
    ) -> None:
        import torch
        import torch.nn.functional as functional

        self._torch = torch
        self._functional = functional
        self._module = module
        self._optimizer = optimizer
        self._device = device
        self._image = image
        self._classes = classes
        self._seed = seed
        self._steps = 0
        self._parameters = [p for p in module.parameters() if p.requires_grad]

    def predict(self, inputs: np.ndarray) -> np.ndarray:
        if not len(inputs):
            return np.empty((0, self._classes), np.float32)
        self._train(False)
        with self._torch.no_grad():
            decisions = self._functional.softmax(self._logits(inputs), dim=1)
        return np.asarray(decisions.cpu())

    def step(self, lesson: Lesson, step_size: float) -> Tuple[float, float]:
        self._begin_step(step_size)
        if not len(lesson.rows):
            return 0.0, 0.0
        loss, local, distillation = self._loss(lesson)
        loss.backward()
        self._optimizer.step()
        return _value(local), _value(distillation)

    def gradient(self, lesson: Lesson) -> np.ndarray:
        if not len(lesson.rows):
            return np.zeros(self.parameters(), np.float32)
        self._seed_generator()
        self._train(True)
        self._forget_gradients()
        with self._buffers_kept():
            self._loss(lesson)[0].backward()
        gradient = self._flat(self._gradients())
        self._forget_gradients()
        return gradient

    def private_step(
        self, lesson: Lesson, step_size: float, mechanism: GaussianMechanism, seed: int
    ) -> float:
        torch = self._torch
        self._begin_step(step_size)
        total = [torch.zeros_like(p) for p in self._parameters]
        nothing = np.empty((0, self._classes), np.float32)
        with self._buffers_kept():  # running means would tell of private rows
            for row, label in zip(lesson.inputs[:, None], lesson.labels[:, None]):
                self._forget_gradients()
                self._loss(Lesson(row, label, nothing))[0].backward()
                gradients = self._gradients()
                norm = float(torch.sqrt(sum(g.square().sum() for g in gradients)))
                scale = min(1.0, mechanism.clip / norm) if norm > 0 else 1.0
                for sum_, gradient in zip(total, gradients):
                    sum_.add_(gradient, alpha=scale)
        self._forget_gradients()
        distillation = 0.0
        if len(lesson.targets):
            public = Lesson(
                lesson.reference_inputs,
                lesson.labels[:0],
                lesson.targets,
                lesson.loss,
                lesson.regularization,
            )
            loss, _, distance = self._loss(public)
            loss.backward()
            distillation = _value(distance)
        generator = torch.Generator().manual_seed(seed)
        deviation = mechanism.noise * mechanism.clip
        for parameter, sum_, gradient in zip(self._parameters, total, self._gradients()):
            noise = torch.randn(sum_.shape, generator=generator).to(self._device)
            parameter.grad = gradient + (sum_ + deviation * noise) / mechanism.expected_rows
        self._optimizer.step()
        return distillation

    def parameters(self) -> int:
        return sum(p.numel() for p in self._parameters)

    def weights(self) -> np.ndarray:
        return self._flat([p.detach() for p in self._parameters])

    def set_weights(self, weights: np.ndarray) -> None:
        at = 0
        with self._torch.no_grad():
            for p in self._parameters:
                values = self._torch.from_numpy(weights[at : at + p.numel()])
                p.copy_(values.reshape(p.shape))
                at += p.numel()

    def save(self) -> bytes:
        state = {
            "module": self._module.state_dict(),
            # Its options, such as momentum, are those of the program; Limbeck sets the learning rate.
            "optimizer": self._optimizer.state_dict()["state"],
            "seed": self._seed,
            "steps": self._steps,
        }
        file = io.BytesIO()
        self._torch.save(state, file)
        return file.getvalue()

    def restore(self, state: bytes) -> None:
        # Nothing but tensors and numbers is read, so that a state cannot run code.
        loaded = self._torch.load(io.BytesIO(state), map_location=self._device, weights_only=True)
        self._module.load_state_dict(loaded["module"])
        groups = self._optimizer.state_dict()["param_groups"]
        self._optimizer.load_state_dict({"state": loaded["optimizer"], "param_groups": groups})
        self._seed = loaded["seed"]
        self._steps = loaded["steps"]

    def _begin_step(self, step_size: float) -> None:
        self._train(True)
        self._seed_generator()
        self._steps += 1
        for group in self._optimizer.param_groups:
            group["lr"] = step_size
        self._forget_gradients()

    def _seed_generator(self) -> None:
        """Makes what a step draws, as dropout does, depend on nothing but this model."""
        seed = _mixed(self._seed, self._steps)
        if self._device.type == "cpu":
            self._torch.default_generator.manual_seed(seed)  # at a thirtieth of the cost
        else:
            self._torch.manual_seed(seed)

    @contextmanager
    def _buffers_kept(self) -> Iterator[None]:
        """Puts back what passes through the module change in it, such as running means."""
        before = {name: buffer.clone() for name, buffer in self._module.named_buffers()}
        yield
        for name, buffer in self._module.named_buffers():
            buffer.copy_(before[name])

    def _train(self, training: bool) -> None:
        if self._module.training != training:
            self._module.train(training)

    def _logits(self, rows: np.ndarray) -> torch.Tensor:
        inputs = self._torch.from_numpy(rows)
        if self._image is not None:
            inputs = inputs.view(-1, *self._image).permute(0, 3, 1, 2).contiguous()
        logits = self._module(inputs.to(self._device))
        if logits.shape != (len(rows), self._classes):
            raise ValueError(
                f"the module returned logits of shape {tuple(logits.shape)} for inputs of shape"
                f" {tuple(inputs.shape)}, expected {(len(rows), self._classes)}"
            )
        return logits

    def _loss(self, lesson: Lesson) -> Tuple[torch.Tensor, Any, Any]:
        """Returns local loss + rho x distillation loss, and both; there is a row at least."""
        p = len(lesson.labels)
        logits = self._logits(lesson.rows)
        if not len(lesson.targets):
            local = self._local(logits, lesson)
            return local, local, 0.0
        distillation = self._distance(logits[p:] if p else logits, lesson)
        if not p:
            return lesson.regularization * distillation, 0.0, distillation
        local = self._local(logits[:p], lesson)
        loss = self._torch.add(local, distillation, alpha=lesson.regularization)
        return loss, local, distillation

    def _local(self, logits: torch.Tensor, lesson: Lesson) -> torch.Tensor:
        labels = self._torch.from_numpy(lesson.labels).to(self._device)
        return self._functional.cross_entropy(logits, labels)

    def _distance(self, logits: torch.Tensor, lesson: Lesson) -> torch.Tensor:
        targets = self._torch.from_numpy(lesson.targets).to(self._device)
        if lesson.loss == SQUARED:
            decisions = self._functional.softmax(logits, dim=1)
            return (decisions - targets).square().sum() / len(targets)
        return self._functional.cross_entropy(logits, targets)

    def _forget_gradients(self) -> None:
        for parameter in self._parameters:
            parameter.grad = None

    def _gradients(self) -> list:
        """Returns the gradients of the parameters, 0 for those that the loss does not use."""
        zeros = self._torch.zeros_like
        return [zeros(p) if p.grad is None else p.grad for p in self._parameters]

    def _flat(self, tensors: Iterable[torch.Tensor]) -> np.ndarray:
        parts = [t.reshape(-1).cpu().numpy() for t in tensors]
        return np.concatenate(parts) if parts else np.empty(0, np.float32)


def _device(name: str) -> torch.device:
    import torch

    if name != "auto":
        return torch.device(name)
    if torch.cuda.is_available():
        return torch.device("cuda")
    mps = getattr(torch.backends, "mps", None)
    return torch.device("mps" if mps is not None and mps.is_available() else "cpu")


def _mixed(seed: int, steps: int) -> int:
    """Returns a seed for one step; PyTorch looks at its lower 32 bits only (SplitMix64)."""
    mask = (1 << 64) - 1
    z = (seed + (steps + 1) * 0x9E3779B97F4A7C15) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def _value(loss: Any) -> float:
    return float(loss)
