"""Each format: a small file in, documents out."""

import gzip
import io
import json
import zipfile

import pytest

from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.read import options_of, read_paths
from counterclaim.read.choosing import choose
from counterclaim.read.sources import source_of_bytes
from counterclaim.records import Document, Failure

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rebels take bridge | Valley Post</title>
<meta property="og:title" content="Rebels take bridge"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2015-05-03T08:00:00Z"></head><body><nav>Home News Sport</nav>
<article><h1>Rebels take bridge</h1>
<p>Rebels said on Sunday that they had taken the bridge at the northern end of the valley after two days of fighting.</p>
<p>An army spokesman denied it and said that his men were still holding both ends of the bridge and the road behind it.</p>
</article><footer>All rights reserved</footer></body></html>"""
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Valley Post</title>
<item><title>Bridge falls</title><link>http://post.example/1</link><pubDate>Sun, 03 May 2015 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Rebels said they took the bridge.&lt;/p&gt;&lt;p&gt;The army denied it.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>x1</id><title>Bridge</title>
<updated>2015-05-03T08:00:00Z</updated><content type="html">Rebels &lt;b&gt;left&lt;/b&gt;.</content></entry></feed>"""
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://post.example/b\r\nWARC-Date: 2016-01-01T00:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:6d05b047-1f31-4f0c-9ecf-29d0b5a9a0f1>\r\nContent-Type: application/http; msgtype=response\r\n"
)


def warc_of(page: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    return WARC + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


def zip_of(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def read(tmp_path):
    """A function: file name and bytes in, documents and failures out."""

    def run(name: str, content: bytes | str, **settings: object) -> list[Document | Failure]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_paths([str(path)], Settings(**settings), load()))

    return run


def test_markdown_loses_its_marks_and_keeps_its_front_matter(read):
    (document,) = read(
        "a.md", "---\npublished: 2015-05-03\nsource: Valley Post\n---\n# Bridge falls\n\nRebels **took** [it](http://x)."
    )
    assert document.text == "Bridge falls\n\nRebels took it."
    assert (document.title, document.published, document.publisher) == ("Bridge falls", "2015-05-03", "Valley Post")
    assert document.text[document.body_start :] == "Rebels took it."


def test_a_page_gives_text_title_publisher_and_first_day(read):
    (document,) = read("a.html", PAGE)
    assert "Rebels said on Sunday" in document.text
    assert "rights reserved" not in document.text
    assert (document.title, document.publisher, document.published) == ("Rebels take bridge", "Valley Post", "2015-05-03")


def test_a_page_called_text_is_read_as_a_page(read):
    (document,) = read("a.txt", PAGE)
    assert document.media_type == "text/html"


def test_a_page_saved_with_its_pictures(read):
    head = "From: <Saved>\r\nSnapshot-Content-Location: http://post.example/1\r\nMIME-Version: 1.0\r\n"
    parts = 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
    (document,) = read("a.mhtml", head + parts + PAGE + "\r\n--b--\r\n")
    assert document.publisher == "Valley Post"


def test_feed_entries_are_reports_of_the_feed(read):
    (document,) = read("feed.xml", RSS)
    assert document.text == "Rebels said they took the bridge.\n\nThe army denied it."
    assert (document.publisher, document.published, document.title) == (
        "Valley Post",
        "2015-05-03T08:00:00+00:00",
        "Bridge falls",
    )


def test_atom(read):
    (document,) = read("answer", ATOM)
    assert (document.text, document.published) == ("Rebels left.", "2015-05-03T08:00:00+00:00")


def test_json_feed(read):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Post",
        "items": [{"id": "1", "content_text": "Rebels left."}],
    }
    (document,) = read("feed.json", json.dumps(feed))
    assert (document.text, document.publisher) == ("Rebels left.", "Post")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_web_archive(read, name):
    content = warc_of(PAGE)
    (document,) = read(name, gzip.compress(content) if name.endswith(".gz") else content)
    assert (document.uri, document.published) == ("http://post.example/b", "2015-05-03")


def test_json_lines_with_one_bad_line(read):
    found = read(
        "a.jsonl", '{"id": 1, "body": "Rebels left.", "pub_date": "2015-05-03"}\n{"body": \n{"id": 2, "text": "They stayed."}\n'
    )
    assert [getattr(item, "text", "failed") for item in found] == ["Rebels left.", "failed", "They stayed."]
    assert found[0].published == "2015-05-03"
    assert found[1].uri.endswith("a.jsonl#2")


def test_a_json_file_with_a_list_of_articles(read):
    found = read("a.json", json.dumps({"status": "ok", "articles": [{"content": "Rebels left.", "source": {"name": "Post"}}]}))
    assert [(item.text, item.publisher) for item in found] == [("Rebels left.", "Post")]


def test_fields_are_mapped_as_the_user_says(read):
    found = read("a.csv", "prose,when\nRebels left.,2015-05-03\n", mapping=(("text", "prose"), ("published", "when")))
    assert [(item.text, item.published) for item in found] == [("Rebels left.", "2015-05-03")]


def test_a_mapping_for_one_format_leaves_the_usual_names_to_the_others(read):
    found = read("a.csv", "text,date\nRebels left.,2015-05-03\n", mapping=(("text", "prose"), ("published", "when")))
    assert [(one.text, one.published) for one in found] == [("Rebels left.", "2015-05-03")]


def test_a_table_without_a_text_column_says_which_columns_there_are(read):
    (failure,) = read("a.csv", "prose,when\nRebels left.,2015-05-03\n")
    assert "prose, when" in failure.reason
    assert "--map text=NAME" in failure.reason


def test_a_table_with_semicolons_and_latin_letters(read):
    (document,) = read("a.csv", 'title;text\nUno;"Fighters; in Córdoba, left."\n'.encode("latin-1"))
    assert document.text == "Fighters; in Córdoba, left."


def test_parquet(read):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["Rebels left."], "date": ["2015-05-03"]}), stream)
    (document,) = read("a.parquet", stream.getvalue())
    assert (document.text, document.published) == ("Rebels left.", "2015-05-03")


def test_telegram_messages(read):
    message = {"id": 7, "type": "message", "date": "2022-03-01T12:00:00", "date_unixtime": "1646132400", "from_id": "channel1"}
    texts = ["Rebels ", {"type": "bold", "text": "left"}, "."]
    export = {
        "name": "Valley News",
        "type": "public_channel",
        "id": 1,
        "messages": [message | {"text": texts}, message | {"text": ""}],
    }
    (document,) = read("result.json", json.dumps(export))
    assert (document.text, document.publisher, document.published) == (
        "Rebels left.",
        "Valley News",
        "2022-03-01T11:00:00+00:00",
    )


def test_posts_of_an_archive(read):
    post = {"tweet": {"id_str": "9", "full_text": "Rebels left.", "created_at": "Mon Sep 06 10:15:00 +0000 2021"}}
    (document,) = read("tweets.js", "window.YTD.tweets.part0 = " + json.dumps([post]))
    assert (document.text, document.published) == ("Rebels left.", "2021-09-06T10:15:00+00:00")


def news_item(**known: object) -> str:
    return json.dumps({"uri": "urn:1", "versioncreated": "2021-09-06T10:00:00Z", "headline": "Rebels leave"} | known)


def test_a_corrected_news_item(read):
    (document,) = read("a.json", news_item(version="2", body_text="Rebels left.", pubstatus="usable"))
    assert (document.status, document.version, document.url) == ("corrected", "2", "urn:1")


def test_a_killed_news_item_is_a_document_that_is_withdrawn(read):
    (document,) = read("a.json", news_item(version="3", pubstatus="canceled"))
    assert document.status == "withdrawn"


def test_translated_and_original_are_kept(read):
    (document,) = read("a.jsonl", json.dumps({"text": "Rebels left.", "translated_from": "fa", "original": "..."}))
    assert (document.translated_from, document.original) == ("fa", "...")


def test_files_in_an_archive_are_read_as_if_they_lay_there(read):
    found = read("a.zip", zip_of({"b.txt": b"Rebels left.", "c.jsonl": b'{"text": "They stayed."}\n', "__MACOSX/x": b"?"}))
    assert [item.text for item in found] == ["Rebels left.", "They stayed."]


def test_a_report_has_the_same_id_in_an_archive_and_beside_it(read):
    (inside,) = read("a.zip", zip_of({"b.txt": b"Rebels left."}))
    (beside,) = read("b.txt", "Rebels left.")
    assert inside.id == beside.id


def test_archives_too_deep_in_one_another(read):
    content = b"Rebels left."
    for _ in range(6):
        content = gzip.compress(content)
    (failure,) = read("a.gz", content)
    assert "containers in one another" in failure.reason


def test_a_bomb_is_not_unpacked(read):
    (failure,) = read("a.zip", zip_of({"b.txt": b"a" * 30_000_000}))
    assert "times its size" in failure.reason or "more than the limit" in failure.reason
    (failure,) = read("a.gz", gzip.compress(b"a" * 30_000_000), max_bytes=25_000_000)
    assert "times its size" in failure.reason or "more than the limit" in failure.reason


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04garbage", b"\x1f\x8bgarbage", b"PAR1garbage", b"WARC/1.0\r\ngarbage", b"<rss", b'{"a": ']
)
def test_damaged_files_are_failures(read, content):
    for item in read("damaged.bin", content):
        assert isinstance(item, Failure)


@pytest.mark.parametrize(("content", "reason"), [(b"%PDF-1.4 \x00\x01\x02", "PDF"), (b"\x89PNG\r\n\x1a\n\x00\x00", "picture")])
def test_files_of_a_known_kind_are_named(read, content, reason):
    (failure,) = read("a.txt", content)
    assert reason in failure.reason


def test_an_office_document_is_named(read):
    (failure,) = read("a.docx", zip_of({"[Content_Types].xml": b"<x/>"}))
    assert "office document" in failure.reason


def test_hostile_nesting_is_refused(read):
    (failure,) = read("a.html", "<html><body>" + "<div>" * 50_000 + "Rebels left.")
    assert isinstance(failure, Failure)


def test_a_plugin_format_that_fits_is_preferred_to_text():
    options = options_of(Settings(), load())

    class Shouted:
        name = "shout"
        suffixes = (".shout",)

        @staticmethod
        def fits(source):
            return source.head().startswith(b"SHOUT")

    source = source_of_bytes("a.shout", b"SHOUT Rebels left.", 100)
    assert choose(source, {**options.formats, "shout": Shouted}) is Shouted
