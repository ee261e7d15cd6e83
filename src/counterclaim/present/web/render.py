"""Renders a page from its template: words from reports are escaped, and data for scripts cannot end a script."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from counterclaim import __version__
from counterclaim.present.safe import printable
from counterclaim.present.web.links import Link

HERE = Path(__file__).parent
HERE_SAID = "in these documents: "


@cache
def environment() -> jinja2.Environment:
    """The templates, with escaping always on."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    made.filters["data"] = script_data
    made.filters["spaced"] = lambda value: str(value).replace("_", " ")
    made.filters["printable"] = printable
    made.filters["here"] = lambda value: printable(str(value).removeprefix(HERE_SAID))
    return made


def script_data(value: Any) -> Markup:
    """JSON for a data block of a page; no character of it can end the block."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def render(page: str, link: Link, *, static: bool = False, **context: Any) -> str:
    """The HTML of a page; `static` leaves out what needs a server."""
    template = environment().get_template(f"{page}.html")
    return template.render(page=page, link=link, static=static, version=__version__, **context)
