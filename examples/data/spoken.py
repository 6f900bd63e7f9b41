#!/usr/bin/python3
"""
Lets eight voices of espeak-ng say the digits: sounds, and data whose devices differ in how things sound and not in which things
they have (feature shift).

    apt-get install espeak-ng python3-numpy
    examples/data/spoken.py                       # writes data/spoken/train.csv and test.csv, 15 MB, in minutes
    limbeck compare examples/data/spoken.yaml

A row is a digit of 16x20 values, 0 (silent) to 1 (loud): the logarithms of the energies in 16 mel bands of 20 pieces of 30 ms. `label` is
the digit and `voice` the voice, for `partition: by-group`. Each voice says each digit at 14 speeds and 9 pitches; those for the rows to
test on are others than those for the rows to train on. Where the sound begins, how loud it is and the noise are drawn from the seed.
"""

import argparse
import io
import random
import subprocess
import wave
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import datafiles

try:
    import numpy
except ImportError:
    numpy = None

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
VOICES = {
    "america": "en-us+m3",
    "scotland": "en-gb-scotland+f2",
    "caribbean": "en-029+m7",
    "received": "en-gb-x-rp+f4",
    "new-york": "en-us-nyc+klatt2",
    "lancaster": "en-gb-x-gbclan+croak",
    "midlands": "en-gb-x-gbcwmd+f5",
    "whisper": "en-us+whisper",
}
SPEEDS = range(110, 250, 10)  # words a minute
PITCHES = range(10, 100, 10)  # of 99

# With these versions, the files of the default options have this digest.
PINNED = {
    "espeak-ng": "1.51+dfsg-10+deb12u2",
    "espeak-ng-data": "1.51+dfsg-10+deb12u2",
    "libespeak-ng1": "1.51+dfsg-10+deb12u2",
    "python3-numpy": "1:1.24.2-1+deb12u1",
}
DIGEST = "d7e89a3e2412d62c93121f326aa0e1bbc61ac8c260920f2716a0809a80bbc44b"

RATE = 22_050  # samples a second, those of espeak-ng
BANDS = 16
PIECES = 20
HOP = 661  # samples from one piece to the next
WINDOW = 1024
LOUDEST = 3.0  # the decimal logarithm of an energy that becomes 1
QUIETEST = -3.0


def say(voice, word, speed, pitch):
    """Returns the samples of a word, -1 to 1, without the silence before and after."""
    try:
        answer = subprocess.run(
            ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "--stdout", word], capture_output=True, check=False)
    except FileNotFoundError as e:
        raise datafiles.Unusable("needs espeak-ng: apt-get install espeak-ng") from e
    if answer.returncode != 0:
        raise datafiles.Unusable(f"espeak-ng does not speak as {voice}: {answer.stderr.decode().strip()}")
    with wave.open(io.BytesIO(answer.stdout)) as sound:
        # the header of what is written to a pipe tells no length, so that all that is there is read
        samples = numpy.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2") / 32768
    loud = numpy.flatnonzero(numpy.abs(samples) > 0.01)
    return samples[loud[0]:loud[-1] + 1]


def mel_bands():
    """Returns the weights of frequencies in the bands: triangles that are equally wide in mel, from 100 to 8,000 Hz."""
    def mel(hertz):
        return 2595 * numpy.log10(1 + hertz / 700)

    edges = numpy.linspace(mel(100), mel(8000), BANDS + 2)
    frequencies = mel(numpy.arange(WINDOW // 2 + 1) * RATE / WINDOW)
    up = (frequencies[None, :] - edges[:-2, None]) / (edges[1] - edges[0])
    down = (edges[2:, None] - frequencies[None, :]) / (edges[1] - edges[0])
    return numpy.clip(numpy.minimum(up, down), 0, None)


def spectrogram(samples, draw, bands):
    """Returns the values of a row, bands from low to high, each of them from the first piece to the last."""
    length = HOP * (PIECES - 1) + WINDOW
    heard = numpy.random.Generator(numpy.random.PCG64(draw.getrandbits(64))).uniform(-1, 1, length) * 0.003
    start = draw.randrange(0, 2 * HOP)
    said = samples[:length - start]
    heard[start:start + len(said)] += draw.uniform(0.3, 1) * said
    pieces = numpy.stack([heard[HOP * i:HOP * i + WINDOW] for i in range(PIECES)]) * numpy.hanning(WINDOW)
    energies = bands @ (numpy.abs(numpy.fft.rfft(pieces)) ** 2).T
    values = (numpy.log10(energies + 1e-9) - QUIETEST) / (LOUDEST - QUIETEST)
    return [round(float(value), 2) for value in numpy.clip(values, 0, 1).flat]


def manners(voice, word, train, test, seed):
    """Returns the speeds and pitches at which a voice says a word: those to train on, and those to test on."""
    chosen = random.Random(f"{seed} {voice} {word}").sample(list(product(SPEEDS, PITCHES)), train + test)
    return {"train": chosen[:train], "test": chosen[train:]}


def rows(part, train, test, seed, pool):
    """Yields rows of all voices."""
    bands = mel_bands()
    for name, voice in VOICES.items():
        for digit, word in enumerate(WORDS):
            draw = random.Random(f"{seed} {part} {name} {word}")
            chosen = manners(name, word, train, test, seed)[part]
            for samples in pool.map(lambda manner: say(voice, word, *manner), chosen):
                yield [digit, name, *spectrogram(samples, draw, bands)]


def run():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--to", type=Path, default=Path("data/spoken"), help="the folder to write to (data/spoken)")
    options.add_argument("--seed", type=int, default=1, help="what all draws are made from (1)")
    options.add_argument("--train", type=int, default=100, help="rows to train on, of each digit and voice (100)")
    options.add_argument("--test", type=int, default=20, help="rows to test on (20)")
    chosen = options.parse_args()
    if min(chosen.train, chosen.test) < 1 or chosen.train + chosen.test > len(SPEEDS) * len(PITCHES):
        raise datafiles.Unusable(
            f"--train and --test are 1 or more, and {len(SPEEDS) * len(PITCHES)} together at the most:"
            f" not {chosen.train} and {chosen.test}")
    if numpy is None:
        raise datafiles.Unusable("needs NumPy of this Python: apt-get install python3-numpy, and run /usr/bin/python3")
    header = ["label", "voice", *(f"band{band}piece{piece}" for band in range(BANDS) for piece in range(PIECES))]
    with ThreadPoolExecutor(2) as pool:
        paths = [
            datafiles.write(chosen.to, f"{part}.csv", header, rows(part, chosen.train, chosen.test, chosen.seed, pool))
            for part in ("train", "test")]
    if (chosen.seed, chosen.train, chosen.test) == (1, 100, 20):
        datafiles.check(paths, DIGEST, PINNED)
    print(*paths, sep="\n")


if __name__ == "__main__":
    datafiles.main(run)
