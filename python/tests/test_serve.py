import os
import runpy
import signal
import struct
import time

import numpy as np
import pytest

import limbeck

from limbeck_side import InProcess, Refused, lesson

CONSTANT = """
class Constant(limbeck.Model):
    def __init__(self, shape, classes, seed):
        self.classes = classes
        self.seen = []

    def predict(self, inputs):
        return np.full((len(inputs), self.classes), 1 / self.classes)

    def step(self, lesson, step_size):
        return 0, 0

    def save(self):
        return b"state"

    def restore(self, state):
        pass
"""

ROWS = np.random.default_rng(1).random((12, 6), np.float32)
TARGETS = np.full((4, 3), 1 / 3)


@pytest.fixture
def softmax(examples):
    program = InProcess(runpy.run_path(str(examples / "numpy_softmax.py"))["Softmax"])
    program.create(0, (1, 1, 6), 3)
    program.rows(0, ROWS)
    return program


@pytest.fixture
def child(start, examples):
    """The same as a program of its own."""
    program = start(examples / "numpy_softmax.py")
    program.create(0, (1, 1, 6), 3)
    program.rows(0, ROWS)
    return program


def served(start, write_model, changes, **options):
    """Starts a model that predicts what is uniform, but for some changes."""
    file = write_model(CONSTANT + changes + "\n")
    return start(file, **options)


def serving(body):
    indented = "".join("    " + line + "\n" for line in body.strip("\n").splitlines())
    return "\nclass Changed(Constant):\n" + indented + "\nlimbeck.serve(Changed)\n"


def test_says_hello(child):
    assert child.hello() == (b"LMBX", 1, "numpy_softmax.py", 3)


def test_tells_its_version_to_a_newer_limbeck(softmax):
    assert softmax.hello(version=7) == (b"LMBX", 1, "test", 3)


def test_offers_what_is_overridden_only(start, write_model):
    program = served(start, write_model, "limbeck.serve(Constant, name='x')")
    assert program.hello() == (b"LMBX", 1, "x", 0)
    assert program.create(5, (1, 1, 2), 4) == 0


def test_learns(softmax):
    assert softmax.parameters[0] == 21
    batch = lesson(range(8), [0, 1, 2, 0, 1, 2, 0, 1], range(8, 12), TARGETS, "cross-entropy", 0.5)
    before = softmax.step(0, batch, 0.5)
    for _ in range(200):
        after = softmax.step(0, batch, 0.5)
    assert after[0] < before[0]
    decisions = softmax.predict(0, range(12))
    np.testing.assert_allclose(decisions.sum(axis=1), 1, atol=1e-6)


@pytest.mark.parametrize("loss", ["squared", "cross-entropy"])
def test_gradient_is_that_of_the_losses(softmax, loss):
    batch = lesson(range(8), [0, 1, 2, 0, 1, 2, 0, 1], range(8, 12), np.eye(4, 3) * 0 + [0.2, 0.3, 0.5], loss, 2.5)
    gradient = softmax.gradient(0, batch)
    weights = softmax.weights(0)
    direction = np.random.default_rng(2).normal(size=21)

    def value(shift):
        softmax.set_weights(0, weights + shift * direction)
        local, distillation = softmax.step(0, batch, 0.0)
        return local + 2.5 * distillation

    assert (value(1e-2) - value(-1e-2)) / 2e-2 == pytest.approx(gradient @ direction, rel=1e-2)


def test_restored_goes_on_alike(softmax):
    batch = lesson(range(8), [0, 1, 2, 0, 1, 2, 0, 1], range(8, 12), TARGETS)
    softmax.step(0, batch, 0.1)
    softmax.create(1, (1, 1, 6), 3, seed=-5)
    softmax.restore(1, softmax.save(0))
    assert softmax.step(1, batch, 0.1) == softmax.step(0, batch, 0.1)
    np.testing.assert_array_equal(softmax.weights(1), softmax.weights(0))


def test_same_seed_gives_the_same_model(softmax):
    softmax.create(1, (1, 1, 6), 3, seed=1)
    softmax.create(2, (1, 1, 6), 3, seed=2)
    np.testing.assert_array_equal(softmax.weights(1), softmax.weights(0))
    assert (softmax.weights(2) != softmax.weights(0)).any()


def test_lessons_without_private_or_reference_rows(softmax):
    assert softmax.step(0, lesson(reference=[1], targets=[[0, 1, 0]], rho=0.0), 0.1)[0] == 0
    assert softmax.step(0, lesson([1], [2]), 0.1)[1] == 0
    assert softmax.step(0, lesson(), 0.1) == (0, 0)
    assert softmax.predict(0, []).shape == (0, 3)


def test_rows_are_added_and_forgotten(softmax):
    first = softmax.predict(0, [3])
    softmax.rows(12, ROWS[:5])
    np.testing.assert_array_equal(softmax.predict(0, [15]), first)
    softmax.forget()
    with pytest.raises(Refused, match="there is no row 3; there are 0"):
        softmax.predict(0, [3])
    with pytest.raises(Refused, match="row 0 comes next, not 5"):
        softmax.rows(5, ROWS)
    softmax.rows(0, ROWS[3:])
    np.testing.assert_array_equal(softmax.predict(0, [0]), first)


def test_rows_have_one_width(softmax):
    with pytest.raises(Refused, match="rows have 6 features, these have 5"):
        softmax.rows(12, ROWS[:, :5])


def test_closed_models_are_gone(softmax):
    softmax.close(0)
    with pytest.raises(Refused, match="there is no model 0"):
        softmax.predict(0, [1])


def test_prints_do_not_reach_limbeck(start, write_model):
    program = served(
        start,
        write_model,
        "print('loading')\n"
        + serving(
            """
def step(self, lesson, step_size):
    import os, subprocess, sys
    print("a print")
    os.write(1, b"to the descriptor\\n")
    subprocess.run(["echo", "from a child"])
    sys.__stdout__.write("the former stdout\\n")
    return 1.5, 2.5
"""
        ),
        environment={"PYTHONUNBUFFERED": ""},
    )
    program.create(0, (1, 1, 1), 2)
    assert program.step(0, lesson(), 0.1) == (1.5, 2.5)
    code, errors = program.end()
    assert code == 0
    for printed in ("loading", "a print", "to the descriptor", "from a child", "the former stdout"):
        assert printed in errors


def test_input_is_not_limbecks(start, write_model):
    program = served(
        start, write_model, serving("def step(self, lesson, step_size):\n    return len(input()), 0")
    )
    program.create(0, (1, 1, 1), 2)
    with pytest.raises(Refused, match="EOFError"):
        program.step(0, lesson(), 0.1)
    assert program.predict(0, []).shape == (0, 2)


def test_an_exception_names_the_line(start, write_model):
    program = served(
        start,
        write_model,
        serving("def step(self, lesson, step_size):\n    return np.zeros(3) @ np.zeros(4)"),
    )
    program.create(0, (1, 1, 1), 2)
    with pytest.raises(Refused) as refused:
        program.step(0, lesson(), 0.1)
    assert str(refused.value).startswith("ValueError: matmul")
    assert "(model.py:23, in step: return np.zeros(3) @ np.zeros(4))" in str(refused.value)
    assert "Traceback" in program.end()[1]


@pytest.mark.parametrize(
    "body, message",
    [
        ("def step(self, lesson, step_size):\n    exit('enough')", "SystemExit: enough"),
        ("def step(self, lesson, step_size):\n    return None", "step returned None"),
        ("def predict(self, inputs):\n    return np.ones((2, 2))", r"shape \(2, 2\), expected \(0, 3\)"),
    ],
)
def test_wrong_answers_are_told(body, message):
    names = {"limbeck": limbeck, "np": np}
    exec(CONSTANT + serving(body).replace("limbeck.serve(Changed)", ""), names)
    program = InProcess(names["Changed"])
    program.create(0, (1, 1, 1), 3)
    with pytest.raises(Refused, match=message):
        program.step(0, lesson(), 0.1)
        program.predict(0, [])


@pytest.mark.parametrize("kind, body", [(99, b""), (5, b"\0"), (4, b"\0"), (1, b"LMBY\1\0")])
def test_what_is_not_the_protocol_is_refused(softmax, kind, body):
    with pytest.raises(Refused, match="ProtocolError"):
        softmax.ask(kind, body)


def test_ends_with_its_input(child):
    assert child.end() == (0, "")


def test_ends_in_the_midst_of_a_message(child):
    child.process.stdin.write(struct.pack("<IB", 100, 5) + b"half")
    assert child.end() == (0, "")


def test_does_not_heed_ctrl_c(child):
    os.kill(child.process.pid, signal.SIGINT)
    time.sleep(0.05)
    assert child.predict(0, [1]).shape == (1, 3)


def test_messages_of_many_megabytes(child):
    child.rows(12, np.zeros((200_000, 6)))
    assert child.predict(0, range(200_012)).shape == (200_012, 3)
