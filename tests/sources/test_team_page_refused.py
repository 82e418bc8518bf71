"""What looks like people on a page and is not its staff."""

import pytest

from ringback.sources.team_page import read_page


def names(html: str) -> list[str]:
    return [p.name for p in read_page(html).people]


NO_STAFF = {
    "client testimonials": """<title>Testimonials</title><h1>What our clients say</h1>
        <div class="testimonial">
        <p>"They fixed our roof within two days and left the place tidier than before."</p>
        <h4>Harriet Lonsdale</h4><span>CEO, Lonsdale Foods</span></div>
        <div class="testimonial">
        <p>"I would recommend them to anybody with an old house and a leaking roof."</p>
        <h4>Bruno Keller</h4><span>Managing Director, Keller Haus</span></div>""",
    "testimonials on a home page": """<title>Home | Nordlicht</title><h1>Energie für alle</h1>
        <section><h2>Das sagen unsere Kunden</h2><div class="card">
        <p>„Schnell, freundlich und fachlich sehr gut beraten worden,
        wir kommen gerne wieder.“</p><strong>Annegret Feldmann</strong>
        <br>Geschäftsführerin</div></section>""",
    "blog list with authors": """<title>Blog</title><h1>Blog</h1><article><h2><a href="/1">Five
        ways to prune a hedge</a></h2>
        <p class="post-meta">By <a href="/author/c">Constance Ivory</a> | March 3, 2021</p>
        <p>It is that time of the year.</p></article>
        <article><h2><a href="/2">Why we love moss</a></h2><p class="post-meta">By <a
        href="/author/d">Dexter Poole</a> | May 9, 2021</p></article>""",
    "products": """<title>Shop</title><h1>Products</h1><div class="product-card"><img src="1.jpg"
        alt="Oak Table"><h3>Oak Table</h3><p>$ 499</p></div>
        <div class="product-card"><img src="2.jpg" alt="Leather Chair"><h3>Leather Chair</h3>
        <p>$ 199</p></div>""",
    "partners' logos": """<title>Partners</title><h1>Our partners</h1><ul class="logos"><li><img
        src="1.svg" alt="Silver Birch"></li>
        <li><img src="2.svg" alt="Harlow Kent"></li><li><img src="3.svg" alt="Marlin Gray"></li>
        </ul>""",
    "contact form": """<title>Kontakt</title><h1>Kontakt</h1><form><label>Vorname</label><input>
        <label>Nachname</label><input>
        <button>Senden</button></form><p>Rufen Sie uns an: 030 5550100</p>""",
    "job advertisements": """<title>Careers</title><h1>Open positions</h1><ul><li><h3>Senior
        Software Engineer</h3><p>Full time, Remote</p></li>
        <li><h3>Account Manager</h3><p>Austin, Texas</p></li></ul>""",
    "placeholders": """<title>Staff</title><h1>Our Staff</h1><div class="staff"><h3>Staff
        Member</h3><p>Position</p>
        <a href="mailto:staffmember@your-web-domain.example">E-mail</a></div><div class="staff">
        <h3>First Last</h3><p>Title</p></div>
        <div class="staff"><h3>Your Name</h3><p>Manager</p></div>""",
    "values of the firm": """<title>About us</title><h1>About us</h1><section class="values">
        <h2>Our values</h2>
        <div><h3>Customer Focus</h3><p>We listen.</p></div><div><h3>Bold Ideas</h3><p>We try.</p>
        </div>
        <div><h3>Shared Success</h3><p>We win together.</p></div></section>""",
    "lists of football clubs": """<title>Team</title><h1>Teams we supply</h1><ul><li>Texas<ul>
        <li>Baylor</li><li>Rice</li></ul></li>
        <li>Notre Dame</li><li>Ohio State</li><li>Boston College</li></ul>""",
    "an article with citations": """<title>Mitarbeiter</title><h2>Kommunikation an die
        Mitarbeiter</h2>
        <p>Nachdem die Vision bekannt ist, wird sie an die Mitarbeiter getragen.</p><p
        class="source">(Ebert, Münch, 2018, S. 9f)</p>""",
    "publications": """<title>Publications</title><h1>Publications</h1><ul><li>Hargreaves, T.,
        Okafor, N. (2019). On tides. Journal of Water, 3(2).</li>
        <li>Lindgren, P. and Abara, C. (2020). Silt and sand. Coastal Review.</li></ul>""",
    "locations": """<title>Offices</title><h1>Offices</h1><div><h3>San Diego</h3><p>12 Ocean
        Drive</p><p>555-0150</p></div>
        <div><h3>Santa Clara</h3><p>4 Hill Street</p><p>555-0151</p></div>""",
    "services": """<title>Law firm</title><h1>Services</h1><div><h3>Family Law</h3><p>Divorce and
        custody</p></div>
        <div><h3>Real Estate</h3><p>Purchase and lease</p></div>""",
    "slogans in Korean": """<title>경영이념</title><h2>회사소개</h2><p>경영이념</p><ul>
        <li>세상을 바꿉니다.</li><li>고객감동</li><li>전문성</li></ul>""",
    "features in Chinese": """<title>产品</title><h1>产品特点</h1><ul>
        <li>安全</li><li>高效</li><li>方便</li></ul><p>关于我们</p>""",
}


@pytest.mark.parametrize("page", NO_STAFF)
def test_a_page_without_staff_gives_nobody(page: str) -> None:
    assert names(NO_STAFF[page]) == []


TEAM = (
    "<div><h3>Adaeze Okonkwo</h3><p>Managing Director</p></div>"
    "<div><h3>Lorcan Byrne</h3><p>Surveyor</p></div>"
)


@pytest.mark.parametrize(
    "other",
    [
        "<section><h2>Testimonials</h2><div><h3>Petra Vance</h3><p>Homeowner</p></div></section>",
        (
            "<section><h2>Unsere Kunden</h2><div><h3>Jobst Altmann</h3>"
            "<p>Geschäftsführer, Altmann GmbH</p></div></section>"
        ),
        (
            "<section><h2>Former staff</h2><div><h3>Rufus Tate</h3><p>Director until 2015</p></div>"
            "</section>"
        ),
        "<section><h2>Anciens membres</h2><ul><li>Odile Caron, présidente</li></ul></section>",
        (
            "<section><h2>Latest news</h2><div><h3>Opening in May</h3><p>by Edgar Sloane</p></div>"
            "</section>"
        ),
        "<footer><p>Website by Rupert Designs</p><p>Managing editor: Lena Vogt</p></footer>",
        "<nav><ul><li>Agatha Moor</li><li>Editor</li></ul></nav>",
        (
            "<section><h2>Related posts</h2><article class='blog-post'><h3>On Joan Baxter</h3>"
            "</article></section>"
        ),
    ],
)
def test_others_beside_the_staff_are_left_out(other: str) -> None:
    assert names(f"<title>Our team</title><main><h1>Our team</h1>{TEAM}{other}</main>") == [
        "Adaeze Okonkwo",
        "Lorcan Byrne",
    ]


def test_somebody_titled_as_former_is_left_out_and_counted() -> None:
    page = read_page(f"<h1>Team</h1>{TEAM}<div><h3>Silas Webb</h3><p>Former CFO</p></div>")
    assert [p.name for p in page.people] == ["Adaeze Okonkwo", "Lorcan Byrne"]
    assert any("former" in note for note in page.notes)


def test_programs_and_mascots_are_left_out_and_counted() -> None:
    page = read_page(
        "<h1>Team</h1><div class=person><p>AI agent</p><h3>Nora</h3><p>Sales</p></div>"
        "<div class=person><h3>Henrike Tolle</h3><p>Sales</p></div>"
        "<div class=person><h3>Bruno</h3><p>Office dog</p></div>"
    )
    assert [p.name for p in page.people] == ["Henrike Tolle"]
    assert any("mascots" in note for note in page.notes)


def test_a_board_is_kept_and_marked() -> None:
    page = read_page(
        f"<title>Our people</title><h1>Our people</h1><section><h2>Staff</h2>{TEAM}</section>"
        f"<section><h2>Board of Directors</h2>"
        "<div><h3>Sir Giles Farrant</h3><p>Chairman</p></div><div><h3>Mei-Ling Zhou</h3>"
        "<p>Non-executive Director</p></div></section>"
    )
    assert [(p.name, p.board) for p in page.people] == [
        ("Adaeze Okonkwo", False),
        ("Lorcan Byrne", False),
        ("Sir Giles Farrant", True),
        ("Mei-Ling Zhou", True),
    ]


def test_the_chief_executive_on_a_board_page_is_not_only_board() -> None:
    page = read_page(
        "<title>Board of Directors</title><h1>Board of Directors</h1><div><h3>Ottoline Pryce</h3>"
        "<p>Chief Executive Officer</p></div>"
        "<div><h3>Desmond Achterberg</h3><p>Trustee</p></div>"
    )
    assert [(p.name, p.board) for p in page.people] == [
        ("Ottoline Pryce", False),
        ("Desmond Achterberg", True),
    ]
