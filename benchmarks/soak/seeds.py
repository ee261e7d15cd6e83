"""Small inputs of every format, written for these tests, and changes to them that must not change what is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable

Change = Callable[[bytes, random.Random], bytes]

PARAGRAPHS = (
    "Rebels said on Monday that they had taken the town of Marafa after two days of fighting.",
    "An army spokesman denied it and said that his men were still holding both ends of the bridge.",
    "At least three civilians were killed when shells hit the market, doctors said. Nobody claimed responsibility.",
)
TEXT = "GOMA, Sept 6, 2021 (AFP) - " + "\n\n".join(PARAGRAPHS)
ROW = {
    "id": "7",
    "title": "Rebels take town",
    "text": "\n\n".join(PARAGRAPHS),
    "date": "2021-09-06",
    "publisher": "Valley Post",
}
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rebels take town</title>'
    '<meta property="og:site_name" content="Valley Post"><meta property="article:published_time" content="2021-09-06">'
    '</head><body class="wide"><nav id="top" class="menu"><a href="/a" rel="x">Home</a></nav><article id="main" class="text">'
    "<h1>Rebels take town</h1>"
    + "".join(f'<p class="body" id="p">{text}</p>' for text in PARAGRAPHS)
    + "</article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:x="urn:x"><channel><title>Valley Post</title>'
    "<item><title>Rebels take town</title>"
    '<guid isPermaLink="false" x:a="1">7</guid><pubDate>Mon, 06 Sep 2021 08:00:00 GMT</pubDate><description>'
    + "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in PARAGRAPHS)
    + "</description></item></channel></rss>"
)
MESSAGE = {
    "id": 7,
    "type": "message",
    "date": "2021-09-06T08:00:00",
    "date_unixtime": "1630915200",
    "from_id": "c",
    "text": TEXT,
}
TELEGRAM = {"name": "Valley News", "type": "public_channel", "id": 1, "messages": [MESSAGE]}
POST = [{"tweet": {"id_str": "9", "full_text": "\n\n".join(PARAGRAPHS), "created_at": "Mon Sep 06 10:15:00 +0000 2021"}}]
ITEM = {"uri": "urn:1", "versioncreated": "2021-09-06T10:00:00Z", "headline": "Rebels take town", "pubstatus": "usable",
        "version": "1", "body_text": "\n\n".join(PARAGRAPHS)}  # fmt: skip
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://post.example/b\r\nWARC-Date: 2021-09-07T00:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:6d05b047-1f31-4f0c-9ecf-29d0b5a9a0f1>\r\nContent-Type: application/http; msgtype=response\r\n"
)
MHTML = (
    "From: <Saved>\r\nSnapshot-Content-Location: http://post.example/1\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
)


def seeds() -> dict[str, bytes]:
    """One small input a format, by file name."""
    row = json.dumps(ROW).encode()
    return {
        "a.txt": TEXT.encode(),
        "a.md": ("---\npublished: 2021-09-06\n---\n# Rebels take town\n\n" + "\n\n".join(PARAGRAPHS)).encode(),
        "a.html": PAGE.encode(),
        "a.mhtml": (MHTML + PAGE + "\r\n--b--\r\n").encode(),
        "feed.xml": FEED.encode(),
        "feed.json": json.dumps(json_feed()).encode(),
        "a.jsonl": row + b"\n" + row.replace(b'"7"', b'"8"') + b"\n",
        "a.csv": table(",", csv.QUOTE_MINIMAL).encode(),
        "result.json": json.dumps(TELEGRAM).encode(),
        "tweets.js": b"window.YTD.tweets.part0 = " + json.dumps(POST).encode(),
        "item.json": json.dumps(ITEM).encode(),
        "a.warc": warc(PAGE),
        "a.parquet": parquet(),
        "a.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
        "a.zip": archive({"a.txt": TEXT.encode(), "b.jsonl": row + b"\n"}, zipfile.ZIP_DEFLATED),
    }


def json_feed() -> dict[str, object]:
    """A JSON feed with one entry."""
    items = [{"id": "7", "title": ROW["title"], "content_text": ROW["text"], "date_published": "2021-09-06T08:00:00Z"}]
    return {"version": "https://jsonfeed.org/version/1.1", "title": "Valley Post", "items": items}


def table(delimiter: str, quoting: int, **more: str) -> str:
    """A table with one row, and further columns where they are given."""
    stream = io.StringIO()
    row = {**ROW, **more}
    writer = csv.DictWriter(stream, list(row), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerow(row)
    return stream.getvalue()


def warc(page: str) -> bytes:
    """A web archive with one page."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    return WARC + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


def parquet() -> bytes:
    """A Parquet table with one row."""
    import pyarrow
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({key: [value] for key, value in ROW.items()}), stream)
    return stream.getvalue()


def archive(files: dict[str, bytes], compression: int) -> bytes:
    """A zip archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as opened:
        for name, content in files.items():
            opened.writestr(zipfile.ZipInfo(name, (2021, 9, 6, 0, 0, 0)), content, compression)
    return stream.getvalue()


def recoded(*encodings: str) -> Change:
    """A change of encoding, with a byte-order mark where the encoding has one."""
    return lambda data, chance: data.decode().encode(chance.choice(encodings))


def line_ends(data: bytes, chance: random.Random) -> bytes:
    """Other line ends."""
    return data.replace(b"\n", b"\r\n")


def space_at_ends(data: bytes, chance: random.Random) -> bytes:
    """White space before and after."""
    return b"\n" * chance.randrange(3) + b" " * chance.randrange(3) + data + b"\n \n" * chance.randrange(3)


def wider_gaps(data: bytes, chance: random.Random) -> bytes:
    """More empty lines between paragraphs."""
    return data.replace(b"\n\n", b"\n" * chance.randrange(2, 5))


def json_changed(data: bytes, chance: random.Random) -> bytes:
    """Keys in another order, unknown fields, other white space."""
    value = json.loads(data)

    def stirred(part: object) -> object:
        if isinstance(part, dict):
            items = [(key, stirred(one)) for key, one in part.items()] + [(f"x_{chance.randrange(9)}", chance.random())]
            chance.shuffle(items)
            return dict(items)
        return [stirred(one) for one in part] if isinstance(part, list) else part

    return json.dumps(stirred(value), indent=chance.choice((None, 2)), ensure_ascii=chance.random() < 0.5).encode()


def lines_changed(data: bytes, chance: random.Random) -> bytes:
    """The same for JSON lines."""
    rows = [json.loads(line) for line in data.splitlines()]
    return b"".join(json.dumps({f"x_{chance.randrange(9)}": 1, **row}).encode() + b"\n" for row in rows)


def markup_changed(data: bytes, chance: random.Random) -> bytes:
    """Attributes in another order, more of them, comments, other white space between elements."""
    text = data.decode()
    text = text.replace('class="body" id="p"', chance.choice(('id="p" class="body"', 'data-x="1" id="p" class="body"')))
    text = text.replace('id="main" class="text"', 'class="text" data-n="2" id="main"')
    text = text.replace("</p>", "</p>" + chance.choice(("\n", "\n\n  ", "<!-- x -->")))
    return text.encode()


def feed_changed(data: bytes, chance: random.Random) -> bytes:
    """Attributes in another order, unknown elements."""
    text = data.decode().replace('isPermaLink="false" x:a="1"', 'x:a="1" isPermaLink="false"')
    return text.replace("<item>", "<item>" + chance.choice(("\n  <x:b>1</x:b>", "<!-- x -->", "\n"))).encode()


def table_changed(data: bytes, chance: random.Random) -> bytes:
    """Another delimiter, all quoted, one more column."""
    return table(chance.choice(",;\t"), csv.QUOTE_ALL, note="seen").encode()


HARMLESS: dict[str, tuple[Change, ...]] = {
    "a.txt": (recoded("utf-16", "utf-8-sig", "utf-16-le", "latin-1"), line_ends, space_at_ends, wider_gaps),
    "a.md": (recoded("utf-16", "utf-8-sig"), wider_gaps, line_ends),
    "a.html": (markup_changed, recoded("utf-8-sig", "utf-16"), space_at_ends),
    "feed.xml": (feed_changed, recoded("utf-8-sig")),
    "feed.json": (json_changed, recoded("utf-8-sig")),
    "a.jsonl": (lines_changed, line_ends, recoded("utf-8-sig")),
    "a.csv": (table_changed, recoded("utf-8-sig", "utf-16"), line_ends),
    "result.json": (json_changed, recoded("utf-8-sig")),
    "item.json": (json_changed, recoded("utf-8-sig")),
}
