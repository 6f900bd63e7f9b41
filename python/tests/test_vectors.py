"""The test vectors of the protocol: what is asked is understood, what is answered has their bytes."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

import limbeck
from limbeck.server import Server
from limbeck.wire import Kind, text, write_message

FOLDER = (
    Path(__file__).resolve().parents[2]
    / "bundles/org.limbeck.architectures.external/src/test/resources/external"
)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the test vectors are not here")

ROWS = np.array([[0.5, -1, 0, 2], [0.25, 3, -0.0, 0.001], [1, 2, 3, 4]], np.float32)

ORDER = (
    "hello create rows more-rows predict step private-step gradient get-weights set-weights"
    " save restore forget close"
).split()


class Recorder(limbeck.Model):
    """Answers what the vectors answer, and keeps what it was asked."""

    def __init__(self, *arguments):
        self.asked = [arguments]

    def parameters(self):
        return value("create-answer", "parameters")

    def predict(self, inputs):
        self.asked.append(inputs.copy())
        return value("predict-answer", "decisions")

    def step(self, *arguments):
        self.keep(*arguments)
        return value("step-answer", "localLoss"), value("step-answer", "distillationLoss")

    def private_step(self, *arguments):
        self.keep(*arguments)
        return value("private-step-answer", "distillationLoss")

    def gradient(self, lesson):
        self.keep(lesson)
        return value("gradient-answer", "gradient")

    def weights(self):
        return value("get-weights-answer", "weights")

    def set_weights(self, weights):
        self.asked.append(weights)

    def save(self):
        return bytes.fromhex(value("save-answer", "state"))

    def restore(self, state):
        self.asked.append(state)

    def keep(self, lesson, *others):
        lesson.rows = lesson.rows.copy()
        self.asked.append((lesson, *others))


def value(name, key):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))[key]


def bytes_of(name):
    return bytes.fromhex("".join((FOLDER / f"{name}.hex").read_text().split()))


def test_all_vectors():
    made = []

    class Recorders:
        def abilities(self):
            return Recorder.abilities()

        def create(self, *arguments):
            made.append(Recorder(*arguments))
            return made[0]

    server = Server(Recorders(), value("hello-answer", "name"))
    assert {f.name[: -len("-question.hex")] for f in FOLDER.glob("*-question.hex")} == set(ORDER)
    for name in ORDER:
        answers = answer(server, bytes_of(f"{name}-question"))
        expected = "rows" if name == "more-rows" else name
        assert answers == bytes_of(f"{expected}-answer"), name

    (created, predicted, stepped, private, gradient, weights, state) = made[0].asked
    assert created == ((2, 1, 2), 3, -5)
    np.testing.assert_array_equal(predicted, ROWS[[0, 1]])
    check(stepped[0], "step")
    assert stepped[1:] == (value("step-question", "stepSize"),)
    check(private[0], "private-step")
    keys = ("stepSize", "clip", "noise", "expectedRows", "seed")
    size, clip, noise, rows, seed = (value("private-step-question", key) for key in keys)
    assert private[1:] == (size, (clip, noise, rows), seed)
    check(gradient[0], "gradient")
    np.testing.assert_array_equal(weights, value("set-weights-question", "weights"))
    assert state == bytes.fromhex(value("restore-question", "state"))


def test_errors():
    file = io.BytesIO()
    write_message(file, Kind.ERROR, text(value("error-answer", "text")))
    assert file.getvalue() == bytes_of("error-answer")


def check(lesson, name):
    question = f"{name}-question"
    private, reference = value(question, "privateRows"), value(question, "referenceRows")
    np.testing.assert_array_equal(lesson.inputs, ROWS[private].reshape(-1, 4))
    np.testing.assert_array_equal(lesson.reference_inputs, ROWS[reference].reshape(-1, 4))
    assert list(lesson.labels) == value(question, "labels")
    assert lesson.targets.tolist() == value(question, "targets")
    assert lesson.loss == value(question, "loss")
    assert lesson.regularization == value(question, "regularization")


def answer(server, question):
    answers = io.BytesIO()
    server.answer_all(io.BytesIO(question), answers)
    return answers.getvalue()
