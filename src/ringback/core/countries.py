"""Countries by the names that files give them, in some fifty languages."""

from functools import cache

from ringback.core.gazetteer import fold, rows


def country_called(text: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country's name or code; empty where it is none.

    Names are those of the Unicode CLDR, codes those of two and of three letters, and UK.
    """
    name = fold(text)
    # BI is Burundi and "Bỉ" Belgium, in Vietnamese: a code bears no marks.
    code = _coded().get(name.replace(" ", ""), "") if text.isascii() else ""
    return code or _named().get(name, "")


@cache
def _coded() -> dict[str, str]:
    return {
        code: country
        for country, codes, _ in rows("countries.tsv")
        for code in (country.casefold(), *codes.split("|"))
        if code
    }


@cache
def _named() -> dict[str, str]:
    return {
        name: country
        for country, _, names in rows("countries.tsv")
        for name in names.split("|")
        if name
    }
