"""The docs build without a warning, and the generated page is up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import columns

ROOT = Path(__file__).parents[2]


def test_the_dictionary_of_columns_is_up_to_date():
    assert columns.PAGE.read_text(encoding="utf-8") == columns.page(), "run: python -m benchmarks.columns"


def test_the_docs_build_without_warnings(tmp_path: Path):
    pytest.importorskip("mkdocs", reason="mkdocs is not installed")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert built.returncode == 0, built.stderr
