"""Which hosts belong to one site, and whose are left alone; told offline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tldextract import TLDExtract

_LINKEDIN = frozenset({"linkedin", "licdn"})
_LINKEDIN_HOSTS = frozenset({"lnkd.in"})


@cache
def _extract() -> TLDExtract:
    # Loaded for the first host: it brings more along than all the other readers of a desk.
    from tldextract import TLDExtract

    # The list that came with the package: no look-up, no cache on the disk.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def site_of(host: str) -> str:
    """The registered domain of a host (``acme.example`` for ``www.acme.example``), else itself."""
    return _extract()(host).top_domain_under_public_suffix or host


def same_site(one: str, other: str) -> bool:
    """Do two hosts belong to the same registered domain?"""
    return site_of(one) == site_of(other)


def is_linkedin(host: str) -> bool:
    """Is it LinkedIn's, under any ending? Nobody fetches from there: its terms forbid it."""
    parts = _extract()(host)
    return parts.domain in _LINKEDIN or site_of(host) in _LINKEDIN_HOSTS


def is_indeed(host: str) -> bool:
    """Is it Indeed's, under any ending? Its terms forbid programs as LinkedIn's do."""
    return _extract()(host).domain == "indeed"
