import sys
from pathlib import Path

import pytest

from limbeck_side import Program

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "python"


@pytest.fixture
def examples():
    return EXAMPLES


@pytest.fixture
def write_model(tmp_path):
    """Writes a program whose body follows the imports, and returns its file."""

    def write(body):
        file = tmp_path / "model.py"
        file.write_text("import limbeck\nimport numpy as np\n" + body, encoding="utf-8")
        return file

    return write


@pytest.fixture
def start():
    """Starts programs that end with the test."""
    programs = []

    def start_program(*command, **options):
        programs.append(Program(*command, **options))
        return programs[-1]

    yield start_program
    for program in programs:
        program.__exit__()
