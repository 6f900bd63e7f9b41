"""The rows that Limbeck has sent, in one array."""

from __future__ import annotations

import numpy as np

from .wire import ProtocolError


class RowTable:
    """Rows by their numbers from 0; all have the same number of features."""

    def __init__(self) -> None:
        self._values = np.empty((0, 0), np.float32)
        self._count = 0
        self._taken = self._values

    def add(self, first: int, rows: np.ndarray) -> None:
        if first != self._count:
            raise ProtocolError(f"row {self._count} comes next, not {first}")
        count, features = rows.shape
        if self._count and features != self._values.shape[1]:
            raise ProtocolError(
                f"rows have {self._values.shape[1]} features, these have {features}"
            )
        end = first + count
        if end > len(self._values) or features != self._values.shape[1]:
            grown = np.empty((max(end, 2 * self._count), features), np.float32)
            if self._count:
                grown[: self._count] = self._values[: self._count]
            self._values = grown
        self._values[first:end] = rows
        self._count = end

    def take(self, numbers: np.ndarray) -> np.ndarray:
        """Returns these rows, n x features, in memory that the next call uses again."""
        if len(numbers) and numbers.max() >= self._count:
            raise ProtocolError(f"there is no row {numbers.max()}; there are {self._count}")
        if len(numbers) > len(self._taken) or self._taken.shape[1] != self._values.shape[1]:
            self._taken = np.empty((len(numbers), self._values.shape[1]), np.float32)
        # Numbers are in range: clipping them saves numpy another buffer.
        return self._values.take(numbers, axis=0, out=self._taken[: len(numbers)], mode="clip")

    def clear(self) -> None:
        self._values = self._taken = np.empty((0, 0), np.float32)
        self._count = 0
