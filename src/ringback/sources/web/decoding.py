"""A page's bytes unpacked as they come, never beyond a limit."""

import zlib

from ringback.sources.unreadable import Unreadable

ACCEPTED = "gzip, deflate"
_GZIP = frozenset({"gzip", "x-gzip"})
_STEP = 65_536


class Unpacker:
    """Unpacks gzip and deflate, at most ``most`` bytes.

    Raises Unreadable (encoding) for any other packing or broken data, (size) beyond the limit,
    unless ``cut``: then what is beyond is left out and ``full`` says so.
    """

    def __init__(self, encoding: str, most: int, *, cut: bool = False) -> None:
        packing = encoding.strip().lower()
        if packing not in {"", "identity", "deflate", *_GZIP}:
            raise Unreadable(
                "encoding", f"The page is packed in a way that was not asked for ({packing[:40]}).",
                "Save it in the browser and give that file.",
            )  # fmt: skip
        self.content = bytearray()
        self.full = False
        self._most = most
        self._cut = cut
        self._gzip = packing in _GZIP
        self._engine = None if packing in ("", "identity") else zlib.decompressobj(47)
        self._raw_tried = self._gzip

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the wire."""
        if self._engine is None:
            self._keep(data)
            return
        try:
            self._unpack(data)
        except zlib.error as error:
            raise Unreadable(
                "encoding", "The page's packed bytes are broken.",
                "Try again later, or save the page in the browser and give that file.",
            ) from error  # fmt: skip

    def _unpack(self, data: bytes) -> None:
        more = True
        while more and not self.full and self._engine is not None:
            try:
                out = self._engine.decompress(data, _STEP)
            except zlib.error:
                if self._raw_tried or self.content:
                    raise
                # Some servers send deflate without its zlib wrapping.
                self._raw_tried = True
                self._engine = zlib.decompressobj(-15)
                continue
            self._keep(out)
            data = self._engine.unconsumed_tail
            # A full step may have left bytes inside the engine though it took all its input.
            more = bool(data) or len(out) == _STEP
            if self._engine.eof:
                data = self._engine.unused_data if self._gzip else b""
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._engine = zlib.decompressobj(47)
                more = True

    def _keep(self, data: bytes) -> None:
        self.content += data[: self._most - len(self.content) + 1]
        if len(self.content) <= self._most:
            return
        if not self._cut:
            raise Unreadable(
                "size", f"The page is larger than {self._most / 1e6:g} million bytes.",
                "Save it in the browser and give that file.",
            )  # fmt: skip
        del self.content[self._most :]
        self.full = True
