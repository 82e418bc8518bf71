"""The walk over a parsed page that makes its outline: one visit to each node, no recursion."""

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ringback.sources.team_pages.blocks import LEVELS, shape_of, tidy_marks
from ringback.sources.team_pages.contacts import Contact, contact_of_link, decode_cloudflare
from ringback.sources.team_pages.outline import MOST_LINES, SITE_HEADING, Block, Line, Outline

# Taken out before the walk: much stands in them, and none of it says anything of people.
_TAKEN_OUT = "script style svg noscript nav footer select".split()
_BLOCK, _INLINE, _BREAK, _IMAGE, _PASS, _FRAME = range(6)
# What is not named here is a block; a node without a tag's name is passed over.
_KINDS: dict[str | None, int] = {
    **dict.fromkeys(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s "
        "samp small span strike strong sub sup time tt u var wbr".split(),
        _INLINE,
    ),
    **dict.fromkeys("-comment -doctype -cdata -pi input meta link head".split(), _PASS),
    **dict.fromkeys(
        "template iframe object embed option textarea canvas video audio map math datalist".split(),
        _FRAME,
    ),
    **dict.fromkeys(("br", "hr"), _BREAK),
    "img": _IMAGE,
    None: _PASS,
}
_BOLD = frozenset(["b", "strong"])
_HEADER_DEPTH = 3
_FILE_NAME = re.compile(r"\.(?:gif|jpe?g|png|webp|svg|bmp|avif)\b", re.IGNORECASE)
_SIGNS = frozenset(",.;:!?)]’'\"”»…/-@")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufffc]+")
_LONGEST_RUNS = 300
_LONGEST_CLASS = 400
_MOST_INLINE = 6
_LONGEST_TITLE = 300
_NAME_ATTRIBUTES = ("name", "full-name", "fullname", "person-name", "member-name", "data-name")
_ROLE_ATTRIBUTES = (
    *("role", "title", "position", "job", "job-title", "jobtitle", "function", "funktion"),
    *("subtitle", "cargo", "poste", "rolle", "data-role", "data-title", "data-position"),
    "designation",
)
_CONTACT_ATTRIBUTES = (("mail", "email"), ("mail", "mail"), ("phone", "phone"), ("phone", "tel"))
# Past a named tuple's own making, which takes twice as long: a page has some thousand.
_new = tuple.__new__
_TOP = Block(-1, "", "", 0, 0, 0, False, "")
# How an open element ends: its kind, the block around it or the marks it set, whether it was bold.
_Opened = tuple[int, int, bool]


def outline_of(tree: LexborHTMLParser) -> Outline:
    """Walk a parsed page once; linear in its nodes.

    Scripts, navigation and the like are taken out of the tree first.
    """
    walk = _Walk()
    walk.out.title = _title_of(tree)
    tree.strip_tags(_TAKEN_OUT, recursive=True)
    node = tree.body or tree.root
    if node is not None:
        walk.run(node)
    return walk.out


def _title_of(tree: LexborHTMLParser) -> str:
    """The page's title, as its head gives it."""
    node = tree.head.first_child if tree.head is not None else None
    while node is not None and node.tag != "title":
        node = node.next
    return " ".join(node.text().split())[:_LONGEST_TITLE] if node is not None else ""


class _Walk:
    """The state of one walk: the elements that are open, and the line that is being read."""

    __slots__ = (
        *("alts", "bold", "cell", "element", "fresh", "inline", "line_bold"),
        *("opened", "out", "pieces", "tags"),
    )

    def __init__(self) -> None:
        self.out = Outline()
        self.opened: list[_Opened] = []
        self.element = -1
        self.cell: dict[int, int] = {}
        self.pieces: list[str] = []
        self.fresh = False
        self.inline: list[str] = []
        self.bold = 0
        self.line_bold = False
        self.alts: list[str] = []
        # By the parser's number of a tag, its name and kind: the name is made anew at each asking.
        self.tags: dict[int, tuple[str, int]] = {}

    def run(self, top: LexborNode) -> None:
        """Visit every node under ``top`` in order, opening and closing as a parser would."""
        lines, read, enter, close = self.out.lines, self.text, self.enter, self.close
        above: list[LexborNode] = []
        node = top
        while len(lines) < MOST_LINES:
            if node.is_text_node:
                if not node.is_empty_text_node:
                    read(node.text_content or "")
            elif enter(node):
                child = node.first_child
                if child is not None:
                    above.append(node)
                    node = child
                    continue
                close()
            while above:
                following = node.next
                if following is not None:
                    node = following
                    break
                node = above.pop()
                close()
            else:
                break
        while self.opened:
            close()
        self.flush()

    def enter(self, node: LexborNode) -> bool:
        """Read a node other than text; whether it is an element whose content is to be read."""
        number = node.tag_id
        known = self.tags.get(number)
        if known is None:
            name = node.tag
            known = self.tags[number] = (name or "", _KINDS.get(name, _BLOCK))
        tag, kind = known
        if kind == _BLOCK:
            return self.open_block(node, tag)
        if kind == _INLINE:
            self.open_inline(node, tag)
            return True
        return self.single(node, kind)

    def text(self, text: str) -> None:
        if not self.pieces:
            self.line_bold = self.bold > 0
        elif self.fresh:
            self.pieces.append("")
        self.fresh = False
        self.pieces.append(text)

    def single(self, node: LexborNode, kind: int) -> bool:
        """Something that holds no text of the page: a break, a picture, a comment, a frame."""
        if kind == _BREAK:
            self.flush()
        elif kind == _IMAGE:
            self.out.images.append(len(self.out.lines))
            alt = node.attributes.get("alt")
            if alt and not _FILE_NAME.search(alt):
                self.alts.append(alt)
        return False

    def open_inline(self, node: LexborNode, tag: str) -> None:
        self.fresh = True
        bold = tag in _BOLD
        self.bold += bold
        marked = 0
        if attributes := node.attributes:
            if tag == "a" and (href := attributes.get("href")):
                self.link(node, href)
            if (code := attributes.get("data-cfemail")) and (mail := decode_cloudflare(code)):
                self.contact("mail", mail)
            raw = None if self.pieces else attributes.get("class")
            if raw and len(self.inline) < _MOST_INLINE:
                self.inline.append(tidy_marks(raw[:_LONGEST_CLASS]))
                marked = 1
        self.opened.append((_INLINE, marked, bold))

    def link(self, node: LexborNode, href: str) -> None:
        if ":" in href or "cdn-cgi" in href or "linkedin" in href:
            found = contact_of_link(href, node.text(), len(self.out.lines), self.element)
            if found is not None:
                self.out.contacts.append(found)

    def contact(self, kind: str, value: str) -> None:
        self.out.contacts.append(Contact(kind, value, len(self.out.lines), self.element))

    def open_block(self, node: LexborNode, tag: str) -> bool:
        """Begin a block; False for the page's frame, of whose content nothing is read."""
        if self.pieces or self.alts:
            self.flush()
        attributes = node.attributes
        classes, identity = attributes.get("class") or "", attributes.get("id") or ""
        shape = shape_of(tag, classes[:_LONGEST_CLASS], identity[:_LONGEST_CLASS])
        marks, own, away, level, held, plain = shape
        out, around = self.out, self.element
        up = out.blocks[around] if around >= 0 else _TOP
        column = 0
        if not plain:
            if away or self.is_frame(node, tag, up):
                return False
            if tag in ("td", "th"):
                column = self.cell[around] = self.cell.get(around, -1) + 1
                own = f"{own}{column}"
                out.cells = True
        self.element = len(out.blocks)
        depth, level, held = up.depth + 1, level or up.level, held or up.held
        made = (around, tag, marks, depth, column, level, held, own)
        out.blocks.append(_new(Block, made))
        out.ends.append(self.element)
        if not plain and "-" in tag:
            self.read_attributes(attributes)
        self.opened.append((_BLOCK, around, False))
        return True

    def is_frame(self, node: LexborNode, tag: str, up: Block) -> bool:
        """A form inside the page, or the page's own header, whose headings are kept.

        A form around the whole page is no frame: ASP.NET sets one.
        """
        if tag == "form":
            return up.depth > 1
        if tag == "header" and not up.held and up.depth <= _HEADER_DEPTH:
            self.read_headings(node)
            return True
        return False

    def read_headings(self, header: LexborNode) -> None:
        """A page's header says what the page is about; what else stands in it is its frame."""
        found = (n for n in header.traverse() if n.tag in ("h1", "h2"))
        for node in islice(found, 3):
            if text := " ".join(node.text().split()):
                level = LEVELS[node.tag or "h1"]
                line = Line(text, self.element, SITE_HEADING, level, "", (), True, False)
                self.out.lines.append(line)

    def read_attributes(self, attributes: dict[str, str | None]) -> None:
        """A custom element with its person in attributes (``<team-card name=… role=…>``)."""
        name = next((v for a in _NAME_ATTRIBUTES if (v := attributes.get(a))), "")
        role = next((v for a in _ROLE_ATTRIBUTES if (v := attributes.get(a))), "")
        if not name or not role:
            return
        for kind, attribute in _CONTACT_ATTRIBUTES:
            if value := attributes.get(attribute):
                self.contact(kind, value)
        self.add(name, "@name", (), alt=False)
        self.add(role, "@role", (), alt=False)

    def close(self) -> None:
        """End the innermost open element."""
        kind, before, bold = self.opened.pop()
        if kind == _BLOCK:
            if self.pieces or self.alts:
                self.flush()
            self.out.ends[self.element] = len(self.out.blocks) - 1
            self.element = before
        elif kind == _INLINE:
            self.fresh = True
            self.bold -= bold
            if before and self.inline and not self.pieces:
                self.inline.pop()

    def flush(self) -> None:
        """End the line that is being read; alternative texts of images follow it."""
        if self.pieces:
            pieces, self.pieces = self.pieces, []
            inline = "|".join(self.inline) if self.inline else ""
            if len(pieces) == 1:
                self.add(_clean(pieces[0]), inline, (), alt=False)
            else:
                text, runs = _joined(pieces)
                self.add(text, inline, runs, alt=False)
        if self.inline:
            self.inline = []
        self.fresh = False
        if self.alts:
            alts, self.alts = self.alts, []
            for alt in alts:
                self.add(_clean(alt), "|alt", (), alt=True)

    def add(self, text: str, inline: str, runs: tuple[str, ...], *, alt: bool) -> None:
        if not text:
            return
        block, up = _TOP, _TOP
        if self.element >= 0:
            block = self.out.blocks[self.element]
            up = self.out.blocks[block.parent] if block.parent >= 0 else _TOP
        key = f"{up.own}>{block.own}|{inline}" if inline else f"{up.own}>{block.own}"
        if self.line_bold and not alt:
            key += "|b"
        bold = (self.line_bold or block.level > 0) and not alt
        self.line_bold = False
        marks = f"{block.marks} {inline}" if inline else block.marks
        made = (text, self.element, key, block.level, marks, runs, bold, alt)
        self.out.lines.append(_new(Line, made))


def _clean(text: str) -> str:
    """A text with single blanks and without invisible signs."""
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def _joined(pieces: list[str]) -> tuple[str, tuple[str, ...]]:
    """A line's text and its inline pieces, which an empty string divides.

    Blanks between inline elements are not in the tree any more: two pieces are one word only where
    a sign follows, or a single capital begins a word ("<b>J</b>ane").
    """
    texts: list[str] = []
    runs: list[str] = []
    run: list[str] = []
    end = " "
    for piece in [*pieces, ""]:
        if piece:
            run.append(piece)
            continue
        if not run:
            continue
        text = "".join(run)
        glued = end[-1].isspace() or text[0].isspace() or text[0] in _SIGNS
        drop = end[-1].isupper() and not end[-2:-1].isalpha() and text[0].islower()
        if not (glued or drop or end[-1] in "([-/@'’"):
            texts.append(" ")
        texts.append(text)
        end = text
        if clean := _clean(text):
            runs.append(clean)
        run = []
    whole = _clean("".join(texts))
    return whole, tuple(runs) if len(runs) > 1 and len(whole) < _LONGEST_RUNS else ()
