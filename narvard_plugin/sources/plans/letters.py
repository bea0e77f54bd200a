"""Letters as files: a mail (.eml) with its attachments, or a PDF. Nothing in them is trusted, run or shown as markup."""

from __future__ import annotations

import email
import email.policy
import email.utils
import importlib.util
import io
import mimetypes
import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Optional

from ...core.plans.rows import one_line

MOST_BYTES, MOST_ATTACHMENTS, MOST_PAGES = 100 << 20, 200, 60
_EML, _PDF = "message/rfc822", "application/pdf"
#: Kinds that tell nothing of a plan.
_NO_WORDS = (
    "text/calendar",
    "text/vcard",
    "application/pkcs7-signature",
    "application/pgp-signature",
    "application/ms-tnef",
)
_OUTLOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class LetterFile:
    """A file that came with a letter: the letter itself too."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """``text``: all that could be read, subject first. ``received``: the day it was sent, None where it does not say."""

    subject: str
    sender: str
    received: Optional[date]
    text: str
    files: tuple[LetterFile, ...]
    #: Whether the text could be read at all; a scanned PDF has none.
    readable: bool
    #: Attached files whose text was not read: other kinds than PDF, and PDFs without text.
    unread: tuple[str, ...] = ()


class UnreadableLetter(ValueError):
    """``problem``: empty, too_large, too_many, outlook, kind or damaged."""

    def __init__(self, problem: str, **facts):
        super().__init__(problem)
        self.problem, self.facts = problem, facts


def read_letter_file(path: Path) -> Letter:
    """The letter in a .eml or .pdf file. Raises `UnreadableLetter`, or OSError when the file can't be read."""
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableLetter("too_large", megabytes=path.stat().st_size >> 20, most=MOST_BYTES >> 20)
    content = path.read_bytes()
    if not content:
        raise UnreadableLetter("empty")
    if content.startswith(_OUTLOOK) or path.suffix.lower() == ".msg":
        raise UnreadableLetter("outlook", name=path.name)
    if b"%PDF-" in content[:1024]:
        text = pdf_text(content)
        own = LetterFile(_safe(path.name, 0, ".pdf"), _PDF, content)
        return Letter("", "", None, text, (own,), bool(text.strip()))
    if path.suffix.lower() == ".eml":
        return _mail(path.name, content)
    raise UnreadableLetter("kind", name=path.name)


def reads_pdf() -> bool:
    """Whether the package that reads the text of a PDF is there."""
    return importlib.util.find_spec("pypdf") is not None


def pdf_text(content: bytes) -> str:
    """The text of a PDF's first pages, "" where the reader is not installed or finds none (a scanned page)."""
    try:
        from pypdf import PdfReader
    except ImportError:
        return ""
    try:
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() or "" for page, _ in zip(pages, range(MOST_PAGES)))
    except Exception:  # a damaged PDF makes the reader raise anything; it is kept as a document all the same
        return ""


def _mail(name: str, content: bytes) -> Letter:
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        subject, sender = one_line(str(message["subject"] or "")), one_line(str(message["from"] or ""))
        texts, files = _parts(message)
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableLetter("damaged", detail=str(error)) from error
    if not message.keys():
        raise UnreadableLetter("damaged", detail=name)
    readable = bool("".join(texts).strip())
    told = {file: pdf_text(file.content) for file in files if b"%PDF-" in file.content[:1024]}
    texts += told.values()
    unread = tuple(file.name for file in files if not told.get(file, "").strip() and file.media_type not in _NO_WORDS
                   and not file.media_type.startswith("image/"))  # fmt: skip
    files = [LetterFile(_safe(name, 0, ".eml"), _EML, content), *files]
    return Letter(subject, sender, _sent(message), "\n".join([subject, *texts]), tuple(files), readable, unread)


def _parts(message):
    """The texts and the attached files of a mail, those of a forwarded mail too."""
    texts, files = [], []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind, attached = part.get_content_type(), part.get_filename()
        if attached or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            files.append(_file(part, kind, attached, len(files) + 1))
        else:
            texts.append(_words(part, kind))
        if len(files) > MOST_ATTACHMENTS:
            raise UnreadableLetter("too_many", most=MOST_ATTACHMENTS)
    return texts, [file for file in files if file.content]


def _file(part, kind: str, attached: Optional[str], order: int) -> LetterFile:
    content = part.get_payload(decode=True) or b""
    return LetterFile(_safe(attached or "", order, mimetypes.guess_extension(kind) or ".bin"), kind, content)


def _words(part, kind: str) -> str:
    raw = part.get_payload(decode=True) or b""
    text = _decoded(raw, part.get_content_charset() or "utf-8")
    if kind != "text/html":
        return text
    words = _Words()
    words.feed(text)
    words.close()
    return words.text()


def _decoded(raw: bytes, charset: str) -> str:
    """Text in the charset that the mail tells; Windows' own where it tells ISO 8859-1 and means that, or tells wrongly."""
    if charset.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii"):
        charset = "utf-8" if raw.isascii() else "cp1252"
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return raw.decode("cp1252", errors="replace")


def _sent(message) -> Optional[date]:
    try:
        return email.utils.parsedate_to_datetime(str(message["date"])).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _safe(name: str, order: int, ending: str) -> str:
    """A file's name without folders, control characters or what Windows refuses."""
    name = one_line(re.split(r"[\\/]", name)[-1])
    name = re.sub(r'[\x00-\x1f<>:"|?*\u202a-\u202e\u2066-\u2069]', "", name).strip(" .")
    return name[-120:] or f"bilaga {order}{ending}"


class _Words(HTMLParser):
    """The words of an HTML mail; scripts and styles are none."""

    _BREAKS = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "dt", "dd", "blockquote"}
    _CELLS = {"td", "th"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self._said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self._silent += 1
        elif tag in self._BREAKS:
            self._said.append("\n")
        elif tag in self._CELLS:
            self._said.append(" ")

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data):
        if not self._silent:
            self._said.append(data)

    def text(self) -> str:
        return "".join(self._said)
