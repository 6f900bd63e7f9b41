"""Limbeck's side of the protocol, written down from docs/external-models.md on its own."""

import io
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np

from limbeck.server import Server

PACKAGE = Path(__file__).resolve().parents[1]
LOSSES = {"squared": 0, "cross-entropy": 1}


class Refused(Exception):
    """The program has answered with kind 127."""


class Program:
    """A child process that serves models."""

    def __init__(self, *command, folder=None, environment=None):
        self.process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(PACKAGE), **(environment or {})},
        )
        self.classes = {}
        self.parameters = {}
        # What hangs fails instead.
        self.limit = threading.Timer(60, self.process.kill)
        self.limit.start()
        self.errors = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Closes the program's input, and returns its exit code and what is on its error."""
        if self.errors is None:
            self.process.stdin.close()
            self.errors = self.process.stderr.read().decode()
            self.process.stderr.close()
            self.process.stdout.close()
            self.process.wait()
            self.limit.cancel()
        return self.process.returncode, self.errors

    def exchange(self, question):
        """Sends a message, and returns the stream to read the answer from."""
        self.process.stdin.write(question)
        self.process.stdin.flush()
        return self.process.stdout

    def ask(self, kind, body=b""):
        stream = self.exchange(struct.pack("<IB", len(body) + 1, kind) + body)
        header = stream.read(5)
        assert len(header) == 5, "the program has ended"
        length, answer = struct.unpack("<IB", header)
        content = stream.read(length - 1)
        if answer == 127:
            (size,) = struct.unpack_from("<I", content)
            assert len(content) == 4 + size
            raise Refused(content[4:].decode())
        assert answer == kind
        return content

    def hello(self, version=1):
        answer = self.ask(1, b"LMBX" + struct.pack("<H", version))
        magic, spoken, length = struct.unpack_from("<4sHI", answer)
        name = answer[10 : 10 + length].decode()
        (abilities,) = struct.unpack("<I", answer[10 + length :])
        return magic, spoken, name, abilities

    def create(self, model, shape, classes, seed=1):
        self.classes[model] = classes
        answer = self.ask(2, struct.pack("<5Iq", model, *shape, classes, seed))
        (self.parameters[model],) = struct.unpack("<Q", answer)
        return self.parameters[model]

    def rows(self, first, values):
        values = np.asarray(values, "<f4")
        assert self.ask(3, struct.pack("<3I", len(values), first, values.shape[1]) + values.tobytes()) == b""

    def forget(self):
        assert self.ask(4) == b""

    def predict(self, model, rows):
        answer = self.ask(5, struct.pack("<2I", model, len(rows)) + _ids(rows))
        return np.frombuffer(answer, "<f4").reshape(len(rows), self.classes[model])

    def step(self, model, lesson, step_size):
        body = struct.pack("<I", model) + lesson + struct.pack("<f", step_size)
        return struct.unpack("<2d", self.ask(6, body))

    def private_step(self, model, lesson, step_size, clip, noise, expected, seed):
        body = struct.pack("<I", model) + lesson
        body += struct.pack("<4fq", step_size, clip, noise, expected, seed)
        return struct.unpack("<d", self.ask(7, body))[0]

    def gradient(self, model, lesson):
        return np.frombuffer(self.ask(8, struct.pack("<I", model) + lesson), "<f4")

    def weights(self, model):
        return np.frombuffer(self.ask(9, struct.pack("<I", model)), "<f4")

    def set_weights(self, model, weights):
        weights = np.asarray(weights, "<f4").tobytes()
        assert self.ask(10, struct.pack("<I", model) + weights) == b""

    def save(self, model):
        return self.ask(11, struct.pack("<I", model))

    def restore(self, model, state):
        assert self.ask(12, struct.pack("<I", model) + state) == b""

    def close(self, model):
        assert self.ask(13, struct.pack("<I", model)) == b""


class InProcess(Program):
    """Models in the process of the test."""

    def __init__(self, architecture, name="test"):
        self.server = Server(architecture, name)
        self.classes = {}
        self.parameters = {}

    def exchange(self, question):
        answers = io.BytesIO()
        self.server.answer_all(io.BytesIO(question), answers)
        answers.seek(0)
        return answers


def lesson(private=(), labels=(), reference=(), targets=(), loss="squared", rho=1.0):
    """Returns a lesson as bytes."""
    return (
        struct.pack("<I", len(private))
        + _ids(private)
        + _ids(labels)
        + struct.pack("<I", len(reference))
        + _ids(reference)
        + np.asarray(targets, "<f4").tobytes()
        + struct.pack("<Bf", LOSSES[loss], rho)
    )


def _ids(rows):
    return np.asarray(rows, "<u4").tobytes()
