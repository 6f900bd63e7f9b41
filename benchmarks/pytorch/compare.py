#!/usr/bin/env python3
"""The work of `limbeck bench` in PyTorch, to compare with on the same machine in the same run.

Same networks, batches, losses and steps: batch 32, float32, cross-entropy, plain SGD at 0.05.
Backends: eager (modules and autograd), vmap (torch.func over 32 models at once) and bmm (batched
matrix products over 32 models, differentiated by hand). A step is one step of one model.
"""

import argparse
import json
import os
import statistics
import sys
import time

FEATURES, HIDDEN, CLASSES = 784, 128, 10
BATCH, REFERENCE_BATCH, ROWS = 32, 64, 640
MODELS, STEP_SIZE, RHO = 32, 0.05, 1.0


def predict_dense(rows, *sizes):
    """Operations of a prediction, two per multiply-add, as Arithmetic.java counts them."""
    return 2.0 * rows * sum(a * b for a, b in zip(sizes, sizes[1:]))


def train_dense(rows, *sizes):
    """Operations of a training step: no gradient is needed for the inputs."""
    return 3 * predict_dense(rows, *sizes) - 2.0 * rows * sizes[0] * sizes[1]


def train_cnn(rows, first, second, hidden, classes):
    one = 2.0 * rows * 24 * 24 * 25 * first
    two = 2.0 * rows * 8 * 8 * 25 * first * second
    return 2 * one + 3 * two + 3 * predict_dense(rows, 16 * second, hidden, classes)


def softmax(torch):
    return torch.nn.Linear(FEATURES, CLASSES)


def mlp(torch):
    nn = torch.nn
    return nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, CLASSES))


def cnn(torch):
    nn = torch.nn
    return nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 8, 5), nn.MaxPool2d(2), nn.Tanh(),
        nn.Conv2d(8, 16, 5), nn.MaxPool2d(2), nn.Tanh(),
        nn.Flatten(),
        nn.Linear(256, 64), nn.Tanh(),
        nn.Linear(64, CLASSES))


class Data:
    """Rows of noise with labels; each step takes the next batch."""

    def __init__(self, torch, models=1):
        random = torch.Generator().manual_seed(1)
        self.inputs = torch.randn(models, ROWS, FEATURES, generator=random)
        self.labels = torch.randint(CLASSES, (models, ROWS), generator=random)
        self.reference = torch.randn(REFERENCE_BATCH, FEATURES, generator=random)
        self.targets = torch.softmax(
            torch.randn(REFERENCE_BATCH, CLASSES, generator=random), dim=1)
        self.at = 0

    def next(self):
        """The next batch of all models: models x 32 x features, and models x 32 labels."""
        rows = slice(self.at, self.at + BATCH)
        self.at = (self.at + BATCH) % ROWS
        return self.inputs[:, rows], self.labels[:, rows]


class Eager:
    """Modules, autograd and torch.optim.SGD; models take turns."""

    def __init__(self, torch, make, models=1, distil=False):
        self.torch = torch
        self.models = [make(torch) for _ in range(models)]
        self.optimizers = [torch.optim.SGD(m.parameters(), lr=STEP_SIZE) for m in self.models]
        self.data = Data(torch, models)
        self.distil = distil
        self.steps = models

    def run(self):
        inputs, labels = self.data.next()
        for model, optimizer, x, y in zip(self.models, self.optimizers, inputs, labels):
            optimizer.zero_grad()
            self.loss(model, x, y).backward()
            optimizer.step()

    def loss(self, model, x, y):
        cross_entropy = self.torch.nn.functional.cross_entropy
        if not self.distil:
            return cross_entropy(model(x), y)
        logits = model(self.torch.cat([x, self.data.reference]))
        s = self.torch.softmax(logits[BATCH:], dim=1)
        distance = (s - self.data.targets).square().sum(dim=1).mean()
        return cross_entropy(logits[:BATCH], y) + RHO * distance


class Vmap:
    """One MLP mapped over stacked parameters by torch.func."""

    def __init__(self, torch, distil=False):
        from torch.func import functional_call, grad, stack_module_state, vmap

        models = [mlp(torch) for _ in range(MODELS)]
        self.torch = torch
        self.parameters = {
            k: v.detach() for k, v in stack_module_state(models)[0].items()}
        self.data = Data(torch, MODELS)
        self.steps = MODELS
        eager = Eager(torch, mlp, distil=distil)
        eager.data = self.data
        base = models[0]

        def loss(parameters, x, y):
            return eager.loss(lambda rows: functional_call(base, parameters, (rows,)), x, y)

        self.gradient = vmap(grad(loss))

    def run(self):
        with self.torch.no_grad():
            gradient = self.gradient(self.parameters, *self.data.next())
            for name, value in self.parameters.items():
                value.sub_(gradient[name], alpha=STEP_SIZE)


class Bmm:
    """32 MLPs as batched matrix products, with the gradient written out."""

    def __init__(self, torch, distil=False):
        self.torch = torch
        models = [mlp(torch) for _ in range(MODELS)]
        stack = lambda layer, name: torch.stack(
            [getattr(m[layer], name).detach() for m in models])
        self.w1 = stack(0, "weight").transpose(1, 2).contiguous()
        self.b1 = stack(0, "bias").unsqueeze(1)
        self.w2 = stack(2, "weight").transpose(1, 2).contiguous()
        self.b2 = stack(2, "bias").unsqueeze(1)
        self.data = Data(torch, MODELS)
        self.distil = distil
        self.steps = MODELS

    def run(self):
        torch = self.torch
        with torch.no_grad():
            x, y = self.data.next()
            if self.distil:
                reference = self.data.reference.expand(MODELS, -1, -1)
                x = torch.cat([x, reference], dim=1)
            h = torch.tanh(torch.baddbmm(self.b1, x, self.w1))
            s = torch.softmax(torch.baddbmm(self.b2, h, self.w2), dim=2)
            errors = self.errors(s, y)
            below = torch.bmm(errors, self.w2.transpose(1, 2)) * (1 - h * h)
            self.b2.sub_(errors.sum(dim=1, keepdim=True), alpha=STEP_SIZE)
            self.w2.baddbmm_(h.transpose(1, 2), errors, alpha=-STEP_SIZE)
            self.b1.sub_(below.sum(dim=1, keepdim=True), alpha=STEP_SIZE)
            self.w1.baddbmm_(x.transpose(1, 2), below, alpha=-STEP_SIZE)

    def errors(self, s, y):
        """The gradient of the objective with respect to the logits."""
        torch = self.torch
        own = s[:, :BATCH].clone()
        own.scatter_add_(2, y.unsqueeze(2), torch.full((MODELS, BATCH, 1), -1.0))
        own /= BATCH
        if not self.distil:
            return own
        reference = s[:, BATCH:]
        d = reference - self.data.targets
        inner = (reference * d).sum(dim=2, keepdim=True)
        return torch.cat([own, 2 * RHO / REFERENCE_BATCH * reference * (d - inner)], dim=1)


def workloads():
    """Name, operations of a step, and how to make each backend."""
    sizes = (FEATURES, HIDDEN, CLASSES)
    many = train_dense(BATCH, *sizes)
    distil = train_dense(BATCH + REFERENCE_BATCH, *sizes)
    return {
        "train-softmax": (
            train_dense(BATCH, FEATURES, CLASSES),
            {"eager": lambda torch: Eager(torch, softmax)}),
        "train-mlp": (many, {"eager": lambda torch: Eager(torch, mlp)}),
        "train-cnn": (
            train_cnn(BATCH, 8, 16, 64, CLASSES), {"eager": lambda torch: Eager(torch, cnn)}),
        "train-mlp-32": (many, {
            "eager": lambda torch: Eager(torch, mlp, MODELS),
            "vmap": lambda torch: Vmap(torch),
            "bmm": lambda torch: Bmm(torch)}),
        "distill-mlp-32": (distil, {
            "eager": lambda torch: Eager(torch, mlp, MODELS, distil=True),
            "vmap": lambda torch: Vmap(torch, distil=True),
            "bmm": lambda torch: Bmm(torch, distil=True)}),
    }


def measure(work, windows, seconds):
    """Steps per second of each window, after warming up for three windows or 3 s."""
    until = time.perf_counter() + max(3.0, 3 * seconds)
    while time.perf_counter() < until:
        work.run()
    rates = []
    for _ in range(windows):
        began, steps = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            work.run()
            steps += work.steps
        rates.append(steps / (time.perf_counter() - began))
    return rates


def main():
    known = workloads()
    parser = argparse.ArgumentParser(description="Measure the work of `limbeck bench` in PyTorch.")
    parser.add_argument("workload", nargs="*", help="default: all of " + ", ".join(known))
    parser.add_argument("--windows", type=int, default=5, help="the median is taken of so many")
    parser.add_argument("--seconds", type=float, default=1, help="how long a window is, at least")
    parser.add_argument("--json", action="store_true", help="write JSON to standard output")
    options = parser.parse_args()
    for name in options.workload:
        if name not in known:
            parser.error(f"no workload {name!r}; there are {', '.join(known)}")
    if options.windows < 1 or options.seconds <= 0:
        parser.error("--windows is 1 or more, and --seconds above 0")

    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        import torch
    except ImportError as e:
        print(f"skipped: PyTorch is not here ({e})", file=sys.stderr if options.json else sys.stdout)
        if options.json:
            print("[]")
        return
    torch.set_num_threads(1)
    torch.manual_seed(1)

    results = []
    if not options.json:
        print(f"PyTorch {torch.__version__}, 1 thread")
    for name in options.workload or known:
        operations, backends = known[name]
        for backend, make in backends.items():
            try:
                work = make(torch)
            except ImportError as e:
                print(f"skipped: {name} {backend}: {e}", file=sys.stderr)
                continue
            rates = measure(work, options.windows, options.seconds)
            median = statistics.median(rates)
            results.append({
                "workload": name,
                "backend": "pytorch-" + backend,
                "threads": 1,
                "stepsPerSecond": median,
                "gflops": median * operations / 1e9,
                "min": min(rates),
                "max": max(rates)})
            if not options.json:
                print(f"{name:15} {backend:6} {median:10,.0f} steps/s"
                      f"   {median * operations / 1e9:6.1f} GFLOP/s"
                      f"   {min(rates):,.0f} to {max(rates):,.0f}")
    if options.json:
        print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
