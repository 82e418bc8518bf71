"""How fast team pages in memory are read, beside the parser alone and beside trafilatura (S7).

``python -m bench.team_page [FOLDER] [ROUNDS]`` prints the table; the folder holds ``pages/*.html``
and is ``shared/teampages`` beside the checkout, or what ``RINGBACK_TEAMPAGES`` names.
"""

import importlib.util
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, in_turn, table

BESIDE = Path(__file__).parents[2] / "shared" / "teampages"
READER = "ringback.sources.team_page"


def pages_of(folder: Path) -> list[str]:
    """The text of every page of a folder, as the reader itself decodes them."""
    from ringback.sources.team_pages.charset import text_of

    return [text_of(page.read_bytes()) for page in sorted((folder / "pages").glob("*.html"))]


def forget() -> None:
    """Empty what the reader keeps of the pages that it read: words, names, class attributes."""
    for name, module in list(sys.modules.items()):
        if name.startswith(READER):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear") and kept.cache_parameters()["maxsize"] is not None:
                    kept.cache_clear()


def read_pages(pages: list[str], rounds: int) -> list[Figure]:
    """S7: all the pages, each never seen before, and again; the parser and trafilatura on them."""
    from selectolax.lexbor import LexborHTMLParser

    from ringback.sources.team_page import read_page

    def over(work: Callable[[str], object]) -> Callable[[], object]:
        return lambda: [work(page) for page in pages]

    works = [forget, over(read_page), over(read_page), over(LexborHTMLParser)]
    if importlib.util.find_spec("trafilatura"):
        from trafilatura import extract

        works.append(over(extract))
    _, new, again, parse, *peers = in_turn(rounds, *works, clock=time.process_time)
    found, work = [], "Read team pages"
    for says, taken in ((f"{len(pages)} new pages", new), (f"{len(pages)} pages again", again)):
        found.append(Figure("S7", work, taken, "selectolax parses", parse, 5, says))
        found.extend(Figure("S7", work, taken, "trafilatura", peer, 0.2, says) for peer in peers)
    return found


def rates(figures: list[Figure], count: int) -> str:
    """The same in pages a second, in one line each."""
    by_name = {f"ringback, {one.says}": one.seconds for one in figures}
    by_name |= {one.peer: one.peer_seconds for one in figures}
    return "\n".join(f"{count / taken:8,.0f} pages/s  {name}" for name, taken in by_name.items())


def main() -> None:
    """Measure and print."""
    asked = sys.argv[1:]
    folder = Path(asked[0] if asked else os.environ.get("RINGBACK_TEAMPAGES", BESIDE))
    pages = pages_of(folder)
    figures = read_pages(pages, int(asked[1]) if len(asked) > 1 else 15)
    print(table(figures))
    print(rates(figures, len(pages)))


if __name__ == "__main__":
    main()
