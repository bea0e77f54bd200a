"""The documentation holds: its links lead somewhere, its examples come out, and its commands name what the tools have."""

import json
import re

import pytest

from tests.shared import ROOT
from tools.docs.commands import commands
from tools.docs.links import problems

from .docs_examples import EXAMPLES

DOCS = ROOT / "docs"
PAGES = {path.relative_to(DOCS).as_posix(): path.read_text("utf8") for path in DOCS.rglob("*.md")}
METHODS = {name[len("metoder/") : -3] for name in PAGES if name.startswith("metoder/")} - {"index"}
CONTRACT = json.loads((ROOT / "tests" / "qgis" / "contract.json").read_text("utf8"))
MODELS = {path.stem for path in (ROOT / "resources" / "models").glob("*.model3")}
TOOLS = {*CONTRACT, *MODELS}
_LINK = re.compile(r"\]\(([^)\s]+)\)")
#: What the build puts beside the written pages: a page per tool, in two languages, and their pictures.
_MADE = {
    re.compile(r"(?:verktyg|en/tools)/(\w+)\.md"): lambda name: name in TOOLS or name == "index",
    re.compile(r"verktyg/bilder/(\w+)\.png"): lambda name: (ROOT / "resources/help/pictures" / f"{name}.png").is_file(),
}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_link_leads_somewhere_and_no_picture_comes_from_outside(page):
    assert not re.search(r"!\[[^\]]*\]\(\s*(https?:)?//|<(script|iframe|img|link)\b", PAGES[page])
    for target in _LINK.findall(PAGES[page]):
        if not re.match(r"https?://", target):
            path = (DOCS / page).parent.joinpath(target.partition("#")[0]).resolve()
            assert path.is_file() or _is_made(path), f"{page} links to {target}"


def _is_made(path) -> bool:
    name = path.relative_to(DOCS).as_posix()
    return any(test(found[1]) for pattern, test in _MADE.items() if (found := pattern.fullmatch(name)))


def test_every_page_stands_in_the_navigation():
    listed = set(re.findall(r"[\w/]+\.md", (DOCS / "mkdocs.yml").read_text("utf8")))
    assert listed == set(PAGES)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_method_page_is_whole_and_its_example_comes_out(method):
    parts = re.split(r"^## (.+)$", PAGES[f"metoder/{method}.md"], flags=re.M)
    assert parts[1::2] == [
        "Så räknas det", "Enheter och särfall", "Skiljer sig från andra program", "Räkneexempel", "Källor", "Verktyg",
    ]  # fmt: skip
    written = dict(zip(parts[1::2], parts[2::2]))
    assert re.findall(r"\*\*([^*]+)\*\*", written["Räkneexempel"]) == EXAMPLES[method]()
    assert "../verktyg/" in written["Verktyg"]


@pytest.mark.parametrize("page", sorted(page for page, text in PAGES.items() if "```bash" in text))
def test_a_command_names_what_the_tools_have(page):
    for tool, given in commands(PAGES[page]):
        parameters = CONTRACT[tool]["parameters"]
        assert given.keys() <= parameters.keys(), tool
        needed = {name for name, one in parameters.items() if not one["optional"] and one["default"] is None}
        assert needed - given.keys() <= _OUTPUTS, f"{page}: {tool}"
        for name, value in given.items():
            options = parameters[name].get("options")
            assert options is None or value in options, f"{tool} has no choice {value}"


_OUTPUTS = {"OUTPUT", "SERVICES_OUTPUT"}


def test_every_tool_that_is_named_exists():
    named = {name for text in PAGES.values() for name in re.findall(r"narvard:([a-z]+)", text)}
    assert named <= TOOLS


def test_no_page_tells_where_it_was_written():
    assert not [page for page, text in PAGES.items() if re.search(r"/(work|home|tmp|root)/", text)]


def test_the_build_finds_what_leads_nowhere_or_comes_from_outside(tmp_path):
    (tmp_path / "a.html").write_text(
        '<h1 id="top"></h1><a href="b.html#here">b</a><a href="b.html#gone">b</a><a href="c.html">c</a><a href="#top">a</a>'
        '<img src="//far.example/a.png"><a href="https://far.example/">far</a>',
        "utf8",
    )
    (tmp_path / "b.html").write_text('<p id="here"></p><script src="lost.js"></script>', "utf8")
    assert problems(tmp_path) == [
        "a.html shows //far.example/a.png, which comes from outside.",
        "a.html links to b.html#gone, and there is no such place on that page.",
        "a.html links to c.html, which is not there.",
        "b.html shows lost.js, which is not there.",
    ]
