"""Hostile texts of lines: cards, settings, robots files; parameters, folds, endless lines."""

from random import Random

from fuzz.chance import changed_text, odd_text, recoded, some_of

_SIGNS = (
    *(":", ";", "=", ",", '"', "\\", "=0D=0A", ";CHARSET=cp037", ";CHARSET=hex", ";ENCODING=b"),
    *(
        ";ENCODING=QUOTED-PRINTABLE",
        ";TYPE=cell,work",
        ";VALUE=uri",
        "item1.",
        "=\n",
        "\n ",
        "\n\t",
    ),
    *("BEGIN:VCARD\n", "END:VCARD\n", "[", "]", "'''", '"""', "#", "{", "}", "0x", "1979-05-27"),
    *("User-agent: *\n", "Disallow: /", "Crawl-delay: ", "Sitemap: ", "*", "$", "%2F", "..", "@"),
)


def changed_text_of_lines(data: bytes, chance: Random) -> bytes:
    """The text, a few of its lines changed."""
    lines = data.decode("utf-8", "replace").splitlines()
    for _ in range(chance.choice((1, 1, 2, 5))):
        lines = _changed(lines or [""], chance)
    end = chance.choice(("\n", "\r\n", "\r\n", "\r")) if chance.random() < 0.3 else "\n"
    made = end.join(lines).encode("utf-8", "replace")
    return recoded(made, chance) if chance.random() < 0.1 else made


def _changed(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    end = min(len(lines), at + chance.choice((1, 1, 4, 30)))
    match chance.randrange(8):
        case 0 | 1:
            for one in some_of(len(lines), chance):
                lines[one] = changed_text(lines[one], chance)
        case 2:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice(_SIGNS) + lines[at][place:]
        case 3:
            lines[at:at] = lines[at:end] * chance.choice((1, 2, 50, 600))
        case 4 if len(lines) > 1:
            del lines[at:end]
        case 5:
            head, mark, _ = lines[at].partition(chance.choice((":", "=")))
            lines[at] = head + mark + odd_text(chance)
        case 6:
            lines[at] = lines[at].partition(":")[0] + lines[chance.randrange(len(lines))]
        case _:
            lines.insert(at, odd_text(chance))
    return lines
