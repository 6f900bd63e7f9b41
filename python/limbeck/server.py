"""Speaks the protocol on standard input and output, for models of one architecture."""

from __future__ import annotations

import os
import signal
import struct
import sys
import traceback
from typing import BinaryIO, Callable, Dict, Optional, Tuple

import numpy as np

from .model import CROSS_ENTROPY, SQUARED, Architecture, GaussianMechanism, Lesson, Model, Shape
from .rows import RowTable
from .wire import MAGIC, VERSION, Body, Kind, ProtocolError, read_message, text, write_message

_HELLO = struct.Struct("<4sH")
_CREATE = struct.Struct("<5Iq")
_NUMBER = struct.Struct("<I")
_TWO = struct.Struct("<2I")
_THREE = struct.Struct("<3I")
_LOSS = struct.Struct("<Bf")
_STEP_SIZE = struct.Struct("<f")
_PRIVATE = struct.Struct("<4fq")
_LOSSES = struct.Struct("<2d")
_DISTILLATION_LOSS = struct.Struct("<d")
_PARAMETERS = struct.Struct("<Q")
_ABILITIES = struct.Struct("<I")


def serve(architecture: Architecture, name: Optional[str] = None) -> None:
    """Answers Limbeck until it ends.

    Standard output belongs to Limbeck: what the program prints goes to standard error instead.
    An exception in a model ends the run with its message, and the traceback goes to standard error.

    Args:
        architecture: makes the models: a subclass of ``Model``, a ``TorchModel``, a ``SklearnModel``.
        name: the program's name in messages; by default that of its file.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        program = os.path.basename(sys.argv[0]) or "model.py"
        sys.exit(
            "Limbeck starts this program; name it in an experiment:\n"
            f"  architecture: {{name: external, command: [python3, {program}]}}"
        )
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, answers = _take_standard_streams()
    server = Server(architecture, name or os.path.basename(sys.argv[0]) or "python")
    try:
        server.answer_all(questions, answers)
    except BrokenPipeError:
        pass  # Limbeck has ended


def _take_standard_streams() -> Tuple[BinaryIO, BinaryIO]:
    """Moves the pipes to Limbeck to where no print and no input reaches them."""
    questions = os.fdopen(os.dup(0), "rb", buffering=1 << 16)
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    # What was printed before is still in the buffer, and goes to standard error now.
    if sys.stdout is not None:
        sys.stdout.flush()
    sys.stdout = sys.stderr
    return questions, answers


class Server:
    """The models of one process, and the rows that they share."""

    def __init__(self, architecture: Architecture, name: str) -> None:
        self._architecture = architecture
        self._name = name
        self._models: Dict[int, Model] = {}
        self._classes: Dict[int, int] = {}
        self._rows = RowTable()
        self._handlers: Dict[int, Callable[[Body], bytes]] = {
            Kind.HELLO: self._hello,
            Kind.CREATE: self._create,
            Kind.ROWS: self._add_rows,
            Kind.FORGET: self._forget,
            Kind.PREDICT: self._predict,
            Kind.STEP: self._step,
            Kind.PRIVATE_STEP: self._private_step,
            Kind.GRADIENT: self._gradient,
            Kind.GET_WEIGHTS: self._get_weights,
            Kind.SET_WEIGHTS: self._set_weights,
            Kind.SAVE: self._save,
            Kind.RESTORE: self._restore,
            Kind.CLOSE: self._close,
        }

    def answer_all(self, questions: BinaryIO, answers: BinaryIO) -> None:
        while True:
            message = read_message(questions)
            if message is None:
                return
            kind, body = message
            try:
                answer = self.answer(kind, body)
            except BaseException as e:  # also SystemExit: the run must be told
                traceback.print_exc()
                sys.stderr.flush()
                kind, answer = Kind.ERROR, text(describe(e))
            write_message(answers, kind, answer)

    def answer(self, kind: int, content: bytearray) -> bytes:
        """Returns the body of the answer to a question."""
        handler = self._handlers.get(kind)
        if handler is None:
            raise ProtocolError(f"there is no message of kind {kind} in version {VERSION}")
        body = Body(content)
        return handler(body)

    def _hello(self, body: Body) -> bytes:
        magic, _ = body.unpack(_HELLO)
        body.end()
        if magic != MAGIC:
            raise ProtocolError("this is not Limbeck: its first message does not begin with LMBX")
        abilities = _ABILITIES.pack(self._architecture.abilities())
        return _HELLO.pack(MAGIC, VERSION) + text(self._name) + abilities

    def _create(self, body: Body) -> bytes:
        number, height, width, channels, classes, seed = body.unpack(_CREATE)
        body.end()
        model = self._architecture.create(Shape(height, width, channels), classes, seed)
        if not isinstance(model, Model):
            raise TypeError(f"create returned {type(model).__name__}, which is no limbeck.Model")
        self._models[number] = model
        self._classes[number] = classes
        return _PARAMETERS.pack(model.parameters())

    def _add_rows(self, body: Body) -> bytes:
        count, first, features = body.unpack(_THREE)
        values = body.array("<f4", count * features)
        body.end()
        self._rows.add(first, values.reshape(count, features))
        return b""

    def _forget(self, body: Body) -> bytes:
        body.end()
        self._rows.clear()
        return b""

    def _predict(self, body: Body) -> bytes:
        number, count = body.unpack(_TWO)
        rows = body.array("<u4", count)
        body.end()
        decisions = self._model(number).predict(self._rows.take(rows))
        return _floats("predict", decisions, (count, self._classes[number]))

    def _step(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        lesson = self._lesson(number, body)
        (step_size,) = body.unpack(_STEP_SIZE)
        body.end()
        losses = self._model(number).step(lesson, step_size)
        try:
            local, distillation = losses
        except TypeError:
            raise TypeError(
                f"step returned {losses!r}; it returns the local and the distillation loss"
            ) from None
        return _LOSSES.pack(local, distillation)

    def _private_step(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        lesson = self._lesson(number, body)
        step_size, clip, noise, expected_rows, seed = body.unpack(_PRIVATE)
        body.end()
        mechanism = GaussianMechanism(clip, noise, expected_rows)
        return _DISTILLATION_LOSS.pack(
            self._model(number).private_step(lesson, step_size, mechanism, seed)
        )

    def _gradient(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        lesson = self._lesson(number, body)
        body.end()
        model = self._model(number)
        return _floats("gradient", model.gradient(lesson), (model.parameters(),))

    def _get_weights(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        body.end()
        model = self._model(number)
        return _floats("weights", model.weights(), (model.parameters(),))

    def _set_weights(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        model = self._model(number)
        weights = body.array("<f4", model.parameters())
        body.end()
        model.set_weights(weights)
        return b""

    def _save(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        body.end()
        return self._model(number).save()

    def _restore(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        self._model(number).restore(body.rest())
        return b""

    def _close(self, body: Body) -> bytes:
        (number,) = body.unpack(_NUMBER)
        body.end()
        self._model(number).close()
        del self._models[number], self._classes[number]
        return b""

    def _model(self, number: int) -> Model:
        try:
            return self._models[number]
        except KeyError:
            raise ProtocolError(f"there is no model {number}") from None

    def _lesson(self, number: int, body: Body) -> Lesson:
        (private,) = body.unpack(_NUMBER)
        # Rows and labels lie side by side, so that one call reads both.
        ids_and_labels = body.array("<u4", 2 * private)
        (reference,) = body.unpack(_NUMBER)
        reference_ids = body.array("<u4", reference)
        self._model(number)
        classes = self._classes[number]
        targets = body.array("<f4", reference * classes).reshape(reference, classes)
        loss, regularization = body.unpack(_LOSS)
        if loss > 1:
            raise ProtocolError(f"there is no distillation loss {loss}")
        rows = self._rows.take(np.concatenate((ids_and_labels[:private], reference_ids)))
        labels = ids_and_labels[private:].astype(np.int64)
        return Lesson(rows, labels, targets, CROSS_ENTROPY if loss else SQUARED, regularization)


def _floats(method: str, values: np.ndarray, shape: Tuple[int, ...]) -> bytes:
    array = np.asarray(values, "<f4")
    if array.shape != shape:
        raise ValueError(f"{method} returned values of shape {array.shape}, expected {shape}")
    return array.tobytes()


def describe(error: BaseException) -> str:
    """Returns the exception's type and message, and the line of the user's code that raised it."""
    message = "".join(traceback.format_exception_only(type(error), error)).strip()
    frames = traceback.extract_tb(error.__traceback__)
    foreign = [f for f in frames if not _is_ours(f.filename)]
    own = [f for f in foreign if not _is_library(f.filename)]
    if not foreign:
        return message
    frame = (own or foreign)[-1]
    line = f": {frame.line}" if frame.line else ""
    return f"{message} ({os.path.basename(frame.filename)}:{frame.lineno}, in {frame.name}{line})"


def _is_ours(file: str) -> bool:
    return os.path.dirname(os.path.abspath(file)) == os.path.dirname(os.path.abspath(__file__))


def _is_library(file: str) -> bool:
    folders = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep)
    return (
        file.startswith("<")
        or any(folder in file for folder in folders)
        or file.startswith(os.path.dirname(os.__file__) + os.sep)
    )
