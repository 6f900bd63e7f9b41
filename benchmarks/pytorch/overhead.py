#!/usr/bin/env python3
"""What a step of a PyTorch model costs over the protocol of external models.

The same MLP, 784-128-10 with tanh, makes the same steps in a plain PyTorch loop in this process, and
as a device of Limbeck: in a child process that serves a limbeck.TorchModel, asked over pipes as
docs/external-models.md says. Both draw 32 private and 64 reference rows by number from rows in
memory, and descend cross-entropy + squared distance by SGD, on one thread. Windows of both take
turns; the medians are compared. On a machine that does other work too, --pin keeps that away from
the time between question and answer.
"""

import argparse
import json
import os
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

FEATURES, HIDDEN, CLASSES = 784, 128, 10
PRIVATE, REFERENCE, ROWS, BATCHES = 32, 64, 640, 50
STEP_SIZE, RHO = 0.05, 1.0
PACKAGE = Path(__file__).resolve().parents[2] / "python"


def mlp():
    from torch import nn

    return nn.Sequential(
        nn.Linear(FEATURES, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, CLASSES))


def data(np):
    """Rows of noise, and batches: private rows, labels, reference rows, targets."""
    random = np.random.default_rng(1)
    rows = random.normal(size=(2 * ROWS, FEATURES)).astype("f4")
    targets = random.dirichlet(np.ones(CLASSES), ROWS).astype("f4")
    labels = random.integers(CLASSES, size=ROWS)
    batches = []
    for _ in range(BATCHES):
        private = random.choice(ROWS, PRIVATE, replace=False)
        reference = random.choice(ROWS, REFERENCE, replace=False)
        batches.append((private, labels[private], ROWS + reference, targets[reference]))
    return rows, batches


class Plain:
    """The loop that one writes without Limbeck."""

    def __init__(self, np, rows, batches):
        import torch

        torch.set_num_threads(1)
        torch.manual_seed(1)
        self.torch = torch
        self.rows = torch.from_numpy(rows)
        self.batches = [
            tuple(map(torch.from_numpy, (np.concatenate((private, reference)), labels, targets)))
            for private, labels, reference, targets in batches]
        self.module = mlp()
        self.optimizer = torch.optim.SGD(self.module.parameters(), lr=STEP_SIZE)
        self.at = 0

    def step(self):
        numbers, labels, targets = self.batches[self.at % BATCHES]
        self.at += 1
        self.optimizer.zero_grad(set_to_none=True)
        logits = self.module(self.rows[numbers])
        local = self.torch.nn.functional.cross_entropy(logits[:PRIVATE], labels)
        decisions = self.torch.softmax(logits[PRIVATE:], dim=1)
        distance = (decisions - targets).square().sum(dim=1).mean()
        (local + RHO * distance).backward()
        self.optimizer.step()
        return local.item(), distance.item()


class Served:
    """Limbeck's side of the protocol; what it asks is written down before."""

    def __init__(self, np, rows, batches):
        environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.ask(1, b"LMBX" + struct.pack("<H", 1))
        self.ask(2, struct.pack("<5Iq", 0, 1, 1, FEATURES, CLASSES, 1))
        self.ask(3, struct.pack("<3I", len(rows), 0, FEATURES) + rows.tobytes())
        self.questions = [self.question(np, *batch) for batch in batches]
        self.at = 0

    @staticmethod
    def question(np, private, labels, reference, targets):
        ids = lambda values: struct.pack("<I", len(values)) + values.astype("<u4").tobytes()
        return (
            struct.pack("<I", 0) + ids(private) + labels.astype("<u4").tobytes() + ids(reference)
            + targets.tobytes() + struct.pack("<Bff", 0, RHO, STEP_SIZE))

    def ask(self, kind, body):
        self.process.stdin.write(struct.pack("<IB", len(body) + 1, kind) + body)
        self.process.stdin.flush()
        length, answer = struct.unpack("<IB", self.process.stdout.read(5))
        content = self.process.stdout.read(length - 1)
        if answer != kind:
            sys.exit(content[4:].decode())
        return content

    def step(self):
        question = self.questions[self.at % BATCHES]
        self.at += 1
        return struct.unpack("<2d", self.ask(6, question))

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def window(work, seconds):
    """Returns the microseconds of a step."""
    began, steps = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        work.step()
        steps += 1
    return (time.perf_counter() - began) / steps * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--windows", type=int, default=40, help="of each of the two")
    parser.add_argument("--seconds", type=float, default=0.1, help="how long a window is")
    parser.add_argument("--pin", action="store_true", help="keep both processes on one processor")
    parser.add_argument("--json", action="store_true", help="write JSON to standard output")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.windows < 1 or options.seconds <= 0:
        parser.error("--windows is 1 or more, and --seconds above 0")
    if options.serve:
        import limbeck

        limbeck.serve(limbeck.TorchModel(mlp))
        return
    if options.pin:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        import numpy as np
        import torch
    except ImportError as e:
        print(f"skipped: PyTorch is not here ({e})", file=sys.stderr if options.json else sys.stdout)
        if options.json:
            print("{}")
        return

    rows, batches = data(np)
    plain, served = Plain(np, rows, batches), Served(np, rows, batches)
    # Both begin with the same weights and take the same batches: they compute the same.
    for _ in range(BATCHES):
        np.testing.assert_allclose(plain.step(), served.step(), rtol=1e-4)
    times = {plain: [], served: []}
    for _ in range(3 + options.windows):
        for work, measured in times.items():
            measured.append(window(work, options.seconds))
    served.end()
    medians = [statistics.median(measured[3:]) for measured in times.values()]
    overhead = medians[1] / medians[0] - 1
    if options.json:
        print(json.dumps({
            "torch": torch.__version__, "plainMicros": medians[0], "servedMicros": medians[1],
            "overhead": overhead, "windows": options.windows}, indent=2))
    else:
        print(f"PyTorch {torch.__version__}, 1 thread, median of {options.windows} windows")
        for name, median, measured in zip(("plain", "served"), medians, times.values()):
            print(f"{name:7} {median:7.1f} us a step   {min(measured):.1f} to {max(measured):.1f}")
        print(f"overhead {overhead:6.1%}")


if __name__ == "__main__":
    main()
