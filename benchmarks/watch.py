"""Watches a process and all that it starts: seconds by the clock, seconds of the processor, peaks of memory (Linux)."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

EVERY = 0.25
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PROC = Path("/proc")


@dataclass(slots=True)
class Watch:
    """What was seen of each process by id: its name, seconds of the processor, and most memory in MB."""

    began: float
    seen: dict[int, tuple[str, float, float]] = field(default_factory=dict)

    def look(self) -> None:
        """Notes how each process stands now."""
        for pid in (os.getpid(), *below(os.getpid())):
            try:
                self.seen[pid] = state_of(pid)
            except (OSError, KeyError, ValueError):
                continue

    def seconds(self) -> float:
        """The seconds by the clock since the watch began."""
        return time.perf_counter() - self.began

    def cpu(self) -> float:
        """The seconds of the processor that all processes have used."""
        self.look()
        return sum(cpu for _, cpu, _ in self.seen.values())

    def peaks(self) -> dict[str, list[int]]:
        """The most memory in MB that this process and each process under it has held, by kind, largest first."""
        self.look()
        found: dict[str, list[int]] = {}
        for pid, (name, _, peak) in self.seen.items():
            found.setdefault("parent" if pid == os.getpid() else name, []).append(round(peak))
        return {name: sorted(peaks, reverse=True) for name, peaks in found.items()}


def below(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that they have."""
    try:
        lists = [(task / "children").read_text() for task in (PROC / str(pid) / "task").iterdir()]
    except OSError:
        return
    for child in map(int, " ".join(lists).split()):
        yield child
        yield from below(child)


def state_of(pid: int) -> tuple[str, float, float]:
    """Name, seconds of the processor and most memory in MB of a process."""
    words = (PROC / str(pid) / "stat").read_text().rpartition(")")
    cpu = sum(map(int, words[2].split()[11:13])) / TICKS
    lines = (line.split() for line in (PROC / str(pid) / "status").read_text().splitlines())
    peak = next(int(line[1]) for line in lines if line[:1] == ["VmHWM:"]) / 1024
    return words[0].partition("(")[2], cpu, peak


@contextmanager
def watched() -> Iterator[Watch]:
    """A watch that looks again and again from a thread of its own."""
    watch, over = Watch(time.perf_counter()), threading.Event()

    def keep_looking() -> None:
        while not over.wait(EVERY):
            watch.look()

    watcher = threading.Thread(target=keep_looking, daemon=True)
    watcher.start()
    try:
        yield watch
    finally:
        over.set()
        watcher.join()
