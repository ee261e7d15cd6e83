"""Every engine gives the same results in the same order, and loses one item where one item kills."""

import importlib
import importlib.util
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim import plugins
from counterclaim.engines import processes
from counterclaim.kit import Settings

HERE = str(Path(__file__).parent)
sys.path.insert(0, HERE)
os.environ["PYTHONPATH"] = os.pathsep.join([HERE, *sys.path])  # what Ray's workers import from
steps = importlib.import_module("steps")

SETTINGS = Settings(batch_size=4, workers=2)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
RAY = pytest.param("ray", marks=pytest.mark.skipif(not importlib.util.find_spec("ray"), reason="ray is not installed"))
ENGINES = ["one", "processes", RAY]


def engine_of(name: str):
    return plugins.get("engine", name)


@pytest.mark.parametrize("name", ENGINES)
def test_map_keeps_the_order_of_the_input(name):
    assert list(engine_of(name).map(steps.doubled, range(50), SETTINGS)) == list(range(0, 100, 2))


@pytest.mark.parametrize("name", ENGINES)
def test_map_of_nothing_is_nothing(name):
    assert list(engine_of(name).map(steps.doubled, [], SETTINGS)) == []


@pytest.mark.parametrize("name", ENGINES[1:])
def test_an_item_that_kills_its_worker_is_lost_alone(name):
    results = list(engine_of(name).map(steps.deadly, range(20), SETTINGS, lost=lambda item, reason: f"{item}: {reason}"))
    assert results[:13] + results[14:] == [*range(13), *range(14, 20)]
    assert results[13].startswith("13: its worker died")


def test_an_error_of_the_function_reaches_the_caller():
    with pytest.raises(RuntimeError, match="ValueError: no"):
        list(engine_of("processes").map(steps.raising, range(3), SETTINGS))


@pytest.mark.parametrize("name", ENGINES)
def test_group_puts_an_item_under_each_of_its_keys(name):
    results = list(engine_of(name).group(steps.summed, range(10), lambda item: (item % 2, "all"), SETTINGS))
    assert results == [20, 45, 25]


def test_many_items_are_grouped_by_workers_with_the_same_results():
    items = range(processes.FEW_ITEMS + 1)
    here = list(engine_of("one").group(steps.summed, items, lambda item: (item % 100,), SETTINGS))
    assert list(engine_of("processes").group(steps.summed, items, lambda item: (item % 100,), SETTINGS)) == here


def test_no_batch_is_drawn_far_ahead_of_the_one_given_out():
    drawn = []

    def source():
        for item in range(1000):
            drawn.append(item)
            yield item

    results = processes.map(steps.doubled, source(), replace(SETTINGS, batch_size=1))
    next(results)
    assert len(drawn) <= processes.AHEAD * 2 + 1
    results.close()
