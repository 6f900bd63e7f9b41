"""CSV files that scripts of this folder write: written whole, and compared with what they were when a digest was noted."""

import csv
import hashlib
import os
import subprocess
import sys
from pathlib import Path


class Unusable(Exception):
    """Something is missing or not as it has to be. The message is for people."""


def versions(packages):
    """Returns the installed versions of Debian packages by name; None for one that is not installed."""
    found = {}
    for package in packages:
        try:
            answer = subprocess.run(
                ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Version}", package],
                capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return dict.fromkeys(packages)
        status, _, version = answer.stdout.partition(" ")
        found[package] = version if status == "installed" else None
    return found


def write(folder, name, header, rows):
    """Writes a CSV file, which appears whole or not at all, and returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    part = folder / (name + ".part")
    with open(part, "w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(header)
        lines.writerows(rows)
    os.replace(part, path)
    return path


def digest(paths):
    """Returns the SHA-256 digest of files, one after the other."""
    sha = hashlib.sha256()
    for path in paths:
        sha.update(Path(path).read_bytes())
    return sha.hexdigest()


def check(paths, expected, pinned):
    """
    Compares files with the digest of those that were written with the pinned versions of packages.

    Files that differ are an error with the same versions, and a warning with others.
    """
    found = digest(paths)
    if found == expected:
        return
    installed = versions(pinned)
    others = [
        f"{package} {installed[package] or 'is not there'}, was {version}"
        for package, version in pinned.items() if installed[package] != version]
    message = f"the SHA-256 digest of {', '.join(map(str, paths))} is {found}, not {expected}"
    if not others:
        raise Unusable(message)
    print(f"warning: {message}; other versions: {'; '.join(others)}", file=sys.stderr)


def main(run):
    """Runs a script; what is unusable is told in a line, and the exit code is 2."""
    try:
        run()
    except Unusable as e:
        print(f"{Path(sys.argv[0]).name}: {e}", file=sys.stderr)
        sys.exit(2)
