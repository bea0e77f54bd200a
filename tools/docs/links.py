"""Whether a built site stands on its own: every link inside it leads somewhere, and nothing it shows comes from outside."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_SHOWN = {("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src"), ("source", "src")}


class _Page(HTMLParser):
    """The places of a page that can be linked to, what it links to, and what it shows."""

    def __init__(self, text: str):
        super().__init__()
        self.places, self.links, self.shown = {""}, [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.places |= {given.get("id"), given.get("name")}
        for name, value in attrs:
            if (tag, name) in _SHOWN and given.get("rel") not in ("canonical", "next", "prev"):
                self.shown.append(value or "")
            elif (tag, name) == ("a", "href"):
                self.links.append(value or "")


def problems(site: Path) -> list[str]:
    """A sentence per link that leads nowhere, and per thing that is fetched from outside."""
    pages = {path: _Page(path.read_text("utf8")) for path in sorted(site.rglob("*.html"))}
    said = []
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        for target in page.shown:
            if urlsplit(target).netloc:
                said.append(f"{name} shows {target}, which comes from outside.")
            elif not target.startswith("data:") and not _file(path, target, site).is_file():
                said.append(f"{name} shows {target}, which is not there.")
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            file = _file(path, target, site)
            if not file.is_file():
                said.append(f"{name} links to {target}, which is not there.")
            elif file in pages and unquote(parts.fragment) not in pages[file].places:
                said.append(f"{name} links to {target}, and there is no such place on that page.")
    return said


def _file(page: Path, target: str, site: Path) -> Path:
    path = unquote(urlsplit(target).path)
    if not path:
        return page
    file = (site / path.lstrip("/") if path.startswith("/") else page.parent / path).resolve()
    return file / "index.html" if file.is_dir() else file
