"""Reads the public sets of placed names: LGL (and files of its form) and GeoWebNews."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Document


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One placed name: offsets, its words, point and GeoNames id; or, where only that is known, the state that it lies in."""

    start: int
    end: int
    text: str
    point: tuple[float, float]
    geonames: int | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its placed names."""

    document: Document
    places: tuple[GoldPlace, ...]


def read_set(path: Path) -> Iterator[GoldArticle]:
    """The articles of a set, those of LGL's form and those of GeoWebNews alike; names without a point are left out."""
    for number, article in enumerate(ElementTree.parse(path).getroot().iter("article")):
        text = article.findtext("text") or ""
        address = article.findtext("url") or article.findtext("link")
        document = make_document(text, uri=f"{path.stem}-{number}.txt", url=address, title=article.findtext("title"))
        yield GoldArticle(document, tuple(places_of(article, text)))


def places_of(article: ElementTree.Element, text: str) -> Iterator[GoldPlace]:
    """The names of an article that have a point."""
    for entry in article.iter("toponym"):
        latitude = entry.findtext(".//lat") or entry.findtext("latitude")
        longitude = entry.findtext(".//lon") or entry.findtext("longitude")
        if latitude and longitude:
            start, end = int(entry.findtext("start") or 0), int(entry.findtext("end") or 0)
            yield GoldPlace(start, end, text[start:end], (float(latitude), float(longitude)), geonames_of(entry))


def geonames_of(entry: ElementTree.Element) -> int | None:
    """The GeoNames id of a name, where it has one."""
    tag = entry.find("gaztag")
    found = tag.get("geonameid") if tag is not None else entry.findtext("geonamesID")
    return int(found) if found and found.isdecimal() else None


def reports_of_one_state(texts: Sequence[str], country: str, kit: Kit) -> Iterator[GoldArticle]:
    """Reports that are all about one state, each name in them taken to lie there if a place of that name does."""
    for number, (text, tagged) in enumerate(zip(texts, kit.tagger.tag(texts), strict=True)):
        document = make_document(text, uri=f"{country}-{number}.txt")
        names = [name for name in tagged.names if name.kind in ("place", "facility")]
        nowhere = (float("nan"), float("nan"))
        places = (GoldPlace(n.start, n.end, text[n.start : n.end], nowhere, None, country) for n in names)
        yield GoldArticle(document, tuple(places))


def conflict_reports(data: Path) -> dict[str, list[str]]:
    """Texts of the press releases on Afghanistan and of the reports on Syria, by state."""
    with (data / "news/isaf/isaf_dev.jsonl").open(encoding="utf-8") as stream:
        releases = [json.loads(line)["conversations"][1]["value"] for line in stream]
    with (data / "news/fa-kes/fa_kes_dev.csv").open(encoding="utf-8", errors="replace") as stream:
        reports = [row["article_content"] for row in csv.DictReader(stream)]
    return {"AF": releases[::2], "SY": reports[::2]}
