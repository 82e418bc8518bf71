"""Names that only their place tells, and what else the structure of a team page decides."""

import pytest

from ringback.sources.team_page import read_page


def staff(html: str) -> list[tuple[str, str]]:
    return [(p.name, p.title) for p in read_page(html).people]


def names(html: str) -> list[str]:
    return [name for name, _ in staff(html)]


def cards(*people: tuple[str, str]) -> str:
    return "".join(
        f'<div class="card"><h3>{name}</h3><p class="line">{title}</p></div>'
        for name, title in people
    )


PEOPLE = ["Mary Johnson", "Patient Sackie", "Ruth Kintoe", "Tony Bliss", "Joseph Momo"]


def test_an_everyday_word_is_a_name_among_names() -> None:
    page = "<h1>Our team</h1><ul>{}</ul>".format("".join(f"<li>{name}</li>" for name in PEOPLE))
    assert names(page) == PEOPLE


def test_an_unknown_single_name_is_read_where_others_stand_with_a_title() -> None:
    page = "<h1>Ons team</h1>" + cards(
        ("Zenobie", "Projectmanager"),
        ("Bram", "Developer"),
        ("Thijs", "Designer"),
        ("Emma", "Boekhouder"),
    )
    assert names(page) == ["Zenobie", "Bram", "Thijs", "Emma"]


def test_a_family_name_first_is_read_among_its_like() -> None:
    page = "<h1>Staff directory</h1><table><tr><th>Name</th><th>Title</th></tr>{}</table>".format(
        "".join(
            f"<tr><td>{name}</td><td>{title}</td></tr>"
            for name, title in (
                ("Brandt, Curtis", "Works Director"),
                ("Vang, Mai See", "Deputy Clerk"),
                ("Torres, Tamika", "Finance Officer"),
            )
        )
    )
    assert names(page) == ["Brandt, Curtis", "Vang, Mai See", "Torres, Tamika"]


def test_values_below_the_team_are_no_names() -> None:
    page = (
        "<h1>Our team</h1>"
        + cards(("Ines Falk", "Engineer"), ("Omar Diaz", "Editor"), ("Lena Koch", "Chemist"))
        + "<h2>Our values</h2>"
        + cards(("Radical Candour", "We say it."), ("Quiet Craft", "Details matter."))
    )
    assert names(page) == ["Ines Falk", "Omar Diaz", "Lena Koch"]


def test_one_of_many_headings_is_no_name_because_it_could_be_one() -> None:
    page = "<h1>Our team</h1><p>We have plans.</p>" + cards(
        ("World Collaboration", "Work with partners everywhere"),
        ("Academic Renown", "Research for leading journals"),
        ("Innovation Awards", "Win prizes"),
        ("Global Reach", "Open offices"),
    )
    assert names(page) == []


def test_clients_beside_the_staff_are_left_out() -> None:
    page = """<h1>Our team</h1>
        <div class="person"><div class="person_name">Varun Sethi <span>Consultant</span></div></div>
        <div class="person"><div class="person_name">Alexa Brook <span>Planner</span></div></div>
        <div class="testimonial"><div class="author"><div class="author_name">Jenny Pereira
        <span>Café Owner</span></div></div><blockquote>They are good.</blockquote></div>"""
    assert names(page) == ["Varun Sethi", "Alexa Brook"]


@pytest.mark.parametrize("heading", ["Former staff", "Past students", "Alumni"])
def test_a_heading_right_below_a_list_ends_it(heading: str) -> None:
    page = f"""<h1>Staff</h1><ul><li><b>Gabe Lindholm</b>, Program Manager</li>
        <li><b>Ada Winter</b>, Editor</li></ul>
        <h2>{heading}</h2><ul><li><b>Ken Dobbs</b>, Program Manager</li></ul>"""
    assert names(page) == ["Gabe Lindholm", "Ada Winter"]


@pytest.mark.parametrize(
    "heading", ["The tool your team will love", "Trusted by leaders", "Asset Management"]
)
def test_a_sales_heading_announces_no_staff(heading: str) -> None:
    page = f"""<h1>{heading}</h1><div class="slide"><p>“We closed more deals with it.”</p>
        <p>Nadia Rahman</p></div><div class="slide"><p>“It saved our whole summer.”</p>
        <p>Philip Stone</p></div>"""
    assert names(page) == []


def test_a_title_behind_a_dash_goes_before_the_group_above() -> None:
    page = "<h1>Team</h1>" + "".join(
        f"<div class='item'><div class='tag'>STAFF MEMBER Head Office</div><h3>{text}</h3></div>"
        for text in (
            "Ms. Anna Berger – Chief Coordinator",
            "Mr. Ivo Petrov – Programme Incharge",
            "Ms. Lucia Romero – Accounts Incharge",
        )
    )
    assert staff(page) == [
        ("Ms. Anna Berger", "Chief Coordinator"),
        ("Mr. Ivo Petrov", "Programme Incharge"),
        ("Ms. Lucia Romero", "Accounts Incharge"),
    ]


def test_a_name_in_a_piece_of_its_own_is_not_run_together_with_its_title() -> None:
    page = "<h1>Attorneys</h1>" + "".join(
        f'<div class="name">{name} <span>{title}</span></div>'
        for name, title in (
            ("Tony Hendricks", "Criminal Defense"),
            ("Greg Wachter", "Business Lawyer"),
        )
    )
    assert staff(page) == [
        ("Tony Hendricks", "Criminal Defense"),
        ("Greg Wachter", "Business Lawyer"),
    ]


def test_a_number_in_the_line_of_a_title_is_not_part_of_it() -> None:
    page = "<h1>Leadership team</h1>" + "".join(
        f"<div class='infos'><h6>{name}</h6><small>{title}</small><b>+ 850 555 01 {n}</b></div>"
        for n, (name, title) in enumerate(
            (("Jane Oneil", "Financial Officer"), ("Eric Mendes", "Works Manager")), start=10
        )
    )
    assert staff(page) == [("Jane Oneil", "Financial Officer"), ("Eric Mendes", "Works Manager")]
    assert [p.routes[0].value for p in read_page(page).people] == [
        "+ 850 555 01 10",
        "+ 850 555 01 11",
    ]


def test_two_people_in_one_line_are_two() -> None:
    page = """<h1>Notre équipe</h1><div><h3>Secrétaires</h3>
        <p>Sandrine Bellanger et Cathy Martin</p></div>
        <div><h3>Directrice</h3><p>Marie Bidault</p></div>"""
    assert names(page) == ["Sandrine Bellanger", "Cathy Martin", "Marie Bidault"]


@pytest.mark.parametrize(
    "name",
    [
        "Alexandre Santos Junior",
        "M.Sc. Onur Karadağ",
        "Deacon Ernest Mbeki",
        "Dña. María del Carmen Ruiz de la Torre",
    ],
)
def test_a_name_is_kept_whole(name: str) -> None:
    page = "<h1>Our staff</h1>" + cards((name, "Manager"), ("Ines Falk", "Engineer"))
    assert names(page) == [name, "Ines Falk"]


def test_a_name_and_a_surname_column_are_one_name() -> None:
    page = """<h1>Staff</h1><table><tr><th>Rank</th><th>Name</th><th>Lastname</th></tr>
        <tr><th>Administrator</th><td>Nick</td><td>Nikoy</td></tr>
        <tr><th>Moderator</th><td>Mike</td><td>Tsapas</td></tr></table>"""
    assert staff(page) == [("Nick Nikoy", "Administrator"), ("Mike Tsapas", "Moderator")]


def test_a_department_below_a_korean_name_is_its_title() -> None:
    page = """<h2>임직원 소개</h2><div class="item"><p>김민수</p><p>대표이사</p></div>
        <div class="item"><p>박서연</p><p>마케팅 팀장</p></div>"""
    assert staff(page) == [("김민수", "대표이사"), ("박서연", "마케팅 팀장")]
