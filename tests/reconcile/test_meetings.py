"""Which pairs are compared: what shares a key, each pair once, and never many more pairs than things."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reconcile.meetings import HOT, NEIGHBOURS, Rules, guests_of, members_by_key, pairs

Thing = tuple[int, tuple[int, ...]]


def rules(loose: str = "word") -> Rules[Thing]:
    return Rules(finer=lambda thing: [("third", thing[0] // 3)], order=lambda thing: (thing[0],), loose=loose)


def met(things: list[Thing], asked: Rules[Thing] | None = None, kind: str = "word") -> list[tuple[int, int]]:
    guests = guests_of(things, lambda thing: [(kind, key) for key in thing[1]])
    found = [pair for group in members_by_key(guests).values() for pair in pairs(group, asked or rules())]
    return [(min(left[0], right[0]), max(left[0], right[0])) for left, right in found]


def test_what_shares_a_key_meets_and_nothing_else_does():
    assert met([(0, (1,)), (1, (1, 2)), (2, (2,)), (3, (4,))]) == [(0, 1), (1, 2)]


def test_a_pair_that_shares_several_keys_meets_once():
    assert met([(0, (1, 2, 3)), (1, (1, 2, 3)), (2, (3,))]) == [(0, 1), (0, 2), (1, 2)]


@given(st.lists(st.sets(st.integers(0, 6), max_size=4), max_size=HOT))
def test_of_few_things_every_pair_with_a_common_key_meets_once(keys):
    things = [(number, tuple(sorted(own))) for number, own in enumerate(keys)]
    wanted = [(left[0], right[0]) for left, right in combinations(things, 2) if set(left[1]) & set(right[1])]
    assert Counter(met(things)) == Counter(wanted)


def test_of_many_things_with_one_key_those_with_a_common_finer_key_meet():
    pairs_met = met([(number, (1,)) for number in range(HOT * 3)])
    assert Counter(pairs_met) == Counter(
        (left, right) for left, right in combinations(range(HOT * 3), 2) if left // 3 == right // 3
    )


def near(size: int, loose: str) -> list[tuple[int, int]]:
    same: Rules[Thing] = Rules(finer=lambda thing: [("word", 0)], order=lambda thing: (thing[0],), loose=loose)
    return met([(number, (1,)) for number in range(size)], same)


def test_what_is_too_large_after_all_gives_neighbours():
    assert near(HOT * 2, "none")[: NEIGHBOURS + 1] == [*((0, other) for other in range(1, NEIGHBOURS + 1)), (1, 2)]


def test_where_both_keys_are_of_a_loose_kind_it_gives_nothing():
    assert near(HOT * 2, "word") == []


@pytest.mark.parametrize("size", [1_000, 4_000])
def test_hot_keys_make_no_more_pairs_for_each_thing_as_things_grow(size):
    things = [(number, (0, 1, number % 2 + 2)) for number in range(size)]
    assert len(met(things, kind="place")) <= NEIGHBOURS * 3 * size
