"""What the fuzzing of each target begins with: the samples that its reader knows."""

import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from fuzz.archive import lived_search
from fuzz.samples import samples
from fuzz.targets import CARDS
from ringback.core.cadence import DEFAULTS, RULES
from ringback.sources import registry

_FEW = 12
_PACKINGS = (b"", b"gzip", b"deflate", b"x-gzip")


def seeds(names: tuple[str, ...], folder: Path) -> dict[str, tuple[bytes, ...]]:
    """The samples by target; one that nobody knows begins with some that others know."""
    found: dict[str, set[bytes]] = defaultdict(set)
    file = folder / "sample"
    every = samples()
    pages = [one for one in every if one.lstrip()[:1] == b"<"]
    trees = [one for one in every if one.lstrip()[:1] in (b"{", b"[")]
    for one in every:
        file.write_bytes(one)
        for name in _known(one, file):
            found[name].add(one)
    own = {
        "team-page": pages,
        "fetched-page": [_packed(n, one) for n, one in enumerate(pages[: 2 * _FEW])],
        "sitemap": [one for one in every if b"<loc>" in one] or [_SITEMAP],
        "page-address": _ADDRESSES,
        "cadence": [_cadence()],
        "zip": [one for one in every if one.startswith(b"PK")],
        "workbook": [one for one in every if b"xl/workbook" in one],
        "posting": [*pages, *(one for one in every if b"apply" in one.lower())],
        "posting-answer": [*trees, *(one for one in pages if b"<?xml" in one[:9])],
        **{name: trees for name in names if name.startswith("api-")},
        "archive": [lived_search()] if "archive" in names else [],
    }  # fmt: skip
    tables = [one for group in found.values() for one in sorted(group)[:2]]
    return {name: tuple(own.get(name) or sorted(found[name])) or tuple(tables) for name in names}


def _known(sample: bytes, file: Path) -> Iterator[str]:
    """The names of the targets that a sample is for."""
    try:
        keys = {one.source.key for one in registry.open_file(file) if one.source}
    except Exception:
        # Refused, or a fault that the run itself will find.
        return
    yield from keys
    if "vcard" in keys:
        yield from (name for name, sign in CARDS.items() if sign in sample)


def _packed(number: int, page: bytes) -> bytes:
    packing = _PACKINGS[number % len(_PACKINGS)]
    body = gzip.compress(page, mtime=0) if b"gzip" in packing else page
    body = zlib.compress(page) if packing == b"deflate" else body
    return b"|".join((packing, (b"", b"utf-8", b"windows-1252")[number % 3])) + b"\n" + body


def _cadence() -> bytes:
    """Every rule at its default, as its owner would write it."""
    lines = []
    for key in RULES:
        value = getattr(DEFAULTS, key)
        shown = str(value).lower() if isinstance(value, int) else f'"{value}"'
        lines.append(f"{key} = {shown}")
    return "\n".join(lines).encode()


_ADDRESSES = [
    b"https://www.tools.example/about?x=1#top\n/team\n../people\n//other.example/team\nmailto:a@b",
    b"tools.example:8443\nteam.html\nhttp://192.0.2.1/\nhttp://[::1]/\nhttp://0x7f.1/",
    "https://bücher.example/über uns\nhttps://xn--bcher-kva.example/\nhttp://1.2.3\n?page=2".encode(),
]
_SITEMAP = (
    b"<urlset><url><loc>https://tools.example/team</loc></url>"
    b"<url><loc><![CDATA[https://tools.example/a?b=1&amp;c=2]]></loc></url></urlset>"
)
