#!/usr/bin/python3
"""
Draws the letters A to J in eight unlike font families of Debian: data whose devices differ in how things look and not in
which things they have (feature shift).

    apt-get install python3-pil fonts-dejavu-core fonts-gnutypewriter fonts-dancingscript fonts-blankenburg \\
      fonts-femkeklaver fonts-isabella fonts-lobstertwo fonts-breip
    examples/data/glyphs.py                       # writes data/glyphs/train.csv and test.csv, 11 MB, in a few seconds
    limbeck compare examples/data/glyphs.yaml

A row is a letter of 16x16 grey values, 0 (paper) to 1 (ink), turned, sheared, scaled, moved and with noise, all drawn from the
seed; `label` is the letter and `font` the family, for `partition: by-group`. Rows to test on are other draws, of all families.
"""

import argparse
import math
import random
from pathlib import Path

import datafiles

try:
    from PIL import Image, ImageDraw, ImageFont
except ImportError:
    Image = None

LETTERS = "ABCDEFGHIJ"
FONTS = {
    "dejavu": ("fonts-dejavu-core", "truetype/dejavu/DejaVuSans.ttf"),
    "typewriter": ("fonts-gnutypewriter", "truetype/gnutypewriter/GNUTypewriter.ttf"),
    "dancing": ("fonts-dancingscript", "opentype/dancingscript/DancingScript-Regular.otf"),
    "blankenburg": ("fonts-blankenburg", "truetype/blankenburg/Blankenburg_UNZ1A.ttf"),
    "femkeklaver": ("fonts-femkeklaver", "truetype/femkeklaver/femkeklaver.ttf"),
    "isabella": ("fonts-isabella", "truetype/isabella/Isabella.ttf"),
    "lobster": ("fonts-lobstertwo", "opentype/lobstertwo/LobsterTwo-Regular.otf"),
    "breip": ("fonts-breip", "truetype/breip/Breip.ttf"),
}
PLACE = Path("/usr/share/fonts")

# With these versions, the files of the default options have this digest.
PINNED = {
    "fonts-dejavu-core": "2.37-6",
    "fonts-gnutypewriter": "1.0-2",
    "fonts-dancingscript": "1.2-2",
    "fonts-blankenburg": "0.1-3",
    "fonts-femkeklaver": "1.0-4",
    "fonts-isabella": "1.202-4",
    "fonts-lobstertwo": "2.0-2.1",
    "fonts-breip": "1:0.5.1-3",
    "python3-pil": "9.4.0-1.1+deb12u1",
    "libfreetype6": "2.12.1+dfsg-5+deb12u4",
}
DIGEST = "ddc7d8484a846cdb26cc843c91d0fbafb78b2a4bdf6674bcbac75f9f82805974"

SIZE = 16  # pixels of a side
FINE = 4  # pixels that are drawn for the side of one
NOISE = 24  # up or down, of 255


def family(name):
    """Returns the letters of a font, each of them drawn large and as high or wide as a common box."""
    package, file = FONTS[name]
    if Image is None:
        raise datafiles.Unusable("needs Pillow of this Python: apt-get install python3-pil, and run /usr/bin/python3")
    if not (PLACE / file).is_file():
        raise datafiles.Unusable(f"{PLACE / file} is not there: apt-get install {package}")
    font = ImageFont.truetype(str(PLACE / file), 96, layout_engine=ImageFont.Layout.BASIC)
    return {letter: boxed(font, letter) for letter in LETTERS}


def boxed(font, letter):
    """Returns a letter in the middle of a fine image, 12 pixels of a row high, or wide where it is wider."""
    canvas = Image.new("L", (400, 400), 0)
    ImageDraw.Draw(canvas).text((120, 120), letter, fill=255, font=font)
    ink = canvas.crop(canvas.getbbox())
    scale = 12 * FINE / max(ink.size)
    ink = ink.resize([max(1, round(side * scale)) for side in ink.size], Image.Resampling.LANCZOS)
    image = Image.new("L", (SIZE * FINE, SIZE * FINE), 0)
    image.paste(ink, [(SIZE * FINE - side) // 2 for side in ink.size])
    return image


def distorted(image, draw):
    """Returns the grey values of a letter as somebody wrote or scanned it."""
    angle = math.radians(draw.uniform(-10, 10))
    shear = draw.uniform(-0.15, 0.15)
    across = draw.uniform(0.85, 1.1)
    down = draw.uniform(0.85, 1.1)
    middle = SIZE * FINE / 2
    x0 = middle + draw.uniform(-1, 1) * FINE
    y0 = middle + draw.uniform(-1, 1) * FINE
    a, b = math.cos(angle) / across, (math.sin(angle) + shear) / across
    d, e = -math.sin(angle) / down, math.cos(angle) / down
    moved = image.transform(
        image.size, Image.Transform.AFFINE,
        (a, b, middle - a * x0 - b * y0, d, e, middle - d * x0 - e * y0), Image.Resampling.BILINEAR)
    ink = draw.uniform(0.6, 1)
    pixels = moved.resize((SIZE, SIZE), Image.Resampling.BOX).getdata()
    return [round(min(255, max(0, ink * value + draw.randint(-NOISE, NOISE))) / 255, 2) for value in pixels]


def rows(part, count, seed):
    """Yields rows of all families: so many of each letter."""
    for name in FONTS:
        letters = family(name)
        for letter in LETTERS:
            draw = random.Random(f"{seed} {part} {name} {letter}")
            for _ in range(count):
                yield [letter, name, *distorted(letters[letter], draw)]


def run():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--to", type=Path, default=Path("data/glyphs"), help="the folder to write to (data/glyphs)")
    options.add_argument("--seed", type=int, default=1, help="what all draws are made from (1)")
    options.add_argument("--train", type=int, default=100, help="rows to train on, of each letter and family (100)")
    options.add_argument("--test", type=int, default=20, help="rows to test on (20)")
    chosen = options.parse_args()
    header = ["label", "font", *(f"pixel{i}" for i in range(SIZE * SIZE))]
    paths = [
        datafiles.write(chosen.to, f"{part}.csv", header, rows(part, count, chosen.seed))
        for part, count in (("train", chosen.train), ("test", chosen.test))]
    if (chosen.seed, chosen.train, chosen.test) == (1, 100, 20):
        datafiles.check(paths, DIGEST, PINNED)
    print(*paths, sep="\n")


if __name__ == "__main__":
    datafiles.main(run)
