"""The sentences that the core, the desk and the sources make, as patterns with named places.

`f"Nobody called “{name}” is known"` becomes `Nobody called “{name}” is known`; a place is named by
the last word of what fills it, and numbered where that is none or is there already.
"""

import ast
import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "ringback"

# What people read is made in these; other modules hold words that are only looked for.
SPEAKING = (
    "core/best_time.py", "core/cadence.py", "core/cadence_file.py", "core/cadence_parts.py",
    "core/chase.py",
    "core/consequences.py", "core/favours.py", "core/fit.py", "core/gate.py", "core/manager.py",
    "core/numbers/charts.py", "core/numbers/funnel.py", "core/numbers/planned.py",
    "core/numbers/rates.py", "core/numbers/svg_lines.py",
    "core/numbers/svg_intervals.py", "core/numbers/slots.py", "core/numbers/survival.py",
    "core/outcomes.py", "core/phones.py", "core/planner.py",
    "core/posting.py", "core/same_employers.py", "core/same_people.py", "core/alike_names.py",
    "core/people.py", "web/devices.py",
    "core/simulator/comparison.py", "core/simulator/inputs.py", "core/steps.py",
    "core/story.py", "core/ties.py", "core/touches.py", "core/workdays.py",
    "core/zones.py",
    "desk", "doors/book.py", "doors/days.py", "doors/moments.py",
    "sources/source.py", "sources/registry.py", "sources/row.py",
    "sources/tables.py", "sources/workbooks.py", "sources/archives.py", "sources/encodings.py",
    "sources/records.py", "sources/dates.py", "sources/columns.py", "sources/statuses.py",
    "sources/sending.py", "sources/people.py", "sources/contact_values.py",
    "sources/contact_rows.py", "sources/contact_routes.py", "sources/contact_lists.py",
    "sources/contacts.py", "sources/numbers.py", "sources/notion.py",
    "sources/json_records.py", "sources/linkedin_connections.py", "sources/linkedin_jobs.py",
    "sources/linkedin_invitations.py", "sources/linkedin_messages.py",
    "sources/linkedin_positions.py", "sources/linkedin_profile.py",
    "sources/linkedin_recommendations.py", "sources/vcard.py", "sources/vcard_lines.py",
    "sources/own_lists.py", "sources/teal.py", "sources/huntr.py", "sources/simplify.py",
    "sources/google_contacts.py", "sources/outlook.py", "sources/dnb_hoovers.py",
    "sources/sheet.py", "sources/meetings.py", "sources/tracker.py", "sources/team_page.py",
    "sources/years.py",
    "sources/contact_columns.py", "sources/unreadable.py", "sources/limits.py",
    "sources/postings/asking.py", "sources/postings/closing.py", "sources/postings/page.py",
    "sources/postings/pasted.py", "sources/postings/reading.py", "sources/postings/contacts.py",
    "sources/postings/complete.py", "sources/web",
)  # fmt: skip
SILENT = (
    "desk/archive/sheets.py", "desk/archive/rows.py", "desk/archive/shape.py", "desk/demo.py",
    "desk/happened.py", "desk/numbers.py", "desk/traces.py", "desk/asking_services.py",
    "desk/proof_fonts.py", "desk/refusal.py", "desk/intake/marks.py", "desk/intake/someone.py",
    "desk/intake/taken.py",
)  # fmt: skip

# Words that stand alone on a page: headings of charts, days of a plan, what evidence is of.
SINGLE = """
    opening person employer route document name title number mail
    step done share low high told day waiting silent slot planned logged yes no
    Second Third Fourth Fifth Sixth Next
    of or on dials conversations interviews offers coverage reach hours
    central Central Sceptic Optimist sceptic optimist mornings afternoons true false page
    times days minutes weeks
    mon tue wed thu fri sat sun
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
""".split()
# Where a name is from, as a page keeps it that was read on a website.
SINGLE.append("team page")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_STATEMENTS = "SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|FROM|SET|SAVEPOINT"
_NO_SENTENCE = re.compile(
    rf"""
    \\ | \(\? | \n | __ | %[sY(] | `ringback | @ANY | IS[ ]NULL | ^<
    | ^({_STATEMENTS})\b | ^[a-z_]+_id\b | ^[a-z_]+,[ ][a-z_]+$
    | ^\W*\{{[a-z_]+\}}\W*(\{{[a-z_]+\}}\W*)*$
    | ^(id,[ ] | models\. | meta\[ | User-agent | january | in[ ]the[ ]$ | JavaScript)
    | ^(ringback[ ] | disk[ ]is[ ]full | no[ ]space[ ]left | no[ ]such[ ]table | does[ ]not[ ]exist)
    | ^(domestic[ ]ultimate | number[ ]of[ ]employees | Number[ ]of[ ]Emp | Opts[ ]Out)
    | ^(d[ ]u[ ]n[ ]s | below[ ]\{{ | enable[ ]Java | an[ ]answer[ ]that[ ]is[ ]read[ ]by)
    | ^(looking[ ]up | Word[ ]declares)
    """,
    re.VERBOSE,
)
# Modules of services hold the headings of their files as well: only what is told of these is said.
_HEADINGS = re.compile(
    r"sources/(linkedin_\w+|google_contacts|outlook|vcard|dnb_hoovers|notion|teal|huntr|simplify)\.py"
)
_TOLD = re.compile(
    r"^(an? |LinkedIn's |Teal's |Huntr's |Simplify's |it |who |to whom|where |your )|\S+( \S+){4}|“"
)
_REFUSED = frozenset({"Refusal", "NotAMoment"})
_ENUMERATIONS = frozenset({"StrEnum"})


def patterns() -> dict[str, list[tuple[str, int]]]:
    """Each sentence, as a pattern, with the files and lines that make it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        if _is_in(name, SPEAKING) and not _is_in(name, SILENT):
            said = _in_module(tree)
        elif name.startswith(("doors/", "web/")):
            said = _refused(tree)
        else:
            continue
        for line, pattern in said:
            if not _HEADINGS.match(name) or "{" in pattern or _TOLD.search(pattern):
                found.setdefault(pattern, []).append((name, line))
    for word in SINGLE:
        found.setdefault(word, []).append(("doors/tongue.py", 0))
    return found


def _is_in(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}/") for place in places)


def _refused(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What a door refuses in words of its own; what gettext is given is gathered with the pages."""
    asked = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
        for one in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in _REFUSED:
            given = (*node.args, *(one.value for one in node.keywords))
            yield from _strings([one for one in given if id(one) not in asked], asked)


def _strings(nodes: Sequence[ast.AST], passed: Set[int]) -> Iterator[tuple[int, str]]:
    made = [one for top in nodes for one in ast.walk(top) if isinstance(one, ast.JoinedStr)]
    inside = passed | {id(part) for one in made for part in ast.walk(one) if part is not one}
    for top in nodes:
        for node in ast.walk(top):
            if id(node) in inside:
                continue
            if isinstance(node, ast.JoinedStr):
                yield from _kept(node.lineno, _pattern(node), is_fixed=False)
            elif isinstance(node, ast.Constant) and " " in (said := _text(node)).strip():
                yield from _kept(node.lineno, said, is_fixed=True)


def _text(node: ast.Constant) -> str:
    return node.value if isinstance(node.value, str) else ""


def _in_module(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and _is_enumeration(node):
            yield from _members(node)
    yield from _strings([tree], _not_said(tree))


def _not_said(tree: ast.Module) -> set[int]:
    """The strings that nobody reads: documentation, and what stands inside another one."""
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("split", "compile", "execute", "TypeVar")
        ):
            passed.update(id(one) for one in ast.walk(node))
    return passed


def _is_enumeration(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id in _ENUMERATIONS for base in node.bases)


def _members(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    for one in node.body:
        value = one.value if isinstance(one, ast.Assign) else None
        if isinstance(value, ast.Constant) and _text(value):
            yield one.lineno, _text(value)


def _kept(line: int, pattern: str, *, is_fixed: bool) -> Iterator[tuple[int, str]]:
    if _NO_SENTENCE.search(pattern):
        return
    bare = re.sub(r"\{[a-z0-9_]+\}", "", pattern)
    if not _WORDS.search(bare) or not (is_fixed or " " in pattern.strip()):
        return
    yield line, pattern.replace("{{", "{").replace("}}", "}") if is_fixed else pattern


def _pattern(node: ast.JoinedStr) -> str:
    said, names = "", set[str]()
    for part in node.values:
        if not isinstance(part, ast.FormattedValue):
            said += str(part.value) if isinstance(part, ast.Constant) else ""
            continue
        name = base = _name(part.value)
        count = 2
        while name in names:
            name, count = f"{base}{count}", count + 1
        names.add(name)
        said += f"{{{name}}}"
    return said


def _name(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.lower().strip("_")
        case ast.Call(func=ast.Attribute(attr="join"), args=[first, *_]):
            return _name(first)
        case ast.Call(func=ast.Name(id="str" | "len"), args=[first, *_]):
            return _name(first)
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name.lower().strip("_")
        case ast.Subscript(value=inner):
            return _name(inner)
        case ast.GeneratorExp(elt=elt) | ast.ListComp(elt=elt):
            return _name(elt)
        case ast.BinOp(left=left, right=right):
            return _name(left) if not isinstance(left, ast.Constant) else _name(right)
        case ast.BoolOp(values=[first, *_]):
            return _name(first)
        case ast.IfExp(body=body):
            return _name(body)
        case _:
            return "what"
