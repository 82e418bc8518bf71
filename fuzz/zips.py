"""Hostile ZIP files: members changed, renamed, doubled, nested; tables of contents that lie."""

import hashlib
import io
import json
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from fuzz.chance import changed_bytes, odd_text
from fuzz.trees import Tree, changed_lines

Members = list[tuple[str, bytes]]
Change = Callable[[bytes, Random], bytes]
_METHODS = (
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_STORED,
    zipfile.ZIP_BZIP2,
    zipfile.ZIP_LZMA,
)
_NAMES = (
    *("../up.csv", "/root.csv", "a/b.csv", "__MACOSX/._a.csv", "x.CSV", "x_all.csv", "x.zip"),
    *("x.xlsx", "content.xml", "/", "."),
)
_MANIFEST = "manifest.json"
_FAULTS = (
    zipfile.BadZipFile,
    ValueError,
    KeyError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)
_HEADERS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")
_MOST = 1_000_000


def changed_zip(data: bytes, chance: Random, inside: Change) -> bytes:
    """A ZIP, with members changed by ``inside`` or with its own structure broken."""
    members = _members(data)
    if members is None or chance.random() < 0.1:
        return _bent(data, chance)
    for _ in range(chance.choice((1, 1, 2))):
        members = _changed(members, chance, inside)
    if chance.random() < 0.8:
        members = _told_anew(members)
    made = _packed(members, chance)
    return _bent(made, chance) if chance.random() < 0.1 else made


def _members(data: bytes) -> Members | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = [one for one in archive.infolist() if one.file_size < _MOST]
            return [(one.filename, archive.read(one)) for one in small]
    except _FAULTS:
        return None


def _changed(members: Members, chance: Random, inside: Change) -> Members:
    if not members:
        return [(chance.choice(_NAMES), odd_text(chance).encode("utf-8", "replace"))]
    at = chance.randrange(len(members))
    name, content = members[at]
    match chance.randrange(8):
        case 0 if len(members) > 1:
            del members[at]
        case 1:
            members.insert(at, (name, content))
        case 2:
            members[at] = (chance.choice((*_NAMES, name.upper(), f"{name}.csv")), content)
        case 3:
            members[at] = (f"{name}.zip", _packed([(name, content)], chance))
        case _ if name.endswith(".jsonl"):
            members[at] = (name, changed_lines(content, chance))
        case _:
            members[at] = (name, inside(content, chance))
    return members


def _told_anew(members: Members) -> Members:
    """An archive's manifest made to agree with what is in it, so that more than it is read."""
    contents = {name: content for name, content in members if name != _MANIFEST}
    manifest = dict(members).get(_MANIFEST)
    if manifest is None:
        return members
    try:
        told: Tree = json.loads(manifest)
    except (ValueError, RecursionError):
        return members
    counts = told.get("counts") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(counts, dict):
        return members
    told["members"] = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in contents.items()
    }
    told["counts"] = {
        name: contents.get(f"records/{name}.jsonl", b"").count(b"\n") for name in counts
    }
    return [*contents.items(), (_MANIFEST, json.dumps(told).encode())]


def _packed(members: Members, chance: Random) -> bytes:
    room = io.BytesIO()
    method = chance.choice(_METHODS)
    with warnings.catch_warnings(), zipfile.ZipFile(room, "w", method) as archive:
        # A name that is in it twice is what is wanted.
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name or "/", content)
    return room.getvalue()


def _bent(data: bytes, chance: Random) -> bytes:
    """Bytes of a header set to others: sizes, flags, methods, offsets."""
    at = data.rfind(chance.choice(_HEADERS))
    if at < 0 or chance.random() < 0.3:
        return changed_bytes(data, chance)
    place = at + chance.randrange(4, 46)
    value = chance.choice(
        (b"\0\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\x01\x00", b"\x63\x00", b"\xfe\xff\xff\xff")
    )
    return data[:place] + value + data[place + len(value) :]
