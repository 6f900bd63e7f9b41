"""A device that fails as its argument says."""

import os
import signal
import sys
import time

import numpy as np

import limbeck

FAILURE = sys.argv[1]


class Failing(limbeck.Model):
    def __init__(self, shape, classes, seed):
        self.classes = classes

    def predict(self, inputs):
        return np.full((len(inputs), self.classes), 1 / self.classes)

    def step(self, lesson, step_size):
        if FAILURE == "is-killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if FAILURE == "raises":
            raise RuntimeError("no luck today")
        if FAILURE == "hangs":
            time.sleep(3600)
        print("a print that reaches nobody")
        return 0, 0

    def save(self):
        return b"nothing"

    def restore(self, state):
        pass


if FAILURE == "writes-junk":
    print("loading the data ...", flush=True)
limbeck.serve(Failing)
