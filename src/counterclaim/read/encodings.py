"""From bytes to text: byte-order marks, UTF-8, UTF-16 without a mark, else what the bytes look like."""

from __future__ import annotations

import codecs

from counterclaim.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 50_000
KINDS = {
    b"%PDF": "a PDF; turn it into text first (pdftotext)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document; save it as text or HTML first",
    b"{\\rtf": "an RTF document; save it as text or HTML first",
    b"ID3": "a sound file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
TEXT_CONTROLS = b"\t\n\r\f\x1b\x85"


def decoded(data: bytes) -> str:
    """The text in these bytes less a byte-order mark; raises `InputError` where they are no text."""
    if kind := next((kind for mark, kind in KINDS.items() if data.startswith(mark)), None):
        raise InputError(f"not text: {kind}")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return decoded_as(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return decoded_as(data, guessed(data))
    if "\x00" in text:
        return decoded_as(data, guessed(data))
    return text


def encoding_of(sample: bytes) -> str:
    """The encoding of a longer text that begins with these bytes, a byte-order mark taken off by it where there is one."""
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, "utf-32")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return guessed(sample)
    return guessed(sample) if b"\x00" in sample else "utf-8"


def decoded_as(data: bytes, encoding: str) -> str:
    """The text in this encoding; raises `InputError` where it does not fit."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"not text: looks like {encoding}, but {error.reason} at byte {error.start}") from error
    if controls(text[:SAMPLE]) > 0.02:
        raise InputError(f"not text: control characters throughout when read as {encoding}")
    return text


def guessed(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; raises `InputError` where they look like no text."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) // 5:
        if min(even, odd) > max(even, odd) // 4:
            raise InputError(f"not text: {sample.count(0)} zero bytes in the first {len(sample)}")
        return "utf-16-le" if odd > even else "utf-16-be"
    if sample.count(0) or binary_share(sample) > 0.05:
        raise InputError("not text: a binary file of an unknown kind")
    return detected(sample, data)


def detected(sample: bytes, data: bytes) -> str:
    """The encoding that charset-normalizer finds, or Windows-1252, which holds Latin-1."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=["cp1252", "cp1251", "cp1256", "cp1250", "cp1254", "cp1253", "mac_roman"]).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def binary_share(sample: bytes) -> float:
    """The share of control bytes that text does not hold."""
    return sum(byte < 32 and byte not in TEXT_CONTROLS for byte in sample) / max(1, len(sample))


def controls(text: str) -> float:
    """The share of control characters that text does not hold."""
    return sum(char < " " and char not in "\t\n\r\f\x1b" for char in text) / max(1, len(text))
