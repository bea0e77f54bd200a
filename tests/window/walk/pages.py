"""What the walk leaves behind: documents photographed, one page with every step, and pictures for README and docs."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from PIL import Image

from tests.shared import ROOT

PUBLISHED = ROOT / "docs" / "pictures"
#: Pictures of the walk that README and docs have under a name of their own.
NAMES = {
    "04_vardens_geografi": "panel_karta",
    "05_svar": "panel_fragor",
    "07_scenario": "panel_scenario",
    "09_arenden": "planremisser_arenden",
    "09_granskning": "planremisser_granskning",
}
_LARGEST = 150_000  # bytes


def photograph_page(page: Path, picture: Path, size: str = "1400,1000") -> bool:
    """The first screen of a web page; False where there is no browser."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}",
                   f"--window-size={size}", f"--screenshot={picture}", page.as_uri()]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return picture.exists()


def photograph_paper(document: Path, picture: Path) -> bool:
    """The first page of a PDF; False where there is no pdftoppm."""
    if shutil.which("pdftoppm") is None:
        return False
    command = ["pdftoppm", "-png", "-r", "90", "-f", "1", "-singlefile", str(document), str(picture.with_suffix(""))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return picture.exists()


def write_index(folder: Path, pictures: list[dict]) -> Path:
    """Every step with its picture, what it shows, and what was proved."""
    parts = []
    for one in pictures:
        proved = "".join(f"<li>{escape(sentence)}</li>" for sentence in one["proved"])
        number, _, name = one["file"].removesuffix(".png").partition("_")
        parts.append(
            f'<section id="{escape(name)}"><h2>{number} {escape(one["caption"])}</h2>'
            + (f"<ul>{proved}</ul>" if proved else "")
            + f'<a href="{one["file"]}"><img src="{one["file"]}" alt="{escape(one["caption"])}" loading="lazy"></a></section>'
        )
    page = folder / "index.html"
    page.write_text(
        '<!doctype html><html lang="sv"><meta charset="utf-8"><title>En vandring genom Närvård</title><style>'
        "body{font:16px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem;color:#222}"
        "img{max-width:100%;border:1px solid #bbb}h2{font-size:1.1rem;margin-top:2.5rem}li{color:#075e45}</style>"
        "<h1>En vandring genom Närvård</h1><p>Varje steg är taget med mus och tangenter i ett riktigt QGIS-fönster på "
        "Exempellän, som är påhittat. Under rubriken står vad som prövades innan bilden togs.</p>" + "".join(parts),
        encoding="utf-8",
    )
    return page


def publish(folder: Path, pictures: list[dict]) -> list[Path]:
    """Copies for README and docs, small enough to be kept in the repository."""
    made = []
    for one in pictures:
        stem = one["file"].removesuffix(".png")
        for name in filter(None, (f"steg_{stem}", NAMES.get(stem))):
            made.append(PUBLISHED / f"{name}.png")
            shrink(folder / one["file"], made[-1])
    return made


def shrink(picture: Path, to: Path) -> None:
    """The most common colours exactly as they are, and others spread so that also a small legend keeps its own."""
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    for colours, width in ((256, 1600), (128, 1600), (128, 1280), (96, 1100)):
        shown = image if image.width <= width else image.resize((width, image.height * width // image.width))
        common = sorted(shown.getcolors(shown.width * shown.height), reverse=True)[: colours // 4]
        spread = shown.quantize(colours - len(common), method=Image.Quantize.MAXCOVERAGE).getpalette()
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for _, colour in common for part in colour] + spread[: 3 * (colours - len(common))])
        shown.quantize(palette=palette, dither=Image.Dither.NONE).save(to, optimize=True)
        if to.stat().st_size <= _LARGEST:
            return
