"""Team pages by how they mark people up: structured data, tables, lists, headings, captions,
alts."""

import json

import pytest

from ringback.sources.team_page import read_page


def staff(html: str | bytes) -> list[tuple[str, str]]:
    return [(p.name, p.title) for p in read_page(html).people]


def json_ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


EMPLOYEES = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "name": "Quarrybank Mills",
    "founder": {"@type": "Person", "name": "Hester Quarry"},
    "employee": [
        {
            "@type": "Person",
            "givenName": "Ambrose",
            "familyName": "Whitlock",
            "jobTitle": "Mill Manager",
            "email": "mailto:ambrose@quarrybank.example",
            "telephone": "+44 1632 555 0101",
            "sameAs": ["https://www.linkedin.com/in/ambrose-sample"],
        },
        {"@type": "Person", "name": "Philippa Dyce", "jobTitle": ["Buyer", "Planner"]},
    ],
}


def test_json_ld_employees_are_staff_where_the_page_names_nobody() -> None:
    page = f"<html><head><title>Our team</title>{json_ld(EMPLOYEES)}</head><body></body></html>"
    assert ("Ambrose Whitlock", "Mill Manager") in staff(page)
    assert ("Philippa Dyce", "Buyer, Planner") in staff(page)


def test_json_ld_gives_mail_phone_and_linkedin() -> None:
    page = f"<title>Team</title>{json_ld(EMPLOYEES)}<body><h3>Ambrose Whitlock</h3></body>"
    person = next(p for p in read_page(page).people if p.name == "Ambrose Whitlock")
    assert [r.value for r in person.routes] == ["+44 1632 555 0101", "ambrose@quarrybank.example"]
    assert person.linkedin == "https://www.linkedin.com/in/ambrose-sample"


def test_the_printed_title_goes_before_the_marked_one() -> None:
    data = {"@type": "Person", "name": "Rosalind Achebe", "jobTitle": "CEO"}
    page = (
        f"<title>Team</title>{json_ld(data)}<h1>Our team</h1>"
        "<div><h3>Rosalind Achebe</h3><p>Chief Executive Officer</p></div>"
    )
    assert staff(page) == [("Rosalind Achebe", "Chief Executive Officer")]


@pytest.mark.parametrize(
    "data",
    [
        {
            "@type": "BlogPosting",
            "author": {"@type": "Person", "name": "Ivo Brandt", "jobTitle": "Writer"},
        },
        {
            "@type": "Product",
            "review": {"@type": "Review", "author": {"@type": "Person", "name": "Ivo Brandt"}},
        },
        {
            "@type": "Organization",
            "alumni": [{"@type": "Person", "name": "Ivo Brandt", "jobTitle": "CEO"}],
        },
    ],
)
def test_authors_reviewers_and_alumni_in_json_ld_are_not_staff(data: object) -> None:
    assert (
        staff(f"<title>Our team</title>{json_ld(data)}<p>Welcome to the page of our team.</p>")
        == []
    )


def test_broken_json_ld_is_passed_over() -> None:
    page = (
        "<title>Team</title><script"
        ' type="application/ld+json">{"@type": "Person", "name": </script>'
        "<h1>Team</h1><h3>Hedda Nyström</h3><p>Auditor</p>"
    )
    assert staff(page) == [("Hedda Nyström", "Auditor")]


def test_deeply_nested_json_ld_is_bounded() -> None:
    nested = '{"employee":' * 3000 + "1" + "}" * 3000
    assert staff(f'<script type="application/ld+json">{nested} "Person"</script>') == []


def test_microdata_persons_are_staff() -> None:
    page = """<title>Our team</title><div itemscope itemtype="https://schema.org/Person">
    <span itemprop="name">Leocadia Brum</span><span itemprop="jobTitle">Archivist</span>
    <a itemprop="email" href="mailto:leocadia%40archive.example">write</a></div>"""
    person = read_page(page).people[0]
    assert (person.name, person.title) == ("Leocadia Brum", "Archivist")
    assert [r.value for r in person.routes] == ["leocadia@archive.example"]


def test_an_h_card_is_read() -> None:
    page = """<h1>Staff</h1><div class="h-card"><a class="p-name u-url"
    href="/n">Njeri Kamau-Holt</a>
    <span class="p-job-title">Grants Officer</span><a class="u-email"
    href="mailto:njeri@trust.example">mail</a></div>"""
    person = read_page(page).people[0]
    assert (person.name, person.title) == ("Njeri Kamau-Holt", "Grants Officer")
    assert [r.value for r in person.routes] == ["njeri@trust.example"]


def test_an_hcard_is_read() -> None:
    page = """<h1>Contact persons</h1><div class="vcard"><span class="fn">Absalom Tighe</span>,
    <span class="title">Harbour Master</span>, <span class="tel">01632 555 0120</span></div>"""
    person = read_page(page).people[0]
    assert (person.name, person.title) == ("Absalom Tighe", "Harbour Master")
    assert [r.value for r in person.routes] == ["01632 555 0120"]


def test_the_vcard_of_a_posts_author_is_not_staff() -> None:
    page = """<title>News</title><article><h1>We moved</h1><p class="byline">by
    <span class="author vcard"><a class="url fn n" href="/author/q">Quentin Ashby</a></span></p>
    <p>Our office has moved to the harbour, as many of you know by now.</p></article>"""
    assert staff(page) == []


TABLE_WITH_HEAD = """<h1>Staff directory</h1><table><thead><tr><th>Department</th><th>Name</th>
<th>Position</th><th>E-mail</th></tr></thead>
<tbody><tr><td>Finance</td><td>Dorothea Lindqvist</td><td>Controller</td>
<td>dl@works.example</td></tr>
<tr><td>Yard</td><td>Casimir Obuya</td><td>Foreman</td><td>co@works.example</td></tr></tbody>
</table>"""


def test_a_tables_head_says_which_column_is_the_title() -> None:
    assert staff(TABLE_WITH_HEAD) == [
        ("Dorothea Lindqvist", "Controller"),
        ("Casimir Obuya", "Foreman"),
    ]


def test_a_rows_mail_goes_to_its_person() -> None:
    mails = [[r.value for r in p.routes] for p in read_page(TABLE_WITH_HEAD).people]
    assert mails == [["dl@works.example"], ["co@works.example"]]


def test_given_and_family_names_in_two_columns_are_one_name() -> None:
    page = """<h1>Mitarbeiter</h1><table><tr><th>Vorname</th><th>Nachname</th><th>Aufgabe</th>
    </tr>
    <tr><td>Theodora</td><td>Schellenberg</td><td>Disponentin</td></tr>
    <tr><td>Korbinian</td><td>Aigner</td><td>Lagerleiter</td></tr></table>"""
    assert staff(page) == [
        ("Theodora Schellenberg", "Disponentin"),
        ("Korbinian Aigner", "Lagerleiter"),
    ]


def test_a_table_without_head_gives_name_and_title_by_column() -> None:
    page = """<h2>Staff</h2><table><tr><td><b>Wilhelmina Stroud</b></td><td>Town Clerk</td></tr>
    <tr><td><b>Obadiah Fenn</b></td><td>Road Superintendent</td></tr></table>"""
    assert staff(page) == [
        ("Wilhelmina Stroud", "Town Clerk"),
        ("Obadiah Fenn", "Road Superintendent"),
    ]


def test_qualifications_in_a_table_are_no_titles() -> None:
    page = """<h1>Our team</h1><table><tr><th>Name</th><th>Qualification</th><th>Experience</th>
    </tr>
    <tr><td>Mr. Ashwin Kelkar</td><td>B.E. Civil</td><td>12 Years</td></tr>
    <tr><td>Mr. Mohan</td><td>D.C.E.</td><td>7 Years</td></tr></table>"""
    assert staff(page) == [("Mr. Ashwin Kelkar", ""), ("Mr. Mohan", "")]


def test_a_definition_list_gives_name_and_title() -> None:
    page = """<h1>Staff</h1><dl><dt>Bronwen Ap Rhys, Ph.D.</dt><dd>Museum Director</dd>
    <dt>Ignatius Kaunda</dt><dd>Conservator</dd></dl>"""
    assert staff(page) == [
        ("Bronwen Ap Rhys, Ph.D.", "Museum Director"),
        ("Ignatius Kaunda", "Conservator"),
    ]


def test_titles_above_their_names_are_given_to_the_names_below() -> None:
    page = """<h1>Diretoria</h1><div><h4>Presidente:</h4><p>Benedito Sarmento</p>
    <h4>Tesoureira:</h4><p>Iolanda Figueira</p></div>"""
    assert staff(page) == [("Benedito Sarmento", "Presidente"), ("Iolanda Figueira", "Tesoureira")]


def test_headings_with_a_paragraph_each_are_read() -> None:
    page = """<h1>Our people</h1><h3>Cordelia Banks</h3><p>Studio Manager</p>
    <p>Cordelia runs the studio and has
    done so since it opened in 2009. She plays the viola.</p><h3>Fergus O'Dowd</h3>
    <p>Sound Engineer</p>
    <p>Fergus mixes, records and repairs.</p>"""
    assert staff(page) == [
        ("Cordelia Banks", "Studio Manager"),
        ("Fergus O'Dowd", "Sound Engineer"),
    ]


def test_department_headings_are_not_titles_of_everybody_below() -> None:
    page = """<h1>Team</h1><h2>Accounts</h2><ul><li>Lavinia Crewe</li><li>Barnaby Tull</li></ul>
    <h2>Workshop</h2><ul><li>Sepp Hinterhuber</li><li>Maurice Adjei</li></ul>"""
    assert staff(page) == [
        ("Lavinia Crewe", ""),
        ("Barnaby Tull", ""),
        ("Sepp Hinterhuber", ""),
        ("Maurice Adjei", ""),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Gideon Marsh – Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh - Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh | Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh, Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh (Head of Sales)", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh: Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("Head of Sales: Gideon Marsh", ("Gideon Marsh", "Head of Sales")),
        ("Gideon Marsh, MBA, Head of Sales, North", ("Gideon Marsh, MBA", "Head of Sales, North")),
        ("Marsh, Gideon – Head of Sales", ("Marsh, Gideon", "Head of Sales")),
        ("<b>Gideon Marsh</b> Head of Sales", ("Gideon Marsh", "Head of Sales")),
        ("1. Gideon Marsh · Head of Sales", ("Gideon Marsh", "Head of Sales")),
    ],
)
def test_name_and_title_in_one_line_are_divided(line: str, expected: tuple[str, str]) -> None:
    assert (
        staff(f"<h1>Our team</h1><ul><li>{line}</li><li>Ottilie Vance – Clerk</li></ul>")[0]
        == expected
    )


def test_names_in_captions_are_read() -> None:
    page = """<h1>Das Team</h1><figure><img src="1.jpg">
    <figcaption>Roswitha Kellermann, Backstubenleitung</figcaption></figure>
    <figure><img src="2.jpg"><figcaption>Ewald Siebert, Verkauf</figcaption></figure>"""
    assert staff(page) == [
        ("Roswitha Kellermann", "Backstubenleitung"),
        ("Ewald Siebert", "Verkauf"),
    ]


def test_names_that_only_pictures_texts_give_are_read() -> None:
    page = """<title>Our team</title><h1>Our team</h1><div class="team-member"><img
    src="1.png" alt="Clarence Oduya, Chief Pilot"></div>
    <div class="team-member"><img src="2.png" alt="Birgit Falk, Flight Instructor"></div>"""
    assert staff(page) == [("Clarence Oduya", "Chief Pilot"), ("Birgit Falk", "Flight Instructor")]


def test_a_pictures_text_does_not_double_the_name_below_it() -> None:
    page = """<h1>Zarząd</h1><section><img alt="Prezes — Grażyna Wilczek">
    <h2>dr Grażyna Wilczek</h2><div>Prezes</div></section>
    <section><img alt="Skarbnik — Leszek Dudek"><h2>Leszek Dudek</h2><div>Skarbnik</div>
    </section>"""
    assert [name for name, _ in staff(page)] == ["dr Grażyna Wilczek", "Leszek Dudek"]


def test_somebody_shown_twice_is_one_person_with_the_facts_of_both_places() -> None:
    page = """<h1>Team</h1><div><h3>Xenia Papadaki</h3></div><div><h3>Theo Marlow</h3><p>Chef</p>
    </div>
    <div><h4>Xenia Papadaki</h4><p>Restaurant Manager</p><a
    href="mailto:xenia@taverna.example">mail</a></div>"""
    people = read_page(page).people
    assert [p.name for p in people] == ["Xenia Papadaki", "Theo Marlow"]
    assert people[0].title == "Restaurant Manager"
    assert [r.value for r in people[0].routes] == ["xenia@taverna.example"]


def test_people_in_comments_are_not_there() -> None:
    page = """<h1>Team</h1><div><h3>Alma Strand</h3><p>Baker</p></div>
    <!-- <div><h3>Jonas Weil</h3><p>Apprentice</p></div> -->"""
    assert [name for name, _ in staff(page)] == ["Alma Strand"]


def test_hard_line_breaks_inside_a_name_are_blanks() -> None:
    page = """<h1>Staff</h1><table><tr><td><b>Lucinda
    Harrowgate</b></td><td>Project
    Manager</td></tr></table>"""
    assert staff(page) == [("Lucinda Harrowgate", "Project Manager")]
