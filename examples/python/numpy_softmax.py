"""A softmax regression in numpy alone: what a model of your own has to do.

architecture: {name: external, command: [python3, examples/python/numpy_softmax.py]}
"""

import numpy as np

import limbeck


class Softmax(limbeck.Model):
    def __init__(self, shape, classes, seed):
        random = np.random.default_rng(seed % 2**32)
        self.w = random.normal(0, 0.01, (shape.features + 1, classes)).astype(np.float32)

    def predict(self, inputs):
        logits = inputs @ self.w[:-1] + self.w[-1]
        exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
        return exponentials / exponentials.sum(axis=1, keepdims=True)

    def step(self, lesson, step_size):
        decisions = self.predict(lesson.rows)
        self.w -= step_size * self._slope(lesson, decisions)
        return lesson.losses(decisions)

    def save(self):
        return self.w.tobytes()

    def restore(self, state):
        self.w = np.frombuffer(state, np.float32).reshape(self.w.shape).copy()

    # The rest is for algorithms that exchange weights or look at gradients, and may be left out.

    def parameters(self):
        return self.w.size

    def weights(self):
        return self.w.ravel()

    def set_weights(self, weights):
        self.w = weights.reshape(self.w.shape).copy()

    def gradient(self, lesson):
        return self._slope(lesson, self.predict(lesson.rows)).ravel()

    def _slope(self, lesson, decisions):
        errors = lesson.logit_gradient(decisions)
        return np.vstack([lesson.rows.T @ errors, errors.sum(axis=0)])


if __name__ == "__main__":
    limbeck.serve(Softmax)
