"""Starts Limbeck, and waits for what comes of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, TextIO, Union

from .results import Comparison, PathLike, Run

Experiment = Union[PathLike, Mapping[str, Any]]


class LimbeckError(Exception):
    """Limbeck refused or failed, for the reason that it tells.

    Attributes:
        exit_code: 2 where the input is wrong.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def run(
    experiment: Experiment,
    *,
    out: Optional[PathLike] = None,
    threads: Optional[int] = None,
    home: Optional[PathLike] = None,
    quiet: bool = False,
    **overrides: Any,
) -> Run:
    """Runs an experiment, shows its progress on standard error, and returns what it has left.

    Args:
        experiment: an experiment file, or a dictionary with what would stand in one. Paths are
            relative to the working directory.
        out: the run folder to write; ``runs/NAME-TIMESTAMP`` by default.
        threads: how many threads work on the devices; one per processor by default.
        home: where Limbeck is: its distribution, or a checkout. By default ``LIMBECK_HOME``, or
            the ``limbeck`` on the path, or the distribution that this package is part of.
        quiet: shows neither progress nor the result.
        **overrides: keys of the experiment with values for this run, such as ``rounds=100``;
            two underscores lead into a group: ``algorithm__regularization=5``.

    Raises:
        LimbeckError: with Limbeck's own message.
    """
    return Run(_start("run", [experiment], out, threads, home, quiet, overrides, "run folder"))


def compare(
    *experiments: Experiment,
    out: Optional[PathLike] = None,
    seeds: Sequence[int] = (),
    parallel: Optional[int] = None,
    home: Optional[PathLike] = None,
    quiet: bool = False,
    **overrides: Any,
) -> Comparison:
    """Runs experiments over seeds and whatever else they vary, and returns the comparison.

    The arguments are those of ``run``; ``seeds`` are tried for all, ``parallel`` is how many runs go
    on at once.
    """
    more = ["--seeds", ",".join(map(str, seeds))] if seeds else []
    more += ["--parallel", str(parallel)] if parallel else []
    page = _start(
        "compare", experiments, out, None, home, quiet, overrides, "comparison", options=more
    )
    return Comparison(Path(page).parent)


def find_limbeck(home: Optional[PathLike] = None) -> str:
    """Returns the script that starts Limbeck."""
    named = home or os.environ.get("LIMBECK_HOME")
    if named:
        script = _script(Path(named))
        if script is None:
            raise FileNotFoundError(f"there is no Limbeck in {named}: it has no bin/limbeck")
        return script
    # This package is in python/ of the distribution, or in a wheel there.
    parents = list(Path(__file__).resolve().parents)
    beside = next((_script(p.parent) for p in parents if p.name == "python"), None)
    script = shutil.which("limbeck") or beside
    if script is None:
        raise FileNotFoundError(
            "found no Limbeck: name its folder by home=..., or by the environment variable"
            " LIMBECK_HOME, or put its bin on the PATH"
        )
    return script


def _script(home: Path) -> Optional[str]:
    for script in (home / "bin" / "limbeck", home / "limbeck"):
        if script.is_file() and os.access(script, os.X_OK):
            return str(script)
    return None


def _start(
    command: str,
    experiments: Sequence[Experiment],
    out: Optional[PathLike],
    threads: Optional[int],
    home: Optional[PathLike],
    quiet: bool,
    overrides: Dict[str, Any],
    told: str,
    options: Sequence[str] = (),
) -> str:
    """Runs a command and returns the path that it tells at its end."""
    with _files(experiments) as files:
        arguments = [find_limbeck(home), command, *files, *options]
        if out is not None:
            arguments += ["--out", str(out)]
        if threads is not None:
            arguments += ["--threads", str(threads)]
        for key, value in overrides.items():
            # JSON is YAML, which values are.
            arguments += ["--set", f"{key.replace('__', '.')}={json.dumps(value)}"]
        lines = _execute(arguments, quiet)
    for line in lines:
        if line.startswith(told + ":"):
            return line[len(told) + 1 :].strip()
    raise LimbeckError(f"limbeck {command} has ended without telling its {told}", 1)


@contextmanager
def _files(experiments: Sequence[Experiment]) -> Iterator[List[str]]:
    """Gives the files of the experiments; those of dictionaries are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="limbeck-") as folder:
        files = []
        for number, experiment in enumerate(experiments, start=1):
            if isinstance(experiment, Mapping):
                name = "experiment" if len(experiments) == 1 else f"experiment-{number}"
                file = Path(folder, name + ".yaml")
                file.write_text(json.dumps(experiment, indent=2), encoding="utf-8")
                files.append(str(file))
            else:
                files.append(os.fspath(experiment))
        yield files


def _execute(arguments: Sequence[str], quiet: bool) -> List[str]:
    """Returns what was written to standard output; Ctrl-C is passed on, and waited for."""
    process = subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # a Ctrl-C at the terminal comes here only
    )
    assert process.stdout is not None and process.stderr is not None
    problems: List[str] = []
    watcher = threading.Thread(
        target=_show, args=(process.stderr, problems, None if quiet else sys.stderr), daemon=True
    )
    watcher.start()
    interrupted = False
    lines: List[str] = []
    while True:
        try:
            for line in process.stdout:
                lines.append(line.rstrip("\n"))
                if not quiet:
                    print(lines[-1], flush=True)
            process.wait()
            watcher.join()
            break
        except KeyboardInterrupt:
            interrupted = True
            process.send_signal(signal.SIGINT)
    if interrupted:
        raise KeyboardInterrupt
    if process.returncode:
        raise LimbeckError(_message(problems), process.returncode)
    return lines


def _show(stream: TextIO, lines: List[str], to: Optional[TextIO]) -> None:
    for line in stream:
        if line.startswith("WARNING: Using incubator modules"):
            continue  # Java announces its vectors
        lines.append(line.rstrip("\n"))
        if to is not None:
            print(lines[-1], file=to, flush=True)


def _message(lines: Sequence[str]) -> str:
    """Returns Limbeck's message: from the last line that begins with its name."""
    at = max((i for i, line in enumerate(lines) if line.startswith("limbeck: ")), default=0)
    message = "\n".join(lines[at:]).strip()
    return message[len("limbeck: ") :] if message.startswith("limbeck: ") else message or "no message"
