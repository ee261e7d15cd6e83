"""Damaged inputs of every format: none may crash, hang or swell; changes that mean nothing may change nothing."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.bench import peak_mb
from benchmarks.soak.seeds import HARMLESS, seeds

from counterclaim.flow import open_kit, read_batch
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.read import options_of
from counterclaim.read.choosing import REPORT, read_source
from counterclaim.read.sources import source_of_bytes
from counterclaim.records import Document, Failure, Reading

MOST_SECONDS = 10
MOST_MB = 1_500
IN_ONE_PROCESS = 1_000
PARSED_ONE_IN = 20
TOKENS = b'\x00 \xff\xfe < > " { } <div><div><div> &#x0; \r ]]> <!-- 999999999999999999999999'.split(b" ")


class TooSlow(BaseException):
    """An input took too long: no error of the operating system, which a reader of files would take for a damaged file."""


@dataclass(slots=True)
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    documents: int = 0
    failures: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    formats: dict[str, int] = field(default_factory=dict)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four damages."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        place, length = chance.randrange(len(changed) + 1), chance.randrange(1, 40)
        kind = chance.randrange(6)
        if kind == 0 and changed:
            changed[min(place, len(changed) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[place : place + length]
        elif kind == 2:
            changed[place:place] = changed[max(0, place - length) : place] * chance.randrange(1, 20)
        elif kind == 3:
            changed[place:place] = chance.choice(TOKENS)
        elif kind == 4:
            changed[place:place] = chance.randbytes(length)
        else:
            del changed[place:]
    return bytes(changed)


def fuzz(count: int, seed: int) -> Iterator[str]:
    """Runs so many damaged inputs in processes of their own and gives the report line by line."""
    open_kit(Settings())
    total, began = Tally(), time.perf_counter()
    for number in range(0, count, IN_ONE_PROCESS):
        part = min(IN_ONE_PROCESS, count - number)
        add(total, in_child(part, seed + number))
    yield f"{total.inputs} damaged inputs in {time.perf_counter() - began:.0f} s: {total.documents} documents read,"
    yield f"  {total.failures} failures with a reason, slowest {total.slowest:.2f} s, {len(total.wrong)} crashed, hung, swelled"
    yield "  inputs by format: " + ", ".join(f"{name} {number}" for name, number in sorted(total.formats.items()))
    yield from (f"  WRONG {line}" for line in total.wrong[:50])


def add(total: Tally, part: Tally) -> None:
    """Adds one tally to another."""
    total.inputs += part.inputs
    total.documents += part.documents
    total.failures += part.failures
    total.wrong += part.wrong
    total.slowest = max(total.slowest, part.slowest)
    for name, number in part.formats.items():
        total.formats[name] = total.formats.get(name, 0) + number


def in_child(count: int, seed: int) -> Tally:
    """The tally of a child process over some inputs; a child that dies is a wrong of its own."""
    import msgspec

    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as stream:
            stream.write(msgspec.json.encode(run_inputs(count, seed)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read()
    _, status = os.waitpid(child, 0)
    if status or not answer:
        return Tally(inputs=count, wrong=[f"seed {seed}: a process died (status {status})"])
    return msgspec.json.decode(answer, type=Tally)


def run_inputs(count: int, seed: int) -> Tally:
    """Reads so many damaged inputs here."""
    tally, chance, originals = Tally(), random.Random(seed), seeds()
    options = options_of(Settings(), load())
    signal.signal(signal.SIGALRM, too_slow)
    for number in range(count):
        name = chance.choice(list(originals))
        tally.inputs += 1
        tally.formats[name] = tally.formats.get(name, 0) + 1
        run_input(
            name,
            damaged(originals[name], chance),
            options,
            tally,
            f"seed {seed} input {number}",
            parse=number % PARSED_ONE_IN == 0,
        )
    if peak_mb() > MOST_MB:
        tally.wrong.append(f"seed {seed}: {peak_mb():.0f} MB")
    return tally


def run_input(name: str, data: bytes, options: Any, tally: Tally, label: str, *, parse: bool) -> None:
    """Reads one input and notes what became of it."""
    began = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    try:
        found = list(read_source(source_of_bytes(name, data, options.max_bytes), options))
        documents = [item for item in found if isinstance(item, Document)]
        tally.documents += len(documents)
        tally.failures += len(found) - len(documents)
        tally.wrong += [f"{label} ({name}): {one.reason}" for one in found if isinstance(one, Failure) and REPORT in one.reason]
        if parse and documents:
            broken = [item for item in read_batch(documents, Settings()) if not isinstance(item, Reading)]
            tally.wrong += [f"{label} ({name}): {item.reason}" for item in broken]
    except BaseException as error:  # noqa: BLE001 - finding these is what this is for
        tally.wrong.append(f"{label} ({name}): {type(error).__name__}: {error}")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    tally.slowest = max(tally.slowest, time.perf_counter() - began)


def too_slow(number: int, frame: object) -> None:
    """Ends an input that takes too long."""
    raise TooSlow(f"more than {MOST_SECONDS} s")


def harmless(count: int, seed: int) -> Iterator[str]:
    """Makes so many changes that mean nothing and counts how many leave the claims as they were."""
    chance, originals, options = random.Random(seed), seeds(), options_of(Settings(), load())
    open_kit(Settings())
    wanted = {name: claims_of(name, originals[name], options) for name in HARMLESS}
    known: dict[tuple[str, bytes], bool] = {}
    changed = list[str]()
    for _ in range(count):
        name = chance.choice(list(HARMLESS))
        data = chance.choice(HARMLESS[name])(originals[name], chance)
        if (name, data) not in known:
            known[name, data] = claims_of(name, data, options) == wanted[name]
        if not known[name, data]:
            changed.append(f"{name}: {data[:60]!r}")
    same = count - len(changed)
    share = same / max(1, count)
    yield f"{count} changes that mean nothing ({len(known)} different): {same} ({share:.1%}) read with the same claims"
    yield from (f"  CHANGED {line}" for line, _ in Counter(changed).most_common(20))


def claims_of(name: str, data: bytes, options: Any) -> list[tuple[str, ...]]:
    """What the claims in an input say, without offsets."""
    documents = [
        one for one in read_source(source_of_bytes(name, data, options.max_bytes), options) if isinstance(one, Document)
    ]
    readings = [one for one in read_batch(documents, Settings()) if isinstance(one, Reading)]
    return sorted(
        (
            str(claim.stance), str(claim.source.name), claim.event.type if claim.event else "",
            " ".join((claim.content.text if claim.content else "").split()), str(reading.document.published)[:10],
        )
        for reading in readings
        for claim in reading.claims
    )  # fmt: skip
