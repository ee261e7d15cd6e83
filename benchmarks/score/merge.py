"""Same event across documents on GVA: reports of shootings, all at once, beside singletons and TF-IDF with 14 days."""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from benchmarks.score.deaths import document_of
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with, view_of
from counterclaim.records import Document, Event, View

WORD = re.compile(r"[a-z]{3,}|\d+")
Clusters = Mapping[str, str]
OPENING = 700
BANDS = 5
LINKS = (
    "same_event links between what two reports tell first, right where both are of one incident: the score is a sum of "
    "likenesses, no probability, so it has no calibration error; the share that is right is shown by fifths of the score"
)


@dataclass(frozen=True, kw_only=True)
class Pool:
    """The reports with text and an incident row: their documents, and for each its incident, city, day and number of dead."""

    documents: tuple[Document, ...]
    incident: Mapping[str, str]
    city: Mapping[str, str]
    day: Mapping[str, date]
    killed: Mapping[str, int]


def score(data: Path, gold: Path) -> Report:
    """B-cubed and false merges of the view's events, of singletons and of TF-IDF; deaths per merged incident."""
    folder = data / "events" / "gva"
    if not folder.exists():
        return Report(name="merge", absent=str(folder))
    pool = read_pool(folder)
    kit = kept_kit()
    view = view_of(list(read_with(pool.documents, kit)), kit.settings)
    main = main_events(view)
    ours = {name: main[name].id if name in main else name for name in pool.incident}
    return Report(
        name="merge",
        figures=(
            *figures_of("counterclaim", ours, pool),
            *figures_of("singletons", {name: name for name in pool.incident}, pool),
            *figures_of("tf-idf, 14 days", tf_idf_clusters(pool), pool),
            deaths_figure(main, pool),
            *link_figures(link_outcomes(view, pool)),
        ),
        notes=(LINKS,),
        errors=tuple(errors_of(ours, pool)),
    )


def read_pool(folder: Path) -> Pool:
    """The pool of reports in a fixed shuffled order."""
    rows = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    incidents = {
        row["incident"]: row
        for line in (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
        for row in [json.loads(line)]
    }
    wanted = [row for row in rows if (row["text"] or "").strip() and row["incident"] in incidents]
    random.Random(7).shuffle(wanted)
    documents = [document_of(row) for row in wanted]
    of_document = {document.id: row["incident"] for document, row in zip(documents, wanted, strict=True)}
    return Pool(
        documents=tuple({document.id: document for document in documents}.values()),
        incident=of_document,
        city={name: f"{incidents[of]['city_or_county']}, {incidents[of]['state']}" for name, of in of_document.items()},
        day={name: day_of(incidents[of]["date"]) for name, of in of_document.items()},
        killed={of: int(incidents[of]["num_killed"]) for of in of_document.values()},
    )


def day_of(words: str) -> date:
    """The day of "February 3, 2014"."""
    return datetime.strptime(words, "%B %d, %Y").date()


def main_events(view: View) -> dict[str, Event]:
    """For each document, the event that it mainly tells of."""
    return {name: event for event in view.events for name in event.mainly}


def figures_of(name: str, clusters: Clusters, pool: Pool) -> Iterator[Figure]:
    """B-cubed and the share of same-city pairs within a week that are wrongly joined."""
    precision, recall, f1 = b_cubed(clusters, pool.incident)
    yield Figure(slice=name, metric="b-cubed precision", value=precision)
    yield Figure(slice=name, metric="b-cubed recall", value=recall)
    yield Figure(slice=name, metric="b-cubed f1", value=f1, of=len(clusters))
    near = list(near_pairs(pool))
    wrong = sum(clusters[left] == clusters[right] for left, right in near)
    yield Figure(slice=name, metric="false merges", value=wrong / max(1, len(near)), of=len(near))


def b_cubed(clusters: Clusters, truth: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin, 1998)."""
    sizes, true_sizes = Counter(clusters.values()), Counter(truth.values())
    both = Counter((clusters[name], truth[name]) for name in truth)
    precision = sum(both[clusters[name], truth[name]] / sizes[clusters[name]] for name in truth) / len(truth)
    recall = sum(both[clusters[name], truth[name]] / true_sizes[truth[name]] for name in truth) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def near_pairs(pool: Pool) -> Iterator[tuple[str, str]]:
    """Pairs of reports of different incidents in one city within seven days."""
    by_city: dict[str, list[str]] = defaultdict(list)
    for name, city in pool.city.items():
        by_city[city].append(name)
    for members in by_city.values():
        for index, left in enumerate(members):
            for right in members[index + 1 :]:
                if pool.incident[left] != pool.incident[right] and abs((pool.day[left] - pool.day[right]).days) <= 7:
                    yield left, right


def link_outcomes(view: View, pool: Pool) -> list[tuple[float, str, bool]]:
    """Score and verdict of each same-event link between the openings of two reports, and whether both are of one incident."""
    openings = {
        claim.id: claim.document
        for reading in view.readings
        for claim in reading.claims
        if claim.sentence.start < OPENING and claim.document in pool.incident
    }
    links = [one for one in view.links if one.kind == "same_event" and one.left in openings and one.right in openings]
    incident = {claim: pool.incident[document] for claim, document in openings.items()}
    return sorted((one.score, one.verdict, incident[one.left] == incident[one.right]) for one in links)


def link_figures(outcomes: Sequence[tuple[float, str, bool]]) -> Iterator[Figure]:
    """The share of links that is right, by verdict and by fifths of the score from the lowest up."""
    name = "reliability of same_event links"
    for verdict in ("same", "possible"):
        some = [right for _, found, right in outcomes if found == verdict]
        if some:
            yield Figure(slice=name, metric=f"right of {verdict}", value=sum(some) / len(some), of=len(some))
    for band in range(BANDS):
        part = outcomes[band * len(outcomes) // BANDS : (band + 1) * len(outcomes) // BANDS]
        if part:
            beside = f"score {part[0][0]:.2f} to {part[-1][0]:.2f}"
            share = sum(right for _, _, right in part) / len(part)
            yield Figure(slice=name, metric=f"right, fifth {band + 1}", value=share, of=len(part), published=beside)


def tf_idf_clusters(pool: Pool, *, threshold: float = 0.30, days: int = 14) -> dict[str, str]:
    """Single-link clusters of reports whose TF-IDF cosine reaches a threshold within 14 days of publication."""
    vectors = tf_idf({document.id: document for document in pool.documents})
    published = {document.id: date.fromisoformat((document.published or "1970-01-01")[:10]) for document in pool.documents}
    home = {name: name for name in vectors}
    names = sorted(vectors, key=lambda name: (published[name], name))
    for index, left in enumerate(names):
        for right in names[index + 1 :]:
            if (published[right] - published[left]).days > days:
                break
            if cosine(vectors[left], vectors[right]) >= threshold:
                join(home, left, right)
    return {name: root(home, name) for name in home}


def tf_idf(documents: Mapping[str, Document]) -> dict[str, dict[str, float]]:
    """Unit vectors of log-weighted word counts times inverse document frequency."""
    counts = {name: Counter(WORD.findall(f"{one.title or ''} {one.text}".lower())) for name, one in documents.items()}
    frequency = Counter(word for words in counts.values() for word in words)
    total = len(counts)
    vectors = {}
    for name, words in counts.items():
        weights = {word: (1 + math.log(count)) * math.log(total / frequency[word]) for word, count in words.items()}
        norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        vectors[name] = {word: weight / norm for word, weight in weights.items()}
    return vectors


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two unit vectors."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right.get(word, 0.0) for word, weight in left.items())


def join(home: dict[str, str], left: str, right: str) -> None:
    """Joins two clusters."""
    home[root(home, left)] = root(home, right)


def root(home: dict[str, str], name: str) -> str:
    """The cluster of a name."""
    while home[name] != name:
        home[name] = home[home[name]]
        name = home[name]
    return name


def deaths_figure(main: Mapping[str, Event], pool: Pool) -> Figure:
    """The share of incidents whose number of dead the event of most of its reports gives exactly."""
    reports: dict[str, list[str]] = defaultdict(list)
    for name, incident in pool.incident.items():
        reports[incident].append(name)
    right = sum(dead_in(main, members) == pool.killed[incident] for incident, members in reports.items())
    return Figure(slice="deaths per merged incident", metric="exact", value=right / len(reports), of=len(reports))


def dead_in(main: Mapping[str, Event], members: Sequence[str]) -> int:
    """The number of dead that the event of these reports gives: the number most figures tell, 0 where none does."""
    events = Counter(main[name].id for name in members if name in main)
    if not events:
        return 0
    by_id = {event.id: event for event in main.values()}
    event = by_id[events.most_common(1)[0][0]]
    told = [
        (figure.best, len(figure.claims)) for figure in event.figures if figure.measure == "killed" and not figure.superseded
    ]
    counts: Counter[int] = Counter()
    for best, claims in told:
        if best is not None:
            counts[best] += claims
    return max(counts, key=lambda best: (counts[best], best), default=0)


def errors_of(clusters: Clusters, pool: Pool) -> Iterable[str]:
    """The wrong joins of one city and week, then incidents torn apart, by title."""
    titles = {document.id: document.title for document in pool.documents}
    for left, right in near_pairs(pool):
        if clusters[left] == clusters[right]:
            yield f"joined: {titles[left]} | {titles[right]}"
    by_incident: dict[str, set[str]] = defaultdict(set)
    for name, incident in pool.incident.items():
        by_incident[incident].add(clusters[name])
    for incident, found in by_incident.items():
        if len(found) > 1:
            names = [titles[name] for name, of in pool.incident.items() if of == incident]
            yield f"apart: {' | '.join(str(name) for name in names[:4])}"
