"""Whether two tellings are of one happening: what forbids it, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log1p, sqrt

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.tellings import Telling, kilometres, types_exclude, types_fit
from counterclaim.records import INNER

NEAR_DAYS = 3
NEWS_DAYS = 1
FAR_DAYS = 365
WORTH_NAMING = 0.05
SPOT_KM = 15.0
MANY = 10
MOST_RARE = 12.0
GROUND = "ground"
LEAVING = "withdraw"
DETAILS = ("age", "street", "block", "person", GROUND)
DAYS_APART = "days that do not meet"
PLACES_APART = "places that do not meet"
Likeness = tuple[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A telling on its way to be compared: weights of its words and names (unit vectors), and how rare each detail is."""

    telling: Telling
    words: Mapping[int, float]
    names: Mapping[int, float]
    details: Mapping[str, float]


def conflict(left: Telling, right: Telling, lexicon: Lexicon) -> str | None:
    """Why two tellings cannot be of one happening, or None."""
    if types_exclude(left, right, lexicon):
        return "types that exclude one another"
    if left.sums != right.sums:
        return "a sum over a long time and a single happening"
    if days_exclude(left, right, lexicon):
        return DAYS_APART
    if places_apart(left, right):
        return PLACES_APART
    if single_victims(left) and single_victims(right) and not left.people & right.people:
        return "other victims"
    if doer_decides(left, right, lexicon):
        return other_sides(left, right)
    return None


def other_sides(left: Telling, right: Telling) -> str | None:
    """Why two changes of who holds a place are not one: others gain or lose by it, or one left another place than was taken."""
    if is_inner(left) != is_inner(right) and left.spots and right.spots:
        return "a whole place and a part of it"
    told_as_one = left.spots & right.spots or left.place_names & right.place_names
    if left.kinds != right.kinds and {LEAVING} in (left.kinds, right.kinds) and not told_as_one:
        return "left and taken are not told of one place"
    if left.doers and right.doers and not left.doers & right.doers:
        return "other doers"
    if left.doers & right.hurt or right.doers & left.hurt:
        return "who gains in one loses in the other"
    untold = not left.doers and not right.doers
    return "other losers" if untold and left.hurt and right.hurt and not left.hurt & right.hurt else None


def outweighed(reason: str | None, left: Candidate, right: Candidate, lexicon: Lexicon) -> bool:
    """Whether rare details that both give outweigh days or places that do not meet.

    The day of an arrest or a court is easily taken for that of the deed, and a street for a town; the same victims, ages and
    house blocks are no accident. Who holds a place is never decided so.
    """
    if reason not in (DAYS_APART, PLACES_APART) or doer_decides(left.telling, right.telling, lexicon):
        return False
    shared = [key for key in left.details.keys() & right.details.keys() if not key.startswith(GROUND)]
    return sum(left.details[key] for key in sorted(shared)) >= float(lexicon.joining["outweighs"])


def days_exclude(left: Telling, right: Telling, lexicon: Lexicon) -> bool:
    """Whether the days of two tellings exclude one another.

    A night has two dates, so one day apart is still together. Where only one is firmly dated, the report of the other can come
    late but not early; where one side or the other must have held a place in between, late reports are of another time.
    """
    if days_apart(left, right) <= 1:
        return False
    if (is_firm(left) and is_firm(right)) or doer_decides(left, right, lexicon):
        return True
    dated, other = (left, right) if is_firm(left) else (right, left)
    return is_firm(dated) and day_number(other.last) + 1 < day_number(dated.first)


def is_firm(telling: Telling) -> bool:
    """Whether the day that a telling gives is that of the deed, and not that of the court or arrest that it tells of."""
    if not telling.dated or not telling.late or telling.published is None:
        return telling.dated
    return day_number(telling.last) < day_number(telling.published[:10]) - NEWS_DAYS


def is_outcome(left: Telling, right: Telling) -> bool:
    """Whether the later of two tellings tells what came of a deed before it, as a court or an arrest does."""
    earlier, later = (left, right) if left.last < right.first else (right, left)
    return later.late and not is_firm(later) and earlier.last < later.first


def days_apart(left: Telling, right: Telling) -> int:
    """How many days lie between two stretches of days; 0 where they meet."""
    if left.first <= right.last and right.first <= left.last:
        return 0
    earlier, later = (left.last, right.first) if left.last < right.first else (right.last, left.first)
    return day_number(later) - day_number(earlier)


def day_number(day: str) -> int:
    """A day as a number; one that is none of the calendar counts as the first of its month or year."""
    for text in (day, f"{day[:7]}-01", f"{day[:4]}-01-01"):
        try:
            return date.fromisoformat(text).toordinal()
        except ValueError:
            continue
    return 0


def places_apart(left: Telling, right: Telling) -> bool:
    """Whether two tellings lie at places that are neither one, nor one within the other, nor next to each other."""
    if left.spots and right.spots and not left.spots & right.spots:
        if left.spots & right.areas or right.spots & left.areas or of_one_name(left, right):
            return False
        if left.where is None or right.where is None:
            return not left.countries & right.countries and bool(left.countries and right.countries)
        return kilometres(left.where, right.where) > max(SPOT_KM, left.reach_km, right.reach_km)
    return False


def two_in_one(left: Telling, right: Telling) -> bool:
    """Whether the two lie at places of two names that no gazetteer has, in one town."""
    named = left.place_names and right.place_names and not left.place_names & right.place_names
    return bool(named) and is_inner(left) and is_inner(right) and left.where == right.where


def is_inner(telling: Telling) -> bool:
    """Whether a telling lies at a place that no gazetteer has and that is told to lie in one that it has."""
    return bool(telling.spots) and not on_map(telling)


def on_map(telling: Telling) -> bool:
    """Whether a telling lies at a place that a gazetteer has."""
    return any(not spot.startswith(INNER) for spot in telling.spots)


def of_one_name(left: Telling, right: Telling) -> bool:
    """Whether both name a place by one name, and it is not sure for either which place of that name is meant."""
    return bool(left.unsure & right.place_names or right.unsure & left.place_names)


def single_victims(telling: Telling) -> bool:
    """Whether a telling is of the death of one named person and no other."""
    one = telling.killed == (1, 1) or (telling.killed is None and "kill" in telling.kinds)
    return len(telling.people) == 1 and one


def doer_decides(left: Telling, right: Telling, lexicon: Lexicon) -> bool:
    """Whether both are of a type in which another doer makes another event."""
    return bool(left.kinds & lexicon.deciding) and bool(right.kinds & lexicon.deciding)


def likeness(left: Candidate, right: Candidate, lexicon: Lexicon) -> tuple[float, str]:
    """How alike two tellings are, as a sum of weights, and what it is made of."""
    weights = lexicon.joining["weights"]
    found = [(name, value * weights[name]) for name, value in features(left, right, lexicon)]
    score = sum(value for _, value in found)
    return round(score, 3), ", ".join(f"{name} {value:+.1f}" for name, value in found if abs(value) >= WORTH_NAMING)


def features(left: Candidate, right: Candidate, lexicon: Lexicon) -> Iterator[Likeness]:
    """What is alike and what is not."""
    one, other = left.telling, right.telling
    yield type_feature(one, other, lexicon), 1.0
    if doer_decides(one, other, lexicon) and one.spots & other.spots:
        yield "holding_same", 1.0
    yield day_feature(one, other), 1.0
    if days_exclude(one, other, lexicon):
        yield "day_apart", 1.0
    gap = log1p(min(FAR_DAYS, max(days_apart(one, other), reported_apart(one, other))))
    yield ("gap_of_outcome" if one.late or other.late else "gap"), gap
    yield from place_features(one, other)
    yield from party_features(one, other)
    yield from toll_features(one, other)
    yield "words", shared(left.words, right.words)
    yield "names", shared(left.names, right.names)
    yield from detail_features(left, right)


def detail_features(left: Candidate, right: Candidate) -> Iterator[Likeness]:
    """For each kind of detail, how rare those are that both give; where both give some, but none is shared, that.

    A round-up of many attacks shares something with each of them: what is shared weighs less the more is not.
    """
    for kind in DETAILS:
        ours = {key for key in left.details if key.startswith(kind)}
        theirs = {key for key in right.details if key.startswith(kind)}
        both = ours & theirs
        if both:
            rare = min(MOST_RARE, sum(left.details[key] for key in sorted(both)))
            yield f"{kind}_shared", rare * sqrt(len(both) / max(len(ours), len(theirs)))
        elif ours and theirs:
            yield f"{kind}_other", 1.0


def type_feature(left: Telling, right: Telling, lexicon: Lexicon) -> str:
    """How well the types agree."""
    if left.kinds & right.kinds:
        return "type_same"
    return "type_fits" if types_fit(left, right, lexicon) else "type_other"


def day_feature(left: Telling, right: Telling) -> str:
    """How near the days of two tellings are."""
    if days_apart(left, right) > 0:
        return "day_open" if is_outcome(left, right) else "day_next"
    both = left.dated and right.dated
    if both and left.first == right.first and left.last == right.last:
        return "day_same"
    return "day_near" if span_days(left, right) <= NEAR_DAYS else "day_open"


def span_days(left: Telling, right: Telling) -> int:
    """How many days the longer of two stretches lasts."""
    return max(day_number(one.last) - day_number(one.first) for one in (left, right))


def reported_apart(left: Telling, right: Telling) -> int:
    """How many days lie between the two reports; 0 where one is undated."""
    if left.published is None or right.published is None:
        return 0
    return abs(day_number(left.published[:10]) - day_number(right.published[:10]))


def place_features(left: Telling, right: Telling) -> Iterator[Likeness]:
    """How well the places agree."""
    if left.spots & right.spots:
        yield ("place_spot" if min(left.reach_km, right.reach_km) <= SPOT_KM else "place_area"), 1.0
    elif two_in_one(left, right):
        yield "place_other_name", 1.0
    elif is_inner(left) != is_inner(right) and left.spots and right.spots and not places_apart(left, right):
        return
    elif left.spots and right.spots and not of_one_name(left, right):
        yield ("place_apart" if places_apart(left, right) else "place_within"), 1.0
    elif left.place_names & right.place_names:
        yield "place_name", 1.0
    elif left.place_names and right.place_names:
        yield "place_other_name", 1.0


def party_features(left: Telling, right: Telling) -> Iterator[Likeness]:
    """How well doers and victims agree."""
    if left.doers and right.doers:
        yield ("doer_same" if left.doers & right.doers else "doer_other"), 1.0
    if left.hurt & right.hurt:
        yield "hurt_same", 1.0
    if left.objects & right.objects:
        yield "object_same", 1.0
    if left.people & right.people:
        yield "victim_same", float(min(2, len(left.people & right.people)))


def toll_features(left: Telling, right: Telling) -> Iterator[Likeness]:
    """How well the numbers of dead agree."""
    if left.killed is None or right.killed is None:
        return
    (low, high), (other_low, other_high) = left.killed, right.killed
    if low <= other_high and other_low <= high:
        yield ("toll_same_high" if min(high, other_high) >= MANY else "toll_same"), 1.0
    elif tolls_far(left, right):
        yield "toll_far", 1.0


def tolls_far(left: Telling, right: Telling) -> bool:
    """Whether the numbers of dead lie far apart, the one more than three times the other."""
    if left.killed is None or right.killed is None:
        return False
    (low, high), (other_low, other_high) = left.killed, right.killed
    return max(low, other_low) > 3 * max(1, min(high, other_high))


def shared(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    """The cosine of two unit vectors."""
    return sum(left[word] * right[word] for word in left.keys() & right.keys())
