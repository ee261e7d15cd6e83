"""The table of errors read by hand, written into docs/errors.md: `python -m benchmarks.analysis_table`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

READ = Path(__file__).parent / "sets" / "analysis_reports.yaml"
PAGE = Path(__file__).parents[1] / "docs" / "errors.md"
OPENS, CLOSES = "<!-- counted by benchmarks.analysis_table -->", "<!-- end of what is counted -->"
TIMES = ("before", "after")


def counted(reports: Iterable[Mapping[str, Any]], time: str, core: Sequence[str]) -> Counter[str]:
    """How many claims, how many right in the core fields and in all, and how many errors of each kind, at one time."""
    found: Counter[str] = Counter()
    for report in reports:
        judged = report[time]
        errors = [set(kinds) for kinds in judged["errors"].values()]
        found["claims"] += judged["claims"]
        found["right"] += judged["claims"] - len(errors)
        found["core right"] += judged["claims"] - sum(1 for kinds in errors if kinds & set(core))
        found["missed"] += judged["missed"]
        found.update(kind for kinds in errors for kind in kinds)
    return found


def problems(data: Mapping[str, Any]) -> list[str]:
    """What is wrong with the judgements: a kind that is not listed, a claim that there is not, a report named twice."""
    known = {kind for group in data["kinds"].values() for kind in group}
    found = []
    ids = Counter((report["set"], report["id"]) for report in data["reports"])
    found += [f"{name} is read {times} times" for name, times in ids.items() if times > 1]
    for report in data["reports"]:
        for time in TIMES:
            for number, kinds in report[time]["errors"].items():
                if not 1 <= number <= report[time]["claims"]:
                    found.append(f"{report['id']} {time}: there is no claim {number}")
                found += [f"{report['id']} {time}: no kind of error is called {kind}" for kind in kinds if kind not in known]
    return found


def table(data: Mapping[str, Any]) -> str:
    """The table of all kinds, before and after, of the reports that drove the rules and of those that drove none."""
    core = list(data["kinds"]["core"])
    groups = [[r for r in data["reports"] if bool(r.get("blind")) == blind] for blind in (False, True)]
    sums = [counted(group, time, core) for group in groups for time in TIMES]
    heads = [
        f"{len(group)} reports {time}"
        for group, time in zip([groups[0], groups[0], groups[1], groups[1]], TIMES * 2, strict=True)
    ]
    heads[2:] = [f"{len(groups[1])} blind {time}" for time in TIMES]
    lines = [["kind of error", *heads, "what it is"], ["---"] * 6]
    lines += [
        [kind, *(str(one[kind]) for one in sums), said] for group in data["kinds"].values() for kind, said in group.items()
    ]
    lines += [[f"**{name}**", *(share(one, name) for one in sums), said] for name, said in SUMS.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


SUMS = {
    "claims": "claims made",
    "core right": "claims without an error of the kinds down to `content`",
    "right": "claims without any error",
}


def share(found: Counter[str], name: str) -> str:
    """A count, with its share of the claims made."""
    return str(found[name]) if name == "claims" else f"{found[name]} ({found[name] / max(1, found['claims']):.0%})"


def written(page: str, made: str) -> str:
    """The page with the table in its place; raises `ValueError` where it has no place for one."""
    if OPENS not in page or CLOSES not in page:
        raise ValueError(f"{PAGE.name} has no place for the table; it stands between {OPENS!r} and {CLOSES!r}")
    before, rest = page.split(OPENS, 1)
    return f"{before}{OPENS}\n{made}\n{CLOSES}{rest.split(CLOSES, 1)[1]}"


def main() -> None:
    """Writes the table into the page."""
    data = yaml.safe_load(READ.read_text(encoding="utf-8"))
    if wrong := problems(data):
        raise SystemExit("\n".join(wrong))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), table(data)), encoding="utf-8")


if __name__ == "__main__":
    main()
