"""``python -m tests.window.walk``: the walk with all its pictures in build/walk; ``--publish-pictures`` renews docs/pictures."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.shared import ROOT
from tests.window.desktop import drive

from .pages import photograph_page, photograph_paper, publish, write_index

PICTURES = ROOT / "build" / "walk"
SCRIPT = Path(__file__).with_name("inside.py")
_LONGEST = 1500  # seconds, on a machine that does much else
#: What is photographed when QGIS has ended: fact, file, caption, and how.
DOCUMENTS = (
    ("help", "06_hjalp.png", "Knappen Hjälp öppnar verktygets sida, som följer med tillägget.", photograph_page),
    ("statement", "10_yttrande.png", "Yttrandet som PDF, första sidan.", photograph_paper),
    ("atlas", "11_atlas_sida.png", "Atlasen som webbsida.", photograph_page),
    ("atlas_pdf", "11_atlas_pdf.png", "Atlasen som PDF, första sidan.", photograph_paper),
    ("published", "12_sida.png", "Sidan i mappen med öppna data.", photograph_page),
)


def take(county: Path | None = None) -> dict:
    """Walk, and write the pictures and their page. ``county``: a sample county made before, else the walk makes it."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="narvard") as made:
        folder = Path(made)
        if county is not None:
            shutil.copytree(county, folder / "exempellan")
        saw = drive(
            SCRIPT, folder, seconds=_LONGEST, pictures=str(PICTURES), place=str(folder), county=county is not None,
            private=[str(folder), str(ROOT), str(Path.home()) + "/"],
        )  # fmt: skip
        for fact, file, caption, photograph in DOCUMENTS:
            if fact in saw["facts"] and photograph(Path(saw["facts"][fact]), PICTURES / file):
                saw["pictures"].append({"file": file, "caption": caption, "proved": [], "seconds": 0})
    saw["pictures"].sort(key=lambda one: one["file"][:2])  # a stable sort: within a step as they were taken
    write_index(PICTURES, saw["pictures"])
    return saw


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publish-pictures", action="store_true", help="renew the pictures that README and docs show")
    parser.add_argument(
        "--county", type=Path, help="a sample county made before; then step 01 and the making are left out"
    )
    options = parser.parse_args()
    begun = time.monotonic()
    saw = take(options.county)
    for one in saw["pictures"]:
        print(f"{one['seconds']:7.1f} s  {one['file']}: {one['caption']}")
        for sentence in one["proved"]:
            print(f"{'':12}✓ {sentence}")
    print(f"{len(saw['pictures'])} pictures in {time.monotonic() - begun:.0f} s: {PICTURES / 'index.html'}")
    if "error" in saw:
        print(saw["error"], file=sys.stderr)
        return 1
    if options.publish_pictures:
        for path in publish(PICTURES, saw["pictures"]):
            print(f"{path.stat().st_size // 1000:5} kB  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
