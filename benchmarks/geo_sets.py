"""Reads the public sets of placed names: LGL (and files of its form) and GeoWebNews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from counterclaim.read.document import make_document
from counterclaim.records import Document


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One placed name: offsets, its words, point, GeoNames id, and whether it is used as people or things of the place."""

    start: int
    end: int
    text: str
    point: tuple[float, float]
    geonames: int | None


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
