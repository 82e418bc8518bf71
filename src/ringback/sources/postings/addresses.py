"""The addresses of a posting made comparable, however a visitor was sent there."""

_MEASURING = (
    "utm_", "gh_src", "lever-source", "lever-origin", "source=", "src=", "ref=", "trk=", "fbclid",
    "gclid", "ashby_", "trid=", "oga", "sid=", "cmp=",
)  # fmt: skip


def plain_address(url: str) -> str:
    """An address without scheme, "www.", what measures visitors, and a last stroke."""
    bare = url.partition("#")[0].partition("://")[2] or url.partition("#")[0]
    path, _, query = bare.removeprefix("www.").partition("?")
    kept = [one for one in query.split("&") if one and not one.startswith(_MEASURING)]
    host, stroke, rest = path.rstrip("/").partition("/")
    return f"{host.lower()}{stroke}{rest}" + (f"?{'&'.join(kept)}" if kept else "")
