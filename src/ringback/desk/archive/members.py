"""Where a document stands in an archive."""

from pathlib import PurePosixPath


def file_member(sha256: str, name: str) -> str:
    """By its content, under the name that it was kept by as far as every system can bear it."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(one if one.isalnum() or one in "._- " else "_" for one in last).strip(". ")
    return f"files/{sha256}/{plain[-100:] or 'document'}"
