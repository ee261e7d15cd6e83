"""The matrix product of NumPy in place of the tagger's own, where that is as steady.

A third of the tagger's time goes into products of matrices. spaCy has them made by BLIS, which falls back to code for no
processor in particular where it does not know the one it runs on; NumPy's product is then three times as fast. It is used only
where it gives a row the same, to the last bit, whatever rows stand beside it: else what is read out of a text would depend on
which texts are read together. That is tried out on the weights of the pipeline itself when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

# fewer rows than these are multiplied by other code, which adds in another order
FEWEST_ROWS = 64
TRIED_ROWS = 700
CUTS = ((0, 1), (0, 2), (3, 8), (5, 22), (9, 72), (11, 107), (17, 216), (101, 700))


@dataclass(frozen=True, slots=True)
class OneThread:
    """Keeps the product to one thread while a pipeline runs: several workers share the cores already."""

    controller: Any

    def held(self) -> AbstractContextManager[Any]:
        """Where products are made by one thread."""
        held: AbstractContextManager[Any] = self.controller.limit(limits=1, user_api="blas")
        return held


def with_fast_product(pipeline: Any) -> OneThread | None:
    """Has a pipeline multiply by NumPy, and gives back what keeps that to one thread; None, all left as it is, where not.

    Not where NumPy's library for products is not known to be a fast one, nor where its rows depend on their neighbours.
    """
    from threadpoolctl import ThreadpoolController

    libraries = ThreadpoolController().select(user_api="blas")
    nodes = list(nodes_of(pipeline))
    if not libraries or not nodes:
        return None
    limit = OneThread(libraries)
    with limit.held():
        if not is_steady(weights_of(nodes)):
            return None
    ops = fast_ops()
    for node in nodes:
        node.ops = ops
    return limit


def fast_ops() -> Any:
    """The operations of thinc on the processor, with NumPy's product."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    ops.gemm = product
    return ops


def nodes_of(pipeline: Any) -> Iterator[Any]:
    """The parts of the models of a pipeline that run on the processor by thinc's common operations."""
    from thinc.api import NumpyOps

    for _, component in pipeline.pipeline:
        for node in getattr(getattr(component, "model", None), "walk", tuple)():
            if type(node.ops) is NumpyOps:
                yield node


def weights_of(nodes: Sequence[Any]) -> list[Any]:
    """One matrix of weights of each shape in these parts, as rows are multiplied by it."""
    found = (node.get_param("W") for node in nodes if node.has_param("W"))
    flat = (weights.reshape(-1, weights.shape[-1]) for weights in found)
    return list({weights.shape: weights for weights in flat}.values())


def is_steady(weights: Sequence[Any]) -> bool:
    """Whether rows multiplied by these come out the same to the last bit, many at once or few."""
    return all(is_steady_by(matrix) for matrix in weights)


def is_steady_by(matrix: Any) -> bool:
    """Whether rows multiplied by one matrix come out the same to the last bit, many at once or few."""
    import numpy

    rows = numpy.random.default_rng(0).standard_normal((TRIED_ROWS, matrix.shape[1]), dtype="float32")
    whole = product(rows, matrix, trans2=True)
    return all(
        numpy.array_equal(product(rows[first:last].copy(), matrix, trans2=True), whole[first:last]) for first, last in CUTS
    )


def product(x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
    """NumPy's product of two matrices, either transposed where asked; few rows are multiplied among empty ones."""
    import numpy

    left, right = x.T if trans1 else x, y.T if trans2 else y
    if len(left) >= FEWEST_ROWS:
        return numpy.dot(left, right, out=out)
    filled = numpy.zeros((FEWEST_ROWS, left.shape[1]), dtype=left.dtype)
    filled[: len(left)] = left
    found = numpy.dot(filled, right)[: len(left)]
    if out is None:
        return found
    out[...] = found
    return out
