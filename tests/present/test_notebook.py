"""The notebook in examples runs from its first cell to its last."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_cell_of_the_notebook_runs(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    shutil.copytree(EXAMPLES / "panjshir-2021", tmp_path / "panjshir-2021")
    monkeypatch.chdir(tmp_path)
    notebook = json.loads((EXAMPLES / "panjshir.ipynb").read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    told = capsys.readouterr().out
    assert "denies" in told
    assert "Capture of Panjshir" in told or "capture of Panjshir" in told
    assert names["table"].num_rows > 0
