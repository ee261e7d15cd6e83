"""How one facet of an event stands: a pure function of what each claim says of it, by the tables of `standing.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from counterclaim.records import Dispute, Facet, Reason, SideTally, Standing, Support

Says = Literal["concedes", "supports", "denies", "denies_generally", "rival", "withdraws", "silent", "nothing"]
FOR: tuple[Says, ...] = ("concedes", "supports")
AGAINST: tuple[Says, ...] = ("denies", "denies_generally")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one claim says of one facet of an event, and what its source is to that event.

    `speaker` is the same for all claims that go back to one source, `origin` for all documents that are one telling.
    """

    claim: str
    origin: str
    speaker: str
    name: str
    says: Says
    side: str | None = None
    party: bool = False
    access: bool = False
    narrator: bool = False
    day: str | None = None


def stand(facet: Facet, voices: Iterable[Voice], table: Mapping[str, Any]) -> Standing:
    """How a facet stands by these voices, in whatever order they come."""
    heard = in_force(sorted(set(voices), key=voice_order))
    facts = facts_of(heard)
    support = row_of(table["support"], facts)
    dispute = row_of(table["dispute"], facts)
    words = words_of(heard, facet)
    return Standing(
        facet=facet,
        support=cast(Support, support["row"]),
        dispute=cast(Dispute, dispute["row"]),
        label=label_of(table["label"], support["row"], dispute["row"], words),
        supported_by=tallies(heard, lambda voice: voice.says in FOR),
        admitted_by=tallies(heard, lambda voice: voice.says == "concedes"),
        disputed_by=tallies(heard, lambda voice: voice.says in (*AGAINST, "rival", "withdraws")),
        silent=tallies(still_silent(heard), lambda voice: voice.says == "silent"),
        why=reasons(heard, support, dispute, words),
        last_evidence=max((voice.day for voice in heard if voice.day and voice.says in FOR), default=None),
    )


def voice_order(voice: Voice) -> tuple[object, ...]:
    """A canonical order of voices: by day, then by source, then by claim, then by all else that tells two apart."""
    bare = (voice.party, voice.access, voice.narrator)
    return (voice.day or "9999", voice.name, voice.origin, voice.claim, voice.says, voice.side or "", voice.speaker, *bare)


def in_force(voices: Sequence[Voice]) -> list[Voice]:
    """The voices less those that their own source took back: support before a withdrawal, denial before a concession."""
    withdrawn = latest_days(voices, lambda voice: voice.speaker, "withdraws")
    conceded = latest_days(voices, side_of, "concedes")
    kept = [voice for voice in voices if not (voice.says in FOR and before(voice, withdrawn.get(voice.speaker)))]
    return [voice for voice in kept if not (voice.says in AGAINST and (voice.day or "") < conceded.get(side_of(voice), ""))]


def latest_days(voices: Iterable[Voice], who: Callable[[Voice], str], says: Says) -> dict[str, str]:
    """The last day on which each source says so; an unknown day counts as the last of all."""
    days: dict[str, str] = {}
    for voice in voices:
        if voice.says == says:
            days[who(voice)] = max(days.get(who(voice), ""), voice.day or "9999")
    return days


def before(voice: Voice, day: str | None) -> bool:
    """Whether a voice was heard on or before a day; an undated voice counts as the earlier one."""
    return day is not None and (voice.day or "") <= day


def side_of(voice: Voice) -> str:
    """The side that a voice speaks for, or its source where it speaks for none."""
    return voice.side or voice.speaker


def facts_of(voices: Sequence[Voice]) -> dict[str, bool]:
    """What the rows of the tables ask about these voices."""
    supporting = [voice for voice in voices if voice.says in FOR]
    return {
        "conceded": any(voice.says == "concedes" for voice in supporting),
        "independent": len(independent(supporting)) > 1,
        "accessed": any(has_access(voice) for voice in supporting),
        "outside": any(not voice.party for voice in supporting),
        "supported": bool(supporting),
        "denied": any(voice.says in AGAINST for voice in voices),
        "rival": any(voice.says == "rival" for voice in voices),
        "withdrawn": any(voice.says == "withdraws" for voice in voices),
    }


def has_access(voice: Voice) -> bool:
    """Whether a voice is no party and could know for itself; a bare narrator could not."""
    return voice.access and not voice.party and not voice.narrator


def independent(voices: Iterable[Voice]) -> set[str]:
    """The voices that do not rest on one another: one a side or source, and one a telling whose narrator names no source."""
    voices = list(voices)
    sourced = {voice.origin for voice in voices if not voice.narrator}
    spoken = {f"source {side_of(voice)}" for voice in voices if not voice.narrator}
    return spoken | {f"origin {voice.origin}" for voice in voices if voice.narrator and voice.origin not in sourced}


def row_of(rows: Sequence[Mapping[str, Any]], facts: Mapping[str, bool]) -> Mapping[str, Any]:
    """The one row that fits these facts."""
    return fitting(rows, facts)[0]


def fitting(rows: Sequence[Mapping[str, Any]], facts: Mapping[str, bool]) -> list[Mapping[str, Any]]:
    """All rows that fit these facts; the tables are such that it is always one."""
    return [row for row in rows if any(all(facts[name] == value for name, value in case.items()) for case in row["when"])]


def label_of(rows: Sequence[Mapping[str, Any]], support: str, dispute: str, words: Mapping[str, str]) -> str:
    """The short label of a support and a dispute."""
    row = next(row for row in rows if support in row["support"] and dispute in row["dispute"])
    return str(row["label"]).format(support=support, dispute=dispute, **words)


def words_of(voices: Sequence[Voice], facet: Facet) -> dict[str, str]:
    """The names that labels and reasons speak of."""
    supporting = [voice for voice in voices if voice.says in FOR]
    return {
        "facet": facet,
        "voices": str(len(independent(supporting))),
        "conceding": names(voice for voice in voices if voice.says == "concedes"),
        "accessed": names(voice for voice in supporting if has_access(voice)),
        "outside": names(voice for voice in supporting if not voice.party),
        "supporting": names(supporting),
        "denying": names(voice for voice in voices if voice.says in AGAINST),
        "contradicting": names(voice for voice in voices if voice.says == "rival"),
        "withdrawing": names(voice for voice in voices if voice.says == "withdraws"),
    }


def names(voices: Iterable[Voice]) -> str:
    """The sides or names of these voices, each once, in order."""
    return ", ".join(dict.fromkeys(voice.side or voice.name for voice in voices))


def tallies(voices: Sequence[Voice], wanted: Callable[[Voice], bool]) -> tuple[SideTally, ...]:
    """Each side among the wanted voices with its claims, the number of its tellings, and the days it was heard."""
    grouped: dict[str, list[Voice]] = {}
    for voice in voices:
        if wanted(voice):
            grouped.setdefault(side_of(voice), []).append(voice)
    return tuple(sorted((tally(group) for group in grouped.values()), key=first_heard))


def first_heard(tally: SideTally) -> tuple[str, int, str, str]:
    """A sort key of tallies: first heard first, then those told most often; a reprint moves nobody."""
    return tally.first_said or "9999", -tally.origins, tally.name, tally.side or ""


def tally(voices: Sequence[Voice]) -> SideTally:
    """One side's part."""
    days = sorted(voice.day for voice in voices if voice.day)
    return SideTally(
        side=voices[0].side,
        name=voices[0].side or voices[0].name,
        claims=tuple(dict.fromkeys(voice.claim for voice in voices)),
        origins=len({voice.origin for voice in voices}),
        first_said=days[0] if days else None,
        last_said=days[-1] if days else None,
    )


def still_silent(voices: Sequence[Voice]) -> list[Voice]:
    """The silent voices of sides that say nothing else on the facet."""
    spoken = {side_of(voice) for voice in voices if voice.says not in ("silent", "nothing")}
    return [voice for voice in voices if voice.says == "silent" and side_of(voice) not in spoken]


def reasons(
    voices: Sequence[Voice], support: Mapping[str, Any], dispute: Mapping[str, Any], words: Mapping[str, str]
) -> tuple[Reason, ...]:
    """Why the facet stands so: one reason a table, with the claims that its row rests on."""
    deciding = {"admitted": ("concedes",), "none": ()}.get(support["row"], FOR)
    found = [reason(support, words, [voice for voice in voices if voice.says in deciding])]
    if dispute["row"] != "none":
        against = {"denied": AGAINST, "rival": ("rival",), "withdrawn": ("withdraws",)}[dispute["row"]]
        found.append(reason(dispute, words, [voice for voice in voices if voice.says in against]))
    if dispute["row"] == "denied" and not any(voice.says == "denies" for voice in voices):
        claims = tuple(voice.claim for voice in voices if voice.says == "denies_generally")
        found.append(Reason(text="in these documents: the denial is a general one", claims=claims, row="general"))
    return tuple(found)


def reason(row: Mapping[str, Any], words: Mapping[str, str], voices: Sequence[Voice]) -> Reason:
    """The reason of one row."""
    text = f"in these documents: {str(row['reason']).format(**words)}"
    return Reason(text=text, claims=tuple(dict.fromkeys(voice.claim for voice in voices)), row=row["row"])
