"""`python -m words`: bring every catalogue up to date and say what is still to be translated."""

import sys

from django.conf import settings

from words.catalogue import LANGUAGES, SENTENCES, as_mo, as_po, po_of, renewed, sentences

MOST = 40


def main() -> int:
    """Write the catalogues anew; 1 where a text of theirs is missing."""
    settings.configure()
    SENTENCES.write_text(sentences(), "utf-8")
    missing = 0
    for language in LANGUAGES:
        made = renewed(language)
        po_of(language).write_bytes(as_po(made))
        po_of(language).with_suffix(".mo").write_bytes(as_mo(made))
        empty = [one for one in made if one.id and not all(one.string or ("",))]
        missing += len(empty)
        for one in empty[:MOST]:
            print(f"{language}: {one.locations[0][0]}: {one.id}")
        print(f"{language}: {len(empty)} of {len(made)} texts to be translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
