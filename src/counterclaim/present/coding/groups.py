"""The groups that actors belong to: which one a side means, its kind, and which state it was on a day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from counterclaim.knowledge.entries import Group
from counterclaim.knowledge.load import load
from counterclaim.present.coding.countries import coding, country_name


@cache
def groups() -> dict[str, Group]:
    """All groups by id."""
    return load().groups()


@cache
def group_by_side() -> dict[str, str]:
    """The group that a side's name stands for: the one of that name, else the first that took that side."""
    found = {group.name: key for key, group in groups().items()}
    for key, group in groups().items():
        for dated in group.sides:
            found.setdefault(dated.value, key)
    return found


def kind_of(group: Group) -> str:
    """The kind of a group; an army or a police force is of its government's kind."""
    if group.id in coding()["services"]:
        return "government"
    parent = groups().get(group.parent or "")
    return kind_of(parent) if group.kind == "group" and parent and parent.kind == "government" else group.kind


def state_of(known: str | None, day: str | None) -> str | None:
    """The country whose state a group was on a day, None where it was none."""
    group = groups().get(known or "")
    if group is None:
        return None
    held = next((span["country"] for span in coding()["state_forces"].get(known, ()) if within(span, day)), None)
    return str(held) if held else group.country if kind_of(group) == "government" and in_power(group, day) else None


def in_power(group: Group, day: str | None) -> bool:
    """Whether a government ruled on a day, as far as its days are known."""
    return not group.sides or any(side.holds(day) for side in group.sides)


def last_rule(known: str, day: str | None) -> str | None:
    """The day itself where a government ruled on it, else its last whole day; None where that is not known."""
    group = groups()[known]
    if in_power(group, day):
        return day
    ends = [side.end for side in group.sides if side.end]
    return (date.fromisoformat(max(ends)) - timedelta(days=1)).isoformat() if ends else None


def within(span: dict[str, str], day: str | None) -> bool:
    """Whether a day lies in a span of days; no span holds on an unknown day."""
    return bool(day) and span.get("from", "") <= (day or "")[:10] <= span.get("to", "9999")


def state_name(service: str, country: str, day: str | None) -> str:
    """A state's service in ACLED's manner, with the years of the regime where they are known.

    >>> state_name("Military Forces", "AF", "2021-09-03")
    'Military Forces of Afghanistan (2021-)'
    """
    regime = next((span for span in coding()["regimes"].get(country, ()) if within(span, day)), None)
    years = f" ({regime['from'][:4]}-{regime.get('to', '')[:4]})" if regime else ""
    return f"{service} of {country_name(country)}{years}"
