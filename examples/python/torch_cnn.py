"""A convolutional network in PyTorch, for images of any size from 8 x 8.

architecture: {name: external, command: [python3, examples/python/torch_cnn.py]}
"""

from torch import nn

import limbeck


@limbeck.torch_model()
def cnn(shape, classes):
    return nn.Sequential(
        nn.Conv2d(shape.channels, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(16 * (shape.height // 4) * (shape.width // 4), classes),
    )


if __name__ == "__main__":
    limbeck.serve(cnn)
