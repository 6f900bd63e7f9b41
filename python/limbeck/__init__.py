"""Models in Python for Limbeck, and its runs from scripts and notebooks.

``serve`` makes devices of a model; ``TorchModel`` and ``SklearnModel`` are models of PyTorch and
scikit-learn, and ``Model`` is what all others extend. ``run`` starts an experiment, ``read_run``
and ``read_comparison`` read what one has left.
"""

from .launching import LimbeckError, compare, run
from .model import Architecture, GaussianMechanism, Lesson, Model, Shape
from .pytorch import TorchModel, torch_model
from .results import Comparison, Run, read_comparison, read_run
from .scikit import SklearnModel
from .server import serve

__version__ = "0.2.0.dev0"

__all__ = [
    "Architecture",
    "Comparison",
    "GaussianMechanism",
    "Lesson",
    "LimbeckError",
    "Model",
    "Run",
    "Shape",
    "SklearnModel",
    "TorchModel",
    "compare",
    "read_comparison",
    "read_run",
    "run",
    "serve",
    "torch_model",
]
