"""The head of a report: labelled fields, title, day, place and agency, and where the running text begins.

The text itself is never changed: all that is found is a range in it. What is not found is None.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from counterclaim.knowledge.entries import Language
from counterclaim.read.days import FoundDay, day_at

Range = tuple[int, int]

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
WORD = rf"{CAPITAL}[\w'’.]*(?:-[\w'’]+)*"
PLACE = rf"{WORD}(?:[ /](?:(?:al|el|ad|as|ash|an|de|la|of|the)[- ])?{WORD}){{0,4}}"
HEAD = re.compile(rf"(?P<place>{PLACE}(?:, ?{PLACE})?(?:, ?{PLACE})?)(?=\s*[,(/\[–—:-]|\s+--)")
SIGNED = re.compile(r"(?=.*[a-z])[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}")
AGENCY = re.compile(r"\s*,?\s*[(/\[](?P<agency>[^()/\[\]\n]{2,40})[)/\]]")
BRACKET = re.compile(r"\s*,?\s*\(")
DASH = re.compile(r"[.,]?\s*(?:[–—]|--+|-(?=\s)|:(?=\s))\s*")
TAG = re.compile(r"\s*\[[A-Z][A-Z ]{2,30}\]\s*")
CLOCK = r"[\s,|-]*(?:{at}\s+)?\(?\d{1,2}[:.]?\d{2}(?!\d)\s*(?:(?:{zones})(?:\s?[+-]\d{1,2})?)?\)?(?=\s)"
SPACE = re.compile(r"[\s|•·]*")
LINE = re.compile(r"[^\n]*")
HEAD_LINE = re.compile(r"[^\n\u2028\u2029]+")
FIELD = re.compile(r"([A-Za-z][A-Za-z_ -]{1,30}):[ \t]+(\S[^\n]*)\n?|([A-Za-z][A-Za-z_-]{1,30}):[ \t]*\n")
FENCE = re.compile(r"---[ \t]*\r?\n")
LONGEST_TITLE = 200
LONGEST_HEAD = 120
LETTERHEAD = 600
STEPS = 8
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head of a text says; `body` is where the running text begins."""

    body: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    title: Range | None = None
    place: Range | None = None
    day: FoundDay | None = None
    agency: str | None = None
    notes: tuple[str, ...] = ()


def header_of(text: str, language: Language, names: Collection[str], *, title: str | None = None) -> Header:
    """The header of a text; `names` are field names in use, `title` is the report's title where it is known already."""
    header = labelled_fields(text, skip(text, 0), names)
    header = with_title(text, header, title or header.fields.get("title"), language)
    for _ in range(STEPS):
        step = next_part(text, header, language, title)
        if step is None or step.body <= header.body:
            break
        header = step
    if header.day is None:
        header = with_late_dateline(text, header, language)
    return header if header.day or header.title else with_late_day(text, header, language)


def with_late_dateline(text: str, header: Header, language: Language) -> Header:
    """The header of a text whose dateline stands below lines of a letterhead, the first of which is its title."""
    lines = [match for match in HEAD_LINE.finditer(text, header.body, header.body + LETTERHEAD) if match.group().strip()]
    for number, line in enumerate(lines):
        found = dateline_at(text, skip(text, line.start()), language)
        if found is not None and found.day is not None:
            title = lines[0] if number and header.title is None else None
            named = replace(header, title=(title.start(), title.start() + len(title.group().rstrip()))) if title else header
            return replace(named, place=found.place, day=found.day, agency=found.agency or header.agency, body=found.body)
        if len(line.group()) > LONGEST_TITLE or line.group().rstrip()[-1] in '.!?"”':
            break
    return header


def with_late_day(text: str, header: Header, language: Language) -> Header:
    """The header of a text that runs its title into agency and day ("Rebels shell market AFP Saturday 21 Mar 2015 ...")."""
    pattern = name_pattern(tuple(language.section("datelines")["agencies"]))
    for match in pattern.finditer(text, header.body, header.body + LONGEST_TITLE):
        lead = day_after(text, match.end(), language)
        title = text[header.body : match.start()].rstrip()
        if lead and lead.value and title and "\n" not in title and not goes_on(text, lead.end):
            end = after_day(text, lead.end, language)
            return replace(header, title=(header.body, header.body + len(title)), day=lead, agency=match.group(), body=end)
    return header


def skip(text: str, position: int) -> int:
    """The position after white space and separators."""
    match = SPACE.match(text, position)
    return match.end() if match else position


def labelled_fields(text: str, start: int, names: Collection[str]) -> Header:
    """The fields of a block "key: value", fenced by "---" or ended by an empty line; none where a line is something else."""
    fence = FENCE.match(text, start)
    position, fields = fence.end() if fence else start, {}
    while match := FIELD.match(text, position):
        key = plain_key(match[1] or match[3])
        if not fence and key not in names:
            break
        fields[key] = unquoted(match[2] or "")
        position = match.end()
    closing = FENCE.match(text, position) if fence else None
    if fence and not closing:
        return Header(body=start)
    return Header(body=skip(text, closing.end() if closing else position), fields=fields) if fields else Header(body=start)


def plain_key(name: str) -> str:
    """A field name without case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]", "", name).lower()


def unquoted(value: str) -> str:
    """A field's value without white space and quotation marks around it."""
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def with_title(text: str, header: Header, title: str | None, language: Language) -> Header:
    """The header with the title line: the known title where the text begins with it, else a first line that looks like one."""
    if title:
        found = find_title(text, header.body, title)
        return replace(header, title=found, body=after_title(text, found[1])) if found else header
    line = LINE.match(text, header.body)
    if line is None or not looks_like_title(text, line, language):
        return header
    end = line.start() + len(line.group().rstrip())
    return replace(header, title=(line.start(), end), body=skip(text, end))


def find_title(text: str, start: int, title: str) -> Range | None:
    """Where the known title stands at the very start of the text, white space and case aside."""
    pattern = r"\s+".join(map(re.escape, title.split()))
    match = re.compile(pattern, re.IGNORECASE).match(text, start)
    return match.span() if match and match.group() else None


def after_title(text: str, end: int) -> int:
    """The position after a title and the full stop behind it."""
    return skip(text, end + 1 if text[end : end + 1] in (".", ":") else end)


def looks_like_title(text: str, line: re.Match[str], language: Language) -> bool:
    """Whether a first line is a title: short, no full stop, no dateline, an empty line or a head line after it."""
    words = line.group().strip()
    if not 0 < len(words) <= LONGEST_TITLE or words[-1] in ".,;:-–—" or not words[-1:].strip():
        return False
    rest = text[line.end() :]
    if not rest.strip() or dateline_at(text, line.start(), language) or lead_day(text, line.start(), language):
        return False
    following = skip(text, line.end())
    blank = rest[: following - line.end()].count("\n") > 1
    return blank or dateline_at(text, following, language) is not None or lead_day(text, following, language) is not None


def next_part(text: str, header: Header, language: Language, title: str | None) -> Header | None:
    """The header with the next part of the head read: a day, a byline, a known title, a dateline; None at the running text."""
    at = header.body
    if header.place is None and (found := dateline_at(text, at, language)):
        return replace(found, fields=header.fields, title=header.title, day=found.day or header.day, notes=header.notes)
    if header.day is None and (lead := lead_day(text, at, language)):
        return with_day(text, header, lead, language)
    if title is None and header.day and header.place is None and (headed := with_headline(text, header, language)):
        return headed
    if header.title is None and title and (found_title := find_title(text, at, title)):
        return replace(header, title=found_title, body=after_title(text, found_title[1]))
    if header.agency is None and (signed := agency_before_day(text, at, language)):
        return replace(header, agency=text[at:signed], body=skip(text, signed))
    if (byline := byline_end(text, at, language)) is not None:
        return replace(header, body=byline)
    if (later := later_day(text, header, language)) is not None:
        return replace(header, body=later)
    return None


def with_headline(text: str, header: Header, language: Language) -> Header | None:
    """The header with the title that stands below the day; a shorter line above the day is then the outlet's name."""
    line = LINE.match(text, header.body)
    above = text[slice(*header.title)] if header.title else ""
    words = len(line.group().split()) if line else 0
    longer = words > max(FEWEST_WORDS, len(above.split()))
    if line is None or not longer or len(above.split()) > FEWEST_WORDS + 1 or not looks_like_title(text, line, language):
        return None
    end = line.start() + len(line.group().rstrip())
    fields = {"publisher": above, **header.fields} if above else header.fields
    return replace(header, title=(line.start(), end), fields=fields, body=skip(text, end))


def with_day(text: str, header: Header, lead: FoundDay, language: Language) -> Header:
    """The header with its day, and the clock time and page furniture behind it passed over."""
    notes = (*header.notes, lead.note) if lead.note else header.notes
    return replace(header, day=lead, body=after_day(text, lead.end, language), notes=notes)


def after_day(text: str, end: int, language: Language) -> int:
    """The position after a day, a clock time and punctuation."""
    position = after_clock(text, end, language)
    while text[position : position + 1] in (",", ")", ".", ":") and position < len(text):
        position += 1
    return skip(text, position)


def after_clock(text: str, position: int, language: Language) -> int:
    """The position after a clock time with its zone, the same position where there is none."""
    data = language.section("datelines")
    match = clock_pattern(tuple(data["zones"]), tuple(data["clock_words"])).match(text, position)
    return match.end() if match else position


@cache
def clock_pattern(zones: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a clock time with a zone."""
    pattern = CLOCK.replace("{zones}", "|".join(map(re.escape, zones)))
    return re.compile(pattern.replace("{at}", f"(?:{'|'.join(map(re.escape, words))})"), re.IGNORECASE)


def lead_day(text: str, start: int, language: Language) -> FoundDay | None:
    """The day that a report leads with, after a label or with a new sentence or line behind it."""
    label = label_end(text, start, tuple(language.section("datelines")["labels"]))
    found = day_at(text, start if label is None else label, language)
    if found is None or (label is None and goes_on(text, after_clock(text, found.end, language))):
        return None
    return found


def label_end(text: str, start: int, labels: tuple[str, ...]) -> int | None:
    """The position after a label such as "date" or "published on", or None."""
    match = label_pattern(labels).match(text, start)
    return match.end() if match else None


@cache
def label_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of these labels, longest first, with a colon or white space behind."""
    choices = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(rf"\(?(?:{choices})(?::\s*|\s+)", re.IGNORECASE)


def goes_on(text: str, end: int) -> bool:
    """Whether a sentence runs on after a day ("6 May 2019 was a quiet day", "6 May, when ...")."""
    rest = text[end : end + 40]
    if rest[:1] == "\n" or not rest.strip():
        return False
    following = rest.lstrip(" ,.|)\t-–—:")
    return following[:1].islower() or rest[:1] in "'’"


def agency_before_day(text: str, start: int, language: Language) -> int | None:
    """The end of an agency's name that stands before the day ("AFP Saturday 21 Mar 2015"), or None."""
    match = name_pattern(tuple(language.section("datelines")["agencies"])).match(text, start)
    return match.end() if match and day_after(text, match.end(), language) else None


@cache
def name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of these names, longest first."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def byline_end(text: str, start: int, language: Language) -> int | None:
    """The position after a line "By NAME", or None."""
    line = LINE.match(text, start)
    words = line.group().split() if line else []
    bylines = language.section("datelines")["bylines"]
    if line is None or not 2 <= len(words) <= 12 or not text[line.end() :].strip() or words[-1].endswith((".", ":")):
        return None
    lowered = " ".join(words).lower()
    names = all(word[:1].isupper() or word in ("and", "in", "de", "al") for word in words[1:])
    return skip(text, line.end()) if names and any(lowered.startswith(f"{by} ") for by in bylines) else None


def later_day(text: str, header: Header, language: Language) -> int | None:
    """The position after a second, labelled day ("(updated ...)") or page furniture, or None."""
    data = language.section("datelines")
    if match := furniture_pattern(tuple(data["furniture"])).match(text, header.body):
        end = skip(text, match.end())
        return end if header.day or lead_day(text, end, language) else None
    if header.day is None:
        return None
    label = label_end(text, header.body, tuple(data["labels"]))
    if label is None:
        return None
    found = day_at(text, skip(text, after_clock(text, label, language)), language)
    return after_day(text, found.end, language) if found else None


@cache
def furniture_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of page furniture, a link or counts behind it included."""
    choices = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:{choices})\b(?:\s+(?:http\S+|\d+))*(?=\s)", re.IGNORECASE)


def dateline_at(text: str, start: int, language: Language) -> Header | None:
    """The dateline at a position: "KABUL, Sept 6 (Reuters) -"; a place alone must be in capitals."""
    head = HEAD.match(text, start, min(len(text), start + LONGEST_HEAD))
    if head is None:
        return None
    place, day, position = split_place(text, head, language)
    if day is None and (bracketed := bracketed_day(text, position, language)):
        day, position = bracketed[0], bracketed[1]
        if DASH.match(text, position) is None and not goes_on(text, position):
            return Header(body=skip(text, position), place=place, day=day)
    agency = AGENCY.match(text, position)
    position = agency.end() if agency else position
    if day is None and (late := day_after(text, position, language)):
        day, position = late, late.end
    dash = DASH.match(text, position)
    name = agency["agency"].strip() if agency else None
    signed = name is not None and (SIGNED.fullmatch(name) or name in language.section("datelines")["agencies"])
    if dash is None or not (day or text[place[0] : place[1]].isupper() or signed):
        return None
    tag = TAG.match(text, dash.end())
    return Header(body=tag.end() if tag else dash.end(), place=place, day=day, agency=name)


def split_place(text: str, head: re.Match[str], language: Language) -> tuple[Range, FoundDay | None, int]:
    """The place, the day behind it and the position after both; a month is no part of a place."""
    start, end = head.span("place")
    for comma in range(start, end + 1):
        if comma == end or text[comma] == ",":
            day = day_after(text, comma, language)
            if day:
                return (start, comma), day, day.end
    return (start, end), None, end


def bracketed_day(text: str, position: int, language: Language) -> tuple[FoundDay, int] | None:
    """The day in brackets that follows a position and the position behind them, or None."""
    match = BRACKET.match(text, position)
    found = day_at(text, match.end(), language) if match else None
    return (found, found.end + 1) if found and text[found.end : found.end + 1] == ")" else None


def day_after(text: str, position: int, language: Language) -> FoundDay | None:
    """The day that follows a position after a comma or white space, or None."""
    match = re.compile(r"\s*,?\s*").match(text, position)
    return day_at(text, match.end(), language) if match and match.end() > position else None
