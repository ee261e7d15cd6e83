"""NumPy's product in place of the tagger's own: the same results, and only where rows do not depend on their neighbours."""

import importlib

import numpy
import pytest

from counterclaim.annotate.taggers import _product
from counterclaim.annotate.taggers._product import FEWEST_ROWS, fast_ops, is_steady, product, weights_of, with_fast_product
from counterclaim.knowledge.load import load

SENTENCES = (
    "The army said on Monday that rebels had shelled the market in Karsun, killing four people.",
    "Mayor Ilse Brandt denied it.",
    "No.",
)


@pytest.fixture
def pipeline():
    models = load().languages["en"].section("tagger")["spacy"]["models"]
    package = next(name for name in models if importlib.util.find_spec(name))
    return importlib.import_module(package).load()


def matrix(rows: int, columns: int) -> numpy.ndarray:
    return numpy.random.default_rng(rows).standard_normal((rows, columns), dtype="float32")


def found_in(docs) -> list[list[tuple[str, ...]]]:
    return [[(token.tag_, token.dep_, token.head.text, token.ent_type_) for token in doc] for doc in docs]


def multiplies_by_numpy(pipeline) -> bool:
    return all(node.ops.gemm is product for _, component in pipeline.pipeline if hasattr(component, "model")
               for node in getattr(component.model, "walk", list)())  # fmt: skip


@pytest.mark.parametrize("rows", [1, FEWEST_ROWS - 1, FEWEST_ROWS, 3 * FEWEST_ROWS])
def test_it_is_the_product_of_the_two_matrices(rows):
    left, right = matrix(rows, 30), matrix(30, 20)
    assert product(left, right) == pytest.approx(left @ right, abs=1e-4)
    assert product(left.T.copy(), right, trans1=True) == pytest.approx(left @ right, abs=1e-4)
    assert product(left, right.T.copy(), trans2=True) == pytest.approx(left @ right, abs=1e-4)


@pytest.mark.parametrize("rows", [2, 2 * FEWEST_ROWS])
def test_it_is_written_where_it_is_wanted(rows):
    wanted = numpy.empty((rows, 20), dtype="float32")
    assert product(matrix(rows, 30), matrix(30, 20), out=wanted) is wanted
    assert wanted == pytest.approx(matrix(rows, 30) @ matrix(30, 20), abs=1e-4)


def test_the_tagger_finds_the_same_with_either_product(pipeline):
    before = found_in(pipeline.pipe(SENTENCES))
    for _, component in pipeline.pipeline:
        for node in getattr(getattr(component, "model", None), "walk", list)():
            node.ops = fast_ops()
    assert found_in(pipeline.pipe(SENTENCES)) == before
    assert found_in(pipeline(sentence) for sentence in SENTENCES) == before


def test_a_product_whose_rows_depend_on_their_neighbours_is_not_used(pipeline, monkeypatch):
    def unsteady(x, y, out=None, trans1=False, trans2=False):
        return product(x, y, out, trans1, trans2) * numpy.float32(1 + 1e-6 * (len(x) < FEWEST_ROWS))

    monkeypatch.setattr(_product, "product", unsteady)
    assert not is_steady([matrix(20, 30)])
    assert with_fast_product(pipeline) is None
    assert not multiplies_by_numpy(pipeline)


def test_a_steady_product_is_used_by_the_whole_pipeline(pipeline, monkeypatch):
    monkeypatch.setattr(_product, "is_steady", lambda weights: len(weights) > 1)
    assert with_fast_product(pipeline) is not None
    assert multiplies_by_numpy(pipeline)


def test_while_it_is_held_one_thread_multiplies(pipeline, monkeypatch):
    monkeypatch.setattr(_product, "is_steady", lambda weights: True)
    limit = with_fast_product(pipeline)
    with limit.held():
        assert {library["num_threads"] for library in limit.controller.info()} == {1}


def test_weights_are_taken_once_for_each_shape(pipeline):
    shapes = [weights.shape for weights in weights_of(list(_product.nodes_of(pipeline)))]
    assert len(shapes) == len(set(shapes)) > 3
