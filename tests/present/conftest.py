"""The view of the shipped example, made once."""

from __future__ import annotations

import pytest

from counterclaim.cli.run import example_folder
from counterclaim.flow import run, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.records import View


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    path = tmp_path_factory.mktemp("present") / "example.db"
    with open_ledger(path, create=True) as ledger:
        run([str(example_folder())], ledger, Settings())
        return view_of_ledger(ledger, Settings())
